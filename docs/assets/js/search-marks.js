// Marking what was found: in excerpts as elements, in an opened paragraph as highlights over its text.
import { fold, tokens } from "./search-words.js";

const WIDTH = 240; // characters of an excerpt

/** The ranges of characters that some words of a text take: each a place among the words and a number of them. */
export function ranges(text, spots) {
  const words = tokens(text);
  const found = spots.filter(([place, span]) => span > 0 && words[place + span - 1]).map(([place, span]) => [words[place].start, words[place + span - 1].end]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start, end], nth) => !found.slice(0, nth).some((other) => other[0] <= start && end <= other[1]));
}

/** Text as nodes, with what was found in marks. */
export function marked(text, found) {
  return pieces(text, found, 0, text.length);
}

/** The part of a text where most was found, as nodes; "…" stands for what is left out. */
export function excerpt(text, found) {
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
  if (last < text.length) last = Math.max(text.lastIndexOf(" ", last), ...found.filter(([from, to]) => from < last && to > last).map(([, to]) => to));
  return [first > 0 ? "… " : "", ...pieces(text, found, first, last), last < text.length ? " …" : ""];
}

function pieces(text, found, first, last) {
  const made = [];
  let done = first;
  for (const [start, end] of found) {
    if (start < done || end > last) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    made.push(text.slice(done, start), mark);
    done = end;
  }
  return [...made, text.slice(done, last)];
}

/** The ranges of characters of a text that hold one of some printed pieces, case and accents aside. */
function printed(text, wanted) {
  const words = tokens(text);
  const parts = wanted.map((piece) => tokens(piece).map((token) => token.form)).filter((piece) => piece.length).sort((a, b) => b.length - a.length);
  const found = [];
  for (let place = 0; place < words.length; place++) {
    const fits = parts.find((piece) => piece.every((part, nth) => words[place + nth]?.form === part));
    if (!fits) continue;
    found.push([words[place].start, words[place + fits.length - 1].end]);
    place += fits.length - 1;
  }
  return found;
}

/** Ranges over the text of an element that hold one of some printed pieces, also where links cut it into pieces. */
export function over(element, wanted) {
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
  return printed(text, wanted).map(([first, last]) => {
    const range = new Range();
    range.setStart(...at(first, false));
    range.setEnd(...at(last, true));
    return range;
  });
}
