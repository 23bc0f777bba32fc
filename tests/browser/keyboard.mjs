// Going through a page with the keyboard alone, as people do who cannot use a mouse.

// Presses Tab until what has the focus is called so; every stop on the way must be seen to have it.
export async function tabTo(page, name) {
  const passed = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const { called, seen } = await page.evaluate(focused);
    if (!seen) throw new Error(`the focus cannot be seen on «${called}»`);
    if (name.test(called)) return;
    passed.push(called);
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.slice(0, 30).join(", ")}`);
}
// What a screen reader would call it, near enough: its label, else its own words.
function focused() {
  const e = document.activeElement;
  const words = e.labels?.[0]?.innerText || e.getAttribute("aria-label") || e.innerText || e.getAttribute("value") || e.id;
  const style = getComputedStyle(e);
  const seen = e === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none";
  return { called: (words || e.localName).trim().replaceAll(/\s+/g, " ").slice(0, 80), seen };
}
// Chooses one answer of those that belong together: Tab leads to one of them, arrows to the others.
export async function choose(page, question, answer) {
  await tabTo(page, question);
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 20; presses += 1) {
    if (answer.test((await page.evaluate(focused)).called)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no answer is called ${answer}`);
}
// Fills in a day as its three boxes want it.
export async function typeDay(page, { day, month, year }) {
  for (const [box, digits] of [[/^day/i, day], [/^month/i, month], [/^year/i, year]]) {
    await tabTo(page, box);
    await type(page, String(digits));
  }
}
// Fills in what has the focus.
export async function type(page, words) {
  await page.keyboard.type(words);
}
// Presses what has the focus, and waits for the page that it leads to.
export async function press(page, key = "Enter") {
  await Promise.all([page.waitForEvent("load", { timeout: 15_000 }), page.keyboard.press(key)]);
}
// Goes along with the link or button that is called so.
export async function follow(page, name) {
  await tabTo(page, name);
  await press(page);
}
export async function heading(page) {
  return (await page.locator("h1").first().innerText()).trim();
}
export function must(condition, words) {
  if (!condition) throw new Error(words);
}
