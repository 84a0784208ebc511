/** How a text stands in YAML: the same rules, and the same bytes, as exchange/writing/texts.py. */
(function () {
  "use strict";

  // eslint-disable-next-line no-control-regex -- they cannot stand bare
  const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;
  const UNREADABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
  const UNREADABLES = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  const INDICATORS = /^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/;
  const OTHER_TYPES = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*))?$/;
  const NO_BLOCK = /^[^]*\n[\t ]+$|^\s*$|^[\n ]*\t/;
  const WORDS = /^(?:~|=|(?:yes|no|on|off|y|n|true|false|null|Yes|No|On|Off|Y|N|True|False|Null|YES|NO|ON|OFF|TRUE|FALSE|NULL))?$/;
  const AMBIGUOUS = new RegExp(
    "^(?:" +
      [
        "[-+]?[0-9][0-9_]*",
        "[-+]?0x[0-9a-fA-F_]+|[-+]?0o[0-7_]+|[-+]?0b[01_]+",
        "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?",
        "[-+]?(?:[0-9][0-9_]*\\.[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?",
        "[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+",
        "[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
        "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?",
      ].join("|") +
      ")$"
  );
  const INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/;
  const DECIMAL = /^-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])$/;
  const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
  const WEEK = /^[0-9]{4}-W[0-9]{2}-[1-7]$/;
  /** @type {Record<string, string>} */
  const SHORT = { "0000": "\\0", "0007": "\\a", "000b": "\\v", "001b": "\\e", "0085": "\\N", "2028": "\\L", "2029": "\\P" };

  /** @type {(text: string) => boolean} whether it is written as a number that every reader takes for the same */
  const isNumber = (text) => INTEGER.test(text) || (DECIMAL.test(text) && text.length <= 16);

  /** @type {(text: string) => boolean} */
  const isDate = (text) => WEEK.test(text) || (DATE.test(text) && !isNaN(Date.parse(text + "T00:00:00Z")) && new Date(text + "T00:00:00Z").toISOString().slice(0, 10) === text);

  /** @type {(text: string) => boolean} whether the bare text would be read as something else than this text */
  function isAmbiguous(text) {
    return INDICATORS.test(text) || OTHER_TYPES.test(text) || WORDS.test(text) || isNumber(text) || DATE.test(text) || AMBIGUOUS.test(text) || isDate(text);
  }

  /** @type {(text: string, indent: string) => string} the value of a field or an item; `indent` is where its lines begin */
  function writeText(text, indent) {
    if (CONTROLS.test(text) || UNREADABLE.test(text)) return inDoubleQuotes(text);
    if (text.includes("\n")) return NO_BLOCK.test(text) ? inDoubleQuotes(text) : block(text, indent);
    return isAmbiguous(text) ? inQuotes(text) : text;
  }

  /** @type {(name: string, indent: string) => string} the name of a field, without its colon */
  function writeKey(name, indent) {
    if (/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name) && !OTHER_TYPES.test(name)) return name;
    if (CONTROLS.test(name) || UNREADABLE.test(name) || name.includes("\n")) return inDoubleQuotes(name);
    const marked = !indent && /(?:^|[\n\r\u2028\u2029])(?:%|---|\.\.\.)/.test(name);
    return marked || name === "<<" || isAmbiguous(name) ? inQuotes(name) : name;
  }

  /** @type {(text: string) => string} */
  function inQuotes(text) {
    return text.includes('"') && !text.includes("'") ? `'${text}'` : inDoubleQuotes(text);
  }

  /** @type {(text: string) => string} JSON with the short escapes of YAML, on one line */
  function inDoubleQuotes(text) {
    const written = JSON.stringify(text).replace(UNREADABLES, (letter) => "\\u" + letter.charCodeAt(0).toString(16).padStart(4, "0"));
    return written.replace(/\\u([0-9a-f]{4})|( )(?=\\n)|\\[^u]/g, (whole, code, space) => {
      if (space) return "\\ ";
      if (!code) return whole;
      return SHORT[code] || (code.startsWith("00") ? "\\x" + code.slice(2) : whole);
    });
  }

  /** @type {(text: string, indent: string) => string} lines under `|`: `|-` without a line end after the last, `|+` with several */
  function block(text, indent) {
    let core = text.replace(/[\n\t ]+$/, "");
    let tail = text.slice(core.length);
    let chomp;
    if (!tail.includes("\n")) [chomp, core, tail] = ["-", text, ""];
    else {
      chomp = tail.indexOf("\n") === tail.length - 1 ? "" : "+";
      tail = tail.replace(/\n$/, "").replace(/\n+(?!\n|$)/g, (found) => found + indent);
    }
    const lead = /^[ \n]*/.exec(core);
    const inner = core.replace(/\n+/g, (found) => found + indent);
    return `|${lead && lead[0].includes(" ") ? "2" : ""}${chomp}\n${indent}${inner}${tail}`;
  }

  /** @type {(number: number) => string} without an exponent, with digits that every reader keeps */
  function writeNumber(number) {
    if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number === 0 ? 0 : number);
    for (let digits = 17; digits > 0; digits -= 1) {
      const written = expanded(number.toPrecision(digits));
      const plain = written.includes(".") ? written.replace(/0+$/, "").replace(/\.$/, "") : written;
      if (isNumber(plain)) return plain;
    }
    return String(number);
  }

  /** @type {(written: string) => string} 1.5e-7 as 0.00000015 */
  function expanded(written) {
    const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(written);
    if (!found) return written;
    const digits = found[2] + (found[3] || "");
    const point = Number(found[4]) + 1;
    if (point <= 0) return `${found[1]}0.${"0".repeat(-point)}${digits}`;
    return found[1] + (digits.length <= point ? digits.padEnd(point, "0") : `${digits.slice(0, point)}.${digits.slice(point)}`);
  }

  window.kopilka.form.yaml = { isDate, isNumber, writeKey, writeNumber, writeText, WORDS };
})();
