"""One walk for every marked format: a vocabulary says what each element does, the walk makes the stream of elements of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol, TypeAlias

from lxml import etree

from generator.model import CellPlace, Role
from generator.readers.marked.elements import PLAIN, Element, ElementKind, Look, Words, tidy
from generator.readers.marked.numerals import is_mark

Does: TypeAlias = Literal["inline", "block", "skip", "say", "break", "label", "marker", "note", "later", "change", "table", "row", "cell"]

WIDEST: Final = 1000
"""Columns or rows that a cell may reach over, as HTML has it (the table model of the HTML standard)."""

DEEPEST: Final = 200
"""Elements inside one another; a document has some twenty, and Python's own stack bears a few hundred."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element does; a field that is None leaves what its parent said.

    `inline` is part of the running text, `block` starts and ends a paragraph, `say` stands for the characters in `text`, `break` ends a paragraph, `label` is the number
    of what follows, `marker` holds the characters of a note's marker and `note` the whole note (its marker is then `text`), `later` is text beside the paragraph, in `body`, `change` marks an amendment.
    `label`: a number that the format counts and does not write. `joins`: the paragraphs inside are lines of one.
    """

    does: Does = "inline"
    kind: ElementKind | None = None
    role: Role | None = None
    level: int | None = None
    deeper: bool = False
    label: str = ""
    note: str = ""
    text: str = ""
    look: Look | None = None
    certain: bool | None = None
    centred: bool | None = None
    quoted: bool | None = None
    joins: bool = False
    head: bool = False
    down: int = 1
    across: int = 1
    body: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around say of the text inside."""

    kind: ElementKind = "text"
    role: Role = ""
    level: int | None = None
    depth: int = 0
    note: str = ""
    look: Look = PLAIN
    certain: bool = False
    centred: bool = False
    quoted: bool = False
    joins: bool = False
    cell: CellPlace | None = None
    path: str = ""

    def entered(self, rule: Rule, path: str) -> Context:
        """The context inside an element; what is set aside, or is a note or a cell, stays so all the way down."""
        fixed = self.kind in {"aside", "note", "cell", "caption"}
        look = self.look
        if rule.look is not None:
            look = Look(look.bold or rule.look.bold, look.italic or rule.look.italic, look.raised or rule.look.raised)
        return replace(
            self,
            kind=self.kind if rule.kind is None or (fixed and rule.kind != "aside") else rule.kind,
            role=self.role if rule.role is None or self.quoted else rule.role,
            level=self.level if rule.level is None else rule.level,
            depth=self.depth + rule.deeper,
            note=rule.note or self.note,
            look=look,
            certain=self.certain if rule.certain is None else rule.certain,
            centred=self.centred if rule.centred is None else rule.centred,
            quoted=self.quoted if rule.quoted is None else rule.quoted,
            joins=self.joins or rule.joins,
            path=path,
        )


class Vocabulary(Protocol):
    """What the elements of a format do."""

    def rule(self, element: etree._Element, context: Context) -> Rule:
        """The rule for one element, comments and processing instructions included."""


@dataclass(slots=True)
class _Grid:
    """A table being read: which places are taken by cells that reach down from rows above."""

    number: int
    row: int = -1
    column: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)

    def place(self, rule: Rule) -> CellPlace:
        while (self.row, self.column) in self.taken:
            self.column += 1
        down, across = min(rule.down, WIDEST), min(rule.across, WIDEST)
        place = CellPlace(self.number, max(self.row, 0), self.column, down, across, rule.head)
        self.taken |= {(self.row + i, self.column + j) for i in range(down) for j in range(across)}
        self.column += across
        return place


def walk(root: etree._Element, vocabulary: Vocabulary, context: Context | None = None) -> tuple[Element, ...]:
    """The elements of a tree in their order; each character that the vocabulary does not skip is in exactly one of them."""
    walker = _Walker(vocabulary)
    walker.enter(root, context or Context(), f"/{name_of(root)}", 0)
    walker.flush(Context())
    walker.left_over()
    return tuple(walker.found)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace; of an instruction its target, of a comment nothing."""
    if isinstance(element.tag, str):
        return element.tag.rpartition("}")[2]
    target = getattr(element, "target", "")
    return f"?{target}" if target else ""


class _Walker:
    """Gathers runs until a paragraph ends; a number waits for the text it belongs to, a note for the end of its paragraph."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.found: list[Element] = []
        self.runs: list[Words] = []
        self.waiting = ""
        self.item = False
        self.notes: list[tuple[etree._Element, Context, str]] = []
        self.tables: list[_Grid] = []
        self.count = 0

    def enter(self, element: etree._Element, context: Context, path: str, depth: int) -> None:
        """One element with all that is in it; the text after it is its parent's."""
        rule = self.vocabulary.rule(element, context)
        if rule.does == "skip":
            return
        if rule.does == "break" and not context.joins:
            self.flush(context)
        elif rule.does in {"say", "break"}:
            self._say(Words(rule.text, context.look))
        elif rule.does == "change":
            self._say(Words(rule.text or "".join(element.itertext()), context.look, change=True))
        elif rule.does == "note":
            self._note(element, rule, context, path)
        elif rule.does == "later" and rule.body is not None:
            self._later(rule.body, context, path, depth)
        elif rule.does == "marker":
            text = rule.text or "".join(_texts(element))
            self._say(Words(text, context.entered(rule, path).look, note=rule.note))
        elif rule.does == "label":
            self._label(rule.text or "".join(_texts(element)), context)
        elif depth > DEEPEST:
            self._say(Words("".join(_texts(element)), context.look))
        else:
            self._inside(element, rule, context, path, depth)

    def _inside(self, element: etree._Element, rule: Rule, context: Context, path: str, depth: int) -> None:
        inner = context.entered(rule, path if rule.does != "inline" else context.path)
        if rule.does == "inline":
            self._content(element, inner, path, depth)
            return
        if context.joins and rule.does == "block" and rule.kind in {None, context.kind}:
            self._say(Words(" ", context.look))
            self._content(element, inner, path, depth)
            self._say(Words(" ", context.look))
            return
        self.flush(context)
        if rule.does == "table":
            self.tables.append(_Grid(self.count))
            self.count += 1
        elif rule.does == "row" and self.tables:
            self.tables[-1].row, self.tables[-1].column = self.tables[-1].row + 1, 0
        elif rule.does == "cell" and self.tables:
            inner = replace(inner, kind="cell", cell=self.tables[-1].place(rule), joins=True)
        elif rule.kind == "caption":
            inner = replace(inner, cell=CellPlace(self.tables[-1].number if self.tables else self.count, -1, 0), joins=True)
        if rule.label and inner.kind not in {"aside", "cell", "caption"}:
            self.waiting = f"{self.waiting} {rule.label}".strip()
        self.item = self.item or rule.kind == "item"
        self._content(element, inner, path, depth)
        self.flush(inner)
        if rule.does == "table":
            self.tables.pop()

    def _content(self, element: etree._Element, context: Context, path: str, depth: int) -> None:
        self._say(Words(element.text or "", context.look))
        seen: Counter[str] = Counter()
        for child in element:
            name = name_of(child)
            seen[name] += 1
            self.enter(child, context, f"{path}/{name}[{seen[name]}]", depth + 1)
            self._say(Words(child.tail or "", context.look))

    def _later(self, body: etree._Element, context: Context, path: str, depth: int) -> None:
        """Text beside a paragraph: it comes after it, or where all is one paragraph, as in a cell, in it."""
        if context.kind in {"text", "item", "heading"}:
            self.notes.append((body, replace(context, kind="text", certain=False, level=None, path=path, joins=False), ""))
        else:
            self._content(body, context, path, depth)

    def _say(self, run: Words) -> None:
        if run.text:
            self.runs.append(run)

    def _label(self, text: str, context: Context) -> None:
        if context.kind in {"cell", "aside", "caption"}:
            self._say(Words(f"{text} ", context.look))
            return
        if not context.joins:
            self.flush(context)
        self.waiting = " ".join(f"{self.waiting} {text}".split())

    def _note(self, element: etree._Element, rule: Rule, context: Context, path: str) -> None:
        self._say(Words(rule.text, replace(context.look, raised=True), note=rule.note))
        body = element if rule.body is None else rule.body
        inner = Context(kind="note", note=rule.note, certain=True, path=path)
        self.notes.append((body, inner, rule.text))

    def flush(self, context: Context) -> None:
        """End the paragraph that is open, if it has any text; then its notes come."""
        runs, self.runs = tidy(self.runs), []
        if runs:
            self._add(runs, context)
        notes, self.notes = self.notes, []
        for body, inner, label in notes:
            self._body(body, inner, label)

    def left_over(self) -> None:
        """A mark after which no text came is a text itself."""
        if self.waiting:
            self.found.append(Element("text", (Words(self.waiting),), ""))

    def _body(self, body: etree._Element, context: Context, label: str) -> None:
        waiting, item, self.waiting, self.item = self.waiting, self.item, label, False
        self._content(body, context, context.path, 0)
        self.flush(context)
        self.waiting, self.item = waiting, item

    def _is_lone_mark(self, runs: tuple[Words, ...], context: Context) -> bool:
        """Whether a paragraph is the mark of the next one: a number or letter by itself, or any mark that opens an item without one."""
        if self.waiting or context.kind not in {"text", "item"} or context.certain:
            return False
        text = "".join(run.text for run in runs)
        return is_mark(text) and (self.item or any(character.isalnum() for character in text))

    def _add(self, runs: tuple[Words, ...], context: Context) -> None:
        kind, label = context.kind, self.waiting
        if label and kind in {"text", "item"}:
            runs = _without(runs, label)
        if self._is_lone_mark(runs, context):
            self.waiting = runs[0].text.strip() if len(runs) == 1 else "".join(run.text for run in runs)
            return
        if kind in {"text", "item"}:
            kind = "item" if label or self.item else "text"
        if kind == "item" and not label:
            kind = "text"
        self.waiting, self.item = "", False
        known = {"note", "cell", "caption", "aside"}
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
                certain=context.certain or kind in known,
                centred=context.centred,
                quoted=context.quoted,
                cell=context.cell if kind in {"cell", "caption"} else None,
            )
        )


def _without(runs: tuple[Words, ...], label: str) -> tuple[Words, ...]:
    """The runs without the label at their start, where a format says it twice: as the number, and in the words."""
    text = "".join(run.text for run in runs)
    if not text.startswith(f"{label} ") or len(text) == len(label):
        return runs
    left, kept = len(label), []
    for run in runs:
        kept.append(replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    return tuple(tidy(kept))


def _texts(element: etree._Element) -> Iterator[str]:
    """The characters in an element, comments and instructions left out."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
