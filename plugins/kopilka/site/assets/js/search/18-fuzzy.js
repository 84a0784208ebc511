/** Words like a given one: letters left out, added, changed or swapped. */
(function () {
  "use strict";

  /** @type {{terms: string[], masks: Uint32Array}} which letters stand in each term */
  let looked = { terms: [], masks: new Uint32Array(0) };

  /**
   * A bit for every letter of a word; unlike letters may share one.
   * @param {string} word
   */
  function maskOf(word) {
    let mask = 0;
    for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
    return mask >>> 0;
  }

  /** @param {number} mask */
  function bits(mask) {
    let count = 0;
    for (let rest = mask; rest; rest &= rest - 1) count++;
    return count;
  }

  /**
   * How many misprints may be between a word and a term: one up to seven letters, two in longer words.
   * @param {string} word
   */
  function allowed(word) {
    if (word.length < 4) return 0;
    return word.length < 8 ? 1 : 2;
  }

  /**
   * Damerau–Levenshtein distance (letters side by side may be swapped once).
   * @param {string} a
   * @param {string} b
   * @param {number} most
   * @returns {number} `most` + 1 when it is more than `most`
   */
  function distance(a, b, most) {
    /** @type {number[]} */
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return Math.min(last[b.length], most + 1);
  }

  /**
   * @param {string} word
   * @param {number} limit
   * @param {string[]} terms
   * @param {Uint32Array} frequencies
   * @returns {{term: string, distance: number}[]} nearest and most frequent first, the word itself left out
   */
  function near(word, limit, terms, frequencies) {
    const most = allowed(word);
    if (!most) return [];
    if (looked.terms !== terms) looked = { terms, masks: Uint32Array.from(terms, maskOf) };
    const mask = maskOf(word);
    /** @type {{place: number, distance: number}[]} */
    const found = [];
    terms.forEach((term, place) => {
      const other = looked.masks[place];
      if (Math.abs(term.length - word.length) > most || bits(mask & ~other) > most || bits(other & ~mask) > most) return;
      const away = distance(word, term, most);
      if (away && away <= most) found.push({ place, distance: away });
    });
    found.sort((a, b) => a.distance - b.distance || frequencies[b.place] - frequencies[a.place] || a.place - b.place);
    return found.slice(0, limit).map((item) => ({ term: terms[item.place], distance: item.distance }));
  }

  window.kopilka.fuzzy = { distance, near };
})();
