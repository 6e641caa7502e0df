// @ts-check
// Puts the page together.
import { changesView } from "./changes.js";
import { band, components, counted, data, matches, ms, nodes, noun } from "./data.js";
import { showNode } from "./details.js";
import { html } from "./elements.js";
import { graphView } from "./graph-view.js";
import { initializersView } from "./initializers.js";
import { sequenceView } from "./sequence.js";
import { change, onChange, select, state } from "./state.js";
import { tabs } from "./tabs.js";
import { timelineView } from "./timeline.js";

const { run } = data;
const cycles = components.filter(component => component.members.length > 1);

document.getElementById("app").textContent = data.app;
document.getElementById("summary").textContent = [
  noun(nodes.length),
  `ready after ${ms(run.readyMs)}${band(run.readySpreadMs)}${run.count > 1 ? ` (median of ${run.count} runs)` : ""}${run.waitingMs > 0 ? `, ${ms(run.waitingMs)} of it waiting` : ""}`,
  cycles.length ? counted(cycles.length, "cycle") : "no cycles",
  run.runtime, run.platform,
].filter(Boolean).join(" · ");

if (data.advice.length) {
  document.getElementById("notes").append(html("details", { open: true, class: "advice" },
    html("summary", {}, "What to do first"),
    html("ol", {}, data.advice.map(advice => html("li", {}, advice.what, " ", html("strong", {}, `Saves ${advice.saves}.`))))));
}

const findings = [
  run.isPartial && { code: "", message: `The run ended before it was ready (${run.outcome}): this is what was loaded until then.${run.failure ? ` ${run.failure}` : ""}` },
  ...data.findings,
].filter(Boolean);
if (findings.length) {
  document.getElementById("notes").append(html("details", { open: findings.length < 4 },
    html("summary", {}, counted(findings.length, "finding")),
    html("ul", {}, findings.map(finding => html("li", {}, finding.code && html("strong", {}, finding.code), " ", finding.message)))));
}

const views = tabs([
  { id: "graph", title: "Graph", build: panel => graphView(panel, false) },
  { id: "dag", title: "DAG", build: panel => graphView(panel, true) },
  { id: "order", title: "Timeline", build: timelineView },
  { id: "sequence", title: "Load sequence", build: sequenceView },
  data.initializers.length && { id: "initializers", title: "Initializers", build: initializersView },
  data.changes && { id: "changes", title: `Changes (${data.changes.lines.length})`, build: changesView },
].filter(Boolean));

onChange(({ selected }) => {
  if (selected !== undefined) showNode(selected);
  views.drawings().forEach(view => view.shown.mark());
  if (selected !== undefined) views.current().shown?.reveal?.(selected);
});
showNode(state.selected);

const search = /** @type {HTMLInputElement} */ (document.getElementById("search"));
let hits = [], hit = -1;
search.addEventListener("input", () => {
  const text = search.value.trim().toLowerCase();
  hits = text ? nodes.map((_, i) => i).filter(i => matches(i, text)) : [];
  hit = -1;
  change({ search: text }, text ? `${counted(hits.length, "match", "matches")}; Enter goes to the next` : "Search cleared");
});
search.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    search.value = "";
    search.dispatchEvent(new Event("input"));
  }
  if (event.key !== "Enter" || !hits.length) return;
  hit = (hit + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
  const found = hits[hit], view = views.current().shown;
  select(found); // what is known of it is there at once, the drawing when it is laid out
  if (view?.uncover && !view.shows(found)) view.uncover(found);
});
document.addEventListener("keydown", event => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) {
    event.preventDefault();
    search.focus();
  }
});
