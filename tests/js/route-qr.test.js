/** QR codes: the library is the one that was chosen, and our drawing has every square of its code. */
"use strict";

const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");
const { FOLDER } = require("./route-setup.js");

const MODULES = join(__dirname, "..", "..", "node_modules");
const OURS = join(FOLDER, "qr", "00-qrcode.min.js");

/** An element that only remembers. */
function makeElement(name) {
  const element = { attributes: {}, children: [], name };
  element.setAttribute = (key, value) => (element.attributes[key] = value);
  element.append = (...children) => element.children.push(...children);
  return element;
}

/** The library and our drawing. */
function load() {
  const window = { kopilka: {} };
  const context = vm.createContext({ document: { createElementNS: (_, name) => makeElement(name) }, window });
  context.window.qrcode = vm.runInContext(readFileSync(OURS, "utf-8") + "\nqrcode;", context);
  vm.runInContext(readFileSync(join(FOLDER, "qr", "10-draw.js"), "utf-8"), context);
  return window;
}

test("the library is qrcode-generator 2.0.4 as published, with its licence", () => {
  const published = join(MODULES, "qrcode-generator");
  assert.equal(JSON.parse(readFileSync(join(published, "package.json"), "utf-8")).version, "2.0.4");
  assert.equal(readFileSync(OURS, "utf-8"), readFileSync(join(published, "dist", "qrcode.js"), "utf-8"));
  assert.match(readFileSync(OURS, "utf-8"), /Licensed under the MIT license/);
});

test("every dark square of the code is drawn, and no other", () => {
  const { kopilka, qrcode } = load();
  for (const address of ["https://bank.example/praktiki/chitatelskie-karty/", "http://10.0.0.7:8080/" + "a".repeat(180)]) {
    const code = qrcode(0, "M");
    code.addData(address, "Byte");
    code.make();
    const svg = kopilka.qr(address);
    const size = code.getModuleCount();
    assert.equal(svg.attributes.viewBox, `-4 -4 ${size + 8} ${size + 8}`);
    const drawn = new Set();
    for (const [, x, y, length, back] of svg.children[0].attributes.d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
      assert.equal(length, back);
      for (let n = 0; n < Number(length); n += 1) drawn.add(`${Number(x) + n} ${y}`);
    }
    for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) assert.equal(drawn.has(`${x} ${y}`), code.isDark(y, x));
  }
});

/** The addresses that go on paper, for a site at `base`, its pages as files or as folders. */
function addresses(base, { flat = false } = {}) {
  const page = (path) => {
    const name = path === "index" ? "" : path + (flat ? ".html" : "/");
    const index = (flat || base.startsWith("file:")) && (!name || name.endsWith("/"));
    return base + name + (index ? "index.html" : "");
  };
  const window = { kopilka: { all: () => [], page } };
  vm.runInContext(readFileSync(join(FOLDER, "33-print.js"), "utf-8"), vm.createContext({ URL, window }));
  return window.kopilka;
}

test("the address on paper is the bank's own, else the server's, never a disk's", () => {
  const site = "https://bank.example/opyt/";
  for (const [base, flat, own, other] of [
    ["http://10.0.0.7/kopilka/", false, "praktiki/karty/", "http://10.0.0.7/kopilka/praktiki/karty/"],
    ["http://10.0.0.7/kopilka/", true, "praktiki/karty.html", "http://10.0.0.7/kopilka/praktiki/karty.html"],
    ["file:///E:/kopilka/", false, "praktiki/karty/", ""],
    ["file:///E:/kopilka/", true, "praktiki/karty.html", ""],
  ]) {
    const { publicAddress } = addresses(base, { flat });
    assert.equal(publicAddress("praktiki/karty", site), site + own);
    assert.equal(publicAddress("praktiki/karty", null), other);
  }
});

test("on paper an address is said without what everyone knows", () => {
  const { shortAddress } = addresses("http://x/");
  assert.equal(shortAddress("https://bank.example/praktiki/karty/"), "bank.example/praktiki/karty/");
});
