/** «Взять эту выборку с собой»: a link, a table, a printed list, a small book. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { csv } = kopilka.catalogue;

  /** Files of cards asked for at once: a large choice must not stop the page. */
  const AT_ONCE = 8;
  /** More than this is no list for paper. */
  const PRINTED = 500;
  const SAID = 3000;

  /**
   * All cards of a choice, some files at a time.
   * @param {number[]} numbers
   * @param {number} block cards in a file
   * @param {(done: number) => void} tell
   * @returns {Promise<Card[]>}
   */
  async function allCards(numbers, block, tell) {
    const files = Array.from(new Set(numbers.map((n) => Math.floor(n / block))));
    for (let start = 0; start < files.length; start += AT_ONCE) {
      tell(Math.round((100 * start) / files.length));
      // One file after another would be slow, all at once would be too much: a handful together.
      await Promise.all(files.slice(start, start + AT_ONCE).map((file) => kopilka.data("cards-" + file)));
    }
    return kopilka.cards(numbers);
  }

  /**
   * The address of the choice as others can open it: from a disk it is the site's, where the bank has one.
   * @param {Manifest} manifest
   * @returns {string}
   */
  function linkOf(manifest) {
    const { href, protocol, search, hash } = window.location;
    if (protocol !== "file:" || !manifest.site) return href;
    return manifest.site + "katalog" + (kopilka.page("katalog").endsWith(".html") ? ".html" : "/") + (search || hash.replace(/^#(?=\?)/, ""));
  }

  /**
   * Binds the buttons.
   * @param {HTMLElement} place
   * @param {Taking} taking
   */
  function bindTake(place, { manifest, table, chosen, paper }) {
    const said = /** @type {HTMLElement} */ (place.querySelector("[data-take-said]"));
    let timer = 0;

    /** @param {string} words */
    function say(words) {
      said.textContent = words;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => (said.textContent = ""), SAID);
    }

    async function takeLink() {
      const done = await kopilka.copy(linkOf(manifest));
      say(done ? "Ссылка скопирована: по ней откроется эта же выборка." : "Браузер не дал скопировать. Ссылка стоит в строке адреса.");
    }

    async function takeCsv() {
      const numbers = chosen();
      const cards = await allCards(numbers, manifest.block, (done) => say("Готовим файл: " + done + "\u00a0%"));
      kopilka.saveFile("kopilka-vyborka-" + manifest.today + ".csv", "text/csv;charset=utf-8", csv(numbers, cards, table, manifest));
      say("Файл сохранён: " + kopilka.count(numbers.length, ["строка", "строки", "строк"]) + ".");
    }

    async function takePaper() {
      const numbers = chosen();
      await allCards(numbers.slice(0, PRINTED), manifest.block, () => say("Готовим список"));
      await paper(numbers.slice(0, PRINTED));
      say(numbers.length > PRINTED ? "На печать идут первые " + PRINTED + " записей." : "");
      window.print();
    }

    async function takeBook() {
      const all = (await kopilka.data("ids")).split("\n");
      const ids = chosen().map((n) => all[n]);
      if (ids.length > kopilka.ownBookLimit) say("В сборник войдут первые " + kopilka.ownBookLimit + " записей.");
      window.location.assign(kopilka.ownBook(ids));
    }

    /** @type {Record<string, () => Promise<void>>} */
    const deeds = { book: takeBook, csv: takeCsv, link: takeLink, print: takePaper };
    kopilka.all("[data-take]", place).forEach((button) => {
      const deed = deeds[button.dataset.take || ""];
      button.addEventListener("click", () => deed().catch((error) => say("Не получилось. " + error.message)));
    });
  }

  Object.assign(kopilka.catalogue, { allCards, bindTake, linkOf });
})();
