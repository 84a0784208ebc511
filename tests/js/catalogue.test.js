/** What the catalogue says of a choice and puts into a table: no browser is needed for either. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js", "catalogue");

/** What the files lend each other, run over a window without a document. */
function load() {
  const window = { kopilka: {} };
  const context = vm.createContext({ window });
  const run = (name) => vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context);
  run("30-conditions.js");
  window.kopilka.catalogue.wholeAddress = (card) => "https://bank.example/" + card.url;
  run("46-csv.js");
  return window.kopilka.catalogue;
}

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected) {
  assert.equal(JSON.stringify(actual), JSON.stringify(expected));
}

const { NOTHING, capitalise, cell, conditionWords, conditions, csv, dropped, figures, rangeWords, withRange, withValue, withoutFacet } = load();

const FACETS = [
  { key: "temy", label: "Тема", type: "values", values: [{ id: "a", label: "чтение" }, { id: "b", label: "письмо" }] },
  { key: "chasy", label: "Время", type: "range", unit: "часов", values: [] },
  { key: "gody", label: "Год", type: "values", span: true, values: [{ id: "2025", label: "2025" }] },
];

test("a choice is never changed: every change gives a new one", () => {
  const once = withValue(NOTHING, "temy", "a", true);
  const twice = withValue(once, "temy", "b", true);
  same(NOTHING, { values: {}, ranges: {} });
  same(once.values, { temy: ["a"] });
  same(twice.values, { temy: ["a", "b"] });
  same(withValue(withValue(twice, "temy", "a", false), "temy", "b", false), NOTHING);
  same(withValue(once, "temy", "a", true), once);
});

test("a range goes when both its ends do", () => {
  const ranged = withRange(NOTHING, "chasy", [2, null]);
  same(ranged.ranges, { chasy: [2, null] });
  same(withRange(ranged, "chasy", [null, null]), NOTHING);
});

test("conditions stand in the order of the facets, and each can be dropped", () => {
  let choice = withRange(withValue(withValue(NOTHING, "gody", "2025", true), "temy", "b", true), "chasy", [2, 16]);
  choice = withRange(choice, "gody", [2020, 2021]);
  const found = conditions({ facets: FACETS }, choice);
  same(found.map((condition) => conditionWords(condition).replace(/[\u00a0\u2060]/g, "")), [
    "Тема: письмо",
    "Время: 2–16часов",
    "Год: 2020–2021",
    "Год: 2025",
  ]);
  same(found.reduce(dropped, choice), NOTHING);
  same(withoutFacet(choice, "gody"), withRange(withValue(NOTHING, "temy", "b", true), "chasy", [2, 16]));
});

test("values that the bank does not know are no conditions", () => {
  same(conditions({ facets: FACETS }, withValue(NOTHING, "temy", "__proto__", true)), []);
});

test("ranges in words", () => {
  const words = (bounds, unit) => rangeWords(bounds, unit).replace(/\u00a0/g, " ").replace(/\u2060/g, "");
  assert.equal(words([2, 16], "часов"), "2–16 часов");
  assert.equal(words([2, null], "часов"), "от 2 часов");
  assert.equal(words([null, 0.5], "часов"), "до 0,5 часов");
  assert.equal(words([2024, 2024]), "2024");
});

test("numbers and names", () => {
  assert.equal(figures(999), "999");
  assert.equal(figures(10000).replace(/\s/, " "), "10 000");
  assert.equal(capitalise("чтение"), "Чтение");
});

test("no cell of a table is a formula", () => {
  for (const words of ["=1+1", "+7", "-1", "@A", "\t=1", " =1", "\uff1d1", "\r1"]) assert.match(cell(words), /^"?'/);
  for (const words of ["урок", "1", "a=b", "5 - 7"]) assert.equal(cell(words), words);
  assert.equal(cell('a;"b"'), '"a;""b"""');
});

test("a table for a Russian Excel", () => {
  const table = { facets: FACETS, values: () => ({ temy: ["b", "a"], chasy: ["1.5"], gody: [] }) };
  const card = { title: "=Урок", by: "Школа", place: "", text: "Коротко; ясно", confirmed: "2026-11", url: "praktiki/urok" };
  const text = csv([0], [card], table, { site: null });
  const [head, row, rest] = text.split("\r\n");
  assert.equal(head, "\ufeffНазвание;Держатель опыта;Место;Тема;Время, часов;Год;Коротко;Подтверждена;Адрес");
  assert.equal(row, "'=Урок;Школа;;\"чтение; письмо\";1,5;;\"Коротко; ясно\";2026-11;https://bank.example/praktiki/urok");
  assert.equal(rest, "");
});
