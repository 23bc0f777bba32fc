// The pictures of the README, taken from a town on a day that does not move.
import { mkdirSync } from "node:fs";
import { launch, signIn } from "./browser.mjs";

// Who looks, what they follow from their first page (in turn, by the words of the link), and the picture's name.
const PICTURES = [
  { name: "today", role: "social worker", follow: [] },
  { name: "child", role: "social worker", follow: [/./] },
  { name: "team", role: "team manager", follow: [/^team$/i] },
  { name: "service", role: "service manager", follow: [/^service$/i] },
  { name: "deadline", role: "social worker", follow: [/^deadlines$/i, /conference/i] },
];

const address = process.env.LOXLEY_ADDRESS;
const folder = process.env.LOXLEY_PICTURES;
const people = JSON.parse(process.env.LOXLEY_PEOPLE);
mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const { name, role, follow } of PICTURES) {
    const person = people.find((p) => p.role.toLowerCase() === role);
    if (!person) throw new Error(`the town has no ${role} to sign in as`);
    const context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, deviceScaleFactor: 1 });
    const page = await context.newPage();
    await signIn(page, address, person, process.env.LOXLEY_WORD);
    await page.goto(`${address}/`);
    for (const words of follow) {
      // A child is reached from the list, everything else by its name in the navigation.
      const link = name === "child" ? page.locator('main a[href*="/children/"]') : page.getByRole("link", { name: words });
      await link.first().click();
      await page.waitForLoadState("load");
    }
    await page.screenshot({ path: `${folder}/${name}.png` });
    console.log(`${name}.png: ${await page.title()}`);
    await context.close();
  }
} finally {
  await browser.close();
}
