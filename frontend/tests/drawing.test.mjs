import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../outline.mjs";
import { seenBox, shifted } from "../src/map.js";
import { inside, neighbours } from "../src/network.js";
import { placed } from "../src/timeline.js";

test("a pin and the outline under it move together", () => {
  const [k, tx, size, box] = [4, -300, 800, [100, 50, 400, 200]];
  const place = 0.3; // of the frame, and so 100 + 0.3 * 400 of the outline
  const [x, , width] = seenBox(box, k, tx, 0, [size, 400]);
  assert.ok(Math.abs(shifted(place, k, tx, size) - (100 + place * 400 - x) / width) < 1e-9);
});

test("a node's neighbours are those it shares an edge with", () => {
  const edges = [{ a: "1", b: "2" }, { a: "3", b: "1" }, { a: "2", b: "4" }];
  assert.deepEqual([...neighbours(edges, "1")].sort(), ["1", "2", "3"]);
});

test("a node that is dragged out of the frame stays at its edge", () => {
  assert.equal(inside(-50, 400), 3);
  assert.equal(inside(200, 400), 50);
});

test("a bar keeps its bounds in a window, and its width is that of the window", () => {
  assert.deepEqual(placed({ x: 0.5, width: 0.25 }, [0.5, 1]), { x: "0.000%", width: "50.000%" });
});

test("a shape of many is as many shapes of one", () => {
  assert.equal(pieces({ type: "MultiPolygon", coordinates: [[], []] }, "Polygon").length, 2);
  assert.equal(pieces({ type: "Polygon", coordinates: [] }, "Polygon").length, 1);
});
