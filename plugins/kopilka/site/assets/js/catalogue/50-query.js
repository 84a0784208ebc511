/** The catalogue's own search field, and what is said of a query under it. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el } = kopilka;
  const { afterTyping, figures } = kopilka.catalogue;

  /** Offered values beside a query. */
  const OFFERS = 3;

  /**
   * Binds the field.
   * @param {HTMLFormElement} form
   * @param {(words: string, how: {typing: boolean}) => void} ask
   * @returns {{input: HTMLInputElement, show: (words: string) => void}}
   */
  function bindQuery(form, ask) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    let asked = "";

    /** @param {boolean} typing */
    function go(typing) {
      const words = input.value.trim();
      if (typing && words === asked) return;
      asked = words;
      ask(words, { typing });
    }
    input.addEventListener("focus", () => kopilka.bringSearch().catch(() => {}), { once: true });
    afterTyping(form, () => go(true));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(false);
    });
    return {
      input,
      show(words) {
        asked = words;
        if (input.value.trim() !== words) input.value = words;
      },
    };
  }

  /**
   * Values of facets that were typed: choosing one is surer than a search.
   * @param {FacetOffer[]} offers
   * @param {(offer: FacetOffer) => void} take
   * @returns {HTMLElement[]}
   */
  function offerChips(offers, take) {
    return offers.map((offer) =>
      el(
        "button.k-chip.k-chip--add",
        { type: "button", onclick: () => take(offer) },
        kopilka.icon("plus"),
        el("span", {}, offer.facetLabel + ": " + offer.label + " ", el("b", {}, figures(offer.n)))
      )
    );
  }

  /**
   * @param {Answer} answer
   * @param {number} records how many first numbers are records
   * @returns {HTMLElement | null} a link to the hits that are no records
   */
  function elsewhere(answer, records) {
    const others = answer.hits.filter((hit) => hit.n >= records).length;
    if (!others) return null;
    const words = kopilka.count(others, ["совпадение", "совпадения", "совпадений"]);
    return el("a", { href: kopilka.page("search?q=" + encodeURIComponent(answer.query)) }, words);
  }

  /**
   * Says under the field what became of the query.
   * @param {HTMLElement} place
   * @param {Answer | null} answer
   * @param {Telling} telling
   */
  function tell(place, answer, { table, exact, again, take, chosen }) {
    if (!answer) return place.replaceChildren();
    const found = table.find(answer.shown, OFFERS).filter((offer) => !chosen(offer));
    const offers = found.length ? el("div.k-chips.k-cat__offers", {}, el("span.k-dim.k-small", {}, "Можно сразу выбрать:"), ...offerChips(found, take)) : null;
    const { correctionNote, missingNote } = kopilka.said;
    const stay = (/** @type {Event} */ event, /** @type {boolean} */ wanted) => {
      event.preventDefault();
      again(wanted);
    };
    const notes = [correctionNote(answer, exact, stay), missingNote(answer)].filter(Boolean);
    notes.forEach((note) => note.classList.add("k-cat__did"));
    return place.replaceChildren(...notes, ...(offers ? [offers] : []));
  }

  /**
   * Under the list: what else the query finds on the site.
   * @param {HTMLElement} place
   * @param {Answer | null} answer
   * @param {number} records
   */
  function tellElse(place, answer, records) {
    const link = answer && elsewhere(answer, records);
    place.hidden = !link;
    place.replaceChildren(...(link ? ["Ещё ", link, " в\u00a0словаре, среди организаций и\u00a0на\u00a0страницах помощи."] : []));
  }

  Object.assign(kopilka.catalogue, { bindQuery, tell, tellElse });
})();
