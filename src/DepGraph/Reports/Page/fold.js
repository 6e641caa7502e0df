// @ts-check
// From all nodes to the boxes that are drawn: a shared framework is one box, what a node's loads brought in can be folded into it,
import { childrenLoaded, components, edges, nodes, unordered } from "./data.js";

// and in the DAG a component is one box. Everything folded can be unfolded.

/** The nodes whose loads stay folded at first, so that no more boxes than `limit` are drawn where that is possible. */
export function foldedAtFirst(limit) {
  const visible = nodes.map((node, i) => i).filter(i => !nodes[i].framework).length;
  if (visible <= limit) return new Set();
  const folded = new Set(nodes.keys());
  const queue = nodes.map((_, i) => i).filter(i => nodes[i].loader < 0);
  let shown = queue.length;
  for (let at = 0; at < queue.length; at++) {
    const children = childrenLoaded[queue[at]];
    const added = children.filter(i => !nodes[i].framework).length;
    if (shown + added > limit && at > 0) continue;
    shown += added;
    folded.delete(queue[at]);
    queue.push(...children);
  }
  return folded;
}

/** For each node the nearest ancestor (by loads) that is folded, or the node itself. */
function standIns(folded) {
  const standIn = nodes.map((_, i) => i);
  for (let i = 0; i < nodes.length; i++) {
    const loader = nodes[i].loader; // loaded before, so already resolved
    if (loader < 0 || loader >= i) continue;
    if (standIn[loader] !== loader) standIn[i] = standIn[loader];
    else if (folded.has(loader) && !nodes[loader].framework) standIn[i] = loader;
  }
  return standIn;
}

/** The drawn boxes and the edges between them under `view` (frameworks, folded, opened, merge, references, facades). */
export function foldGraph(view) {
  const standIn = standIns(view.folded);
  const boxes = new Map();
  const keyOf = nodes.map((node, i) => {
    const part = components[node.component].members.length > 1;
    if (part && view.merge && !view.opened.has(node.component)) return `component ${node.component}`;
    if (node.framework && view.frameworks.has(node.framework) && !part) return `framework ${node.framework}`;
    if (node.facade && !view.facades) return null;
    return `node ${standIn[i]}`;
  });
  nodes.forEach((_, i) => {
    const key = keyOf[i];
    if (key === null) return;
    if (!boxes.has(key)) boxes.set(key, boxFor(key, i, standIn[i]));
    boxes.get(key).members.push(i);
  });
  return { boxes: [...boxes.values()], links: foldEdges(keyOf, view) };
}

function boxFor(key, index, standIn) {
  const node = nodes[index];
  if (key.startsWith("framework ")) return { key, kind: "framework", label: node.framework, head: index, members: [] };
  if (key.startsWith("component ")) return { key, kind: "component", label: components[node.component].name, head: components[node.component].members[0], members: [] };
  return { key, kind: node.origin, label: nodes[standIn].id, head: standIn, members: [] };
}

function foldEdges(keyOf, { references, merge }) {
  const links = new Map();
  const strength = ["load", "bind", "use", "reference", "lookup"];
  const requester = index => { // a facade that is not drawn is passed through: whoever loaded it stands for it
    while (index >= 0 && keyOf[index] === null) index = nodes[index].loader < index ? nodes[index].loader : -1;
    return index < 0 ? null : keyOf[index];
  };
  edges.forEach((edge, i) => {
    if (merge && unordered.has(i)) return; // the DAG has only what orders
    if (nodes[edge.from].facade && edge.evidence === "reference") return; // names all it forwards to, and needs none of it
    const from = requester(edge.from), to = keyOf[edge.to];
    if (from === null || to === null || from === to) return;
    if (edge.evidence === "reference" && !references) return;
    const key = `${from}\n${to}`;
    const link = links.get(key) ?? { from, to, evidence: edge.evidence, edges: [] };
    if (strength.indexOf(edge.evidence) < strength.indexOf(link.evidence)) link.evidence = edge.evidence;
    link.edges.push(i);
    links.set(key, link);
  });
  return [...links.values()];
}
