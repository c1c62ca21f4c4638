/* Ctrl+Z and Ctrl+Y step back and on through one's own changes, as the buttons on the page do.
   In a field to type in, the keys stay with the field. */

import { rememberFocus } from "./panel";

function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

function way(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}

document.addEventListener("keydown", (event) => {
  const asked = way(event);
  const place = document.querySelector<HTMLElement>("[data-steps]");
  const path = asked && place?.dataset[asked];
  if (!path || typing(event.target)) return;
  event.preventDefault();
  rememberFocus();
  const token = document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
  void window.htmx.ajax("POST", path, { swap: "none", values: { csrfmiddlewaretoken: token } });
});
