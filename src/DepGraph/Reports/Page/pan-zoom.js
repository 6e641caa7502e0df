// @ts-check
// Pan with the pointer, zoom with the wheel, two fingers, the buttons or + and -. A legend lies over the bottom of the canvas.
export function panZoom(canvas, legend) {
  const view = { x: 0, y: 0, scale: 1, width: 1, height: 1, scene: null, isFitted: false };
  const pointers = new Map();
  let moved = 0;

  const apply = () => view.scene?.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);

  function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const scale = Math.min(4, Math.max(0.02, view.scale * factor));
    view.x = x - (x - view.x) * (scale / view.scale);
    view.y = y - (y - view.y) * (scale / view.scale);
    view.scale = scale;
    view.isFitted = false;
    apply();
  }

  function fit() {
    const margin = 16, below = Math.min(legend.offsetHeight, canvas.clientHeight / 3);
    const width = canvas.clientWidth - 2 * margin, height = canvas.clientHeight - 2 * margin - below;
    view.isFitted = true; // also where there is no room yet: as soon as there is
    if (width <= 0 || height <= 0) return;
    view.scale = Math.min(1.25, width / view.width, height / view.height);
    view.x = margin + (width - view.width * view.scale) / 2;
    view.y = margin + (height - view.height * view.scale) / 2;
    apply();
  }

  function pan(dx, dy) {
    view.x += dx;
    view.y += dy;
    view.isFitted = false;
    apply();
  }

  /** Brings a point of the scene into sight, readable. */
  function center(x, y) {
    view.scale = Math.max(view.scale, 0.7);
    view.x = canvas.clientWidth / 2 - x * view.scale;
    view.y = canvas.clientHeight / 2 - y * view.scale;
    view.isFitted = false;
    apply();
  }

  function reveal(x, y) {
    const left = x * view.scale + view.x, top = y * view.scale + view.y;
    const inside = left > 40 && top > 30 && left < canvas.clientWidth - 40 && top < canvas.clientHeight - 30;
    if (!inside || view.scale < 0.35) center(x, y);
  }

  /** The first drawing is shown whole. A later one, which the reader asked for, whole where it can be read whole, else readable and at its focus. */
  function show(scene, width, height, focus) {
    const isFirst = !view.scene;
    canvas.replaceChildren(scene);
    Object.assign(view, { scene, width, height });
    fit();
    if (isFirst || !canvas.clientWidth || view.scale > 0.5 || !focus) return;
    view.scale = 0.7;
    view.x = Math.min(24, canvas.clientWidth / 3 - focus.x * view.scale);
    view.y = canvas.clientHeight / 2 - focus.y * view.scale;
    view.isFitted = false;
    apply();
  }

  new ResizeObserver(() => { if (view.isFitted) fit(); }).observe(canvas); // a window that grows, a tab that is opened, a page that is printed

  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    const area = canvas.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - area.left, event.clientY - area.top);
  }, { passive: false });

  canvas.addEventListener("pointerdown", event => {
    pointers.set(event.pointerId, event);
    moved = 0;
  });
  canvas.addEventListener("pointermove", event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const other = [...pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
    if (other) {
      const area = canvas.getBoundingClientRect();
      const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      zoom(distance(event) / Math.max(1, distance(before)), (event.clientX + other.clientX) / 2 - area.left, (event.clientY + other.clientY) / 2 - area.top);
    } else {
      pan(event.clientX - before.clientX, event.clientY - before.clientY);
    }
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (moved > 4) canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) canvas.addEventListener(end, event => pointers.delete(event.pointerId));
  canvas.addEventListener("click", event => { if (moved > 4) event.stopPropagation(); }, { capture: true }); // the end of a drag chooses nothing

  return { zoom, fit, pan, center, reveal, show };
}
