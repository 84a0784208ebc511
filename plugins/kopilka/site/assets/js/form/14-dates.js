/** Dates as people know them, told as records/dates.py tells them: what is none, and how it should be written. */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const ISO = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;
  const YEAR = "(?<year>[0-9]{4})(?:\\s*г(?:\\.|од[а-я]*)?)?";
  const OTHERS = [
    `(?:(?<day>[0-9]{1,2})[./-])?(?<month>[0-9]{1,2})[./-]${YEAR}`,
    `(?:(?<day>[0-9]{1,2})(?:-?го)?\\s+)?(?<name>[а-я]{3,})\\.?\\s+${YEAR}`,
    YEAR,
    "(?<year>[0-9]{4})[./-](?<month>[0-9]{1,2})(?:[./-](?<day>[0-9]{1,2}))?",
  ].map((source) => new RegExp(`^(?:${source})$`));
  const FIRST_YEAR = 1900;
  const LAST_YEAR = 2100;

  /** @type {(year: number, month: number, day: number) => boolean} 0 stands for «not said» */
  function inCalendar(year, month, day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month > 12) return false;
    return day <= new Date(Date.UTC(year, month || 1, 0)).getUTCDate();
  }

  /**
   * What is wrong with a date: «date_form», «date_year», «date_calendar», or nothing.
   * @param {unknown} value
   * @returns {string}
   */
  function trouble(value) {
    const found = typeof value === "string" ? ISO.exec(value.trim()) : null;
    if (!found) return "date_form";
    const [year, month, day] = found.slice(1).map((part) => (part === undefined ? null : Number(part)));
    if (year === null || year < FIRST_YEAR || year > LAST_YEAR) return "date_year";
    return month === 0 || day === 0 || !inCalendar(year, month || 0, day || 0) ? "date_calendar" : "";
  }

  /**
   * How a date written in another way should be written: 01.09.2024 → 2024-09-01; empty when that is unsure.
   * @param {string} text
   * @param {string[][]} months names in three cases
   * @returns {string}
   */
  function better(text, months) {
    const plain = text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
    for (const other of OTHERS) {
      const found = other.exec(plain);
      if (found) return rewritten(/** @type {Record<string, string | undefined>} */ (found.groups), months);
    }
    return "";
  }

  /** @type {(named: Record<string, string | undefined>, months: string[][]) => string} */
  function rewritten(named, months) {
    const month = named.name ? monthOf(named.name, months) : Number(named.month || 0);
    const day = Number(named.day || 0);
    const year = Number(named.year);
    if (month === null || !inCalendar(year, month, day)) return "";
    const parts = [String(year), month && two(month), day && two(day)];
    return parts.filter(Boolean).join("-");
  }

  /** @type {(number: number) => string} */
  const two = (number) => String(number).padStart(2, "0");

  /** @type {(name: string, months: string[][]) => number | null} */
  function monthOf(name, months) {
    for (const names of months) {
      const found = names.findIndex((known) => known.startsWith(name));
      if (found >= 0) return found + 1;
    }
    return null;
  }

  /** @type {(text: string) => [string, string]} the first and the last day of a date that is one, ISO */
  function bounds(text) {
    const [year, month, day] = text.trim().split("-");
    const last = new Date(Date.UTC(Number(year), Number(month || 12), 0)).getUTCDate();
    return [`${year}-${month || "01"}-${day || "01"}`, `${year}-${month || "12"}-${day || two(last)}`];
  }

  /** @type {(text: string, months: string[][]) => string} as a page says it: «2024 год», «сентябрь 2024 года», «01.09.2024» */
  function words(text, months) {
    const [year, month, day] = text.trim().split("-");
    if (!month) return `${year}\u00a0год`;
    return day ? `${day}.${month}.${year}` : `${months[0][Number(month) - 1]} ${year}\u00a0года`;
  }

  form.dates = { better, bounds, trouble, words };
})();
