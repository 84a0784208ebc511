/**
 * What the catalogue's rules say of texts as they are typed: private numbers and addresses, children's names, empty phrases.
 *
 * Patterns and sentences come from Python (`terms.gates`); a browser too old for the patterns is told
 * nothing here: the same rules look at the file when the bank receives it.
 */
(function () {
  "use strict";

  const form = window.kopilka.form;

  /** @typedef {Record<string, RegExp>} Patterns */

  /** @type {{numbers: Patterns, email: Patterns, people: Patterns, vague: Patterns} | null | undefined} */
  let compiled;

  /** @type {(gates: FormGates) => {numbers: Patterns, email: Patterns, people: Patterns, vague: Patterns} | null} */
  function compile(gates) {
    /** @type {(patterns: Record<string, [string, string]>) => Patterns} */
    const all = (patterns) => Object.fromEntries(Object.entries(patterns).map(([name, [source, flags]]) => [name, new RegExp(source, flags + "g")]));
    try {
      return { numbers: all(gates.numbers.patterns), email: all(gates.email.patterns), people: all(gates.people.patterns), vague: all(gates.vague.patterns) };
    } catch {
      return null;
    }
  }

  /** @type {(pattern: RegExp, text: string) => RegExpMatchArray[]} */
  const every = (pattern, text) => Array.from(text.matchAll(pattern));
  /** @type {(pattern: RegExp, text: string) => boolean} */
  const has = (pattern, text) => text.search(pattern) >= 0;
  /** @type {(text: string) => number[]} */
  const digitsOf = (text) => (text.match(/\d/g) || []).map(Number);
  /** @type {(digits: number[], weights: number[]) => number} */
  const weighed = (digits, weights) => weights.reduce((sum, weight, i) => sum + weight * digits[i], 0);

  /** @type {(text: string) => boolean} the check digits are those of a СНИЛС */
  function isSnils(text) {
    const digits = digitsOf(text);
    if (digits.length !== 11 || digits.slice(0, 9).every((digit) => digit === 0)) return false;
    return (weighed(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === digits[9] * 10 + digits[10];
  }

  /** @type {(text: string) => boolean} both check digits are those of a person's ИНН */
  function isInn(text) {
    const digits = digitsOf(text);
    if (digits.length !== 12 || digits.every((digit) => digit === 0)) return false;
    const first = (weighed(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
    const second = (weighed(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
    return digits[10] === first && digits[11] === second;
  }

  /** @type {(gates: FormGates, patterns: Patterns, text: string) => FormHit[]} */
  function numbersIn(gates, patterns, text) {
    if (digitsOf(text).length < 10) return [];
    /** @type {[string, string, (match: RegExpMatchArray) => boolean][]} the pattern, the word for it in Python, what else must hold */
    const looks = [
      ["passport", "passport", () => true],
      ["snils", "snils", (match) => isSnils(match[0])],
      ["inn", "personal-inn", (match) => isInn(match[0])],
      ["phone", "private-phone", (match) => match[1][0] === "9"],
      ["phone", "phone", (match) => "3458".includes(match[1][0])],
      ["mobile", "private-phone", () => true],
    ];
    let taken = 0;
    return looks
      .flatMap(([name, meant, holds]) => every(patterns[name], text).filter((match) => holds(match) && (name === "passport" || !ofDocument(patterns, text, match))).map((match) => ({ match, meant })))
      .sort((a, b) => Number(a.match.index) - Number(b.match.index))
      .filter(({ match }) => Number(match.index) >= taken && (taken = Number(match.index) + match[0].length))
      .map(({ match, meant }) => {
        const [code, [, message, hint]] = Object.entries(gates.numbers.words).find(([, [name]]) => name === meant) || ["", ["", "", ""]];
        return { code, message, hint, at: Number(match.index) };
      });
  }

  /** @type {(patterns: Patterns, text: string, match: RegExpMatchArray) => boolean} a word before the number calls it a document's */
  const ofDocument = (patterns, text, match) => has(patterns.document, text.slice(Math.max(Number(match.index) - 40, 0), match.index));

  /** @type {(gates: FormGates, patterns: Patterns, text: string, bank: string | null) => FormHit[]} */
  function emailsIn(gates, patterns, text, bank) {
    return every(patterns.address, text).flatMap((match) => {
      const before = text.slice(Math.max(Number(match.index) - 64, 0), match.index);
      const [name] = every(patterns.name, before).map((found) => found[0]);
      const address = `${name}@${match[1]}`;
      if (!name || address.toLowerCase() === (bank || "").toLowerCase() || has(patterns.official, name)) return [];
      if (!has(patterns.public, match[1]) && !has(patterns.person, name)) return [];
      const [message, hint] = gates.email.words;
      return [{ code: "K615", message: message.replace("{shown}", () => form.quote(address)), hint, at: Number(match.index) }];
    });
  }

  /** @type {(gates: FormGates, patterns: Patterns, text: string) => FormHit[]} */
  function vagueIn(gates, patterns, text) {
    if (/\d/.test(text) || !(has(patterns.tail, text) || (Array.from(text).length <= gates.vague.longest && has(patterns.whole, text)))) return [];
    const letters = Array.from(text);
    const shown = letters.length <= 60 ? text : letters.slice(0, 59).join("") + "…";
    const [message, hint] = gates.vague.words;
    return [{ code: "K229", message: message.replace("{field}: ", "").replace("{shown}", () => form.quote(shown)), hint, at: 0 }];
  }

  /** @type {(data: any, path: (string | number)[], told: (text: string, path: (string | number)[], owner: any) => void, owner?: any) => void} */
  function eachText(data, path, told, owner = null) {
    if (typeof data === "string") told(data, path, owner);
    else if (Array.isArray(data)) data.forEach((item, i) => eachText(item, [...path, i], told, owner));
    else if (form.isObject(data)) Object.keys(data).forEach((key) => eachText(data[key], [...path, key], told, data));
  }

  /** @type {(gates: FormGates, path: (string | number)[], owner: any) => boolean} the text is a result, and no number stands beside it */
  function isResult(gates, path, owner) {
    if (!gates.vague.lists.includes(String(path[0]))) return false;
    if (path.length === 2) return true;
    return path.length === 3 && path[2] === "what" && owner.before === undefined && owner.after === undefined;
  }

  /**
   * What the rules say of the texts of a record.
   * @param {FormModel} described
   * @param {Record<string, any>} record as `recordOf` gives it
   * @param {Record<string, string>} texts the body by the titles of its sections
   * @param {FormTerms} terms
   * @returns {FormTrouble[]}
   */
  function checkTexts(described, record, texts, terms) {
    const { gates } = terms;
    const patterns = compiled === undefined ? (compiled = compile(gates)) : compiled;
    if (!patterns) return [];
    /** @type {FormTrouble[]} */
    const found = [];
    /** @type {(where: string, path: (string | number)[], hits: FormHit[]) => void} */
    const tell = (where, path, hits) =>
      hits.forEach(({ code, message, hint }) => {
        const severity = gates.severity[code];
        if (severity) found.push({ path, code, severity, message: `${where}: ${message}`, short: message, hint });
      });
    /** @type {(text: string) => FormHit[]} */
    const personal = (text) => [...numbersIn(gates, patterns.numbers, text), ...emailsIn(gates, patterns.email, text, terms.email), ...form.childrenIn(gates, patterns.people, text), ...form.birthsIn(gates, patterns.people, text)];
    eachText(record, [], (text, path, owner) => {
      const vague = isResult(gates, path, owner) ? vagueIn(gates, patterns.vague, text) : [];
      tell("поле " + form.labelOf(described, path), path, [...personal(text), ...vague]);
    });
    Object.entries(texts).forEach(([title, text]) => tell("раздел " + form.quote(title || described.bodyTitle), ["## " + title], personal(text)));
    return found;
  }

  Object.assign(form, { checkTexts });
})();
