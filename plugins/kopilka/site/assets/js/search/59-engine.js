/**
 * `kopilka.search`: what the rest of the site asks of the search, as the type `SearchEngine` says.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;

  const LENGTH = 220;
  /** Hits a reader sees at once: on the page, in the box. */
  const SEEN = 20;
  const SEEN_TYPING = 6;
  /** @type {WeakMap<Answer, Plan>} what was asked of the index for an answer: snippets are marked by it */
  const plans = new WeakMap();

  /** @returns {Promise<void>} */
  async function ready() {
    await Promise.all([kopilka.data("manifest"), kopilka.index.ready()]);
  }

  /**
   * Words of the plan that nothing is found by.
   * @param {Plan} plan
   * @returns {string[]} as they are shown
   */
  function missing(plan) {
    const weights = /** @type {number[]} */ (planner.weights(plan));
    return plan.words.filter((_, i) => !weights[i]).map((word) => word.text);
  }

  /**
   * @param {Plan} plan
   * @returns {Promise<Ranked[]>}
   */
  async function hitsOf(plan) {
    const manifest = /** @type {Manifest} */ (await kopilka.data("manifest"));
    const clauses = Array.from(plan.clauses.values(), ({ term, boost }) => ({ term, boost }));
    if (!clauses.length) return [];
    await kopilka.index.bring(clauses.map((clause) => clause.term));
    const hits = planner.ranked(kopilka.index.search(clauses), plan, manifest);
    const named = await planner.namedFirst(planner.recordsFirst(hits, manifest.records), plan, manifest);
    return planner.phrasesFirst(named, plan);
  }

  /**
   * @param {string} query
   * @param {{typing?: boolean, exact?: boolean}} [options]
   * @returns {Promise<Answer>}
   */
  async function ask(query, options = {}) {
    await ready();
    const manifest = /** @type {Manifest} */ (await kopilka.data("manifest"));
    const plan = /** @type {Plan} */ (planner.plan(query, options, manifest.cards));
    const hits = await hitsOf(plan);
    const near = await planner.nearWords(hits.slice(0, options.typing ? SEEN_TYPING : SEEN), plan);
    /** @type {Answer} */
    const answer = {
      query,
      shown: plan.correction ? await planner.realForms(plan, hits) : query,
      correction: plan.correction,
      missing: missing(plan),
      hits: hits.map(({ n, score, terms, exactly }) => ({ n, score, terms, near: exactly ? "" : near.get(n) || "" })),
    };
    plans.set(answer, plan);
    return answer;
  }

  /**
   * The plan of an answer; for an answer that came from elsewhere, one of the terms it names.
   * @param {Answer} answer
   * @param {Hit} [hit]
   * @returns {Plan}
   */
  function planOf(answer, hit) {
    const known = plans.get(answer);
    if (known) return known;
    const clauses = new Map();
    const terms = hit ? hit.terms : answer.hits.flatMap((one) => one.terms);
    terms.forEach((term) => clauses.set(term, { term, boost: 1, mark: "exact", serves: new Map() }));
    const { shown, correction } = answer;
    return { read: shown, shown, correction, fixes: [], words: [], concepts: [], clauses, phrases: [] };
  }

  /**
   * @param {string} text
   * @param {Answer} answer
   * @param {Hit} [hit]
   * @returns {Fragment[]}
   */
  function mark(text, answer, hit) {
    return planner.fragments(text, planner.places(text, planOf(answer, hit)), 0, text.length);
  }

  /**
   * @param {Card} card
   * @param {Answer} answer
   * @param {Hit} hit
   * @param {number} [length]
   * @returns {Promise<Fragment[]>}
   */
  function snippet(card, answer, hit, length = LENGTH) {
    return planner.snippet(card, hit.n, planOf(answer, hit), length);
  }

  /** @type {SearchEngine} */
  kopilka.search = { ask, mark, ready, snippet };
})();
