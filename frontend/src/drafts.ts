/* What was typed and not yet saved, kept in this tab only, so that an expired session loses nothing.
   Kept apart per person: whoever signs in next in the same tab never sees it. */

import { say } from "./saying";

const PREFIX = "samenspel.draft.";

/** The fields of a form as text; what the server adds itself is left out. */
export function content(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !["csrfmiddlewaretoken", "seen", "part"].includes(name)) fields.append(name, value);
  }
  return fields.toString();
}

function owner(form: HTMLFormElement): string {
  return `${PREFIX}${form.closest<HTMLElement>("[data-editor]")?.dataset.editor ?? ""}.`;
}

function place(form: HTMLFormElement): string {
  return `${owner(form)}${new URL(form.action).pathname}#${form.id}`;
}

export function keepDraft(form: HTMLFormElement): void {
  sessionStorage.setItem(place(form), content(form));
}

export function dropDraft(form: HTMLFormElement): void {
  sessionStorage.removeItem(place(form));
}

/** Forget every draft, or every draft of other people than the one whose editor this is. */
export function forgetDrafts(form?: HTMLFormElement): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !(form && key.startsWith(owner(form)))) sessionStorage.removeItem(key);
  }
}

function putBack(form: HTMLFormElement, draft: string): void {
  const fields = new URLSearchParams(draft);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      field.checked = fields.getAll(field.name).includes(field.value);
    } else if (
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) &&
      fields.has(field.name)
    ) {
      field.value = fields.get(field.name) ?? "";
    }
  }
}

/** Show that there is a draft, and let the person decide; `then` runs after it was put back. */
export function offerDraft(form: HTMLFormElement, then: () => void): void {
  const draft = sessionStorage.getItem(place(form));
  if (draft === null || draft === content(form)) return;
  const offer = document.createElement("div");
  offer.className = "draft";
  const text = document.createElement("p");
  text.textContent = say("draft");
  offer.append(text, button(say("putBack"), () => (putBack(form, draft), then())), button(say("throwAway"), () => dropDraft(form)));
  form.append(offer);

  function button(label: string, act: () => void): HTMLButtonElement {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn plain small";
    made.textContent = label;
    made.addEventListener("click", () => {
      offer.remove();
      act();
      form.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
    });
    return made;
  }
}
