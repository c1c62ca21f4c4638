/* A long list to choose from becomes a field to search in: type a few letters, go with the arrows, choose with Enter.
   The list itself stays in the form and holds the choice, so that saving and drafts need not know. */

import { say } from "./saying";

interface Found {
  option: HTMLOptionElement;
  group: string;
  words: string;
}

const MOST = 60;

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

class Combobox {
  private readonly field = document.createElement("input");
  private readonly list = document.createElement("div");
  private readonly count = document.createElement("p");
  private readonly all: Found[];
  private shown: HTMLElement[] = [];
  private at = -1;

  constructor(private readonly select: HTMLSelectElement) {
    this.all = [...select.options].map((option) => {
      const group = option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label : "";
      return { option, group, words: plain(`${group} ${option.text}`) };
    });
    this.build();
    this.listen();
    this.settle();
  }

  private build(): void {
    const { select, field, list, count } = this;
    const { id } = select;
    const label = select.labels[0]?.textContent ?? say("found");
    select.id = `${id}-list`;
    select.hidden = true;
    field.id = id;
    field.type = "text";
    field.autocomplete = "off";
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", `${id}-found`);
    const described = select.getAttribute("aria-describedby");
    if (described) field.setAttribute("aria-describedby", described);
    field.dataset["noSave"] = "";
    list.id = `${id}-found`;
    list.className = "found";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", label);
    list.hidden = true;
    count.className = "vh hint";
    count.setAttribute("role", "status");
    const frame = document.createElement("div");
    frame.className = "combobox";
    frame.append(field, list, count);
    select.after(frame);
  }

  private listen(): void {
    const { field, list } = this;
    field.addEventListener("input", (event) => {
      event.stopPropagation();
      this.open(field.value);
    });
    field.addEventListener("change", (event) => event.stopPropagation());
    field.addEventListener("click", () => this.open(""));
    field.addEventListener("focus", () => field.select());
    field.addEventListener("blur", () => this.settle());
    field.addEventListener("keydown", (event) => this.key(event));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (item) this.choose(item);
    });
  }

  private key(event: KeyboardEvent): void {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) this.open("");
      else this.go(this.at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const item = this.shown[this.at] ?? (this.shown.length === 1 ? this.shown[0] : undefined);
      if (item) this.choose(item);
    } else if (event.key === "Escape" && (open || this.field.value !== this.chosen())) {
      event.preventDefault();
      event.stopPropagation();
      this.settle();
    }
  }

  private open(typed: string): void {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    const found = this.all.filter((one) => words.every((word) => one.words.includes(word)));
    const groups = new Map<string, HTMLElement>();
    this.list.replaceChildren();
    this.shown = found.slice(0, words.length ? MOST : this.all.length).map((one, place) => {
      const item = document.createElement("div");
      item.id = `${this.list.id}-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(one.option.selected));
      item.dataset["value"] = one.option.value;
      item.textContent = one.option.text;
      this.group(groups, one.group).append(item);
      return item;
    });
    this.count.textContent = found.length ? say("foundMany").replace("{}", String(found.length)) : say("foundNone");
    this.count.classList.toggle("vh", found.length > 0);
    this.list.hidden = !found.length;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.go(words.length ? 0 : this.shown.findIndex((item) => item.getAttribute("aria-selected") === "true"));
  }

  private group(groups: Map<string, HTMLElement>, name: string): HTMLElement {
    const held = groups.get(name);
    if (held) return held;
    const made = document.createElement("div");
    if (name) {
      made.setAttribute("role", "group");
      made.setAttribute("aria-label", name);
      const heading = document.createElement("b");
      heading.setAttribute("aria-hidden", "true");
      heading.textContent = name;
      made.append(heading);
    } else made.setAttribute("role", "presentation");
    groups.set(name, made);
    this.list.append(made);
    return made;
  }

  private go(to: number): void {
    this.shown[this.at]?.removeAttribute("data-here");
    this.at = Math.max(-1, Math.min(to, this.shown.length - 1));
    const item = this.shown[this.at];
    item?.setAttribute("data-here", "");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.field.setAttribute("aria-activedescendant", item.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  private choose(item: HTMLElement): void {
    const value = item.dataset["value"] ?? "";
    const changed = this.select.value !== value;
    this.select.value = value;
    this.settle();
    if (changed) this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Close the list, with what is chosen standing in the field: half a search is no choice. */
  private settle(): void {
    this.list.hidden = true;
    this.count.textContent = "";
    this.at = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    this.field.value = this.chosen();
  }

  private chosen(): string {
    return this.select.selectedOptions[0]?.text ?? "";
  }
}

export function addComboboxes(root: ParentNode): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>("select[data-search]:not([data-ready])")) {
    select.dataset["ready"] = "";
    new Combobox(select);
  }
}
