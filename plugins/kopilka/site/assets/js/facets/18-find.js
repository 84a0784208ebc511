/**
 * Values by what is typed: «наставничества», «ООО», «школа 376» offer the facet instead of a search.
 */
(function () {
  "use strict";

  const ENDING =
    /(?:иями|ями|ами|иях|ого|его|ому|ему|ыми|ими|ией|иям|ием|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ою|ею|ую|юю|ым|им|ом|ем|ых|их|ах|ях|ам|ям|ов|ев|ия|ию|ии|ью|[аеиоуыэюяйь])$/;
  const LEAST = 3;

  /**
   * Words of a text, one case, ё as е; a word of letters without its ending.
   * @param {string} text
   * @returns {string[]}
   */
  function stems(text) {
    const words = text.toLowerCase().replace(/ё/g, "е").match(/[a-zа-я]+|\d+/g) || [];
    return words.map((word) => (word.length > LEAST + 1 ? word.replace(ENDING, "") : word));
  }

  /**
   * Whether `part` stands in `whole` in one row of words.
   * @param {string[]} whole
   * @param {string[]} part
   * @returns {boolean}
   */
  function contains(whole, part) {
    return whole.some((_, start) => part.every((word, i) => whole[start + i] === word));
  }

  /**
   * Whether a name begins with what is typed; the last word may be unfinished.
   * @param {string[]} name
   * @param {string[]} typed
   * @returns {boolean}
   */
  function begins(name, typed) {
    const last = typed.length - 1;
    if (last >= name.length || typed.join("").length < LEAST) return false;
    return typed.every((word, i) => (i === last && !/\d/.test(word) ? name[i].startsWith(word) : name[i] === word));
  }

  /**
   * How well a name fits: 3 it is all that is typed, 2 it is among the typed words, 1 it begins so, 0 not at all.
   * @param {string[]} name
   * @param {string[]} typed
   * @returns {number}
   */
  function fit(name, typed) {
    if (!name.length || !typed.length) return 0;
    if (contains(typed, name)) return name.length === typed.length ? 3 : 2;
    return begins(name, typed) ? 1 : 0;
  }

  /**
   * @param {FacetsData} data
   * @param {{facets: FacetInfo[]}} table
   * @returns {FacetTable["find"]}
   */
  function facetFinder(data, { facets }) {
    /** @type {{names: string[][], offer: FacetOffer, order: number}[] | null} */
    let known = null;

    /** Names are cut into stems at the first question: most pages never ask. */
    function names() {
      known = [];
      data.facets.forEach((facet, f) => {
        facet.values.forEach((value, v) => {
          const { label, total } = facets[f].values[v];
          const offer = { facet: facet.key, value: value.id, label, facetLabel: facet.label, n: total };
          const all = [label, value.short || "", ...(value.words || [])].map(stems);
          if (total && known) known.push({ names: all, offer, order: known.length });
        });
      });
      return known;
    }

    return function find(words, limit = 6) {
      const typed = stems(words.slice(0, 200));
      if (!typed.length) return [];
      const fitting = (known || names()).map((item) => ({
        item,
        fit: Math.max(...item.names.map((name) => fit(name, typed))),
      }));
      return fitting
        .filter((found) => found.fit > 0)
        .sort((a, b) => b.fit - a.fit || b.item.offer.n - a.item.offer.n || a.item.order - b.item.order)
        .slice(0, limit)
        .map((found) => ({ ...found.item.offer }));
    };
  }

  Object.assign(window.kopilka, { facetFinder });
})();
