/** The list of certificates: a number from a paper leads to its page, or is told to be none of them. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  const found = /** @type {HTMLElement | undefined} */ (kopilka.all("[data-number]")[0]);
  if (!found) return;
  const root = found;

  /** @type {Map<string, HTMLAnchorElement>} the links of the list by their numbers */
  const listed = new Map();
  kopilka.all("[data-certificate]").forEach((link) => {
    if (link instanceof HTMLAnchorElement) listed.set(String(link.dataset.certificate), link);
  });

  const input = el("input.k-input", { id: "number", inputmode: "numeric", autocomplete: "off", placeholder: "2026-001", maxlength: 20 });
  const said = el("p.k-small", { role: "status" });

  /**
   * @param {string} written «№ 2026-001», «2026 1»
   * @returns {string} as the register has it: «2026-001»; empty for what is no number
   */
  function numberOf(written) {
    const match = /^\D*(\d{4})\D+(\d{1,6})\D*$/.exec(written);
    return match ? match[1] + "-" + match[2].replace(/^0+(?=\d{3})/, "").padStart(3, "0") : "";
  }

  /** @param {Event} event */
  function look(event) {
    event.preventDefault();
    const number = numberOf(input.value);
    const link = listed.get(number);
    if (link) {
      link.click();
      return;
    }
    said.textContent = number
      ? "Справки № " + number + " в списке нет. Сверьте номер с бумагой. Справка выдана недавно? Тогда сайт ещё не обновили: спросите у тех, кто её выдал."
      : "Впишите номер, как на бумаге: год, дефис и номер по порядку, например 2026-001.";
    input.focus();
  }

  const row = el("div.k-number__row", {}, input, el("button.k-btn.k-btn--main", { type: "submit" }, icon("search"), "Проверить"));
  root.append(el("form.k-number", { onsubmit: look }, el("label", { for: "number" }, "Номер справки"), row, said));
})();
