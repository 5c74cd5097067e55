/* The pages of ledgers: deeds go to the server one at a time, files are sent as they are dropped, work is watched. */
(function () {
  "use strict";
  const page = (window.liangxin = window.liangxin || {});
  const queue = [];
  let pending = null;
  let since = 0;
  let number = 0;
  let reply = null;
  let look = null;

  const WATCHED_EVERY = 500;
  const LONGEST = 30000;

  function act(action) {
    queue.push(action);
    send();
  }

  function send() {
    if (pending || !queue.length) return;
    clearTimeout(look);
    number = Math.max(number + 1, Date.now());
    pending = { ...queue.shift(), number, tab: page.tab() };
    since = Date.now();
    document.querySelector("main").dataset.pending = pending.name;
    page.set(page.language.deed, { data: pending });
  }

  function answered(told) {
    reply = told;
    if (!pending || told.number !== pending.number) return;
    pending = null;
    gone(false);
    const main = document.querySelector("main");
    main.dataset.answered = told.number;
    delete main.dataset.pending;
    if (queue.length) send();
    else if (told.working) look = setTimeout(() => act({ name: "look" }), WATCHED_EVERY);
  }

  const gone = (is) => (document.getElementById("no-answer").hidden = !is);

  /* A deed waits for its answer as long as the server is there; what got lost with the server goes out again. */
  setInterval(() => {
    if (!pending) return;
    fetch(location.pathname, { method: "HEAD" }).then(
      () => {
        if (!document.getElementById("no-answer").hidden) again();
        else if (Date.now() - since > LONGEST) gone(true);
      },
      () => gone(true)
    );
  }, 2500);

  function again() {
    if (!pending) return;
    queue.unshift(pending);
    pending = null;
    send();
  }

  /* Files: dropped anywhere on the page, folders with all that is in them, or chosen. */
  const arriving = (words) => (document.getElementById("arriving").textContent = words);

  function receive(files) {
    return files.reduce((before, file) => before.then(() => receiveOne(file)), Promise.resolve()).then(() => arriving(""));
  }

  function receiveOne(file) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", `/importing/files/${page.tab()}?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader("X-Liangxin", "1");
      request.upload.onprogress = ({ loaded, total }) =>
        arriving(page.words("arriving", { name: file.name, share: total ? `${Math.round((100 * loaded) / total)}%` : "" }));
      request.onload = () => {
        act({ name: "look" });
        resolve();
      };
      request.onerror = () => {
        page.toastAt(page.words("arrival_failed", { name: file.name }));
        resolve();
      };
      request.send(file);
    });
  }

  async function filesOf(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    return entries.length ? (await Promise.all(entries.map(within))).flat() : [...transfer.files];
  }

  async function within(entry) {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    const found = [];
    for (let some = null; !some || some.length; ) {
      some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      found.push(...some.filter((one) => !one.name.startsWith(".") && !one.name.startsWith("~$")));
    }
    return (await Promise.all(found.map(within))).flat();
  }

  function takeDrops(zone) {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", id: "choose", multiple: true, hidden: true, accept: zone.dataset.accept });
    document.body.append(input);
    input.addEventListener("change", () => {
      receive([...input.files]);
      input.value = "";
    });
    page.here.choose = () => input.click();
    const main = document.querySelector("main");
    let depth = 0;
    const dragging = (by) => main.classList.toggle("dragging", (depth = Math.max(0, depth + by)) > 0);
    document.addEventListener("dragenter", () => dragging(1));
    document.addEventListener("dragleave", () => dragging(-1));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      dragging(-depth);
      filesOf(event.dataTransfer).then(receive);
    });
  }

  page.beginLedgers = (words) => {
    page.language = words;
    page.act = act;
    page.here.retry = again;
    page.nameTheme();
    const zone = document.getElementById("drop");
    if (zone) takeDrops(zone);
    act({ name: "open", link: location.search });
  };

  const quiet = () => window.dash_clientside.no_update;
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    ledgers: {
      begin: (words) => {
        page.beginLedgers(words);
        return quiet();
      },
      answered: (told) => {
        if (told) answered(told);
        return quiet();
      },
      /* The controls say something else than the server knows. */
      corrected: (values, ids) => {
        const file = reply && reply.file;
        if (!file || !values.length) return quiet();
        const told = Object.fromEntries(ids.map((id, i) => [id.what, values[i] || ""]));
        if (Object.entries(told).every(([what, value]) => value === file[what])) return quiet();
        const { extent, ...rest } = { ...file, ...told };
        act({ ...rest, name: "correct", file: file.id, full: extent === "full" });
        return quiet();
      },
      heading: (values, ids) => {
        const at = values.findIndex(Boolean);
        if (at >= 0 && reply.file) act({ name: "heading", file: reply.file.id, heading: ids[at].heading, column: values[at] });
        return quiet();
      },
      looked_for: (values, ids) => {
        const file = reply && reply.file;
        if (file && values.length && ids[0].of === file.id && values[0] !== file.words)
          act({ name: "rows", file: file.id, words: values[0] });
        return quiet();
      },
      another: (values) => {
        if (values[0]) act({ name: "pick", key: values[0] });
        return quiet();
      },
    },
  });
})();
