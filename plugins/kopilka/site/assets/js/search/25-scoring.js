/**
 * Scores by lunr.js. lunr wants vectors of all documents over all terms; the packed index has neither.
 * A score is query·document / |query|, so vectors with the asked terms alone give the very same scores:
 * they are made here from the postings, by the formula and the rounding of lunr's own builder.
 */
(function () {
  "use strict";

  const lunr = /** @type {any} */ (window).lunr;
  const { numbers, reader } = window.kopilka.unpacking;

  /** How many decoded terms are kept for the next queries. */
  const KEPT = 200;

  /** @type {{name: string, boost: number, lengths: Uint32Array, average: number}[]} */
  let fields = [];
  let documents = 0;
  let k1 = 1.2;
  let b = 0.75;
  /** @type {Map<string, Scored>} */
  const kept = new Map();

  /** @param {SearchCore} core */
  function begin(core) {
    ({ documents, k1, b } = core);
    fields = core.fields.map(([name, boost, packed]) => {
      const lengths = numbers(packed, documents);
      return { name, boost, lengths, average: lengths.reduce((sum, length) => sum + length, 0) / documents };
    });
    kept.clear();
  }

  /**
   * @param {string} packed
   * @returns {{field: number, refs: Uint32Array, times: Uint32Array}[]}
   */
  function decode(packed) {
    const found = [];
    const { more, next } = reader(packed);
    while (more()) {
      const field = next();
      const count = next();
      const refs = new Uint32Array(count);
      const times = new Uint32Array(count);
      let ref = 0;
      for (let i = 0; i < count; i++) {
        const step = next();
        ref += step >>> 1;
        refs[i] = ref;
        times[i] = step & 1 ? next() : 1;
      }
      found.push({ field, refs, times });
    }
    return found;
  }

  /**
   * The inverse frequency as lunr counts it: every field of a document for itself.
   * @param {number} met
   */
  function inverse(met) {
    return Math.log(1 + Math.abs((documents - met + 0.5) / (met + 0.5)));
  }

  /**
   * What lunr keeps of one term: its posting, and its part of the documents' vectors.
   * @param {number} place
   * @param {string} packed
   * @returns {Scored}
   */
  function score(place, packed) {
    const decoded = decode(packed);
    const idf = inverse(decoded.reduce((sum, { refs }) => sum + refs.length, 0));
    /** @type {Record<string, any>} */
    const posting = { _index: place };
    fields.forEach(({ name }) => (posting[name] = {}));
    decoded.forEach(({ field, refs }) => refs.forEach((ref) => (posting[fields[field].name][ref] = {})));
    const parts = decoded.map(({ field, refs, times }) => ({ field, refs, weights: weigh(field, refs, times, idf) }));
    return { place, posting, parts };
  }

  /**
   * @param {number} field
   * @param {Uint32Array} refs
   * @param {Uint32Array} times
   * @param {number} idf
   */
  function weigh(field, refs, times, idf) {
    const { boost, lengths, average } = fields[field];
    return Float64Array.from(refs, (ref, i) => {
      const length = 1 - b + b * (lengths[ref] / average);
      const weight = (idf * ((k1 + 1) * times[i])) / (k1 * length + times[i]) * boost;
      return Math.round(weight * 1000) / 1000;
    });
  }

  /**
   * @param {string} term
   * @param {(term: string) => {place: number, packed: string} | null} postings
   * @returns {Scored | null}
   */
  function known(term, postings) {
    let scored = kept.get(term) || null;
    if (!scored) {
      const found = postings(term);
      scored = found && score(found.place, found.packed);
    }
    if (!scored) return null;
    kept.delete(term);
    kept.set(term, scored);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value || "");
    return scored;
  }

  /**
   * An index of lunr with the asked terms alone.
   * @param {Map<string, Scored>} asked in the order of the terms' places
   */
  function makeIndex(asked) {
    /** @type {Record<string, any>} */
    const invertedIndex = Object.create(null);
    /** @type {Record<string, any>} */
    const fieldVectors = Object.create(null);
    asked.forEach(({ place, posting, parts }, term) => {
      invertedIndex[term] = posting;
      parts.forEach(({ field, refs, weights }) => {
        const start = fields[field].name + "/";
        refs.forEach((ref, i) => {
          const vector = fieldVectors[start + ref];
          if (vector) vector.elements.push(place, weights[i]);
          else fieldVectors[start + ref] = new lunr.Vector([place, weights[i]]);
        });
      });
    });
    return new lunr.Index({
      invertedIndex,
      fieldVectors,
      tokenSet: lunr.TokenSet.fromArray(Array.from(asked.keys()).sort()),
      fields: fields.map(({ name }) => name),
      pipeline: new lunr.Pipeline(),
    });
  }

  /**
   * Documents with any of the alternatives, best first; alternatives that were not brought count for nothing.
   * @param {{term: string, boost: number}[]} alternatives
   * @param {(term: string) => {place: number, packed: string} | null} postings
   * @returns {{n: number, score: number, terms: string[]}[]}
   */
  function search(alternatives, postings) {
    /** @type {[string, Scored][]} */
    const found = [];
    new Set(alternatives.map(({ term }) => term)).forEach((term) => {
      const scored = known(term, postings);
      if (scored) found.push([term, scored]);
    });
    found.sort((a, b) => a[1].place - b[1].place);
    const asked = new Map(found);
    const clauses = alternatives.filter(({ term }) => asked.has(term));
    if (!clauses.length) return [];
    const results = makeIndex(asked).query((query) =>
      clauses.forEach(({ term, boost }) => query.term(term, { boost, usePipeline: false })),
    );
    return results.map(({ ref, score, matchData }) => ({ n: Number(ref), score, terms: Object.keys(matchData.metadata) }));
  }

  window.kopilka.scoring = { begin, search };
})();
