"""What the classes of known publishers say that an element does; the classes are a table of their own in the data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from lxml import etree

from generator.language import tables
from generator.model import Role
from generator.readers.marked.element_rules import Rule
from generator.readers.marked.elements import ElementKind
from generator.readers.marked.html.dom import BLOCKS, block_of, text_of

_SET_ASIDE: Final[dict[str, ElementKind]] = {"caption": "caption", "contents": "aside", "furniture": "aside"}
"""What a class may say of a block that is no running text."""

_LABEL: Final = re.compile(r"[\W_]*\w{0,6}(?:[.:-]\w{1,3})*[\W_]*")
"""What an element whose class says that it is a number may hold."""

_PREFIX: Final = "oj-"
"""Since 2023 the classes of the Official Journal start with this."""


@dataclass(frozen=True, slots=True)
class ClassRule:
    """What a class says: what an element does, its rank, its role."""

    does: str
    level: int | None
    role: Role | None


@cache
def known_classes() -> dict[str, ClassRule]:
    """The classes whose meaning is known, by name."""
    roles: dict[str, Role] = {str(role): role for role in get_args(Role)}
    return {
        row["class"]: ClassRule(row["does"], int(row["level"]) if row["level"] else None, roles[row["role"]] if row["role"] else None)
        for row in tables.rows("html_classes")
    }


def said_by_class(element: etree._Element, does: str) -> bool:
    """Whether a class of an element means that it does a thing; `does` is one of the actions in the table of classes."""
    return any(known_classes()[name].does == does for name in classes(element) if name in known_classes())


def classes(element: etree._Element) -> tuple[str, ...]:
    """The classes of an element in lower case, without the prefix of the Official Journal."""
    return tuple(name.lower().removeprefix(_PREFIX) for name in element.get("class", "").split())


def said_by(known: ClassRule, element: etree._Element) -> Rule | None:
    """What a class says that an element does; None where it says nothing, or where the element does not bear it out."""
    does, role = known.does, known.role
    if does in {"title", "heading"}:
        return _heading(known, element)
    if does == "label":
        return Rule("label") if _LABEL.fullmatch(text_of(element)) and _starts_block(element) else None
    if does == "change":
        return Rule("change", text=f" {text_of(element)} ")
    if does in {"plain", "text"}:
        return Rule("block", role=role, certain=True if does == "plain" else None)
    return Rule("block", kind=_SET_ASIDE[does]) if does in _SET_ASIDE else None


def _heading(known: ClassRule, element: etree._Element) -> Rule | None:
    """A heading; where blocks inside it have classes of their own, these say what it holds."""
    if any(child.tag in BLOCKS and classes(child) for child in element):
        return Rule("block")
    return Rule("block", kind="heading", level=known.level, role=known.role, joins=True) if text_of(element) else None


def _starts_block(element: etree._Element) -> bool:
    """Whether nothing stands before an element in its block."""
    block, current = block_of(element), element
    if block is element:
        return True
    while current is not block:
        before, parent = current.getprevious(), current.getparent()
        if parent is None or (before is not None and (text_of(before) or (before.tail or "").strip())):
            return False
        if before is None and (parent.text or "").strip():
            return False
        current = parent
    return True
