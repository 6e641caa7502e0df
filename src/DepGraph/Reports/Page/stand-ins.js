// @ts-check
// What a node's loads brought in can be folded into it, so that a large graph is few boxes at first.

/**
 * The nodes whose loads stay folded at first, so that no more boxes than `limit` are drawn where that is possible.
 * @param {import("./fold.js").Model} model
 * @param {number} limit
 */
export function foldedAtFirst({ nodes }, limit) {
  const own = nodes.filter(node => !node.framework);
  if (own.length <= limit) return new Set();
  const loaded = nodes.map(() => /** @type {number[]} */ ([]));
  nodes.forEach((node, i) => loaded[node.loader]?.push(i));
  const folded = new Set(nodes.keys());
  const queue = [...nodes.keys()].filter(i => nodes[i].loader < 0);
  let shown = queue.length;
  for (let at = 0; at < queue.length; at++) {
    const children = loaded[queue[at]];
    const added = children.filter(i => !nodes[i].framework).length;
    if (shown + added > limit && at > 0) continue;
    shown += added;
    folded.delete(queue[at]);
    queue.push(...children);
  }
  return folded;
}

/**
 * For each node the nearest ancestor (by loads) that is folded, or the node itself. A framework has a fold of its own, and into a
 * facade that is not drawn nothing folds.
 * @param {import("./fold.js").Model} model
 * @param {{ folded: Set<number>, facades: boolean }} view
 */
export function standIns({ nodes, root }, { folded, facades }) {
  const standIn = nodes.map((_, i) => i);
  for (let i = 0; i < nodes.length; i++) {
    const loader = nodes[i].loader; // loaded before, so already resolved
    if (loader < 0 || loader >= i) continue;
    if (standIn[loader] !== loader) standIn[i] = standIn[loader];
    else if (folded.has(loader) && !nodes[loader].framework && (facades || loader === root || !nodes[loader].facade)) standIn[i] = loader;
  }
  return standIn;
}
