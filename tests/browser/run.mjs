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
const browser = await launch();
try {
  await canFail(browser, report);
  if (address) {
    const journeys = [
      signInJourney, searchJourney, visitJourney, leaverJourney, letterJourney, homelessJourney, importJourney,
      offerJourney, returnsJourney,
    ];
    for (const journey of journeys) await travel(journey);
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
  await alone(async (page) => {
    const before = new Set(reached);
    const arrived = await report.check(journey.title, async () => {
      if (journey !== signInJourney && person !== nobody) await signIn(page, address, person, word);
      await journey.go(page, { address, person, word });
    });
    const led = [...reached].filter((url) => !before.has(url) && !new URL(url).pathname.startsWith("/sign-"));
    if (arrived) await walk(page, address, person.role, report, checked, led.map((url) => ({ url, from: journey.title })));
  });
}
// As many at a time as there are cores: nobody's window knows of another's.
async function each(people, look) {
  const ahead = [...people];
  const one = async () => {
    for (let person = ahead.shift(); person; person = ahead.shift()) await look(person);
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
  for (const path of missed(listed, reached)) {
    for (const [person, url] of whoAndWhere(path)) {
      if (!missed(`GET ${path}`, reached).length) break;
      await alone(async (page) => {
        if (!(await isIn(page, person))) return;
        const answer = await page.request.get(url, { maxRedirects: 0 });
        if (answer.status() === 200) await walk(page, address, person.role, report, checked, [{ url, from: "the list of pages" }]);
      });
    }
  }
  await report.check("every listed page was looked at", () => missed(listed, reached).map((path) => `nobody came to ${path}`));
}
// Each person at a page without a link; a page of a child, at some of the children whom others came to.
function whoAndWhere(path) {
  const children = [...new Set([...reached].flatMap((url) => /\/children\/([0-9a-f-]{36})/.exec(url)?.[1] ?? []))];
  const paths = path.includes("{child}") ? children.slice(0, 12).map((child) => path.replace("{child}", child)) : [path];
  if (paths.some((whole) => whole.includes("{"))) return [];
  return paths.flatMap((whole) => [nobody, ...people].map((person) => [person, `${address}${whole}`]));
}
async function isIn(page, person) {
  return !person.account || report.check(`${person.role} signs in`, () => signIn(page, address, person, word));
}
// A window of its own: nobody else's cookies. Where it goes is written down.
async function alone(use) {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    page.on("response", (answer) => {
      const asked = answer.request();
      // A page that leads on to another was come to as well; a form that does so is no page.
      const came = answer.status() < 300 || (answer.status() < 400 && asked.method() === "GET");
      const isPage = asked.resourceType() === "document" && came;
      if (isPage && answer.url().startsWith(address)) reached.add(answer.url());
    });
    await use(page);
  } finally {
    await context.close();
  }
}
