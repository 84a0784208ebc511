/**
 * The search index as it arrives: the core – words, their frequencies, concepts – and, when a query needs
 * them, the shards with postings. `kopilka.index` is what the planner of queries asks.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { analyse, learn } = kopilka.analysis;
  const { manyWords, numbers, words } = kopilka.unpacking;

  /** @type {string[]} sorted */
  let terms = [];
  /** @type {Uint32Array} in how many documents each term stands */
  let frequencies = new Uint32Array(0);
  /** @type {number[]} the first term of each shard */
  let shards = [];
  /** @type {(string[] | undefined)[]} packed postings of the shards that have arrived, by term */
  const arrived = [];
  /** @type {Map<string, string[]>} other terms of the same noun */
  const linked = new Map();
  /** @type {string[][][]} the phrases of every concept, as terms */
  let concepts = [];
  /** @type {number[][]} */
  let near = [];
  /** @type {Map<string, {phrase: string[], concept: number}[]>} phrases by their first terms, longest first */
  const phrases = new Map();
  /** @type {Promise<void> | null} */
  let made = null;

  /** Loads and unpacks the core, once. */
  function ready() {
    made = made || make();
    made.catch(() => (made = null));
    return made;
  }

  /** @returns {Promise<void>} */
  async function make() {
    /** @type {SearchCore} */
    const core = await kopilka.data("search");
    terms = await manyWords(core.terms);
    frequencies = numbers(core.frequencies, terms.length);
    shards = core.shards;
    concepts = core.concepts.map((listed) => listed.map((phrase) => phrase.split(" ")));
    near = core.near;
    learn(words(core.stop), words(core.literals));
    core.links.forEach(addLinks);
    concepts.forEach(addPhrases);
    phrases.forEach((listed) => listed.sort((a, b) => b.phrase.length - a.phrase.length));
    kopilka.scoring.begin(core);
  }

  /** @param {string} group terms in the index, «|», terms that are asked for only */
  function addLinks(group) {
    const [here, elsewhere] = group.split("|").map((half) => half.split(" ").filter(Boolean));
    here.concat(elsewhere).forEach((term) => {
      const others = here.filter((other) => other !== term);
      linked.set(term, Array.from(new Set((linked.get(term) || []).concat(others))));
    });
  }

  /**
   * @param {string[][]} listed
   * @param {number} concept
   */
  function addPhrases(listed, concept) {
    listed.forEach((phrase) => {
      const known = phrases.get(phrase[0]) || [];
      known.push({ phrase, concept });
      phrases.set(phrase[0], known);
    });
  }

  /**
   * Where a term stands among the sorted ones, or would stand.
   * @param {string} term
   */
  function placeOf(term) {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The place of a known term, or -1.
   * @param {string} term
   */
  function find(term) {
    const place = placeOf(term);
    return terms[place] === term ? place : -1;
  }

  /** @param {string} term */
  function has(term) {
    return find(term) >= 0;
  }

  /** @param {string} term */
  function frequency(term) {
    const place = find(term);
    return place < 0 ? 0 : frequencies[place];
  }

  /**
   * Places of all terms that begin so.
   * @param {string} start
   */
  function beginning(start) {
    const places = [];
    for (let place = placeOf(start); place < terms.length && terms[place].startsWith(start); place++) {
      places.push(place);
    }
    return places;
  }

  /**
   * @param {string} start
   * @param {number} limit
   */
  function prefix(start, limit) {
    const places = beginning(start).sort((a, b) => frequencies[b] - frequencies[a] || a - b);
    return places.slice(0, limit).map((place) => terms[place]);
  }

  /**
   * Whether any term begins so.
   * @param {string} start
   */
  function begins(start) {
    const place = placeOf(start);
    return place < terms.length && terms[place].startsWith(start);
  }

  /** @param {string} term */
  function links(term) {
    return linked.get(term) || [];
  }

  /** @param {string} term */
  function family(term) {
    const root = kopilka.roots.rootOf(term);
    if (!root) return [];
    const near = beginning(root.slice(0, kopilka.roots.SHORTEST - 1)); // the last letter may be another one
    const places = near.filter((place) => terms[place] !== term && kopilka.roots.rootOf(terms[place]) === root);
    return places.sort((a, b) => frequencies[b] - frequencies[a] || a - b).map((place) => terms[place]);
  }

  /**
   * @param {Token[]} tokens
   * @returns {{token: string, from: number, to: number}[]} `from` the first token, `to` the one after the last
   */
  function findConcepts(tokens) {
    /** @type {{token: string, from: number, to: number}[]} */
    const found = [];
    /** @type {Map<number, number>} */
    const done = new Map();
    const places = tokens.map((_, place) => place).filter((place) => !tokens[place].stop);
    places.forEach((from, start) => {
      (phrases.get(tokens[from].term) || []).forEach(({ phrase, concept }) => {
        if (start < (done.get(concept) || 0)) return;
        if (!phrase.every((term, i) => places[start + i] !== undefined && tokens[places[start + i]].term === term)) return;
        done.set(concept, start + phrase.length);
        found.push({ token: "§" + concept, from, to: places[start + phrase.length - 1] + 1 });
      });
    });
    return found;
  }

  /** @param {string} token «§12» */
  function numberOf(token) {
    return /^§\d+$/.test(token) ? Number(token.slice(1)) : NaN;
  }

  /** @param {string} token */
  function conceptTerms(token) {
    return concepts[numberOf(token)] || [];
  }

  /** @param {string} token */
  function nearConcepts(token) {
    return (near[numberOf(token)] || []).map((concept) => "§" + concept);
  }

  /**
   * The shard of a place among the terms.
   * @param {number} place
   */
  function shardOf(place) {
    let shard = shards.length - 1;
    while (shard > 0 && shards[shard] > place) shard--;
    return shard;
  }

  /**
   * Brings the shards with the postings of known terms; others are passed over.
   * @param {string[]} wanted
   * @returns {Promise<void>}
   */
  async function bring(wanted) {
    const places = wanted.map(find).filter((place) => place >= 0);
    const missing = new Set(places.map(shardOf).filter((shard) => !arrived[shard]));
    await Promise.all(
      Array.from(missing, async (shard) => {
        const packed = await kopilka.data("search-" + shard);
        arrived[shard] = packed.split(" ");
      }),
    );
  }

  /**
   * The packed postings of a term and its place; null when they have not been brought.
   * @param {string} term
   * @returns {{place: number, packed: string} | null}
   */
  function postings(term) {
    const place = find(term);
    const shard = place < 0 ? undefined : arrived[shardOf(place)];
    return shard ? { place, packed: shard[place - shards[shardOf(place)]] } : null;
  }

  kopilka.index = {
    analyse,
    begins,
    bring,
    conceptTerms,
    concepts: findConcepts,
    family,
    frequency,
    has,
    links,
    near: (word, limit) => kopilka.fuzzy.near(word, limit, terms, frequencies),
    nearConcepts,
    prefix,
    ready,
    search: (alternatives) => kopilka.scoring.search(alternatives, postings),
  };
})();
