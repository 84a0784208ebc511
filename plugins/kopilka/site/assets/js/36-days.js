/**
 * Dates of cards in words, and what of an agenda is still to come on the day of reading.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
  const NAMES = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

  /**
   * «5 декабря», «декабрь 2027 года», «2027 год»: as exact as the date, the year when it is another one.
   * @param {string} date ISO: a year, a month or a day
   * @param {string} today
   * @returns {string}
   */
  function dayWords(date, today) {
    const [year, month, day] = date.split("-");
    if (!month) return `${year}\u00a0год`;
    if (!day) return `${NAMES[Number(month) - 1]} ${year}\u00a0года`;
    return `${Number(day)}\u00a0${MONTHS[Number(month) - 1]}` + (year === today.slice(0, 4) ? "" : ` ${year}\u00a0года`);
  }

  /**
   * «25–27 ноября», «30 января – 1 февраля», «5 декабря».
   * @param {string} first
   * @param {string} last
   * @param {string} today
   * @returns {string}
   */
  function datesWords(first, last, today) {
    if (!last || first === last) return dayWords(first, today);
    const short = first.length === 10 && last.length === 10 && first.slice(0, 7) === last.slice(0, 7);
    if (short) return `${Number(first.slice(8))}\u2060–\u2060${dayWords(last, today)}`;
    return `${dayWords(first, today)}\u00a0– ${dayWords(last, today)}`;
  }

  /**
   * What one can still come to or apply for: an offline copy is read long after it was built.
   * @param {[string, string, string][]} agenda
   * @param {string} today
   * @returns {[string, string, string][]}
   */
  function coming(agenda, today) {
    return agenda.filter(([, first, last]) => {
      const end = last || first;
      return end >= today.slice(0, end.length);
    });
  }

  Object.assign(kopilka, { coming, datesWords, dayWords });
})();
