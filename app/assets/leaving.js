/* Files that leave the page. The picture is composed here: title, date, legend and the demo mark on white paper. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const INK = "#1b2530";
  const QUIET = "#566373";
  const GHOST = "#b4470f";

  page.leave = (format) => {
    if (!page.cy || !page.cy.nodes(":visible").length) return page.toast(page.words("nothing_to_export"));
    if (format === "png") return picture();
    page.set("leave", { data: { format, tab: page.tab(), at: Date.now() } });
  };

  /* Always drawn in the light style: it is meant for paper. */
  function drawn() {
    const cy = page.cy;
    const size = cy.nodes(":visible").length > page.styles.from ? "large" : "small";
    cy.style().fromJson(page.styles.light[size]).update();
    const chosen = cy.elements(":selected").unselect();
    const image = cy.png({ output: "base64uri", full: true, scale: 2, bg: "#ffffff", maxWidth: 8000, maxHeight: 8000 });
    chosen.select();
    cy.style().fromJson(page.styles[page.theme()][size]).update();
    return image;
  }

  function picture() {
    const image = new Image();
    image.onload = () => {
      const canvas = composed(image);
      canvas.toBlob((blob) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${page.title || page.words("product")}_${page.at || ""}.png`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
        page.toast(page.words("exported", { file: link.download }));
      }, "image/png");
    };
    image.src = drawn();
  }

  function composed(image) {
    const unit = Math.max(1, Math.max(image.width, 1600) / 1600);
    const margin = 40 * unit;
    const lines = legend();
    const head = 96 * unit;
    const foot = (Math.ceil(lines.length / 5) * 34 + 50) * unit;
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(image.width, 1600) + 2 * margin;
    canvas.height = image.height + head + foot + 2 * margin;
    const pen = canvas.getContext("2d");
    const font = getComputedStyle(document.documentElement).getPropertyValue("--font");
    const write = (words, x, y, size, colour, weight = "") => {
      pen.font = `${weight} ${size * unit}px ${font}`;
      pen.fillStyle = colour;
      pen.fillText(words, x, y);
    };
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    write(page.title || page.words("product"), margin, margin + 34 * unit, 34, INK, "600");
    const told = [`${page.words("as_of")} ${page.at || ""}`, document.getElementById("picture-size").textContent];
    const shorter = [document.getElementById("total").textContent, document.getElementById("shortfalls").textContent];
    write([...told, ...shorter].filter(Boolean).join("   "), margin, margin + 72 * unit, 19, QUIET);
    if (!document.getElementById("demo-ribbon").hidden) demo(pen, canvas.width - margin, margin, unit, font);
    pen.drawImage(image, (canvas.width - image.width) / 2, margin + head);
    const top = margin + head + image.height + 20 * unit;
    pen.fillStyle = "#dfe4ea";
    pen.fillRect(margin, top, canvas.width - 2 * margin, unit);
    const column = (canvas.width - 2 * margin) / 5;
    lines.forEach((line, i) => {
      const x = margin + (i % 5) * column;
      const y = top + (34 * Math.floor(i / 5) + 18) * unit;
      line.mark(pen, x, y, unit);
      write(line.words, x + 34 * unit, y + 17 * unit, 18, INK);
    });
    return canvas;
  }

  function demo(pen, right, top, unit, font) {
    const words = page.words("demo_data");
    pen.font = `600 ${22 * unit}px ${font}`;
    const width = pen.measureText(words).width + 32 * unit;
    pen.strokeStyle = GHOST;
    pen.lineWidth = 2 * unit;
    pen.strokeRect(right - width, top, width, 42 * unit);
    pen.fillStyle = GHOST;
    pen.fillText(words, right - width + 16 * unit, top + 29 * unit);
  }

  function legend() {
    const cy = page.cy;
    const lines = Object.entries(page.language.marks)
      .map(([type, mark]) => [mark, cy.nodes(":visible").filter((n) => n.data("type") === type && !n.data("missing"))])
      .filter(([, nodes]) => nodes.length)
      .map(([mark, nodes]) => ({ words: `${mark.label} ${nodes.length}`, mark: (...at) => shape(mark, ...at) }));
    page.turned.forEach(([change, words]) => {
      const count = cy.nodes(":visible").filter((n) => n.data("turned") === change).length;
      if (count) lines.push({ words: `${words} ${count}`, mark: (pen, x, y, unit) => ring(pen, x, y, unit, change) });
    });
    if (cy.nodes("[?missing]").filter(":visible").length)
      lines.push({ words: page.words("missing_node"), mark: (pen, x, y, unit) => dashed(pen, x, y, unit, true) });
    if (cy.edges("[?ghost]").filter(":visible").length)
      lines.push({ words: page.words("ghost_edge"), mark: (pen, x, y, unit) => dashed(pen, x, y, unit, false) });
    return lines;
  }

  function shape(mark, pen, x, y, unit) {
    pen.save();
    pen.translate(x, y);
    pen.scale(unit, unit);
    pen.fillStyle = mark.colour;
    pen.fill(new Path2D(mark.shape));
    pen.translate(6, 6);
    pen.scale(0.5, 0.5);
    pen.fillStyle = "#ffffff";
    pen.fill(new Path2D(mark.icon), "evenodd");
    pen.restore();
  }

  function ring(pen, x, y, unit, change) {
    pen.save();
    pen.globalAlpha = change === "lost" ? 0.5 : 1;
    pen.strokeStyle = INK;
    pen.lineWidth = (change === "lost" ? 2 : 4) * unit;
    if (change === "lost") pen.setLineDash([2 * unit, 3 * unit]);
    pen.beginPath();
    pen.arc(x + 12 * unit, y + 12 * unit, 9 * unit, 0, 7);
    pen.stroke();
    pen.restore();
  }

  function dashed(pen, x, y, unit, round) {
    pen.save();
    pen.strokeStyle = GHOST;
    pen.lineWidth = 2 * unit;
    pen.setLineDash([5 * unit, 4 * unit]);
    pen.beginPath();
    if (round) pen.arc(x + 12 * unit, y + 12 * unit, 10 * unit, 0, 7);
    else {
      pen.moveTo(x, y + 12 * unit);
      pen.lineTo(x + 26 * unit, y + 12 * unit);
    }
    pen.stroke();
    pen.restore();
  }
})();
