/**
 * Misprints: all words one slip away from a word, words glued together.
 */
(function () {
  "use strict";

  const planner = window.kopilka.planner;

  const LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

  /**
   * Every spelling one slip away: a swap, a letter too many, a letter instead of another, a letter left out.
   * @param {string} word
   * @returns {Generator<string>}
   */
  function* slips(word) {
    for (let i = 0; i + 1 < word.length; i += 1) {
      if (word[i] !== word[i + 1]) yield word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
    }
    for (let i = 0; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1);
    for (let i = 0; i <= word.length; i += 1) {
      for (const letter of LETTERS) {
        if (letter !== word[i]) yield word.slice(0, i) + letter + word.slice(i);
        if (i < word.length && letter !== word[i]) yield word.slice(0, i) + letter + word.slice(i + 1);
      }
    }
  }

  /** Shorter parts make words out of chance: «пере-говоры». */
  const PART = 4;

  /**
   * Ways to cut a word in two: «онлайнурок» – «онлайн», «урок».
   * @param {string} word
   * @returns {[string, string][]} the evenest first
   */
  function halves(word) {
    /** @type {[string, string][]} */
    const ways = [];
    for (let i = PART; i <= word.length - PART; i += 1) ways.push([word.slice(0, i), word.slice(i)]);
    const uneven = (/** @type {[string, string]} */ way) => Math.abs(way[0].length - way[1].length);
    return ways.sort((a, b) => uneven(a) - uneven(b));
  }

  Object.assign(planner, { halves, slips });
})();
