// The timeline's chart, drawn anew from what a choice leaves: bars, numbers, the table below, and the words that tell of it.
import { say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
/** Where the bars end and how high the highest is; as in generator/pages/year_chart.py. */
const GROUND = 158, HEIGHT = 140;

export function chart() {
  const figure = document.querySelector(".jaargrafiek");
  if (!figure) return () => {};
  const kinds = [...figure.querySelectorAll(".jaargrafiek__soorten li")].map(({ dataset }) => ({ name: dataset.soort, colour: dataset.kleur }));
  const frame = figure.querySelector(".jaargrafiek__vlak");
  const bars = [...figure.querySelectorAll("svg a[data-jaar]")].map((link) => ({ link, year: link.dataset.jaar, way: link.getAttribute("href"), shape: shapeOf(link) }));
  const rows = [...figure.querySelectorAll("tr[data-jaar]")];

  /** Where a bar stands: its left edge and width. */
  function shapeOf(link) {
    const piece = link.querySelector(".staaf");
    return { x: piece.getAttribute("x"), width: piece.getAttribute("width") };
  }

  /** Draw how many there are: for each year, by its number, a Map of kinds to numbers. */
  return (counts) => {
    const totals = new Map([...counts].map(([year, of]) => [year, [...of.values()].reduce((sum, number) => sum + number, 0)]));
    const highest = Math.max(1, ...totals.values());
    for (const bar of bars) draw(bar, counts.get(bar.year) ?? new Map(), totals.get(bar.year) ?? 0, highest);
    for (const row of rows) fill(row, counts.get(row.dataset.jaar) ?? new Map(), totals.get(row.dataset.jaar) ?? 0);
    frame.setAttribute("aria-label", say("dates_drawn", { count: [...totals.values()].reduce((sum, number) => sum + number, 0) }));
  };

  function draw({ link, year, way, shape }, of, total, highest) {
    for (const piece of link.querySelectorAll(".staaf")) piece.remove();
    let below = 0;
    for (const { name, colour } of kinds) {
      const number = of.get(name) ?? 0;
      if (!number) continue;
      const piece = document.createElementNS(SVG, "rect");
      const height = HEIGHT * number / highest;
      below += height;
      for (const [key, value] of Object.entries({ ...shape, y: GROUND - below, height })) piece.setAttribute(key, value);
      piece.classList.add("staaf", `staaf--${colour}`);
      link.insertBefore(piece, link.querySelector(".grafiek__jaar"));
    }
    const figure = link.querySelector(".grafiek__aantal");
    figure.textContent = total || "";
    figure.setAttribute("y", GROUND - below - 5);
    // A year without dates leads nowhere.
    if (total) link.setAttribute("href", way); else link.removeAttribute("href");
    link.setAttribute("aria-label", say("dates_in_year", { year, count: total }));
  }

  function fill(row, of, total) {
    row.hidden = total === 0;
    [...row.querySelectorAll("td")].forEach((cell, nth) => { cell.textContent = nth < kinds.length ? of.get(kinds[nth].name) ?? 0 : total; });
  }
}
