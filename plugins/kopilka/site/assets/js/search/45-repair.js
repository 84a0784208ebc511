/**
 * Misprints put right: only words that the index knows in no way, and only into words that it knows.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;

  /** Shorter words have too many neighbours. */
  const SHORTEST = 4;
  /** Longer ones are no words. */
  const LONGEST = 30;
  /** Words of one query that are tried to be put right; in a longer text than this nobody looks for misprints. */
  const REPAIRS = 5;
  const TOKENS = 32;
  /** A short word has many neighbours: one that is no usual slip away must be met in so many cards. */
  const SHORT = 5;
  const OFTEN = 3;
  /** A neighbour that keeps the first letter, or is one usual slip away, is as likely as one met so many times more. */
  const FIRST_LETTER = 8;
  const USUAL_SLIP = 8;

  /**
   * The only term of a word, "" when it is a small word or more than one.
   * @param {string} word
   * @returns {string}
   */
  function termOf(word) {
    const tokens = kopilka.index.analyse(word);
    return tokens.length === 1 && !tokens[0].stop ? tokens[0].term : "";
  }

  /**
   * The known term of a word, else "".
   * @param {string} word
   * @returns {string}
   */
  function knownTerm(word) {
    const term = termOf(word);
    return term && kopilka.index.has(term) ? term : "";
  }

  /**
   * Whether a word is found as it is, or begins a known one.
   * @param {Token} token
   * @param {boolean} last it may be unfinished
   * @returns {boolean}
   */
  function fits(token, last) {
    if (planner.isKnown(token) || kopilka.index.begins(token.form)) return true;
    return last && planner.unfinished(token.form).length > 0;
  }

  /**
   * Whether relatives of a word are found by it: it need not be guessed at any further.
   * @param {Token} token
   * @returns {boolean}
   */
  function hasFamily(token) {
    return kopilka.index.family(token.term).length > 0;
  }

  /**
   * @param {Repair[]} repairs
   * @param {string} word as typed
   * @returns {Repair[]} the likeliest first
   */
  function byLikelihood(repairs, word) {
    const likelihood = (/** @type {Repair} */ repair) =>
      kopilka.index.frequency(repair.term) * (repair.form[0] === word[0] ? FIRST_LETTER : 1) * (repair.usual ? USUAL_SLIP : 1);
    return repairs.sort((a, b) => a.distance - b.distance || likelihood(b) - likelihood(a) || (a.form < b.form ? -1 : 1));
  }

  /**
   * Known words one slip away, each with a form of it as the reader would have typed it.
   * @param {string} word
   * @returns {Repair[]}
   */
  function oneSlipAway(word) {
    /** @type {Map<string, Repair>} */
    const found = new Map();
    for (const { form, usual } of planner.slips(word, kopilka.index.begins)) {
      const term = knownTerm(form);
      const known = found.get(term);
      if (term && !(known && known.usual >= usual)) found.set(term, { form, term, distance: 1, usual });
    }
    const likely = [...found.values()].filter(
      ({ term, usual }) => usual || word.length > SHORT || kopilka.index.frequency(term) >= OFTEN,
    );
    return byLikelihood(likely, word);
  }

  /**
   * Whether a word is a misprint of a known one.
   * @param {string} word folded
   * @returns {boolean}
   */
  function isOneSlipAway(word) {
    return word.length >= SHORTEST && word.length <= LONGEST && oneSlipAway(word).length > 0;
  }

  /**
   * Known terms near a word, with the word's own ending: no documents have been asked yet for a real form.
   * @param {Token} token
   * @returns {Repair[]}
   */
  function nearTerms(token) {
    const word = token.form;
    const ending = word.startsWith(token.term) ? word.slice(token.term.length) : "";
    const near = kopilka.index.near(token.term, 8).map((/** @type {{term: string, distance: number}} */ one) => ({
      form: termOf(one.term + ending) === one.term ? one.term + ending : one.term,
      term: one.term,
      distance: one.distance,
      usual: false,
    }));
    return byLikelihood(near, word);
  }

  /**
   * The beginning of a known word one slip away from an unfinished one.
   * @param {string} word
   * @returns {Repair[]}
   */
  function beginningOneSlipAway(word) {
    for (const { form, usual } of planner.slips(word, kopilka.index.begins)) {
      const same = form.length >= SHORTEST && form[0] === word[0];
      if (same && kopilka.index.begins(form)) return [{ form, term: form, distance: 1, usual }];
    }
    return [];
  }

  /**
   * Two known words written as one.
   * @param {string} word
   * @returns {Repair[]}
   */
  function unglued(word) {
    for (const [one, other] of planner.halves(word)) {
      const left = knownTerm(one);
      if (left && knownTerm(other)) return [{ form: one + " " + other, term: left, distance: 0, usual: true }];
    }
    return [];
  }

  /**
   * What an unknown word may have been meant to be: the likeliest first.
   * @type {(word: string, last: boolean) => Repair[]} a folded word; `last`: it may be unfinished
   */
  const repairs = planner.remembering((/** @type {string} */ word, /** @type {boolean} */ last) => {
    const [token] = /** @type {Token[]} */ (kopilka.index.analyse(word));
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word) || !token) return [];
    const attempts = [unglued, oneSlipAway];
    if (last) attempts.push(beginningOneSlipAway);
    if (!hasFamily(token)) attempts.push(() => nearTerms(token));
    for (const attempt of attempts) {
      const found = attempt(word);
      if (found.length) return found;
    }
    return [];
  });

  /**
   * A word torn in two by a space or a hyphen: «супер визия».
   * @param {Token} one
   * @param {Token | undefined} other
   * @returns {string} the whole word when only it is known, else ""
   */
  function whole(one, other) {
    if (!other || one.stop || other.stop) return "";
    const joined = one.form + other.form;
    return knownTerm(joined) ? joined : "";
  }

  /**
   * The text with misprints put right.
   * @param {string} text
   * @param {boolean} typing its last word may be unfinished
   * @returns {{text: string, fixes: Fix[]}}
   */
  function repair(text, typing) {
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(text));
    if (tokens.length > TOKENS) return { text, fixes: [] };
    /** @type {Set<number>} */
    const spoken = new Set();
    for (const concept of kopilka.index.concepts(tokens)) {
      for (let i = concept.from; i < concept.to; i += 1) spoken.add(i);
    }
    const isLast = (/** @type {number} */ i) => typing && i === tokens.length - 1;
    const unknown = Array.from(tokens.keys()).filter((i) => !tokens[i].stop && !spoken.has(i) && !fits(tokens[i], isLast(i)));
    const tried = unknown.slice(0, REPAIRS).map((i) => fixOf(tokens, i, isLast(i)));
    const fixes = tried.flatMap((fix) => fix || []);
    return { text: withFixes(text, fixes), fixes };
  }

  /**
   * @param {Token[]} tokens
   * @param {number} i the unknown one
   * @param {boolean} last
   * @returns {Fix | null}
   */
  function fixOf(tokens, i, last) {
    const joinedBefore = i > 0 ? whole(tokens[i - 1], tokens[i]) : "";
    if (joinedBefore) return { start: tokens[i - 1].start, end: tokens[i].end, form: joinedBefore, others: [], real: true };
    const joined = whole(tokens[i], tokens[i + 1]);
    if (joined) return { start: tokens[i].start, end: tokens[i + 1].end, form: joined, others: [], real: true };
    const [best, second] = repairs(tokens[i].form, last);
    if (!best) return null;
    const others = second && second.distance === best.distance ? [second.term] : [];
    return { start: tokens[i].start, end: tokens[i].end, form: best.form, others, real: best.usual };
  }

  /**
   * @param {string} text
   * @param {Fix[]} fixes in their order; of two over one place the first counts
   * @returns {string}
   */
  function withFixes(text, fixes) {
    let at = 0;
    let fixed = "";
    for (const fix of fixes) {
      if (fix.start < at) continue;
      fixed += text.slice(at, fix.start) + fix.form;
      at = fix.end;
    }
    return fixed + text.slice(at);
  }

  Object.assign(planner, { isOneSlipAway, repair, termOf, withFixes });
})();
