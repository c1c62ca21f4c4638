/* The bar with "undo" goes after ten seconds, but not while somebody points at it or stands in it. */

const SECONDS = 10;
let timer = 0;

function start(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const bar = document.querySelector<HTMLElement>("#toast > [data-toast]");
    if (bar?.matches(":hover, :focus-within")) start();
    else bar?.remove();
  }, SECONDS * 1000);
}

document.addEventListener("htmx:oobAfterSwap", () => {
  if (document.querySelector("#toast > [data-toast]")) start();
});

/** The bar has to lie within an open panel to be reached, because a panel closes off all around it. */
export function moveToastTo(place: HTMLElement): void {
  const bar = document.getElementById("toast");
  if (bar && bar.parentElement !== place) place.append(bar);
}

/** Say something in the bar, without undo. */
export function toast(text: string): void {
  const place = document.getElementById("toast");
  if (!place) return;
  const bar = document.createElement("div");
  bar.className = "toast";
  bar.dataset.toast = "";
  bar.textContent = text;
  place.replaceChildren(bar);
  start();
}
