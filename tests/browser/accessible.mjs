// Whether a page can be used by everyone: axe with all its rules, and no scrolling sideways.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NARROW, WIDE } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The problems of the page as it stands, at each width.
export async function problemsAt(page, size) {
  await page.setViewportSize(size);
  const sideways = await page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    const names = wide.slice(0, 3).map((e) => `${e.localName}${e.className ? `.${[...e.classList].join(".")}` : ""}`);
    return [`scrolls sideways: ${scrollWidth} px of content; as far as ${names.join(", ")}`];
  });
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  // Every rule that axe has is switched on: best practices, experiments and those of level AAA too.
  const violations = await page.evaluate(async () => {
    const current = window.axe.getRules().filter((rule) => !rule.tags.includes("deprecated"));
    const rules = Object.fromEntries(current.map((rule) => [rule.ruleId, { enabled: true }]));
    const found = await window.axe.run(document, { rules, resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map((node) => `${node.target.join(" ")}   ${node.html.slice(0, 160)}`),
      more: Math.max(0, nodes.length - 3),
    }));
  });
  return [
    ...sideways,
    ...violations.map(({ id, help, where, more }) => [`${id}: ${help}`, ...where, ...(more ? [`and ${more} more`] : [])].join("\n  ")),
  ];
}
export const SIZES = [WIDE, NARROW];
