/**
 * Sets of records as bits, and the packed lists they travel in (written by site/data/packing.py).
 */
(function () {
  "use strict";

  const { clz32, imul } = Math;
  const FIRST = 35; // «#», the first of the digits
  const HOLE = 92; // the backslash is no digit
  const BASE = 91;
  const LAST = 61; // a digit below ends its number, the others say that more follows
  const MORE = BASE - LAST;

  /**
   * @param {string} text
   * @param {number} at
   * @returns {number} 0 … 90
   */
  function digit(text, at) {
    const code = text.charCodeAt(at);
    return code > HOLE ? code - FIRST - 1 : code - FIRST;
  }

  /**
   * Adds a packed list of growing numbers to a set: each is told by its gap from the one before.
   * @param {Uint32Array} set
   * @param {string} text
   */
  function addList(set, text) {
    let next = 0;
    let gap = 0;
    let scale = 1;
    for (let at = 0; at < text.length; at += 1) {
      const value = digit(text, at);
      if (value >= LAST) {
        gap += (value - LAST) * scale;
        scale *= MORE;
      } else {
        next += gap + value * scale;
        add(set, next);
        next += 1;
        gap = 0;
        scale = 1;
      }
    }
  }

  /**
   * A number for every record: first the highest digits of all, then the next.
   * @param {string} text
   * @param {number} records
   * @returns {Uint32Array}
   */
  function unpackColumn(text, records) {
    const column = new Uint32Array(records);
    for (let at = 0; at < text.length; at += records) {
      for (let n = 0; n < records; n += 1) column[n] = column[n] * BASE + digit(text, at + n);
    }
    return column;
  }

  /**
   * @param {number} records
   * @returns {Uint32Array} an empty set
   */
  function none(records) {
    return new Uint32Array(Math.ceil(records / 32));
  }

  /**
   * @param {number} records
   * @returns {Uint32Array} the set of all
   */
  function all(records) {
    const set = none(records).fill(0xffffffff);
    if (records % 32) set[set.length - 1] = 0xffffffff >>> (32 - (records % 32));
    return set;
  }

  /**
   * @param {Uint32Array} set
   * @param {number} n
   * @returns {boolean}
   */
  function has(set, n) {
    return n >= 0 && n >>> 5 < set.length && (set[n >>> 5] & (1 << (n & 31))) !== 0;
  }

  /**
   * @param {Uint32Array} set
   * @param {number} n
   */
  function add(set, n) {
    set[n >>> 5] |= 1 << (n & 31);
  }

  /**
   * Adds another set.
   * @param {Uint32Array} set
   * @param {Uint32Array} other
   */
  function join(set, other) {
    for (let i = 0; i < set.length; i += 1) set[i] |= other[i];
  }

  /**
   * Keeps what is in the other set too.
   * @param {Uint32Array} set
   * @param {Uint32Array} other
   */
  function meet(set, other) {
    for (let i = 0; i < set.length; i += 1) set[i] &= other[i];
  }

  /**
   * How many ones there are in a word.
   * @param {number} word
   * @returns {number}
   */
  function ones(word) {
    let x = word - ((word >>> 1) & 0x55555555);
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    return imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  /**
   * How many are in both sets.
   * @param {Uint32Array} set
   * @param {Uint32Array} other
   * @returns {number}
   */
  function shared(set, other) {
    let total = 0;
    for (let i = 0; i < set.length; i += 1) {
      const word = set[i] & other[i];
      if (word) total += ones(word);
    }
    return total;
  }

  /**
   * @param {Uint32Array} set
   * @returns {number[]} what is in it, growing
   */
  function list(set) {
    const numbers = [];
    for (let i = 0; i < set.length; i += 1) {
      for (let word = set[i]; word; word &= word - 1) numbers.push((i << 5) + 31 - clz32(word & -word));
    }
    return numbers;
  }

  window.kopilka.bits = { add, addList, all, has, join, list, meet, none, shared, unpackColumn };
})();
