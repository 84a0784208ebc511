/**
 * The table of the comparison as data: rows by questions, which of them differ, short names of the records.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const SHORT = 26;
  /** The row that every record has besides the fields: cards know what is still to come. */
  const AGENDA = { question: 2, label: "Ближайшее", empty: "ничего не объявлено" };

  /**
   * @param {Card} card
   * @param {string} today
   * @returns {string[]}
   */
  function agendaLines(card, today) {
    return kopilka
      .coming(card.agenda, today)
      .slice(0, 3)
      .map((/** @type {[string, string, string]} */ [title, first, last]) => `${title}: ${kopilka.datesWords(first, last, today)}`);
  }

  /**
   * The answers of one record: label → cell.
   * @param {{card: Card, values: PassportValue[]}} record
   * @param {PassportsHead} head
   * @param {string} today
   * @returns {Map<string, CompareCell & {question: number}>}
   */
  function answers({ card, values }, head, today) {
    const rows = Object.prototype.hasOwnProperty.call(head.rows, card.kind) ? head.rows[card.kind] : [];
    const cells = new Map();
    rows.forEach(([question, label, empty], place) => {
      const value = values[place];
      cells.set(label, { question, lines: typeof value === "string" ? (value ? [value] : []) : value || [], empty });
    });
    cells.set(AGENDA.label, { question: AGENDA.question, lines: agendaLines(card, today), empty: AGENDA.empty });
    return cells;
  }

  /**
   * All rows in which at least one record has something to say, question by question.
   * @param {{card: Card, values: PassportValue[]}[]} records
   * @param {PassportsHead} head
   * @param {string} today ISO, the day of reading
   * @returns {CompareGroup[]}
   */
  function compareRows(records, head, today) {
    const all = records.map((record) => answers(record, head, today));
    /** @type {Map<string, number>} */
    const labels = new Map();
    all.forEach((cells) => cells.forEach((cell, label) => labels.has(label) || labels.set(label, cell.question)));
    const rows = Array.from(labels, ([label, question]) => {
      const cells = all.map((found) => found.get(label) || null);
      const said = cells.map((cell) => JSON.stringify(cell ? cell.lines : []));
      return { label, question, cells, differs: said.some((words) => words !== said[0]), empty: said.every((words) => words === "[]") };
    });
    return head.questions
      .map((question, number) => ({ question, rows: rows.filter((row) => row.question === number && !row.empty) }))
      .filter((group) => group.rows.length);
  }

  /**
   * Names by which cells are told apart on a phone: what stands before the colon, whole words.
   * @param {string[]} titles
   * @returns {string[]} all different
   */
  function shortNames(titles) {
    const names = titles.map((title) => {
      const start = title.split(/[:.!?]\s/)[0].trim() || title;
      if (start.length <= SHORT) return start;
      const cut = start.slice(0, SHORT + 1).replace(/\s+\S*$/, "");
      return (cut.length > SHORT ? start.slice(0, SHORT) : cut).replace(/[\s,;–-]+$/, "") + "…";
    });
    return names.map((name, place) => (names.indexOf(name) === place ? name : `${name} (${place + 1})`));
  }

  Object.assign(kopilka, { compareRows, shortNames });
})();
