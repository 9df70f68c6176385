// The timeline's filters. Every choice is kept in the address, so that what is shown can be sent to someone else.
import { LANGUAGE, say } from "./words.js";

const CHOICES = ["document", "land", "begrip", "van", "tot"];
const list = new Intl.ListFormat(LANGUAGE);

function start(form) {
  const boxes = [...form.querySelectorAll("input[name=soort]")];
  const first = boxes.filter((box) => box.checked).map((box) => box.value);
  const years = [...document.querySelectorAll(".tekst > h2[id^=jaar-]")].map(readYear);
  const status = document.getElementById("tijdlijn-stand");

  const panel = form.closest("details");
  panel.hidden = false;
  // On a small screen the choices would fill it: they wait behind a button, unless the address makes one.
  if (matchMedia("(max-width: 40rem)").matches) panel.open = location.search.length > 1;
  showLatest();
  fromAddress();
  show();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { show(); toAddress(); });
  form.addEventListener("reset", () => setTimeout(() => { show(); toAddress(); }));
  addEventListener("popstate", () => { fromAddress(); show(); });
  addEventListener("hashchange", reveal);
  reveal();

  /** Where the drawing is wider than the screen, its last years tell more than its first. */
  function showLatest() {
    const drawing = document.querySelector(".jaargrafiek__vlak");
    if (drawing) drawing.scrollLeft = drawing.scrollWidth;
  }

  /** What stands between one year's heading and the next. */
  function readYear(heading) {
    const parts = [];
    for (let next = heading.nextElementSibling; next?.matches(".tijdlijn, .bijzaak"); next = next.nextElementSibling) parts.push(next);
    const group = parts.find((part) => part.matches(".bijzaak"));
    return {
      heading, group,
      main: [...(parts.find((part) => part.matches("ol"))?.children ?? [])],
      minor: [...(group?.querySelectorAll(".moment") ?? [])],
      links: [...document.querySelectorAll(`:is(.jaren, .zij__lijst) a[href$="#${heading.id}"]`)].map((link) => link.closest("li")),
    };
  }

  function chosen() {
    const choice = Object.fromEntries(CHOICES.map((name) => [name, form.elements[name]?.value ?? ""]));
    return { ...choice, kinds: new Set(boxes.filter((box) => box.checked).map((box) => box.value)) };
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

  function show() {
    const choice = chosen();
    // Once a reader chooses kinds, only those are there; before that, papers and figures wait in closed groups.
    const waiting = [...choice.kinds].join() === first.join();
    let shown = 0, folded = 0, all = 0;
    for (const year of years) {
      let here = 0;
      for (const item of year.main) {
        const own = kindsOf(item);
        const chosen = own.filter((kind) => choice.kinds.has(kind)).length;
        item.hidden = !(chosen && fits(item, choice));
        // What a named event holds is there to be read with it; where kinds were chosen, only those count.
        if (!item.hidden) here += waiting ? own.length : chosen;
        all += own.length;
      }
      const asked = year.minor.some((item) => choice.kinds.has(item.dataset.soort));
      let inside = 0;
      for (const item of year.minor) {
        item.hidden = !(fits(item, choice) && (choice.kinds.has(item.dataset.soort) || waiting));
        inside += !item.hidden;
      }
      if (year.group) {
        year.group.open = asked && inside > 0;
        year.group.hidden = inside === 0;
        count(year.group, year.minor);
      }
      shown += here + (asked ? inside : 0);
      folded += asked ? 0 : inside;
      all += year.minor.length;
      year.heading.hidden = here + inside === 0;
      for (const link of year.links) link.hidden = year.heading.hidden;
      if (year.main.length) year.main[0].parentElement.hidden = here === 0;
    }
    status.textContent = shown + folded === 0 ? say("dates_none") : say(folded ? "dates_folded" : "dates_shown", { shown, all, count: folded });
  }

  /** The heading of a closed group says what is in it now. */
  function count(group, items) {
    const counts = new Map();
    for (const item of items) if (!item.hidden) counts.set(item.dataset.soort, (counts.get(item.dataset.soort) ?? 0) + 1);
    group.querySelector("summary").textContent = list.format([...counts].map(([kind, count]) => say(`minor_${kind}`, { count })));
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

  /** A link to a date must never lead to something that a filter or a closed group hides. */
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const item = target && target.closest(".moment");
    if (!item) return;
    if (item.hidden) { form.reset(); toAddress(); setTimeout(reveal); return; }
    const group = item.closest("details.bijzaak");
    if (group) group.open = true;
    target.scrollIntoView();
  }
}

const form = document.getElementById("tijdlijn-filter");
if (form) start(form);
