/**
 * How well a record fits what a teacher has said of himself: a sum of weights, nothing hidden, nothing learnt.
 *
 * A record is offered only when it has something in common with the wish: one of the difficulties where any is
 * chosen, else the level, the role or the subject, else the time or the way. No weight is below zero, so what
 * does not fit never pushes a record under one that has nothing in common; it is told to the reader instead.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /** @type {Record<string, number>} */
  const WEIGHTS = {
    level: 8, // another level is the commonest reason why a practice cannot be taken
    deficit: 6, // for each chosen difficulty it helps with
    way: 6, // as the teacher wants to learn: alone, on the spot, together
    role: 5,
    subject: 4,
    time: 3,
    open: 2, // one can apply for it today
    degree: 1, // for each step of evidence: described, measured, repeated elsewhere
  };

  /**
   * What of a wish a record meets.
   * @param {PickTraits} traits
   * @param {PickWish} wish
   * @returns {PickMatch}
   */
  function match(traits, wish) {
    const among = (/** @type {string[]} */ own, /** @type {string} */ one) => Boolean(one) && own.includes(one);
    return {
      deficits: wish.deficits.filter((id) => traits.deficits.includes(id)),
      level: among(traits.levels, wish.level),
      role: among(traits.roles, wish.role),
      subject: among(traits.subjects, wish.subject),
      time: wish.hours !== null && traits.hours !== null && traits.hours <= wish.hours,
      way: wish.ways.includes(traits.way),
    };
  }

  /**
   * @param {PickMatch} met
   * @param {PickWish} wish
   * @returns {boolean} whether there is enough in common to offer the record
   */
  function isOffered(met, wish) {
    if (wish.deficits.length) return met.deficits.length > 0;
    if (wish.level || wish.role || wish.subject) return met.level || met.role || met.subject;
    return met.time || met.way;
  }

  /**
   * @param {PickTraits} traits
   * @param {PickWish} wish
   * @returns {number} 0 for a record that is not offered
   */
  function score(traits, wish) {
    const met = match(traits, wish);
    if (!isOffered(met, wish)) return 0;
    const whole = ["level", "role", "subject", "time", "way"].filter((key) => /** @type {any} */ (met)[key]);
    const sum = whole.reduce((total, key) => total + WEIGHTS[key], 0);
    const open = traits.open ? WEIGHTS.open : 0;
    return sum + open + met.deficits.length * WEIGHTS.deficit + traits.degree * WEIGHTS.degree + 1;
  }

  /**
   * The records worth offering, the most fitting first; of equals the one that came first in `all`.
   * @param {PickTraits[]} all
   * @param {PickWish} wish
   * @returns {PickTraits[]}
   */
  function rank(all, wish) {
    return all
      .map((traits, place) => ({ traits, place, points: score(traits, wish) }))
      .filter((item) => item.points > 0)
      .sort((a, b) => b.points - a.points || a.place - b.place)
      .map((item) => item.traits);
  }

  kopilka.picking = { WEIGHTS, match, rank, score };
})();
