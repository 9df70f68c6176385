"""How words look on a web page, from its tags, its classes and its own style sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lxml import etree

from generator.readers.marked.elements import PLAIN, Look
from generator.readers.marked.html.classes import said_by_class

_RULE: Final = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
_CLASS: Final = re.compile(r"^\s*+([a-z][a-z0-9]*)?(?:\.([\w-]+))?\s*+$", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_NOT_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)")
_ITALIC: Final = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
_RAISED: Final = re.compile(r"vertical-align\s*:\s*(?:super|text-top)|mso-text-raise\s*:\s*\d")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_TAGS: Final = {
    **dict.fromkeys(("b", "strong"), Look(bold=True)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Look(italic=True)),
    "sup": Look(raised=True),
}
_CLASSES: Final = {"bold": Look(bold=True), "italic": Look(italic=True), "super": Look(raised=True)}


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
        style, own = self.style(element), element.get("style", "").lower()
        said = Look(bool(_BOLD.search(style)), bool(_ITALIC.search(style)), bool(_RAISED.search(style)))
        by_class = [look for does, look in _CLASSES.items() if said_by_class(element, does)]
        for look in (_TAGS.get(str(element.tag)), *by_class):
            said = said.with_more(look)
        if _NOT_BOLD.search(own):
            said = replace(said, bold=False)
        return None if said == PLAIN else said

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether an element is not shown."""
        return said_by_class(element, "hidden") or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "").lower()))
