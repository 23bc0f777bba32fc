// The town in a browser: first whether these checks can fail, then journeys, then every page as each person.
// `cargo xtask test` starts it and says where the town is and who lives there.
import { launch, signIn } from "./browser.mjs";
import * as signInJourney from "./journeys/sign_in.mjs";
import * as searchJourney from "./journeys/search.mjs";
import * as visitJourney from "./journeys/visit.mjs";
import { walk } from "./pages.mjs";
import { Report } from "./report.mjs";
import { canFail } from "./self.mjs";

const address = process.env.LOXLEY_ADDRESS;
const word = process.env.LOXLEY_WORD;
const people = JSON.parse(process.env.LOXLEY_PEOPLE ?? "[]");
const report = new Report();
const browser = await launch();
try {
  await canFail(browser, report);
  if (address) {
    await journeys();
    await everyPage();
  }
} finally {
  await browser.close();
}
process.exitCode = report.close() ? 0 : 1;

async function journeys() {
  const person = people.find(({ role }) => role.toLowerCase() === "social worker");
  for (const journey of [signInJourney, searchJourney, visitJourney]) {
    await alone(async (page) => {
      await report.check(journey.title, async () => {
        if (journey !== signInJourney) await signIn(page, address, person, word);
        await journey.go(page, { address, person, word });
      });
    });
  }
}
async function everyPage() {
  const checked = new Map();
  // Signed out first: what anyone may see.
  const everyone = [{ role: "nobody signed in" }, ...people];
  for (const person of everyone) {
    await alone(async (page) => {
      if (person.account && !(await report.check(`${person.role} signs in`, () => signIn(page, address, person, word)))) return;
      const opened = await walk(page, address, person.role, report, checked);
      console.log(`${person.role}: ${opened.size} kinds of page`);
    });
  }
}
// A window of its own: nobody else's cookies.
async function alone(use) {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}
