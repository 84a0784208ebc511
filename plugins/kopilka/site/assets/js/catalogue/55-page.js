/**
 * The catalogue page: one state, kept in the address; everything on the page is shown from it.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const own = kopilka.catalogue;
  const { part } = own;

  /** Records shown at first and added at a time. */
  const STEP = 20;
  /** A longer list is not drawn at once, whatever an address says. */
  const MOST = 200;

  class Catalogue {
    /**
     * @param {HTMLElement} root
     * @param {Manifest} manifest
     * @param {FacetTable} table
     */
    constructor(root, manifest, table) {
      this.root = root;
      this.manifest = manifest;
      this.table = table;
      /** @type {CatalogueState} */
      this.state = kopilka.state.read(window.location, table);
      /** @type {Answer | null} */
      this.answer = null;
      /** @type {number[]} the chosen records in the order of the list */
      this.numbers = [];
      this.turn = 0;
      /** How many records are shown. */
      this.limit = this.asked();
      this.count = own.makeCounter(root);
      this.list = new own.List(part(root, "[data-cat-list]"), manifest);
      this.panel = own.makePanel(table, this.state.choice, this.panelActs());
      const home = part(root, "[data-cat-side]");
      home.append(this.panel.element);
      own.bindAhead(this.panel.element, (...change) => this.first(own.withValue(this.state.choice, ...change)));
      this.sheet = own.makeSheet(this.panel.element, home, () => this.change({ choice: own.NOTHING }));
      this.query = own.bindQuery(part(root, "[data-cat-query]"), (words, { typing }) => this.ask(words, typing));
      this.bind();
    }

    /** @returns {number} how many records the address asks for, within reason */
    asked() {
      return Math.min(Math.max(this.state.shown, STEP), MOST);
    }

    /** @returns {PanelActs} */
    panelActs() {
      return {
        value: (facet, value, on) => this.change({ choice: own.withValue(this.state.choice, facet, value, on) }),
        range: (facet, bounds, first) =>
          this.change({ choice: own.withRange(this.state.choice, facet, bounds) }, { replace: !first }),
      };
    }

    bind() {
      const { root } = this;
      part(root, "[data-cat-order]").addEventListener("change", (event) => this.change({ order: event.target.value }));
      part(root, "[data-cat-views]").addEventListener("change", (event) => this.change({ view: event.target.value }));
      part(root, "[data-cat-sheet]").addEventListener("click", () => this.sheet.open());
      part(root, "[data-cat-more] button").addEventListener("click", () => this.showMore());
      own.bindTake(part(root, "[data-cat-take]"), {
        manifest: this.manifest,
        table: this.table,
        chosen: () => this.numbers,
        paper: (numbers) => this.showPaper(numbers),
      });
      part(root, "[data-cat-list]").addEventListener("click", (event) => this.follow(event));
      window.addEventListener("popstate", () => this.reread());
      window.addEventListener("hashchange", () => this.reread());
      window.addEventListener("beforeprint", () => this.headPaper());
    }

    /**
     * The words found are marked on the page of a record too.
     * @param {Event} event
     */
    follow(event) {
      const link = /** @type {HTMLElement} */ (event.target).closest("a");
      if (link && this.answer) kopilka.said.rememberMarks(link.href, this.answer, this.state.exact);
    }

    /**
     * Takes a new state: the page at once, the address right after. Changing the address makes the browser lay the
     * page out; done first, that would be done twice.
     * @param {Partial<CatalogueState>} changes
     * @param {{replace?: boolean, typing?: boolean}} [how]
     */
    change(changes, { replace = false, typing = false } = {}) {
      const before = kopilka.state.write(this.state, this.table);
      const state = Object.assign({}, this.state, { shown: 0 }, changes);
      this.state = state;
      this.limit = STEP;
      const changed = kopilka.state.write(state, this.table) !== before;
      if (changed) window.setTimeout(() => kopilka.state.show(state, this.table, { replace }));
      return this.refresh(typing);
    }

    /**
     * @param {string} words
     * @param {boolean} typing
     */
    ask(words, typing) {
      const usual = !this.state.words || this.state.order === "podhodyashchie" || !words;
      const order = usual ? (words ? "podhodyashchie" : "novye") : this.state.order;
      if (words === this.state.words) return this.change({ exact: this.state.exact }, { replace: true });
      return this.change({ words, order, exact: false }, { replace: typing, typing });
    }

    /** Another state by the browser's own buttons. */
    reread() {
      const address = kopilka.state.read(window.location, this.table);
      if (kopilka.state.write(address, this.table) === kopilka.state.write(this.state, this.table)) return;
      this.state = address;
      this.limit = this.asked();
      this.refresh(false);
    }

    /**
     * Shows the state. Without words everything but cards not yet brought is there when this returns.
     * @param {boolean} typing
     * @returns {Promise<void>}
     */
    refresh(typing) {
      const turn = ++this.turn;
      this.query.show(this.state.words);
      if (!this.state.words) {
        this.answer = null;
        return this.draw();
      }
      return this.findAnswer(typing).then((answer) => {
        if (turn !== this.turn) return undefined;
        this.answer = answer;
        return this.draw();
      });
    }

    /**
     * @param {boolean} typing
     * @returns {Promise<Answer | null>} null when the search could not be brought
     */
    async findAnswer(typing) {
      const { words, exact } = this.state;
      const former = this.answer;
      if (former && former.query === words && this.answered === exact && !this.typed) return former;
      try {
        const answer = await (await kopilka.bringSearch()).ask(words, { typing, exact });
        this.answered = exact;
        this.typed = typing;
        return answer;
      } catch {
        part(this.root, "[data-cat-did]").textContent = "Поиск не загрузился. Обновите страницу, а пока выбирайте по фильтрам.";
        return null;
      }
    }

    /** What is chosen, in its order. */
    select() {
      const { answer, state, table } = this;
      this.found = answer ? answer.hits.map((hit) => hit.n).filter((n) => n < table.records) : null;
      this.selection = table.select(state.choice, this.found);
      this.numbers = this.ordered(this.selection);
      return this.selection;
    }

    /** @param {Choice} choice @returns {number[]} the records that would be seen first with it */
    first(choice) {
      return this.ordered(this.table.select(choice, this.found)).slice(0, STEP);
    }

    /** @param {FacetSelection} selection @returns {number[]} in the order of the list */
    ordered({ numbers }) {
      if (!this.found || this.state.order !== "podhodyashchie") return this.table.order(numbers, this.state.order);
      const chosen = new Set(numbers);
      return this.found.filter((n) => chosen.has(n));
    }

    /** @returns {Promise<void>} */
    async draw() {
      const { root, state, table } = this;
      const selection = this.select();
      const conditions = own.conditions(table, state.choice);
      this.panel.update(selection, state.choice);
      this.sheet.update(selection.total);
      this.count(selection.total);
      this.drawChips(conditions);
      own.tellOrder(root, state);
      this.tellQuery();
      root.toggleAttribute("data-empty", !selection.total);
      part(root, "[data-cat-take]").hidden = !selection.total;
      const focused = part(root, "[data-cat-list]").contains(document.activeElement);
      if (selection.total) await this.drawList();
      else this.drawEmpty(conditions);
      if (focused && document.activeElement === document.body) part(root, "#found").focus();
    }

    /** @param {Condition[]} conditions */
    drawChips(conditions) {
      const label = part(this.root, "[data-cat-sheet] span");
      label.textContent = conditions.length ? "Фильтры: " + conditions.length : "Фильтры";
      own.drawChips(part(this.root, "[data-cat-chips]"), conditions, {
        drop: (condition) => this.change({ choice: own.dropped(this.state.choice, condition) }),
        reset: () => this.reset(),
        rest: part(this.root, "#found"),
      });
    }

    reset() {
      return this.change(Object.assign(this.wordless(), { choice: own.NOTHING }));
    }

    /** @returns {Partial<CatalogueState>} what changes when there are no words any more */
    wordless() {
      const { order } = this.state;
      return { words: "", exact: false, order: order === "podhodyashchie" ? "novye" : order };
    }

    tellQuery() {
      const { choice, words } = this.state;
      own.tellElse(part(this.root, "[data-cat-else]"), this.answer, this.table.records);
      if (words && !this.answer) return;
      own.tell(part(this.root, "[data-cat-did]"), this.answer, {
        table: this.table,
        exact: this.state.exact,
        again: (exact) => this.change({ exact }),
        take: ({ facet, value }) =>
          this.change(Object.assign(this.wordless(), { choice: own.withValue(choice, facet, value, true) })),
        chosen: ({ facet, value }) => (choice.values[facet] || []).includes(value),
      });
    }

    async drawList() {
      const { limit, numbers, state } = this;
      own.tellMore(part(this.root, "[data-cat-more]"), Math.min(limit, numbers.length), numbers.length, STEP);
      await this.list.show(numbers.slice(0, limit), state.view, this.answer);
    }

    /** @param {Condition[]} conditions */
    drawEmpty(conditions) {
      const { choice, words } = this.state;
      part(this.root, "[data-cat-more]").hidden = true;
      const submit = part(this.root, "[data-cat-submit]");
      const empty = own.drawEmpty({
        conditions,
        selection: this.selection,
        words,
        found: this.found ? this.found.length : 0,
        submit: submit ? submit.href : "",
        dropFacet: (facet) => this.change({ choice: own.withoutFacet(choice, facet) }),
        dropWords: () => this.change(this.wordless()),
        resetFacets: () => this.change({ choice: own.NOTHING }),
      });
      this.list.clear().append(empty);
    }

    /** Adds the next records; the focus goes to the first of them. */
    async showMore() {
      const first = this.numbers[this.limit];
      this.limit = Math.min(this.limit + STEP, this.numbers.length);
      this.state = Object.assign({}, this.state, { shown: this.limit });
      kopilka.state.show(this.state, this.table, { replace: true });
      await this.drawList();
      const link = this.list.element(first).querySelector("a");
      link.focus({ preventScroll: true });
    }

    /** What a printed list says of itself. */
    headPaper() {
      const { manifest, root, state, table } = this;
      own.tellPaper(part(root, "[data-cat-paper]"), manifest, state, own.conditions(table, state.choice));
    }

    /**
     * Puts the list for paper in place of the present one, until it is printed.
     * @param {number[]} numbers
     */
    showPaper(numbers) {
      this.headPaper();
      window.addEventListener("afterprint", () => this.draw(), { once: true });
      return this.list.show(numbers, "spisok", null);
    }
  }

  own.Catalogue = Catalogue;
})();
