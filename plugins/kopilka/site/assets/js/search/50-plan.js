/**
 * From a query to what the index is asked: words with their alternatives, concepts, weights.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;
  const { fold } = kopilka.analysis;

  /** How much a kind of match adds to the score of a hit, and how well it serves the word asked for. */
  const MATCH = /** @type {Record<string, Match>} */ ({
    exact: { boost: 1, serves: 1, mark: "exact" },
    link: { boost: 0.9, serves: 1, mark: "exact" },
    prefix: { boost: 0.6, serves: 0.8, mark: "exact" },
    family: { boost: 0.5, serves: 0.7, mark: "near" },
    secondGuess: { boost: 0.35, serves: 0.6, mark: "near" },
    concept: { boost: 1, serves: 1, mark: "exact" },
    nearConcept: { boost: 0.35, serves: 0.5, mark: "near" },
    partOfConcept: { boost: 0.4, serves: 0.6, mark: "near" },
  });
  /** What a corrected word is worth of one typed right. */
  const CORRECTED = 0.7;

  /** Alternatives of one word: more of them cost time and bring noise. */
  const PREFIXES = 20;
  const ALWAYS = 2;
  /** Continuations met in so many times more cards than there are: the time a beginning shorter than this may cost. */
  const AFFORDABLE = 2;
  const SELECTIVE = 4;
  const RELATIVES = 10;
  /** Words that an unknown beginning is taken for: their relatives are looked for as well. */
  const MEANT = 2;
  const NEIGHBOURS = 6;
  /** A finished word is known; it looks unfinished only where its continuations are met so many times more. */
  const MORE_OFTEN = 2;
  /** Words of one query: a pasted page is searched by its rarest words. */
  const WORDS = 16;

  /** Words that ask rather than tell: a question is answered by its other words. */
  const ASKING = new Set(
    "делать сделать нужно надо можно стоит почему зачем сколько найти получить провести проводить помочь устроить дать лучше хорошо"
      .split(" ")
      .map((word) => kopilka.analysis.stem(word)),
  );
  const ASKING_WORTH = 0.3;

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
    const relatives = new Set(meant.flatMap((term) => index.family(term)));
    add(frequentFirst([...relatives]).slice(0, RELATIVES), MATCH.family);
    return found;
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
   * How much a word tells: 1 for a rare one, little for one that is in every second card.
   * @param {Iterable<string>} terms its own and linked ones
   * @param {number} cards
   * @returns {number}
   */
  function weight(terms, cards) {
    let frequency = 0;
    for (const term of terms) frequency = Math.max(frequency, kopilka.index.frequency(term));
    return Math.max(0.1, 1 - Math.sqrt(Math.min(1, frequency / Math.max(cards, 1))));
  }

  /**
   * The words of the query worth asking for, each once, the small ones only when there are no others.
   * @param {Token[]} tokens
   * @returns {Token[]}
   */
  function tellingTokens(tokens) {
    const telling = tokens.filter((token) => !token.stop);
    const each = new Map();
    (telling.length ? telling : tokens).forEach((token) => each.has(token.term) || each.set(token.term, token));
    const all = /** @type {Token[]} */ ([...each.values()]);
    if (all.length <= WORDS) return all;
    const rarity = (/** @type {Token} */ token) => kopilka.index.frequency(token.term) || Infinity;
    const rarest = new Set([...all].sort((a, b) => rarity(a) - rarity(b)).slice(0, WORDS));
    return all.filter((token) => rarest.has(token));
  }

  /**
   * Words with a hyphen that the documents write as one: «видео-урок» – «видеоурок».
   * @param {Token[]} tokens
   * @param {string} text
   * @returns {Map<string, string>} the term of either half -> the term of the whole
   */
  function wholeWords(tokens, text) {
    const whole = new Map();
    tokens.forEach((token, i) => {
      const next = tokens[i + 1];
      if (!next || !/^[-‐‑]$/.test(text.slice(token.end, next.start))) return;
      const term = planner.termOf(token.form + next.form);
      if (term) whole.set(token.term, term).set(next.term, term);
    });
    return whole;
  }

  /**
   * @param {string} text
   * @param {Fix[]} fixes
   * @param {boolean} typing
   * @param {number} cards
   * @returns {PlannedWord[]}
   */
  function wordsOf(text, fixes, typing, cards) {
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(text));
    const last = tokens[tokens.length - 1];
    const whole = wholeWords(tokens, text);
    return tellingTokens(tokens).map((token) => {
      const isLast = token.term === last.term;
      const matches = alternatives(isLast ? last : token, isLast, typing, cards);
      const fix = fixes.find((one) => fold(one.form).split(" ").includes(token.form));
      const joined = whole.get(token.term);
      if (joined && !matches.has(joined)) matches.set(joined, MATCH.link);
      if (fix) fix.others.forEach((term) => matches.has(term) || matches.set(term, MATCH.secondGuess));
      return {
        text: token.word,
        term: token.term,
        begins: isLast && typing ? last.form : "",
        fix: fix || null,
        asking: ASKING.has(token.term),
        weight: weight([token.term, ...kopilka.index.links(token.term)], cards) * (ASKING.has(token.term) ? ASKING_WORTH : 1),
        matches,
      };
    });
  }

  /**
   * The clauses of the plan: every term once, with the words it serves.
   * @param {PlannedWord[]} words
   * @param {FoundConcept[]} concepts
   * @returns {Map<string, PlannedClause>}
   */
  function clausesOf(words, concepts) {
    const index = kopilka.index;
    /** @type {Map<string, PlannedClause>} */
    const clauses = new Map();
    const add = (/** @type {string} */ term, /** @type {Match} */ match, /** @type {number[]} */ served, worth = 1) => {
      if (!index.has(term)) return;
      const clause = clauses.get(term) || { term, boost: 0, mark: match.mark, serves: new Map() };
      clause.boost = Math.max(clause.boost, match.boost * worth);
      if (match.mark === "exact") clause.mark = "exact";
      served.forEach((i) => clause.serves.set(i, Math.max(clause.serves.get(i) || 0, match.serves)));
      clauses.set(term, clause);
    };
    words.forEach((word, i) => {
      const worth = (word.fix ? CORRECTED : 1) * (word.asking ? ASKING_WORTH : 1);
      word.matches.forEach((match, term) => add(term, match, [i], worth));
    });
    const alike = (/** @type {number[]} */ served) => concepts.filter((one) => String(one.words) === String(served)).length;
    planner.partsOfConcepts(words, concepts).forEach((/** @type {FoundConcept & {share: number}} */ part) => {
      add(part.token, MATCH.partOfConcept, part.words, part.share);
    });
    concepts.forEach(({ token, words: served }) => {
      add(token, MATCH.concept, served, 1 / alike(served));
      index.nearConcepts(token).slice(0, NEIGHBOURS).forEach((/** @type {string} */ near) => add(near, MATCH.nearConcept, served));
    });
    return clauses;
  }

  /**
   * Phrases in quotes, as folded words.
   * @param {string} text
   * @returns {string[]}
   */
  function quoted(text) {
    const phrases = Array.from(text.matchAll(/["«“„]([^"«»“”„]+)["»”“]/g), (match) => match[1]);
    return phrases.map((phrase) => fold(phrase).trim()).filter((phrase) => /\S\s+\S/.test(phrase));
  }

  /**
   * What the index is asked for a query.
   * @param {string} query
   * @param {{typing?: boolean, exact?: boolean}} options
   * @param {number} cards how many there are
   * @returns {Plan}
   */
  function plan(query, options, cards) {
    const typing = Boolean(options.typing) && !/\s$/.test(query);
    const read = planner.read(query, Boolean(options.exact));
    const { text, fixes } = options.exact ? { text: read.text, fixes: [] } : planner.repair(read.text, typing);
    const words = wordsOf(text, fixes, typing, cards);
    const concepts = /** @type {FoundConcept[]} */ (planner.conceptsOf(kopilka.index.analyse(text), words));
    return {
      read: read.text,
      shown: text,
      correction: read.correction || (fixes.length ? "typo" : ""),
      fixes,
      words,
      concepts: concepts.map(({ token, words: served }) => ({ token, whole: served.length === words.length })),
      clauses: clausesOf(words, concepts),
      phrases: quoted(text),
    };
  }

  Object.assign(planner, { plan, unfinished });
})();
