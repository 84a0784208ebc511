/** The scripts of «Мой маршрут» over a page without elements, in a world of their own. */
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "plugins", "kopilka", "site", "assets", "js");
const STORE = ["06-dom.js", "30-route-store.js", "31-route-link.js"];
const PART = ["00-when.js", "10-totals.js", "20-link.js", "30-calendar.js"].map((name) => "route/" + name);

/** A storage as browsers have it; `full` refuses to keep, `off` refuses everything. */
function makeStorage(values = {}) {
  const storage = {
    values,
    mode: "works",
    getItem(key) {
      if (storage.mode === "off") throw new Error("SecurityError");
      return key in values ? values[key] : null;
    },
    setItem(key, value) {
      if (storage.mode === "off") throw new Error("SecurityError");
      if (storage.mode === "full") throw Object.assign(new Error("no room"), { name: "QuotaExceededError" });
      values[key] = value;
    },
  };
  return storage;
}

/** What the scripts lend each other, and the way to send the page an event. */
function load({ storage = makeStorage(), streams = true } = {}) {
  const listeners = {};
  const window = {
    addEventListener: (name, act) => (listeners[name] = act),
    atob,
    btoa,
    kopilka: { all: () => [] },
    localStorage: storage,
    ...(streams ? { CompressionStream, DecompressionStream } : {}),
  };
  const context = vm.createContext({ Intl, TextDecoder, TextEncoder, Uint8Array, window });
  for (const name of [...STORE, ...PART]) vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), context);
  return { kopilka: window.kopilka, storage, send: (name, event) => listeners[name](event) };
}

/** A value of the scripts' own world as one of ours. */
function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

module.exports = { FOLDER, load, makeStorage, plain };
