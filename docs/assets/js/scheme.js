// Runs before anything is drawn, so that a page never flashes in the wrong colours or with marks that were switched off.
(() => {
  const root = document.documentElement;
  root.classList.replace("zonder-js", "met-js");
  try {
    const chosen = localStorage.getItem("kleuren");
    if (chosen === "licht" || chosen === "donker") root.dataset.kleuren = chosen;
    if (localStorage.getItem("vermeldingen") === "uit") root.dataset.vermeldingen = "uit";
    if (localStorage.getItem("alineanummers") === "aan") root.dataset.alineanummers = "aan";
  } catch {
    // Storage can be switched off; the colours then follow the system.
  }
})();
