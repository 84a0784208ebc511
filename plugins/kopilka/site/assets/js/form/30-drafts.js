/**
 * The drafts of a form, kept in this browser only: the one being written, and up to eight set aside.
 *
 * What the storage holds is a stranger's: it is read as any opened file is.
 */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const ASIDE = 8;
  const LONGEST_NAME = 80;
  const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const ID = /^[a-z0-9]{4,40}$/;
  const FILE = /^[a-zA-Z0-9._-]{1,100}$/;
  const FILES = 240;

  /** @typedef {{at: string, draft: FormDraft}} Kept */

  /** @type {() => string} the files of a draft are kept under it */
  const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);

  /** @type {() => FormDraft} */
  const emptyDraft = () => ({ id: newId(), values: form.bare(), extra: form.bare(), texts: form.bare(), name: "", files: [] });

  /** @type {(raw: any, titles: Set<string>) => FormKept[]} */
  function cleanFiles(raw, titles) {
    const rows = (Array.isArray(raw) ? raw : []).filter((row) => form.isObject(row) && typeof row.name === "string" && FILE.test(row.name));
    return rows.slice(0, FILES).map((row) => {
      if (row.picture !== true) return { name: row.name };
      return { name: row.name, picture: true, alt: form.text(row.alt), section: titles.has(row.section) ? row.section : null };
    });
  }

  /**
   * A draft of whatever was found; what is odd in it is left out.
   * @param {FormModel} described
   * @param {any} raw
   * @returns {FormDraft}
   */
  function cleanDraft(described, raw) {
    if (!form.isObject(raw)) return emptyDraft();
    const { values, extra } = form.draftOf(described, raw.values);
    const texts = form.bare();
    const titles = new Set(["", ...described.texts.map((section) => section.title)]);
    if (form.isObject(raw.texts)) {
      Object.entries(raw.texts).forEach(([title, held]) => {
        if (titles.has(title) && form.text(held)) texts[title] = form.text(held);
      });
    }
    const others = form.isObject(raw.extra) ? form.draftOf(described, raw.extra) : { extra: form.bare() };
    const rest = form.isObject(raw.extra) ? form.unknown(raw.extra) : form.bare();
    const name = typeof raw.name === "string" && raw.name.length <= LONGEST_NAME && NAME.test(raw.name) ? raw.name : "";
    const id = typeof raw.id === "string" && ID.test(raw.id) ? raw.id : newId();
    return { id, values, extra: Object.assign(form.bare(), extra, others.extra, rest), texts, name, files: cleanFiles(raw.files, titles) };
  }

  /** @type {(raw: string | null) => any} */
  function parsed(raw) {
    try {
      return JSON.parse(raw || "null");
    } catch {
      return null;
    }
  }

  /** @type {(draft: FormDraft) => boolean} */
  function isEmptyDraft(draft) {
    return !draft.files.length && ![draft.values, draft.extra, draft.texts].some((held) => JSON.stringify(held, (_, value) => (value === "" || value === false ? undefined : value)) !== "{}");
  }

  /**
   * The drafts of a kind: what there is at the start, and how to keep it.
   * @param {FormModel} described
   */
  function openDrafts(described) {
    const key = "kopilka-form-" + described.kind;
    /** @type {{now: FormDraft, aside: Kept[], state: "kept" | "off" | "full", at: string}} */
    const drafts = { now: emptyDraft(), aside: [], state: "kept", at: "" };

    function read() {
      /** @type {string | null} */
      let raw = null;
      try {
        raw = window.localStorage.getItem(key);
      } catch {
        drafts.state = "off";
      }
      const found = parsed(raw);
      drafts.now = cleanDraft(described, found && found.now);
      drafts.at = found && typeof found.at === "string" ? found.at.slice(0, 30) : "";
      const aside = found && Array.isArray(found.aside) ? found.aside.slice(0, ASIDE) : [];
      drafts.aside = aside.filter(form.isObject).map((item) => ({ at: form.text(item.at).slice(0, 30), draft: cleanDraft(described, item.draft) }));
    }

    function keep() {
      try {
        drafts.at = new Date().toISOString();
        window.localStorage.setItem(key, JSON.stringify({ v: 1, at: drafts.at, now: drafts.now, aside: drafts.aside }));
        drafts.state = "kept";
      } catch (error) {
        drafts.state = /quota/i.test(String(error && /** @type {Error} */ (error).name)) ? "full" : "off";
      }
    }

    /** Sets what is being written aside and begins with another draft. @param {FormDraft} [next] */
    function change(next = emptyDraft()) {
      if (!isEmptyDraft(drafts.now)) drafts.aside = [{ at: new Date().toISOString(), draft: drafts.now }, ...drafts.aside].slice(0, ASIDE);
      drafts.now = next;
      keep();
    }

    /** Takes a draft that was set aside; the one being written goes into its place. @param {number} number */
    function takeBack(number) {
      const [taken] = drafts.aside.splice(number, 1);
      if (taken) change(taken.draft);
    }

    /** Forgets a draft that was set aside. @param {number} number */
    function remove(number) {
      drafts.aside.splice(number, 1);
      keep();
    }

    read();
    return { change, drafts, keep, most: ASIDE, read, remove, takeBack, key };
  }

  Object.assign(form, { cleanDraft, emptyDraft, isEmptyDraft, openDrafts });
})();
