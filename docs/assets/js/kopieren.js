// Copying: what is copied out of a text is that text alone, without the links and marks that the site sets beside it.

/** What stands in the text of a page and does not belong to it. */
const SELECTOR = ".gereedschap, .headerlink, .nootmarkering, .footnote-backref, .alleen-voorlezen, .verwant, .wijziging";

/** The attributes that mean something outside this page. */
const KEPT = ["href", "lang", "colspan", "rowspan"];

/** The words of a paragraph on one line, without what stands beside them. */
export function spoken(block) {
  const copied = block.cloneNode(true);
  for (const part of copied.querySelectorAll(`${SELECTOR}, .merk`)) part.remove();
  return copied.textContent.replace(/\s+/g, " ").trim();
}

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!event.clipboardData || selection.isCollapsed || event.target.closest?.("input, textarea")) return;
  const text = document.createElement("div");
  for (let nth = 0; nth < selection.rangeCount; nth += 1) text.append(selection.getRangeAt(nth).cloneContents());
  const beside = text.querySelectorAll(SELECTOR);
  // The browser copies what holds no more than text better than we can.
  if (beside.length === 0) return;
  for (const part of beside) part.remove();
  for (const part of text.querySelectorAll("*")) bare(part);
  event.clipboardData.setData("text/html", text.innerHTML);
  event.clipboardData.setData("text/plain", written(text));
  event.preventDefault();
});

/** An element without the names and classes of this page, and with its links as addresses that work elsewhere. */
function bare(part) {
  if (part.href) part.setAttribute("href", part.href);
  for (const { name } of [...part.attributes]) if (!KEPT.includes(name)) part.removeAttribute(name);
}

/** The text as it would be read: paragraphs and items on lines of their own, as the browser lays them out. */
function written(text) {
  text.className = "alleen-kopie";
  document.body.append(text);
  const words = text.innerText;
  text.remove();
  return words.replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}
