// @ts-check
// Small ways to make elements. Content is always set as text, so a hostile name stays a name.
const svgNamespace = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

export const html = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
export const svg = (name, attributes, ...children) => fill(document.createElementNS(svgNamespace, name), attributes, children);
export const button = (text, click, attributes) => html("button", { type: "button", click, ...attributes }, text);
export const say = text => { document.getElementById("status").textContent = text; };
