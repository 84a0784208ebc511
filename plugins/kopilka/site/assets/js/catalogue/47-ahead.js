/**
 * Asks for the cards of a choice while the reader's hand is still on its way to it: under a resting mouse, under a
 * finger that goes down, at a value that has the focus. What a click brings to the screen is then there already.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;

  /** A mouse that stays so long on a value means it; one that passes by asks for nothing. */
  const REST = 60;
  /** Choices looked at so between two clicks: whoever only reads the list of values is not to pay for it. */
  const MOST = 5;

  /** @returns {boolean} whether the reader asked to be spared, or the connection is slow */
  function sparing() {
    const { connection } = /** @type {{connection?: {saveData?: boolean, effectiveType?: string}}} */ (window.navigator);
    return Boolean(connection && (connection.saveData || /2g/.test(connection.effectiveType || "")));
  }

  /**
   * The box that an event is about.
   * @param {Event} event
   * @returns {HTMLInputElement | null}
   */
  function boxOf(event) {
    const label = /** @type {Element} */ (event.target).closest("label");
    return label && label.querySelector("input[type=checkbox]");
  }

  /**
   * @param {HTMLElement} panel the facets
   * @param {(facet: string, value: string, on: boolean) => number[]} first the records seen first with a value put in or taken out
   */
  function bindAhead(panel, first) {
    let timer = 0;
    let left = MOST;
    /** @type {HTMLInputElement | null} */
    let last = null;

    /** @param {HTMLInputElement} box */
    function ask(box) {
      last = box;
      left -= 1;
      kopilka.cards(first(box.name, box.value, !box.checked)).catch(() => {}); // the click will say what is wrong
    }

    /** @param {Event} event */
    function look(event) {
      window.clearTimeout(timer);
      const box = boxOf(event);
      if (!box || box === last || left <= 0 || sparing()) return;
      if (event.type === "pointerdown") ask(box);
      else timer = window.setTimeout(() => ask(box), REST);
    }

    ["pointerover", "pointerdown", "focusin"].forEach((type) => panel.addEventListener(type, look));
    panel.addEventListener("pointerleave", () => window.clearTimeout(timer));
    panel.addEventListener("change", () => {
      window.clearTimeout(timer);
      left = MOST;
      last = null;
    });
  }

  Object.assign(kopilka.catalogue, { bindAhead });
})();
