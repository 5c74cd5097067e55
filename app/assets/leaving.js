/* Files that leave the page. The picture is composed here, as a sheet of paper. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});

  page.leave = (format) => {
    if (!page.cy || !page.cy.nodes(":visible").length) return page.toast(page.words("nothing_to_export"));
    if (format === "png") return page.sheet().then(({ canvas }) => download(canvas));
    page.set("leave", { data: { format, tab: page.tab(), at: Date.now() } });
  };

  function download(canvas) {
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${page.title || page.words("product")}_${page.at || ""}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      page.toast(page.words("exported", { file: link.download }));
    }, "image/png");
  }
})();
