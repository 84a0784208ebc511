/**
 * The files of drafts, kept in this browser between visits: their bytes in its database, what was said of them in the draft.
 *
 * A browser may have no database for a page (a private window, a page from a disk): then files live as long as the page.
 */
(function () {
  "use strict";

  const form = window.kopilka.form;
  const BASE = "kopilka-form";
  const STORE = "files";
  /** Bytes of one draft that a browser is asked to hold. */
  const MOST = 50e6;
  const UNTIL = "проживут, пока открыта эта страница. Сохраните архив, чтобы не потерять их.";
  const WORDS = {
    kept: "Файлы, как и текст, хранятся в этом браузере, пока вы не удалите черновик.",
    off: `Этот браузер хранит только текст, а файлы ${UNTIL}`,
    full: `В браузере кончилось место: новые файлы ${UNTIL}`,
    large: `Вместе файлы больше 50 МБ, столько браузер не удержит: последние ${UNTIL}`,
  };

  /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
  const answerOf = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  /** @type {() => Promise<IDBDatabase>} refused where the browser lets a page have none */
  function openBase() {
    return new Promise((resolve, reject) => {
      const request = window.indexedDB.open(BASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      answerOf(request).then(resolve, reject);
    });
  }

  /** @type {(transaction: IDBTransaction) => Promise<void>} */
  const endOf = (transaction) =>
    new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });

  /** @type {(files: FormFile[]) => FormFile[]} the first files that together are not too much */
  function fitting(files) {
    let size = 0;
    return files.filter((file) => (size += file.bytes.length) <= MOST);
  }

  /**
   * Where the bytes of a kind's drafts lie. What is refused is told of and loses nothing that the page holds.
   * @param {string} kind
   * @param {() => void} told called when `words()` may have changed
   */
  function openShelf(kind, told) {
    const base = openBase();
    /** @type {WeakSet<Uint8Array>} */
    const stored = new WeakSet();
    /** @type {keyof typeof WORDS} */
    let state = "kept";
    let queue = Promise.resolve();

    /** @type {(work: (base: IDBDatabase) => Promise<void>) => Promise<void>} one thing after another */
    function queued(work) {
      queue = queue.then(async () => work(await base)).catch((error) => {
        state = error && error.name === "QuotaExceededError" ? "full" : "off";
      });
      return queue.then(told);
    }

    /** @type {(draft: FormDraft, files: FormFile[], alive: string[]) => Promise<void>} holds these files, and none of drafts that are gone */
    const write = (draft, files, alive) =>
      queued(async (opened) => {
        const fit = fitting(files);
        const transaction = opened.transaction(STORE, "readwrite");
        const ended = endOf(transaction);
        const store = transaction.objectStore(STORE);
        const there = /** @type {string[][]} */ (await answerOf(store.getAllKeys(IDBKeyRange.bound([kind], [kind, []]))));
        const names = new Set(there.filter(([, id]) => id === draft.id).map(([, , name]) => name));
        there.filter(([, id, name]) => (id === draft.id ? !fit.some((file) => file.name === name) : !alive.includes(id))).forEach((key) => store.delete(key));
        fit.filter((file) => !names.has(file.name) || !stored.has(file.bytes)).forEach((file) => store.put(file.bytes, [kind, draft.id, file.name]));
        await ended;
        fit.forEach((file) => stored.add(file.bytes));
        state = fit.length < files.length ? "large" : "kept";
      });

    /** @type {(draft: FormDraft) => Promise<FormFile[]>} what is there of a draft's files */
    async function read(draft) {
      const found = /** @type {FormFile[]} */ ([]);
      await queued(async (opened) => {
        const store = opened.transaction(STORE).objectStore(STORE);
        const bytes = await Promise.all(draft.files.map((file) => answerOf(store.get([kind, draft.id, file.name]))));
        draft.files.forEach((file, i) => bytes[i] instanceof Uint8Array && found.push({ ...file, bytes: bytes[i] }));
        found.forEach((file) => stored.add(file.bytes));
      });
      return found;
    }

    return { read, words: () => WORDS[state], write };
  }

  /**
   * The files of the drafts of a kind. `page.files` are those of the draft that is being written.
   * @param {string} kind
   * @param {any} page
   * @param {any} held as `openDrafts` gives it
   * @param {{told: () => void, came: () => void}} does `told` when `words()` may have changed, `came` when files were found
   */
  function openFiles(kind, page, held, does) {
    const shelf = openShelf(kind, does.told);
    /** @type {WeakMap<FormDraft, FormFile[]>} */
    const filesOf = new WeakMap();

    /** Takes note of the files of the present draft; before its own have come there is nothing to note. */
    function keep() {
      const { now, aside } = held.drafts;
      const files = filesOf.get(now);
      if (!files) return;
      now.files = files.map(({ name, alt, section, picture }) => ({ name, alt, section, picture }));
      shelf.write(now, files.slice(), [now.id, ...aside.map((item) => item.draft.id)]);
    }

    /** Another draft is written now: its files are those given, or come from where they lie. @param {FormFile[]} [files] */
    async function turn(files) {
      const draft = held.drafts.now;
      if (files) filesOf.set(draft, files);
      page.files = filesOf.get(draft) || [];
      if (filesOf.has(draft)) return;
      const found = await shelf.read(draft);
      if (draft !== held.drafts.now) return;
      page.files.unshift(...found.filter((file) => !page.files.some((other) => other.name === file.name)));
      filesOf.set(draft, page.files);
      if (found.length) does.came();
    }

    return { keep, turn, words: shelf.words };
  }

  Object.assign(form, { openFiles });
})();
