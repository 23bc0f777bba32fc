// Finding a child with the keyboard alone.
import { must, press, tabTo, type } from "../keyboard.mjs";

export const title = "find a child with the keyboard";

export async function go(page, { address }) {
  // Whom to look for: the first child on the worker's own list, by family name.
  await page.goto(`${address}/`);
  const name = (await page.locator('main a[href*="/children/"]').first().innerText()).trim();
  must(name.includes(" "), `the list names no child: «${name}»`);
  await tabTo(page, /^search|find a child/i);
  await press(page);
  await tabTo(page, /looking for/i);
  await type(page, name.split(" ").reverse().join(" "));
  await tabTo(page, /^search|^find/i);
  await press(page);
  must(!page.url().includes(name.split(" ")[0]), "the address of the results holds what was typed");
  await tabTo(page, new RegExp(name.split(" ")[0], "i"));
  await press(page);
  // The page's own heading says which page of the record it is; whose it is stands above it.
  const whose = await page.locator(".loxley-identity__name").innerText();
  must(whose.includes(name.split(" ")[0]), `the result leads to «${whose}», not to ${name}`);
}
