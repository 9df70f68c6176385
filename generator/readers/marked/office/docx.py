"""Word documents (.docx): styles, counted numbers, notes, tables; changes are taken as accepted, comments and hidden text left out.

Element names are those of Office Open XML (ECMA-376, part 1). A Word document holds only runs and properties; what it looks like
follows from styles that inherit from each other, and the numbers before headings and items are counted here as Word counts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from lxml import etree

from generator.readers.marked.acts.formex import Counted
from generator.readers.marked.archive import Archive
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Opened
from generator.readers.marked.office.docx_styles import Setting, Styles
from generator.readers.marked.office.docx_tables import is_header, table, words
from generator.readers.marked.office.office_tables import OfficeTable
from generator.readers.marked.office.page_margins import margins
from generator.readers.marked.office.word_numbers import W, numbering_of, symbols, value, value_is_on
from generator.readers.marked.safe_xml import parse
from generator.readers.marked.walk import name_of, walk

_MACROS: Final = b"macroEnabled"
_SIDE: Final = re.compile(r"word/((?:header|footer)\d*)\.xml")
_SKIPPED: Final = frozenset({"del", "moveFrom", "rt", "Fallback"})
"""Elements whose text is no longer in the document, is there twice, or is none of it."""

_SAYS: Final = {"tab": "\t", "cr": " ", "noBreakHyphen": "‑"}


def is_docx(archive: Archive) -> bool:
    """Whether an archive is a Word document."""
    return any(name.startswith("word/") for name in archive.names)


def has_macros(archive: Archive) -> bool:
    """Whether a Word document carries programs."""
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.names else b""
    return _MACROS in types or any(name.lower().endswith("vbaproject.bin") for name in archive.names)


def open_docx(archive: Archive) -> Opened:
    """The elements of a Word document: its text, then the heads and feet of its pages, once each, set aside."""
    parts = _Parts(archive)
    body = parts.tree("document")
    if body is None:
        return Opened(())
    vocabulary = _Docx(parts)
    sides = (tree for name in parts.sides() if (tree := parts.tree(name)) is not None)
    return Opened((*walk(body, vocabulary), *margins(sides, vocabulary)))


class _Parts:
    """The parts of a document, each parsed once."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def tree(self, name: str) -> etree._Element | None:
        """The tree of a part by its name; None where there is none."""
        path = f"word/{name}.xml"
        return _only_text(parse(self.archive.read(path))) if path in self.archive.names else None

    def sides(self) -> Iterable[str]:
        """The names of the parts that are heads and feet of pages, in order."""
        return sorted(match[1] for path in self.archive.names if (match := _SIDE.fullmatch(path)))


def _only_text(root: etree._Element) -> etree._Element:
    """A part without the characters that are no text of the document: those outside `t`, such as codes of fields, text that was deleted, line ends between elements."""
    etree.strip_elements(root, etree.ProcessingInstruction, with_tail=False)
    for element in root.iter():
        element.text = element.text if name_of(element) == "t" else None
        element.tail = None
    return root


class _Docx:
    """The vocabulary of Word documents: the rules of elements by their names in `_ON`; any other is part of the running text."""

    def __init__(self, parts: _Parts) -> None:
        self.styles = Styles(parts.tree("styles"), numbering_of(parts.tree("numbering")))
        self.notes = {
            (kind, note.get(f"{W}id", "")): note for kind in ("footnote", "endnote") for note in _notes(parts.tree(f"{kind}s"), kind)
        }
        self.number = Counted()
        self.tables: dict[etree._Element, OfficeTable] = {}

    def rule(self, element: etree._Element, context: Context) -> Rule:
        name = name_of(element)
        if name in _SKIPPED:
            return Rule("skip")
        if name in _SAYS:
            return Rule("say", text=_SAYS[name])
        return _ON[name](self, element, context) if name in _ON else Rule()

    def paragraph(self, element: etree._Element, context: Context) -> Rule:
        """A heading or any other paragraph; in a cell, a note or the margin of a page it is text whatever its style says."""
        setting = self.styles.of_paragraph(element)
        if setting.contents:
            return Rule("block", kind="aside")
        if context.kind in {"cell", "note", "aside"}:
            return Rule("block", look=setting.look, label=setting.label)
        return _heading(setting) if setting.level is not None and words(element) else _text(setting, element)

    def run(self, element: etree._Element, _: Context) -> Rule:
        """Characters that are set alike; hidden ones are left out."""
        properties = element.find(f"{W}rPr")
        return Rule("skip") if value_is_on(properties, "vanish") else Rule(look=self.styles.of_run(properties))

    def line_end(self, element: etree._Element, _: Context) -> Rule:
        """The end of a line, which is a blank; that of a page is none."""
        return Rule("skip") if element.get(f"{W}type") in {"page", "column"} else Rule("say", text=" ")

    def symbol(self, element: etree._Element, _: Context) -> Rule:
        """A character by its code."""
        try:
            return Rule("say", text=symbols(chr(int(element.get(f"{W}char", ""), 16))))
        except (ValueError, OverflowError):
            return Rule("skip")

    def note(self, element: etree._Element, _: Context) -> Rule:
        """The marker of a note, whose text is in a part of its own; where it is pointed at twice, it stands at the first place."""
        kind, identity = name_of(element).removesuffix("Reference"), element.get(f"{W}id", "")
        name, body = f"{kind}-{identity}", self.notes.get((kind, identity))
        if body is None:
            return Rule("skip")
        again = name in self.number.numbers
        return Rule("marker" if again else "note", note=name, text=self.number(name), body=body)

    def picture(self, element: etree._Element, _: Context) -> Rule:
        """Pictures have no text; a text box comes after the paragraph that it hangs on."""
        box = next(element.iter(f"{W}txbxContent"), None)
        return Rule("skip") if box is None else Rule("later", body=box)

    def control(self, element: etree._Element, _: Context) -> Rule:
        """A field for text, or the table of contents."""
        contents = any(value(holder, "docPartGallery") == "Table of Contents" for holder in element.iter(f"{W}docPartObj"))
        return Rule("block", kind="aside") if contents else Rule()

    def table(self, element: etree._Element, context: Context) -> Rule:
        """A table of data, or one that only arranges text."""
        self.tables[element] = table(element, nested=context.kind == "cell")
        return Rule("block" if self.tables[element].layout else "table")

    def row(self, element: etree._Element, _: Context) -> Rule:
        """A row of the table that it stands in."""
        holder = self._table_of(element)
        return Rule("block") if holder is None else holder.row(element)

    def cell(self, element: etree._Element, _: Context) -> Rule:
        """A cell of the table that it stands in."""
        holder = self._table_of(element)
        if holder is None:
            return Rule("block")
        if holder.layout:
            return holder.layout_cell(element)
        if element in holder.covered:
            return Rule("skip")
        across, down = holder.reach.get(element, (1, 1))
        return Rule("cell", across=across, down=down, head=is_header(element.getparent()))

    def _table_of(self, element: etree._Element) -> OfficeTable | None:
        holder = next(element.iterancestors(f"{W}tbl"), None)
        return None if holder is None else self.tables.get(holder)


_ON: Final[dict[str, Callable[[_Docx, etree._Element, Context], Rule]]] = {
    "p": _Docx.paragraph,
    "r": _Docx.run,
    "br": _Docx.line_end,
    "sym": _Docx.symbol,
    "footnoteReference": _Docx.note,
    "endnoteReference": _Docx.note,
    "drawing": _Docx.picture,
    "pict": _Docx.picture,
    "sdt": _Docx.control,
    "tbl": _Docx.table,
    "tr": _Docx.row,
    "tc": _Docx.cell,
}


def _heading(setting: Setting) -> Rule:
    return Rule(
        "block",
        kind="heading",
        level=setting.level,
        role=setting.known.role if setting.known else None,
        label=setting.label,
    )


def _text(setting: Setting, element: etree._Element) -> Rule:
    """A paragraph that is no heading; an empty one has no number."""
    known = setting.known
    return Rule(
        "block",
        look=setting.look,
        label=setting.label if words(element) else "",
        deeper=bool(setting.label) and setting.depth > 0,
        quoted=setting.quoted or None,
        role=known.role if known is not None and known.does in {"plain", "text"} else None,
    )


def _notes(root: etree._Element | None, kind: str) -> Iterator[etree._Element]:
    """The notes of a part, without the lines that part them from the text."""
    for note in () if root is None else root.iter(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal":
            yield note
