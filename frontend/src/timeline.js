// A section of the timeline: a strip to brush, buttons and keys that look closer at a part of its time.
// The rows stay as they are; only the places of what is drawn in them change.
import { brushX } from "d3-brush";
import { select } from "d3-selection";
import { buttons } from "./buttons.js";
import { day, ticks } from "./ticks.js";
import { byKey, kept, moved, seen, WHOLE, zoomed } from "./window.js";

const STRIP = 22; // the height of the strip, in pixels
const SVG = "http://www.w3.org/2000/svg";
const DAY = 86_400_000;

/** The places a drawn thing has at first, as parts of the whole. */
export function places(element) {
  const found = {};
  for (const name of ["x", "x1", "x2", "cx", "width"]) {
    const value = element.getAttribute(name);
    if (value && value.endsWith("%")) found[name] = parseFloat(value) / 100;
  }
  return found;
}

/** The same places as they stand in a window, as attributes. */
export function placed(first, window) {
  const width = window[1] - window[0];
  return Object.fromEntries(
    Object.entries(first).map(([name, place]) => [
      name,
      name === "width" ? `${((place / width) * 100).toFixed(3)}%` : `${seen(place, window).toFixed(3)}%`,
    ]),
  );
}

export function timeline(section) {
  const [from, to] = [day(section.dataset.from), day(section.dataset.to)];
  const least = Math.min(1, (14 * DAY) / (to - from));
  const axis = section.querySelector("svg.ax");
  if (!axis || to - from < 28 * DAY) return;
  const drawn = [...section.querySelectorAll("svg.bar *")]
    .map((element) => [element, places(element)])
    .filter(([, first]) => Object.keys(first).length);
  const labels = axis.innerHTML;
  let window = WHOLE;

  const strip = document.createElementNS(SVG, "svg");
  strip.setAttribute("class", "strip");
  strip.setAttribute("tabindex", "0");
  strip.setAttribute("role", "img");
  strip.setAttribute("aria-label", "The part of the time that is shown; keys: plus, minus, 0, left, right");
  for (const mark of section.querySelectorAll("svg.bar .m")) {
    const first = places(mark);
    const place = first.cx ?? (first.x ?? 0) + (first.width ?? 0) / 2;
    const tick = strip.appendChild(document.createElementNS(SVG, "line"));
    for (const [name, value] of [["x1", place], ["x2", place]]) tick.setAttribute(name, `${value * 100}%`);
    tick.setAttribute("y1", "4");
    tick.setAttribute("y2", String(STRIP - 4));
    tick.setAttribute("class", "soft-mark");
  }
  const line = section.querySelector(".tl");
  const tools = line.parentNode.insertBefore(document.createElement("div"), line);
  tools.className = "tools";
  const see = (wanted, byBrush = false) => {
    window = kept(wanted, least);
    draw();
    if (!byBrush) showBrush();
  };
  buttons(tools, "this stretch of time", {
    "Closer": () => see(zoomed(window, 0.5, least)),
    "Wider": () => see(zoomed(window, 2, least)),
    "Earlier": () => see(moved(window, -0.5, least)),
    "Later": () => see(moved(window, 0.5, least)),
    "Whole": () => see(WHOLE),
  });
  tools.appendChild(strip);

  const brush = brushX().on("brush end", (event) => {
    if (!event.sourceEvent) return;
    const width = strip.clientWidth || 1;
    see(event.selection ? event.selection.map((x) => x / width) : WHOLE, true);
  });
  const group = select(strip).append("g");
  const showBrush = () => {
    const width = strip.clientWidth || 1;
    brush.extent([[0, 0], [width, STRIP]]);
    group.call(brush);
    const part = window[0] === 0 && window[1] === 1 ? null : window.map((place) => place * width);
    group.call(brush.move, part);
  };

  function draw() {
    for (const [element, first] of drawn) {
      for (const [name, value] of Object.entries(placed(first, window))) element.setAttribute(name, value);
    }
    if (window[0] === 0 && window[1] === 1) {
      axis.innerHTML = labels;
      return;
    }
    axis.replaceChildren();
    const [low, high] = window.map((place) => from + place * (to - from));
    for (const { at, words } of ticks(low, high, 7)) {
      const text = axis.appendChild(document.createElementNS(SVG, "text"));
      text.setAttribute("x", `${(at * 100).toFixed(2)}%`);
      text.setAttribute("y", "12");
      text.textContent = words;
    }
  }

  strip.addEventListener("keydown", (event) => {
    const wanted = byKey(event.key, window, least);
    if (!wanted) return;
    event.preventDefault();
    see(wanted);
  });
  addEventListener("resize", showBrush);
  showBrush();
}
