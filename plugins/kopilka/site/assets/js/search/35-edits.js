/**
 * Misprints: all words one slip away from a word, words glued together.
 */
(function () {
  "use strict";

  const planner = window.kopilka.planner;

  const LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

  /** No Russian word is spelt so: «проверкь», «ъурок». */
  const IMPOSSIBLE = /[аеиоуыэюягкхцйьъ]ь|[^бвдзкмнрстх]ъ|ъ(?![еюя])|^[ьъы]/;
  /** Letters at the end that a stemmer may cut off; beginnings are looked up without them. */
  const ENDING = 3;

  /** Letters taken for one another by ear. */
  const ALIKE = ["аоея", "еиэыя", "уюо", "бп", "вф", "гкх", "дт", "жшщ", "зс", "цстч", "ьъ", "йи"];

  /**
   * Whether one letter is easily taken for another.
   * @param {string} one
   * @param {string} other
   * @returns {boolean}
   */
  function alike(one, other) {
    return ALIKE.some((group) => group.includes(one) && group.includes(other));
  }

  /**
   * Every spelling one slip away: a swap, a letter too many, a letter instead of another, a letter left out.
   * @param {string} word
   * @returns {Generator<Slip>}
   */
  function* everySlip(word) {
    for (let at = 0; at + 1 < word.length; at += 1) {
      if (word[at] === word[at + 1]) continue;
      yield { form: word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2), at, usual: true };
    }
    for (let at = 0; at < word.length; at += 1) {
      const usual = word[at] === word[at - 1] || word[at] === "ь";
      yield { form: word.slice(0, at) + word.slice(at + 1), at, usual };
    }
    for (let at = 0; at <= word.length; at += 1) yield* changes(word, at);
  }

  /**
   * @param {string} word
   * @param {number} at
   * @returns {Generator<Slip>} with every letter put in at a place, and instead of the one there
   */
  function* changes(word, at) {
    for (const letter of LETTERS) {
      if (letter === word[at]) continue;
      const usual = letter === word[at - 1] || letter === "ь";
      yield { form: word.slice(0, at) + letter + word.slice(at), at, usual };
      if (at === word.length) continue;
      yield { form: word.slice(0, at) + letter + word.slice(at + 1), at, usual: alike(letter, word[at]) };
    }
  }

  /**
   * Possible spellings one slip away, only those that begin as some known word does: the others cost time.
   * @param {string} word
   * @param {(start: string) => boolean} begins whether a known word begins so
   * @returns {Generator<Slip>}
   */
  function* slips(word, begins) {
    /** @type {Map<string, boolean>} */
    const asked = new Map();
    for (const slip of everySlip(word)) {
      if (IMPOSSIBLE.test(slip.form)) continue;
      const start = slip.form.slice(0, Math.min(Math.max(slip.at + 2, ENDING), slip.form.length - ENDING));
      if (start.length >= ENDING) {
        const known = asked.get(start);
        if (known === undefined) asked.set(start, begins(start));
        if (!asked.get(start)) continue;
      }
      yield slip;
    }
  }

  /** Answers kept; a reader's queries have fewer words. */
  const REMEMBERED = 200;
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

  /**
   * The same function that remembers its answers: the words of a query are asked about again with every letter typed.
   * @template T
   * @param {(word: string, last: boolean) => T} find
   * @returns {(word: string, last: boolean) => T}
   */
  function remembering(find) {
    /** @type {Map<string, T>} */
    const known = new Map();
    return (word, last) => {
      const key = (last ? "1" : "0") + word;
      if (known.size > REMEMBERED) known.clear();
      if (!known.has(key)) known.set(key, find(word, last));
      return /** @type {T} */ (known.get(key));
    };
  }

  Object.assign(planner, { halves, remembering, slips });
})();
