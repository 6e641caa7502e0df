// @ts-check
// What changed against the lock file: in words, and drawn with the way from the root.
import { data, nodes } from "./data.js";
import { frames } from "./details.js";
import { drawing } from "./drawing.js";
import { html, say } from "./elements.js";
import { select } from "./state.js";

export function changesView(host) {
  const { lines, graph } = data.changes;
  const list = html("div", { class: "change-list" }, lines.length === 0
    ? html("p", {}, "Startup loads what the lock file says, in the same order.")
    : html("ul", {}, lines.map(line => html("li", { class: line.kind }, html("span", { class: "badge" }, line.title), " ", line.text, line.frames.length > 0 && html("details", {}, html("summary", {}, "all frames"), frames(line.frames))))));
  host.append(list);
  if (!graph.nodes.length) return null;

  const content = () => ({
    boxes: graph.nodes.map((node, i) => ({ key: `node ${i}`, kind: node.index >= 0 ? nodes[node.index].origin : "gone", label: node.name, head: node.index, members: node.index >= 0 ? [node.index] : [], mark: node.mark, note: { added: "new", removed: "left", kept: "" }[node.mark] })),
    links: graph.edges.map(edge => ({ from: `node ${edge.from}`, to: `node ${edge.to}`, evidence: "load", mark: edge.mark })),
  });
  return drawing(host, "Changes", {
    content,
    actions: {
      describeBox: box => `${box.label}, ${{ added: "new", removed: "no longer loaded", kept: "unchanged" }[box.mark]}`,
      describeLink: one => `${graph.nodes[one.from.slice(5)].name} → ${graph.nodes[one.to.slice(5)].name}: ${one.mark}`,
      choose: (box, enter) => {
        if (box.head < 0) return say(`${box.label} is no longer loaded`);
        select(box.head);
        if (enter) document.getElementById("details").focus();
      },
      toggle: () => {},
    },
  });
}
