/** The body of a record as the texts of its sections, and back. */
(function () {
  "use strict";

  const form = window.kopilka.form;

  /**
   * The texts by the titles of the sections that the kind expects; under "" all that stands before them.
   * A section that is not expected stays in the text of the one before it.
   * @param {FormModel} described
   * @param {string} body
   * @returns {Record<string, string>}
   */
  function splitBody(described, body) {
    const titles = new Map(described.texts.map((section) => [form.fold(section.title), section.title]));
    /** @type {Record<string, string[]>} */
    const lines = form.bare();
    let current = "";
    let fence = "";
    body.split("\n").forEach((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line);
      if (mark) fence = !fence ? mark[1] : mark[1].startsWith(fence) ? "" : fence;
      const heading = fence ? null : /^##\s+(.*?)\s*#*\s*$/.exec(line);
      const title = heading ? titles.get(form.fold(heading[1])) : undefined;
      if (title !== undefined && !(title in lines)) {
        current = title;
        lines[current] = [];
      } else (lines[current] = lines[current] || []).push(line);
    });
    /** @type {Record<string, string>} */
    const found = form.bare();
    Object.entries(lines).forEach(([title, held]) => {
      const text = held.join("\n").replace(/^\n+|\s+$/g, "");
      if (text) found[title] = text;
    });
    return found;
  }

  /** @type {(described: FormModel, texts: Record<string, string>, pictures?: FormFile[]) => string} */
  function joinBody(described, texts, pictures = []) {
    const parts = [withPictures(texts[""] || "", "", described.texts.length ? pictures : pictures.map((item) => ({ ...item, section: "" })))];
    described.texts.forEach((section) => {
      const text = withPictures(texts[section.title] || "", section.title, pictures);
      if (text) parts.push(`## ${section.title}\n\n${text}`);
    });
    return parts.filter(Boolean).join("\n\n");
  }

  /** @type {(text: string, title: string, pictures: FormFile[]) => string} pictures that the text does not show yet stand at its end */
  function withPictures(text, title, pictures) {
    const own = pictures.filter((item) => item.picture && item.section === title && !text.includes(`](${item.name}`));
    const shown = own.map((item) => `![${(item.alt || "").replace(/[[\]\n]/g, " ").trim()}](${item.name})`);
    return [text.trim(), ...shown].filter(Boolean).join("\n\n");
  }

  Object.assign(form, { joinBody, splitBody });
})();
