/**
 * What the hits are: kinds of records, organisations, terms, pages; told by their numbers alone, because the
 * cards of all hits are never loaded.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /**
   * Which group a card is of, by its number.
   * @param {Manifest} manifest
   * @param {FacetTable | null} table without it records are one group
   * @returns {(n: number) => string} id of a kind; «record» when the kinds are not known
   */
  function groupOf(manifest, table) {
    const kinds = table && table.facets.find((facet) => facet.key === "vid-zapisi");
    const terms = manifest.cards - manifest.terms;
    return (n) => {
      if (n >= terms) return "term";
      if (n >= manifest.texts) return "organisation";
      if (n >= manifest.records) return "page";
      const kind = kinds && kinds.values.find((value) => value.has(n));
      return kind ? kind.id : "record";
    };
  }

  /**
   * How many hits every group has.
   * @param {Hit[]} hits
   * @param {(n: number) => string} of
   * @returns {Map<string, number>}
   */
  function countGroups(hits, of) {
    const counts = new Map();
    hits.forEach(({ n }) => counts.set(of(n), (counts.get(of(n)) || 0) + 1));
    return counts;
  }

  /**
   * The hits of a group; all of them for "".
   * @param {Hit[]} hits
   * @param {string} group
   * @param {(n: number) => string} of
   * @returns {Hit[]}
   */
  function hitsOf(hits, group, of) {
    return group ? hits.filter(({ n }) => of(n) === group) : hits;
  }

  kopilka.groups = { countGroups, groupOf, hitsOf };
})();
