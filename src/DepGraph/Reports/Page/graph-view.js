// @ts-check
// The graph and the DAG: the same boxes, with cycles as a frame around their members or merged into one box.
import { childrenLoaded, components, cost, data, ms, nodes, pathTo } from "./data.js";
import { showBox } from "./details.js";
import { drawing } from "./drawing.js";
import { html, say } from "./elements.js";
import { foldGraph } from "./fold.js";
import { reduceLinks } from "./reduce.js";
import { foldedAtFirst } from "./stand-ins.js";
import { select, state } from "./state.js";

const boxesAtFirst = 80;

export function graphView(host, merge) {
  const frameworks = new Set(nodes.map(node => node.framework).filter(Boolean));
  const view = { merge, frameworks: new Set(frameworks), folded: foldedAtFirst(data, boxesAtFirst), opened: new Set(), references: merge, facades: false, reduce: true };
  const label = merge ? "DAG of components" : "Load graph";

  const check = (text, checked, apply, title) => html("label", { title }, html("input", { type: "checkbox", checked, change: event => {
    apply(event.target.checked);
    graph.redraw();
  } }), text);

  const controls = [
    frameworks.size > 0 && check("Fold frameworks", true, on => { view.frameworks = on ? new Set(frameworks) : new Set(); }, "Draw each shared framework as one box"),
    view.folded.size > 0 && check("Fold what loads bring in", true, on => { view.folded = on ? foldedAtFirst(data, boxesAtFirst) : new Set(); }, "Draw a node and all its loads brought in as one box"),
    merge && components.some(component => component.members.length > 1) &&
      check("Merge cycles", true, on => { view.opened = on ? new Set() : new Set(components.keys()); }, "Draw each cycle as one box"),
    check("References", view.references, on => { view.references = on; }, "Also the edges only metadata knows"),
    check("Hide implied edges", true, on => { view.reduce = on; }, "Leave out edges that a longer way already shows"),
    nodes.some(node => node.facade) && check("Facades", false, on => { view.facades = on; }, "Also assemblies that only forward types"),
  ];

  function content() {
    const folded = foldGraph(data, view);
    for (const box of folded.boxes) describe(box);
    return view.reduce ? reduceLinks(folded) : folded;
  }

  function describe(box) {
    const total = box.members.reduce((sum, index) => sum + cost(nodes[index]), 0);
    const more = box.members.length > 1 ? `${box.kind === "component" ? "cycle of " : ""}${box.members.length} · ` : "";
    box.note = `${more}${ms(total)}`;
    box.share = data.run.readyMs > data.run.waitingMs ? total / (data.run.readyMs - data.run.waitingMs) : 0;
    const added = box.members.filter(index => nodes[index].added).length;
    if (!added) return;
    box.mark = "added";
    box.note = `${box.members.length > 1 ? `${added} ` : ""}new · ${box.note}`;
  }

  const canFold = box => !nodes[box.head].framework && childrenLoaded[box.head].length > 0;
  const canToggle = box => box.members.length > 1 || box.framework || canFold(box);

  function toggle(box) {
    if (box.framework) view.frameworks.delete(box.framework);
    else if (box.kind === "component") view.opened.add(nodes[box.head].component);
    else if (view.folded.has(box.head)) view.folded.delete(box.head);
    else if (merge && view.opened.has(nodes[box.head].component)) view.opened.delete(nodes[box.head].component);
    else if (canFold(box)) view.folded.add(box.head);
    else return;
    say(`${box.label} ${box.members.length > 1 ? "unfolded" : "folded"}`);
    graph.redraw();
  }

  const clusterOf = box => {
    const component = nodes[box.head].component;
    return box.kind !== "component" && components[component].members.length > 1 && box.members.every(index => nodes[index].component === component) ? component : null;
  };

  const graph = drawing(host, label, {
    controls, content, clusterOf,
    actions: {
      describeBox: box => `${box.label}, ${box.kind}, ${box.note}`,
      describeLink: link => `${link.from.replace(/^node (\d+)$/, (_, i) => nodes[i].id)} → ${link.to.replace(/^node (\d+)$/, (_, i) => nodes[i].id)}: ${link.evidence}`,
      choose: (box, enter) => {
        select(box.members.includes(state.selected) && !box.framework ? state.selected : box.head);
        showBox(box, canToggle(box) ? () => toggle(box) : null);
        if (enter) document.getElementById("details").focus();
      },
      toggle,
    },
  });

  /** Unfolds what hides a node. */
  graph.uncover = index => {
    if (nodes[index].framework) view.frameworks.delete(nodes[index].framework);
    if (nodes[index].facade) view.facades = true;
    pathTo(index).slice(0, -1).forEach(ancestor => view.folded.delete(ancestor));
    return graph.redraw();
  };
  graph.shows = index => graph.drawn.boxes.some(box => box.members.includes(index) && (box.members.length === 1 || box.head === index));
  return graph;
}
