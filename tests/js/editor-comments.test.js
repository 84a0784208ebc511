"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { loadEditor } = require("./editor-loading.js");

const { put, take } = loadEditor().comments;

/** @param {string} header */
const file = (header) => `---\n${header}---\n\n# Не примечание\n`;

const BEFORE = `# о чём
title: Чтение # коротко
organisations:
  # заявитель
  - shkola-1
  - shkola-2 # помогает
authors:
  # ведёт
  - position: "учитель #1" # имя скажем потом
    role: 'пишет # много'
text: |-
  # это текст
  и это
url: https://example.org/#place
# конец
`;

test("comments come back to the places they were taken from", () => {
  const kept = take(file(BEFORE));
  const bare = BEFORE.replace(/^ *# (?!это).*\n/gm, "").replace(/ # (?:коротко|помогает|имя скажем потом)$/gm, "");
  assert.equal(put(file(bare), kept), file(BEFORE));
});

test("a comment follows its field, not its words", () => {
  assert.equal(put(file("title: Другое\n"), take(file("title: Чтение # коротко\n"))), file("title: Другое # коротко\n"));
});

test("comments of a field that is gone stand at the end of the header", () => {
  const kept = take(file("title: Чтение\n# вот что\nrole: пишет # много\n"));
  assert.equal(put(file("title: Чтение\n"), kept), file("title: Чтение\n# вот что\n# много\n"));
});

test("a header without comments leaves nothing to keep", () => {
  assert.equal(take(file('title: "a # b"\nurl: https://example.org/#x\ntext: |\n  # текст\n')), undefined);
});
