"use strict";
// The rules, beside the page: it stays alive while they work. The first message brings them; each later one asks
// something and gets one answer, which comes after any news of how far it is.
const text = new TextEncoder();
const said = new TextDecoder();
let wasm;
let before = Promise.resolve();
onmessage = ({ data }) => {
  before = before.then(async () => {
    try {
      postMessage({ answer: await DOES[data.does](data) });
    } catch (error) {
      postMessage({ broke: String(error) });
    }
  });
};
const DOES = {
  async begin({ packed }) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const { instance } = await WebAssembly.instantiate(await new Response(stream).arrayBuffer(), {});
    wasm = instance.exports;
  },
  async check({ years, year }) {
    wasm.clear();
    for (const [earlier, files] of years.entries()) {
      for (const file of files) {
        postMessage({ news: `Reading ${file.name} …` });
        await take(file, earlier);
      }
    }
    postMessage({ news: "Asking the rules …" });
    return JSON.parse(said.decode(answer(wasm.check(year))));
  },
  find({ asked }) {
    hand(text.encode(JSON.stringify(asked)));
    return JSON.parse(said.decode(answer(wasm.find())));
  },
  report: ({ form }) => answer(wasm.report(form)),
};
// Its name, and then its bytes.
async function take(file, earlier) {
  const name = text.encode(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const room = hand(name, bytes.length);
  room.set(bytes, name.length);
  wasm.take(name.length, earlier);
}
// Memory may have moved: it is looked up anew for each use.
function hand(bytes, more = 0) {
  const place = wasm.room(bytes.length + more);
  const room = new Uint8Array(wasm.memory.buffer, place, bytes.length + more);
  room.set(bytes);
  return room;
}
function answer(length) {
  return new Uint8Array(wasm.memory.buffer, wasm.answer(), length).slice();
}
