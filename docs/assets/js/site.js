// What every page does: colours, copying, permalinks, following the reader, and opening search when it is asked for.
import { startCards } from "./cards.js";
import { say } from "./words.js";

export const root = new URL("../../", import.meta.url);

let silence;

/** Say something for a moment, to eyes and to screen readers. */
export function announce(words) {
  const place = document.getElementById("site-bericht");
  place.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => { place.textContent = ""; }, 4000);
}

/** Put text on the clipboard; true if that worked. */
export async function copy(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here, or the page has no focus: the older way below may still work.
    }
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "alleen-voorlezen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

function startCopying() {
  for (const button of document.querySelectorAll("button.kopieer[data-kopieer]")) button.hidden = false;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.kopieer");
    if (button) {
      announce(say(await copy(button.dataset.kopieer) ? "copied" : "copy_failed"));
      button.focus();
      return;
    }
    const link = event.target.closest("a.ankerlink, a.headerlink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const copied = link.matches(".headerlink") ? "copied_heading" : "copied_paragraph";
    // The link itself still works: the address changes, and the paragraph is marked.
    announce(say(await copy(new URL(link.href, document.baseURI).href) ? copied : "link_in_address"));
    link.focus({ preventScroll: true });
  });
}

/** Each heading gets a link to itself. It stands in the heading, but the heading's name stays its words alone. */
function linkHeadings() {
  for (const heading of document.querySelectorAll(".tekst :is(h2, h3, h4, h5, h6)[id]")) {
    const link = document.createElement("a");
    link.className = "headerlink";
    link.href = `#${encodeURIComponent(heading.id)}`;
    link.title = say("link_to_heading");
    link.textContent = "¶";
    // With a keyboard the list of headings beside the text leads to the same address, without a stop at each.
    link.tabIndex = -1;
    heading.setAttribute("aria-label", heading.textContent.trim());
    heading.append(link);
  }
}

function startColours() {
  const button = document.querySelector("[data-kleur]");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.kleuren ?? (dark.matches ? "donker" : "licht")) === "donker";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const chosen = isDark() ? "licht" : "donker";
    document.documentElement.dataset.kleuren = chosen;
    try {
      localStorage.setItem("kleuren", chosen);
    } catch {
      // Without storage the choice holds for this page only.
    }
    show();
  });
  dark.addEventListener("change", show);
  show();
}

/** Mark in the sidebar which heading the reader has come to. */
function startFollowing() {
  const links = [...document.querySelectorAll("[data-volg] a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!headings.some(Boolean)) return;
  const follow = () => {
    const line = innerHeight * 0.3;
    let current = -1;
    headings.forEach((heading, place) => { if (heading && !heading.hidden && heading.getBoundingClientRect().top < line) current = place; });
    links.forEach((link, place) => { link.toggleAttribute("aria-current", false); if (place === current) link.setAttribute("aria-current", "true"); });
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  follow();
}

/** A list that opened over the page closes when one of its links leads on within the page. */
function startPopovers() {
  const current = document.querySelector('.zij__lijst [aria-current="page"]');
  const list = current?.closest(".zij__lijst");
  // In a long list the current chapter may stand below the edge.
  if (list && current.offsetTop + current.offsetHeight > list.clientHeight) list.scrollTop = current.offsetTop - list.clientHeight / 3;
  document.addEventListener("click", (event) => {
    const open = event.target.closest("a[href]")?.closest("[popover]:popover-open");
    if (open && open.matches(".menu, .zij__lijst")) open.hidePopover();
  });
}

/** A summary that is opened or closed while the header hides it comes into sight. */
function startSummaries() {
  const header = document.querySelector(".kop");
  document.addEventListener("toggle", ({ target }) => {
    const summary = target.matches("details") ? target.querySelector(":scope > summary") : null;
    if (summary && summary === document.activeElement && summary.getBoundingClientRect().top < header.getBoundingClientRect().bottom) summary.scrollIntoView();
  }, true);
}

/** Words that were searched stay marked on the page a result led to. */
export async function markFound() {
  let found;
  try {
    found = JSON.parse(sessionStorage.getItem("gevonden"));
    sessionStorage.removeItem("gevonden");
  } catch {
    return;
  }
  if (!found?.words?.length || !CSS.highlights || found.url !== location.href) return;
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? document.querySelector("main h1");
  const block = place?.matches("li") ? place.querySelector(".alinea") ?? place : place;
  const { over } = await import("./search-marks.js");
  if (block) CSS.highlights.set("gezocht", new Highlight(...over(block, found.words)));
}

/** The search window is fetched the first time that somebody searches. */
function startSearch() {
  document.getElementById("site-zoekvenster").addEventListener("keydown", (event) => {
    // A field for searching takes the first Escape to empty itself; here one is enough, also before the rest is fetched.
    if (event.key !== "Escape" || event.target.closest("select")) return;
    event.preventDefault();
    event.currentTarget.close();
  });
  const open = async (words) => {
    // The window is there at once, so that no key is lost while the rest is fetched.
    const dialog = document.getElementById("site-zoekvenster");
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input[type=search]").select();
    const search = await import("./search.js");
    // Who has closed it meanwhile does not get it back.
    if (dialog.open) search.open(words);
  };
  if (document.querySelector("[data-zoekpagina]")) import("./search.js").then((search) => search.start());
  const asked = new URLSearchParams(location.search).get("zoek");
  if (asked !== null) open(asked);
  document.addEventListener("click", (event) => { if (event.target.closest("[data-zoek]")) open(); });
  document.querySelector("[data-zoekveld]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    open(event.target.elements.q.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" && event.key !== "s") return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    if (shortcutsOff()) return;
    event.preventDefault();
    open();
  });
}

/** The box in the search window that switches single-key shortcuts off and on; it is right before the window opens. */
function startShortcuts() {
  const box = document.querySelector("[data-sneltoetsen]");
  if (!box) return;
  box.checked = !shortcutsOff();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem("sneltoetsen", box.checked ? "aan" : "uit");
    } catch {
      announce(say("choice_not_kept"));
    }
  });
}

/** Whether the reader has switched single-key shortcuts off: speech input can press them by accident. */
function shortcutsOff() {
  try {
    return localStorage.getItem("sneltoetsen") === "uit";
  } catch {
    return false;
  }
}

startColours();
startShortcuts();
linkHeadings();
startCopying();
startFollowing();
startPopovers();
startSummaries();
startCards();
startSearch();
markFound();
addEventListener("hashchange", markFound);
