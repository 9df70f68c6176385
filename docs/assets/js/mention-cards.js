// What the card beside a link to a country, a date or an act shows. A document has one file for all of them, fetched once, when a
// card is first asked for.
import { say } from "./words.js";

const ROOT = new URL("../../", import.meta.url);
const known = new Map();

/** The content of a card, or nothing where its file cannot be had or does not know the link. */
export async function mentionCard(link) {
  const folder = location.href.startsWith(ROOT.href) && location.href.slice(ROOT.href.length).match(/^documenten\/[^/]+\//)?.[0];
  if (!folder) return null;
  const url = new URL(`${folder}kaarten.json`, ROOT).href;
  try {
    const cards = await (known.get(url) ?? remember(url));
    const card = cards?.[decodeURI(link.href.slice(ROOT.href.length))];
    return card ? content(card, link) : null;
  } catch {
    known.delete(url);
    return null;
  }
}

function remember(url) {
  const asked = fetch(url).then((response) => (response.ok ? response.json() : null));
  known.set(url, asked);
  return asked;
}

function content(card, link) {
  const heading = element("span", "kaartje__kop", `${card.kop} `);
  heading.append(element("span", "kaartje__soort", `(${card.soort})`));
  const parts = [heading];
  if (card.uitleg) parts.push(element("span", "kaartje__uitleg", card.uitleg));
  parts.push(element("span", "kaartje__telling", card.telling));
  if (card.nieuwste) {
    const newest = element("span", "kaartje__nieuwste", `${say("newest_passage")} `);
    const way = element("a", "", card.nieuwste.waar);
    way.href = new URL(card.nieuwste.url, ROOT).href;
    newest.append(way, element("span", "kaartje__citaat", card.nieuwste.tekst));
    parts.push(newest);
  }
  const onward = element("a", "kaartje__verder", say("more_about", { term: card.kop }));
  onward.href = link.href;
  return [...parts, onward];
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
