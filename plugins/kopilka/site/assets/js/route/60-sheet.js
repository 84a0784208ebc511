/**
 * The route as one document: for paper, and for looking at a route that came by a link.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;

  /** The address of the record's page in letters, and its code where there is a whole address and what draws codes. */
  function addressCell(/** @type {RoutePlace} */ place, /** @type {RouteStep} */ step) {
    if (!step.url || place.isLost(step)) return el("td.k-paper__qr");
    const address = kopilka.publicAddress(step.url, place.site);
    return el("td.k-paper__qr", {}, address && kopilka.qr ? kopilka.qr(address) : null);
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function about(place, step) {
    const kind = place.kinds[step.kind];
    const address = step.url && !place.isLost(step) ? kopilka.publicAddress(step.url, place.site) : "";
    const link = step.url && !place.isLost(step) ? kopilka.page(step.url) : "";
    const words = address ? kopilka.shortAddress(address) : step.url;
    const title = step.title || "Свой шаг";
    return el(
      "th",
      { scope: "row" },
      el("span.k-paper__kind", {}, `${kind ? kind.label : "Свой шаг"} · ${route.FORMS[kopilka.sums.formOf(step, place.kinds)]}`),
      el("b", {}, link ? el("a", { href: link }, title) : title),
      step.by ? el("span.k-paper__by", {}, step.by) : null,
      place.isLost(step) ? el("span.k-paper__by", {}, "такой записи в банке больше нет") : null,
      step.note ? el("span.k-paper__note", {}, step.note) : null,
      link ? el("span.k-paper__address", {}, words) : null
    );
  }

  /** @param {RoutePlace} place @param {RouteStep} step @param {number} number 0 for one that does not count */
  function row(place, step, number) {
    const hours = step.hours ? step.hours.toLocaleString("ru") : "–";
    return el(
      "tr",
      {},
      el("td.k-paper__n", { "data-l": "№" }, number ? String(number) : "–"),
      about(place, step),
      el("td.k-num", { "data-l": "Когда" }, step.when.trim() || "–"),
      el("td.k-num", { "data-l": "Часы" }, hours),
      el("td.k-paper__done", { "data-l": "Сделано" }, icon(step.done ? "check" : "box"), el("span.k-vh", {}, step.done ? "да" : "нет")),
      addressCell(place, step)
    );
  }

  /** @param {RoutePlace} place @param {RouteStep[]} steps */
  function sums(place, steps) {
    const sum = kopilka.sums.totals(steps, place.kinds);
    if (!sum.hours) return null;
    const parts = sum.forms.map((/** @type {any} */ part) => `${route.FORMS[part.form]} – ${kopilka.sums.hoursWords(part.hours)}`);
    return el("p.k-paper__sum", {}, el("b", {}, `Итого ${kopilka.sums.hoursWords(sum.hours)}: `), parts.join(", ") + ".");
  }

  /** @type {(place: RoutePlace) => HTMLElement} */
  function head(place) {
    const address = kopilka.publicAddress("marshrut", place.site);
    const words = [address && kopilka.shortAddress(address), "напечатано " + kopilka.printedDay()].filter(Boolean).join(" · ");
    return el("div.k-printhead", {}, el("b", {}, place.bank), el("span", {}, words));
  }

  /**
   * The document.
   * @param {RoutePlace} place
   * @param {RouteData} data
   * @param {string} [title]
   * @returns {HTMLElement}
   */
  function drawSheet(place, data, title = "Мой маршрут") {
    const counted = data.steps.filter((step) => !place.isLost(step));
    const lost = data.steps.filter(place.isLost);
    const labels = data.deficits.map((id) => place.labels[id]).filter(Boolean);
    const columns = ["№", "Шаг", "Когда", "Часы", "Сделано"].map((words) => el("th", { scope: "col" }, words));
    return el(
      "div.k-paperdoc",
      {},
      head(place),
      el("h2.k-paper__title", {}, title),
      data.goal.trim() ? el("p.k-paper__goal", {}, el("b", {}, "Что хочу изменить. "), data.goal.trim()) : null,
      labels.length ? el("p.k-paper__goal", {}, el("b", {}, "Мои трудности: "), labels.join(", ") + ".") : null,
      el(
        "table.k-table.k-table--fold.k-paper",
        {},
        el("caption.k-vh", {}, "Шаги маршрута"),
        el("thead", {}, el("tr", {}, ...columns, el("th.k-paper__qr", { scope: "col" }, el("span.k-vh", {}, "Код страницы")))),
        el("tbody", {}, ...counted.map((step, index) => row(place, step, index + 1)), ...lost.map((step) => row(place, step, 0)))
      ),
      sums(place, counted)
    );
  }

  kopilka.drawSheet = drawSheet;
})();
