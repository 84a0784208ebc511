/**
 * Draws a card by script: the same elements that templates/card.html gives, so that a list looks alike
 * whoever drew it. What was found in it may be marked.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;

  /** Kinds of cards that are no records: nothing can be put in the route or compared. */
  const OTHERS = ["organisation", "page", "term"];

  /**
   * A text in pieces, the found ones marked; a near word is marked otherwise than what was asked for.
   * @param {Fragment[]} fragments
   * @returns {(Node | string)[]}
   */
  function marked(fragments) {
    return fragments.map(({ text, mark }) => (mark ? el(mark === "near" ? "mark.syn" : "mark", {}, text) : text));
  }

  /**
   * The kind with its icon, as it stands over every title.
   * @param {string} kind
   * @param {Manifest} manifest
   * @returns {HTMLElement}
   */
  function kindMark(kind, manifest) {
    const info = manifest.kinds[kind];
    return el("span.k-kind", { "data-kind": kind }, kopilka.icon(info ? info.icon : "circle"), info ? info.label : kind);
  }

  /**
   * A line of facts: words, with the degree drawn where they tell how well the outcome is proved.
   * @param {[string, string, number?]} row
   * @returns {HTMLElement}
   */
  function factWords([, words, degree]) {
    if (degree === undefined) return el("dd", {}, words);
    const drawing = el("span.k-ev", { "data-ev": degree, "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    return el("dd", {}, drawing, words);
  }

  /**
   * @param {Card} card
   * @param {Manifest} manifest
   * @returns {HTMLElement} kind, tags, holder
   */
  function topLine(card, manifest) {
    const by = [card.by, card.place].filter(Boolean).join(" · ");
    const tags = card.tags.map((words) => el("span.k-tag", {}, words));
    return el("p.k-card__top", {}, kindMark(card.kind, manifest), ...tags, by && el("span.k-card__by", {}, by));
  }

  /**
   * @param {Card} card
   * @param {Marks | null | undefined} marks the title and the text with what was found marked; without them both are plain
   * @param {Manifest} manifest
   * @returns {HTMLElement}
   */
  function drawCard(card, marks, manifest) {
    const facts = card.rows.map((row) => el("div", {}, el("dt", {}, row[0]), factWords(row)));
    const title = marks ? marked(marks.title) : [card.title];
    const text = marks ? marked(marks.text) : [card.text];
    const near = marks && marks.near;
    return el(
      "article.k-card",
      { "data-kind": card.kind, "data-record": OTHERS.includes(card.kind) ? null : card.id },
      el(
        "div.k-card__main",
        {},
        topLine(card, manifest),
        el("h3", {}, el("a", { href: kopilka.page(card.url) }, ...title)),
        el("p.k-card__text", {}, ...text),
        near && el("p.k-small.k-dim", {}, "Найдено по близкому слову «" + near + "»")
      ),
      facts.length > 0 && el("dl.k-card__facts", {}, ...facts)
    );
  }

  /**
   * Adds a piece of the text under the summary when the words were found in the text only.
   * @param {HTMLElement} article
   * @param {Fragment[]} pieces
   */
  function addPiece(article, pieces) {
    const summary = article.querySelector(".k-card__text");
    if (!summary || summary.querySelector("mark") || !pieces.some((piece) => piece.mark)) return;
    summary.after(el("p.k-card__text.k-found__piece", {}, ...marked(pieces)));
  }

  Object.assign(kopilka, { addPiece, drawCard, kindMark, marked });
})();
