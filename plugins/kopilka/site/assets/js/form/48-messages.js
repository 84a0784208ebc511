/** What is wrong with a field, said under it: when the author has been there, or at once where the page says so. */
(function () {
  "use strict";

  const { el, form, icon } = window.kopilka;
  /** @type {Record<string, string>} */
  const LOUDNESS = { error: "Ошибка", warning: "Замечание", advice: "Совет" };

  /** @type {(words: string) => string} without the names that fields and values have in a file: an author sees none of them */
  const spoken = (words) => words.replace(/ \([a-z_]+(?:(?:, | и )[a-z_]+)*\)| – [a-z]+(?=[,.;]|$)/g, "");

  /** @type {(page: any, one: FormWatched) => {kind: string, words: string} | null} */
  function messageFor(page, one) {
    const path = one.at.path();
    if (!path) return null;
    const withheld = withheldAt(one);
    if (withheld) return withheld;
    const key = path.join(".");
    const list = one.field && one.field.shape.type === "list" && one.field.shape.item && one.field.shape.item.type !== "part";
    const own = page.troubles.filter((trouble) => trouble.path.join(".") === key || (list && trouble.path.join(".").startsWith(key + ".")));
    const found = own.find((trouble) => trouble.code && trouble.severity === "error") || own[0]; // what must not be published at all comes first
    if (!found || !(page.all || page.touched.has(one.id))) return null;
    const words = found.path.length > path.length ? found.message : found.short;
    const loud = found.severity || "error";
    return { kind: loud === "error" ? "bad" : "warn", words: spoken(`${LOUDNESS[loud]}: ${words}. ${found.hint}`.trim()) };
  }

  /** @type {(one: FormWatched) => {kind: string, words: string} | null} */
  function withheldAt(one) {
    if (!one.at.owner || !one.field) return null;
    const { shape, get } = one.at.owner;
    if (!form.withheldIn(shape, get() || {}).includes(one.field.key)) return null;
    return { kind: "warn", words: "В файл это не попадёт, пока нет согласия: отметьте его ниже и впишите дату и документ. Должность останется." };
  }

  /** @type {(page: any, watched: FormWatched[]) => void} draws the messages of fields that stand on the page */
  function showMessages(page, watched) {
    watched.forEach((one) => {
      const message = messageFor(page, one);
      const control = document.getElementById(one.id);
      one.box.classList.toggle("is-bad", Boolean(message && message.kind === "bad"));
      one.box.classList.toggle("is-warn", Boolean(message && message.kind === "warn"));
      if (control && /^(?:INPUT|TEXTAREA|SELECT)$/.test(control.tagName)) control.setAttribute("aria-invalid", String(Boolean(message && message.kind === "bad")));
      const words = message ? message.words : "";
      if (one.message.textContent === words) return;
      one.message.hidden = !words;
      one.message.className = "k-msg" + (message ? ` k-msg--${message.kind}` : "");
      one.message.replaceChildren(...(message ? [icon(message.kind === "bad" ? "error" : "warning"), el("span", {}, words)] : []));
    });
  }

  Object.assign(form, { showMessages, spoken });
})();
