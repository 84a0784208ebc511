/** The file of a record: the same text that `kopilka.exchange.writing.write_record` gives. */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const { isDate, writeKey, writeNumber, writeText } = form.yaml;
  const STEP = "  ";
  const ISO = /^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/;

  /** @type {(value: any) => boolean} */
  const isEmpty = (value) => value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);

  /**
   * What stands bare although it is a text: a date in a field of dates.
   * @param {string} value
   * @param {FormShape | undefined} shape
   */
  function isBare(value, shape) {
    if (shape && (shape.type === "date" || shape.type === "done")) return ISO.test(value) && !form.dates.trouble(value);
    return !shape && value.length === 10 && isDate(value);
  }

  /** @type {(value: any, shape: FormShape | undefined, indent: string) => string} */
  function scalar(value, shape, indent) {
    if (value === null || value === undefined) return "null";
    if (typeof value === "boolean") return String(value);
    if (typeof value === "number") return writeNumber(value);
    if (Array.isArray(value)) return "[]";
    if (typeof value === "object") return "{}";
    return isBare(value, shape) ? value : writeText(value, indent);
  }

  /** @type {(value: any, shape: FormShape | undefined, indent: string) => string[]} */
  function nested(value, shape, indent) {
    if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, shape && shape.item, indent));
    const known = new Map(((shape && shape.fields) || []).map((field) => [field.key, field.shape]));
    return ordered(value, shape).flatMap(([key, held]) => entryLines(key, held, known.get(key), indent));
  }

  /** @type {(value: Record<string, any>, shape: FormShape | undefined) => [string, any][]} in the order of the model, the rest after it */
  function ordered(value, shape) {
    const keys = ((shape && shape.fields) || []).map((field) => field.key);
    const rest = Object.keys(value).filter((key) => !keys.includes(key));
    return [...keys.filter((key) => value[key] !== undefined), ...rest].map((key) => [key, value[key]]);
  }

  /** @type {(key: string, value: any, shape: FormShape | undefined, indent: string) => string[]} */
  function entryLines(key, value, shape, indent) {
    const head = `${indent}${writeKey(key, indent)}:`;
    if (value === null) return [head];
    if (typeof value === "object" && !isEmpty(value)) return [head, ...nested(value, shape, indent + STEP)];
    return `${head} ${scalar(value, shape, indent + STEP)}`.split("\n");
  }

  /** @type {(item: any, shape: FormShape | undefined, indent: string) => string[]} */
  function itemLines(item, shape, indent) {
    if (item === null || typeof item !== "object" || isEmpty(item)) return `${indent}- ${scalar(item, shape, indent + STEP)}`.split("\n");
    const [first, ...rest] = nested(item, shape, indent + STEP);
    return [`${indent}- ${first.slice(indent.length + STEP.length)}`, ...rest];
  }

  /** @type {(text: string) => string} one line end at the end, no blanks at the ends of lines, fenced blocks as they are */
  function tidyBody(text) {
    const whole = text.replace(/\r\n?/g, "\n").replace(/[ \t\n]+$/, "").replace(/^(?:[ \t]*\n)+/, "");
    if (!whole) return "";
    let fence = "";
    const lines = whole.split("\n");
    const tidy = lines.map((line, i) => {
      const mark = /^[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/.exec(line);
      const inside = Boolean(fence);
      if (mark && !fence) fence = mark[1];
      else if (mark && mark[1].startsWith(fence) && !line.slice(mark[0].length).trim()) fence = "";
      if (inside && fence) return line;
      const plain = line.replace(/[ \t]+$/, "");
      return plain && line.endsWith("  ") && i + 1 < lines.length && lines[i + 1].trim() ? plain + "  " : plain;
    });
    return tidy.join("\n") + "\n";
  }

  /**
   * The text of a record's file.
   * @param {FormModel} described
   * @param {Record<string, any>} data as `recordOf` gives it
   * @param {string} body Markdown
   * @returns {string}
   */
  function writeRecord(described, data, body) {
    const header = nested(data, { type: "part", fields: described.fields }, "").map((line) => line + "\n").join("");
    const text = tidyBody(body);
    return text ? `---\n${header}---\n\n${text}` : `---\n${header}---\n`;
  }

  Object.assign(form, { tidyBody, writeRecord });
})();
