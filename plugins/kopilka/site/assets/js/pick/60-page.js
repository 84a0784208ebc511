/**
 * The page «Подобрать под себя»: questions, the address, what is offered, and what is taken into the route.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon, picking, wishes } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-pick]"));
  if (!form) return;

  const FIRST = 12;
  const TAKEN = 3;
  const RECORDS = ["запись", "записи", "записей"];
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-pick-list]"));
  const said = /** @type {HTMLElement} */ (document.querySelector("[data-pick-said]"));
  const note = /** @type {HTMLElement} */ (document.querySelector("[data-pick-note]"));
  const reset = /** @type {HTMLElement} */ (document.querySelector("[data-pick-reset]"));

  /** @type {PickWish} */
  let wish = wishes.nothing();
  let shown = 0;
  let turn = 0;

  /* ---- the address ---- */

  /** @param {boolean} replace */
  function write(replace) {
    const query = wishes.write(wish, shown);
    const { history, location } = window;
    try {
      history[replace ? "replaceState" : "pushState"](null, "", location.pathname + query);
    } catch {
      if (replace) location.replace("#" + query);
      else location.hash = "#" + query;
    }
  }

  /** Takes the wish from the address; where it says nothing, the difficulties from the route. */
  function restore() {
    const known = wishes.offered(form);
    const asked = wishes.read(window.location, known);
    wish = asked.wish;
    shown = asked.shown;
    const kept = asked.asked ? [] : route.get().deficits.filter((id) => known(wishes.KEYS.deficits).includes(id));
    if (kept.length) wish = { ...wish, deficits: kept };
    note.hidden = !kept.length;
    wishes.fillForm(form, wish);
    return show();
  }

  /* ---- the bank ---- */

  /** @returns {Promise<{all: PickTraits[], manifest: Manifest, names: PickNames}>} */
  async function bring() {
    await kopilka.part("facets");
    const [data, manifest] = await Promise.all([kopilka.data("facets"), kopilka.data("manifest")]);
    /** @type {FacetTable} */
    const table = kopilka.facets.open(data);
    return { all: wishes.traitsOf(table, data, manifest), manifest, names: namesOf(table, data.degrees) };
  }

  /** @type {Promise<{all: PickTraits[], manifest: Manifest, names: PickNames}> | null} */
  let bank = null;

  /**
   * @param {FacetTable} table
   * @param {string} degrees
   * @returns {PickNames}
   */
  function namesOf(table, degrees) {
    const { KEYS } = wishes;
    const facets = new Map(table.facets.map((facet) => [facet.key, new Map(facet.values.map((value) => [value.id, value.label]))]));
    const name = (/** @type {string} */ key) => (/** @type {string} */ id) => (facets.get(key) || new Map()).get(id) || id;
    const grades = Array.from((facets.get(degrees) || new Map()).values());
    return {
      today: table.today,
      deficit: name(KEYS.deficits),
      level: name(KEYS.level),
      role: name(KEYS.role),
      subject: name(KEYS.subject),
      degree: (step) => grades[step] || "",
      own(n) {
        const values = table.values(n);
        return { levels: values[KEYS.level] || [], roles: values[KEYS.role] || [], subjects: values[KEYS.subject] || [] };
      },
    };
  }

  /* ---- what is shown ---- */

  async function show() {
    const mine = ++turn;
    reset.hidden = wishes.isEmpty(wish);
    if (wishes.isEmpty(wish)) {
      said.textContent = "Отметьте трудность или скажите, кто вы";
      place.replaceChildren();
      return;
    }
    try {
      bank = bank || bring();
      const { all, manifest, names } = await bank;
      const ranked = picking.rank(all, wish);
      const top = ranked.slice(0, Math.max(FIRST, shown));
      const cards = await kopilka.cards(top.map((/** @type {PickTraits} */ item) => item.n));
      if (mine !== turn) return;
      said.textContent = ranked.length ? `Подобрано: ${kopilka.count(ranked.length, RECORDS)}` : "Ничего не подобралось";
      draw(top, cards, ranked.length, manifest, names);
    } catch (error) {
      bank = null;
      if (mine === turn) drawFailure(error);
    }
  }

  /**
   * @param {PickTraits[]} top
   * @param {Card[]} cards
   * @param {number} total
   * @param {Manifest} manifest
   * @param {PickNames} names
   */
  function draw(top, cards, total, manifest, names) {
    if (!total) {
      place.replaceChildren(nothingFits());
      return;
    }
    const offers = top.map((traits, i) => picking.drawOffer(cards[i], picking.reasonsOf(cards[i], traits, wish, names), manifest));
    place.replaceChildren(takeRow(cards.slice(0, TAKEN)), ...offers, moreRow(top.length, total));
    kopilka.dress(place);
  }

  /** @param {Card[]} cards the best ones */
  function takeRow(cards) {
    const words = ["", "Взять первую в маршрут", "Взять первые две в маршрут", "Взять первые три в маршрут"][cards.length];
    const button = el("button.k-btn.k-btn--main", { type: "button" }, icon("plus"), words);
    const done = el("span.k-small", { role: "status" });
    button.addEventListener("click", () => {
      const fresh = cards.filter((card) => !route.has(card.id));
      const taken = fresh.filter((card) => route.add(card.id, picking.snapshot(card)));
      rememberDeficits();
      const link = el("a", { href: kopilka.page("marshrut") }, "Открыть маршрут");
      const full = taken.length < fresh.length ? "В маршруте больше нет места. " : "";
      done.replaceChildren(full || (taken.length ? `Добавлено: ${taken.length}. ` : "Они уже в маршруте. "), link);
    });
    return el("p.k-btns.k-pick__take", {}, button, done);
  }

  /** The route knows the difficulties too, so that it offers to pick more by them. */
  function rememberDeficits() {
    route.change((draft) => {
      draft.deficits = Array.from(new Set([...draft.deficits, ...wish.deficits]));
    });
  }

  /**
   * @param {number} number
   * @param {number} total
   */
  function moreRow(number, total) {
    const catalogue = el("a", { href: kopilka.page("katalog" + wishes.catalogueQuery(wish)) }, "Открыть этот выбор в каталоге");
    const count = el("span.k-small.k-dim", {}, `показано ${number} из ${total}`);
    const next = Math.min(FIRST, total - number);
    const more = el("button.k-btn", { type: "button", onclick: () => showMore(number) }, `Показать ещё ${next}`);
    return el("p.k-pick__more", {}, next > 0 && more, count, catalogue);
  }

  /** @param {number} number how many are shown */
  async function showMore(number) {
    shown = number + FIRST;
    write(false);
    await show();
    const next = kopilka.all(".k-card h3 a", place)[number];
    if (next) next.focus();
  }

  function nothingFits() {
    return el(
      "div.k-empty",
      {},
      el("p", {}, "Записей, которые подошли бы хоть чем-то, в банке пока нет. Отметьте ещё одну трудность, выберите другой уровень или роль."),
      el("p.k-btns", {}, el("a.k-btn", { href: kopilka.page("katalog") }, icon("cards"), "Открыть каталог"))
    );
  }

  /** @param {unknown} error */
  function drawFailure(error) {
    said.textContent = "";
    place.replaceChildren(...kopilka.failure("Подбор не открылся.", error, show));
  }

  /* ---- what the reader does ---- */

  function take() {
    wish = wishes.readForm(form);
    shown = 0;
    note.hidden = true;
    write(false);
    return show();
  }

  form.addEventListener("change", take);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    place.scrollIntoView({ block: "start" });
  });
  reset.addEventListener("click", () => {
    wishes.fillForm(form, wishes.nothing());
    take();
    const first = form.querySelector("input");
    if (first) first.focus();
  });
  window.addEventListener("popstate", restore);

  form.hidden = false;
  /** @type {HTMLElement} */ (place.parentElement).hidden = false;
  restore();
})();
