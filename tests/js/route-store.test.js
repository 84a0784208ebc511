/** The route in the browser's storage: what is kept, what is refused, what two tabs do to each other. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, makeStorage, plain } = require("./route-setup.js");

const KEY = "kopilka-route";
const CARD = { title: "Карты", kind: "practice", url: "praktiki/karty", by: "Школа" };

/** The ids of the steps that the storage holds. */
function kept(storage) {
  return JSON.parse(storage.values[KEY]).steps.map((step) => step.id);
}

test("a step is added once, kept, and taken out", () => {
  const { kopilka, storage } = load();
  assert.equal(kopilka.route.add("karty", CARD), true);
  assert.equal(kopilka.route.add("karty", CARD), true);
  assert.deepEqual(kept(storage), ["karty"]);
  assert.equal(kopilka.route.has("karty"), true);
  kopilka.route.remove("karty");
  assert.deepEqual(kept(storage), []);
});

test("a step that comes back has its note and its place", () => {
  const { kopilka } = load();
  ["karty", "krug", "chtenie"].forEach((id) => kopilka.route.add(id, { ...CARD, url: "praktiki/" + id }));
  kopilka.route.change((route) => Object.assign(route.steps[1], { note: "спросить Анну" }));
  kopilka.route.remove("krug");
  kopilka.route.add("krug", CARD);
  assert.deepEqual(plain(kopilka.route.items().map((step) => [step.id, step.note])), [["karty", ""], ["krug", "спросить Анну"], ["chtenie", ""]]);
});

test("what is handed out is a copy", () => {
  const { kopilka } = load();
  kopilka.route.add("karty", CARD);
  kopilka.route.items()[0].title = "Иное";
  kopilka.route.get().steps.pop();
  assert.equal(kopilka.route.items()[0].title, "Карты");
});

test("a stored route is read when the page opens", () => {
  const stored = { v: 1, goal: "читать", deficits: ["metodicheskie"], steps: [{ id: "karty", ...CARD, hours: 2.5, done: true }] };
  const { kopilka } = load({ storage: makeStorage({ [KEY]: JSON.stringify(stored) }) });
  const { goal, deficits, steps } = plain(kopilka.route.get());
  assert.deepEqual([goal, deficits, steps[0].hours, steps[0].done], ["читать", ["metodicheskie"], 2.5, true]);
});

test("spoilt and hostile values give an empty route", () => {
  for (const stored of ["", "{", "null", "7", "[]", '"x"', '{"steps": 5}', '{"steps": [null, 1, "x", [], {}]}', '{"steps": {"length": 9}}', '{"__proto__": {"steps": []}}']) {
    const { kopilka } = load({ storage: makeStorage({ [KEY]: stored }) });
    assert.deepEqual(plain(kopilka.route.get()), { v: 1, goal: "", deficits: [], steps: [] }, stored);
  }
});

test("of a step only what is known and well formed is left", () => {
  const { clean } = load().kopilka.route;
  const hostile = {
    id: "karty",
    title: "  Карты\u202e\u0000 ",
    kind: "practice onload=x",
    url: "javascript:alert(1)//karty",
    by: { toString: 1 },
    note: "н".repeat(9000),
    when: 5,
    from: "2026-02-31",
    to: "2026-99-99",
    hours: Infinity,
    form: "constructor",
    done: "да",
    added: "вчера",
    extra: "x",
  };
  const [step] = plain(clean({ steps: [hostile] }).steps);
  const empty = { kind: "", url: "", by: "", when: "", from: "", to: "", hours: null, form: "", done: false, added: "" };
  assert.deepEqual(step, { id: "karty", title: "Карты", note: "н".repeat(2000), ...empty });
});

test("addresses are paths of the record itself and nothing else", () => {
  const { clean } = load().kopilka.route;
  const urls = ["javascript:alert(1)", "//evil.example/karty", "https://evil.example/karty", "../karty", "praktiki/../karty", "praktiki/inoe", "praktiki/karty?x", "praktiki/karty#x", "/praktiki/karty", "a/b/karty", "praktiki\\karty", "PRAKTIKI/karty"];
  for (const url of urls) assert.equal(clean({ steps: [{ id: "karty", title: "Карты", url }] }).steps[0].url, "", url);
  assert.equal(clean({ steps: [{ id: "karty", title: "Карты", url: "praktiki/karty" }] }).steps[0].url, "praktiki/karty");
});

test("names of steps are slugs, or marks of own ones", () => {
  const { clean } = load().kopilka.route;
  const ids = (list) => plain(clean({ steps: list.map((id) => ({ id, title: "x" })) }).steps.map((step) => step.id));
  assert.deepEqual(ids(["karty", "a-b-1", "~x1"]), ["karty", "a-b-1", "~x1"]);
  assert.deepEqual(ids(["", "A", "a--b", "a/b", "../a", "а", "~", "~A", "a".repeat(121), "constructor!", 5, null, "karty", "karty"]), ["karty"]);
});

test("there are limits", () => {
  const { kopilka } = load();
  const steps = Array.from({ length: 3000 }, (_, number) => ({ id: "zapis-" + number, title: "т".repeat(999) }));
  const route = kopilka.route.clean({ goal: "ц".repeat(9999), deficits: Array(99).fill(0).map((_, n) => "d" + n), steps });
  assert.deepEqual([route.steps.length, route.steps[0].title.length, route.goal.length, route.deficits.length], [200, 300, 2000, 20]);
  kopilka.route.change((own) => Object.assign(own, route));
  assert.equal(kopilka.route.add("eshchyo", CARD), false);
});

test("a storage that is off or full is told of, and the route lives on", () => {
  for (const mode of ["off", "full"]) {
    const { kopilka, storage } = load();
    storage.mode = mode;
    kopilka.route.add("karty", CARD);
    assert.deepEqual([kopilka.route.storage(), kopilka.route.has("karty")], [mode, true]);
    kopilka.route.add("krug", CARD);
    assert.equal(kopilka.route.items().length, 2);
    storage.mode = "works";
    kopilka.route.remove("krug");
    assert.deepEqual([kopilka.route.storage(), kept(storage)], ["kept", ["karty"]]);
  }
});

test("two tabs add to one route", () => {
  const storage = makeStorage();
  const first = load({ storage });
  const second = load({ storage });
  first.kopilka.route.add("karty", CARD);
  second.kopilka.route.add("krug", CARD);
  assert.deepEqual(kept(storage), ["karty", "krug"]);
  const heard = [];
  first.kopilka.route.onChange((source) => heard.push(source));
  first.send("storage", { key: KEY });
  first.send("storage", { key: "kopilka" });
  assert.deepEqual([heard, first.kopilka.route.has("krug")], [["other"], true]);
});

test("what did not fit into the storage is put together with what another tab kept", () => {
  const storage = makeStorage();
  const first = load({ storage });
  const second = load({ storage });
  storage.mode = "full";
  first.kopilka.route.add("karty", CARD);
  storage.mode = "works";
  second.kopilka.route.add("krug", CARD);
  first.kopilka.route.change(() => undefined);
  assert.deepEqual(kept(storage), ["karty", "krug"]);
});

test("a page that the browser had put by hears what happened meanwhile", () => {
  const storage = makeStorage();
  const { kopilka, send } = load({ storage });
  load({ storage }).kopilka.route.add("karty", CARD);
  send("pageshow", { persisted: true });
  assert.equal(kopilka.route.has("karty"), true);
});
