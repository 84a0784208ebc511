/**
 * The terms by which a word of a query is looked for, and how much each is worth.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;

  /** How much a kind of match adds to the score of a hit, and how well it serves the word asked for. */
  const MATCH = /** @type {Record<string, Match>} */ ({
    exact: { boost: 1, serves: 1, mark: "exact" },
    link: { boost: 0.9, serves: 1, mark: "exact" },
    prefix: { boost: 0.6, serves: 0.8, mark: "exact" },
    family: { boost: 0.5, serves: 0.7, mark: "near" },
    kin: { boost: 0.6, serves: 0.8, mark: "near" },
    secondGuess: { boost: 0.35, serves: 0.6, mark: "near" },
    concept: { boost: 1, serves: 1, mark: "exact" },
    nearConcept: { boost: 0.35, serves: 0.5, mark: "near" },
    partOfConcept: { boost: 0.4, serves: 0.6, mark: "near" },
  });
  /** Matches that are the word itself, the surest first. */
  const OWN = [[MATCH.exact, MATCH.link], [MATCH.prefix]];

  /** Alternatives of one word: more of them cost time and bring noise. */
  const PREFIXES = 20;
  const ALWAYS = 2;
  /** Continuations met in so many times more cards than there are: the time a beginning shorter than this may cost. */
  const AFFORDABLE = 2;
  const SELECTIVE = 4;
  const RELATIVES = 10;
  /** A word that is met in a larger share of the cards tells too little to be looked for instead of another. */
  const COMMON = 0.25;
  /** Words that an unknown beginning is taken for: their relatives are looked for as well. */
  const MEANT = 2;
  /** A finished word is known; it looks unfinished only where its continuations are met so many times more. */
  const MORE_OFTEN = 2;
  /** Endings and suffixes that the stemmer cuts off, for a word stopped in the middle of one. */
  const ENDINGS = (
    "ость ости остью остей остям остями остях ующий ующая ующее ующие ующего ующей ующих ующими ующему ющий ющая ющие ющих " +
    "ющего ющими ющей вший вшая вшие вших вшего вшими ившие ивший нный нная нное нные нного нной нных нными нному иями ями ами " +
    "иях иям ией ием ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ей ую юю ов ев ам ям ах ях ом ем ешь ишь ете ите ует " +
    "уют ила ыла ели или ыли ить ыть ать ять еть ться тся лся лась лись ейшие ейший"
  ).split(" ");

  /**
   * Terms of words that an unfinished word may become, where the stem is shorter than what is typed: «деятельнос».
   * @param {string} word folded
   * @returns {string[]}
   */
  function unfinished(word) {
    const found = [];
    for (let length = word.length - 1; length >= Math.max(3, word.length - 6); length -= 1) {
      const stem = word.slice(0, length);
      if (!kopilka.index.has(stem)) continue;
      const rest = word.slice(length);
      const grows = ENDINGS.some((end) => end.startsWith(rest) && planner.termOf(stem + end) === stem);
      if (grows) found.push(stem);
    }
    return found;
  }

  /**
   * As many terms as are met in so many cards together: a letter or two begin half of all words.
   * @param {string[]} terms the most frequent first
   * @param {number} cards
   * @returns {string[]}
   */
  function affordable(terms, cards) {
    let met = 0;
    return terms.filter((term, i) => {
      met += kopilka.index.frequency(term);
      return i < ALWAYS || met <= cards * AFFORDABLE;
    });
  }

  /**
   * Terms that begin as a word does: all for the one being typed; for others those that say that it was not finished.
   * @param {Token} token
   * @param {boolean} last
   * @param {boolean} typing
   * @param {number} cards
   * @returns {string[]} the most frequent first
   */
  function continuations(token, last, typing, cards) {
    const { frequency, prefix } = kopilka.index;
    if (last && typing) {
      const terms = prefix(token.form, PREFIXES);
      return token.form.length < SELECTIVE ? affordable(terms, cards) : terms;
    }
    if (token.stop || token.form.length < 2) return [];
    const own = planner.isKnown(token) ? Math.max(frequency(token.term), 1) : 0;
    if (own && !last) return [];
    return prefix(token.form, PREFIXES).filter((/** @type {string} */ term) => frequency(term) > own * MORE_OFTEN);
  }

  /**
   * The terms by which a word is looked for.
   * @param {Token} token
   * @param {boolean} last
   * @param {boolean} typing the last one may be unfinished
   * @param {number} cards
   * @returns {Map<string, Match>}
   */
  function alternatives(token, last, typing, cards) {
    const index = kopilka.index;
    const word = token.form;
    /** @type {Map<string, Match>} */
    const found = new Map();
    const add = (/** @type {string[]} */ terms, /** @type {Match} */ match) =>
      terms.forEach((term) => !found.has(term) && index.has(term) && found.set(term, match));
    add([token.term], MATCH.exact);
    add(index.links(token.term), MATCH.link);
    const meant = found.size ? [token.term] : [];
    if (last && typing) add(unfinished(word), MATCH.prefix);
    add(continuations(token, last, typing, cards), MATCH.prefix);
    if (!meant.length) meant.push(token.term, ...[...found.keys()].slice(0, MEANT));
    meant.forEach((term) => add(index.links(term), MATCH.prefix));
    add(kinOf(token.term).filter((term) => index.frequency(term) <= cards * COMMON), MATCH.kin);
    const relatives = new Set(meant.flatMap((term) => index.family(term)));
    add(frequentFirst([...relatives]).slice(0, RELATIVES), MATCH.family);
    return found;
  }

  /**
   * @param {string} term
   * @returns {string[]} in all their forms: «отец» and «отцы» have different stems
   */
  function kinOf(term) {
    const { links } = kopilka.index;
    const kin = [term, ...links(term)].flatMap(kopilka.kin);
    return kin.flatMap((one) => [one, ...links(one)]);
  }

  /**
   * @param {string[]} terms
   * @returns {string[]}
   */
  function frequentFirst(terms) {
    const frequency = (/** @type {string} */ term) => kopilka.index.frequency(term);
    return [...terms].sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1));
  }

  /**
   * How many cards have the word itself, in whichever form is commonest; where none has, its continuations.
   * @param {Map<string, Match>} matches
   * @returns {number} 0 for a word that is not met
   */
  function usual(matches) {
    for (const kinds of OWN) {
      const met = [...matches].filter(([, match]) => kinds.includes(match)).map(([term]) => kopilka.index.frequency(term));
      if (met.length) return Math.max(...met);
    }
    return 0;
  }

  /**
   * A rare form of a common word tells no more than the common one: «детьми» no more than «дети».
   * @param {string} term
   * @param {number} met how many cards have the word itself
   * @param {number} cards
   * @returns {number} what to multiply the term's score by
   */
  function evened(term, met, cards) {
    const own = kopilka.index.frequency(term);
    return own < met ? rarity(met, cards) / rarity(own, cards) : 1;
  }

  /**
   * As lunr reckons it.
   * @param {number} met
   * @param {number} cards
   */
  function rarity(met, cards) {
    return Math.log(1 + Math.abs((cards - met + 0.5) / (met + 0.5)));
  }

  Object.assign(planner, { MATCH, alternatives, evened, unfinished, usual });
})();
