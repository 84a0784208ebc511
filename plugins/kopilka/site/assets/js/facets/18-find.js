/**
 * Values by what is typed: «наставничества», «ООО», «школа 376» offer the facet instead of a search.
 */
(function () {
  "use strict";

  const ENDING =
    /(?:иями|ями|ами|иях|ого|его|ому|ему|ыми|ими|ией|иям|ием|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ою|ею|ую|юю|ым|им|ом|ем|ых|их|ах|ях|ам|ям|ов|ев|ия|ию|ии|ью|[аеиоуыэюяйь])$/;
  const LEAST = 3;

  /**
   * The stemmer of the search where it has come, else a plain rule: endings that most words have. Words of three
   * letters stay whole: they are abbreviations.
   * @returns {(word: string) => string}
   */
  function stemmer() {
    const Stemmer = /** @type {any} */ (window).RussianStemmer;
    const found = Stemmer && new Stemmer();
    const cut = found ? (word) => found.stemWord(word) : (word) => word.replace(ENDING, "");
    return (word) => (word.length > LEAST ? cut(word) : word);
  }

  /**
   * Words of a text without their endings, one case, ё as е.
   * @param {string} text
   * @param {(word: string) => string} stem
   * @returns {string[]}
   */
  function stems(text, stem) {
    return (text.toLowerCase().replace(/ё/g, "е").match(/[a-zа-я]+|\d+/g) || []).map(stem);
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
   * Whether the typed words, a number among them, all stand in a name: «376», «лицей 366».
   * @param {string[]} name
   * @param {string[]} typed
   * @returns {boolean}
   */
  function numbered(name, typed) {
    return typed.some((word) => /^\d\d/.test(word)) && typed.every((word) => name.includes(word));
  }

  /**
   * How well a name fits: 4 it is all that is typed (3 a synonym is), 2 it is among the typed words, 1 it begins
   * so, 0 not at all.
   * @param {string[]} name
   * @param {string[]} typed
   * @param {boolean} own whether the value is called so on the page; a synonym must be typed whole
   * @returns {number}
   */
  function fit(name, typed, own) {
    if (!name.length || !typed.length) return 0;
    if (contains(typed, name)) return name.length < typed.length ? 2 : own ? 4 : 3;
    return own && (begins(name, typed) || numbered(name, typed)) ? 1 : 0;
  }

  /**
   * @param {FacetsData} data
   * @param {{facets: FacetInfo[]}} table
   * @returns {FacetTable["find"]}
   */
  function facetFinder(data, { facets }) {
    /** @typedef {{own: number, names: string[][], offer: FacetOffer, order: number}} Known */
    /** @type {Known[]} */
    let known = [];
    /** @type {any} the stemmer that cut the names */
    let cutBy = null;

    /**
     * Names are cut into stems at the first question: most pages never ask.
     * @param {(word: string) => string} stem
     */
    function learn(stem) {
      known = [];
      data.facets.forEach((facet, f) => {
        facet.values.forEach((value, v) => {
          const { label, short, total } = facets[f].values[v];
          const offer = { facet: facet.key, value: value.id, label, facetLabel: facet.label, n: total };
          const own = short ? [label, short] : [label];
          const names = [...own, ...(value.words || [])].map((name) => stems(name, stem));
          if (total) known.push({ own: own.length, names, offer, order: known.length });
        });
      });
    }

    return function find(words, limit = 6) {
      const stem = stemmer();
      if (cutBy !== /** @type {any} */ (window).RussianStemmer || !known.length) learn(stem);
      cutBy = /** @type {any} */ (window).RussianStemmer;
      const typed = stems(words.slice(0, 200), stem);
      return known
        .map((item) => ({ ...item, fit: Math.max(...item.names.map((name, i) => fit(name, typed, i < item.own))) }))
        .filter((item) => item.fit > 0)
        .sort((a, b) => b.fit - a.fit || b.offer.n - a.offer.n || a.order - b.order)
        .slice(0, limit)
        .map((item) => ({ ...item.offer }));
    };
  }

  Object.assign(window.kopilka, { facetFinder });
})();
