/**
 * What the bank says of the steps' records now: titles, holders and addresses change, copies of cards grow old.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /** Half hours are exact enough for a plan; a practice of some minutes says nothing of the time to study it. */
  function hoursOf(/** @type {RouteStep} */ step, /** @type {Card} */ card) {
    return step.hours === null && card.hours !== null && card.hours >= 0.25 ? Math.round(card.hours * 2) / 2 : step.hours;
  }

  /** @type {(step: RouteStep, card: Card) => boolean} whether the step's copy of the card has grown old */
  function isOld(step, card) {
    const same = step.title === card.title && step.url === card.url && step.by === card.by && step.kind === card.kind;
    return !same || step.hours !== hoursOf(step, card);
  }

  /**
   * Brings the cards of the steps.
   * @param {RouteStep[]} steps
   * @param {Set<string> | null} ids of the bank's records, in the order of their numbers
   * @param {Map<string, Card>} cards takes the cards in
   * @returns {Promise<((own: RouteData) => void) | null>} how the route follows them; null when it has nothing to follow
   */
  async function freshen(steps, ids, cards) {
    const known = Array.from(ids || []);
    const numbers = steps.map((step) => known.indexOf(step.id)).filter((number) => number >= 0);
    /** @type {Card[]} */
    const found = await kopilka.cards(numbers).catch(() => []);
    found.forEach((card) => cards.set(card.id, card));
    if (!steps.some((step) => cards.has(step.id) && isOld(step, /** @type {Card} */ (cards.get(step.id))))) return null;
    return (own) =>
      own.steps.forEach((step) => {
        const card = cards.get(step.id);
        if (!card) return;
        const { by, kind, title, url } = card;
        Object.assign(step, { by, kind, title, url, hours: hoursOf(step, card) });
      });
  }

  kopilka.freshen = freshen;
})();
