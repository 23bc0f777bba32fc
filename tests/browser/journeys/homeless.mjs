// Somebody of 16 or 17 has nowhere to live: it is recorded, and what is asked before it is decided is answered, left
// and found again.
import { choose, follow, heading, must, typeDay } from "../keyboard.mjs";

export const title = "a homeless child is recorded and the decision begun, with the keyboard";
export const role = "personal adviser";

export async function go(page, { address }) {
  await page.goto(`${address}/leavers/mine`);
  await follow(page, await sixteen(page));
  await follow(page, /^homeless at 16 or 17/i);
  await follow(page, /^record that they are homeless/i);
  // In the town it is always this day.
  await typeDay(page, { day: 22, month: 11, year: 2026 });
  await follow(page, /^save/i);
  must(/is to be looked after/i.test(await page.locator("main").innerText()), "nothing says that the child is to be looked after");
  await follow(page, /^decide where they are to live/i);
  await choose(page, /^yes/i, /^yes/i);
  await follow(page, /^save and go on/i);
  must((await heading(page)) === "What do they want?", "the decision has no second step");
  await page.goto(page.url().replace(/wishes$/, "questions"));
  must(await page.locator("input[type=radio]:checked").count(), "what was answered is lost");
}
// Of the adviser's young people one who is 16 or 17, and left care.
async function sixteen(page) {
  const people = page.locator("section.loxley-owed").filter({ hasText: /aged 1[67]\b[^]*Relevant child/ });
  must(await people.count(), "nobody of 16 or 17 left care");
  return new RegExp(`^${(await people.first().locator("h3 a").innerText()).trim()}`);
}
