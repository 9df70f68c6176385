// Choices above a list: the form says which list it is for, each item carries what it can be chosen by. Every choice is kept in
// the address, so that what is shown can be sent to someone else.
import { say } from "./words.js";

function start(form) {
  const list = document.getElementById(form.dataset.keuze);
  const said = document.getElementById(`${form.dataset.keuze}-stand`);
  const fields = [...form.querySelectorAll("select")];
  const items = [...list.querySelectorAll("[data-document]")];
  const groups = [...list.querySelectorAll("[data-groep]")];
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
    for (const group of groups) group.hidden = !group.querySelector("[data-document]:not([hidden])");
    const { een, meer } = form.dataset;
    said.textContent = shown === items.length ? "" : shown === 0 ? say("choice_none", { one: een }) : say("choice_shown", { shown, all: items.length, many: meer });
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

  /** A link to an item must never lead to something that a choice hides. */
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !list.contains(target) || !target.closest("[hidden]")) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  }
}

for (const form of document.querySelectorAll("form[data-keuze]")) start(form);
