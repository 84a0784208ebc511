/**
 * The list under a search field: hits as links in the order of their rank, moved through with the arrows.
 *
 * The focus goes to the links themselves, so that every way of opening a link works, and every screen reader
 * reads them as what they are.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon, said } = kopilka;
  const SHOWN = 8;
  const OFFERED = 3;
  const SNIPPET = 140;
  const PAUSE = 80;
  const BEFORE_TEXTS = 250;

  /**
   * Who holds it and what is near: «Лицей-пример № 3 · Набор: 5 декабря».
   * @param {Card} card
   * @returns {string}
   */
  function holderLine(card) {
    const ahead = card.rows.find(([label]) => label === "Ближайшее");
    return [card.by || card.place, ...card.tags, ahead && ahead[1]].filter(Boolean).join(" · ");
  }

  /**
   * A hit as one link.
   * @param {Card} card
   * @param {Manifest} manifest
   * @param {{title: Fragment[], text: Fragment[], near: string}} marks
   * @returns {{item: HTMLElement, text: HTMLElement}}
   */
  function drawHit(card, manifest, marks) {
    const isRecord = !["organisation", "page", "term"].includes(card.kind);
    const by = [holderLine(card), marks.near && "близкое слово: " + marks.near].filter(Boolean).join(" · ");
    const text = el("span.k-sr__text", {}, ...kopilka.marked(marks.text));
    const link = el(
      "a.k-sr__hit",
      { href: kopilka.page(card.url), "data-record": isRecord && card.id, "data-page": !isRecord && card.url },
      kopilka.kindMark(card.kind, manifest),
      el("span.k-sr__title", {}, ...kopilka.marked(marks.title)),
      by && el("span.k-sr__by", {}, by),
      text
    );
    return { item: el("li", {}, link), text };
  }

  /**
   * @param {string} name of an icon
   * @param {string} words for those who do not see it
   * @returns {HTMLElement}
   */
  function arrow(name, words) {
    return el("kbd", {}, icon(name), el("span.k-vh", {}, words));
  }

  /** @returns {HTMLElement} what the keys do */
  function keys() {
    const [enter, escape] = ["Enter", "Esc"].map((name) => el("kbd", {}, name));
    return el("span.k-sr__keys", {}, arrow("up", "вверх"), " ", arrow("down", "вниз"), " выбрать, ", enter, " открыть, ", escape, " закрыть");
  }

  /**
   * Whether a key writes: then it is meant for the field.
   * @param {KeyboardEvent} event
   * @returns {boolean}
   */
  function writes(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return false;
    return event.key.length === 1 || event.key === "Backspace";
  }

  /**
   * What the arrows go through.
   * @param {SearchBoxFace} box
   * @returns {HTMLElement[]}
   */
  function linksOf(box) {
    return kopilka.all(".k-sr__hit, .k-sr__foot a", box.output);
  }

  /**
   * Moves through the hits: from the field down, and back up to it.
   * @param {SearchBoxFace} box
   */
  function listenToKeys(box) {
    box.place.addEventListener("keydown", (event) => {
      const links = linksOf(box);
      const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      if (at >= 0 && writes(event)) box.field.focus();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !links.length || !box.isOpen()) return;
      event.preventDefault();
      if (at + step < links.length) (links[at + step] || box.field).focus();
    });
  }

  /**
   * The hits as drawn links. The best piece of a text comes in when it is brought: at once where the summary
   * has it, after a pause in typing where a file is to be loaded for it.
   * @param {SearchEngine} engine
   * @param {Answer} answer
   * @param {Card[]} cards
   * @param {Manifest} manifest
   * @param {{exact: boolean, isLast: () => boolean}} asked
   * @returns {HTMLElement[]}
   */
  function drawHits(engine, answer, cards, manifest, { exact, isLast }) {
    return cards.map((card, index) => {
      const hit = answer.hits[index];
      const summary = engine.mark(card.text, answer, hit);
      const { item, text } = drawHit(card, manifest, { title: engine.mark(card.title, answer, hit), text: summary, near: hit.near });
      const fill = () => {
        if (!isLast()) return;
        const keep = () => {}; // the summary stays in its place
        engine.snippet(card, answer, hit, SNIPPET).then((pieces) => text.replaceChildren(...kopilka.marked(pieces)), keep);
      };
      if (summary.some((piece) => piece.mark)) fill();
      else window.setTimeout(fill, BEFORE_TEXTS);
      item.addEventListener("click", () => said.rememberMarks(kopilka.page(card.url), answer, exact));
      return item;
    });
  }

  /** Answers what stands in a field; of several answers under way the last one is drawn. */
  class AnswerList {
    /**
     * @param {SearchBoxFace} box
     * @param {SearchEngine} engine
     */
    constructor(box, engine) {
      this.box = box;
      this.engine = engine;
      /** @type {FacetTable | null} */
      this.table = null;
      /** @type {Answer | null} what is drawn */
      this.drawn = null;
      /** @type {string | null} what is drawn, or about to be */
      this.asked = null;
      this.turn = 0;
      this.timer = 0;
    }

    /** @param {string} query the text of the field */
    change(query) {
      if (query === this.asked) return;
      const pause = this.asked ? PAUSE : 0;
      this.asked = query;
      this.turn += 1; // what is under way answers an older text
      window.clearTimeout(this.timer);
      if (query) this.timer = window.setTimeout(() => this.answer(query, false), pause);
      else this.drawStart();
    }

    /**
     * @param {string} query
     * @param {boolean} exact
     */
    async answer(query, exact) {
      const mine = ++this.turn;
      try {
        const answer = await this.engine.ask(query, { typing: !exact, exact });
        const numbers = answer.hits.slice(0, SHOWN).map((hit) => hit.n);
        const [manifest, cards] = await Promise.all([kopilka.data("manifest"), kopilka.cards(numbers)]);
        const isLast = () => mine === this.turn;
        if (isLast()) this.draw(answer, drawHits(this.engine, answer, cards, manifest, { exact, isLast }), exact);
      } catch (error) {
        if (mine !== this.turn) return;
        this.asked = null;
        this.box.sayFailed(error);
      }
    }

    /**
     * @param {Answer} answer
     * @param {HTMLElement[]} rows
     * @param {boolean} exact
     */
    draw(answer, rows, exact) {
      const { box } = this;
      const found = answer.hits.length;
      const whole = el("a", { href: kopilka.searchPage(answer.query, { exact }) }, "Все результаты: " + found);
      this.drawn = answer;
      const parts = [
        said.correctionNote(answer, exact, (/** @type {Event} */ event, /** @type {boolean} */ exactly) => {
          event.preventDefault();
          box.field.focus();
          this.answer(answer.query, exactly);
        }),
        said.missingNote(answer),
        rows.length > 0 ? el("ol.k-sr__list", {}, ...rows) : said.emptyNote(answer, "p.k-sr__none"),
        rows.length > 0 && el("p.k-sr__foot", {}, whole, " ", keys()),
      ];
      this.replace(parts);
      this.drawOffers();
      if (box.output.parentElement) box.output.parentElement.scrollTop = 0;
      box.announce(found ? said.total(found) + ". Стрелка вниз ведёт к списку." : "Ничего не нашлось");
    }

    /**
     * Puts a new list in place of the old one; who was on a link of it stays on the one in its place.
     * @param {(Node | null | false)[]} parts
     */
    replace(parts) {
      const { box } = this;
      const within = box.output.contains(document.activeElement);
      const at = linksOf(box).indexOf(/** @type {HTMLElement} */ (document.activeElement));
      box.output.replaceChildren(...parts.filter((part) => part instanceof Node));
      if (within) (linksOf(box)[at] || box.field).focus();
    }

    /** The facets to choose at once; they may come later than the first answer. */
    drawOffers() {
      const list = this.box.output.querySelector(".k-sr__list, .k-sr__empty");
      const offers = this.drawn && said.offers(this.table, this.drawn, OFFERED);
      if (list && offers) list.before(offers);
    }

    drawStart() {
      const hint = "Начните печатать: тема, трудность, школа, слово из названия. Можно сокращения и номера: «ШНОР», «школа 376».";
      this.drawn = null;
      this.box.output.replaceChildren(el("p.k-sr__note.k-sr__hint", {}, hint));
      this.box.announce("");
    }
  }

  /**
   * Takes a field over: every change of its text is answered from now on.
   * @param {SearchBoxFace} box
   * @param {SearchEngine} engine
   * @param {Promise<FacetTable | null>} facets
   * @returns {(query: string) => void}
   */
  function answerBox(box, engine, facets) {
    const list = new AnswerList(box, engine);
    listenToKeys(box);
    facets.then((table) => {
      list.table = table;
      list.drawOffers();
    });
    return (query) => list.change(query);
  }

  kopilka.answerBox = answerBox;
})();
