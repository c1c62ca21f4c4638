/* Builds what the browser loads: one script, one style sheet, the fonts and one sprite of icons.
   The names are fixed; Django adds the hashes. Run by `python3 samen.py`. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const target = join(here, "..", "src", "samenspel", "static", "build");

/** Each src/icons/NAME.svg becomes a symbol: <use href=".../icons.svg#NAME">. */
async function sprite(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".svg")).sort();
  const symbols = await Promise.all(
    files.map(async (file) => {
      const [, attributes, drawing] = (await readFile(join(folder, file), "utf8")).match(/<svg([^>]*)>(.*)<\/svg>/s);
      const kept = attributes.replace(/\s(xmlns|width|height|id)="[^"]*"/g, "");
      return `<symbol id="${file.slice(0, -4)}"${kept}>${drawing.replace(/>\s+</g, "><").trim()}</symbol>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`;
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await build({
  entryPoints: [join(source, "app.ts"), join(source, "app.css")],
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  logLevel: "warning",
});
await writeFile(join(target, "icons.svg"), await sprite(join(source, "icons")));
