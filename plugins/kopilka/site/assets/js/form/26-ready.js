/** How complete the draft is, in percent, and what would add most: the arithmetic of catalog/readiness.py. */
(function () {
  "use strict";

  const form = window.kopilka.form;

  /** @type {(shape: FormShape, value: any) => boolean} */
  function isFilled(shape, value) {
    if (value === undefined || value === null || value === "") return false;
    if (Array.isArray(value)) return value.length > 0;
    if (shape.type === "part") return (shape.fields || []).some((field) => isFilled(field.shape, value[field.key]));
    return true;
  }

  /**
   * @param {FormModel} described
   * @param {Record<string, any>} data as `recordOf` gives it
   * @param {Record<string, string>} texts
   * @returns {{percent: number, missing: {field: string, label: string, worth: number, gain: number}[]}}
   */
  function readiness(described, data, texts) {
    const fields = described.fields.filter((field) => field.worth).map((field) => ({ field: field.key, label: field.label, worth: field.worth, there: isFilled(field.shape, data[field.key]) }));
    const sections = described.texts.map((section) => ({ field: "## " + section.title, label: `Раздел «${section.title}»`, worth: section.worth, there: Boolean((texts[section.title] || "").trim()) }));
    if (described.bodyWorth) sections.push({ field: "## …", label: described.bodyTitle, worth: described.bodyWorth, there: Boolean((texts[""] || "").trim()) });
    const all = [...fields, ...sections];
    const total = sum(all);
    const missing = all.filter((item) => !item.there);
    const there = total - sum(missing);
    const percent = total ? Math.floor((100 * there) / total) : 100;
    const ranked = missing.map((item, i) => ({ ...item, i, gain: Math.max(Math.floor((100 * (there + item.worth)) / total) - percent, 1) }));
    ranked.sort((a, b) => b.worth - a.worth || a.i - b.i);
    return { percent, missing: ranked.map(({ field, label, worth, gain }) => ({ field, label, worth, gain })) };
  }

  /** @type {(items: {worth: number}[]) => number} */
  const sum = (items) => items.reduce((all, item) => all + item.worth, 0);

  Object.assign(form, { isFilled, readiness });
})();
