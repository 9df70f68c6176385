// Marking what was found: in excerpts as elements, in an opened paragraph as highlights over its text.
import { fold, tokens } from "./search-words.js";

const WIDTH = 240; // characters of an excerpt

/** The ranges of characters of a text that hold one of some forms; a form may be of several words. */
export function places(text, surfaces) {
  const words = tokens(text);
  const wanted = new Map();
  for (const surface of surfaces) {
    const parts = tokens(surface).map((token) => token.form);
    if (parts.length) wanted.set(parts[0], [...(wanted.get(parts[0]) ?? []), parts]);
    // "re-integratie" is filed as one word, and stands in the text as two.
    if (parts.length === 1) wanted.set("", [...(wanted.get("") ?? []), parts[0]]);
  }
  const found = [];
  for (let place = 0; place < words.length; place++) {
    const fits = (wanted.get(words[place].form) ?? []).filter((parts) => parts.every((part, nth) => words[place + nth]?.form === part));
    const longest = fits.length ? Math.max(...fits.map((parts) => parts.length)) : joined(text, words, place, wanted.get(""));
    if (!longest) continue;
    found.push([words[place].start, words[place + longest - 1].end]);
    place += longest - 1;
  }
  return found;
}

/** How many words from a place make up one of some forms, hyphens left out. */
function joined(text, words, place, forms = []) {
  let form = words[place].form;
  for (let last = place + 1; last < Math.min(words.length, place + 4); last++) {
    if (!/^[-\u2010\u2011]$/.test(text.slice(words[last - 1].end, words[last].start))) return 0;
    form += words[last].form;
    if (forms.includes(form)) return last - place + 1;
  }
  return 0;
}

/** Text as nodes, with what was found in marks. */
export function marked(text, surfaces) {
  return pieces(text, places(text, surfaces), 0, text.length);
}

/** The part of a text where most was found, as nodes; "…" stands for what is left out. */
export function excerpt(text, surfaces) {
  const found = places(text, surfaces);
  if (text.length <= WIDTH * 1.25) return pieces(text, found, 0, text.length);
  let best = [0, 0];
  for (const [start] of found) {
    const forms = new Set(found.filter(([from, to]) => from >= start && to <= start + WIDTH * 0.75).map(([from, to]) => fold(text.slice(from, to))));
    if (forms.size > best[1]) best = [start, forms.size];
  }
  let first = Math.max(0, best[0] - WIDTH * 0.3);
  let last = Math.min(text.length, first + WIDTH);
  first = Math.max(0, Math.min(first, last - WIDTH));
  if (first > 0) first = text.indexOf(" ", first) + 1;
  if (last < text.length) last = text.lastIndexOf(" ", last);
  return [first > 0 ? "… " : "", ...pieces(text, found, first, last), last < text.length ? " …" : ""];
}

function pieces(text, found, first, last) {
  const made = [];
  let done = first;
  for (const [start, end] of found) {
    if (start < first || end > last) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    made.push(text.slice(done, start), mark);
    done = end;
  }
  return [...made, text.slice(done, last)];
}

/** Ranges over the text of an element that hold one of some forms, also where links cut it into pieces. */
export function ranges(element, surfaces) {
  const nodes = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const at = (offset, end) => {
    const [start, node] = nodes.findLast(([from]) => (end ? from < offset : from <= offset));
    return [node, offset - start];
  };
  return places(text, surfaces).map(([first, last]) => {
    const range = new Range();
    range.setStart(...at(first, false));
    range.setEnd(...at(last, true));
    return range;
  });
}
