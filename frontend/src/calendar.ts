/* A date is typed as people write it; whoever would rather point at a day can open the calendar of the browser. */

export function addCalendars(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("input[data-day]:not([data-ready])")) {
    field.dataset.ready = "";
    const picker = document.createElement("input");
    picker.type = "date";
    picker.className = "calendar";
    picker.tabIndex = -1;
    picker.ariaHidden = "true";
    const open = document.createElement("button");
    open.type = "button";
    open.className = "linkish";
    open.textContent = field.dataset.day ?? "";
    open.setAttribute("aria-describedby", field.id);
    open.addEventListener("click", () => {
      const [day, month, year] = field.value.split("-");
      picker.value = year ? `${year}-${month}-${day}` : "";
      picker.showPicker();
    });
    picker.addEventListener("change", (event) => {
      event.stopPropagation();
      const [year, month, day] = picker.value.split("-");
      if (!day) return;
      field.value = `${day}-${month}-${year}`;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    field.after(open, picker);
  }
}
