// A place to search: the field, the filters, what was understood, and the rows; in the window and on the page of results.
import { ABOUT, Engine, WORD } from "./search-engine.js";
import { forget, recent, remember } from "./search-history.js";
import { Index } from "./search-index.js";
import { excerpt, marked, ranges } from "./search-marks.js";
import { fold } from "./search-words.js";
import { LANGUAGE, pieces, say, WORDS } from "./words.js";

const STEP = 10; // rows shown at a time
const PAUSE = 60; // milliseconds without a key before a search starts
const PATIENCE = 400; // milliseconds after which a reader is told that the search is under way
const OFFERED = 5; // words offered at most where nothing is found
const SHARED = 4; // first letters that such a word has in common with the one asked
const YEARS = 12; // years that stand one by one in the filter; more are put together in decades
const TITLES = new Set(["document", "kop"]); // kinds whose text is their title
const number = new Intl.NumberFormat(LANGUAGE);
const languages = new Intl.DisplayNames(LANGUAGE, { type: "language" });

let engine;

/** The engine, with the start of the index; fetched once a page, and again if that failed. */
function load(root) {
  engine ??= Index.open(root).then((index) => new Engine(index)).catch((reason) => {
    engine = undefined;
    throw reason;
  });
  return engine;
}

export class Panel {
  constructor(element, { root, asked, follow }) {
    Object.assign(this, { element, root, asked, follow });
    const find = (selector) => element.querySelector(selector);
    this.field = find("input[type=search]");
    this.filters = [...element.querySelectorAll("[data-filter]")];
    this.order = find("[data-volgorde]");
    this.grouped = find("[data-groepeer]");
    this.state = find(".zoek__stand");
    this.notes = find(".zoek__uitleg");
    this.card = find(".zoek__kaart");
    this.lists = find(".zoek__lijsten");
    this.more = find(".zoek__meer");
    this.advice = find(".zoek__raad");
    this.before = find("[data-eerder]");
    this.turn = 0;
    this.start();
  }

  start() {
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), PAUSE);
    });
    for (const control of [...this.filters, this.order, this.grouped]) control.addEventListener("change", () => this.search());
    this.element.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      remember(this.words);
      await this.search();
      this.element.querySelector(".zoek__kaart a, .zoek__lijsten a")?.focus();
    });
    this.more.addEventListener("click", () => this.next());
    this.element.addEventListener("keydown", (event) => this.walk(event));
    this.element.addEventListener("click", (event) => this.open(event));
    const folded = this.element.querySelector(".zoek__filters");
    const wide = matchMedia("(min-width: 40rem)");
    const unfold = () => { folded.open = wide.matches; };
    wide.addEventListener("change", unfold);
    unfold();
  }

  get words() {
    return this.field.value.trim();
  }

  /** Take words and filters from the address. */
  read() {
    const asked = new URLSearchParams(location.search);
    if (asked.has(this.asked)) this.field.value = asked.get(this.asked);
    this.wanted = Object.fromEntries(this.filters.map((filter) => [filter.dataset.filter, asked.get(filter.dataset.filter) ?? ""]));
    if (asked.get("volgorde") === "datum") this.order.value = "datum";
    this.grouped.checked = asked.has("groepeer");
  }

  /** The values chosen in the filters; before the first counts are there, those of the address. */
  chosen() {
    return this.wanted ?? Object.fromEntries(this.filters.map((filter) => [filter.dataset.filter, filter.value]));
  }

  /** Keep the search in the address, so that it can be shared and comes back with the Back button. */
  keep() {
    const url = new URL(location.href);
    for (const name of [this.asked, "volgorde", "groepeer", ...this.filters.map((filter) => filter.dataset.filter)]) url.searchParams.delete(name);
    if (this.words) {
      url.searchParams.set(this.asked, this.words);
      for (const [name, value] of Object.entries(this.chosen())) if (value) url.searchParams.set(name, value);
      if (this.order.value === "datum") url.searchParams.set("volgorde", "datum");
      if (this.grouped.checked) url.searchParams.set("groepeer", "document");
    }
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  async search() {
    const words = this.words;
    const mine = ++this.turn;
    this.keep();
    const waiting = setTimeout(() => { if (mine === this.turn) this.state.textContent = say("searching"); }, PATIENCE);
    try {
      const { index } = await load(this.root);
      if (!words) {
        this.empty(index);
        return;
      }
      const found = await (await load(this.root)).search(words);
      if (mine !== this.turn) return;
      await this.show(found, mine);
    } catch (reason) {
      console.warn(reason);
      if (mine === this.turn) this.state.textContent = say("no_index");
    } finally {
      clearTimeout(waiting);
    }
  }

  empty(index) {
    this.wanted = undefined;
    this.element.classList.remove("zoek--bezet");
    this.lists.replaceChildren();
    this.notes.replaceChildren();
    this.card.replaceChildren();
    this.more.hidden = this.advice.hidden = true;
    for (const filter of this.filters) filter.closest("label").hidden = true;
    this.state.textContent = say("type_something", { count: index.documents.length - 1 });
    const kept = recent();
    this.before.hidden = !kept.length;
    this.before.querySelector("span").replaceChildren(...kept.map((words) => this.button(words, words)));
  }

  /** Everything about what was found. */
  async show(found, mine) {
    const { index } = await load(this.root);
    const rows = [...found.full, ...found.part];
    const whole = await Promise.all(found.things.map(async (thing) => ({ ...thing, ...await index.record(thing.record) })));
    if (mine !== this.turn) return;
    this.before.hidden = true;
    this.element.classList.add("zoek--bezet");
    this.found = found;
    this.say(found, rows.length);
    this.showCard(whole);
    this.facts = undefined;
    const narrowed = Object.values(this.chosen()).some(Boolean);
    if (narrowed) await this.count(rows, index, mine);
    if (mine !== this.turn) return;
    this.rows = this.sorted(this.kept(rows, index), index);
    this.shown = 0;
    await this.first(mine);
    if (mine !== this.turn) return;
    if (!narrowed) await this.count(rows, index, mine);
    if (mine === this.turn) await this.help(found, rows.length, mine);
  }

  /** Fill the filters: each with what the others leave, and how often. */
  async count(rows, index, mine) {
    const facts = await index.facts(rows.map((row) => row.record));
    if (mine !== this.turn) return;
    this.facts = new Map(rows.map((row, nth) => [row.record, facts[nth]]));
    const chosen = this.chosen();
    for (const filter of this.filters) {
      const name = filter.dataset.filter;
      const counts = new Map();
      for (const row of rows) {
        if (!this.fits(row, index, { ...chosen, [name]: "" })) continue;
        for (const value of this.values(name, row, index)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const options = [...counts].map(([value, times]) => ({ value, times, said: said(name, value, index) }));
      options.sort((a, b) => (name === "jaar" ? b.value.localeCompare(a.value) : name === "document" || name === "soort" ? b.times - a.times : 0) || a.said.localeCompare(b.said, LANGUAGE));
      const all = filter.options[0];
      filter.replaceChildren(all, ...options.map(({ value, times, said: words }) => new Option(`${words} (${number.format(times)})`, value)));
      filter.value = counts.has(chosen[name]) ? chosen[name] : "";
      filter.closest("label").hidden = !options.length || (name === "taal" && index.documents.slice(1).every((document) => document[2] === index.documents[1][2]));
    }
    this.wanted = undefined;
    this.element.querySelector("[data-gekozen]").textContent = Object.values(this.chosen()).filter(Boolean).length || "";
  }

  /** The values of a record for a filter. */
  values(name, row, index) {
    const document = index.documents[row.document];
    if (name === "document") return row.document ? [String(row.document)] : [];
    if (name === "jaar") return document[1] ? [period(document[1], index)] : [];
    if (name === "taal") return [document[2]];
    const facts = this.facts?.get(row.record);
    if (name === "soort") return facts ? [facts.kind] : [];
    return facts?.places ?? [];
  }

  fits(row, index, chosen) {
    return Object.entries(chosen).every(([name, value]) => !value || this.values(name, row, index).includes(value));
  }

  kept(rows, index) {
    const chosen = this.chosen();
    return Object.values(chosen).some(Boolean) ? rows.filter((row) => this.fits(row, index, chosen)) : rows;
  }

  sorted(rows, index) {
    const date = (row) => index.documents[row.document][1];
    const made = [...rows];
    if (this.order.value === "datum") made.sort((a, b) => date(b).localeCompare(date(a)) || b.score - a.score);
    if (this.grouped.checked) {
      const ranks = new Map();
      for (const row of made) if (!ranks.has(row.document)) ranks.set(row.document, ranks.size);
      made.sort((a, b) => ranks.get(a.document) - ranks.get(b.document));
    }
    return made;
  }

  /** How many there are, and what was looked for. */
  say(found, total) {
    this.total = total;
    const lines = [];
    for (const { thing, name, newer } of found.also) {
      lines.push(say(newer ? "also_newer" : "also_older", { name, words: thing.words.map((word) => word.raw).join(" ") }));
    }
    // Where the page of what was asked stands above, nothing has to be told about words that no passage has.
    const named = found.things.some((thing) => thing.whole);
    for (const unit of named ? [] : found.unknown) lines.push(say("unknown", { words: unit.label }));
    if (found.part.length && found.unknown.length === 0 && !found.full.length) lines.push(say("none_has_all"));
    if (found.part.length && found.unknown.length) lines.push(say("other_words"));
    this.notes.replaceChildren(...lines.map((words) => element("p", "", [words])));
  }

  /** The page of the thing that was asked for, above the list. */
  showCard(things) {
    const [main, ...others] = [...things].sort((a, b) => b.whole - a.whole);
    if (!main) {
      this.card.replaceChildren();
      return;
    }
    const made = [];
    if (main.whole) {
      const link = element("a", "zoek__eigen", [element("span", "zoek__waar", [kindName(main.kind)]), element("span", "zoek__titel", [main.title])]);
      if (main.kind !== "document" && main.text) link.append(element("span", "zoek__fragment", excerpt(main.text, [])));
      link.href = new URL(main.url, this.root).href;
      made.push(link);
    }
    const rest = main.whole ? others : things;
    if (rest.length) {
      const links = rest.slice(0, 4).map((thing) => {
        const link = element("a", "", [thing.title]);
        link.href = new URL(thing.url, this.root).href;
        return link;
      });
      made.push(element("p", "zoek__ook", pieces("own_page", { pages: links.flatMap((link, nth) => (nth ? [" · ", link] : [link])) })));
    }
    this.card.replaceChildren(...made);
  }

  async first(mine) {
    const items = await this.items(0, STEP);
    if (mine !== this.turn) return;
    this.lists.replaceChildren();
    this.list = undefined;
    this.last = undefined;
    this.add(items);
    this.element.querySelector(".zoek__midden").scrollTop = 0;
  }

  async next() {
    const mine = this.turn;
    const items = await this.items(this.shown, STEP);
    if (mine !== this.turn) return;
    this.add(items);
    items[0]?.made.querySelector("a").focus();
  }

  async items(start, count) {
    const { index } = await load(this.root);
    const slice = this.rows.slice(start, start + count);
    const records = await Promise.all(slice.map((row) => index.record(row.record)));
    return slice.map((row, nth) => ({ row, made: this.item(row, records[nth], index) }));
  }

  /** Put rows at the end, below a line where those with all words end, or where another document begins. */
  add(items) {
    for (const { row, made } of items) {
      const part = this.found.full.length > 0 && !this.grouped.checked && this.order.value !== "datum" && row.missing.length > 0;
      const group = this.grouped.checked ? `d${row.document}` : String(part);
      if (group !== this.last) {
        this.last = group;
        if (part) this.lists.append(element("p", "zoek__grens", [say("not_all_words")]));
        if (this.grouped.checked) this.lists.append(element("p", "zoek__grens", [made.dataset.waar]));
        this.list = element("ol", "zoek__uitkomst", []);
        this.list.setAttribute("role", "list");
        this.lists.append(this.list);
      }
      this.list.append(made);
    }
    this.shown += items.length;
    this.more.hidden = this.shown >= this.rows.length;
    this.state.textContent = this.counted();
  }

  /** The number of results, also where filters leave less. */
  counted() {
    const left = this.rows.length;
    const results = say("results", { count: left, words: this.words });
    if (!left && !this.total && this.found.things.some((thing) => thing.whole)) return say("page_only", { words: this.words });
    return left < this.total ? say("results_narrowed", { results, total: this.total }) : results;
  }

  item(row, record, index) {
    const [title, , language, , , date] = index.documents[record.document];
    // Of a page about one thing the title is searched too: see `searched` in generator/search/filing.py.
    const text = record.document ? record.text : `${record.title}\n${record.text}`;
    const found = ranges(text, [...row.hits, ...row.extra].flatMap((unit) => unit.found.get(row.record).spots));
    const link = element("a", "", []);
    link.href = new URL(record.url, this.root).href;
    link.dataset.woorden = JSON.stringify([...new Set(found.map(([start, end]) => text.slice(start, end)))]);
    const where = record.kind === "document" || !record.document ? [kindName(record.kind), date] : [title, record.chapter, date];
    link.append(element("span", "zoek__waar", [where.filter(Boolean).join(" · ")]));
    const titled = TITLES.has(record.kind) || !record.document;
    // A heading has its number before its text.
    const before = titled && record.document ? record.title.length - text.length : 0;
    link.append(element("span", "zoek__titel", titled ? marked(record.title, shifted(found, before)) : [record.title]));
    if (!TITLES.has(record.kind)) {
      const shown = element("span", "zoek__fragment", excerpt(record.text, shifted(found, record.text.length - text.length)));
      if (language !== LANGUAGE) shown.lang = language;
      link.append(shown);
    }
    const others = related(row);
    const lines = [others.length ? say("also_found", { words: others.join(", ") }) : "", row.missing.length ? say("without", { words: row.missing.map((unit) => unit.label).join(", ") }) : ""].filter(Boolean);
    if (lines.length) link.append(element("span", "zoek__verwant", [lines.join(" · ")]));
    const made = element("li", "", [link]);
    made.dataset.waar = title;
    return made;
  }

  /** Where little is found: other spellings, words that begin alike, each word by itself, and all texts. */
  async help(found, total, mine) {
    const meant = [];
    for (const unit of found.unknown.filter((one) => one.words.length === 1 && !one.exact)) {
      for (const other of await (await load(this.root)).suggest(unit.words[0])) meant.push({ unit, other });
    }
    if (mine !== this.turn) return;
    if (meant.length) {
      const words = meant.flatMap(({ unit, other }, nth) => [nth ? ` ${say("meant_or")} ` : "", this.button(other.spelled, this.words.replace(unit.label, other.spelled))]);
      this.notes.prepend(element("p", "zoek__bedoelde", pieces("meant", { words })));
    }
    this.advice.hidden = this.rows.length > 0 || found.things.some((thing) => thing.whole);
    if (this.advice.hidden) return;
    const lines = [];
    if (total) lines.push(pieces("less_narrow", { action: [this.action(say("search_everything"), () => { for (const filter of this.filters) filter.value = ""; this.search(); })] }));
    else {
      if (!meant.length) lines.push([say("check_spelling")]);
      const alike = await this.alike(found.unknown, meant.map((one) => one.other.spelled));
      if (mine !== this.turn) return;
      if (alike.length) lines.push(pieces("alike", { words: between(alike.map((word) => this.button(word, word))) }));
      const single = found.units.length > 1 ? found.units.filter((unit) => unit.found.size) : [];
      if (single.length) lines.push(pieces("one_word", { words: between(single.map((unit) => this.button(`${unit.label} (${number.format(unit.found.size)})`, unit.label))) }));
      lines.push([say("part_of_word")]);
      const browse = element("a", "", [say("browse_list")]);
      browse.href = new URL("zoeken/#van-a-tot-z", this.root).href;
      lines.push(pieces("browse", { list: [browse] }));
    }
    this.advice.querySelector("ul").replaceChildren(...lines.map((parts) => element("li", "", parts)));
  }

  /** Words of the texts that begin as an unknown one does. */
  async alike(unknown, known) {
    const { index } = await load(this.root);
    const found = [];
    for (const unit of unknown.filter((one) => one.words.length === 1 && !one.exact)) {
      const form = unit.words[0].form;
      const list = await index.spellings(form.slice(0, SHARED + 1));
      const shared = ([spelled]) => { const other = fold(spelled); let same = 0; while (same < other.length && other[same] === form[same]) same++; return same; };
      found.push(...list.map((entry) => [shared(entry), entry]).filter(([same]) => same > SHARED).sort((a, b) => b[0] - a[0] || b[1][1] - a[1][1]).map(([, entry]) => entry[0]));
    }
    return found.filter((word) => !known.includes(word)).slice(0, OFFERED);
  }

  /** A button that searches other words. */
  button(label, words) {
    return this.action(label, () => {
      this.field.value = words;
      this.field.focus();
      this.search();
    });
  }

  action(label, act) {
    const made = element("button", "", [label]);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /** Up and down walk from the field along what was found and back. */
  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.closest("select")) return;
    const stops = [this.field, ...this.element.querySelectorAll(".zoek__kaart a, .zoek__lijsten a"), ...(this.more.hidden ? [] : [this.more])];
    const place = stops.indexOf(document.activeElement);
    const target = stops[Math.max(0, Math.min(stops.length - 1, place + step))];
    if (place < 0 || !target) return;
    event.preventDefault();
    target.focus();
    if (target === this.field) this.field.select();
  }

  /** A result was chosen: what was found is marked where it leads. */
  open(event) {
    if (event.target.closest("[data-wis]")) {
      forget();
      this.before.hidden = true;
      this.field.focus();
      return;
    }
    const link = event.target.closest("a");
    if (!link) return;
    remember(this.words);
    try {
      sessionStorage.setItem("gevonden", JSON.stringify({ url: link.href, words: JSON.parse(link.dataset.woorden ?? "[]") }));
    } catch {
      // Without storage the words are not marked; the paragraph still is.
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.follow?.(event, link);
  }
}

/** Ranges as they are where the text begins elsewhere. */
function shifted(found, by) {
  return found.map(([start, end]) => [start + by, end + by]).filter(([start]) => start >= 0);
}

/** Forms that are not the words asked, but relatives of them. */
function related(row) {
  const found = new Set();
  for (const unit of row.hits) {
    const surfaces = unit.found.get(row.record).surfaces;
    if ([...surfaces.values()].includes(WORD)) continue;
    for (const [surface, relation] of surfaces) found.add(relation === ABOUT ? say("same_enumeration", { words: unit.label }) : surface);
  }
  return [...found].slice(0, 4);
}

/** What a kind of record is called. */
function kindName(kind) {
  return WORDS[`kind_${kind}`] ?? kind;
}

function said(name, value, index) {
  if (name === "document") return index.documents[value][0];
  if (name === "soort") return kindName(value);
  if (name === "land") return index.places[value];
  if (name === "taal") return languages.of(value);
  return value;
}

/** The year of a date, or the decade where there are many years. */
function period(date, index) {
  const years = new Set(index.documents.map((document) => document[1].slice(0, 4)).filter(Boolean));
  return years.size > YEARS ? `${date.slice(0, 3)}0–${date.slice(0, 3)}9` : date.slice(0, 4);
}

function between(nodes) {
  return nodes.flatMap((node, nth) => (nth ? [" ", node] : [node]));
}

function element(name, className, parts) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}
