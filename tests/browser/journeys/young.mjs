// A young person on a slow telephone that knows none of the pages: how heavy they are, and with the keyboard alone the
// letter with her plan, and that she does not feel safe: whom to ring stands first, and what was sent says so.
import { FIRST_PAGE, NARROW, signIn, weigh } from "../browser.mjs";
import { follow, must, tabTo, type } from "../keyboard.mjs";

export const title = "a young person on a slow telephone";
export const role = "young person, keisha marlowe";
// Her adviser writes the letter that she reads.
export const after = "personal adviser";
// Bytes a second and milliseconds: a telephone in a stairwell.
const SLOW = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 20_000 };

export async function go(page, { address, person, word }) {
  const context = await page.context().browser().newContext({ viewport: NARROW });
  try {
    const telephone = await context.newPage();
    const line = await context.newCDPSession(telephone);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", SLOW);
    await light(telephone, `${address}/my/sign-in`);
    await signIn(telephone, address, person, word);
    await light(telephone, `${address}/my`);
    await follow(telephone, /^my letters/i);
    await follow(telephone, /plan/i);
    const letter = await telephone.locator("main").innerText();
    must(letter.includes("Take the papers to the housing office"), `the letter says «${letter.slice(0, 300)}»`);
    await telephone.goto(`${address}/my`);
    await notSafe(telephone);
  } finally {
    await context.close();
  }
}
async function light(page, url) {
  const weight = await weigh(page, url);
  must(weight > 0 && weight <= FIRST_PAGE, `${url} weighs ${weight} bytes, more than ${FIRST_PAGE}`);
}
async function notSafe(page) {
  await follow(page, /^i do not feel safe/i);
  const links = await page.$$eval("main a", (all) => all.map((a) => a.getAttribute("href")));
  must(links[0] === "tel:999", `the first to ring is ${links[0]}`);
  await tabTo(page, /^what is happening/i);
  await type(page, "Somebody follows me.");
  await follow(page, /^tell them now/i);
  const said = await page.locator("main").innerText();
  must(/not seen yet/i.test(said) && /ring 999/i.test(said), `it says «${said.slice(0, 300)}»`);
}
