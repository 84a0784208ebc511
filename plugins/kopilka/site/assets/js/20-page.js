/**
 * What a page adds to plain HTML: copying, tabs of the citation, the filter of a road map,
 * the mark in «На этой странице», printing. Without it every one of these parts is still readable.
 */
(function () {
  "use strict";

  /** @type {(selector: string, within?: ParentNode) => HTMLElement[]} */
  const all = window.kopilka.all;

  /* ---- copying ---- */

  /**
   * The text a copy button stands for: the page's address, or the shown variant of the citation.
   * @param {HTMLElement} button
   * @returns {string}
   */
  function textOf(button) {
    if (button.hasAttribute("data-copy-link")) return window.location.href.split("#")[0];
    const shown = all("[data-tab]", button.closest("[data-tabs]") || document).find((tab) => !tab.hidden);
    return shown ? (shown.textContent || "").trim() : "";
  }

  /**
   * Copies the old way, for sites served without https, where the clipboard is closed to scripts.
   * @param {string} text
   * @returns {boolean}
   */
  function copyBySelection(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "k-vh";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether the text is in the clipboard now
   */
  function copy(text) {
    if (!window.navigator.clipboard) return Promise.resolve(copyBySelection(text));
    return window.navigator.clipboard.writeText(text).then(
      () => true,
      () => copyBySelection(text)
    );
  }

  all("[data-copy],[data-copy-link]").forEach((button) => {
    button.hidden = false;
    const label = button.querySelector("span") || button;
    const before = label.textContent;
    label.setAttribute("role", "status");
    button.addEventListener("click", () => {
      copy(textOf(button)).then((done) => {
        label.textContent = done ? "Скопировано" : "Не получилось, выделите и скопируйте сами";
        button.focus();
        window.setTimeout(() => {
          label.textContent = before;
        }, 2000);
      });
    });
  });

  /* ---- tabs: without scripts all variants stand one under another ---- */

  all("[data-tabs]").forEach((box) => {
    function show() {
      const chosen = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (box.querySelector("input:checked,select"));
      all("[data-tab]", box).forEach((tab) => {
        tab.hidden = chosen !== null && tab.dataset.tab !== chosen.value;
      });
    }
    all("fieldset,[data-choice]", box).forEach((choice) => {
      choice.hidden = false;
    });
    box.addEventListener("change", show);
    show();
  });

  /* ---- road map: narrow it to a state and to one who answers ---- */

  /** @type {HTMLFormElement[]} */ (all("form[data-roadmap-filter]")).forEach((form) => {
    const table = form.parentElement && form.parentElement.querySelector("[data-roadmap]");
    if (!table) return;
    const rows = all("[data-state]", table);
    const shown = document.createElement("p");
    shown.className = "k-vh";
    shown.setAttribute("role", "status");
    form.append(shown);

    form.addEventListener("change", () => {
      const state = /** @type {HTMLInputElement | null} */ (form.querySelector("input:checked"));
      const who = form.querySelector("select");
      rows.forEach((row) => {
        const rightState = !state || !state.value || row.dataset.state === state.value;
        const rightWho = !who || who.selectedIndex < 1 || (row.dataset.who || "").split("|").includes(who.value);
        row.hidden = !(rightState && rightWho);
      });
      all("tbody", table).forEach((group) => {
        group.hidden = all("[data-state]", group).every((row) => row.hidden);
      });
      shown.textContent = "Показано работ: " + rows.filter((row) => !row.hidden).length;
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  });

  /* ---- «На этой странице»: the section being read ---- */

  /**
   * Which heading is being read: the last one that has passed the line.
   * @param {number[]} tops distances of the headings from the top of the window, in their order
   * @param {number} line
   * @returns {number} its index; the first one before any has passed
   */
  function headingAt(tops, line) {
    let found = 0;
    tops.forEach((top, index) => {
      if (top <= line) found = index;
    });
    return found;
  }

  const links = /** @type {HTMLAnchorElement[]} */ (all("[data-spy] a[href^='#']"));
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

  function mark() {
    const tops = headings.map((heading) => (heading ? heading.getBoundingClientRect().top : Infinity));
    const current = headingAt(tops, window.innerHeight / 4);
    links.forEach((link, index) => {
      link.classList.toggle("md-nav__link--active", index === current);
      if (index === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  if (links.length) {
    let waiting = false;
    window.addEventListener(
      "scroll",
      () => {
        if (waiting) return;
        waiting = true;
        window.requestAnimationFrame(() => {
          waiting = false;
          mark();
        });
      },
      { passive: true }
    );
    mark();
  }

  /* ---- printing, and folders opened from a disk ---- */

  all("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (window.kopilka.beforePrint) await window.kopilka.beforePrint();
      window.print();
    });
  });

  /**
   * From a disk a folder does not open its page by itself, so the page is named.
   * @param {HTMLAnchorElement} link
   */
  function nameIndex(link) {
    const address = new URL(link.href, window.location.href);
    if (address.protocol !== "file:" || !address.pathname.endsWith("/")) return;
    address.pathname += "index.html";
    link.href = address.href;
  }

  if (window.location.protocol === "file:") {
    /** @type {HTMLAnchorElement[]} */ (all("a[href]")).forEach(nameIndex);
  }

  Object.assign(window.kopilka, { copy, headingAt });
})();
