// Choices above a list: the form says which list it is for, each item carries what it can be chosen by. Every choice is kept in
// the address, so that what is shown can be sent to someone else.
import { LANGUAGE, say } from "./words.js";

function start(form) {
  const list = document.getElementById(form.dataset.keuze);
  const said = document.getElementById(`${form.dataset.keuze}-stand`);
  const fields = [...form.querySelectorAll("select")];
  const items = [...list.querySelectorAll("[data-document]")];
  const groups = [...list.querySelectorAll("[data-groep]")];
  const folds = new Map([...list.querySelectorAll("details[data-groep]")].map((fold) => [fold, fold.open]));
  const chart = document.querySelector(`[data-volgt="${list.id}"]`);
  const panel = form.closest("details");

  panel.hidden = false;
  // On a small screen the choices would fill it: they wait behind a button, unless the address makes one.
  if (matchMedia("(max-width: 40rem)").matches) panel.open = location.search.length > 1;
  fromAddress();
  show();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { show(); toAddress(); });
  form.addEventListener("reset", () => setTimeout(() => { show(); toAddress(); }));
  addEventListener("popstate", () => { fromAddress(); show(); });
  addEventListener("hashchange", reveal);
  reveal();

  function show() {
    let shown = 0;
    for (const item of items) {
      item.hidden = fields.some((field) => field.value && !(item.dataset[field.name] ?? "").split(" ").includes(field.value));
      shown += !item.hidden;
    }
    const all = shown === items.length;
    for (const group of groups) {
      const left = group.querySelectorAll("[data-document]:not([hidden])").length;
      group.hidden = left === 0;
      const amount = group.querySelector(":scope > :is(summary, h2) > .aantal");
      if (amount) amount.textContent = left.toLocaleString(LANGUAGE);
    }
    // What was chosen is there to be read; without a choice the list is as short as it came.
    for (const [fold, open] of folds) fold.open = all ? open : !fold.hidden;
    if (chart) follow(chart, shown);
    const { een, meer } = form.dataset;
    said.textContent = all ? "" : shown === 0 ? say("choice_none", { one: een }) : say("choice_shown", { shown, all: items.length, many: meer });
  }

  /** A drawing shows what its list shows: the dots of the rows that are left, in rows that close up. */
  function follow(drawing, shown) {
    const rows = [...drawing.querySelectorAll("[data-rijen]")];
    const height = Number(drawing.dataset.rijhoogte);
    let gone = 0;
    rows.forEach((row) => {
      const dots = [...row.querySelectorAll("[data-rij]")];
      for (const dot of dots) dot.toggleAttribute("hidden", items[dot.dataset.rij].hidden);
      const left = dots.filter((dot) => !dot.hasAttribute("hidden")).length;
      row.toggleAttribute("hidden", left === 0);
      row.querySelector("[data-aantal]").textContent = ` (${left.toLocaleString(LANGUAGE)})`;
      row.setAttribute("transform", `translate(0 ${-gone * height})`);
      gone += left === 0;
    });
    drawing.querySelector("[data-schaal]").setAttribute("transform", `translate(0 ${-gone * height})`);
    const svg = drawing.querySelector("svg");
    svg.dataset.hoog ??= svg.getAttribute("height");
    svg.dataset.gezegd ??= svg.getAttribute("aria-label");
    svg.setAttribute("height", svg.dataset.hoog - gone * height);
    svg.setAttribute("aria-label", shown === items.length ? svg.dataset.gezegd : say("chart_follows", { shown, all: items.length }));
    drawing.hidden = gone === rows.length;
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      // An address can name what is not there.
      if (field.selectedIndex < 0) field.value = "";
    }
  }

  function toAddress() {
    const asked = new URLSearchParams();
    for (const field of fields) if (field.value) asked.set(field.name, field.value);
    const words = asked.toString();
    history.replaceState(null, "", `${location.pathname}${words ? `?${words}` : ""}${location.hash}`);
  }

  /** A link to an item must never lead to something that a choice or a fold hides. */
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !list.contains(target)) return;
    if (target.closest("[hidden]")) form.reset();
    setTimeout(() => {
      const fold = target.closest("details[data-groep]");
      if (fold) fold.open = true;
      target.scrollIntoView();
    });
  }
}

for (const form of document.querySelectorAll("form[data-keuze]")) start(form);
