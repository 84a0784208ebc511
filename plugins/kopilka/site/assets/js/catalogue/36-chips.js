/** What is chosen, over the list: a button each, to take it away again. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;
  const { conditionWords } = kopilka.catalogue;

  /**
   * @param {Condition} condition
   * @param {() => void} remove
   * @returns {HTMLElement}
   */
  function makeChip(condition, remove) {
    const name = el("span.k-chip__f", {}, condition.label + ": ");
    return el(
      "button.k-chip",
      { type: "button", "aria-label": "Убрать фильтр «" + conditionWords(condition) + "»", onclick: remove },
      el("span", {}, name, condition.words),
      kopilka.icon("close")
    );
  }

  /**
   * Draws the chips anew. Whoever took one away by keyboard is left at the next one, or at `rest` when it was the last.
   * @param {HTMLElement} place
   * @param {Condition[]} conditions
   * @param {{drop: (condition: Condition) => void, reset: () => void, rest: HTMLElement}} acts
   */
  function drawChips(place, conditions, acts) {
    const before = Array.from(place.children);
    const focused = before.findIndex((child) => child === document.activeElement);
    const chips = conditions.map((condition) => makeChip(condition, () => acts.drop(condition)));
    const reset = el("button.k-btn.k-btn--quiet", { type: "button", onclick: acts.reset }, "Сбросить всё");
    place.replaceChildren(...chips, ...(chips.length ? [reset] : []));
    place.hidden = !chips.length;
    if (focused < 0) return;
    (chips[Math.min(focused, chips.length - 1)] || acts.rest).focus();
  }

  Object.assign(kopilka.catalogue, { drawChips });
})();
