// The switch for the marks in running text. The choice is kept, and scheme.js sets it before anything is drawn.
import { say } from "./words.js";

const root = document.documentElement;

function keep(choice) {
  try {
    localStorage.setItem("vermeldingen", choice);
  } catch {
    // Storage can be switched off: the choice then holds for this page.
  }
}

function start() {
  const place = document.querySelector("main");
  if (!place || !document.querySelector(".tekst--document .vermelding")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "vermeldingen-knop";
  button.textContent = say("marks");
  button.title = say("marks_told");
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.vermeldingen !== "uit"));
  button.addEventListener("click", () => {
    const choice = root.dataset.vermeldingen === "uit" ? "aan" : "uit";
    root.dataset.vermeldingen = choice;
    keep(choice);
    show();
  });
  show();
  let actions = place.querySelector(".acties");
  if (!actions) {
    actions = document.createElement("p");
    actions.className = "acties";
    place.querySelector(".tekst").before(actions);
  }
  actions.prepend(button);
}

start();
