// The glossary: the filter above the list, and what the card beside a link to an entry shows.
import { say } from "./words.js";

/** The content of a term's card, or nothing where its file cannot be had. */
export async function termCard(link) {
  const url = new URL("kaart.json", link.href);
  try {
    const answer = await (known.get(url.href) ?? remember(url));
    return answer && content(answer, link);
  } catch {
    known.delete(url.href);
    return null;
  }
}

const known = new Map();

function remember(url) {
  const asked = fetch(url).then((response) => (response.ok ? response.json() : null));
  known.set(url.href, asked);
  return asked;
}

function content(card, link) {
  const here = location.pathname.match(/\/documenten\/([^/]+)\//)?.[1];
  const heading = element("span", "kaartje__kop", `${card.term} `);
  heading.append(element("span", "kaartje__soort", `(${card.soort})`));
  const meaning = card.betekenissen[here] ?? card.betekenissen[""];
  const onward = element("a", "kaartje__verder", say("more_about", { term: card.term }));
  onward.href = link.href;
  return [heading, ...(meaning ? [element("span", "kaartje__voluit", meaning)] : []), element("span", "kaartje__uitleg", card.uitleg), onward];
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Words without case and accents, so that "coordinatie" finds "coördinatie". */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function startFilter() {
  const field = document.getElementById("begrippen-woorden");
  if (!field) return;
  const kind = document.getElementById("begrippen-soort");
  const said = document.getElementById("begrippen-aantal");
  const items = [...document.querySelectorAll(".begrippen > li[data-soort]")].map((item) => ({ item, words: plain(item.textContent) }));
  const lists = [...document.querySelectorAll("h2 + ul.begrippen")].filter((list) => list.querySelector("[data-soort]"));
  const filter = () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { item, words } of items) {
      item.hidden = (kind.value && item.dataset.soort !== kind.value) || !wanted.every((word) => words.includes(word));
      shown += !item.hidden;
    }
    for (const list of lists) list.hidden = list.previousElementSibling.hidden = !list.querySelector("li:not([hidden])");
    const all = shown === items.length;
    said.textContent = all ? "" : shown === 0 ? say("terms_none") : say("terms_shown", { shown, all: items.length });
    const address = new URL(location);
    for (const [name, value] of [["begrip", field.value.trim()], ["soort", kind.value]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("begrip") ?? "";
  kind.value = asked.get("soort") ?? "";
  field.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  field.form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}

startFilter();
