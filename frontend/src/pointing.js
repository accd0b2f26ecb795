// The words an address points at (#s-START-END), shown where they stand: a published page cannot mark them.

/** How many code points the address points at; 0 where it points at none. */
export function length(hash) {
  const match = /^#s-(\d+)-(\d+)$/.exec(hash);
  return match ? Math.max(0, Number(match[2]) - Number(match[1])) : 0;
}

export function pointing(page) {
  const show = () => {
    if (!globalThis.CSS || !CSS.highlights) return;
    CSS.highlights.delete("pointed");
    const wanted = length(page.location.hash);
    const anchor = wanted ? page.getElementById(page.location.hash.slice(1)) : null;
    const paragraph = anchor && anchor.closest(".text, li");
    if (!paragraph) return;
    const range = page.createRange();
    range.setStartAfter(anchor);
    const walker = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let left = wanted;
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
      const after = anchor.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (!after || node.parentElement.closest("sup")) continue;
      const points = [...node.data];
      const taken = points.slice(0, left).join("").length;
      range.setEnd(node, taken);
      left -= points.length;
    }
    CSS.highlights.set("pointed", new Highlight(range));
    paragraph.scrollIntoView({ block: "center" });
  };
  page.defaultView.addEventListener("hashchange", show);
  if (page.location.protocol === "file:" || !page.querySelector("mark.hit")) show();
}
