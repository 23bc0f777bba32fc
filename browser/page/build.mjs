// Puts the rules, the script and the style into one page. Usage: node build.mjs MODULE.wasm STYLE.css PAGE.html
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [, , module, style, page] = process.argv;
const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const packed = gzipSync(readFileSync(module), { level: 9 });
const css = readFileSync(style, "utf8").trim();
const script = here("page.js");
const digest = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;
const parts = {
  style: css,
  script,
  worker: here("worker.js"),
  module: packed.toString("base64"),
  "style-digest": digest(css),
  "script-digest": digest(script),
};
// One pass, so that what is put in is not looked through again.
writeFileSync(page, here("page.html").replaceAll(/\{\{([a-z-]+)\}\}/g, (_, name) => parts[name]));
console.log(`rules ${packed.length} bytes compressed`);
