/* The printed map's ground: the same grid, outlines and lines to true spots as on the screen, the scale bar and north. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const SIZE = 2.9;
  const BAR = 45; // the scale bar is at most so long, in millimetres
  const PIXEL = 0.2; // the ground is drawn with pixels so large, as on a screen

  /* Millimetres a metre. */
  const scaleOf = ({ unit, scale }) => (unit * scale) / page.printed.fine;

  /* Under the picture, within the room; what its lines and areas mean, in words. */
  page.paperGround = (pen, room, picture) => {
    const map = page.map;
    const colours = page.language.colours;
    const zoom = picture.scale / page.printed.fine;
    const [x, y] = [picture.x - room.x - picture.origin[0] * zoom, picture.y - room.y - picture.origin[1] * zoom];
    const own = { x: x / PIXEL, y: y / PIXEL, width: room.width / PIXEL, height: room.height / PIXEL };
    const part = (dots, from) => (dots / page.printed.fine - from) / PIXEL;
    const where = (node) => [part(picture.spots[node.id()][0], room.x), part(picture.spots[node.id()][1], room.y)];
    const view = { ...own, scale: scaleOf(picture) / PIXEL, where };
    pen.save();
    pen.beginPath();
    pen.rect(room.x, room.y, room.width, room.height);
    pen.clip();
    pen.translate(room.x, room.y);
    pen.scale(PIXEL, PIXEL);
    const step = page.drawGround(pen, view, map, (name) => colours[{ wash: "line", place: "quiet" }[name] || name]);
    pen.restore();
    pen.strokeStyle = colours.edge;
    pen.lineWidth = 0.15;
    pen.strokeRect(room.x, room.y, room.width, room.height);
    const told = [page.words("paper_grid", { length: page.metres(step) })];
    if (map.outlines && map.outlines.closed.length) told.push(page.words("paper_areas"));
    if (map.outlines && map.outlines.open.length) told.push(page.words("paper_roads"));
    return told;
  };

  /* In the foot, from `right` to the left: how long a round length is, and where north lies. */
  page.paperScale = (pen, right, base, picture, writer) => {
    const { ink } = page.language.colours;
    const { length, words } = page.scaleBar(scaleOf(picture), BAR);
    const north = page.words("north_up");
    let x = right - length;
    pen.strokeStyle = pen.fillStyle = ink;
    pen.lineWidth = 0.4;
    pen.beginPath();
    [[x, base - 2], [x, base], [right, base], [right, base - 2]].forEach((at) => pen.lineTo(...at));
    pen.stroke();
    x -= 2 + writer.measure(words, SIZE);
    writer.write(words, x, base, SIZE, ink);
    x -= 8 + writer.measure(north, SIZE);
    writer.write(north, x, base, SIZE, ink);
    pen.beginPath();
    [[x - 2.4, base - 3.6], [x - 3.8, base + 0.4], [x - 1, base + 0.4]].forEach((at) => pen.lineTo(...at));
    pen.fill();
  };
})();
