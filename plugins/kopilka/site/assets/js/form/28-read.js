/**
 * Reads a saved record: the YAML that our own writer makes, and most of what people write by hand.
 *
 * Whatever else YAML can do (references, tags, texts over several lines without marks) is told by its line
 * and what to do. Nothing is executed and nothing is guessed.
 */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const { isNumber } = form.yaml;
  const DEEPEST = 20;
  const LARGEST = 1000000;

  /** What cannot be read, for the author to see. */
  class Unreadable extends Error {}

  /** @typedef {{indent: number, text: string, number: number}} Line */
  /** @typedef {{lines: string[], at: number, first: number}} Sheet */

  /** @type {(sheet: Sheet, why: string) => never} */
  function refuse(sheet, why) {
    throw new Unreadable(`Строка ${sheet.at + sheet.first}: ${why}`);
  }

  /** @type {(sheet: Sheet) => Line | null} the next line that says something */
  function peek(sheet) {
    for (; sheet.at < sheet.lines.length; sheet.at += 1) {
      const raw = sheet.lines[sheet.at];
      const text = raw.trim();
      if (!text || text.startsWith("#")) continue;
      const indent = raw.length - raw.trimStart().length;
      if (raw.slice(0, indent).includes("\t")) refuse(sheet, "отступ сделан табуляцией, а нужны пробелы.");
      return { indent, text: raw.slice(indent).trimEnd(), number: sheet.at };
    }
    return null;
  }

  const KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#&*!|>%@`"'[\]{},?-][^#]*?|[^\s#&*!|>%@`"'[\]{},?:-]|-[^\s:][^#]*?))\s*:(?=\s|$)\s*/;

  /** @type {(sheet: Sheet, indent: number, depth: number) => any} */
  function readNode(sheet, indent, depth) {
    const line = peek(sheet);
    if (!line || line.indent < indent) return null;
    if (depth > DEEPEST) refuse(sheet, "слишком много вложенных списков.");
    if (/^-(?:\s|$)/.test(line.text)) return readList(sheet, line.indent, depth);
    return readMapping(sheet, line.indent, depth);
  }

  /** @type {(sheet: Sheet, indent: number, depth: number) => any[]} */
  function readList(sheet, indent, depth) {
    const items = [];
    for (let line = peek(sheet); line && line.indent === indent && /^-(?:\s|$)/.test(line.text); line = peek(sheet)) {
      const rest = line.text.slice(1).trimStart();
      const inner = indent + (line.text.length - rest.length);
      if (!rest || rest.startsWith("#")) {
        sheet.at += 1;
        items.push(readNode(sheet, indent + 1, depth + 1));
      } else if (KEY.test(rest) || /^-\s/.test(rest)) {
        sheet.lines[sheet.at] = " ".repeat(inner) + rest;
        items.push(readNode(sheet, inner, depth + 1));
      } else items.push(readScalar(sheet, rest, indent));
    }
    const after = peek(sheet);
    if (after && after.indent > indent) refuse(sheet, "отступ не такой, как у соседних строк.");
    return items;
  }

  /** @type {(sheet: Sheet, indent: number, depth: number) => Record<string, any>} */
  function readMapping(sheet, indent, depth) {
    const found = form.bare();
    for (let line = peek(sheet); line && line.indent === indent; line = peek(sheet)) {
      const key = KEY.exec(line.text);
      if (!key) return refuse(sheet, "нужна пара «имя: значение».");
      const name = key[1] !== undefined ? unescaped(sheet, key[1]) : key[2] !== undefined ? key[2].replace(/''/g, "'") : key[3];
      if (name in found) refuse(sheet, `поле «${name}» написано дважды.`);
      const rest = line.text.slice(key[0].length);
      if (rest && !rest.startsWith("#")) found[name] = readScalar(sheet, rest, indent);
      else {
        sheet.at += 1;
        const next = peek(sheet);
        const listed = next && next.indent === indent && /^-(?:\s|$)/.test(next.text);
        found[name] = readNode(sheet, listed ? indent : indent + 1, depth + 1);
      }
    }
    const after = peek(sheet);
    if (after && after.indent > indent) refuse(sheet, "отступ не такой, как у соседних строк, или текст продолжается без кавычек.");
    return found;
  }

  /** @type {(sheet: Sheet, text: string, indent: number) => any} */
  function readScalar(sheet, text, indent) {
    const mark = /^([|>])([-+]?)(\d?)([-+]?)\s*(?:#.*)?$/.exec(text);
    if (mark) return readBlock(sheet, mark[1], mark[2] || mark[4], Number(mark[3]), indent);
    if (text.startsWith("[") || text.startsWith("{")) return readFlow(sheet, text);
    if (/^[&*!%@`]/.test(text)) refuse(sheet, "такую запись форма не читает. Возьмите значение в кавычки.");
    const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(text);
    if (!quoted && /^["']/.test(text)) refuse(sheet, "кавычки не закрыты в этой же строке.");
    sheet.at += 1;
    if (quoted) return quoted[1] !== undefined ? unescaped(sheet, quoted[1]) : quoted[2].replace(/''/g, "'");
    const next = peek(sheet);
    if (next && next.indent > indent) return refuse(sheet, "текст продолжается на второй строке без кавычек. Запишите его одной строкой.");
    return meaning(text.replace(/\s+#.*$/, ""));
  }

  /** @type {(text: string) => any} */
  function meaning(text) {
    if (text === "" || text === "~" || text === "null") return null;
    if (text === "true" || text === "false") return text === "true";
    return isNumber(text) ? Number(text) : text;
  }

  /** @type {Record<string, string>} */
  const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };

  /** @type {(sheet: Sheet, text: string) => string} */
  function unescaped(sheet, text) {
    return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (_, x, u, long, letter) => {
      const code = parseInt(x || u || long || "0", 16);
      if (letter === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : refuse(sheet, "нет знака с таким номером.");
      return letter in ESCAPES ? ESCAPES[letter] : refuse(sheet, `непонятный знак после «\\»: ${letter}`);
    });
  }

  /** @type {(sheet: Sheet, style: string, chomp: string, given: number, indent: number) => string} */
  function readBlock(sheet, style, chomp, given, indent) {
    sheet.at += 1;
    let own = given ? Math.max(indent, 0) + given : 0;
    const lines = [];
    for (; sheet.at < sheet.lines.length; sheet.at += 1) {
      const raw = sheet.lines[sheet.at];
      const lead = raw.length - raw.trimStart().length;
      if (raw.trim() && !own) own = lead;
      if (raw.trim() && (lead <= indent || lead < own)) break;
      lines.push(raw.slice(own || raw.length));
    }
    let empty = 0;
    while (lines.length && !lines[lines.length - 1]) empty += Number(lines.pop() === "");
    const text = style === "|" ? lines.join("\n") : lines.join("\n").replace(/([^\n])\n(?=[^\n ])/g, "$1 ").replace(/\n\n/g, "\n");
    return text + (chomp === "-" || !lines.length ? "" : "\n") + (chomp === "+" ? "\n".repeat(empty) : "");
  }

  /** @type {(sheet: Sheet, text: string) => any} `[a, b]` and `{a: b}` on one line, of plain or quoted values */
  function readFlow(sheet, text) {
    const tokens = text.replace(/\s#.*$/, "").match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|[^\s[\]{},"'][^[\]{},]*/g) || [];
    let at = 0;
    const value = () => {
      const token = tokens[at++] || "";
      if (token === "[") return inside("]", () => value());
      if (token === "{") return refuse(sheet, "запишите это без фигурных скобок: каждое поле на своей строке.");
      if (!token || "]},".includes(token)) return refuse(sheet, "список в скобках записан не до конца или не так.");
      if (token.startsWith('"')) return unescaped(sheet, token.slice(1, -1));
      return token.startsWith("'") ? token.slice(1, -1).replace(/''/g, "'") : meaning(token.trim());
    };
    /** @type {(end: string, one: () => any) => any[]} */
    const inside = (end, one) => {
      const items = [];
      while (tokens[at] !== end) {
        items.push(one());
        if (tokens[at] === ",") at += 1;
        else if (tokens[at] !== end) refuse(sheet, "список в скобках записан не до конца или не так.");
      }
      at += 1;
      return items;
    };
    const found = text.replace(/\s/g, "") === "{}" ? form.bare() : value();
    if (at && at < tokens.length) refuse(sheet, "после скобки есть лишние слова.");
    sheet.at += 1;
    return found;
  }

  /**
   * The data and the body of a record's file.
   * @param {string} text
   * @returns {{data: Record<string, any>, body: string}}
   * @throws {Error} with words for the author
   */
  function readRecord(text) {
    const whole = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    if (whole.length > LARGEST) throw new Unreadable("Файл слишком велик для записи. Проверьте, тот ли это файл.");
    const found = /^---[ \t]*\n(?:([^]*?)\n)?---[ \t]*(?:\n([^]*))?$/.exec(whole);
    if (!found) throw new Unreadable("Это не файл записи: он должен начинаться строкой «---». Откройте .md или .zip, сохранённый этой формой.");
    const sheet = { lines: (found[1] || "").split("\n"), at: 0, first: 2 };
    const data = readNode(sheet, 0, 0);
    if (peek(sheet)) refuse(sheet, "отступ меньше, чем у первой строки.");
    if (data !== null && !form.isObject(data)) throw new Unreadable("В начале файла нужны пары «имя: значение».");
    return { data: data || form.bare(), body: (found[2] || "").replace(/^\n+/, "") };
  }

  Object.assign(form, { readRecord });
})();
