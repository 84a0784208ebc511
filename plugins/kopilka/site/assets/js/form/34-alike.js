/**
 * «Похожее в банке уже есть»: records with nearly the same title, asked of the site's own search once the title is written.
 *
 * Titles are compared as catalog/rules/similar_titles.py compares them, only less strictly: an author is shown, not told off.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form } = kopilka;
  const LITTLE = new Set("и в во на с со к ко о об от до из за по для при под над не как или а но что у".split(" "));
  const [SHORT, LONG, ENDING] = [4, 6, 2];
  const LEAST = 2;
  const SHARE = 0.6;
  const LOOKED = 12;
  const SHOWN = 3;

  /** @type {(word: string) => string} */
  const stem = (word) => word.slice(0, Math.max(SHORT, Math.min(LONG, word.length - ENDING)));

  /** @type {(title: string) => Set<string>} what a title says, whatever the order and the endings of its words */
  const keyOf = (title) => new Set((title.toLowerCase().replace(/ё/g, "е").match(/[\p{L}\p{N}]+/gu) || []).filter((word) => !LITTLE.has(word)).map(stem));

  /** @type {(title: string, other: string) => number} the share of the shorter title that stands in the longer one; 0 for too little */
  function likeness(title, other) {
    const [own, its] = [keyOf(title), keyOf(other)];
    const common = Array.from(own).filter((word) => its.has(word)).length;
    return common < LEAST ? 0 : common / Math.min(own.size, its.size);
  }

  /** @type {(title: string, name: string) => Promise<Card[]>} records that are called nearly so, the likest first; not the record itself */
  async function alike(title, name) {
    if (keyOf(title).size < LEAST) return [];
    const [manifest] = await Promise.all([kopilka.data("manifest"), kopilka.part("search")]);
    const answer = await kopilka.search.ask(title);
    const numbers = answer.hits.map((hit) => hit.n).filter((n) => n < manifest.records);
    const cards = await kopilka.cards(numbers.slice(0, LOOKED));
    const found = cards.filter((card) => card.id !== name && likeness(title, card.title) >= SHARE);
    return found.sort((a, b) => likeness(title, b.title) - likeness(title, a.title)).slice(0, SHOWN);
  }

  /**
   * Under the field with the title: what of the kind is there already. Asks when the field is left with another title than before.
   * @param {HTMLElement} box of the field
   * @param {() => FormDraft} draft
   */
  function watchTitle(box, draft) {
    const said = el("div.k-help", { role: "status" });
    let asked = "";
    box.append(said);
    box.addEventListener("focusout", async () => {
      const title = form.text(draft().values.title).trim();
      if (title === asked) return;
      asked = title;
      const cards = await alike(title, draft().name).catch(() => []); // without the search nothing is told here: the check will
      if (title !== asked) return;
      const links = cards.map((card) => el("li", {}, el("a", { href: kopilka.page(card.url), target: "_blank", rel: "noopener" }, card.title), card.by ? `, ${card.by}` : ""));
      said.replaceChildren(...(links.length ? [el("p", {}, "Похожее в банке уже есть. Если это ваша работа, предложите дополнить её; если другая, скажите в названии, чем она отличается:"), el("ul.k-ul", {}, ...links)] : []));
    });
  }

  Object.assign(form, { likeness, watchTitle });
})();
