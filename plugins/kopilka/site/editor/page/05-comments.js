/** The comments of a header: Sveltia knows of none, so they are taken aside with their places and laid back. */
(function () {
  "use strict";

  const FENCE = "---";
  const LINE = /^( *)((?:- +)*)(.*)$/;
  const KEY = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[{][^#]*?):(?= |$)/;
  const BLOCK = /(?:^|[ :])[|>][-+0-9]*$/;
  const QUOTED = /^ *(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

  /** @typedef {{above: string[], beside: string}} Comments what stands above a line and what at its end */

  /**
   * The lines of a header, each with its place in the data: «authors/0/position»; inside a text of several
   * lines, and for a comment, the place is empty.
   * @param {string[]} lines
   * @returns {{place: string, text: string, comment: string}[]}
   */
  function placed(lines) {
    /** @type {{column: number, name: string | number}[]} */
    const stack = [];
    let block = -1;
    return lines.map((line) => {
      const [, indent, dashes, rest] = /** @type {RegExpExecArray} */ (LINE.exec(line));
      if (!line.trim() || (block >= 0 && indent.length > block)) return { place: "", text: line, comment: "" };
      block = -1;
      if (rest.startsWith("#") && !dashes) return { place: "", text: "", comment: rest };
      const text = line.slice(0, line.length - rest.length) + withoutComment(rest);
      step(stack, indent.length, dashes, rest);
      if (BLOCK.test(text)) block = indent.length;
      return { place: stack.map(({ name }) => name).join("/"), text, comment: line.slice(text.length).trim() };
    });
  }

  /** @type {(rest: string) => string} a key and its value, or a value alone, without what stands beside */
  function withoutComment(rest) {
    const key = KEY.exec(rest);
    const start = key ? key[0].length : 0;
    const quoted = QUOTED.exec(rest.slice(start));
    const end = start + (quoted ? quoted[0].length : 0);
    const at = rest.slice(end).search(/ +#/);
    return at < 0 ? rest : rest.slice(0, end + at);
  }

  /** @type {(stack: {column: number, name: string | number}[], column: number, dashes: string, rest: string) => void} */
  function step(stack, column, dashes, rest) {
    const last = () => stack[stack.length - 1];
    for (const dash of dashes.match(/- +/g) || []) {
      while (last() && last().column > column) stack.pop();
      const before = last() && last().column === column ? last().name : "";
      if (typeof before === "number") stack.pop();
      stack.push({ column, name: typeof before === "number" ? before + 1 : 0 });
      column += dash.length;
    }
    const key = KEY.exec(rest);
    if (!key) return;
    while (last() && last().column >= column) stack.pop();
    stack.push({ column, name: key[0] });
  }

  /** @type {(text: string) => string[]} the lines between the fences */
  function header(text) {
    const lines = text.split("\n");
    return lines.slice(1, lines.indexOf(FENCE, 1));
  }

  /**
   * The header of a file if there is a comment in it; nothing otherwise.
   * @param {string} text
   * @returns {string | undefined}
   */
  function take(text) {
    const lines = header(text);
    return placed(lines).some(({ comment }) => comment) ? lines.join("\n") : undefined;
  }

  /** @type {(kept: string) => Map<string, Comments>} by place; under "" what stands at the end */
  function byPlace(kept) {
    const found = new Map();
    /** @type {string[]} */
    let above = [];
    placed(kept.split("\n")).forEach(({ place, comment }) => {
      if (place) {
        if (above.length || comment) found.set(place, { above, beside: comment });
        above = [];
      } else if (comment) above.push(comment);
    });
    return found.set("", { above, beside: "" });
  }

  /**
   * A file with the comments of an older header, each at its field; those of fields that are gone stand at the end.
   * @param {string} text
   * @param {string} kept what `take` gave
   * @returns {string}
   */
  function put(text, kept) {
    const comments = byPlace(kept);
    const lines = header(text);
    const written = placed(lines).flatMap(({ place }, i) => {
      const own = place ? comments.get(place) : undefined;
      if (!own) return [lines[i]];
      comments.delete(place);
      const indent = lines[i].slice(0, lines[i].length - lines[i].trimStart().length);
      return [...own.above.map((words) => indent + words), own.beside ? `${lines[i]} ${own.beside}` : lines[i]];
    });
    const left = Array.from(comments.values()).flatMap(({ above, beside }) => [...above, ...(beside ? [beside] : [])]);
    return [FENCE, ...written, ...left, ...text.split("\n").slice(lines.length + 1)].join("\n");
  }

  window.kopilka.editor = { comments: { put, take } };
})();
