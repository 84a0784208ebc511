/**
 * Scores by lunr.js. lunr wants vectors of all documents over all terms; the packed index has neither.
 * A score is query·document / |query|, so vectors with the asked terms alone give the very same scores.
 *
 * lunr makes objects for every posting: a frequent word of 10 000 records would keep a reader waiting for
 * a second. So all documents are first added up in plain arrays, and lunr is given the best of them; what
 * follows them stays in the order of the sums, which are the same numbers (a test compares them).
 */
(function () {
  "use strict";

  const lunr = /** @type {any} */ (window).lunr;
  const { begin: beginWeights, weighed } = window.kopilka.weights;

  /** How many documents lunr scores: more than anybody looks at. */
  const BEST = 200;
  /** Terms in one number of bits. */
  const BITS = 31;

  let documents = 0;
  /** @type {string[]} */
  let fields = [];

  /** @param {SearchCore} core */
  function begin(core) {
    documents = core.documents;
    fields = beginWeights(core);
  }

  /**
   * @param {AskedTerm[]} clauses in the order of the terms
   * @returns {Sums}
   */
  function addUp(clauses) {
    const dots = fields.map(() => /** @type {Float64Array | null} */ (null));
    const bits = Array.from({ length: Math.ceil(clauses.length / BITS) }, () => new Int32Array(documents));
    clauses.forEach(({ boost, weighed: { parts } }, number) => {
      const met = bits[Math.floor(number / BITS)];
      const bit = 1 << number % BITS;
      parts.forEach(({ field, refs, weights }) => {
        const dot = (dots[field] = dots[field] || new Float64Array(documents));
        for (let i = 0; i < refs.length; i++) {
          dot[refs[i]] += boost * weights[i];
          met[refs[i]] |= bit;
        }
      });
    });
    return { bits, scores: scores(dots, Math.sqrt(clauses.reduce((sum, { boost }) => sum + boost * boost, 0))) };
  }

  /**
   * @param {(Float64Array | null)[]} dots
   * @param {number} magnitude of the query
   */
  function scores(dots, magnitude) {
    const found = new Float64Array(documents);
    for (const dot of dots) {
      for (let n = 0; dot && n < documents; n++) if (dot[n]) found[n] += dot[n] / magnitude;
    }
    return found;
  }

  /**
   * The documents that have any of the terms, best first; scores that differ by less than a millionth are equal.
   *
   * Score and number make one number, because numbers are sorted ten times sooner than by a comparing function.
   * @param {Sums} sums
   */
  function ranked({ bits, scores }) {
    const step = 2 ** Math.ceil(Math.log2(documents + 1));
    const keys = [];
    for (let n = 0; n < documents; n++) {
      if (bits.some((part) => part[n])) keys.push(Math.round(scores[n] * 1e6) * step + (step - 1 - n));
    }
    return Uint32Array.from(Float64Array.from(keys).sort().reverse(), (key) => step - 1 - (key % step));
  }

  /**
   * An index of lunr with the asked terms and the best documents alone.
   * @param {AskedTerm[]} clauses
   * @param {Uint8Array} chosen which documents
   */
  function makeIndex(clauses, chosen) {
    /** @type {Record<string, any>} */
    const invertedIndex = Object.create(null);
    /** @type {Record<string, any>} */
    const fieldVectors = Object.create(null);
    clauses.forEach(({ term, weighed: { place, parts } }) => {
      const posting = (invertedIndex[term] = { _index: place });
      fields.forEach((name) => (posting[name] = {}));
      parts.forEach(({ field, refs, weights }) => {
        const name = fields[field];
        for (let i = 0; i < refs.length; i++) {
          if (!chosen[refs[i]]) continue;
          posting[name][refs[i]] = {};
          const key = name + "/" + refs[i];
          const vector = (fieldVectors[key] = fieldVectors[key] || new lunr.Vector());
          vector.elements.push(place, weights[i]);
        }
      });
    });
    const tokenSet = lunr.TokenSet.fromArray(clauses.map(({ term }) => term));
    return new lunr.Index({ invertedIndex, fieldVectors, tokenSet, fields, pipeline: new lunr.Pipeline() });
  }

  /**
   * @param {AskedTerm[]} clauses
   * @param {Uint32Array} best
   * @returns {SearchHit[]}
   */
  function scoreByLunr(clauses, best) {
    const chosen = new Uint8Array(documents);
    best.forEach((n) => (chosen[n] = 1));
    const results = makeIndex(clauses, chosen).query((query) =>
      clauses.forEach(({ term, boost }) => query.term(term, { boost, usePipeline: false })),
    );
    return results.map(({ ref, score, matchData }) => {
      return { n: Number(ref), score, terms: Object.keys(matchData.metadata) };
    });
  }

  /**
   * Documents below the best; those with the same terms share one list of them.
   * @param {AskedTerm[]} clauses
   * @param {Uint32Array} rest
   * @param {Sums} sums
   * @returns {SearchHit[]}
   */
  function scoreByHand(clauses, rest, { bits, scores }) {
    /** @type {Map<string | number, string[]>} */
    const lists = new Map();
    return Array.from(rest, (n) => {
      const key = bits.length === 1 ? bits[0][n] : bits.map((part) => part[n]).join();
      let terms = lists.get(key);
      if (!terms) {
        const has = (/** @type {number} */ number) => bits[Math.floor(number / BITS)][n] & (1 << number % BITS);
        terms = clauses.filter((_, number) => has(number)).map(({ term }) => term);
        lists.set(key, terms);
      }
      return { n, score: scores[n], terms };
    });
  }

  /**
   * What is asked: every brought term once, alternatives of one term added together as lunr does.
   * @param {{term: string, boost: number}[]} alternatives
   * @param {(term: string) => {place: number, packed: string} | null} postings
   * @returns {AskedTerm[]} in the order of the terms
   */
  function clausesOf(alternatives, postings) {
    /** @type {Map<string, AskedTerm>} */
    const found = new Map();
    alternatives.forEach(({ term, boost }) => {
      const known = found.get(term);
      const weights = known ? known.weighed : weighed(term, postings);
      if (weights) found.set(term, { term, boost: boost + (known ? known.boost : 0), weighed: weights });
    });
    return Array.from(found.values()).sort((a, b) => a.weighed.place - b.weighed.place);
  }

  /**
   * Documents with any of the alternatives, best first; alternatives that were not brought count for nothing.
   * @param {{term: string, boost: number}[]} alternatives
   * @param {(term: string) => {place: number, packed: string} | null} postings
   * @param {number} [best] how many documents lunr scores
   * @returns {SearchHit[]}
   */
  function search(alternatives, postings, best = BEST) {
    const clauses = clausesOf(alternatives, postings);
    if (!clauses.length) return [];
    const sums = addUp(clauses);
    const order = ranked(sums);
    return scoreByLunr(clauses, order.slice(0, best)).concat(scoreByHand(clauses, order.slice(best), sums));
  }

  window.kopilka.scoring = { begin, search };
})();
