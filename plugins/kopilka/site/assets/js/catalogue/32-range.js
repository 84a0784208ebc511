/** A facet of numbers: «от … до …». */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;
  const PAUSE = 400;

  /**
   * A number as people type it; null for nothing, undefined for what is no number.
   * @param {string} words
   * @returns {number | null | undefined}
   */
  function readNumber(words) {
    const typed = words.trim().replace(",", ".");
    if (!typed) return null;
    return /^\d{1,6}(\.\d+)?$/.test(typed) ? Number(typed) : undefined;
  }

  /**
   * @param {FacetInfo} facet
   * @param {string} label
   * @param {number} edge shown while nothing is typed
   * @returns {HTMLInputElement}
   */
  function makeInput(facet, label, edge) {
    return el("input.k-input", {
      inputmode: "decimal",
      autocomplete: "off",
      maxlength: 6,
      placeholder: edge,
      "aria-label": facet.label + ", " + label + (facet.unit ? ", " + facet.unit : ""),
    });
  }

  /**
   * Calls `act` once the typing has paused; the first call after a focus says so.
   * @param {HTMLElement} element
   * @param {(first: boolean) => void} act
   */
  function afterTyping(element, act) {
    let timer = 0;
    let first = true;
    function fire() {
      window.clearTimeout(timer);
      timer = 0;
      act(first);
      first = false;
    }
    element.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(fire, PAUSE);
    });
    element.addEventListener("change", () => timer && fire());
    element.addEventListener("focusout", () => {
      first = true;
    });
  }

  /**
   * @param {FacetInfo} facet
   * @param {(bounds: [number | null, number | null], first: boolean) => void} choose `first` on the first
   *   change since the fields were entered: it makes a step to go back to, the further ones do not
   * @returns {FacetBody}
   */
  function makeRange(facet, choose) {
    const edges = [Math.floor(facet.min || 0), Math.ceil(facet.max || 0)];
    const inputs = [makeInput(facet, "от", edges[0]), makeInput(facet, "до", edges[1])];
    const wrong = el("p.k-small.k-facet__wrong", { role: "status" });
    const labels = inputs.map((input, place) => el("label", {}, place ? "до " : "от ", input));
    const element = el(
      "fieldset",
      {},
      el("legend.k-vh", {}, facet.label),
      el("div.k-range", {}, ...labels, facet.unit && el("span", {}, facet.unit)),
      wrong
    );
    afterTyping(element, (first) => {
      const bounds = inputs.map((input) => readNumber(input.value));
      inputs.forEach((input, place) => input.setAttribute("aria-invalid", String(bounds[place] === undefined)));
      const [from, to] = bounds;
      wrong.textContent = from === undefined || to === undefined ? "Нужно число" : from !== null && to !== null && from > to ? "«От» больше, чем «до»" : "";
      if (!wrong.textContent) choose([from ?? null, to ?? null], first);
    });
    return {
      element,
      update(_counts, choice) {
        const bounds = choice.ranges[facet.key] || [null, null];
        inputs.forEach((input, place) => {
          const words = bounds[place] === null ? "" : String(bounds[place]).replace(".", ",");
          if (document.activeElement !== input && readNumber(input.value) !== bounds[place]) input.value = words;
        });
      },
    };
  }

  Object.assign(kopilka.catalogue, { afterTyping, makeRange, readNumber });
})();
