/* The picture as a sheet: what can be printed on A4 across, legible without colour. Title, date and the demo mark
   above, legend and what is not printed below. Lengths are in millimetres, but for the pen's own pixels. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const [WIDTH, HEIGHT, MARGIN] = [277, 190, 4];
  const FINE = 12; // pixels a millimetre: some 300 an inch
  const [TITLE, TOLD, FOOT, LINE, ROW] = [5.2, 2.9, 2.5, 4.4, 5.2];
  const [CAPTION, LARGEST] = [2.4, 3.6]; // how high captions are at least, and at most
  const OWN = 15; // the height of captions in the canvas's units

  /* How a picture so large, in the canvas's units, is printed in a room of millimetres: `scale` in pixels a unit,
     `caption` in units and, on paper, in millimetres; `thick`: by how much lines gain with the captions. */
  page.printed = (box, room, most = (LARGEST * FINE) / OWN) => {
    const scale = Math.min(most, (room.width * FINE) / (box.w || 1), (room.height * FINE) / (box.h || 1));
    const caption = Math.max(OWN, (CAPTION * FINE) / scale);
    return { scale, caption, millimetres: (caption * scale) / FINE, thick: caption / OWN };
  };

  page.printed.fine = FINE;

  /* The sheet, and what stands on it: all that is written with its height and, in pixels, its place; where nodes are, in
     pixels; and how many captions are left out. */
  page.sheet = async () => {
    const colours = page.language.colours;
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [WIDTH * FINE, HEIGHT * FINE];
    const pen = canvas.getContext("2d");
    pen.scale(FINE, FINE);
    pen.fillStyle = colours.paper;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    const written = [];
    const writer = writing(pen, written);
    const top = head(pen, writer) + 2;
    const lines = page.paperLegend();
    const rows = flow(lines, writer);
    const foot = (rows.length + (page.map.on ? 2 : 1)) * ROW + 2;
    const areas = page.map.on ? [] : page.areas;
    const over = top + (areas.length ? LINE : 0);
    const room = { x: MARGIN, y: over, width: WIDTH - 2 * MARGIN, height: HEIGHT - MARGIN - foot - over };
    const picture = await page.paperPicture(room);
    const ground = page.map.on ? page.paperGround(pen, room, picture) : [];
    pen.drawImage(picture.image, picture.x, picture.y, picture.image.width / FINE, picture.image.height / FINE);
    written.push(...picture.written);
    areas.forEach(({ name, x, y }) => {
      const [left, down] = [x - picture.origin[0], y - picture.origin[1]].map((units) => (units * picture.scale) / FINE);
      writer.write(name, picture.x + Math.max(0, left), Math.max(over, picture.y + down), TOLD, colours.quiet, "600");
    });
    legend(pen, writer, rows, room.y + room.height + 2);
    const base = HEIGHT - MARGIN - 0.8;
    if (page.map.on) {
      writer.write(ground.join("   "), MARGIN, base - ROW, TOLD, colours.ink);
      page.paperScale(pen, WIDTH - MARGIN, base - ROW, picture, writer);
    }
    writer.write(notPrinted(picture.left).join("   "), MARGIN, base, FOOT, colours.ink);
    return { canvas, written, left: picture.left, room, spots: picture.spots };
  };

  function writing(pen, written) {
    const family = getComputedStyle(document.documentElement).getPropertyValue("--font");
    const measure = (words, size, weight = "") => {
      pen.font = `${weight} ${size}px ${family}`;
      return pen.measureText(words).width;
    };
    const write = (words, x, y, size, colour, weight = "") => {
      if (!words) return 0;
      const width = measure(words, size, weight);
      pen.fillStyle = colour;
      pen.fillText(words, x, y);
      const box = { x: x * FINE, y: (y - size) * FINE, w: width * FINE, h: size * 1.2 * FINE };
      written.push({ words, millimetres: size, box });
      return width;
    };
    return { measure, write };
  }

  /* The title and what is told of the picture, broken into lines; how far down they reach. */
  function head(pen, writer) {
    const { ink, quiet } = page.language.colours;
    const demo = document.getElementById("demo-ribbon").hidden ? 0 : mark(pen, writer);
    const says = (id) => document.getElementById(id).textContent;
    const name = page.title || page.words("product");
    const told = [`${page.words("as_of")} ${page.at || ""}`, says("picture-size"), says("total"), says("shortfalls")];
    let y = MARGIN + TITLE;
    const write = (words, size, colour, weight) => {
      broken(words, WIDTH - 2 * MARGIN - demo, (line) => writer.measure(line, size, weight)).forEach((line) => {
        writer.write(line, MARGIN, y, size, colour, weight);
        y += size * 1.35;
      });
    };
    write(name, TITLE, ink, "600");
    write(told.filter(Boolean).join("   "), TOLD, quiet, "");
    return y - TOLD;
  }

  function broken(words, width, measure) {
    const lines = [""];
    [...words].forEach((letter) => {
      const last = lines.length - 1;
      if (measure(lines[last] + letter) <= width) lines[last] += letter;
      else lines.push(letter.trim());
    });
    return lines;
  }

  function mark(pen, writer) {
    const [words, size] = [page.words("demo_data"), 3.4];
    const width = writer.measure(words, size, "600") + 5;
    const { ghost } = page.language.colours;
    pen.strokeStyle = ghost;
    pen.lineWidth = 0.35;
    pen.strokeRect(WIDTH - MARGIN - width, MARGIN, width, 6.4);
    writer.write(words, WIDTH - MARGIN - width + 2.5, MARGIN + 4.4, size, ghost, "600");
    return width + 4;
  }

  /* The legend's entries in rows, as many in each as find room. */
  function flow(lines, writer) {
    const rows = [];
    let x = WIDTH;
    lines.forEach((line) => {
      const width = 6.5 + writer.measure(line.words, TOLD) + 5;
      if (x + width > WIDTH - MARGIN + 5) {
        rows.push([]);
        x = MARGIN;
      }
      rows[rows.length - 1].push({ ...line, x });
      x += width;
    });
    return rows;
  }

  function legend(pen, writer, rows, top) {
    const { ink, edge } = page.language.colours;
    pen.fillStyle = edge;
    pen.fillRect(MARGIN, top - 1, WIDTH - 2 * MARGIN, 0.15);
    rows.forEach((row, i) => {
      const y = top + i * ROW;
      row.forEach((line) => {
        pen.save();
        pen.translate(line.x, y);
        pen.scale(LINE / 24, LINE / 24); // marks are drawn in a square of 24
        line.mark(pen);
        pen.restore();
        writer.write(line.words, line.x + 6.5, y + 3.3, TOLD, ink);
      });
    });
  }

  /* What is not on the sheet, or not quite where it stands. */
  function notPrinted(left) {
    const told = left ? [page.words("paper_left", { count: left })] : [];
    if (!page.map.on) return told;
    if (page.map.unplaced.size) told.push(page.words("map_unplaced", { count: page.map.unplaced.size }));
    document.querySelectorAll("#map-told > p").forEach((line) => told.push(line.textContent));
    return told;
  }
})();
