/**
 * Letters typed in a wrong keyboard layout, in Latin instead of Russian, or looking alike: what was meant.
 */
(function () {
  "use strict";

  const planner = (window.kopilka.planner = window.kopilka.planner || {});

  const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~/?@#$^&";
  const RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ.,\"№;:?";
  const TO_RUSSIAN = pairs(LATIN_KEYS, RUSSIAN_KEYS);
  const TO_LATIN = pairs(RUSSIAN_KEYS, LATIN_KEYS);
  const LOOKALIKES = pairs("aceopxykmhtbABCEHKMOPTXY", "асеорхукмнтвАВСЕНКМОРТХУ");

  /** What may stand at the edge of a word as punctuation, though its key bears a Russian letter. */
  const EDGES = /^[[\]{}"'<>,.;:`~?!/()]+|[[\]{}"'<>,.;:`~?!/()]+$/g;

  /**
   * Latin spelling -> what it may stand for, the likeliest first. The longest spelling at a place is read.
   * @type {Map<string, string[]>}
   */
  const SPELLINGS = new Map(
    Object.entries({
      shch: "щ", schch: "щ", shh: "щ", sch: "щ сч", sh: "ш", ch: "ч", zh: "ж", kh: "х", ts: "ц тс", tz: "ц", cz: "ц",
      ya: "я ья", ja: "я ья", ia: "ия иа я", yu: "ю ью", ju: "ю ью", iu: "ию ю иу", yo: "ё йо ьё", jo: "ё йо",
      ye: "е ые ье", je: "е э ье ые", eh: "ех э", "e'": "э", "y'": "ы", iy: "ий", ij: "ий", iye: "ие", ije: "ие", yye: "ые", yje: "ые", yy: "ый", yj: "ый",
      iya: "ия ья", ija: "ия ья", iyu: "ию ью", iju: "ию ью",
      ii: "ии ий", ee: "ее и", oo: "оо у", ck: "к", ph: "ф", qu: "кв", "''": "ъ",
      a: "а", b: "б", c: "ц к", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и", j: "й ж", k: "к", l: "л", m: "м",
      n: "н", o: "о", p: "п", q: "к", r: "р", s: "с", t: "т", u: "у", v: "в", w: "в ш щ", x: "х кс", y: "ы й", z: "з",
      "'": "ь", "`": "ь", "’": "ь", "ʹ": "ь", '"': "ъ",
    }).map(([latin, russian]) => [latin, russian.split(" ")]),
  );
  /** Soft signs are often left out at the end of a word: «uchitel». */
  const MAYBE_SOFT = new Map(Object.entries({ d: "д дь", l: "л ль", n: "н нь", r: "р рь", t: "т ть" }));
  const CONSONANT = /[bcdfghjklmnpqrstvwxz]/;
  /** Spellings kept for one word: every guess beyond them is less likely than a misprint. */
  const GUESSES = 48;

  /**
   * @param {string} from
   * @param {string} to
   * @returns {Map<string, string>}
   */
  function pairs(from, to) {
    const map = new Map();
    Array.from(from).forEach((letter, i) => map.set(letter, Array.from(to)[i]));
    return map;
  }

  /**
   * @param {string} text
   * @param {Map<string, string>} map
   * @returns {string} letters that are not in the map stay
   */
  function through(text, map) {
    return Array.from(text, (letter) => map.get(letter) || letter).join("");
  }

  /**
   * A word typed with the English layout on. Every key is a letter first («k.,jq» – «любой»); then the keys at the
   * edges are punctuation («exbntkm,» – «учитель,»).
   * @param {string} chunk
   * @returns {string[]} likeliest first; without those edges
   */
  function toRussian(chunk) {
    const readings = new Set([through(chunk, TO_RUSSIAN)]);
    readings.add(through(chunk.replace(/[[\]{}"'<>,.;:`~?!/()]+$/, ""), TO_RUSSIAN));
    readings.add(through(chunk.replace(EDGES, ""), TO_RUSSIAN));
    readings.delete("");
    readings.delete(chunk);
    return [...readings];
  }

  /**
   * A Latin word typed with the Russian layout on: «ыщае» – «soft».
   * @param {string} chunk
   * @returns {string}
   */
  function toLatin(chunk) {
    return through(chunk, TO_LATIN);
  }

  /**
   * Latin letters that look Russian in a word that also has Russian ones: «cтажировка» with a Latin «c».
   * @param {string} chunk
   * @returns {string}
   */
  function lookalikes(chunk) {
    return through(chunk, LOOKALIKES);
  }

  /**
   * What a single Latin letter may stand for between its neighbours.
   * @param {string} letter
   * @param {string} before
   * @param {string} after
   * @returns {string[]}
   */
  function reading(letter, before, after) {
    const afterVowel = !CONSONANT.test(before);
    if (letter === "e" && afterVowel) return ["е", "э"];
    if (letter === "y" && !after) return ["ы", "ий", "ый", "й"];
    if (letter === "y" && afterVowel) return ["й", "ы"];
    if (letter === "l" && /[^ljaeiouy']/.test(after)) return ["ль", "л"];
    const soft = after ? undefined : MAYBE_SOFT.get(letter);
    return soft ? soft.split(" ") : SPELLINGS.get(letter) || [letter];
  }

  /**
   * What the Latin letters at a place may stand for.
   * @param {string} word lower case
   * @param {number} at
   * @returns {[number, string[]]} how many letters are read, the readings
   */
  function spelling(word, at) {
    for (let length = 5; length > 1; length -= 1) {
      const readings = SPELLINGS.get(word.slice(at, at + length));
      if (readings && at + length <= word.length) return [length, readings];
    }
    return [1, reading(word[at], word[at - 1] || "", word[at + 1] || "")];
  }

  /**
   * A Russian word in Latin letters, by whatever rules: «nastavnichestvo», «uchitel'», «shhenok», «jozh».
   * @param {string} chunk
   * @returns {string[]} likeliest first
   */
  function translit(chunk) {
    const word = chunk.toLowerCase().slice(0, 40);
    /** @type {{text: string, cost: number}[]} */
    let guesses = [{ text: "", cost: 0 }];
    for (let at = 0; at < word.length; ) {
      const [length, readings] = spelling(word, at);
      const next = guesses.flatMap((guess) =>
        readings.map((reading, i) => ({ text: guess.text + reading, cost: guess.cost + i })),
      );
      next.sort((a, b) => a.cost - b.cost);
      guesses = next.slice(0, GUESSES);
      at += length;
    }
    return guesses.map((guess) => guess.text);
  }

  Object.assign(planner, { lookalikes, toLatin, toRussian, translit });
})();
