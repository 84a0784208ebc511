/**
 * Elements built by hand. Every text goes in as text: titles, queries and stored notes are a stranger's.
 */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const kopilka = window.kopilka;
  /** @type {Map<string, SVGElement>} */
  const drawn = new Map();

  /**
   * An element with its attributes and what stands in it.
   * @param {string} name «div», «a.k-btn.k-btn--main»
   * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
   *   true gives an attribute without a value, false and null give none; `onclick` and the like take a function
   * @param {...(Node | string | null | undefined | false)} children
   * @returns {any} an HTMLElement; the caller knows which
   */
  function el(name, attributes, ...children) {
    const [tag, ...classes] = name.split(".");
    const element = document.createElement(tag);
    if (classes.length) element.className = classes.join(" ");
    Object.entries(attributes || {}).forEach(([key, value]) => {
      if (typeof value === "function") element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, String(value));
    });
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  /**
   * An icon by its name, always beside words; an unknown name gives the neutral circle.
   * @param {string} name
   * @returns {SVGElement}
   */
  function icon(name) {
    let known = drawn.get(name);
    if (!known) {
      const source = kopilka.icons[name] || kopilka.icons.circle;
      const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}" viewBox="0 0 24 24">${source}</svg>`, "image/svg+xml");
      known = /** @type {SVGElement} */ (/** @type {Element} */ (document.importNode(parsed.documentElement, true)));
      known.setAttribute("class", "k-i");
      known.setAttribute("aria-hidden", "true");
      drawn.set(name, known);
    }
    return /** @type {SVGElement} */ (known.cloneNode(true));
  }

  const rules = new Intl.PluralRules("ru");

  /**
   * «5 записей»: the number with the right form of the noun, a no-break space between.
   * @param {number} number
   * @param {[string, string, string]} forms запись, записи, записей
   * @returns {string}
   */
  function count(number, forms) {
    const form = { one: 0, few: 1 }[rules.select(number)] ?? 2;
    return number.toLocaleString("ru") + "\u00a0" + forms[form];
  }

  /** Milliseconds in which any browser has begun to save a file. */
  const SAVED = 60000;

  /**
   * Gives the reader a file made in the page.
   * @param {string} name
   * @param {string} type
   * @param {BlobPart} content
   */
  function saveFile(name, type, content) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = el("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), SAVED);
  }

  /**
   * Says that a part of the page did not open, and lets the reader try again.
   * @param {string} what «Подбор не открылся.»
   * @param {unknown} error
   * @param {() => void} act
   * @returns {HTMLElement[]}
   */
  function failure(what, error, act) {
    const words = what + " " + (error instanceof Error ? error.message : "");
    const again = el("button.k-btn", { type: "button", onclick: () => act() }, icon("reset"), "Попробовать ещё раз");
    const note = el("div.k-note.k-note--warn", { role: "alert" }, icon("warning"), el("p", {}, words));
    return [note, el("p.k-btns", {}, again)];
  }

  Object.assign(kopilka, { count, el, failure, icon, saveFile });
})();
