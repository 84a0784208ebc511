/**
 * The page «Сравнить»: which records, from the address or from what is set aside; their table; what is done with it.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {CompareStore} */
  const store = kopilka.compare;
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-compare]"));
  if (!root) return;

  const page = /** @type {HTMLElement} */ (root.closest(".k-page"));
  const tools = /** @type {HTMLElement} */ (document.querySelector("[data-compare-tools]"));
  const only = /** @type {HTMLInputElement} */ (tools.querySelector("input"));
  const onlyWords = /** @type {HTMLElement} */ (tools.querySelector("label span"));
  const said = /** @type {HTMLElement} */ (document.querySelector("[data-compare-said]"));
  const ORDINALS = ["", "", "вторую", "третью", "четвёртую"];

  /* ---- the address ---- */

  /** @returns {{ids: string[] | null, only: boolean}} null where the address names no records */
  function read() {
    const { hash, search } = window.location;
    const query = new URLSearchParams(hash.startsWith("#?") ? hash.slice(1) : search);
    const text = query.get("zapisi");
    return { ids: text === null ? null : store.clean(text.split(",")), only: query.get("tolko") === "razlichiya" };
  }

  /**
   * @param {string[]} ids
   * @param {boolean} replace
   */
  function write(ids, replace) {
    const query = "?zapisi=" + ids.join(",") + (only.checked ? "&tolko=razlichiya" : "");
    const { history, location } = window;
    try {
      history[replace ? "replaceState" : "pushState"](null, "", location.pathname + query);
    } catch {
      if (replace) location.replace("#" + query);
      else location.hash = "#" + query;
    }
  }

  /* ---- what is shown ---- */

  /** @type {string[]} */
  let ids = [];
  let turn = 0;

  /** @param {string} id */
  async function bring(id) {
    const [manifest, listed] = await Promise.all([kopilka.data("manifest"), kopilka.data("ids")]);
    const n = listed.split("\n").indexOf(id);
    if (n < 0 || n >= manifest.records) return null;
    const head = await kopilka.data("passports");
    const [[card], block] = await Promise.all([kopilka.cards([n]), kopilka.data("passports-" + Math.floor(n / head.block))]);
    return { card, values: block[n % head.block] };
  }

  async function show() {
    const mine = ++turn;
    try {
      const found = await Promise.all(ids.map(bring));
      const head = ids.length ? await kopilka.data("passports") : null;
      const manifest = await kopilka.data("manifest");
      if (mine !== turn) return;
      const lost = ids.filter((_, place) => !found[place]);
      lost.filter(store.has).forEach(store.toggle);
      draw(found.filter(Boolean), lost, head, manifest);
    } catch (error) {
      if (mine === turn) drawFailure(error);
    }
  }

  /**
   * @param {any[]} records
   * @param {string[]} lost
   * @param {PassportsHead | null} head
   * @param {Manifest} manifest
   */
  function draw(records, lost, head, manifest) {
    const parts = [];
    if (lost.length) parts.push(lostNote(lost));
    tools.hidden = !records.length;
    if (records.length && head) {
      /** @type {CompareGroup[]} */
      const groups = kopilka.compareRows(records, head, dayOfReading(manifest.today));
      const cards = records.map((record) => record.card);
      parts.push(printHead(manifest), el("h2.k-vh", {}, "Таблица сравнения"));
      parts.push(kopilka.drawComparison(cards, groups, manifest, remove));
      sayDifferences(groups, records.length);
      const foreign = groups.some((group) => group.rows.some((row) => row.cells.includes(null)));
      if (foreign) parts.push(el("p.k-cmp__key.k-small.k-dim", {}, "Черта – об этом в записях такого вида не спрашивают."));
      parts.push(below(records.length));
    } else parts.push(nothing());
    root.replaceChildren(...parts);
    root.removeAttribute("aria-busy");
  }

  /** @param {string} built */
  function dayOfReading(built) {
    const today = kopilka.route.today();
    return today > built ? today : built;
  }

  /**
   * @param {CompareGroup[]} groups
   * @param {number} columns
   */
  function sayDifferences(groups, columns) {
    const rows = groups.flatMap((group) => group.rows);
    const differing = rows.filter((row) => row.differs).length;
    const box = /** @type {HTMLElement} */ (only.closest("label"));
    box.hidden = columns < 2;
    onlyWords.textContent = `Только различия: ${differing} из ${rows.length}`;
    page.classList.toggle("k-page--diff", only.checked && columns > 1);
  }

  /** @param {Manifest} manifest */
  function printHead(manifest) {
    const day = new Date().toLocaleDateString("ru");
    return el("div.k-printhead", {}, el("b", {}, manifest.bank + ": сравнение записей"), el("span", {}, `${window.location.href.split("#")[0]} · ${day}`));
  }

  /** @param {number} number how many records stand side by side */
  function below(number) {
    const add = el("a", { href: kopilka.page("katalog"), onclick: () => store.set(ids) });
    add.append(number < 2 ? "Добавить вторую из каталога" : `Добавить ${ORDINALS[number + 1]}`);
    const words = el("p.k-after.k-small.k-dim", {}, "Сравнить можно от двух до четырёх записей. ");
    if (number < store.MOST) words.append(add);
    return words;
  }

  /** @param {string[]} lost */
  function lostNote(lost) {
    const words = lost.length > 1 ? "Этих записей в банке нет: " : "Этой записи в банке нет: ";
    const why = ". Возможно, их сняли с публикации или адрес скопирован с ошибкой.";
    return el("div.k-note.k-note--warn", {}, icon("warning"), el("p", {}, words + lost.join(", ") + why));
  }

  function nothing() {
    return el(
      "div.k-empty",
      {},
      el("p", {}, "Пока сравнивать нечего. Отметьте «Сравнить» у двух, трёх или четырёх записей – в каталоге, в списках, в поиске, – и внизу появится кнопка, которая приведёт сюда."),
      el("p.k-btns", {}, el("a.k-btn.k-btn--main", { href: kopilka.page("katalog") }, icon("cards"), "Открыть каталог"))
    );
  }

  /** @param {unknown} error */
  function drawFailure(error) {
    tools.hidden = true;
    root.replaceChildren(...kopilka.failure("Сравнение не открылось.", error, show));
    root.removeAttribute("aria-busy");
  }

  /* ---- what the reader does ---- */

  /** @param {string} id */
  async function remove(id) {
    const place = ids.indexOf(id);
    ids = ids.filter((other) => other !== id);
    if (store.has(id)) store.toggle(id);
    write(ids, false);
    await show();
    said.textContent = ids.length ? "Убрано. Осталось записей: " + ids.length : "Убрано. Сравнивать нечего.";
    const buttons = kopilka.all("thead .k-btn--quiet", root);
    const next = buttons[Math.min(place, buttons.length - 1)] || root.querySelector("a");
    if (next) next.focus();
  }

  only.addEventListener("change", () => {
    write(ids, true);
    page.classList.toggle("k-page--diff", only.checked);
  });

  /** @param {boolean} first */
  function start(first) {
    const asked = read();
    only.checked = asked.only;
    ids = asked.ids || store.ids();
    if (first && !asked.ids && ids.length) write(ids, true);
    return show();
  }

  document.body.classList.add("k-landscape");
  window.addEventListener("popstate", () => start(false));
  start(true);
})();
