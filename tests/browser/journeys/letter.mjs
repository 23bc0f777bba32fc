// A plan goes to a young person in a letter: how they may be reached is said and put right, the letter is read as it
// would go, given to them, and stands there as it went.
import { choose, follow, heading, must, tabTo, type } from "../keyboard.mjs";
import { say, write } from "./leaver.mjs";

export const title = "a plan goes to a young person in a letter, with the keyboard";
export const role = "personal adviser";

export async function go(page, { address }) {
  // Nobody wrote a plan with her, and she has pages of her own.
  const first = "Keisha";
  await page.goto(`${address}/leavers/mine`);
  await follow(page, /^Keisha Marlowe/);
  const record = page.url();
  await write(page);
  await say(page, first, /^say who agrees/i, [/^yes/i], "That is what I want.");
  await reach(page, `${record}/contact`);
  await page.goto(`${record}/letters/your_plan`);
  const written = await page.locator("main").innerText();
  must(written.includes("Take the papers to the housing office"), "the letter does not say what was planned");
  await choose(page, /post|hand/i, /hand/i);
  await follow(page, /^send it/i);
  must(/\/sent\//.test(page.url()), `the letter did not go: ${await page.locator("main").innerText()}`);
}
// A way that nobody asked about is not used; put right, it is safe.
async function reach(page, url) {
  await page.goto(url);
  await choose(page, /^address$/i, /^address$/i);
  await tabTo(page, /^the address or number/i);
  await type(page, "Flat 2, 4 Hawthorn Row");
  await choose(page, /^yes, they said/i, /^nobody has asked/i);
  await choose(page, /^it may be told/i, /^it may be told/i);
  await follow(page, /^keep it/i);
  must(/ask first/i.test(await page.locator("main").innerText()), "a way that nobody asked about is used");
  // The last of those that are known.
  const ways = await page.getByRole("link", { name: /^change\s*way \d/i }).count();
  await follow(page, new RegExp(`^change\\s*way ${ways}\\b`, "i"));
  must(/^change a way/i.test(await heading(page)), "the way cannot be changed");
  await choose(page, /^nobody has asked/i, /^yes, they said/i);
  await follow(page, /^keep it/i);
  must(/safe to use/i.test(await page.locator("main").innerText()), "what was said of the way is not kept");
}
