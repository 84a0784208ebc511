/** The section about pictures and files: what is on each picture, whose it is, on what terms, who is seen and has agreed. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;
  const MOST = 60;
  const TYPES = "image/*,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt";
  const OURS = "снимки авторов";
  const SEEN = ["adults", "children"];

  /** @typedef {{page: any, ctx: FormContext, field: FormField, at: FormAt, item: FormShape, key: string}} Section */

  /** @type {(section: Section) => any[]} */
  const rowsOf = ({ at }) => at.get() || [];

  /** @type {(section: Section, name: string) => number} the first row about a picture; an empty name means the row about all of them */
  const rowFor = (section, name) => rowsOf(section).findIndex((row) => (row[section.key] || "") === name);

  /** @type {(section: Section, name: string, row: any) => void} puts a row into the draft; undefined takes it away */
  function putRow(section, name, row) {
    const i = rowFor(section, name);
    const rows = rowsOf(section).slice();
    const next = row === undefined ? [] : [row];
    if (i < 0) rows.push(...next);
    else rows.splice(i, 1, ...next);
    section.at.set(rows.length ? rows : undefined);
  }

  /** @type {(section: Section, name: string) => FormAt} the row about a picture: made when something is written, gone when nothing is */
  function rowAt(section, name) {
    const { item, key, at } = section;
    return {
      get: () => rowsOf(section)[rowFor(section, name)],
      set: (value) => {
        const told = Object.keys(value).some((inner) => inner !== key);
        if (name && told) value[key] = name;
        putRow(section, name, told || !name ? value : undefined);
      },
      path: () => {
        const path = at.path();
        const i = rowFor(section, name);
        return path && form.rowPath(item, rowsOf(section), i, path);
      },
    };
  }

  /** @type {(section: Section, name: string, isTold: boolean, first?: any) => void} puts a row into the draft or takes it away; one that was there before comes back as it was */
  function swap(section, name, isTold, first) {
    const { withdrawn } = section.page;
    if (!isTold) withdrawn.set(name, rowsOf(section)[rowFor(section, name)]);
    putRow(section, name, isTold ? withdrawn.get(name) || first : undefined);
  }

  /** @type {(section: Section, at: FormAt) => HTMLElement} what is asked of one picture, or of all */
  function drawCredit(section, at) {
    const { ctx, item, key } = section;
    const message = el("p.k-msg", { hidden: true });
    const consent = el("div");
    /** @type {any} */
    let kept;
    const people = () => (at.get() || {}).people;
    let before = people();
    const fields = (item.fields || []).filter((field) => field.key !== key);
    const paper = /** @type {FormField} */ (fields.find((field) => field.key === "consent"));
    const place = form.within(at, paper.key, item);

    /** Where nobody is seen no consent is asked for; what was written of it comes back when somebody is. */
    function turn() {
      if (people() === before) return;
      before = people();
      const isSeen = SEEN.includes(before);
      kept = place.get() || kept;
      place.set(isSeen ? kept : undefined);
      if (!isSeen) consent.replaceChildren();
      else if (!consent.firstChild) consent.append(form.drawField(ctx, paper, place));
      ctx.refresh();
    }

    if (SEEN.includes(before) || place.get()) consent.append(form.drawField(ctx, paper, place));
    const asked = fields.filter((field) => field !== paper).map((field) => form.drawField(ctx, field, form.within(at, field.key, item)));
    const box = el("div.k-part__in", {}, ...asked, consent, message);
    box.addEventListener("change", turn);
    watchAt(section, at, box, message);
    return box;
  }

  /** @type {(section: Section, redraw: () => void) => HTMLElement} one row for all pictures */
  function drawCommon(section, redraw) {
    const id = form.newId();
    const mark = el("input", { type: "checkbox", id, "aria-describedby": id + "-h" });
    const isTold = rowFor(section, "") >= 0;
    mark.checked = isTold;
    mark.addEventListener("change", () => {
      swap(section, "", mark.checked, Object.assign(form.bare(), { source: OURS }));
      redraw();
      const again = document.querySelector("[data-form-ours] input");
      if (again instanceof HTMLElement) again.focus();
    });
    const help = "Скажите о них один раз: это станет подписью под каждой картинкой, о которой не сказано отдельно.";
    return el("fieldset.k-row", { "data-form-ours": true }, el("legend.k-vh", {}, "Обо всех картинках"), el("label.k-check", {}, mark, el("span", {}, el("b", {}, "Все снимки – наши"))), el("p.k-help", { id: id + "-h" }, help), isTold && drawCredit(section, rowAt(section, "")));
  }

  /** @type {(section: Section, name: string, redraw: (name?: string) => void) => HTMLElement} whose one picture is: in its own row, or as all of them are */
  function drawOwn(section, name, redraw) {
    const isCommon = rowFor(section, "") >= 0;
    const at = rowAt(section, name);
    if (!isCommon) return drawCredit(section, at);
    const isOwn = Boolean(at.get()) || section.page.apart.has(name);
    const button = el("button.k-linkbtn", { type: "button", "data-form-apart": name, "aria-label": `${isOwn ? "Как у всех" : "Сказать отдельно"}: ${name}` }, isOwn ? "Как у всех" : "Сказать отдельно");
    button.addEventListener("click", () => {
      section.page.apart[isOwn ? "delete" : "add"](name);
      swap(section, name, !isOwn);
      redraw(name);
    });
    return el("div", {}, el("p.k-help", {}, isOwn ? "Об этой картинке сказано отдельно. " : "Чья она и кто на ней – сказано обо всех. ", button), isOwn && drawCredit(section, at));
  }

  /** @type {(page: any, file: FormFile) => HTMLElement[]} what is on a picture, and where it is to stand */
  function drawPlace(page, file) {
    if (form.isInTexts(page.draft.texts, file)) return [el("p.k-help", {}, "Картинка стоит в тексте записи; слова о том, что на ней, – там же.")];
    if (typeof file.section !== "string") return [];
    const id = form.newId();
    const alt = el("input.k-input", { id, "aria-describedby": id + "-h", "aria-required": "true" });
    alt.value = file.alt || "";
    alt.addEventListener("input", () => {
      file.alt = form.text(alt.value);
      page.changed();
    });
    const select = el("select.k-select", { id: id + "-s" }, ...page.described.texts.map((section) => el("option", { value: section.title }, section.title)));
    select.value = file.section;
    select.addEventListener("change", () => {
      file.section = select.value;
      page.changed();
    });
    const words = el("div.k-field", {}, el("label", { for: id }, "Что на картинке ", el("span.k-req", {}, "обязательно")), el("p.k-help", { id: id + "-h" }, "Для тех, кто её не видит: что изображено и зачем она здесь."), alt);
    return [words, page.described.texts.length ? el("div.k-field", {}, el("label", { for: id + "-s" }, "В какой раздел"), select) : null].filter(Boolean);
  }

  /** @type {(file: FormFile) => HTMLElement | null} a small look at a picture, without words: they are asked for beside it */
  function drawShot(file) {
    if (!file.picture) return null;
    if (!file.look) file.look = `data:image/${/\.png$/i.test(file.name) ? "png" : /\.webp$/i.test(file.name) ? "webp" : "jpeg"};base64,` + window.btoa(Array.from(file.bytes, (byte) => String.fromCharCode(byte)).join(""));
    return el("img.k-look", { src: file.look, alt: "" });
  }

  /** @type {(section: Section, name: string, redraw: (name?: string) => void) => HTMLElement} a row about a picture that is not there */
  function drawStray(section, name, redraw) {
    const away = el("button.k-btn", { type: "button", "aria-label": "Убрать подпись: " + name, onclick: () => (putRow(section, name, undefined), redraw()) }, icon("close"), "Убрать подпись");
    const at = rowAt(section, name);
    const message = el("p.k-msg", { hidden: true });
    const box = el("fieldset.k-row", { "data-file": name }, el("legend.k-vh", {}, name), el("div.k-row__head", {}, el("b", { "aria-hidden": "true" }, name), away), message, el("p.k-help", {}, "Самой картинки в черновике нет. Добавьте её снова – подпись её ждёт."), drawCredit(section, at));
    watchAt(section, form.within(at, section.key, section.item), box, message);
    return box;
  }

  /** @type {(section: Section, i: number, redraw: () => void) => HTMLElement} one row too many about the same picture */
  function drawTwice(section, i, redraw) {
    const { item, at, key } = section;
    const row = rowsOf(section)[i];
    const away = el("button.k-btn", { type: "button", onclick: () => (at.set(rowsOf(section).filter((_, n) => n !== i)), redraw()) }, icon("close"), "Убрать лишнюю подпись");
    const message = el("p.k-msg", { hidden: true });
    const box = el("div.k-row", {}, el("div.k-row__head", {}, el("span", {}, [row[key] || "Обо всех картинках", row.source].filter(Boolean).join(": ")), away), message);
    const whole = { get: () => row, set: () => {}, path: () => form.rowPath(item, rowsOf(section), i, [section.field.key]) };
    watchAt(section, whole, box, message);
    return box;
  }

  /** @type {(section: Section, at: FormAt, box: HTMLElement, message: HTMLElement) => void} what is wrong here is told at once */
  function watchAt({ page, ctx }, at, box, message) {
    const id = form.newId();
    ctx.watch({ at, box, message, id });
    page.touched.add(id);
  }

  /** @type {(section: Section) => {name: string, file?: FormFile}[]} the author's files, then pictures that the record names and that are not here */
  function entriesOf({ page }) {
    const files = page.files.map((file) => ({ name: file.name, file }));
    const known = new Set(page.files.map((file) => file.name));
    return [...files, ...Array.from(page.shown.keys()).filter((name) => !known.has(name)).map((name) => ({ name }))];
  }

  /** @type {(section: Section, entry: {name: string, file?: FormFile}, redraw: (name?: string) => void) => HTMLElement} */
  function drawEntry(section, { name, file }, redraw) {
    const { page } = section;
    const drop = () => {
      page.files.splice(page.files.indexOf(file), 1);
      page.changed();
      if (!page.shown.has(name)) putRow(section, name, undefined);
      redraw();
    };
    const size = file ? `${Math.max(1, Math.round(file.bytes.length / 1024))} КБ` : "файл не приложен";
    const away = file && el("button.k-btn", { type: "button", "aria-label": "Убрать файл " + name, onclick: drop }, icon("close"), "Убрать");
    const head = el("div.k-row__head", {}, file ? drawShot(file) : null, el("b", { "aria-hidden": "true" }, name), el("span.k-small.k-dim", {}, size), away);
    const missing = !file && el("p.k-help", {}, "Запись называет эту картинку. Если она уже в банке, прикладывать её не надо.");
    return el("fieldset.k-row", { "data-file": name }, el("legend.k-vh", {}, name), head, missing, ...(file && file.picture ? drawPlace(page, file) : []), !file || file.picture ? drawOwn(section, name, redraw) : null);
  }

  /** @type {(section: Section) => string[]} names in rows about pictures that are neither here nor named by the record */
  function straysOf(section) {
    const known = new Set(["", ...entriesOf(section).map((entry) => entry.name)]);
    return Array.from(new Set(rowsOf(section).map((row) => row[section.key] || ""))).filter((name) => !known.has(name));
  }

  /** @type {(section: Section) => number[]} rows about what an earlier row tells of already */
  function extrasOf(section) {
    const rows = rowsOf(section);
    return rows.map((row, i) => (rowFor(section, row[section.key] || "") < i ? i : -1)).filter((i) => i >= 0);
  }

  /** @type {(page: any) => Promise<string[]>} lets the author choose files and takes them; gives what went wrong */
  async function addFiles(page) {
    const problems = [];
    for (const file of (await form.choose(true, TYPES)).slice(0, MOST)) {
      try {
        page.files.push(await form.take(file, page));
      } catch (error) {
        problems.push(/** @type {Error} */ (error).message);
      }
    }
    page.changed();
    page.keep();
    return problems;
  }

  /** @type {(page: any, ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawFiles(page, ctx, field, at) {
    const item = /** @type {FormShape} */ (field.shape.item);
    /** @type {Section} */
    const section = { page, ctx, field, at, item, key: String(item.picture) };
    const list = el("div.k-rows");
    const said = el("p.k-msg", { role: "status" });
    const message = el("p.k-msg", { hidden: true });
    const add = el("button.k-btn", { type: "button" }, icon("plus"), "Добавить картинку или файл");

    function draw() {
      const entries = entriesOf(section);
      const isAsked = rowFor(section, "") >= 0 || entries.some(({ file }) => !file || file.picture);
      list.replaceChildren(...(isAsked ? [drawCommon(section, () => redraw())] : []), ...entries.map((entry) => drawEntry(section, entry, redraw)), ...straysOf(section).map((stray) => drawStray(section, stray, redraw)), ...extrasOf(section).map((i) => drawTwice(section, i, () => redraw())));
    }

    /** @type {(name?: string) => void} draws all anew; the hands are then at what was changed */
    function redraw(name) {
      page.refresh();
      draw();
      page.refresh();
      const row = kopilka.all("[data-file]", list).find((one) => one.dataset.file === name);
      const control = row && row.querySelector("[data-form-apart], input, select");
      if (control instanceof HTMLElement) control.focus();
      else add.focus();
    }

    add.addEventListener("click", async () => {
      const before = page.files.length;
      const problems = await addFiles(page);
      redraw((page.files[before] || {}).name);
      said.textContent = problems.join(" ");
    });
    const intro = el("p", {}, "Картинки станут не шире 1600 точек, а место и время съёмки из них исчезнут. О каждой нужно знать, чья она и кто на ней виден; детей показывают только с согласия родителей.");
    page.filesNote = el("p.k-help", { role: "status" });
    page.tellFiles();
    const box = el("div", {}, intro, page.filesNote, message, list, add, said);
    watchAt(section, at, box, message);
    draw();
    return box;
  }

  /** @type {(page: any) => FormFile[]} pictures of which it is not said what is on them */
  const namelessIn = (page) => page.files.filter((file) => file.picture && typeof file.section === "string" && !form.isInTexts(page.draft.texts, file) && !(file.alt || "").trim());

  Object.assign(form, { drawFiles, namelessIn });
})();
