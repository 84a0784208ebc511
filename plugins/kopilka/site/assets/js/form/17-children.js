/** Children named in full and days of birth, found in a text as catalog/people.py and its rules find them. */
(function () {
  "use strict";

  const form = window.kopilka.form;
  /** How far before a place, and after it, a name is looked for. */
  const NEAR = 70;
  const FAR = 160;
  const TITLE = 24;
  const BORN_NEAR = 60;
  const LETTER = /\p{L}/u;

  /** @typedef {Record<string, RegExp>} Patterns */

  /** @type {(pattern: RegExp, text: string) => RegExpMatchArray[]} */
  const every = (pattern, text) => Array.from(text.matchAll(pattern));
  /** @type {(word: string) => string} */
  const fold = (word) => word.toLowerCase().replace(/ё/g, "е");

  /** @type {(known: Record<string, string>, surname: string) => string[]} first letters of given names of those known by a surname, for every stem of it */
  function knownLetters(known, surname) {
    const folded = fold(surname);
    return Object.keys(known).filter((stem) => folded.startsWith(stem)).map((stem) => known[stem]);
  }

  /** @type {(gates: FormGates, patterns: Patterns, first: string, second: string) => boolean} a given name and a surname, and nobody whom texts for school name every day */
  function isName({ people }, patterns, first, second) {
    /** @type {(word: string) => boolean} */
    const isGiven = (word) => fold(word).search(patterns.given) === 0;
    /** @type {(word: string) => boolean} */
    const isSurname = (word) => fold(word).search(patterns.surname) === 0;
    if (!((isGiven(first) && isSurname(second)) || (isSurname(first) && isGiven(second)))) return false;
    const [surname, given] = isGiven(first) ? [second, first] : [first, second];
    return !knownLetters(people.known, surname).some((letters) => !letters || letters.toUpperCase().includes(given[0].toUpperCase()));
  }

  /** @type {(text: string, place: number) => number} where the word begins that a place belongs to */
  function wordStart(text, place) {
    let start = place;
    while (start > 0 && LETTER.test(text[start - 1])) start -= 1;
    return start;
  }

  /** @type {(gates: FormGates, patterns: Patterns, text: string) => FormHit[]} «ученица 5 класса Мария Иванова», «Пётр Иванов, 7 класс» */
  function childrenIn(gates, patterns, text) {
    /** @type {Map<number, string>} names by their places */
    const found = new Map();
    /** @type {(start: number, first: string, second: string) => void} */
    const note = (start, first, second) => {
      const before = text.slice(Math.max(start - TITLE, 0), start);
      if (isName(gates, patterns, first, second) && before.search(patterns.title) < 0) found.set(start, text.slice(start, text.indexOf(second, start + first.length) + second.length));
    };
    /** @type {(place: number, pattern: RegExp) => void} */
    const lookBefore = (place, pattern) => {
      const from = Math.max(place - NEAR, 0);
      every(pattern, text.slice(from, place)).forEach((match) => note(from + Number(match.index), match[1], match[2]));
    };
    every(patterns.pupil, text).forEach((hit) => {
      const end = Number(hit.index) + hit[0].length;
      const [after] = every(patterns.after, text.slice(end, end + FAR));
      if (after && after.index === 0) note(end + after[0].slice(0, -after[2].length).lastIndexOf(after[1]), after[1], after[2]);
      lookBefore(wordStart(text, Number(hit.index)), patterns.before);
    });
    every(patterns.class, text).forEach((hit) => lookBefore(Number(hit.index), patterns.of_class));
    const [message, hint] = gates.people.words.child;
    return Array.from(found, ([at, name]) => ({ code: "K617", message: message.replace("{shown}", () => name), hint, at }));
  }

  /** @type {(gates: FormGates, patterns: Patterns, text: string) => FormHit[]} days of birth, but not of those whom lessons tell of */
  function birthsIn({ people }, patterns, text) {
    const [message, hint] = people.words.born;
    return every(patterns.born, text)
      .filter((match) => {
        const before = text.slice(Math.max(Number(match.index) - BORN_NEAR, 0), match.index);
        const year = Number((match[0].match(/(?:19|20)\d{2}/g) || []).pop());
        return year >= people.past && !(before.match(/[А-ЯЁ][а-яё]{2,}/g) || []).some((word) => knownLetters(people.known, word).length > 0);
      })
      .map((match) => ({ code: "K616", message, hint, at: Number(match.index) }));
  }

  Object.assign(form, { birthsIn, childrenIn });
})();
