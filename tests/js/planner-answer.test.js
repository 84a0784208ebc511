/** What is found and in which order: forms, concepts, a soft AND, typing letter by letter, hostile queries. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { documents, options } = require("./planner-bank.js");
const { load } = require("./planner-memory.js");

const kopilka = load(documents, options);
const { search } = kopilka;

/** Numbers of the cards of an answer; a list of the scripts' own world compares by value only. */
function numbers({ hits }) {
  return Array.from(hits, ({ n }) => n);
}

/** Numbers of the cards found for a query. */
async function found(query, how) {
  return numbers(await search.ask(query, how));
}

test("a form of a word finds every form, ё as е", async () => {
  assert.ok((await found("наставниками")).includes(0));
  assert.deepEqual(await found("елки"), [4]);
  assert.deepEqual(await found("ёлкой"), [4]);
});

test("linked nouns are one word", async () => {
  assert.equal((await found("люди"))[0], 5);
  assert.equal((await search.ask("человеком")).hits.find(({ n }) => n === 5).near, "");
});

test("relatives are near words and say so", async () => {
  const { hits } = await search.ask("стажировочный");
  assert.equal(hits[0].n, 5);
  const near = (await search.ask("тьюторский")).hits.find(({ n }) => n === 1);
  assert.equal(near.near, "тьютор");
});

test("an abbreviation, its full name and its synonym find the same", async () => {
  const sets = ["ШНОР", "шнор", "школы с низкими результатами", "школа с низкими образовательными результатами"];
  for (const query of sets) {
    const hits = await found(query);
    assert.ok(hits.slice(0, 2).includes(3), query);
    assert.ok(hits.slice(0, 3).includes(11), query);
  }
});

test("a near concept is found after the concept itself", async () => {
  const { hits } = await search.ask("ИОМ");
  assert.equal(hits.findIndex(({ n }) => n === 12) < hits.findIndex(({ n }) => n === 14), true);
  assert.equal(hits.find(({ n }) => n === 14).near, "тьюторство");
});

test("the telling part of a concept's name brings the concept, as a near one", async () => {
  const bank = [
    { title: "Дети с ОВЗ на уроке", text: "Успевают все.", body: "" },
    { title: "Урок для всех", text: "Образование и урок.", body: "" },
    { title: "Инклюзивное образование", text: "Класс.", body: "" },
    ...["Дошкольное", "Начальное", "Основное", "Среднее"].map((level) => ({ title: level + " образование", text: "Класс.", body: "" })),
  ];
  const { search: inclusive } = load(bank, { groups: [["инклюзивное образование", "инклюзия", "овз"]], literals: ["овз"] });
  for (const query of ["инклюзивный", "инклю"]) {
    const { hits } = await inclusive.ask(query);
    assert.deepEqual([hits[0].n, hits.find(({ n }) => n === 0).near], [2, "овз"], query);
  }
  assert.ok(!numbers(await inclusive.ask("образование")).includes(0));
});

test("a last word that looks unfinished is continued", async () => {
  assert.ok((await found("молодые педаг")).includes(0));
  assert.ok((await found("школа стажиров")).includes(5));
});

test("words that ask do not outweigh words that tell", async () => {
  const bank = [
    { title: "Что делать и как помочь", text: "Надо делать, надо помочь.", body: "" },
    { title: "Тишина на уроке", text: "Дисциплина.", body: "" },
    { title: "Прогулка", text: "Лес и река.", body: "" },
  ];
  assert.equal((await load(bank).search.ask("что делать с дисциплиной")).hits[0].n, 1);
});

test("numbers with and without their sign", async () => {
  for (const query of ["376", "№376", "№ 376", "школа 376"]) {
    assert.deepEqual((await found(query)).slice(0, 2).sort(), [2, 9], query);
  }
});

test("words of a school's life that mean the same find one another as near words", async () => {
  const bank = [
    { title: "Отцы в походе", text: "Лес.", body: "" },
    { title: "Обмен опытом", text: "Город.", body: "" },
    ...["Хор", "Сад", "Лыжи", "Театр", "Шахматы", "Танцы"].map((title) => ({ title, text: "Кружок.", body: "" })),
  ];
  const { search: near } = load(bank, { links: [["отц", "отец"], ["опыт", "оп"]] });
  const { hits } = await near.ask("папа");
  assert.deepEqual([hits[0].n, hits[0].near], [0, "отцы"]);
  assert.equal((await near.ask("эксперимент")).hits[0].n, 1);
  assert.deepEqual(numbers(await load([{ title: "Эксперимент", text: "", body: "" }, ...bank.slice(2)]).search.ask("опыт")), []);
  assert.deepEqual(numbers(await near.ask("студия")), [], "a word that three of four cards have tells nothing");
});

test("a rare form of a common noun tells no more than the noun", async () => {
  const common = ["Лыжи", "Хор", "Шахматы", "Танцы"].map((title) => ({ title, text: "Человек.", body: "" }));
  const bank = [...common, { title: "Тревога", text: "Человек.", body: "" }, { title: "Река", text: "Люди.", body: "" }];
  const { search: even } = load(bank, { links: [["люд", "человек"]] });
  const { hits } = await even.ask("люди");
  const [usual, rare] = [4, 5].map((n) => hits.find((hit) => hit.n === n).score);
  assert.ok(rare < 1.2 * usual);
});

test("small words are ignored unless there are no others", async () => {
  assert.deepEqual(await found("как учитель"), await found("учитель"));
  assert.deepEqual([...(await search.ask("как и на")).missing], ["как", "и", "на"]);
});

test("a word with a hyphen, as two words and as one", async () => {
  assert.equal((await found("онлайн-урок"))[0], 4);
  assert.equal((await found("видео-урок"))[0], 4);
  assert.equal((await found("видеоурок"))[0], 4);
});

test("who has all the words comes first, who has some is not lost", async () => {
  const hits = await found("рефлексия наставников");
  assert.equal(hits[0], 1);
  assert.ok(hits.includes(0));
});

test("words for which there is nothing are named", async () => {
  const answer = await search.ask("наставник кракозябра бурундучище");
  assert.deepEqual([...answer.missing], ["кракозябра", "бурундучище"]);
  assert.ok(answer.hits.length > 0);
  assert.equal(answer.correction, "");
});

test("a term that the query names stands among the first three, below no more than records", async () => {
  for (const query of ["наставничество", "индивидуальный образовательный маршрут", "иом"]) {
    const hits = await found(query);
    const place = hits.findIndex((n) => [12, 13].includes(n));
    assert.ok(place >= 0 && place < 3, query);
  }
});

test("an organisation that the query names stands first", async () => {
  assert.equal((await found("школа 376 московского района"))[0], 9);
  assert.equal((await found("имц московского района"))[0], 10);
});

test("explanations do not push records out of the first ten", async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ title: "Проект " + i, text: "Чтение и письмо в школе.", body: "Длинный рассказ о чтении." }));
  const terms = Array.from({ length: 30 }, (_, i) => ({ kind: "term", title: "Чтение номер " + (100 + i), text: "Чтение." }));
  const hits = (await load([...many, ...terms]).search.ask("чтение")).hits.slice(0, 10);
  assert.ok(hits.filter(({ n }) => n < 30).length >= 8);
});

test("a phrase in quotes is preferred", async () => {
  const bank = [
    { title: "Урок чтения. Чтение и урок", text: "Урок, урок, чтение.", body: "" },
    { title: "Рассказ", text: "Просто рассказ.", body: "Вот такой урок чтения вышел." },
    { title: "Чтение", text: "Есть ещё и урок.", body: "" },
  ];
  const { search: quoted } = load(bank);
  assert.equal((await quoted.ask("«такой урок чтения»")).hits[0].n, 1);
  assert.equal((await quoted.ask("чтение урок")).hits[0].n, 0);
});

test("equal hits stand in the order of their numbers", async () => {
  const same = Array.from({ length: 12 }, () => ({ title: "Круг", text: "Утренний круг.", body: "" }));
  const hits = numbers(await load(same).search.ask("утренний круг"));
  assert.deepEqual(hits, Array.from(same.keys()));
});

test("typing letter by letter never loses what the whole word finds", async () => {
  const words = ["наставничество", "стажировочная", "деятельность", "рефлексия", "учителями", "медиация", "педагогическая", "результатами", "школах"];
  for (const word of words) {
    const whole = (await search.ask(word)).hits.filter(({ near }) => !near).map(({ n }) => n);
    for (let length = 3; length <= word.length; length += 1) {
      const typed = word.slice(0, length);
      const hits = await found(typed, { typing: true });
      whole.forEach((n) => assert.ok(hits.includes(n), typed + " – " + word + ": " + n));
    }
  }
});

test("a word being typed finds it as it is, too", async () => {
  const finished = await found("пар", { typing: true });
  assert.ok(finished.includes(4) && finished.includes(3));
});

test("a space after the word ends it", async () => {
  assert.ok((await found("наст", { typing: true })).length > 0);
  const { missing, hits } = await search.ask("мед ", { typing: true });
  assert.ok(hits.length > 0 || missing.length > 0);
});

test("hostile queries are answered", async () => {
  const letters = "абв \u0000\u0007\u202e\ud83d\ude00\ud800\udc00\u05d0\u0301.*+?^${}()|[]\\/\"'«»<>&;:§№_-=~`";
  const hostile = [
    "", " ", "   \n\t", letters, letters.repeat(200), "а".repeat(10000), "a".repeat(10000), "наставник ".repeat(1000), "yfcnfdybr ".repeat(1000),
    "(".repeat(5000), "[[[[", "'''''", ".,;", "\ud800", "\udfff\ud800", "👩‍🏫👍", "مدرسة", "__proto__ constructor toString", "§0 §1", "§", "<b>наставник</b>",
    "наставник".split("").join("\u200b"), "1".repeat(9000), "a b c d e f g h i j k l m n o p q r s t u v w x y z", "ъьъьъь ьььь",
  ];
  for (const query of hostile) {
    for (const how of [{}, { typing: true }, { exact: true }]) {
      const answer = await search.ask(query, how);
      assert.equal(answer.query, query);
      assert.ok(Array.isArray(Array.from(answer.hits)));
      search.mark(letters, answer);
    }
  }
});

test("words in ten thousand letters are still found", async () => {
  const page = documents.map((one) => one.title + " " + one.text).join(" ").repeat(9);
  assert.ok((await found(page)).length > 0);
});

test("cards that do not load do not spoil the answer", async () => {
  const broken = load(documents, options);
  broken.cards = async () => {
    throw new Error("Не загрузился файл");
  };
  for (const query of ["иом", "тьюторский", "стажыровкой", "«молодые педагоги»"]) {
    assert.ok((await broken.search.ask(query)).hits.length > 0, query);
  }
});

/** Numbers that repeat from run to run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

test("the order over random documents is that of a naive computation", async () => {
  const words = "мост лес дом река поле гора снег дождь ветер огонь камень берег".split(" ");
  const roll = dice(7);
  const some = (count) => Array.from({ length: count }, () => words[roll(words.length)]).join(" ");
  const bank = Array.from({ length: 80 }, () => ({ title: some(2), text: some(4), body: some(12) }));
  const lab = load(bank);
  for (let round = 0; round < 40; round += 1) {
    const query = some(1 + roll(3));
    const expected = naive(lab, bank, query);
    const hits = numbers(await lab.search.ask(query, { exact: true }));
    assert.deepEqual(hits.slice(0, 20), expected.slice(0, 20), query);
  }
});

/** Score × coverage² with every document looked at anew. */
function naive(lab, bank, query) {
  const { index, analysis } = lab;
  const terms = [...new Set(analysis.analyse(query).map((token) => token.term))].filter(index.has);
  const asked = [...new Set(terms.flatMap((term) => [term, ...index.family(term)]))];
  const scores = new Map(index.search(asked.map((term) => ({ term, boost: terms.includes(term) ? 1 : 0.5 }))).map((one) => [one.n, one.score]));
  const weight = (term) => Math.max(0.1, 1 - Math.sqrt(index.frequency(term) / bank.length));
  const all = terms.reduce((sum, term) => sum + weight(term), 0);
  const values = bank.map((document, n) => {
    const own = new Set(analysis.analyse(Object.values(document).join(" ")).map((token) => token.term));
    const covered = terms.filter((term) => own.has(term)).reduce((sum, term) => sum + weight(term), 0) / all;
    return { n, value: Math.round((scores.get(n) || 0) * covered * covered * 1e6) };
  });
  return values.filter(({ value }) => value).sort((a, b) => b.value - a.value || a.n - b.n).map(({ n }) => n);
}
