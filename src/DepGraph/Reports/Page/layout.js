// @ts-check
// Layout by Graphviz in a worker made from text inside this file: nothing is fetched, and the page stays alive meanwhile.
const packedGraphviz = document.getElementById("graphviz").textContent.trim();
export const canDraw = packedGraphviz.length > 0;
const pending = new Map(); // of each drawing the layout it waits for
let worker = null, address = null, serial = 0;

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

async function addressOfWorker() {
  const parts = [await unpack(packedGraphviz), "\n", document.getElementById("layout-worker").textContent];
  return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
}

function startWorker(source) {
  worker = new Worker(source);
  worker.onmessage = ({ data: answer }) => {
    const asked = [...pending.values()].find(request => request.id === answer.id);
    if (!asked) return;
    pending.delete(asked.drawing);
    if (answer.error) asked.reject(new Error(answer.error));
    else asked.resolve(answer.layout);
  };
  worker.onerror = event => [...pending.values()].forEach(request => request.reject(new Error(event.message)));
}

async function post(request) {
  try {
    const source = await (address ??= addressOfWorker());
    if (pending.get(request.drawing) !== request) return; // cancelled, or overtaken
    if (!worker) startWorker(source);
    if (request.worker === worker) return;
    request.worker = worker;
    worker.postMessage({ id: request.id, graph: request.graph });
  } catch (error) {
    request.reject(error);
  }
}

/** Ends the layout of a drawing where one is running; its promise rejects with `cancelled`. Those of other drawings begin anew. */
export function cancelLayout(drawing) {
  const request = pending.get(drawing);
  if (!request) return;
  pending.delete(drawing);
  worker?.terminate();
  worker = null;
  request.reject(Object.assign(new Error("cancelled"), { cancelled: true }));
  pending.forEach(post);
}

/** Lays a drawing out; a layout of the same drawing that is still running is given up. */
export function layOut(drawing, graph) {
  cancelLayout(drawing);
  return new Promise((resolve, reject) => {
    const request = { id: ++serial, drawing, graph, worker: null, resolve, reject };
    pending.set(drawing, request);
    post(request);
  });
}
