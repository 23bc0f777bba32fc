// An adviser's visit and the plan that comes of it, with the keyboard alone: from Today to the young person, what was
// seen, a plan with one action, who agrees, and the copy that puts it in force.
import { follow, heading, must, tabTo, type, typeDay } from "../keyboard.mjs";

export const title = "from a visit to a pathway plan with the keyboard";
export const role = "personal adviser";

export async function go(page, { address }) {
  const name = await withoutPlan(page, address);
  const [first] = name.split(" ");
  await follow(page, /^today/i);
  await follow(page, new RegExp(`^${name}`));
  await visit(page, first);
  await write(page);
  await say(page, first, /^say who agrees/i, [/^yes/i], "That is what I want.");
  await say(page, first, /^give a copy/i, [/^by hand/i, /^yes/i], "On the fridge.");
  const plan = await page.locator("main").innerText();
  must(/In force: version \d/.test(plan) && plan.includes("On the fridge."), "the plan is not in force with its copy");
}
// Somebody of whom the dashboard says that nobody wrote a plan in here.
async function withoutPlan(page, address) {
  await page.goto(`${address}/`);
  await follow(page, /^care leavers/i);
  await follow(page, /^my young people/i);
  must((await heading(page)) === "My young people", "the dashboard has another name");
  const people = page.locator("section.loxley-owed").filter({ hasText: /Pathway plan: (On paper|None written)/ });
  must(await people.count(), "everybody has a plan in here");
  return (await people.last().locator("h3 a").innerText()).trim();
}
async function visit(page, first) {
  await follow(page, /^record a visit/i);
  await tabTo(page, /^yes, alone/i);
  await page.keyboard.press("Space");
  await tabTo(page, new RegExp(`^What ${first}.* said`));
  await type(page, "I want a flat near my brother.");
  await tabTo(page, /^what happened/i);
  await type(page, "We talked about a flat and looked at the bids together.");
  await follow(page, /^save visit/i);
  must(/recorded|saved|kept/i.test(await page.locator("main").innerText()), "the visit is not kept");
  await follow(page, new RegExp(`^${first}|record`));
}
export async function write(page) {
  await follow(page, /^plan$/i);
  await follow(page, /^write/i);
  await follow(page, /^accommodation/i);
  await tabTo(page, /^how things are/i);
  await type(page, "The room is too far from college.");
  await tabTo(page, /wants$/i);
  await type(page, "A flat near my brother.");
  await follow(page, /^save and add an action/i);
  await tabTo(page, /^what is done/i);
  await type(page, "Take the papers to the housing office");
  await tabTo(page, /^who does it/i);
  await page.keyboard.press("ArrowDown");
  await typeDay(page, { day: 1, month: 2, year: 2027 });
  await tabTo(page, /^what will be different/i);
  await type(page, "The name stands on the housing register");
  await tabTo(page, /^how will we know/i);
  await type(page, "The letter of the housing office is on file");
  await follow(page, /^save and go on/i);
  must(!(await page.locator(".govuk-error-summary").count()), "the action is not kept");
  await follow(page, /^save and go on/i);
  await follow(page, /^keep this version/i);
}
// One small form: who it is by the first letters of their name, the answers that are chosen, and their words.
export async function say(page, first, form, answers, words) {
  await follow(page, form);
  await tabTo(page, /^(who|to whom)\?/i);
  await type(page, first);
  for (const answer of answers) {
    await tabTo(page, answer);
    await page.keyboard.press("Space");
  }
  await tabTo(page, /^what they said/i);
  await type(page, words);
  await follow(page, /^keep /i);
  must(!(await page.locator(".govuk-error-summary").count()), `${form} is not kept`);
}
