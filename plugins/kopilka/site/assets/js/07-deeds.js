/**
 * What a reader may do with a record wherever it is shown: put it in the route, compare it.
 *
 * Each deed gives its control for a record; the controls stand in the card's `.k-card__act`, which is made
 * here, because without scripts they would do nothing.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** @type {((id: string, card: HTMLElement) => HTMLElement)[]} */
  const deeds = [];
  /** @type {WeakMap<HTMLElement, number>} how many deeds a card has its controls for */
  const dressed = new WeakMap();

  /**
   * @param {HTMLElement} card
   * @returns {HTMLElement}
   */
  function addPlace(card) {
    const place = kopilka.el("div.k-card__act");
    card.append(place);
    return place;
  }

  /** @param {HTMLElement} card */
  function dressCard(card) {
    const done = dressed.get(card) || 0;
    if (done === deeds.length) return;
    const place = /** @type {HTMLElement} */ (card.querySelector(".k-card__act") || addPlace(card));
    deeds.slice(done).forEach((make) => place.append(make(card.dataset.record || "", card)));
    dressed.set(card, deeds.length);
  }

  /**
   * Gives every card inside its controls; call it after drawing cards.
   * @param {ParentNode} [within]
   */
  function dress(within) {
    kopilka.all(".k-card[data-record]", within).forEach(dressCard);
  }

  /**
   * Adds a deed to all cards, present and future.
   * @param {(id: string, card: HTMLElement) => HTMLElement} make
   */
  function addDeed(make) {
    deeds.push(make);
    dress();
  }

  Object.assign(kopilka, { addDeed, dress });
})();
