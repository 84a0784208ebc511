/** «Сравнить»: what is set aside, what of the storage is believed, rows and their differences, short names. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js");

/** The store over a page without cards; `storage` is what the browser holds, null for one that holds nothing. */
function load(storage) {
  const element = () => ({ append() {}, classList: { add() {}, remove() {} }, setAttribute() {}, replaceChildren() {} });
  const document = { createElement: element, querySelector: () => null };
  const refuse = () => {
    throw new Error("denied");
  };
  const localStorage = storage
    ? { getItem: (key) => storage[key] ?? null, removeItem: (key) => delete storage[key], setItem: (key, value) => (storage[key] = value) }
    : { getItem: refuse, removeItem: refuse, setItem: refuse };
  const kopilka = { addDeed() {}, all: () => [], el: element, icon: element, page: (path) => path };
  const listeners = {};
  const window = { addEventListener: (name, act) => (listeners[name] = act), kopilka, localStorage };
  const context = vm.createContext({ Intl, document, window });
  for (const name of ["36-days.js", "35-compare-store.js", "compare/10-rows.js"]) {
    vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context, { filename: name });
  }
  return Object.assign(kopilka, { listeners });
}

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected) {
  assert.deepEqual(JSON.parse(JSON.stringify(actual)), expected);
}

/* ---- what is set aside ---- */

test("ids are set aside and put back, four at most", () => {
  const storage = {};
  const { compare } = load(storage);
  for (const id of ["a", "b", "c", "d"]) assert.equal(compare.toggle(id), true);
  assert.equal(compare.toggle("e"), false);
  same(compare.ids(), ["a", "b", "c", "d"]);
  assert.equal(compare.toggle("b"), true);
  same(compare.ids(), ["a", "c", "d"]);
  same(JSON.parse(storage["kopilka-compare"]), ["a", "c", "d"]);
  compare.clear();
  assert.equal(storage["kopilka-compare"], undefined);
});

test("only ids are believed", () => {
  const rubbish = ["null", "7", "{", '"a"', '{"0":"a","length":1}', '[["a"]]', "[null, 1, {}]", '["<b>", "../x", "A", "a b", ""]', '["' + "a".repeat(500) + '"]'];
  for (const stored of rubbish) same(load({ "kopilka-compare": stored }).compare.ids(), []);
  same(load({ "kopilka-compare": '["a","a","b-1","<i>","c","d","e"]' }).compare.ids(), ["a", "b-1", "c", "d"]);
});

test("a browser that keeps nothing still compares", () => {
  const { compare } = load(null);
  assert.equal(compare.toggle("a"), true);
  assert.equal(compare.has("a"), true);
  assert.equal(compare.kept(), false);
});

test("what another tab did is seen and not lost", () => {
  const storage = {};
  const { compare, listeners } = load(storage);
  compare.toggle("a");
  storage["kopilka-compare"] = '["a","b"]';
  compare.toggle("c");
  same(compare.ids(), ["a", "b", "c"]);
  storage["kopilka-compare"] = '["z"]';
  listeners.storage({ key: "kopilka-compare" });
  same(compare.ids(), ["z"]);
});

/* ---- rows ---- */

const { compareRows, shortNames } = load({});
const HEAD = {
  questions: ["Подойдёт ли мне", "Чего это стоит", "Работает ли"],
  rows: {
    one: [[0, "Кому", "не указано"], [1, "Деньги", "не указано"], [2, "Результаты", "не измеряли"]],
    two: [[0, "Кому", "не указано"], [1, "Форма", "не указано"]],
  },
};
const TODAY = "2026-11-22";
const record = (kind, values, agenda = []) => ({ card: { kind, agenda }, values });

/** Question → [label, whether it differs, what the cells say]. */
function told(records) {
  const groups = JSON.parse(JSON.stringify(compareRows(records, HEAD, TODAY)));
  const cells = (row) => row.cells.map((cell) => (cell ? (cell.lines.length ? cell.lines : cell.empty) : null));
  return groups.map((group) => [group.question, group.rows.map((row) => [row.label, row.differs, cells(row)])]);
}

test("same words are the same, rows without any word are left out", () => {
  const records = [record("one", ["учитель", "", ["41 %", "63 %"]]), record("one", ["учитель", "", ""])];
  assert.deepEqual(told(records), [
    ["Подойдёт ли мне", [["Кому", false, [["учитель"], ["учитель"]]]]],
    ["Работает ли", [["Результаты", true, [["41 %", "63 %"], "не измеряли"]]]],
  ]);
});

test("records of two kinds share the rows of one label", () => {
  const records = [record("one", ["учитель", "300 ₽", ""]), record("two", ["учитель", "очно"])];
  assert.deepEqual(told(records), [
    ["Подойдёт ли мне", [["Кому", false, [["учитель"], ["учитель"]]]]],
    ["Чего это стоит", [["Деньги", true, [["300 ₽"], null]], ["Форма", true, [null, ["очно"]]]]],
  ]);
});

test("what is still to come is a row, what has passed is not", () => {
  const agenda = [["Сессия", "2026-11-20", "2026-11-21"], ["Набор", "2026-12-01", "2026-12-03"]];
  const [[, rows]] = told([record("one", ["", "", ""], agenda), record("two", ["", ""], [["Сессия", "2026-01-01", ""]])]);
  assert.deepEqual(rows, [["Ближайшее", true, [["Набор: 1\u2060–\u20603\u00a0декабря"], "ничего не объявлено"]]]);
});

test("a kind that the bank does not know has no rows", () => {
  assert.deepEqual(told([record("constructor", ["x"]), record("__proto__", ["x"])]), []);
});

/* ---- names ---- */

test("short names are whole words before the colon, all different", () => {
  same(shortNames(["Читательские карты: десять минут на любом уроке", "Школа – Школе"]), ["Читательские карты", "Школа – Школе"]);
  const [long, other] = shortNames(["Очень длинное название практики без двоеточия", "Очень длинное название практики другой школы"]);
  assert.equal(long, "Очень длинное название…");
  assert.equal(other, "Очень длинное название… (2)");
  assert.equal(shortNames(["А".repeat(60)])[0].length, 27);
});
