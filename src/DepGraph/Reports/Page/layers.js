// @ts-check
// Where folding a framework would close a cycle that is none (a package between two of its assemblies), the DAG draws it in layers.
// The rule of Graph/Folding.cs.
import { strongComponents } from "./strong-components.js";

/**
 * For each component the layer of its framework it is drawn in, counted from 0.
 * @param {import("./fold.js").Model} model
 * @param {Set<string>} frameworks which are folded
 */
export function layersOf({ nodes, edges, components, unordered, root }, frameworks) {
  const names = components.map(({ members: [first, ...others] }, i) =>
    others.length === 0 && first !== root && frameworks.has(nodes[first].framework) ? nodes[first].framework : i);
  const numbers = new Map([...names.entries()].reverse().map(([i, name]) => [name, i]));
  const fold = names.map(name => numbers.get(name));
  const orderless = new Set(unordered);
  const needed = components.map(() => /** @type {number[]} */ ([])), foldNeeded = components.map(() => /** @type {number[]} */ ([]));
  edges.forEach(({ from, to }, i) => {
    const [source, target] = [nodes[from].component, nodes[to].component];
    if (orderless.has(i) || source === target) return;
    needed[source].push(target);
    foldNeeded[fold[source]].push(fold[target]);
  });

  const entangled = strongComponents(foldNeeded).component, position = strongComponents(needed).component;
  const layers = components.map(() => 0); // how often a way down changes between folds that need each other
  for (const i of [...components.keys()].sort((a, b) => position[a] - position[b])) {
    for (const next of needed[i]) {
      if (entangled[fold[i]] === entangled[fold[next]]) layers[i] = Math.max(layers[i], layers[next] + (fold[i] === fold[next] ? 0 : 1));
    }
  }

  const ofFold = new Map();
  layers.forEach((layer, i) => ofFold.set(fold[i], (ofFold.get(fold[i]) ?? new Set()).add(layer)));
  return layers.map((layer, i) => [...ofFold.get(fold[i])].filter(other => other < layer).length); // counted without gaps
}
