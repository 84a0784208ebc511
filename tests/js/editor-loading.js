/** Records as the editor reads and writes them, without a page: run with a job on stdin it answers with JSON. */
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");
const { load } = require("./form-loading.js");

const PAGE = join(__dirname, "..", "..", "plugins", "kopilka", "site", "editor", "page");

function loadEditor() {
  const window = {};
  load(window);
  for (const name of ["05-comments", "10-records"]) vm.runInNewContext(readFileSync(join(PAGE, name + ".js"), "utf-8"), { window, structuredClone });
  return window.kopilka.editor;
}

/** What is saved of files that were opened, and of entries: {bank, files: [{kind, text}], entries: [{kind, entry}], today}. */
function answer({ bank, files, entries, today }) {
  const editor = loadEditor();
  const formats = Object.fromEntries(Object.values(bank.forms).map((form) => [form.kind, editor.format(form, bank.vocabularies, today)]));
  return {
    files: files.map(({ kind, text }) => formats[kind].toFile(formats[kind].fromFile(text))),
    entries: entries.map(({ kind, entry }) => formats[kind].toFile(entry)),
  };
}

if (require.main === module) process.stdout.write(JSON.stringify(answer(JSON.parse(readFileSync(0, "utf-8")))));

module.exports = { answer, loadEditor };
