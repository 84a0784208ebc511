/**
 * A link that carries the whole route behind its «#», which a browser sends to nobody, and the same back.
 *
 * «#marshrut=a…» is squeezed, «b…» is not; what comes back is a stranger's and passes `kopilka.route.clean`.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;
  const HASH = /^#marshrut=([a-z])([A-Za-z0-9_-]*)$/;
  /** Longer links are cut by programs on the way; past the second limit it is not worth trying. */
  const LONG = 4000;
  const TOO_LONG = 30000;
  /** A small link may unpack to anything: more letters than this no route has. */
  const UNPACKED = 2000000;

  /**
   * Bytes passed through a stream of the browser, not more than `limit` of them.
   * @param {Uint8Array} bytes
   * @param {{readable: ReadableStream, writable: WritableStream}} stream
   * @param {number} limit
   * @returns {Promise<Uint8Array>} rejected when the bytes are spoilt or too many
   */
  async function pass(bytes, stream, limit) {
    const writer = stream.writable.getWriter();
    writer.write(bytes).catch(() => undefined);
    writer.close().catch(() => undefined);
    const reader = stream.readable.getReader();
    const chunks = [];
    let length = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      length += piece.value.length;
      if (length > limit) {
        reader.cancel().catch(() => undefined);
        throw new Error("too long");
      }
      chunks.push(piece.value);
    }
    const whole = new Uint8Array(length);
    let place = 0;
    chunks.forEach((chunk) => {
      whole.set(chunk, place);
      place += chunk.length;
    });
    return whole;
  }

  /** @type {(letters: string) => Uint8Array} the way back from base64url */
  function bytesOf(letters) {
    const line = window.atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(line, (letter) => letter.charCodeAt(0));
  }

  /**
   * The hash that carries a route, squeezed where the browser can.
   * @param {RouteData} data
   * @returns {Promise<string>}
   */
  async function hashOf(data) {
    if (!window.CompressionStream) return route.plainHash(data);
    const bytes = new TextEncoder().encode(JSON.stringify(route.pack(data)));
    return "#marshrut=a" + route.letters(await pass(bytes, new window.CompressionStream("deflate"), Infinity));
  }

  /** @type {(hash: string) => boolean} whether an address carries a route, readable or not */
  function carries(hash) {
    return hash.startsWith("#marshrut=");
  }

  /**
   * The route that a hash carries.
   * @param {string} hash
   * @returns {Promise<RouteData>} rejected with words for the reader when it cannot be read
   */
  async function fromHash(hash) {
    const found = HASH.exec(hash);
    if (!found || hash.length > 2 * TOO_LONG) throw new Error("Ссылка на маршрут повреждена: похоже, она скопировалась не целиком.");
    const [, way, letters] = found;
    if (way !== "a" && way !== "b") throw new Error("Ссылку сделала более новая версия сайта: обновите страницу.");
    if (way === "a" && !window.DecompressionStream) {
      throw new Error("Этот браузер слишком старый, чтобы открыть такую ссылку. Попросите маршрут файлом.");
    }
    try {
      const bytes = bytesOf(letters);
      const plain = way === "b" ? bytes : await pass(bytes, new window.DecompressionStream("deflate"), UNPACKED);
      const packed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
      if (!Array.isArray(packed)) throw new Error("not a route");
      return route.clean(route.unpack(packed));
    } catch {
      throw new Error("Ссылка на маршрут повреждена: похоже, она скопировалась не целиком.");
    }
  }

  /* ---- files ---- */

  /** @type {(data: RouteData) => string} the text of a file, fit to be looked at */
  function toFile(data) {
    return JSON.stringify({ format: "kopilka-route", ...data }, null, 2) + "\n";
  }

  /**
   * The route in a file that the reader opened.
   * @param {string} text
   * @returns {RouteData} throws with words for the reader when it is something else
   */
  function fromFile(text) {
    let raw;
    try {
      raw = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      throw new Error("Это не файл маршрута: откройте файл .json, который сохранили кнопкой «Сохранить файл».");
    }
    if (!raw || typeof raw !== "object" || raw.format !== "kopilka-route") {
      throw new Error("В этом файле нет маршрута: он сохранён не на этой странице.");
    }
    return route.clean(raw);
  }

  kopilka.carry = { LONG, TOO_LONG, carries, fromFile, fromHash, hashOf, toFile };
})();
