/** The index of the search in the browser: words like a word, relatives, concepts, shards, files that fail. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./search-loading.js");

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const TERMS = ["376", "§0", "§1", "иом", "класс", "люд", "наставник", "наставничеств", "урок", "человек", "школ", "школьн"];

/** Small numbers only. */
function pack(numbers) {
  return numbers.map((number) => SIGNS[number]).join("");
}

/** Words without common beginnings. */
function packWords(words) {
  return words.map((word) => "A" + word).join("");
}

/** Twelve terms in two shards over three documents; the term of place p stands in document p % 3, in the title. */
function files() {
  const posting = (place) => pack([0, 1, (place % 3) * 2]);
  const packed = TERMS.map((_, place) => posting(place));
  return {
    search: {
      documents: 3,
      k1: 1.2,
      b: 0.75,
      fields: [["title", 4, "222"], ["text", 1, "000"]],
      terms: packWords(TERMS),
      frequencies: pack(TERMS.map((_, place) => 1 + (place % 4))),
      shards: [0, 6],
      stop: packWords(["в", "и"]),
      literals: packWords(["иом"]),
      links: ["люд человек|людьм", "урок|уроч"],
      concepts: [["индивидуальн маршрут", "иом"], ["маршрут"]],
      near: [[1], []],
    },
    "search-0": packed.slice(0, 6).join(" "),
    "search-1": packed.slice(6).join(" "),
  };
}

async function ready(changed = {}) {
  const kopilka = load({ ...files(), ...changed });
  await kopilka.index.ready();
  return kopilka;
}

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected) {
  assert.equal(JSON.stringify(actual), JSON.stringify(expected));
}

/** The textbook's distance, whole table. */
function naive(a, b) {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 0; j <= b.length; j++) table[0][j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
    }
  return table[a.length][b.length];
}

/** The same words every time. */
function words(count, longest) {
  let seed = 376;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  return Array.from({ length: count }, () =>
    Array.from({ length: next(longest) + 1 }, () => "абвг"[next(4)]).join(""),
  );
}

test("words are known with their frequencies", async () => {
  const { index } = await ready();
  same([index.has("школ"), index.has("шко"), index.has("")], [true, false, false]);
  same([index.frequency("376"), index.frequency("иом"), index.frequency("нет")], [1, 4, 0]);
  same(index.prefix("школ", 5), ["школьн", "школ"]);
  same(index.prefix("школ", 1), ["школьн"]);
  same(index.prefix("ю", 5), []);
});

test("before the core has come every word is stemmed and none is known", () => {
  const { index } = load({});
  same(index.analyse("в школах").map((token) => token.term), ["в", "школ"]);
  same([index.has("школ"), index.prefix("ш", 3), index.links("люд"), index.search([{ term: "школ", boost: 1 }])], [false, [], [], []]);
});

test("a token knows its place, its term, its kind", async () => {
  const { index } = await ready();
  const [school, is, number, short, latin] = index.analyse("Школам и №376 ИОМ soft");
  same([school.start, school.end, school.word, school.form, school.term], [0, 6, "Школам", "школам", "школ"]);
  same([school.literal, school.latin, school.stop], [false, false, false]);
  same([is.stop, number.literal, number.term, short.literal, short.term], [true, true, "376", true, "иом"]);
  same([latin.latin, latin.literal], [true, false]);
  same(index.analyse("иом")[0].term, "иом");
});

test("words like a word are those the textbook finds", () => {
  const { fuzzy } = load({});
  const listed = words(400, 9);
  listed.forEach((a, i) => {
    const b = listed[(i * 7 + 1) % listed.length];
    for (const most of [1, 2]) assert.equal(fuzzy.distance(a, b, most), Math.min(naive(a, b), most + 1), a + " " + b);
  });
  const terms = Array.from(new Set(listed)).sort();
  const frequencies = Uint32Array.from(terms, (_, place) => place % 5);
  listed.slice(0, 60).forEach((word) => {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const expected = terms.filter((term) => term !== word && naive(word, term) <= most);
    const found = fuzzy.near(word, 1000, terms, frequencies);
    same(found.map(({ term }) => term).sort(), expected.sort());
    found.forEach(({ term, distance }) => assert.equal(distance, naive(word, term)));
  });
});

test("nearest and most frequent first, no more than asked", async () => {
  const { index } = await ready();
  same(index.near("нставник", 5), [{ term: "наставник", distance: 1 }]);
  same(index.near("школьнн", 5), [{ term: "школьн", distance: 1 }]);
  same(index.near("шкл", 5), []);
  same(index.near("класс", 5), []);
});

test("relatives have one root", async () => {
  const { index, roots } = await ready();
  same(index.family("наставник"), ["наставничеств"]);
  same(index.family("школ"), ["школьн"]);
  same(index.family("урок"), []);
  same(index.family("376"), []);
  const families = [
    ["наставник", "наставничеств", "наставническ", "наставнича"],
    ["проект", "проектн", "проектирован", "проектировщик"],
    ["методик", "методическ", "методист", "метод"],
    ["исследован", "исследовательск", "исследова", "исследовател"],
    ["мотивац", "мотивацион", "мотивирова"],
    ["библиотек", "библиотечн", "библиотекар"].slice(0, 2),
    ["урок", "урочн"],
    ["книг", "книжн"],
  ];
  families.forEach((family) => assert.equal(new Set(family.map(roots.rootOf)).size, 1, family.join()));
  ["план", "планет", "партнер", "практик", "урок"].forEach((word, _, all) => {
    all.forEach((other) => assert.ok(word === other || roots.rootOf(word) !== roots.rootOf(other), word + " " + other));
  });
  same([roots.rootOf("дом"), roots.rootOf("soft"), roots.rootOf(""), roots.rootOf("§1")], ["", "", "", ""]);
});

test("a noun leads to its other stems, asked for or written", async () => {
  const { index } = await ready();
  same(index.links("люд"), ["человек"]);
  same(index.links("людьм"), ["люд", "человек"]);
  same(index.links("уроч"), ["урок"]);
  same(index.links("школ"), []);
});

test("phrases are found between stop words", async () => {
  const { index } = await ready();
  const tokens = index.analyse("про индивидуальные и маршруты, ИОМ");
  same(index.concepts(tokens), [
    { token: "§0", from: 1, to: 4 },
    { token: "§1", from: 3, to: 4 },
    { token: "§0", from: 4, to: 5 },
  ]);
  same(index.conceptTerms("§0"), [["индивидуальн", "маршрут"], ["иом"]]);
  same(index.nearConcepts("§0"), ["§1"]);
  for (const wrong of ["§99", "§", "иом", "", "§x"]) same([index.conceptTerms(wrong), index.nearConcepts(wrong)], [[], []]);
});

test("shards come once, with the terms they are asked for", async () => {
  const kopilka = await ready();
  await kopilka.index.bring(["нет", "§0"]);
  await kopilka.index.bring(["§1", "школ"]);
  await kopilka.index.bring(["школьн"]);
  same(kopilka.asked, ["search", "search-0", "search-1"]);
});

test("only what was brought counts", async () => {
  const { index } = await ready();
  await index.bring(["§0"]);
  const asked = [{ term: "§0", boost: 1 }, { term: "школьн", boost: 1 }, { term: "нет", boost: 1 }];
  same(index.search(asked).map(({ n, terms }) => [n, terms]), [[1, ["§0"]]]);
  await index.bring(["школьн"]);
  same(index.search(asked).map(({ n, terms }) => [n, terms]), [[1, ["§0"]], [2, ["школьн"]]]);
  same(index.search([]), []);
});

test("a lost file is an error once, not for ever", async () => {
  const kept = files();
  const kopilka = load({});
  await assert.rejects(kopilka.index.ready());
  const data = kopilka.data;
  kopilka.data = async (name) => (name === "search-1" ? data(name) : kept[name]);
  await kopilka.index.ready();
  await assert.rejects(kopilka.index.bring(["школ"]));
  same(kopilka.index.search([{ term: "школ", boost: 1 }]), []);
  kopilka.data = async (name) => kept[name];
  await kopilka.index.bring(["школ"]);
  assert.equal(kopilka.index.search([{ term: "школ", boost: 1 }]).length, 1);
});

test("hostile words are words", async () => {
  const { index } = await ready();
  const hostile = ["__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", "§0", "*", "школ*", "+школ", "\ud800", "\0", "a".repeat(100000)];
  for (const text of hostile) {
    const terms = index.analyse(text).map((token) => token.term);
    await index.bring([text, ...terms]);
    const found = index.search([text, ...terms].map((term) => ({ term, boost: 1 })));
    assert.ok(found.length <= 1, text.slice(0, 20));
    for (const term of [text, ...terms]) {
      index.links(term);
      index.family(term);
      index.conceptTerms(term);
      assert.ok(index.near(term.slice(0, 50), 3).length <= 3);
    }
  }
});
