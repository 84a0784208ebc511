/**
 * Derivational families: наставник, наставничество, наставнический. A root here is what is left of a stem
 * without its suffixes; words of one root are relatives. No list of them travels: the terms are at hand.
 */
(function () {
  "use strict";

  const SUFFIXES = (
    "ировщик овщик ичеств еческ ическ ческ тельск тельств тельн тел изирован изирова ирован ирова изац изатор атор " +
    "ован ова еван ева иван ива ыван ыва ацион ион яц ац иц ниц ник нич щик щиц чик чиц ист изм " +
    "ональн альн ельн ивн ност ост еств ств ск енн нн ен ан ин очн ечн ичн чн н " +
    "оват еват лив чив ив ов ев ик ек ок к ч ающ яющ ующ ющ ащ ящ а я и е о у ю ь й"
  )
    .split(" ")
    .sort((a, b) => b.length - a.length);

  const RUSSIAN = /^[а-я]+$/;
  const SHORTEST = 4;
  const ROUNDS = 5;
  /** How a root's last consonant sounds before a suffix: книга – книжный, урок – урочный. */
  const SOFTENED = { ч: "к", ж: "г", ш: "х" };
  /** What a lip sound takes before a suffix: выступать – выступление, оформить – оформление. */
  const LIP = /([бпвфм])л$/;

  /**
   * The root of a stem.
   * @param {string} stem
   * @returns {string} empty when the word is too short to tell
   */
  function rootOf(stem) {
    if (stem.length < SHORTEST || !RUSSIAN.test(stem)) return "";
    let root = harden(stem);
    for (let round = 0; round < ROUNDS; round++) {
      const suffix = SUFFIXES.find((ending) => root.length - ending.length >= SHORTEST && root.endsWith(ending));
      if (!suffix) break;
      root = harden(root.slice(0, -suffix.length));
    }
    return root;
  }

  /** @param {string} root */
  function harden(root) {
    const bare = root.length > SHORTEST ? root.replace(LIP, "$1") : root;
    const last = bare.slice(-1);
    return bare.slice(0, -1) + (SOFTENED[/** @type {"ч"} */ (last)] || last);
  }

  window.kopilka.roots = { SHORTEST, rootOf };
})();
