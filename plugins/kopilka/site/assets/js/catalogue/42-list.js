/** Brings the cards that are to be seen and shows them; until they are there the former list stays. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { VIEWS, arrange } = kopilka.catalogue;

  /** Kept drawn elements beyond this are thrown away: a long walk through a large bank must not fill the memory. */
  const KEPT = 400;
  /** Letters of a shown piece of a text. */
  const PIECE = 240;
  /** Stands for the cards that came with the page. */
  const OWN = "";

  /**
   * What was found in a card.
   * @param {Card} card
   * @param {Answer} answer
   * @param {Hit} hit
   * @returns {Marks}
   */
  function marksOf(card, answer, hit) {
    const { search } = kopilka;
    return { title: search.mark(card.title, answer, hit), text: search.mark(card.text, answer, hit), near: hit.near };
  }

  /**
   * Adds to a card the piece of its text that was found, when that has come: the list does not wait for texts.
   * @param {HTMLElement} article
   * @param {Card} card
   * @param {Answer} answer
   * @param {Hit} hit
   */
  function bringPiece(article, card, answer, hit) {
    if (article.querySelector("mark")) return;
    kopilka.search.snippet(card, answer, hit, PIECE).then(
      (/** @type {Fragment[]} */ pieces) => kopilka.addPiece(article, pieces),
      () => {} // the summary is there
    );
  }

  /** @implements {CardList} */
  class List {
    /**
     * @param {HTMLElement} place where the list stands; it may hold the page's own cards of the newest records
     * @param {Manifest} manifest
     */
    constructor(place, manifest) {
      this.place = place;
      this.manifest = manifest;
      this.frames = { frame: place, place };
      this.drawnFor = OWN;
      /** @type {Map<number, HTMLElement>} what is drawn for the present view and query */
      this.drawn = new Map(kopilka.all(".k-card", place).map((card, n) => [n, card]));
      /** @type {Map<number, Hit>} */
      this.hits = new Map();
      this.turn = 0;
    }

    /**
     * Forgets what is drawn when it no longer is what would be drawn now. The page's own cards serve for the list
     * they were made for: a browser may have kept a page of a former build.
     * @param {number[]} numbers
     * @param {string} view
     * @param {Answer | null} answer
     */
    turnTo(numbers, view, answer) {
      const newest = numbers.every((n, place) => n === place && this.drawn.has(n));
      if (this.drawnFor === OWN && newest && view === "kartochki" && !answer) return;
      const key = answer ? view + " " + answer.shown + "\n" + answer.query : view;
      if (key === this.drawnFor && this.drawn.size <= KEPT) return;
      this.drawnFor = key;
      this.drawn = new Map();
      this.hits = new Map((answer ? answer.hits : []).map((hit) => [hit.n, hit]));
    }

    /**
     * Draws what is not drawn yet.
     * @param {number[]} missing
     * @param {string} view
     * @param {Answer | null} answer
     */
    async draw(missing, view, answer) {
      const { drawn, hits, manifest } = this;
      const cards = await kopilka.cards(missing);
      missing.forEach((n, i) => {
        const hit = hits.get(n);
        const marks = answer && hit ? marksOf(cards[i], answer, hit) : null;
        const element = VIEWS[view].draw(cards[i], marks, manifest);
        drawn.set(n, element);
        if (answer && hit && view === "kartochki") bringPiece(element, cards[i], answer, hit);
      });
    }

    /**
     * @param {string} view
     * @param {number[]} numbers
     */
    put(view, numbers) {
      if (this.place.dataset.view !== view) {
        this.frames = VIEWS[view].make();
        this.place.replaceChildren(this.frames.frame);
        this.place.dataset.view = view;
      }
      arrange(this.frames.place, numbers.map((n) => /** @type {HTMLElement} */ (this.drawn.get(n))));
      kopilka.dress(this.frames.place);
    }

    /**
     * @param {number[]} numbers
     * @param {string} view
     * @param {Answer | null} answer
     */
    async show(numbers, view, answer) {
      const mine = ++this.turn;
      this.turnTo(numbers, view, answer);
      const missing = numbers.filter((n) => !this.drawn.has(n));
      if (missing.length) {
        this.place.setAttribute("aria-busy", "true");
        await this.draw(missing, view, answer);
        if (mine !== this.turn) return false;
      }
      this.place.removeAttribute("aria-busy");
      this.put(view, numbers);
      return true;
    }

    clear() {
      this.turn += 1;
      this.place.removeAttribute("aria-busy");
      delete this.place.dataset.view;
      this.place.replaceChildren();
      return this.place;
    }

    /** @param {number} n */
    element(n) {
      return this.drawn.get(n);
    }
  }

  Object.assign(kopilka.catalogue, { List });
})();
