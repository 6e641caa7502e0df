// @ts-check
// How names are shown: an assembly's own name whole where there is room, and where there is none its last parts, which tell it from its neighbours.
import { html } from "./elements.js";

const longestName = 60, longestContext = 40;

/** The name of an assembly, and the context it was loaded into ("" for the default one). */
export function nameAndContext(id) {
  const at = id.indexOf("@", 1);
  return at < 0 ? [id, ""] : [id.slice(0, at), id.slice(at + 1)];
}

/** As many of the last parts of a name as fit; of one long part, or of words, both ends. */
export function shorten(name, longest) {
  if (name.length <= longest) return name;
  const parts = /\s/.test(name) ? [] : [...name.matchAll(/[.+]/g)].map(sign => name.slice(sign.index + 1));
  const last = parts.find(part => part.length > 1 && part.length < longest);
  const half = longest / 2;
  return last ? `…${last}` : `${name.slice(0, half)}…${name.slice(1 - half)}`;
}

/** The two lines inside a box. */
export function linesOf(box) {
  const [name, context] = nameAndContext(box.label);
  return [shorten(name, longestName), [context && `@${shorten(context, longestContext)}`, box.note].filter(Boolean).join(" · ")];
}

/** Text that breaks behind the dots of a name and the slashes of a path, and before a context, sooner than anywhere else. */
export const breakable = text => String(text).split(/(?<=[./\\!+])|(?=@)/).flatMap((part, i) => (i ? [html("wbr"), part] : [part]));
