/**
 * Why a record is offered, in words, and honestly what of the wish it does not meet.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const MEASURED = 2;
  const NBSP = "\u00a0";
  /** @type {Record<string, string>} what can be done with a record besides studying it */
  const DONE = { visit: "Можно съездить и увидеть", join: "Можно участвовать вместе с другими" };
  /** @type {Record<string, string>} */
  const ONLY = { study: "только изучить самому", visit: "сюда ездят", join: "здесь участвуют вместе с другими" };

  /**
   * «16 часов», «1,5 часа», «20 минут».
   * @param {number} hours
   * @returns {string}
   */
  function hoursWords(hours) {
    if (hours < 1) return kopilka.count(Math.max(1, Math.round(hours * 60)), ["минута", "минуты", "минут"]);
    const rounded = Math.round(hours * 100) / 100;
    if (rounded === Math.round(rounded)) return kopilka.count(rounded, ["час", "часа", "часов"]);
    return rounded.toLocaleString("ru") + NBSP + "часа";
  }

  /**
   * @param {PickTraits} traits
   * @param {PickWish} wish
   * @param {Card} card
   * @returns {[string, string]} what fits, what does not; one of them at most
   */
  function timeWords(traits, wish, card) {
    const hours = traits.hours === null ? card.hours : traits.hours;
    if (wish.hours === null) return ["", ""];
    if (hours === null) return ["", "Сколько времени займёт, не указано"];
    if (hours <= wish.hours) return [`${hoursWords(hours)}${NBSP}– укладывается`, ""];
    return ["", `Дольше, чем вы отвели: ${hoursWords(hours)}`];
  }

  /**
   * What a record has of one of the teacher's answers: level, role, subject.
   * @param {boolean} met
   * @param {string} chosen
   * @param {string[]} own the record's own values
   * @param {(id: string) => string} name
   * @param {[string, string]} words before what fits, before what the record has instead
   * @returns {[string, string]}
   */
  function oneWords(met, chosen, own, name, words) {
    if (!chosen) return ["", ""];
    if (met) return [words[0] + name(chosen), ""];
    return ["", own.length ? words[1] + own.map(name).join(", ") : ""];
  }

  /**
   * @param {PickTraits} traits
   * @param {PickWish} wish
   * @param {PickMatch} met
   * @param {boolean} dated whether anything is announced
   * @returns {[string, string]}
   */
  function wayWords(traits, wish, met, dated) {
    const dateless = traits.way !== "study" && !dated ? "Ближайшие даты не объявлены" : "";
    if (met.way && traits.way !== "study") return [DONE[traits.way], dateless];
    if (wish.ways.length && !met.way) return ["", "Другой способ: " + ONLY[traits.way]];
    return ["", dateless];
  }

  /**
   * @param {Card} card
   * @param {PickTraits} traits
   * @param {PickWish} wish
   * @param {PickNames} names
   * @returns {PickReasons}
   */
  function reasonsOf(card, traits, wish, names) {
    const met = kopilka.picking.match(traits, wish);
    const rest = wish.deficits.filter((id) => !met.deficits.includes(id));
    const [helps, lacks] = [met.deficits, rest].map((ids) => ids.map((/** @type {string} */ id) => names.deficit(id)).join(", "));
    const ahead = kopilka.coming(card.agenda, names.today);
    const next = ahead.slice(0, 2).map((/** @type {[string, string, string]} */ [title, first, last]) => `${title}: ${kopilka.datesWords(first, last, names.today)}`);
    const own = names.own(traits.n);
    const pairs = [
      [helps && `Помогает с тем, что вы отметили: ${helps}`, helps && lacks && `С этим не поможет: ${lacks}`],
      oneWords(met.level, wish.level, own.levels, names.level, ["Ваш уровень: ", "Уровень другой: "]),
      oneWords(met.role, wish.role, own.roles, names.role, ["Ваша роль: ", "Написано для других: "]),
      oneWords(met.subject, wish.subject, own.subjects, names.subject, ["Ваш предмет: ", "Предметы другие: "]),
      timeWords(traits, wish, card),
      wayWords(traits, wish, met, ahead.length > 0),
      [next.join("; "), ""],
      [traits.degree >= MEASURED ? `Результат: ${names.degree(traits.degree).toLowerCase()}` : "", ""],
    ];
    return { fits: pairs.map(([yes]) => yes).filter(Boolean), misses: pairs.map(([, no]) => no).filter(Boolean) };
  }

  Object.assign(kopilka.picking, { hoursWords, reasonsOf });
})();
