/**
 * The head of the route: what the reader wants to change, and with which difficulties.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;

  /** @param {RoutePlace} place @param {string} id @param {() => void} focus */
  function chosenChip(place, id, focus) {
    const words = place.labels[id] || id;
    function leave() {
      route.change((own) => {
        own.deficits = own.deficits.filter((other) => other !== id);
      });
      focus();
    }
    return el("button.k-chip", { type: "button", "aria-label": "Убрать: " + words, onclick: leave }, words, icon("close"));
  }

  /** The difficulties that are not chosen yet, folded away. */
  function moreChips(/** @type {RoutePlace} */ place, /** @type {string[]} */ chosen, /** @type {() => void} */ focus) {
    const others = Object.keys(place.labels).filter((id) => !chosen.includes(id));
    if (!others.length) return null;
    const chips = others.map((id) => {
      const take = () => {
        route.change((own) => own.deficits.push(id));
        focus();
      };
      return el("button.k-chip.k-chip--add", { type: "button", onclick: take }, icon("plus"), place.labels[id]);
    });
    return el("details.k-goal__more", {}, el("summary", {}, "Добавить трудность"), el("div.k-chips", {}, ...chips));
  }

  /** @param {RoutePlace} place */
  function goalField(place) {
    const field = el("textarea.k-input", {
      "data-field": "goal",
      maxlength: route.LIMITS.goal,
      oninput: () => place.editGoal(field.value),
      placeholder: "Например: научить пятиклассников задавать вопросы к тексту",
      rows: 2,
    });
    field.value = route.get().goal;
    return el("label", {}, el("span", {}, "Что хочу изменить"), field);
  }

  /**
   * The goal and the difficulties.
   * @param {RoutePlace} place
   * @returns {HTMLElement}
   */
  function drawGoal(place) {
    const chosen = route.get().deficits;
    const section = el("section.k-sec.k-goal", {}, el("h2.k-vh", {}, "Цель маршрута"), goalField(place));
    const focus = () => {
      const next = document.querySelector(".k-goal__d .k-chip");
      if (next instanceof HTMLElement) next.focus();
    };
    const pick = kopilka.page("podobrat");
    section.append(
      el(
        "div.k-goal__d",
        {},
        el("span.k-small.k-dim", {}, chosen.length ? "Мои трудности:" : "Мои трудности пока не выбраны."),
        el(
          "span.k-chips",
          {},
          ...chosen.map((id) => chosenChip(place, id, focus)),
          el("a.k-chip.k-chip--add", { href: pick }, icon("tune"), chosen.length ? "Подобрать ещё" : "Подобрать под себя")
        ),
        moreChips(place, chosen, focus)
      )
    );
    return section;
  }

  kopilka.drawGoal = drawGoal;
})();
