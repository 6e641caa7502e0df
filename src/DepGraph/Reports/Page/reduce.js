// @ts-check
// Transitive reduction of what is drawn: an edge that other edges imply is left out, unless it is the one that loaded its target or looks the app up.
import { edges } from "./data.js";


/** Strongly connected components of the boxes (Tarjan, iterative): for each box the number of its component, successors numbered first. */
function componentsOf(count, successors) {
  const index = new Int32Array(count).fill(-1), low = new Int32Array(count), component = new Int32Array(count).fill(-1);
  const stack = [], path = [], next = new Int32Array(count);
  let visited = 0, found = 0;
  for (let start = 0; start < count; start++) {
    if (index[start] >= 0) continue;
    path.push(start);
    while (path.length) {
      const at = path.at(-1);
      if (index[at] < 0) {
        index[at] = low[at] = visited++;
        stack.push(at);
      }
      if (next[at] < successors[at].length) {
        const to = successors[at][next[at]++];
        if (index[to] < 0) path.push(to);
        else if (component[to] < 0) low[at] = Math.min(low[at], index[to]);
        continue;
      }
      path.pop();
      if (path.length) low[path.at(-1)] = Math.min(low[path.at(-1)], low[at]);
      if (low[at] !== index[at]) continue;
      for (let member = -1; member !== at;) component[member = stack.pop()] = found;
      found++;
    }
  }
  return { component, found };
}

/** Who loaded each box; of a folded framework, whose assemblies many had loaded, who had the first of them loaded. */
function loadsOf(boxes, links) {
  const kind = new Map(boxes.map(box => [box.key, box.kind])), first = new Map(), loads = new Set();
  const loaded = link => Math.min(...link.edges.filter(i => edges[i].evidence === "load").map(i => edges[i].to));
  for (const link of links.filter(one => one.evidence === "load")) {
    if (kind.get(link.to) !== "framework") loads.add(link);
    else if (!first.has(link.to) || loaded(link) < loaded(first.get(link.to))) first.set(link.to, link);
  }
  return new Set([...loads, ...first.values()]);
}

export function reduceLinks({ boxes, links }) {
  const number = new Map(boxes.map((box, i) => [box.key, i]));
  const successors = boxes.map(() => []);
  const kept = links.filter(link => link.evidence === "lookup");
  const needs = links.filter(link => link.evidence !== "lookup");
  const loads = loadsOf(boxes, needs);
  for (const link of needs) successors[number.get(link.from)].push(number.get(link.to));
  const { component, found } = componentsOf(boxes.length, successors);
  const between = Array.from({ length: found }, () => []);
  for (const link of needs) {
    const from = component[number.get(link.from)], to = component[number.get(link.to)];
    if (from === to) kept.push(link);
    else between[from].push({ link, to });
  }
  const words = (found + 31) >> 5;
  const reached = Array.from({ length: found }, () => new Uint32Array(words));
  for (let from = 0; from < found; from++) {
    const all = reached[from];
    for (const { link, to } of between[from].sort((a, b) => b.to - a.to)) { // the nearest first
      const implied = (all[to >> 5] >>> (to & 31)) & 1;
      if (!implied || loads.has(link)) kept.push(link);
      if (implied) continue;
      all[to >> 5] |= 1 << (to & 31);
      for (let word = 0; word < words; word++) all[word] |= reached[to][word];
    }
  }
  return { boxes, links: kept };
}
