/**
 * The comparison drawn: a table whose columns are records; on a phone a block for every row.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;

  /**
   * The head of a column. It is a card for the deeds, so that «В маршрут» stands here too.
   * @param {Card} card
   * @param {string} name
   * @param {Manifest} manifest
   * @param {(id: string) => void} remove
   */
  function columnHead(card, name, manifest, remove) {
    const quiet = el("button.k-btn.k-btn--quiet", { type: "button", "aria-label": "Убрать из сравнения: " + card.title }, "Убрать");
    quiet.addEventListener("click", () => remove(card.id));
    const acts = el("div.k-btns.k-card__act");
    const by = el("span.k-card__by", {}, card.by);
    const title = el("h3", {}, el("a", { href: kopilka.page(card.url) }, card.title));
    const tags = card.tags.map((words) => el("span.k-tag", {}, words));
    const top = el("p.k-card__top", {}, kopilka.kindMark(card.kind, manifest), ...tags);
    const box = el("div.k-card", { "data-kind": card.kind, "data-record": card.id, "data-no-compare": true }, top, title, by, acts);
    kopilka.dress(el("div", {}, box));
    acts.append(quiet);
    return el("th", { scope: "col", role: "columnheader", abbr: name }, box);
  }

  /**
   * @param {CompareCell | null} cell null: the kind of the record does not know such a row
   * @param {string} name
   */
  function drawCell(cell, name) {
    const place = el(cell ? "td" : "td.is-none", { role: "cell", "data-l": name });
    if (!cell) place.append(el("span.k-dim", {}, el("span", { "aria-hidden": "true" }, "–"), el("span.k-vh", {}, "не для этого вида записей")));
    else if (!cell.lines.length) place.append(el("span.k-dim", {}, cell.empty));
    else cell.lines.forEach((line) => place.append(drawLine(line, cell.lines.length > 1)));
    return place;
  }

  /**
   * @param {string | [string, string]} line
   * @param {boolean} many
   */
  function drawLine(line, many) {
    const words = typeof line === "string" ? line : el("a", { href: kopilka.page(line[1]) }, line[0]);
    return many ? el("span.k-cmp__line", {}, words) : words;
  }

  /**
   * @param {CompareRow} row
   * @param {string[]} names
   */
  function drawRow(row, names) {
    const mark = row.differs
      ? el("span.k-diff", {}, icon("swap"), "различается")
      : el("span.k-diff.k-diff--same", {}, "одинаково");
    const label = el("th", { scope: "row", role: "rowheader" }, row.label, names.length > 1 && mark);
    const differs = row.differs ? "tr.is-diff" : "tr";
    return el(differs, { role: "row" }, label, ...row.cells.map((cell, place) => drawCell(cell, names[place])));
  }

  /**
   * @param {Card[]} cards
   * @param {CompareGroup[]} groups
   * @param {Manifest} manifest
   * @param {(id: string) => void} remove
   * @returns {HTMLTableElement}
   */
  function drawComparison(cards, groups, manifest, remove) {
    const names = kopilka.shortNames(cards.map((card) => card.title));
    const heads = cards.map((card, place) => columnHead(card, names[place], manifest, remove));
    const bodies = groups.map((group) =>
      el(
        "tbody",
        { role: "rowgroup" },
        el("tr.k-group", { role: "row" }, el("th", { scope: "rowgroup", role: "rowheader", colspan: cards.length + 1 }, group.question)),
        ...group.rows.map((row) => drawRow(row, names))
      )
    );
    return el(
      "table.k-table.k-table--fold.k-cmp",
      { role: "table", "data-columns": cards.length },
      el("caption.k-vh", {}, "Сравнение: " + cards.map((card) => card.title).join("; ")),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, el("td", { role: "cell" }), ...heads)),
      ...bodies
    );
  }

  Object.assign(kopilka, { drawComparison });
})();
