/** Facets against a naive computation on made-up banks: choosing, counting, ranges, dates, order. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { dice, load, packColumn, packList } = require("./facets-world.js");

const kopilka = load();
const { bits } = kopilka;

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected, message) {
  assert.equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

/** A bank: what every record says, and its data file. */
function makeBank(seed, records) {
  const below = dice(seed);
  const sizes = { temy: 12, predmety: 9, nabor: 3, gody: 8, dokazatelnost: 4 };
  const ids = (key) => Array.from({ length: sizes[key] }, (_, i) => (key === "gody" ? String(2019 + i) : `${key}-${i}`));
  const parents = { "predmety-1": "predmety-0", "predmety-2": "predmety-1", "predmety-4": "predmety-3", "predmety-8": "nowhere" };
  const said = Array.from({ length: records }, () => ({
    temy: ids("temy").filter(() => below(5) === 0),
    predmety: ids("predmety").filter(() => below(8) === 0),
    gody: ids("gody").filter(() => below(3) === 0),
    dokazatelnost: [`dokazatelnost-${below(4)}`],
    chasy: below(3) ? [0.5, 1, 2, 16, 72, 144][below(6)] : null,
    days: ids("nabor").flatMap((id) => (below(4) ? [] : [[id, day(below), day(below)]])),
  }));
  const order = Array.from({ length: records }, (_, n) => n).sort((a, b) => ((a * 7919) % records) - ((b * 7919) % records) || a - b);
  const titles = order.map(() => 0);
  order.forEach((n, rank) => (titles[n] = rank));
  return { said, titles, parents, ids, data: pack(said, titles, parents, ids) };
}

function day(below) {
  return below(4) ? `2026-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}` : null;
}

function pack(said, titles, parents, ids) {
  const holders = (key, id) => said.flatMap((record, n) => (record[key].includes(id) ? [n] : []));
  const values = (key) =>
    ids(key).map((id) => ({ id, label: id, parent: parents[id], in: packList(holders(key, id)) }));
  const steps = [0.5, 1, 2, 16, 72, 144];
  const dated = ids("nabor").map((id) => ({
    id,
    label: id,
    days: said.flatMap((record, n) => record.days.filter(([value]) => value === id).map(([, a, b]) => [n, a, b])),
  }));
  const facet = (key, values, more) => ({ key, label: key, type: "values", values, ...more });
  return {
    today: "2026-06-15",
    records: said.length,
    facets: [
      facet("temy", values("temy")),
      facet("chasy", [], { type: "range", unit: "часов", steps, column: packColumn(said.map((record) => steps.indexOf(record.chasy) + 1)) }),
      facet("nabor", dated),
      facet("predmety", values("predmety")),
      facet("gody", values("gody"), { span: true }),
      facet("dokazatelnost", values("dokazatelnost")),
    ],
    titles: packColumn(titles),
    degrees: "dokazatelnost",
  };
}

/** The values that a record has on a day, the wider ones too: worked out the slow way. */
function held(bank, record, key, today) {
  if (key === "nabor") {
    return record.days.filter(([, a, b]) => (!a || a <= today) && (!b || today <= b)).map(([id]) => id);
  }
  const found = new Set();
  for (let id of record[key]) {
    for (; id && bank.ids(key).includes(id); id = bank.parents[id]) found.add(id);
  }
  return [...found];
}

function passes(bank, record, key, choice, today) {
  const range = (choice.ranges[key] || []).some((end) => end !== null) ? choice.ranges[key] : null;
  const inside = (n) => n !== null && (range[0] === null || n >= range[0]) && (range[1] === null || n <= range[1]);
  if (key === "chasy") return !range || inside(record.chasy);
  const wanted = (choice.values[key] || []).filter((id) => bank.ids(key).includes(id));
  const spanned = range && key === "gody" ? bank.ids(key).filter((id) => inside(Number(id))) : null;
  if (!wanted.length && !spanned) return true;
  return held(bank, record, key, today).some((id) => wanted.includes(id) || (spanned || []).includes(id));
}

const KEYS = ["temy", "chasy", "nabor", "predmety", "gody", "dokazatelnost"];

function naive(bank, choice, base, today, leave = null) {
  const hits = base && new Set(base);
  return bank.said.flatMap((record, n) =>
    (!hits || hits.has(n)) && KEYS.every((key) => key === leave || passes(bank, record, key, choice, today)) ? [n] : []);
}

function drawChoice(below, bank) {
  const choice = { values: {}, ranges: {} };
  for (const key of ["temy", "nabor", "predmety", "gody", "dokazatelnost"]) {
    const ids = [...bank.ids(key), "no-such-value", "__proto__"];
    if (below(3) === 0) choice.values[key] = ids.filter(() => below(5) === 0);
  }
  if (below(3) === 0) choice.ranges.chasy = [[null, 2], [1, 16], [3, null], [1000, 2000], [null, null]][below(5)];
  if (below(4) === 0) choice.ranges.gody = [[2020, 2022], [null, 2019], [2030, null], [2025, 2025]][below(4)];
  return choice;
}

for (const [seed, records] of [[1, 1], [2, 31], [3, 32], [4, 33], [5, 200], [6, 777]]) {
  test(`select, counts and without agree with a naive computation: ${records} records`, () => {
    const below = dice(seed * 97);
    const bank = makeBank(seed, records);
    for (let round = 0; round < 60; round += 1) {
      const today = `2026-${String(1 + below(12)).padStart(2, "0")}-15`;
      const table = kopilka.facets.open(bank.data, today);
      const choice = drawChoice(below, bank);
      const base = below(2) ? null : Array.from({ length: below(records + 5) }, () => below(records + 20) - 3);
      const selection = table.select(choice, base);
      same(selection.numbers, naive(bank, choice, base, today));
      assert.equal(selection.total, selection.numbers.length);
      for (const key of KEYS) {
        const others = naive(bank, choice, base, today, key);
        const counts = key === "chasy" ? [] : bank.ids(key).map((id) => [id, others.filter((n) => held(bank, bank.said[n], key, today).includes(id)).length]);
        same(selection.counts[key], Object.fromEntries(counts), key);
        assert.equal(selection.without(key), others.length - selection.total, key);
      }
      assert.equal(selection.without("q"), naive(bank, choice, null, today).length - selection.total);
    }
  });
}

test("dropping one value of several keeps the others", () => {
  const bank = makeBank(9, 300);
  const table = kopilka.facets.open(bank.data, "2026-06-15");
  const choice = { values: { temy: ["temy-1", "temy-2"], predmety: ["predmety-3"] }, ranges: { gody: [2020, 2021] } };
  const total = (values, ranges = choice.ranges) => naive(bank, { values, ranges }, null, "2026-06-15").length;
  const selection = table.select(choice);
  const now = selection.total;
  assert.equal(selection.without("temy", "temy-1"), total({ ...choice.values, temy: ["temy-2"] }) - now);
  assert.equal(selection.without("predmety", "predmety-3"), total({ temy: choice.values.temy }) - now);
  assert.equal(selection.without("gody"), total(choice.values, {}) - now);
  assert.equal(selection.without("dokazatelnost"), 0);
  assert.equal(selection.without("no-such-facet"), 0);
});

test("a choice from a stranger chooses nothing unknown and does not fall", () => {
  const bank = makeBank(3, 50);
  const table = kopilka.facets.open(bank.data, "2026-06-15");
  const hostile = [
    { values: JSON.parse('{"__proto__": ["temy-1"], "constructor": ["x"], "temy": ["toString", "__proto__", "", null, 7]}'), ranges: {} },
    { values: { temy: "temy-1" }, ranges: { chasy: "1-2", gody: [NaN, NaN] } },
    { values: { temy: {} }, ranges: { chasy: [null, null], temy: [1, 2], nabor: [0, 9] } },
    { values: {}, ranges: { chasy: [undefined, "5"] } },
    { values: undefined, ranges: undefined },
  ];
  for (const choice of hostile) assert.equal(table.select(choice).total, 50);
  assert.equal(table.select({ values: {}, ranges: {} }, [-1, 1.5, NaN, "1", 1e9, 7, 7]).total, 1);
});

test("order by novelty, title and evidence; relevance is left as it came", () => {
  const bank = makeBank(4, 120);
  const table = kopilka.facets.open(bank.data, "2026-06-15");
  const numbers = [90, 5, 33, 7, 110, 64, 2];
  const degree = (n) => Number(bank.said[n].dokazatelnost[0].slice(-1));
  same(table.order(numbers, "novye"), [...numbers].sort((a, b) => a - b));
  same(table.order(numbers, "nazvanie"), [...numbers].sort((a, b) => bank.titles[a] - bank.titles[b]));
  same(table.order(new Uint32Array(numbers), "itogi"), [...numbers].sort((a, b) => degree(b) - degree(a) || a - b));
  same(table.order(numbers, "podhodyashchie"), numbers);
  same(table.order(numbers, "<script>"), numbers);
});

test("a record tells its own values, its number and whether a wider value holds it", () => {
  const bank = makeBank(5, 80);
  const table = kopilka.facets.open(bank.data, "2026-06-15");
  for (const [n, record] of bank.said.entries()) {
    const found = table.values(n);
    for (const key of ["temy", "predmety", "gody", "dokazatelnost"]) same(found[key], record[key]);
    same(found.chasy, record.chasy === null ? [] : [String(record.chasy)]);
    assert.equal(table.number(n, "chasy"), record.chasy);
    for (const value of table.facets[3].values) {
      assert.equal(value.has(n), held(bank, record, "predmety", "").includes(value.id));
    }
  }
  assert.equal(table.facets[0].values[0].has(-1), false);
  assert.equal(table.facets[0].values[0].has(5000), false);
  assert.equal(table.number(3, "temy"), null);
});

test("what a facet tells of itself", () => {
  const { facets } = kopilka.facets.open(makeBank(5, 80).data, "2026-06-15");
  same([facets[1].type, facets[1].min, facets[1].max, facets[1].unit], ["range", 0.5, 144, "часов"]);
  same([facets[4].type, facets[4].span, facets[4].min, facets[4].max], ["values", true, 2019, 2026]);
  same([facets[3].values[2].parent, facets[3].values[8].parent], ["predmety-1", null]);
  assert.equal(facets[0].values[3].to, "temy/temy-3");
});

test("the day is that of reading, never one before the build", () => {
  const { data } = makeBank(6, 10);
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  assert.equal(kopilka.facets.open({ ...data, today: "2001-01-01" }).today, today);
  assert.equal(kopilka.facets.open({ ...data, today: "2999-01-01" }).today, "2999-01-01");
  assert.equal(kopilka.facets.open(data, "2026-02-03"), kopilka.facets.open(data, "2026-02-03"));
  assert.notEqual(kopilka.facets.open(data, "2026-02-03"), kopilka.facets.open(data, "2026-02-04"));
});

test("a bank without records opens", () => {
  const bank = makeBank(7, 0);
  const table = kopilka.facets.open(bank.data, "2026-06-15");
  assert.equal(table.select({ values: { temy: ["temy-1"] }, ranges: { chasy: [1, 2] } }, [0, 1]).total, 0);
  same(table.order([], "nazvanie"), []);
});

test("lists and columns come out as they were packed", () => {
  const below = dice(77);
  for (let round = 0; round < 200; round += 1) {
    const limit = 1 + below(30000);
    const numbers = [...new Set(Array.from({ length: below(60) }, () => below(limit)))].sort((a, b) => a - b);
    const set = bits.none(limit);
    bits.addList(set, packList(numbers));
    same(bits.list(set), numbers);
    const column = Array.from({ length: 1 + below(50) }, () => below(limit));
    same(Array.from(bits.unpackColumn(packColumn(column), column.length)), column);
  }
});
