/** Fields that hold fields: a part, a list of rows that are added, moved and taken away; and which control a field gets. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;

  /** @type {(at: FormAt, key: string, shape: FormShape) => FormAt} a place inside the object at a place */
  function within(at, key, shape) {
    return {
      get: () => (at.get() || {})[key],
      set: (value) => {
        const next = Object.assign(form.bare(), at.get());
        if (value === undefined) delete next[key];
        else next[key] = value;
        at.set(next);
      },
      owner: { get: at.get, shape },
      path: () => {
        const path = at.path();
        return path && [...path, key];
      },
    };
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawPart(ctx, field, at) {
    if (field.shape.isConsent) return drawConsent(ctx, field, at);
    const id = form.newId();
    const message = el("p.k-msg", { id: id + "-m", hidden: true });
    const example = field.example ? ` Например: ${form.exampleWords(field.example)}` : "";
    const box = el("fieldset.k-field.k-part", {}, el("legend", {}, field.label + " ", field.required && el("span.k-req", {}, "обязательно")), el("p.k-help", {}, field.help + example), drawInner(ctx, field.shape, at), message);
    ctx.watch({ at, box, message, field, id });
    return box;
  }

  /** @type {(ctx: FormContext, shape: FormShape, at: FormAt) => HTMLElement} */
  function drawInner(ctx, shape, at) {
    const consent = shape.consent && shape.consent.field;
    const fields = (shape.fields || []).map((field) => (field.key === consent ? { ...field, shape: { ...field.shape, isConsent: true } } : field));
    return el("div.k-part__in", {}, ...fields.map((field) => drawField(ctx, field, within(at, field.key, shape))));
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} a mark first, then what the paper says */
  function drawConsent(ctx, field, at) {
    const mark = el("input", { type: "checkbox" });
    const place = el("div");
    const draw = () => place.replaceChildren(...(mark.checked ? [drawInner(ctx, field.shape, at)] : []));
    mark.checked = Boolean(at.get());
    mark.addEventListener("change", () => {
      at.set(mark.checked ? form.bare() : undefined);
      draw();
      ctx.refresh();
    });
    draw();
    const why = "По закону имя публикуют только с отдельного письменного согласия человека. Сам документ остаётся у организации.";
    return el("div.k-field.k-consent", {}, el("label.k-check", {}, mark, el("span", {}, "Есть письменное согласие на публикацию имени")), el("p.k-help", {}, why), place);
  }

  /** @type {(shape: FormShape, rows: any[], i: number, path: (string | number)[]) => (string | number)[] | null} where a row stands in the file, which has no empty rows */
  function rowPath(shape, rows, i, path) {
    const isWritten = (row) => form.plain(shape, row) !== undefined;
    return i >= 0 && isWritten(rows[i]) ? [...path, rows.slice(0, i).filter(isWritten).length] : null;
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawRows(ctx, field, at) {
    const shape = /** @type {FormShape} */ (field.shape.item);
    const id = form.newId();
    const list = el("div.k-rows");
    const said = el("span.k-vh", { role: "status" });
    const message = el("p.k-msg", { id: id + "-m", hidden: true });
    const rows = () => at.get() || [];
    const add = el("button.k-btn", { type: "button", id }, icon("plus"), rows().length ? "Добавить ещё" : "Добавить");

    /** @type {(i: number) => FormAt} */
    const rowAt = (i) => ({
      get: () => rows()[i],
      set: (value) => at.set(rows().map((row, n) => (n === i ? value : row))),
      path: () => {
        const path = at.path();
        return path && rowPath(shape, rows(), i, path);
      },
    });

    /** @type {(next: any[], words: string, focus?: number) => void} */
    function change(next, words, focus) {
      at.set(next);
      draw();
      ctx.refresh();
      said.textContent = words;
      const row = focus === undefined ? null : list.children[focus];
      const control = row && row.querySelector("input, textarea, select");
      if (control) control.focus();
      else add.focus();
    }

    /** @type {(i: number, to: number) => void} */
    function move(i, to) {
      const next = rows().slice();
      [next[i], next[to]] = [next[to], next[i]];
      change(next, `Строка теперь ${to + 1}-я`, to);
    }

    /** @type {(i: number) => HTMLElement} */
    function drawRow(i) {
      const name = `${field.label}, ${i + 1}-я строка`;
      const button = (picture, words, act, off = false) => el("button.k-btn.k-btn--icon", { type: "button", "aria-label": `${words}: ${name}`, title: words, disabled: off, onclick: act }, icon(picture));
      const buttons = el("span.k-btns", {}, button("up", "Выше", () => move(i, i - 1), i === 0), button("down", "Ниже", () => move(i, i + 1), i === rows().length - 1), button("close", "Убрать", () => change(rows().filter((_, n) => n !== i), "Строка убрана")));
      return el("fieldset.k-row", {}, el("legend.k-vh", {}, name), el("div.k-row__head", {}, el("b", { "aria-hidden": "true" }, String(i + 1)), buttons), drawInner(ctx, shape, rowAt(i)));
    }

    function draw() {
      list.replaceChildren(...rows().map((_, i) => drawRow(i)));
      add.lastChild.textContent = rows().length ? "Добавить ещё" : "Добавить";
    }

    add.addEventListener("click", () => change([...rows(), form.bare()], "Строка добавлена", rows().length));
    const example = field.example ? ` Например: ${form.exampleWords(field.example)}` : "";
    const box = el("fieldset.k-field", {}, el("legend", {}, field.label + " ", field.required && el("span.k-req", {}, "обязательно")), el("p.k-help", {}, field.help + example), list, add, said, message);
    ctx.watch({ at, box, message, field, id });
    draw();
    return box;
  }

  /**
   * The control for a field at a place of the draft.
   * @param {FormContext} ctx
   * @param {FormField} field
   * @param {FormAt} at
   * @returns {HTMLElement}
   */
  function drawField(ctx, field, at) {
    const { shape } = field;
    const { item } = shape;
    if (shape.type === "part") return drawPart(ctx, field, at);
    if (shape.type === "truth") return form.drawTruth(ctx, field, at);
    if (shape.type === "list" && item) {
      if (item.type === "part") return drawRows(ctx, field, at);
      if (form.isShortChoice(item, ctx)) return form.drawChecks(ctx, field, at);
      return ["term", "organisation"].includes(item.type) ? form.drawCombo(ctx, field, at, true) : form.drawWords(ctx, field, at);
    }
    if (form.isShortChoice(shape, ctx)) return form.drawSelect(ctx, field, at);
    return ["term", "organisation"].includes(shape.type) ? form.drawCombo(ctx, field, at, false) : form.drawLine(ctx, field, at);
  }

  Object.assign(form, { drawField, rowPath, within });
})();
