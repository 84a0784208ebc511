/** What stands round the list: how many records there are, in what order, how many of them are shown. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { RECORDS, conditionWords, figures } = kopilka.catalogue;

  /** How long the count must stand still before it is read aloud. */
  const QUIET = 700;

  /**
   * @param {HTMLElement} root
   * @param {string} selector
   * @returns {any} the element, which the template has
   */
  function part(root, selector) {
    return root.querySelector(selector);
  }

  /**
   * @param {HTMLElement} root
   * @returns {(total: number) => void} shows the count at once, and has it read aloud when it stands still
   */
  function makeCounter(root) {
    const shown = part(root, "#found");
    const aloud = part(root, "[data-cat-status]");
    let timer = 0;
    let first = true;
    return (total) => {
      const words = total ? kopilka.count(total, RECORDS) : "Ничего не найдено";
      shown.textContent = words;
      window.clearTimeout(timer);
      if (!first) timer = window.setTimeout(() => (aloud.textContent = words), QUIET);
      first = false;
    };
  }

  /**
   * @param {HTMLElement} place
   * @param {number} shown
   * @param {number} total
   * @param {number} step
   */
  function tellMore(place, shown, total, step) {
    const left = Math.max(0, total - shown);
    const [button, note] = /** @type {any} */ (place.children);
    place.hidden = total <= step;
    button.hidden = !left;
    button.textContent = "Показать ещё " + Math.min(step, left);
    note.textContent = left ? "показано " + figures(shown) + " из " + figures(total) : "показаны все";
  }

  /**
   * Shows order and view; «самые подходящие» is there only while there are words to fit.
   * @param {HTMLElement} root
   * @param {CatalogueState} state
   */
  function tellOrder(root, state) {
    const order = part(root, "[data-cat-order]");
    const best = order.options[0];
    best.hidden = !state.words;
    best.disabled = !state.words;
    order.value = state.order;
    part(root, "[data-cat-views] input[value=" + state.view + "]").checked = true;
  }

  /**
   * What a printed list says of itself: the bank, the conditions, the day, the address.
   * @param {HTMLElement} place
   * @param {Manifest} manifest
   * @param {CatalogueState} state
   * @param {Condition[]} conditions
   */
  function tellPaper(place, manifest, state, conditions) {
    const words = state.words ? ["запрос «" + state.words + "»"] : [];
    const all = [...words, ...conditions.map(conditionWords)].join("; ") || "все записи";
    const day = new Date(manifest.today + "T00:00:00").toLocaleDateString("ru", { day: "numeric", month: "long", year: "numeric" });
    place.textContent = manifest.bank + ", каталог на " + day.replace(/\s?г\.$/, " года") + ": " + all + ". " + kopilka.catalogue.linkOf(manifest);
  }

  Object.assign(kopilka.catalogue, { makeCounter, part, tellMore, tellOrder, tellPaper });
})();
