// The timeline's filters. Every choice is kept in the address, so that what is shown can be sent to someone else.
import { chart } from "./jaargrafiek.js";
import { LANGUAGE, say } from "./words.js";

const CHOICES = ["document", "land", "begrip", "van", "tot"];
const list = new Intl.ListFormat(LANGUAGE);

function start(form) {
  const boxes = [...form.querySelectorAll("input[name=soort]")];
  const first = boxes.filter((box) => box.checked).map((box) => box.value);
  const years = [...document.querySelectorAll(".tekst > h2[id^=jaar-]")].map(readYear);
  const panels = years.flatMap((year) => year.panel ?? []);
  const status = document.getElementById("tijdlijn-stand");
  const draw = chart();
  const tellButton = openAll();
  let drawn = false;

  const choices = form.closest("details");
  choices.hidden = false;
  // On a small screen the choices would fill it: they wait behind a button, unless the address makes one.
  if (matchMedia("(max-width: 40rem)").matches) choices.open = location.search.length > 1;
  showLatest();
  fromAddress();
  if (show()) openFound();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  addEventListener("popstate", () => { fromAddress(); show(); });
  addEventListener("hashchange", reveal);
  reveal();
  // A choice that somebody sent opens at what it leaves.
  if (location.search.length > 1 && !location.hash) status.scrollIntoView();

  /** Where the drawing is wider than the screen, its last years tell more than its first. */
  function showLatest() {
    const drawing = document.querySelector(".jaargrafiek__vlak");
    if (drawing) drawing.scrollLeft = drawing.scrollWidth;
  }

  /** The button that opens every year, or closes them. */
  function openAll() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "knop knop--klein";
    const open = () => panels.some((panel) => !panel.hidden && !panel.open);
    const tell = () => { button.textContent = say(open() ? "open_all_years" : "close_all_years"); };
    button.addEventListener("click", () => {
      const opened = open();
      for (const panel of panels) panel.open = opened;
    });
    for (const panel of panels) panel.addEventListener("toggle", tell);
    tell();
    const line = document.createElement("div");
    line.className = "tijdlijn-alles";
    status.before(line);
    line.append(status, button);
    return tell;
  }

  /** What stands between one year's heading and the next. */
  function readYear(heading) {
    const parts = [];
    for (let next = heading.nextElementSibling; next?.matches(".jaar, .bijzaak"); next = next.nextElementSibling) parts.push(next);
    const panel = parts.find((part) => part.matches(".jaar"));
    const group = panel?.querySelector(".bijzaak") ?? parts.find((part) => part.matches(".bijzaak"));
    return {
      heading, panel, group,
      main: [...(panel?.querySelector(".tijdlijn").children ?? [])],
      minor: [...(group?.querySelectorAll(".moment") ?? [])],
      links: [...document.querySelectorAll(`.zij__lijst a[href$="#${heading.id}"]`)].map((link) => link.closest("li")),
    };
  }

  function chosen() {
    const choice = Object.fromEntries(CHOICES.map((name) => [name, form.elements[name]?.value ?? ""]));
    return { ...choice, kinds: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) };
  }

  function choose() {
    if (show()) openFound(); else for (const panel of panels) panel.open = false;
    toAddress();
  }

  /** What an item counts as: a named event holds deadlines and periods beside itself. */
  function kindsOf(item) {
    return item.dataset.soort.split(" ");
  }

  function fits(item, choice) {
    const data = item.dataset;
    const holds = (name) => !choice[name] || (data[name] ?? "").split(" ").includes(choice[name]);
    return holds("document") && holds("land") && holds("begrip")
      && (!choice.van || Number(data.tot) >= Number(choice.van)) && (!choice.tot || Number(data.van) <= Number(choice.tot));
  }

  /** Show what the choices leave; true where they leave something out. */
  function show() {
    const choice = chosen();
    // Once a reader chooses kinds, only those are there; before that, papers and figures wait in closed groups.
    const waiting = [...choice.kinds].join() === first.join();
    const counted = (item) => kindsOf(item).filter((kind) => waiting || choice.kinds.has(kind));
    let shown = 0, folded = 0, every = 0;
    const counts = new Map();
    for (const year of years) {
      const asked = year.minor.some((item) => choice.kinds.has(item.dataset.soort));
      for (const item of year.main) item.hidden = !(kindsOf(item).some((kind) => choice.kinds.has(kind)) && fits(item, choice));
      for (const item of year.minor) item.hidden = !(fits(item, choice) && (choice.kinds.has(item.dataset.soort) || waiting));
      // What a named event holds is there to be read with it; where kinds were chosen, only those count.
      const here = tally(year.main, counted), inside = tally(year.minor, counted);
      if (year.group) {
        year.group.open = asked && inside.size > 0;
        year.group.hidden = inside.size === 0;
        year.group.querySelector("summary").textContent = told(inside);
      }
      if (year.panel) {
        year.panel.hidden = here.size + inside.size === 0;
        year.panel.querySelector(".tijdlijn").hidden = here.size === 0;
        year.panel.querySelector(".jaar__telling").textContent = told(here.size ? here : inside);
        name(year);
      }
      shown += sum(here) + (asked ? sum(inside) : 0);
      folded += asked ? 0 : sum(inside);
      every += [...year.main, ...year.minor].reduce((number, item) => number + kindsOf(item).length, 0);
      counts.set(year.heading.id.slice("jaar-".length), tally([...year.main, ...year.minor], counted));
      year.heading.hidden = here.size + inside.size === 0;
      for (const link of year.links) link.hidden = year.heading.hidden;
    }
    status.textContent = shown + folded === 0 ? say("dates_none") : say(folded ? "dates_folded" : "dates_shown", { shown, all: every, count: folded });
    const less = !waiting || CHOICES.some((key) => choice[key]);
    // The page comes with everything drawn.
    if (less || drawn) draw(counts);
    drawn = less;
    tellButton();
    return less;
  }

  /** How many there are of each kind among the items that are shown. */
  function tally(items, counted) {
    const counts = new Map();
    for (const item of items) if (!item.hidden) for (const kind of counted(item)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  }

  function sum(counts) {
    return [...counts.values()].reduce((all, number) => all + number, 0);
  }

  /** Numbers of dates in words, in the order of the boxes. */
  function told(counts) {
    const kinds = boxes.map((box) => box.value).filter((kind) => counts.has(kind));
    return list.format(kinds.map((kind) => say(`dates_of_${kind}`, { count: counts.get(kind) })));
  }

  /** A closed year names the events that are in it now. */
  function name({ panel, main }) {
    const names = panel.querySelector(".jaar__namen");
    if (names) names.textContent = main.filter((item) => !item.hidden).flatMap((item) => item.querySelector(".moment__naam > a")?.textContent ?? []).join(" · ");
  }

  function openFound() {
    for (const panel of panels) panel.open = !panel.hidden;
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    const kinds = asked.has("soort") ? asked.get("soort").split(",") : first;
    for (const box of boxes) box.checked = kinds.includes(box.value);
    for (const name of CHOICES) {
      const field = form.elements[name];
      if (!field) continue;
      field.value = asked.get(name) ?? "";
      // An address can name what is not there.
      if (field.selectedIndex < 0) field.value = "";
    }
  }

  function toAddress() {
    const choice = chosen();
    const asked = new URLSearchParams();
    const kinds = [...choice.kinds];
    if (kinds.join() !== first.join()) asked.set("soort", kinds.join(","));
    for (const name of CHOICES) if (choice[name]) asked.set(name, choice[name]);
    const words = asked.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", `${location.pathname}${words ? `?${words}` : ""}${location.hash}`);
  }

  /** A link to a year or a date must never lead to something that a filter or a closed group hides. */
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const year = years.find(({ heading }) => heading === target);
    const item = target && (target.closest(".moment") ?? (year && target));
    if (!item) return;
    if (item.hidden) { form.reset(); toAddress(); setTimeout(reveal); return; }
    for (const group of year ? [year.panel ?? year.group] : [item.closest("details.bijzaak"), item.closest("details.jaar")]) if (group) group.open = true;
    target.scrollIntoView();
  }
}

const form = document.getElementById("tijdlijn-filter");
if (form) start(form);
