// The page that checks a return, opened from a folder as a person would from a stick: what it finds, whether everyone
// can use it, how long it takes, and that nothing leaves it. `cargo xtask wasm` builds it and says where it is.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { SIZES, problemsAt } from "./accessible.mjs";
import { launch } from "./browser.mjs";
import { must, tabTo } from "./keyboard.mjs";
import { Report } from "./report.mjs";

const { LOXLEY_CHECK_PAGE: file, LOXLEY: loxley, LOXLEY_SHARED: shared, LOXLEY_LARGE_RETURN: large } = process.env;
const address = pathToFileURL(file).href;
// What a return of 10,000 children may take.
const MOST_SECONDS = 5;
const HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,14/06/2015,WBRI,A123456789123,,\n2,2,31/02/2014,WBRI,A123456789124,,\n";
const EPISODES =
  "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n" +
  "1,01/05/2026,S,C2,N1,U4,PR1,30/04/2026,E4A,,AB1 0JD,AB1 0JD,SC000001\n2,01/05/2026,S,C2,N1,U4,PR1,,,,AB1 0JD,AB1 0JD,SC000001\n";
const LAST_YEAR = EPISODES.replaceAll("/2026", "/2025");

const folder = mkdtempSync(join(tmpdir(), "loxley-check-page-"));
const give = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const small = [give("episodes.csv", EPISODES), give("header.csv", HEADER)];
const codes = (page) => page.locator("#rules th[scope=row]").allInnerTexts();
const rows = (page) => page.locator("#rows tr").allInnerTexts();
const report = new Report();
const browser = await launch();
try {
  await story("a request would be heard", hears);
  await story("a return is checked with the keyboard alone", keyboard);
  await story("everyone can use the page, empty, refusing and with findings", accessible);
  await story("what cannot be read is said, and the focus goes there", refuses);
  await story("the year before is asked about, and may be added to", earlierYears);
  await story("a folder and a zip are dropped", drops);
  await story("the page has no way to send anything", sendsNothing);
  if (shared && loxley) await story("the page says what the command line says, to the byte", agrees);
  else console.log("skipped: the comparison with the command line (LOXLEY_SHARED, LOXLEY)");
  if (large) await story(`10,000 children take less than ${MOST_SECONDS} s`, quick);
  else console.log("skipped: the return of 10,000 children (LOXLEY_LARGE_RETURN)");
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
process.exitCode = report.close() ? 0 : 1;

// A window of its own, whose every request and complaint is written down; there must be none but the page itself.
async function story(name, tell) {
  const context = await browser.newContext({ acceptDownloads: true });
  context.setDefaultTimeout(60_000);
  const heard = [];
  context.on("request", (request) => heard.push(request.url()));
  await context.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", (e) => globalThis.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`a fault in the script: ${error.message}`));
  page.on("console", (said) => said.type() === "error" && complaints.push(`said on the console: ${said.text()}`));
  await report.check(name, async () => {
    await page.goto(address);
    const problems = (await tell(page, { heard, complaints })) ?? [];
    const refused = await page.evaluate(() => globalThis.refused ?? []);
    const asked = heard.filter((url) => url !== address && !/^(blob|data):/.test(url));
    return [...problems, ...asked.map((url) => `it asked for ${url}`), ...refused.map((r) => `refused: ${r}`), ...complaints];
  });
  await context.close();
}
async function check(page, files = small, meanwhile = () => {}) {
  await page.setInputFiles("#this", files);
  await page.click("#go");
  await meanwhile();
  await page.locator("#result-title, #refused").and(page.locator(":focus")).waitFor();
}
async function download(page, words) {
  const [got] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words }).click()]);
  return readFileSync(await got.path(), "utf8");
}

async function keyboard(page) {
  await tabTo(page, /this year/i);
  // The window that chooses files is the browser's own: what it would give is put there.
  await page.setInputFiles("#this", small);
  await tabTo(page, /^check$/i);
  await page.keyboard.press("Enter");
  await page.locator("#result-title:focus").waitFor();
  must((await page.innerText("#result-title")).includes("2026/27"), "the heading tells no collection");
  must((await page.innerText("#result-said")).startsWith("2 children"), await page.innerText("#result-said"));
  for (const code of ["102", "356"]) must((await codes(page)).includes(code), `rule ${code} is not in the list`);
  await tabTo(page, /download as csv/i);
  const [got] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  must(got.suggestedFilename() === "findings.csv", `the file is called ${got.suggestedFilename()}`);
  must(readFileSync(await got.path(), "utf8").includes("356"), "rule 356 is not in what was downloaded");
  await tabTo(page, /rows of rule 356/i);
  await page.keyboard.press("Enter");
  await page.locator("#count:focus").waitFor();
  must(/^356\s+1\s+Episodes\s+2\b/.test((await rows(page)).join()), `rule 356 shows ${await rows(page)}`);
  await page.locator("#rule").fill("");
  await tabTo(page, /child’s id/i);
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await page.locator("#count:focus").waitFor();
  must((await rows(page)).every((row) => /^\S+\s+2\s/.test(row)), `a filter for child 2 leaves ${await rows(page)}`);
  // A select changes with the arrows; the list of skipped rules is longer than a page of it.
  await page.locator("#child").fill("");
  await page.locator("#list").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#count:focus").waitFor();
  must((await page.innerText("#count")).startsWith("Rows 1 to 100 of"), await page.innerText("#count"));
  await tabTo(page, /more rows/i);
  await page.keyboard.press("Enter");
  await page.locator("#count:focus").waitFor();
  must((await page.innerText("#count")).startsWith("Rows 101 to"), await page.innerText("#count"));
}
async function accessible(page) {
  const problems = [];
  const look = async (when) => {
    for (const size of SIZES) {
      problems.push(...(await problemsAt(page, size)).map((p) => `${when}, ${size.width} px: ${p}`));
      if (process.env.LOXLEY_PICTURES) {
        await page.screenshot({ path: join(process.env.LOXLEY_PICTURES, `${when}-${size.width}.png`), fullPage: true });
      }
    }
  };
  await look("empty");
  await check(page, [give("poem.csv", "Roses are red\n")]);
  await look("refusing");
  await check(page);
  await look("with findings");
  await page.selectOption("#list", "skipped");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.locator("#count:focus").waitFor();
  await look("skipped rules");
  return problems;
}
async function refuses(page) {
  await page.click("#go");
  await page.locator("#refused:focus").waitFor();
  must((await page.innerText("#refused")).includes("Choose"), `no file: ${await page.innerText("#refused")}`);
  for (const [name, bytes, why] of [
    ["poem.csv", "Roses are red\n", "headings of no table"],
    ["broken.zip", "PK\u0003\u0004 and then nothing", "cannot be opened"],
    ["broken.xml", "<EXPSSDA903><CHILD>", "breaks off"],
    ["entities.xml", "<!DOCTYPE r [<!ENTITY a 'a'>]><EXPSSDA903/>", "document type"],
  ]) {
    await check(page, [give(name, bytes)]);
    const said = await page.innerText("#refused:focus");
    must(said.includes(name) && said.includes(why), `${name}: ${said}`);
  }
  await page.locator("#refused a").click();
  must(await page.locator("#this:focus").count(), "the summary does not lead to the field");
  await page.fill("#year", "two");
  await check(page);
  must((await page.innerText("#refused")).includes("four figures"), await page.innerText("#refused"));
  await page.fill("#year", "2026");
  await check(page);
  must((await page.innerText("#result-title")).includes("2025/26"), "the year that was said is not taken");
  must(await page.locator("#refused").isHidden(), "an old refusal still stands");
}
async function earlierYears(page) {
  const skipped = () => page.innerText("#result-said").then((said) => Number(/(\d+) rules that could not/.exec(said)?.[1]));
  await check(page);
  const without = await skipped();
  await page.setInputFiles("#earlier-1", [give("episodes.csv", LAST_YEAR), give("header.csv", HEADER)]);
  await check(page, [give("this_episodes.csv", EPISODES), small[1]]);
  must((await skipped()) < without, `with the year before ${await skipped()} rules are skipped, without it ${without}`);
  await page.getByRole("button", { name: "Add another earlier year" }).click();
  must(await page.locator("#earlier-2:focus").count(), "the new field has no focus");
}
// As a desktop would: the browser is told of paths, and the page gets what it may see of them.
async function drops(page) {
  const at = join(folder, "return");
  execFileSync("mkdir", [at]);
  writeFileSync(join(at, "episodes.csv"), EPISODES);
  writeFileSync(join(at, "header.csv"), HEADER);
  writeFileSync(join(at, "notes.txt"), "not of the return\n");
  const zip = join(folder, "return.zip");
  execFileSync("python3", ["-m", "zipfile", "-c", zip, at]);
  const desktop = await page.context().newCDPSession(page);
  await page.locator("#drop").scrollIntoViewIfNeeded();
  const box = await page.locator("#drop").boundingBox();
  const problems = [];
  for (const [what, paths] of [["files", small], ["folder", [at]], ["zip", [zip]]]) {
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await desktop.send("Input.dispatchDragEvent", { type, x: box.x + 20, y: box.y + 20, data });
    }
    await page.locator("#dropped", { hasText: "dropped" }).waitFor();
    await page.click("#go");
    await page.locator("#result-title, #refused").and(page.locator(":focus")).waitFor();
    const found = (await page.locator("#result").isVisible()) ? await codes(page) : [await page.innerText("#refused")];
    if (!found.includes("356")) problems.push(`a dropped ${what} gives ${found}`);
  }
  return problems;
}
// Whoever put words into this page could still not send any: a server waits for them in vain.
async function sendsNothing(page, { heard, complaints }) {
  const came = [];
  const server = createServer((request, answer) => {
    came.push(request.url);
    answer.writeHead(200, { "access-control-allow-origin": "*" }).end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const to = `http://127.0.0.1:${server.address().port}`;
  await check(page);
  const tried = await page.evaluate(async (to) => {
    const went = [];
    const outcome = (name, promise) => promise.then(() => went.push(name), () => {});
    await outcome("fetch", fetch(`${to}/fetch`));
    await outcome("image", new Promise((done, failed) => Object.assign(new Image(), { onload: done, onerror: failed, src: `${to}/image` })));
    await outcome("script", new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { onload: done, onerror: failed, src: `${to}/script` }))));
    navigator.sendBeacon(`${to}/beacon`, "words");
    const form = Object.assign(document.createElement("form"), { action: `${to}/form`, method: "post" });
    document.body.append(form);
    form.submit();
    const script = `fetch("${to}/worker").then(() => postMessage("went"), () => postMessage("refused"))`;
    const beside = new Worker(URL.createObjectURL(new Blob([script])));
    const answer = await new Promise((done) => (beside.onmessage = ({ data }) => done(data)));
    if (answer !== "refused") went.push("a worker's fetch");
    return { went, refused: globalThis.refused.splice(0) };
  }, to);
  server.close();
  must(tried.went.length === 0 && came.length === 0, `this went out: ${[...tried.went, ...came]}`);
  for (const directive of ["connect-src", "img-src", "script-src", "form-action"]) {
    must(tried.refused.some((r) => r.startsWith(directive)), `${directive} did not refuse: ${tried.refused}`);
  }
  // What was tried on purpose.
  heard.splice(0);
  complaints.splice(0);
}
// The list of requests is not empty because nobody listens.
async function hears(page, { heard }) {
  must(heard.includes(address), "the page itself was not heard");
  const server = createServer((_, answer) => answer.end());
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const to = `http://127.0.0.1:${server.address().port}/heard`;
  const other = await page.context().newPage();
  await other.goto(to);
  server.close();
  must(heard.includes(to), "a request was not heard");
  heard.splice(0);
}
async function agrees(page) {
  const inside = (name) => readdirSync(join(shared, "data", name)).sort().map((file) => join(shared, "data", name, file));
  const tables = inside("synthetic_903").filter((file) => /\.csv$/i.test(file));
  // The folder holds other files, which the page was not given.
  const copy = mkdtempSync(join(folder, "same-"));
  for (const table of tables) copyFileSync(table, join(copy, basename(table)));
  const xml = ["synthetic_903", "synthetic_cin"].flatMap(inside).filter((file) => /\.xml$/i.test(file));
  const problems = [];
  for (const [files, path] of [[tables, copy], ...xml.map((file) => [[file], file])]) {
    const differs = await differences(page, files, path);
    problems.push(...differs.map((words) => `${basename(path)}: ${words}`));
  }
  return problems;
}
async function differences(page, files, path) {
  const out = join(folder, "native.json");
  const code = exitOf(() => execFileSync(loxley, ["check", path, "--format", "json", "--out", out]));
  await check(page, files);
  const refused = await page.locator("#refused").isVisible();
  if (code === 2 || refused) return code === 2 && refused ? [] : [`loxley check ended with ${code}, the page refuses: ${refused}`];
  const [here, there] = [JSON.parse(await download(page, "Download as JSON")), JSON.parse(readFileSync(out, "utf8"))];
  const problems = [];
  const count = (list) => list.reduce((counts, { rule }) => counts.set(rule, (counts.get(rule) ?? 0) + 1), new Map());
  for (const list of ["findings", "skipped", "undecided"]) {
    const [ours, theirs] = [count(here[list]), count(there[list])];
    for (const rule of new Set([...ours.keys(), ...theirs.keys()])) {
      const [a, b] = [ours.get(rule) ?? 0, theirs.get(rule) ?? 0];
      if (a !== b) problems.push(`${list} of rule ${rule}: ${a} in the page, ${b} on the command line`);
    }
  }
  const same = JSON.stringify(here) === JSON.stringify(there);
  if (!same && problems.length === 0) problems.push("the reports differ though their counts agree");
  if (there.findings.length === 0) problems.push("the command line found nothing: that proves nothing");
  const counted = `${there.findings.length} findings, ${there.skipped.length} skipped, ${there.undecided.length} undecided`;
  console.log(`${basename(path)} on the command line: ${counted}; ${same ? "the same in the page" : "not the same in the page"}`);
  return problems;
}
function exitOf(run) {
  try {
    run();
    return 0;
  } catch (error) {
    return error.status;
  }
}
async function quick(page) {
  const all = (year) => readdirSync(join(large, year)).sort().map((name) => join(large, year, name));
  const times = [];
  for (const years of [["this_year"], ["this_year", "prev_year"]]) {
    if (years[1]) await page.setInputFiles("#earlier-1", all(years[1]));
    // Seen only by a page that stays alive while the rules work.
    await check(page, all(years[0]), () => page.locator("#busy", { hasText: "Asking the rules" }).waitFor());
    const took = Number(/([\d.]+) seconds/.exec(await page.innerText("#took"))[1]);
    console.log(`${years.join(" and ")}: ${took} s from pressing Check to the result: ${await page.innerText("#result-said")}`);
    times.push(took);
  }
  must(times[0] < MOST_SECONDS, `it took ${times[0]} s`);
}
