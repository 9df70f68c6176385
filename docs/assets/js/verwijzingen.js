// References: the filter above the list. Amounts and other tables: sorting by a column.
import { say } from "./words.js";

/** Words without case and accents. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function startFilter() {
  const field = document.getElementById("verwijzingen-woorden");
  if (!field) return;
  const choice = document.getElementById("verwijzingen-document");
  const said = document.getElementById("verwijzingen-aantal");
  const cards = [...document.querySelectorAll(".besluit-kaart")].map((card) => {
    const context = card.querySelector(".context");
    const words = [...card.children].filter((part) => part !== context).map((part) => part.textContent).join(" ");
    return { card, words: plain(words), documents: card.dataset.in.split(" ") };
  });
  const groups = [...document.querySelectorAll(".besluiten")];

  const filter = () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, words, documents } of cards) {
      card.hidden = (choice.value && !documents.includes(choice.value)) || !wanted.every((word) => words.includes(word));
      shown += !card.hidden;
    }
    for (const group of groups) group.hidden = group.previousElementSibling.hidden = !group.querySelector(".besluit-kaart:not([hidden])");
    said.textContent = shown === cards.length ? "" : shown === 0 ? say("references_none") : say("references_shown", { shown, all: cards.length });
    const address = new URL(location);
    for (const [name, value] of [["woorden", field.value.trim()], ["document", choice.value]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  };

  const asked = new URLSearchParams(location.search);
  field.value = asked.get("woorden") ?? "";
  if ([...choice.options].some((option) => option.value === asked.get("document"))) choice.value = asked.get("document");
  if (field.value || choice.value) filter();
  field.addEventListener("input", filter);
  choice.addEventListener("change", filter);
  field.form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    field.value = choice.value = "";
    filter();
    target.scrollIntoView();
  });
}

function startSorting() {
  for (const table of document.querySelectorAll("table.sorteerbaar")) {
    const body = table.tBodies[0];
    for (const head of table.tHead.rows[0].cells) {
      const kind = head.dataset.sorteer;
      if (!kind) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Sums: the largest first; dates: the oldest first.
        const first = kind === "getal" ? "descending" : "ascending";
        const order = head.getAttribute("aria-sort") === first ? (first === "ascending" ? "descending" : "ascending") : first;
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        const value = (row) => row.cells[head.cellIndex].dataset.waarde ?? "";
        const compare = kind === "getal" ? (a, b) => value(a) - value(b) : (a, b) => value(a).localeCompare(value(b));
        body.append(...[...body.rows].sort((a, b) => (order === "ascending" ? compare(a, b) : compare(b, a))));
      });
    }
  }
}

startFilter();
startSorting();
