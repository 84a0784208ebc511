/**
 * Order by dragging: the handle takes a pointer of any sort; the others step aside while it moves.
 */
(function () {
  "use strict";

  /** How near the edge of the window begins to scroll, and by how much at a time. */
  const EDGE = 70;
  const STEP = 14;

  /**
   * Lets the items of a list be dragged by their `.k-drag`.
   * @param {HTMLElement} list
   * @param {(order: string[], id: string) => void} done takes the ids as they stand, and the one that was let go
   */
  function makeDraggable(list, done) {
    /** @type {HTMLElement | null} */
    let dragged = null;
    /** @type {Element[]} the order before, for Esc */
    let before = [];

    /** @param {number} y of the pointer: the neighbours move past the dragged one, which itself stays in its place */
    function follow(y) {
      const item = /** @type {HTMLElement} */ (dragged);
      for (let next = item.nextElementSibling; next && y > middle(next); next = item.nextElementSibling) item.before(next);
      for (let last = item.previousElementSibling; last && y < middle(last); last = item.previousElementSibling) item.after(last);
    }

    /** @type {(item: Element) => number} */
    function middle(item) {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2;
    }

    /** @param {PointerEvent} event */
    function move(event) {
      event.preventDefault();
      if (event.clientY < EDGE) window.scrollBy(0, -STEP);
      if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      follow(event.clientY);
    }

    /** @param {boolean} keep */
    function end(keep) {
      if (!dragged) return;
      const id = dragged.dataset.step || "";
      dragged.classList.remove("is-dragged");
      dragged = null;
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", cancel);
      document.removeEventListener("keydown", escape);
      if (!keep) list.append(...before);
      else done(Array.from(list.children, (item) => /** @type {HTMLElement} */ (item).dataset.step || ""), id);
    }
    const drop = () => end(true);
    const cancel = () => end(false);
    const escape = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && end(false);

    list.addEventListener("pointerdown", (event) => {
      const handle = event.target instanceof Element ? event.target.closest(".k-drag") : null;
      const item = handle && handle.closest("[data-step]");
      if (!item || event.button !== 0 || dragged) return;
      event.preventDefault();
      dragged = /** @type {HTMLElement} */ (item);
      dragged.classList.add("is-dragged");
      before = Array.from(list.children);
      document.addEventListener("pointermove", move);
      document.addEventListener("pointerup", drop);
      document.addEventListener("pointercancel", cancel);
      document.addEventListener("keydown", escape);
    });
  }

  window.kopilka.makeDraggable = makeDraggable;
})();
