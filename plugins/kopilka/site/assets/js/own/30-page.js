/** The page «Сборник по выбору»: which records, from the address; their texts brought; the book drawn. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon, own } = kopilka;
  const found = /** @type {HTMLElement | undefined} */ (kopilka.all("[data-own]")[0]);
  if (!found) return;
  const root = found;

  const title = el("input.k-input", { id: "own-title", maxlength: 150, autocomplete: "off", oninput: () => keep() });
  const maker = el("input.k-input", { id: "own-maker", maxlength: 100, autocomplete: "off", oninput: () => keep() });
  const said = el("p.k-small.k-dim", { role: "status" });
  const paper = el("div.k-own");

  /** @type {string[]} */
  let ids = [];
  /** @type {OwnBook | null} */
  let book = null;

  /* ---- the address ---- */

  function read() {
    const { hash, search } = window.location;
    const query = new URLSearchParams(hash.startsWith("#?") ? hash.slice(1) : search);
    const named = (query.get("zapisi") || "").split(",").filter((id) => /^[a-z0-9][a-z0-9-]*$/.test(id));
    ids = Array.from(new Set(named)).slice(0, kopilka.ownBookLimit);
    title.value = (query.get("nazvanie") || "").slice(0, 150);
    maker.value = (query.get("sostavitel") || "").slice(0, 100);
  }

  /** @returns {string} */
  function query() {
    const pairs = [["nazvanie", title.value.trim()], ["sostavitel", maker.value.trim()]].filter(([, value]) => value);
    return "?zapisi=" + ids.join(",") + pairs.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join("");
  }

  function write() {
    const { history, location } = window;
    try {
      history.replaceState(null, "", location.pathname + (location.protocol === "file:" ? "#" : "") + query());
    } catch {
      location.replace("#" + query());
    }
  }

  /* ---- the data ---- */

  /**
   * A record with all that its article says; null for one that the bank does not have.
   * @param {string} id
   * @param {string[]} listed
   * @param {PassportsHead} head
   * @returns {Promise<OwnArticle | null>}
   */
  async function bring(id, listed, head) {
    const n = listed.indexOf(id);
    if (n < 0) return null;
    const [[card], values, [html, cite]] = await Promise.all([
      kopilka.cards([n]),
      kopilka.data("passports-" + Math.floor(n / head.block)),
      kopilka.loose("articles/" + id),
    ]);
    return { card, values: values[n % head.block], html, cite };
  }

  async function gather() {
    const [manifest, listed, head] = await Promise.all(["manifest", "ids", "passports"].map((name) => kopilka.data(name)));
    await kopilka.part("compare");
    await kopilka.part("qr").catch(() => undefined); // without codes the addresses stand in letters
    const all = listed.split("\n");
    const brought = await Promise.all(ids.map((id) => bring(id, all, head)));
    const articles = brought.filter((/** @type {OwnArticle | null} */ one) => one !== null);
    const lost = ids.length - articles.length;
    said.textContent = lost ? "Записей, которых больше нет в\u00a0банке: " + lost + ". Они пропущены." : "";
    ids = articles.map((/** @type {OwnArticle} */ { card }) => card.id);
    book = { articles, head, maker: "", manifest, title: "", today: kopilka.route.today() };
  }

  /* ---- the page ---- */

  function keep() {
    write();
    if (!book) return;
    name(book);
    paper.firstElementChild.replaceWith(own.drawTitle(book));
  }

  /** @param {OwnBook} book what the reader called it */
  function name(book) {
    Object.assign(book, { maker: maker.value.trim(), title: title.value.trim() || "Опыт коллег" });
  }

  /** @param {string} id */
  function remove(id) {
    if (!book) return;
    book.articles = book.articles.filter(({ card }) => card.id !== id);
    ids = ids.filter((one) => one !== id);
    write();
    draw(book);
    said.textContent = "Запись убрана, осталось: " + kopilka.count(ids.length, ["запись", "записи", "записей"]) + ".";
    paper.querySelector("#own-contents").focus();
  }

  /** @param {OwnBook} book */
  function draw(book) {
    name(book);
    const copy = el("button.k-btn", { type: "button", onclick: () => take(own.references(book.articles).join("\n"), "Ссылки скопированы.") }, icon("copy"), "Скопировать ссылки");
    paper.replaceChildren(
      own.drawTitle(book),
      own.drawContents(book.articles, remove),
      ...book.articles.map((article, number) => own.drawArticle(article, number, book)),
      own.drawReferences(book.articles, copy)
    );
    paper.querySelector("#own-contents").tabIndex = -1;
  }

  /** @param {string} words @param {string} done */
  async function take(words, done) {
    said.textContent = (await kopilka.copy(words)) ? done : "Браузер не дал скопировать: выделите и скопируйте сами.";
  }

  function drawTools() {
    const print = el("button.k-btn.k-btn--main", { type: "button", onclick: () => window.print() }, icon("print"), "Напечатать или сохранить в\u00a0PDF");
    const link = el("button.k-btn", { type: "button", onclick: () => take(window.location.href, "Ссылка скопирована: по ней откроется этот же сборник.") }, icon("link"), "Скопировать ссылку");
    const names = el(
      "div.k-own__names",
      {},
      el("div", {}, el("label", { for: "own-title" }, "Название сборника"), title),
      el("div", {}, el("label", { for: "own-maker" }, "Кто составил ", el("span.k-dim", {}, "– если хотите")), maker)
    );
    return el("div.k-own__tools.k-noprint", {}, names, el("p.k-btns", {}, print, link), said);
  }

  function drawEmpty() {
    const taken = kopilka.route.items().filter((/** @type {RouteStep} */ step) => step.url);
    const links = el("p", {}, "Отберите записи в ", el("a", { href: kopilka.page("katalog") }, "каталоге"), " или соберите их в ", el("a", { href: kopilka.page("marshrut") }, "маршрут"), " и нажмите «Сборник».");
    const note = el("div.k-note", {}, icon("info"), el("div", {}, el("p", {}, "Здесь из выбранных записей складывается небольшая книга для печати: титул, содержание, тексты и ссылки по ГОСТу."), links));
    const ready = taken.length && el("p.k-btns", {}, el("a.k-btn.k-btn--main", { href: own.address(taken) }, icon("collection"), "Собрать из моего маршрута: " + kopilka.count(taken.length, ["запись", "записи", "записей"])));
    root.replaceChildren(note, ...(ready ? [ready] : []));
  }

  own.address = (/** @type {RouteStep[]} */ steps) => kopilka.ownBook(steps.map((step) => step.id));

  async function start() {
    read();
    if (!ids.length) {
      drawEmpty();
      return;
    }
    root.replaceChildren(el("p.k-dim", { role: "status" }, "Собираем сборник…"));
    try {
      await gather();
      if (!book || !ids.length) drawEmpty();
      else {
        draw(book);
        root.replaceChildren(drawTools(), paper);
      }
    } catch (error) {
      root.replaceChildren(...kopilka.failure("Сборник не собрался.", error, start));
    }
  }

  window.addEventListener("hashchange", () => window.location.hash.startsWith("#?") && start());
  start();
})();
