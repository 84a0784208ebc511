/** Nothing fits: which condition to drop, what that brings back, and where else to go. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;

  /** @type {[string, string, string]} */
  const RECORDS = ["запись", "записи", "записей"];

  /**
   * @param {Remedy} remedy
   * @returns {HTMLElement} a line: what to drop, and how many records that brings back
   */
  function remedyLine(remedy) {
    const number = kopilka.count(remedy.gain, RECORDS);
    const button = el(
      "button.k-btn",
      { type: "button", disabled: !remedy.gain, onclick: remedy.take },
      kopilka.icon("close"),
      el("span.k-vh", {}, "Убрать: "),
      remedy.words
    );
    const said = remedy.gain ? el("span", {}, "вернёт ", el("b", {}, number)) : el("span", {}, "не поможет: " + number);
    return el("li", {}, button, said);
  }

  /**
   * What may be dropped, a facet at a time, the most helpful first.
   * @param {EmptyView} view
   * @returns {Remedy[]}
   */
  function remediesOf({ conditions, selection, words, dropFacet, dropWords }) {
    /** @type {Map<string, Condition[]>} */
    const groups = new Map();
    conditions.forEach((condition) => groups.set(condition.facet, [...(groups.get(condition.facet) || []), condition]));
    const found = Array.from(groups, ([facet, group]) => ({
      words: group[0].label + ": " + group.map((condition) => condition.words).join(", "),
      gain: Math.max(0, selection.without(facet)),
      take: () => dropFacet(facet),
    }));
    if (words) found.push({ words: "Запрос «" + words + "»", gain: Math.max(0, selection.without("q")), take: dropWords });
    return found.sort((a, b) => b.gain - a.gain);
  }

  /**
   * @param {EmptyView} view
   * @returns {string}
   */
  function heading({ conditions, words }) {
    if (!conditions.length) return "По запросу «" + words + "» ничего нет";
    return conditions.length + Number(Boolean(words)) > 1 ? "По всем условиям сразу ничего нет" : "Здесь пока пусто";
  }

  /**
   * «Или сбросить все условия и оставить запрос «…»: 11 записей».
   * @param {EmptyView} view
   * @returns {HTMLElement | null}
   */
  function resetLine({ conditions, words, found, resetFacets }) {
    if (!words || conditions.length < 2 || !found) return null;
    const button = el("button.k-linkbtn", { type: "button", onclick: resetFacets }, "сбросить все условия");
    return el("p", {}, "Или ", button, " и оставить запрос «" + words + "»: " + kopilka.count(found, RECORDS) + ".");
  }

  /**
   * @param {EmptyView} view
   * @returns {string} what to do about words that nothing was found for
   */
  function wordHint({ conditions, words, found }) {
    if (!words || found || conditions.length) return "";
    return "Проверьте, нет ли опечатки, или скажите то же другими словами: короче, без номера и кавычек.";
  }

  /**
   * @param {string} address where a practice is offered; "" when the bank has no such page
   * @returns {HTMLElement}
   */
  function invitation(address) {
    const link = el("a", { href: address }, "Расскажите о\u00a0ней");
    const lists = el("a", { href: kopilka.page("spiski") }, "по спискам");
    const words = ["Записи можно перебрать и ", lists, address ? ". А\u00a0если знаете практику, которой здесь не\u00a0хватает? " : "."];
    return el("div.k-note", {}, kopilka.icon("info"), el("p", {}, ...words, ...(address ? [link, ": её ждут."] : [])));
  }

  /**
   * @param {EmptyView} view
   * @returns {HTMLElement}
   */
  function drawEmpty(view) {
    const remedies = remediesOf(view);
    const helps = remedies.some((remedy) => remedy.gain);
    const many = remedies.length > 1;
    return el(
      "div.k-empty",
      {},
      el("p.k-empty__h", {}, heading(view)),
      wordHint(view) && el("p", {}, wordHint(view)),
      many && el("p", {}, helps ? "Если убрать одно из них, записи найдутся:" : "Убрать одно не поможет: не сходятся сразу несколько условий."),
      el("ul", {}, ...remedies.map(remedyLine)),
      resetLine(view),
      invitation(view.submit)
    );
  }

  Object.assign(kopilka.catalogue, { RECORDS, drawEmpty });
})();
