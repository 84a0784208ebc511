/**
 * What a route adds up to: hours by form, the part that is done, the dates ahead and those that have passed.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const HOURS = ["час", "часа", "часов"];
  const DAYS = ["день", "дня", "дней"];

  /** @type {(step: RouteStep, kinds: Record<string, KindInfo & {way?: string}>) => string} the reader's choice, or the kind's */
  function formOf(step, kinds) {
    return step.form || (Object.prototype.hasOwnProperty.call(kinds, step.kind) && kinds[step.kind].way) || "study";
  }

  /** What is to be done with a step, before its title: «Посетить»; an own step says it itself, unless a form was chosen. */
  function deedOf(/** @type {RouteStep} */ step, /** @type {Record<string, KindInfo>} */ kinds) {
    if (!step.kind && !step.form) return "";
    const words = route.FORMS[formOf(step, kinds)];
    return words[0].toUpperCase() + words.slice(1);
  }

  /** @type {(number: number) => string} «33 часа», «2,5 часа» */
  function hoursWords(number) {
    if (Number.isInteger(number)) return kopilka.count(number, HOURS);
    return number.toLocaleString("ru") + "\u00a0" + HOURS[1];
  }

  /** @type {(number: number) => number} sums of tenths without their dust */
  function round(number) {
    return Math.round(number * 100) / 100;
  }

  /**
   * The sums of the steps that count.
   * @param {RouteStep[]} steps
   * @param {Record<string, KindInfo>} kinds
   * @returns {{hours: number, doneHours: number, steps: number, done: number, share: number, forms: {form: string, hours: number}[]}}
   *   share: how much is done, by hours where they are said, else by steps; forms: the longest first
   */
  function totals(steps, kinds) {
    const done = steps.filter((step) => step.done);
    const sum = (/** @type {RouteStep[]} */ some) => round(some.reduce((all, step) => all + (step.hours || 0), 0));
    const hours = sum(steps);
    const forms = Object.keys(route.FORMS)
      .map((form) => ({ form, hours: sum(steps.filter((step) => formOf(step, kinds) === form)) }))
      .filter((row) => row.hours > 0)
      .sort((a, b) => b.hours - a.hours);
    const share = hours ? sum(done) / hours : steps.length ? done.length / steps.length : 0;
    return { hours, doneHours: sum(done), steps: steps.length, done: done.length, share, forms };
  }

  /** @type {(a: string, b: string) => number} days from one to the other */
  function daysBetween(a, b) {
    return Math.round((Date.parse(b) - Date.parse(a)) / 86400000);
  }

  /**
   * How a date stands to this day.
   * @param {{from: string, to: string, done?: boolean}} item
   * @param {string} today
   * @returns {[string, string]} tone of the mark (ok, now, late, wait) and the words
   */
  function state(item, today) {
    if (item.done) return ["ok", "сделано"];
    const last = item.to || item.from;
    if (last < today && item.to) {
      const days = daysBetween(last, today);
      return ["late", days === 1 ? "срок был вчера" : "срок прошёл " + kopilka.count(days, DAYS) + " назад"];
    }
    const ahead = daysBetween(today, item.from || item.to);
    if (ahead <= 0) return ["now", item.from && item.from !== item.to ? "сейчас" : "сегодня"];
    if (ahead === 1) return ["now", item.from ? "завтра" : "остался 1\u00a0день"];
    if (!item.from) return [ahead <= 14 ? "now" : "wait", "осталось " + kopilka.count(ahead, DAYS)];
    return [ahead <= 14 ? "now" : "wait", "через " + kopilka.count(ahead, DAYS)];
  }

  /**
   * Everything dated, the earliest first: the steps, and what their records announce.
   * @param {RouteStep[]} steps
   * @param {(id: string) => Card | undefined} cardOf
   * @param {string} today
   * @returns {{title: string, of: string, from: string, to: string, done: boolean, step: RouteStep | null}[]}
   */
  function dates(steps, cardOf, today) {
    const own = steps
      .filter((step) => step.from || step.to)
      .map((step) => ({ title: step.title, of: "", from: step.from, to: step.to, done: step.done, step }));
    const announced = steps
      .filter((step) => !step.done)
      .flatMap((step) => {
        const card = cardOf(step.id);
        const agenda = card ? card.agenda.filter((item) => item[1].length === 10 && item[2].length === 10 && item[2] >= today) : [];
        return agenda.map(([title, from, to]) => ({ title, of: step.title, from, to, done: false, step: null }));
      })
      .filter((item) => !own.some((other) => other.step.from === item.from && other.step.to === item.to));
    return [...own, ...announced].sort((a, b) => ((a.from || a.to) < (b.from || b.to) ? -1 : 1));
  }

  kopilka.sums = { dates, deedOf, formOf, hoursWords, state, totals };
})();
