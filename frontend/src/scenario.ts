/* What if? Every turn of a knob asks the server for new parts of the page. One question at a time is on its way;
   the last one asked always wins. While a knob turns the answer is quick, from fewer runs; when it rests the page
   asks for all of them. What is typed in the knobs is never overwritten, and nothing jumps. */

const SOON = 60;
const REST = 900;

interface Desk {
  form: HTMLFormElement;
  page: HTMLElement;
  live: HTMLElement;
  waiting: HTMLElement;
  time: HTMLElement;
}

let asking: AbortController | null = null;
let asked = "";
let turnedAt = 0;
let timer = 0;
let slow = 0;
let resting = 0;

function find(): Desk | null {
  const page = document.querySelector<HTMLElement>("[data-calc]");
  const form = page?.querySelector<HTMLFormElement>("form[data-knobs]");
  const live = page?.querySelector<HTMLElement>("[data-swap=live]");
  const waiting = page?.querySelector<HTMLElement>("[data-waiting]");
  const time = page?.querySelector<HTMLElement>("[data-time]");
  return page && form && live && waiting && time ? { page, form, live, waiting, time } : null;
}

const english = document.documentElement.lang.startsWith("en");

/** 14.300 or 14,300 as a number; not a number when it is something else. */
export function read(typed: string): number {
  const plain = typed.trim().replaceAll(english ? "," : ".", "").replace(",", ".");
  return plain === "" ? Number.NaN : Number(plain);
}

export function write(value: number): string {
  return value.toLocaleString(english ? "en-GB" : "nl-NL", { maximumFractionDigits: 2 });
}

function fieldOf(slider: HTMLInputElement): HTMLInputElement | null {
  return slider.closest("[data-knob]")?.querySelector<HTMLInputElement>("input.figure") ?? null;
}

function sliderOf(field: HTMLInputElement): HTMLInputElement | null {
  return field.closest("[data-knob]")?.querySelector<HTMLInputElement>("input[type=range]") ?? null;
}

/** Keep both halves of a knob the same, whichever is turned. */
function pair(turned: HTMLInputElement): void {
  if (turned.type === "range") {
    const field = fieldOf(turned);
    if (field) field.value = write(turned.valueAsNumber);
  } else {
    const slider = sliderOf(turned);
    const value = read(turned.value);
    if (slider && !Number.isNaN(value)) slider.valueAsNumber = value;
  }
}

/** What is asked: the knobs, and the list of sources only while it is open, for it is long. */
function content(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  if (document.querySelector("details[data-sources][open]")) fields.append("sources", "1");
  return fields;
}

/** Put the parts of an answer in their places; what was folded open stays open. */
function swap(page: HTMLElement, html: string): boolean {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const parts = answer.querySelectorAll<HTMLElement>("[data-swap]");
  if (!parts.length) return false;
  const open = new Set([...page.querySelectorAll<HTMLDetailsElement>("details[open]")].map(nameOf));
  for (const part of parts) {
    const place = page.querySelector<HTMLElement>(`[data-swap="${CSS.escape(part.dataset.swap ?? "")}"]`);
    if (!place) continue;
    if (place.innerHTML !== part.innerHTML) place.replaceChildren(...part.childNodes);
    const field = place.id.startsWith("w-") ? document.getElementById(`k-${place.id.slice(2)}`) : null;
    if (field && place.textContent?.trim()) field.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
  for (const fold of page.querySelectorAll<HTMLDetailsElement>("[data-swap] details")) {
    if (open.has(nameOf(fold))) fold.open = true;
  }
  return true;
}

function nameOf(fold: HTMLDetailsElement): string {
  return fold.id || (fold.querySelector("summary")?.textContent ?? "").trim();
}

function wait(desk: Desk, busy: boolean): void {
  clearTimeout(slow);
  desk.page.classList.toggle("is-waiting", false);
  desk.waiting.hidden = true;
  if (!busy) return;
  slow = window.setTimeout(() => {
    desk.page.classList.add("is-waiting");
    desk.waiting.hidden = false;
  }, 400);
}

/** Say how long it took from the turn of the knob until the answer could be seen. */
function clock(desk: Desk, from: number): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      const took = performance.now() - from;
      desk.page.dataset.took = took.toFixed(0);
      desk.time.textContent = (desk.live.dataset.took ?? "").replace("{0}", write(Math.max(took / 1000, 0.01)));
    }),
  );
}

async function ask(desk: Desk, quick = true): Promise<void> {
  const fields = content(desk.form);
  if (asking || (quick && fields.toString() === asked)) return;
  asked = fields.toString();
  if (quick) fields.append("quick", "1");
  const mine = new AbortController();
  asking = mine;
  const from = turnedAt;
  clearTimeout(resting);
  wait(desk, quick);
  try {
    const answer = await fetch(desk.form.action, {
      method: "POST",
      body: fields,
      headers: { "HX-Request": "true" },
      signal: mine.signal,
      redirect: "manual",
    });
    const html = answer.ok ? await answer.text() : "";
    if (!html || !swap(desk.page, html)) fail(desk);
    else if (quick) {
      clock(desk, from);
      resting = window.setTimeout(() => void ask(desk, false), REST);
    }
  } catch {
    if (mine.signal.aborted) asked = "";
    else fail(desk);
  } finally {
    if (asking === mine) {
      asking = null;
      wait(desk, false);
    }
  }
  if (!asking && asked && content(desk.form).toString() !== asked) await ask(desk);
}

/** A long run tells how far it is, line by line; after an empty line come the parts of the page. */
async function askLong(desk: Desk, address: string): Promise<void> {
  asking?.abort();
  clearTimeout(resting);
  const mine = new AbortController();
  asking = mine;
  desk.waiting.hidden = false;
  const bar = desk.waiting.querySelector("progress");
  if (bar) bar.hidden = false;
  desk.page.classList.add("is-waiting");
  try {
    const answer = await fetch(address, { method: "POST", body: content(desk.form), signal: mine.signal, redirect: "manual" });
    const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    let heard = "";
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      heard += part.value;
      const share = heard.split("\n\n", 1)[0]?.trim().split("\n").at(-1);
      if (bar && share && !Number.isNaN(Number(share))) bar.value = Number(share);
    }
    if (!swap(desk.page, heard.slice(heard.indexOf("\n\n") + 2))) fail(desk);
  } catch {
    if (!mine.signal.aborted) fail(desk);
  } finally {
    if (asking === mine) {
      asking = null;
      if (bar) bar.hidden = true;
      wait(desk, false);
    }
  }
}

function fail(desk: Desk): void {
  asked = "";
  desk.live.textContent = desk.live.dataset.failed ?? "";
}

function turned(desk: Desk): void {
  turnedAt = performance.now();
  clearTimeout(timer);
  timer = window.setTimeout(() => void ask(desk), asking ? SOON : 0);
}

/** Back to how it was when the page was opened, without losing the place. */
function reset(desk: Desk): void {
  for (const field of desk.form.querySelectorAll<HTMLInputElement>("input.figure")) {
    field.value = write(Number(field.dataset.start));
    pair(field);
  }
  for (const box of desk.form.querySelectorAll<HTMLInputElement>("[data-at-first]")) {
    box.checked = box.dataset.atFirst === "1";
  }
  turned(desk);
}

/** A link to a source opens what it points to. */
function openSource(): void {
  const source = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const list = document.querySelector<HTMLDetailsElement>("details[data-sources]");
  if (source?.id === "bronnen" && list) list.open = true;
  if (!(source instanceof HTMLDetailsElement)) return;
  source.closest<HTMLDetailsElement>("details[data-sources]")?.setAttribute("open", "");
  source.open = true;
  source.scrollIntoView({ block: "center" });
  source.querySelector("summary")?.focus();
}

const desk = find();
if (desk) {
  asked = content(desk.form).toString();
  desk.form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    pair(event.target);
    turned(desk);
  });
  desk.form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("data-keep")) return;
    event.preventDefault();
    const long = event.submitter?.dataset.long;
    if (long) void askLong(desk, long);
    else turned(desk);
  });
  desk.page.querySelector("[data-reset]")?.addEventListener("click", (event) => {
    event.preventDefault();
    reset(desk);
  });
  desk.page.addEventListener(
    "toggle",
    (event) => {
      if (event.target instanceof HTMLDetailsElement && event.target.matches("[data-sources]")) turned(desk);
    },
    true,
  );
  desk.page.querySelector("[data-stop]")?.addEventListener("click", () => asking?.abort());
  addEventListener("pageshow", () => {
    for (const field of desk.form.querySelectorAll<HTMLInputElement>("input.figure")) pair(field);
  });
}
addEventListener("hashchange", openSource);
openSource();
