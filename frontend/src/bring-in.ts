/* Choosing files: say at once when they are too large together, and show that the work has begun. */

const form = document.querySelector<HTMLFormElement>("form.bring");

if (form) {
  const files = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const wrong = form.querySelector<HTMLElement>("#files-wrong")!;
  const button = form.querySelector<HTMLButtonElement>("button[data-busy]")!;
  const limit = Number(form.dataset["limit"]);

  const tooLarge = (): boolean => [...(files.files ?? [])].reduce((sum, file) => sum + file.size, 0) > limit;

  files.addEventListener("change", () => {
    wrong.textContent = tooLarge() ? (wrong.dataset["tooLarge"] ?? "") : "";
    files.setAttribute("aria-invalid", String(tooLarge()));
  });

  form.addEventListener("submit", (event) => {
    if (tooLarge()) {
      event.preventDefault();
      files.focus();
      return;
    }
    button.textContent = button.dataset["busy"] ?? "";
    button.setAttribute("aria-disabled", "true");
  });
}
