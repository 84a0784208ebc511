/** Opens the editor: in Russian, with the lists to choose from in their places, reading and writing our files. */
(function () {
  "use strict";

  const editor = window.kopilka.editor;
  const PREFERENCES = "sveltia-cms.prefs";

  /** Sveltia speaks the language of the browser until told otherwise; it is asked once, and may be changed there. */
  function speakRussian() {
    try {
      if (!localStorage.getItem(PREFERENCES)) localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "ru" }));
    } catch {
      // Without a storage it asks the browser for its language, as it would anyway.
    }
  }

  /** @type {(value: any, choices: EditorBank["choices"]) => any} */
  function withChoices(value, choices) {
    if (Array.isArray(value)) return value.map((item) => withChoices(item, choices));
    if (!value || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, held]) => [key, key === "options" && typeof held === "string" ? choices[held.slice(1)] : withChoices(held, choices)]);
    return Object.fromEntries(entries);
  }

  /** @type {() => string} the day of this computer, ISO */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /**
   * Called by the bundle, once it is there.
   * @param {any} cms Sveltia's `CMS`
   */
  function open(cms) {
    /** @type {EditorBank} */
    const bank = editor.bank;
    const config = withChoices(bank.config, bank.choices);
    document.documentElement.classList.toggle("local", bank.local);
    config.logo = { src: new URL("favicon.svg", document.baseURI).href };
    Object.values(bank.forms).forEach((described) => {
      cms.registerCustomFormat(`kopilka-${described.kind}`, "md", editor.format(described, bank.vocabularies, today()));
    });
    cms.init({ config });
  }

  speakRussian();
  Object.assign(editor, { open, withChoices });
})();
