/* On a narrow screen the question folds away under the search, and what was tapped is told below the picture. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});

  page.here.fold_asking = () => {
    const unfolded = document.querySelector(".asking").classList.toggle("unfolded");
    document.getElementById("fold-asking").setAttribute("aria-expanded", String(unfolded));
  };
})();
