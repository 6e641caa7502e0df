// @ts-check
/**
 * Strongly connected components (Tarjan, iterative): for each node the number of its component, successors numbered first.
 * @param {number[][]} successors
 */
export function strongComponents(successors) {
  const count = successors.length;
  const index = new Int32Array(count).fill(-1), low = new Int32Array(count), component = new Int32Array(count).fill(-1);
  const stack = [], path = [], next = new Int32Array(count);
  let visited = 0, found = 0;
  for (let start = 0; start < count; start++) {
    if (index[start] >= 0) continue;
    path.push(start);
    while (path.length) {
      const at = path[path.length - 1];
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
      if (path.length) low[path[path.length - 1]] = Math.min(low[path[path.length - 1]], low[at]);
      if (low[at] !== index[at]) continue;
      for (let member = -1; member !== at;) component[member = stack.pop()] = found;
      found++;
    }
  }
  return { component, found };
}
