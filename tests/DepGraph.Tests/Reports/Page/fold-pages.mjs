// Folds as the page does: of each line of standard input, a page's data and a view, one line of what would be drawn.
import { createInterface } from "node:readline";
import { foldGraph } from "../../../../src/DepGraph/Reports/Page/fold.js";
import { reduceLinks } from "../../../../src/DepGraph/Reports/Page/reduce.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { data, view } = JSON.parse(line);
  const frameworks = new Set(view.frameworks ? data.nodes.map(node => node.framework).filter(Boolean) : []);
  const folded = foldGraph(data, { ...view, frameworks, folded: new Set(), opened: new Set() });
  const { boxes, links } = view.reduce ? reduceLinks(folded) : folded;
  const label = new Map(boxes.map(box => [box.key, `${box.label}${box.framework ? " (framework)" : ""}`]));
  console.log([
    ...boxes.map(box => `${label.get(box.key)}: ${box.members.join(" ")}`).sort(),
    ...links.map(link => `${label.get(link.from)} -> ${label.get(link.to)} ${link.evidence}`).sort(),
  ].join("; "));
}
