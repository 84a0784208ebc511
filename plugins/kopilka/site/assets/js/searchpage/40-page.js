/** The search page: its field, its address and its hits kept in step. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { all, el } = kopilka;
  const { read, show, shownBefore, write } = kopilka.searchState;
  const AT_ONCE = 20;
  const OFFERED = 6;
  const PAUSE = 80;
  const SAID_AFTER = 500;
  const own = document.title;

  class SearchPage {
    /** @param {HTMLElement} place */
    constructor(place) {
      this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
      this.field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
      this.found = /** @type {HTMLElement} */ (place.querySelector("[data-found]"));
      this.start = /** @type {HTMLElement} */ (place.querySelector("[data-search-start]"));
      this.status = el("p.k-vh", { role: "status" });
      this.found.before(this.status);
      /** @type {SearchState} */
      this.state = read();
      /** @type {FacetTable | null} */
      this.table = null;
      /** @type {Answer | null} */
      this.answer = null;
      this.shown = AT_ONCE;
      this.turn = 0;
      this.timer = 0;
      this.sayTimer = 0;
      /** Whether the step of history belongs to what is being typed, and may change with it. */
      this.typing = false;
    }

    open() {
      this.field.addEventListener("input", () => this.typed());
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submitted();
      });
      ["popstate", "hashchange"].forEach((name) => window.addEventListener(name, () => this.follow()));
      this.restore();
    }

    /** The reader went back or forward; a change of the address that this page made itself is nothing new. */
    follow() {
      if (write(read()) !== write(this.state)) this.restore();
    }

    /** Does what the address says. */
    restore() {
      this.state = read();
      this.shown = shownBefore() || AT_ONCE;
      this.typing = false;
      this.field.value = this.state.query;
      this.ask(false);
    }

    typed() {
      const query = kopilka.cleanQuery(this.field.value);
      if (query === this.state.query) return;
      const push = Boolean(this.state.query) && !this.typing;
      this.typing = true;
      this.change({ query, exact: false, group: "" }, { push, typing: true });
    }

    submitted() {
      const query = kopilka.cleanQuery(this.field.value);
      const push = query !== this.state.query;
      this.typing = false;
      this.change({ query, exact: this.state.exact && !push, group: this.state.group }, { push });
    }

    /**
     * @param {SearchState} state
     * @param {{push: boolean, typing?: boolean}} step
     */
    change(state, { push, typing = false }) {
      this.state = state;
      this.shown = AT_ONCE;
      show(state, { push, shown: this.shown });
      this.ask(typing);
    }

    /** @param {boolean} typing whether the last word may be unfinished */
    ask(typing) {
      const { query } = this.state;
      document.title = query ? query + " – " + own : own;
      this.start.hidden = Boolean(query);
      this.turn += 1;
      window.clearTimeout(this.timer);
      if (query) this.timer = window.setTimeout(() => this.bring(typing), typing ? PAUSE : 0);
      else this.clear();
    }

    clear() {
      this.answer = null;
      this.found.replaceChildren();
      this.say("");
    }

    /** @param {boolean} typing */
    async bring(typing) {
      const mine = ++this.turn;
      const { exact, query } = this.state;
      try {
        if (!this.answer) this.found.replaceChildren(el("p.k-dim", {}, "Загружаю поиск…"));
        const [engine, table] = await Promise.all([kopilka.bringSearch(), this.table || kopilka.bringFacets()]);
        const answer = await engine.ask(query, { typing, exact });
        if (mine !== this.turn) return;
        this.table = table;
        this.answer = answer;
        await this.draw();
      } catch (error) {
        if (mine === this.turn) this.fail(error);
      }
    }

    /** @param {unknown} error */
    fail(error) {
      const { words, again } = kopilka.searchFailure(error, () => this.ask(false));
      const catalogue = el("a", { href: kopilka.page("katalog") }, "каталоге");
      const line = el("p", {}, words + " ", again, again && " ", "Все записи есть и в ", catalogue, ".");
      this.answer = null;
      this.found.replaceChildren(el("div.k-note.k-note--warn", {}, kopilka.icon("warning"), line));
      this.say(words);
    }

    /** Draws the answer; the turn it belongs to is looked at again after every wait. */
    async draw() {
      const mine = this.turn;
      const answer = /** @type {Answer} */ (this.answer);
      const manifest = await kopilka.data("manifest");
      const of = kopilka.groups.groupOf(manifest, this.table);
      const hits = kopilka.groups.hitsOf(answer.hits, this.state.group, of);
      const cards = await kopilka.drawFound.drawCards(kopilka.search, answer, hits.slice(0, this.shown), this.state.exact);
      if (mine !== this.turn) return;
      const groups = kopilka.drawFound.drawGroups(
        kopilka.groups.countGroups(answer.hits, of), answer.hits.length, this.state, manifest,
        (/** @type {string} */ chosen) => this.change({ ...this.state, group: chosen }, { push: true })
      );
      this.fill(answer, hits, cards, groups);
    }

    /**
     * @param {Answer} answer
     * @param {Hit[]} hits those of the chosen group
     * @param {HTMLElement[]} cards
     * @param {HTMLElement | null} groups
     */
    fill(answer, hits, cards, groups) {
      const { said } = kopilka;
      const again = (/** @type {Event} */ event, /** @type {boolean} */ exact) => {
        event.preventDefault();
        this.change({ query: answer.query, exact, group: "" }, { push: true });
      };
      const list = el("div.k-found__list", {}, ...cards);
      const some = answer.hits.length > 0;
      const parts = [
        said.correctionNote(answer, this.state.exact, again),
        said.missingNote(answer),
        said.offers(this.table, answer, OFFERED),
        some ? this.bar(hits.length) : said.emptyNote(answer, "h2"),
        groups,
        hits.length > 0 && list,
        some && !hits.length && el("p", {}, "Такого здесь не нашлось. Есть другое: выберите «Всё»."),
        this.more(hits, list),
      ];
      this.found.replaceChildren(...parts.filter(Boolean));
      kopilka.dress(list);
      this.say(some ? said.total(hits.length) : "Ничего не нашлось");
    }

    /**
     * @param {number} total
     * @returns {HTMLElement} the total and the way to the catalogue
     */
    bar(total) {
      const { exact, query } = this.state;
      const href = kopilka.page("katalog?q=" + encodeURIComponent(query) + (exact ? "&tochno=1" : ""));
      const link = el("a.k-btn", { href }, kopilka.icon("tune"), "Отобрать в каталоге");
      return el("div.k-found__bar", {}, el("h2", {}, kopilka.said.total(total)), link);
    }

    /**
     * @param {Hit[]} hits
     * @param {HTMLElement} list
     * @returns {HTMLElement | false}
     */
    more(hits, list) {
      if (hits.length <= this.shown) return false;
      const button = el("button.k-btn", { type: "button" });
      const name = () => {
        button.textContent = "Показать ещё " + Math.min(AT_ONCE, hits.length - this.shown);
      };
      button.addEventListener("click", async () => {
        const mine = this.turn;
        const next = hits.slice(this.shown, this.shown + AT_ONCE);
        const cards = await kopilka.drawFound.drawCards(kopilka.search, this.answer, next, this.state.exact);
        if (mine !== this.turn) return;
        this.shown += next.length;
        show(this.state, { push: false, shown: this.shown });
        list.append(...cards);
        kopilka.dress(list);
        cards[0].querySelector("h3 a").focus();
        if (this.shown >= hits.length) button.parentElement.remove();
        else name();
      });
      name();
      return el("p.k-btns.k-found__more", {}, button);
    }

    /**
     * Tells a screen reader, once the typing has paused.
     * @param {string} words
     */
    say(words) {
      window.clearTimeout(this.sayTimer);
      this.sayTimer = window.setTimeout(() => {
        this.status.textContent = words;
      }, SAID_AFTER);
    }
  }

  all("[data-searchpage]").forEach((place) => new SearchPage(place).open());
})();
