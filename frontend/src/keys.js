// Keys that hold on every page. None takes a key from a field that is being typed in.

/** Whether a key goes into a field, or belongs to the browser. */
export function taken(event) {
  const at = event.target;
  const typing = at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName || ""));
  return Boolean(typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
}

/** `/` goes to the search field; Escape leaves it. */
export function keys(page) {
  const field = page.querySelector("form.find input[type=search]");
  if (!field) return;
  page.addEventListener("keydown", (event) => {
    if (event.key === "/" && !taken(event)) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "Escape" && event.target === field) {
      field.blur();
    }
  });
}

const KEYS = [
  ["/", "search"],
  ["?", "this help"],
  ["j, k or ↓, ↑", "next and previous line of a list, once one is reached"],
  ["Enter", "open it"],
  ["c", "copy a link to the marked words, or to those selected"],
  ["+, −, 0", "timeline and map: closer, wider, whole"],
  ["arrows", "timeline and map: move, where the chart has the focus"],
];

/** `?` opens a note on the keys, and Escape or `?` closes it. */
export function help(page) {
  let note;
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && note?.open) note.close();
    if (event.key !== "?" || taken(event)) return;
    event.preventDefault();
    note ??= page.body.appendChild(made(page));
    if (note.open) note.close();
    else note.showModal();
  });
}

function made(page) {
  const note = page.createElement("dialog");
  note.className = "keyhelp";
  note.setAttribute("aria-labelledby", "keys-title");
  const title = note.appendChild(page.createElement("h2"));
  title.id = "keys-title";
  title.textContent = "Keys";
  const list = note.appendChild(page.createElement("dl"));
  for (const [key, does] of KEYS) {
    list.appendChild(page.createElement("dt")).textContent = key;
    list.appendChild(page.createElement("dd")).textContent = does;
  }
  const way = [...page.querySelectorAll("footer a")].find((a) => /signs/.test(a.textContent));
  if (way) {
    const signs = note.appendChild(page.createElement("p")).appendChild(page.createElement("a"));
    signs.href = way.href;
    signs.textContent = way.textContent;
  }
  const close = note.appendChild(page.createElement("button"));
  close.textContent = "Close";
  close.className = "quiet";
  close.addEventListener("click", () => note.close());
  return note;
}
