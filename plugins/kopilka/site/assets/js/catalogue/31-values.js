/**
 * The values of a facet: boxes to tick with their counts.
 *
 * A list is built once, when its facet is first opened; then only ticks and counts change. No value ever
 * moves, disappears or is switched off because of another choice: a reader's hand is already on its way to it.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;
  const { capitalise, figures } = kopilka.catalogue;

  /** A longer list is folded: so many of its values are seen. */
  const LONG = 8;
  const SHOWN = 6;

  /**
   * Letters as a search sees them.
   * @param {string} words
   * @returns {string}
   */
  function plain(words) {
    return words.toLowerCase().replace(/ё/g, "е");
  }

  /**
   * The values of a long list that are seen while it is folded: those with most records in the whole bank. They are
   * the same under any choice, and stand in the list's own order.
   * @param {FacetInfo} facet
   * @returns {Set<string>}
   */
  function seenFolded(facet) {
    const wide = facet.values.filter((value) => value.parent === null);
    const most = wide.sort((a, b) => b.total - a.total).slice(0, SHOWN);
    return new Set(most.map((value) => value.id));
  }

  /**
   * How deep in the hierarchy a value stands.
   * @param {FacetInfo} facet
   * @returns {Map<string, number>}
   */
  function depths(facet) {
    /** @type {Map<string, number>} */
    const found = new Map();
    facet.values.forEach((value) => {
      found.set(value.id, value.parent !== null && found.has(value.parent) ? Number(found.get(value.parent)) + 1 : 0);
    });
    return found;
  }

  /**
   * @param {FacetInfo} facet
   * @param {FacetValue} value
   * @param {number} depth
   * @returns {ValueRow}
   */
  function makeRow(facet, value, depth) {
    const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", name: facet.key, value: value.id }));
    const number = document.createTextNode("");
    const title = value.note ? capitalise(value.note) : null;
    const label = el("label.k-check", { title }, box, el("span", {}, capitalise(value.label)), el("span.k-check__n", {}, number));
    const item = el("li", { "data-depth": depth || null }, label);
    return { id: value.id, item, label, box, number, words: plain(value.label + " " + (value.short || "")) };
  }

  /**
   * Puts a tick and a count where they differ from what is shown.
   * @param {ValueRow} row
   * @param {number} count
   * @param {boolean} chosen
   */
  function updateRow(row, count, chosen) {
    const words = figures(count);
    if (row.number.data !== words) row.number.data = words;
    if (row.box.checked !== chosen) row.box.checked = chosen;
    row.label.classList.toggle("is-zero", count === 0);
  }

  /**
   * The box that leaves of a long list what has the typed letters.
   * @param {FacetInfo} facet
   * @param {ValueRow[]} rows
   * @param {() => void} refold
   * @returns {{element: HTMLElement, input: HTMLInputElement}}
   */
  function makeFinder(facet, rows, refold) {
    const name = "Найти в списке «" + facet.label + "»";
    const input = el("input.k-input", { type: "search", "aria-label": name, placeholder: "Найти в списке", autocomplete: "off" });
    const none = el("p.k-small.k-dim", { hidden: true, role: "status" }, "Такого нет");
    input.addEventListener("input", () => {
      refold();
      none.hidden = rows.some((row) => !row.item.hidden);
    });
    const element = el("div.k-facet__find", {}, kopilka.icon("search"), input, none);
    return { element, input };
  }

  /**
   * The list of a long facet: folded, with a box to find a value by its letters.
   * @param {FacetInfo} facet
   * @param {ValueRow[]} rows
   * @returns {{head: HTMLElement | null, foot: HTMLElement | null, refold: () => void}}
   */
  function makeFold(facet, rows) {
    if (rows.length <= LONG) return { head: null, foot: null, refold: () => {} };
    let open = false;
    const seen = seenFolded(facet);
    const finder = makeFinder(facet, rows, refold);
    const words = "Показать все " + figures(rows.length);
    const foot = el("button.k-linkbtn.k-small", { type: "button", "aria-expanded": "false" }, words);
    foot.addEventListener("click", () => {
      open = !open;
      foot.textContent = open ? "Свернуть" : words;
      foot.setAttribute("aria-expanded", String(open));
      refold();
    });

    function refold() {
      const typed = plain(finder.input.value.trim());
      rows.forEach((row) => {
        row.item.hidden = typed ? !row.words.includes(typed) : !open && !seen.has(row.id) && !row.box.checked;
      });
      foot.hidden = Boolean(typed);
    }
    return { head: finder.element, foot, refold };
  }

  /**
   * @param {FacetInfo} facet
   * @param {(value: string, on: boolean) => void} choose
   * @returns {FacetBody}
   */
  function makeValues(facet, choose) {
    const depth = depths(facet);
    const rows = facet.values.map((value) => makeRow(facet, value, Number(depth.get(value.id))));
    const fold = makeFold(facet, rows);
    const list = el("ul", { "data-long": rows.length > 3 * LONG || null }, ...rows.map((row) => row.item));
    list.addEventListener("change", (event) => choose(event.target.value, event.target.checked));
    const legend = el("legend.k-vh", {}, facet.label);
    const element = el("fieldset", {}, legend, fold.head, list, fold.foot);
    return {
      element,
      update(counts, choice) {
        const chosen = new Set(choice.values[facet.key] || []);
        rows.forEach((row) => updateRow(row, counts[row.id] || 0, chosen.has(row.id)));
        fold.refold();
      },
    };
  }

  Object.assign(kopilka.catalogue, { LONG, makeValues, plain });
})();
