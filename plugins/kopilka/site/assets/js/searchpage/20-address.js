/**
 * The state of the search page and its address: «?q=наставник&vid=practice&tochno=1».
 *
 * While the reader types, one step of history changes; «Найти», a chip and a link make the next one, so that
 * «назад» leads to the query before.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const ID = /^[a-z][a-z0-9-]{0,40}$/;

  /** @returns {SearchState} what the address asks for; everything else in it is ignored */
  function read() {
    const { hash, search } = window.location;
    const given = new URLSearchParams(hash.startsWith("#?") ? hash.slice(1) : search);
    const group = given.get("vid") || "";
    return {
      query: kopilka.cleanQuery(given.get("q")),
      exact: given.get("tochno") === "1",
      group: ID.test(group) ? group : "",
    };
  }

  /**
   * @param {SearchState} state
   * @returns {string} «?q=…» or ""
   */
  function write(state) {
    const pairs = [state.query && "q=" + encodeURIComponent(state.query), state.group && "vid=" + state.group, state.exact && "tochno=1"];
    const text = pairs.filter(Boolean).join("&");
    return text ? "?" + text : "";
  }

  /**
   * Puts the state into the address.
   * @param {SearchState} state
   * @param {{push: boolean, shown: number}} step `shown`: how many hits are drawn, for the way back
   */
  function show(state, { push, shown }) {
    const address = window.location.pathname + write(state);
    const kept = { shown };
    try {
      if (push) window.history.pushState(kept, "", address);
      else window.history.replaceState(kept, "", address);
    } catch {
      window.location.hash = write(state); // some browsers keep the address of a file as it is
    }
  }

  /** @returns {number} how many hits were drawn when the reader left this step of history; 0 when not known */
  function shownBefore() {
    const kept = window.history.state;
    return kept && Number.isInteger(kept.shown) && kept.shown > 0 && kept.shown < 10000 ? kept.shown : 0;
  }

  kopilka.searchState = { read, show, shownBefore, write };
})();
