/** «Сборник по выбору»: the address at which chosen records stand together as a small book. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** More records than a browser lays out for paper with ease. */
  const LARGEST = 100;

  /**
   * @param {string[]} ids of records, in their order
   * @param {string} [title]
   * @returns {string} from a disk the choice stands after «#»: such a page has no query
   */
  function ownBook(ids, title) {
    const query = "?zapisi=" + ids.slice(0, LARGEST).join(",") + (title ? "&nazvanie=" + encodeURIComponent(title) : "");
    return kopilka.page("sborniki/po-vyboru") + (window.location.protocol === "file:" ? "#" : "") + query;
  }

  Object.assign(kopilka, { ownBook, ownBookLimit: LARGEST });
})();
