/** «Возможно, вы имели в виду»: the nearest right word, found as records/suggest.py finds it. */
(function () {
  "use strict";

  const CUTOFF = 0.74;

  /** @type {(text: string) => string} */
  const plain = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/[-_]/g, " ").split(/\s+/).filter(Boolean).join(" ");

  /** @type {(text: string, from: string, to: string) => string} */
  function translate(text, from, to) {
    return Array.from(text, (letter) => (from.includes(letter) ? to[from.indexOf(letter)] : letter)).join("");
  }

  /**
   * A Latin name for an address, as kopilka.slugs makes it: «Ход работы» → hod-raboty.
   * @param {string} text
   * @param {FormTerms} terms
   */
  function slugify(text, terms) {
    const latin = Array.from(text.toLowerCase(), (letter) => terms.letters[letter] ?? letter).join("");
    return latin.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  }

  /** @type {(left: string, right: string) => number} how alike: twice the letters in common blocks over all letters */
  function likeness(left, right) {
    return left.length + right.length ? (2 * common(left, right)) / (left.length + right.length) : 1;
  }

  /** @type {(left: string, right: string) => number} letters in the longest common block and in those on its sides */
  function common(left, right) {
    let size = 0;
    let atLeft = 0;
    let atRight = 0;
    let before = new Array(right.length + 1).fill(0);
    for (let i = 0; i < left.length; i += 1) {
      const row = new Array(right.length + 1).fill(0);
      for (let j = 0; j < right.length; j += 1) {
        if (left[i] !== right[j]) continue;
        row[j + 1] = before[j] + 1;
        if (row[j + 1] > size) [size, atLeft, atRight] = [row[j + 1], i - row[j + 1] + 1, j - row[j + 1] + 1];
      }
      before = row;
    }
    if (!size) return 0;
    return size + common(left.slice(0, atLeft), right.slice(0, atRight)) + common(left.slice(atLeft + size), right.slice(atRight + size));
  }

  /** @type {(word: string, known: string[]) => string | null} */
  function closest(word, known) {
    /** @type {string | null} */
    let best = null;
    let most = CUTOFF;
    for (const item of known) {
      const score = likeness(item, word);
      if (score > most || (score === most && (best === null || item > best))) [best, most] = [item, score];
    }
    return best;
  }

  /**
   * The candidate that was most likely meant, or null.
   * @param {string} written
   * @param {string[]} candidates
   * @param {FormTerms} terms
   * @returns {string | null}
   */
  function suggest(written, candidates, terms) {
    const word = plain(written);
    if (!word || word.length > 120) return null;
    /** @type {Map<string, string>} */
    const right = new Map();
    candidates.forEach((item) => right.has(plain(item)) || right.set(plain(item), item));
    const [latin, cyrillic] = terms.keys;
    const variants = [word, translate(word, latin, cyrillic), translate(word, cyrillic, latin), slugify(word, terms).replace(/-/g, " ")].filter(Boolean);
    const same = variants.find((variant) => right.has(variant));
    if (same !== undefined) return right.get(same) ?? null;
    const [looks, like] = terms.lookalikes;
    const seen = Array.from(right.keys()).find((known) => translate(known, looks, like) === translate(word, looks, like));
    if (seen !== undefined) return right.get(seen) ?? null;
    for (const variant of variants) {
      const near = closest(variant, Array.from(right.keys()));
      if (near !== null) return right.get(near) ?? null;
    }
    return null;
  }

  Object.assign(window.kopilka.form, { slugify, suggest });
})();
