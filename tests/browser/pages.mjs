// Every page that can be reached by links, as each of the town's people: it answers, says nothing on the
// console, and can be used by everyone at both widths.
import { SIZES, problemsAt } from "./accessible.mjs";
import { WIDE } from "./browser.mjs";

export const NOBODY = "nobody signed in";
// Children are many and their pages of one make: so many of each kind of page are opened for each person.
const OF_EACH_KIND = 2;

// The paths that the service lists, as `/children/{child}`; those without a name of their own part first.
let paths = [];
export function pathsOf(listed) {
  const named = listed.split("\n").map((line) => line.split(" ")[1] ?? "").filter(Boolean);
  return [...new Set(named)].sort((a, b) => a.split("{").length - b.split("{").length);
}
export function knowPages(listed) {
  paths = pathsOf(listed);
}
const pattern = (path) => new RegExp(`^${path.replaceAll(/[.+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);

// `/children/0198…?page=2` is of the kind `/children/{child}?`: however it is filtered, a page is of one make.
export function kindOf(url, among = paths) {
  const { pathname, search } = new URL(url);
  const path = among.find((listed) => pattern(listed).test(pathname)) ?? pathname;
  return search ? `${path}?` : path;
}

// Walks from where it is told. `checked` holds, for each kind of page, the kinds of element already looked at: a
// page is examined again where someone sees an element on it that nobody saw before. `opened` holds how many of each
// kind this person followed a link to, on earlier walks too; where a walk starts is looked at whatever it holds.
export async function walk(page, address, who, report, checked, opened = new Map(), starts = [{ url: `${address}/`, from: "the address" }]) {
  const told = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));

  const started = new Map();
  const ahead = starts.map((start) => ({ ...start, counted: started }));
  const known = new Set(starts.map(({ url }) => url));
  while (ahead.length) {
    const { url, from, counted } = ahead.shift();
    const kind = kindOf(url);
    const times = counted.get(kind) ?? 0;
    if (times === OF_EACH_KIND) continue;
    counted.set(kind, times + 1);

    told.length = 0;
    await page.setViewportSize(WIDE);
    let isPage = false;
    await report.check(`${kind} as ${who}, linked from ${from}`, async () => {
      isPage = await open(page, url, who);
      // The browser, too, remarks on the page that asks somebody to sign in.
      const remarks = told.filter((words) => who !== NOBODY || !words.includes("401"));
      return remarks.map((words) => `said on the console: ${words}`);
    });
    if (!isPage) continue;
    // A redirect may have led to a kind of page that is known under its own name.
    const shown = kindOf(page.url());
    for (const link of await links(page, address)) {
      if (!known.has(link)) {
        known.add(link);
        ahead.push({ url: link, from: shown, counted: opened });
      }
    }
    await examine(page, shown, who, report, checked);
  }
  return new Set([...opened.keys(), ...started.keys()]).size;
}
// The listed pages that nobody came to: `GET /children/{child} …`, a line each. What a page is made with, and what
// tells whether the service is well, are no pages.
export function missed(listed, reached) {
  const paths = listed.split("\n").filter((line) => line.startsWith("GET /")).map((line) => line.split(" ")[1]);
  const isPage = (path) => !/^\/(assets|health)\//.test(path);
  return paths.filter((path) => isPage(path) && ![...reached].some((url) => pattern(path).test(new URL(url).pathname)));
}
// Whether what came is a page; a file is let go as soon as it comes: to be asked again, it would be made again.
async function open(page, url, who) {
  let answer;
  const came = (response) => response.request().isNavigationRequest() && (answer = response);
  page.on("response", came);
  try {
    await page.goto(url, { waitUntil: "load" });
  } catch (error) {
    if (!answer || !/download|ERR_ABORTED/i.test(error.message)) throw error;
  } finally {
    page.off("response", came);
  }
  // Whoever is not signed in gets the page to sign in, in place of the one that they asked for.
  if (answer.status() === 401 && who === NOBODY) return true;
  if (answer.status() >= 400) throw new Error(`answers ${answer.status()}`);
  return (answer.headers()["content-type"] ?? "").startsWith("text/html");
}
async function links(page, address) {
  const hrefs = await page.$$eval("a[href]", (all) => all.map((a) => a.href.split("#")[0]));
  return hrefs.filter((href) => href.startsWith(`${address}/`) && !/\/(sign-out|my\/leave)$/.test(href));
}
async function examine(page, kind, who, report, checked) {
  const elements = await page.$$eval("body *", (all) =>
    all.map((e) => [e.localName, e.getAttribute("role"), e.getAttribute("type"), [...e.classList].sort().join(".")].join("|")),
  );
  const before = checked.get(kind) ?? new Set();
  const fresh = elements.filter((element) => !before.has(element));
  if (before.size && fresh.length === 0) return;
  checked.set(kind, new Set([...before, ...fresh]));
  for (const size of SIZES) {
    await report.check(`${kind} as ${who} at ${size.width} px`, () => problemsAt(page, size));
  }
}
