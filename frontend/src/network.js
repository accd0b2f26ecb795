// The network: what has the pointer or the focus stands out with its neighbours; nodes can be dragged.
import { drag } from "d3-drag";
import { select, selectAll } from "d3-selection";

/** The ids of the nodes that edges join to this one, itself among them. */
export function neighbours(edges, id) {
  const found = new Set([id]);
  for (const { a, b } of edges) {
    if (a === id) found.add(b);
    if (b === id) found.add(a);
  }
  return found;
}

/** A place in the frame, as a percentage that keeps the whole node in sight. */
export function inside(at, size) {
  return Math.min(97, Math.max(3, (at / size) * 100));
}

export function network(frame) {
  const svg = frame.querySelector("svg.network");
  if (!svg) return;
  const nodes = [...svg.querySelectorAll("[data-node]")];
  const edges = [...svg.querySelectorAll("[data-a]")].map((element) => ({
    element, a: element.dataset.a, b: element.dataset.b, lines: [...element.querySelectorAll("line")],
  }));

  const show = (near, lit) => {
    svg.classList.toggle("focused", Boolean(near));
    for (const node of nodes) node.classList.toggle("near", Boolean(near) && near.has(node.dataset.node));
    for (const edge of edges) edge.element.classList.toggle("near", Boolean(near) && lit(edge));
  };
  const clear = () => show(null);
  for (const node of nodes) {
    const id = node.dataset.node;
    const on = () => show(neighbours(edges, id), (edge) => edge.a === id || edge.b === id);
    select(node).on("pointerenter focusin", on).on("pointerleave focusout", clear);
  }
  for (const edge of edges) {
    const on = () => show(new Set([edge.a, edge.b]), (one) => one === edge);
    select(edge.element).on("pointerenter focusin", on).on("pointerleave focusout", clear);
  }

  selectAll(nodes).call(
    drag()
      .container(svg)
      .clickDistance(4)
      .on("drag", function moved(event) {
        const x = `${inside(event.x, svg.clientWidth || 1).toFixed(2)}%`;
        const y = `${inside(event.y, svg.clientHeight || 1).toFixed(2)}%`;
        this.setAttribute("x", x);
        this.setAttribute("y", y);
        for (const edge of edges) {
          for (const line of edge.lines) {
            if (edge.a === this.dataset.node) { line.setAttribute("x1", x); line.setAttribute("y1", y); }
            if (edge.b === this.dataset.node) { line.setAttribute("x2", x); line.setAttribute("y2", y); }
          }
        }
      }),
  );
}
