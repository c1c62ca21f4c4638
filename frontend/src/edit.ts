/* Fields that save themselves: a choice at once, text when typing pauses or the field is left.
   What could not be sent stays in its field, is kept as a draft, and is sent again. */

import { content, dropDraft, forgetDrafts, keepDraft, offerDraft } from "./drafts";
import { addCalendars } from "./calendar";
import { type Answer, onHtmx, wasSentAway } from "./htmx";
import { addComboboxes } from "./combobox";
import "./panel";
import { say } from "./saying";
import "./steps";
import "./toast";

const PAUSE = 600;
const AGAIN = [2000, 5000, 15000];

interface State {
  saved: string;
  sending: string | null;
  timer: number;
  failures: number;
  /** Sending again makes no sense before somebody types again: signed out, or the row is gone. */
  halted: boolean;
}

const states = new Map<HTMLFormElement, State>();

function stateOf(form: HTMLFormElement): State {
  let state = states.get(form);
  if (!state) {
    state = { saved: content(form), sending: null, timer: 0, failures: 0, halted: false };
    states.set(form, state);
  }
  return state;
}

function isPart(element: Element | null): element is HTMLFormElement {
  return element instanceof HTMLFormElement && element.hasAttribute("data-part");
}

function save(form: HTMLFormElement): void {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = 0;
  if (!state.halted && content(form) !== (state.sending ?? state.saved)) window.htmx.trigger(form, "save");
}

function later(form: HTMLFormElement, wait: number): void {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = window.setTimeout(() => save(form), wait);
}

function formOf(event: Event): HTMLFormElement | null {
  return event.target instanceof Element ? event.target.closest("form") : null;
}

document.addEventListener("input", (event) => {
  const form = formOf(event);
  if (!form?.matches("[data-part], [data-adding]")) return;
  keepDraft(form);
  if (!isPart(form)) return;
  stateOf(form).halted = false;
  later(form, PAUSE);
});

document.addEventListener("change", (event) => {
  const form = formOf(event);
  if (isPart(form)) save(form);
});

/** Replace what is said beside a part; the hidden field with what was seen stays. */
function tell(form: HTMLFormElement, kind: string, text: string, link?: { href: string; text: string }): void {
  const said = form.querySelector(".said");
  if (!said) return;
  for (const old of said.querySelectorAll(":scope > :not(input)")) old.remove();
  const line = document.createElement("p");
  line.className = kind;
  line.textContent = text;
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link.href;
    anchor.textContent = link.text;
    line.append(" ", anchor);
  }
  said.append(line);
}

function signedOut(form: HTMLFormElement): void {
  const back = encodeURIComponent(new URL(form.action).pathname);
  tell(form, "unsent", say("signedOut"), { href: `/aanmelden/?next=${back}`, text: say("signIn") });
}

function tryAgain(form: HTMLFormElement): void {
  const state = stateOf(form);
  state.sending = null;
  tell(form, "unsent", say("unsent"));
  later(form, AGAIN[Math.min(state.failures, AGAIN.length - 1)] ?? PAUSE);
  state.failures += 1;
}

/** Dates and amounts come back as they were understood, unless somebody typed on. */
function showAsRead(form: HTMLFormElement, sent: URLSearchParams): void {
  for (const read of form.querySelectorAll<HTMLElement>("[data-written]")) {
    const field = form.elements.namedItem(read.dataset.written ?? "");
    const typed = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (typed && field !== document.activeElement && field.value === sent.get(field.name)) {
      field.value = read.textContent ?? field.value;
    }
  }
  const title = form.querySelector("[data-title]");
  const heading = document.getElementById("edit-title");
  if (title && heading) heading.textContent = title.textContent;
}

function markWrong(form: HTMLFormElement): boolean {
  const wrong = form.querySelector<HTMLElement>("[data-wrong]");
  const names = wrong?.dataset.wrong?.split(" ") ?? [];
  for (const field of form.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), select, textarea")) {
    if (field.name && names.includes(field.name)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  return wrong !== null;
}

function answered(form: HTMLFormElement): void {
  const state = stateOf(form);
  const sent = state.sending ?? content(form);
  state.sending = null;
  state.failures = 0;
  if (!markWrong(form)) {
    const typedOn = content(form) !== sent;
    showAsRead(form, new URLSearchParams(sent));
    state.saved = typedOn ? sent : content(form);
    if (!typedOn) dropDraft(form);
  }
}

onHtmx("beforeRequest", ({ elt }) => {
  if (!isPart(elt)) return;
  stateOf(elt).sending = content(elt);
  tell(elt, "busy", say("busy"));
});

onHtmx("beforeSwap", (answer) => {
  const form = answer.requestConfig.elt;
  if (isPart(form) && wasSentAway(answer)) answer.shouldSwap = false;
});

onHtmx("afterRequest", (answer) => {
  const form = answer.elt;
  if (!isPart(form)) return;
  const status = answer.xhr.status;
  const out = status === 403 || (status > 0 && wasSentAway(answer));
  if (out || status === 404) {
    Object.assign(stateOf(form), { sending: null, halted: true });
    if (out) signedOut(form);
    else tell(form, "unsent", say("gone"));
  } else if (answer.successful) answered(form);
  else tryAgain(form);
});

window.addEventListener("online", () => {
  for (const form of states.keys()) if (form.isConnected) save(form);
});

/** Warn only when something is really on its way: a draft of the rest comes back by itself. */
window.addEventListener("beforeunload", (event) => {
  const waiting = [...states].some(([form, state]) => form.isConnected && (state.timer || state.sending !== null));
  if (waiting) event.preventDefault();
});

/** A panel that closes sends first what is still waiting for the typing to pause. */
document.addEventListener("panel-closing", () => {
  for (const [form, state] of states) if (form.isConnected && state.timer) save(form);
});

document.addEventListener("submit", (event) => {
  if (event.target instanceof HTMLFormElement && event.target.action.endsWith("/afmelden/")) forgetDrafts();
});

function prepare(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-part], form[data-adding]")) {
    forgetDrafts(form);
    if (isPart(form)) stateOf(form);
    offerDraft(form, () => (isPart(form) ? save(form) : undefined));
  }
  addCalendars(root);
  addComboboxes(root);
}

prepare(document);
document.addEventListener("htmx:load", (event) => {
  const { elt } = (event as CustomEvent<Answer>).detail;
  if (elt !== document.body) prepare(elt);
});
