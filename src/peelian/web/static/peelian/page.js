// Runs on every page, first thing in the body. Small on purpose: pages work without it.
(function () {
  "use strict";

  var body = document.body;

  // GOV.UK Frontend starts its behaviours only where these classes stand.
  body.classList.add("js-enabled");
  if ("noModule" in HTMLScriptElement.prototype) {
    body.classList.add("govuk-frontend-supported");
  }

  // Says that the page has settled. Where there are charts, the last one says so instead.
  function ready() {
    body.dataset.ready = "1";
  }

  // The drawing code is large, so only a page with a chart asks for it. If it does not come, the
  // pictures stay.
  function drawCharts() {
    var script = document.createElement("script");
    script.src = body.dataset.charts;
    script.onerror = ready;
    body.append(script);
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (document.querySelector("[data-chart]")) {
      drawCharts();
    } else {
      ready();
    }
  });
})();
