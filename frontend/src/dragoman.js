// What the pages gain where scripts run. Nothing here is needed to read them.
import { copying } from "./copying.js";
import { finding } from "./finding.js";
import { help, keys } from "./keys.js";
import { lists } from "./lists.js";
import { map } from "./map.js";
import { network } from "./network.js";
import { pointing } from "./pointing.js";
import { timeline } from "./timeline.js";

function begin() {
  keys(document);
  help(document);
  lists(document);
  copying(document);
  pointing(document);
  document.querySelectorAll("[data-finding]").forEach(finding);
  document.querySelectorAll("[data-timeline]").forEach(timeline);
  document.querySelectorAll("[data-map]").forEach(map);
  document.querySelectorAll("[data-network]").forEach(network);
}

// Deferred scripts run before this event, the index of a published site among them.
if (document.readyState === "complete") begin();
else document.addEventListener("DOMContentLoaded", begin);
