import assert from "node:assert/strict";
import { test } from "node:test";
import { found, plain } from "../src/finding.js";
import { length } from "../src/pointing.js";

const ENTRIES = [
  ["event", "Visit of Ana Silva to Accra", "e.html", "2024, happened"],
  ["actor", "São Tomé", "a.html", "Ana"],
];

test("all words must stand in an entry, whatever their case and accents", () => {
  assert.deepEqual(found(ENTRIES, "ACCRA visit").map((e) => e[2]), ["e.html"]);
  assert.deepEqual(found(ENTRIES, "sao tome").map((e) => e[2]), ["a.html"]);
  assert.deepEqual(found(ENTRIES, "accra tome"), []);
  assert.deepEqual(found(ENTRIES, "  "), []);
});

test("what bears the words in its name comes first", () => {
  assert.deepEqual(found([...ENTRIES].reverse(), "ana").map((e) => e[2]), ["e.html", "a.html"]);
});

test("words in other scripts stay as they are", () => {
  assert.equal(plain("Élan"), "elan");
  assert.equal(plain("日本"), "日本");
});

test("an address points at so many code points, or at none", () => {
  for (const [hash, count] of [["#s-3-9", 6], ["", 0], ["#accounts", 0], ["#s-9-3", 0]]) assert.equal(length(hash), count);
});
