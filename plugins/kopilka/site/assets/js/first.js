/**
 * Runs in <head> before anything is painted and puts the reader's remembered choices on <html>.
 *
 * A classic script on purpose: pages are also opened straight from a disk, where modules do not load.
 */
(function () {
  "use strict";

  const KEY = "kopilka";

  /**
   * Every choice with the values it may take; anything else in the storage is ignored.
   * @type {Record<string, string[]>}
   */
  const VALUES = {
    scheme: ["default", "slate"],
    size: ["125", "150", "200"],
    space: ["wide", "widest"],
    color: ["bw", "wb", "blue", "beige"],
    img: ["off"],
  };

  const root = document.documentElement;
  const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");

  /**
   * Leaves only known names with allowed values.
   * @param {*} raw whatever the storage held
   * @returns {Record<string, string>}
   */
  function clean(raw) {
    /** @type {Record<string, string>} */
    const choices = {};
    Object.entries(VALUES).forEach(([name, values]) => {
      if (raw && values.includes(raw[name])) choices[name] = raw[name];
    });
    return choices;
  }

  /**
   * The remembered choices; none when the storage is closed, empty or spoilt.
   * @returns {Record<string, string>}
   */
  function read() {
    try {
      return clean(JSON.parse(window.localStorage.getItem(KEY) || "{}"));
    } catch {
      return {};
    }
  }

  /**
   * Remembers the choices.
   * @param {Record<string, string>} choices
   * @returns {boolean} false when the browser does not let sites keep anything
   */
  function write(choices) {
    try {
      window.localStorage.setItem(KEY, JSON.stringify(choices));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Shows the choices: the scheme and up to four attributes on <html>; the rest is CSS.
   * @param {Record<string, string>} choices
   */
  function apply(choices) {
    const scheme = choices.scheme || (darkSystem.matches ? "slate" : "default");
    root.setAttribute("data-md-color-scheme", scheme);
    ["size", "space", "color", "img"].forEach((name) => {
      if (choices[name]) root.setAttribute("data-a11y-" + name, choices[name]);
      else root.removeAttribute("data-a11y-" + name);
    });
  }

  /**
   * All elements matching a selector.
   * @param {string} selector
   * @param {ParentNode} [within]
   * @returns {HTMLElement[]}
   */
  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  root.classList.remove("no-js");
  root.classList.add("js");
  apply(read());
  window.kopilka = { all, apply, clean, darkSystem, key: KEY, read, write };
})();
