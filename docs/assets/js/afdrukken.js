// What the stylesheet for paper cannot see: the choices that are in the address by now, and which fields of a filter are empty.
const { dataset } = document.documentElement;
const address = dataset.drukAdres;

addEventListener("beforeprint", () => {
  if (address) dataset.drukAdres = address + decodeURI(location.search);
  for (const field of document.querySelectorAll(".filter input[type=search]")) field.toggleAttribute("data-leeg", field.value === "");
});
