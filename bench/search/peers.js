/**
 * lunr.js and MiniSearch over the same documents, each as its own guide says: reads {engine, documents, queries}
 * from the standard input, prints for every query the numbers of the documents found.
 */
"use strict";

const { readFileSync } = require("node:fs");

const BOOSTS = { title: 4, summary: 2, tags: 3, organisation: 2, text: 1 };

/** lunr 2.3.9 and the Russian of lunr-languages, nothing else; a query is an OR of its words. */
function lunrEngine(documents, { typing }) {
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.ru")(lunr);
  const index = lunr(function () {
    this.use(lunr.ru);
    this.ref("n");
    Object.entries(BOOSTS).forEach(([name, boost]) => this.field(name, { boost }));
    documents.forEach((document, n) => this.add({ ...document, n }));
  });
  return (words) => {
    const found = index.query((query) => {
      const tokens = lunr.tokenizer(words);
      query.term(tokens, {});
      // The author's advice for unfinished words: the plain term and the one with an asterisk together.
      const last = tokens.slice(-1).filter(() => typing);
      query.term(last, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 0.5 });
    });
    return found.map((hit) => Number(hit.ref));
  };
}

/** MiniSearch 7.2 at its best here: the same stemmer, «ё» as «е», stop words dropped, prefixes, misprints, AND then OR. */
function miniEngine(documents) {
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.ru")(lunr);
  const MiniSearch = require("minisearch");
  const processTerm = (word) => {
    const token = new lunr.Token(word.toLowerCase().replace(/ё/g, "е"), {});
    return lunr.ru.stopWordFilter(token) ? lunr.ru.stemmer(token).toString() : null;
  };
  const index = new MiniSearch({ fields: Object.keys(BOOSTS), idField: "n", processTerm });
  index.addAll(documents.map((document, n) => ({ ...document, n })));
  const options = { boost: BOOSTS, prefix: true, fuzzy: 0.2 };
  return (words) => {
    const all = index.search(words, { ...options, combineWith: "AND" });
    return (all.length ? all : index.search(words, options)).map((hit) => hit.id);
  };
}

const given = JSON.parse(readFileSync(0, "utf-8"));
const make = { lunr: lunrEngine, minisearch: miniEngine }[given.engine];
const search = make(given.documents, given);
process.stdout.write(JSON.stringify(given.queries.map(search)));
