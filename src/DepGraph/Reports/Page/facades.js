// @ts-check
// Facades hold nothing but type forwards: who needs one needs what is behind it. The rule of Graph/Facades.cs.

/**
 * Leaves nodes out of the edges by joining what comes in with what goes out, with the weaker evidence of the two.
 * @param {{ from: number, to: number, weakness: number }[]} edges
 * @param {boolean[]} isPassed by node whether it is left out
 * @param {number} weaknesses how many there are, from 0
 */
export function passThrough(edges, isPassed, weaknesses) {
  const onwards = isPassed.map(() => /** @type {typeof edges} */ ([]));
  for (const edge of edges) if (isPassed[edge.from]) onwards[edge.from].push(edge);
  const known = new Map();
  return edges.filter(edge => !isPassed[edge.from]).flatMap(edge => {
    if (!isPassed[edge.to]) return [edge];
    if (!known.has(edge.to)) known.set(edge.to, waysBehind(edge.to));
    return known.get(edge.to).filter(way => way.to !== edge.from)
      .map(way => ({ from: edge.from, to: way.to, weakness: Math.max(edge.weakness, way.weakness) }));
  });

  /** The strongest way to each that lies behind a facade, or behind those it forwards to. */
  function waysBehind(facade) {
    const ways = [], seen = new Set();
    const open = Array.from({ length: weaknesses }, () => /** @type {number[]} */ ([]));
    open[0].push(facade);
    open.forEach((nodes, weakness) => {
      for (const node of nodes) { // which grows meanwhile
        if (seen.has(node)) continue;
        seen.add(node);
        if (!isPassed[node]) ways.push({ to: node, weakness });
        else for (const next of onwards[node]) open[Math.max(weakness, next.weakness)].push(next.to);
      }
    });
    return ways;
  }
}
