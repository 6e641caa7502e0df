// What only the page can draw: pictures have no such states.
import assert from "node:assert/strict";
import test from "node:test";
import { foldGraph } from "../../../../src/DepGraph/Reports/Page/fold.js";
import { foldedAtFirst } from "../../../../src/DepGraph/Reports/Page/stand-ins.js";

const all = { merge: false, frameworks: new Set(), folded: new Set(), opened: new Set(), references: true, facades: false };

/** Names of nodes, "f." a facade and "s." a framework's; edges as "A -> B evidence"; cycles as lists of names. */
function graph(names, edges, cycles = []) {
  const index = name => names.indexOf(name);
  const groups = [...cycles, ...names.filter(name => !cycles.flat().includes(name)).map(name => [name])];
  const parsed = edges.map(edge => edge.split(/ -> | /)).map(([from, to, evidence = "load"]) => ({ from: index(from), to: index(to), evidence }));
  return {
    root: 0, edges: parsed, unordered: [],
    components: groups.map(group => ({ name: group[0], members: group.map(index) })),
    nodes: names.map((id, i) => ({
      id, origin: "app", facade: id.startsWith("f."), framework: id.startsWith("s.") ? "Framework" : null,
      loader: parsed.find(edge => edge.to === i && edge.evidence === "load")?.from ?? -1, component: groups.findIndex(group => group.includes(id)),
    })),
  };
}

function drawn(model, view) {
  const { boxes, links } = foldGraph(model, { ...all, ...view });
  const label = new Map(boxes.map(box => [box.key, box.label]));
  return { boxes: boxes.map(box => box.label), links: links.map(link => `${label.get(link.from)} -> ${label.get(link.to)} ${link.evidence}`) };
}

test("one cycle is opened while the other stays one box", () => {
  const model = graph(["App", "A", "B", "C", "D"], ["App -> A", "A -> B", "B -> A bind", "B -> C", "C -> D", "D -> C bind"], [["A", "B"], ["C", "D"]]);
  assert.deepEqual(
    drawn(model, { merge: true, opened: new Set([0]) }),
    { boxes: ["App", "A", "B", "C"], links: ["App -> A load", "A -> B load", "B -> A bind", "B -> C load"] });
});

test("what a node's loads brought in folds into it, also over several hops, and a framework keeps a box of its own", () => {
  const model = graph(["App", "A", "B", "C", "s.X"], ["App -> A", "A -> B", "B -> C", "C -> s.X", "App -> C bind"]);
  assert.deepEqual(
    drawn(model, { folded: new Set([1]), frameworks: new Set(["Framework"]) }),
    { boxes: ["App", "A", "Framework"], links: ["App -> A load", "A -> Framework load"] });
});

test("nothing folds into a facade that is not drawn", () => {
  const model = graph(["App", "f.Facade", "B"], ["App -> f.Facade", "f.Facade -> B"]);
  assert.deepEqual(drawn(model, { folded: new Set([1]) }), { boxes: ["App", "B"], links: ["App -> B load"] });
});

test("a facade that is shown is drawn with its own edges", () => {
  const model = graph(["App", "f.Facade", "B"], ["App -> f.Facade bind", "f.Facade -> B reference"]);
  assert.deepEqual(drawn(model, { facades: true }).links, ["App -> f.Facade bind", "f.Facade -> B reference"]);
  assert.deepEqual(drawn(model, {}).links, ["App -> B reference"]);
});

test("without references there is none behind a facade either", () => {
  const model = graph(["App", "f.Facade", "B", "C"], ["App -> f.Facade", "f.Facade -> B reference", "f.Facade -> C bind"]);
  assert.deepEqual(drawn(model, { references: false }).links, ["App -> C bind"]);
});

test("a graph of few nodes opens unfolded, one of many with no more boxes than can be looked at", () => {
  const chain = count => graph(Array.from({ length: count }, (_, i) => `N${i}`), Array.from({ length: count - 1 }, (_, i) => `N${i} -> N${i + 1}`));
  assert.equal(foldedAtFirst(chain(80), 80).size, 0);
  const large = chain(200);
  assert.equal(drawn(large, { folded: foldedAtFirst(large, 80) }).boxes.length, 80);
});
