"""Goes through the tree of any marked format, and makes elements of it by the rules of the format's vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from generator.model import CellPlace
from generator.readers.marked.element_rules import Context, Does, Rule, Vocabulary
from generator.readers.marked.elements import Element, Words
from generator.readers.marked.open_table import OpenTable
from generator.readers.marked.paragraphs import Paragraphs

_TABLES: Final = frozenset({"table", "tbl"})
"""How tables are called in HTML, OpenDocument and Akoma Ntoso, in Word and in Formex."""

_ONE_TEXT: Final = frozenset({"cell", "caption"})
"""What is one text whatever lies inside."""

DEEPEST: Final = 100
"""Elements inside one another; a document has some twenty, and each takes six calls of the thousand that Python's own stack bears."""


def walk(root: etree._Element, vocabulary: Vocabulary, context: Context | None = None) -> tuple[Element, ...]:
    """The elements of a tree in their order; each character that the vocabulary does not skip is in exactly one of them."""
    walker = _Walker(vocabulary)
    walker.enter(root, context or Context(), f"/{name_of(root)}", 0)
    walker.flush(Context())
    walker.open.left_over()
    return tuple(walker.open.found)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace; of an instruction its target, of a comment nothing."""
    if isinstance(element.tag, str):
        return element.tag.rpartition("}")[2]
    target = getattr(element, "target", "")
    return f"?{target}" if target else ""


@dataclass(frozen=True, slots=True)
class _Visit:
    """An element that is being read: its rule, the context around it, its path, and how many elements it lies in."""

    element: etree._Element
    rule: Rule
    context: Context
    path: str
    depth: int

    @property
    def inner(self) -> Context:
        """The context inside the element."""
        return self.context.entered(self.rule, self.path if self.rule.does != "inline" else self.context.path)

    @property
    def words(self) -> str:
        """The characters that its rule puts in its place, or else all characters in it."""
        return self.rule.text or "".join(_texts(self.element))


class _Walker:
    """Goes through the tree in order; the text of a note is kept until the paragraph of its marker ends."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.open = Paragraphs()
        self.notes: list[tuple[etree._Element, Context, str]] = []
        self.tables: list[OpenTable] = []
        self.count = 0

    def enter(self, element: etree._Element, context: Context, path: str, depth: int) -> None:
        """One element with all that is in it; the text after it is its parent's."""
        visit = _Visit(element, self.vocabulary.rule(element, context), context, path, depth)
        if context.kind == "cell" and name_of(element).lower() in _TABLES and visit.rule.does != "skip":
            self.open.holds_table = True
        _TAKEN[visit.rule.does](self, visit)

    def skip(self, _: _Visit) -> None:
        """Leave an element out, with all that is in it."""

    def say(self, visit: _Visit) -> None:
        """Add the characters that a rule puts in place of an element."""
        self.open.say(Words(visit.rule.text, visit.context.look))

    def line_end(self, visit: _Visit) -> None:
        """The end of a paragraph, or a blank where the paragraphs are lines of one."""
        if visit.context.joins:
            self.say(visit)
        else:
            self.flush(visit.context)

    def change(self, visit: _Visit) -> None:
        """The mark of an amendment."""
        text = visit.rule.text or "".join(visit.element.itertext())
        self.open.say(Words(text, visit.context.look, change=True))

    def marker(self, visit: _Visit) -> None:
        """The marker of a note that stands elsewhere."""
        self.open.say(Words(visit.words, visit.inner.look, note=visit.rule.note))

    def note(self, visit: _Visit) -> None:
        """A note in the midst of the text: its marker stands here, and its text comes after the paragraph."""
        rule = visit.rule
        self.open.say(Words(rule.text, replace(visit.context.look, raised=True), note=rule.note))
        body = visit.element if rule.body is None else rule.body
        self.notes.append((body, Context(kind="note", note=rule.note, path=visit.path), rule.text))

    def later(self, visit: _Visit) -> None:
        """Text beside a paragraph: it comes after it, or where all is one paragraph, as in a cell, in it."""
        body, context = visit.rule.body, visit.context
        if body is None:
            self.block(visit)
        elif context.kind in {"text", "item", "heading"}:
            self.notes.append((body, replace(context, kind="text", certain=False, level=None, path=visit.path, joins=False), ""))
        else:
            self._content(body, context, visit.path, visit.depth)

    def label(self, visit: _Visit) -> None:
        """The number or mark of the text that follows; what cannot have one has it among its words."""
        text, context = visit.words, visit.context
        if context.kind in {"cell", "aside", "caption"}:
            self.open.say(Words(f"{text} ", context.look))
            return
        if not context.joins:
            self.flush(context)
        self.open.number(text)

    def inline(self, visit: _Visit) -> None:
        """A part of the running text."""
        self._content(visit.element, visit.inner, visit.path, visit.depth)

    def block(self, visit: _Visit) -> None:
        """A paragraph or more; where these are lines of one, blanks part it from the others: all that a cell holds is, items and headings too."""
        rule, context = visit.rule, visit.context
        alike = rule.kind in {None, context.kind} or (context.kind in _ONE_TEXT and rule.kind != "aside")
        if context.joins and alike and rule.does == "block":
            self.open.say(Words(" ", context.look))
            self._content(visit.element, visit.inner, visit.path, visit.depth)
            self.open.say(Words(" ", context.look))
            return
        self.flush(context)
        inner = visit.inner
        if rule.kind == "caption":
            inner = replace(inner, cell=CellPlace(self.tables[-1].number if self.tables else self.count, -1, 0), joins=True)
        self._enclosed(visit, inner)

    def table(self, visit: _Visit) -> None:
        """A table; one inside a cell is a table of its own."""
        self.flush(visit.context)
        self.tables.append(OpenTable(self.count))
        self.count += 1
        self._enclosed(visit, visit.inner)
        self.tables.pop()

    def row(self, visit: _Visit) -> None:
        """A row of the table that is open."""
        self.flush(visit.context)
        if self.tables:
            self.tables[-1].start_row()
        self._enclosed(visit, visit.inner)

    def cell(self, visit: _Visit) -> None:
        """A cell of the row that is open; its paragraphs are lines of one."""
        self.flush(visit.context)
        inner = visit.inner
        if self.tables:
            inner = replace(inner, kind="cell", cell=self.tables[-1].place(visit.rule), joins=True)
        self._enclosed(visit, inner)

    def _enclosed(self, visit: _Visit, inner: Context) -> None:
        """What is in an element that starts and ends a paragraph."""
        rule = visit.rule
        if rule.label and inner.kind not in {"aside", "cell", "caption"}:
            self.open.waiting = f"{self.open.waiting} {rule.label}".strip()
        self.open.item = self.open.item or rule.kind == "item"
        self._content(visit.element, inner, visit.path, visit.depth)
        self.flush(inner)

    def _content(self, element: etree._Element, context: Context, path: str, depth: int) -> None:
        """The text and the elements in an element; those that lie too deep are text."""
        self.open.say(Words(element.text or "", context.look))
        seen: Counter[str] = Counter()
        for child in element:
            name = name_of(child)
            seen[name] += 1
            self.enter(child, context, f"{path}/{name}[{seen[name]}]", depth + 1)
            self.open.say(Words(child.tail or "", context.look))

    def flush(self, context: Context) -> None:
        """End the paragraph that is open, if it has any text; then its notes come."""
        self.open.end(context)
        notes, self.notes = self.notes, []
        for body, inner, label in notes:
            self._body(body, inner, label)

    def _body(self, body: etree._Element, context: Context, label: str) -> None:
        waiting, item, self.open.waiting, self.open.item = self.open.waiting, self.open.item, label, False
        self._content(body, context, context.path, 0)
        self.flush(context)
        self.open.waiting, self.open.item = waiting, item


def _unless_too_deep(take: Callable[[_Walker, _Visit], None]) -> Callable[[_Walker, _Visit], None]:
    """The same, but that an element too deep inside others is taken for the characters in it."""

    def taken(walker: _Walker, visit: _Visit) -> None:
        if visit.depth > DEEPEST:
            walker.open.runs += [Words(text, visit.context.look) for text in _texts(visit.element) if text]
        else:
            take(walker, visit)

    return taken


_TAKEN: Final[dict[Does, Callable[[_Walker, _Visit], None]]] = {
    "skip": _Walker.skip,
    "say": _Walker.say,
    "break": _Walker.line_end,
    "change": _Walker.change,
    "note": _Walker.note,
    "later": _Walker.later,
    "marker": _Walker.marker,
    "label": _Walker.label,
    "inline": _unless_too_deep(_Walker.inline),
    "block": _unless_too_deep(_Walker.block),
    "table": _unless_too_deep(_Walker.table),
    "row": _unless_too_deep(_Walker.row),
    "cell": _unless_too_deep(_Walker.cell),
}
"""Who takes an element, by what it does; only those with elements in them can lead too deep."""


def _texts(element: etree._Element) -> Iterator[str]:
    """The characters in an element, comments and instructions left out."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
