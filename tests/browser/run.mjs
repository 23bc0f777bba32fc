// The town in a browser: first whether these checks can fail, then journeys, then every page as each person.
// `cargo xtask test` starts it and says where the town is and who lives there.
import { availableParallelism } from "node:os";
import { launch, signIn } from "./browser.mjs";
import * as signInJourney from "./journeys/sign_in.mjs";
import * as searchJourney from "./journeys/search.mjs";
import * as visitJourney from "./journeys/visit.mjs";
import * as leaverJourney from "./journeys/leaver.mjs";
import * as letterJourney from "./journeys/letter.mjs";
import * as homelessJourney from "./journeys/homeless.mjs";
import * as importJourney from "./journeys/import.mjs";
import * as offerJourney from "./journeys/offer.mjs";
import * as youngJourney from "./journeys/young.mjs";
import * as returnsJourney from "./journeys/returns.mjs";
import { NOBODY, knowPages, missed, walk } from "./pages.mjs";
import { Report } from "./report.mjs";
import { canFail } from "./self.mjs";

const address = process.env.LOXLEY_ADDRESS;
const word = process.env.LOXLEY_WORD;
const people = JSON.parse(process.env.LOXLEY_PEOPLE ?? "[]");
const listed = process.env.LOXLEY_PAGES ?? "";
const nobody = { role: NOBODY };

knowPages(listed);
const report = new Report();
const checked = new Map();
const reached = new Set();
// Of each person, how many of each kind of page they followed a link to from where journeys led.
const opened = new Map([nobody, ...people].map((person) => [person, new Map()]));
const browser = await launch();
try {
  await canFail(browser, report);
  if (address) {
    const journeys = [
      signInJourney, searchJourney, visitJourney, leaverJourney, letterJourney, homelessJourney, importJourney,
      offerJourney, youngJourney, returnsJourney,
    ];
    // A person is in one place at a time; and some journeys rest on those of somebody else.
    const turns = new Map();
    for (const journey of journeys) {
      const who = journey.after ?? journey.role;
      turns.set(who, [...(turns.get(who) ?? []), journey]);
    }
    await each(turns.values(), async (turn) => {
      for (const journey of turn) await travel(journey);
    });
    await each([nobody, ...people], look);
    await lookForTheRest();
  }
} finally {
  await browser.close();
}
process.exitCode = report.close() ? 0 : 1;

// A journey, and then a look at each page that it led to: some have no link to them.
async function travel(journey) {
  const person = [nobody, ...people].find(({ role }) => role.toLowerCase() === (journey.role ?? "social worker"));
  await alone(async (page, came) => {
    const before = new Set(reached);
    const arrived = await report.check(journey.title, async () => {
      if (journey !== signInJourney && person !== nobody) await signIn(page, address, person, word);
      await journey.go(page, { address, person, word });
    });
    const led = [...came].filter((url) => !before.has(url) && !new URL(url).pathname.startsWith("/sign-"));
    const starts = led.map((url) => ({ url, from: journey.title }));
    if (arrived) await walk(page, address, person.role, report, checked, opened.get(person), starts);
  });
}
// As many at a time as there are cores: nobody's window knows of another's.
async function each(all, use) {
  const ahead = [...all];
  const one = async () => {
    for (let next = ahead.shift(); next; next = ahead.shift()) await use(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
}
// Every page that a person can come to by links.
async function look(person) {
  await alone(async (page) => {
    if (!(await isIn(page, person))) return;
    const kinds = await walk(page, address, person.role, report, checked);
    console.log(`${person.role}: ${kinds} kinds of page`);
  });
}
// The listed pages to which no link led: whoever may see one looks at it; one that nobody may see is a fault.
async function lookForTheRest() {
  const rest = missed(listed, reached);
  if (rest.length) await each([nobody, ...people], (person) => lookForThese(rest, person));
  await report.check("every listed page was looked at", () => missed(listed, reached).map((path) => `nobody came to ${path}`));
}
async function lookForThese(paths, person) {
  await alone(async (page) => {
    if (!(await isIn(page, person))) return;
    for (const path of paths) {
      for (const url of places(path)) {
        if (!missed(`GET ${path}`, reached).length) break;
        const answer = await page.request.get(url, { maxRedirects: 0 });
        const starts = [{ url, from: "the list of pages" }];
        if (answer.status() === 200) await walk(page, address, person.role, report, checked, opened.get(person), starts);
      }
    }
  });
}
// A page without a link; a page of a child, at some of the children whom others came to.
function places(path) {
  const children = [...new Set([...reached].flatMap((url) => /\/children\/([0-9a-f-]{36})/.exec(url)?.[1] ?? []))];
  const paths = path.includes("{child}") ? children.slice(0, 12).map((child) => path.replace("{child}", child)) : [path];
  return paths.filter((whole) => !whole.includes("{")).map((whole) => `${address}${whole}`);
}
async function isIn(page, person) {
  return !person.account || report.check(`${person.role} signs in`, () => signIn(page, address, person, word));
}
// A window of its own: nobody else's cookies. Where it goes is written down.
async function alone(use) {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const led = new Set();
  try {
    const page = await context.newPage();
    page.on("response", (answer) => {
      const asked = answer.request();
      // A page that leads on to another was come to as well; a form that does so is no page.
      const came = answer.status() < 300 || (answer.status() < 400 && asked.method() === "GET");
      const isPage = asked.resourceType() === "document" && came;
      if (!isPage || !answer.url().startsWith(address)) return;
      reached.add(answer.url());
      led.add(answer.url());
    });
    await use(page, led);
  } finally {
    await context.close();
  }
}
