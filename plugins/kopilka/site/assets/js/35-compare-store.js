/**
 * «Сравнить»: up to four records set aside, a tick on every card, a button on a record's page, and the bar
 * that stays in sight while anything is set aside. Kept in this browser only.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  const KEY = "kopilka-compare";
  const MOST = 4;
  const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  /** Kinds of cards that are pages to read, not records. */
  const NO_RECORDS = ["organisation", "page", "term"];

  /**
   * Ids out of anything: the storage and the address are a stranger's.
   * @param {any} raw
   * @returns {string[]} at most four, each once
   */
  function clean(raw) {
    const list = Array.isArray(raw) ? raw.slice(0, 100) : [];
    const ids = list.filter((id) => typeof id === "string" && id.length <= 120 && SLUG.test(id));
    return Array.from(new Set(ids)).slice(0, MOST);
  }

  /* ---- keeping ---- */

  let kept = true;
  /** @type {string[]} */
  let chosen = [];
  /** @type {(() => void)[]} */
  const listeners = [];

  function load() {
    if (!kept) return;
    try {
      chosen = clean(JSON.parse(window.localStorage.getItem(KEY) || "[]"));
    } catch (error) {
      if (error instanceof SyntaxError) chosen = [];
      else kept = false;
    }
  }

  /** @param {string[]} ids */
  function set(ids) {
    chosen = clean(ids);
    try {
      if (chosen.length) window.localStorage.setItem(KEY, JSON.stringify(chosen));
      else window.localStorage.removeItem(KEY);
      kept = true;
    } catch {
      kept = false;
    }
    listeners.forEach((listener) => listener());
  }

  /**
   * Sets a record aside or puts it back; the newest state is read first, so what another tab did is not lost.
   * @param {string} id
   * @returns {boolean} false when four are set aside already
   */
  function toggle(id) {
    load();
    if (!chosen.includes(id) && chosen.length >= MOST) {
      listeners.forEach((listener) => listener());
      return false;
    }
    set(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
    return true;
  }

  const compare = {
    MOST,
    clean,
    clear: () => set([]),
    has: (/** @type {string} */ id) => chosen.includes(id),
    ids: () => chosen.slice(),
    kept: () => kept,
    onChange: (/** @type {() => void} */ listener) => listeners.push(listener),
    set,
    toggle,
  };

  /* ---- the bar ---- */

  /** @type {HTMLElement | null} */
  let bar = null;
  const said = el("p", { role: "status" });
  const link = el("a.k-btn.k-btn--main", {}, icon("compare"), "Сравнить");
  /** Whether the last tick was one too many. */
  let refused = false;

  /** What the bar says. */
  function sayWords() {
    const parts = [el("span", {}, "К сравнению: ", el("b", {}, String(chosen.length)), ` из ${MOST}`)];
    if (refused) parts.push(el("span", {}, "Больше четырёх рядом не прочитать: сначала уберите одну."));
    else if (chosen.length === 1) parts.push(el("span.k-compare__hint", {}, "отметьте ещё хотя бы одну"));
    if (!kept) parts.push(el("span", {}, "Браузер не хранит выбор: он живёт, пока открыта страница."));
    said.replaceChildren(...parts);
  }

  function makeBar() {
    const clear = el("button.k-btn.k-btn--quiet", { type: "button" }, "Очистить");
    clear.addEventListener("click", () => {
      compare.clear();
      const main = document.querySelector(".k-page");
      if (main instanceof HTMLElement) {
        main.tabIndex = -1;
        main.focus({ preventScroll: true });
      }
    });
    return el("div.k-compare", { role: "region", "aria-label": "Выбрано для сравнения", hidden: true }, said, link, clear);
  }

  function showBar() {
    const page = document.querySelector(".k-page");
    if (!page || page.querySelector("[data-compare]")) return;
    if (!bar) {
      if (!chosen.length) return;
      bar = /** @type {HTMLElement} */ (makeBar());
    }
    if (page.lastElementChild !== bar) page.append(bar);
    bar.hidden = !chosen.length;
    page.classList.toggle("k-page--compare", chosen.length > 0);
    link.href = kopilka.page("sravnit?zapisi=" + chosen.join(","));
    sayWords();
  }

  /* ---- the tick and the button ---- */

  /** Ticks and buttons of this page show anew whether their records are set aside. */
  function showAll() {
    const controls = kopilka.all("[data-in-compare]");
    controls.forEach((/** @type {HTMLElement} */ control) => {
      const on = compare.has(control.dataset.inCompare || "");
      if (control instanceof HTMLInputElement) control.checked = on;
      else showButton(control, on);
    });
    if (controls.length) showBar();
  }

  /**
   * @param {HTMLElement} button
   * @param {boolean} on
   */
  function showButton(button, on) {
    button.setAttribute("aria-pressed", String(on));
    button.classList.toggle("k-btn--on", on);
    button.replaceChildren(icon(on ? "check" : "compare"), on ? "В сравнении" : "Сравнить");
  }

  let waiting = false;

  /** Once after all cards of a list have been given their ticks. */
  function showSoon() {
    if (waiting) return;
    waiting = true;
    Promise.resolve().then(() => {
      waiting = false;
      showAll();
    });
  }

  /** @param {string} id */
  function change(id) {
    refused = !toggle(id);
    showAll();
  }

  kopilka.addDeed((/** @type {string} */ id, /** @type {HTMLElement} */ card) => {
    if (NO_RECORDS.includes(card.dataset.kind || "") || "noCompare" in card.dataset) return document.createDocumentFragment();
    const title = card.querySelector("h3");
    const box = el("input", { type: "checkbox", "data-in-compare": id, onchange: () => change(id) });
    const name = el("span.k-vh", {}, " " + (title ? title.textContent : id));
    showSoon();
    return el("label.k-check.k-check--btn", {}, box, el("span", {}, "Сравнить", name));
  });

  kopilka.all(".k-rec[data-record]").forEach((/** @type {HTMLElement} */ record) => {
    const id = record.dataset.record || "";
    const print = record.querySelector(".k-rec__act [data-print]");
    if (!print) return;
    print.before(el("button.k-btn", { type: "button", "data-in-compare": id, onclick: () => change(id) }));
    showSoon();
  });

  window.addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    load();
    listeners.forEach((listener) => listener());
  });
  listeners.push(() => {
    refused = refused && chosen.length >= MOST;
    showAll();
  });

  load();
  kopilka.compare = compare;
})();
