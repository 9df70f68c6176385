"""HTML from anywhere: EUR-Lex of all ages, Word saved as a web page, pages of institutions, Dutch official publications."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Opened
from generator.readers.marked.html.classes import classes, known_classes, said_by
from generator.readers.marked.html.dom import BLOCKS, text_of
from generator.readers.marked.html.lists import is_grid_mark, is_indent, is_ordered, list_label, written_label
from generator.readers.marked.html.looks import Looks
from generator.readers.marked.html.notes import Notes, find_notes
from generator.readers.marked.html.page import is_menu, set_aside
from generator.readers.marked.html.page_source import facts, parsed
from generator.readers.marked.html.page_tables import cell_rule, is_layout, mark_cells
from generator.readers.marked.html.titles import titles_made_one
from generator.readers.marked.walk import walk
from generator.readers.pieces.enumeration import find_marks

_WITHOUT_TEXT: Final = (
    "script", "style", "noscript", "template", "title", "svg", "math", "canvas", "audio", "video", "map", "object", "iframe",
    "select", "textarea", "rp", "rt",
)  # fmt: skip
"""Elements that hold no text of the document, whatever characters stand in them."""

_HEADINGS: Final = {f"h{rank}": rank for rank in range(1, 7)}
_ROLE_RANK: Final = 2
"""The rank of what only its role calls a heading: the one that the standard gives it (WAI-ARIA, `aria-level` of a heading)."""

_PARTS_OF_TABLE: Final = {"caption": Rule("block", kind="caption"), "table": Rule("table"), "tr": Rule("row")}
_TABLE_TAGS: Final = frozenset({*_PARTS_OF_TABLE, "td", "th"})
_LISTS: Final = frozenset({"ul", "ol"})
_IGNORED: Final = re.compile(r"mso-list\s*:\s*ignore")
_LONGEST_TITLE: Final = 350
"""Letters; a longer text in a heading's tag is a paragraph that someone wanted large."""


def open_page(text: str) -> Opened:
    """The elements of a page and the facts that its head states."""
    root = parsed(text)
    body = next(root.iter("body"), root)
    looks = Looks("\n".join(style.text or "" for style in root.iter("style")))
    etree.strip_elements(body, *_WITHOUT_TEXT, with_tail=False)
    notes = find_notes(body, looks)
    vocabulary = _Html(looks, notes, set_aside(body, notes.bodies))
    return Opened(titles_made_one(walk(body, vocabulary)), facts(root, text))


@dataclass(frozen=True, slots=True)
class _Node:
    """An element whose rule is looked for: its tag in lower case, and the context around it."""

    element: etree._Element
    tag: str
    context: Context


class _Html:
    """The vocabulary of web pages: the rule of an element is that of the first method of `_RULES` that gives one."""

    def __init__(self, looks: Looks, notes: Notes, aside: frozenset[etree._Element]) -> None:
        self.looks, self.notes, self.aside = looks, notes, aside
        self.marks: dict[etree._Element, None] = {}
        self.layout: dict[etree._Element, bool] = {}

    def rule(self, element: etree._Element, context: Context) -> Rule:
        node = _Node(element, str(element.tag).lower(), context)
        return next(rule for says in _RULES if (rule := says(self, node)) is not None)

    def _looking(self, element: etree._Element, rule: Rule) -> Rule:
        """The rule with the look that an element gives its words."""
        return replace(rule, look=self.looks.look(element))

    def unseen(self, node: _Node) -> Rule | None:
        """The rule of comments, scripts, pictures, and what the page hides; None for any other element."""
        return Rule("skip") if self.looks.is_hidden(node.element) else None

    def beside(self, node: _Node) -> Rule | None:
        """The rule of menus, banners and forms, and of links that lead back from a note; None for any other element."""
        return Rule("block", kind="aside") if node.element in self.aside or node.element in self.notes.returns else None

    def of_note(self, node: _Node) -> Rule | None:
        """The rule of markers, numbers and texts of notes; None for any other element."""
        element, notes = node.element, self.notes
        if element in notes.markers:
            return Rule("marker", note=notes.markers[element], look=self.looks.look(element))
        if element in notes.labels or element in self.marks:
            return Rule("label")
        if element in notes.bodies:
            return Rule("block", kind="note", note=notes.bodies[element], label=self._counted(element))
        return None

    def _counted(self, element: etree._Element) -> str:
        """The number of a note that is the item of a numbered list, which the page counts and does not write."""
        written = element.tag != "li" or any(child in self.notes.labels for child in element.iter())
        return list_label(element, self.looks) if not written and is_ordered(element) else ""

    def of_class(self, node: _Node) -> Rule | None:
        """The rule of the first class that is known; None where there is none, or where the element contradicts it."""
        known = next((known_classes()[name] for name in classes(node.element) if name in known_classes()), None)
        rule = said_by(known, node.element) if known else None
        return self._looking(node.element, rule) if rule else None

    def ignored(self, node: _Node) -> Rule | None:
        """The number of an item as Word writes it for readers that know no lists."""
        ignored = _IGNORED.search(node.element.get("style", "").lower()) and text_of(node.element)
        return Rule("label") if ignored else None

    def heading(self, node: _Node) -> Rule | None:
        """A heading, unless it is so long that it is a paragraph set large, or a line of a note."""
        if node.tag not in _HEADINGS and node.element.get("role") != "heading":
            return None
        if len(text_of(node.element)) > _LONGEST_TITLE or node.context.kind == "note":
            return Rule("block", level=_HEADINGS.get(node.tag, _ROLE_RANK))
        return Rule("block", kind="heading", level=_HEADINGS.get(node.tag, _ROLE_RANK), joins=True)

    def picture(self, node: _Node) -> Rule | None:
        """The words in place of a picture that is a figure without a caption; other pictures are beside the text."""
        figure = next(node.element.iterancestors("figure"), None) if node.tag == "img" else None
        words = " ".join(node.element.get("alt", "").split())
        return Rule("say", text=words) if figure is not None and words and not _has_caption(figure) else None

    def line_end(self, node: _Node) -> Rule | None:
        """The end of a line, which may be that of a paragraph."""
        if node.tag != "br":
            return None
        return Rule("break" if _parts(node.element) else "say", text=" ")

    def of_table(self, node: _Node) -> Rule | None:
        """A table of data with its rows and cells; one that only arranges text is text."""
        if node.tag not in _TABLE_TAGS:
            return None
        element = node.element
        table = element if node.tag == "table" else next(element.iterancestors("table"), None)
        if table is None:
            rule = Rule("block")
        elif self._is_layout(table):
            rule = Rule("block", deeper=node.tag == "tr" and any(cell in self.marks for cell in element))
        else:
            rule = _PARTS_OF_TABLE.get(node.tag) or cell_rule(element)
        return self._looking(element, rule)

    def _is_layout(self, table: etree._Element) -> bool:
        """Whether a table only arranges text, as any does that stands in a table of data; its marks are then known."""
        if table not in self.layout:
            nested = any(above in self.layout and not self.layout[above] for above in table.iterancestors("table"))
            noted = any(row in self.notes.bodies for row in table.iter("tr"))
            self.layout[table] = nested or noted or is_layout(table)
            if self.layout[table]:
                self.marks.update(dict.fromkeys(mark_cells(table)))
        return self.layout[table]

    def of_list(self, node: _Node) -> Rule | None:
        """An item with its mark; a list of links and nothing else is a menu."""
        element = node.element
        if node.tag == "li":
            return self._looking(element, Rule("block", kind="item", label=written_label(element, self.looks), deeper=True))
        menu = node.tag in _LISTS and is_menu(element) and next(element.iterancestors(*_LISTS), None) is None
        return self._looking(element, Rule("block", kind="aside")) if menu else None

    def plain(self, node: _Node) -> Rule:
        """A quotation, the mark in a grid, any other block, or a part of the running text."""
        element = node.element
        if node.tag == "blockquote":
            return self._looking(element, Rule("block", quoted=True if not is_indent(element) else None))
        if node.tag == "div" and is_grid_mark(element):
            return self._looking(element, Rule("label"))
        return self._looking(element, Rule("block") if node.tag in BLOCKS else Rule())


# What is not shown says nothing; what stands beside the text, or is a note, was found on the whole page; then the class of a known
# publisher says more than a tag does.
_RULES: Final[tuple[Callable[[_Html, _Node], Rule | None], ...]] = (
    _Html.unseen,
    _Html.beside,
    _Html.of_note,
    _Html.of_class,
    _Html.ignored,
    _Html.heading,
    _Html.picture,
    _Html.line_end,
    _Html.of_table,
    _Html.of_list,
    _Html.plain,
)


def _has_caption(figure: etree._Element) -> bool:
    return any(text_of(caption) for caption in figure.iter("figcaption"))


def _parts(line_end: etree._Element) -> bool:
    """Whether a line end parts paragraphs: two in a row do, and one before the mark of an item, where a sentence or clause has ended."""
    after = (line_end.tail or "").strip()
    if (not after and _is_line_end(line_end.getnext())) or _follows_line_end(line_end):
        return True
    return _text_before(line_end).rstrip().endswith((":", ";", ",", ".")) and bool(find_marks(after))


def _is_line_end(element: etree._Element | None) -> bool:
    return element is not None and element.tag == "br"


def _follows_line_end(line_end: etree._Element) -> bool:
    before = line_end.getprevious()
    return before is not None and _is_line_end(before) and not (before.tail or "").strip()


def _text_before(line_end: etree._Element) -> str:
    """The text right before a line end, in its own block."""
    before, parent = line_end.getprevious(), line_end.getparent()
    if before is not None:
        return before.tail or text_of(before)
    return (parent.text or "") if parent is not None else ""
