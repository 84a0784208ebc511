/**
 * The head of a printed record: its address, the day of printing and a QR code.
 *
 * A browser does not wait when printing begins, so what draws the codes is brought a moment before: by a press
 * on «Напечатать», or by the Ctrl of Ctrl+P. Printed from the browser's own menu, a page has the address in letters.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /**
   * The whole address of a page of the site, to be read from paper.
   * @param {string} path
   * @param {string | null} site where the bank says it lives, if it does
   * @returns {string} "" for a folder on a disk
   */
  function publicAddress(path, site) {
    const page = kopilka.page(path).replace(/(^|\/)index\.html$/, "$1");
    const root = kopilka.page("index").replace(/(^|\/)index\.html$/, "$1");
    if (site) return new URL(page.slice(root.length), site).href;
    return /^https?:/.test(page) ? page : "";
  }

  /** @type {(address: string) => string} without what everyone knows */
  function shortAddress(address) {
    return decodeURI(address).replace(/^https?:\/\//, "");
  }

  /** @returns {string} «22.11.2026» */
  function printedDay() {
    return kopilka.route.today().split("-").reverse().join(".");
  }

  Object.assign(kopilka, { printedDay, publicAddress, shortAddress });

  const found = /** @type {HTMLElement | undefined} */ (kopilka.all(".k-printhead[data-path]")[0]);
  if (!found) return;
  const head = found;
  const { address: stated = "", path = "" } = head.dataset;
  const address = stated || publicAddress(path, null);
  const said = kopilka.el("span");
  /** @type {HTMLElement} */ (head.lastElementChild).append(said);

  function fill() {
    const where = stated ? "" : ` · ${address ? shortAddress(address) : "страница " + path}`;
    said.textContent = `${where} · напечатано ${printedDay()}`;
    if (address && kopilka.qr && !head.querySelector("svg")) head.append(kopilka.qr(address));
  }

  /** @returns {Promise<void>} done also when the codes did not come: the address is there without them */
  function bringCodes() {
    return kopilka.part("qr").then(fill, fill);
  }

  window.addEventListener("beforeprint", fill);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Control" || event.key === "Meta") bringCodes();
  });
  kopilka.beforePrint = bringCodes;
})();
