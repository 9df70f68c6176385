"""Word documents (.docx): styles, counted numbers, notes, tables; changes are taken as accepted, comments and hidden text left out.

Element names are those of Office Open XML (ECMA-376, part 1). A Word document holds only runs and properties; what it looks like
follows from styles that inherit from each other, and the numbers before headings and items are counted here as Word counts them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator.readers.marked.archive import Archive
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Element, Look, Opened
from generator.readers.marked.formex import Counted
from generator.readers.marked.html_classes import known_classes
from generator.readers.marked.html_tables import is_layout_rows
from generator.readers.marked.numerals import is_mark
from generator.readers.marked.safe_xml import parse
from generator.readers.marked.walk import name_of, walk
from generator.readers.marked.word_numbers import Numbering, W, numbering_of, symbols, value, value_is_on
from generator.words import say

_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS: Final = "macroEnabled"
_SKIPPED: Final = frozenset(
    [
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "fldData",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
        "separator",
        "continuationSeparator",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "lastRenderedPageBreak",
        "commentReference",
        "annotation",
        "ruby",
        say("marked_docx.fallback"),
        "softHyphen",
        "ptab",
    ]
)
_HEADING: Final = re.compile(r"(?:heading|kop|überschrift|titre|título|titolo|rubrik|overskrift)\s*(\d)", re.IGNORECASE)
_TITLE: Final = frozenset({"title", "titel", "titre"})
_CONTENTS: Final = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*(?:\d|heading|kop)|table of figures", re.IGNORECASE)
_SAYS: Final = {"tab": "\t", "cr": " ", "noBreakHyphen": "‑"}
_LEVEL_OF_TEXT: Final = 9
"""The outline level of text that is no heading (ECMA-376, 17.3.1.20)."""

_QUOTES: Final = frozenset({"quote", "citaat", "intensequote"})


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says, and on which it is based."""

    name: str
    based: str
    element: etree._Element


@dataclass(slots=True)
class _Table:
    """The places of a table: the column of each cell, how many rows it reaches down, and which cells are the lower part of another."""

    layout: bool
    columns: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    covered: set[etree._Element] = field(default_factory=set)
    marks: set[etree._Element] = field(default_factory=set)


def is_docx(archive: Archive) -> bool:
    """Whether an archive is a Word document."""
    return "word/document.xml" in archive.names or any(name.startswith("word/") for name in archive.names)


def has_macros(archive: Archive) -> bool:
    """Whether a Word document carries programs."""
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.names else b""
    return _MACROS.encode() in types or any(name.lower().endswith("vbaproject.bin") for name in archive.names)


def open_docx(archive: Archive) -> Opened:
    """The elements of a Word document: its text, then the heads and feet of its pages, once each, set aside."""
    parts = _Parts(archive)
    body = parts.tree("document")
    if body is None:
        return Opened(())
    vocabulary = _Docx(parts, body)
    found = walk(body, vocabulary)
    return Opened((*found, *_margins(parts, vocabulary)))


def _margins(parts: _Parts, vocabulary: _Docx) -> Iterator[Element]:
    seen: set[str] = set()
    for name in parts.named(("header", "footer")):
        tree = parts.tree(name)
        for element in walk(tree, vocabulary, Context(kind="aside", certain=True)) if tree is not None else ():
            if element.text not in seen:
                seen.add(element.text)
                yield element


class _Parts:
    """The parts of a document, each parsed once."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def tree(self, name: str) -> etree._Element | None:
        """The tree of a part by its name; None where there is none."""
        path = f"word/{name}.xml"
        return parse(self.archive.read(path)) if path in self.archive.names else None

    def named(self, beginnings: tuple[str, ...]) -> Iterable[str]:
        """The names of the parts that begin so, in order."""
        stems = (
            path.removeprefix("word/").removesuffix(".xml")
            for path in self.archive.names
            if path.startswith("word/") and path.endswith(".xml")
        )
        return sorted(stem for stem in stems if stem.rstrip("0123456789") in beginnings)


class _Docx:
    """What the elements of a Word document do."""

    def __init__(self, parts: _Parts, body: etree._Element) -> None:
        styles = parts.tree("styles")
        self.styles: dict[str, _Style] = {}
        self.default = ""
        for style in () if styles is None else styles.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self.styles[name] = _Style(value(style, "name"), value(style, "basedOn"), style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self.default = name
        self.numbering: Numbering = numbering_of(parts.tree("numbering"))
        self.notes = {
            (kind, note.get(f"{W}id", "")): note for kind in ("footnote", "endnote") for note in _notes(parts.tree(f"{kind}s"), kind)
        }
        self.number = Counted()
        self.tables: dict[etree._Element, _Table] = {}
        self.body = body

    def rule(self, element: etree._Element, context: Context) -> Rule:
        name = name_of(element)
        if name in _SKIPPED or not name or name.startswith("?"):
            return Rule("skip")
        if name in _SAYS:
            return Rule("say", text=_SAYS[name])
        special = getattr(self, f"_on_{name}", None)
        rule: Rule = special(element, context) if special is not None else Rule()
        return rule

    def _on_p(self, element: etree._Element, context: Context) -> Rule:
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.default
        chain = tuple(self._chain(style))
        names = {_plain(name) for name in (style, *(self.styles[part].name for part in chain[:1]))}
        if any(_CONTENTS.match(self.styles[part].name) for part in chain):
            return Rule("block", kind="aside")
        holders = [found for part in chain if (found := self.styles[part].element.find(f"{W}pPr")) is not None]
        look = self._look([self.styles[part].element.find(f"{W}rPr") for part in chain])
        label, depth = self._label(properties, holders)
        centred = next((given for holder in (properties, *holders) if (given := value(holder, "jc"))), "") == "center" or None
        level = self._level(properties, holders, chain)
        known = next((known_classes()[name] for name in sorted(names) if name in known_classes()), None)
        if context.kind in {"cell", "note", "aside"}:
            return Rule("block", look=look, label=label)
        if known is not None and known.does in {"title", "heading"} and level is None:
            level = known.level
        if level is not None and _words(element):
            role = known.role if known else None
            return Rule("block", kind="heading", level=level, role=role, label=label, certain=True, centred=centred)
        quoted = bool(names & _QUOTES) or None
        role = known.role if known is not None and known.does in {"plain", "text"} else None
        return Rule(
            "block",
            look=look,
            label=label if _words(element) else "",
            centred=centred,
            deeper=bool(label) and depth > 0,
            quoted=quoted,
            role=role,
        )

    def _chain(self, style: str) -> Iterator[str]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield style
            style = self.styles[style].based

    def _level(self, properties: etree._Element | None, holders: list[etree._Element], chain: tuple[str, ...]) -> int | None:
        """The rank of a heading: from its outline level, else from the name of its style; None for text."""
        outline = next((given for holder in (properties, *holders) if (given := value(holder, "outlineLvl"))), "")
        if outline.isdecimal():
            return int(outline) + 1 if int(outline) < _LEVEL_OF_TEXT else None
        names = [self.styles[part].name for part in chain]
        if names and names[0].lower() in _TITLE:
            return 0
        match = next((found for name in names if (found := _HEADING.match(name))), None)
        return int(match[1]) if match else None

    def _label(self, properties: etree._Element | None, holders: list[etree._Element]) -> tuple[str, int]:
        """The counted number before a paragraph, and how deep its list lies."""
        number, depth = "", ""
        for holder in (properties, *holders):
            given = None if holder is None else holder.find(f"{W}numPr")
            if given is not None:
                number, depth = number or value(given, "numId"), depth or value(given, "ilvl")
        place = int(depth) if depth.isdecimal() else 0
        return (self.numbering.label(number, place) if number not in {"", "0"} else ""), place

    def _look(self, properties: list[etree._Element | None]) -> Look:
        """How characters are set: the first property that is given counts, on or off."""
        return Look(
            _first_on(properties, "b"),
            _first_on(properties, "i"),
            any(value(holder, "vertAlign") == "superscript" for holder in properties),
        )

    def _on_r(self, element: etree._Element, _: Context) -> Rule:
        properties = element.find(f"{W}rPr")
        if value_is_on(properties, "vanish"):
            return Rule("skip")
        chain = [self.styles[part].element.find(f"{W}rPr") for part in self._chain(value(properties, "rStyle"))]
        return Rule(look=self._look([properties, *chain]))

    def _on_br(self, element: etree._Element, _: Context) -> Rule:
        return Rule("skip") if element.get(f"{W}type") in {"page", "column"} else Rule("say", text=" ")

    def _on_sym(self, element: etree._Element, _: Context) -> Rule:
        try:
            return Rule("say", text=symbols(chr(int(element.get(f"{W}char", ""), 16))))
        except (ValueError, OverflowError):
            return Rule("skip")

    def _on_footnoteReference(self, element: etree._Element, _: Context) -> Rule:  # noqa: N802 # named after the element
        return self._note("footnote", element)

    def _on_endnoteReference(self, element: etree._Element, _: Context) -> Rule:  # noqa: N802 # named after the element
        return self._note("endnote", element)

    def _note(self, kind: str, element: etree._Element) -> Rule:
        name = f"{kind}-{element.get(f'{W}id', '')}"
        body = self.notes.get((kind, element.get(f"{W}id", "")))
        if body is None:
            return Rule("skip")
        again = name in self.number.numbers
        return Rule("marker" if again else "note", note=name, text=self.number(name), body=body)

    def _on_drawing(self, element: etree._Element, _: Context) -> Rule:
        """Pictures have no text; a text box comes after the paragraph that it hangs on."""
        box = next(element.iter(f"{W}txbxContent"), None)
        return Rule("skip") if box is None else Rule("later", body=box)

    def _on_pict(self, element: etree._Element, context: Context) -> Rule:
        return self._on_drawing(element, context)

    def _on_AlternateContent(self, _: etree._Element, __: Context) -> Rule:  # noqa: N802 # named after the element
        return Rule()

    def _on_sdt(self, element: etree._Element, _: Context) -> Rule:
        gallery = next((value(holder, "docPartGallery") for holder in element.iter(f"{W}docPartObj")), "")
        contents = gallery == "Table of Contents"
        return Rule("block", kind="aside") if contents else Rule()

    def _on_tbl(self, element: etree._Element, context: Context) -> Rule:
        nested = context.kind == "cell"
        self.tables[element] = _table(element, nested=nested)
        return Rule("block" if self.tables[element].layout else "table")

    def _on_tr(self, element: etree._Element, _: Context) -> Rule:
        table = self._table_of(element)
        if table is None or table.layout:
            return Rule("block", deeper=table is not None and any(cell in table.marks for cell in element))
        return Rule("row")

    def _on_tc(self, element: etree._Element, _: Context) -> Rule:
        table = self._table_of(element)
        if table is None:
            return Rule("block")
        if table.layout:
            return Rule("label") if element in table.marks else Rule("block")
        if element in table.covered:
            return Rule("skip")
        across, down = table.columns.get(element, (1, 1))
        row = element.getparent()
        head = row is not None and value_is_on(row.find(f"{W}trPr"), "tblHeader")
        return Rule("cell", across=across, down=down, head=head)

    def _table_of(self, element: etree._Element) -> _Table | None:
        holder = next(element.iterancestors(f"{W}tbl"), None)
        return None if holder is None else self.tables.get(holder)


def _notes(root: etree._Element | None, kind: str) -> Iterator[etree._Element]:
    """The notes of a part, without the lines that part them from the text."""
    for note in () if root is None else root.iter(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal":
            yield note


def _first_on(properties: list[etree._Element | None], name: str) -> bool:
    """Whether a property is on in the first place that gives it."""
    for holder in properties:
        if holder is not None and holder.find(f"{W}{name}") is not None:
            return value_is_on(holder, name)
    return False


def _plain(name: str) -> str:
    """The name of a style as the table of classes has it: letters and digits in lower case, without accents."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_-]", "", folded.lower())


def _words(element: etree._Element) -> str:
    return " ".join("".join(text.text or "" for text in element.iter(f"{W}t")).split())


def _table(element: etree._Element, *, nested: bool) -> _Table:
    """The grid of a table; cells merged downwards are one cell and its lower parts."""
    rows = [
        [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        for row in element.iter(f"{W}tr")
        if next(row.iterancestors(f"{W}tbl")) is element
    ]
    texts = [[_words(cell) for cell in row] for row in rows]
    header = any(value_is_on(row.find(f"{W}trPr"), "tblHeader") for row in element.iter(f"{W}tr"))
    table = _Table(nested or (not header and is_layout_rows(texts)))
    if table.layout:
        for row, words in zip(rows, texts, strict=True):
            full = [cell for cell, text in zip(row, words, strict=True) if text]
            if len(full) > 1 and is_mark(_words(full[0])):
                table.marks.add(full[0])
        return table
    above: dict[int, etree._Element] = {}
    for row in rows:
        column = 0
        for cell in row:
            properties = cell.find(f"{W}tcPr")
            span = value(properties, "gridSpan")
            across = int(span) if span.isdecimal() and int(span) else 1
            merge = None if properties is None else properties.find(f"{W}vMerge")
            if merge is not None and merge.get(f"{W}val", "continue") == "continue" and column in above:
                table.covered.add(cell)
                first = above[column]
                table.columns[first] = (table.columns[first][0], table.columns[first][1] + 1)
            else:
                table.columns[cell] = (across, 1)
                above[column] = cell
            column += across
    return table
