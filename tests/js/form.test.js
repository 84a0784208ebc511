/** The form without a page: drafts, consents, files that people bring, storage that refuses, the library as published. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");

const { load } = require("./form-loading.js");
const { makeStorage } = require("./route-setup.js");

const ROOT = join(__dirname, "..", "..");
const OURS = join(ROOT, "plugins", "kopilka", "site", "assets", "js", "form");

const text = { type: "text", min_length: 1, max_length: 300 };
const consent = { type: "part", fields: [field("date", { type: "date" }, true), field("basis", text, true), field("scope", { type: "list", item: { type: "choice", choices: [["name", "имя"], ["photo", "фото"]] } })] };
const person = { type: "part", fields: [field("name", text), field("position", text, true), field("consent", consent)], consent: { field: "consent", covers: ["name"], usual: ["name", "position"] } };
const described = {
  kind: "practice",
  fields: [field("title", { type: "text", min_length: 3 }, true), { ...field("status", { type: "choice", choices: [["draft", "черновик"]] }, true), own: true }, field("authors", { type: "list", item: person }), field("minutes", { type: "integer", ge: 1 }), field("done", { type: "done" }), { ...field("created", { type: "date" }, true), own: true }],
  texts: [{ title: "Введение", worth: 3 }, { title: "Ход работы", worth: 3 }],
  bodyWorth: 0,
};

function field(key, shape, required = false) {
  return { key, label: key, help: "", example: null, required, worth: 1, shape };
}

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected) {
  assert.deepEqual(JSON.parse(JSON.stringify(actual)), expected);
}

const form = load();

function record(values, extra = {}) {
  return form.recordOf(described, { values, extra, texts: {}, name: "" }, "2026-11-22");
}

test("the library is fflate 0.8.3 as published, with its licence", () => {
  const published = join(ROOT, "node_modules", "fflate");
  assert.equal(JSON.parse(readFileSync(join(published, "package.json"), "utf-8")).version, "0.8.3");
  assert.equal(readFileSync(join(OURS, "00-fflate.min.js"), "utf-8"), readFileSync(join(published, "umd", "index.js"), "utf-8"));
  const licence = readFileSync(join(published, "LICENSE"), "utf-8").trim();
  assert.ok(readFileSync(join(OURS, "00-fflate-licence.min.js"), "utf-8").includes(licence));
});

test("a name without a consent stays out of the file, the position does not", () => {
  const given = { date: "2025-09-01", basis: "согласие № 12" };
  const one = (consent) => record({ authors: [{ name: "Примерова Мария", position: "учитель", consent }] }).authors[0];
  same(one(undefined), { position: "учитель" });
  assert.equal(one({ date: "2025-09-01" }).name, undefined, "a consent without its document is none");
  assert.equal(one({ ...given, scope: ["photo"] }).name, undefined, "a consent to something else");
  assert.equal(one(given).name, "Примерова Мария");
  same(form.withheldIn(person, { name: "Мария", position: "учитель" }), ["name"]);
});

test("the bank's own fields begin as a draft of today, and stay as they were in an opened file", () => {
  same(record({ title: "Карты" }), { title: "Карты", status: "draft", created: "2026-11-22" });
  const opened = form.draftOf(described, { title: "Карты", status: "published", created: "2024-01-02", novelty: { a: [1, "б"] } });
  same(record(opened.values, opened.extra), { title: "Карты", status: "published", created: "2024-01-02", novelty: { a: [1, "б"] } });
});

test("numbers are read as people write them", () => {
  for (const [typed, meant] of [["1 000", 1000], ["1\u00a0000", 1000], ["4,5", 4.5], ["−3", -3], [" 7 ", 7], ["семь", "семь"], ["1 2", "1 2"], ["12345678901234567890", "12345678901234567890"]]) {
    assert.equal(record({ minutes: typed }).minutes, meant, typed);
  }
  assert.equal(record({ done: "Да" }).done, true);
  assert.equal(record({ minutes: "  " }).minutes, undefined);
});

test("what does not fit a field is kept as it is and not shown", () => {
  const { values, extra } = form.draftOf(described, { title: ["не", "текст"], authors: [{ position: "учитель", hobby: "шахматы" }], minutes: 5 });
  same(values, { minutes: "5" });
  same(extra, { title: ["не", "текст"], authors: [{ position: "учитель", hobby: "шахматы" }] });
  same(record(values, extra).authors, [{ position: "учитель", hobby: "шахматы" }]);
});

test("files of people: lists in brackets, quotes, comments, folded texts", () => {
  const { data, body } = form.readRecord('\ufeff---\r\n# заметка\r\ntitle: "Карты: \\u0430" # хвост\r\nkeywords: [чтение, "а, б", \'в\']\r\nlevels:\r\n- одно\r\n-   два\r\nsummary: >-\r\n  первая\r\n  вторая\r\n\r\n  третья\r\nparts:\r\n  - what: а\r\n    n: 2\r\n  -\r\n    what: б\r\n---\r\n\r\n## Введение\r\n\r\nСлова\r\n');
  same(data, { title: "Карты: а", keywords: ["чтение", "а, б", "в"], levels: ["одно", "два"], summary: "первая вторая\nтретья", parts: [{ what: "а", n: 2 }, { what: "б" }] });
  assert.equal(body, "## Введение\n\nСлова\n");
});

test("what cannot be read for certain is told by its line", () => {
  for (const [header, line] of [["a: &x 1", 2], ["a: *x", 2], ["a: !!js/function x", 2], ["a: 1\na: 2", 3], ["a: б\n  в", 2], ["\ta: 1", 2], ['a: "б', 2], ["a: [б, в", 2], ["a:\n  - б\n    в: 1", 4], ["просто слова", 2], ["a: {б: 1}", 2]]) {
    assert.throws(() => form.readRecord(`---\n${header}\n---\n`), (error) => error.message.includes("Строка") && /Строка (\d+)/.exec(error.message)[1] <= String(line + 1), header);
  }
  assert.throws(() => form.readRecord("<html>"), /не файл записи/);
  assert.throws(() => form.readRecord("---\n" + "a: 1\n".repeat(300000) + "---\n"), /слишком велик/);
  assert.throws(() => form.readRecord("---\n" + Array.from({ length: 60 }, (_, i) => " ".repeat(i) + "a:\n").join("") + "---\n"), /вложенных/);
});

test("names that mean something to JavaScript are only names", () => {
  const { data } = form.readRecord("---\n__proto__:\n  polluted: true\nconstructor: x\ntitle: Карты\n---\n");
  const { values, extra } = form.draftOf(described, data);
  assert.equal({}.polluted, undefined);
  assert.equal(values.polluted, undefined);
  const written = form.writeRecord(described, record(values, extra), "");
  assert.match(written, /__proto__:\n {2}polluted: true\nconstructor: x\n/);
});

test("the body falls into its sections and together again; headings in code are code", () => {
  const body = "До разделов.\n\n## Введение\n\nПервое.\n\n```\n## Ход работы\n```\n\n## Своё\n\nЕщё.\n\n## Ход работы\n\nВторое.";
  const texts = form.splitBody(described, body);
  assert.equal(texts[""], "До разделов.");
  assert.match(texts["Введение"], /```\n## Ход работы\n```\n\n## Своё\n\nЕщё\.$/);
  assert.equal(form.joinBody(described, texts), body);
  const picture = { name: "a.jpg", bytes: [], picture: true, alt: "Доска [с] картами", section: "Введение" };
  assert.match(form.joinBody(described, { Введение: "Слова" }, [picture]), /Слова\n\n!\[Доска\s+с\s+картами\]\(a\.jpg\)$/);
});

test("a draft lives in the storage, and a stranger's storage does no harm", () => {
  const storage = makeStorage();
  const world = load({ localStorage: storage });
  const drafts = world.openDrafts(described);
  drafts.drafts.now.values.title = "Карты";
  drafts.keep();
  assert.equal(world.openDrafts(described).drafts.now.values.title, "Карты");
  for (const raw of ["{", "[]", "null", '{"now":7,"aside":{}}', '{"now":{"values":{"title":{"a":1},"authors":"x","__proto__":{"p":1}},"texts":[1],"name":"../../x"},"aside":[null,{"draft":3}]}']) {
    storage.values[drafts.key] = raw;
    const opened = world.openDrafts(described).drafts;
    same(opened.now.values, {});
    assert.equal(opened.now.name, "");
  }
});

test("beginning anew sets the draft aside, and it can be taken back; a storage that refuses is told of", () => {
  const storage = makeStorage();
  const world = load({ localStorage: storage });
  const drafts = world.openDrafts(described);
  drafts.drafts.now.values.title = "Карты";
  drafts.change();
  same(drafts.drafts.now.values, {});
  drafts.takeBack(0);
  assert.equal(drafts.drafts.now.values.title, "Карты");
  storage.mode = "full";
  drafts.keep();
  assert.equal(drafts.drafts.state, "full");
  storage.mode = "off";
  drafts.keep();
  assert.equal(drafts.drafts.state, "off");
  assert.equal(world.openDrafts(described).drafts.state, "off");
});

test("titles are alike whatever the order and the endings of their words, and not by one word alone", () => {
  const { likeness } = load({}, ["34-alike"]);
  assert.equal(likeness("Читательские карты на уроках", "Карта читательская на уроке физики"), 1);
  assert.equal(likeness("Наставник на час", "На час к наставнику"), 1);
  assert.equal(likeness("Карты", "Карты вопросов"), 0);
  assert.ok(likeness("Утренний круг в пятом классе", "Круг читателей") < 0.6);
});

test("an author hears no names that fields have in a file", () => {
  const { spoken } = load({}, ["48-messages"]);
  assert.equal(spoken("Хватит одной строки (pictures): чьи (source), на каких условиях (licence)."), "Хватит одной строки: чьи, на каких условиях.");
  assert.equal(spoken("Скажите, кто виден (people): никого – none, взрослые – adults."), "Скажите, кто виден: никого, взрослые.");
  assert.equal(spoken("Впишите это (source и licence); можно под CC-BY-4.0 (в словах)"), "Впишите это; можно под CC-BY-4.0 (в словах)");
});
