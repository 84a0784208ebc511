/**
 * The offered records drawn: cards with reasons under the text.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;

  /**
   * @param {PickReasons} reasons
   * @returns {HTMLElement}
   */
  function drawReasons({ fits, misses }) {
    const yes = fits.map((words) => el("li.k-why__yes", {}, icon("check"), el("span", {}, words)));
    const no = misses.map((words) => el("li.k-why__no", {}, icon("minus"), el("span", {}, el("span.k-vh", {}, "Не подходит: "), words)));
    return el("ul.k-why", { "aria-label": "Почему предложено" }, ...yes, ...no);
  }

  /**
   * A card with its reasons; what they say of the difficulties and the hours is not said twice.
   * @param {Card} card
   * @param {PickReasons} reasons
   * @param {Manifest} manifest
   * @returns {HTMLElement}
   */
  function drawOffer(card, reasons, manifest) {
    const drawn = kopilka.drawCard(card, null, manifest);
    /** @type {Element} */ (drawn.querySelector(".k-card__main")).append(drawReasons(reasons));
    return drawn;
  }

  /**
   * What a step of the route keeps of a card.
   * @param {Card} card
   * @returns {Partial<RouteStep>}
   */
  function snapshot(card) {
    return { title: card.title, kind: card.kind, url: card.url, by: card.by };
  }

  Object.assign(kopilka.picking, { drawOffer, snapshot });
})();
