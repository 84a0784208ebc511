/**
 * What is said above the hits, in the list under a field and on the search page alike: how the query was
 * understood, what was not found, which facets may be chosen at once.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  const SHOWN = 60;

  /**
   * A query in quotes, the long one cut.
   * @param {string} words
   * @returns {string}
   */
  function quoted(words) {
    return "«" + (words.length > SHOWN ? words.slice(0, SHOWN).trim() + "…" : words) + "»";
  }

  /**
   * Why something else was searched than what was typed.
   * @param {Answer} answer
   * @returns {string}
   */
  function reason(answer) {
    if (answer.correction === "layout") {
      return /[a-z]/i.test(answer.query) ? ": похоже, была включена английская раскладка" : ": похоже, была включена русская раскладка";
    }
    return answer.correction === "translit" ? ": слово набрано латиницей" : "";
  }

  /**
   * «Показано по запросу «наставник»…», with the way back to what was typed; after it, the way forth again.
   * @param {Answer} answer
   * @param {boolean} exact whether it was asked to put nothing right
   * @param {(event: Event, exact: boolean) => void} searchAgain
   * @returns {HTMLElement | null}
   */
  function correctionNote(answer, exact, searchAgain) {
    const link = (/** @type {string} */ words) =>
      el("a", { href: kopilka.searchPage(answer.query, { exact: !exact }), onclick: (/** @type {Event} */ event) => searchAgain(event, !exact) }, words);
    if (exact) return el("p.k-sr__note", {}, "Искали точно то, что набрано. ", link("Искать с исправлениями"));
    if (!answer.correction) return null;
    const words = (answer.correction === "typo" ? "Искать точно " : "Искать ") + quoted(answer.query);
    return el("p.k-sr__note", {}, "Показано по запросу ", el("b", {}, quoted(answer.shown)), reason(answer) + ". ", link(words));
  }

  /**
   * «Не найдено: …»: no word is dropped in silence. Where nothing was found at all, that is said instead.
   * @param {Answer} answer
   * @returns {HTMLElement | null}
   */
  function missingNote(answer) {
    if (!answer.missing.length || !answer.hits.length) return null;
    return el("p.k-sr__note.k-sr__missing", {}, "Не найдено: " + answer.missing.map(quoted).join(", ") + ".");
  }

  /**
   * «Можно сразу выбрать: Тема: наставничество 23».
   * @param {FacetTable | null} table
   * @param {Answer} answer
   * @param {number} most
   * @returns {HTMLElement | null}
   */
  function offers(table, answer, most) {
    const found = table ? table.find(answer.shown, most) : [];
    if (!found.length) return null;
    const chips = found.map((offer) =>
      el(
        "a.k-chip.k-chip--add",
        { href: kopilka.page("katalog?" + offer.facet + "=" + encodeURIComponent(offer.value)) },
        icon("tune"),
        el("span", {}, offer.facetLabel + ": " + offer.label + " ", el("b", {}, String(offer.n)))
      )
    );
    return el("div.k-sr__facets", {}, el("span", {}, "Можно сразу выбрать:"), ...chips);
  }

  /**
   * What to do when nothing was found.
   * @param {Answer} answer
   * @param {string} title name of the element that says it: a heading on a page of its own
   * @returns {HTMLElement}
   */
  function emptyNote(answer, title) {
    const links = [
      ["katalog", "Весь каталог"],
      ["spiski", "Все темы, предметы и роли"],
      ["slovar", "Словарь"],
    ].map(([path, words]) => el("li", {}, el("a", { href: kopilka.page(path) }, words)));
    return el(
      "div.k-sr__empty",
      {},
      el(title, {}, "По запросу " + quoted(answer.shown || answer.query) + " ничего не нашлось"),
      el("p", {}, "Проверьте, нет ли опечатки, оставьте одно-два главных слова или скажите иначе: «чтение» вместо «техника вдумчивого чтения»."),
      el("p", {}, "Без поиска тоже можно найти:"),
      el("ul", {}, ...links)
    );
  }

  /**
   * Remembers what a page is opened for, so that the words found are marked there.
   * @param {string} href
   * @param {Answer} answer
   * @param {boolean} exact
   */
  function rememberMarks(href, answer, exact) {
    try {
      const kept = { page: href.split("#")[0], query: answer.query, exact };
      window.sessionStorage.setItem("kopilka-marks", JSON.stringify(kept));
    } catch {
      // The storage is closed: the page opens without marks.
    }
  }

  /**
   * «31 результат».
   * @param {number} number
   * @returns {string}
   */
  function total(number) {
    return kopilka.count(number, ["результат", "результата", "результатов"]);
  }

  kopilka.said = { correctionNote, emptyNote, missingNote, offers, quoted, rememberMarks, total };
})();
