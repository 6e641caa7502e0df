// @ts-check
// Transitive reduction of what is drawn, by the rule of Graph/FoldedGraph.cs: a link that others imply is left out, unless it loaded
// its target, looks the app up or is in a cycle.
import { strongComponents } from "./strong-components.js";

/** @typedef {{ from: string, to: string, evidence: string, firstLoad: number }} Link */

/** @param {{ boxes: { key: string, label: string, framework?: string }[], links: Link[] }} folded */
export function reduceLinks({ boxes, links }) {
  const number = new Map(boxes.map((box, i) => [box.key, i]));
  const needs = links.filter(link => link.evidence !== "lookup");
  const successors = boxes.map(() => /** @type {number[]} */ ([]));
  for (const link of needs) successors[number.get(link.from)].push(number.get(link.to));
  const { component, found } = strongComponents(successors);
  const of = key => component[number.get(key)];
  const loads = loadsOf(boxes, needs);
  const said = impliedIn(found, needs.map(link => [of(link.from), of(link.to)]));
  return { boxes, links: links.filter(link => link.evidence === "lookup" || loads.has(link) || !said[of(link.from)].has(of(link.to))) };
}

/** Who loaded each box; of a folded framework, whose assemblies many had loaded, who had the first of them loaded. */
function loadsOf(boxes, links) {
  const box = new Map(boxes.map(one => [one.key, one])), loads = new Set(), first = new Map();
  const isBefore = (a, b) => (a.firstLoad !== b.firstLoad ? a.firstLoad < b.firstLoad : box.get(a.from).label < box.get(b.from).label);
  for (const link of links.filter(one => one.evidence === "load")) {
    if (!box.get(link.to).framework) loads.add(link);
    else if (!first.has(link.to) || isBefore(link, first.get(link.to))) first.set(link.to, link);
  }
  return new Set([...loads, ...first.values()]);
}

/** For each component those it needs that a longer way leads to. Components are numbered successors first. */
function impliedIn(found, pairs) {
  const targets = Array.from({ length: found }, () => new Set());
  for (const [from, to] of pairs) if (from !== to) targets[from].add(to);
  const words = (found + 31) >> 5, implied = [];
  const reached = targets.map(() => new Uint32Array(words));
  targets.forEach((all, from) => {
    implied.push(new Set());
    for (const to of [...all].sort((a, b) => b - a)) { // the nearest first
      if ((reached[from][to >> 5] >>> (to & 31)) & 1) {
        implied[from].add(to);
        continue;
      }
      reached[from][to >> 5] |= 1 << (to & 31);
      for (let word = 0; word < words; word++) reached[from][word] |= reached[to][word];
    }
  });
  return implied;
}
