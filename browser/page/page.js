"use strict";
// The rules stand in this page, compressed; nothing is fetched. They work beside it.
const at = (id) => document.getElementById(id);

let worker;
let waiting;
// Begins anew where the rules broke: a page that has met one return too large can check the next.
function begin() {
  worker?.terminate();
  waiting = [];
  const script = URL.createObjectURL(new Blob([at("worker").textContent], { type: "text/javascript" }));
  worker = new Worker(script);
  worker.onmessage = ({ data }) => {
    if (data.news) {
      at("busy").textContent = data.news;
      return;
    }
    const { done, broke } = waiting.shift();
    if (data.broke) broke(new Error(data.broke));
    else done(data.answer);
  };
  const packed = Uint8Array.from(atob(at("module").textContent.trim()), (c) => c.charCodeAt(0));
  return ask("begin", { packed });
}
// Answers come in the order of the questions.
function ask(does, words) {
  return new Promise((done, broke) => {
    waiting.push({ done, broke });
    worker.postMessage({ does, ...words });
  });
}
let ready = begin();

let dropped = [];
const drop = at("drop");
for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("check-drop--over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("check-drop--over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("check-drop--over");
  // All are asked for at once: after the first wait the browser has forgotten them.
  const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
  const entries = await Promise.all(items.map((item) => item.getAsFileSystemHandle?.() ?? item.webkitGetAsEntry()));
  dropped = (await Promise.all(entries.map(files))).flat();
  at("dropped").textContent = dropped.length === 1 ? "1 file dropped." : `${dropped.length} files dropped.`;
  at("this").value = "";
});
// A file that misses its field must not open in place of the page.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => event.target.matches?.("input[type=file]") || event.preventDefault());
}
// What was given last counts.
at("this").addEventListener("change", () => {
  dropped = [];
  at("dropped").textContent = "";
});
// A folder gives the files in it. Chromium lets a page that was opened from a folder read what is dropped through a
// handle alone; Firefox and Safari know no handles that are dropped, but entries.
async function files(entry) {
  if (entry.getFile) return [await entry.getFile()];
  if (entry.file) return [await new Promise((done, failed) => entry.file(done, failed))];
  const found = [];
  if (entry.values) {
    for await (const inside of entry.values()) found.push(inside);
  } else {
    const reader = entry.createReader();
    // It gives a hundred at a time, and none at the end.
    for (let some; some?.length !== 0; found.push(...some)) {
      some = await new Promise((done, failed) => reader.readEntries(done, failed));
    }
  }
  return (await Promise.all(found.filter((inside) => inside.isFile || inside.kind === "file").map(files))).flat();
}

at("add").addEventListener("click", () => {
  const n = document.querySelectorAll("#earlier input").length + 1;
  const label = element("label", "govuk-label", "One more earlier year");
  label.htmlFor = `earlier-${n}`;
  const input = element("input", "govuk-file-upload");
  Object.assign(input, { type: "file", id: label.htmlFor, multiple: true, accept: ".csv,.zip,.xml" });
  at("earlier").append(label, input);
  input.focus();
});

function refuse(why, field = "this") {
  at("refused-why").textContent = why;
  at("refused-why").hash = field;
  at("refused").hidden = false;
  at("refused").focus();
}
at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  at("refused").hidden = true;
  at("result").hidden = true;
  const begun = performance.now();
  const chosen = [...at("this").files];
  const year = at("year").value.trim();
  const earlier = [...document.querySelectorAll("#earlier input")].map((input) => [...input.files]);
  const years = [chosen.length > 0 ? chosen : dropped, ...earlier];
  if (years[0].length === 0) return refuse("Choose the files of the return, or drop them on the page");
  if (!/^(20\d\d)?$/.test(year)) return refuse("The year must be four figures, such as 2027", "year");
  at("go").disabled = true;
  try {
    await ready;
    const summary = await ask("check", { years, year: Number(year) });
    if (summary.refused) {
      refuse(summary.refused);
    } else {
      show(summary);
      await rows(0);
      at("took").textContent = `Checked in ${Math.max(0.1, (performance.now() - begun) / 1000).toFixed(1)} seconds.`;
      at("result-title").focus();
    }
  } catch (error) {
    refuse(`The rules stopped (${error.message}). If the return is very large, check it with “loxley check” instead.`);
    ready = begin();
  }
  at("busy").textContent = "";
  at("go").disabled = false;
});

function element(name, style, words) {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (words !== undefined) made.textContent = words;
  return made;
}
function row(cells) {
  const tr = element("tr", "govuk-table__row");
  tr.append(...cells);
  return tr;
}
const cell = (words) => element("td", "govuk-table__cell", words);

function show(s) {
  at("result-title").textContent = `${s.title}, collection ${s.collection}`;
  const other = s.rules_of === s.collection ? "" : ` No rules are published for that year: those of ${s.rules_of} were asked.`;
  at("result-said").textContent =
    `${s.children} children, ${s.asked} rules asked: ${s.errors} errors, ${s.queries} queries, ` +
    `${s.skipped} rules that could not be asked, ${s.undecided} rows that could not be decided.${other}`;
  at("notes").replaceChildren(...s.notes.slice(0, 20).map((note) => element("li", "", note)));
  at("rules").replaceChildren(
    ...s.rules.map((rule) => {
      const button = element("button", "check-link", rule.code);
      button.type = "button";
      button.setAttribute("aria-label", `Show the rows of rule ${rule.code}`);
      button.addEventListener("click", async () => {
        at("list").value = "findings";
        at("rule").value = rule.code;
        at("child").value = "";
        await find(0);
      });
      const code = element("th", "govuk-table__header");
      code.scope = "row";
      code.append(button);
      const times = element("td", "govuk-table__cell govuk-table__cell--numeric", rule.n);
      return row([code, times, cell(`${rule.query ? "Query: " : ""}${rule.wrong} ${rule.todo}`)]);
    }),
  );
  at("result").hidden = false;
}

const HEADS = {
  findings: ["Rule", "Child", "Table", "Row", "Cells"],
  skipped: ["Rule", "Why"],
  undecided: ["Rule", "Child", "Table", "Row", "Which cell prevents an answer"],
};
let from = 0;
async function find(start) {
  await rows(start);
  at("count").focus();
}
async function rows(start) {
  const asked = { list: at("list").value, rule: at("rule").value, child: at("child").value, from: start };
  const found = await ask("find", { asked });
  from = start;
  const last = start + found.rows.length;
  at("count").textContent = found.n === 0 ? "No rows." : `Rows ${start + 1} to ${last} of ${found.n}.`;
  const heads = HEADS[asked.list].map((words) => {
    const th = element("th", "govuk-table__header", words);
    th.scope = "col";
    return th;
  });
  at("rows-head").replaceChildren(row(heads));
  at("rows").replaceChildren(...found.rows.map((cells) => row(cells.map((c) => cell(Array.isArray(c) ? pairs(c) : c)))));
  at("back").hidden = start === 0;
  at("on").hidden = last >= found.n;
  at("on").dataset.most = found.most;
}
const pairs = (cells) => cells.map(([name, value]) => `${name} ${value === "" ? "(blank)" : value}`).join(", ");
at("filter").addEventListener("submit", (event) => {
  event.preventDefault();
  find(0);
});
at("on").addEventListener("click", () => find(from + Number(at("on").dataset.most)));
at("back").addEventListener("click", () => find(Math.max(0, from - Number(at("on").dataset.most))));

const FORMS = [["findings.csv", "text/csv"], ["findings.html", "text/html"], ["findings.json", "application/json"]];
for (const button of document.querySelectorAll("[data-report]")) {
  button.addEventListener("click", async () => {
    const form = Number(button.dataset.report);
    const [name, type] = FORMS[form];
    const link = element("a");
    link.download = name;
    link.href = URL.createObjectURL(new Blob([await ask("report", { form })], { type }));
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
