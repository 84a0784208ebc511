/** Brings what the catalogue needs and puts it in place of the page's own list, which serves until then. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { Catalogue, part } = kopilka.catalogue;

  /** @param {HTMLElement} root */
  async function start(root) {
    const { history, location } = window;
    const asked = location.search.length > 1 || location.hash.startsWith("#?");
    root.toggleAttribute("data-waiting", asked);
    const top = history.state && Number(history.state.top);
    await kopilka.part("facets");
    const [manifest, data] = await Promise.all([kopilka.data("manifest"), kopilka.data("facets")]);
    const page = new Catalogue(root, manifest, kopilka.facets.open(data));
    const drawn = page.refresh(false);
    root.setAttribute("data-live", "");
    await drawn;
    root.removeAttribute("data-waiting");
    if (top > 0) window.scrollTo(0, top);
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
