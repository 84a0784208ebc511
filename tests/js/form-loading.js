/** The scripts of the form that need no page, in a world of their own; run with a job on stdin it answers with JSON. */
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js");
const FILES = ["10-values", "14-dates", "16-suggest", "17-children", "18-check", "19-gates", "20-texts", "21-pictures", "22-write", "24-body", "26-ready", "28-read", "30-drafts"];

function load(window = {}, more = []) {
  const context = vm.createContext({ Intl, window: Object.assign(window, { kopilka: {} }) });
  for (const name of [...FILES, ...more]) vm.runInContext(readFileSync(join(FOLDER, "form", name + ".js"), "utf-8"), context, { filename: name });
  return window.kopilka.form;
}

/** What the form makes of records: {form, terms, cases: [{data, body}], today}. */
function answer({ form: described, terms, cases, today }) {
  const form = load();
  return cases.map(({ data, body }) => {
    const { values, extra } = form.draftOf(described, data);
    const record = form.recordOf(described, { values, extra, texts: {}, name: "" }, today);
    const text = form.writeRecord(described, record, body);
    const texts = form.splitBody(described, body);
    let again;
    try {
      const read = form.readRecord(text);
      again = { data: form.recordOf(described, { ...form.draftOf(described, read.data), texts: {}, name: "" }, today), body: read.body };
    } catch (error) {
      again = { refused: String(error) };
    }
    return { record, text, again, troubles: form.check(described, record, terms), gates: form.checkTexts(described, record, texts, terms), pictures: form.checkPictures(described, record, body, terms, today), ready: form.readiness(described, record, texts) };
  });
}

if (require.main === module) process.stdout.write(JSON.stringify(answer(JSON.parse(readFileSync(0, "utf-8")))));

module.exports = { answer, load };
