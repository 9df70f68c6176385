"""How words look on a web page, from its tags, its classes and its own style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from lxml import etree

from generator.language import tables
from generator.model import Role
from generator.readers.marked.elements import Look

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS: Final = re.compile(r"^\s*([a-z][a-z0-9]*)?(?:\.([\w-]+))?\s*$", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_NOT_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)")
_ITALIC: Final = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
_RAISED: Final = re.compile(r"vertical-align\s*:\s*(?:super|text-top)|mso-text-raise\s*:\s*\d")
_CENTRED: Final = re.compile(r"text-align\s*:\s*center")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_TAGS: Final = {
    **dict.fromkeys(("b", "strong"), Look(bold=True)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Look(italic=True)),
    "sup": Look(raised=True),
}
_CLASSES: Final = {"bold": Look(bold=True), "italic": Look(italic=True), "super": Look(raised=True)}
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
    """Whether a class of an element says that it does a thing."""
    return any(known_classes()[name].does == does for name in classes(element) if name in known_classes())


def classes(element: etree._Element) -> tuple[str, ...]:
    """The classes of an element in lower case, without the prefix of the Official Journal."""
    return tuple(name.lower().removeprefix(_PREFIX) for name in element.get("class", "").split())


class Looks:
    """The looks that the style sheet of a page gives its classes and tags."""

    def __init__(self, sheets: str) -> None:
        """Read the rules for single classes and tags; anything finer is left alone."""
        self.rules: dict[str, str] = {}
        for selectors, declarations in _RULE.findall(sheets):
            for selector in selectors.split(","):
                match = _CLASS.match(selector)
                if match and (match[1] or match[2]):
                    name = f".{match[2].lower()}" if match[2] else match[1].lower()
                    self.rules[name] = f"{self.rules.get(name, '')};{declarations.lower()}"

    def style(self, element: etree._Element) -> str:
        """All that is declared for an element, its own attribute last."""
        own = element.get("style", "").lower()
        by_class = ";".join(self.rules.get(f".{name.lower()}", "") for name in element.get("class", "").split())
        return f"{self.rules.get(str(element.tag), '')};{by_class};{own}"

    def look(self, element: etree._Element) -> Look | None:
        """What the element adds to the look of its parent."""
        style, tag = self.style(element), str(element.tag)
        looks = [_TAGS.get(tag), *(known for does, known in _CLASSES.items() if said_by_class(element, does))]
        bold = any(look.bold for look in looks if look) or bool(_BOLD.search(style))
        if _NOT_BOLD.search(element.get("style", "").lower()):
            bold = False
        italic = any(look.italic for look in looks if look) or bool(_ITALIC.search(style))
        raised = any(look.raised for look in looks if look) or bool(_RAISED.search(style))
        return Look(bold, italic, raised) if bold or italic or raised else None

    def is_centred(self, element: etree._Element) -> bool:
        """Whether an element's lines are centred."""
        return element.get("align", "").lower() == "center" or bool(_CENTRED.search(self.style(element)))

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether an element is not shown."""
        return said_by_class(element, "hidden") or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "").lower()))
