"""The marks that start list items and numbered headings: bullets, numbers, letters, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import ListKind
from generator.readers.pieces.counting import ALPHABET

_BULLETS: Final = "•▪▫◦●○■□‣⁃∙·∞►▶▸→⇒➢➤✓✔❖◆◊*+"
_PRIVATE: Final = "\ue000-\uf8ff"

_MARK: Final = re.compile(
    rf"""
      (?P<glyph>[{re.escape(_BULLETS)}]) \s+
    | (?P<private>[{_PRIVATE}]) \s*
    | (?P<dash>[-–—]) \s+
    | (?P<letter>o) \s+
    | (?P<round>\( (?P<in_round>\d{{1,4}} | [a-z] | [ivxlc]{{1,5}}) \)) \s+
    | (?P<half>(?P<in_half>\d{{1,4}} | [a-zA-Z] | [ivxlc]{{1,5}}) \)) \s*
    | (?P<dotted>(?P<in_dotted>\d{{1,4}} | [a-z] | [ivxlc]{{2,5}}) \.) \s+
    | (?P<capital>(?P<in_capital>[A-Z]{{1,2}}) \.) \s+ (?=[a-zà-ÿœ])
    | (?P<square>\[ (?P<in_square>\d{{1,3}}) \]) \s+
    | (?P<degree>(?P<in_degree>\d{{1,2}}) °) \s*
    """,
    re.VERBOSE,
)
_HEADING: Final = re.compile(
    r"""
    (?P<label>
        (?P<number>\d{1,2} (?:\.\d{1,2}){0,3}) \.?
      | (?P<roman>[IVXL]{1,6}) [.)]?
      | (?P<letter>[A-H]) [.)]
    )
    \s+ (?=["“‘«(]?[A-ZÀ-ÖØ-ÞŒ])
    """,
    re.VERBOSE,
)
_BARE: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVXL]{1,6}\.?|[A-H]\.)")
_BARE_ITEM: Final = re.compile(
    rf"(?:\((?:\d{{1,4}}|[a-z]{{1,5}})\)|(?:\d{{1,3}}|[a-z]{{1,5}})\)|\d{{1,3}}\.|[-–—{re.escape(_BULLETS)}{_PRIVATE}])"
)
_COLUMN_NUMBER: Final = re.compile(r"(\d{1,3})(?:\t| {3,})\s*(?=[\"“„‘'«(]?[^\W\d_])")
_PROOF: Final = 3
"""Numbers in a row that are no chance: two may be those of other lists."""

_ROMAN_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
"""What each Roman digit is worth; a list or a document has no 500 parts, so D and M are left out."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a text: its style (what all marks of one list share), its value, its length in characters."""

    style: str
    kind: ListKind
    label: str
    value: int | None
    length: int

    @property
    def certain(self) -> bool:
        """Whether the mark is a glyph that running text does not hold."""
        return self.value is None and not self.style.startswith("dash") and not self.is_letter_bullet

    @property
    def is_letter_bullet(self) -> bool:
        """Whether the mark is a letter that stands for a bullet."""
        return self.kind == "bullet" and self.label.isalpha()


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral of either case, or None where the letters make none."""
    values = [_ROMAN_DIGITS[letter] for letter in numeral.lower()]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if _to_roman(total) == numeral.lower() else None


def _to_roman(value: int) -> str:
    steps = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    numeral = ""
    for step, letters in steps:
        count, value = divmod(value, step)
        numeral += letters * count
    return numeral


def find_marks(text: str) -> tuple[Mark, ...]:
    """The marks that the start of a text may be: `i)` is a letter and a Roman numeral, most texts start with no mark."""
    match = _MARK.match(text)
    if not match:
        return ()
    shape = match.lastgroup or ""
    label = match[shape]
    if shape in {"glyph", "private", "dash", "letter"}:
        return (Mark(f"{shape}{label}", "bullet", label, None, match.end()),)
    content = match[f"in_{shape}"]
    if content.isdigit():
        return (Mark(f"{shape}:number", "numbered", label, int(content), match.end()),)
    return tuple(_lettered(shape, label, content, match.end()))


def _lettered(shape: str, label: str, content: str, length: int) -> list[Mark]:
    marks = []
    if shape == "capital":
        return [Mark("capital", "lettered", label, _place_in_alphabet(content), length)] if len(set(content)) == 1 else []
    if len(content) == 1:
        case = "upper" if content.isupper() else "lower"
        marks.append(Mark(f"{shape}:{case}", "lettered", label, ord(content.lower()) - ord("a") + 1, length))
    if set(content) <= set("ivxlc"):
        value = roman_value(content)
        if value is not None:
            marks.append(Mark(f"{shape}:roman", "lettered", label, value, length))
    return marks


def _place_in_alphabet(letters: str) -> int:
    """The place of a letter, from 1; after Z comes AA."""
    return ord(letters[0]) - ord("A") + 1 + ALPHABET * (len(letters) - 1)


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """The number a heading starts with: as printed, as a number without closing dot, and its place in the outline."""

    label: str
    number: str
    path: tuple[int, ...]
    scheme: str
    length: int


def counts_in_roman(rows: Iterable[str]) -> bool:
    """Whether rows start with I, II and III without a stop, in this order."""
    due = 1
    for row in rows:
        mark = find_heading_mark(row, proven=True)
        if mark and mark.scheme == "roman" and mark.label == mark.number and mark.path == (due,):
            due += 1
    return due > _PROOF


def is_bare_mark(text: str) -> bool:
    """Whether a row holds an item's mark and nothing else, so that the item's text stands on the next."""
    return bool(_BARE_ITEM.fullmatch(text))


def find_column_mark(row: str) -> Mark | None:
    """The number that stands before a paragraph in a column of its own, as in judgments; `row` has its blanks kept."""
    match = _COLUMN_NUMBER.match(row)
    return Mark("column:number", "numbered", match[1], int(match[1]), len(match[1]) + 1) if match else None


def is_bare_heading_mark(text: str) -> bool:
    """Whether a row holds the number of a heading and nothing else, so that the title stands on the next."""
    return bool(_BARE.fullmatch(text))


def find_heading_mark(text: str, *, proven: bool = False) -> HeadingMark | None:
    """The number before a title: `2.`, `2.1`, `IV.`, `B.`; None where the text starts with none.

    One Roman digit without a stop is a word or a letter, unless it is `proven` that such numbers count the titles of the text.
    """
    match = _HEADING.match(text)
    if not match:
        return None
    label = match["label"]
    if match["number"]:
        path = tuple(int(part) for part in match["number"].split("."))
        return HeadingMark(label, match["number"], path, "number", match.end())
    if match["roman"]:
        value = roman_value(match["roman"])
        if value is None or (label == match["roman"] and len(label) == 1 and not proven):
            return None
        return HeadingMark(label, match["roman"], (value,), "roman", match.end())
    return HeadingMark(label, match["letter"], (ord(match["letter"]) - ord("A") + 1,), "letter", match.end())
