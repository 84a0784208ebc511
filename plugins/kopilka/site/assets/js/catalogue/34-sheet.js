/** On a phone the facets come up as a sheet: a native dialog, so the focus stays in it and Escape closes it. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;

  /**
   * @param {HTMLElement} panel the facets
   * @param {HTMLElement} home where they stand otherwise
   * @param {() => void} reset
   * @returns {Sheet}
   */
  function makeSheet(panel, home, reset) {
    const show = el("button.k-btn.k-btn--main", { type: "button", onclick: () => dialog.close() });
    const close = el("button.k-btn", { type: "button", onclick: () => dialog.close() }, kopilka.icon("close"), "Закрыть");
    const head = el("div.k-sheet__head", {}, el("h2", { id: "sheet-title" }, "Фильтры"), close);
    const body = el("div.k-sheet__body", {});
    const foot = el("div.k-sheet__foot", {}, el("button.k-btn", { type: "button", onclick: reset }, "Сбросить"), show);
    const dialog = /** @type {HTMLDialogElement} */ (el("dialog.k-sheet", { "aria-labelledby": "sheet-title" }, head, body, foot));
    dialog.addEventListener("close", () => home.append(panel));
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    home.after(dialog);
    return {
      open() {
        body.append(panel);
        dialog.showModal();
      },
      update(total) {
        show.textContent = total ? "Показать " + kopilka.count(total, ["запись", "записи", "записей"]) : "Ничего не нашлось";
      },
    };
  }

  Object.assign(kopilka.catalogue, { makeSheet });
})();
