"""A text as a row of tokens, each of one type, and the types as a string over which the grammar's patterns run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.annotators.dates.vocabulary import MONTH, Vocabulary, cues, programmes

DAY: Final = "d"
ORDINAL_DAY: Final = "D"
SHORT: Final = "i"
YEAR: Final = "y"
DECADE: Final = "Z"
FULL: Final = "N"
BRACKETED: Final = "K"
GLUED_DASH: Final = "r"
LOOSE_DASH: Final = "R"
OTHER: Final = "~"
_PUNCTUATION: Final = {".": "P", ",": "c"}
_DIGITS_OF_DAY: Final = 2
"""Digits of a day, a month or a year without its century at most."""

_DIGITS_OF_YEAR: Final = 4
"""Digits of a year that is written in full."""

_LAST_DAY: Final = 31
"""The last day of the longest month."""

_EARLIEST: Final = 1800
"""The first number that is taken for a year: before it, four digits in the papers of institutions are rather numbers."""

_LATEST: Final = 2099
"""The last number that is taken for a year: plans reach to the end of this century, and four digits beyond are rather numbers."""


_TOKEN: Final = re.compile(
    r"""
      (?P<web>(?:https?://|www\.)\S+)
    | (?P<iso>(?<![\w./-])(?:1[89]|20)\d\d-[01]\d-[0-3]\d(?![\w/-]))
    | (?P<full>(?<![\w./,-])[0-3]?\d(?P<mark>[./-])[01]?\d(?P=mark)(?:1[89]|20)\d\d(?![\w/-]))
    | (?P<spaced>(?<![\w./,-])[0-3]?\d\s?\.\s?[01]?\d\s?\.\s?(?:1[89]|20)\d\d(?![\w/-]))
    | (?P<roman>(?<![\w./,-])[0-3]?\d\s?(?P<stop>[.-])\s?(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\s?(?P=stop)\s?(?:1[89]|20)\d\d(?![\w/-]))
    | \((?P<bracketed>[0-3]?\d\.[01]?\d)\.?\)
    | (?P<decade>\b(?:1[89]|20)\d0s\b)
    | (?P<number>\d+)(?P<ordinal>(?:e|de|ste|er|re|st|nd|rd|th)\b)?
    | (?P<dash>[-–—/])
    | (?P<word>[^\W\d_]+)
    | (?P<sign>[^\s])
    """,
    re.VERBOSE,
)

_ROMAN: Final = {
    month: number for number, month in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}
"""Months as the Official Journal and notaries wrote them for long: 5.VII.1994."""

_ACT_NUMBER_BEFORE: Final = re.compile(r"(?:\b[A-Z]{1,5}\(|\((?:EU|EG|EEG|EC|EEC|UE|CE|EWG|Euratom)[^()]{0,20}\)\s?(?:n[ro]\.?|n°)?\s?)\Z")
_CODE_BEFORE: Final = re.compile(r"[\w€$§#_@=+&]\Z|\d[.,:]\Z|\d\s\Z|[^\W\d_][-/]\Z")
_PART_BEFORE: Final = re.compile(r"[\w€$#]\Z|\d[.,:]\Z")
_CODE_AFTER: Final = re.compile(r"[\w_@=°%‰€$]|[.,:]\d|\s?[%‰°€$]|-[^\W\d_]|\)\s?\d|['’](?=\w)")
_LAST_WORD: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+(?:[ ][^\W\d_]+){0,3})[.]?[ ]\Z")
_NEXT_WORD: Final = re.compile(r"\s([^\W\d_][\w-]*)")
_NEAR: Final = 40
"""Characters before a number that can tell what it is a number of. Half of it and twice as much do as well in our documents."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a text from `start` up to `end`, their type, and what they stand for ("04" for "april")."""

    start: int
    end: int
    type: str
    value: str


def tokens(text: str, vocabulary: Vocabulary, language: str) -> tuple[Token, ...]:
    """The tokens of a text in order; other words in a row make one token of type `OTHER`."""
    return tuple(_tokens(text, vocabulary, language))


def _tokens(text: str, vocabulary: Vocabulary, language: str) -> Iterator[Token]:
    """The tokens; other words in a row make one, which keeps a long text short for the grammar."""
    after, other = 0, False
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < after or (other and match["word"] and not vocabulary.knows(match.group())):
            continue
        token = _token(match, text, vocabulary, language)
        after, other = token.end, token.type == OTHER
        yield token


def _token(match: re.Match[str], text: str, vocabulary: Vocabulary, language: str) -> Token:
    start, end = match.span()
    if match["word"]:
        return _word(match, text, vocabulary)
    if match["number"]:
        value = str(int(match["number"])) if len(match["number"]) <= _DIGITS_OF_YEAR else ""
        return Token(start, end, _number_type(match, text, language), value)
    if match["dash"]:
        return Token(start, end, _dash_type(text, start, end), match["dash"])
    return _whole(match) or Token(start, end, _PUNCTUATION.get(match.group(), OTHER), match.group())


def _whole(match: re.Match[str]) -> Token | None:
    """A date, or decade, that is one token."""
    start, end = match.span()
    if match["iso"] or match["full"] or match["spaced"] or match["roman"]:
        return Token(start, end, FULL, _full_value(match))
    if match["bracketed"]:
        day, month = match["bracketed"].split(".")
        return Token(*match.span("bracketed"), BRACKETED, f"{int(month):02d}-{int(day):02d}")
    return Token(start, end, DECADE, match["decade"][:3]) if match["decade"] else None


def _word(match: re.Match[str], text: str, vocabulary: Vocabulary) -> Token:
    start, end = match.span()
    word = match.group().lower()
    for phrase, (kind, value) in vocabulary.phrases.get(word, ()):
        after = start + len(phrase)
        if text[start:after].lower() == phrase and not text[after : after + 1].isalpha():
            return Token(start, after, kind, value)
    kind, value = vocabulary.words.get(word, (OTHER, ""))
    if kind == MONTH and not _is_name(match.group(), word):
        return Token(start, end, OTHER, "")
    return Token(start, end, kind, value)


def _is_name(printed: str, word: str) -> bool:
    """Whether a word that can be a month is written like one: English "may" and "march" are verbs in lower case."""
    return word not in {"may", "march", "mar"} or printed[0].isupper()


def _full_value(match: re.Match[str]) -> str:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
    else:
        day, month, year = re.split(r"\s?[./-]\s?", match.group())
    try:
        return date(int(year), _ROMAN.get(month) or int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _dash_type(text: str, start: int, end: int) -> str:
    if start and text[start - 1] != " ":
        return GLUED_DASH
    return LOOSE_DASH if text[end : end + 1] == " " and text[start] != "/" else OTHER


def _number_type(match: re.Match[str], text: str, language: str) -> str:
    start, end = match.span("number")
    length = end - start
    if length <= _DIGITS_OF_DAY:
        kind = _short_type(match["number"], text, start)
        return ORDINAL_DAY if kind == DAY and match["ordinal"] else kind
    if match["ordinal"] or length != _DIGITS_OF_YEAR or not _EARLIEST <= int(match["number"]) <= _LATEST:
        return OTHER
    return YEAR if _is_year(text, start, end, language) else OTHER


def _short_type(number: str, text: str, start: int) -> str:
    """The type of one or two digits: a day, or a short year; OTHER where they are part of something longer."""
    if _PART_BEFORE.search(text, max(0, start - 2), start):
        return OTHER
    return DAY if 1 <= int(number) <= _LAST_DAY else SHORT


def _is_year(text: str, start: int, end: int, language: str) -> bool:
    """Whether four digits can be a year by what stands around them: no code, count, amount, page or name."""
    before = text[max(0, start - _NEAR) : start]
    if _CODE_BEFORE.search(before) or _CODE_AFTER.match(text, end) or _ACT_NUMBER_BEFORE.search(before):
        return False
    following = _NEXT_WORD.match(text, end)
    if following and (following[1].lower() in cues("unit", language) or following[1] in cues("named", language)):
        return False
    return not _is_named(before, language)


def _is_named(before: str, language: str) -> bool:
    """Whether the words right before a year make it part of a name, or another kind of number."""
    match = _LAST_WORD.search(before)
    if not match:
        return False
    words = match[1].split(" ")
    if words[-1].lower() in cues("numbered", language):
        return True
    return any(" ".join(words[first:]) in programmes() for first in range(len(words)))
