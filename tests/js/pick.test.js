/** «Подобрать под себя»: ranking on hand-made cases and by its properties, reasons in words, the wish in the address. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js");
const FILES = ["06-dom.js", "36-days.js", "pick/10-rank.js", "pick/20-wish.js", "pick/30-reasons.js"];

function load() {
  const window = { kopilka: {} };
  const context = vm.createContext({ Intl, URLSearchParams, window });
  for (const name of FILES) vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context, { filename: name });
  return window.kopilka;
}

const kopilka = load();
const { WEIGHTS, match, rank, score, reasonsOf, hoursWords } = kopilka.picking;
const { read, write, nothing, isEmpty, catalogueQuery, traitsOf } = kopilka.wishes;

/** Objects of the scripts' own world compare by value only. */
function same(actual, expected) {
  assert.deepEqual(JSON.parse(JSON.stringify(actual)), expected);
}

function traits(given) {
  const empty = { n: 0, deficits: [], levels: [], roles: [], subjects: [], hours: null, way: "study", open: false, degree: 0 };
  return { ...empty, ...given };
}

function wish(given) {
  return { ...nothing(), ...given };
}

/* ---- hand-made cases ---- */

test("what meets more of the wish stands higher", () => {
  const asked = wish({ deficits: ["a", "b"], level: "school", role: "teacher" });
  const all = [
    traits({ n: 0, deficits: ["a"], levels: ["garden"] }),
    traits({ n: 1, deficits: ["a", "b"], levels: ["school"], roles: ["teacher"] }),
    traits({ n: 2, deficits: ["c"], levels: ["school"], roles: ["teacher"] }),
    traits({ n: 3, deficits: ["a"], levels: ["school"], degree: 3 }),
  ];
  same(rank(all, asked).map((item) => item.n), [1, 3, 0]);
});

test("of equals the proved one stands higher, then the newer one", () => {
  const asked = wish({ deficits: ["a"] });
  const all = [traits({ n: 0, deficits: ["a"] }), traits({ n: 1, deficits: ["a"], degree: 2 }), traits({ n: 2, deficits: ["a"] })];
  same(rank(all, asked).map((item) => item.n), [1, 0, 2]);
});

test("what one can apply for today stands before what has no dates", () => {
  const asked = wish({ ways: ["visit"] });
  const all = [traits({ n: 0, way: "visit" }), traits({ n: 1, way: "visit", open: true }), traits({ n: 2 })];
  same(rank(all, asked).map((item) => item.n), [1, 0]);
});

test("hours at hand: known and not longer", () => {
  const asked = wish({ hours: 6 });
  const all = [traits({ n: 0, hours: 6.5 }), traits({ n: 1, hours: 6 }), traits({ n: 2 }), traits({ n: 3, hours: 0.5 })];
  same(rank(all, asked).map((item) => item.n), [1, 3]);
});

test("a wish that says nothing offers nothing", () => {
  assert.equal(isEmpty(nothing()), true);
  same(rank([traits({ deficits: ["a"], degree: 3, open: true })], nothing()), []);
});

/* ---- properties on random data ---- */

/** A small generator of its own, so that a failure can be repeated. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const VALUES = ["a", "b", "c", "d"];
const WAYS = ["study", "visit", "join"];

function randomTraits(random, n) {
  const some = () => VALUES.filter(() => random(3) === 0);
  const hours = [null, 0.5, 3, 10, 40][random(5)];
  return { n, deficits: some(), levels: some(), roles: some(), subjects: some(), hours, way: WAYS[random(3)], open: random(4) === 0, degree: random(4) };
}

function randomWish(random) {
  const one = () => ["", ...VALUES][random(5)];
  return {
    deficits: VALUES.filter(() => random(3) === 0),
    level: one(),
    role: one(),
    subject: one(),
    hours: [null, 1, 6, 16][random(4)],
    ways: WAYS.filter(() => random(3) === 0),
  };
}

function each(check) {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = generator(seed);
    const all = Array.from({ length: 12 }, (_, n) => randomTraits(random, n));
    check(all, randomWish(random), `seed ${seed}`);
  }
}

/** The same sum, written down once more without the function's own steps. */
function naive(item, asked) {
  const helps = asked.deficits.filter((id) => item.deficits.includes(id)).length;
  const level = item.levels.includes(asked.level);
  const role = item.roles.includes(asked.role);
  const subject = item.subjects.includes(asked.subject);
  const time = asked.hours !== null && item.hours !== null && item.hours <= asked.hours;
  const way = asked.ways.includes(item.way);
  const asksWho = Boolean(asked.level || asked.role || asked.subject);
  const common = asked.deficits.length ? helps > 0 : asksWho ? level || role || subject : time || way;
  if (!common) return 0;
  let sum = 1 + 6 * helps + item.degree;
  if (level) sum += 8;
  if (way) sum += 6;
  if (role) sum += 5;
  if (subject) sum += 4;
  if (time) sum += 3;
  if (item.open) sum += 2;
  return sum;
}

test("the score is the sum of its weights", () => {
  each((all, asked, seed) => all.forEach((item) => assert.equal(score(item, asked), naive(item, asked), seed)));
});

test("the order is that of the scores, and nothing is lost or doubled", () => {
  each((all, asked, seed) => {
    const expected = all
      .map((item) => [item.n, naive(item, asked)])
      .filter(([, points]) => points > 0)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .map(([n]) => n);
    same(rank(all, asked).map((item) => item.n), expected, seed);
  });
});

test("choosing one more difficulty that a record helps with never lowers it", () => {
  each((all, asked, seed) => {
    all.forEach((item) => {
      item.deficits.filter((id) => !asked.deficits.includes(id)).forEach((id) => {
        const more = { ...asked, deficits: [...asked.deficits, id] };
        assert.ok(score(item, more) >= score(item, asked), seed);
        const place = (wished) => rank(all, wished).findIndex((other) => other.n === item.n);
        const without = all.filter((other) => !other.deficits.includes(id)).map((other) => other.n);
        const above = (wished) => rank(all, wished).slice(0, Math.max(place(wished), 0)).filter((other) => without.includes(other.n));
        if (place(asked) >= 0) assert.ok(above(more).length <= above(asked).length, seed);
      });
    });
  });
});

test("a record that meets one thing more never falls", () => {
  each((all, asked, seed) => {
    const [item] = all;
    const gains = [
      { deficits: VALUES },
      { levels: VALUES },
      { roles: VALUES },
      { subjects: VALUES },
      { hours: 0.5 },
      { open: true },
      { degree: 3 },
    ];
    gains.forEach((gain) => assert.ok(score({ ...item, ...gain }, asked) >= score(item, asked), seed));
  });
});

test("a record with nothing in common is never offered", () => {
  each((all, asked, seed) => {
    const stranger = traits({ n: 99, way: "none", open: true, degree: 3 });
    assert.equal(score(stranger, asked), 0, seed);
    assert.ok(rank([stranger, ...all], asked).every((item) => item.n !== 99), seed);
    rank(all, asked).forEach((item) => {
      const met = match(item, asked);
      assert.ok(met.deficits.length || met.level || met.role || met.subject || met.time || met.way, seed);
    });
  });
});

test("no weight is below zero", () => {
  assert.ok(Object.values(WEIGHTS).every((weight) => weight > 0));
});

/* ---- words ---- */

const NAMES = {
  today: "2026-11-22",
  deficit: (id) => ({ m: "методические", u: "управленческие" })[id],
  level: (id) => ({ o: "основное общее", d: "дошкольное" })[id],
  role: (id) => ({ t: "учитель-предметник", v: "воспитатель" })[id],
  subject: (id) => ({ h: "история", b: "биология" })[id],
  degree: (step) => ["Итоги не указаны", "Итоги описаны словами", "Измерено", "Измерено и повторено"][step],
  own: () => ({ levels: ["d"], roles: ["v"], subjects: ["b"] }),
};
const ASKED = wish({ deficits: ["m", "u"], level: "o", role: "t", subject: "h", hours: 16, ways: ["visit"] });

/** Words with plain spaces. */
function words(item, card, asked = ASKED) {
  const found = reasonsOf({ hours: null, agenda: [], ...card }, traits(item), asked, NAMES);
  return JSON.parse(JSON.stringify(found).replace(/\u00a0/g, " ").replace(/\u2060/g, ""));
}

test("all that fits is told", () => {
  const item = { deficits: ["m", "u"], levels: ["o"], roles: ["t"], subjects: ["h"], hours: 16, way: "visit", degree: 3 };
  const agenda = [["Последний день заявок", "2026-12-05", "2026-12-05"], ["Стажировка", "2026-12-08", "2026-12-10"]];
  assert.deepEqual(words(item, { agenda }), {
    fits: [
      "Помогает с тем, что вы отметили: методические, управленческие",
      "Ваш уровень: основное общее",
      "Ваша роль: учитель-предметник",
      "Ваш предмет: история",
      "16 часов – укладывается",
      "Можно съездить и увидеть",
      "Последний день заявок: 5 декабря; Стажировка: 8–10 декабря",
      "Результат: измерено и повторено",
    ],
    misses: [],
  });
});

test("all that does not fit is told as honestly", () => {
  assert.deepEqual(words({ deficits: ["m"], levels: ["d"], roles: ["v"], subjects: ["b"], hours: 24, degree: 1 }, {}), {
    fits: ["Помогает с тем, что вы отметили: методические"],
    misses: [
      "С этим не поможет: управленческие",
      "Уровень другой: дошкольное",
      "Написано для других: воспитатель",
      "Предметы другие: биология",
      "Дольше, чем вы отвели: 24 часа",
      "Другой способ: только изучить самому",
    ],
  });
});

test("what is not known is said so, what was not asked is not told", () => {
  const asked = wish({ deficits: ["m"], hours: 1 });
  assert.deepEqual(words({ deficits: ["m"] }, {}, asked).misses, ["Сколько времени займёт, не указано"]);
  assert.deepEqual(words({ deficits: ["m"], way: "join" }, {}, wish({ deficits: ["m"] })).misses, ["Ближайшие даты не объявлены"]);
  assert.deepEqual(words({ deficits: ["m"], hours: 2 }, {}, wish({ deficits: ["m"] })), {
    fits: ["Помогает с тем, что вы отметили: методические"],
    misses: [],
  });
});

test("what has passed by the day of reading is not offered as coming", () => {
  const agenda = [["Сессия", "2026-11-20", "2026-11-21"], ["Неделя", "2026-11-20", "2026-11-22"], ["Встреча", "2026-11", "2026-11"], ["Съезд", "2025", "2025"]];
  const told = words({ deficits: ["m"], way: "join" }, { agenda }, wish({ deficits: ["m"] }));
  assert.deepEqual(told.fits[1], "Неделя: 20–22 ноября; Встреча: ноябрь 2026 года");
  assert.deepEqual(told.misses, []);
});

test("dates in words", () => {
  const said = (first, last) => kopilka.datesWords(first, last, "2026-11-22").replace(/\u00a0/g, " ").replace(/\u2060/g, "");
  assert.equal(said("2026-12-05", "2026-12-05"), "5 декабря");
  assert.equal(said("2026-12-05", "2026-12-07"), "5–7 декабря");
  assert.equal(said("2026-12-30", "2027-01-02"), "30 декабря – 2 января 2027 года");
  assert.equal(said("2027-02", "2027-02"), "февраль 2027 года");
  assert.equal(said("2027", ""), "2027 год");
});

test("hours in words", () => {
  const said = [0.05, 0.5, 1, 1.5, 2, 21, 24].map((hours) => hoursWords(hours).replace(/\u00a0/g, " "));
  assert.deepEqual(said, ["3 минуты", "30 минут", "1 час", "1,5 часа", "2 часа", "21 час", "24 часа"]);
});

/* ---- the address ---- */

const KNOWN = { trudnosti: ["m", "u"], urovni: ["o"], komu: ["t"], predmety: ["h"] };
const known = (key) => KNOWN[key] || [];

test("a wish goes to the address and back", () => {
  each((_, asked) => {
    const mine = { ...asked, deficits: asked.deficits.length ? ["m"] : [], level: asked.level && "o", role: asked.role && "t", subject: asked.subject && "h" };
    same(read({ search: write(mine, 24), hash: "" }, known).wish, mine);
    same(read({ search: "", hash: "#" + write(mine, 24) }, known).wish, mine);
  });
});

test("an empty wish is still an answer", () => {
  assert.equal(read({ search: "", hash: "" }, known).asked, false);
  assert.equal(read({ search: write(nothing(), 0), hash: "" }, known).asked, true);
  assert.equal(catalogueQuery(nothing()), "");
  assert.equal(catalogueQuery(wish({ deficits: ["m"], ways: ["visit"], hours: 6 })), "?trudnosti=m&chasy=-6");
});

test("a hostile address asks for nothing", () => {
  const rubbish = ["<img src=x onerror=alert(1)>", "__proto__", "constructor", "m".repeat(5000), "%00", "../../x", "m<script>"];
  for (const text of rubbish) {
    const item = encodeURIComponent(text);
    const search = `?trudnosti=${item}&urovni=${item}&komu=${item}&predmety=${item}&chasy=${item}&hochu=${item}&dalshe=${item}`;
    const found = read({ search, hash: "" }, known);
    same(found.wish, { deficits: [], level: "", role: "", subject: "", hours: null, ways: [] });
    assert.equal(found.shown, 0);
  }
  assert.equal(read({ search: "?dalshe=9999", hash: "" }, known).shown, 1000);
});

test("a record of a wider or a narrower value fits", () => {
  const values = [
    { id: "wide", parent: null },
    { id: "narrow", parent: "wide" },
    { id: "other", parent: "wide" },
  ];
  const own = [{ predmety: ["wide"], "vid-zapisi": ["site"] }, { predmety: ["narrow"], dokazatelnost: ["s2"], nabor: ["otkryt"] }, {}];
  const facets = [
    { key: "predmety", values },
    { key: "dokazatelnost", values: [{ id: "s0" }, { id: "s1" }, { id: "s2" }] },
    { key: "nabor", values: [{ id: "otkryt", days: [] }, { id: "istyok" }] },
  ];
  const table = { records: 3, facets, values: (n) => own[n], number: (n) => [16, null, null][n] };
  const found = traitsOf(table, { degrees: "dokazatelnost", facets }, { kinds: { site: { way: "visit" } } });
  const fits = (subject) => found.filter((item) => match(item, wish({ subject })).subject).map((item) => item.n);
  same([fits("wide"), fits("narrow"), fits("other")], [[0, 1], [0, 1], [0]]);
  same(found.map((item) => [item.way, item.hours, item.degree, item.open]), [["visit", 16, 0, false], ["study", null, 2, true], ["study", null, 0, false]]);
});
