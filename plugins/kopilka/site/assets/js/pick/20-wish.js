/**
 * The wish in the address: «?trudnosti=a,b&urovni=x&komu=y&predmety=z&chasy=-6&hochu=posetit», and what the bank
 * knows of records. Keys and ids are those of the facets, so the catalogue understands the same address.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const KEYS = { deficits: "trudnosti", level: "urovni", role: "komu", subject: "predmety" };
  const KINDS = "vid-zapisi";
  /** @type {Record<string, string>} word of the address → the way that kinds of records name */
  const WAYS = { izuchit: "study", posetit: "visit", uchastvovat: "join" };
  const TIMES = [1, 6, 16];
  const MOST = 1000;

  /** @returns {PickWish} */
  function nothing() {
    return { deficits: [], level: "", role: "", subject: "", hours: null, ways: [] };
  }

  /** @type {(wish: PickWish) => boolean} */
  function isEmpty(wish) {
    return !wish.deficits.length && !wish.level && !wish.role && !wish.subject && wish.hours === null && !wish.ways.length;
  }

  /**
   * Only what the bank knows is read: an address may come from anybody.
   * @param {{search: string, hash: string}} address
   * @param {(key: string) => string[]} known ids of a facet
   * @returns {{wish: PickWish, shown: number, asked: boolean}} asked: whether the address says anything at all
   */
  function read(address, known) {
    const text = address.hash.startsWith("#?") ? address.hash.slice(1) : address.search;
    const query = new URLSearchParams(text);
    const items = (/** @type {string} */ key) => (query.get(key) || "").slice(0, 2000).split(",");
    const few = (/** @type {string} */ key) => known(key).filter((id) => items(key).includes(id));
    const wish = nothing();
    wish.deficits = few(KEYS.deficits);
    wish.level = few(KEYS.level)[0] || "";
    wish.role = few(KEYS.role)[0] || "";
    wish.subject = few(KEYS.subject)[0] || "";
    wish.hours = TIMES.find((hours) => query.get("chasy") === "-" + hours) || null;
    wish.ways = Object.keys(WAYS).filter((word) => items("hochu").includes(word)).map((word) => WAYS[word]);
    const shown = query.get("dalshe") || "";
    return { wish, shown: /^\d{1,4}$/.test(shown) ? Math.min(Number(shown), MOST) : 0, asked: Array.from(query.keys()).length > 0 };
  }

  /**
   * @param {PickWish} wish
   * @param {number} shown
   * @returns {string} «?trudnosti=…», or "?" for a wish that says nothing: the route's difficulties must not come back
   */
  function write(wish, shown) {
    const ways = Object.keys(WAYS).filter((word) => wish.ways.includes(WAYS[word]));
    /** @type {[string, string][]} */
    const pairs = [
      [KEYS.deficits, wish.deficits.join(",")],
      [KEYS.level, wish.level],
      [KEYS.role, wish.role],
      [KEYS.subject, wish.subject],
      ["chasy", wish.hours === null ? "" : "-" + wish.hours],
      ["hochu", ways.join(",")],
      ["dalshe", shown ? String(shown) : ""],
    ];
    const query = pairs.filter(([, value]) => value).map(([key, value]) => key + "=" + value);
    return "?" + (query.length ? query.join("&") : "pusto");
  }

  /**
   * The wish as the catalogue would be asked: any of the difficulties, and all the rest.
   * @param {PickWish} wish
   * @returns {string}
   */
  function catalogueQuery(wish) {
    const query = write({ ...wish, ways: [] }, 0);
    return query === "?pusto" ? "" : query;
  }

  /**
   * What ranking needs of every record. A record that has a narrower value has the wider one, and the other way
   * round: who teaches «русский язык» is helped by what is written for «русский язык и литература».
   * @param {FacetTable} table
   * @param {FacetsData} data
   * @param {Manifest} manifest
   * @returns {PickTraits[]}
   */
  function traitsOf(table, data, manifest) {
    const { degrees } = data;
    const dated = data.facets.filter((facet) => facet.values.some((value) => value.days));
    const facets = new Map(table.facets.map((facet) => [facet.key, facet]));
    const steps = (facets.get(degrees) || { values: [] }).values.map((value) => value.id);
    const wider = (/** @type {string} */ key) => {
      const facet = facets.get(key);
      const parents = new Map((facet ? facet.values : []).map((value) => [value.id, value.parent]));
      const children = (/** @type {string} */ id) => Array.from(parents.keys()).filter((other) => parents.get(other) === id);
      return (/** @type {string[] | undefined} */ own) => (own || []).flatMap((id) => [id, parents.get(id) || "", ...children(id)]).filter(Boolean);
    };
    const [levels, roles, subjects] = [wider(KEYS.level), wider(KEYS.role), wider(KEYS.subject)];
    return Array.from({ length: table.records }, (_, n) => {
      const own = table.values(n);
      const kind = manifest.kinds[(own[KINDS] || [])[0]];
      return {
        n,
        deficits: own[KEYS.deficits] || [],
        levels: levels(own[KEYS.level]),
        roles: roles(own[KEYS.role]),
        subjects: subjects(own[KEYS.subject]),
        hours: table.number(n, "chasy"),
        way: (kind && kind.way) || "study",
        open: dated.some((facet) => (own[facet.key] || []).includes(facet.values[0].id)),
        degree: Math.max(0, ...(own[degrees] || []).map((id) => steps.indexOf(id))),
      };
    });
  }

  kopilka.wishes = { KEYS, TIMES, WAYS, catalogueQuery, isEmpty, nothing, read, traitsOf, write };
})();
