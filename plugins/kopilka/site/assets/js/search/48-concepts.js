/**
 * Concepts of the glossary in a query: named in full, or by the telling part of a name.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;

  /** The part of a name that is as good as the name: «инклюзивное» for «инклюзивное образование». */
  const TELLING = 0.6;
  /** Concepts taken so. */
  const PARTS = 6;
  /** Concepts without phrases in a row: behind so many there are no more. */
  const GAP = 20;

  /** @type {Map<string, {token: string, phrase: string[]}[]> | null} phrases of all concepts by every term in them */
  let phrases = null;

  /** @returns {Map<string, {token: string, phrase: string[]}[]>} */
  function allPhrases() {
    if (phrases) return phrases;
    const found = new Map();
    for (let i = 0, gap = 0; gap < GAP; i += 1) {
      const token = "§" + i;
      const named = /** @type {string[][]} */ (kopilka.index.conceptTerms(token));
      gap = named.length ? 0 : gap + 1;
      named.forEach((phrase) => {
        phrase.forEach((term) => found.set(term, [...(found.get(term) || []), { token, phrase }]));
      });
    }
    phrases = found;
    return found;
  }

  /**
   * Phrases of the glossary in the query, with the words they stand for.
   * @param {Token[]} tokens
   * @param {PlannedWord[]} words
   * @returns {FoundConcept[]}
   */
  function conceptsOf(tokens, words) {
    const place = new Map(words.map((word, i) => [word.term, i]));
    return kopilka.index.concepts(tokens).map((/** @type {{token: string, from: number, to: number}} */ found) => {
      const within = tokens.slice(found.from, found.to).map((token) => place.get(token.term));
      return { token: found.token, words: [...new Set(within.filter((i) => i !== undefined))] };
    });
  }

  /**
   * How well every term is served by the words of a query, whichever of them serves it best.
   * @param {PlannedWord[]} words
   * @returns {Map<string, {serves: number, word: number}>}
   */
  function servedTerms(words) {
    const served = new Map();
    words.forEach((word, i) => {
      word.matches.forEach(({ serves }, term) => {
        const known = served.get(term);
        if (!known || known.serves < serves) served.set(term, { serves, word: i });
      });
    });
    return served;
  }

  /**
   * How much a term tells of a phrase it stands in.
   * @param {string} term
   * @returns {number}
   */
  function telling(term) {
    return 1 / Math.log(kopilka.index.frequency(term) + 2);
  }

  /**
   * @param {string[]} terms
   * @param {(term: string) => number} [part] how much of a term counts
   * @returns {number} how much they tell together
   */
  function sum(terms, part = () => 1) {
    return terms.reduce((all, term) => all + telling(term) * part(term), 0);
  }

  /**
   * Concepts of whose names the query has the telling part, in whatever form.
   * @param {PlannedWord[]} words
   * @param {FoundConcept[]} known named in full
   * @returns {(FoundConcept & {share: number})[]} the surest first
   */
  function partsOfConcepts(words, known) {
    const served = servedTerms(words);
    /** @type {Map<string, FoundConcept & {share: number}>} */
    const parts = new Map();
    served.forEach((_, term) => {
      (allPhrases().get(term) || []).forEach(({ token, phrase }) => {
        if (known.some((one) => one.token === token) || !kopilka.index.has(token)) return;
        const own = phrase.filter((one) => served.has(one));
        if (sum(own) < sum(phrase) * TELLING) return;
        const share = sum(own, (one) => served.get(one)?.serves || 0) / sum(phrase);
        const before = parts.get(token);
        if (before && before.share >= share) return;
        parts.set(token, { token, share, words: [...new Set(own.map((one) => served.get(one)?.word || 0))] });
      });
    });
    return [...parts.values()].sort((a, b) => b.share - a.share || (a.token < b.token ? -1 : 1)).slice(0, PARTS);
  }

  Object.assign(planner, { conceptsOf, partsOfConcepts });
})();
