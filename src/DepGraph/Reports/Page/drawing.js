// @ts-check
// One drawn graph: its toolbar, its canvas, and the keys to walk it.
import { counted, matches } from "./data.js";
import { drawLayout, legendKeys } from "./draw.js";
import { button, html, say, svg } from "./elements.js";
import { graphvizInput } from "./graphviz-input.js";
import { cancelLayout, canDraw, layOut } from "./layout.js";
import { panZoom } from "./pan-zoom.js";
import { state } from "./state.js";

export function drawing(host, label, { controls = [], content, clusterOf = null, actions }) {
  const canvas = svg("svg", { class: "canvas", tabindex: 0, role: "group", "aria-label": `${label}. Arrow keys follow the edges, Enter opens details, plus and minus zoom, 0 fits.` });
  const legend = html("ul", { class: "legend-keys", "aria-label": "Legend" });
  const view = panZoom(canvas, legend);
  const progress = html("div", { class: "progress", hidden: true }, html("span", {}), html("progress", {}), button("Cancel", () => cancelLayout(host)));
  const tools = html("div", { class: "tools", role: "toolbar", "aria-label": `${label} tools` },
    controls,
    html("span", { class: "zoom" },
      button("+", () => view.zoom(1.3), { "aria-label": "Zoom in" }),
      button("−", () => view.zoom(1 / 1.3), { "aria-label": "Zoom out" }),
      button("Fit", () => view.fit())));
  host.append(tools, html("div", { class: "stage" }, canvas, legend, progress));

  let drawn = { boxes: [], links: [] }, current = null, timer = 0, turn = 0;

  async function redraw() {
    const next = content();
    if (!canDraw) return tell("This page was written by a build of DepGraph without Graphviz, so it draws no graph. The other views are complete.");
    if (!next.boxes.length) return tell("Nothing to draw.");
    const started = Date.now(), mine = ++turn;
    const about = `Laying out ${counted(next.boxes.length, "box", "boxes")} and ${counted(next.links.length, "edge")}`;
    progress.hidden = false;
    progress.firstChild.textContent = about;
    host.setAttribute("aria-busy", "true");
    clearInterval(timer);
    timer = setInterval(() => { progress.firstChild.textContent = `${about}: ${Math.round((Date.now() - started) / 1000)} s`; }, 500);
    try {
      const layout = await layOut(host, graphvizInput(next, clusterOf));
      drawn = next;
      const { scene, width, height } = drawLayout(layout, drawn, { ...actions, focused: box => { current = box; } });
      legend.replaceChildren(...legendKeys(drawn));
      view.show(scene, width, height, drawn.boxes.find(box => box.members.includes(state.selected)) ?? drawn.boxes[0]);
      mark();
      say(`${label}: ${counted(next.boxes.length, "box", "boxes")}, ${counted(next.links.length, "edge")}`);
    } catch (error) {
      if (mine !== turn) return; // overtaken by the next one
      if (error.cancelled) say("Layout cancelled");
      else tell(`Graphviz could not lay this out: ${error.message}`);
    }
    clearInterval(timer);
    progress.hidden = true;
    host.removeAttribute("aria-busy");
  }

  function tell(text) {
    canvas.replaceChildren(svg("text", { class: "message", x: 24, y: 40 }, text));
  }

  /** Shows what is selected and what the search found, without a new layout. */
  function mark() {
    const text = state.search;
    let found = null;
    for (const box of drawn.boxes) {
      const chosen = box.members.includes(state.selected);
      const hit = text && box.members.some(index => matches(index, text));
      box.element?.classList.toggle("selected", chosen);
      box.element?.setAttribute("aria-pressed", String(chosen));
      box.element?.classList.toggle("hit", Boolean(hit));
      box.element?.classList.toggle("dimmed", Boolean(text) && !hit);
      if (chosen) current = box;
      if (hit) found ??= box;
    }
    for (const link of drawn.links) link.element?.classList.toggle("near", [link.from, link.to].includes(current?.key));
    return found;
  }

  const boxOf = key => drawn.boxes.find(box => box.key === key);

  /** The box one step away: along an edge, against one, or the next beside it. */
  function neighbour(key) {
    if (!current) return drawn.boxes[0];
    const down = drawn.links.filter(link => link.from === current.key).map(link => boxOf(link.to));
    const up = drawn.links.filter(link => link.to === current.key).map(link => boxOf(link.from));
    if (key === "ArrowRight") return down.sort((a, b) => Math.abs(a.y - current.y) - Math.abs(b.y - current.y))[0];
    if (key === "ArrowLeft") return up.sort((a, b) => Math.abs(a.y - current.y) - Math.abs(b.y - current.y))[0];
    const sign = key === "ArrowDown" ? 1 : -1;
    return drawn.boxes.filter(box => (box.y - current.y) * sign > 0.5)
      .sort((a, b) => Math.hypot(a.x - current.x, (a.y - current.y) * 2) - Math.hypot(b.x - current.x, (b.y - current.y) * 2))[0];
  }

  canvas.addEventListener("keydown", event => {
    const arrow = event.key.startsWith("Arrow");
    if (arrow && event.shiftKey) view.pan(...{ ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key]);
    else if (arrow) visit(neighbour(event.key));
    else if (event.key === "+" || event.key === "=") view.zoom(1.3);
    else if (event.key === "-") view.zoom(1 / 1.3);
    else if (event.key === "0") view.fit();
    else if ((event.key === "Enter" || event.key === " ") && current) actions.choose(current, true);
    else return;
    event.preventDefault();
  });

  function visit(box) {
    if (!box?.element) return;
    current = box;
    view.reveal(box.x, box.y);
    box.element.focus({ preventScroll: true });
  }

  return {
    redraw, mark, fit: view.fit,
    reveal(index) {
      const box = drawn.boxes.find(one => one.members.includes(index));
      if (box?.element) view.reveal(box.x, box.y);
    },
    get drawn() { return drawn; },
  };
}
