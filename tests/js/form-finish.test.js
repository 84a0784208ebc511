"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./form-loading.js");

const PAGES = {
  github: { name: "GitHub", address: "https://github.com/a/b/new/main/{folder}?filename={name}", text: "&value=", ready: true },
  gitlab: { name: "GitLab", address: "https://gitlab.com/a/b/-/new/main?file_name={folder}/{name}", text: null, ready: true },
  gitflic: { name: "GitFlic", address: "https://gitflic.ru/project/a/b", text: null, ready: false },
};

/** The form's page with a record whose body has so many letters. */
function pageOf(forge, letters = 10) {
  return {
    terms: { forge, letters: { к: "k", а: "a", р: "r", т: "t" } },
    described: { folder: "projects/cases", fields: [], texts: [], bodyTitle: "Рассказ" },
    record: { title: "Карта" },
    draft: { name: "", texts: { "": "я".repeat(letters) } },
    files: [],
  };
}

test("without a forge there is no page to open", () => {
  assert.equal(load({}, ["70-finish"]).newFile(pageOf(null)), null);
});

test("the name, the folder and a short text are in the address", () => {
  const made = load({}, ["70-finish"]).newFile(pageOf(PAGES.github));
  const address = new URL(made.url);
  assert.equal(address.pathname, "/a/b/new/main/projects/cases");
  assert.equal(address.searchParams.get("filename"), "karta.md");
  assert.match(address.searchParams.get("value"), /^---\n[^]*яяяяя/);
  assert.equal(made.whole, true);
});

test("a text too long for an address stays out of it", () => {
  const made = load({}, ["70-finish"]).newFile(pageOf(PAGES.github, 5000));
  assert.equal(made.whole, false);
  assert.ok(!made.url.includes("value"));
});

test("a forge that fills no text in gets the name alone, one without such a page the repository", () => {
  const form = load({}, ["70-finish"]);
  assert.equal(form.newFile(pageOf(PAGES.gitlab)).url, "https://gitlab.com/a/b/-/new/main?file_name=projects/cases/karta.md");
  const { url, whole, ready } = form.newFile(pageOf(PAGES.gitflic));
  assert.deepEqual([url, whole, ready], ["https://gitflic.ru/project/a/b", false, false]);
});
