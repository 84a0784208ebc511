/**
 * The search field on every page: opens, closes, and brings the search when the reader first touches it.
 *
 * Nothing of the search is loaded before that. What is drawn under the field is in the part «searchbox».
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { all, el } = kopilka;
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const narrow = window.matchMedia("(max-width: 59.984375em)");

  /** Nobody types more, and a whole page pasted into the field must not stop the browser. */
  const LONGEST = 300;
  const SAID_AFTER = 500;
  /** Pixels under the list in a page, and the least it takes however low its field stands. */
  const MARGIN = 12;
  const LEAST = 260;

  /**
   * What is searched of what was typed.
   * @param {unknown} text
   * @returns {string}
   */
  function cleanQuery(text) {
    return String(text || "").slice(0, LONGEST).trim();
  }

  /**
   * The address of the search page.
   * @param {string} query
   * @param {{exact?: boolean}} [options]
   * @returns {string}
   */
  function searchPage(query, { exact = false } = {}) {
    return kopilka.page(query ? "search?q=" + encodeURIComponent(query) + (exact ? "&tochno=1" : "") : "search");
  }

  /**
   * Brings the search and its data; what failed is tried again by the next call.
   * @returns {Promise<SearchEngine>}
   */
  async function bringSearch() {
    await Promise.all([kopilka.part("search"), kopilka.part("searchbox")]);
    await kopilka.search.ready();
    return kopilka.search;
  }

  /**
   * The facets, for «Можно сразу выбрать»; the search does without them when they do not come.
   * @returns {Promise<FacetTable | null>}
   */
  async function bringFacets() {
    try {
      const [data] = await Promise.all([kopilka.data("facets"), kopilka.part("facets")]);
      return kopilka.facets.open(data);
    } catch {
      return null;
    }
  }

  /**
   * What failed, in words, and a button for another attempt where one may help.
   * @param {unknown} error what the loader or the engine threw
   * @param {() => void} retry
   * @returns {{words: string, again: HTMLElement | null}}
   */
  function failure(error, retry) {
    const message = error instanceof Error ? error.message : "";
    const button = (/** @type {string} */ words, /** @type {() => void} */ onclick) => el("button.k-linkbtn", { type: "button", onclick }, words);
    if (message.startsWith("Сайт обновился")) {
      return { words: "Сайт только что обновился.", again: button("Открыть страницу заново", () => window.location.reload()) };
    }
    if (message.startsWith("Поиск ")) return { words: message, again: null };
    return { words: "Поиск не загрузился: похоже, пропала связь.", again: button("Попробовать ещё раз", retry) };
  }

  /** A field with the list under it: the header's, or the home page's own. */
  class SearchBox {
    /** @param {HTMLElement} place */
    constructor(place) {
      this.place = place;
      this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
      this.field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
      this.output = /** @type {HTMLElement} */ (place.querySelector("[data-search-output]"));
      this.inHeader = place.classList.contains("md-search");
      this.status = el("p.k-vh", { role: "status" });
      this.timer = 0;
      /** @type {HTMLElement | null} where the focus goes back to */
      this.opener = null;
      /** @type {((query: string) => void) | null} */
      this.ask = null;
      place.append(this.status);
      this.listen();
    }

    listen() {
      const { field, form, place } = this;
      ["focus", "input"].forEach((name) => field.addEventListener(name, () => this.touched()));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        window.location.href = searchPage(cleanQuery(field.value));
      });
      place.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !(this.isOpen() || this.opener)) return;
        event.preventDefault(); // or the browser would empty the field
        this.close();
      });
      place.addEventListener("focusout", (event) => {
        if (event.relatedTarget instanceof Node) this.leave(event.relatedTarget);
      });
      document.addEventListener("pointerdown", (event) => this.leave(event.target));
      place.addEventListener("click", (event) => this.followed(event));
      all("[data-search-close]", place).forEach((button) => button.addEventListener("click", () => this.close()));
    }

    isOpen() {
      return this.place.classList.contains("is-open");
    }

    /** @param {boolean} open */
    show(open) {
      this.place.classList.toggle("is-open", open);
      if (open && !this.inHeader) this.fit();
      if (!this.inHeader || !toggle) return;
      toggle.checked = open;
      document.documentElement.classList.toggle("k-searching", open);
    }

    /** The list of a field in the page ends where the window does, so that its foot is seen. */
    fit() {
      const list = /** @type {HTMLElement} */ (this.output.parentElement);
      const room = window.innerHeight - this.form.getBoundingClientRect().bottom - MARGIN;
      list.style.maxHeight = Math.max(room, LEAST) + "px";
    }

    /**
     * Takes the focus into the field, and remembers where it came from.
     * @param {Element | null} from
     */
    enter(from) {
      this.opener = from instanceof HTMLElement && from !== document.body ? from : null;
      if (this.inHeader && narrow.matches) this.show(true);
      this.field.focus();
      this.field.select();
    }

    /** Shuts the list; the focus goes back where it came from, else it stays in the field. */
    close() {
      const back = this.opener || this.field;
      this.opener = null;
      this.show(false);
      back.focus();
      this.show(false);
    }

    /** @param {EventTarget | null} to where the reader went */
    leave(to) {
      if (!(to instanceof Node) || this.place.contains(to) || !this.isOpen()) return;
      this.opener = null;
      this.show(false);
    }

    /**
     * A hit was opened, maybe on this very page: the list has done its work.
     * @param {MouseEvent} event
     */
    followed(event) {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (link && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.show(false);
    }

    /** The field was entered, or its text is another now. */
    touched() {
      const query = cleanQuery(this.field.value);
      this.show(Boolean(query) || (this.inHeader && narrow.matches));
      if (this.ask) this.ask(query);
      else this.start();
    }

    /** Brings the search and lets it answer from now on. */
    async start() {
      this.say("Загружаю поиск…");
      try {
        const facets = bringFacets();
        const engine = await bringSearch();
        const ask = this.ask || kopilka.answerBox(this, engine, facets);
        this.ask = ask;
        ask(cleanQuery(this.field.value));
      } catch (error) {
        this.sayFailed(error);
      }
    }

    /** @param {...(Node | string)} words */
    say(...words) {
      this.output.replaceChildren(el("p.k-sr__note", {}, ...words));
      this.announce(this.output.textContent || "");
    }

    /**
     * Says what failed, with a way on; also when the search was there already and lost a file of its data.
     * @param {unknown} error
     */
    sayFailed(error) {
      const { words, again } = failure(error, () => this.touched());
      const catalogue = el("a", { href: kopilka.page("katalog") }, again ? "открыть каталог" : "Открыть каталог");
      this.say(words, " ", ...(again ? [again, " или "] : []), catalogue, ".");
    }

    /**
     * Tells a screen reader, once the typing has paused.
     * @param {string} words
     */
    announce(words) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        this.status.textContent = words;
      }, SAID_AFTER);
    }
  }

  const boxes = all("[data-searchbox]").map((place) => new SearchBox(place));
  const header = boxes.find((box) => box.inHeader);

  all("[data-search-open]").forEach((link) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !header) return;
      event.preventDefault();
      header.enter(link);
    });
  });

  /** Where «/» leads: the page's own field, which hides the header's, else the header's. */
  function enterSearch() {
    const own = document.querySelector(".k-has-search .k-bigsearch input");
    if (own instanceof HTMLInputElement) {
      own.focus();
      own.select();
    } else if (header) {
      header.enter(document.activeElement);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && (target.isContentEditable || target.closest("input,textarea,select,dialog"))) return;
    event.preventDefault();
    enterSearch();
  });

  /** @returns {{query: string, exact: boolean} | null} what was searched, if this page was opened from the search; told once */
  function takeMarks() {
    try {
      const text = window.sessionStorage.getItem("kopilka-marks") || "null";
      window.sessionStorage.removeItem("kopilka-marks");
      const kept = JSON.parse(text);
      if (kept.page !== window.location.href.split("#")[0] || typeof kept.query !== "string") return null;
      return { query: cleanQuery(kept.query), exact: kept.exact === true };
    } catch {
      return null;
    }
  }

  Object.assign(kopilka, { bringFacets, bringSearch, cleanQuery, searchFailure: failure, searchPage });

  const searched = takeMarks();
  if (searched && searched.query) {
    const leave = () => {}; // the page is whole without its marks
    kopilka.part("marks").then(() => kopilka.markPage(searched)).catch(leave);
  }
})();
