/**
 * Controls for single values: a line, a text, a choice, a check mark, words through commas or line by line.
 *
 * A control is drawn for a field at a place of the draft: `at` reads and sets the value there.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;
  const LONG = 300;
  const SHORT_ITEM = 60;
  const FEW = 14;
  let last = 0;

  /** @type {() => string} an id that nothing else on the page has */
  const newId = () => `f-${(last += 1)}`;

  /** @type {(shape: FormShape, ctx: FormContext) => [string, string, string][]} values, words, notes to choose from */
  function choicesOf(shape, ctx) {
    if (shape.type === "choice") return (shape.choices || []).map(([value, words]) => [value, words, ""]);
    const vocabulary = ctx.terms.vocabularies[shape.vocabulary || ""];
    return vocabulary ? vocabulary.terms.map(([, label, note]) => [label, label, note]) : [];
  }

  /** @type {(shape: FormShape, ctx: FormContext) => boolean} */
  const isShortChoice = (shape, ctx) => ["choice", "term"].includes(shape.type) && choicesOf(shape, ctx).length <= FEW;

  /** @type {(value: any) => string} an example as people would write it */
  function exampleWords(value) {
    if (Array.isArray(value)) return value.map(exampleWords).join(value.some((item) => typeof item === "object") ? "; " : ", ");
    if (typeof value === "boolean") return value ? "да" : "нет";
    return value !== null && typeof value === "object" ? Object.values(value).map(exampleWords).join(", ") : String(value ?? "");
  }

  /** @type {(shape: FormShape) => boolean} */
  const isOrganisation = (shape) => shape.type === "organisation" || Boolean(shape.item && shape.item.type === "organisation");

  /** @type {(field: FormField) => string} the help without «none – никого» and bare values: the choices stand there in words already */
  function plainHelp({ help, shape }) {
    const choices = (shape.item || shape).choices || [];
    const left = choices.reduce((text, [value, words]) => text.replace(new RegExp(`(?:^|[;,] )${value} – ${words}(?=[;,.])`), ""), help);
    const bare = left.split(/, | или |\./).every((word) => !word || choices.some(([value]) => value === word));
    return choices.length && bare ? "" : left;
  }

  /** @type {(field: FormField, id: string) => HTMLElement} */
  function helpOf(field, id) {
    if (isOrganisation(field.shape)) return el("div.k-help", { id }, "Начните писать название и выберите из списка. Если организации там нет, впишите её название.");
    const isChosen = ["part", "truth", "choice", "term"].includes(field.shape.type) || (field.shape.item || field.shape).type === "choice";
    const example = field.example === null || isChosen ? "" : exampleWords(field.example);
    const long = example.length > 90;
    return el("div.k-help", { id }, el("span", {}, plainHelp(field)), Boolean(example) && !long && el("span.k-help__eg", {}, ` Например: ${example}`), long && el("span.k-help__eg", {}, el("span", {}, ` Например: «${example}»`)));
  }

  /** @type {(field: FormField) => any} */
  const requiredMark = (field) => field.required && el("span.k-req", {}, "обязательно");

  /**
   * The frame of a field: name, help, control, message, in this order.
   * @param {FormContext} ctx
   * @param {FormField} field
   * @param {FormAt} at
   * @param {(facts: {id: string, described: string}) => HTMLElement} draw makes the control
   * @param {boolean} grouped whether the control is several, under a legend
   */
  function frame(ctx, field, at, draw, grouped = false) {
    const id = newId();
    const message = el("p.k-msg", { id: id + "-m", hidden: true });
    const control = draw({ id, described: `${id}-h ${id}-m` });
    const words = [field.label + " ", requiredMark(field)];
    const help = helpOf(field, id + "-h");
    const box = grouped ? el("fieldset.k-field", { "aria-describedby": `${id}-h ${id}-m` }, el("legend", {}, ...words), help, control, message) : el("div.k-field", {}, el("label", { for: id }, ...words), help, control, message);
    ctx.watch({ at, box, message, field, id });
    return box;
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawLine(ctx, field, at) {
    const { shape } = field;
    return frame(ctx, field, at, ({ id, described }) => {
      const long = shape.type === "text" && (shape.max_length || 0) >= LONG;
      const numeric = shape.type === "integer" || shape.type === "number";
      const input = el(long ? "textarea.k-input" : "input.k-input", { id, "aria-describedby": described, "aria-required": field.required, rows: long ? ((shape.max_length || 0) > LONG ? 4 : 2) : null, inputmode: numeric ? "decimal" : null, autocomplete: "off", placeholder: shape.type === "date" ? "2024-09-01" : null });
      input.value = at.get() ?? "";
      input.addEventListener("input", () => at.set(form.text(input.value)));
      return shape.type === "address" ? withFile(ctx, at, input) : input;
    });
  }

  /** @type {(ctx: FormContext, at: FormAt, input: HTMLInputElement) => HTMLElement} an address that may be a file of the author's */
  function withFile(ctx, at, input) {
    const button = el("button.k-btn", { type: "button" }, icon("file"), "Приложить файл");
    button.addEventListener("click", async () => {
      const name = await ctx.attach();
      if (!name) return;
      input.value = name;
      at.set(name);
    });
    return el("div.k-withfile", {}, input, button);
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawSelect(ctx, field, at) {
    return frame(ctx, field, at, ({ id, described }) => {
      const choices = choicesOf(field.shape, ctx);
      const select = el("select.k-select", { id, "aria-describedby": described }, el("option", { value: "" }, "– не выбрано –"), ...choices.map(([value, words]) => el("option", { value }, words)));
      const term = field.shape.type === "term" ? form.findTerm(ctx.terms.vocabularies[field.shape.vocabulary || ""], at.get() || "") : undefined;
      const value = term ? term[1] : at.get() || "";
      if (value && !choices.some((choice) => choice[0] === value)) select.append(el("option", { value }, value));
      select.value = value;
      select.addEventListener("change", () => at.set(select.value || undefined));
      return select;
    });
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawChecks(ctx, field, at) {
    const item = /** @type {FormShape} */ (field.shape.item);
    const known = (written) => (item.type === "term" ? (form.findTerm(ctx.terms.vocabularies[item.vocabulary || ""], written) || [])[1] : written) || written;
    return frame(ctx, field, at, () => {
      const choices = choicesOf(item, ctx);
      const chosen = () => (at.get() || field.usual || []).map(known);
      const strange = chosen().filter((value) => !choices.some((choice) => choice[0] === value)).map((value) => [value, value, ""]);
      const boxes = [...choices, ...strange].map(([value, words, note]) => {
        const box = el("input", { type: "checkbox", value });
        box.checked = chosen().includes(value);
        box.addEventListener("change", () => {
          const others = chosen().filter((other) => other !== value);
          const next = box.checked ? [...others, value] : others;
          at.set(next.length || !field.usual ? next : undefined);
        });
        return el("label.k-check", {}, box, el("span", {}, words, Boolean(note) && el("span.k-check__note", {}, note)));
      });
      return el("div.k-opts", {}, ...boxes);
    }, true);
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} */
  function drawTruth(ctx, field, at) {
    const id = newId();
    const message = el("p.k-msg", { id: id + "-m", hidden: true });
    const box = el("input", { type: "checkbox", id });
    box.checked = at.get() === true;
    box.addEventListener("change", () => at.set(box.checked ? true : undefined));
    const whole = el("div.k-field", {}, el("label.k-check", {}, box, el("span", {}, field.label)), message);
    ctx.watch({ at, box: whole, message, field, id });
    return whole;
  }

  /** @type {(words: string) => string} the id of a record from the address of its page, which is what an author can copy */
  const idOf = (words) => (words.includes("/") ? words.replace(/[?#].*$/, "").replace(/\/(?:index\.html)?$/, "").replace(/^.*\//, "") : words);

  /** @type {(ctx: FormContext, field: FormField, at: FormAt) => HTMLElement} words through commas, or one on each line */
  function drawWords(ctx, field, at) {
    const item = /** @type {FormShape} */ (field.shape.item);
    const short = (item.max_length || LONG) <= SHORT_ITEM;
    const [glue, cut] = short ? [", ", /[,;\n]/] : ["\n", /\n/];
    const hint = short ? "Через запятую." : "Каждое с новой строки.";
    const records = item.type === "record";
    const help = records ? "Откройте такую запись в банке, скопируйте адрес её страницы и вставьте сюда." : field.help;
    /** @type {(words: string) => string} */
    const taken = (words) => (records ? idOf(words.trim()) : words.trim());
    return frame(ctx, { ...field, help: `${help} ${hint}` }, at, ({ id, described }) => {
      const input = el(short ? "input.k-input" : "textarea.k-input", { id, "aria-describedby": described, rows: short ? null : 4, autocomplete: "off" });
      input.value = (at.get() || []).map((words) => words.replace(/\n/g, " ")).join(glue);
      input.addEventListener("input", () => at.set(form.text(input.value).split(cut).map(taken).filter(Boolean)));
      return input;
    });
  }

  Object.assign(form, { choicesOf, drawChecks, drawLine, drawSelect, drawTruth, drawWords, exampleWords, frame, isShortChoice, newId });
})();
