// @ts-check
// What is known of the selected node: cost, retained cost, why it was loaded, and its neighbours.
import { band, components, cost, counted, data, edges, incoming, ms, nodes, noun, outgoing, pathTo, retainedText, waitsOf } from "./data.js";
import { button, html } from "./elements.js";
import { breakable, nameAndContext } from "./labels.js";
import { select } from "./state.js";

const details = document.getElementById("details");

export const link = index => html("a", { class: "link", href: `#${index}`, click: event => {
  event.preventDefault();
  select(index);
} }, breakable(nodes[index].id));
const facts = rows => html("dl", {}, rows.filter(([, value]) => value != null && value !== "").map(([name, value]) => [html("dt", {}, name), html("dd", {}, breakable(value))]));
export const frames = list => html("ol", { class: "frames" }, list.map(frame => html("li", {}, html("code", {}, breakable(frame)))));

function section(title, ...content) {
  return html("section", {}, html("h3", {}, title), content);
}

export function showNode(index) {
  if (index < 0) return details.replaceChildren(html("p", {}, "Nothing was loaded."));
  const node = nodes[index], component = components[node.component];
  details.replaceChildren(...[
    html("h2", {}, breakable(nameAndContext(node.id)[0])),
    data.changes && node.added && html("p", { class: "badge added" }, "new since the lock file"),
    html("p", { class: "muted" }, breakable([kindOf(node), node.version, node.context && `context ${node.context}`].filter(Boolean).join(" · "))),
    facts([
      ["Loaded", `#${node.order + 1}, at ${ms(node.at)}`],
      ["Cost", `${ms(cost(node))}${band(node.spread)}`],
      ["of it", `bind ${ms(node.bind)}, map ${ms(node.map)}, run ${ms(node.run)}`],
      ["Waits", waitsOf(index).length ? `${ms(waitsOf(index).reduce((sum, wait) => sum + wait.ms, 0))} beside its cost` : null],
      ["Retained", index === data.root ? null : node.retained.most.count > 1 || node.retained.measured ? `without it: ${retainedText(node.retained)}` : "nothing else hangs on it"],
      ["File", node.path],
    ]),
    index !== data.root && section("Path from the root", pathList(index)),
    node.cause.length > 0 && section("Frames that loaded it", frames(node.cause)),
    waitsOf(index).map(wait => section(`Frames that wait (${ms(wait.ms)})`, frames(wait.frames))),
    component.members.length > 1 && section(`In a cycle of ${component.members.length}`, list(component.members.map(member => [link(member)]))),
    component.cut && section("What breaks the cycle", cutList(component.cut)),
    neighbours("Needs", outgoing[index], edge => edge.to),
    neighbours("Needed by", incoming[index], edge => edge.from),
  ].flat().filter(Boolean));
}

const kindOf = node => ["assembly", { app: "of the app", framework: `of ${node.framework ?? "the framework"}`, package: "from a package", memory: "made in memory", elsewhere: "from elsewhere" }[node.origin]].join(" ");

const list = items => html("ul", {}, items.map(item => html("li", {}, item)));

function pathList(index) {
  const path = pathTo(index);
  const known = data.root < 0 || path[0] === data.root;
  return [!known && html("p", { class: "muted" }, "Who requested the first of these is not known."), html("ol", { class: "path" }, path.map(at => html("li", {}, link(at))))];
}

/** The edges to cut, each with its frames, and what would do as well. */
function cutList({ edges: chosen, least, others }) {
  const ends = i => [link(edges[i].from), " → ", link(edges[i].to), edges[i].places > 1 && html("span", { class: "muted" }, ` ${edges[i].places} places`)];
  if (!chosen.length) return html("p", { class: "muted" }, "No edge of it can go: each derives from the next.");
  return [
    html("p", { class: "muted" }, least ? "Without these edges there is none, and no smaller set would do:" : "Without these edges there is none; a smaller set may exist:"),
    html("ul", { class: "cut" }, chosen.map(i => html("li", {}, ends(i), edges[i].retained.measured && html("span", { class: "muted" }, ` ${retainedText(edges[i].retained)}`),
      edges[i].cause.length > 0 && html("details", {}, html("summary", {}, "frames"), frames(edges[i].cause))))),
    others.length > 0 && html("details", {}, html("summary", {}, `${counted(others.length, "other")} as good`),
      html("ul", {}, others.map(other => html("li", {}, other.map((i, at) => [at > 0 && ", ", ends(i)]))))),
  ];
}

function neighbours(title, indexes, end) {
  if (!indexes.length) return null;
  const shown = 40;
  const row = i => html("li", {}, link(end(edges[i])), " ", html("span", { class: `evidence ${edges[i].evidence}` }, edges[i].evidence),
    (edges[i].retained.most.count > 1 || edges[i].retained.measured) && html("span", { class: "muted" }, ` without this edge: ${retainedText(edges[i].retained)}`),
    edges[i].cause.length > 0 && html("details", {}, html("summary", {}, "frames"), frames(edges[i].cause)));
  const rows = html("ul", {}, indexes.slice(0, shown).map(row));
  const rest = indexes.length - shown;
  const more = rest > 0 && button(`${rest} more`, event => {
    rows.append(...indexes.slice(shown).map(row));
    event.target.remove();
  });
  return section(`${title} (${indexes.length})`, rows, more);
}

/** A drawn box: its head node, and above it what else the box stands for. */
export function showBox(box, toggle) {
  if (box.framework || box.members.length > 1) {
    const total = box.members.reduce((sum, index) => sum + cost(nodes[index]), 0);
    const extra = section(box.framework ? `Folded framework: ${box.label}` : box.kind === "component" ? "Merged cycle" : "Folded",
      html("p", {}, `${noun(box.members.length)}, ${ms(total)}`),
      toggle && button("Unfold", toggle),
      html("details", {}, html("summary", {}, "All of them"), list(box.members.map(member => [link(member)]))));
    details.prepend(extra);
  } else if (toggle) {
    details.prepend(button("Fold what it loads", toggle));
  }
}
