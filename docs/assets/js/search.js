// The search window: Pagefind's index, one result for each paragraph, filters with counts, an address to share.
import { markFound, root, say, shortcutsOff } from "./site.js";

const STEP = 10; // results fetched at a time
const PAUSE = 150; // milliseconds without a key before a search starts
const SUGGESTIONS = 5; // longer words offered at most
const FEW = 3; // results of several words up to which each word is offered by itself
const ENDINGS = ["", "s", "e", "en", "n"]; // forms of a noun
const KINDS = { document: "Document", kop: "Kop", alinea: "Alinea", voetnoot: "Voetnoot", begrip: "Begrip", land: "Land", gebied: "Gebied", gebeurtenis: "Gebeurtenis", pagina: "Pagina" };

const dialog = document.getElementById("site-zoekvenster");
const field = dialog.querySelector("input[type=search]");
const filters = [...dialog.querySelectorAll("[data-filter]")];
const state = dialog.querySelector(".zoek__stand");
const list = dialog.querySelector(".zoek__uitkomst");
const more = dialog.querySelector(".zoek__meer");
const also = dialog.querySelector("[data-langer]");
const wider = dialog.querySelector("[data-ruimer]");
const advice = dialog.querySelector(".zoek__raad");
const number = new Intl.NumberFormat("nl-NL");

let engine;
let vocabulary;
let found = [];
let shown = 0;
let turn = 0;
let timer;

/** Open the window; with words, search them at once. */
export async function open(words) {
  const asked = new URLSearchParams(location.search);
  if (!dialog.open) dialog.showModal();
  if (words !== undefined) field.value = words;
  field.select();
  await load();
  for (const filter of filters) if (asked.has(filter.dataset.filter)) filter.value = asked.get(filter.dataset.filter);
  search();
}

function load() {
  engine ??= start().catch((reason) => {
    engine = undefined;
    state.textContent = "De zoekindex kan niet worden geladen. Probeer het later opnieuw.";
    throw reason;
  });
  return engine;
}

async function start() {
  const pagefind = await import(new URL("zoekindex/pagefind.js", root).href);
  await pagefind.options({ bundlePath: new URL("zoekindex/", root).pathname, baseUrl: root.pathname, excerptLength: 32 });
  await pagefind.init();
  count(await pagefind.filters());
  return pagefind;
}

/** Fill the filters with what there is, and how often: in all texts, or among the results. */
function count(totals) {
  for (const filter of filters) {
    const chosen = filter.value;
    const values = Object.entries(totals[filter.dataset.filter] ?? {});
    if (filter.dataset.filter === "jaar") values.sort(([a], [b]) => b.localeCompare(a));
    const first = filter.options[0];
    filter.replaceChildren(first, ...values.map(([value, times]) => new Option(`${label(filter, value)} (${number.format(times)})`, value)));
    filter.value = chosen;
  }
}

function label(filter, value) {
  return filter.dataset.filter === "soort" ? KINDS[value] ?? value : value;
}

function chosen() {
  return Object.fromEntries(filters.filter((filter) => filter.value).map((filter) => [filter.dataset.filter, filter.value]));
}

async function search() {
  const words = field.value.trim();
  const mine = ++turn;
  keep(words);
  if (!words) {
    found = [];
    list.replaceChildren();
    more.hidden = advice.hidden = also.hidden = wider.hidden = true;
    state.textContent = "Typ een of meer woorden. Ook andere vormen van een woord worden gevonden.";
    return;
  }
  const pagefind = await load();
  const result = await pagefind.search(words, { filters: chosen() });
  if (mine !== turn) return;
  found = result.results;
  shown = 0;
  count(result.totalFilters ?? result.filters);
  const items = await next();
  if (mine !== turn) return;
  list.replaceChildren(...items);
  dialog.querySelector(".zoek__midden").scrollTop = 0;
  more.hidden = shown >= found.length;
  advice.hidden = found.length > 0;
  state.textContent = total(words);
  suggest(words, mine);
  widen(words, mine);
}

function total(words) {
  if (!found.length) return `Geen resultaten voor “${words}”.`;
  return found.length === 1 ? `1 resultaat voor “${words}”` : `${number.format(found.length)} resultaten voor “${words}”`;
}

async function next() {
  const slice = found.slice(shown, shown + STEP);
  const data = await Promise.all(slice.map((result) => result.data()));
  shown += slice.length;
  return data.map(item);
}

function item({ meta, excerpt }) {
  const pieces = marked(excerpt);
  const link = document.createElement("a");
  link.href = new URL(meta.url, root).href;
  link.append(line("zoek__waar", [meta.soort === "document" ? KINDS.document : meta.document]));
  const title = meta.soort === "kop" || meta.soort === "document" ? pieces : [meta.title];
  link.append(line("zoek__titel", title.length ? title : [meta.title]));
  if (meta.soort !== "kop" && meta.soort !== "document") link.append(line("zoek__fragment", pieces));
  const row = document.createElement("li");
  row.append(link);
  return row;
}

function line(className, parts) {
  const made = document.createElement("span");
  made.className = className;
  made.append(...parts);
  return made;
}

/** Dutch writes compounds as one word, and the index knows words from their beginning: offer those that end in this one. */
async function suggest(words, mine) {
  const longer = compounds(words, await loadWords());
  if (mine !== turn) return;
  offer(also, longer);
}

/** Where several words are seldom found together: each by itself, the rarest first. */
async function widen(words, mine) {
  const single = [...new Set(words.match(/[\p{L}\p{N}]{4,}/gu) ?? [])];
  if (single.length < 2 || found.length > FEW) return offer(wider, []);
  const pagefind = await load();
  const counted = await Promise.all(single.map(async (word) => ({ word, times: (await pagefind.search(word, { filters: chosen() })).results.length })));
  if (mine === turn) offer(wider, counted.filter(({ times }) => times > found.length).sort((a, b) => a.times - b.times));
}

/** Other words to search, each with its number of results. */
function offer(place, others) {
  place.hidden = !others.length;
  place.querySelector("span").replaceChildren(...others.map(({ word, times }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${word} (${number.format(times)})`;
    button.addEventListener("click", () => {
      field.value = word;
      field.focus();
      search();
    });
    return button;
  }));
}

function loadWords() {
  vocabulary ??= fetch(new URL("zoekindex/woorden.json", root))
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => ({}));
  return vocabulary;
}

/** The most frequent long words that end in a word, or in another form of it; such forms count together. */
function compounds(words, counts) {
  const part = fold(words);
  if (!/^\p{L}{4,}$/u.test(part)) return [];
  const found = new Map();
  for (const [word, times] of Object.entries(counts)) {
    const ending = ENDINGS.find((end) => fold(word).endsWith(part + end));
    if (ending === undefined || word.length < part.length + ending.length + 3) continue;
    const base = word.slice(0, word.length - ending.length);
    const form = found.get(base);
    found.set(base, { word: form && form.word.length < word.length ? form.word : word, times: (form?.times ?? 0) + times });
  }
  return [...found.values()].sort((a, b) => b.times - a.times).slice(0, SUGGESTIONS);
}

/** A word without case and accents. */
function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** An excerpt as nodes: only its marks are elements, all else is text whatever it looks like. */
function marked(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/).filter(Boolean).map((part) => {
    const mark = /^<mark>(.*)<\/mark>$/.exec(part);
    if (!mark) return plain(part);
    const made = document.createElement("mark");
    made.textContent = plain(mark[1]);
    return made;
  });
}

function plain(html) {
  // Inside a paragraph, so that blanks at the ends are kept.
  return new DOMParser().parseFromString(`<p>${html}</p>`, "text/html").body.textContent;
}

/** Keep the search in the address, so that it can be shared and comes back with the Back button. */
function keep(words) {
  const url = new URL(location.href);
  for (const filter of filters) url.searchParams.delete(filter.dataset.filter);
  if (words) {
    url.searchParams.set("zoek", words);
    for (const [name, value] of Object.entries(chosen())) url.searchParams.set(name, value);
  } else {
    url.searchParams.delete("zoek");
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

function forget() {
  const url = new URL(location.href);
  for (const name of ["zoek", ...filters.map((filter) => filter.dataset.filter)]) url.searchParams.delete(name);
  history.replaceState(history.state, "", url);
}

/** Up and down walk from the field along the results and back. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.closest("select")) return;
  const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
  const place = stops.indexOf(document.activeElement);
  const target = stops[Math.max(0, Math.min(stops.length - 1, place + step))];
  if (place < 0 || !target) return;
  event.preventDefault();
  target.focus();
  if (target === field) field.select();
}

function follow(event) {
  const link = event.target.closest("a");
  if (!link) return;
  const words = [...link.querySelectorAll("mark")].flatMap((mark) => mark.textContent.match(/[\p{L}\p{N}]+/gu) ?? []);
  try {
    sessionStorage.setItem("gevonden", JSON.stringify({ url: link.href, words }));
  } catch {
    // Without storage the words are not marked; the paragraph still is.
  }
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = new URL(link.href);
  if (target.pathname !== location.pathname) return;
  event.preventDefault();
  dialog.close();
  location.hash = target.hash;
  markFound();
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
for (const filter of filters) filter.addEventListener("change", search);
dialog.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(timer);
  await search();
  list.querySelector("a")?.focus();
});
more.addEventListener("click", async () => {
  const items = await next();
  list.append(...items);
  items[0]?.querySelector("a").focus();
  more.hidden = shown >= found.length;
});
dialog.addEventListener("keydown", walk);
list.addEventListener("click", follow);
dialog.querySelector("[data-sluit]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("close", forget);

const shortcuts = dialog.querySelector("[data-sneltoetsen]");
shortcuts.checked = !shortcutsOff();
shortcuts.addEventListener("change", () => {
  try {
    localStorage.setItem("sneltoetsen", shortcuts.checked ? "aan" : "uit");
  } catch {
    say("Deze keuze kan hier niet worden bewaard");
  }
});
