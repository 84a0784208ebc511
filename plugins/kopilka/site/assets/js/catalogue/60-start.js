/** Brings what the catalogue needs and puts it in place of the page's own list, which serves until then. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { Catalogue, part } = kopilka.catalogue;

  /** @returns {HTMLElement[]} what the list consists of: cards, rows, items */
  function itemsOf(/** @type {HTMLElement} */ root) {
    return kopilka.all("[data-cat-list] :is(.k-card,tbody tr,.k-plist>li)", root);
  }

  /**
   * Leaves in the history where the reader was, for the way back from a record: which item stood at the top of the
   * screen. A height in pixels would not do, because items that were never seen have none of their own.
   * @param {HTMLElement} root
   */
  function keepPlace(root) {
    const { history, scrollY } = window;
    const tops = itemsOf(root).map((item) => item.getBoundingClientRect());
    const item = scrollY ? tops.findIndex(({ bottom }) => bottom > 0) : -1;
    try {
      history.replaceState(item < 0 ? null : { item, top: tops[item].top }, "");
    } catch {
      // A browser that lets no page from a disk touch its history: the way back begins at the top.
    }
  }

  /**
   * @param {HTMLElement} root
   * @param {{item: number, top: number} | null} place
   */
  function comeBack(root, place) {
    const item = place && itemsOf(root)[place.item];
    if (!item) return;
    root.setAttribute("data-whole", ""); // nothing is left for later, which would move the list under the reader
    window.scrollBy(0, item.getBoundingClientRect().top - place.top);
  }

  /** @param {HTMLElement} root */
  async function start(root) {
    const { history, location } = window;
    const asked = location.search.length > 1 || location.hash.startsWith("#?");
    root.toggleAttribute("data-waiting", asked);
    const place = history.state;
    if (place) history.scrollRestoration = "manual"; // the browser would lead to the former height in pixels
    await kopilka.part("facets");
    const [manifest, data] = await Promise.all([kopilka.data("manifest"), kopilka.data("facets")]);
    const page = new Catalogue(root, manifest, kopilka.facets.open(data));
    const drawn = page.refresh(false);
    root.setAttribute("data-live", "");
    await drawn;
    root.removeAttribute("data-waiting");
    comeBack(root, place);
    window.addEventListener("pagehide", () => keepPlace(root));
  }

  /**
   * The page's own list stays, with its pages; what was promised and did not come is named.
   * @param {HTMLElement} root
   */
  function fail(root) {
    const lists = kopilka.el("a", { href: kopilka.page("spiski") }, "по спискам");
    const words = ["Фильтры не загрузились. Откройте страницу заново или листайте записи ", lists, "."];
    root.removeAttribute("data-waiting");
    root.setAttribute("data-failed", "");
    part(root, "#found").after(kopilka.el("p.k-small", { role: "status" }, ...words));
  }

  const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-catalogue]"));
  if (root) start(root).catch(() => fail(root));
})();
