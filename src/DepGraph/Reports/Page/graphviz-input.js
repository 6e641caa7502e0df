// @ts-check
// The drawn boxes as input for Graphviz: numbers for names and measured sizes, so that no name of the app ever reaches it.
import { linesOf } from "./labels.js";

const measure = document.createElement("canvas").getContext("2d");
export const boxHeight = 40;
const pointsPerInch = 72;

function sizeOf(box) {
  const [name, note] = linesOf(box);
  measure.font = "600 13px system-ui, sans-serif";
  const title = measure.measureText(name).width;
  measure.font = "11px system-ui, sans-serif";
  return Math.max(64, Math.ceil(Math.max(title, measure.measureText(note).width)) + 24);
}

export function graphvizInput({ boxes, links }, clusterOf) {
  const number = new Map(boxes.map((box, i) => [box.key, i]));
  const clusters = new Map();
  const inputs = boxes.map((box, i) => {
    box.width = sizeOf(box);
    const input = { name: `n${i}`, attributes: { width: box.width / pointsPerInch, height: boxHeight / pointsPerInch } };
    const cluster = clusterOf?.(box);
    if (cluster != null) clusters.set(cluster, [...(clusters.get(cluster) ?? []), input]);
    return input;
  });
  const large = links.length > 600;
  return {
    directed: true,
    graphAttributes: {
      rankdir: "LR", ranksep: 0.7, nodesep: 0.14,
      ...(large ? { nslimit: 1, nslimit1: 1, mclimit: 0.2, searchsize: 10, splines: "line" } : {}),
    },
    nodeAttributes: { shape: "box", fixedsize: true, label: "" },
    nodes: inputs,
    edges: links.map((link, i) => ({ tail: `n${number.get(link.from)}`, head: `n${number.get(link.to)}`, attributes: { id: `e${i}`, weight: link.evidence === "load" ? 3 : 1, ...(link.evidence === "lookup" ? { constraint: false } : {}) } })),
    subgraphs: [...clusters].map(([cluster, members]) => ({ name: `cluster_${cluster}`, graphAttributes: { margin: 14 }, nodes: members.map(({ name }) => ({ name })) })),
  };
}
