/**
 * From a query to what the index is asked: words with their alternatives, concepts, weights.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;
  const { fold } = kopilka.analysis;
  const { MATCH } = planner;

  /** What a corrected word is worth of one typed right. */
  const CORRECTED = 0.7;

  /** Near or narrower concepts looked for with a concept. */
  const NEIGHBOURS = 8;
  /** Words of one query: a pasted page is searched by its rarest words. */
  const WORDS = 16;

  /** Words that ask rather than tell: a question is answered by its other words. */
  const ASKING = new Set(
    "делать сделать нужно надо можно стоит почему зачем сколько найти получить провести проводить помочь устроить дать лучше хорошо"
      .split(" ")
      .map((word) => kopilka.analysis.stem(word)),
  );
  const ASKING_WORTH = 0.3;

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
      const matches = planner.alternatives(isLast ? last : token, isLast, typing, cards);
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
   * @param {number} cards
   * @returns {Map<string, PlannedClause>}
   */
  function clausesOf(words, concepts, cards) {
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
      const met = planner.usual(word.matches);
      word.matches.forEach((match, term) => add(term, match, [i], worth * planner.evened(term, met, cards)));
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
      clauses: clausesOf(words, concepts, cards),
      phrases: quoted(text),
    };
  }

  Object.assign(planner, { plan });
})();
