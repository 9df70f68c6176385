// What the stylesheet for paper cannot see: the choices that are in the address by now, which fields of a filter are empty, and, on the
// page with a whole document, the chapter of a sheet. There each chapter begins on a sheet of its own, that bears its name.
const { dataset } = document.documentElement;
const address = dataset.drukAdres;

addEventListener("beforeprint", () => {
  if (address) dataset.drukAdres = address + decodeURI(location.search);
  for (const field of document.querySelectorAll(".filter input[type=search]")) field.toggleAttribute("data-leeg", field.value === "");
});

const chapters = document.querySelectorAll(".tekst--volledig > h2");
if (chapters.length > 1) addEventListener("beforeprint", nameSheets, { once: true });

function nameSheets() {
  const heads = new CSSStyleSheet();
  let name = "";
  chapters.forEach((chapter, number) => {
    name = `hoofdstuk-${number + 1}`;
    const title = words(chapter).replace(/["\\\n]/g, "\\$&");
    heads.insertRule(["@page", name, `{@top-right{content:"${title}"}}`].join(" "));
    for (let part = chapter; part && (part === chapter || !part.matches("h2")); part = part.nextElementSibling) part.style.page = name;
  });
  // What comes after the text stays on its last sheet.
  for (const part of document.querySelectorAll(".tekst--volledig ~ *, .voet")) part.style.page = name;
  document.adoptedStyleSheets.push(heads);
}

function words(heading) {
  return [...heading.childNodes].filter((node) => !node.matches?.(".headerlink")).map((node) => node.textContent).join("").trim();
}
