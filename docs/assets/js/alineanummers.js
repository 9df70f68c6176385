// The switch for the numbers of paragraphs. The choice is kept, and scheme.js sets it before anything is drawn.
import { say } from "./words.js";

const root = document.documentElement;

function start() {
  const text = document.querySelector(".tekst--document");
  if (!text?.querySelector("[data-nr]")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "vermeldingen-knop";
  button.textContent = say("numbers");
  button.title = say("numbers_told");
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.alineanummers === "aan"));
  button.addEventListener("click", () => {
    root.dataset.alineanummers = root.dataset.alineanummers === "aan" ? "uit" : "aan";
    try {
      localStorage.setItem("alineanummers", root.dataset.alineanummers);
    } catch {
      // Storage can be switched off: the choice then holds for this page.
    }
    show();
  });
  show();
  // The switch of the marks stands there already, or makes the place when there is nothing to edit.
  const actions = document.querySelector("main .acties") ?? text.parentElement.insertBefore(document.createElement("p"), text);
  actions.classList.add("acties");
  actions.prepend(button);
}

start();
