"""What an element of a marked format does, and what the elements around say of the text inside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias, TypeVar

from lxml import etree

from generator.model import CellPlace, Role
from generator.readers.marked.elements import PLAIN, ElementKind, Look

Does: TypeAlias = Literal["inline", "block", "skip", "say", "break", "label", "marker", "note", "later", "change", "table", "row", "cell"]

_Field = TypeVar("_Field")


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element does with the text inside it; a field that is None leaves what the element around it said.

    `does` is one of these: `inline` is part of the running text, `block` starts and ends a paragraph, `say` puts the characters in `text`
    in its place, `break` ends a paragraph, `label` is the number of what follows, `marker` holds the characters of a note's marker and
    `note`
    the whole note (its marker is then `text`), `later` is text beside the paragraph, in `body`, `change` marks an amendment.
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
    quoted: bool | None = None
    joins: bool = False
    head: bool = False
    down: int = 1  # rows that a cell takes: its own only
    across: int = 1  # columns that a cell takes: its own only
    body: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around a text say of it: its kind, role, rank, look, and the lists and note it lies in."""

    kind: ElementKind = "text"
    role: Role = ""
    level: int | None = None
    depth: int = 0  # lists around; 0 in none
    note: str = ""
    look: Look = PLAIN
    certain: bool = False
    quoted: bool = False
    joins: bool = False
    cell: CellPlace | None = None
    path: str = ""

    def entered(self, rule: Rule, path: str) -> Context:
        """The context inside an element; what is set aside, or is a note or a cell, stays so all the way down."""
        fixed = self.kind in {"aside", "note", "cell", "caption"} and rule.kind != "aside"
        return replace(
            self,
            kind=self.kind if fixed else _told(rule.kind, self.kind),
            role=self.role if self.quoted else _told(rule.role, self.role),
            level=_told(rule.level, self.level),
            depth=self.depth + rule.deeper,
            note=rule.note or self.note,
            look=self.look.with_more(rule.look),
            certain=_told(rule.certain, self.certain),
            quoted=_told(rule.quoted, self.quoted),
            joins=self.joins or rule.joins,
            path=path,
        )


def _told(said: _Field | None, around: _Field) -> _Field:
    """What an element says, or where it says nothing, what those around it say."""
    return around if said is None else said


class Vocabulary(Protocol):
    """What the elements of one format do: the part of a format that `walk` needs."""

    def rule(self, element: etree._Element, context: Context) -> Rule:
        """The rule for one element, comments and processing instructions included."""
