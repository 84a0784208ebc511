/** The small book: its title page, contents, articles, and how to cite each. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;

  /** @param {number} number */
  const anchor = (number) => "statya-" + (number + 1);

  /**
   * @param {OwnBook} book
   * @returns {HTMLElement}
   */
  function drawTitle(book) {
    const { manifest } = book;
    const day = manifest.today.split("-").reverse().join(".");
    const place = manifest.site ? manifest.bank + ", " + kopilka.shortAddress(manifest.site) : manifest.bank;
    return el(
      "header.k-own__title",
      {},
      el("p.k-own__bank", {}, manifest.bank),
      el("h2.k-own__name", {}, book.title),
      el("p.k-own__sub", {}, "Сборник по выбору"),
      book.maker ? el("p", {}, "Составитель: " + book.maker) : null,
      el("p.k-own__foot", {}, `Собран из открытых записей банка: ${place}. Состояние банка на ${day}.`)
    );
  }

  /**
   * @param {OwnArticle[]} articles
   * @param {(id: string) => void} remove
   */
  function drawContents(articles, remove) {
    const row = (/** @type {OwnArticle} */ { card }, /** @type {number} */ number) => {
      const label = "Убрать из сборника: " + card.title;
      const button = el("button.k-btn.k-btn--quiet.k-noprint", { type: "button", "aria-label": label, onclick: () => remove(card.id) }, "Убрать");
      const words = el("div", {}, el("a", { href: "#" + anchor(number) }, card.title), el("span", {}, card.by));
      return el("li", {}, words, articles.length > 1 && button);
    };
    return el("nav.k-own__contents", { "aria-labelledby": "own-contents" }, el("h2", { id: "own-contents" }, "Содержание"), el("ol", {}, ...articles.map(row)));
  }

  /**
   * What the fields of a record say, label by label.
   * @param {OwnArticle} article
   * @param {OwnBook} book
   */
  function drawFacts({ card, values }, book) {
    const groups = kopilka.compareRows([{ card, values }], book.head, book.today);
    const rows = groups.flatMap((/** @type {CompareGroup} */ group) => group.rows);
    const line = (/** @type {string | [string, string]} */ words) => el("span.k-block", {}, typeof words === "string" ? words : words[0]);
    const fact = (/** @type {CompareRow} */ { label, cells: [cell] }) => el("div", {}, el("dt", {}, label), el("dd", {}, ...(cell ? cell.lines : []).map(line)));
    return rows.length ? el("dl.k-facts.k-facts--2", {}, ...rows.map(fact)) : null;
  }

  /**
   * @param {OwnArticle} article
   * @param {number} number
   * @param {OwnBook} book
   */
  function drawArticle(article, number, book) {
    const { card } = article;
    const address = kopilka.publicAddress(card.url, book.manifest.site);
    const by = [card.by, card.place].filter(Boolean).join(", ");
    const code = address && kopilka.qr ? kopilka.qr(address) : null;
    const where = el("a", { href: kopilka.page(card.url) }, address ? kopilka.shortAddress(address) : card.url);
    return el(
      "article.k-own__article",
      { id: anchor(number), "aria-label": card.title },
      el("p.k-own__kind", {}, kopilka.kindMark(card.kind, book.manifest), ...card.tags.map((words) => el("span.k-tag", {}, words))),
      el("h2", {}, card.title),
      by ? el("p.k-own__by", {}, by) : null,
      el("p.k-own__lead", {}, card.text),
      drawFacts(article, book),
      kopilka.drawBody(article.html, anchor(number) + "-"),
      el("p.k-own__where", {}, code, el("span", {}, "Запись целиком, с файлами: ", where))
    );
  }

  const order = new Intl.Collator("ru").compare;

  /** @param {OwnArticle[]} articles @returns {string[]} the references in the order of a list of literature */
  const references = (articles) => articles.map((article) => article.cite).sort(order);

  /** @param {OwnArticle[]} articles @param {HTMLElement} button */
  function drawReferences(articles, button) {
    const rows = references(articles).map((words) => el("li", {}, words));
    return el("section.k-own__refs", { "aria-labelledby": "own-refs" }, el("h2", { id: "own-refs" }, "Как ссылаться на записи"), el("ol", {}, ...rows), el("p.k-btns", {}, button));
  }

  kopilka.own = { drawArticle, drawContents, drawReferences, drawTitle, references };
})();
