/** What the search page draws: cards with the words found in them, chips of what they are. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;
  const SNIPPET = 240;

  /**
   * A hit that is no record: an organisation, a term, a page of help.
   * @param {Card} card
   * @param {Marks} marks
   * @param {Manifest} manifest
   * @returns {HTMLElement}
   */
  function drawOther(card, marks, manifest) {
    const article = kopilka.drawCard(card, marks, manifest);
    article.setAttribute("data-page", card.url);
    return article;
  }

  /**
   * The cards of some hits, in their order.
   * @param {SearchEngine} engine
   * @param {Answer} answer
   * @param {Hit[]} hits
   * @param {boolean} exact
   * @returns {Promise<HTMLElement[]>}
   */
  async function drawCards(engine, answer, hits, exact) {
    const [manifest, cards] = await Promise.all([kopilka.data("manifest"), kopilka.cards(hits.map((hit) => hit.n))]);
    return cards.map((/** @type {Card} */ card, /** @type {number} */ index) => {
      const hit = hits[index];
      const marks = { title: engine.mark(card.title, answer, hit), text: engine.mark(card.text, answer, hit), near: hit.near };
      const isRecord = hit.n < manifest.records;
      const article = isRecord ? kopilka.drawCard(card, marks, manifest) : drawOther(card, marks, manifest);
      engine.snippet(card, answer, hit, SNIPPET).then(
        (pieces) => kopilka.addPiece(article, pieces),
        () => {} // the summary is there
      );
      const link = article.querySelector("h3 a");
      link.addEventListener("click", () => kopilka.said.rememberMarks(link.href, answer, exact));
      return article;
    });
  }

  /**
   * The chips «Все 31», «Практики 12»: what the hits are.
   * @param {Map<string, number>} counts
   * @param {number} total
   * @param {SearchState} state
   * @param {Manifest} manifest
   * @param {(group: string) => void} choose
   * @returns {HTMLElement | null} nothing when all hits are of one group
   */
  function drawGroups(counts, total, state, manifest, choose) {
    const kinds = Object.keys(manifest.kinds).filter((kind) => counts.has(kind) || kind === state.group);
    if (counts.has("record")) kinds.unshift("record");
    if (kinds.length < 2 && !state.group) return null;
    const chip = (/** @type {string} */ group, /** @type {string} */ words, /** @type {number} */ number) => {
      const href = kopilka.page("search") + kopilka.searchState.write({ ...state, group });
      const onclick = (/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(group);
      };
      return el("a.k-chip", { href, onclick, "aria-current": group === state.group && "true" }, words + " ", el("b", {}, String(number)));
    };
    const label = (/** @type {string} */ kind) => (kind === "record" ? "Записи" : manifest.kinds[kind].plural);
    const chips = kinds.map((kind) => chip(kind, label(kind), counts.get(kind) || 0));
    return el("nav.k-chips.k-found__groups", { "aria-label": "Что показать" }, chip("", "Всё", total), ...chips);
  }

  kopilka.drawFound = { drawCards, drawGroups };
})();
