/**
 * The catalogue's address: «?q=слова&temy=a,b&chasy=2-16&poryadok=nazvanie» and back.
 *
 * An address may come from anybody, so only what the bank knows is read of it.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const LONGEST = 200;
  const MOST = 100000;
  const ORDERS = ["podhodyashchie", "novye", "nazvanie", "itogi"];
  const VIEWS = ["kartochki", "tablica", "spisok"];
  const RANGE = /^(\d{1,6}(?:\.\d{1,2})?)?-(\d{1,6}(?:\.\d{1,2})?)?$/;

  /** @returns {CatalogueState} */
  function empty() {
    return { words: "", exact: false, choice: { values: {}, ranges: {} }, order: "novye", view: "kartochki", shown: 0 };
  }

  /**
   * «2-16», «2-», «-16».
   * @param {string} text
   * @returns {[number | null, number | null] | null}
   */
  function readRange(text) {
    const found = RANGE.exec(text);
    if (!found || (!found[1] && !found[2])) return null;
    const [from, to] = [found[1], found[2]].map((end) => (end ? Number(end) : null));
    return from !== null && to !== null && from > to ? [to, from] : [from, to];
  }

  /**
   * @param {[number | null, number | null] | undefined} range
   * @returns {string} "" for what could not be read again
   */
  function writeRange(range) {
    const text = (range || []).map((end) => (Number.isFinite(end) ? String(end) : "")).join("-");
    return readRange(text) ? text : "";
  }

  /**
   * Reads one facet's part of the address into the choice.
   * @param {FacetInfo} facet
   * @param {string[]} items
   * @param {Choice} choice
   */
  function readFacet(facet, items, choice) {
    const wanted = new Set(items);
    const ids = facet.values.map((value) => value.id).filter((id) => wanted.has(id));
    if (ids.length) choice.values[facet.key] = ids;
    if (facet.type !== "range" && !facet.span) return;
    const range = items.map(readRange).find((found) => found);
    if (range) choice.ranges[facet.key] = range;
  }

  /**
   * @param {string | null} text
   * @returns {string} a query in one line, not too long; halves of letters are thrown away
   */
  function readWords(text) {
    const line = (text || "").replace(/[\p{Cc}\s]+/gu, " ").trim();
    return line.slice(0, LONGEST).replace(/\p{Cs}/gu, "").trim();
  }

  /**
   * @param {string | null} text
   * @param {string[]} known
   * @param {string} otherwise
   * @returns {any} one of the known words
   */
  function oneOf(text, known, otherwise) {
    return text !== null && known.includes(text) ? text : otherwise;
  }

  /**
   * @param {string} words
   * @returns {Order} the order when none is named
   */
  function usualOrder(words) {
    return words ? "podhodyashchie" : "novye";
  }

  /** @type {StateCodec["read"]} */
  function read(address, table) {
    const query = new URLSearchParams(address.hash.startsWith("#?") ? address.hash.slice(1) : address.search);
    const state = empty();
    state.words = readWords(query.get("q"));
    state.exact = state.words !== "" && query.get("tochno") === "1";
    table.facets.forEach((facet) => {
      const items = query.getAll(facet.key).flatMap((text) => text.split(","));
      readFacet(facet, items, state.choice);
    });
    const order = oneOf(query.get("poryadok"), ORDERS, usualOrder(state.words));
    state.order = order === "podhodyashchie" ? usualOrder(state.words) : order;
    state.view = oneOf(query.get("pokaz"), VIEWS, VIEWS[0]);
    const shown = query.get("dalshe") || "";
    state.shown = /^\d{1,6}$/.test(shown) ? Math.min(Number(shown), MOST) : 0;
    return state;
  }

  /**
   * @param {FacetInfo} facet
   * @param {Choice} choice
   * @returns {string} «a,b», «2020,2022-2024», "" when nothing is chosen
   */
  function writeFacet(facet, choice) {
    const wanted = new Set(choice.values[facet.key] || []);
    const items = facet.values.map((value) => value.id).filter((id) => wanted.has(id));
    const range = facet.type === "range" || facet.span ? writeRange(choice.ranges[facet.key]) : "";
    return [...items, range].filter(Boolean).join(",");
  }

  /** @type {StateCodec["write"]} */
  function write(state, table) {
    /** @type {[string, string][]} */
    const pairs = [["q", encodeURIComponent(readWords(state.words)).replace(/%20/g, "+")]];
    pairs.push(["tochno", state.exact && state.words ? "1" : ""]);
    table.facets.forEach((facet) => pairs.push([facet.key, writeFacet(facet, state.choice)]));
    pairs.push(["poryadok", state.order === usualOrder(state.words) ? "" : state.order]);
    pairs.push(["pokaz", state.view === VIEWS[0] ? "" : state.view]);
    pairs.push(["dalshe", state.shown ? String(state.shown) : ""]);
    const query = pairs.filter(([, value]) => value).map(([key, value]) => `${key}=${value}`);
    return query.length ? "?" + query.join("&") : "";
  }

  /** @type {StateCodec["show"]} */
  function show(state, table, options = {}) {
    const query = write(state, table);
    const { history, location } = window;
    const step = options.replace ? "replaceState" : "pushState";
    try {
      history[step](null, "", location.pathname + query);
    } catch {
      // A browser that lets no page from a disk name another address still lets it change its hash.
      const hash = "#" + (query || "?");
      if (options.replace) location.replace(hash);
      else location.hash = hash;
    }
  }

  kopilka.state = { empty, read, show, write };
})();
