/** What stands beside the form: the sections with their state, the readiness, how colleagues will see it. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;
  /** @type {[string, string, string]} */
  const REMARKS = ["замечание", "замечания", "замечаний"];
  const MOST = 4;

  /** @typedef {{slug: string, title: string, kind: "ok" | "bad" | "no", words: string}} State */

  /** @type {(number: number, group: FormGroup, page: any) => State} */
  function stateOf(number, group, page) {
    const { described, record, draft, troubles } = page;
    const fields = described.fields.filter((field) => group.fields.includes(field.key));
    const texts = group.text ? Object.values(draft.texts).some((text) => String(text).trim()) : false;
    const filled = texts || (group.files && page.files.length > 0) || fields.some((field) => form.isFilled(field.shape, record[field.key]));
    const count = troubles.filter(({ path: [first] }) => group.fields.includes(first) || (group.text && String(first).startsWith("## "))).length + (group.files ? form.namelessIn(page).length : 0);
    const needed = fields.some((field) => field.required) || (group.text && described.texts.some((section) => section.required));
    const base = { slug: group.slug, title: `${number}. ${group.title}` };
    if (!filled) return { ...base, kind: "no", words: needed ? "не начато" : "необязательно" };
    return count ? { ...base, kind: "bad", words: kopilka.count(count, REMARKS) } : { ...base, kind: "ok", words: "готово" };
  }

  const ICONS = { bad: "error", no: "circle", ok: "check-circle" };

  /** @type {(page: any, current: string) => HTMLElement} */
  function drawNav(page, current) {
    const states = page.groups.map((group, i) => (group.fields ? stateOf(i + 1, group, page) : { slug: group.slug, title: `${i + 1}. ${group.title}`, kind: "no", words: group.words(page) }));
    const at = states.findIndex((state) => state.slug === current);
    const items = states.map((state) =>
      el("li", { class: `is-${state.kind}` + (state.slug === current ? " is-cur" : "") }, el("a", { href: "#" + state.slug, "aria-current": state.slug === current ? "step" : null }, el("b", {}, state.title), Boolean(state.words) && el("span", {}, icon(ICONS[state.kind]), state.words)))
    );
    const summary = el("summary", {}, `Раздел ${at + 1} из ${states.length}: ${page.groups[at].title.toLowerCase()}`);
    return el("details", { open: page.wide }, summary, el("ol", {}, ...items));
  }

  /** @type {(page: any, go: (field: string) => void) => HTMLElement[]} */
  function drawReady(page, go) {
    const { percent, missing } = page.ready;
    const bar = el("i");
    bar.style.width = percent + "%";
    const items = missing.slice(0, MOST).map((item) => el("li", {}, el("button.k-linkbtn", { type: "button", onclick: () => go(item.field) }, item.label), el("span", {}, `+${item.gain}\u00a0%`)));
    return [el("h2", {}, `Готово на ${percent}\u00a0%`), el("div.k-term__bar.k-gap-s", { "aria-hidden": "true" }, bar), ...(items.length ? [el("p.k-small", {}, "Что добавит больше всего:"), el("ol.k-todo", {}, ...items)] : [el("p.k-small", {}, "Заполнено всё.")])];
  }

  /* ---- the preview: a small part of Markdown, made of elements ---- */

  /** @type {(text: string) => (Node | string)[]} */
  function inline(text) {
    return text.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).map((part) => {
      if (/^\*\*[^*]+\*\*$/.test(part)) return el("strong", {}, part.slice(2, -2));
      return /^\*[^*]+\*$/.test(part) ? el("em", {}, part.slice(1, -1)) : part.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1");
    });
  }

  /** @type {(text: string) => HTMLElement[]} */
  function drawText(text) {
    return text.split(/\n\s*\n/).filter((block) => block.trim()).map((block) => {
      const lines = block.trim().split("\n");
      const list = /^\s*(?:[-*+]|\d+[.)])\s+/;
      if (lines.every((line) => list.test(line))) return el(/^\s*\d/.test(lines[0]) ? "ol" : "ul", {}, ...lines.map((line) => el("li", {}, ...inline(line.replace(list, "")))));
      const heading = /^#{1,6}\s+(.*)$/.exec(lines[0]);
      return heading && lines.length === 1 ? el("p", {}, el("b", {}, heading[1])) : el("p", {}, ...inline(lines.join(" ")));
    });
  }

  /** @type {(value: any) => string[]} an opened file may hold anything in place of a list */
  const listed = (value) => (Array.isArray(value) ? value.map(String) : []);

  /** @type {(page: any) => HTMLElement[]} */
  function drawPreview(page) {
    const { described, record, terms, draft } = page;
    const names = new Map(terms.organisations.map(([id, short]) => [id, short]));
    const by = listed(record.organisations).map((id) => names.get(id) || id).join(", ");
    const facts = described.fields
      .filter((field) => field.shape.type === "list" && field.shape.item && field.shape.item.type === "term" && form.isFilled(field.shape, record[field.key]))
      .slice(0, 4)
      .map((field) => el("p.k-small.k-dim", {}, `${field.label}: ${listed(record[field.key]).join(", ")}`));
    const sections = described.texts.length ? described.texts.map((section) => [section.title, draft.texts[section.title] || ""]) : [[described.bodyTitle, draft.texts[""] || ""]];
    const whole = sections.filter(([, text]) => text.trim()).flatMap(([title, text]) => [el("h4", {}, title), ...drawText(text)]);
    return [
      el("p.k-card__top", {}, el("span.k-kind", { "data-kind": described.kind }, icon(described.icon), described.label), el("span.k-tag", {}, "черновик")),
      el("h3", {}, String(record.title || "Название появится здесь")),
      Boolean(by) && el("p.k-card__by", {}, by),
      el("p.k-card__text", {}, String(record.summary || "") || "Здесь будет аннотация: её первой увидят в каталоге и в поиске."),
      ...facts,
      whole.length > 0 && el("details.k-preview__all", { open: page.previewOpen, ontoggle: (event) => (page.previewOpen = event.target.open) }, el("summary", {}, "Вся страница"), ...whole),
    ].filter(Boolean);
  }

  /* ---- the volume of the texts ---- */

  const WORDS = ["слово", "слова", "слов"];
  const CHARACTERS = ["знак", "знака", "знаков"];
  const PAGES = ["страницы", "страниц", "страниц"];

  /** @type {(described: FormModel, texts: Record<string, string>, gates: FormGates) => string} how long the text is and how long it should be */
  function volumeOf(described, texts, gates) {
    const body = form.joinBody(described, texts);
    const words = body.split(/\s+/).filter(Boolean).length;
    const length = Array.from(body).length;
    const now = `Сейчас ${kopilka.count(words, WORDS)}, ${kopilka.count(length, CHARACTERS)}: около ${kopilka.count(Math.max(Math.round(length / gates.sizes.page), 1), PAGES)}.`;
    if (!described.texts.length) return words ? now : "";
    const [least, most] = gates.volume;
    if (words < gates.words) return `${now} Чтобы коллега мог повторить, нужно хотя бы ${kopilka.count(gates.words, WORDS)}.`;
    if (length >= least && length <= most) return `${now} Для статьи сборника – в самый раз.`;
    return `${now} Для статьи сборника нужно от ${kopilka.count(least, CHARACTERS)} до ${kopilka.count(most, CHARACTERS)}; для сайта объём не важен.`;
  }

  Object.assign(form, { drawNav, drawPreview, drawReady, volumeOf });
})();
