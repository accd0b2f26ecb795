// Copying a link to words of a document: those marked that have the focus, or those selected.
import { taken } from "./keys.js";

/** How many code points a string has (offsets count those, and not the units of the script). */
export function points(text) {
  return [...text].length;
}

/** The address of characters `start` to `end` of the document at an address. */
export function address(href, start, end) {
  const url = new URL(href);
  url.hash = `s-${start}-${end}`;
  if (url.protocol !== "file:") {
    url.searchParams.set("at", `${start}-${end}`);
    url.searchParams.delete("part");
  }
  return url.href;
}

/** Code points from the beginning of a paragraph to a place in it; signs put into the text do not count. */
export function before(paragraph, node, offset) {
  const range = paragraph.ownerDocument.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  const kept = range.cloneContents();
  kept.querySelectorAll("sup").forEach((sign) => sign.remove());
  return points(kept.textContent);
}

/** The characters that are selected in the reader; null where none are, or not in paragraphs of it. */
export function selected(page) {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const ends = [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset],
  ].map(([node, offset]) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    const paragraph = element && element.closest("[data-start]");
    return paragraph ? Number(paragraph.dataset.start) + before(paragraph, node, offset) : null;
  });
  return ends[0] === null || ends[1] === null || ends[0] >= ends[1] ? null : ends;
}

function wanted(page) {
  const chosen = selected(page);
  if (chosen) return address(page.location.href, ...chosen);
  const at = page.activeElement && page.activeElement.closest("[id^='s-'], .note");
  const target = at && (at.id.startsWith("s-") ? at : at.querySelector("a[href*='#s-']"));
  const found = target && /s-(\d+)-(\d+)$/.exec(target.id || target.getAttribute("href"));
  if (found) return address(page.location.href, found[1], found[2]);
  return /^#s-\d+-\d+$/.test(page.location.hash) ? page.location.href : null;
}

export function copying(page) {
  const reader = page.querySelector(".reader");
  if (!reader) return;
  const told = page.createElement("p");
  told.className = "copied";
  told.setAttribute("role", "status");
  reader.before(told);
  const button = page.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Copy a link to these words";
  button.hidden = true;
  told.after(button);
  const copy = async () => {
    const link = wanted(page);
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link);
      told.textContent = "Link copied.";
    } catch {
      told.textContent = link; // where the browser does not let us, the reader copies it
    }
  };
  button.addEventListener("click", copy);
  page.addEventListener("selectionchange", () => {
    button.hidden = !selected(page);
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "c" && !taken(event)) copy();
  });
}
