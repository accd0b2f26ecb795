import assert from "node:assert/strict";
import { test } from "node:test";
import { byKey, kept, moved, seen, WHOLE, zoomed } from "../src/window.js";

test("a window stays inside the whole and keeps its width", () => {
  for (const [given, expected] of [
    [[-0.2, 0.3], [0, 0.5]],
    [[0.8, 1.4], [0.4, 1]],
    [[-1, 2], [0, 1]],
    [[0.25, 0.5], [0.25, 0.5]],
  ]) {
    const [low, high] = kept(given);
    assert.ok(Math.abs(low - expected[0]) < 1e-9 && Math.abs(high - expected[1]) < 1e-9, `${given}`);
  }
});

test("looking closer and wider again comes back, and never narrower than the least", () => {
  assert.deepEqual(zoomed(zoomed([0.25, 0.75], 0.5), 2), [0.25, 0.75]);
  const [low, high] = zoomed([0.4, 0.6], 0.001, 0.1);
  assert.ok(Math.abs(high - low - 0.1) < 1e-9);
});

test("moving stops at the ends", () => {
  assert.deepEqual(moved([0.5, 1], 1), [0.5, 1]);
  assert.deepEqual(moved([0, 0.5], -1), [0, 0.5]);
});

test("a place is seen as a percentage of the window", () => {
  assert.equal(seen(0.5, WHOLE), 50);
  assert.equal(seen(0.5, [0.5, 1]), 0);
  assert.equal(seen(0.25, [0.5, 1]), -50);
});

test("keys look closer, wider, whole, and move; others do nothing", () => {
  assert.deepEqual(byKey("+", WHOLE), [0.25, 0.75]);
  assert.deepEqual(byKey("0", [0.1, 0.2]), WHOLE);
  assert.deepEqual(byKey("ArrowRight", [0, 0.5]), [0.125, 0.625]);
  assert.equal(byKey("x", WHOLE), null);
});
