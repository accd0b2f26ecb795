import assert from "node:assert/strict";
import { test } from "node:test";
import { address, points } from "../src/copying.js";

test("offsets count code points, so a sign beyond the first plane is one", () => {
  for (const [text, count] of [["", 0], ["abc", 3], ["မြန်မာ", 6], ["a😀b", 3]]) assert.equal(points(text), count);
});

test("the address of words keeps the page and names the words", () => {
  for (const [href, expected] of [
    ["http://127.0.0.1:8008/document/d-1", "http://127.0.0.1:8008/document/d-1?at=3-9#s-3-9"],
    ["http://127.0.0.1:8008/document/d-1?at=1-2&marks=none#s-1-2", "http://127.0.0.1:8008/document/d-1?at=3-9&marks=none#s-3-9"],
    ["file:///site/document/d-1.html", "file:///site/document/d-1.html#s-3-9"],
  ]) assert.equal(address(href, 3, 9), expected);
});
