"""The paragraphs of a marked format, gathered from runs of characters; a number waits for the text that it belongs to."""

from __future__ import annotations

from dataclasses import replace

from generator.readers.marked.element_rules import Context
from generator.readers.marked.elements import Element, Words, tidy
from generator.readers.marked.numerals import is_mark


class Paragraphs:
    """The elements found so far, the runs of the paragraph that is open, and the number that waits for its text."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.found: list[Element] = []
        self.runs: list[Words] = []
        self.waiting = ""
        self.item = False
        self.holds_table = False

    def say(self, run: Words) -> None:
        """Add characters to the paragraph that is open."""
        if run.text:
            self.runs.append(run)

    def number(self, text: str) -> None:
        """Keep a number or mark for the text that follows; several stand side by side, parted by a blank."""
        self.waiting = " ".join(f"{self.waiting} {text}".split())

    def end(self, context: Context) -> None:
        """End the paragraph that is open, if it has any text."""
        runs, self.runs = tidy(self.runs), []
        if runs:
            self._add(runs, context)

    def left_over(self) -> None:
        """Make a paragraph of a mark after which no text came."""
        if self.waiting:
            self.found.append(Element("text", (Words(self.waiting),), ""))

    def _is_lone_mark(self, runs: tuple[Words, ...], context: Context) -> bool:
        """Whether a paragraph is the mark of the next one: a number or letter by itself, or any mark that opens an item without one."""
        if self.waiting or context.kind not in {"text", "item"} or context.certain:
            return False
        text = "".join(run.text for run in runs)
        return is_mark(text) and (self.item or any(character.isalnum() for character in text))

    def _add(self, runs: tuple[Words, ...], context: Context) -> None:
        """A paragraph that has come to its end, unless it is the mark of the next."""
        running = context.kind in {"text", "item"}
        if self.waiting and running:
            runs = _without(runs, self.waiting)
        if not runs:
            return
        if self._is_lone_mark(runs, context):
            self.waiting = "".join(run.text for run in runs)
            return
        label, self.waiting, self.item = self.waiting, "", False
        holds_table, self.holds_table = self.holds_table, False
        kind = ("item" if label else "text") if running else context.kind
        self.found.append(
            Element(
                kind=kind,
                runs=runs,
                path=context.path,
                label=label,
                level=context.level if kind == "heading" else None,
                depth=context.depth,
                role=context.role,
                note=context.note if kind == "note" else "",
                certain=context.certain,
                quoted=context.quoted,
                cell=context.cell if kind in {"cell", "caption"} else None,
                holds_table=holds_table,
            )
        )


def _without(runs: tuple[Words, ...], label: str) -> tuple[Words, ...]:
    """The runs without the label at their start, where a format says it twice: as the number, and in the words, or as words of their own."""
    text = "".join(run.text for run in runs)
    if not text.startswith(label) or text[len(label) : len(label) + 1].strip():
        return runs
    left, kept = len(label), []
    for run in runs:
        kept.append(replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    return tuple(tidy(kept))
