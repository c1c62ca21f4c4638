// Runs beside squiggle-lang: the written-out model on sample sets of 1,000, the median of three runs.
import { readFileSync } from "node:fs";
import { run } from "@quri/squiggle-lang";

const code = readFileSync(process.argv[2], "utf8");
const environment = { sampleCount: 1000, xyPointLength: 1000, seed: "1" };
const times = [];
for (let time = 0; time < 3; time += 1) {
  const begin = process.cpuUsage();
  const output = await run(code, { environment });
  if (!output.result.ok) throw new Error(String(output.result.value));
  const used = process.cpuUsage(begin);
  times.push((used.user + used.system) / 1000);
}
console.log(JSON.stringify({ ms: times.sort((one, other) => one - other)[1] / 1000 }));
