/** The drafts that were put aside: a list to open one again or to delete it. */
(function () {
  "use strict";

  const { el, form, icon } = window.kopilka;
  const HEADING = "otlozhennye";

  /** @type {(kept: {at: string, draft: FormDraft}) => {name: string, when: string}} */
  function wordsOf({ at, draft }) {
    const day = new Date(at);
    const when = isNaN(day.getTime()) ? "" : day.toLocaleString("ru", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
    return { name: form.text(draft.values.title).trim() || "Без названия", when };
  }

  /**
   * The button that shows the list, and the list; both hide where nothing is put aside.
   * @param {any} held as `openDrafts` gives it
   * @param {{open: (number: number, name: string) => void, told: (words: string) => void, home: () => HTMLElement | null}} does
   *   `home` is where the hands go when the list is gone
   */
  function drawAside(held, does) {
    const toggle = el("button.k-btn", { type: "button", "aria-expanded": "false", "aria-controls": HEADING + "-l", "data-form-aside": true });
    const list = el("ul");
    const panel = el("section.k-aside", { id: HEADING + "-l", "aria-labelledby": HEADING, hidden: true }, el("h2", { id: HEADING }, "Отложенные черновики"), el("p.k-help", {}, `Они хранятся только в этом браузере, не больше ${held.most}: новый вытесняет самый старый. Нужное сохраните файлом.`), list);

    /** @type {(shown: boolean) => void} */
    function turn(shown) {
      panel.hidden = !shown;
      toggle.setAttribute("aria-expanded", String(shown));
    }

    /** @type {(number: number, item: HTMLElement, words: {name: string, when: string}) => void} nothing is deleted before it is asked */
    function ask(number, item, { name }) {
      const stay = el("button.k-btn", { type: "button", onclick: () => draw(number) }, "Оставить");
      const away = el("button.k-btn", { type: "button", onclick: () => remove(number, name) }, icon("close"), "Да, удалить");
      item.replaceChildren(el("span", { id: HEADING + "-q" }, `Удалить «${name}» насовсем?`), el("span.k-btns", { role: "group", "aria-labelledby": HEADING + "-q" }, stay, away));
      stay.focus();
    }

    /** @type {(number: number, name: string) => void} */
    function remove(number, name) {
      held.remove(number);
      draw(Math.min(number, held.drafts.aside.length - 1));
      does.told(`Черновик «${name}» удалён.`);
    }

    /** @type {(kept: {at: string, draft: FormDraft}, number: number) => HTMLElement} */
    function drawOne(kept, number) {
      const words = wordsOf(kept);
      const label = [words.name, words.when].filter(Boolean).join(", ");
      const item = el("li");
      const open = el("button.k-btn", { type: "button", "aria-label": "Открыть: " + label, onclick: () => (turn(false), does.open(number, words.name)) }, "Открыть");
      const away = el("button.k-btn", { type: "button", "aria-label": "Удалить: " + label, onclick: () => ask(number, item, words) }, "Удалить");
      item.append(el("span", {}, el("b", {}, words.name), Boolean(words.when) && el("span.k-small.k-dim", {}, words.when)), el("span.k-btns", {}, open, away));
      return item;
    }

    /** @type {(focus?: number) => void} */
    function draw(focus) {
      const { aside } = held.drafts;
      toggle.replaceChildren(icon("file"), `Отложенные черновики: ${aside.length}`);
      toggle.hidden = !aside.length;
      if (!aside.length) turn(false);
      list.replaceChildren(...aside.map(drawOne));
      if (focus === undefined) return;
      const control = list.children[focus] ? list.children[focus].querySelector("button") : does.home();
      if (control) control.focus();
    }

    toggle.addEventListener("click", () => turn(panel.hidden));
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      turn(false);
      toggle.focus();
    });
    draw();
    return { draw, panel, toggle };
  }

  Object.assign(form, { drawAside });
})();
