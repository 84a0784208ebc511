/**
 * A step of the route as it is shown and filled in.
 */
(function () {
  "use strict";

  const kopilka = window.kopilka;
  const { el, icon } = kopilka;
  /** @type {RouteStore} */
  const route = kopilka.route;

  /** @param {RoutePlace} place @param {RouteStep} step */
  function kindMark(place, step) {
    const kind = place.kinds[step.kind];
    return el("span.k-kind", { "data-kind": step.kind }, icon(kind ? kind.icon : "flag"), kind ? kind.label : "Свой шаг");
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function formChoice(place, step) {
    const chosen = kopilka.sums.formOf(step, place.kinds);
    const options = Object.entries(route.FORMS).map(([form, words]) => el("option", { value: form, selected: form === chosen }, words));
    const select = el("select.k-stop__form", {
      "aria-label": "Форма: " + (step.title || "свой шаг"),
      "data-field": "form",
      onchange: () => place.edit(step.id, { form: select.value }),
    });
    select.append(...options);
    return select;
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function heading(place, step) {
    if (step.kind) {
      const url = step.url && kopilka.page(step.url);
      return el("h3", {}, url ? el("a", { href: url }, step.title) : step.title);
    }
    const field = el("input.k-input", {
      "data-field": "title",
      maxlength: route.LIMITS.title,
      oninput: () => place.edit(step.id, { title: field.value }, true),
      value: step.title,
    });
    return el("label.k-stop__own", {}, el("span.k-small.k-dim", {}, "Что сделаю"), field);
  }

  /** Holder, and the nearest thing that the record announces. */
  function holder(/** @type {RoutePlace} */ place, /** @type {RouteStep} */ step) {
    const card = place.cardOf(step.id);
    const next = card && card.agenda.find((item) => item[1].length === 10 && item[2] >= place.today);
    const parts = [step.by, next ? `${next[0].toLowerCase()} ${kopilka.when.words(next[1], next[2])}` : ""].filter(Boolean);
    return parts.length ? el("p.k-small.k-dim", {}, parts.join(" · ")) : null;
  }

  /** Lines for a browser that does not fit a field to its text by itself. */
  function linesFor(/** @type {string} */ text) {
    return Math.min(6, text.split("\n").reduce((lines, line) => lines + 1 + Math.floor(line.length / 60), 0));
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function noteField(place, step) {
    const field = el("textarea.k-input", {
      "data-field": "note",
      maxlength: route.LIMITS.note,
      oninput: () => place.edit(step.id, { note: field.value }, true),
      rows: linesFor(step.note),
    });
    field.value = step.note;
    return el("label.k-stop__note", {}, el("span.k-small.k-dim", {}, "Моя заметка"), field);
  }

  /** What to say of the words in «Когда»: nothing while they are plain. */
  function whenHint(/** @type {RoutePlace} */ place, /** @type {RouteStep} */ step) {
    if (!step.when.trim()) return "";
    if (!step.from && !step.to) {
      const examples = kopilka.when.examples(place.today).join(", ");
      return `Не получилось понять, какие это дни. Напишите, например: ${examples}. Текст сохранён, но в\u00a0сроки и\u00a0календарь шаг не\u00a0попадёт.`;
    }
    return /\d{4}/.test(step.when) ? "" : "понято как " + kopilka.when.words(step.from, step.to);
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function whenField(place, step) {
    const id = "kogda-" + step.id.replace("~", "svoj-");
    const hint = el("p.k-stop__hint.k-small", { id, role: "status" }, whenHint(place, step));
    const field = el("input.k-input", {
      "aria-describedby": id,
      autocomplete: "off",
      "data-field": "when",
      maxlength: route.LIMITS.when,
      oninput: () => read(true),
      onchange: () => read(false),
      placeholder: kopilka.when.examples(place.today)[0],
      value: step.when,
    });
    /** @param {boolean} typing while a date is half typed, nothing is said of it */
    function read(typing) {
      const days = kopilka.when.parse(field.value, place.today) || { from: "", to: "" };
      place.edit(step.id, { when: field.value, ...days }, true);
      if (!typing) hint.textContent = whenHint(place, { ...step, when: field.value, ...days });
    }
    return { field: el("label.k-stop__when", {}, el("span", {}, "Когда"), field), hint };
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function hoursField(place, step) {
    const field = el("input.k-input", {
      autocomplete: "off",
      "data-field": "hours",
      inputmode: "decimal",
      maxlength: 7,
      oninput: () => {
        const text = field.value.trim().replace(",", ".");
        const known = /^\d{0,4}(\.\d{0,2})?$/.test(text) && Number(text || 0) <= route.LIMITS.hours;
        field.setAttribute("aria-invalid", String(!known));
        if (known) place.edit(step.id, { hours: Number(text || 0) || 0 }, true);
      },
      value: step.hours ? step.hours.toLocaleString("ru", { useGrouping: false }) : "",
    });
    return el("label.k-stop__hours", {}, el("span", {}, "Часы"), field);
  }

  /** @param {RoutePlace} place @param {RouteStep} step */
  function doneField(place, step) {
    const box = el("input", {
      checked: step.done,
      "data-field": "done",
      onchange: () => place.edit(step.id, { done: box.checked }),
      type: "checkbox",
    });
    return el("label.k-check.k-check--btn", {}, box, el("span", {}, "Сделано"));
  }

  /** @param {RoutePlace} place @param {RouteStep} step @param {number} number @param {number} of */
  function deeds(place, step, number, of) {
    /** @param {string} name @param {string} sign @param {string} words @param {() => void} act @param {boolean} [idle] */
    function button(name, sign, words, act, idle) {
      const onclick = () => !idle && act();
      return el("button.k-ib", { type: "button", "data-field": name, "aria-disabled": idle ? "true" : null, onclick }, icon(sign), el("span", {}, words));
    }
    return el(
      "div.k-stop__act",
      { role: "group", "aria-label": "Порядок: " + (step.title || "свой шаг") },
      el("span.k-drag", { title: "Перетащить", "aria-hidden": "true" }, icon("drag")),
      button("up", "up", "Выше", () => place.move(step.id, -1), number === 1),
      button("down", "down", "Ниже", () => place.move(step.id, 1), number === of),
      button("remove", "close", "Убрать", () => place.remove(step.id))
    );
  }

  /**
   * A step in the list.
   * @param {RoutePlace} place
   * @param {RouteStep} step
   * @param {number} number from 1
   * @param {number} of
   * @returns {HTMLElement}
   */
  function drawStep(place, step, number, of) {
    const when = whenField(place, step);
    return el(
      "li.k-stop" + (step.done ? ".is-done" : ""),
      { "data-kind": step.kind || "own", "data-step": step.id },
      el("div.k-stop__n", { "aria-hidden": "true" }, step.done ? icon("check") : String(number)),
      el(
        "div.k-stop__main",
        {},
        el("p.k-rec__kind", {}, kindMark(place, step), formChoice(place, step)),
        heading(place, step),
        holder(place, step),
        noteField(place, step)
      ),
      el("div.k-stop__plan", {}, when.field, hoursField(place, step), doneField(place, step), when.hint),
      deeds(place, step, number, of)
    );
  }

  /**
   * A step whose record is no longer in the bank: its name and note are kept, and where to look for the like.
   * @param {RoutePlace} place
   * @param {RouteStep} step
   * @returns {HTMLElement}
   */
  function drawLost(place, step) {
    const like = kopilka.page("katalog?q=" + encodeURIComponent(step.title));
    const note = step.note ? ` Ваша заметка сохранилась: «${step.note}».` : "";
    return el(
      "div.k-note.k-note--warn.k-stoplost",
      { "data-step": step.id },
      icon("warning"),
      el(
        "div",
        {},
        el("p", {}, el("b", {}, step.title), " – такой записи в банке больше нет: её убрали или переименовали. В итоги она не входит." + note),
        el(
          "div.k-btns",
          {},
          el("a.k-btn.k-btn--quiet", { href: like }, "Похожие записи"),
          el("button.k-btn.k-btn--quiet", { type: "button", "data-field": "remove", onclick: () => place.remove(step.id) }, "Убрать из маршрута")
        )
      )
    );
  }

  Object.assign(kopilka, { drawLost, drawStep });
})();
