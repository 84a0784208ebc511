/** A line that finds words of a vocabulary, organisations and records as one types; what is chosen stands above it. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;
  const SHOWN = 12;

  /** @typedef {{value: string, words: string, note: string, names: string}} Option */

  /** @type {(shape: FormShape, ctx: FormContext) => Option[]} */
  function optionsOf(shape, ctx) {
    if (shape.type === "organisation") return ctx.terms.organisations.map(([id, short, name]) => ({ value: id, words: short, note: name === short ? "" : name, names: form.fold(`${short} ${name} ${id}`) }));
    const vocabulary = ctx.terms.vocabularies[shape.vocabulary || ""];
    const terms = vocabulary ? vocabulary.terms : [];
    return terms.map(([id, label, note, short, ...synonyms]) => ({ value: label, words: label, note, names: form.fold([label, note, short, id, ...synonyms].join(" ")) }));
  }

  /** @type {(options: Option[], typed: string, shape: FormShape, ctx: FormContext) => Option[]} */
  function found(options, typed, shape, ctx) {
    const words = form.fold(typed).split(" ").filter(Boolean);
    const fitting = options.filter((option) => words.every((word) => option.names.includes(word)));
    if (fitting.length || !words.length || shape.type !== "term") return fitting.slice(0, words.length ? SHOWN : 60);
    const vocabulary = ctx.terms.vocabularies[shape.vocabulary || ""];
    const near = form.suggest(typed, vocabulary ? vocabulary.terms.flatMap(([, label, , , ...synonyms]) => [label, ...synonyms]) : [], ctx.terms);
    const term = near && form.findTerm(vocabulary, near);
    return term ? options.filter((option) => option.value === term[1]) : [];
  }

  /**
   * @typedef {{ctx: FormContext, at: FormAt, many: boolean, shape: FormShape, options: Option[], free: boolean, id: string,
   *   chips: HTMLElement, list: HTMLElement, said: HTMLElement, input: HTMLInputElement, shown: Option[], active: number}} Combo
   */

  /** @type {(combo: Combo) => string[]} */
  const chosen = ({ at, many }) => (many ? at.get() || [] : at.get() ? [at.get()] : []);

  /** @type {(combo: Combo) => void} */
  function drawChips(combo) {
    const wordsOf = (value) => (combo.options.find((option) => option.value === value) || { words: value }).words;
    const chips = chosen(combo).map((value) => el("button.k-chip", { type: "button", "aria-label": "Убрать: " + wordsOf(value), onclick: () => drop(combo, value) }, wordsOf(value), icon("close")));
    combo.chips.replaceChildren(...chips);
  }

  /** @type {(combo: Combo, value: string) => void} */
  function drop(combo, value) {
    combo.at.set(combo.many ? chosen(combo).filter((other) => other !== value) : undefined);
    drawChips(combo);
    combo.input.focus();
  }

  /** @type {(combo: Combo, value: string) => void} */
  function take(combo, value) {
    combo.at.set(combo.many ? [...chosen(combo).filter((other) => other !== value), value] : value);
    combo.input.value = "";
    close(combo);
    drawChips(combo);
    tell(combo, "");
  }

  /** @type {(combo: Combo) => void} */
  function close(combo) {
    combo.list.hidden = true;
    combo.active = -1;
    combo.input.setAttribute("aria-expanded", "false");
    combo.input.removeAttribute("aria-activedescendant");
  }

  /** @type {(combo: Combo, words: string) => void} */
  function tell({ said }, words) {
    said.hidden = !words;
    said.replaceChildren(...(words ? [icon("info"), el("span", {}, words)] : []));
  }

  /** @type {(combo: Combo) => void} */
  function open(combo) {
    const { input, list, options, shape, ctx, id } = combo;
    combo.shown = found(options.filter((option) => !chosen(combo).includes(option.value)), input.value, shape, ctx);
    combo.active = -1;
    const stay = (event) => event.preventDefault();
    list.replaceChildren(...combo.shown.map((option, i) => el("li", { role: "option", id: `${id}-o${i}`, "aria-selected": "false", onmousedown: stay, onclick: () => take(combo, option.value) }, option.words, Boolean(option.note) && el("span", {}, option.note))));
    list.hidden = !combo.shown.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    tell(combo, unknownWords(combo));
  }

  /** @type {(combo: Combo) => string} what to say of a word that is not in the list */
  function unknownWords({ input, shown, free }) {
    const typed = input.value.trim();
    const known = !typed || shown.some((option) => form.fold(typed).split(" ").every((word) => option.names.includes(word)));
    if (known) return "";
    if (free) return "В списке этого нет. Нажмите Enter, чтобы оставить как написано: методист поправит.";
    return `Слова «${typed}» в словаре нет.` + (shown.length ? ` Возможно, «${shown[0].words}»?` : " Попробуйте другое.");
  }

  /** @type {(combo: Combo, step: number) => void} */
  function move(combo, step) {
    if (combo.list.hidden) open(combo);
    if (!combo.shown.length) return;
    const from = combo.active < 0 && step < 0 ? 0 : combo.active;
    combo.active = (from + step + combo.shown.length) % combo.shown.length;
    kopilka.all("[role=option]", combo.list).forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === combo.active));
      if (i === combo.active) item.scrollIntoView({ block: "nearest" });
    });
    combo.input.setAttribute("aria-activedescendant", `${combo.id}-o${combo.active}`);
  }

  /** @type {(combo: Combo) => void} */
  function enter(combo) {
    const typed = combo.input.value.trim();
    if (combo.active >= 0) take(combo, combo.shown[combo.active].value);
    else if (typed && combo.shown.length) take(combo, combo.shown[0].value);
    else if (typed && combo.free) take(combo, form.text(typed));
  }

  /** @type {(combo: Combo) => void} */
  function listen(combo) {
    const { input } = combo;
    input.addEventListener("input", () => open(combo));
    input.addEventListener("click", () => open(combo));
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") move(combo, event.key === "ArrowDown" ? 1 : -1);
      else if (event.key === "Enter") enter(combo);
      else if (event.key === "Escape" && !combo.list.hidden) close(combo);
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", () => {
      if (combo.free && input.value.trim()) take(combo, form.text(input.value).trim());
      close(combo);
    });
  }

  /** @type {(ctx: FormContext, field: FormField, at: FormAt, many: boolean) => HTMLElement} */
  function drawCombo(ctx, field, at, many) {
    const shape = many ? /** @type {FormShape} */ (field.shape.item) : field.shape;
    return form.frame(ctx, field, at, ({ id, described }) => {
      const list = el("ul", { id: id + "-l", role: "listbox", "aria-label": field.label, hidden: true });
      const input = el("input.k-input", { id, role: "combobox", "aria-expanded": "false", "aria-controls": id + "-l", "aria-autocomplete": "list", "aria-describedby": described, autocomplete: "off" });
      const said = el("p.k-msg", { role: "status", hidden: true });
      const combo = { ctx, at, many, shape, options: optionsOf(shape, ctx), free: shape.type !== "term", id, chips: el("span.k-chips"), list, said, input, shown: [], active: -1 };
      listen(combo);
      drawChips(combo);
      return el("div.k-combo", {}, combo.chips, input, list, said);
    });
  }

  Object.assign(form, { drawCombo });
})();
