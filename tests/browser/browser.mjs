// Chromium without a window, and signing in as one of the town's people.
import { createHmac } from "node:crypto";
import { chromium } from "playwright-core";

export const WIDE = { width: 1280, height: 900 };
// What is left of a desktop at 400%, and the narrowest screen that WCAG 1.4.10 names.
export const NARROW = { width: 320, height: 640 };

// The most that a first page may weigh on a young person's telephone, in bytes.
export const FIRST_PAGE = 100 * 1024;

export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.LOXLEY_CHROMIUM,
    args: [
      // Chromium refuses to run its sandbox as root, as whom many a container runs its tests.
      ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      // Nothing but the town is to be asked for.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return browser;
}

// Each person's second factor, once enrolled: a town's people bring no telephone.
const keys = new Map();

export async function signIn(page, address, { role = "", account }, word) {
  // A young person has a page of their own to sign in on.
  const young = role.startsWith("young person");
  await page.goto(`${address}${young ? "/my/sign-in" : "/sign-in"}`);
  await page.fill(`input[name="${young ? "name" : "username"}"]`, account);
  await page.fill('input[name="password"]', word);
  await submit(page);
  if (page.url().includes("/sign-in/enrol") || (await page.content()).includes("otpauth://")) {
    const [, key] = /otpauth:\/\/[^"'\s<]*secret=([A-Z2-7]+)/.exec(await page.content()) ?? [];
    if (!key) throw new Error("the page that enrols a second factor shows no key");
    keys.set(account, key);
  }
  if (await page.locator('input[name="code"]').count()) {
    await page.fill('input[name="code"]', code(keys.get(account), Date.now()));
    await submit(page);
  }
  if (new URL(page.url()).pathname.match(/^(\/my)?\/sign-in/)) {
    throw new Error(`${account} could not sign in: ${await problems(page)}`);
  }
}
async function submit(page) {
  await Promise.all([page.waitForLoadState("load"), page.locator("main button[type=submit]").first().click()]);
  await page.waitForLoadState("load");
}
async function problems(page) {
  const said = await page.locator(".govuk-error-summary, main").first().innerText();
  return said.trim().replaceAll(/\s*\n\s*/g, " / ");
}

// The six digits of RFC 6238 for a key in base 32.
export function code(key, milliseconds) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const digest = createHmac("sha1", bytes).update(step).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
// What comes over the wire for a page that nobody has opened before.
export async function weigh(page, url) {
  const answers = [];
  page.on("response", (answer) => answers.push(answer));
  await page.goto(url, { waitUntil: "networkidle" });
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
  return sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0);
}
