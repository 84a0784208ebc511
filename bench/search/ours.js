/**
 * The search of the site without a browser: reads {files, cards, texts, queries} from the standard input,
 * prints for every query the numbers of the documents found.
 */
"use strict";

const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "../../plugins/kopilka/site/assets/js/search");
const BLOCK = 8;

/** The part «search» over data that lie in memory. */
function load({ files, cards, texts }) {
  const count = { records: cards.length, cards: cards.length, texts: texts.length, terms: 0 };
  const manifest = { ...count, block: BLOCK, textBlock: BLOCK, kinds: {} };
  async function data(name) {
    if (name === "manifest") return manifest;
    const [, of, block] = /^(cards|texts)-(\d+)$/.exec(name) || [];
    if (of) return (of === "cards" ? cards : texts).slice(block * BLOCK, (Number(block) + 1) * BLOCK);
    if (!(name in files)) throw new Error("No such data: " + name);
    return files[name];
  }
  const kopilka = { data, cards: async (numbers) => numbers.map((n) => cards[n]) };
  const window = { kopilka };
  const context = vm.createContext({ console, setTimeout, clearTimeout, window });
  for (const name of readdirSync(FOLDER).sort()) {
    vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context, { filename: name });
    window.lunr = context.lunr;
    window.RussianStemmer = context.RussianStemmer;
  }
  return kopilka.search;
}

async function main() {
  const given = JSON.parse(readFileSync(0, "utf-8"));
  const search = load(given);
  const found = [];
  for (const { words, typing } of given.queries) {
    const answer = await search.ask(words, { typing });
    found.push(answer.hits.map((hit) => hit.n));
  }
  process.stdout.write(JSON.stringify(found));
}

main();
