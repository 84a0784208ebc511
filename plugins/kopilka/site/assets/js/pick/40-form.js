/**
 * The questions of «Подобрать под себя»: the form of the page as a wish, and a wish put back into it.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { KEYS, WAYS, nothing } = kopilka.wishes;

  /**
   * @param {HTMLFormElement} form
   * @returns {(key: string) => string[]} the values that the form offers for a facet
   */
  function offered(form) {
    return (key) =>
      kopilka
        .all(`[name="${key}"]`, form)
        .flatMap((/** @type {any} */ control) => (control.options ? Array.from(control.options) : [control]))
        .map((/** @type {any} */ item) => item.value)
        .filter(Boolean);
  }

  /**
   * @param {HTMLFormElement} form
   * @returns {PickWish}
   */
  function readForm(form) {
    const data = new FormData(form);
    const all = (/** @type {string} */ key) => data.getAll(key).map(String).filter(Boolean);
    const wish = nothing();
    wish.deficits = all(KEYS.deficits);
    wish.level = all(KEYS.level)[0] || "";
    wish.role = all(KEYS.role)[0] || "";
    wish.subject = all(KEYS.subject)[0] || "";
    wish.hours = Number(all("chasy")[0]) || null;
    wish.ways = all("hochu").map((word) => WAYS[word]);
    return wish;
  }

  /**
   * @param {HTMLFormElement} form
   * @param {PickWish} wish
   */
  function fillForm(form, wish) {
    const ways = Object.keys(WAYS).filter((word) => wish.ways.includes(WAYS[word]));
    /** @type {Record<string, string[]>} */
    const chosen = {
      [KEYS.deficits]: wish.deficits,
      [KEYS.level]: [wish.level],
      [KEYS.role]: [wish.role],
      [KEYS.subject]: [wish.subject],
      chasy: [wish.hours === null ? "" : String(wish.hours)],
      hochu: ways,
    };
    Object.entries(chosen).forEach(([key, values]) => {
      kopilka.all(`[name="${key}"]`, form).forEach((/** @type {any} */ control) => {
        if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
        else control.value = values[0];
      });
    });
  }

  Object.assign(kopilka.wishes, { fillForm, offered, readForm });
})();
