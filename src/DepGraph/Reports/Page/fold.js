// @ts-check
// From all nodes to the boxes that are drawn, by the rules of the pictures (Graph/Folding.cs and FoldedGraph.cs): a test holds the two against each other.
// Beyond them everything folded can be unfolded by itself, and what a node's loads brought in can be folded into it.
import { passThrough } from "./facades.js";
import { layersOf } from "./layers.js";
import { standIns } from "./stand-ins.js";

/** @typedef {{ root: number, nodes: any[], edges: any[], components: any[], unordered: number[] }} Model the page's data, of HtmlData.cs */
/** @typedef {{ merge: boolean, frameworks: Set<string>, folded: Set<number>, opened: Set<number>, references: boolean, facades: boolean }} View */

/** How an edge is known, strongest first. */
const evidences = ["load", "bind", "reference", "lookup"];

/**
 * The boxes, and the links between them.
 * @param {Model} model
 * @param {View} view `merge` draws components, but for those `opened`; `frameworks` are folded, as are the loads of the nodes `folded`
 */
export function foldGraph(model, view) {
  const boxes = new Map();
  const folds = foldsOf(model, view);
  folds.forEach((fold, i) => {
    if (!fold) return;
    if (!boxes.has(fold.key)) boxes.set(fold.key, { head: i, ...fold, members: [] });
    boxes.get(fold.key).members.push(i);
  });
  return { boxes: [...boxes.values()], links: linksOf(model, view, folds.map(fold => fold?.key)) };
}

/** For each node the fold it is drawn in; none for a facade that is passed through. */
function foldsOf(model, view) {
  const { nodes, components, root } = model;
  const standIn = standIns(model, view);
  const layers = view.merge ? layersOf(model, view.frameworks) : [];
  return nodes.map((node, i) => {
    const component = components[node.component], isMerged = view.merge && component.members.length > 1;
    if (isMerged && !view.opened.has(node.component)) {
      return { key: `component ${node.component}`, kind: "component", label: component.name, head: component.members[0] };
    }
    if (i !== root && !isMerged && view.frameworks.has(node.framework)) {
      const layer = layers[node.component] ?? 0, label = layer > 0 ? `${node.framework} (layer ${layer + 1})` : node.framework;
      return { key: `framework ${label}`, kind: "framework", label, framework: node.framework };
    }
    if (i !== root && node.facade && !view.facades) return null;
    return { key: `node ${standIn[i]}`, kind: node.origin, label: nodes[standIn[i]].id, head: standIn[i] };
  });
}

/** One link for all edges from box to box, with the strongest of their evidence and the node they loaded first. */
function linksOf({ nodes, edges, unordered }, view, keys) {
  const orderless = new Set(view.merge ? unordered : []); // the DAG has only what orders
  const drawn = edges.filter((edge, i) => !orderless.has(i) && (view.references || edge.evidence !== "reference"))
    .map(({ from, to, evidence }) => ({ from, to, weakness: evidences.indexOf(evidence) }));
  const links = new Map();
  for (const { from, to, weakness } of passThrough(drawn, nodes.map((_, i) => keys[i] === undefined), evidences.length)) {
    if (keys[from] === keys[to]) continue;
    const key = `${keys[from]}\n${keys[to]}`;
    const link = links.get(key) ?? { from: keys[from], to: keys[to], weakness, firstLoad: Infinity };
    link.weakness = Math.min(link.weakness, weakness);
    if (weakness === 0) link.firstLoad = Math.min(link.firstLoad, to);
    links.set(key, link);
  }
  return [...links.values()].map(({ weakness, ...link }) => ({ ...link, evidence: evidences[weakness] }));
}
