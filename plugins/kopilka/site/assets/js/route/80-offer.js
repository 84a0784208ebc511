/**
 * A route that came by a link or a file is offered, never put over one's own without a word.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const STEPS = ["шаг", "шага", "шагов"];

  /** @type {() => boolean} */
  function isEmpty() {
    const own = route.get();
    return !own.steps.length && !own.goal.trim() && !own.deficits.length;
  }

  /** An own step that only happens to have the same name as another one gets a new name. */
  function freshId(/** @type {RouteStep} */ step, /** @type {RouteStep[]} */ steps) {
    const same = steps.find((other) => other.id === step.id);
    if (!same || step.kind || same.title === step.title) return step.id;
    return "~" + Math.random().toString(36).slice(2, 12);
  }

  /**
   * Adds what is not there yet.
   * @param {RouteData} data
   * @returns {string} what was done, in words
   */
  function addTo(data) {
    const before = route.items().length;
    let twice = 0;
    route.change((own) => {
      data.steps.forEach((step) => {
        const id = freshId(step, own.steps);
        if (own.steps.some((other) => other.id === id)) twice += 1;
        else own.steps.push({ ...step, id });
      });
      own.goal = own.goal.trim() ? own.goal : data.goal;
      own.deficits.push(...data.deficits);
    });
    const added = route.items().length - before;
    const missed = data.steps.length - twice - added;
    const known = twice ? ` Уже были у вас: ${twice}.` : "";
    return `Добавлено: ${kopilka.count(added, STEPS)}.${known}` + (missed > 0 ? ` Не поместилось: ${missed}.` : "");
  }

  /** @param {RouteData} data */
  function replaceBy(data) {
    route.change((own) => Object.assign(own, data));
  }

  /**
   * The offer.
   * @param {{data: RouteData, from: "ссылки" | "файла"}} offer
   * @param {boolean} looking whether the route is on show beneath
   * @param {{look: () => void, back: () => void, print: () => void, taken: (words: string, undo: (() => void) | null) => void}} page
   * @returns {HTMLElement}
   */
  function drawOffer(offer, looking, page) {
    const empty = isEmpty();
    const number = kopilka.count(offer.data.steps.length, STEPS);
    /** @param {string} words @param {() => void} act @param {string} [look] */
    const button = (words, act, look = "") => el("button.k-btn" + look, { type: "button", onclick: act }, words);
    function replace() {
      const before = route.get();
      replaceBy(offer.data);
      const kept = route.storage() === "kept" ? "Маршрут сохранён в\u00a0этом браузере." : "Маршрут открыт.";
      if (empty) page.taken(kept, null);
      else page.taken("Маршрут заменён.", () => replaceBy(before));
    }
    const about = looking ? `Вы смотрите маршрут из ${offer.from}: ${number}. Он пока не сохранён.` : `Открыт маршрут из ${offer.from}: ${number}.`;
    return el(
      "section.k-note.k-offer",
      { "aria-label": "Открытый маршрут", "data-offer": "" },
      icon("info"),
      el(
        "div",
        {},
        el("p", { tabindex: "-1" }, el("b", {}, about), offer.data.goal.trim() && !looking ? ` Цель: «${offer.data.goal.trim()}».` : ""),
        el(
          "div.k-btns",
          {},
          button(empty ? (route.storage() === "kept" ? "Сохранить у себя" : "Открыть как мой") : "Сохранить вместо моего", replace, empty ? ".k-btn--main" : ""),
          empty ? null : button("Добавить к моему", () => page.taken(addTo(offer.data), null)),
          looking ? button("Напечатать", page.print) : null,
          looking ? button("Вернуться к моему", page.back) : button("Только посмотреть", page.look),
          looking ? null : button("Не открывать", page.back, ".k-btn--quiet")
        )
      )
    );
  }

  kopilka.routeOffer = { addTo, drawOffer };
})();
