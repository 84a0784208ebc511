/** A facet offered for what is typed. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");
const { load, packList } = require("./facets-world.js");

const SEARCH = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js", "search");

function value(id, label, total, more = {}) {
  return { id, label, in: packList(Array.from({ length: total }, (_, n) => n)), ...more };
}

const DATA = {
  today: "2026-11-22",
  records: 40,
  facets: [
    { key: "urovni", label: "Уровень образования", type: "values", values: [
      value("nachalnoe", "начальное общее образование", 9, { short: "НОО", words: ["начальная школа"] }),
      value("osnovnoe", "основное общее образование", 12, { short: "ООО", words: ["основная школа"] }),
    ] },
    { key: "temy", label: "Тема", type: "values", values: [
      value("nastavnichestvo", "наставничество", 13, { words: ["менторство"] }),
      value("uchyot", "учёт достижений", 2),
      value("pusto", "пустая тема", 0),
    ] },
    { key: "komu", label: "Для кого", type: "values", values: [
      value("nastavnik", "педагог-наставник", 20, { words: ["наставничество педагогов"] }),
    ] },
    { key: "organizacii", label: "Организация", type: "values", values: [
      value("shkola-376", "Школа № 376 Московского района", 4),
      value("shkola-37", "Школа № 37", 3),
    ] },
  ],
  titles: "#".repeat(40),
  degrees: "",
};

/** The stemmer of the search beside the facets, as when the part «search» has come. */
function withStemmer() {
  const window = {};
  vm.runInContext(readFileSync(join(SEARCH, "01-stemmer.min.js"), "utf-8"), vm.createContext(window));
  const Stemmer = window.RussianStemmer || (window.window || {}).RussianStemmer;
  return Stemmer ? { RussianStemmer: Stemmer } : {};
}

for (const [name, world] of [["a plain rule", load()], ["the stemmer of the search", load(withStemmer())]]) {
  const table = world.facets.open(DATA, "2026-11-22");
  const found = (words, limit) => Array.from(table.find(words, limit), (offer) => offer.value).join(" ");

  test(`label, short name, synonym and their forms, by ${name}`, () => {
    assert.equal(found("наставничества").split(" ")[0], "nastavnichestvo");
    assert.equal(found("НАСТАВНИЧЕСТВО").split(" ")[0], "nastavnichestvo");
    assert.equal(found("ооо"), "osnovnoe");
    assert.equal(found("менторства"), "nastavnichestvo");
    assert.equal(found("начальной школе"), "nachalnoe");
    assert.equal(found("учет достижений"), "uchyot");
    assert.equal(found("педагогу-наставнику"), "nastavnik");
  });

  test(`a name among other words, and one being typed, by ${name}`, () => {
    assert.equal(found("как наладить наставничество в школе"), "nastavnichestvo");
    assert.equal(found("основное общ"), "osnovnoe");
    assert.equal(found("настав"), "nastavnichestvo");
    assert.equal(found("376"), "shkola-376");
    assert.equal(found("№376"), "shkola-376");
    assert.equal(found("школа 376"), "shkola-376");
    assert.equal(found("школа 37"), "shkola-37");
  });

  test(`nothing for nothing, by ${name}`, () => {
    for (const words of ["", "   ", "!!!", "но", "3", "образование", "пустая тема", "<b>", "x".repeat(100000)]) {
      assert.equal(found(words), "", words.slice(0, 20));
    }
  });
}

test("an offer says what the facet is called and how many records there are; the limit holds", () => {
  const table = load().facets.open(DATA, "2026-11-22");
  assert.equal(JSON.stringify(table.find("менторство")), JSON.stringify([
    { facet: "temy", value: "nastavnichestvo", label: "наставничество", facetLabel: "Тема", n: 13 },
  ]));
  assert.equal(table.find("школа", 1).length, 1);
  assert.equal(table.find("школа").length, 2);
});
