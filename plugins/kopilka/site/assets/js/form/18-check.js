/**
 * What is wrong with the data of a record, in the words of `kopilka check`.
 *
 * The sentences come from Python (`terms.sentences`); here they are only filled in.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const form = kopilka.form;

  /** @type {(text: string) => string} */
  const fold = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/[–—‑]/g, "-").replace(/[«»„“”"]/g, "").split(/\s+/).filter(Boolean).join(" ");
  /** @type {(text: string) => string} */
  const quote = (text) => "«" + text.replace(/«/g, "„").replace(/»/g, "“") + "»";
  /** @type {(text: string) => number} characters as a person counts them */
  const length = (text) => Array.from(text).length;

  /** @type {(value: any) => string} */
  function shown(value) {
    const words = Array.from(String(value));
    return quote(words.length <= 40 ? words.join("") : words.slice(0, 39).join("") + "…");
  }

  /** @type {(number: number) => string} as the checks print a limit */
  function limitWords(number) {
    if (Math.abs(number) < 1e6) return String(Number(number.toPrecision(6)));
    return String(Number(number.toPrecision(6)).toExponential()).replace(/e\+?(-?)(\d)$/, "e$1+0$2").replace("e-+", "e-").replace(/e\+?(\d\d)/, "e+$1");
  }

  const rules = new Intl.PluralRules("ru");

  /** @type {(number: number, forms: string[]) => string} */
  function count(number, forms) {
    const digits = number >= 10000 ? String(number).replace(/\B(?=(?:\d{3})+$)/g, "\u00a0") : String(number);
    return digits + "\u00a0" + forms[{ one: 0, few: 1 }[rules.select(number)] ?? 2];
  }

  /** @type {(template: string, facts: Record<string, any>) => string} */
  function filled(template, facts) {
    return template.replace(/\{(\w+)((?:\|[^|}]+)*)\}/g, (whole, name, forms) => {
      if (!(name in facts)) return whole;
      return forms ? count(facts[name], forms.slice(1).split("|")) : String(facts[name]);
    });
  }

  /**
   * @typedef {{terms: FormTerms, path: (string | number)[], label: string, help: string, found: FormTrouble[]}} Place
   */

  /** @type {(place: Place, step: string | number, label?: string, help?: string) => Place} */
  function inside(place, step, label, help) {
    const words = typeof step === "number" ? `${step + 1}-я строка` : quote(label || step);
    return { ...place, path: [...place.path, step], label: place.label ? `${place.label}, ${words}` : words, help: help || "" };
  }

  /** @type {(place: Place, pair: string[], facts: Record<string, any>, hint?: string) => void} */
  function tell(place, pair, facts, hint) {
    const all = { field: "поле " + place.label, help: place.help, ...facts };
    const [message, usual] = pair.map((template) => filled(template, all).trim());
    const short = filled(pair[0].replace(/^\{field\} – |^\{field\}: /, "").replace("{field}", "поле"), all);
    place.found.push({ path: place.path, message, short, hint: hint === undefined ? usual : hint });
  }

  /** @type {(place: Place, field: FormField, value: any) => void} */
  function checkField(place, field, value) {
    const here = inside(place, field.key, field.label, field.help);
    if (value !== null && value !== undefined) checkValue(here, field.shape, value);
    else if (field.required) tell(here, place.terms.sentences.empty, {});
  }

  /** @type {Record<string, (place: Place, shape: FormShape, value: any) => void>} */
  const CHECKS = {
    address: checkText,
    choice(place, shape, value) {
      const values = (shape.choices || []).map((pair) => pair[0]);
      if (!values.includes(value)) tell(place, place.terms.choices[values.join(" ")], { shown: shown(value) });
    },
    date: checkDate,
    done(place, shape, value) {
      if (typeof value !== "boolean") checkDate(place, shape, value);
    },
    integer(place, shape, value) {
      if (typeof value === "number" && !Number.isInteger(value)) tell(place, place.terms.sentences.int_from_float, { shown: shown(value) });
      else checkNumber(place, shape, value);
    },
    list: checkList,
    number: checkNumber,
    organisation: checkText,
    part(place, shape, value) {
      (shape.fields || []).forEach((field) => checkField(place, field, value[field.key]));
    },
    party(place, _, value) {
      if (length(value) > 200) tell(place, place.terms.sentences.party_length, {});
    },
    record: checkText,
    term: checkTerm,
    text: checkText,
    truth() {},
  };

  /** @type {(place: Place, shape: FormShape, value: any) => void} */
  function checkValue(place, shape, value) {
    if (isOfType(shape, value)) CHECKS[shape.type](place, shape, value);
    else tell(place, place.terms.sentences.wrong_type, {});
  }

  /** @type {(shape: FormShape, value: any) => boolean} whether a field of this type can hold such a thing at all */
  function isOfType({ type }, value) {
    if (type === "list") return Array.isArray(value);
    if (type === "part") return form.isObject(value);
    if (type === "truth") return typeof value === "boolean";
    if (type === "done" && typeof value === "boolean") return true;
    return typeof value === "string" || (typeof value === "number" && ["integer", "number"].includes(type));
  }

  /** @type {(place: Place, shape: FormShape, value: any) => void} */
  function checkText(place, shape, value) {
    const { sentences, patterns } = place.terms;
    const size = length(value);
    if (shape.min_length !== undefined && size < shape.min_length) {
      tell(place, sentences.string_too_short, { length: size, limit: shape.min_length, rest: shape.min_length - size });
    } else if (shape.max_length !== undefined && size > shape.max_length) {
      tell(place, sentences.string_too_long, { length: size, limit: shape.max_length });
    } else if (shape.pattern !== undefined && !new RegExp(shape.pattern, "u").test(value)) {
      tell(place, patterns[shape.pattern] || ["{field} – {shown} записано не по форме", ""], { shown: shown(value) });
    }
  }

  /** @type {[string, string, (value: number, limit: number) => boolean][]} */
  const SIGNS = [
    ["ge", "greater_than_equal", (value, limit) => value >= limit],
    ["gt", "greater_than", (value, limit) => value > limit],
    ["le", "less_than_equal", (value, limit) => value <= limit],
    ["lt", "less_than", (value, limit) => value < limit],
  ];

  /** @type {(place: Place, shape: FormShape, value: any) => void} */
  function checkNumber(place, shape, value) {
    if (typeof value !== "number") {
      const numbers = value.match(/-?\d+(?:[.,]\d+)?/g) || [];
      if (numbers.length !== 1) tell(place, place.terms.sentences.float_parsing, { shown: shown(value) });
      else tell(place, place.terms.sentences.number_among, { shown: shown(value), length: numbers[0].replace(",", ".") });
      return;
    }
    const broken = SIGNS.find(([name, , holds]) => shape[name] !== undefined && !holds(value, shape[name]));
    if (broken) tell(place, place.terms.sentences[broken[1]], { word: value, limit: limitWords(shape[broken[0]]) });
  }

  /** @type {(place: Place, shape: FormShape, value: any) => void} */
  function checkDate(place, _, value) {
    const trouble = form.dates.trouble(value);
    if (!trouble) return;
    const better = trouble === "date_form" ? form.dates.better(value, place.terms.months) : "";
    tell(place, place.terms.sentences[better ? "date_better" : trouble], { shown: shown(value), word: value, limit: better });
  }

  /** @type {(place: Place, shape: FormShape, value: any) => void} */
  function checkList(place, shape, value) {
    const { sentences } = place.terms;
    const before = place.found.length;
    value.forEach((item, i) => checkValue(inside(place, i), /** @type {FormShape} */ (shape.item), item));
    if (place.found.length > before) return;
    if (shape.min_length !== undefined && value.length < shape.min_length) tell(place, sentences.too_short, { length: value.length, limit: shape.min_length });
    if (shape.max_length !== undefined && value.length > shape.max_length) tell(place, sentences.too_long, { length: value.length, limit: shape.max_length });
  }

  /** @type {(vocabulary: FormVocabulary | undefined, written: string) => FormTerm | undefined} */
  function findTerm(vocabulary, written) {
    const terms = vocabulary ? vocabulary.terms : [];
    const name = fold(written);
    return terms.find(([id]) => id === written) || terms.slice().reverse().find(([id, label, , short, ...synonyms]) => [id, label, short, ...synonyms].some((known) => known && fold(known) === name));
  }

  /** @type {(place: Place, shape: FormShape, value: any) => void} */
  function checkTerm(place, shape, value) {
    const vocabulary = place.terms.vocabularies[shape.vocabulary || ""];
    if (!vocabulary || findTerm(vocabulary, value)) return;
    const names = vocabulary.terms.flatMap(([id, label, , , ...synonyms]) => [label, id, ...synonyms]);
    const near = form.suggest(value, names, place.terms);
    const term = near && findTerm(vocabulary, near);
    const hint = term ? `Возможно, вы имели в виду ${quote(term[1])}.` : "Выберите слово из списка.";
    tell(place, place.terms.sentences.unknown_term, { shown: shown(value), vocabulary: vocabulary.label }, hint);
  }

  /**
   * Everything wrong with the data of a record.
   * @param {FormModel} described
   * @param {Record<string, any>} data as `recordOf` gives it
   * @param {FormTerms} terms
   * @returns {FormTrouble[]}
   */
  function check(described, data, terms) {
    /** @type {Place} */
    const place = { terms, path: [], label: "", help: "", found: [] };
    described.fields.forEach((field) => checkField(place, field, data[field.key]));
    return place.found;
  }

  /** @type {(described: FormModel, path: (string | number)[]) => string} the name of a place for a message */
  function labelOf(described, path) {
    /** @type {FormField[] | undefined} */
    let fields = described.fields;
    return path
      .map((step) => {
        if (typeof step === "number") return `${step + 1}-я строка`;
        const field = fields && fields.find((item) => item.key === step);
        const shape = field && (field.shape.item || field.shape);
        fields = shape && shape.fields;
        return quote(field ? field.label : step);
      })
      .join(", ");
  }

  Object.assign(form, { check, findTerm, fold, labelOf, quote });
})();
