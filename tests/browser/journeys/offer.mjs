// A young person on a telephone, signed in to nothing: how heavy the first page is, with the keyboard alone to what
// they may get, a word looked for, and all of it once more without JavaScript.
import { FIRST_PAGE, NARROW, weigh } from "../browser.mjs";
import { SIZES, problemsAt } from "../accessible.mjs";
import { heading, must, press, tabTo, type } from "../keyboard.mjs";
import { NOBODY } from "../pages.mjs";

export const title = "find out what one may get, without signing in";
export const role = NOBODY;

export async function go(page, { address }) {
  await page.setViewportSize(NARROW);
  const weight = await weigh(page, `${address}/offer`);
  must(weight > 0 && weight <= FIRST_PAGE, `the first page weighs ${weight} bytes, more than ${FIRST_PAGE}`);
  await tabTo(page, /^see what you may get/i);
  await press(page);
  await tabTo(page, /^how old are you/i);
  await type(page, "19");
  await tabTo(page, /^go on/i);
  await press(page);
  await usable(page, "the questions");
  await tabTo(page, /^yes, on the day i turned 18/i);
  await page.keyboard.press("Space");
  await tabTo(page, /^13 weeks or more/i);
  await page.keyboard.press("Space");
  await tabTo(page, /^show what i may get/i);
  await press(page);
  const said = await page.locator("main").innerText();
  must(/former relevant young person/.test(said) && /We may be wrong about you/.test(said), `it says «${said.slice(0, 300)}»`);
  must(page.url() === `${address}/offer/entitled`, `the answers stand in the address: ${page.url()}`);
  await usable(page, "the answer");

  await page.goto(`${address}/offer/search`);
  await tabTo(page, /^what are you looking for/i);
  await type(page, "council tax");
  await press(page);
  must(page.url() === `${address}/offer/search`, `what was looked for stands in the address: ${page.url()}`);
  must(/Money: Council tax/.test(await page.locator("main").innerText()), "a word that stands on a page is not found");
  await usable(page, "what was found");
  // Every page of the offer, and not only two of their make.
  await page.goto(`${address}/offer`);
  const pages = await page.$$eval(".loxley-offer a", (all) => all.map((a) => a.href));
  for (const each of pages) {
    await page.goto(each);
    await usable(page, await heading(page));
  }
  await withoutScript(page.context().browser(), address);
}
async function usable(page, what) {
  for (const size of SIZES) {
    const problems = await problemsAt(page, size);
    must(problems.length === 0, `${what} at ${size.width} px: ${problems.join("\n")}`);
  }
}
async function withoutScript(browser, address) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/offer`);
    const out = await page.locator(".govuk-exit-this-page__button").getAttribute("href");
    // It ends whatever a young person was signed in to, and leads to somebody else's page.
    const led = await page.request.get(new URL(out, address).href, { maxRedirects: 0 });
    must(/^https:\/\//.test(led.headers().location ?? ""), "without JavaScript there is no way out");
    await page.goto(`${address}/offer/entitled`);
    await page.selectOption("#age", "17");
    await page.locator("main form button").click();
    await page.check("input[name=care][value=still]");
    await page.locator("main form button").click();
    must(/an eligible child/.test(await page.locator("main").innerText()), "without JavaScript there is no answer");
  } finally {
    await context.close();
  }
}
