/**
 * Taking the route along: paper, a link, a calendar, a file; and a file opened again.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  /** Bytes: a route with everything in it is smaller. */
  const LARGEST = 3000000;

  /** Where the link leads: this site, or where the bank lives when this is a copy on a disk. */
  function pageAddress(/** @type {RoutePlace} */ place) {
    const here = kopilka.page("marshrut");
    return /^https?:/.test(here) ? here : kopilka.publicAddress("marshrut", place.site) || here;
  }

  /**
   * @param {RoutePlace} place
   * @param {(words: string, more?: Node) => void} say
   */
  async function copyLink(place, say) {
    const link = pageAddress(place) + (await kopilka.carry.hashOf(route.get()));
    if (link.length > kopilka.carry.TOO_LONG) {
      say("Маршрут слишком велик для ссылки: передайте его файлом, кнопка «Сохранить файл».");
      return;
    }
    if (!(await kopilka.copy(link))) {
      const field = el("input.k-input", { readonly: true, "aria-label": "Ссылка на маршрут", value: link, onfocus: () => field.select() });
      say("Браузер не дал скопировать ссылку. Выделите и скопируйте её сами:", field);
      return;
    }
    const long = link.length > kopilka.carry.LONG ? ` Она длинная (${kopilka.count(link.length, ["знак", "знака", "знаков"])}): почта или мессенджер могут её обрезать, надёжнее послать файл.` : "";
    const disk = link.startsWith("file:") ? " Сайт открыт с диска, поэтому она откроется только на этом компьютере: коллеге пошлите файл." : "";
    say(`Ссылка скопирована, в ней весь маршрут вместе с заметками.${long}${disk}`);
  }

  /** @param {RoutePlace} place @param {(words: string) => void} say */
  function saveCalendar(place, say) {
    const steps = route.items().filter((step) => !place.isLost(step) && (step.from || step.to));
    if (!steps.length) {
      say("Пока ни у одного шага нет понятной даты. Впишите её в поле «Когда», и шаг попадёт в календарь.");
      return;
    }
    const items = steps.map((step) => ({
      address: step.url ? kopilka.publicAddress(step.url, place.site) : "",
      deed: kopilka.sums.deedOf(step, place.kinds),
      step,
    }));
    kopilka.saveFile(`marshrut-${route.today()}.ics`, "text/calendar;charset=utf-8", kopilka.calendar(items, new Date()));
    say(`В файле для календаря ${kopilka.count(steps.length, ["событие", "события", "событий"])}. Откройте его в календаре на телефоне или в почте.`);
  }

  /** @param {(words: string) => void} say */
  function saveFile(say) {
    kopilka.saveFile(`marshrut-${route.today()}.json`, "application/json", kopilka.carry.toFile(route.get()));
    say("Файл сохранён. Открыть его можно здесь же, на любом компьютере: кнопка «Открыть файл».");
  }

  /**
   * @param {(data: RouteData) => void} take
   * @param {(words: string) => void} say
   * @returns {HTMLInputElement} the hidden field that asks for a file
   */
  function fileField(take, say) {
    const field = el("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "Файл маршрута", onchange: open });
    async function open() {
      const file = field.files && field.files[0];
      field.value = "";
      if (!file) return;
      try {
        if (file.size > LARGEST) throw new Error("Файл слишком велик: маршрут столько не занимает. Похоже, это другой файл.");
        take(kopilka.carry.fromFile(await file.text()));
      } catch (error) {
        say(error instanceof Error ? error.message : "Файл не открылся.");
      }
    }
    return field;
  }

  /** Paper: the codes are brought first, and the printing does not wait for them longer than they take. */
  function print(/** @type {() => void} */ prepare) {
    kopilka.part("qr").then(prepare, prepare).then(() => window.print());
  }

  /** The records of the route as a small book, in the order of the steps. */
  function openBook(/** @type {RoutePlace} */ place) {
    const known = route.items().filter((step) => step.url && !place.isLost(step));
    window.location.assign(kopilka.ownBook(known.map((step) => step.id)));
  }

  /**
   * The buttons at the head of the page.
   * @param {RoutePlace} place
   * @param {{say: (words: string, more?: Node) => void, take: (data: RouteData) => void, prepare: () => void}} page
   * @returns {{box: HTMLElement, show: (filled: boolean) => void}} the box, and how it shows what makes sense
   */
  function drawTools(place, page) {
    const field = fileField(page.take, page.say);
    /** @param {string} sign @param {string} words @param {() => void} act @param {string} [look] */
    const button = (sign, words, act, look = "") => el("button.k-btn" + look, { type: "button", onclick: act }, icon(sign), words);
    const filled = [
      button("print", "Напечатать, A4", () => print(page.prepare), ".k-btn--main"),
      button("link", "Скопировать ссылку", () => copyLink(place, page.say)),
      button("calendar", "В календарь", () => saveCalendar(place, page.say)),
      button("collection", "Сборник", () => openBook(place)),
      button("save", "Сохранить файл", () => saveFile(page.say)),
    ];
    const box = el("div.k-btns.k-route__tools", {}, ...filled, button("file-open", "Открыть файл", () => field.click()), field);
    const show = (/** @type {boolean} */ has) => {
      filled.forEach((one) => {
        one.hidden = !has;
      });
    };
    return { box, show };
  }

  kopilka.routeTools = { drawTools, print };
})();
