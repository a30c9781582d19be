// Draws every chart of the page from the specification beside it.
//
// The page keeps the room of each chart free and knows the address of its static picture, which it
// shows where a chart fails, so a fault here costs the reader the tooltips and nothing else. Expressions
// are walked by an interpreter instead of being compiled, because our content security policy forbids
// compiling text.
import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

// Specifications carry their data. Nothing is fetched, whatever a specification asks for.
const refuse = () => Promise.reject(new Error("Charts carry their own data; nothing is fetched."));
const closedLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

const OPTIONS = {
  mode: "vega-lite",
  renderer: "svg",
  ast: true,
  expr: expressionInterpreter,
  actions: false,
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
  loader: closedLoader,
};

async function draw(chart) {
  const live = chart.querySelector("[data-chart-live]");
  live.hidden = false; // laid out behind the picture, so that the chart can measure its width
  try {
    const text = chart.querySelector('script[type="application/json"]').textContent;
    await embed(live, JSON.parse(text), OPTIONS);
  } catch (fault) {
    live.hidden = true;
    live.replaceChildren();
    chart.dataset.chart = "static";
    console.warn("This chart stays a picture:", fault);
    return;
  }
  chart.querySelector("[data-chart-picture]").remove();
  chart.dataset.chart = "live";
}

async function drawAll() {
  for (const chart of document.querySelectorAll("[data-chart]")) {
    await draw(chart);
  }
  document.body.dataset.ready = "1";
}

drawAll();
