/**
 * lunr.js and MiniSearch over a large bank, stock: what their index weighs, how long it takes to load and to
 * answer. Reads {documents, queries} from the standard input.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { gzipSync } = require("node:zlib");
const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.ru")(lunr);
const MiniSearch = require("minisearch");

const BOOSTS = { title: 4, summary: 2, tags: 3, organisation: 2, text: 1 };
const { documents, queries } = JSON.parse(readFileSync(0, "utf-8"));

const stems = new Map();
function processTerm(word) {
  const folded = word.toLowerCase().replace(/ё/g, "е");
  if (!stems.has(folded)) stems.set(folded, lunr.ru.stemmer(new lunr.Token(folded, {})).toString());
  return stems.get(folded);
}

const OPTIONS = { fields: Object.keys(BOOSTS), idField: "n", processTerm };
const ENGINES = {
  lunr: {
    build() {
      return lunr(function () {
        this.use(lunr.ru);
        this.ref("n");
        Object.entries(BOOSTS).forEach(([name, boost]) => this.field(name, { boost }));
        documents.forEach((document, n) => this.add({ ...document, n }));
      });
    },
    load: (json) => lunr.Index.load(JSON.parse(json)),
    ask: (index, words) => index.query((query) => query.term(lunr.tokenizer(words), {})),
  },
  minisearch: {
    build() {
      const index = new MiniSearch(OPTIONS);
      index.addAll(documents.map((document, n) => ({ ...document, n })));
      return index;
    },
    load: (json) => MiniSearch.loadJSON(json, OPTIONS),
    ask: (index, words) => index.search(words, { boost: BOOSTS, prefix: true, fuzzy: 0.2, combineWith: "AND" }),
  },
};

function measure({ build, load, ask }) {
  const json = JSON.stringify(build());
  const start = performance.now();
  const index = load(json);
  const loaded = performance.now() - start;
  const asked = queries.map(({ words }) => {
    const before = performance.now();
    ask(index, words);
    return performance.now() - before;
  });
  return { bytes: gzipSync(json).length, load: loaded, asked };
}

const measured = Object.fromEntries(Object.entries(ENGINES).map(([name, engine]) => [name, measure(engine)]));
process.stdout.write(JSON.stringify(measured));
