// @ts-check
// The model the page shows. All of it was computed when the page was written; names are only ever set as text.
export const data = JSON.parse(document.getElementById("data").textContent);
export const nodes = data.nodes;
export const edges = data.edges;
export const components = data.components;

export const outgoing = nodes.map(() => []);
export const incoming = nodes.map(() => []);
edges.forEach((edge, i) => {
  outgoing[edge.from].push(i);
  incoming[edge.to].push(i);
});

export const childrenLoaded = nodes.map(() => []);
nodes.forEach((node, i) => {
  if (node.loader >= 0) childrenLoaded[node.loader].push(i);
});

export const ms = value => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
export const cost = node => node.bind + node.map + node.run;
export const waitsOf = index => data.run.waits.filter(wait => wait.node === index);
export const band = spread => (spread == null ? "" : ` ± ${ms(spread)}`);
export const counted = (count, noun, nouns = `${noun}s`) => `${count} ${count === 1 ? noun : nouns}`;
export const noun = count => counted(count, "assembly", "assemblies");

/** A range of what is certain and what is possible: "2 to 4 assemblies". */
export const range = (least, most, text) => (text(least) === text(most) ? text(most) : `${text(least).replace(/ \w+$/, "")} to ${text(most)}`);
export const retainedText = ({ least, most }) => `${range(least.count, most.count, noun)} and ${range(least.ms, most.ms, ms)} less`;

/** The way from the root by the requests that loaded each node, root first. */
export function pathTo(index) {
  const path = [];
  for (let at = index; at >= 0 && !path.includes(at); at = nodes[at].loader) path.unshift(at);
  return path;
}

/** What is searched: the name, where it came from, and the frames that loaded it. */
export function matches(index, text) {
  const node = nodes[index];
  return [node.id, node.framework, node.origin, ...node.cause].some(value => value?.toLowerCase().includes(text));
}
