// @ts-check
// The load sequence: leaves first, the app last, as a table that sorts by any column.
import { components, data, matches, ms, nodes, range } from "./data.js";
import { link } from "./details.js";
import { button, html, say } from "./elements.js";
import { onChange, select, state } from "./state.js";

const columns = [
  { name: "Step", value: row => row.step + 1 },
  { name: "Assemblies", text: true, value: row => row.name },
  { name: "Cost", value: row => row.cost, show: row => `${data.hasTimes ? ms(row.cost) : row.cost}` },
  { name: "Loaded at", value: row => nodes[row.members[0]].at, show: row => ms(nodes[row.members[0]].at) },
  { name: "Retained", value: row => retained(row).most.count, show: row => range(retained(row).least.count, retained(row).most.count, String) },
  { name: "Retained cost", value: row => retained(row).most.ms, show: row => range(retained(row).least.ms, retained(row).most.ms, ms) },
  { name: "Loaded by", text: true, value: row => loaderOf(row) },
];

const retained = row => row.members.map(index => nodes[index].retained).reduce((a, b) => (a.most.count >= b.most.count ? a : b));
const loaderOf = row => {
  const loader = nodes[row.members[0]].loader;
  return loader < 0 ? "" : nodes[loader].id;
};

export function sequenceView(host) {
  const rows = components.map(component => ({ ...component, element: null }));
  const sort = { column: 0, down: false };
  const heads = columns.map((column, i) => html("th", { scope: "col", class: column.text ? "text" : "" }, button(column.name, () => order(i))));
  const body = html("tbody", {});
  for (const row of rows) {
    row.element = html("tr", { click: () => select(row.members[0]) }, columns.map((column, i) =>
      html("td", { class: column.text ? "text" : "" }, i === 1 ? names(row) : String((column.show ?? column.value)(row)))));
  }
  host.append(html("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Load sequence" },
    html("table", {}, html("caption", {}, "Load sequence: what is needed comes first, the app last"), html("thead", {}, html("tr", {}, heads)), body)));

  function names(row) {
    return row.members.map((index, i) => [i > 0 && ", ", link(index)]);
  }

  function order(column) {
    sort.down = sort.column === column ? !sort.down : !columns[column].text && column > 0;
    sort.column = column;
    const sign = sort.down ? -1 : 1, { value, text } = columns[column];
    rows.sort((a, b) => sign * (text ? (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) : value(a) - value(b)) || a.step - b.step);
    body.append(...rows.map(row => row.element));
    heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    say(`Sorted by ${columns[column].name}, ${sort.down ? "descending" : "ascending"}`);
  }

  const mark = () => rows.forEach(row => {
    row.element.hidden = Boolean(state.search) && !row.members.some(index => matches(index, state.search));
    row.element.classList.toggle("selected", row.members.includes(state.selected));
  });
  sort.column = -1;
  order(0);
  onChange(mark);
  mark();
}
