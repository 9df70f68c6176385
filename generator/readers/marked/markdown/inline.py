"""Markdown's marks inside a line: what is text, what is notation, what is stressed, what is a footnote's marker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from generator.model import Span
from generator.readers.pieces.drafts import Spelled, cut

_TOKEN: Final = re.compile(
    r"""
      (?P<escape>\\)[\\`*_{}\[\]()#+.!|>~-]
    | (?P<note>\[\^(?P<name>\d{1,3})\](?!:))
    | (?P<raised><sup>\s*(?P<digits>\d{1,3})\s*</sup>)
    | (?:!\[(?P<alt>[^\]\n]*)\]\([^)\s]+(?:\s"[^"]*")?\))
    | (?:<img\s(?:[^<>"]|"[^"<>]*")*?alt="(?P<described>[^"<>]*)"[^<>]*>)
    | !?\[\[(?=[^\W\d_])(?:[^\[\]\n|]*\|)?(?P<named>[^\[\]\n|]+)\]\](?!\()
    | \[(?P<label>[^\]\[\n]+)\](?P<target>\((?:[^()\s]|\([^()\s]*\))+(?:\s"[^"]*")?\))
    | (?P<auto>(?P<less><)(?:https?://|mailto:)[^\s<>]+(?P<more>>))
    | (?P<comment><!--(?:(?!<!--|-->)[^\n])*-->)
    | (?P<entity>&(?:\#\d{1,6}|\#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});)
    | (?P<line_break><br\s*/?>)
    | (?P<tag></?(?:b|i|u|em|strong|small|big|sup|sub|span|font|p|div|center|hr|meta|link|a|s|del|ins|mark|img|figure|figcaption|details|summary|aside)(?:\s[^<>\n]*)?/?>)
    | (?P<run>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The tags are those that say how text looks; any other tag is text, for somebody may write about it."""

_INSIDE: Final = ("label", "named", "alt", "described")
"""The words inside notation: those of a link, to a page of a wiki too, and those in place of a picture, in Markdown and in HTML."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Lines taken apart: for each row in them its ranges of text, markers included; all ranges of notation; stressed ranges; (number, range) of markers; entities."""

    rows: tuple[tuple[Span, ...], ...]
    markup: tuple[Span, ...]
    stressed: tuple[Span, ...] = ()
    notes: tuple[tuple[int, Span], ...] = ()
    spelled: tuple[Spelled, ...] = ()


@dataclass(slots=True)
class _Scan:
    markup: list[Span] = field(default_factory=list)
    notes: list[tuple[int, Span]] = field(default_factory=list)
    runs: list[tuple[int, int, str]] = field(default_factory=list)
    stressed: list[Span] = field(default_factory=list)
    breaks: list[Span] = field(default_factory=list)
    spelled: list[Spelled] = field(default_factory=list)


def take_apart(text: str, lines: list[Span], calls: Sequence[tuple[int, Span]] = ()) -> Inline:
    """The text, notation, stress and markers in the lines of one block; stress may run over line ends, a mark without its counterpart is text.

    `calls` are markers of notes that the notation does not tell, such as `(1)`, by their numbers.
    """
    scan = _Scan(notes=list(calls))
    for start, end in lines:
        for match in _TOKEN.finditer(text, start, end):
            if not any(span[0] < match.end() and match.start() < span[1] for _, span in calls):
                _note_token(match, scan)
    _pair_runs(scan, text)
    rows = tuple(cut(row, sorted(scan.markup)) for line in lines for row in cut(line, sorted(scan.breaks)))
    return Inline(rows, tuple(sorted(scan.markup)), tuple(sorted(scan.stressed)), tuple(scan.notes), tuple(scan.spelled))


def _note_token(match: re.Match[str], scan: _Scan) -> None:
    if match["note"]:
        scan.notes.append((int(match["name"]), match.span()))
    elif match["raised"]:
        scan.notes.append((int(match["digits"]), match.span()))
    elif match["run"]:
        scan.runs.append((*match.span(), match["run"]))
    elif inside := next((name for name in _INSIDE if match[name] is not None), None):
        inner = match.span(inside)
        scan.markup += [(match.start(), inner[0]), (inner[1], match.end())]
    elif match["auto"]:
        scan.markup += [match.span("less"), match.span("more")]
    elif match["entity"]:
        character = unescape(match["entity"])
        if character != match["entity"]:
            scan.spelled.append(Spelled(match.span(), character, "entity"))
    else:
        scan.markup.append(match.span("escape") if match["escape"] else match.span())
        if match["line_break"]:
            scan.breaks.append(match.span())


def _pair_runs(scan: _Scan, text: str) -> None:
    """Opening and closing runs of the same length and character; the flanking rule of CommonMark decides which is which."""
    opened: list[tuple[int, int, str]] = []
    for start, end, run in scan.runs:
        opens = end < len(text) and not text[end].isspace()
        closes = start > 0 and not text[start - 1].isspace()
        partner = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][2] == run), None) if closes else None
        if partner is not None:
            first = opened[partner]
            del opened[partner:]
            scan.markup += [first[:2], (start, end)]
            scan.stressed.append((first[1], start))
        elif opens:
            opened.append((start, end, run))
