/* The functions that the page's callbacks name, and those that components call to draw an option. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const quiet = () => window.dash_clientside.no_update;

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    liangxin: {
      begin: (words, styles) => {
        page.begin(words, styles);
        return quiet();
      },
      rows_arrived: (rows) => {
        page.rowsArrived(rows);
        return quiet();
      },
      form_arrived: (form, days, ribbonHidden) => {
        if (!form) return Array(6).fill(quiet());
        page.form = { ...page.form, ...form };
        page.days(page.form);
        const offered = form.dates ? form.dates.map((day) => ({ value: day, label: day })) : [...(days || [])];
        [form.at, form.compared].filter(Boolean).forEach((day) => {
          if (!offered.some((one) => one.value === day)) offered.push({ value: day, label: day });
        });
        offered.sort((a, b) => (a.value < b.value ? 1 : -1));
        const hidden = form.demo === undefined ? ribbonHidden : !form.demo;
        const at = form.at || (offered[0] || {}).value || null;
        // the days to choose from are set only where they are others
        const same = JSON.stringify(offered) === JSON.stringify(days);
        const choices = same ? quiet() : offered;
        return [form.question, choices, at, choices, form.compared || null, hidden];
      },
      run: (clicks, question, at, compared, ids, values, keyIds, keys) => {
        if (!clicks || !question) return quiet();
        // the controls of the question before stand until those of this one have come
        const [all, set] = [[...ids, ...keyIds], [...values, ...keys]];
        const shown = all.map((id, i) => [id, set[i]]).filter(([id]) => id.of === question);
        const kept = page.form && page.form.question === question ? page.form.parameters : {};
        const parameters = shown.length ? Object.fromEntries(shown.map(([id, value]) => [id.name, value])) : kept;
        page.act({ name: "ask", question, at, compared, parameters });
        return quiet();
      },
      ways_by: (edges) => {
        page.waysBy = edges || [];
        return quiet();
      },
      search_chosen: (id) => {
        if (!id) return quiet();
        page.reveal(id);
        return null;
      },
    },
  });

  const options = (window.dashMantineFunctions = window.dashMantineFunctions || {});
  options.keepAll = ({ options: all }) => all;
  options.renderHit = ({ option }) => {
    const React = window.React;
    const mark = page.language.marks[option.type];
    const [type, ...rest] = option.detail.split(" · ");
    const part = (key, className, words, style) => React.createElement("span", { key, className, style }, words);
    const colour = mark && { borderColor: `var(--${mark.token})`, color: `var(--${mark.token})` };
    return React.createElement("span", { className: "hit" }, [
      part("name", "hit-name", option.label),
      part("type", "hit-type", type, colour),
      part("also", "hit-also", rest.join(" · ")),
    ]);
  };
})();
