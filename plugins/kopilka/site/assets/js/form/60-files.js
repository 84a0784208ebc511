/** Pictures and other files that go with a record: taken from the author's disk, made small, packed, unpacked. */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, form } = kopilka;
  const WIDEST = 1600;
  const QUALITY = 0.85;
  const LARGEST = 20e6;
  const UNPACKED = 60e6;
  const MOST = 60;
  const PICTURES = /\.(?:jpe?g|png|webp)$/i;
  const ALLOWED = /\.(?:pdf|docx|xlsx|pptx|odt|ods|odp|csv|txt|jpe?g|png|webp|mp4|webm|mp3)$/i;

  /** @type {(multiple: boolean, accept: string) => Promise<File[]>} */
  function choose(multiple, accept) {
    return new Promise((resolve) => {
      const input = el("input", { type: "file", accept, multiple, hidden: true, "data-form-choose": true });
      input.addEventListener("change", () => resolve(Array.from(input.files || [])));
      input.addEventListener("cancel", () => resolve([]));
      document.body.append(input);
      input.click();
      input.remove();
    });
  }

  /** @type {(name: string, terms: FormTerms, taken: FormFile[], ending?: string) => string} a Latin name that no other file has */
  function nameFor(name, terms, taken, ending) {
    const dot = name.lastIndexOf(".");
    const stem = form.slugify(dot > 0 ? name.slice(0, dot) : name, terms).slice(0, 60) || "fajl";
    const end = ending || name.slice(dot).toLowerCase();
    let found = stem + end;
    for (let n = 2; taken.some((file) => file.name === found); n += 1) found = `${stem}-${n}${end}`;
    return found;
  }

  /** @type {(file: File) => Promise<HTMLImageElement>} */
  function load(file) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      const reader = new FileReader();
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error(`«${file.name}» не открывается как картинка. Подойдут JPEG, PNG и WebP.`));
      reader.onerror = () => reject(new Error(`«${file.name}» не читается. Выберите файл ещё раз.`));
      reader.onload = () => (image.src = String(reader.result));
      reader.readAsDataURL(file);
    });
  }

  /**
   * A picture drawn anew: not wider than needed, without the place and time that a camera writes into it.
   * @param {File} file
   * @returns {Promise<{bytes: Uint8Array, ending: string}>}
   */
  async function shrink(file) {
    if (file.size > LARGEST) throw new Error(`«${file.name}» больше 20 МБ. Уменьшите картинку.`);
    const image = await load(file);
    const share = Math.min(1, WIDEST / Math.max(image.naturalWidth, image.naturalHeight, 1));
    const canvas = el("canvas", { width: Math.max(1, Math.round(image.naturalWidth * share)), height: Math.max(1, Math.round(image.naturalHeight * share)) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const type = /\.png$/i.test(file.name) ? "image/png" : "image/jpeg";
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
    if (!blob) throw new Error(`«${file.name}» не удалось уменьшить в этом браузере.`);
    return { bytes: new Uint8Array(await blob.arrayBuffer()), ending: type === "image/png" ? ".png" : ".jpg" };
  }

  /** @type {(file: File, page: any) => Promise<FormFile>} */
  async function take(file, page) {
    if (PICTURES.test(file.name)) {
      const { bytes, ending } = await shrink(file);
      return { name: nameFor(file.name, page.terms, page.files, ending), bytes, alt: "", section: page.described.texts.length ? page.described.texts[0].title : "", picture: true };
    }
    if (!ALLOWED.test(file.name)) throw new Error(`Файлы такого вида банк не хранит: «${file.name}». Подойдут PDF, документы, таблицы, презентации.`);
    if (file.size > LARGEST) throw new Error(`«${file.name}» больше 20 МБ. Выложите его в облако и дайте ссылку.`);
    return { name: nameFor(file.name, page.terms, page.files), bytes: new Uint8Array(await file.arrayBuffer()) };
  }

  /** @type {(bytes: Uint8Array) => {record: string, files: FormFile[]}} what a saved archive holds; throws words for the author */
  function unpack(bytes) {
    let size = 0;
    let count = 0;
    const isTooMuch = () => size > UNPACKED || count > 4 * MOST;
    const entries = (() => {
      try {
        return window.fflate.unzipSync(bytes, {
          filter(entry) {
            size += entry.originalSize;
            count += 1;
            return !entry.name.endsWith("/") && !isTooMuch();
          },
        });
      } catch {
        throw new Error("Архив не открывается: он повреждён или это не .zip.");
      }
    })();
    if (isTooMuch()) throw new Error("В архиве слишком много всего. Это не тот файл.");
    const records = Object.keys(entries).filter((name) => /\.md$/i.test(name));
    if (records.length !== 1) throw new Error(records.length ? "В архиве несколько записей, а форма открывает одну." : "В архиве нет файла записи .md.");
    const record = decode(entries[records[0]]);
    const others = Object.entries(entries).filter(([name]) => name !== records[0] && ALLOWED.test(name));
    return { record, files: others.map(([name, held]) => fileOf(name, held)) };
  }

  /** @type {(path: string, bytes: Uint8Array) => FormFile} a file of an archive: the record shows it where it is to be shown */
  function fileOf(path, bytes) {
    const name = path.slice(path.lastIndexOf("/") + 1).replace(/[^a-zA-Z0-9._-]/g, "-");
    return PICTURES.test(name) ? { name, bytes, section: null, picture: true } : { name, bytes };
  }

  /** @type {(bytes: Uint8Array) => string} */
  function decode(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new Error("Файл сохранён не в UTF-8. Откройте его в текстовом редакторе и сохраните в этой кодировке.");
    }
  }

  Object.assign(form, { choose, decode, take, unpack });
})();
