/** Loads the part «search» up to `kopilka.index` without a browser, over files of an index as Python makes them. */
"use strict";

const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js", "search");

/**
 * @param {Record<string, any>} files name → value: «search», «search-0»
 * @returns {any} `kopilka`; `asked` in it lists the files that were brought
 */
function load(files) {
  const asked = [];
  const kopilka = {
    asked,
    async data(name) {
      asked.push(name);
      if (!(name in files)) throw new Error("Не загрузился файл " + name);
      return files[name];
    },
  };
  const window = { kopilka };
  const context = vm.createContext({ setTimeout, window });
  for (const name of readdirSync(FOLDER).filter((file) => file < "30").sort()) {
    vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context, { filename: name });
    window.lunr = context.lunr;
    window.RussianStemmer = context.RussianStemmer;
  }
  kopilka.lunr = context.lunr;
  return kopilka;
}

module.exports = { FOLDER, load };
