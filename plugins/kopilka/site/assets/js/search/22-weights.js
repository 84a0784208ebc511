/**
 * What a term weighs in every field it stands in: the formula and the rounding of lunr's builder
 * (`lunr.Builder.prototype.createFieldVectors`), from packed postings and the lengths of fields.
 */
(function () {
  "use strict";

  const { numbers, reader } = window.kopilka.unpacking;

  /** How many terms are kept for the next queries. */
  const KEPT = 200;

  let documents = 0;
  let k1 = 0;
  /** @type {{name: string, boost: number, norms: Float64Array}[]} */
  let fields = [];
  /** @type {Map<string, Weighed>} */
  const kept = new Map();

  /**
   * @param {SearchCore} core
   * @returns {string[]} names of the fields
   */
  function begin(core) {
    documents = core.documents;
    k1 = core.k1;
    fields = core.fields.map(([name, boost, lengths]) => ({ name, boost, norms: normsOf(lengths, core.b) }));
    kept.clear();
    return fields.map(({ name }) => name);
  }

  /**
   * How much the length of a field takes off its words, for every document.
   * @param {string} packed lengths
   * @param {number} b
   */
  function normsOf(packed, b) {
    const lengths = numbers(packed, documents);
    const average = lengths.reduce((sum, length) => sum + length, 0) / documents;
    return Float64Array.from(lengths, (length) => k1 * (1 - b + b * (length / average)));
  }

  /**
   * The inverse frequency as lunr counts it: every field of a document for itself.
   * @param {number} met
   */
  function inverse(met) {
    return Math.log(1 + Math.abs((documents - met + 0.5) / (met + 0.5)));
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
   * @param {number} place
   * @param {string} packed
   * @returns {Weighed}
   */
  function weigh(place, packed) {
    const decoded = decode(packed);
    const idf = inverse(decoded.reduce((sum, { refs }) => sum + refs.length, 0));
    return {
      place,
      parts: decoded.map(({ field, refs, times }) => ({ field, refs, weights: weights(field, refs, times, idf) })),
    };
  }

  /**
   * @param {number} field
   * @param {Uint32Array} refs
   * @param {Uint32Array} times
   * @param {number} idf
   */
  function weights(field, refs, times, idf) {
    const { boost, norms } = fields[field];
    const found = new Float64Array(refs.length);
    for (let i = 0; i < refs.length; i++) {
      const weight = ((idf * ((k1 + 1) * times[i])) / (norms[refs[i]] + times[i])) * boost;
      found[i] = Math.round(weight * 1000) / 1000;
    }
    return found;
  }

  /**
   * The weights of a term; the last ones are remembered.
   * @param {string} term
   * @param {(term: string) => {place: number, packed: string} | null} postings
   * @returns {Weighed | null} null when its postings have not been brought
   */
  function weighed(term, postings) {
    let known = kept.get(term) || null;
    if (!known) {
      const found = postings(term);
      known = found && weigh(found.place, found.packed);
    }
    if (!known) return null;
    kept.delete(term);
    kept.set(term, known);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value || "");
    return known;
  }

  window.kopilka.weights = { begin, weighed };
})();
