/**
 * Asks `kopilka.index` without a browser: reads {files, calls, lunr} from the standard input, brings all terms of
 * the queries, prints the answers. A call is [method of the index, ...arguments]; "lunr" asks an index of lunr's own.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { load } = require("../js/search-loading.js");

/** The same alternatives put to an index that lunr.py built and serialised. */
function askLunr(index, alternatives) {
  const found = index.query((query) =>
    alternatives.forEach(({ term, boost }) => query.term(term, { boost, usePipeline: false })),
  );
  return found.map(({ ref, score, matchData }) => ({ n: Number(ref), score, terms: Object.keys(matchData.metadata) }));
}

/** From here on lunr scores so many documents. */
function limit(scoring, best) {
  const { search } = scoring;
  scoring.search = (alternatives, postings) => search(alternatives, postings, best);
}

async function main() {
  const { files, calls, lunr } = JSON.parse(readFileSync(0, "utf-8"));
  const kopilka = load(files);
  if (files.search) await kopilka.index.ready();
  const own = lunr && kopilka.lunr.Index.load(lunr);
  const answers = [];
  for (const [method, ...given] of calls) {
    if (method === "search") await kopilka.index.bring(given[0].map(({ term }) => term));
    if (method === "best") limit(kopilka.scoring, given[0]);
    if (method === "lunr") answers.push(askLunr(own, given[0]));
    else if (method === "best") answers.push(null);
    else if (method === "asked") answers.push(kopilka.asked);
    else if (method === "rootOf") answers.push(kopilka.roots.rootOf(given[0]));
    else answers.push((await kopilka.index[method](...given)) ?? null);
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
