/**
 * The body of a record, built by hand from the HTML of its page: only elements and attributes that bodies have.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** Stands in the data for the way to the site's root, see site/view.py. */
  const ROOT = "\ue000";
  const ELEMENTS = new Set(
    "A ABBR BLOCKQUOTE BR CAPTION CODE DD DIV DL DT EM FIGCAPTION FIGURE H3 H4 H5 H6 HR IMG LI OL P PRE S SECTION STRONG SUP TABLE TBODY TD TH THEAD TR UL".split(" ")
  );
  const ATTRIBUTES = ["alt", "aria-label", "class", "data-l", "height", "lang", "rel", "role", "scope", "start", "tabindex", "title", "width"];

  /**
   * Where a link or a picture of a body leads from here; "" for nowhere.
   * @param {string} address
   * @param {string} prefix of the article's own places
   * @returns {string}
   */
  function lead(address, prefix) {
    if (address.startsWith("#")) return "#" + prefix + address.slice(1);
    if (address.startsWith(ROOT)) {
      const [, path, rest] = /** @type {RegExpExecArray} */ (/^([^#]*)(.*)$/.exec(address.slice(ROOT.length)));
      return kopilka.page(path.replace(/(^|\/)index\.html$/, "$1")) + rest;
    }
    return /^(https?:|mailto:)/.test(address) ? address : "";
  }

  /**
   * @param {Element} source
   * @param {string} prefix
   * @returns {HTMLElement}
   */
  function copyElement(source, prefix) {
    const copy = document.createElement(source.tagName.toLowerCase());
    ATTRIBUTES.forEach((name) => {
      const value = source.getAttribute(name);
      if (value !== null) copy.setAttribute(name, value);
    });
    if (source.id) copy.id = prefix + source.id;
    const [href, src] = ["href", "src"].map((name) => lead(source.getAttribute(name) || "", prefix));
    if (copy instanceof HTMLAnchorElement && href) copy.href = href;
    if (copy instanceof HTMLImageElement && src) copy.src = src;
    copy.append(...copies(source, prefix));
    return copy;
  }

  /**
   * @param {Node} source
   * @param {string} prefix
   * @returns {Node[]} what stands inside; an element that bodies do not have gives way to its words
   */
  function copies(source, prefix) {
    return Array.from(source.childNodes).flatMap((child) => {
      if (child instanceof Text) return [document.createTextNode(child.data)];
      if (!(child instanceof Element)) return [];
      return ELEMENTS.has(child.tagName) ? [copyElement(child, prefix)] : copies(child, prefix);
    });
  }

  /**
   * The body as elements of this page.
   * @param {string} html from data/articles/ID.js
   * @param {string} prefix that makes its places unlike those of other articles
   * @returns {HTMLElement}
   */
  function drawBody(html, prefix) {
    const read = new DOMParser().parseFromString(html, "text/html"); // inert: nothing in it loads or runs
    return kopilka.el("div.k-prose", {}, ...copies(read.body, prefix));
  }

  kopilka.drawBody = drawBody;
})();
