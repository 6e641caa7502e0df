// @ts-check
// The load order as it happened: a bar for bind and map before the moment of the load, and one for the run time attributed to it. Waits stand between the loads, where they began.
import { cost, data, matches, ms, nodes } from "./data.js";
import { html } from "./elements.js";
import { nameAndContext, shorten } from "./labels.js";
import { onChange, select, state } from "./state.js";

export function timelineView(host) {
  const end = Math.max(data.run.readyMs, ...nodes.map(node => node.at), 1);
  const share = value => `${Math.min(100, Math.max(0, (value / end) * 100))}%`;
  const bar = (kind, from, width) => {
    const element = html("span", { class: `bar ${kind}` });
    element.style.left = share(from);
    element.style.width = `max(${share(width)}, 1px)`;
    return element;
  };
  const ticks = html("div", { class: "ticks", "aria-hidden": "true" }, [0, 0.25, 0.5, 0.75, 1].map(part => {
    const tick = html("span", {}, ms(end * part));
    tick.style.left = `${part * 100}%`;
    return tick;
  }));
  const rows = nodes.map((node, index) => html("li", {},
    html("button", { type: "button", click: () => select(index), "aria-label": `${node.id}, loaded at ${ms(node.at)}, cost ${ms(cost(node))}` },
      html("span", { class: "name", title: node.id }, shorten(nameAndContext(node.id)[0], 40)),
      html("span", { class: "track" },
        bar("bind", node.at - node.map - node.bind, node.bind),
        bar("map", node.at - node.map, node.map),
        node.run > 0 && bar("run", node.at, node.run)))));
  const ordered = rows.map((row, index) => [nodes[index].at, row]);
  for (const wait of data.run.waits) {
    const frame = wait.frames.find(text => wait.node < 0 || text.startsWith(`${nodes[wait.node].id.split("@")[0]}!`)) ?? wait.frames[0];
    const text = `waiting${frame ? ` in ${frame.slice(frame.indexOf("!") + 1)}` : ""}`;
    const before = ordered.findIndex(([at]) => at > wait.at);
    ordered.splice(before < 0 ? ordered.length : before, 0, [wait.at, html("li", { class: "wait" },
      html("button", { type: "button", disabled: wait.node < 0, click: () => select(wait.node), "aria-label": `${text}, ${ms(wait.ms)} from ${ms(wait.at)}` },
        html("span", { class: "name" }, text), html("span", { class: "track" }, bar("waiting", wait.at, wait.ms))))]);
  }

  host.append(
    html("p", { class: "legend" }, html("span", { class: "key bind" }), "bind ", html("span", { class: "key map" }), "map ", html("span", { class: "key run" }),
      "run: as long as the time attributed to it, which need not lie in one piece. ",
      data.run.waitingMs > 0 && [html("span", { class: "key waiting" }), `waiting: ${ms(data.run.waitingMs)}, nobody's cost. `],
      `${ms(data.run.unattributedMs)} of ${ms(data.run.readyMs)} to ready are unattributed.`),
    html("div", { class: "timeline" }, ticks, html("ol", {}, ordered.map(([, row]) => row))));

  const mark = () => rows.forEach((row, index) => {
    row.hidden = Boolean(state.search) && !matches(index, state.search);
    row.firstChild.classList.toggle("selected", index === state.selected);
  });
  onChange(mark);
  mark();
}
