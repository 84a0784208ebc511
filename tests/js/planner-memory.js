/** A small index in memory for the tests of the planner: real analysis, roots and misprints, scores by a short formula. */
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js", "search");
const ANALYSIS = ["01-stemmer.min.js", "10-analysis.js", "17-roots.js", "18-fuzzy.js", "19-kin.js"];
const PLANNER = [
  "30-letters.js", "35-edits.js", "40-reading.js", "45-repair.js", "48-concepts.js", "49-matches.js",
  "50-plan.js", "52-rank.js", "55-snippet.js", "57-polish.js", "59-engine.js",
];
const STOP = "и в на с по для не а к о от из у за что как это его мы я они все где или кто чем при под бы ли же".split(" ");
const WORTH = { title: 4, text: 2, body: 1 };

/** The whole of the planner over documents `{title, text, body, kind}`; gives the site's `kopilka`. */
function load(documents, options = {}) {
  const window = { kopilka: {} };
  window.window = window;
  const context = vm.createContext(window);
  const run = (name) => vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context, { filename: name });
  ANALYSIS.forEach(run);
  window.kopilka.analysis.learn(STOP, options.literals || []);
  window.kopilka.index = makeIndex(window.kopilka, documents, options);
  window.kopilka.asked = [];
  addData(window.kopilka, documents);
  PLANNER.forEach(run);
  return window.kopilka;
}

/** Cards and texts as the site brings them; `asked` names what was brought. */
function addData(kopilka, documents) {
  const records = documents.filter((one) => !one.kind || one.kind === "practice").length;
  const texts = documents.filter((one) => one.body !== undefined).length;
  const data = { manifest: { records, cards: documents.length, block: 25, texts, textBlock: 8 } };
  for (let i = 0; i * 8 < texts; i += 1) data["texts-" + i] = documents.slice(i * 8, i * 8 + 8).map((one) => one.body || "");
  kopilka.data = async (name) => {
    kopilka.asked.push(name);
    if (!(name in data)) throw new Error("Не загрузился файл " + name);
    return data[name];
  };
  kopilka.cards = async (numbers) =>
    numbers.map((n) => ({ id: "r" + n, kind: documents[n].kind || "practice", title: documents[n].title, text: documents[n].text || "" }));
}

/** Concepts of a run of tokens: `groups` are lists of phrases that mean one thing. */
function makeConcepts(kopilka, groups) {
  const phrases = groups.map((group) => group.map((phrase) => kopilka.analysis.analyse(phrase).map((token) => token.term)));
  const find = (tokens) => {
    const found = [];
    phrases.forEach((group, concept) => {
      for (let from = 0; from < tokens.length; from += 1) {
        const phrase = group.find((terms) => terms.every((term, i) => tokens[from + i] && tokens[from + i].term === term));
        if (!phrase) continue;
        found.push({ token: "§" + concept, from, to: from + phrase.length });
        from += phrase.length - 1;
      }
    });
    return found;
  };
  return { find, phrases };
}

/** Terms of every document with their worth. */
function count(kopilka, documents, concepts) {
  return documents.map((document) => {
    const worth = new Map();
    for (const [field, boost] of Object.entries(WORTH)) {
      const tokens = kopilka.analysis.analyse(document[field] || "");
      const terms = tokens.filter((token) => !token.stop).map((token) => token.term);
      concepts.find(tokens).forEach((one) => terms.push(one.token));
      terms.forEach((term) => worth.set(term, (worth.get(term) || 0) + boost / Math.sqrt(terms.length)));
    }
    return worth;
  });
}

/** The interface `SearchIndex` over documents. */
function makeIndex(kopilka, documents, { groups = [], links = [], near = {} }) {
  const concepts = makeConcepts(kopilka, groups);
  const worths = count(kopilka, documents, concepts);
  const frequencies = new Map();
  worths.forEach((worth) => worth.forEach((_, term) => frequencies.set(term, (frequencies.get(term) || 0) + 1)));
  const terms = [...frequencies.keys()].sort();
  const counts = Uint32Array.from(terms, (term) => frequencies.get(term));
  const often = (a, b) => frequencies.get(b) - frequencies.get(a) || (a < b ? -1 : 1);
  const { rootOf } = kopilka.roots;
  return {
    analyse: kopilka.analysis.analyse,
    begins: (start) => terms.some((term) => term.startsWith(start)),
    bring: async () => {},
    conceptTerms: (token) => concepts.phrases[Number(token.slice(1))] || [],
    concepts: concepts.find,
    family: (term) => terms.filter((other) => other !== term && rootOf(term) && rootOf(other) === rootOf(term)).sort(often),
    frequency: (term) => frequencies.get(term) || 0,
    has: (term) => frequencies.has(term),
    links: (term) => links.filter((group) => group.includes(term)).flat().filter((other) => other !== term),
    near: (word, limit) => kopilka.fuzzy.near(word, limit, terms, counts),
    nearConcepts: (token) => near[token] || [],
    prefix: (start, limit) => terms.filter((term) => term.startsWith(start)).sort(often).slice(0, limit),
    ready: async () => {},
    search: (alternatives) => search(worths, frequencies, alternatives),
  };
}

/** OR of the alternatives, best first; of equals the later document, so that the planner has an order to make. */
function search(worths, frequencies, alternatives) {
  const found = [];
  worths.forEach((worth, n) => {
    const met = alternatives.filter(({ term }) => worth.has(term));
    if (!met.length) return;
    const score = met.reduce((sum, { term, boost }) => {
      const rarity = Math.log(1 + worths.length / frequencies.get(term));
      return sum + (boost * rarity * worth.get(term)) / (worth.get(term) + 1);
    }, 0);
    found.push({ n, score, terms: met.map(({ term }) => term) });
  });
  return found.sort((a, b) => b.score - a.score || b.n - a.n);
}

module.exports = { load };
