// Writes the pages' script and the outline of the map beside the other files of the look.
// They are made at set-up and never kept in the repository.
import { build } from "esbuild";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { outline } from "./outline.mjs";

const INTO = fileURLToPath(new URL("../src/dragoman/pages/assets/", import.meta.url));
const MOST = 120_000; // bytes, compressed: what a page may ask a reader to load

const bundle = await build({
  entryPoints: [fileURLToPath(new URL("src/dragoman.js", import.meta.url))],
  bundle: true,
  format: "iife",
  target: "es2020",
  minify: true,
  legalComments: "eof",
  banner: { js: "/*! Dragoman, Apache-2.0. With modules of d3, copyright Mike Bostock, ISC licence. */" },
  charset: "utf8",
  write: false,
});
const script = bundle.outputFiles[0].contents;
const size = gzipSync(script, { level: 9 }).length;
if (size > MOST) {
  throw new Error(`the script has ${size} bytes compressed, and may have ${MOST}`);
}
await mkdir(INTO, { recursive: true });
await writeFile(`${INTO}dragoman.js`, script);
await writeFile(`${INTO}outline.json`, JSON.stringify(await outline()));
console.error(`dragoman.js: ${size} bytes compressed`);
