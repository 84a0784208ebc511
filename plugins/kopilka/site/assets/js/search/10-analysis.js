/**
 * Words of a text as the index knows them, exactly as plugins/kopilka/search/words.py makes them:
 * one case, ё as е, Russian words cut to their stems, abbreviations and numbers whole.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** @type {{stemWord(word: string): string}} */
  const stemmer = new /** @type {any} */ (window).RussianStemmer();

  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f\u00ad]*/gu;
  const MARKS = /[\u0300-\u036f\u00ad]/g;
  const DIGIT = /\p{Nd}/u;
  const LATIN = /^(?=.*[a-z])[a-z0-9]+$/;
  const CAPITALS = /^[A-ZА-ЯЁ0-9]{2,9}$/;

  /** Longer words than this are no words; a stemmer must not be kept busy by them. */
  const LONGEST = 200;

  /** @type {Set<string>} */
  let stop = new Set();
  /** @type {Set<string>} words kept whole wherever they stand: abbreviations that the stemmer would spoil */
  let literals = new Set();
  /** @type {Map<string, string>} */
  const stems = new Map();

  /**
   * What the index says of words; until then every word is stemmed.
   * @param {Iterable<string>} stopWords
   * @param {Iterable<string>} abbreviations
   */
  function learn(stopWords, abbreviations) {
    stop = new Set(stopWords);
    literals = new Set(abbreviations);
  }

  /**
   * A text in one case, ё as е, without stress marks and soft hyphens.
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    return text.normalize("NFC").toLowerCase().replace(/ё/g, "е").replace(MARKS, "");
  }

  /**
   * @param {string} form a folded word
   * @returns {string}
   */
  function stem(form) {
    let found = stems.get(form);
    if (found === undefined) {
      found = form.length > LONGEST ? form : stemmer.stemWord(form);
      if (stems.size > 20000) stems.clear();
      stems.set(form, found);
    }
    return found;
  }

  /**
   * @param {RegExpMatchArray} match
   * @returns {Token}
   */
  function token(match) {
    const word = match[0];
    const start = /** @type {number} */ (match.index);
    const form = fold(word);
    const known = literals.has(form);
    const whole = known || DIGIT.test(form);
    return {
      start,
      end: start + word.length,
      word,
      form,
      term: whole ? form : stem(form),
      literal: whole || CAPITALS.test(word),
      latin: LATIN.test(form),
      stop: !known && stop.has(form),
    };
  }

  /**
   * The words of a text with their places; a hyphen parts words.
   * @param {string} text
   * @returns {Token[]}
   */
  function analyse(text) {
    return Array.from(text.matchAll(WORD), token);
  }

  kopilka.analysis = { analyse, fold, learn, stem };
})();
