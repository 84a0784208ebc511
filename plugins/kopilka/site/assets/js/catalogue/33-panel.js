/**
 * All facets. One panel serves the column at the left and the sheet on a phone: it moves between them.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;
  const { LONG, figures, makeRange, makeValues } = kopilka.catalogue;

  /** How many facets stand open before anything is chosen. */
  const OPEN = 6;

  /**
   * What stands at the right of a facet's name: how many are chosen, else how many there are.
   * @param {FacetInfo} facet
   * @param {number} chosen
   * @returns {{words: string, name: string}}
   */
  function sideWords(facet, chosen) {
    if (chosen) return { words: "выбрано: " + chosen, name: "k-facet__sel" };
    return { words: facet.type === "range" ? "" : figures(facet.values.length), name: "k-facet__all" };
  }

  /**
   * Values, a range, or both: years may be ticked one by one and named from – to.
   * @param {FacetInfo} facet
   * @param {PanelActs} acts
   * @returns {FacetBody[]}
   */
  function makeBodies(facet, acts) {
    const bodies = [];
    if (facet.type === "range" || facet.span) bodies.push(makeRange(facet, (bounds, first) => acts.range(facet.key, bounds, first)));
    if (facet.type === "values") bodies.push(makeValues(facet, (value, on) => acts.value(facet.key, value, on)));
    return bodies;
  }

  /**
   * @param {FacetInfo} facet
   * @param {Choice} choice
   * @returns {number} how many conditions are chosen in it
   */
  function chosenIn(facet, choice) {
    return Number(facet.key in choice.ranges) + (choice.values[facet.key] || []).length;
  }

  /**
   * @param {FacetInfo} facet
   * @param {PanelActs} acts
   * @returns {{element: HTMLDetailsElement, update: (selection: FacetSelection, choice: Choice) => void}}
   */
  function makeFacet(facet, acts) {
    const side = el("span");
    const element = el("details.k-facet", { "data-facet": facet.key, "data-long": facet.values.length > LONG }, el("summary", {}, facet.label + " ", side));
    /** @type {FacetBody[]} */
    let bodies = [];
    /** @type {[Record<string, number>, Choice]} */
    let last = [{}, { values: {}, ranges: {} }];

    function fill() {
      if (!bodies.length) {
        bodies = makeBodies(facet, acts);
        element.append(...bodies.map((body) => body.element));
      }
      bodies.forEach((body) => body.update(last[0], last[1]));
    }
    element.addEventListener("toggle", () => element.open && fill());
    return {
      element,
      update(selection, choice) {
        last = [selection.counts[facet.key] || {}, choice];
        const { words, name } = sideWords(facet, chosenIn(facet, choice));
        if (side.textContent !== words) side.textContent = words;
        side.className = name;
        if (element.open) fill();
      },
    };
  }

  /**
   * The facets that stand open at first: the first few, and those something is chosen in.
   * @param {FacetTable} table
   * @param {Choice} choice
   * @returns {boolean[]}
   */
  function openAtFirst(table, choice) {
    return table.facets.map((facet, place) => place < OPEN || chosenIn(facet, choice) > 0);
  }

  /**
   * @param {FacetTable} table
   * @param {Choice} choice what is chosen at first
   * @param {PanelActs} acts
   * @returns {Panel}
   */
  function makePanel(table, choice, acts) {
    const facets = table.facets.map((facet) => makeFacet(facet, acts));
    const open = openAtFirst(table, choice);
    facets.forEach(({ element }, place) => {
      element.open = open[place];
    });
    const hint = el("p.k-vh", {}, "Список записей меняется сразу, как только отмечено значение.");
    const element = el("form.k-facets", { "aria-label": "Условия отбора" }, hint, ...facets.map((facet) => facet.element));
    element.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    return {
      element,
      update(selection, chosen) {
        facets.forEach((facet) => facet.update(selection, chosen));
      },
    };
  }

  Object.assign(kopilka.catalogue, { makePanel });
})();
