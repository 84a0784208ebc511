/**
 * Brings what a page needs only now and then: scripts (parts) and data, each once.
 *
 * Data travels as classic scripts that call `kopilka.receive`, because a page opened from a disk may ask
 * for nothing else. Every data file names the build it belongs to: a browser that kept some files of an
 * older build notices it and asks for the newer ones.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL(own.dataset.base || "./", document.baseURI);
  const flat = own.dataset.flat !== undefined;
  /** @type {Record<string, string>} */
  const parts = JSON.parse(own.dataset.parts || "{}");

  /** @type {Map<string, Promise<any>>} what was asked for: «part search», «data facets» */
  const asked = new Map();
  /** @type {Map<string, {stamp: string, value: any}>} data files as they arrive */
  const arrived = new Map();

  /**
   * Adds a script to the page.
   * @param {string} path from the root of the site
   * @returns {Promise<void>} rejected when the file is not there
   */
  function addScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = file(path);
      script.onload = () => resolve();
      script.onerror = () => reject(new Error("Не загрузился файл " + path));
      script.addEventListener("load", () => script.remove());
      document.head.append(script);
    });
  }

  /**
   * Does a thing once; a failed attempt may be made again.
   * @template T
   * @param {string} key
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  function once(key, act) {
    let promise = asked.get(key);
    if (!promise) {
      promise = act();
      asked.set(key, promise);
      promise.catch(() => asked.delete(key));
    }
    return promise;
  }

  /**
   * A part of the scripts: «search», «catalogue».
   * @param {string} name
   * @returns {Promise<void>}
   */
  function part(name) {
    return once("part " + name, () => addScript(parts[name]));
  }

  /**
   * Called by a data file.
   * @param {string} name
   * @param {string} stamp the build it belongs to
   * @param {any} value
   */
  function receive(name, stamp, value) {
    arrived.set(name, { stamp, value });
  }

  /**
   * @param {string} name
   * @param {string} query makes the browser ask anew where it may have kept an older file
   * @returns {Promise<{stamp: string, value: any}>}
   */
  async function bring(name, query) {
    await addScript("data/" + name + ".js?" + query);
    const file = arrived.get(name);
    arrived.delete(name);
    if (!file) throw new Error("В файле нет данных: " + name);
    return file;
  }

  /** @returns {Promise<{stamp: string, value: Manifest}>} */
  function bringManifest() {
    return once("manifest", () => bring("manifest", String(Math.floor(Date.now() / 60000))));
  }

  /**
   * A data file of the site: «facets», «cards-3».
   * @param {string} name
   * @returns {Promise<any>} rejected when it is not there, or when the site was built anew meanwhile
   */
  function data(name) {
    return once("data " + name, async () => {
      const manifest = await bringManifest();
      if (name === "manifest") return manifest.value;
      const file = await bring(name, manifest.stamp);
      if (file.stamp !== manifest.stamp) throw new Error("Сайт обновился: откройте страницу заново.");
      return file.value;
    });
  }

  /**
   * A data file that stands for itself, whichever build it belongs to: «articles/karty».
   * @param {string} name
   * @returns {Promise<any>} rejected when it is not there
   */
  function loose(name) {
    return once("loose " + name, async () => (await bring(name, (await bringManifest()).stamp)).value);
  }

  /**
   * The address of a page by its path: «praktiki/karty», «index», «slovar#iom», «katalog?temy=shnor».
   * @param {string} path
   * @returns {string}
   */
  function page(path) {
    const [, name, rest] = /** @type {RegExpExecArray} */ (/^([^?#]*)(.*)$/.exec(path));
    const folder = name.replace(/(^|\/)index$/, "$1");
    let file = folder;
    if (folder && !folder.endsWith("/") && !/\.[a-z]+$/.test(folder)) file += flat ? ".html" : "/";
    if (flat && (!file || file.endsWith("/"))) file += "index.html";
    if (window.location.protocol === "file:" && (!file || file.endsWith("/"))) file += "index.html";
    return new URL(file, base).href + rest;
  }

  /**
   * The address of a file of the site by its path from the root.
   * @param {string} path
   * @returns {string}
   */
  function file(path) {
    return new URL(path, base).href;
  }

  /**
   * Cards of records and pages by their numbers.
   * @param {number[]} numbers
   * @returns {Promise<Card[]>} in the same order
   */
  async function cards(numbers) {
    const { block } = await data("manifest");
    const blocks = new Map();
    numbers.forEach((n) => blocks.set(Math.floor(n / block), null));
    await Promise.all(Array.from(blocks.keys(), async (b) => blocks.set(b, await data("cards-" + b))));
    return numbers.map((n) => blocks.get(Math.floor(n / block))[n % block]);
  }

  Object.assign(kopilka, { cards, data, file, loose, page, part, receive });

  document.addEventListener("DOMContentLoaded", () => {
    const wanted = new Set(kopilka.all("[data-part]").map((element) => element.dataset.part));
    wanted.forEach((name) => part(name));
  });
})();
