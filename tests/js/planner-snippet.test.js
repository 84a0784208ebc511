/** Marked texts and snippets. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { documents, options } = require("./planner-bank.js");
const { load } = require("./planner-memory.js");

const kopilka = load(documents, options);
const { search } = kopilka;

/** Fragments as one string: [exact], ~near~. */
function drawn(fragments) {
  const signs = { exact: ["[", "]"], near: ["~", "~"], "": ["", ""] };
  return Array.from(fragments, ({ text, mark }) => signs[mark][0] + text + signs[mark][1]).join("");
}

/** A text as it is marked for a query. */
async function marked(query, text, how) {
  return drawn(search.mark(text, await search.ask(query, how)));
}

test("every form is marked, whatever its case", async () => {
  assert.equal(await marked("наставник", "НАСТАВНИКИ, наставником и Наставника."), "[НАСТАВНИКИ], [наставником] и [Наставника].");
  assert.equal(await marked("елка", "Ёлка и ёлки"), "[Ёлка] и [ёлки]");
  assert.equal(await marked("люди", "Человек и люди"), "[Человек] и [люди]");
});

test("relatives are marked as near", async () => {
  assert.equal(await marked("наставник", "Наставничество и наставник"), "~Наставничество~ и [наставник]");
});

test("phrases of the glossary are marked whole", async () => {
  assert.equal(await marked("шнор", "Школы с низкими результатами, или ШНОР."), "[Школы с низкими результатами], или [ШНОР].");
  assert.equal(await marked("иом", "Тьютор ведёт индивидуальный маршрут"), "~Тьютор~ ведёт [индивидуальный маршрут]");
});

test("what is being typed is marked in every word that begins so", async () => {
  assert.equal(await marked("наст", "Наставник и настойка", { typing: true }), "[Наставник] и [настойка]");
});

test("a corrected word is marked", async () => {
  assert.equal(await marked("yfcnfdybr", "Наш наставник"), "Наш [наставник]");
  assert.equal(await marked("наставнк", "Наш наставник"), "Наш [наставник]");
});

test("the pieces are the text again", async () => {
  const texts = [
    "", " ", "Наставник", "№\u00a0376 – школа\u2060…  \u0301наста\u0301вник\u00ad ", "👩‍🏫 наставник \ud800 шнор\udc00", "наставник-наставник,наставник",
    "Школы с низкими\nобразовательными результатами", "<b>наставник</b> & \"иом\"", "İстанбул наставник", "ﬁ наставник ǅ",
  ];
  for (const query of ["наставник", "шнор иом 376", "наст", "\ud800 👩‍🏫", ""]) {
    const answer = await search.ask(query, { typing: true });
    for (const text of texts) {
      assert.equal(Array.from(search.mark(text, answer), (one) => one.text).join(""), text);
      for (const hit of answer.hits) assert.equal(Array.from(search.mark(text, answer, hit), (one) => one.text).join(""), text);
    }
  }
});

test("an answer that came from elsewhere is marked by its hits", () => {
  const answer = { query: "x", shown: "x", correction: "", missing: [], hits: [{ n: 0, score: 1, terms: ["наставник"], near: "" }] };
  assert.equal(drawn(search.mark("Наставники", answer)), "[Наставники]");
  assert.equal(drawn(search.mark("Наставники", answer, answer.hits[0])), "[Наставники]");
});

const long = (word, before, after) => "Слово за слово. ".repeat(before) + word + " и дальше." + " Ещё слова текут.".repeat(after);

/** The snippet of a card for a query. */
async function snippet(lab, query, n, length) {
  const answer = await lab.search.ask(query);
  const [card] = await lab.cards([n]);
  return Array.from(await lab.search.snippet(card, answer, answer.hits.find((hit) => hit.n === n), length));
}

test("a snippet is a piece of the summary where that has a match; the text is not even loaded", async () => {
  const lab = load([{ title: "Запись", text: long("Наставник", 40, 40), body: "наставник" }]);
  const pieces = await snippet(lab, "наставник", 0);
  const text = pieces.map((one) => one.text).join("");
  assert.ok(text.length <= 220 && text.length > 150);
  assert.match(drawn(pieces), /^….*\[Наставник\].*…$/);
  assert.equal(lab.asked.some((name) => name.startsWith("texts")), false);
});

test("else it is a piece of the text", async () => {
  const lab = load([{ title: "Запись", text: "О другом.", body: long("супервизия", 100, 100) }]);
  assert.match(drawn(await snippet(lab, "супервизия", 0)), /\[супервизия\]/);
  assert.ok(lab.asked.includes("texts-0"));
});

test("else the beginning of the summary", async () => {
  const lab = load([{ title: "Наставник", text: long("Слово", 30, 30), body: "" }, { kind: "term", title: "Наставник", text: "Кто рядом." }]);
  assert.match(drawn(await snippet(lab, "наставник", 0)), /^Слово за слово.*…$/);
  assert.equal(drawn(await snippet(lab, "наставник", 1)), "Кто рядом.");
});

test("a text that does not load is done without", async () => {
  const lab = load([{ title: "Наставник", text: "О другом.", body: "" }]);
  lab.data = ((data) => async (name) => (name.startsWith("texts") ? Promise.reject(new Error(name)) : data(name)))(lab.data);
  assert.equal(drawn(await snippet(lab, "наставник", 0)), "О другом.");
});

test("the piece with most of the query is chosen", async () => {
  const text = long("наставник", 20, 20) + " Наставник пишет маршрут рядом со школой. " + long("наставник", 20, 20);
  const lab = load([{ title: "Запись", text, body: "" }]);
  assert.match(drawn(await snippet(lab, "маршрут наставник", 0)), /\[Наставник\] пишет \[маршрут\]/);
});

test("a snippet is cut between words, is no longer than asked for, and is a piece of the text", async () => {
  const words = "наставник идёт к ученику и молчит, потому что урок ещё длится, а 😀 смайлик прыгает".split(" ");
  for (let seed = 1; seed < 60; seed += 1) {
    const text = Array.from({ length: 30 + seed }, (_, i) => words[(i * seed + (i >> 2)) % words.length]).join(" ") + " наставник";
    const lab = load([{ title: "Запись", text, body: "" }]);
    for (const length of [40, 120, 220]) {
      const whole = (await snippet(lab, "наставник", 0, length)).map((one) => one.text).join("");
      const bare = whole.replace(/^…|…$/g, "");
      assert.ok(whole.length <= length, whole);
      assert.ok(text.includes(bare), whole);
      assert.ok((" " + text + " ").includes(" " + bare) && /^[\s,.]/.test((text + " ").slice(text.indexOf(bare) + bare.length)), whole);
    }
  }
});

test("a word longer than the snippet is cut and does not break", async () => {
  const lab = load([{ title: "Запись", text: "наставник" + "😀".repeat(400), body: "" }]);
  const whole = (await snippet(lab, "наставник", 0, 51)).map((one) => one.text).join("");
  assert.ok(whole.length <= 51);
  assert.equal(whole.isWellFormed(), true);
});
