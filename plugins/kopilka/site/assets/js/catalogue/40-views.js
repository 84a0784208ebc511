/**
 * The list as cards, as a table, or as a plain list for paper. What was drawn once is kept while it stays the same,
 * so a click moves drawn elements and draws only what is new.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, marked } = kopilka;

  /** Columns of the table: a name, and the labels of the card's lines that may stand in it. */
  const COLUMNS = [
    { name: "Помогает с", labels: ["Помогает с"] },
    { name: "Уровень", labels: ["Уровень"] },
    { name: "Время, сроки", labels: ["Время", "Сроки"] },
    { name: "Результат, ближайшее", labels: ["Результат", "Ближайшее"] },
  ];

  const monthYear = new Intl.DateTimeFormat("ru", { month: "long", year: "numeric", timeZone: "UTC" });

  /**
   * «сентябрь 2026», «2024».
   * @param {string} iso as exact as known
   * @returns {string}
   */
  function monthWords(iso) {
    if (!/^\d{4}-\d{2}/.test(iso)) return iso;
    return monthYear.format(new Date(iso.slice(0, 7) + "-01T00:00:00Z")).replace(/\s?г\.$/, "");
  }

  /**
   * The words of the first line that has one of the labels.
   * @param {Card} card
   * @param {string[]} labels
   * @returns {string}
   */
  function lineOf(card, labels) {
    const row = card.rows.find(([label]) => labels.includes(label));
    return row ? row[1] : "";
  }

  /**
   * @param {Card} card
   * @param {Marks | null} marks
   * @returns {HTMLElement} the title as a link, marked where something was found in it
   */
  function titleLink(card, marks) {
    return el("a", { href: kopilka.page(card.url) }, ...(marks ? marked(marks.title) : [card.title]));
  }

  /**
   * @param {Card} card
   * @param {Marks | null} marks
   * @param {Manifest} manifest
   * @returns {HTMLElement} a row of the table
   */
  function drawRow(card, marks, manifest) {
    const holder = el("span.k-dim.k-small.k-block", {}, card.by);
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, titleLink(card, marks), holder),
      el("td", { "data-l": "Вид" }, kopilka.kindMark(card.kind, manifest)),
      ...COLUMNS.map(({ name, labels }) => el("td", { "data-l": name }, lineOf(card, labels))),
      el("td", { "data-l": "Подтверждена" }, monthWords(card.confirmed))
    );
  }

  /**
   * The address that works on paper: of the site, where the bank has one.
   * @param {Card} card
   * @param {Manifest} manifest
   * @returns {string}
   */
  function wholeAddress(card, manifest) {
    const here = kopilka.page(card.url);
    return manifest.site ? manifest.site + here.slice(kopilka.page("").replace(/index\.html$/, "").length).replace(/index\.html$/, "") : here;
  }

  /**
   * @param {Card} card
   * @param {Marks | null} marks
   * @param {Manifest} manifest
   * @returns {HTMLElement} an item of the list for paper
   */
  function drawItem(card, marks, manifest) {
    const kind = manifest.kinds[card.kind];
    const where = [kind ? kind.label.toLowerCase() : "", card.by].filter(Boolean).join(" / ");
    const facts = card.rows.map(([label, words]) => label + ": " + words).join(". ");
    return el(
      "li",
      {},
      el("p", {}, el("b", {}, titleLink(card, marks)), " : " + where),
      el("p", {}, card.text),
      el("p.k-small.k-dim", {}, facts + (facts ? "." : "")),
      el("p.k-small.k-plist__url", {}, wholeAddress(card, manifest))
    );
  }

  /** @returns {{frame: HTMLElement, place: HTMLElement}} an empty table */
  function makeTable() {
    const names = ["Запись", "Вид", ...COLUMNS.map((column) => column.name), "Подтверждена"];
    const place = el("tbody");
    const head = el("thead", {}, el("tr", {}, ...names.map((name) => el("th", { scope: "col" }, name))));
    const frame = el("table.k-table.k-table--fold", {}, el("caption.k-vh", {}, "Найденные записи"), head, place);
    return { frame, place };
  }

  /** @type {Record<string, {make: () => {frame: HTMLElement, place: HTMLElement}, draw: typeof drawRow}>} */
  const VIEWS = {
    kartochki: { make: () => same(el("div")), draw: kopilka.drawCard },
    tablica: { make: makeTable, draw: drawRow },
    spisok: { make: () => same(el("ol.k-plist")), draw: drawItem },
  };

  /**
   * @param {HTMLElement} element
   * @returns {{frame: HTMLElement, place: HTMLElement}}
   */
  function same(element) {
    return { frame: element, place: element };
  }

  /**
   * Makes the children of an element these, moving only those that stand elsewhere: the focus stays where it is.
   * @param {HTMLElement} place
   * @param {HTMLElement[]} wanted
   */
  function arrange(place, wanted) {
    let next = place.firstChild;
    wanted.forEach((element) => {
      if (next === element) next = next.nextSibling;
      else place.insertBefore(element, next);
    });
    while (next) {
      const after = next.nextSibling;
      next.remove();
      next = after;
    }
  }

  Object.assign(kopilka.catalogue, { COLUMNS, VIEWS, arrange, lineOf, monthWords, wholeAddress });
})();
