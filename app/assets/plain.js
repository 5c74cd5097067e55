/* The component that draws pieces of HTML which no callback speaks of, as one. */
(function () {
  "use strict";
  const draw = (piece) => {
    if (Array.isArray(piece)) return piece.map(draw);
    if (!piece || !piece.tag) return piece;
    return window.React.createElement(piece.tag, piece.attributes, ...[].concat(draw(piece.inner)));
  };
  const Plain = ({ pieces }) => window.React.createElement(window.React.Fragment, null, ...[].concat(draw(pieces)));
  window.liangxin_components = { Plain };
})();
