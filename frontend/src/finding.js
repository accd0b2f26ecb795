// Search on a published site: all words, wherever they stand in a name, a title or a statement.
const MOST = 100;

/** Words as they are compared: no case, no accents. */
export function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The entries that hold all words, those that hold them in their name first; `[kind, words, href, more]`. */
export function found(entries, question) {
  const words = plain(question).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const named = [];
  const other = [];
  for (const entry of entries) {
    const name = plain(entry[1]);
    const whole = `${name} ${plain(entry[3])}`;
    if (!words.every((word) => whole.includes(word))) continue;
    (words.every((word) => name.includes(word)) ? named : other).push(entry);
  }
  return [...named, ...other];
}

export function finding(form) {
  const entries = globalThis.dragomanIndex || [];
  const page = form.ownerDocument;
  const field = form.querySelector("input[type=search]");
  const told = page.querySelector("[data-found]");
  const list = page.querySelector("[data-hits]");
  const show = () => {
    const hits = found(entries, field.value);
    told.textContent = field.value.trim() ? `${hits.length || "No"} ${hits.length === 1 ? "entry" : "entries"} found.` : "";
    list.replaceChildren(...hits.slice(0, MOST).map((hit) => line(page, hit)));
  };
  field.value = new URLSearchParams(page.location.search).get("q") || "";
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  show();
}

function line(page, [kind, words, href, more]) {
  const item = page.createElement("li");
  const about = item.appendChild(page.createElement("p"));
  about.className = "small mute";
  about.textContent = more ? `${kind}, ${more}` : kind;
  const link = item.appendChild(page.createElement("p")).appendChild(page.createElement("a"));
  link.href = href;
  link.className = "hit-link";
  link.textContent = words;
  return item;
}
