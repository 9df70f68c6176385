// Old addresses lead on: from a page that has moved, and from the former id of a paragraph. The page itself lists where things went.
import { say } from "./words.js";

/** The items of the list of what has moved that bear the id in the address. */
function moved(id) {
  return [...document.querySelectorAll("li[data-oud]")].filter((item) => item.dataset.oud === id);
}

function wanted() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

function follow() {
  const id = wanted();
  const found = id ? moved(id) : [];
  const place = id ? document.getElementById(id) : null;
  if (found.length === 1 && (!place || place === found[0])) {
    location.replace(found[0].querySelector("a").href);
  } else if (found.length > 0 && place && !found.includes(place)) {
    tell(place, found);
  } else if (found.length === 0) {
    leave();
  }
}

/** Something else bears the id by now: say so above it, and leave the choice to the reader. */
function tell(place, found) {
  if (document.querySelector(".verplaatst-noot")) return;
  const note = document.createElement("aside");
  note.className = "verplaatst-noot";
  note.append(say("address_reused"));
  for (const item of found) {
    const line = document.createElement("p");
    line.append(...[...item.cloneNode(true).childNodes]);
    note.append(line);
  }
  (place.closest("ul, ol, section, table") ?? place).before(note);
  note.scrollIntoView();
}

/** From a page that has moved, with the same place on the page that it became. */
function leave() {
  const link = document.querySelector(".doorverwijzing a");
  if (!link) return;
  const to = new URL(link.href);
  to.hash ||= location.hash;
  location.replace(to);
}

follow();
addEventListener("hashchange", follow);
