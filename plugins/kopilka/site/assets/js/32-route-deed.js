/**
 * «В маршрут» wherever a record is shown, and the number of steps in the header.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  /** Kinds of cards that are pages to read, not steps of a route. */
  const NOT_STEPS = ["organisation", "page", "term"];
  const UNKEPT = {
    off: "Браузер не даёт сайтам хранить данные: маршрут живёт, пока открыта эта страница. «Мой маршрут» вверху возьмёт его с собой: сохраните его там файлом или ссылкой.",
    full: "В памяти браузера нет места: маршрут живёт, пока открыта эта страница. «Мой маршрут» вверху возьмёт его с собой: сохраните его там файлом или ссылкой.",
  };
  /** @type {WeakMap<HTMLElement, () => void>} how a button shows anew whether its record is in the route */
  const shows = new WeakMap();

  /** @type {(element: Element | null) => string} */
  function words(element) {
    return element ? (element.textContent || "").trim() : "";
  }

  /**
   * «praktiki/karty» from the address of the record's page, however the site was built.
   * @param {string} address
   * @param {string} id
   */
  function pathIn(address, id) {
    const steps = new URL(address, window.location.href).pathname.replace(/(\/index)?(\.html)?\/?$/, "").split("/");
    return steps[steps.length - 1] === id ? steps.slice(-2).join("/") : "";
  }

  /* ---- the button ---- */

  /**
   * Says under the control what came of it, when there is something to say.
   * @param {HTMLElement} said
   * @param {boolean} done
   */
  function sayOutcome(said, done) {
    const storage = route.storage();
    if (!done) said.textContent = `В маршруте уже ${route.LIMITS.steps} шагов, больше не поместится.`;
    else if (storage !== "kept") said.textContent = UNKEPT[storage];
    else said.textContent = "";
    said.hidden = !said.textContent;
    kopilka.all(".k-route__said").forEach((/** @type {HTMLElement} */ other) => {
      if (other !== said) other.hidden = true;
    });
  }

  /**
   * A button that puts a record in the route and takes it out.
   * @param {string} id
   * @param {() => Partial<RouteStep>} snapshot
   * @param {{main?: boolean, label?: string}} [options] the label while the record is not in the route
   * @returns {HTMLElement[]} the button, and the place for what it has to say
   */
  function makeButton(id, snapshot, options = {}) {
    const said = el("p.k-route__said.k-small", { role: "status", hidden: true });
    const button = el("button.k-btn", { type: "button", "data-in-route": "" });
    function show() {
      const on = route.has(id);
      button.setAttribute("aria-pressed", String(on));
      button.classList.toggle("k-btn--on", on);
      button.classList.toggle("k-btn--main", Boolean(options.main) && !on);
      button.replaceChildren(icon(on ? "check" : "plus"), on ? "В маршруте" : options.label || "В маршрут");
    }
    button.addEventListener("click", () => {
      const done = route.has(id) ? (route.remove(id), true) : route.add(id, snapshot());
      sayOutcome(said, done);
    });
    shows.set(button, show);
    show();
    return [button, said];
  }

  /* ---- cards ---- */

  kopilka.addDeed((/** @type {string} */ id, /** @type {HTMLElement} */ card) => {
    if (NOT_STEPS.includes(card.dataset.kind || "")) return document.createDocumentFragment();
    const place = document.createDocumentFragment();
    place.append(
      ...makeButton(id, () => {
        const link = /** @type {HTMLAnchorElement | null} */ (card.querySelector("h3 a"));
        const by = words(card.querySelector(".k-card__by")).split(" · ")[0];
        return { title: words(link), kind: card.dataset.kind, url: link ? pathIn(link.href, id) : "", by };
      })
    );
    return place;
  });

  /* ---- the page of a record ---- */

  /**
   * The phone's bar has room for two: what the page offers first, and the route.
   * @param {HTMLElement} record
   * @param {boolean} main whether the route is what the page offers first
   * @param {HTMLElement[]} deed
   */
  function fillBar(record, main, deed) {
    const bar = record.querySelector(".k-bar");
    if (bar) {
      if (bar.children.length > 1) /** @type {Element} */ (bar.lastElementChild).remove();
      if (main) bar.prepend(...deed);
      else bar.append(...deed);
      bar.append(deed[1]);
      return;
    }
    record.append(el("div.k-bar", {}, ...deed));
  }

  kopilka.all(".k-rec[data-record]").forEach((/** @type {HTMLElement} */ record) => {
    const id = record.dataset.record || "";
    const acts = record.querySelector(".k-rec__act");
    if (!acts) return;
    const snapshot = () => ({
      title: words(record.querySelector("h1")),
      kind: record.dataset.kind,
      url: pathIn(window.location.href, id),
      by: words(record.querySelector(".k-rec__by a")) || words(record.querySelector(".k-rec__by")).split(",")[0],
    });
    const offer = acts.querySelector("a.k-btn--main");
    const deed = makeButton(id, snapshot, { main: !offer, label: "Добавить в маршрут" });
    if (offer) offer.after(...deed);
    else acts.prepend(...deed);
    acts.append(deed[1]);
    fillBar(record, !offer, makeButton(id, snapshot, { main: !offer }));
  });

  /* ---- the header ---- */

  const links = /** @type {HTMLAnchorElement[]} */ (kopilka.all("[data-route-link]"));
  const counters = links.map((link) => {
    const number = el("span");
    const counter = el("b.k-count", { hidden: true }, el("span.k-vh", {}, "шагов: "), number);
    link.append(" ", counter);
    return { counter, number, href: link.href, link };
  });

  function showAll() {
    const steps = route.items().length;
    counters.forEach(({ counter, number, href, link }) => {
      number.textContent = String(steps);
      counter.hidden = !steps;
      link.href = steps && route.storage() !== "kept" ? href + route.plainHash(route.get()) : href;
    });
    kopilka.all("[data-in-route]").forEach((/** @type {HTMLElement} */ button) => {
      const show = shows.get(button);
      if (show) show();
    });
  }

  route.onChange(showAll);
  showAll();
})();
