/** A row of buttons, each with what it does. */
export function buttons(into, about, does) {
  const row = into.appendChild(document.createElement("div"));
  row.className = "buttons";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", `Look at ${about}`);
  for (const [words, act] of Object.entries(does)) {
    const button = row.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "quiet";
    button.textContent = words;
    button.addEventListener("click", act);
  }
  return row;
}
