/**
 * What is chosen, as plain values: a choice is never changed, every change gives a new one.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /**
   * @param {Choice} choice
   * @param {string} facet
   * @param {string} value
   * @param {boolean} on
   * @returns {Choice} the choice with the value put in or taken out
   */
  function withValue(choice, facet, value, on) {
    const others = (choice.values[facet] || []).filter((id) => id !== value);
    const values = Object.assign({}, choice.values, { [facet]: on ? others.concat(value) : others });
    if (!values[facet].length) delete values[facet];
    return { values, ranges: choice.ranges };
  }

  /**
   * @param {Choice} choice
   * @param {string} facet
   * @param {[number | null, number | null]} bounds two nulls for no bounds
   * @returns {Choice}
   */
  function withRange(choice, facet, bounds) {
    const ranges = Object.assign({}, choice.ranges, { [facet]: bounds });
    if (bounds[0] === null && bounds[1] === null) delete ranges[facet];
    return { values: choice.values, ranges };
  }

  /**
   * @param {Choice} choice
   * @param {Condition} condition
   * @returns {Choice} the choice without it
   */
  function dropped(choice, condition) {
    if (condition.value === undefined) return withRange(choice, condition.facet, [null, null]);
    return withValue(choice, condition.facet, condition.value, false);
  }

  /**
   * @param {Choice} choice
   * @param {string} facet
   * @returns {Choice} the choice without anything of the facet
   */
  function withoutFacet(choice, facet) {
    const without = withRange(choice, facet, [null, null]);
    const values = Object.assign({}, without.values);
    delete values[facet];
    return { values, ranges: without.ranges };
  }

  /**
   * «2–16 часов», «от 2020», «до 144 часов».
   * @param {[number | null, number | null]} bounds
   * @param {string} [unit]
   * @returns {string}
   */
  function rangeWords(bounds, unit) {
    const [from, to] = bounds.map((bound) => (bound === null ? null : String(bound).replace(".", ",")));
    const tail = unit ? "\u00a0" + unit : "";
    if (from !== null && from === to) return from + tail;
    if (from === null) return "до\u00a0" + to + tail;
    return (to === null ? "от\u00a0" + from : from + "\u2060–\u2060" + to) + tail;
  }

  /**
   * @param {FacetInfo} facet
   * @param {Choice} choice
   * @returns {Condition[]}
   */
  function ofFacet({ key, label, unit, values }, choice) {
    const bounds = choice.ranges[key];
    const range = bounds ? [{ facet: key, label, words: rangeWords(bounds, unit) }] : [];
    const chosen = new Set(choice.values[key] || []);
    const ticked = values.filter((value) => chosen.has(value.id));
    return [...range, ...ticked.map((value) => ({ facet: key, value: value.id, label, words: value.label }))];
  }

  /**
   * Everything chosen, in the order of the facets.
   * @param {FacetTable} table
   * @param {Choice} choice
   * @returns {Condition[]}
   */
  function conditions(table, choice) {
    return table.facets.flatMap((facet) => ofFacet(facet, choice));
  }

  /**
   * «Тема: наставничество».
   * @param {Condition} condition
   * @returns {string}
   */
  function conditionWords(condition) {
    return condition.label + ": " + condition.words;
  }

  /**
   * @param {string} words
   * @returns {string} the same with its first letter large
   */
  function capitalise(words) {
    return words.slice(0, 1).toUpperCase() + words.slice(1);
  }

  const numbers = new Intl.NumberFormat("ru");

  /**
   * «7», «10 000». Hundreds of counts change at a click, so a formatter is kept and small numbers do without it.
   * @param {number} number
   * @returns {string}
   */
  function figures(number) {
    return number < 1000 ? String(number) : numbers.format(number);
  }

  /** @type {Choice} */
  const NOTHING = { values: {}, ranges: {} };

  kopilka.catalogue = { NOTHING, capitalise, conditionWords, conditions, dropped, figures, rangeWords, withRange, withValue, withoutFacet };
})();
