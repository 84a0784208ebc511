/**
 * The order of hits: a soft AND over the words asked for, records before the pages that only explain them.
 */
(function () {
  "use strict";

  const planner = window.kopilka.planner;

  /** What a hit is worth that is no record. */
  const PAGE = 0.6;
  const EXPLANATION = 0.5;
  /** Hits that are no records among the first ten. */
  const FIRST = 10;
  const OTHERS = 2;
  /** A hit that serves this much less of the query than the best one is no answer, unless answers are few. */
  const COVERAGE = 0.4;
  const FEW = 20;
  /** A filling hit with less than this share of the best score is noise. */
  const WORTHLESS = 0.005;

  /**
   * Words of the plan that anything can be found by, as weights by their number; 0 for the others.
   * @param {Plan} plan
   * @returns {number[]}
   */
  function weights(plan) {
    const served = new Set();
    plan.clauses.forEach((clause) => clause.serves.forEach((_, i) => served.add(i)));
    return plan.words.map((word, i) => (served.has(i) ? word.weight : 0));
  }

  /**
   * How well a hit serves every word.
   * @param {string[]} terms met in it
   * @param {Plan} plan
   * @param {number[]} services filled anew
   * @returns {boolean} whether it has a form of what was asked, not only near words
   */
  function serve(terms, plan, services) {
    let exactly = false;
    services.fill(0);
    for (const term of terms) {
      const clause = plan.clauses.get(term);
      if (!clause) continue;
      exactly = exactly || clause.mark === "exact";
      clause.serves.forEach((service, i) => {
        if (service > services[i]) services[i] = service;
      });
    }
    return exactly;
  }

  /**
   * @param {number} n
   * @param {Manifest} manifest
   * @returns {number} what a card of this kind is worth
   */
  function worth(n, manifest) {
    if (n < manifest.records) return 1;
    return n < manifest.texts ? PAGE : EXPLANATION;
  }

  /**
   * @param {Ranked} a
   * @param {Ranked} b
   * @returns {number} the better first, of equals the newer one
   */
  function byScore(a, b) {
    return b.score - a.score || a.n - b.n;
  }

  /**
   * How much of the query a list of terms serves; documents with the same terms often share one list.
   * @param {Plan} plan
   * @returns {(terms: string[]) => {coverage: number, exactly: boolean}}
   */
  function measure(plan) {
    const weightOf = weights(plan);
    const all = weightOf.reduce((sum, one) => sum + one, 0) || 1;
    const services = weightOf.map(() => 0);
    /** @type {Map<string[], {coverage: number, exactly: boolean}>} */
    const known = new Map();
    return (terms) => {
      let measured = known.get(terms);
      if (!measured) {
        const exactly = serve(terms, plan, services);
        const coverage = services.reduce((sum, service, i) => sum + service * weightOf[i], 0) / all;
        measured = { coverage, exactly };
        known.set(terms, measured);
      }
      return measured;
    };
  }

  /**
   * What the index found, by score and coverage; equal ones in the order of their numbers.
   * @param {ReturnType<SearchIndex["search"]>} found best first
   * @param {Plan} plan
   * @param {Manifest} manifest
   * @returns {Ranked[]} best first
   */
  function ranked(found, plan, manifest) {
    const measured = measure(plan);
    const hits = found.map(({ n, score, terms }) => {
      const { coverage, exactly } = measured(terms);
      const value = score * coverage * coverage * worth(n, manifest);
      return { n, score: Math.round(value * 1e6) / 1e6, terms, coverage, exactly };
    });
    return answering(hits).sort(byScore);
  }

  /**
   * Hits that answer the query: those that serve much less of it than the best one does are left out, unless answers
   * are few; then the better of them follow.
   * @param {Ranked[]} hits
   * @returns {Ranked[]}
   */
  function answering(hits) {
    const most = hits.reduce((best, hit) => Math.max(best, hit.coverage), 0);
    const good = hits.filter((hit) => hit.coverage >= most * COVERAGE);
    if (good.length >= FEW || good.length === hits.length) return good;
    const highest = hits.reduce((best, hit) => Math.max(best, hit.score), 0);
    const others = hits.filter((hit) => hit.coverage < most * COVERAGE && hit.score >= highest * WORTHLESS);
    return good.concat(others.sort(byScore).slice(0, FEW - good.length));
  }

  /**
   * Lets explanations keep at most a few of the first places; the others follow the records.
   * @param {Ranked[]} hits
   * @param {number} records
   * @returns {Ranked[]}
   */
  function recordsFirst(hits, records) {
    const first = [];
    const later = [];
    let others = 0;
    for (const hit of hits) {
      const record = hit.n < records;
      if (!record) others += 1;
      if (first.length < FIRST && (record || others <= OTHERS)) first.push(hit);
      else later.push(hit);
    }
    return first.concat(later);
  }

  /**
   * Moves hits to the top in the order given by a rank; hits of no rank keep theirs.
   * @param {Ranked[]} hits
   * @param {(hit: Ranked) => boolean} chosen
   * @param {number} at the place they are moved to, at best
   * @returns {Ranked[]}
   */
  function raise(hits, chosen, at) {
    const raised = hits.filter((hit, i) => i >= at && chosen(hit));
    if (!raised.length) return hits;
    const others = hits.filter((hit, i) => i < at || !chosen(hit));
    return [...others.slice(0, at), ...raised, ...others.slice(at)];
  }

  Object.assign(planner, { raise, ranked, recordsFirst, weights });
})();
