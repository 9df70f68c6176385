"""OpenDocument texts (.odt): styles, lists and their numbers, notes, tables; changes are taken as accepted, comments left out.

Element names are those of OpenDocument 1.3 (OASIS). A text says which style each paragraph and list has; the styles inherit from each
other, and the numbers before items and headings are counted here as the word processor counts them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from generator.readers.marked.acts.formex import Counted
from generator.readers.marked.archive import Archive
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Look, Opened
from generator.readers.marked.office.odt_lists import Lists
from generator.readers.marked.office.odt_styles import Styles, q
from generator.readers.marked.office.office_tables import OfficeTable, layout_of
from generator.readers.marked.office.page_margins import margins
from generator.readers.marked.safe_xml import parse
from generator.readers.marked.walk import name_of, walk

TYPE: Final = b"application/vnd.oasis.opendocument.text"
_SKIPPED: Final = frozenset(
    {"tracked-changes", "annotation", "forms", "script", "image", "object", "desc", "title", "hidden-text", "hidden-paragraph"}
)
"""Elements that hold no text of the document, or text that is no longer in it; so do those that say where an index comes from."""

_CONTENTS: Final = frozenset({"table-of-content", "illustration-index", "table-index", "alphabetical-index", "bibliography", "user-index"})
_MOST_BLANKS: Final = 100
"""Blanks that one element may stand for; more are a mistake."""


def is_odt(archive: Archive) -> bool:
    """Whether an archive is an OpenDocument text."""
    return "mimetype" in archive.names and archive.read("mimetype").strip().startswith(TYPE)


def open_odt(archive: Archive) -> Opened:
    """The elements of an OpenDocument text: its text, then the heads and feet of its pages, once each, set aside."""
    content = parse(archive.read("content.xml"))
    styles = parse(archive.read("styles.xml")) if "styles.xml" in archive.names else None
    vocabulary = _Odt([tree for tree in (content, styles) if tree is not None])
    body = next(content.iter(q("office:text")), content)
    sides = () if styles is None else styles.iter(q("style:header"), q("style:footer"))
    return Opened((*walk(body, vocabulary), *margins(sides, vocabulary)))


class _Odt:
    """The vocabulary of OpenDocument texts: the rules of elements by their names in `_ON`; any other is part of the running text."""

    def __init__(self, trees: list[etree._Element]) -> None:
        self.styles = Styles(trees)
        self.lists = Lists(trees, self.styles)
        self.number = Counted()
        self.notes = 0
        self.tables: dict[etree._Element, OfficeTable] = {}

    def rule(self, element: etree._Element, context: Context) -> Rule:
        name = name_of(element)
        if name in _SKIPPED or name.endswith("-source") or name.startswith("?"):
            return Rule("skip")
        if name in _CONTENTS:
            return Rule("block", kind="aside")
        return _ON[name](self, element, context) if name in _ON else Rule()

    def heading(self, element: etree._Element, context: Context) -> Rule:
        """A heading with its counted number; in a cell, a note or the margin of a page it is a line set bold."""
        level = int(element.get(q("text:outline-level"), "1") or 1)
        if context.kind in {"cell", "note", "aside"}:
            return Rule("block", look=Look(bold=True))
        label = self.lists.heading(element, level)
        if not _words(element):
            return Rule("block")
        return Rule("block", kind="heading", level=level, label=label)

    def paragraph(self, element: etree._Element, context: Context) -> Rule:
        """A paragraph; its style may make it the title of the document or a heading."""
        names = {style.get(q("style:name"), "").casefold() for style in self.styles.chain("paragraph", element)}
        outline = self.styles.first(element, "style:default-outline-level")
        if context.kind not in {"cell", "note", "aside"} and _words(element) and ("title" in names or outline.isdecimal()):
            return Rule("block", kind="heading", level=0 if "title" in names else int(outline))
        return Rule("block", look=self.styles.look("paragraph", element), quoted=True if "quotations" in names else None)

    def span(self, element: etree._Element, _: Context) -> Rule:
        """Characters that are set alike; hidden ones are left out."""
        return Rule("skip") if self.styles.is_hidden(element) else Rule(look=self.styles.look("text", element))

    def blanks(self, element: etree._Element, _: Context) -> Rule:
        """So many blanks side by side."""
        count = element.get(q("text:c"), "1")
        return Rule("say", text=" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))

    def tab(self, _: etree._Element, __: Context) -> Rule:
        """A tab."""
        return Rule("say", text="\t")

    def line_end(self, _: etree._Element, __: Context) -> Rule:
        """The end of a line, which is a blank."""
        return Rule("say", text=" ")

    def note(self, element: etree._Element, _: Context) -> Rule:
        """A note with its marker as printed, else counted."""
        citation, body = element.find(q("text:note-citation")), element.find(q("text:note-body"))
        if body is None:
            return Rule()
        name = f"note-{self.notes}"
        self.notes += 1
        printed = "" if citation is None else (citation.get(q("text:label")) or "".join(citation.itertext())).strip()
        return Rule("note", note=name, text=printed or self.number(name), body=body)

    def list(self, element: etree._Element, _: Context) -> Rule:
        """A list; its items say what they are."""
        self.lists.enter(element)
        return Rule("block")

    def list_header(self, _: etree._Element, __: Context) -> Rule:
        """A paragraph of a list that has no number."""
        return Rule("block", deeper=True)

    def list_item(self, element: etree._Element, _: Context) -> Rule:
        """An item of a list, with its mark if it has one."""
        if not self.lists.is_open(element):
            return Rule("block")
        label = self.lists.item(element)
        return Rule("block", kind="item", label=label, deeper=True) if label else Rule("block", deeper=True)

    def table(self, element: etree._Element, context: Context) -> Rule:
        """A table of data, or one that only arranges text."""
        rows = [[cell for cell in row if name_of(cell) in _CELLS] for row in element.iter(q("table:table-row"))]
        headed = next(element.iter(q("table:table-header-rows")), None) is not None
        layout = layout_of(rows, _words, nested=context.kind == "cell", headed=headed)
        self.tables[element] = layout or OfficeTable(layout=False)
        return Rule("block" if layout else "table")

    def row(self, element: etree._Element, _: Context) -> Rule:
        """A row of the table that it stands in."""
        holder = self._table_of(element)
        return Rule("block") if holder is None else holder.row(element)

    def cell(self, element: etree._Element, _: Context) -> Rule:
        """A cell of the table that it stands in, with its reach."""
        holder = self._table_of(element)
        if holder is None or holder.layout:
            return Rule("block") if holder is None else holder.layout_cell(element)
        spans = [element.get(q(f"table:number-{side}-spanned"), "1") for side in ("columns", "rows")]
        across, down = (int(span) if span.isdecimal() and int(span) else 1 for span in spans)
        head = next(element.iterancestors(q("table:table-header-rows")), None) is not None
        return Rule("cell", across=across, down=down, head=head)

    def covered_cell(self, _: etree._Element, __: Context) -> Rule:
        """A place that another cell reaches over."""
        return Rule("skip")

    def _table_of(self, element: etree._Element) -> OfficeTable | None:
        holder = next(element.iterancestors(q("table:table")), None)
        return None if holder is None else self.tables.get(holder)

    def text_box(self, element: etree._Element, context: Context) -> Rule:
        """A text box comes after the paragraph that it hangs on."""
        return Rule("block") if context.kind == "cell" else Rule("later", body=element)


_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_ON: Final[dict[str, Callable[[_Odt, etree._Element, Context], Rule]]] = {
    "h": _Odt.heading,
    "p": _Odt.paragraph,
    "span": _Odt.span,
    "s": _Odt.blanks,
    "tab": _Odt.tab,
    "line-break": _Odt.line_end,
    "note": _Odt.note,
    "list": _Odt.list,
    "list-header": _Odt.list_header,
    "list-item": _Odt.list_item,
    "table": _Odt.table,
    "table-row": _Odt.row,
    "table-cell": _Odt.cell,
    "covered-table-cell": _Odt.covered_cell,
    "text-box": _Odt.text_box,
}


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
