// @ts-check
// The static constructors and module initializers that ran before ready, the dearest first.
import { data, ms } from "./data.js";
import { frames, link } from "./details.js";
import { html } from "./elements.js";

export function initializersView(host) {
  const rows = [...data.initializers].sort((a, b) => b.ms - a.ms).map(one => html("tr", {},
    html("td", {}, ms(one.ms)), html("td", {}, ms(one.own)), html("td", {}, ms(one.at)),
    html("td", { class: "text" }, one.node < 0 ? "" : link(one.node)),
    html("td", { class: "text" }, one.method.replace(/^[^!]*!/, "").replace(/\.\.cctor$/, "")),
    html("td", { class: "text" }, one.touchedBy.length > 0 && html("details", {}, html("summary", {}, one.touchedBy[0]), frames(one.touchedBy)))));
  const heads = ["Took", "Its own", "At"].map(name => html("th", { scope: "col" }, name))
    .concat(["Assembly", "Initializer of", "First touched by"].map(name => html("th", { scope: "col", class: "text" }, name)));
  host.append(html("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Initializers" },
    html("table", {}, html("caption", {}, "Static constructors and module initializers: what each took with all it brought about, and its own part"),
      html("thead", {}, html("tr", {}, heads)), html("tbody", {}, rows))));
}
