/**
 * The route as part of an address: «#marshrut=b…», where the letter names the way it was packed.
 *
 * Here is the plain way (b), by which the link in the header carries a route that the browser would not keep;
 * the page «Мой маршрут» adds the squeezed one (a).
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const forms = ["", ...Object.keys(route.FORMS)];

  /**
   * Without names of fields and without the empty ones at the end of a step.
   * @param {RouteData} data
   * @returns {any[]}
   */
  function pack(data) {
    const steps = data.steps.map((step) => {
      const folder = step.url.split("/")[0];
      const form = step.form && forms.indexOf(step.form);
      const { id, title, kind, by, note, when, from, to, hours } = step;
      const row = [id, title, kind, folder, by, note, when, from, to, hours === null ? "" : hours, form, step.done ? 1 : ""];
      while (row[row.length - 1] === "") row.pop();
      return row;
    });
    return [data.goal, data.deficits, steps];
  }

  /**
   * The same back, for `clean` to look at: the array is a stranger's.
   * @param {any} packed
   * @returns {any}
   */
  function unpack(packed) {
    const [goal, deficits, steps] = Array.isArray(packed) ? packed : [];
    const rows = Array.isArray(steps) ? steps.filter(Array.isArray) : [];
    return {
      goal,
      deficits,
      steps: rows.map(([id, title, kind, folder, by, note, when, from, to, hours, form, done]) => ({
        id,
        title,
        kind,
        url: `${folder}/${id}`,
        by,
        note,
        when,
        from,
        to,
        hours,
        form: forms[form],
        done: done === 1,
        added: route.today(),
      })),
    };
  }

  /** @type {(bytes: Uint8Array) => string} base64url */
  function letters(bytes) {
    let line = "";
    bytes.forEach((byte) => {
      line += String.fromCharCode(byte);
    });
    return window.btoa(line).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  /** @type {(data: RouteData) => string} */
  function plainHash(data) {
    return "#marshrut=b" + letters(new TextEncoder().encode(JSON.stringify(pack(data))));
  }

  Object.assign(route, { letters, pack, plainHash, unpack });
})();
