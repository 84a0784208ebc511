/**
 * The table of facets: data/facets.js unpacked into sets of records.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const bits = kopilka.bits;

  /**
   * The day of reading: an offline copy is read long after it was built. A clock behind the build is wrong.
   * @param {string} built
   * @returns {string} ISO
   */
  function dayOfReading(built) {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const today = parts.map((part) => String(part).padStart(2, "0")).join("-");
    return today > built ? today : built;
  }

  /**
   * The records that have a value of their own, on that day.
   * @param {FacetValueData} value
   * @param {number} records
   * @param {string} today
   * @returns {Uint32Array}
   */
  function ownSet(value, records, today) {
    const set = bits.none(records);
    bits.addList(set, value.in || "");
    (value.days || []).forEach(([n, first, last]) => {
      if ((!first || first <= today) && (!last || today <= last)) bits.add(set, n);
    });
    return set;
  }

  /**
   * With every value goes the wider one: a choice of «филология» finds «русский язык» too.
   * @param {FacetValueData[]} values
   * @param {Uint32Array[]} own
   * @returns {Uint32Array[]}
   */
  function withNarrower(values, own) {
    const whole = own.map((set) => set.slice());
    const places = new Map(values.map((value, i) => [value.id, i]));
    values.forEach((value, i) => {
      const seen = new Set([i]);
      let parent = places.get(value.parent || "");
      while (parent !== undefined && !seen.has(parent)) {
        seen.add(parent);
        bits.join(whole[parent], own[i]);
        parent = places.get(values[parent].parent || "");
      }
    });
    return whole;
  }

  /**
   * @param {FacetValueData} value
   * @param {FacetData} facet
   * @param {Uint32Array} set
   * @returns {FacetValue}
   */
  function valueOf(value, facet, set) {
    const { id, label, short, note, to = `${facet.key}/${id}` } = value;
    const parent = facet.values.some((other) => other.id === value.parent) ? value.parent || null : null;
    return { id, label, short, note, parent, to, total: bits.shared(set, set), has: (n) => bits.has(set, n) };
  }

  /**
   * @param {FacetData} data
   * @returns {{min?: number, max?: number}}
   */
  function ends(data) {
    const numbers = data.steps || (data.span ? data.values.map((value) => Number(value.id)) : []);
    return numbers.length ? { min: Math.min(...numbers), max: Math.max(...numbers) } : {};
  }

  /**
   * A facet with what is reckoned from it.
   * @param {FacetData} data
   * @param {number} records
   * @param {string} today
   */
  function facetOf(data, records, today) {
    const own = data.values.map((value) => ownSet(value, records, today));
    const sets = withNarrower(data.values, own);
    const { key, label, type, unit, list } = data;
    const values = data.values.map((value, i) => valueOf(value, data, sets[i]));
    return {
      info: { key, label, type, unit, list, span: Boolean(data.span), ...ends(data), values },
      places: new Map(data.values.map((value, i) => [value.id, i])),
      own,
      sets,
      steps: data.steps || [],
      column: bits.unpackColumn(data.column || "", records),
    };
  }

  /** @type {WeakMap<FacetsData, FacetTable>} */
  const opened = new WeakMap();

  /**
   * The table, unpacked once for all who ask.
   * @param {FacetsData} data
   * @param {string} [day] ISO; the day of reading when left out
   * @returns {FacetTable}
   */
  function open(data, day) {
    const today = day || dayOfReading(data.today);
    let table = opened.get(data);
    if (!table || table.today !== today) {
      table = unpack(data, today);
      opened.set(data, table);
    }
    return table;
  }

  /**
   * @param {FacetsData} data
   * @param {string} today
   * @returns {FacetTable}
   */
  function unpack(data, today) {
    const records = data.records;
    const facets = data.facets.map((facet) => facetOf(facet, records, today));
    const table = { records, today, facets: facets.map((facet) => facet.info) };
    const parts = { records, facets, titles: bits.unpackColumn(data.titles, records), degrees: data.degrees };
    const find = kopilka.facetFinder(data, table);
    return { ...table, ...kopilka.facetEngine(parts), ...kopilka.facetReader(parts), find };
  }

  kopilka.facets = { open };
})();
