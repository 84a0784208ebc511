/**
 * `kopilka.search` over Pagefind, for banks whose own index would be too large to bring: the same questions,
 * the same answers, so that the box, the search page and the catalogue do not know the difference.
 *
 * Pagefind knows stems and beginnings of words; layouts are tried when it finds nothing. It needs a server.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { analyse, fold } = kopilka.analysis;
  const planner = kopilka.planner;

  const FROM_DISK = "Поиск этого банка работает только на сайте: из папки ему не прочитать свой указатель.";
  const LENGTH = 220;

  /** @type {Map<string, number>} Pagefind's name of a document -> the number of its card */
  const numbers = new Map();
  /** @type {any} */
  let engine = null;

  // Snippets are cut by the same code as over our own index; there is no glossary here.
  kopilka.index = { analyse, concepts: () => [] };

  /** @returns {Promise<void>} */
  async function ready() {
    if (engine) return;
    if (window.location.protocol === "file:") throw new Error(FROM_DISK);
    const names = /** @type {string} */ (await kopilka.data("pagefind"));
    names.split("\n").forEach((name, n) => numbers.set(name, n));
    const address = kopilka.file("data/pagefind/pagefind.js");
    // eslint-disable-next-line no-restricted-syntax -- this engine is a module; from a disk it was refused above
    const library = await import(address);
    await library.options({ basePath: kopilka.file("data/pagefind/") });
    await library.init();
    engine = library;
  }

  /**
   * What may have been meant, the likeliest first; `exact` leaves what was typed.
   * @param {string} query
   * @param {boolean} exact
   * @returns {[string, Answer["correction"]][]}
   */
  function readings(query, exact) {
    const chunks = query.split(/\s+/).filter(Boolean);
    /** @type {[string, Answer["correction"]][]} */
    const found = [[query, ""]];
    if (exact || !chunks.some((chunk) => /[a-z]/i.test(chunk))) return found;
    found.push([chunks.map((chunk) => planner.toRussian(chunk)[0] || chunk).join(" "), "layout"]);
    found.push([chunks.map((chunk) => planner.translit(chunk)[0] || chunk).join(" "), "translit"]);
    return found;
  }

  /**
   * @param {string} query
   * @returns {Promise<Hit[]>}
   */
  async function hitsOf(query) {
    const { results } = await engine.search(query);
    const terms = analyse(query).map((/** @type {Token} */ token) => token.term);
    return results
      .filter((/** @type {{id: string}} */ found) => numbers.has(found.id))
      .map((/** @type {{id: string, score: number}} */ found) => {
        return { n: numbers.get(found.id), score: found.score, terms, near: "" };
      });
  }

  /**
   * The hits of all words together; where no document has them all, those that have most of them. A word that
   * nobody wrote Pagefind reads as the longest beginning it knows, so it is named as missing only when alone.
   * @param {string} query
   * @returns {Promise<{hits: Hit[], missing: string[]}>}
   */
  async function softly(query) {
    const whole = await hitsOf(query);
    if (whole.length) return { hits: whole, missing: [] };
    const words = /** @type {Token[]} */ (analyse(query)).map((token) => token.word);
    const parts = words.length > 1 ? await Promise.all(words.map(hitsOf)) : [[]];
    return { hits: joined(parts), missing: words.filter((_, i) => !parts[i].length) };
  }

  /**
   * @param {Hit[][]} parts the hits of each word
   * @returns {Hit[]} those of most words first
   */
  function joined(parts) {
    /** @type {Map<number, Hit & {served: number}>} */
    const found = new Map();
    parts.flat().forEach((hit) => {
      const known = found.get(hit.n);
      found.set(hit.n, { ...hit, served: (known?.served || 0) + 1, score: (known?.score || 0) + hit.score });
    });
    return [...found.values()].sort((a, b) => b.served - a.served || b.score - a.score || a.n - b.n);
  }

  /**
   * @param {string} query
   * @param {{typing?: boolean, exact?: boolean}} [options]
   * @returns {Promise<Answer>}
   */
  async function ask(query, options = {}) {
    await ready();
    /** @type {Answer} */
    const empty = { query, shown: query, correction: "", missing: [], hits: [] };
    for (const [shown, correction] of readings(query, options.exact === true)) {
      const { hits, missing } = await softly(shown);
      if (hits.length) return { query, shown, correction, missing, hits };
      if (!correction) empty.missing = missing;
    }
    return empty;
  }

  /**
   * What snippets are marked by: every word of the query, and the beginning that its last word is.
   * @param {Answer} answer
   */
  function planOf(answer) {
    const clauses = new Map();
    const tokens = /** @type {Token[]} */ (analyse(answer.shown));
    tokens.forEach(({ term }) => clauses.set(term, { term, boost: 1, mark: "exact", serves: new Map() }));
    const words = tokens.map((token) => ({ text: token.word, begins: fold(token.word) }));
    return { read: answer.shown, shown: answer.shown, correction: answer.correction, words, concepts: [], clauses, phrases: [] };
  }

  /**
   * @param {string} text
   * @param {Answer} answer
   * @returns {Fragment[]}
   */
  function mark(text, answer) {
    return planner.fragments(text, planner.places(text, planOf(answer)), 0, text.length);
  }

  /**
   * @param {Card} card
   * @param {Answer} answer
   * @param {Hit} hit
   * @param {number} [length]
   * @returns {Promise<Fragment[]>}
   */
  function snippet(card, answer, hit, length = LENGTH) {
    return planner.snippet(card, hit.n, planOf(answer), length);
  }

  /** @type {SearchEngine} */
  kopilka.search = { ask, mark, ready, snippet };
})();
