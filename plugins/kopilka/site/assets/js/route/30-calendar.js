/**
 * A calendar file (RFC 5545) with the dated steps of a route: each an event of whole days.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /** @type {(text: string) => string} */
  function escape(text) {
    return text
      .replace(/\\/g, "\\\\")
      .replace(/;/g, "\\;")
      .replace(/,/g, "\\,")
      .replace(/\r\n|\r|\n/g, "\\n")
      // eslint-disable-next-line no-control-regex -- no others may stand in the file
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
  }

  /** @type {(line: string) => string} a line cut to 75 bytes, the letters whole; the rest goes on after a space */
  function fold(line) {
    const encoder = new TextEncoder();
    const lines = [];
    let part = "";
    let room = 75;
    for (const letter of line) {
      const size = encoder.encode(letter).length;
      if (size > room) {
        lines.push(part);
        part = "";
        room = 74;
      }
      part += letter;
      room -= size;
    }
    return [...lines, part].join("\r\n ");
  }

  /** @type {(day: string, shift?: number) => string} «20261120» */
  function plain(day, shift = 0) {
    return new Date(Date.parse(day) + shift * 86400000).toISOString().slice(0, 10).replace(/-/g, "");
  }

  /**
   * One event. A step that is to be done «до» a day stands on that day.
   * @param {{step: RouteStep, deed: string, address: string}} item
   * @param {string} stamp
   * @returns {string[]} its lines
   */
  function eventLines({ step, deed, address }, stamp) {
    const first = step.from || step.to;
    const last = step.from ? step.to || step.from : step.to;
    const state = step.done ? "Сделано" : step.from ? "" : "Последний день";
    const title = [state, deed, step.title || "Свой шаг"].filter(Boolean).join(": ");
    const about = [step.note, step.by, step.hours ? kopilka.sums.hoursWords(step.hours) : "", address].filter(Boolean);
    return [
      "BEGIN:VEVENT",
      `UID:${step.id.replace("~", "svoj-shag-")}@marshrut.kopilka`,
      "DTSTAMP:" + stamp,
      "DTSTART;VALUE=DATE:" + plain(first),
      "DTEND;VALUE=DATE:" + plain(last, 1),
      "SUMMARY:" + escape(title),
      ...(about.length ? ["DESCRIPTION:" + escape(about.join("\n"))] : []),
      ...(address ? ["URL:" + address] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  }

  /**
   * The whole file.
   * @param {{step: RouteStep, deed: string, address: string}[]} items deed: «Изучить» or ""; address: of the record's page, or ""
   * @param {Date} now
   * @returns {string}
   */
  function calendar(items, now) {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const dated = items.filter(({ step }) => step.from || step.to);
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Kopilka//Marshrut//RU",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:" + escape("Мой маршрут"),
      ...dated.flatMap((item) => eventLines(item, stamp)),
      "END:VCALENDAR",
    ];
    return lines.map(fold).join("\r\n") + "\r\n";
  }

  kopilka.calendar = calendar;
})();
