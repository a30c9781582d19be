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

  // Where no chart comes, the picture for browsers without scripts does; its box is there already.
  function showPicture(chart) {
    var place = chart.querySelector("[data-chart-picture]");
    var held = place && place.querySelector("noscript");
    if (held) {
      var read = new DOMParser().parseFromString(held.textContent, "text/html");
      place.replaceChildren(read.querySelector("picture"));
    }
  }

  // The drawing code is large, so only a page with a chart asks for it. It marks each chart that it
  // cannot draw.
  function drawCharts() {
    var charts = document.querySelectorAll("[data-chart]");
    var faults = new MutationObserver(function (changes) {
      changes.forEach(function (change) {
        if (change.target.dataset.chart === "static") {
          showPicture(change.target);
        }
      });
    });
    faults.observe(body, { attributeFilter: ["data-chart"], subtree: true });
    var script = document.createElement("script");
    script.src = body.dataset.charts;
    script.onerror = function () {
      charts.forEach(showPicture);
      ready();
    };
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
