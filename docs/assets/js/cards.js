// Cards beside the words they belong to: a footnote's text, the source's reading of a repaired word, what a term, country, date or act is.
// They come on hover, focus and tap, can be hovered themselves, and go with Escape (WCAG 1.4.13).
import { say } from "./words.js";

const PATIENCE = 250; // milliseconds in which the pointer may travel from the words to the card
const NOTICE = 120; // milliseconds that the pointer rests on the words before the card comes
const FETCHED = ["a.begrip", "a.vermelding.land", "a.vermelding.datum", "a.vermelding.besluit"].join(); // their cards come from a file
const SELECTOR = `a[role=doc-noteref], .herstel, ${FETCHED}`;

let card;
let owner = null;
let wanted = null; // the words whose card is being fetched
let arriving;
let leaving;
let touched = false;

/** From now on, words with more to tell tell it. */
export function startCards() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (event.target.closest(".kaartje")) clearTimeout(leaving);
    else if (event.target.closest(SELECTOR)) arrive(event.target.closest(SELECTOR));
  });
  document.addEventListener("pointerout", (event) => {
    clearTimeout(arriving);
    if (event.pointerType !== "touch" && (owner || wanted) && event.target.closest(`${SELECTOR}, .kaartje`)) leave();
  });
  document.addEventListener("focusin", (event) => {
    // A link in a card has no card of its own: the card would go from under it.
    if (event.target.closest(".kaartje")) return;
    const words = event.target.closest(SELECTOR);
    if (words && !touched) show(words);
    else if (owner) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (owner && !event.target.closest(`${SELECTOR}, .kaartje`)) hide();
  });
  document.addEventListener("click", tap);
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape" && owner) {
      if (card.contains(document.activeElement)) owner.focus({ preventScroll: true });
      hide();
    }
  });
  addEventListener("resize", hide);
}

/** A finger has no hover: the first tap opens the card, which holds the link to the note itself. */
function tap(event) {
  const words = event.target.closest(SELECTOR);
  if (event.target.closest(".kaartje a")) {
    hide();
    return;
  }
  if (!words || !touched) return;
  event.preventDefault();
  if (owner === words) hide();
  else show(words);
}

/** A pointer that only passes over the words asks for nothing. */
function arrive(words) {
  clearTimeout(leaving);
  clearTimeout(arriving);
  arriving = setTimeout(() => show(words), NOTICE);
}

function leave() {
  clearTimeout(leaving);
  clearTimeout(arriving);
  leaving = setTimeout(() => {
    const held = owner && (owner.matches(":focus-visible") || card.contains(document.activeElement) || card.matches(":hover"));
    if (!held) hide();
  }, PATIENCE);
}

function show(words) {
  clearTimeout(leaving);
  if (owner === words) return;
  hide();
  if (words.matches(FETCHED)) fetched(words);
  else open(words, words.matches(".herstel") ? reading(words) : note(words));
}

/** Some cards come from a file, and only if the reader is still there when it has come. */
async function fetched(words) {
  wanted = words;
  const byTouch = touched;
  const content = words.matches(".begrip")
    ? await (await import("./begrippen.js")).termCard(words)
    : await (await import("./mention-cards.js")).mentionCard(words);
  if (wanted !== words) return;
  if (!content && byTouch) location.href = words.href;
  else open(words, content);
}

function open(words, content) {
  if (!content) return;
  card = document.createElement("span");
  card.className = "kaartje";
  card.popover = "manual";
  card.append(...content);
  // Next to the words, so that the Tab key goes from the words into the card.
  (words.closest("sup") ?? words).after(card);
  owner = words;
  card.showPopover();
  place(words);
  // The meaning of a term is the link's description already; the browser's own tip would stand over the card.
  if (words.title) {
    words.ariaDescription = words.title;
    words.removeAttribute("title");
  }
  if (!words.matches(".herstel")) {
    card.id = "site-kaartje";
    card.setAttribute("role", "note");
    card.setAttribute("aria-label", words.getAttribute("aria-label") ?? words.textContent);
    if (!words.matches(FETCHED)) words.setAttribute("aria-describedby", "site-kaartje");
  }
}

function hide() {
  clearTimeout(leaving);
  wanted = null;
  if (!owner) return;
  owner.removeAttribute("aria-describedby");
  if (owner.ariaDescription) {
    owner.title = owner.ariaDescription;
    owner.ariaDescription = null;
  }
  owner = null;
  card.remove();
}

/** The note's content, cloned from the foot of this page without ids; nothing if the note stands on another page. */
function note(link) {
  const url = new URL(link.href);
  if (url.pathname !== location.pathname) return null;
  const item = document.getElementById(decodeURIComponent(url.hash.slice(1)));
  if (!item) return null;
  const heading = element("span", "kaartje__kop", link.getAttribute("aria-label"));
  const body = document.createElement("span");
  for (const part of item.childNodes) if (!part.matches?.(".footnote-backref, .gereedschap")) body.append(part.cloneNode(true));
  for (const part of body.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const part of body.querySelectorAll("sup")) part.replaceWith(document.createTextNode(` [${part.textContent}]`));
  const onward = element("a", "kaartje__verder", say("to_footnote"));
  onward.href = url.hash;
  return [heading, body, onward];
}

function reading(words) {
  // The words hold the source's reading for screen readers already; a second time would be once too often.
  return [Object.assign(element("span", "", words.dataset.bron), { ariaHidden: "true" })];
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** Below the words if there is room, else above; never outside the window. */
function place(words) {
  const gap = 8;
  // Words that run over a line end have a box for each line.
  const boxes = [...words.getClientRects()];
  const first = boxes[0];
  const last = boxes.at(-1);
  const { width, height } = card.getBoundingClientRect();
  const sheet = document.documentElement.clientWidth;
  const below = last.bottom + gap + height <= innerHeight || first.top < height + gap;
  const box = below ? last : first;
  const left = Math.max(gap, Math.min(box.left + box.width / 2 - width / 3, sheet - width - gap));
  const top = below ? box.bottom + gap : box.top - gap - height;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
