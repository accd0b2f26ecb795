import assert from "node:assert/strict";
import { test } from "node:test";
import { day, ticks } from "../src/ticks.js";

test("a year is told by its months", () => {
  const found = ticks(day("2025-01-01"), day("2026-01-01"), 12);
  assert.equal(found[0].words, "2025");
  assert.ok(found.some((t) => t.words === "Jun"));
});

test("a fortnight is told by its days", () => {
  const found = ticks(day("2025-03-01"), day("2025-03-15"), 7);
  assert.ok(found.length >= 6 && found.length <= 15);
  assert.ok(found.some((t) => t.words === "3 Mar"), JSON.stringify(found));
});

test("a century is told by years, in order, all within it", () => {
  const found = ticks(day("1901-01-01"), day("2000-12-31"));
  assert.ok(found.every((t) => /^\d{4}$/.test(t.words) && t.at >= 0 && t.at <= 1));
});

test("years before 100 are no years of the twentieth century", () => {
  assert.equal(new Date(day("0014-08-19")).getUTCFullYear(), 14);
});

test("less than a day has no ticks", () => {
  assert.deepEqual(ticks(day("2025-03-01"), day("2025-03-01")), []);
});
