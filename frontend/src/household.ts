/* What is open on a desk is folded on a phone, where it would be a long way down; paper has everything open. */
const narrow = matchMedia("(max-width: 720px)");

function fold(open: boolean): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>("details.fold-phone")) part.open = open;
}

fold(!narrow.matches);
narrow.addEventListener("change", () => fold(!narrow.matches));
document.addEventListener("htmx:afterSwap", () => fold(!narrow.matches));
addEventListener("beforeprint", () => fold(true));
addEventListener("afterprint", () => fold(!narrow.matches));
