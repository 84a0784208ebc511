/** The parts of the page's scripts that need no browser: what a stored choice may be, which heading is being read. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js");

/** Runs first.js and 20-page.js over a document without elements; gives what they lend each other. */
function load(stored) {
  const root = { classList: { add() {}, remove() {} }, removeAttribute() {}, setAttribute() {} };
  const document = { addEventListener() {}, documentElement: root, querySelectorAll: () => [] };
  const window = {
    addEventListener() {},
    document,
    localStorage: { getItem: () => stored },
    location: { protocol: "https:" },
    matchMedia: () => ({ addEventListener() {}, matches: false }),
  };
  const context = vm.createContext({ document, window });
  for (const name of ["first.js", "20-page.js"]) vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context);
  return window.kopilka;
}

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected) {
  assert.equal(JSON.stringify(actual), JSON.stringify(expected));
}

test("known names with allowed values are choices", () => {
  same(load('{"size": "150", "color": "bw"}').read(), { size: "150", color: "bw" });
});

test("anything else in the storage is no choice", () => {
  for (const stored of [null, "", "{", "[]", "7", '{"size": "1000"}', '{"onload": "x"}', '{"scheme": {"a": 1}}']) {
    same(load(stored).read(), {});
  }
});

test("the heading being read is the last one above the line", () => {
  const { headingAt } = load(null);
  assert.equal(headingAt([300, 900], 200), 0);
  assert.equal(headingAt([-500, 100, 900], 200), 1);
  assert.equal(headingAt([-900, -500, -100], 200), 2);
});
