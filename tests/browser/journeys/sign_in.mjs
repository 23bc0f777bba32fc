// Signing in with the keyboard alone: refused with a wrong word, told why, then let in.
import { must, press, tabTo, type } from "../keyboard.mjs";

export const title = "sign in with the keyboard";

export async function go(page, { address, person, word }) {
  await page.goto(`${address}/sign-in`);
  await fill(page, person.account, "not the word at all");
  const told = await page.locator(".govuk-error-summary").innerText();
  must(/\S/.test(told), "a wrong word is refused without a reason");
  must((await page.title()).startsWith("Error"), "the title does not begin with Error, as a screen reader's user needs");
  const called = await page.locator('input[name="username"]').inputValue();
  must(called === person.account, "what was typed as user name is lost");
  await fill(page, "", word);
  must(!new URL(page.url()).pathname.startsWith("/sign-in"), `the right word leads to ${page.url()}`);
}
async function fill(page, account, word) {
  // The page may have put the focus on its error summary: begin from the top.
  await page.evaluate(() => document.activeElement.blur());
  if (account) {
    await tabTo(page, /user ?name/i);
    await type(page, account);
  }
  // Not the error summary, which may speak of the password too.
  await tabTo(page, /^password/i);
  await type(page, word);
  await tabTo(page, /^sign in|continue/i);
  await press(page);
}
