/** The part «facets» outside a browser, and the packing of data/facets.js for made-up banks. */
"use strict";

const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js", "facets");
const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((sign) => sign !== "\\").join("");

/** Runs the part in a world of its own; gives what it lends. `more` are things of the browser. */
function load(more = {}) {
  const window = { kopilka: {}, ...more };
  const context = vm.createContext({ window, URLSearchParams });
  for (const name of readdirSync(FOLDER).sort()) vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context);
  return window.kopilka;
}

/** The value of a data file of a built site. */
function readData(path) {
  let value;
  const kopilka = { receive: (_name, _stamp, received) => (value = received) };
  vm.runInNewContext(readFileSync(path, "utf-8"), { kopilka });
  return JSON.parse(JSON.stringify(value));
}

/** As plugins/kopilka/site/data/packing.py packs it. */
function packList(numbers) {
  let next = 0;
  let text = "";
  for (const n of numbers) {
    let gap = n - next;
    for (; gap >= 61; gap = Math.floor(gap / 30)) text += DIGITS[61 + (gap % 30)];
    text += DIGITS[gap];
    next = n + 1;
  }
  return text;
}

function packColumn(numbers) {
  const columns = [];
  let rest = numbers;
  do {
    columns.unshift(rest.map((n) => DIGITS[n % 91]).join(""));
    rest = rest.map((n) => Math.floor(n / 91));
  } while (rest.some((n) => n > 0));
  return columns.join("");
}

/** A number below `limit`, the same at every run. */
function dice(seed) {
  let state = seed >>> 0 || 1;
  return function below(limit) {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}

module.exports = { dice, load, packColumn, packList, readData };
