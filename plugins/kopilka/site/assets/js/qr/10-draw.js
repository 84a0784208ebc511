/**
 * QR codes as drawings of our own; the squares come from the library beside.
 */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  /** White squares that a reader of codes needs round one. */
  const MARGIN = 4;
  const qrcode = /** @type {any} */ (window).qrcode;

  /** @type {(code: {getModuleCount: () => number, isDark: (row: number, column: number) => boolean}) => string} */
  function pathOf(code) {
    const size = code.getModuleCount();
    let path = "";
    for (let row = 0; row < size; row += 1) {
      for (let start = 0; start < size; start += 1) {
        let length = 0;
        while (start + length < size && code.isDark(row, start + length)) length += 1;
        if (length) path += `M${start} ${row}h${length}v1h-${length}z`;
        start += length;
      }
    }
    return path;
  }

  /**
   * The code of an address.
   * @param {string} address
   * @returns {SVGElement}
   */
  function draw(address) {
    const code = qrcode(0, "M");
    code.addData(address, "Byte");
    code.make();
    const size = code.getModuleCount() + 2 * MARGIN;
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${size} ${size}`);
    svg.setAttribute("class", "k-qr");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "QR-код страницы");
    svg.setAttribute("shape-rendering", "crispEdges");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", pathOf(code));
    svg.append(path);
    return svg;
  }

  window.kopilka.qr = draw;
})();
