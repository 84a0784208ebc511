/**
 * What an author has typed, as a draft and as the data of a record.
 *
 * A draft holds texts as typed, also where a number is asked for; `plain` makes of it what is written into
 * the file: fields in the order of the model, nothing empty, and no name without the person's consent.
 */
(function () {
  "use strict";

  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/g;
  const LONGEST = 60000;
  const MOST = 500;
  const DEPTH = 12;
  const GAPS = /(\d)[\s_](?=\d{3}(?:\D|$))/g;
  const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

  /** @type {(value: unknown) => string} a text without what cannot be seen; line ends of one kind */
  function text(value) {
    const raw = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
    return raw.slice(0, LONGEST).replace(/\r\n?/g, "\n").replace(CONTROLS, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1");
  }

  /** @type {() => Record<string, any>} an object that has nothing of its own but what is put into it */
  const bare = () => Object.create(null);

  /** @type {(value: any) => boolean} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /**
   * A value from a file or the storage as a draft holds it; undefined when it is no such thing.
   * @param {FormShape} shape
   * @param {any} value
   * @returns {any}
   */
  function taken(shape, value) {
    if (value === null || value === undefined) return undefined;
    if (shape.type === "truth") return typeof value === "boolean" ? value : undefined;
    if (shape.type === "list") {
      if (!Array.isArray(value)) return undefined;
      const items = value.slice(0, MOST).map((item) => taken(/** @type {FormShape} */ (shape.item), item));
      return items.filter((item) => item !== undefined);
    }
    if (shape.type === "part") return isObject(value) ? takenPart(shape, value) : undefined;
    if (typeof value === "boolean") return shape.type === "done" ? (value ? "да" : "нет") : undefined;
    return typeof value === "string" || typeof value === "number" ? text(value) : undefined;
  }

  /** @type {(shape: FormShape, value: Record<string, any>) => Record<string, any>} */
  function takenPart(shape, value) {
    const found = bare();
    (shape.fields || []).forEach((field) => {
      const held = taken(field.shape, value[field.key]);
      if (held !== undefined) found[field.key] = held;
    });
    return found;
  }

  /** @type {(value: any, depth?: number) => any} a value of which nothing is known: only what JSON knows, to a depth */
  function unknown(value, depth = DEPTH) {
    if (typeof value === "string") return text(value);
    if (typeof value === "number") return isFinite(value) ? value : null;
    if (typeof value === "boolean" || value === null || depth === 0) return typeof value === "boolean" ? value : null;
    if (Array.isArray(value)) return value.slice(0, MOST).map((item) => unknown(item, depth - 1));
    const found = bare();
    if (isObject(value)) Object.entries(value).slice(0, MOST).forEach(([name, held]) => (found[text(name)] = unknown(held, depth - 1)));
    return found;
  }

  /**
   * Data of a record as a draft: what the form knows, and apart what it does not, which is kept as it is.
   * @param {FormModel} form
   * @param {any} data
   * @returns {{values: Record<string, any>, extra: Record<string, any>}}
   */
  function draftOf(form, data) {
    const values = bare();
    const extra = bare();
    const given = isObject(data) ? data : bare();
    const fields = new Map(form.fields.map((field) => [field.key, field]));
    Object.entries(given).slice(0, MOST).forEach(([key, value]) => {
      const field = fields.get(key);
      const held = field ? taken(field.shape, value) : undefined;
      if (held !== undefined && fits(/** @type {FormField} */ (field).shape, value, held)) values[key] = held;
      else if (value !== null) extra[text(key)] = unknown(value);
    });
    return { values, extra };
  }

  /** @type {(shape: FormShape, value: any, held: any) => boolean} whether nothing was lost on the way into the draft */
  function fits(shape, value, held) {
    if (shape.type === "list") return held.length === value.filter((item) => item !== null).length && value.every((item, i) => item === null || value.length !== held.length || fits(/** @type {FormShape} */ (shape.item), item, held[i]));
    if (shape.type !== "part") return true;
    const fields = new Map((shape.fields || []).map((field) => [field.key, field]));
    return Object.entries(value).every(([key, inner]) => {
      const field = fields.get(key);
      return inner === null || (field !== undefined && key in held && fits(field.shape, inner, held[key]));
    });
  }

  /** @type {(raw: string) => number | string} a number as people write it: 1 000, 4,5; other words as they are */
  function number(raw) {
    const digits = raw.replace(/[\u00a0\u202f\u2009]/g, " ").replace(GAPS, "$1").replace(",", ".").replace("−", "-");
    return NUMBER.test(digits) && digits.replace(/\D/g, "").length <= 15 ? Number(digits) : raw;
  }

  const DONE = new Map([["да", true], ["true", true], ["нет", false], ["false", false]]);

  /**
   * A value of the draft as it goes into the file; undefined when it is empty.
   * @param {FormShape} shape
   * @param {any} value
   * @returns {any}
   */
  function plain(shape, value) {
    if (value === undefined || value === null) return undefined;
    if (shape.type === "truth") return value;
    if (shape.type === "list") {
      const items = value.map((item) => plain(/** @type {FormShape} */ (shape.item), item)).filter((item) => item !== undefined);
      return items.length ? items : undefined;
    }
    if (shape.type === "part") return plainPart(shape, value);
    const words = text(value).trim();
    if (!words) return undefined;
    if (shape.type === "integer" || shape.type === "number") return number(words);
    return shape.type === "done" ? DONE.get(words.toLowerCase()) ?? words : words;
  }

  /** @type {(shape: FormShape, value: Record<string, any>) => Record<string, any> | undefined} */
  function plainPart(shape, value) {
    const found = bare();
    const withheld = withheldIn(shape, value);
    let filled = false;
    (shape.fields || []).forEach((field) => {
      const held = withheld.includes(field.key) ? undefined : plain(field.shape, value[field.key]);
      if (held !== undefined) found[field.key] = held;
      else if (field.required) found[field.key] = null;
      filled = filled || held !== undefined;
    });
    return filled ? found : undefined;
  }

  /**
   * The filled fields of a part that stay out of the file, because the person has not agreed to them.
   * @param {FormShape} shape
   * @param {Record<string, any>} value
   * @returns {string[]}
   */
  function withheldIn(shape, value) {
    const rule = shape.consent;
    if (!rule) return [];
    const field = (shape.fields || []).find((item) => item.key === rule.field);
    const consent = value[rule.field];
    const given = consent && field ? plainPart(field.shape, consent) : undefined;
    const whole = given !== undefined && Object.values(given).every((item) => item !== null);
    const scope = whole && given ? given.scope || rule.usual : [];
    return rule.covers.filter((key) => !scope.includes(key) && typeof value[key] === "string" && value[key].trim() !== "");
  }

  /**
   * The data of a record, as the file says it.
   * @param {FormModel} form
   * @param {FormDraft} draft
   * @param {string} today ISO
   * @returns {Record<string, any>}
   */
  function recordOf(form, draft, today) {
    const found = bare();
    form.fields.forEach((field) => {
      const held = plain(field.shape, draft.values[field.key]);
      if (held !== undefined) found[field.key] = held;
      else if (field.key in draft.extra) found[field.key] = draft.extra[field.key];
      else if (field.required) found[field.key] = field.own ? first(field.shape, today) : null;
    });
    Object.entries(draft.extra).forEach(([key, value]) => {
      if (!(key in found)) found[key] = value;
    });
    return found;
  }

  /** @type {(shape: FormShape, today: string) => any} what the bank's own required fields begin with */
  function first(shape, today) {
    if (shape.type === "date") return today;
    return shape.type === "choice" && shape.choices ? shape.choices[0][0] : null;
  }

  /** @type {(shape: FormShape, value: any) => boolean} a name anywhere in it stays out of the file */
  function anyWithheld(shape, value) {
    if (!value || typeof value !== "object") return false;
    if (Array.isArray(value)) return value.some((item) => anyWithheld(/** @type {FormShape} */ (shape.item), item));
    return withheldIn(shape, value).length > 0 || (shape.fields || []).some((field) => anyWithheld(field.shape, value[field.key]));
  }

  window.kopilka.form = { anyWithheld, bare, draftOf, isObject, plain, recordOf, text, unknown, withheldIn };
})();
