// @ts-check
// A layout as SVG. Looks come from the style sheet, so light, dark and print need no second drawing.
import { components, data } from "./data.js";
import { html, svg } from "./elements.js";
import { boxHeight } from "./graphviz-input.js";
import { linesOf } from "./labels.js";


const pairs = text => text.split(" ").map(pair => pair.split(",").map(Number));

/** Path data of one Graphviz spline ("e,x,y" and "s,x,y" are the tips of its arrows), and its arrow head. */
function spline(text) {
  const parts = text.split(" ");
  const tip = parts.find(part => part.startsWith("e,"))?.slice(2).split(",").map(Number);
  const points = pairs(parts.filter(part => !/^[es],/.test(part)).join(" "));
  const end = tip ?? points.at(-1);
  const [start, ...curve] = points;
  const path = `M${start} C${curve.join(" ")} L${end}`;
  const [x, y] = curve.at(-1);
  const angle = Math.atan2(end[1] - y, end[0] - x);
  const corner = turn => [end[0] - 9 * Math.cos(angle + turn), end[1] - 9 * Math.sin(angle + turn)];
  return { path, head: `${end} ${corner(0.4)} ${corner(-0.4)}` };
}

export function drawLayout(layout, { boxes, links }, actions) {
  const [, , width, height] = bounds(layout.bb);
  const scene = svg("g", { class: "scene" });
  for (const item of layout.objects ?? []) {
    if (item.name.startsWith("cluster_")) scene.append(drawCluster(item));
  }
  for (const edge of layout.edges ?? []) {
    const link = links[Number(edge.id.slice(1))];
    const { path, head } = spline(edge.pos);
    link.element = svg("g", { class: `edge ${link.evidence} ${link.mark ?? ""}` },
      svg("title", {}, actions.describeLink(link)), svg("path", { d: path }), svg("polygon", { points: head }));
    scene.append(link.element);
  }
  for (const item of layout.objects ?? []) {
    if (!/^n\d+$/.test(item.name)) continue;
    const box = boxes[Number(item.name.slice(1))];
    [box.x, box.y] = item.pos.split(",").map(Number);
    scene.append(drawBox(box, actions));
  }
  return { scene, width, height };
}

function bounds(text) {
  const [x1, y1, x2, y2] = text.split(",").map(Number);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];
}

function drawCluster(item) {
  const [x, y, width, height] = bounds(item.bb);
  const component = components[Number(item.name.slice("cluster_".length))];
  return svg("g", { class: "cluster" },
    svg("title", {}, `Cycle of ${component.members.length}: each of these needs the others`),
    svg("rect", { x, y, width, height, rx: 10 }));
}

function drawBox(box, actions) {
  const [name, note] = linesOf(box);
  const x = box.x - box.width / 2, y = box.y - boxHeight / 2;
  const stacked = box.members.length > 1 && svg("rect", { class: "behind", x: x + 4, y: y + 4, width: box.width, height: boxHeight, rx: 6 });
  box.element = svg("g", {
    class: `box ${box.kind} ${box.mark ?? ""}`, role: "button", tabindex: -1, "aria-label": actions.describeBox(box),
    click: () => actions.choose(box), dblclick: () => actions.toggle(box), focus: () => actions.focused(box),
  },
    svg("title", {}, box.label),
    stacked,
    svg("rect", { x, y, width: box.width, height: boxHeight, rx: 6 }),
    box.share >= 0.01 && svg("path", { class: "share", d: `M${x + 6} ${y + boxHeight - 3} h${(box.width - 12) * Math.min(1, box.share)}` }),
    svg("text", { class: "label", x: box.x, y: box.y - (note ? 3 : -4) }, name),
    note && svg("text", { class: "note", x: box.x, y: box.y + 13 }, note));
  return box.element;
}

const meanings = {
  app: "the app's own", package: "package", framework: "shared framework", memory: "made in memory", elsewhere: "from elsewhere", component: "merged cycle", added: "new", removed: "no longer loaded",
  load: "its request loaded it", bind: "it asked, it was there", reference: "only metadata says so", lookup: "it looks it up by name",
};

/** One key for each kind of box and edge that is drawn. */
export function legendKeys({ boxes, links }) {
  const look = box => (["added", "removed"].includes(box.mark) ? box.mark : box.kind);
  const key = (kind, sample) => html("li", {}, svg("svg", { width: 26, height: 12, "aria-hidden": "true" }, sample), meanings[kind]);
  const kinds = [...new Set(boxes.map(look))].map(kind => key(kind, svg("g", { class: `box ${kind}` }, svg("rect", { x: 1, y: 1, width: 24, height: 10, rx: 3 }))));
  const evidence = [...new Set(links.map(link => link.evidence))].map(kind => key(kind, svg("g", { class: `edge ${kind}` }, svg("path", { d: "M1 6 H25" }))));
  const share = boxes.some(box => box.share >= 0.01) && html("li", {}, svg("svg", { width: 26, height: 12, "aria-hidden": "true" }, svg("path", { class: "share", d: "M1 6 h14" })), data.run.waitingMs > 0 ? "share of the time to ready without the waiting" : "share of the time to ready");
  return [...kinds, ...evidence, share].filter(Boolean);
}
