/**
 * The choice as a table for Excel: semicolons and a mark of UTF-8, as a Russian Excel expects.
 *
 * A cell that a table would take for a formula gets an apostrophe before it: titles come from many hands.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { capitalise, wholeAddress } = kopilka.catalogue;

  const MARK = "\ufeff";
  const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

  /**
   * @param {string} words
   * @returns {string} a cell: harmless, quoted where it must be
   */
  function cell(words) {
    const safe = FORMULA.test(words) ? "'" + words : words;
    return /[;"\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  /**
   * The values of a facet that a record has, in words.
   * @param {FacetInfo} facet
   * @param {string[]} ids
   * @returns {string}
   */
  function labels(facet, ids) {
    if (facet.type === "range") return ids.join("").replace(".", ",");
    const wanted = new Set(ids);
    return facet.values
      .filter((value) => wanted.has(value.id))
      .map((value) => value.label)
      .join("; ");
  }

  /**
   * @param {FacetTable} table
   * @returns {string[]} names of the columns
   */
  function heads(table) {
    const named = (facet) => capitalise(facet.label) + (facet.unit ? ", " + facet.unit : "");
    return ["Название", "Держатель опыта", "Место", ...table.facets.map(named), "Коротко", "Подтверждена", "Адрес"];
  }

  /**
   * @param {number} n
   * @param {Card} card
   * @param {FacetTable} table
   * @param {Manifest} manifest
   * @returns {string[]}
   */
  function row(n, card, table, manifest) {
    const values = table.values(n);
    const facets = table.facets.map((facet) => labels(facet, values[facet.key] || []));
    return [card.title, card.by, card.place, ...facets, card.text, card.confirmed, wholeAddress(card, manifest)];
  }

  /**
   * @param {number[]} numbers
   * @param {Card[]} cards of these numbers
   * @param {FacetTable} table
   * @param {Manifest} manifest
   * @returns {string} the whole file
   */
  function csv(numbers, cards, table, manifest) {
    const rows = [heads(table), ...cards.map((card, i) => row(numbers[i], card, table, manifest))];
    return MARK + rows.map((cells) => cells.map(cell).join(";")).join("\r\n") + "\r\n";
  }

  Object.assign(kopilka.catalogue, { cell, csv });
})();
