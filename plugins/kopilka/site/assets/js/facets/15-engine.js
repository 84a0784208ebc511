/**
 * Choosing and counting: OR inside a facet, AND across, every value counted without its own facet's choice.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const bits = kopilka.bits;

  /**
   * @typedef {{
   *   info: FacetInfo, places: Map<string, number>, own: Uint32Array[], sets: Uint32Array[],
   *   steps: number[], column: Uint32Array
   * }} Facet
   */

  /**
   * The value's own entry, never one that every object has.
   * @param {any} from
   * @param {string} key
   * @returns {any}
   */
  function entry(from, key) {
    return from && Object.prototype.hasOwnProperty.call(from, key) ? from[key] : undefined;
  }

  /**
   * @param {any} range
   * @returns {[number, number] | null} from, to; null when neither end is a number
   */
  function limits(range) {
    if (!Array.isArray(range)) return null;
    const [from, to] = range;
    if (!Number.isFinite(from) && !Number.isFinite(to)) return null;
    return [Number.isFinite(from) ? from : -Infinity, Number.isFinite(to) ? to : Infinity];
  }

  /**
   * The records of a facet whose number lies between the limits.
   * @param {Facet} facet
   * @param {[number, number]} range
   * @returns {Uint32Array}
   */
  function between(facet, [from, to]) {
    const set = bits.none(facet.column.length);
    const inside = facet.steps.map((step) => step >= from && step <= to);
    facet.column.forEach((place, n) => {
      if (place && inside[place - 1]) bits.add(set, n);
    });
    return set;
  }

  /**
   * Places of the values that a choice ticks, by name or by a span of years.
   * @param {Facet} facet
   * @param {any} ids
   * @param {[number, number] | null} range
   * @returns {number[]}
   */
  function ticked(facet, ids, range) {
    const places = (Array.isArray(ids) ? ids : []).map((id) => facet.places.get(id)).filter((i) => i !== undefined);
    if (!range || !facet.info.span) return /** @type {number[]} */ (places);
    const spanned = facet.info.values.map((value, i) => ({ number: Number(value.id), i }));
    return [...places, ...spanned.filter(({ number }) => number >= range[0] && number <= range[1]).map(({ i }) => i)];
  }

  /**
   * What a facet lets through; null when nothing of it is chosen.
   * @param {Facet} facet
   * @param {any} ids
   * @param {any} range
   * @param {number} records
   * @returns {Uint32Array | null}
   */
  function filter(facet, ids, range, records) {
    const span = limits(range);
    if (facet.info.type === "range") return span && between(facet, span);
    const places = ticked(facet, ids, span);
    if (!places.length && !(span && facet.info.span)) return null;
    const set = bits.none(records);
    places.forEach((place) => bits.join(set, facet.sets[place]));
    return set;
  }

  /**
   * The records that all filters let through, but for one.
   * @param {(Uint32Array | null)[]} filters
   * @param {Uint32Array} base
   * @param {number} [left] the place of the one left out
   * @returns {Uint32Array}
   */
  function through(filters, base, left = -1) {
    const set = base.slice();
    filters.forEach((one, i) => {
      if (one && i !== left) bits.meet(set, one);
    });
    return set;
  }

  /**
   * @param {Facet} facet
   * @param {Uint32Array} under
   * @returns {Record<string, number>}
   */
  function countValues(facet, under) {
    /** @type {Record<string, number>} */
    const counts = {};
    facet.info.values.forEach((value, i) => {
      counts[value.id] = bits.shared(facet.sets[i], under);
    });
    return counts;
  }

  /**
   * How records stand in a list, and what each says of itself.
   * @param {{records: number, facets: Facet[], titles: Uint32Array, degrees: string}} table
   */
  function facetReader({ records, facets, titles, degrees }) {
    const keys = facets.map((facet) => facet.info.key);
    const degree = new Uint8Array(records);
    const graded = facets[keys.indexOf(degrees)];
    if (graded) graded.own.forEach((set, i) => bits.list(set).forEach((n) => (degree[n] = i)));

    /** @type {FacetTable["order"]} */
    function order(numbers, by) {
      const list = Array.from(numbers);
      if (by === "novye") return list.sort((a, b) => a - b);
      if (by === "nazvanie") return list.sort((a, b) => titles[a] - titles[b]);
      if (by === "itogi") return list.sort((a, b) => degree[b] - degree[a] || a - b);
      return list;
    }

    /** @type {FacetTable["number"]} */
    function number(n, key) {
      const facet = facets[keys.indexOf(key)];
      const place = facet ? facet.column[n] : 0;
      return place ? facet.steps[place - 1] : null;
    }

    /** @type {FacetTable["values"]} */
    function values(n) {
      /** @type {Record<string, string[]>} */
      const found = {};
      facets.forEach((facet, i) => {
        const own = facet.info.values.filter((_, v) => bits.has(facet.own[v], n)).map((value) => value.id);
        const known = number(n, keys[i]);
        found[keys[i]] = known === null ? own : [String(known)];
      });
      return found;
    }

    return { number, order, values };
  }

  /**
   * @param {{records: number, facets: Facet[]}} table
   */
  function facetEngine({ records, facets }) {
    const everything = bits.all(records);
    const keys = facets.map((facet) => facet.info.key);

    /**
     * @param {ArrayLike<number> | null | undefined} numbers
     * @returns {Uint32Array}
     */
    function baseOf(numbers) {
      if (!numbers) return everything;
      const set = bits.none(records);
      Array.from(numbers).forEach((n) => {
        if (Number.isInteger(n) && n >= 0 && n < records) bits.add(set, n);
      });
      return set;
    }

    /**
     * @param {Choice} choice
     * @param {ArrayLike<number> | null} [base]
     * @returns {FacetSelection}
     */
    function select(choice, base) {
      const filterOf = (facet, ids) => filter(facet, ids, entry(choice.ranges, facet.info.key), records);
      const filters = facets.map((facet) => filterOf(facet, entry(choice.values, facet.info.key)));
      const from = baseOf(base);
      const found = through(filters, from);
      const numbers = bits.list(found);
      /** @type {Record<string, Record<string, number>>} */
      const counts = {};
      facets.forEach((facet, i) => {
        counts[keys[i]] = countValues(facet, filters[i] ? through(filters, from, i) : found);
      });

      /** @type {FacetSelection["without"]} */
      function without(key, value) {
        if (key === "q") return bits.list(through(filters, everything)).length - numbers.length;
        const place = keys.indexOf(key);
        if (place < 0 || !filters[place]) return 0;
        const ids = [entry(choice.values, key)].flat().filter((id) => id !== value);
        const left = value === undefined ? null : filterOf(facets[place], ids);
        return bits.shared(through(filters, from, place), left || everything) - numbers.length;
      }

      return { numbers, total: numbers.length, counts, without };
    }

    return { select };
  }

  Object.assign(kopilka, { facetEngine, facetReader });
})();
