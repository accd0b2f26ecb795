// What the pages gain where scripts run. Nothing here is needed to read them.
import { copying } from "./copying.js";
import { help, keys } from "./keys.js";
import { lists } from "./lists.js";
import { map } from "./map.js";
import { network } from "./network.js";
import { timeline } from "./timeline.js";

function begin() {
  keys(document);
  help(document);
  lists(document);
  copying(document);
  document.querySelectorAll("[data-timeline]").forEach(timeline);
  document.querySelectorAll("[data-map]").forEach(map);
  document.querySelectorAll("[data-network]").forEach(network);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
