// The model the page shows. All of it was computed when the page was written; names are only ever set as text.
const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, edges, components } = data;
const unordered = new Set(data.unordered);

const outgoing = nodes.map(() => []);
const incoming = nodes.map(() => []);
edges.forEach((edge, i) => {
  outgoing[edge.from].push(i);
  incoming[edge.to].push(i);
});

const childrenLoaded = nodes.map(() => []);
nodes.forEach((node, i) => {
  if (node.loader >= 0) childrenLoaded[node.loader].push(i);
});

const ms = value => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const cost = node => node.bind + node.map + node.run;
const waitsOf = index => data.run.waits.filter(wait => wait.node === index);
const band = spread => (spread == null ? "" : ` ± ${ms(spread)}`);
const counted = (count, noun, nouns = `${noun}s`) => `${count} ${count === 1 ? noun : nouns}`;
const noun = count => counted(count, "assembly", "assemblies");

/** A range of what is certain and what is possible: "2 to 4 assemblies". */
const range = (least, most, text) => (text(least) === text(most) ? text(most) : `${text(least).replace(/ \w+$/, "")} to ${text(most)}`);
const retainedText = ({ least, most }) => `${range(least.count, most.count, noun)} and ${range(least.ms, most.ms, ms)} less`;

/** The way from the root by the requests that loaded each node, root first. */
function pathTo(index) {
  const path = [];
  for (let at = index; at >= 0 && !path.includes(at); at = nodes[at].loader) path.unshift(at);
  return path;
}

/** What is searched: the name, where it came from, and the frames that loaded it. */
function matches(index, text) {
  const node = nodes[index];
  return [node.id, node.framework, node.origin, ...node.cause].some(value => value?.toLowerCase().includes(text));
}
