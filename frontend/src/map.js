// The map: dragging and zooming. Pins keep their size; the outline is seen through another window.
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { buttons } from "./buttons.js";

const MOST = 40; // times closer than at first

/** Where a place (a part of the width or height, 0 to 1) lies after `k` times closer and a shift. */
export function shifted(place, k, shift, size) {
  return place * k + shift / size;
}

/** The window of the outline that is seen: x, y, width, height in its own units. */
export function seenBox([x, y, width, height], k, tx, ty, [w, h]) {
  const across = width / w;
  const down = height / h;
  return [x - (tx * across) / k, y - (ty * down) / k, width / k, height / k];
}

export function map(frame) {
  const svg = frame.querySelector("svg.map");
  const land = svg && svg.querySelector("svg.outline");
  if (!land) return;
  const first = land.getAttribute("viewBox").split(" ").map(Number);
  const pins = [...svg.querySelectorAll("[data-x]")].map((pin) => [pin, +pin.dataset.x, +pin.dataset.y]);
  const size = () => [svg.clientWidth || 1, svg.clientHeight || 1];
  const closer = zoom()
    .scaleExtent([1, MOST])
    .extent(() => [[0, 0], size()])
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button && (!event.touches || event.touches.length > 1)))
    .on("zoom", ({ transform: { k, x, y } }) => {
      const [w, h] = size();
      land.setAttribute("viewBox", seenBox(first, k, x, y, [w, h]).map((n) => n.toFixed(3)).join(" "));
      for (const [pin, px, py] of pins) {
        pin.setAttribute("x", `${(shifted(px, k, x, w) * 100).toFixed(3)}%`);
        pin.setAttribute("y", `${(shifted(py, k, y, h) * 100).toFixed(3)}%`);
      }
    });
  const bound = () => closer.translateExtent([[0, 0], size()]);
  bound();
  const drawn = select(svg).call(closer).on("dblclick.zoom", null);
  const by = (k) => closer.scaleBy(drawn, k);
  const move = (across, down) => {
    const { k } = drawn.node().__zoom;
    const [w, h] = size();
    closer.translateBy(drawn, (-across * w) / (4 * k), (-down * h) / (4 * k));
  };
  const whole = () => closer.transform(drawn, zoomIdentity);
  buttons(frame, "the map", {
    "Closer": () => by(2), "Wider": () => by(0.5), "Whole": whole,
    "West": () => move(-1, 0), "East": () => move(1, 0), "North": () => move(0, -1), "South": () => move(0, 1),
  });
  const does = {
    "+": () => by(2), "=": () => by(2), "-": () => by(0.5), "0": whole,
    ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, -1), ArrowDown: () => move(0, 1),
  };
  frame.addEventListener("keydown", (event) => {
    if (!does[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    does[event.key]();
  });
  addEventListener("resize", () => { bound(); whole(); });
}
