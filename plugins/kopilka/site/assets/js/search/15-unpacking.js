/** Packed numbers and words of the search index; plugins/kopilka/search/packing.py packs them. */
(function () {
  "use strict";

  const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const VALUES = new Uint8Array(128);
  SIGNS.split("").forEach((sign, value) => (VALUES[sign.charCodeAt(0)] = value));

  /** Words unpacked without a pause: a millisecond or two. */
  const SLICE = 8192;
  const CAPITAL_A = 65;
  const CAPITAL_Z = 90;

  /**
   * Reads whole numbers one after another.
   * @param {string} packed
   * @returns {{more(): boolean, next(): number}}
   */
  function reader(packed) {
    let place = 0;
    return {
      more: () => place < packed.length,
      next() {
        let number = 0;
        for (let shift = 0; ; shift += 5) {
          const value = VALUES[packed.charCodeAt(place++)];
          number |= (value & 31) << shift;
          if (value < 32) return number;
        }
      },
    };
  }

  /**
   * @param {string} packed
   * @param {number} count how many there are
   * @returns {Uint32Array}
   */
  function numbers(packed, count) {
    const found = new Uint32Array(count);
    const { next } = reader(packed);
    for (let i = 0; i < count; i++) found[i] = next();
    return found;
  }

  /**
   * Words, each a capital Latin letter (how much of the word before it begins with) and the rest;
   * a slice at a time.
   * @param {string} packed
   * @returns {Generator<string[], void>} the same list, ever longer
   */
  function* unpackWords(packed) {
    /** @type {string[]} */
    const words = [];
    let word = "";
    for (let start = 0; start < packed.length; ) {
      let end = start + 1;
      while (end < packed.length && !isCapital(packed.charCodeAt(end))) end++;
      word = word.slice(0, packed.charCodeAt(start) - CAPITAL_A) + packed.slice(start + 1, end);
      words.push(word);
      start = end;
      if (words.length % SLICE === 0) yield words;
    }
    yield words;
  }

  /** @param {number} code */
  function isCapital(code) {
    return code >= CAPITAL_A && code <= CAPITAL_Z;
  }

  /**
   * @param {string} packed
   * @returns {string[]}
   */
  function words(packed) {
    let found = [];
    for (const slice of unpackWords(packed)) found = slice;
    return found;
  }

  /**
   * The same for a long list, with pauses in which the page answers the reader.
   * @param {string} packed
   * @returns {Promise<string[]>}
   */
  async function manyWords(packed) {
    let found = [];
    for (const slice of unpackWords(packed)) {
      found = slice;
      await new Promise((resolve) => setTimeout(resolve));
    }
    return found;
  }

  window.kopilka.unpacking = { manyWords, numbers, reader, words };
})();
