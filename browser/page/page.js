"use strict";
// The rules stand in this page, compressed; nothing is fetched.
const at = (id) => document.getElementById(id);
const text = new TextEncoder();
const said = new TextDecoder();

async function rules() {
  const packed = Uint8Array.from(atob(at("module").textContent.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { instance } = await WebAssembly.instantiate(await new Response(stream).arrayBuffer(), {});
  return instance.exports;
}
const loaded = rules();

// Memory may have moved: it is looked up anew for each use.
function hand(wasm, bytes) {
  const place = wasm.room(bytes.length);
  new Uint8Array(wasm.memory.buffer, place, bytes.length).set(bytes);
}
function answer(wasm, length) {
  return new Uint8Array(wasm.memory.buffer, wasm.answer(), length).slice();
}
async function take(wasm, file, earlier) {
  const name = text.encode(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const all = new Uint8Array(name.length + bytes.length);
  all.set(name);
  all.set(bytes, name.length);
  hand(wasm, all);
  wasm.take(name.length, earlier);
}

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
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  dropped = (await Promise.all(entries.map(files))).flat();
  at("dropped").textContent = dropped.length === 1 ? "1 file dropped." : `${dropped.length} files dropped.`;
});
// A folder gives the files in it.
async function files(entry) {
  if (entry === null || entry instanceof File) return entry === null ? [] : [entry];
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return (await Promise.all(found.filter((e) => e.isFile).map(files))).flat();
    found.push(...some);
  }
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

at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  at("refused").hidden = true;
  at("result").hidden = true;
  at("busy").textContent = "Checking …";
  const wasm = await loaded;
  wasm.clear();
  const chosen = [...at("this").files];
  for (const file of chosen.length > 0 ? chosen : dropped) await take(wasm, file, 0);
  for (const [n, input] of [...document.querySelectorAll("#earlier input")].entries()) {
    for (const file of input.files) await take(wasm, file, n + 1);
  }
  const summary = JSON.parse(said.decode(answer(wasm, wasm.check(Number.parseInt(at("year").value, 10) || 0))));
  at("busy").textContent = "";
  if (summary.refused) {
    at("refused-why").textContent = summary.refused;
    at("refused").hidden = false;
    at("refused").focus();
    return;
  }
  show(summary);
  await find(0);
  at("result-title").focus();
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
        at("count").scrollIntoView();
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
  const wasm = await loaded;
  const asked = { list: at("list").value, rule: at("rule").value, child: at("child").value, from: start };
  hand(wasm, text.encode(JSON.stringify(asked)));
  const found = JSON.parse(said.decode(answer(wasm, wasm.find())));
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
    const wasm = await loaded;
    const form = Number(button.dataset.report);
    const [name, type] = FORMS[form];
    const link = element("a");
    link.download = name;
    link.href = URL.createObjectURL(new Blob([answer(wasm, wasm.report(form))], { type }));
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
