"""Akoma Ntoso (OASIS LegalDocML), the XML of parliaments and of some published EU law.

The elements are those of the standard, version 3.0 (docs.oasis-open.org/legaldocml); older and national name spaces use the same names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from typing import Final

from lxml import etree

from generator.model import Role
from generator.readers.marked.acts.formex import Counted
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Look, Opened
from generator.readers.marked.levels import ARTICLE_RANK
from generator.readers.marked.numerals import is_mark
from generator.readers.marked.walk import name_of, walk

_SKIPPED: Final = frozenset({"meta", "img", "del", "componentRef", "remark.hidden"})
_HIGH: Final = (
    *("tome", "book", "volume", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division", "subdivision", "section"),
    *("article", "crossHeading", "appendix", "background", "arguments", "decision", "motivation", "introduction", "remedies"),
)
"""Parts of a text that have a title of their own; everything below them has a number before its text."""

_LOW: Final = frozenset(
    {"paragraph", "subsection", "subparagraph", "point", "indent", "item", "list", "clause", "subclause", "rule", "subrule", "proviso"}
    | {"transitional", "recital", "sublist", "subarticle"}
)
_BLOCKS: Final = frozenset(
    {
        "p", "block", "content", "intro", "wrapUp", "listIntroduction", "listWrapUp", "blockList", "ul", "ol", "longTitle", "formula",
        "citations", "recitals", "body", "mainBody", "preamble", "preface", "coverPage", "blockContainer", "components", "doc", "act",
        "bill", "header", "wrap", "tblock", "speech", "debateSection", "narrative", "interstitial", "foreign", "judgmentBody",
        "amendmentBody", "collectionBody", "administrationOfOath", "answer", "question", "scene", "summary", "questions", "papers",
        "petitions", "rollCall", "other",
    }
)  # fmt: skip
"""Elements that start and end a paragraph and do nothing else."""

_TABLE: Final = frozenset({"table", "tr", "td", "th", "caption"})
_LOW_ROLES: Final[dict[str, Role]] = {"recital": "recital", "point": "point", "indent": "point", "item": "point", "subclause": "point"}
_QUOTED: Final = Rule("block", role="amendment", quoted=True)
_STATIC: Final = {
    **dict.fromkeys(_SKIPPED, Rule("skip")),
    **dict.fromkeys(("br", "eol"), Rule("say", text=" ")),
    **dict.fromkeys(("signature", "signatures"), Rule("block", role="signature")),
    **dict.fromkeys(("quotedStructure", "embeddedStructure"), _QUOTED),
    "b": Rule(look=Look(bold=True)),
    "i": Rule(look=Look(italic=True)),
    "sup": Rule(look=Look(raised=True)),
    "citation": Rule("block", role="citation"),
    "article": Rule("block", role="paragraph"),
    **dict.fromkeys(("conclusions", "attachment", "attachments", "component"), Rule("block", role="")),
    "toc": Rule("block", kind="aside"),
}
"""Elements that do the same wherever they stand."""

_LANGUAGES: Final = {
    "bul": "bg", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el", "eng": "en", "spa": "es",
    "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "hrv": "hr", "hun": "hu", "ita": "it", "lit": "lt", "lav": "lv",
    "mlt": "mt", "nld": "nl", "dut": "nl", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "slk": "sk", "slo": "sk", "slv": "sl",
    "swe": "sv", "nor": "no", "isl": "is", "ice": "is",
}  # fmt: skip
"""ISO 639-2 to 639-1, for the official languages of the Union and its neighbours (loc.gov/standards/iso639-2)."""

_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


def is_akoma_ntoso(root: etree._Element) -> bool:
    """Whether a tree is a document in Akoma Ntoso."""
    return name_of(root) == "akomaNtoso"


def open_tree(root: etree._Element, number: Callable[[str], str] | None = None) -> Opened:
    """The elements of a document in Akoma Ntoso, and the facts its meta block states."""
    return Opened(walk(root, _AkomaNtoso(root, number or Counted()), Context(certain=True)), facts(root))


class _AkomaNtoso:
    """The vocabulary of Akoma Ntoso: the rules of its elements."""

    def __init__(self, root: etree._Element, number: Callable[[str], str]) -> None:
        self.number = number
        self.met = count()
        self.title = next((name for name in ("longTitle", "docTitle") if any(_is_title(e, name) for e in root.iter())), "preface")
        _in_order(root)
        self.notes = {str(note.get("eId") or note.get("id")): note for note in root.iter() if name_of(note) == "note"}

    def rule(self, element: etree._Element, context: Context) -> Rule:
        name = name_of(element)
        if not name or name.startswith("?"):
            return Rule("skip")
        if name in _STATIC:
            return _STATIC[name]
        if name in {"num", "heading", "subheading"}:
            return self._title(element, name, context)
        if name in {"authorialNote", "noteRef"}:
            return self._note(element, name)
        return _table(element, name) if name in _TABLE else self._other(element, name)

    def _title(self, element: etree._Element, name: str, context: Context) -> Rule:
        """A number or title: a heading where its holder is a part of the text, else the number before a text."""
        parent = element.getparent()
        if parent is None or (_within(element, "attachment") and _within(element, "preface")):
            return Rule("block")
        holder = name_of(parent)
        if holder not in _HIGH and (holder != "hcontainer" or name == "num"):
            return Rule("label") if name == "num" and holder != "p" else Rule("block", kind="text")
        return Rule("block", kind="text") if context.quoted else _title_of_part(element, name, parent)

    def _note(self, element: etree._Element, name: str) -> Rule:
        if name == "noteRef":
            key = element.get("href", "").lstrip("#")
            body = self.notes.get(key)
            return Rule("note", note=key, text=element.get("marker") or self.number(key), body=body) if body is not None else Rule()
        key = f"note-{next(self.met)}"
        return Rule("note", note=key, text=element.get("marker") or self.number(key))

    def _other(self, element: etree._Element, name: str) -> Rule:
        if name in _LOW:
            role = _LOW_ROLES.get(name)
            return Rule("block", role=role, deeper=any(name_of(child) == "num" for child in element))
        if name == "li":
            parent = element.getparent()
            return Rule(
                "block", kind="item", label="•" if parent is None or name_of(parent) == "ul" else f"{_place(element)}.", deeper=True
            )
        if name == "alinea":
            numbered = any(name_of(child) == "num" for child in element)
            return Rule("block", role="point" if numbered and _within(element, "alinea") else None, deeper=numbered)
        return self._part(element, name)

    def _part(self, element: etree._Element, name: str) -> Rule:
        if name == self.title and _is_title(element, name):
            return Rule("block", kind="heading", level=1, joins=True)
        if name in {"hcontainer", "container"}:
            signs = element.get("name", "") in {"signatures", "signature"}
            return Rule("block", role="signature" if signs else None, certain=False if name == "hcontainer" else None)
        if name in {"p", "block", "docTitle"} and _within(element, "preface") and _within(element, "attachment"):
            first = not any("".join(before.itertext()).strip() for before in element.itersiblings(preceding=True))
            return Rule("block", kind="heading", level=1 + (not first), role="annex", joins=True)
        return Rule("block") if name in _BLOCKS or name in _HIGH else Rule()


def _is_title(element: etree._Element, name: str) -> bool:
    """Whether an element is the title of the document, and no title that is spoken of in its text or that of an attachment."""
    above = {name_of(ancestor) for ancestor in element.iterancestors()}
    return (
        name_of(element) == name
        and not above & {"attachment", "component", "body", "meta"}
        and (name != "docTitle" or bool(above & {"preface", "preamble", "coverPage"}))
    )


def _in_order(root: etree._Element) -> None:
    """Some parliaments write the lines under a provision before its own text; its own text comes first, after its number."""
    for content in [element for element in root.iter() if name_of(element) == "content"]:
        parent = content.getparent()
        before = (
            []
            if parent is None
            else [child for child in content.itersiblings(preceding=True) if name_of(child) not in {"num", "heading", "subheading"}]
        )
        if parent is not None and name_of(parent) == "alinea" and before:
            parent.insert(parent.index(before[-1]), content)


def _title_of_part(element: etree._Element, name: str, parent: etree._Element) -> Rule:
    """The number or title of a part of the text: a heading, or the number before one."""
    holder = name_of(parent)
    first = next((child for child in parent if name_of(child) in {"num", "heading"}), None) is element
    if name == "num" and first and _is_short_number(element, parent):
        return Rule("label")
    role: Role = "article" if holder == "article" else ""
    return Rule("block", kind="heading", role=role, level=_rank(element, holder) + (not first), joins=True)


def _rank(element: etree._Element, holder: str) -> int:
    """The rank of the number of a part; its title has the next, so that the ranks of parts are two apart."""
    return ARTICLE_RANK if holder == "article" else 1 + 2 * sum(1 for above in element.iterancestors() if name_of(above) in _HIGH)


def _is_short_number(element: etree._Element, parent: etree._Element) -> bool:
    """Whether a number is no more than that (`1.`, `IV`), and stands before a title that it belongs to."""
    text = "".join(element.itertext())
    return (is_mark(text) or not _LETTERS.search(text)) and any(name_of(child) == "heading" for child in parent)


def _within(element: etree._Element, name: str) -> bool:
    return any(name_of(above) == name for above in element.iterancestors())


def _place(element: etree._Element) -> int:
    return 1 + sum(1 for before in element.itersiblings(preceding=True) if name_of(before) == name_of(element))


def _table(element: etree._Element, name: str) -> Rule:
    if name == "caption":
        return Rule("block", kind="caption")
    if name == "table":
        return Rule("table")
    if name == "tr":
        return Rule("row")
    spans = [int(given) if (given := element.get(side, "1")).isdecimal() else 1 for side in ("rowspan", "colspan")]
    return Rule("cell", head=name == "th", down=max(1, spans[0]), across=max(1, spans[1]))


def facts(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """What the meta block states: language, date, number, and the CELEX number or ELI among the aliases; the first of each counts."""
    found: dict[str, str] = {}
    for element in root.iter():
        name = name_of(element)
        if name == "preface":
            break
        fact, value = _FACTS[name](element) if name in _FACTS else ("", "")
        if fact:
            found.setdefault(fact, value)
    return tuple(sorted((fact, value) for fact, value in found.items() if value))


def _language(element: etree._Element) -> tuple[str, str]:
    given = element.get("language", "").split("-")[0].lower()
    return "language", _LANGUAGES.get(given, given)


def _date(element: etree._Element) -> tuple[str, str]:
    date = element.get("date", "")
    return ("date", date) if _DATE.fullmatch(date) else ("", "")


def _alias(element: etree._Element) -> tuple[str, str]:
    name = element.get("name", "").lower()
    return (name, element.get("value", "")) if name in {"celex", "eli"} else ("", "")


_FACTS: Final = {"FRBRlanguage": _language, "FRBRdate": _date, "FRBRalias": _alias}
"""Elements of the meta block that state a fact: its name and value, or nothing where it is not stated as it must be."""
