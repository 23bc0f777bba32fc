// Recording a visit with the keyboard alone: sent too early, told what is missing, led there.
import { must, press, tabTo, type } from "../keyboard.mjs";

export const title = "record a visit with the keyboard";

export async function go(page, { address }) {
  await page.goto(`${address}/`);
  await tabTo(page, /search|find a child/i);
  // Whichever page of a child comes first: the visit is recorded from the summary.
  const link = await page.locator('main a[href*="/children/"]').first().getAttribute("href");
  const [child] = /\/children\/[0-9a-f-]{36}/.exec(link);
  await page.goto(new URL(child, address).href);
  await tabTo(page, /record a visit/i);
  await press(page);
  await tabTo(page, /^save visit/i);
  await press(page);
  must(await page.locator(".govuk-error-summary a").count(), "a visit without a word is not refused");
  // The summary leads to the field that it is about.
  await tabTo(page, await firstProblem(page));
  await page.keyboard.press("Enter");
  const led = await page.evaluate(() => ["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement.tagName));
  must(led, "the error summary's link does not lead to its field");
  await page.keyboard.press("Space");
  await tabTo(page, /^save visit/i);
  await press(page);
  must(/recorded|saved|kept/i.test(await page.locator("main").innerText()), "a visit that says enough is not kept");
}
async function firstProblem(page) {
  const words = await page.locator(".govuk-error-summary a").first().innerText();
  return new RegExp(words.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
