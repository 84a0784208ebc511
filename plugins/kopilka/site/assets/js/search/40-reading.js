/**
 * What a query says: its chunks as typed, or put right where the index knows the corrected word and not the typed one.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const planner = kopilka.planner;

  /** A query this long says what it wants; the rest of a pasted page is not read. */
  const LENGTH = 2000;
  /** Chunks put right in one query: correcting costs, and nobody types more in a wrong layout. */
  const CHUNKS = 24;
  /** Chunks in which a misprint on top of a wrong layout is looked for. */
  const DOUBLY_WRONG = 3;
  /** A short Latin word is taken for what it is; a longer one for Russian where that is met so many times more. */
  const LONG = 4;
  const MORE_OFTEN = 3;
  const LATIN = /[a-z]/i;
  const RUSSIAN = /[а-яё]/i;
  const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
  // eslint-disable-next-line no-control-regex
  const UNREADABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu;

  /** How sure we are that a text is what was meant. */
  const UNKNOWN = 0;
  const BEGINS = 1;
  const SMALL = 2;
  const KNOWN = 3;

  /**
   * The query without what no reader types on purpose: control and bidi characters, halves of surrogate pairs.
   * @param {string} query
   * @returns {string}
   */
  function clean(query) {
    return String(query).slice(0, LENGTH).replace(UNREADABLE, " ").normalize("NFC").replace(/\s+/g, " ").trim();
  }

  /**
   * Whether the index knows a word in some form.
   * @param {Token} token
   * @returns {boolean}
   */
  function isKnown(token) {
    const index = kopilka.index;
    return index.has(token.term) || index.links(token.term).some((/** @type {string} */ term) => index.has(term));
  }

  /**
   * How sure the index makes us of a text: all its words known, only small words, the last one begins a known one.
   * @param {string} text
   * @returns {number}
   */
  function sureness(text) {
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(text));
    const words = tokens.filter((token) => !token.stop);
    if (!words.length) return tokens.some((token) => token.word.length > 1) ? SMALL : UNKNOWN;
    const last = words[words.length - 1];
    if (!words.every((token) => token === last || isKnown(token))) return UNKNOWN;
    if (isKnown(last)) return KNOWN;
    const begins = last.word.length > 1 && kopilka.index.begins(last.form);
    return begins ? BEGINS : UNKNOWN;
  }

  /**
   * The surest of some readings; the first of equals.
   * @param {string[]} texts
   * @param {Reading["mode"]} mode
   * @returns {Reading}
   */
  function surest(texts, mode) {
    let best = { text: texts[0] || "", mode, sure: UNKNOWN };
    for (const text of texts) {
      const sure = sureness(text);
      if (sure > best.sure) best = { text, mode, sure };
      if (sure === KNOWN) break;
    }
    return best;
  }

  /**
   * What a chunk may have been meant to be, besides what it is.
   * @param {string} chunk
   * @returns {Reading[]}
   */
  function otherReadings(chunk) {
    const latin = LATIN.test(chunk);
    const russian = RUSSIAN.test(chunk);
    if (latin && russian) {
      return [surest([planner.lookalikes(chunk), ...planner.toRussian(chunk)], "layout")];
    }
    if (latin || /^[[\];',.`{}<>]+$/.test(chunk)) {
      const layout = surest(planner.toRussian(chunk), "layout");
      return latin && layout.sure < KNOWN ? [layout, surest(planner.translit(chunk), "translit")] : [layout];
    }
    return russian && chunk.length > 1 ? [surest([planner.toLatin(chunk)], "layout")] : [];
  }

  /**
   * A Latin word no reading of which the index knows: the first one that is a misprint of a known word.
   * @param {Reading[]} choices the chunk as typed among them
   * @returns {Reading | null}
   */
  function misprinted(choices) {
    const isNear = (/** @type {Reading} */ reading) => {
      const tokens = /** @type {Token[]} */ (kopilka.index.analyse(reading.text));
      if (tokens.length !== 1) return false;
      const { form, latin, term } = tokens[0];
      return latin ? kopilka.index.near(term, 1).length > 0 : planner.isOneSlipAway(form);
    };
    return choices.find(isNear) || null;
  }

  /**
   * All readings of a chunk, as typed first. A known Latin word may still be a Russian one that some name or address
   * in the bank spells in Latin letters: «shkola».
   * @type {(chunk: string, last: boolean) => Reading[]}
   */
  const readings = planner.remembering((/** @type {string} */ chunk) => {
    /** @type {Reading} */
    const typed = { text: chunk, mode: "", sure: sureness(chunk) };
    const settled = RUSSIAN.test(chunk) ? typed.sure > UNKNOWN : !/[^\d\s]/.test(chunk);
    return settled ? [typed] : [typed, ...otherReadings(chunk)];
  });

  /**
   * How often the words of a text are met.
   * @param {string} text
   * @returns {number}
   */
  function frequency(text) {
    const tokens = /** @type {Token[]} */ (kopilka.index.analyse(text));
    return Math.min(...tokens.map((token) => (token.stop ? Infinity : kopilka.index.frequency(token.term))));
  }

  /**
   * In which wrong way most of the query was typed; small and doubtful chunks follow it.
   * @param {Reading[][]} chunks
   * @returns {Reading["mode"]} "" when none was
   */
  function habit(chunks) {
    const votes = { layout: 0, translit: 0 };
    chunks.forEach(([typed, ...others]) => {
      others.forEach((other) => {
        if (typed.sure < KNOWN && other.mode && other.sure === KNOWN) votes[other.mode] += 1;
      });
    });
    if (!votes.layout && !votes.translit) return "";
    return votes.translit > votes.layout ? "translit" : "layout";
  }

  /**
   * The reading of a chunk that is known as typed: the Russian word only where it is met far more often.
   * @param {Reading} typed
   * @param {Reading[]} others
   * @param {Reading["mode"]} mode
   * @returns {Reading}
   */
  function chooseKnown(typed, others, mode) {
    const other = others.find((one) => one.sure >= SMALL && (mode ? one.mode === mode : one.sure === KNOWN));
    if (!other || (!mode && typed.text.length < LONG)) return typed;
    return frequency(other.text) > frequency(typed.text) * MORE_OFTEN ? other : typed;
  }

  /**
   * The reading of one chunk, seeing how the whole query was typed.
   * @param {Reading[]} choices
   * @param {Reading["mode"]} mode
   * @param {{left: number}} tries how many chunks may still be looked at for misprints
   * @returns {Reading}
   */
  function choose(choices, mode, tries) {
    const [typed, ...others] = choices;
    if (typed.sure === KNOWN) return chooseKnown(typed, others, mode);
    const usual = others.find((other) => other.mode === mode);
    const sure = others.reduce((best, other) => (other.sure > best.sure ? other : best), typed);
    if (!others.length || !LETTER_OR_DIGIT.test(typed.text + sure.text)) return typed;
    if (usual && usual.sure >= sure.sure && usual.sure > UNKNOWN) return usual;
    if (sure.sure > UNKNOWN) return sure;
    const latin = !RUSSIAN.test(typed.text);
    const near = latin && tries.left-- > 0 ? misprinted(choices) : null;
    return near || (latin && usual && usual.text ? usual : typed);
  }

  /**
   * Reads a query: what it is searched as, and why that differs from what was typed.
   * @param {string} query
   * @param {boolean} exact nothing is to be put right
   * @returns {{text: string, correction: "" | "layout" | "translit"}}
   */
  function read(query, exact) {
    const text = clean(query);
    const chunks = text.split(" ");
    if (exact || !text || chunks.length > CHUNKS) return { text, correction: "" };
    const choices = chunks.map((chunk) => readings(chunk, false));
    const mode = habit(choices);
    const tries = { left: DOUBLY_WRONG };
    const chosen = choices.map((some) => choose(some, mode, tries));
    const changed = chosen.filter((reading, i) => reading.mode && reading.text !== chunks[i]);
    const correction = changed.length ? (changed.some((one) => one.mode === "layout") ? "layout" : "translit") : "";
    return { text: chosen.map((reading) => reading.text).join(" "), correction };
  }

  Object.assign(planner, { isKnown, read });
})();
