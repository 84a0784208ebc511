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

  /** Brings the index as the search box does: how long from its arrival until it can be asked, the longest stop. */
  async function ready() {
    let longest = 0;
    new PerformanceObserver((list) => {
      list.getEntries().forEach((entry) => (longest = Math.max(longest, entry.duration)));
    }).observe({ type: "longtask", buffered: false });
    await kopilka.part("search");
    await kopilka.search.ready();
    const done = performance.now();
    const [file] = performance.getEntriesByType("resource").filter((entry) => /\/data\/search\.js/.test(entry.name));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { ready: done - file.responseEnd, longest };
  }

  /** Milliseconds of every query. */
  async function ask(queries) {
    const times = [];
    for (const { words, typing } of queries) {
      const start = performance.now();
      await kopilka.search.ask(words, { typing });
      times.push(performance.now() - start);
    }
    return times;
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

  /** Milliseconds of choosing, counting all values and ordering, for choices of one to four values. */
  async function compute(times) {
    await kopilka.part("facets");
    const table = kopilka.facets.open(await kopilka.data("facets"));
    const facets = table.facets.filter((facet) => facet.values.length);
    const random = draws(7);
    const spent = [];
    for (let turn = 0; turn < times; turn++) {
      const values = {};
      for (let more = 0; more <= turn % 4; more++) {
        const facet = pick(random, facets);
        values[facet.key] = [...(values[facet.key] || []), pick(random, facet.values).id];
      }
      const start = performance.now();
      const { numbers } = table.select({ values, ranges: {} });
      table.order(numbers, pick(random, ["novye", "nazvanie", "itogi"]));
      spent.push(performance.now() - start);
    }
    return spent;
  }

  /** Milliseconds from a click on a value to the painted list; every third click takes choices back. */
  async function click(times) {
    const list = document.querySelector("[data-cat-list]");
    const random = draws(11);
    const spent = [];
    for (let turn = 0; turn < times; turn++) {
      const boxes = Array.from(document.querySelectorAll("[data-cat-side] input[type=checkbox]"));
      const ticked = boxes.filter((box) => box.checked);
      const box = turn % 3 === 2 && ticked.length ? pick(random, ticked) : pick(random, boxes);
      await painted();
      const start = performance.now();
      box.click();
      do await painted();
      while (list.hasAttribute("aria-busy"));
      spent.push(performance.now() - start);
    }
    return spent;
  }

  return { ask, click, compute, ready };
})();
