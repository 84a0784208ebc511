/**
 * What only the cards themselves can tell: names that equal the query, phrases in quotes, real forms of words.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;
  const { distance } = kopilka.fuzzy;
  const { fold } = kopilka.analysis;

  /** Hits that are looked at closely: what a reader sees at first. */
  const LOOKED_AT = 10;
  const PHRASE_LOOKED_AT = 20;
  /** Hits whose texts are looked through for the near word when their cards do not have it. */
  const TEXTS_LOOKED_AT = 6;
  /** A long text is looked through piece by piece: the word is mostly near its beginning. */
  const STEP = 400;
  const OVERLAP = 100;
  /** Where a term of the glossary stands that is named by the query: after two records that show it at work. */
  const TERM_PLACE = 2;
  /** This share of a name is still the name. */
  const MOST = 0.6;

  /**
   * Cards by their numbers; those that do not load are left out.
   * @param {number[]} numbers
   * @returns {Promise<Map<number, Card>>}
   */
  async function cardsOf(numbers) {
    const found = new Map();
    try {
      const cards = numbers.length ? await kopilka.cards(numbers) : [];
      numbers.forEach((n, i) => cards[i] && found.set(n, cards[i]));
    } catch {
      // The order of hits does without them; the page that shows the hits says what is wrong.
    }
    return found;
  }

  /**
   * The telling words of a name, to compare names by.
   * @param {string} text
   * @returns {string}
   */
  function nameKey(text) {
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(text));
    return [...new Set(tokens.filter((token) => !token.stop).map((token) => token.term))].sort().join(" ");
  }

  /**
   * A title without its abbreviations in brackets.
   * @param {string} title
   * @returns {string}
   */
  function bare(title) {
    return title.replace(/\([^)]*\)/g, " ");
  }

  /**
   * Whether the query is a name of a card: its title, an abbreviation, the full name.
   * @param {Card} card
   * @param {Plan} plan
   * @returns {boolean}
   */
  function isNamed(card, plan) {
    const asked = nameKey(plan.shown);
    const names = [card.title, bare(card.title), ...(card.title.match(/\([^)]+\)/g) || [])];
    if (card.kind === "organisation") names.push(card.text);
    return asked !== "" && names.some((name) => nameKey(name) === asked);
  }

  /**
   * Whether the query is most of an organisation's name, and nothing besides: «ИМЦ Московского района».
   * @param {Card} card
   * @param {Plan} plan
   * @returns {boolean}
   */
  function isNearlyNamed(card, plan) {
    const name = new Set(nameKey(card.title).split(" "));
    const within = card.kind === "organisation" && plan.words.length > 1 && plan.words.every((word) => name.has(word.term));
    return within && plan.words.length >= name.size * MOST;
  }

  /**
   * Whether the query is another name of a term: the same concept of the glossary.
   * @param {Card} card
   * @param {Plan} plan
   * @returns {boolean}
   */
  function isSynonym(card, plan) {
    const asked = plan.concepts.filter((concept) => concept.whole).map((concept) => concept.token);
    if (card.kind !== "term" || !asked.length) return false;
    const tokens = kopilka.index.analyse(bare(card.title));
    const found = /** @type {{token: string, from: number, to: number}[]} */ (kopilka.index.concepts(tokens));
    return found.some(({ token, from, to }) => asked.includes(token) && to - from === tokens.length);
  }

  /**
   * Puts a page that the query names where the reader expects it.
   * @param {Ranked[]} hits
   * @param {Plan} plan
   * @param {Manifest} manifest
   * @returns {Promise<Ranked[]>}
   */
  async function namedFirst(hits, plan, manifest) {
    const others = hits.filter((hit) => hit.n >= manifest.records).slice(0, LOOKED_AT);
    const cards = await cardsOf(others.map((hit) => hit.n));
    const named = new Map();
    cards.forEach((card, n) => isNamed(card, plan) && named.set(n, card.kind));
    for (const isSo of [isNearlyNamed, isSynonym]) {
      if (!named.size) cards.forEach((card, n) => isSo(card, plan) && named.set(n, card.kind));
    }
    const terms = planner.raise(hits, (/** @type {Ranked} */ hit) => named.get(hit.n) === "term", TERM_PLACE);
    return planner.raise(terms, (/** @type {Ranked} */ hit) => named.has(hit.n) && named.get(hit.n) !== "term", 0);
  }

  /**
   * Prefers hits in which a phrase in quotes stands word for word.
   * @param {Ranked[]} hits
   * @param {Plan} plan
   * @returns {Promise<Ranked[]>}
   */
  async function phrasesFirst(hits, plan) {
    if (!plan.phrases.length) return hits;
    const first = hits.slice(0, PHRASE_LOOKED_AT);
    const cards = await cardsOf(first.map((hit) => hit.n));
    const having = new Set();
    await Promise.all(
      first.map(async ({ n }) => {
        const card = cards.get(n);
        const text = card ? card.title + " " + card.text + " " + (await planner.textOf(n)) : "";
        const plain = fold(text).replace(/\s+/g, " ");
        if (plan.phrases.every((phrase) => plain.includes(phrase))) having.add(n);
      }),
    );
    return planner.raise(hits, (/** @type {Ranked} */ hit) => having.has(hit.n), 0);
  }

  /**
   * The first word or phrase of a text by which it was found.
   * @param {string} text
   * @param {Plan} plan
   * @returns {string} "" when there is none in it
   */
  function firstPlace(text, plan) {
    for (let start = 0; start < text.length; start += STEP) {
      const part = text.slice(start, start + STEP + OVERLAP);
      const place = planner.places(part, plan)[0];
      if (place && place.start < STEP) return part.slice(place.start, place.end).toLowerCase();
    }
    return "";
  }

  /**
   * Near words by which alone hits were found.
   * @param {Ranked[]} hits those the reader sees
   * @param {Plan} plan
   * @returns {Promise<Map<number, string>>}
   */
  async function nearWords(hits, plan) {
    const near = hits.filter((hit) => !hit.exactly);
    const cards = await cardsOf(near.map((hit) => hit.n));
    const words = new Map();
    const inTexts = new Set(near.slice(0, TEXTS_LOOKED_AT).map((hit) => hit.n));
    await Promise.all(
      Array.from(cards, async ([n, card]) => {
        const word = firstPlace(card.title + "\n" + card.text, plan);
        words.set(n, word || (inTexts.has(n) ? firstPlace(await planner.textOf(n), plan) : ""));
      }),
    );
    return words;
  }

  /**
   * The query as put right, in forms of words that the documents have.
   * @param {Plan} plan
   * @param {Ranked[]} hits
   * @returns {Promise<string>}
   */
  async function realForms(plan, hits) {
    const doubtful = new Set(plan.fixes.filter((fix) => !fix.real).flatMap((fix) => fold(fix.form).split(" ")));
    const spelt = plan.correction === "translit";
    if (!doubtful.size && !spelt) return plan.shown;
    const cards = await cardsOf(hits.slice(0, LOOKED_AT).map((hit) => hit.n));
    const forms = formsIn([...cards.values()].map((card) => card.title + " " + card.text).join(" "));
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(plan.shown));
    const better = tokens.flatMap(({ start, end, form, term }) => {
      const known = forms.get(term);
      if (!known || known.has(form)) return [];
      const nearest = nearestForm(form, known);
      const right = doubtful.has(form) || (spelt && soft(nearest) === soft(form));
      return right ? [{ start, end, form: nearest }] : [];
    });
    return planner.withFixes(plan.shown, better);
  }

  /**
   * A word without what Latin letters do not tell: soft signs.
   * @param {string} word
   * @returns {string}
   */
  function soft(word) {
    return fold(word).replace(/[ьъ]/g, "");
  }

  /**
   * @param {string} text
   * @returns {Map<string, Map<string, string>>} term -> folded word -> the word in small letters
   */
  function formsIn(text) {
    const forms = new Map();
    for (const token of /** @type {Token[]} */ (kopilka.index.analyse(text))) {
      const same = forms.get(token.term) || new Map();
      same.set(token.form, token.literal ? token.word : token.word.toLowerCase());
      forms.set(token.term, same);
    }
    return forms;
  }

  /**
   * @param {string} word
   * @param {Map<string, string>} known
   * @returns {string}
   */
  function nearestForm(word, known) {
    const far = word.length;
    const [[, best]] = [...known].sort(
      ([a], [b]) => distance(word, a, far) - distance(word, b, far) || (a < b ? -1 : 1),
    );
    return best;
  }

  Object.assign(planner, { namedFirst, nearWords, phrasesFirst, realForms });
})();
