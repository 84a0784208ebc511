/** What a query is read as: keyboard layout, Latin spelling, misprints; and when it is left alone. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { documents, options } = require("./planner-bank.js");
const { load } = require("./planner-memory.js");

const kopilka = load(documents, options);
const { planner, search } = kopilka;

/** Asserts what a query is shown as, and why. */
async function shows(query, shown, correction, how) {
  const answer = await search.ask(query, how);
  assert.deepEqual([answer.shown, answer.correction], [shown, correction], query);
  return answer;
}

test("a forgotten English layout", async () => {
  await shows("yfcnfdybr", "наставник", "layout");
  await shows("YFCNFDYBR", "НАСТАВНИК", "layout");
  await shows("ghj,ktvf", "проблема", "layout");
  await shows("k.,jq exbntkm", "любой учитель", "layout");
  await shows("exbntkm,", "учитель", "layout");
  await shows("vtlbfwbz", "медиация", "layout");
});

test("a forgotten Russian layout", async () => {
  await shows("ыщае ылшдды", "soft skills", "layout");
});

test("a mix of layouts", async () => {
  await shows("наставник b exbntkm", "наставник и учитель", "layout");
  await shows("yfcnfdybr учитель", "наставник учитель", "layout");
  await shows("soft yfcnfdybr", "soft наставник", "layout");
});

test("Latin letters that look Russian", async () => {
  await shows("cтaжиpoвкa", "стажировка", "layout");
});

test("Russian words in Latin letters, by several rules", async () => {
  const spelt = {
    nastavnichestvo: "наставничество", nastavnik: "наставник", shkola: "школа", "uchitel'": "учитель", uchitel: "учитель",
    stazhirovka: "стажировка", "problema vnimaniya": "проблема внимания", "problema vnimanija": "проблема внимания",
    pedagogicheskaya: "педагогическая", pedagogicheskaja: "педагогическая", eksperiment: "эксперимент", marshrut: "маршрут",
  };
  for (const [typed, meant] of Object.entries(spelt)) await shows(typed, meant, "translit");
});

test("every usual spelling of a letter is among the guesses", () => {
  const spelt = {
    "yolka jolka elka": "елка", "shchenok schenok shhenok": "щенок", "rayon rajon": "район", "obuchenie": "обучение",
    "novye novyje": "новые", "uspeh uspekh": "успех", "statya stat'ya": "статья", "detskij detskiy": "детский",
    "deyatelnost deyatel'nost'": "деятельность", "rabochij": "рабочий", "tsel cel": "цель",
    "ekologiya ekologija": "экология", "ekologiyu": "экологию",
  };
  for (const [typed, meant] of Object.entries(spelt)) {
    for (const one of typed.split(" ")) {
      const guesses = planner.translit(one).map((guess) => guess.replace(/ё/g, "е"));
      assert.ok(guesses.includes(meant), one);
    }
  }
});

test("a known Latin word stays, an unknown word stays too", async () => {
  await shows("soft skills", "soft skills", "");
  await shows("кракозябра", "кракозябра", "");
  await shows("qqqq", "qqqq", "");
  await shows("376", "376", "");
});

test("nothing is put right when exactly this is asked for", async () => {
  for (const query of ["yfcnfdybr", "nastavnik", "нставник", "онлайнурок"]) {
    const answer = await shows(query, query, "", { exact: true });
    assert.deepEqual([...answer.missing], [query]);
    assert.equal(answer.hits.length, 0);
  }
});

test("misprints", async () => {
  await shows("наставнк", "наставник", "typo");
  await shows("нставник", "наставник", "typo");
  await shows("стажировак", "стажировка", "typo");
  await shows("програма", "программа", "typo");
  await shows("шкла", "школа", "typo");
  await shows("педогогическая", "педагогическая", "typo");
  await shows("шнро", "шнор", "typo");
  await shows("тютор", "тьютор", "typo");
});

test("a misprint is put right into a form that the documents have", async () => {
  const { shown } = await search.ask("стажыровкой");
  assert.match(shown, /^стажировк(ой|а)$/);
  assert.equal((await search.ask("супермизия")).shown, "супервизия");
});

test("words glued together and words torn apart", async () => {
  await shows("онлайнурок", "онлайн урок", "typo");
  await shows("супер визия", "супервизия", "typo");
});

test("numbers are never guessed at", async () => {
  const answer = await shows("375", "375", "");
  assert.deepEqual([...answer.missing], ["375"]);
});

test("a short word is not put right into a rare one by an unusual slip", async () => {
  await shows("лыд", "лыд", "");
  await shows("щнор", "шнор", "typo");
  await shows("мядиация", "медиация", "typo");
});

test("misprints are looked for in a query, not in a pasted page", async () => {
  const page = "бурундучище ".repeat(40) + "наставнк";
  await shows(page, page, "");
});

test("an unfinished word is put right by its beginning", async () => {
  await shows("настваничес", "наставничес", "typo", { typing: true });
  await shows("наставнич", "наставнич", "", { typing: true });
  await shows("yfcn", "наст", "layout", { typing: true });
});

test("stress marks and soft hyphens are not seen", async () => {
  const { hits, missing } = await search.ask("наста\u0301вник ста\u00adжировка");
  assert.equal(missing.length, 0);
  assert.ok([0, 5].every((n) => hits.some((hit) => hit.n === n)));
});
