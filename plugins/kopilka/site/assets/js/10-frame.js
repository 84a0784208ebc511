/**
 * The frame's controls: light and dark, the panel «Для слабовидящих», the drawer on a narrow screen.
 */
(function () {
  "use strict";

  const store = window.kopilka;
  /** @type {(selector: string, within?: ParentNode) => HTMLElement[]} */
  const all = store.all;
  const root = document.documentElement;
  let choices = store.read();

  /**
   * Calls `act` with the element when any element matching the selector is clicked.
   * @param {string} selector
   * @param {(target: HTMLElement, event: Event) => void} act
   */
  function onClick(selector, act) {
    document.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target) act(/** @type {HTMLElement} */ (target), event);
    });
  }

  /* ---- light and dark ---- */

  function nameScheme() {
    const dark = root.getAttribute("data-md-color-scheme") === "slate";
    all("[data-theme-toggle] span").forEach((label) => {
      label.textContent = dark ? "Светлая тема" : "Тёмная тема";
    });
  }

  /**
   * Takes new choices: shows them, names the button after them, keeps them.
   * @param {Record<string, string>} next
   */
  function choose(next) {
    choices = store.clean(next);
    store.apply(choices);
    nameScheme();
    tellStorage(store.write(choices));
  }

  onClick("[data-theme-toggle]", () => {
    const dark = root.getAttribute("data-md-color-scheme") === "slate";
    choose(Object.assign({}, choices, { scheme: dark ? "default" : "slate" }));
  });

  store.darkSystem.addEventListener("change", () => {
    store.apply(choices);
    nameScheme();
  });

  window.addEventListener("storage", (event) => {
    if (event.key !== store.key) return;
    choices = store.read();
    store.apply(choices);
    nameScheme();
    markPanel();
  });

  /* ---- «Для слабовидящих» ---- */

  const GROUPS = [
    { name: "size", title: "Размер букв", options: [["", "100 %"], ["125", "125 %"], ["150", "150 %"], ["200", "200 %"]] },
    { name: "space", title: "Интервалы", options: [["", "Обычные"], ["wide", "Широкие"], ["widest", "Большие"]] },
    { name: "img", title: "Картинки", options: [["", "Показывать"], ["off", "Описания"]] },
    {
      name: "color",
      title: "Цвета",
      options: [["", "Как на сайте"], ["bw", "Чёрным по белому"], ["wb", "Белым по чёрному"], ["blue", "Синим"], ["beige", "Коричневым"]],
    },
  ];

  /** @type {HTMLElement | null} */
  let panel = null;
  /** @type {HTMLElement | null} */
  let opener = null;

  /**
   * A new element with a class and a text.
   * @param {string} tag
   * @param {string} [className]
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /**
   * One row of the panel: a group of radio buttons.
   * @param {{name: string, title: string, options: string[][]}} group
   * @returns {HTMLElement}
   */
  function makeGroup(group) {
    const fieldset = make("fieldset");
    const row = make("div", group.name === "color" ? "k-seg k-seg--colors" : "k-seg");
    group.options.forEach(([value, title]) => {
      const label = make("label");
      const input = document.createElement("input");
      input.type = "radio";
      input.name = "a11y-" + group.name;
      input.value = value;
      const face = make("span", "", title);
      if (group.name === "color" && value) face.dataset.c = value;
      label.append(input, face);
      row.append(label);
    });
    fieldset.append(make("legend", "", group.title), row);
    return fieldset;
  }

  /** The panel is made when it is first asked for: without scripts it could do nothing. */
  function makePanel() {
    const section = make("section", "k-a11y");
    section.id = "a11y";
    section.setAttribute("aria-label", "Настройки для слабовидящих");
    section.hidden = true;
    const inner = make("div", "md-grid k-a11y__in");
    GROUPS.forEach((group) => inner.append(makeGroup(group)));
    const end = make("div", "k-a11y__end");
    const reset = make("button", "k-btn", "Вернуть как было");
    const close = make("button", "k-btn", "Закрыть");
    [reset, close].forEach((button) => button.setAttribute("type", "button"));
    const note = make("p", "", "Сохраняется в этом браузере.");
    note.setAttribute("role", "status");
    end.append(reset, close, note);
    inner.append(end);
    section.append(inner);

    reset.addEventListener("click", () => {
      choose(choices.scheme ? { scheme: choices.scheme } : {});
      markPanel();
    });
    close.addEventListener("click", () => showPanel(false));
    section.addEventListener("keydown", (event) => {
      if (event.key === "Escape") showPanel(false);
    });
    section.addEventListener("change", (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      const next = Object.assign({}, choices);
      next[input.name.replace("a11y-", "")] = input.value;
      describeImages();
      choose(next);
    });
    document.body.insertBefore(section, document.querySelector(".md-header"));
    return section;
  }

  /** Ticks the radio buttons that stand for the present choices. */
  function markPanel() {
    if (!panel) return;
    /** @type {HTMLInputElement[]} */ (all("input", panel)).forEach((input) => {
      input.checked = input.value === (choices[input.name.replace("a11y-", "")] || "");
    });
  }

  /**
   * Says honestly whether the choices will be there next time.
   * @param {boolean} kept
   */
  function tellStorage(kept) {
    const note = panel && panel.querySelector("[role=status]");
    if (!note) return;
    note.textContent = kept
      ? "Сохраняется в этом браузере."
      : "Браузер не разрешает сохранять настройки: они действуют, пока открыта эта страница.";
  }

  /** @param {boolean} open */
  function showPanel(open) {
    panel = panel || makePanel();
    panel.hidden = !open;
    all("[data-a11y-toggle]").forEach((button) => button.setAttribute("aria-expanded", String(open)));
    if (open) {
      markPanel();
      closeDrawer();
      /** @type {HTMLElement} */ (panel.querySelector("input:checked")).focus();
      panel.scrollIntoView({ block: "start" });
    } else if (opener) {
      opener.focus();
    }
  }

  onClick("[data-a11y-toggle]", (button) => {
    opener = button;
    showPanel(panel === null || Boolean(panel.hidden));
  });

  onClick('a[href$="#a11y"]', (link, event) => {
    event.preventDefault();
    opener = link;
    showPanel(true);
  });

  /** Puts the description of every picture after it; CSS shows one of the two. */
  function describeImages() {
    all(".k-page img[alt]").forEach((image) => {
      const alt = image.getAttribute("alt");
      const next = image.nextElementSibling;
      if (!alt || (next && next.classList.contains("k-alt"))) return;
      image.after(make("span", "k-alt", "Картинка: " + alt));
    });
  }

  /* ---- the drawer ---- */

  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const menu = document.querySelector("button.k-menu");

  /** @param {boolean} open */
  function showDrawer(open) {
    if (!toggle || !menu) return;
    toggle.checked = open;
    menu.setAttribute("aria-expanded", String(open));
    const first = document.querySelector(".md-nav--primary a");
    if (open && first instanceof HTMLElement) first.focus();
  }

  function closeDrawer() {
    if (toggle && toggle.checked) showDrawer(false);
  }

  if (menu && toggle) {
    menu.addEventListener("click", () => showDrawer(!toggle.checked));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      showDrawer(false);
      /** @type {HTMLElement} */ (menu).focus();
    });
  }

  nameScheme();
  if (root.hasAttribute("data-a11y-img")) describeImages();
})();
