/** What is measured inside the page. */
"use strict";

window.probe = (function () {
  const kopilka = window.kopilka;

  /** After the next frame has been painted. */
  function painted() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(null);
      });
    });
  }

  /** The longest stop of the page since the index was asked for. */
  let stop = 0;

  /** Brings the index as the search box does: milliseconds from its arrival until it can be asked. */
  async function ready() {
    new PerformanceObserver((list) => {
      list.getEntries().forEach((entry) => (stop = Math.max(stop, entry.duration)));
    }).observe({ type: "longtask", buffered: false });
    await kopilka.part("search");
    await kopilka.search.ready();
    const done = performance.now();
    const [file] = performance.getEntriesByType("resource").filter((entry) => /\/data\/search\.js/.test(entry.name));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return done - file.responseEnd;
  }

  /** Milliseconds of one query. */
  async function ask({ words, typing }) {
    const start = performance.now();
    await kopilka.search.ask(words, { typing });
    return performance.now() - start;
  }

  function pick(random, list) {
    return list[Math.floor(random() * list.length)];
  }

  /** Numbers between 0 and 1, the same at every run. */
  function draws(seed) {
    let state = seed;
    return () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state / 2147483648;
    };
  }

  let random = draws(11);
  let turn = 0;
  let table = null;

  /** Brings the facets. */
  async function open() {
    await kopilka.part("facets");
    table = kopilka.facets.open(await kopilka.data("facets"));
  }

  /** Milliseconds of choosing one to four values, counting all values and ordering. */
  function compute() {
    const facets = table.facets.filter((facet) => facet.values.length);
    const values = {};
    for (let more = 0; more <= turn % 4; more++) {
      const facet = pick(random, facets);
      values[facet.key] = [...(values[facet.key] || []), pick(random, facet.values).id];
    }
    turn += 1;
    const start = performance.now();
    const { numbers } = table.select({ values, ranges: {} });
    table.order(numbers, pick(random, ["novye", "nazvanie", "itogi"]));
    return performance.now() - start;
  }

  /** Takes all choices back and begins the same clicks anew. */
  async function again() {
    for (;;) {
      const box = document.querySelector("[data-cat-side] input[type=checkbox]:checked");
      if (!box) break;
      box.click();
      await painted();
    }
    random = draws(11);
    turn = 0;
  }

  /** So long a hand rests on what it is going to click, at the least. */
  const APPROACH = 150;

  /** The same click by a mouse, which comes to the value and rests on it first; the coming is not counted. */
  function approach() {
    return click(async (box) => {
      box.closest("label").dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
      await new Promise((resolve) => setTimeout(resolve, APPROACH));
    });
  }

  /** Milliseconds from a click on a value to the painted list; every third click takes a choice back. */
  async function click(before = null) {
    const list = document.querySelector("[data-cat-list]");
    const boxes = Array.from(document.querySelectorAll("[data-cat-side] input[type=checkbox]"));
    const ticked = boxes.filter((box) => box.checked);
    const box = turn % 3 === 2 && ticked.length ? pick(random, ticked) : pick(random, boxes);
    turn += 1;
    if (before) await before(box);
    const start = performance.now();
    box.click();
    do await painted();
    while (list.hasAttribute("aria-busy"));
    return performance.now() - start;
  }

  return { again, approach, ask, click, compute, longest: () => stop, open, ready };
})();
