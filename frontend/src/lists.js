// Moving in lists with j and k, or with the arrows once a line has the focus.
import { taken } from "./keys.js";

// The first link of each line: of tables, the timeline, points in dispute, quotes and passages that were found.
const LINES = [
  "table .what > a:first-of-type", ".tl .what > a:first-of-type", ".point h3 > a",
  ".said > li > p:first-child + p > a:first-of-type", ".things > li > a",
].map((line) => `main ${line}`).join(", ");

/** The place of the next line: one on or back from here, the first where none is reached, never outside. */
export function next(at, step, count) {
  if (count === 0) return -1;
  if (at < 0) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + step));
}

/** The step that a key asks for; arrows only move where a line has the focus already. */
export function step(key, reached) {
  if (key === "j" || (key === "ArrowDown" && reached)) return 1;
  if (key === "k" || (key === "ArrowUp" && reached)) return -1;
  return 0;
}

export function lists(page) {
  page.addEventListener("keydown", (event) => {
    if (taken(event)) return;
    const lines = [...page.querySelectorAll(LINES)];
    const at = lines.indexOf(page.activeElement);
    const by = step(event.key, at >= 0);
    const to = by ? next(at, by, lines.length) : -1;
    if (to < 0) return;
    event.preventDefault();
    lines[to].focus();
    lines[to].scrollIntoView({ block: "nearest" });
  });
}
