"""The numbers of items and headings in an OpenDocument text, counted as the word processor counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.marked.numerals import numeral
from generator.readers.marked.office.odt_styles import Styles, q
from generator.readers.marked.office.word_numbers import symbols
from generator.readers.marked.walk import name_of


@dataclass(slots=True)
class _List:
    """A list that is open: its style, and how far each of its levels is counted, from level 1."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)

    def count(self, level: int, given: str, first: int) -> None:
        """Count one more at a level: from the value that is given, else from the last, else from the first; deeper levels start again."""
        count = int(given) if given.isdecimal() else (self.counts[level] + 1 if level in self.counts else first)
        self.counts = {above: self.counts[above] for above in self.counts if above < level} | {level: count}


class Lists:
    """The lists of a text that are open, and the outline of its headings."""

    def __init__(self, trees: Iterable[etree._Element], styles: Styles) -> None:
        """Read how lists and headings are numbered."""
        self.styles = styles
        self.forms: dict[str, dict[int, etree._Element]] = {}
        self.outline: dict[int, etree._Element] = {}
        for tree in trees:
            for style in tree.iter(q("text:list-style")):
                self.forms.setdefault(style.get(q("style:name"), ""), _levels(style))
            for style in tree.iter(q("text:outline-style")):
                self.outline = self.outline or _levels(style)
        self.open: list[_List] = []
        self.last: dict[str, _List] = {}
        self.headings = _List("")

    def heading(self, element: etree._Element, level: int) -> str:
        """The number that the outline style counts before a heading; one that stands in a list has that of the list."""
        if context_list(element) is not None or element.get(q("text:is-list-header")) == "true":
            return ""
        restart = element.get(q("text:restart-numbering")) == "true"
        start = element.get(q("text:start-value"), "") if restart else ""
        self.headings.count(level, start, _first(self.outline, level))
        return _numbered(self.outline, level, self.headings.counts)

    def enter(self, element: etree._Element) -> None:
        """Open a list: it counts on from the one around it, or from one before it if it says so, or from its own start."""
        depth = 0 if context_list(element) is None else _depth(element)
        del self.open[depth:]
        outer = self.open[-1] if self.open else None
        style = self._style(element, outer)
        if outer and outer.style == style:
            here = outer
            here.counts.pop(depth + 1, None)
        elif _goes_on(element) and style in self.last:
            here = self.last[style]
        else:
            here = _List(style)
        self.open.append(here)
        self.last[style] = here

    def _style(self, element: etree._Element, outer: _List | None) -> str:
        """The name of a list's style: its own, else that of the list around it, else that of its first paragraph."""
        own = element.get(q("text:style-name")) or (outer.style if outer else "")
        first = next(element.iter(q("text:p"), q("text:h")), None)
        return own or ("" if first is None else self.styles.first(first, "style:list-style-name"))

    def is_open(self, element: etree._Element) -> bool:
        """Whether the list of an item is open; an item may stand outside any by mistake."""
        return 0 < _depth(element) + 1 <= len(self.open)

    def item(self, element: etree._Element) -> str | None:
        """The number or mark of an item of an open list; None where its first paragraph is that of a list inside it."""
        level = _depth(element) + 1
        del self.open[level:]
        here = self.open[-1]
        forms = self.forms.get(here.style, {})
        here.count(level, element.get(q("text:start-value"), ""), _first(forms, level))
        inside = next((child for child in element if name_of(child) in {"p", "h", "list"}), None)
        return None if inside is None or name_of(inside) == "list" else _numbered(forms, level, here.counts)


def _goes_on(element: etree._Element) -> bool:
    """Whether a list says that it counts on from one before it."""
    return element.get(q("text:continue-numbering")) == "true" or element.get(q("text:continue-list")) is not None


def _first(forms: dict[int, etree._Element], level: int) -> int:
    """The number that a level counts from."""
    form = forms.get(level)
    return int((form.get(q("text:start-value"), "1") if form is not None else "1") or 1)


def context_list(element: etree._Element) -> etree._Element | None:
    """The list that an element stands in, if it stands in one."""
    return next(element.iterancestors(q("text:list")), None)


def _depth(element: etree._Element) -> int:
    """In how many lists an element stands, its own list not counted."""
    lists = sum(1 for _ in element.iterancestors(q("text:list")))
    return lists if name_of(element) == "list" else lists - 1


def _levels(style: etree._Element) -> dict[int, etree._Element]:
    return {int(level.get(q("text:level"), "0")): level for level in style if level.get(q("text:level"), "").isdecimal()}


def _numbered(levels: dict[int, etree._Element], level: int, counts: Mapping[int, int]) -> str:
    """What a list style sets before a paragraph of a level."""
    style = levels.get(level)
    if style is None:
        return ""
    if name_of(style) == "list-level-style-bullet":
        return symbols(style.get(q("text:bullet-char"), "•"))
    form = style.get(q("style:num-format"), "")
    if not form:
        return ""
    shown = style.get(q("text:display-levels"), "1")
    first = max(1, level - (int(shown) if shown.isdecimal() else 1) + 1)
    forms = [(place, levels[place].get(q("style:num-format"), "") if place in levels else "") for place in range(first, level + 1)]
    number = ".".join(numeral(counts.get(place, 1), each) for place, each in forms if each)
    return f"{style.get(q('style:num-prefix'), '')}{number}{style.get(q('style:num-suffix'), '')}".strip()
