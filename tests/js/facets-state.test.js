/** The catalogue's address: read, written, and whatever a stranger puts into it. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { dice, load } = require("./facets-world.js");

const values = (...ids) => ids.map((id) => ({ id, label: id }));
const DATA = {
  today: "2026-11-22",
  records: 3,
  facets: [
    { key: "vid-zapisi", label: "Вид записи", type: "values", values: values("practice", "site") },
    { key: "temy", label: "Тема", type: "values", values: values("shnor", "chtenie", "a-b", "1-2") },
    { key: "chasy", label: "Время", type: "range", values: [], steps: [1, 16], column: "#$%" },
    { key: "gody", label: "Год", type: "values", span: true, values: values("2026", "2025", "2024") },
  ],
  titles: "#$%",
  degrees: "",
};

const kopilka = load();
const { state } = kopilka;
const table = kopilka.facets.open(DATA, "2026-11-22");
const read = (search, hash = "") => state.read({ search, hash }, table);
const write = (one) => state.write(one, table);

function same(actual, expected, message) {
  assert.equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

test("an address is read wholly", () => {
  same(read("?q=%D1%87%D1%82%D0%B5%D0%BD%D0%B8%D0%B5+5&tochno=1&temy=chtenie,shnor&chasy=2-16&gody=2024,2025-2026&poryadok=nazvanie&pokaz=tablica&dalshe=60"), {
    words: "чтение 5",
    exact: true,
    choice: { values: { temy: ["shnor", "chtenie"], gody: ["2024"] }, ranges: { chasy: [2, 16], gody: [2025, 2026] } },
    order: "nazvanie",
    view: "tablica",
    shown: 60,
  });
});

test("an empty address asks for nothing", () => {
  for (const search of ["", "?", "?q=", "?q=%20%20&temy=&chasy=-&gody=,,&dalshe=0"]) same(read(search), state.empty());
  assert.equal(write(state.empty()), "");
});

test("an address is written in one order, short, with the defaults left out", () => {
  const one = state.empty();
  one.choice.ranges.chasy = [null, 16];
  one.choice.values.temy = ["chtenie", "shnor"];
  one.choice.values["vid-zapisi"] = ["site"];
  one.words = "школа № 5 & co";
  one.order = "podhodyashchie";
  assert.equal(write(one), "?q=%D1%88%D0%BA%D0%BE%D0%BB%D0%B0+%E2%84%96+5+%26+co&vid-zapisi=site&temy=shnor,chtenie&chasy=-16");
  assert.equal(write({ ...one, words: "", order: "itogi", view: "spisok", shown: 40 }), "?vid-zapisi=site&temy=shnor,chtenie&chasy=-16&poryadok=itogi&pokaz=spisok&dalshe=40");
});

test("without words the usual order is by novelty, with them by relevance", () => {
  assert.equal(read("?temy=shnor").order, "novye");
  assert.equal(read("?temy=shnor&poryadok=podhodyashchie").order, "novye");
  assert.equal(read("?q=a").order, "podhodyashchie");
  assert.equal(read("?q=a&poryadok=novye").order, "novye");
  assert.equal(write(read("?q=a&poryadok=novye")), "?q=a&poryadok=novye");
});

test("a form without scripts repeats its keys: they are read too", () => {
  same(read("?temy=shnor&temy=chtenie").choice.values, { temy: ["shnor", "chtenie"] });
});

test("ranges: open ends, turned round, fractions, and an id that looks like one", () => {
  const range = (text) => read(`?chasy=${text}`).choice.ranges.chasy;
  same([range("2-"), range("-2"), range("16-2"), range("0.5-1.25"), range("3-3")], [[2, null], [null, 2], [2, 16], [0.5, 1.25], [3, 3]]);
  for (const wrong of ["16", "-", "--", "a-b", "1e3-2", "2-16-20", " 2-3", "∞-2", "9999999-1", "-1--2"]) {
    same(range(wrong), undefined, wrong);
  }
  same(read("?temy=1-2").choice, { values: { temy: ["1-2"] }, ranges: {} });
});

test("unknown keys, ids and words are left out", () => {
  same(read("?utm_source=x&__proto__=shnor&constructor=a&temy=nope,<b>,__proto__,shnor&poryadok=evil&pokaz=../..&dalshe=-5&vid-zapisi=PRACTICE&tochno=1"), {
    ...state.empty(),
    choice: { values: { temy: ["shnor"] }, ranges: {} },
  });
  assert.equal({}.shnor, undefined);
});

test("the hash serves where a browser lets a page from a disk change nothing else", () => {
  same(read("?temy=chtenie", "#?temy=shnor").choice.values, { temy: ["shnor"] });
  same(read("?temy=chtenie", "#?"), state.empty());
  same(read("?temy=chtenie", "#main").choice.values, { temy: ["chtenie"] });
  same(read("", "#temy=shnor"), state.empty());
});

test("a query is one line of two hundred signs at most, whole letters only", () => {
  assert.equal(read("?q=a%00%0A%09b%7F").words, "a b");
  assert.equal(read("?q=" + "%F0%9F%98%80".repeat(150)).words.length, 200);
  assert.equal(read("?q=a" + "%F0%9F%98%80".repeat(150)).words.length, 199);
  assert.equal(read("?q=%E0%A4%A").words.includes("\ufffd"), true);
  assert.equal(write({ ...state.empty(), words: "x\ud800" }), "?q=x&poryadok=novye");
});

/** A state that an address can hold. */
function draw(below) {
  const one = state.empty();
  const letters = ["а", "ё", "&", "=", "+", "%", "#", "?", ",", " ", "<", "\"", "😀", "\u00a0", "z"];
  one.words = Array.from({ length: below(6) }, () => letters[below(letters.length)]).join("").replace(/\s+/g, " ").trim();
  one.exact = one.words !== "" && below(2) === 0;
  for (const facet of table.facets) {
    const ids = Array.from(facet.values, (value) => value.id).filter(() => below(2));
    if (ids.length) one.choice.values[facet.key] = ids;
    if ((facet.type === "range" || facet.span) && below(2)) one.choice.ranges[facet.key] = [[1, null], [null, 2.5], [0, 30]][below(3)];
  }
  one.order = ["novye", "nazvanie", "itogi", one.words ? "podhodyashchie" : "novye"][below(4)];
  one.view = ["kartochki", "tablica", "spisok"][below(3)];
  one.shown = below(2) * below(500);
  return one;
}

test("what is written is read again, and written alike", () => {
  const below = dice(5);
  for (let round = 0; round < 500; round += 1) {
    const one = draw(below);
    const address = write(one);
    same(read(address), one, address);
    same(read("", "#" + (address || "?")), one, address);
    assert.equal(write(read(address)), address);
  }
});

test("no address makes it fall or say what the bank does not know", () => {
  const below = dice(11);
  const pieces = ["q", "temy", "gody", "chasy", "poryadok", "dalshe", "=", "&", "?", "#", ",", "-", "%", "%D0", "%00", "%2C", "shnor", "2025", "2025-2024", "<script>", "'\"", "__proto__", "1e9", "\ud800", "..", "//", "javascript:", "+"];
  const known = new Set(["shnor", "chtenie", "a-b", "1-2", "2026", "2025", "2024", "practice", "site"]);
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: below(20) }, () => pieces[below(pieces.length)]).join("");
    const one = below(2) ? read("?" + text) : read("", "#?" + text);
    Object.values(one.choice.values).forEach((ids) => ids.forEach((id) => assert.ok(known.has(id), text)));
    Object.values(one.choice.ranges).flat().forEach((end) => assert.ok(end === null || Number.isFinite(end), text));
    assert.ok(Number.isInteger(one.shown) && one.shown >= 0 && one.words.length <= 200, text);
    assert.match(write(one), /^$|^\?[\w.~!*'()%+=&,-]+$/, text);
    same(read(write(one)), one, text);
  }
});

/** Puts a state into the address of a page; gives what the browser was told. */
function shown(one, options, refuses = false) {
  const told = [];
  const act = (name) => (_state, _title, address) => {
    if (refuses) throw new Error("SecurityError");
    told.push([name, address]);
  };
  const location = {
    pathname: "/katalog/",
    replace: (hash) => told.push(["location.replace", hash]),
    set hash(hash) { told.push(["hash", hash]); },
  };
  const page = load({ history: { pushState: act("push"), replaceState: act("replace") }, location });
  page.state.show(one, table, options);
  return told;
}

test("a choice is a step of history, typing is not, a refusing browser gets the hash", () => {
  const one = { ...state.empty(), order: "itogi" };
  same(shown(one), [["push", "/katalog/?poryadok=itogi"]]);
  same(shown(one, { replace: true }), [["replace", "/katalog/?poryadok=itogi"]]);
  same(shown(state.empty()), [["push", "/katalog/"]]);
  same(shown(one, {}, true), [["hash", "#?poryadok=itogi"]]);
  same(shown(state.empty(), { replace: true }, true), [["location.replace", "#?"]]);
});
