/**
 * What the rules of the catalogue say of pictures: whose they are, on what terms, who is seen and has agreed.
 *
 * Sentences come from Python (`terms.gates.pictures`). A form is a proposal, so it is judged as a record that
 * is about to be public: `check` itself waits with some of this while the record is a draft.
 */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const LINK = /\]\(\s*<?([^)\s>]+)/g;
  const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|[/#?]|\.\.)/i;

  /** @typedef {Map<string, (string | number)[] | null>} Shown the name of each picture, with its field; null: it is in the text */
  /** @typedef {{rows: any[], key: string, base: string, shown: Shown, terms: FormTerms, described: FormModel, found: FormTrouble[]}} Look */

  /** @type {(described: FormModel) => FormField | undefined} the list of parts that tell of pictures */
  const pictureField = (described) => described.fields.find((field) => Boolean(field.shape.item && field.shape.item.picture));

  /** @type {(rows: any[], key: string, name: string) => any} what is told of a picture: its own row, else the row for all */
  const pictureRow = (rows, key, name) => rows.find((row) => row[key] === name) || rows.find((row) => !row[key]);

  /** @type {(address: string) => string} the name of a file beside the record; empty for what is none */
  function fileIn(address) {
    if (ELSEWHERE.test(address)) return "";
    try {
      return decodeURIComponent(address).replace(/^\.\//, "");
    } catch {
      return address;
    }
  }

  /** @type {(shape: FormShape, value: any, path: (string | number)[]) => [string, (string | number)[]][]} */
  function addressesIn(shape, value, path) {
    if (value === undefined || value === null) return [];
    if (shape.type === "address") return typeof value === "string" ? [[value, path]] : [];
    if (shape.type === "list") return Array.isArray(value) ? value.flatMap((item, i) => addressesIn(/** @type {FormShape} */ (shape.item), item, [...path, i])) : [];
    return form.isObject(value) ? (shape.fields || []).flatMap((field) => addressesIn(field.shape, value[field.key], [...path, field.key])) : [];
  }

  /**
   * The pictures beside the record that its text or its fields show, in the order of `check`.
   * @param {FormModel} described
   * @param {Record<string, any>} record as `recordOf` gives it
   * @param {string} body
   * @param {FormTerms} terms
   * @returns {Shown}
   */
  function picturesShown(described, record, body, terms) {
    /** @type {Shown} */
    const shown = new Map();
    /** @type {(address: string, path: (string | number)[] | null) => void} */
    const note = (address, path) => {
      const name = fileIn(address);
      if (terms.gates.pictures.endings.some((ending) => name.toLowerCase().endsWith(ending)) && !shown.has(name)) shown.set(name, path);
    };
    Array.from(body.matchAll(LINK)).forEach(([, address]) => note(address, null));
    const others = described.fields.filter((field) => field !== pictureField(described));
    others.flatMap((field) => addressesIn(field.shape, record[field.key], [field.key])).forEach(([address, path]) => note(address, path));
    return shown;
  }

  /** @type {(words: string[]) => string} «а, б и в» */
  const joined = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} и ${words[words.length - 1]}`);

  /** @type {(look: Look, trouble: string, path: (string | number)[], facts?: Record<string, string>, where?: string, hint?: string) => void} */
  function tell({ terms, described, base, found }, trouble, path, facts = {}, where, hint) {
    const [code, message, usual] = terms.gates.pictures.words[trouble];
    const severity = terms.gates.severity[code];
    if (!severity) return;
    /** @type {(template: string) => string} */
    const filled = (template) => template.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
    const short = filled(message);
    const full = [base, ...path];
    found.push({ path: full, code, severity, short, message: `${where || "поле " + form.labelOf(described, full.slice(0, 2))}: ${short}`, hint: hint || filled(usual) });
  }

  /** @type {(look: Look) => void} pictures of which nothing is told */
  function checkUntold(look) {
    const { rows, key, shown, terms, described } = look;
    const untold = Array.from(shown.keys()).filter((name) => !pictureRow(rows, key, name));
    if (!untold.length) return;
    const { named } = terms.gates.pictures;
    const more = untold.length > named ? [`ещё\u00a0${untold.length - named}`] : [];
    const path = shown.get(untold[0]);
    const where = path ? "поле " + form.labelOf(described, path) : "картинка";
    tell(look, "untold", [], { names: joined([...untold.slice(0, named).map(form.quote), ...more]) }, where);
  }

  /** @type {(look: Look, row: any, i: number) => void} a row about what is not there, or about what is told already */
  function checkStray(look, row, i) {
    const { rows, key, shown, terms, described, base } = look;
    const name = row[key];
    if (rows.slice(0, i).some((other) => other[key] === name)) tell(look, "twice", [i], { what: name ? form.quote(name) : "всех картинках" });
    else if (name && !shown.has(name)) {
      const near = form.suggest(name, Array.from(shown.keys()), terms);
      tell(look, "stray", [i, key], { shown: form.quote(name) }, "поле " + form.labelOf(described, [base, i, key]), near && `Возможно, вы имели в виду ${form.quote(near)}.`);
    }
  }

  /** @type {(look: Look, row: any, i: number) => void} a row that speaks of pictures and lacks something */
  function checkWhole(look, row, i) {
    const { rows, key, shown, terms } = look;
    const { owed, photos, named } = terms.gates.pictures;
    const own = Array.from(shown.keys()).filter((name) => pictureRow(rows, key, name) === row);
    const missing = Object.keys(owed).filter((name) => row[name] === undefined);
    if (own.length && missing.length) tell(look, "incomplete", [i], { owed: joined(missing.map((name) => owed[name])), keys: joined(missing) });
    const seen = own.filter((name) => photos.some((ending) => name.toLowerCase().endsWith(ending)));
    if (seen.length && row.people === undefined) tell(look, "unknown", [i], { names: joined(seen.slice(0, named).map(form.quote)) });
  }

  /** @type {(look: Look, row: any, i: number, today: string) => void} people on a picture, and what they have agreed to */
  function checkPeople(look, row, i, today) {
    const { consent, people } = row;
    if (people !== "children" && people !== "adults") return;
    if (!consent) return tell(look, people, [i, "people"]);
    const { bounds, words, trouble } = form.dates;
    if (Array.isArray(consent.scope) && !consent.scope.includes("site")) tell(look, "scope", [i, "consent", "scope"]);
    if (!trouble(consent.until) && bounds(consent.until)[1] < today) tell(look, "until", [i, "consent", "until"], { day: words(bounds(consent.until)[1], look.terms.months) });
    if (!trouble(consent.date) && bounds(consent.date)[0] > today) tell(look, "date", [i, "consent", "date"], { day: words(consent.date, look.terms.months) });
  }

  /**
   * What the rules say of the pictures of a record.
   * @param {FormModel} described
   * @param {Record<string, any>} record as `recordOf` gives it
   * @param {string} body with the pictures that will stand in it
   * @param {FormTerms} terms
   * @param {string} today ISO
   * @returns {FormTrouble[]}
   */
  function checkPictures(described, record, body, terms, today) {
    const field = pictureField(described);
    if (!field || !field.shape.item) return [];
    const told = record[field.key];
    const rows = Array.isArray(told) ? told.filter(form.isObject) : [];
    /** @type {Look} */
    const look = { rows, key: String(field.shape.item.picture), base: field.key, shown: picturesShown(described, record, body, terms), terms, described, found: [] };
    checkUntold(look);
    rows.forEach((row, i) => {
      checkStray(look, row, i);
      checkWhole(look, row, i);
      checkPeople(look, row, i, today);
    });
    return look.found;
  }

  Object.assign(form, { checkPictures, pictureField, pictureRow, picturesShown });
})();
