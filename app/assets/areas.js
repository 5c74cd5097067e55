/* The names of the areas that stand apart in the picture, above their nodes. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  page.areas = [];

  page.nameAreas = (areas) => {
    page.areas = areas;
    const names = areas.map(({ name }) => {
      const words = document.createElement("span");
      words.textContent = name;
      return words;
    });
    document.getElementById("area-names").replaceChildren(...names);
    follow();
  };

  page.followAreas = (cy) => cy.on("render", follow);

  function follow() {
    const over = document.getElementById("area-names");
    if (!over.firstChild) return;
    const [zoom, pan] = [page.cy.zoom(), page.cy.pan()];
    [...over.children].forEach((words, i) => {
      const { x, y } = page.areas[i];
      words.style.transform = `translate(${(x * zoom + pan.x).toFixed(1)}px, ${(y * zoom + pan.y).toFixed(1)}px) translateY(-100%)`;
    });
  }
})();
