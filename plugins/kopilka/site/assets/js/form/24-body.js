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

  /** @type {(texts: Record<string, string>, file: FormFile) => boolean} whether a text of the author's shows the file already */
  const isInTexts = (texts, file) => Object.values(texts).some((text) => text.includes(`](${file.name}`));

  /** @type {(described: FormModel, texts: Record<string, string>, files?: FormFile[]) => string} the whole body; pictures that no text shows yet stand at the end of their sections */
  function joinBody(described, texts, files = []) {
    const pending = files.filter((file) => file.picture && typeof file.section === "string" && !isInTexts(texts, file));
    const known = new Set(described.texts.map((section) => section.title));
    const parts = [withPictures(texts[""] || "", pending.filter((file) => !known.has(String(file.section))))];
    described.texts.forEach(({ title }) => {
      const text = withPictures(texts[title] || "", pending.filter((file) => file.section === title));
      if (text) parts.push(`## ${title}\n\n${text}`);
    });
    return parts.filter(Boolean).join("\n\n");
  }

  /** @type {(text: string, pictures: FormFile[]) => string} */
  function withPictures(text, pictures) {
    const shown = pictures.map((item) => `![${(item.alt || "").replace(/[[\]\n]/g, " ").trim()}](${item.name})`);
    return [text.trim(), ...shown].filter(Boolean).join("\n\n");
  }

  Object.assign(form, { isInTexts, joinBody, splitBody });
})();
