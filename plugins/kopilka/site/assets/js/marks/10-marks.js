/**
 * Marks what was searched on the page that was opened from the search; Esc or the button takes the marks away.
 *
 * The words are found by the search itself, so every form of them is marked, as it was in the snippet.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { all, el } = kopilka;
  const PASSED_BY = "script,style,button,input,select,textarea,mark,svg,nav,.k-printhead,.k-vh,.k-cite,.k-marks";

  /**
   * The texts of the page that a reader reads.
   * @param {Element} page
   * @returns {Text[]}
   */
  function textsOf(page) {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = /** @type {Text} */ (walker.currentNode);
      const parent = text.parentElement;
      if (parent && text.data.trim() && !parent.closest(PASSED_BY)) found.push(text);
    }
    return found;
  }

  /**
   * @param {Text} text
   * @param {Fragment[]} pieces
   * @returns {number} how many words are marked
   */
  function markText(text, pieces) {
    const marks = pieces.filter((piece) => piece.mark).length;
    if (marks) text.replaceWith(...kopilka.marked(pieces));
    return marks;
  }

  /** @param {Element} page */
  function unmark(page) {
    all("mark", page).forEach((mark) => {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      if (parent) parent.normalize();
    });
  }

  /**
   * The line over the page: what is marked, and the way to take it off.
   * @param {Element} page
   * @param {string} words
   * @returns {HTMLElement}
   */
  function drawLine(page, words) {
    const off = el("button.k-linkbtn", { type: "button" }, "Убрать подсветку");
    const line = el("div.k-note.k-marks", {}, kopilka.icon("search"), el("p", { role: "status" }, words + ". ", off));
    const remove = () => {
      const focused = line.contains(document.activeElement);
      unmark(page);
      line.remove();
      document.removeEventListener("keydown", onKey);
      const title = focused && page.querySelector("h1");
      if (!title) return;
      title.setAttribute("tabindex", "-1");
      title.focus();
    };
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !event.defaultPrevented) remove();
    };
    off.addEventListener("click", remove);
    document.addEventListener("keydown", onKey);
    return line;
  }

  /**
   * @param {{query: string, exact: boolean}} searched
   * @returns {Promise<void>}
   */
  async function markPage({ query, exact }) {
    const page = document.querySelector(".k-page");
    if (!page) return;
    const engine = await kopilka.bringSearch();
    const answer = await engine.ask(query, { exact });
    const total = textsOf(page).reduce((sum, text) => sum + markText(text, engine.mark(text.data, answer)), 0);
    if (!total) return;
    const words = "Подсвечены слова запроса " + kopilka.said.quoted(answer.shown || query);
    const crumbs = page.querySelector(".k-crumbs");
    const line = drawLine(page, words);
    if (crumbs && crumbs.parentElement) crumbs.parentElement.after(line);
    else page.prepend(line);
  }

  kopilka.markPage = markPage;
})();
