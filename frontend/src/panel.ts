/* Links to an editor open it in a panel at the right of the household page. Without script they are pages. */

import { onHtmx, wasSentAway } from "./htmx";
import { say } from "./saying";
import { moveToastTo, toast } from "./toast";

const EDITOR = /^\/gezin\/[^/]+\/(wijzig|nieuw|stand)\//;
/** The page that says that a row is gone; what comes before is the household itself. */
const GONE = /^(\/gezin\/[^/]+\/)weg\/.*$/;
const onEditorPage = EDITOR.test(location.pathname);

let panel: HTMLDialogElement | undefined;
let address = "";
/** Where the focus was: the link or button as a selector, and the heading of its section for when that is gone. */
let opener = "";
let section = "";
let changed = false;

function dialog(): HTMLDialogElement {
  if (panel) return panel;
  panel = document.createElement("dialog");
  panel.className = "panel";
  panel.setAttribute("aria-label", say("panel"));
  const body = document.createElement("div");
  body.id = "panel-body";
  panel.append(body);
  panel.addEventListener("close", closed);
  panel.addEventListener("cancel", leave);
  panel.addEventListener("click", (event) => {
    if (event.target === panel) close();
  });
  document.body.append(panel);
  return panel;
}

async function open(path: string): Promise<void> {
  address = path;
  const made = dialog();
  await window.htmx.ajax("GET", path, { target: "#panel-body", swap: "innerHTML" });
  if (!made.querySelector("[data-editor]")) return;
  if (!made.open) made.showModal();
  moveToastTo(made);
  const part = made.querySelector("[data-focus]");
  const first = part?.querySelector<HTMLElement>("input:not([type=hidden]), select:not([hidden]), textarea");
  (first ?? made.querySelector<HTMLElement>("#edit-title"))?.focus();
}

function leave(): void {
  document.dispatchEvent(new Event("panel-closing"));
}

function close(): void {
  leave();
  panel?.close();
}

async function closed(): Promise<void> {
  moveToastTo(document.body);
  if (changed) await refresh();
}

function remember(from: HTMLElement): void {
  const form = from.closest("form");
  if (form) opener = `form[action="${CSS.escape(form.getAttribute("action") ?? "")}"] button`;
  else opener = `a[href="${CSS.escape(from.getAttribute("href") ?? "")}"]`;
  section = from.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby") ?? "";
}

/** Keep in mind where somebody stands who uses the keys instead of a button. */
export function rememberFocus(): void {
  const here = document.activeElement;
  if (here instanceof HTMLAnchorElement && !panel?.open) remember(here);
}

/** Show the household as it is now, with the focus and the scroll where they were. */
async function refresh(): Promise<void> {
  changed = false;
  const top = scrollY;
  await window.htmx.ajax("GET", location.pathname + location.search, {
    target: "#inhoud",
    select: "#inhoud",
    selectOOB: "#saved",
    swap: "outerHTML",
  });
  scrollTo({ top, behavior: "instant" });
  const link = opener ? document.querySelector<HTMLElement>(`main :is(${opener})`) : null;
  const heading = document.getElementById(section) ?? document.querySelector<HTMLElement>("main h1");
  if (!link && heading) heading.tabIndex = -1;
  (link ?? heading)?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-close]")) return close();
  const button = target?.closest<HTMLElement>("main form[hx-post] button");
  if (button && !panel?.open) remember(button);
  const link = target?.closest<HTMLAnchorElement>("a[href]");
  if (!link || onEditorPage || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !EDITOR.test(url.pathname)) return;
  event.preventDefault();
  if (!panel?.open) remember(link);
  void open(url.pathname + url.search);
});

onHtmx("beforeSwap", (answer) => {
  if (answer.target.id === "panel-body" && (wasSentAway(answer) || answer.xhr.status >= 400)) {
    answer.shouldSwap = false;
    location.assign(address);
  } else if (wasSentAway(answer) && !answer.elt.hasAttribute("data-part")) {
    answer.shouldSwap = false;
    toast(say("signedOut"));
  }
});

onHtmx("afterRequest", ({ elt, successful, requestConfig }) => {
  if (requestConfig.verb !== "post") return;
  if (successful && panel?.open) changed = true;
  else if (successful && panel?.contains(elt)) void refresh();
  if (!successful && !elt.hasAttribute("data-part")) toast(say("tryAgain"));
});

document.addEventListener("household-changed", (event) => {
  const { gone } = (event as CustomEvent<{ gone: boolean }>).detail;
  if (panel?.open) {
    changed = true;
    if (gone) close();
    else void open(address);
  } else if (onEditorPage) location.reload();
  else if (GONE.test(location.pathname)) location.assign(location.pathname.replace(GONE, "$1"));
  else void refresh();
});
