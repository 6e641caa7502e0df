// @ts-check
// What the reader chose; every view redraws from it.
import { data, nodes } from "./data.js";
import { say } from "./elements.js";

export const state = {
  selected: data.root >= 0 ? data.root : nodes.length ? 0 : -1,
  search: "",
  listeners: [],
};

export function onChange(listener) { state.listeners.push(listener); }

export function change(values, announcement) {
  Object.assign(state, values);
  state.listeners.forEach(listener => listener(values));
  if (announcement) say(announcement);
}

export function select(index) {
  change({ selected: index }, `${nodes[index].id} selected`);
}
