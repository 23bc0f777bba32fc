// A small return is uploaded, looked at and taken in; two of its children have one pupil number. Then it is
// uploaded again, so that the pages between an upload and its end are there to be looked at.
import { must } from "../keyboard.mjs";

export const title = "take a return in";
export const role = "analyst";

// Invented, as everybody in the town.
const HEADER = `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
980001,2,01/02/2014,WBRI,A980001000001,,
980002,1,05/06/2012,WBRI,A980001000001,,
`;
const EPISODES = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
980001,04/05/2026,S,V2,N1,U4,PR1,,,,,,
980002,11/05/2026,S,C2,N1,U4,PR1,31/02/2026,,,,,
`;
const FILES = Object.entries({ "header.csv": HEADER, "episodes.csv": EPISODES, "notes.txt": "hello" });

export async function go(page, { address }) {
  await upload(page, address);
  must(/nothing is written yet/i.test(await words(page)), "an upload is not shown before it is taken in");
  await send(page, /^take/i);
  must(/\/progress$/.test(new URL(page.url()).pathname), `a yes leads to ${page.url()} and not to its progress`);
  await page.waitForFunction(() => document.querySelector("[data-state]")?.dataset.state !== "working");
  must(/everything was taken in/i.test(await words(page)), `it was not taken in: ${await words(page)}`);
  await page.goto(`${address}/import/same`);
  await page.locator('main a[href*="/import/same/"]').first().click();
  await page.waitForLoadState("load");
  must(/are they (the same|one) child/i.test(await words(page)), "nobody is asked whether they are one child");
  await upload(page, address);
}
async function upload(page, address) {
  await page.goto(`${address}/import`);
  const files = FILES.map(([name, text]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) }));
  await page.setInputFiles('input[type="file"]', files);
  await send(page, /^read the files/i);
  must(new URL(page.url()).pathname === "/import/waiting", `the files do not wait: ${await words(page)}`);
}
async function send(page, name) {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name }).click()]);
}
async function words(page) {
  return page.locator("main").innerText();
}
