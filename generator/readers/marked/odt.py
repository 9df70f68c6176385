"""OpenDocument texts (.odt): styles, lists and their numbers, notes, tables; changes are taken as accepted, comments left out.

Element names are those of OpenDocument 1.3 (OASIS). A text says which style each paragraph and list has; the styles inherit from each
other, and the numbers before items and headings are counted here as the word processor counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator.readers.marked.archive import Archive
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Element, Look, Opened
from generator.readers.marked.formex import Counted
from generator.readers.marked.html_tables import is_layout_rows
from generator.readers.marked.numerals import is_mark, numeral
from generator.readers.marked.safe_xml import parse
from generator.readers.marked.walk import name_of, walk
from generator.readers.marked.word_numbers import symbols

_NAMES: Final = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}
TYPE: Final = b"application/vnd.oasis.opendocument.text"
_SKIPPED: Final = frozenset(
    {
        "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "user-field-decls", "forms",
        "scripts", "bookmark", "bookmark-start", "bookmark-end", "reference-mark-start", "reference-mark-end",
        "soft-page-break", "change", "change-start", "change-end", "image", "object", "object-ole", "desc", "title",
        "event-listeners", "note-citation", "alphabetical-index-mark", "toc-mark", "toc-mark-start", "toc-mark-end",
        "table-of-content-source", "illustration-index-source", "alphabetical-index-source", "hidden-text",
        "hidden-paragraph", "table-columns", "table-column", "dde-connection-decls",
    }
)  # fmt: skip
_CONTENTS: Final = frozenset({"table-of-content", "illustration-index", "table-index", "alphabetical-index", "bibliography", "user-index"})
_MOST_BLANKS: Final = 100
"""Blanks that one element may stand for; more are a mistake."""


def _q(name: str) -> str:
    """The full name of an element or attribute."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def is_odt(archive: Archive) -> bool:
    """Whether an archive is an OpenDocument text."""
    return "mimetype" in archive.names and archive.read("mimetype").strip().startswith(TYPE)


def open_odt(archive: Archive) -> Opened:
    """The elements of an OpenDocument text: its text, then the heads and feet of its pages, once each, set aside."""
    content = parse(archive.read("content.xml"))
    styles = parse(archive.read("styles.xml")) if "styles.xml" in archive.names else None
    vocabulary = _Odt([tree for tree in (content, styles) if tree is not None])
    body = next(content.iter(_q("office:text")), content)
    return Opened((*walk(body, vocabulary), *_margins(styles, vocabulary)))


def _margins(styles: etree._Element | None, vocabulary: _Odt) -> Iterator[Element]:
    seen: set[str] = set()
    for side in () if styles is None else styles.iter(_q("style:header"), _q("style:footer")):
        for element in walk(side, vocabulary, Context(kind="aside", certain=True)):
            if element.text not in seen:
                seen.add(element.text)
                yield element


@dataclass(slots=True)
class _List:
    """A list that is open: its style, and how far each of its levels is counted."""

    style: str
    counts: list[int] = field(default_factory=lambda: [0] * 10)


@dataclass(frozen=True, slots=True)
class _Table:
    layout: bool
    marks: frozenset[etree._Element]


class _Odt:
    """What the elements of an OpenDocument text do."""

    def __init__(self, trees: list[etree._Element]) -> None:
        self.styles: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, dict[int, etree._Element]] = {}
        self.outline: dict[int, etree._Element] = {}
        for tree in trees:
            for style in tree.iter(_q("style:style")):
                self.styles.setdefault((style.get(_q("style:family"), ""), style.get(_q("style:name"), "")), style)
            for style in tree.iter(_q("text:list-style")):
                self.lists.setdefault(style.get(_q("style:name"), ""), _levels(style))
            for style in tree.iter(_q("text:outline-style")):
                self.outline = self.outline or _levels(style)
        self.number = Counted()
        self.met: list[str] = []
        self.open: list[_List] = []
        self.last: dict[str, _List] = {}
        self.headings = [0] * 11
        self.tables: dict[etree._Element, _Table] = {}

    def rule(self, element: etree._Element, context: Context) -> Rule:
        name = name_of(element)
        if name in _SKIPPED or not name or name.startswith("?"):
            return Rule("skip")
        special = getattr(self, f"_on_{name.replace('-', '_')}", None)
        if special is not None:
            rule: Rule = special(element, context)
            return rule
        return Rule("block", kind="aside") if name in _CONTENTS else Rule()

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while (family, name) in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[family, name]
            name = self.styles[family, name].get(_q("style:parent-style-name"), "")

    def _given(self, chain: list[etree._Element], part: str, attribute: str) -> str:
        """The first value that a style and those it is based on give."""
        for style in chain:
            properties = style.find(_q(part))
            if properties is not None and properties.get(_q(attribute)) is not None:
                return properties.get(_q(attribute), "")
        return ""

    def _look(self, family: str, name: str) -> Look:
        chain = list(self._chain(family, name))
        weight, slant, position = (
            self._given(chain, "style:text-properties", f) for f in ("fo:font-weight", "fo:font-style", "style:text-position")
        )
        return Look(
            weight in {"bold", "600", "700", "800", "900"},
            slant in {"italic", "oblique"},
            position.startswith("super") or bool(re.match(r"[1-9]\d*%", position)),
        )

    def _on_h(self, element: etree._Element, context: Context) -> Rule:
        level = int(element.get(_q("text:outline-level"), "1") or 1)
        if context.kind in {"cell", "note", "aside"}:
            return Rule("block", look=Look(bold=True))
        label = self._heading_number(element, level)
        if not "".join(element.itertext()).strip():
            return Rule("block")
        return Rule("block", kind="heading", level=level, label=label, certain=True, centred=self._centred(element))

    def _heading_number(self, element: etree._Element, level: int) -> str:
        """The number that the outline style counts before a heading; one that stands in a list has that of the list."""
        if context_list(element) is not None or element.get(_q("text:is-list-header")) == "true" or level >= len(self.headings):
            return ""
        start = element.get(_q("text:start-value"), "")
        restart = element.get(_q("text:restart-numbering")) == "true" and start.isdecimal()
        style = self.outline.get(level)
        first = int((style.get(_q("text:start-value"), "1") if style is not None else "1") or 1)
        self.headings[level] = int(start) if restart else (self.headings[level] + 1 if self.headings[level] else first)
        self.headings[level + 1 :] = [0] * (len(self.headings) - level - 1)
        return _numbered(self.outline, level, self.headings)

    def _on_p(self, element: etree._Element, context: Context) -> Rule:
        name = element.get(_q("text:style-name"), "")
        chain = list(self._chain("paragraph", name))
        outline = next((given for style in chain if (given := style.get(_q("style:default-outline-level")))), "")
        names = {style.get(_q("style:name"), "").casefold() for style in chain}
        free = context.kind not in {"cell", "note", "aside"} and bool("".join(element.itertext()).strip())
        if free and "title" in names:
            return Rule("block", kind="heading", level=0, certain=True, centred=self._centred(element))
        if free and outline.isdecimal():
            return Rule("block", kind="heading", level=int(outline), certain=True, centred=self._centred(element))
        quoted = bool(names & {"quotations"}) or None
        return Rule("block", look=self._look("paragraph", name), centred=self._centred(element), quoted=quoted)

    def _centred(self, element: etree._Element) -> bool | None:
        chain = list(self._chain("paragraph", element.get(_q("text:style-name"), "")))
        return self._given(chain, "style:paragraph-properties", "fo:text-align") == "center" or None

    def _on_span(self, element: etree._Element, _: Context) -> Rule:
        name = element.get(_q("text:style-name"), "")
        if self._given(list(self._chain("text", name)), "style:text-properties", "text:display") == "none":
            return Rule("skip")
        return Rule(look=self._look("text", name))

    def _on_s(self, element: etree._Element, _: Context) -> Rule:
        count = element.get(_q("text:c"), "1")
        return Rule("say", text=" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))

    def _on_tab(self, _: etree._Element, __: Context) -> Rule:
        return Rule("say", text="\t")

    def _on_line_break(self, _: etree._Element, __: Context) -> Rule:
        return Rule("say", text=" ")

    def _on_note(self, element: etree._Element, _: Context) -> Rule:
        citation, body = element.find(_q("text:note-citation")), element.find(_q("text:note-body"))
        name = f"note-{len(self.met)}"
        self.met.append(name)
        printed = "" if citation is None else (citation.get(_q("text:label")) or "".join(citation.itertext())).strip()
        return Rule("note", note=name, text=printed or self.number(name), body=element if body is None else body)

    def _on_list(self, element: etree._Element, context: Context) -> Rule:
        if context.kind == "aside":
            return Rule("block")
        holder = context_list(element)
        depth = 0 if holder is None else _depth(element)
        del self.open[depth:]
        outer = self.open[-1] if self.open else None
        style = element.get(_q("text:style-name")) or (outer.style if outer else "") or self._style_of_first(element)
        goes_on = element.get(_q("text:continue-numbering")) == "true" or element.get(_q("text:continue-list")) is not None
        here = outer if outer and outer.style == style else self.last[style] if goes_on and style in self.last else _List(style)
        if here is outer:
            here.counts[depth + 1] = 0
        self.open.append(here)
        self.last[style] = here
        return Rule("block")

    def _style_of_first(self, element: etree._Element) -> str:
        """The list style that the first paragraph of a list has, where the list itself names none."""
        first = next(element.iter(_q("text:p"), _q("text:h")), None)
        name = "" if first is None else first.get(_q("text:style-name"), "")
        return next((given for style in self._chain("paragraph", name) if (given := style.get(_q("style:list-style-name")))), "")

    def _on_list_header(self, _: etree._Element, __: Context) -> Rule:
        return Rule("block", deeper=True)

    def _on_list_item(self, element: etree._Element, context: Context) -> Rule:
        level = _depth(element) + 1
        if context.kind == "aside" or not 0 < level <= len(self.open):
            return Rule("block")
        del self.open[level:]
        here = self.open[-1]
        start = element.get(_q("text:start-value"), "")
        styles = self.lists.get(here.style, {})
        style = styles.get(level)
        first = int((style.get(_q("text:start-value"), "1") if style is not None else "1") or 1)
        here.counts[level] = int(start) if start.isdecimal() else (here.counts[level] + 1 if here.counts[level] else first)
        here.counts[level + 1 :] = [0] * (len(here.counts) - level - 1)
        inside = next((child for child in element if name_of(child) in {"p", "h", "list"}), None)
        if inside is None or name_of(inside) == "list":
            return Rule("block", deeper=True)
        label = _numbered(styles, level, here.counts)
        return Rule("block", kind="item" if label else None, label=label, deeper=True)

    def _on_table(self, element: etree._Element, context: Context) -> Rule:
        rows = [
            [cell for cell in row if name_of(cell) in {"table-cell", "covered-table-cell"}] for row in element.iter(_q("table:table-row"))
        ]
        texts = [[_words(cell) for cell in row] for row in rows]
        header = next(element.iter(_q("table:table-header-rows")), None) is not None
        layout = context.kind == "cell" or (not header and is_layout_rows(texts))
        marks = {full[0] for row in rows if len(full := [cell for cell in row if _words(cell)]) > 1 and is_mark(_words(full[0]))}
        self.tables[element] = _Table(layout, frozenset(marks if layout else ()))
        return Rule("block" if layout else "table")

    def _table_of(self, element: etree._Element) -> _Table | None:
        holder = next(element.iterancestors(_q("table:table")), None)
        return None if holder is None else self.tables.get(holder)

    def _on_table_row(self, element: etree._Element, _: Context) -> Rule:
        table = self._table_of(element)
        if table is None or table.layout:
            return Rule("block", deeper=table is not None and any(cell in table.marks for cell in element))
        return Rule("row")

    def _on_table_cell(self, element: etree._Element, _: Context) -> Rule:
        table = self._table_of(element)
        if table is None or table.layout:
            return Rule("label") if table is not None and element in table.marks else Rule("block")
        spans = [element.get(_q(f"table:number-{side}-spanned"), "1") for side in ("columns", "rows")]
        across, down = (int(span) if span.isdecimal() and int(span) else 1 for span in spans)
        head = any(name_of(above) == "table-header-rows" for above in element.iterancestors())
        return Rule("cell", across=across, down=down, head=head)

    def _on_covered_table_cell(self, _: etree._Element, __: Context) -> Rule:
        return Rule("skip")

    def _on_text_box(self, element: etree._Element, context: Context) -> Rule:
        """A text box comes after the paragraph that it hangs on."""
        return Rule("block") if context.kind == "cell" else Rule("later", body=element)


def context_list(element: etree._Element) -> etree._Element | None:
    """The list that an element stands in, if it stands in one."""
    return next(element.iterancestors(_q("text:list")), None)


def _depth(element: etree._Element) -> int:
    """In how many lists an element stands, its own list not counted."""
    lists = sum(1 for _ in element.iterancestors(_q("text:list")))
    return lists if name_of(element) == "list" else lists - 1


def _levels(style: etree._Element) -> dict[int, etree._Element]:
    return {int(level.get(_q("text:level"), "0")): level for level in style if level.get(_q("text:level"), "").isdecimal()}


def _numbered(levels: dict[int, etree._Element], level: int, counts: list[int]) -> str:
    """What a list style sets before a paragraph of a level."""
    style = levels.get(level)
    if style is None:
        return ""
    if name_of(style) == "list-level-style-bullet":
        return symbols(style.get(_q("text:bullet-char"), "•"))
    form = style.get(_q("style:num-format"), "")
    if not form:
        return ""
    shown = style.get(_q("text:display-levels"), "1")
    first = max(1, level - (int(shown) if shown.isdecimal() else 1) + 1)
    forms = [(place, levels[place].get(_q("style:num-format"), "") if place in levels else "") for place in range(first, level + 1)]
    number = ".".join(numeral(counts[place] or 1, each) for place, each in forms if each)
    return f"{style.get(_q('style:num-prefix'), '')}{number}{style.get(_q('style:num-suffix'), '')}".strip()


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
