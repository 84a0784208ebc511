/**
 * Records between the file and the editor: read and written by the scripts of the form, so that a file saved here
 * is the file that `kopilka fmt` would write.
 */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const { comments } = window.kopilka.editor;
  const COMMENTS = "_comments";
  const FILE_BESIDE = /^[a-z0-9]+(?:-[a-z0-9]+)*\/([^/:]+)$/;

  /**
   * A value of a draft as the controls of the editor hold it: numbers are numbers, terms have their full names.
   * @param {FormShape} shape
   * @param {any} held
   * @param {Record<string, FormVocabulary>} vocabularies
   * @returns {any}
   */
  function shown(shape, held, vocabularies) {
    if (held === undefined) return undefined;
    if (shape.type === "list") return held.map((/** @type {any} */ item) => shown(/** @type {FormShape} */ (shape.item), item, vocabularies));
    if (shape.type === "part") return fieldsOf(shape.fields || [], held, vocabularies);
    if (shape.type === "integer" || shape.type === "number") return form.plain(shape, held);
    const term = shape.type === "term" && form.findTerm(vocabularies[shape.vocabulary || ""], held);
    return term ? term[1] : held;
  }

  /** @type {(fields: FormField[], held: Record<string, any>, vocabularies: Record<string, FormVocabulary>) => Record<string, any>} */
  function fieldsOf(fields, held, vocabularies) {
    const entries = fields.map((field) => [field.key, shown(field.shape, held[field.key], vocabularies)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  /**
   * What has to be left out of a record again: «no» where no word says the same.
   * @param {FormField[]} fields
   * @param {Record<string, any>} record
   */
  function quiet(fields, record) {
    fields.forEach(({ key, shape, required }) => {
      const value = record[key];
      if (shape.type === "truth" && value === false && !required) delete record[key];
      const inner = shape.type === "list" ? shape.item && shape.item.fields : shape.fields;
      if (inner) [value].flat().filter(form.isObject).forEach((part) => quiet(inner, part));
    });
  }

  /**
   * The place of an attachment as records write it: by its name alone, in the folder of the record.
   * @param {FormShape} shape
   * @param {any} value
   * @returns {any}
   */
  function beside(shape, value) {
    if (typeof value === "string") return shape.type === "address" ? value.replace(FILE_BESIDE, "$1") : value;
    if (Array.isArray(value)) return value.map((item) => beside(/** @type {FormShape} */ (shape.item), item));
    if (!form.isObject(value) || !shape.fields) return value;
    shape.fields.forEach((field) => field.key in value && (value[field.key] = beside(field.shape, value[field.key])));
    return value;
  }

  /**
   * How files of a kind are read and written.
   * @param {FormModel} described
   * @param {Record<string, FormVocabulary>} vocabularies
   * @param {string} today ISO
   */
  function format(described, vocabularies, today) {
    /** @type {(text: string) => EditorEntry} */
    function fromFile(text) {
      const { data, body } = form.readRecord(text);
      const { values, extra } = form.draftOf(described, data);
      return { ...extra, ...fieldsOf(described.fields, values, vocabularies), [COMMENTS]: comments.take(text), body };
    }

    /** @type {(entry: EditorEntry) => string} */
    function toFile({ body, [COMMENTS]: kept, ...data }) {
      const whole = beside({ type: "part", fields: described.fields }, structuredClone(data));
      const record = form.recordOf(described, form.draftOf(described, whole), today);
      quiet(described.fields, record);
      const text = form.writeRecord(described, record, body || "");
      return kept ? comments.put(text, kept) : text;
    }

    return { fromFile, toFile };
  }

  Object.assign(window.kopilka.editor, { format });
})();
