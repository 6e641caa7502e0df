// What the reader chose; every view redraws from it.
const state = {
  selected: data.root >= 0 ? data.root : nodes.length ? 0 : -1,
  search: "",
  listeners: [],
};

function onChange(listener) { state.listeners.push(listener); }

function change(values, announcement) {
  Object.assign(state, values);
  state.listeners.forEach(listener => listener(values));
  if (announcement) say(announcement);
}

function select(index) {
  change({ selected: index }, `${nodes[index].id} selected`);
}
