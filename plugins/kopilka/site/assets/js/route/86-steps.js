/**
 * The list of the steps, what was taken out of it last, and what to do where it is empty.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;

  /** @param {RouteRemoved} removed @param {() => void} undo */
  function undoLine(removed, undo) {
    const title = removed.step.title || "свой шаг";
    return el("li.k-stop.k-stop--gone", {}, el("p", {}, `Убрано: «${title}».`), el("button.k-btn", { type: "button", "aria-label": `Вернуть: ${title}`, "data-undo": true, onclick: undo }, icon("reset"), "Вернуть"));
  }

  /** @param {RoutePlace} place @param {RouteListDeeds} deeds @param {RouteStep[]} steps */
  function drawList(place, { removed, setOrder, undo }, steps) {
    const items = steps.map((step, index) => kopilka.drawStep(place, step, index + 1, steps.length));
    if (removed && !route.has(removed.step.id)) {
      const ahead = route.items().slice(0, removed.place).filter((step) => !place.isLost(step)).length;
      items.splice(ahead, 0, undoLine(removed, undo));
    }
    const list = el("ol.k-route", {}, ...items);
    kopilka.makeDraggable(list, (/** @type {string[]} */ order, /** @type {string} */ id) => setOrder(order.filter(Boolean), id));
    return list;
  }

  /** @param {() => void} addOwn */
  function addButtons(addOwn) {
    return el(
      "p.k-after.k-btns",
      {},
      el("a.k-btn", { href: kopilka.page("katalog") }, icon("plus"), "Добавить из каталога"),
      el("button.k-btn.k-btn--quiet", { type: "button", onclick: addOwn }, icon("plus"), "Свой шаг")
    );
  }

  /** @param {RouteListDeeds} deeds */
  function drawEmpty({ addOwn, removed, undo }) {
    return el(
      "section.k-sec",
      {},
      el("h2", {}, "Шагов пока нет"),
      removed ? el("ol.k-route", {}, undoLine(removed, undo)) : null,
      el(
        "ol.k-route__how",
        {},
        el("li", {}, "Найдите практику, площадку или событие: в\u00a0каталоге или подбором под свои трудности."),
        el("li", {}, "Нажмите у\u00a0записи «В\u00a0маршрут», и\u00a0она появится здесь."),
        el("li", {}, "Расставьте шаги, впишите сроки и\u00a0часы; потом напечатайте маршрут или пошлите ссылкой.")
      ),
      el(
        "p.k-btns",
        {},
        el("a.k-btn.k-btn--main", { href: kopilka.page("podobrat") }, icon("tune"), "Подобрать под себя"),
        el("a.k-btn", { href: kopilka.page("katalog") }, icon("search"), "Открыть каталог"),
        el("button.k-btn.k-btn--quiet", { type: "button", onclick: addOwn }, icon("plus"), "Свой шаг")
      )
    );
  }

  /** @type {(place: RoutePlace) => RouteStep[]} the steps that count: those whose records are in the bank, and own ones */
  function countedSteps(place) {
    return route.items().filter((step) => !place.isLost(step));
  }

  /**
   * The section of the steps.
   * @param {RoutePlace} place
   * @param {RouteListDeeds} deeds
   * @returns {HTMLElement}
   */
  function drawSteps(place, deeds) {
    const steps = countedSteps(place);
    const lost = route.items().filter(place.isLost);
    if (!steps.length && !lost.length) return drawEmpty(deeds);
    const hint = steps.length > 1 ? el("span.k-small.k-dim", {}, "меняйте порядок мышью или кнопками") : null;
    return el(
      "section.k-sec",
      {},
      el("div.k-sec__head", {}, el("h2", {}, "Шаги: " + steps.length), hint),
      drawList(place, deeds, steps),
      ...lost.map((step) => kopilka.drawLost(place, step)),
      addButtons(deeds.addOwn)
    );
  }

  Object.assign(kopilka, { countedSteps, drawSteps });
})();
