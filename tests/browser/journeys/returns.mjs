// A census is checked before it is submitted: what is found is looked at, and the pages on which a query is explained
// and a return is signed off. The record is looked at, and the census taken from it.
import { must } from "../keyboard.mjs";

export const title = "check a return";
export const role = "service manager";
// What the analyst takes in is checked.
export const after = "analyst";

// One of the children whom the journey before took in. The child died outside the census year, which is asked about.
const CENSUS = `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel></Source></Header>
<Children><Child><ChildIdentifiers><LAchildID>980001</LAchildID><UPN>A980001000001</UPN>
<PersonBirthDate>2014-02-01</PersonBirthDate><Sex>F</Sex><PersonDeathDate>2024-05-01</PersonDeathDate></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics></Child></Children></Message>`;

export async function go(page, { address }) {
  await page.goto(`${address}/returns`);
  const file = { name: "census.xml", mimeType: "text/xml", buffer: Buffer.from(CENSUS) };
  await page.locator('input[type="file"]').first().setInputFiles([file]);
  await page.getByLabel(/keep the files/i).check();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: /^check the return/i }).click()]);
  await found(page);
  const run = page.url();
  must(/8545Q/.test(await words(page)), "the day of death is not asked about");
  await to(page, page.getByRole("link", { name: /^sign this return off/i }));
  await page.goto(`${run}?list=findings`);
  await to(page, page.locator('main a[href^="/returns/strays/"]').first());
  await page.goto(run);
  await to(page, page.locator('main a[href^="/children/"][href$="/returns"]').first());
  await to(page, page.getByRole("link", { name: /^explain why it is right/i }).first());
  await page.goto(run);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('main a[download]').first().click()]);
  must((await download.suggestedFilename()) === "census.xml", "the file that was kept is not handed out");
  const workbook = page.getByRole("link", { name: /as a workbook/i });
  const [lists] = await Promise.all([page.waitForEvent("download"), workbook.click()]);
  must(/\.xlsx$/.test(lists.suggestedFilename()), "the lists are not handed out as a workbook");
  await to(page, page.getByRole("link", { name: /^by worker/i }));
  await page.goto(`${address}/returns`);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: /^look now.*cin/is }).click()]);
  await found(page);
  must(/look at the record/i.test(await words(page)), "the record was not looked at");
  await page.goto(`${address}/returns`);
  await to(page, page.getByRole("link", { name: /^take a return from the record/i }));
  await page.getByLabel(/children in need census/i).check();
  // The journey before took in children of another authority.
  await page.getByLabel(/authority 998/i).check();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: /^take the return/i }).click()]);
  await found(page);
  must(/cin\.xml/.test(await words(page)), "the files that were made are not there");
  await page.goto(`${address}/returns`);
  await to(page, page.getByRole("link", { name: /^upload lists of providers/i }));
}
// From how far it is to what was found.
async function found(page) {
  must(/\/progress$/.test(new URL(page.url()).pathname), `it is not checked: ${await words(page)}`);
  await page.waitForFunction(() => document.querySelector("[data-state]")?.dataset.state !== "working");
  await to(page, page.getByRole("link", { name: /see what was found/i }));
}
async function to(page, link) {
  await Promise.all([page.waitForEvent("load"), link.click()]);
}
async function words(page) {
  return page.locator("main").innerText();
}
