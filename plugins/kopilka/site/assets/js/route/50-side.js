/**
 * What stands beside the steps: the sums and the dates.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const SIGNS = { ok: "check-circle", now: "now", late: "late", wait: "clock" };
  /** More dates than these make nobody hurry. */
  const SHOWN = 8;

  /** @type {(number: number) => string} */
  function short(number) {
    return number.toLocaleString("ru") + "\u00a0ч";
  }

  /** @param {{hours: number, doneHours: number, steps: number, done: number}} sum */
  function doneWords(sum) {
    const steps = `${kopilka.count(sum.done, ["шаг", "шага", "шагов"])} из\u00a0${sum.steps}`;
    if (!sum.hours) return `Сделано: ${steps}`;
    const of = Number.isInteger(sum.hours) ? kopilka.count(sum.hours, ["часа", "часов", "часов"]) : kopilka.sums.hoursWords(sum.hours);
    return `Сделано ${sum.doneHours.toLocaleString("ru")} из\u00a0${of}, ${steps}`;
  }

  /** @param {RoutePlace} place @param {RouteStep[]} steps */
  function drawSums(place, steps) {
    const sum = kopilka.sums.totals(steps, place.kinds);
    const most = sum.forms.length ? sum.forms[0].hours : 1;
    const rows = sum.forms.map((/** @type {{form: string, hours: number}} */ row) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, route.FORMS[row.form]),
        el("td", {}, el("span.k-hbar", { style: `--v:${Math.round((100 * row.hours) / most)}%`, "aria-hidden": "true" }), short(row.hours))
      )
    );
    return el(
      "section.k-sec",
      {},
      el("h2", {}, sum.hours ? "Итого " + kopilka.sums.hoursWords(sum.hours) : "Итого"),
      el("p.k-small.k-dim", {}, doneWords(sum)),
      el("div.k-term__bar.k-gap-s", { "aria-hidden": "true" }, el("i", { style: `width:${Math.round(100 * sum.share)}%` })),
      rows.length
        ? el("table.k-bars", {}, el("caption.k-vh", {}, "Часы по формам"), el("tbody", {}, ...rows))
        : el("p.k-small.k-dim", {}, "Впишите часы у шагов, и здесь будет видно, сколько времени уйдёт.")
    );
  }

  /** @param {RoutePlace} place @param {any} item */
  function drawDate(place, item) {
    const [big, small] = kopilka.when.box(item.from, item.to, place.today);
    const [tone, words] = kopilka.sums.state(item, place.today);
    const deed = item.step ? kopilka.sums.deedOf(item.step, place.kinds) : "";
    const title = [deed, item.title || "Свой шаг"].filter(Boolean).join(": ");
    return el(
      "li",
      {},
      el("p.k-date", {}, el("b", {}, big), " ", el("span", {}, small)),
      el(
        "div",
        {},
        el("h3", {}, title),
        item.of ? el("p.k-small.k-dim", {}, item.of) : null,
        el("span.k-status.k-status--" + tone, {}, icon(/** @type {any} */ (SIGNS)[tone]), words)
      )
    );
  }

  /** @param {RoutePlace} place @param {RouteStep[]} steps */
  function drawDates(place, steps) {
    const all = kopilka.sums.dates(steps, place.cardOf, place.today);
    const from = Math.max(0, Math.min(all.findIndex((/** @type {any} */ item) => !item.done), all.length - SHOWN));
    const shown = all.slice(from, from + SHOWN);
    const long = steps.filter((step) => step.from && step.to && step.from !== step.to && !step.done);
    const misread = steps.filter((step) => step.when.trim() && !step.from && !step.to).length;
    return el(
      "section.k-sec",
      {},
      el("h2", {}, "Сроки"),
      shown.length
        ? el("ol.k-events.k-events--s", {}, ...shown.map((/** @type {any} */ item) => drawDate(place, item)))
        : el("p.k-small.k-dim", {}, "Впишите у\u00a0шага, когда: " + kopilka.when.examples(place.today).map((/** @type {string} */ words) => `«${words}»`).join(", ") + "."),
      all.length > shown.length ? el("p.k-small.k-dim.k-gap-s", {}, `И ещё: ${all.length - shown.length}.`) : null,
      long.length ? el("p.k-small.k-dim.k-gap-s", {}, longWords(long)) : null,
      misread ? el("p.k-small.k-dim.k-gap-s", {}, `Без понятной даты: ${kopilka.count(misread, ["шаг", "шага", "шагов"])}.`) : null
    );
  }

  /** @param {RouteStep[]} long */
  function longWords(long) {
    const names = long.slice(0, 3).map((step) => `«${step.when.trim()}»`).join(", ");
    if (long.length === 1) return `Шаг ${names} попадёт в календарь событием на весь срок.`;
    return `Шаги ${names}${long.length > 3 ? " и другие" : ""} попадут в календарь событиями на весь срок.`;
  }

  /**
   * The sums and the dates of the steps that count.
   * @param {RoutePlace} place
   * @param {RouteStep[]} steps
   * @returns {HTMLElement[]}
   */
  kopilka.drawSide = (/** @type {RoutePlace} */ place, /** @type {RouteStep[]} */ steps) => [drawSums(place, steps), drawDates(place, steps)];
})();
