// Citing: the window with every form for one paragraph, buttons that copy a form, and the reader's own day where a form needs one.
import { announce, copy, root } from "./site.js";
import { spoken } from "./kopieren.js";
import { LANGUAGE, say } from "./words.js";

/** How a value is spelled inside a form: BibTeX and JSON have characters that mean something else there. */
const SPELLED = {
  bibtex: (value) => value.replace(/[&%$#_{}]/g, "\\$&"),
  csl: (value) => JSON.stringify(value).slice(1, -1),
};

/** Addresses stand in BibTeX as they are. */
const UNSPELLED = { bibtex: ["ADRESHIER", "SLEUTELHIER"] };

let opened;

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a.citeerlink");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const forms = await read(link);
  // Without the forms, the page that the link leads to tells the same.
  if (forms) show(link, forms);
  else location.href = link.href;
});

/** The forms of a document; they are fetched the first time that somebody cites. */
async function read(link) {
  try {
    const answer = await fetch(link.href.replace(/(\/citeren\/).*/, "$1alinea.json"));
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show(link, { document: name, formats, places, site }) {
  const id = decodeURIComponent(link.hash.slice(1));
  const [chapter, own] = Object.entries(places).find(([, own]) => id in own);
  const holes = { ADRESHIER: new URL(`${chapter}#${id}`, site || root).href, PLAATSHIER: own[id], SLEUTELHIER: `${name}-${id}`, CITAATHIER: spoken(link.closest(".alinea")) };
  const told = formats.filter((form) => form.id !== "citaat" || holes.CITAATHIER);
  opened?.remove();
  opened = made("dialog", "citeervenster");
  opened.setAttribute("aria-labelledby", "site-citeerkop");
  const title = made("h2", "citeervenster__kop", say("cite", { place: own[id] }));
  title.id = "site-citeerkop";
  const close = made("button", "citeervenster__sluit", say("cite_close"));
  close.type = "button";
  close.addEventListener("click", () => opened.close());
  const list = made("div", "citaties");
  list.append(...told.map((form) => shown(form, holes)));
  const bar = made("div", "citeervenster__balk");
  bar.append(title, close);
  opened.append(bar, list);
  document.body.append(opened);
  opened.addEventListener("click", (event) => { if (event.target === opened) opened.close(); });
  opened.addEventListener("close", () => link.focus({ preventScroll: true }));
  withButtons(opened);
  opened.showModal();
}

function shown({ id, name, use, code, words }, holes) {
  const form = made("div", "citatie");
  form.dataset.citatie = id;
  const title = made("p", "citatie__naam", use ? `${name} ` : name);
  if (use) title.append(made("span", "citatie__gebruik", use));
  const body = made(code ? "pre" : "p", "");
  if (code) body.tabIndex = 0;
  for (const [piece, italic] of words) body.append(italic ? made("i", "", filled(piece, id, holes)) : filled(piece, id, holes));
  form.append(title, body);
  return form;
}

function filled(piece, id, holes) {
  const spell = SPELLED[id] ?? String;
  return piece.replace(/ADRESHIER|PLAATSHIER|SLEUTELHIER|CITAATHIER/g, (hole) => (UNSPELLED[id]?.includes(hole) ? holes[hole] : spell(holes[hole])));
}

/** A button behind the name of each form that copies it; styles keep their italics. */
function withButtons(place) {
  for (const form of place.querySelectorAll(".citatie")) {
    const button = made("button", "citatie__kopieer", say("cite_copy"));
    button.type = "button";
    button.setAttribute("aria-label", say("cite_copy_form", { form: form.querySelector(".citatie__naam").textContent }));
    button.addEventListener("click", async () => {
      const done = await copyForm(form.querySelector("pre, .citatie__naam ~ p"));
      // The window lies over the place where messages are shown.
      button.textContent = say(done ? "copied" : "cite_copy");
      announce(say(done ? "copied" : "copy_failed"));
    });
    form.querySelector(".citatie__naam").after(button);
  }
}

async function copyForm(body) {
  const text = body.textContent;
  if (body.matches("p") && navigator.clipboard?.write) {
    try {
      const plain = new Blob([text], { type: "text/plain" });
      const rich = new Blob([body.innerHTML], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain, "text/html": rich })]);
      return true;
    } catch {
      // Not allowed here: the words alone then.
    }
  }
  return copy(text);
}

function made(name, className, words = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}

const today = new Date().toLocaleDateString(LANGUAGE, { day: "numeric", month: "long", year: "numeric" });
for (const place of document.querySelectorAll(".citatie__vandaag")) place.textContent = today;
withButtons(document);
