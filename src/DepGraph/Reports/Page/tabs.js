// @ts-check
// Tabs by the usual keys: arrows move, Home and End jump. A panel is built when it is first opened.
import { button, html } from "./elements.js";

export function tabs(views) {
  const bar = document.getElementById("tabs"), panels = document.getElementById("panels");
  const built = views.map((view, i) => {
    const panel = html("div", { role: "tabpanel", id: `panel-${view.id}`, class: `panel ${view.id}`, "aria-labelledby": `tab-${view.id}`, hidden: true });
    const tab = button(view.title, () => open(i), { role: "tab", id: `tab-${view.id}`, "aria-controls": panel.id, "aria-selected": "false", tabindex: -1 });
    bar.append(tab);
    panels.append(panel);
    return { ...view, tab, panel, shown: null };
  });

  function open(index) {
    for (const [i, view] of built.entries()) {
      view.panel.hidden = i !== index;
      view.tab.setAttribute("aria-selected", String(i === index));
      view.tab.tabIndex = i === index ? 0 : -1;
    }
    const view = built[index];
    if (view.shown) return;
    view.shown = view.build(view.panel) ?? {};
    view.shown.redraw?.();
  }

  bar.addEventListener("keydown", event => {
    const at = built.findIndex(view => view.tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: built.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + built.length) % built.length;
    open(index);
    built[index].tab.focus();
  });

  window.addEventListener("beforeprint", () => built.forEach(view => view.shown?.fit?.()));
  open(0);
  return { drawings: () => built.filter(view => view.shown?.mark), current: () => built.find(view => !view.panel.hidden) };
}
