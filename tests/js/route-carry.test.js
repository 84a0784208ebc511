/** The route that is taken along: links, files, the calendar, the sums. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { deflateSync } = require("node:zlib");
const { load, plain } = require("./route-setup.js");

const { kopilka } = load();
const { carry, route, sums } = kopilka;

const ROUTE = route.clean({
  goal: "Научить читать; «вопросы», запятые\nи вторая строка 🙂",
  deficits: ["metodicheskie", "predmetnye"],
  steps: [
    { id: "karty", title: "Карты", kind: "practice", url: "praktiki/karty", by: "Школа № 1", note: "взять\nкарту", when: "до 20.11.2026", to: "2026-11-20", hours: 3, done: true, added: route.today() },
    { id: "stazhirovka", title: "Стажировка", kind: "site", url: "ploshchadki/stazhirovka", when: "25–27.11.2026", from: "2026-11-25", to: "2026-11-27", hours: 16, added: route.today() },
    { id: "krug", title: "Круг", kind: "practice", url: "praktiki/krug", when: "декабрь 2026", from: "2026-12-01", to: "2026-12-31", hours: 2.5, form: "try", added: route.today() },
    { id: "set", title: "Сеть", kind: "network", url: "seti/set", hours: 0, added: route.today() },
    { id: "~svoj", title: "Поговорить с завучем", note: "до обеда", added: route.today() },
  ],
});
const KINDS = { practice: { way: "study" }, site: { way: "visit" }, network: { way: "join" } };

/** The hash of a link made by hand. */
function hash(letter, bytes) {
  return "#marshrut=" + letter + Buffer.from(bytes).toString("base64url");
}

test("a link brings the same route back, squeezed or not", async () => {
  const squeezed = await carry.hashOf(ROUTE);
  const old = load({ streams: false }).kopilka;
  const plainHash = await old.carry.hashOf(ROUTE);
  assert.match(squeezed, /^#marshrut=a[A-Za-z0-9_-]+$/);
  assert.match(plainHash, /^#marshrut=b[A-Za-z0-9_-]+$/);
  assert.ok(squeezed.length < plainHash.length);
  for (const link of [squeezed, plainHash]) assert.deepEqual(plain(await carry.fromHash(link)), plain(ROUTE));
  await assert.rejects(old.carry.fromHash(squeezed), /слишком старый/);
});

test("a route with every letter of the alphabets survives", async () => {
  const odd = Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x20 + n * 37, 0x400 + n, 0x1f300 + n)).join("");
  const data = route.clean({ goal: odd, steps: [{ id: "a", title: "x" + odd, note: odd, hours: 0.25, done: true, added: route.today() }] });
  assert.deepEqual(plain(await carry.fromHash(await carry.hashOf(data))), plain(data));
});

test("spoilt links are refused in plain words", async () => {
  const whole = await carry.hashOf(ROUTE);
  const bad = [whole.slice(0, -9), "#marshrut=", "#marshrut=a", "#marshrut=a!!", "#marshrut=b%7B", hash("b", "{"), hash("b", "5"), hash("b", '{"steps":[]}'), hash("a", "x"), hash("b", [0xff, 0xfe]), hash("b", "null"), "#marshrut=b" + "A".repeat(70000)];
  for (const link of bad) await assert.rejects(carry.fromHash(link), /повреждена/, link.slice(0, 40));
  await assert.rejects(carry.fromHash(hash("z", "[]")), /более новая/);
});

test("a small link that unpacks to a mountain is refused", async () => {
  const bomb = deflateSync(Buffer.alloc(30000000, " "));
  await assert.rejects(carry.fromHash(hash("a", bomb)), /повреждена/);
});

test("hostile rows of a link are left out or made harmless", async () => {
  const rows = [["karty", "<img onerror=x>", "practice", "javascript:alert(1)", "ш", "н", "w", "x", "y", -1, 99, "yes"], ["../x", "т"], [], "x", null, { 0: "a" }, ["__proto__", "т"], ["krug", "Круг", "practice", "praktiki"]];
  const data = plain(await carry.fromHash(hash("b", JSON.stringify(["ц", "не список", rows]))));
  assert.deepEqual(data.deficits, []);
  assert.deepEqual(data.steps.map((step) => [step.id, step.url, step.hours, step.form, step.done]), [["karty", "", null, "", false], ["krug", "praktiki/krug", null, "", false]]);
});

test("a file brings the same route back", () => {
  assert.deepEqual(plain(carry.fromFile(carry.toFile(ROUTE))), plain(ROUTE));
  assert.deepEqual(plain(carry.fromFile("\ufeff" + carry.toFile(ROUTE))), plain(ROUTE));
});

test("other files are refused in plain words", () => {
  for (const text of ["", "просто текст", "{", "%PDF-1.7"]) assert.throws(() => carry.fromFile(text), /не файл маршрута/);
  for (const text of ["5", "null", "[]", "{}", '{"format":"иное","steps":[]}']) assert.throws(() => carry.fromFile(text), /нет маршрута/);
});

/* ---- the calendar ---- */

/** A calendar file taken apart by the letter of RFC 5545. */
function read(text) {
  assert.ok(text.endsWith("\r\n"));
  assert.ok(!/[^\r]\n|\r[^\n]/.test(text), "only CRLF ends lines");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = text.slice(0, -2).replace(/\r\n /g, "").split("\r\n");
  const events = [];
  const open = [];
  for (const line of lines) {
    const [, name, params, value] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,"]+)*):(.*)$/s.exec(line);
    if (name === "BEGIN") open.push(value);
    if (name === "BEGIN" && value === "VEVENT") events.push({});
    else if (name === "END") assert.equal(open.pop(), value);
    else if (open[open.length - 1] === "VEVENT") {
      assert.ok(!(name in events[events.length - 1]), name + " stands once");
      events[events.length - 1][name] = params + ":" + value;
    }
  }
  assert.deepEqual(open, []);
  return { events, lines };
}

const NOW = new Date("2026-11-22T10:20:30.456Z");
const items = plain(ROUTE).steps.map((step) => ({ address: step.url && "https://bank.example/" + step.url + "/", deed: sums.deedOf(step, KINDS), step }));

test("dated steps become events of whole days", () => {
  const { events, lines } = read(kopilka.calendar(items, NOW));
  assert.deepEqual(lines.slice(0, 4), ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kopilka//Marshrut//RU", "CALSCALE:GREGORIAN"]);
  assert.deepEqual(events.map((event) => [event.DTSTART, event.DTEND]), [
    [";VALUE=DATE:20261120", ";VALUE=DATE:20261121"],
    [";VALUE=DATE:20261125", ";VALUE=DATE:20261128"],
    [";VALUE=DATE:20261201", ";VALUE=DATE:20270101"],
  ]);
  assert.deepEqual(events.map((event) => event.SUMMARY), [":Сделано: Изучить: Карты", ":Посетить: Стажировка", ":Попробовать: Круг"]);
  assert.equal(events[0].DTSTAMP, ":20261122T102030Z");
  assert.equal(events[0].URL, ":https://bank.example/praktiki/karty/");
  assert.equal(events[0].DESCRIPTION, ":взять\\nкарту\\nШкола № 1\\n3\u00a0часа\\nhttps://bank.example/praktiki/karty/");
});

test("names of events are different and stay the same", () => {
  const names = (now) => read(kopilka.calendar(items, now)).events.map((event) => event.UID);
  assert.deepEqual(names(NOW), names(new Date(0)));
  assert.equal(new Set(names(NOW)).size, 3);
});

test("commas, semicolons, line ends and long lines keep the format whole", () => {
  const step = { ...plain(ROUTE).steps[1], title: "a,b;c\\d " + "ж🙂".repeat(80), note: "1\r\n2\rBEGIN:VEVENT\n\u0007" + "длинно, ".repeat(90) };
  const { events } = read(kopilka.calendar([{ address: "", deed: "", step }], NOW));
  const back = (value) => value.slice(1).replace(/\\(.)/g, (_, letter) => (letter === "n" ? "\n" : letter));
  assert.equal(back(events[0].SUMMARY), step.title);
  assert.ok(back(events[0].DESCRIPTION).startsWith("1\n2\nBEGIN:VEVENT\n" + "длинно, ".repeat(90)));
  assert.equal(events.length, 1);
});

/* ---- the sums ---- */

test("hours are summed by form", () => {
  const sum = plain(sums.totals(plain(ROUTE).steps, KINDS));
  assert.deepEqual(sum, {
    hours: 21.5,
    doneHours: 3,
    steps: 5,
    done: 1,
    share: 3 / 21.5,
    forms: [{ form: "visit", hours: 16 }, { form: "study", hours: 3 }, { form: "try", hours: 2.5 }],
  });
});

test("without hours the share is of steps, without steps it is nothing", () => {
  assert.equal(sums.totals([{ done: true, hours: null, form: "", kind: "" }, { done: false, hours: 0, form: "", kind: "" }], {}).share, 0.5);
  assert.equal(sums.totals([], {}).share, 0);
});

test("tenths add up without dust", () => {
  const steps = Array.from({ length: 3 }, () => ({ done: false, hours: 0.1, form: "", kind: "" }));
  assert.equal(sums.totals(steps, {}).hours, 0.3);
});

test("a kind that is a name of every object suggests nothing", () => {
  assert.equal(sums.formOf({ kind: "constructor", form: "" }, KINDS), "study");
});

test("what is late, now and ahead is said so", () => {
  const today = "2026-11-22";
  const say = (from, to, done) => plain(sums.state({ from, to, done }, today));
  assert.deepEqual(say("", "2026-11-20"), ["late", "срок прошёл 2\u00a0дня назад"]);
  assert.deepEqual(say("", "2026-11-21"), ["late", "срок был вчера"]);
  assert.deepEqual(say("", "2026-11-20", true), ["ok", "сделано"]);
  assert.deepEqual(say("", "2026-11-22"), ["now", "сегодня"]);
  assert.deepEqual(say("2026-11-20", "2026-11-25"), ["now", "сейчас"]);
  assert.deepEqual(say("2026-11-20", ""), ["now", "сейчас"]);
  assert.deepEqual(say("2026-11-23", "2026-11-23"), ["now", "завтра"]);
  assert.deepEqual(say("", "2026-11-23"), ["now", "остался 1\u00a0день"]);
  assert.deepEqual(say("2026-11-25", "2026-11-27"), ["now", "через 3\u00a0дня"]);
  assert.deepEqual(say("", "2027-02-01"), ["wait", "осталось 71\u00a0день"]);
});

test("dates stand in their order, with what the records announce", () => {
  const agenda = [["Последний день заявок", "2026-11-23", "2026-11-23"], ["Стажировка", "2026-11-25", "2026-11-27"], ["Прошла", "2026-10-01", "2026-10-02"], ["Не точно", "2027-01", "2027-01"]];
  const list = sums.dates(plain(ROUTE).steps, (id) => (id === "stazhirovka" ? { agenda } : undefined), "2026-11-22");
  assert.deepEqual(plain(list.map((item) => [item.title, item.from || item.to])), [
    ["Карты", "2026-11-20"],
    ["Последний день заявок", "2026-11-23"],
    ["Стажировка", "2026-11-25"],
    ["Круг", "2026-12-01"],
  ]);
});
