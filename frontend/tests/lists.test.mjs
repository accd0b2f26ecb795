import assert from "node:assert/strict";
import { test } from "node:test";
import { taken } from "../src/keys.js";
import { next, step } from "../src/lists.js";

test("j and k move, and stop at the ends", () => {
  for (const [at, by, count, to] of [[-1, 1, 3, 0], [-1, -1, 3, 2], [0, 1, 3, 1], [2, 1, 3, 2], [0, -1, 3, 0], [-1, 1, 0, -1]]) {
    assert.equal(next(at, by, count), to);
  }
});

test("arrows scroll the page until a line has the focus", () => {
  assert.equal(step("ArrowDown", false), 0);
  assert.equal(step("ArrowDown", true), 1);
  assert.equal(step("j", false), 1);
  assert.equal(step("a", true), 0);
});

test("a key that is typed into a field, or belongs to the browser, is not ours", () => {
  assert.ok(taken({ target: { tagName: "INPUT" } }));
  assert.ok(taken({ target: { tagName: "BODY" }, ctrlKey: true }));
  assert.ok(!taken({ target: { tagName: "BODY" } }));
});
