"""Formex 4, the XML in which the Publications Office keeps the Official Journal and consolidated texts.

The elements are those of the Formex 4 and 6 schemas (op.europa.eu, EU Vocabularies, "Formex"); what is not named here is running text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Final

from lxml import etree

from generator.model import Role
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Look, Opened
from generator.readers.marked.levels import ARTICLE_RANK
from generator.readers.marked.numerals import numeral
from generator.readers.marked.walk import name_of, walk

ROOTS: Final = frozenset(
    {
        "ACT", "ANNEX", "GENERAL", "CONS.ACT", "CONS.DOC", "CONS.ANNEX", "AGR", "ACT.GEN", "CASE", "CJT", "JUDGMENT", "OPINION", "ORDER",
        "REPORT", "CORR", "DECISION", "LETTER", "PROPOSAL", "SE", "TREATY", "PROT", "DECLAR", "ECR.GENERAL", "OTH.PUB", "DLIST.GENERAL",
        "MEMO", "COMPETITION",
    }
)  # fmt: skip
_SKIPPED: Final = frozenset(
    {
        "BIB.INSTANCE", "BIB.DATA", "BIB.APPEND", "BIB.OJ", "INFO.CONSLEG", "INFO.PROD", "FAM.COMP", "FORMULA.IMG", "INCL.ELEMENT", "IE",
        "PROLOG.BIB", "GR.MOD.ACT", "BIB.CONSLEG", "BIB.INSTANCE.CONS",
    }
)  # fmt: skip
"""Elements that say something of the document, and hold none of its text."""

_LABELS: Final = frozenset({"NO.P", "NO.PARAG", "NO.GR.SEQ", "NO.ITEM", "NO.SEQ.ITEM", "NO.POINT", "NO.DLIST", "NO.TBL"})
_BLOCKS: Final = {
    **dict.fromkeys(_SKIPPED, Rule("skip")),
    "TERM": Rule("block"),
    "DEFINITION": Rule("block"),
    "TXT": Rule("block"),
    "ALINEA": Rule("block", role="paragraph"),
    "PARAG": Rule("block", role="paragraph", deeper=True),
    "PREAMBLE.INIT": Rule("block", role=""),
    "PREAMBLE.FINAL": Rule("block", role=""),
    "GR.CONSID.INIT": Rule("block", role=""),
    "GR.VISA.INIT": Rule("block", role=""),
    "VISA": Rule("block", role="citation"),
    "CONSID": Rule("block", role="recital", deeper=True),
    "LIST": Rule("block"),
    "ANNEX": Rule("block", role=""),
    "CONS.ANNEX": Rule("block", role=""),
    "GR.SEQ": Rule("block"),
    "DIVISION": Rule("block"),
    "SUBDIV": Rule("block"),
    "CONTENTS": Rule("block", role=""),
    "FINAL": Rule("block", role=""),
    "SIGNATURE": Rule("block", role="signature"),
    "PL.DATE": Rule("block", role="signature"),
    "SIGNATORY": Rule("block", role="signature"),
    "ADDR": Rule("block"),
    "COMMENT": Rule("block"),
    "GR.NOTES": Rule("block"),
    "TOC": Rule("block", kind="aside"),
    "TOC.BLK": Rule("block", kind="aside"),
    "TBL": Rule("block"),
    "GR.TBL": Rule("block"),
    "CORPUS": Rule("table"),
    "ROW": Rule("row"),
    "TI.BLK": Rule("row"),
    "STI.BLK": Rule("row"),
    "ENACTING.TERMS": Rule("block", role="paragraph"),
    "ARTICLE": Rule("block", role="paragraph"),
    "QUOT.S": Rule("block", role="amendment", quoted=True),
    "LETTER": Rule("block"),
    "MARGIN": Rule("block", kind="aside"),
    "TI.CONSLEG": Rule("block", kind="heading", joins=True),
}
_TITLES: Final = frozenset({"TI", "STI", "TI.ART", "STI.ART", "TI.CJT", "TI.DOC", "TITLE.ECR", "TI.INFO", "TI.TOC"})
_HOLDERS: Final = frozenset({"DIVISION", "GR.SEQ", "SUBDIV", "GR.CONSID"})
"""Elements whose titles lie one deeper for each that lies in another."""

_QUOTES: Final = {
    "2018": "‘",
    "2019": "’",
    "201A": "‚",
    "201C": "“",
    "201D": "”",
    "201E": "„",
    "00AB": "«",
    "00BB": "»",
    "0022": '"',
    "0027": "'",
}
_CHANGE: Final = re.compile(r"(?P<kind>[MBAC])(?P<number>\d{0,3})")
_NUMBERINGS: Final = {"ARAB": "1", "ALPHA": "A", "alpha": "a", "ROMAN": "I", "roman": "i"}


COVERS: Final = frozenset({"DOC", "PUBLICATION", "VOLUME.PUB", "FMX"})
"""Roots of files that say which files a publication has and hold no text of their own."""


def reading_order(trees: Mapping[str, etree._Element]) -> tuple[str, ...]:
    """The names of the files of a publication in the order in which its cover lists them; those it does not list come after, by name."""
    listed = [
        str(reference.get("FILE", ""))
        for name in sorted(trees)
        if name_of(trees[name]) in COVERS
        for reference in trees[name].iter()
        if name_of(reference) in {"REF.PHYS", "DOCUMENT.REF"}
    ]
    places = {name: place for place, name in reversed(list(enumerate(listed)))}
    return tuple(sorted(trees, key=lambda name: (places.get(name.rpartition("/")[2], len(listed)), name)))


def is_formex(root: etree._Element) -> bool:
    """Whether a tree is a document in Formex: by the name of its root, or by the schema it names."""
    schema = next((value for name, value in root.attrib.items() if str(name).endswith("noNamespaceSchemaLocation")), "")
    return name_of(root) in ROOTS or "formex" in str(schema)


def open_tree(root: etree._Element, number: Callable[[str], str] | None = None) -> Opened:
    """The elements of a document in Formex, and the facts its header states; `number` counts the notes on over several files."""
    return Opened(walk(root, _Formex(number or Counted()), Context(certain=True)), facts(root))


class Counted:
    """Numbers notes that the format does not number; a note that is pointed at again keeps its number."""

    def __init__(self) -> None:
        """Start before the first."""
        self.numbers: dict[str, int] = {}

    def __call__(self, name: str) -> str:
        """The number of a note, from 1."""
        return str(self.numbers.setdefault(name, len(self.numbers) + 1))


class _Formex:
    """The vocabulary of Formex: the rules of its elements."""

    def __init__(self, number: Callable[[str], str]) -> None:
        self.number = number
        self.met = count()

    def rule(self, element: etree._Element, context: Context) -> Rule:
        name = name_of(element)
        if not name or name.startswith("?"):
            return _instruction(element)
        if name in _TITLES:
            return self._title(element, context)
        special = _SPECIAL.get(name)
        if special is not None:
            return special(element)
        if name == "NOTE":
            return self._note(element)
        return Rule("label") if name in _LABELS and (element.text or len(element)) else _BLOCKS.get(name, Rule())

    def _title(self, element: etree._Element, context: Context) -> Rule:
        if context.quoted:
            return Rule("block", kind="text", joins=True)
        name = name_of(element)
        role: Role
        holders = sum(1 for above in element.iterancestors() if name_of(above) in _HOLDERS)
        if name.endswith("ART"):
            level, role = ARTICLE_RANK + name.startswith("S"), "article"
        else:
            parent = element.getparent()
            holder = "" if parent is None else _parent_name(parent)
            level, role = 1 + 2 * holders + (name == "STI"), "annex" if "ANNEX" in holder else ""
        return Rule("block", kind="heading", role=role, level=level, joins=True)

    def _note(self, element: etree._Element) -> Rule:
        pointed_at = element.get("NOTE.REF", "")
        if pointed_at and not "".join(element.itertext()).strip():
            return Rule("marker", note=pointed_at, text=self.number(pointed_at))
        name = element.get("NOTE.ID") or f"note-{next(self.met)}"
        if _parent_name(element) == "GR.NOTES":
            return Rule("block", kind="note", note=name, label=self.number(name))
        return Rule("note", note=name, text=self.number(name))


def _count(element: etree._Element, attribute: str) -> int:
    given = element.get(attribute, "1")
    return max(1, int(given)) if given.isdecimal() else 1


_POINT: Final = Rule("block", role="point", deeper=True)


def _cell(element: etree._Element) -> Rule:
    row = element.getparent()
    head = "HEADER" in {element.get("TYPE"), None if row is None else row.get("TYPE")}
    return Rule("cell", head=head, across=_count(element, "COLSPAN"), down=_count(element, "ROWSPAN"))


def _numbered(element: etree._Element) -> Rule:
    """A numbered paragraph lies one deeper, unless it is the inside of an item."""
    return Rule("block", deeper=_parent_name(element) not in {"ITEM", "CONSID", "PARAG", "DLIST.ITEM"})


def _item(element: etree._Element) -> Rule:
    if any(name_of(child) in {"NP", "NO.ITEM"} for child in element):
        return _POINT
    return replace(_POINT, kind="item", label=_item_label(element))


def _title_of_part(element: etree._Element) -> Rule:
    return Rule("block", kind="caption") if _parent_name(element) in {"TBL", "GR.TBL"} else Rule("block")


def _line(element: etree._Element) -> Rule:
    """A paragraph; the title of a block of rows is a cell over the whole width."""
    if _parent_name(element) not in {"TI.BLK", "STI.BLK"}:
        return Rule("block")
    table = next((above for above in element.iterancestors() if name_of(above) == "TBL"), None)
    return Rule("cell", across=1 if table is None else _count(table, "COLS"))


def _definition(element: etree._Element) -> Rule:
    """A term and what it means, on one line unless there are lists in it."""
    lists = any(name_of(inner) in {"LIST", "ITEM", "DLIST"} for inner in element.iterdescendants())
    return Rule("block", role="point", deeper=True, joins=not lists)


def _quote(element: etree._Element) -> Rule:
    return Rule("say", text=_QUOTES.get(element.get("CODE", "").upper().zfill(4), ""))


def _highlight(element: etree._Element) -> Rule:
    return Rule(look=Look(*(kind in element.get("TYPE", "") for kind in ("BOLD", "ITALIC", "SUP"))))


def _parent_name(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else name_of(parent)


_SPECIAL: Final[dict[str, Callable[[etree._Element], Rule]]] = {
    "CELL": _cell,
    "P": _line,
    "DLIST.ITEM": _definition,
    "NP": _numbered,
    "NP.ECR": _numbered,
    "ITEM": _item,
    "TITLE": _title_of_part,
    "QUOT.START": _quote,
    "QUOT.END": _quote,
    "HT": _highlight,
}
"""Elements that do one thing or another by their attributes and their place."""


def _item_label(element: etree._Element) -> str:
    """The mark of an item that has none written: its list says of which kind."""
    parent = element.getparent()
    kind = parent.get("TYPE", "") if parent is not None else ""
    if kind in _NUMBERINGS and parent is not None:
        place = 1 + sum(1 for before in element.itersiblings(preceding=True) if name_of(before) == "ITEM")
        return f"{numeral(place, _NUMBERINGS[kind])}."
    return "•" if kind == "BULLET" else "—"


def _instruction(element: etree._Element) -> Rule:
    """`CLG.MDFO` opens a passage that an act brought in: M and its number, B for the basic act, C for a corrigendum, A for an accession."""
    if name_of(element) != "?CLG.MDFO":
        return Rule("skip")
    given = re.search(r'\bID="([^"]*)"', str(element.text or ""))
    match = _CHANGE.search(given[1]) if given else None
    if match is None:
        return Rule("skip")
    return Rule("change", text=f" ►{match['kind']}{match['number'].lstrip('0')} ")


def facts(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """What the header states: language and date, the reference to the Official Journal, the ELI and CELEX of an act with a number."""
    header = next((child for child in root.iter() if name_of(child) in _HEADERS), None)
    if header is None:
        return ()
    found = {fact: value for fact, of in _FACTS.items() if (value := of(header))}
    return tuple(sorted(found.items()))


def _date(header: etree._Element) -> str:
    """The date of the document in ISO 8601, from digits alone."""
    date = next((str(child.get("ISO")) for child in header.iter() if name_of(child) == "DATE" and child.get("ISO")), "")
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == len("20240313") else ""


def _journal(header: etree._Element) -> str:
    journal, number, year = _first(header, "COLL"), _first(header, "NO.OJ"), _first(header, "YEAR")
    return f"{journal} {number.lstrip('0')}, {year}" if journal and number else ""


def _number(header: etree._Element) -> str:
    """The number of an act as it is printed: `2024/903`, `(EU) 2024/903`, and before 2015 the number first."""
    document = next((child for child in header.iter() if name_of(child) == "NO.DOC"), None)
    if document is None:
        return ""
    current, year, community = _first(document, "NO.CURRENT"), _first(document, "YEAR"), _first(document, "COM")
    if not current or not year:
        return ""
    first, second = (year, current) if document.get("FORMAT", "YN") == "YN" else (current, year)
    return f"({community}) {first}/{second}" if document.get("TYPE") == "OJ" and community else f"{first}/{second}"


_HEADERS: Final = frozenset({"BIB.INSTANCE", "INFO.CONSLEG", "BIB.DATA"})
_FACTS: Final[Mapping[str, Callable[[etree._Element], str]]] = {
    "language": lambda header: (_first(header, "LG.DOC") or _first(header, "LG.OJ")).lower(),
    "date": _date,
    "oj": _journal,
    "celex": lambda header: _first(header, "NO.CELEX") or _first(header, "CELEX"),
    "number": _number,
}
"""What a header may state, and where it does."""


def _first(element: etree._Element, name: str) -> str:
    return next(("".join(child.itertext()).strip() for child in element.iter() if name_of(child) == name), "")
