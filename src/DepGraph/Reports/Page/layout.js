// Layout by Graphviz in a worker made from text inside this file: nothing is fetched, and the page stays alive meanwhile.
const packedGraphviz = document.getElementById("graphviz").textContent.trim();
const canDraw = packedGraphviz.length > 0;
let worker = null, address = null, pending = null, serial = 0;

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
    if (answer.id !== pending?.id) return;
    const { resolve, reject } = pending;
    pending = null;
    if (answer.error) reject(new Error(answer.error));
    else resolve(answer.layout);
  };
  worker.onerror = event => pending?.reject(new Error(event.message));
}

/** Ends the layout that is running; its promise rejects with `cancelled`. */
function cancelLayout() {
  if (!pending) return;
  const { reject } = pending;
  pending = null;
  worker?.terminate();
  worker = null;
  reject(Object.assign(new Error("cancelled"), { cancelled: true }));
}

function layOut(graph) {
  cancelLayout();
  const id = ++serial;
  return new Promise((resolve, reject) => {
    pending = { id, resolve, reject };
    (address ??= addressOfWorker()).then(source => {
      if (pending?.id !== id) return; // cancelled, or overtaken
      if (!worker) startWorker(source);
      worker.postMessage({ id, graph });
    }, reject);
  });
}
