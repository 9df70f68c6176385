// The search window, and the page of results.
import { markFound, root } from "./site.js";
import { Panel } from "./search-panel.js";

const dialog = document.getElementById("site-zoekvenster");
const place = document.querySelector("[data-zoekpagina]");
let panel;

/** Open the window; with words, search them at once. */
export async function open(words) {
  panel ??= new Panel(dialog, { root, asked: "zoek", follow });
  if (!dialog.open) dialog.showModal();
  panel.read();
  if (words !== undefined) {
    panel.field.value = words;
    panel.field.select();
  }
  await panel.search();
}

/** Make the page of results work. */
export function start() {
  const results = new Panel(place, { root, asked: "q" });
  results.read();
  results.search();
  addEventListener("popstate", () => { results.read(); results.search(); });
}

/** A result on this very page: the window makes way for it. */
function follow(event, link) {
  if (new URL(link.href).pathname !== location.pathname) return;
  event.preventDefault();
  dialog.close();
  location.hash = new URL(link.href).hash;
  markFound();
}

function forget() {
  const url = new URL(location.href);
  for (const name of ["zoek", "volgorde", "groepeer", ...panel.filters.map((filter) => filter.dataset.filter)]) url.searchParams.delete(name);
  history.replaceState(history.state, "", url);
}

dialog.querySelector("[data-sluit]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("close", forget);
