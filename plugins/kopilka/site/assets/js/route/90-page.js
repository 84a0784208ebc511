/**
 * The page «Мой маршрут»: puts its pieces together and draws them anew when the route changes.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const page = /** @type {HTMLElement | undefined} */ (kopilka.all("[data-route-page]")[0]);
  if (!page) return;

  const PRIVACY =
    "Маршрут хранится только в\u00a0этом браузере, на\u00a0сайт ничего не\u00a0отправляется. Чтобы не\u00a0потерять его, сохраните файл или скопируйте ссылку: в\u00a0ней весь маршрут целиком.";
  const UNKEPT = {
    off: "Браузер не\u00a0даёт сайтам хранить данные: маршрут живёт, пока открыта эта страница. Сохраните файл или скопируйте ссылку.",
    full: "В\u00a0памяти браузера нет места: последние изменения живут, пока открыта эта страница. Сохраните файл или скопируйте ссылку.",
  };

  /** @type {{data: RouteData, from: "ссылки" | "файла"} | null} */
  let offer = null;
  let looking = false;
  /** @type {{step: RouteStep, place: number} | null} the step taken out last, to be put back */
  let removed = null;
  /** Typing in a field must not draw that field anew. */
  let quiet = false;
  /** @type {Set<string> | null} the records of the bank */
  let ids = null;
  /** @type {Map<string, Card>} */
  const cards = new Map();

  const announcer = el("p.k-vh", { role: "status" });
  const told = el("div.k-route__told.k-small", { role: "status" });
  const warning = el("div.k-note.k-note--warn.k-gapb", { role: "status", hidden: true });
  const privacy = el("div.k-note.k-gapb", {}, icon("info"), el("p", {}, PRIVACY));
  const offers = el("div");
  const grid = el("div.k-routegrid");
  const app = el("div.k-routeapp");
  const paper = el("div.k-routepaper");

  /** @type {RoutePlace} */
  const place = {
    bank: "Копилка",
    cardOf: (id) => cards.get(id),
    edit(id, patch, still = false) {
      change(still, (own) => own.steps.forEach((step) => step.id === id && Object.assign(step, patch)));
    },
    editGoal(goal) {
      change(true, (own) => Object.assign(own, { goal }));
    },
    isLost: (step) => Boolean(ids && step.kind && !ids.has(step.id)),
    kinds: {},
    labels: {},
    move,
    remove,
    site: null,
    today: route.today(),
  };

  /** @param {boolean} still @param {(own: RouteData) => void} act */
  function change(still, act) {
    quiet = still;
    route.change(act);
    quiet = false;
  }

  /** @param {string} words @param {Node} [more] */
  function say(words, more) {
    told.replaceChildren(el("p", {}, words), more || "");
  }

  /* ---- order, taking out, putting back ---- */

  /** @type {() => RouteStep[]} */
  const counted = () => kopilka.countedSteps(place);

  /** @param {string} id @param {-1 | 1} by */
  function move(id, by) {
    const steps = counted();
    const from = steps.findIndex((step) => step.id === id);
    const other = steps[from + by];
    if (!other) return;
    const order = steps.map((step) => step.id);
    order.splice(from + by, 0, ...order.splice(from, 1));
    setOrder(order, id);
  }

  /** @param {string[]} order ids of the counted steps @param {string} id of the one that moved */
  function setOrder(order, id) {
    change(false, (own) => {
      const rank = (/** @type {RouteStep} */ step) => (order.includes(step.id) ? order.indexOf(step.id) : order.length);
      own.steps.sort((a, b) => rank(a) - rank(b));
    });
    const steps = counted();
    const number = steps.findIndex((step) => step.id === id);
    if (number >= 0) announcer.textContent = `«${steps[number].title}»: теперь шаг ${number + 1} из ${steps.length}.`;
  }

  /** @param {string} id */
  function remove(id) {
    const steps = route.items();
    const index = steps.findIndex((step) => step.id === id);
    if (index < 0) return;
    removed = { step: steps[index], place: index };
    route.remove(id);
    const button = /** @type {HTMLElement | null} */ (grid.querySelector("[data-undo]"));
    if (button) button.focus();
  }

  function undo() {
    if (!removed) return;
    const { step, place: index } = removed;
    removed = null;
    route.add(step.id, step);
    announcer.textContent = `«${step.title}» снова в маршруте, шаг ${index + 1}.`;
    focusOn(step.id, "remove");
  }

  function addOwn() {
    const id = "~" + Date.now().toString(36) + Math.random().toString(36).slice(2, 6);
    removed = null;
    if (route.add(id, { title: "" })) focusOn(id, "title");
    else say(`В маршруте уже ${route.LIMITS.steps} шагов, больше не поместится.`);
  }

  /* ---- drawing ---- */

  /** @param {string} id @param {string} field */
  function focusOn(id, field) {
    const target = kopilka.all(`[data-field="${field}"]`, grid).find((/** @type {HTMLElement} */ one) => {
      const step = one.closest("[data-step]");
      return (step instanceof HTMLElement ? step.dataset.step : "") === id;
    });
    if (target) target.focus();
  }

  /** Draws by `act`; the focus stays on the same field of the same step, the cursor on its letter. */
  function keepingFocus(/** @type {() => void} */ act) {
    const active = document.activeElement;
    const field = active instanceof HTMLElement && grid.contains(active) ? active.dataset.field : "";
    const step = field && active instanceof HTMLElement ? active.closest("[data-step]") : null;
    const typed = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === "text");
    const cursor = typed ? active.selectionStart : null;
    act();
    if (!field) return;
    focusOn(step instanceof HTMLElement ? step.dataset.step || "" : "", field);
    const now = document.activeElement;
    if (cursor !== null && (now instanceof HTMLTextAreaElement || now instanceof HTMLInputElement)) now.setSelectionRange(cursor, cursor);
  }

  const aside = el("aside.k-routeside", { "aria-label": "Итоги маршрута" });
  function drawAside() {
    const steps = counted();
    aside.hidden = !steps.length;
    aside.replaceChildren(...(steps.length ? kopilka.drawSide(place, steps) : []));
  }

  function drawGrid() {
    keepingFocus(() => {
      const open = Boolean(grid.querySelector(".k-goal__more[open]"));
      grid.replaceChildren(el("div", {}, kopilka.drawGoal(place), kopilka.drawSteps(place, { addOwn, removed, setOrder, undo })), aside);
      const more = grid.querySelector(".k-goal__more");
      if (open && more) more.setAttribute("open", "");
    });
    drawAside();
  }

  function drawWarning() {
    const storage = route.storage();
    warning.hidden = storage === "kept";
    privacy.hidden = storage !== "kept";
    warning.replaceChildren(...(storage === "kept" ? [] : [icon("warning"), el("p", {}, UNKEPT[storage])]));
  }

  const tools = kopilka.routeTools.drawTools(place, { prepare: drawPaper, say, take: (/** @type {RouteData} */ data) => propose(data, "файла") });

  /** The document for the printer, made when it is asked for; a route on show is the document. */
  function drawPaper() {
    const title = looking && offer ? "Маршрут из " + offer.from : "Мой маршрут";
    paper.replaceChildren(kopilka.drawSheet(place, looking && offer ? offer.data : route.get(), title));
  }

  function draw() {
    drawWarning();
    tools.show(route.items().length > 0);
    grid.hidden = looking;
    tools.box.hidden = looking;
    /** @type {HTMLElement} */ (page).classList.toggle("is-looking", looking);
    offers.replaceChildren(offer ? kopilka.routeOffer.drawOffer(offer, looking, { back, look, print: () => kopilka.routeTools.print(drawPaper), taken }) : "");
    if (looking) drawPaper();
    drawGrid();
  }

  /* ---- a route that came from elsewhere ---- */

  function focusOffer() {
    const words = offers.querySelector("[tabindex]");
    if (words instanceof HTMLElement) words.focus();
  }

  function look() {
    looking = true;
    draw();
    focusOffer();
  }

  /** The address forgets the route, so that a reload does not offer it again. */
  function back() {
    offer = null;
    looking = false;
    if (kopilka.carry.carries(window.location.hash)) window.history.replaceState(null, "", window.location.pathname + window.location.search);
    draw();
  }

  /** @param {string} words @param {(() => void) | null} revert */
  function taken(words, revert) {
    removed = null;
    back();
    const again = () => {
      /** @type {() => void} */ (revert)();
      say("Прежний маршрут вернулся.");
    };
    say(words, revert ? el("button.k-btn", { type: "button", onclick: again }, icon("reset"), "Вернуть прежний") : undefined);
    refresh();
  }

  /** @param {RouteData} data @param {"ссылки" | "файла"} from */
  function propose(data, from) {
    if (JSON.stringify(kopilka.route.pack(data)) === JSON.stringify(kopilka.route.pack(route.get()))) {
      say(`Маршрут из ${from} – тот же, что уже открыт.`);
      return;
    }
    if (!data.steps.length && !data.goal) {
      say(`В маршруте из ${from} ни одного шага: открывать нечего.`);
      return;
    }
    offer = { data, from };
    looking = false;
    draw();
    focusOffer();
  }

  function readHash() {
    if (!kopilka.carry.carries(window.location.hash)) return;
    kopilka.carry.fromHash(window.location.hash).then(
      (/** @type {RouteData} */ data) => propose(data, "ссылки"),
      (/** @type {Error} */ error) => say(error.message)
    );
  }

  /** Brings what the bank says of the records now; the steps follow it. */
  async function refresh() {
    bringCodes();
    const newer = await kopilka.freshen(route.items(), ids, cards);
    if (newer) change(false, newer);
    else draw();
  }

  /** A printer started from the browser's menu waits for nothing: the codes are brought when there is time. */
  function bringCodes() {
    const later = window.requestIdleCallback || window.setTimeout;
    if (route.items().some((step) => step.url)) later(() => kopilka.part("qr").catch(() => undefined));
  }

  async function begin() {
    const [manifest, list] = await Promise.allSettled([kopilka.data("manifest"), kopilka.data("ids")]);
    if (manifest.status === "fulfilled") Object.assign(place, { bank: manifest.value.bank, kinds: manifest.value.kinds, site: manifest.value.site });
    if (list.status === "fulfilled") ids = new Set(list.value.split("\n"));
    kopilka.all("[data-route-deficits] li").forEach((/** @type {HTMLElement} */ item) => {
      place.labels[item.dataset.id || ""] = (item.textContent || "").trim();
    });
    /** @type {HTMLElement} */ (document.querySelector(".k-pagehead")).append(tools.box);
    app.append(told, warning, privacy, offers, announcer, grid);
    /** @type {HTMLElement} */ (page).append(app, paper);
    route.onChange((source) => {
      if (source === "other") say("Маршрут изменили в другой вкладке: показан новый.");
      if (quiet) drawAside();
      else draw();
    });
    window.addEventListener("beforeprint", drawPaper);
    window.addEventListener("hashchange", readHash);
    draw();
    readHash();
    refresh();
  }

  begin();
})();
