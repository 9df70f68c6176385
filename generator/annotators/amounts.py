"""Amounts of money in euros: "1,8 miljard EUR", "tussen 3 en 5 miljoen euro", "€ 500", "EUR 1.5 billion", "500 Mio. EUR"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from generator.annotators.table_sums import table_factors
from generator.citations.vocabulary import spelled, table
from generator.language.matching import alternatives, fold
from generator.model import Annotator, Document, Mention, Part

_POINT_LANGUAGES: Final = frozenset({"en", "ga", "mt"})
"""Languages that write decimals with a point, and thousands with a comma."""

_NUMBER: Final = (
    r"(?<![\w.,/])(?:\d{1,3}(?:[\s.]\d{3}(?!\d))+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?)(?!\d)"
)
_SIGNED_NUMBER: Final = _NUMBER.replace(r"(?<![\w.,/])", "")
"""A number right behind "€" needs no blank before it."""

_ALONE: Final = re.compile(rf"(?P<number>{_NUMBER})(?:,-)?\s?\*{{0,3}}")

_RANGE: Final = r"(?:\s?[-–]\s?|\s(?:tot|à|of|to|or|bis|oder|ou)\s)"
_BOTH: Final = r"\s(?:en|and|und|et)\s"
_BETWEEN: Final = r"\b(?:tussen|between|zwischen|entre)\s(?:de\s)?"
_AFTER_EUROS: Final = r"(?!\w|[-‑]\w)"
_LOOK_BACK: Final = 90
"""Characters before a currency that hold its number, and that of the lower end of a range. Half of it and twice as much do as well in
our documents."""

_NUMBER_NEAR: Final = re.compile(r"[\w.]\s?$")
"""Right before a currency: the end of a number or of a word for its scale; else there is no need to look further."""

_TIMES: Final = re.compile(r"(?<!\d)(?<!\d\s)[x×]\s?$")
"""Before a number that is no sum but the unit of a table ("x 1 000 EUR"); in "3 x 1 000 EUR" it is one."""

_TIMES_BACK: Final = 4
"""Characters that hold such a sign with its blank, and the digit and blank before it."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of one language for amounts, and the factors of its words for numbers."""

    currency: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    scale_word: re.Pattern[str]
    scales: dict[str, str]
    numbers: dict[str, str]
    decimal: str


def amount_finder(document: Document) -> Annotator:
    """An annotator for one document; a mention's id is the value in euros as a decimal number, `1800000000`."""
    grammar = _grammar(document.meta.language)
    factors = table_factors(document)

    def find(part: Part) -> Iterator[Mention]:
        text = part.text
        if part.anchor in factors:
            yield from _alone(text, factors[part.anchor], grammar)
            return
        done = 0
        for currency in grammar.currency.finditer(text):
            for mention in _at(text, currency, done, grammar):
                yield mention
                done = mention.offset + mention.length

    return find


def _alone(text: str, factor: Decimal, grammar: _Grammar) -> Iterator[Mention]:
    """The sum of a cell that holds a number alone, of which its table says the unit; nothing where the number is not written as one."""
    match = _ALONE.fullmatch(text)
    if match:
        yield _mention(_number(match["number"], grammar) * factor, 0, match.end("number"))


def _at(text: str, currency: re.Match[str], done: int, grammar: _Grammar) -> Iterator[Mention]:
    """The amounts that share a currency: one, or the two ends of a range."""
    start, end = currency.span()
    near = _NUMBER_NEAR.search(text, max(done, start - 2), start)
    match = grammar.before.search(text, max(done, start - _LOOK_BACK), start) if near else None
    if match and not _is_unit(text, match.start()):
        yield from _ends(match, match.start("number"), end, grammar)
        return
    match = grammar.after.match(text, end) if currency["first"] and start >= done and not _is_unit(text, start) else None
    if match and not grammar.scale_word.search(text, max(0, start - _LOOK_BACK), start):
        yield from _ends(match, start, match.end(), grammar)


def _is_unit(text: str, start: int) -> bool:
    """Whether what begins at an offset is the unit of a table."""
    return _TIMES.search(text, max(0, start - _TIMES_BACK), start) is not None


def _ends(match: re.Match[str], start: int, end: int, grammar: _Grammar) -> Iterator[Mention]:
    """The upper end and, before it, the lower one, which shares its scale; of the two, the first has the sign before it."""
    groups = match.groupdict()
    scale = _value(groups["scale"], grammar.scales)
    lower = next((name for name in ("between", "lower") if groups.get(name)), "")
    if lower and not _YEAR.fullmatch(match[lower]):
        own = _value(match[f"{lower}_scale"], grammar.scales) if match[f"{lower}_scale"] else scale
        last = match.end(f"{lower}_scale") if match[f"{lower}_scale"] else match.end(lower)
        first = min(start, match.start(lower))
        yield _mention(_number(match[lower], grammar) * own, first, last)
        start = match.start("sign" if groups.get("sign") else "number")
    yield _mention(_number(match["number"], grammar) * scale, start, end)


def _mention(value: Decimal, start: int, end: int) -> Mention:
    return Mention("amount", f"{value.normalize():f}", start, end - start)


def _value(word: str | None, values: dict[str, str]) -> Decimal:
    return Decimal(values[fold(word)]) if word else Decimal(1)


def _number(printed: str, grammar: _Grammar) -> Decimal:
    """The number that digits or words stand for; where the separators are those of another language, so are the digits."""
    if not printed[0].isdigit():
        return Decimal(grammar.numbers[fold(printed)])
    plain = "".join(printed.split())
    decimal, thousands = (",", ".") if grammar.decimal == "," else (".", ",")
    if not _grouped(decimal, thousands).fullmatch(plain):
        decimal, thousands = thousands, decimal
    return Decimal(plain.replace(thousands, "").replace(decimal, "."))


@cache
def _grouped(decimal: str, thousands: str) -> re.Pattern[str]:
    """Numbers whose thousands stand apart, or do not."""
    return re.compile(rf"(?:\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|\d+)(?:{re.escape(decimal)}\d+)?")


def _words(role: str, language: str) -> dict[str, str]:
    """The words of a role with their values; where languages differ ("billion"), the document's own decides."""
    rows = [row for row in table("amounts") if row["role"] == role]
    own = [row for row in rows if row["language"] == language]
    return {fold(row["word"]): row["value"] for row in (*rows, *own)}


@cache
def _grammar(language: str) -> _Grammar:
    scales, numbers = _words("scale", language), _words("number", language)
    scale = rf"(?:{alternatives(scales, spelled)})"
    lower = rf"(?P<lower>{_NUMBER})(?:\s?(?P<lower_scale>{scale}))?{_RANGE}"
    between = rf"{_BETWEEN}(?P<between>{_NUMBER})(?:\s?(?P<between_scale>{scale}))?(?:\s(?:EUR|euro))?{_BOTH}"
    in_words = rf"\b(?:{alternatives(numbers, spelled)})(?=\s{scale})"
    before = rf"(?:{between}|{lower})?(?P<number>{_NUMBER}|{in_words})(?:\s?(?P<scale>{scale}))?\s?$"
    signed = rf"(?P<number>{_SIGNED_NUMBER})(?:\s?(?P<scale>{scale})(?!\w))?"
    lower_signed = rf"(?P<lower>{_SIGNED_NUMBER})(?:\s?(?P<lower_scale>{scale})(?!\w))?(?:{_RANGE}|{_BOTH}(?=€|EUR))(?P<sign>(?:€|EUR)\s?)?"
    euro = alternatives(_words("euro", language), spelled)
    return _Grammar(
        re.compile(
            rf"(?P<first>€|(?-i:\bEUR\b)(?![-‑]\w))|(?:\b(?:{euro}){_AFTER_EUROS})",
            re.IGNORECASE,
        ),
        re.compile(before, re.IGNORECASE),
        re.compile(rf"\s?(?:{lower_signed})?{signed}(?:,--?)?(?![\w%]|[.,/]\d)", re.IGNORECASE),
        re.compile(rf"\b{scale}\s?$", re.IGNORECASE),
        scales,
        numbers,
        "." if language in _POINT_LANGUAGES else ",",
    )
