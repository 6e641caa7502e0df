// Runs behind Graphviz in a worker: one graph in, its layout out, so that the page never freezes.
const graphviz = Viz.instance();

onmessage = async ({ data }) => {
  try {
    const layout = (await graphviz).renderJSON(data.graph, { yInvert: true });
    postMessage({ id: data.id, layout });
  } catch (error) {
    postMessage({ id: data.id, error: String(error?.message ?? error) });
  }
};
