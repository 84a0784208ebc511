/** The last section: what is left to put right, the file, and the ways to send it. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form, icon } = kopilka;
  const LONGEST_NAME = 60;
  const LONGEST_ADDRESS = 7000;
  const MOST = 40;

  /** @type {(page: any) => string} the name of the record's file, without its ending */
  function nameOf(page) {
    if (page.draft.name) return page.draft.name;
    return form.slugify(String(page.record.title || ""), page.terms).slice(0, LONGEST_NAME).replace(/-+$/, "") || "novaya-zapis";
  }

  /** @type {(page: any) => string} */
  function textOf(page) {
    return form.writeRecord(page.described, page.record, form.joinBody(page.described, page.draft.texts, page.files));
  }

  /** @type {(page: any) => string} saves the record; gives the name of the file */
  function save(page) {
    const name = nameOf(page);
    const text = textOf(page);
    if (!page.files.length) {
      kopilka.saveFile(name + ".md", "text/markdown;charset=utf-8", text);
      return name + ".md";
    }
    /** @type {Record<string, Uint8Array>} */
    const packed = { [name + ".md"]: new TextEncoder().encode(text) };
    page.files.forEach((file) => (packed[`${name}/${file.name}`] = file.bytes));
    kopilka.saveFile(name + ".zip", "application/zip", window.fflate.zipSync(packed, { level: 6 }));
    return name + ".zip";
  }

  /** @type {(page: any) => string} a letter to the bank, without the file, which a page cannot attach */
  function letter(page) {
    const title = page.record.title || "без названия";
    const subject = `${page.described.label}: ${title}`;
    const body = `Здравствуйте!\r\n\r\nПредлагаю в банк «${page.terms.bank}» запись «${title}».\r\nФайл записи приложен к письму.\r\n`;
    return `mailto:${encodeURIComponent(page.terms.email).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  }

  /** @type {(page: any) => {name: string, url: string, whole: boolean, ready: boolean} | null} the forge's page for a new file, with the text where it fits */
  function newFile(page) {
    /** @type {FormForge | null} */
    const forge = page.terms.forge;
    if (!forge) return null;
    const url = forge.address.replace("{folder}", encodeURI(page.described.folder)).replace("{name}", encodeURIComponent(nameOf(page) + ".md"));
    const text = encodeURIComponent(textOf(page));
    const whole = forge.text !== null && text.length < LONGEST_ADDRESS;
    return { name: forge.name, url: whole ? url + forge.text + text : url, whole, ready: forge.ready };
  }

  /** @type {(page: any) => string[]} what keeps the file from being sent as it is, beside the fields' own troubles */
  function otherTroubles(page) {
    const nameless = form.namelessIn(page).map((file) => `Картинка ${file.name}: напишите, что на ней.`);
    return [...nameless, ...(page.withheld ? ["Имена без согласия в файл не попадут: там останется только должность."] : [])];
  }

  /** @type {(page: any) => HTMLElement} */
  function drawTroubles(page) {
    const fields = page.troubles.slice(0, MOST).map((trouble) => el("li", {}, el("button.k-linkbtn", { type: "button", onclick: () => page.go(trouble.path[0], trouble.path) }, trouble.message[0].toUpperCase() + form.spoken(trouble.message.slice(1)) + (trouble.hint ? "." : "")), trouble.hint ? ` ${form.spoken(trouble.hint)}` : ""));
    const others = otherTroubles(page).map((words) => el("li", {}, words));
    if (!fields.length && !others.length) return el("p.k-msg.k-msg--ok", {}, icon("check-circle"), el("span", {}, "Проверка пройдена: всё обязательное на месте."));
    return el("div", {}, el("p", {}, "Осталось поправить. Сохранить файл можно и сейчас, а дописать потом:"), el("ul.k-ul", {}, ...fields, ...others));
  }

  /** @type {(page: any) => HTMLElement} */
  function drawFinish(page) {
    const said = el("div", { role: "status" });
    const file = () => nameOf(page) + (page.files.length ? ".zip" : ".md");
    const saveButton = el("button.k-btn.k-btn--main", { type: "button", "data-form-save": true }, icon("save"), "Сохранить файл");
    saveButton.addEventListener("click", () => {
      const name = save(page);
      const how = page.terms.email ? `Отправьте его на ${page.terms.email}` : "Передайте его методисту вашего банка";
      said.replaceChildren(el("div.k-note", {}, icon("info"), el("p", {}, `Файл ${name} – в папке загрузок. ${how}. Методист прочитает запись, проверит факты и согласия и напишет вам: опубликует, попросит дополнить или объяснит отказ. Править можно и дальше: нажмите «Открыть сохранённый файл».`)));
    });
    const ways = [saveButton];
    if (page.terms.email) ways.push(el("a.k-btn", { href: letter(page), "data-form-mail": true }, icon("link"), "Отправить письмом"));
    const forge = newFile(page);
    if (forge) ways.push(el("a.k-btn", { href: forge.url, target: "_blank", rel: "noopener", "data-form-forge": true, onclick: () => copyFor(page, forge, said) }, icon("link"), `Открыть на ${forge.name}`));
    return el("div.k-finish", {}, drawTroubles(page), el("p", {}, "Файл будет называться ", el("b", {}, file()), "."), el("div.k-btns", {}, ...ways), Boolean(page.terms.email) && el("p.k-help", {}, "Письмо откроется в вашей почте. Файл к нему приложите сами: сначала сохраните его."), said);
  }

  /** @type {(page: any, forge: {name: string, whole: boolean, ready: boolean}, said: HTMLElement) => void} what to do on the forge; a text that an address does not take goes through the clipboard */
  function copyFor(page, forge, said) {
    const files = page.files.length ? " Картинки и файлы добавьте там же, в папку с именем записи." : "";
    const next = `${files} Сохраните его отдельной веткой и откройте предложение: проверка начнётся сама, методист ответит там же.`;
    const place = forge.ready ? `Вставьте его в файл, который открылся на ${forge.name}.` : `На ${forge.name} создайте в папке ${page.described.folder} файл ${nameOf(page)}.md и вставьте его туда.`;
    if (forge.whole) {
      said.textContent = `На ${forge.name} откроется новый файл с вашим текстом.${next}`;
      return;
    }
    const text = textOf(page);
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
    copied.then(
      () => (said.textContent = `Текст записи скопирован. ${place}${next}`),
      () => (said.textContent = `Скопировать текст браузер не дал. Сохраните файл и возьмите текст из него. ${place}${next}`)
    );
  }

  Object.assign(form, { drawFinish, letter, nameOf, newFile, textOf });
})();
