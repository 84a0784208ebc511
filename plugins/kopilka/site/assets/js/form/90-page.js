/** The page of a form: one section at a time, messages as one types, the draft kept in this browser. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;
  const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-form-page]"));
  const tools = /** @type {HTMLElement | null} */ (document.querySelector("[data-form-tools]"));
  if (!root || !tools) return;
  const PAUSE = 300;
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const narrow = window.matchMedia("(max-width: 59.9em)");

  /** @type {any} */
  const page = { files: [], troubles: [], wide: !narrow.matches, previewOpen: false, withheld: false, touched: new Set(), apart: new Set(), withdrawn: new Map(), all: false };
  /** @type {FormWatched[]} */
  let watched = [];
  let timer = 0;
  /** @type {any} */
  let drafts;
  /** @type {any} */
  let aside;
  /** @type {any} */
  let files;
  const parts = { nav: el("nav.k-form__nav", { "aria-label": "Разделы формы" }), main: el("form.k-form__main", { novalidate: true, onsubmit: (event) => event.preventDefault() }), ready: el("section.k-sec.k-form__ready"), preview: el("section.k-sec", {}), bar: el("div.k-bar.k-bar--form"), kept: el("span.k-small.k-dim", { role: "status" }), told: el("div", { role: "status" }) };

  /* ---- what the draft says ---- */

  function weigh() {
    page.draft = drafts.drafts.now;
    page.record = form.recordOf(page.described, page.draft, today());
    const body = form.joinBody(page.described, page.draft.texts, page.files);
    page.shown = form.picturesShown(page.described, page.record, body, page.terms);
    page.troubles = [...form.check(page.described, page.record, page.terms), ...form.checkTexts(page.described, page.record, page.draft.texts, page.terms), ...form.checkPictures(page.described, page.record, body, page.terms, today())];
    page.ready = form.readiness(page.described, page.record, page.draft.texts);
    page.withheld = page.described.fields.some((field) => form.anyWithheld(field.shape, page.draft.values[field.key]));
  }

  /** @type {() => void} what was typed is taken, told of and kept */
  function changed() {
    refresh();
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, PAUSE);
  }

  function keep() {
    window.clearTimeout(timer);
    timer = 0;
    files.keep();
    drafts.keep();
    tellKept();
  }

  function tellKept() {
    const { state, at } = drafts.drafts;
    const time = at && new Date(at).toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
    const words = { full: "В браузере кончилось место: черновик не сохранён. Сохраните файл.", kept: time ? `Черновик сохранён в этом браузере в ${time}` : "Черновик хранится только в этом браузере", off: "Этот браузер ничего не хранит: сохраните файл, прежде чем закрыть страницу." };
    parts.kept.replaceChildren(icon(state === "kept" ? "save" : "warning"), " " + words[state]);
  }

  function tellFiles() {
    if (page.filesNote) page.filesNote.textContent = files.words();
  }

  function showMessages() {
    watched.forEach((one) => (one.met = one.met || one.box.isConnected));
    watched = watched.filter((one) => one.box.isConnected || !one.met);
    form.showMessages(page, watched);
  }

  function refresh() {
    weigh();
    showMessages();
    if (page.volume) page.volume.textContent = form.volumeOf(page.described, page.draft.texts, page.terms.gates);
    parts.nav.replaceChildren(form.drawNav(page, page.current));
    parts.ready.replaceChildren(...form.drawReady(page, page.go));
    parts.preview.replaceChildren(el("h2", {}, "Так увидят коллеги"), el("div.k-preview", { "data-kind": page.described.kind }, ...form.drawPreview(page)));
    drawBar();
  }

  function drawBar() {
    const next = nextGroup();
    const forward = next ? el("a.k-btn.k-btn--main", { href: "#" + next.slug }, "Дальше") : el("span");
    parts.bar.replaceChildren(el("span", {}, "Готово на ", el("b", {}, `${page.ready.percent}\u00a0%`)), el("button.k-btn", { type: "button", onclick: () => parts.preview.scrollIntoView({ block: "start" }) }, "Предпросмотр"), forward);
  }

  /* ---- sections ---- */

  const nextGroup = () => page.groups[page.groups.findIndex((group) => group.slug === page.current) + 1];

  /** @type {FormContext} */
  const ctx = {
    get terms() {
      return page.terms;
    },
    attach,
    refresh: () => page.record && refresh(),
    watch(one) {
      watched.push(one);
      const touch = () => {
        page.touched.add(one.id);
      };
      one.box.addEventListener("input", touch, true);
      one.box.addEventListener("change", touch, true);
      one.box.addEventListener("focusout", (event) => {
        if (event.target instanceof HTMLElement && event.target.id !== one.id) return;
        touch();
        showMessages();
      });
    },
  };

  async function attach() {
    const [file] = await form.choose(false, "");
    if (!file) return "";
    try {
      const taken = await form.take(file, page);
      page.files.push(taken.picture ? { ...taken, section: null } : taken);
      keep();
      tell(`Файл ${taken.name} приложен.`);
      return taken.name;
    } catch (error) {
      tell(/** @type {Error} */ (error).message);
      return "";
    }
  }

  /** @type {(field: FormField) => FormAt} */
  const topAt = (field) => ({
    get: () => drafts.drafts.now.values[field.key],
    set: (value) => {
      if (value === undefined) delete drafts.drafts.now.values[field.key];
      else drafts.drafts.now.values[field.key] = value;
      changed();
    },
    path: () => [field.key],
  });

  /** @type {(title: string, label: string, help: string, required: boolean) => HTMLElement} */
  function drawTextSection(title, label, help, required) {
    const id = form.newId();
    const area = el("textarea.k-input", { id, rows: 8, "aria-describedby": `${id}-h ${id}-m`, "data-text": title });
    const message = el("p.k-msg", { id: id + "-m", hidden: true });
    area.value = drafts.drafts.now.texts[title] || "";
    area.addEventListener("input", () => {
      drafts.drafts.now.texts[title] = form.text(area.value);
      changed();
    });
    const box = el("div.k-field", {}, el("label", { for: id }, label + " ", required && el("span.k-req", {}, "желательно")), el("p.k-help", { id: id + "-h" }, help), area, message);
    ctx.watch({ at: { path: () => ["## " + title], get: () => area.value, set: () => {} }, box, message, id });
    return box;
  }

  /** @type {() => HTMLElement[]} */
  function drawTexts() {
    const { texts, bodyTitle } = page.described;
    const help = el("p.k-help", {}, "Пустая строка начинает новый абзац, «- » в начале строки – список, **две звёздочки** – выделение.");
    const before = drafts.drafts.now.texts[""] && texts.length ? [drawTextSection("", "Перед разделами", "Этот текст стоял в файле до первого раздела.", false)] : [];
    const sections = texts.length ? texts.map((section) => drawTextSection(section.title, section.title, section.help, section.required)) : [drawTextSection("", bodyTitle, "Расскажите своими словами.", true)];
    page.volume = el("p.k-help", {});
    return [help, ...before, ...sections, page.volume];
  }

  /** @type {(field: FormField) => HTMLElement} */
  function drawOne(field) {
    const box = form.drawField(ctx, field, topAt(field));
    if (field.key === "title") form.watchTitle(box, () => drafts.drafts.now);
    return box;
  }

  /** @type {(group: any) => HTMLElement[]} */
  function drawGroup(group) {
    if (group.draw) return [group.draw(page)];
    const pictures = form.pictureField(page.described);
    const fields = group.fields.map((key) => page.described.fields.find((field) => field.key === key));
    const required = fields.filter((field) => field !== pictures).sort((a, b) => Number(b.required) - Number(a.required));
    return [...(group.text ? drawTexts() : []), ...(group.files ? [form.drawFiles(page, ctx, pictures, topAt(pictures))] : []), ...required.map(drawOne)];
  }

  function show() {
    const wanted = decodeURIComponent(window.location.hash.slice(1));
    const group = page.groups.find((item) => item.slug === wanted) || page.groups[0];
    page.current = group.slug;
    page.all = page.all || group.slug === "otpravit";
    watched = [];
    weigh();
    const number = page.groups.indexOf(group) + 1;
    const next = nextGroup();
    const heading = el("h2", { id: "razdel", tabindex: "-1" }, `${number}. ${group.title}`);
    const forward = next && el("a.k-btn.k-btn--main", { href: "#" + next.slug }, `Дальше: ${next.title.toLowerCase()}`);
    parts.main.replaceChildren(el("section.k-sec", { "aria-labelledby": "razdel" }, heading, ...drawGroup(group), el("div.k-form__next", {}, forward || null, parts.kept)));
    refresh();
    return heading;
  }

  /** @type {(key: string, path?: (string | number)[]) => void} opens the section of a field and puts the cursor there */
  page.go = (key, path = [key]) => {
    const text = key.startsWith("## ");
    const group = page.groups.find((item) => (text ? item.text : item.fields && item.fields.includes(key))) || page.groups[0];
    window.history.pushState(null, "", "#" + group.slug);
    show();
    const wanted = path.join(".");
    const found = watched.find((one) => (one.at.path() || []).join(".") === wanted) || watched.find((one) => (one.at.path() || []).join(".") === key);
    const title = key === "## …" ? "" : key.slice(3);
    const control = text ? kopilka.all("[data-text]", parts.main).find((area) => area.dataset.text === title) : found && (document.getElementById(found.id) || found.box.querySelector("input, textarea, select, button"));
    if (control) control.focus();
  };

  page.refresh = () => page.record && refresh();

  /* ---- opening, beginning anew ---- */

  /** @type {(words: string, ...more: Node[]) => void} */
  const tell = (words, ...more) => parts.told.replaceChildren(el("div.k-note", {}, icon("info"), el("p", {}, words + " ", ...more)));

  async function open() {
    const [file] = await form.choose(false, ".md,.zip");
    if (!file) return;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
      const { record, files: packed } = zipped ? form.unpack(bytes) : { record: form.decode(bytes), files: [] };
      const { data, body } = form.readRecord(record);
      const name = file.name.replace(/(?: \(\d+\))?\.(?:md|zip)$/i, "");
      const { values, extra } = form.draftOf(page.described, data);
      turn(() => drafts.change(form.cleanDraft(page.described, { values, extra, texts: form.splitBody(page.described, body), name })), packed);
      page.all = true;
      const odd = Object.keys(extra).filter((key) => page.described.fields.some((field) => field.key === key));
      tell(`Открыт файл ${file.name}.` + (odd.length ? ` Эти поля записаны так, что форма их не показывает, но сохранит как есть: ${odd.join(", ")}.` : ""));
      show();
    } catch (error) {
      tell(`Файл ${file.name} не открылся. ${/** @type {Error} */ (error).message}`);
    }
  }

  /** @type {(change: () => void, own?: FormFile[]) => void} another draft is written now; files stay with their draft */
  function turn(change, own) {
    keep();
    change();
    files.turn(own);
    keep();
    page.apart.clear();
    page.withdrawn.clear();
    aside.draw();
  }

  function begin() {
    const isKept = !form.isEmptyDraft(drafts.drafts.now);
    turn(() => drafts.change());
    page.all = false;
    const undo = el("button.k-linkbtn", { type: "button" }, "Вернуть");
    undo.addEventListener("click", () => {
      turn(() => drafts.takeBack(0));
      tell("Черновик снова здесь.");
      show();
    });
    tell(isKept ? "Начат новый черновик, прежний отложен." : "Начат новый черновик.", ...(isKept ? [undo] : []));
    show();
  }

  /** @type {(number: number, name: string) => void} */
  function openAside(number, name) {
    const isKept = !form.isEmptyDraft(drafts.drafts.now);
    turn(() => drafts.takeBack(number));
    tell(`Открыт черновик «${name}»` + (isKept ? ", прежний отложен." : "."));
    tellKept();
    show().focus();
  }

  function drawTools() {
    if (!tools) return;
    const anew = el("button.k-btn", { type: "button", "data-form-new": true, onclick: begin }, icon("reset"), "Начать заново");
    aside = form.drawAside(drafts, { open: openAside, told: (words) => (keep(), tell(words)), home: () => anew });
    tools.replaceChildren(aside.toggle, el("button.k-btn", { type: "button", "data-form-open": true, onclick: open }, icon("file-open"), "Открыть сохранённый файл"), anew);
    tools.hidden = false;
  }

  async function start() {
    const kind = root?.dataset.kind || "";
    [page.described, page.terms] = await Promise.all([kopilka.data("forms-" + kind), kopilka.data("forms-terms")]);
    drafts = form.openDrafts(page.described);
    Object.assign(page, { changed, keep, tellFiles });
    files = form.openFiles(kind, page, drafts, { told: tellFiles, came: () => (page.groups.some((group) => group.files && group.slug === page.current) ? show() : refresh()) });
    files.turn();
    page.groups = [...page.described.groups, { slug: "otpravit", title: "Проверить и отправить", draw: form.drawFinish, words: () => "" }];
    drawTools();
    root?.replaceChildren(aside.panel, parts.told, el("div.k-form", {}, parts.nav, parts.main, el("aside.k-form__side", { "aria-label": "Готовность и предпросмотр" }, parts.ready, parts.preview)), parts.bar);
    show();
    tellKept();
    window.addEventListener("hashchange", () => show().focus());
    window.addEventListener("pagehide", () => timer && keep());
  }

  start().catch((error) => root.replaceChildren(el("div.k-note.k-note--warn", { role: "alert" }, icon("warning"), el("p", {}, "Форма не открылась. " + (error instanceof Error ? error.message : "")))));
})();
