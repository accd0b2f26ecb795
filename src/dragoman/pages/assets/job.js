"use strict";
// The page of an addition asks once a second how far reading has come, and loads itself again at its end.
(function () {
  const job = document.getElementById("job");
  if (!job || !window.fetch) return;
  const state = job.dataset.state;

  function show(found) {
    const put = (id, words) => {
      const place = document.getElementById(id);
      if (place && place.textContent !== words) place.textContent = words;
    };
    const total = found.total || found.names.length || 1;
    put("done", String(found.done));
    put("total", String(total));
    put("name", found.name ? ": " + found.name : "");
    const bar = document.getElementById("progress");
    if (bar) {
      bar.max = total;
      bar.value = found.done;
    }
  }

  function ask() {
    fetch(job.dataset.twin, { credentials: "same-origin", cache: "no-store" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((found) => {
        if (found.state !== state) {
          window.location.reload();
          return;
        }
        show(found);
        window.setTimeout(ask, 1000);
      })
      .catch(() => window.setTimeout(ask, 5000));
  }

  window.setTimeout(ask, 700);
})();
