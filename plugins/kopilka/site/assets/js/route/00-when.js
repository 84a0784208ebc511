/**
 * «Когда» as people type it: «до 20.11.2026», «25–27.11», «декабрь 2026», «1-я декада февраля», «завтра».
 *
 * `kopilka.when.parse(text, today)` gives the first and the last day, or null when the words name no days.
 */
(function () {
  "use strict";

  /** @typedef {{year?: number, month?: number, months?: number, day?: number, days?: number}} Point
   *  months: how many of them; day and days: the first one and the last one of the month */

  const MONTHS = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];
  /** Months of a season; a winter begins in the year before the one that is meant, so it is left out. */
  const SEASONS = [/^весн[аойеыу]{1,2}$/, /^лет[оаму]м?$/, /^осен[ьию]ю?$/];
  const NUMBERS = [/^(?:1|i|перв\S*)$/, /^(?:2|ii|втор\S*)$/, /^(?:3|iii|трет\S*)$/, /^(?:4|iv|четв[её]рт\S*)$/];
  const PARTS = ["начало", "середина", "конец"];
  const ENDINGS = /^(?:|ь|я|е|ю|а|у|ем|ом|й)$/;

  /** @type {(word: string) => number} 1 … 12, or 0 */
  function monthOf(word) {
    const plain = word.replace(/\.$/, "");
    if (/^ма[йяею]$/.test(plain)) return 5;
    const found = MONTHS.findIndex((stem, index) => {
      if (index === 4) return false;
      return plain.startsWith(stem) ? ENDINGS.test(plain.slice(stem.length)) : plain.length > 2 && stem.startsWith(plain);
    });
    return found + 1;
  }

  /** @type {(words: string) => number} «1», «первая», «II» → 1, 1, 2; 0 for others */
  function ordinal(words) {
    return NUMBERS.findIndex((form) => form.test(words)) + 1;
  }

  /** @type {(year: number, month: number) => number} */
  function daysIn(year, month) {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
  }

  /** @type {(year: number, month: number, day: number) => string} */
  function iso(year, month, day) {
    return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  }

  /** @type {(text: string | undefined) => number | undefined} */
  function fullYear(text) {
    if (!text) return undefined;
    return text.length === 2 ? 2000 + Number(text) : Number(text);
  }

  /** One alike way of writing: dashes, spaces, «года», ISO dates and hours of the day are put aside. */
  function plainText(/** @type {string} */ text) {
    return text
      .toLowerCase()
      .replace(/ё/g, "е")
      .replace(/\u2060/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/\s+/g, " ")
      .replace(/,? (?:в |с )?\d{1,2}:\d\d(?: ?- ?\d{1,2}:\d\d)?$/, "")
      .replace(/(\d{4}) ?(?:гг?\.?|год[а-я]*)(?=[\s,-]|$)/g, "$1")
      .replace(/(\d{4})-(\d\d)-(\d\d)(?!\d)/g, "$3.$2.$1")
      .replace(/(^|[^\d.])(\d{4})-(0[1-9]|1[0-2])(?!\d)/g, "$1$3.$2")
      .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, "$1.$2.$3")
      .replace(/(\d)-?(?:го|ое|е|я|й)(?=\s)/g, "$1")
      .replace(/^(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)[.,]? /, "")
      .trim();
  }

  /** @type {((text: string, today: string) => Point | null)[]} each way of naming a time */
  const READERS = [
    (text) => {
      const found = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d\d))?\.?$/.exec(text);
      return found && { day: Number(found[1]), month: Number(found[2]), year: fullYear(found[3]) };
    },
    (text) => {
      const found = /^(\d{1,2})\.(\d{4})$/.exec(text);
      return found && { month: Number(found[1]), year: Number(found[2]) };
    },
    (text) => {
      const found = /^(?:(\d{1,2}) )?([а-я]{3,}\.?),?(?: (\d{4}))?$/.exec(text);
      const month = found ? monthOf(found[2]) : 0;
      return found && month ? { day: found[1] ? Number(found[1]) : undefined, month, year: fullYear(found[3]) } : null;
    },
    (text) => (/^\d{4}$/.test(text) ? { year: Number(text), month: 1, months: 12 } : null),
    (text) => {
      const found = /^(\S+) (декада )?([а-я]{3,})(?: (\d{4}))?$/.exec(text);
      const part = !found ? 0 : found[2] ? ordinal(found[1]) : PARTS.indexOf(found[1]) + 1;
      const month = found ? monthOf(found[3]) : 0;
      if (!found || !month || part < 1 || part > 3) return null;
      return { day: part * 10 - 9, days: part < 3 ? part * 10 : undefined, month, months: 1, year: fullYear(found[4]) };
    },
    (text) => {
      const found = /^(\S+) (?:квартал|кв\.?)(?: (\d{4}))?$/.exec(text);
      const part = found ? ordinal(found[1]) : 0;
      return found && part ? { month: part * 3 - 2, months: 3, year: fullYear(found[2]) } : null;
    },
    (text) => {
      const [word, year] = text.split(" ");
      const season = SEASONS.findIndex((form) => form.test(word)) + 1;
      return season && /^(\d{4})?$/.test(year || "") ? { month: season * 3, months: 3, year: fullYear(year) } : null;
    },
    (text, today) => {
      const shift = ["сегодня", "завтра", "послезавтра"].indexOf(text);
      if (shift < 0) return null;
      const [year, month, day] = today.split("-").map(Number);
      const there = iso(year, month, day + shift).split("-").map(Number);
      return { year: there[0], month: there[1], day: there[2] };
    },
    (text) => (/^\d{1,2}$/.test(text) ? { day: Number(text) } : null),
  ];

  /** @type {(text: string, today: string) => Point | null} */
  function readPoint(text, today) {
    const words = text.trim().replace(/^(?:в|во|на) /, "");
    for (const reader of READERS) {
      const point = reader(words, today);
      if (point) return point;
    }
    return null;
  }

  /** @type {(point: Point) => [string, string] | null} its first and last days */
  function daysOf(point) {
    const { year, month, day } = point;
    if (!year || !month || month > 12 || year < 2000 || year > 2100) return null;
    const last = month + (point.months || 1) - 1;
    if (day !== undefined && (day < 1 || day > daysIn(year, month))) return null;
    if (day && !point.months) return [iso(year, month, day), iso(year, month, day)];
    return [iso(year, month, day || 1), iso(year, last, point.days || daysIn(year, last))];
  }

  /** A month without a year is the coming one, or the one that has just passed. */
  function guessYear(/** @type {Point} */ point, /** @type {string} */ today) {
    const year = Number(today.slice(0, 4));
    const days = daysOf({ ...point, year });
    const limit = iso(year, Number(today.slice(5, 7)), Number(today.slice(8)) - 60);
    return { ...point, year: days && days[1] < limit ? year + 1 : year };
  }

  /** @type {(a: Point, b: Point, today: string) => [Point, Point]} what one end leaves out is taken from the other */
  function lend(a, b, today) {
    /** @type {Point} */
    const first = { ...a, month: a.month || b.month };
    /** @type {Point} */
    let second = { ...b, month: b.month || a.month };
    if (!first.year && !second.year) second = guessYear(second, today);
    const later = !a.month || !b.month || (second.month || 0) * 31 + (second.day || 31) >= (first.month || 0) * 31 + (first.day || 1);
    if (!first.year) first.year = (second.year || 0) - (later ? 0 : 1);
    if (!second.year) second.year = first.year + (later ? 0 : 1);
    return [first, second];
  }

  /** @type {(from: string, to: string, today: string) => {from: string, to: string} | null} */
  function readSpan(from, to, today) {
    const a = readPoint(from, today);
    const b = readPoint(to, today);
    if (!a || !b || !(a.month || b.month)) return null;
    const [first, second] = lend(a, b, today).map(daysOf);
    return first && second && first[0] <= second[1] ? { from: first[0], to: second[1] } : null;
  }

  /**
   * The days that the words mean.
   * @param {string} text
   * @param {string} today ISO
   * @returns {{from: string, to: string} | null} an open end is ""; null when no days are named
   */
  function parse(text, today) {
    const plain = plainText(text);
    const school = /^(\d{4})[-/](\d\d|\d{4})(?: уч\S*)?(?: год)?$/.exec(plain);
    if (school && Number(school[2]) % 100 === (Number(school[1]) + 1) % 100) {
      return { from: `${school[1]}-09-01`, to: `${Number(school[1]) + 1}-08-31` };
    }
    const until = /^(?:до|ко?|не позднее|не позже) (.+)$/.exec(plain);
    const spoken = /^(?:со?|от) (.+) (?:по|до) (.+)$/.exec(plain);
    const since = /^(?:со?|от|после|не ранее|не раньше) (.+)$/.exec(plain);
    const ends = spoken ? [spoken[1], spoken[2]] : plain.split(/ ?[-/] ?/);
    if (ends.length === 2) return readSpan(ends[0].replace(/^(?:в|со?) /, ""), ends[1], today);
    const point = readPoint((until || since || ["", plain])[1], today);
    const days = point && point.month ? daysOf(point.year ? point : guessYear(point, today)) : null;
    if (!days) return null;
    return { from: until ? "" : days[0], to: since ? "" : days[1] };
  }

  /* ---- the same days said ---- */

  const SHORT = ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."];
  const NAMES = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

  /** @type {(day: string) => string} «20.11.2026» */
  function dots(day) {
    return day.split("-").reverse().join(".");
  }

  /** @type {(from: string, to: string) => boolean} whether these are whole months */
  function isMonths(from, to) {
    return from.endsWith("-01") && Number(to.slice(8)) === daysIn(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
  }

  /** «25.11.2026», «25.11–03.12.2026», «до 20.11.2026», «декабрь 2026». */
  function words(/** @type {string} */ from, /** @type {string} */ to) {
    if (!from || !to) return from ? "с " + dots(from) : to && "до " + dots(to);
    if (from === to) return dots(from);
    if (isMonths(from, to) && from.slice(0, 7) === to.slice(0, 7)) return `${NAMES[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`;
    const same = from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 5 : 10;
    return dots(from).slice(0, same) + "\u2060–\u2060" + dots(to);
  }

  /**
   * A date for a narrow column: a big number and the month under it.
   * @param {string} from
   * @param {string} to
   * @param {string} today the year is said when it is another one
   * @returns {[string, string]}
   */
  function box(from, to, today) {
    const month = (/** @type {string} */ day) => SHORT[Number(day.slice(5, 7)) - 1];
    const number = (/** @type {string} */ day) => String(Number(day.slice(8)));
    const day = from || to;
    const year = (to || from).slice(0, 4) === today.slice(0, 4) ? "" : " " + (to || from).slice(0, 4);
    const open = !to ? "с\u00a0" : from ? "" : "до\u00a0";
    if (!from || !to || from === to) return [open + number(day), month(day) + year];
    if (from.slice(0, 7) !== to.slice(0, 7)) return [`${number(from)} ${month(from)}`, `– ${number(to)} ${month(to)}${year}`];
    if (isMonths(from, to)) return [NAMES[Number(from.slice(5, 7)) - 1].slice(0, 3), (to || from).slice(0, 4)];
    return [`${number(from)}\u2060–\u2060${number(to)}`, month(to) + year];
  }

  /** @type {(today: string) => string[]} how it may be written, to learn from */
  function examples(today) {
    const year = today.slice(0, 4);
    return [`до\u00a020.11.${year}`, `25\u2060–\u206027.11.${year}`, `декабрь\u00a0${year}`];
  }

  window.kopilka.when = { box, dots, examples, parse, words };
})();
