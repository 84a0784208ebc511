/**
 * «Мой маршрут»: the steps that the reader has put together, kept in this browser only.
 *
 * What the storage, a link or a file holds is a stranger's: `clean` leaves only what is known, well formed and
 * within the limits. Where the browser keeps nothing for sites, the route lives as long as the page.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const KEY = "kopilka-route";
  const LIMITS = { by: 200, deficits: 20, goal: 2000, hours: 2000, note: 2000, steps: 200, title: 300, url: 200, when: 100 };
  /** @type {Record<string, string>} what a teacher does with a step; the kinds of records name the first three */
  const FORMS = { study: "изучить", visit: "посетить", try: "попробовать", join: "участвовать" };

  const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const OWN = /^~[a-z0-9]{1,20}$/;
  const KIND = /^[a-z][a-z0-9_-]{0,40}$/;
  const DAY = /^(?:19|20)\d\d-\d\d-\d\d$/;
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  /**
   * A text without control characters, not longer than allowed.
   * @param {unknown} value
   * @param {number} limit
   * @returns {string}
   */
  function text(value, limit) {
    if (typeof value !== "string") return "";
    return value.slice(0, limit * 2).replace(CONTROLS, "").slice(0, limit).replace(/[\ud800-\udbff]$/, "");
  }

  /** @type {(value: unknown) => string} a day of the calendar, ISO, or nothing */
  function day(value) {
    if (typeof value !== "string" || !DAY.test(value)) return "";
    const date = new Date(value + "T00:00:00Z");
    return !isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value ? value : "";
  }

  /** @type {(value: unknown) => number | null} hours; null when not said */
  function hours(value) {
    if (typeof value !== "number" || !isFinite(value) || value < 0 || value > LIMITS.hours) return null;
    return Math.round(value * 100) / 100;
  }

  /** @type {(value: unknown, id: string) => string} «praktiki/karty»: only the path of the record's own page */
  function path(value, id) {
    const [folder, name, ...more] = typeof value === "string" && value.length <= LIMITS.url ? value.split("/") : [];
    return name === id && !more.length && SLUG.test(folder) && SLUG.test(id) ? `${folder}/${id}` : "";
  }

  /** @type {(raw: any) => RouteStep | null} */
  function cleanStep(raw) {
    const id = raw && typeof raw === "object" && typeof raw.id === "string" && raw.id.length <= 120 ? raw.id : "";
    const own = OWN.test(id);
    const title = text(raw && raw.title, LIMITS.title).trim();
    if (!(own || (SLUG.test(id) && title))) return null;
    const from = day(raw.from);
    const to = day(raw.to);
    const dated = !from || !to || from <= to;
    return {
      id,
      title,
      kind: !own && typeof raw.kind === "string" && KIND.test(raw.kind) ? raw.kind : "",
      url: path(raw.url, id),
      by: text(raw.by, LIMITS.by),
      note: text(raw.note, LIMITS.note),
      when: text(raw.when, LIMITS.when),
      from: dated ? from : "",
      to: dated ? to : "",
      hours: hours(raw.hours),
      form: Object.prototype.hasOwnProperty.call(FORMS, raw.form) ? raw.form : "",
      done: raw.done === true,
      added: day(raw.added),
    };
  }

  /**
   * What can be read of a route; whatever is odd in it is left out.
   * @param {any} raw
   * @returns {RouteData}
   */
  function clean(raw) {
    const given = raw && typeof raw === "object" ? raw : {};
    /** @type {Map<string, RouteStep>} */
    const steps = new Map();
    (Array.isArray(given.steps) ? given.steps.slice(0, 10 * LIMITS.steps) : []).forEach((item) => {
      const step = cleanStep(item);
      if (step && !steps.has(step.id) && steps.size < LIMITS.steps) steps.set(step.id, step);
    });
    const deficits = Array.isArray(given.deficits) ? given.deficits.slice(0, 100) : [];
    const known = deficits.filter((id) => typeof id === "string" && id.length <= 60 && SLUG.test(id));
    return {
      v: 1,
      goal: text(given.goal, LIMITS.goal),
      deficits: Array.from(new Set(known)).slice(0, LIMITS.deficits),
      steps: Array.from(steps.values()),
    };
  }

  /* ---- keeping ---- */

  /** @type {"kept" | "off" | "full"} whether what is in memory is in the storage too */
  let storage = "kept";
  let state = clean(null);
  /** @type {((source: "here" | "other") => void)[]} */
  const listeners = [];

  /** @type {string | null} what the storage held when it was last looked at */
  let seen = null;

  /** @type {(raw: string | null) => RouteData} */
  function read(raw) {
    try {
      return clean(JSON.parse(raw || "null"));
    } catch {
      return clean(null);
    }
  }

  /** Takes what the storage holds. Where our own did not fit into it, both are put together. */
  function load() {
    let raw;
    try {
      raw = window.localStorage.getItem(KEY);
    } catch {
      storage = "off";
      return;
    }
    if (raw === seen) return;
    seen = raw;
    const stored = read(raw);
    state = storage === "kept" ? stored : clean({ ...state, steps: [...state.steps, ...stored.steps] });
  }

  function keep() {
    try {
      const raw = JSON.stringify(state);
      window.localStorage.setItem(KEY, raw);
      seen = raw;
      storage = "kept";
    } catch (error) {
      storage = /quota/i.test(String(error && /** @type {Error} */ (error).name)) ? "full" : "off";
    }
  }

  /** @param {"here" | "other"} source */
  function tell(source) {
    listeners.forEach((listener) => listener(source));
  }

  /**
   * Changes the route: the newest one is read first, so what another tab did is not lost.
   * @param {(route: RouteData) => void} act changes its argument
   */
  function change(act) {
    load();
    const draft = get();
    act(draft);
    state = clean(draft);
    keep();
    tell("here");
  }

  /** @returns {RouteData} a copy */
  function get() {
    return JSON.parse(JSON.stringify(state));
  }

  /* ---- steps ---- */

  /** @type {Map<string, {step: RouteStep, place: number}>} taken out on this page, to be put back with their notes */
  const gone = new Map();

  /** @param {string} id */
  function has(id) {
    return state.steps.some((step) => step.id === id);
  }

  /** @returns {string} this day by the reader's clock, ISO */
  function today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /**
   * Adds a step at the end; one that was taken out on this page comes back as it was.
   * @param {string} id
   * @param {Partial<RouteStep>} snapshot what the record's card says of it
   * @returns {boolean} false when there is no room for more
   */
  function add(id, snapshot) {
    const before = gone.get(id);
    change((route) => {
      const step = before ? before.step : /** @type {RouteStep} */ ({ ...snapshot, id, added: today() });
      if (!has(id)) route.steps.splice(before ? before.place : route.steps.length, 0, step);
    });
    if (has(id)) gone.delete(id);
    return has(id);
  }

  /** @param {string} id */
  function remove(id) {
    const place = state.steps.findIndex((step) => step.id === id);
    if (place < 0) return;
    gone.set(id, { step: state.steps[place], place });
    change((route) => {
      route.steps = route.steps.filter((step) => step.id !== id);
    });
  }

  window.addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    load();
    tell("other");
  });

  // A page that the browser had put by and now shows again has heard of nothing meanwhile.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    load();
    tell("other");
  });

  load();
  kopilka.route = {
    FORMS,
    LIMITS,
    add,
    change,
    clean,
    get,
    has,
    items: () => get().steps,
    onChange: (/** @type {(source: "here" | "other") => void} */ listener) => listeners.push(listener),
    remove,
    storage: () => storage,
    today,
  };
})();
