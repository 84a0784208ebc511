/**
 * Texts with what was found in them marked, and the piece of a text worth showing.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;

  const CUT = "…";
  /** How much of a piece stands before the first mark in it. */
  const LEAD = 0.25;

  /**
   * How every word of a text is marked: its own term, the beginning being typed, a phrase of the glossary.
   * @param {Token[]} tokens
   * @param {Plan} plan
   * @returns {{marks: Fragment["mark"][], joined: boolean[], terms: string[]}} `joined` with the next word
   */
  function wordMarks(tokens, plan) {
    const beginnings = plan.words.map((word) => word.begins).filter((start) => start.length > 1);
    const terms = tokens.map((token) => token.term);
    const joined = tokens.map(() => false);
    const marks = tokens.map((token) => {
      const clause = token.stop ? undefined : plan.clauses.get(token.term);
      if (clause) return clause.mark;
      if (!beginnings.length) return "";
      const word = token.form;
      return beginnings.some((start) => word.startsWith(start)) ? "exact" : "";
    });
    for (const found of kopilka.index.concepts(tokens)) {
      const clause = plan.clauses.get(found.token);
      if (clause) markPhrase(marks, joined, found, clause.mark);
    }
    return { marks, joined, terms };
  }

  /**
   * @param {Fragment["mark"][]} marks
   * @param {boolean[]} joined
   * @param {{from: number, to: number}} phrase
   * @param {"exact" | "near"} mark
   */
  function markPhrase(marks, joined, { from, to }, mark) {
    const inside = marks.slice(from, to);
    if (mark === "near" && inside.includes("exact")) return;
    for (let i = from; i < to; i += 1) {
      marks[i] = mark;
      joined[i] = joined[i] || i + 1 < to;
    }
  }

  /**
   * The marked places of a text, in their order.
   * @param {string} text
   * @param {Plan} plan
   * @returns {MarkedPlace[]}
   */
  function places(text, plan) {
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(text));
    const { marks, joined, terms } = wordMarks(tokens, plan);
    /** @type {MarkedPlace[]} */
    const found = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const mark = marks[i];
      if (!mark) continue;
      const from = i;
      while (joined[i] && marks[i + 1] === mark) i += 1;
      found.push({ start: tokens[from].start, end: tokens[i].end, mark, terms: terms.slice(from, i + 1) });
    }
    return found;
  }

  /**
   * A stretch of a text in pieces, those found marked.
   * @param {string} text
   * @param {MarkedPlace[]} found
   * @param {number} from
   * @param {number} to
   * @returns {Fragment[]}
   */
  function fragments(text, found, from, to) {
    /** @type {Fragment[]} */
    const pieces = [];
    const push = (/** @type {number} */ start, /** @type {number} */ end, /** @type {Fragment["mark"]} */ mark) => {
      if (end > start) pieces.push({ text: text.slice(start, end), mark });
    };
    let at = from;
    for (const { start, end, mark } of found) {
      if (start < at || end > to) continue;
      push(at, start, "");
      push(start, end, mark);
      at = end;
    }
    push(at, to, "");
    return pieces;
  }

  /**
   * The stretch of a text with most of what was asked: different words first, then how many.
   * @param {MarkedPlace[]} found not empty
   * @param {number} length
   * @returns {MarkedPlace[]}
   */
  function densest(found, length) {
    let best = found.slice(0, 1);
    let most = -1;
    for (let i = 0; i < found.length; i += 1) {
      const within = found.filter((place, j) => j >= i && place.end - found[i].start <= length);
      const different = new Set(within.flatMap((place) => place.terms.map((term) => term + place.mark)));
      let value = within.length * 0.1;
      different.forEach((key) => (value += key.endsWith("exact") ? 1 : 0.4));
      if (value > most + 1e-9) {
        most = value;
        best = within.length ? within : [found[i]];
      }
    }
    return best;
  }

  /**
   * @param {string} text
   * @param {number} at
   * @param {number} least
   * @returns {number} the start of the word at a place, not before `least`
   */
  function wordStart(text, at, least) {
    const space = text.slice(least, at + 1).search(/\s\S*$/);
    return space < 0 ? least : least + space + 1;
  }

  /**
   * Where a piece of a text begins and ends so that words stay whole.
   * @param {string} text
   * @param {MarkedPlace[]} shown what has to be in it
   * @param {number} length
   * @returns {[number, number]}
   */
  function stretch(text, shown, length) {
    const room = length - 2 * CUT.length;
    if (text.length <= length) return [0, text.length];
    const first = shown.length ? shown[0].start : 0;
    const last = shown.length ? shown[shown.length - 1].end : 0;
    const lead = Math.min(Math.floor(room * LEAD), Math.max(0, room - (last - first)));
    let from = Math.max(0, Math.min(first - lead, text.length - room));
    if (from > 0) {
      const space = text.slice(from - 1, first).search(/\s/);
      from = space < 0 ? first : from + space;
    }
    let to = Math.min(text.length, from + room);
    if (to < text.length) to = Math.max(wordStart(text, to, from), Math.min(last, from + room));
    while (to > from && /[\s,;:–—-]/.test(text[to - 1])) to -= 1;
    if (to < text.length && /[\ud800-\udbff]/.test(text[to - 1] || "")) to -= 1;
    return [from, to];
  }

  /**
   * A piece of a text, «…» where it is cut.
   * @param {string} text
   * @param {MarkedPlace[]} found
   * @param {number} length
   * @returns {Fragment[]}
   */
  function piece(text, found, length) {
    const shown = found.length ? densest(found, length - 2 * CUT.length) : [];
    const [from, to] = stretch(text, shown, length);
    const pieces = fragments(text, found, from, to);
    if (from > 0) pieces.unshift({ text: CUT, mark: "" });
    if (to < text.length) pieces.push({ text: CUT, mark: "" });
    return pieces;
  }

  /**
   * The text under a card's summary.
   * @param {number} n number of the card
   * @returns {Promise<string>} "" when it has none or it does not load
   */
  async function textOf(n) {
    const manifest = /** @type {Manifest} */ (await kopilka.data("manifest"));
    if (n >= manifest.texts) return "";
    try {
      const block = await kopilka.data("texts-" + Math.floor(n / manifest.textBlock));
      return block[n % manifest.textBlock] || "";
    } catch {
      return "";
    }
  }

  /**
   * The best piece of a card's summary, else of its text.
   * @param {Card} card
   * @param {number} n its number
   * @param {Plan} plan
   * @param {number} length
   * @returns {Promise<Fragment[]>}
   */
  async function snippet(card, n, plan, length) {
    const summary = places(card.text, plan);
    if (summary.length) return piece(card.text, summary, length);
    const text = await textOf(n);
    const found = places(text, plan);
    return found.length ? piece(text, found, length) : piece(card.text, [], length);
  }

  Object.assign(planner, { fragments, places, snippet, textOf });
})();
