// The checks are shown pages with faults, on a server of their own: a check that cannot fail proves nothing.
import { createServer } from "node:http";
import { code } from "./browser.mjs";
import { must, tabTo } from "./keyboard.mjs";
import { kindOf, missed, pathsOf, walk } from "./pages.mjs";
import { Report } from "./report.mjs";

const page = (body) => `<!doctype html><html lang="en"><head><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>A page</h1>${body}</main></body></html>`;
const PAGES = {
  "/": page('<p><a href="/sound">Sound</a></p><p><a href="/picture">Picture</a></p><p><a href="/wide">Wide</a></p><p><a href="/gone">Gone</a></p><p><a href="/noisy">Noisy</a></p>'),
  "/sound": page("<p>Nothing is wrong here.</p>"),
  "/picture": page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'),
  "/wide": page('<div style="width: 400px">Wider than a small screen.</div>'),
  "/noisy": page('<script>console.error("a fault in a script")</script>'),
  "/focus": page('<style>:focus { outline: none }</style><button type="button">Unseen</button>'),
};

export async function canFail(browser, report) {
  const server = createServer((request, answer) => {
    const body = PAGES[request.url];
    answer.writeHead(body ? 200 : 404, { "content-type": "text/html" }).end(body ?? page("Not here"));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}`;
  const context = await browser.newContext();
  try {
    await report.check("the checks find the faults of a page, and none where there is none", () => faults(context, address));
    await report.check("a focus that cannot be seen is found", () => unseen(context, address));
    await report.check("the digits of the second factor are those of RFC 6238", () => {
      const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
      must(code(key, 59_000) === "287082" && code(key, 1_111_111_109_000) === "081804", "other digits came");
    });
    await report.check("a page's kind leaves out whose it is", () => {
      const listed = ["GET /children/{child}/notes allowed view_child", "GET /children/new public"];
      const path = "http://a/children/0198c0de-0000-7000-8000-000000000001/notes?page=2&of=1";
      const kinds = [path, "http://a/children/new"].map((url) => kindOf(url, pathsOf(listed.join("\n"))));
      must(kinds.join() === "/children/{child}/notes?,/children/new", kinds.join());
    });
    await report.check("a listed page that nobody came to is named", () => {
      const listed = "GET / public\nGET /children/{child} allowed view_child\nGET /refused public\nPOST /sent\nGET /assets/{file}";
      const named = missed(listed, new Set(["http://a/", "http://a/children/12?page=2"]));
      must(named.join() === "/refused", `named were ${named}`);
    });
  } finally {
    await context.close();
    server.close();
  }
}
async function faults(context, address) {
  const said = [];
  const kept = console.log;
  const found = new Report();
  console.log = (words) => said.push(words);
  try {
    await walk(await context.newPage(), address, "a tester", found, new Map());
  } finally {
    console.log = kept;
  }
  const all = said.join("\n");
  const expected = ["/picture as a tester at 1280 px", "image-alt", "/wide as a tester at 320 px", "scrolls sideways", "answers 404", "a fault in a script"];
  const missed = expected.filter((words) => !all.includes(words)).map((words) => `not found: ${words}`);
  const wrongly = said.filter((words) => /FAILED (\/sound|\/ |\/wide as a tester at 1280)/.test(words)).map((w) => `found where nothing is wrong: ${w}\n${all}`);
  return [...missed, ...wrongly];
}
async function unseen(context, address) {
  const page = await context.newPage();
  await page.goto(`${address}/focus`);
  const why = await tabTo(page, /unseen/i).then(() => "", (error) => error.message);
  must(why.includes("cannot be seen"), `it was let through: ${why}`);
}
