// Transitive reduction of what is drawn: an edge that other edges imply is left out, unless it is the one that loaded its target.

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

function reduceLinks({ boxes, links }) {
  const number = new Map(boxes.map((box, i) => [box.key, i]));
  const successors = boxes.map(() => []);
  for (const link of links) successors[number.get(link.from)].push(number.get(link.to));
  const { component, found } = componentsOf(boxes.length, successors);
  const between = Array.from({ length: found }, () => []);
  const kept = [];
  for (const link of links) {
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
      if (!implied || link.evidence === "load") kept.push(link);
      if (implied) continue;
      all[to >> 5] |= 1 << (to & 31);
      for (let word = 0; word < words; word++) all[word] |= reached[to][word];
    }
  }
  return { boxes, links: kept };
}
