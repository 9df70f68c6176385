"""How well a piece of a row goes on with the text of a column: by its words, and by how much room was left on the row before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Self

from generator.model import Span
from generator.readers.pieces.enumeration import find_marks, is_bare_mark
from generator.readers.pieces.hyphens import HYPHENS, is_conjunction
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.text.note_blocks import NOTE_START, note_number
from generator.readers.printed.text.width import Metric, first_word, width

_STOP: Final = re.compile(r"[a-zà-ÿ]{3}\d{0,3}[.!?]\d{0,3}$")
"""The end of a sentence, with the number of a note before or behind its stop."""

_IN_WORD: Final = re.compile(rf"[a-zà-ÿ][{HYPHENS}]$")
MIXED: Final = re.compile(rf"[a-zà-ÿ][{HYPHENS}]\s(?!en\b|of\b|and\b|or\b|et\b|ou\b|und\b|oder\b)[a-zà-ÿ]|[a-zà-ÿ]{{3}}[.!?]\s[a-zà-ÿ]")
"""What no row of one column holds: a word that stops at a hyphen, or a sentence that goes on in small letters behind a full stop."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITAL_INSIDE: Final = re.compile(r"(?<=[a-zà-ÿ,]\s)[A-ZÀ-Þ][a-zà-ÿ]+")
"""A word with a capital behind one without a stop."""

_MARK_INSIDE: Final = re.compile(r"\s(?:[•–—►○]|\d{1,2}\.|\([a-z0-9]\)|[a-z]\))(?=\s|$)(?!\s[a-zà-ÿ])")
"""What looks like a mark inside a row: those of items stand at its start."""

_WIDEST: Final = 0.98
"""Part of the rows. The few that are wider hold a heading or an address."""

_TIGHT: Final = 1.08
"""Part of the measure. Typefaces differ from those whose widths are known here, so a full row may seem to be a little wider."""

_SMALL: Final = 1.35
"""Notes are set smaller: so much more goes on a row of them."""

_ROOM: Final = 0.03
"""Part of the measure. If so much is left behind the first word of the next row, the row need not have ended."""

_EARLY: Final = 0.1
"""Part of the measure. With so much room left a row in mid-sentence is a title, or its last row."""

_JOINS_WORD, _GOES_ON, _MAY_JOIN_WORD, _BEGINS, _MAY_JOIN_KNOWN = 2.0, 1.0, 0.7, 0.4, 0.2
"""What it is worth that a row goes on with a text, in order of how much it proves: a small letter in mid-sentence is the unit, a word of
the text that was parted by a hyphen is twice as certain, one that the text has nowhere else is less, any row may begin a sentence, and what
is a word by itself is seldom the rest of one."""

_TITLE, _NAME, _INSIDE, _NO_WORD, _NO_SENTENCE = 0.0, -0.6, -1.0, -1.5, -2.0
"""What it costs that a row does not: after a short row it may be a title, a capital in mid-sentence may be a name; a mark there, a capital
behind a hyphen or of a word that is no name, and a small letter behind a full stop are hardly ever met in one column."""

_PAIR, _PARTED = 0.4, -0.6
"""What it is worth that two words follow one another at the end of a row that do so elsewhere, and what it costs that a row is parted
between such words: less than a small letter proves, since common words meet by chance."""

_COUNTS_ON, _OPENS = 1.5, 0.3
"""What the next number of a note is worth, and any other costs: more than words prove; and what a first row without a small letter is."""

_TIGHTNESS, _ROOMINESS, _MOST_ROOM = 20.0, 8.0, 1.0
"""What a row costs that is wider than its column, and one that left room, for each measure of it; room costs no more than the unit, since
the typeface is a guess."""


@dataclass(frozen=True, slots=True)
class ColumnText:
    """A piece of a row, where it stands, how wide it is in print, the number of the note that it is of, if any, and whether it opens it."""

    span: Span
    text: str
    width: int
    note: int = 0  # from 1; 0 where it is of none
    opens: bool = False
    flaws: float = 0.0  # what it costs that it holds what no row of one column does

    @property
    def noted(self) -> bool:
        """Whether it is one of a note."""
        return self.note > 0


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a text is known to hold, those of them that are mostly written small, and how often two follow one another on a row."""

    times: Counter[str]
    small: frozenset[str]
    pairs: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, rows: Sequence[str]) -> Self:
        """The words of some rows."""
        times = Counter(word for row in rows for word in _WORD.findall(row))
        small = (word for word in times if word.islower() and times[word] >= times[word.capitalize()])
        pairs = Counter(pair for row in rows for pair in pairwise(row.casefold().split()))
        folded = Counter(word.casefold() for row in rows for word in _COMPOUND.findall(row))
        return cls(folded, frozenset(small), pairs)

    def opens_sentence(self, word: str) -> bool:
        """Whether a word with a capital is no name: the text mostly writes it small."""
        return word.istitle() and word.lower() in self.small

    def together(self, before: str, after: str) -> int:
        """How often the last word of a text and the first of another follow one another on a row."""
        left, right = before.rsplit(maxsplit=1)[-1:], after.split(maxsplit=1)[:1]
        return self.pairs.get((left[0].casefold(), right[0].casefold()), 0) if left and right and left[0].isalpha() else 0


@dataclass(frozen=True, slots=True)
class Flow:
    """How wide a column is in a typeface, what is known of the words of the text, and whether a row may hold pieces of both columns."""

    metric: Metric
    measure: float
    words: Words
    shared: bool
    seen: dict[tuple[str, str, bool], float] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Words, rows: Sequence[str], metric: Metric, share: float) -> Self:
        """For columns that take up a share of the widest rows of a text."""
        widths = sorted(width(" ".join(row.split()), metric) for row in rows)
        return cls(metric, max(1.0, share * widths[int(_WIDEST * (len(widths) - 1))]), words, share < 1)

    def piece(self, start: int, text: str) -> ColumnText:
        """A piece of a row."""
        number = _opened_note(text)
        span, wide = (start, start + len(text)), width(" ".join(text.split()), self.metric)
        return ColumnText(span, text, wide, number, number > 0, self._flaws(text))

    def _flaws(self, text: str) -> float:
        """What it costs that a row holds what no row of one column does: marks, ends of words, and sentences that no stop is before."""
        opened = sum(self.words.opens_sentence(word) for word in _CAPITAL_INSIDE.findall(text))
        return _INSIDE * (len(_MARK_INSIDE.findall(text)) + len(MIXED.findall(text)) + is_bare_mark(text) + opened)

    def parted(self, left: str, right: str) -> float:
        """What it costs that a row is parted between two texts: the words there may follow one another elsewhere."""
        return _PARTED * (self.words.together(left, right) > 1)

    def fits(self, piece: ColumnText) -> bool:
        """Whether a piece is no wider than a column."""
        return piece.width <= self.measure * (_SMALL if piece.noted else _TIGHT)

    def link(self, before: ColumnText | None, piece: ColumnText) -> float:
        """What it is worth that a piece goes on with a text."""
        worth = self.alone(piece)
        if before is None:
            return worth + _OPENS * (not starts_lower(piece.text))
        if piece.opens and not before.noted:
            return worth + _BEGINS
        room = 0.0 if before.noted or piece.noted else self._room(before, piece)
        key = (before.text, piece.text, room > _EARLY)
        if key not in self.seen:
            self.seen[key] = _of_words(*key, self.words) + _PAIR * (self.words.together(before.text, piece.text) > 0)
        return worth + self.seen[key] + _of_numbers(before, piece) - (_cost(room) if starts_lower(piece.text) else 0.0)

    def alone(self, piece: ColumnText) -> float:
        """What it is worth that a piece is a row of a column, whatever stands before it."""
        return piece.flaws - (0.0 if piece.noted else max(0.0, piece.width / self.measure - 1) * _TIGHTNESS)

    def _room(self, before: ColumnText, piece: ColumnText) -> float:
        """How much of the measure was left on a row behind the first word of the next; nothing where a sentence ended with it."""
        if ends_sentence(before.text):
            return 0.0
        return (self.measure - before.width - width(f" {first_word(piece.text)}", self.metric)) / self.measure


def _cost(room: float) -> float:
    """What room on the row before costs: hardly anything up to what may be due to the typeface."""
    return min(_MOST_ROOM, room * _ROOMINESS) if room > _ROOM else max(0.0, room)


def breaks(rows: Sequence[str]) -> int:
    """How often a sentence or a word is broken in rows, as it is where pieces of two columns follow one another."""
    ended = sum(bool(_STOP.search(before)) and starts_lower(after) for before, after in pairwise(rows))
    cut = sum(bool(_IN_WORD.search(before)) and after[:1].isupper() for before, after in pairwise(rows))
    return ended + cut + sum(bool(MIXED.search(row)) for row in rows)


def _opened_note(text: str) -> int:
    """The number of the note that a row seems to open, 0 if none."""
    match = NOTE_START.match(text)
    return note_number(match["label"]) if match is not None and match["rest"][:1].isupper() else 0


def _of_numbers(before: ColumnText, piece: ColumnText) -> float:
    """What it is worth that a piece opens a note below another: that with the next number."""
    if not piece.opens or not before.noted:
        return 0.0
    return _COUNTS_ON if piece.note == before.note + 1 else -_COUNTS_ON


def _of_words(before: str, after: str, ended: bool, words: Words) -> float:  # noqa: FBT001
    """How well the words of a row go on with those before them, which `ended` early or not."""
    if before[-1:] in HYPHENS and before[-2:-1].isalpha():
        return _across_hyphen(before, after, words)
    marked = bool(find_marks(after))
    if ends_sentence(before) or (before.endswith(",") and marked):
        return _NO_SENTENCE if starts_lower(after) and _STOP.search(before) else _BEGINS
    if starts_lower(after) and not marked:
        return _GOES_ON
    return _TITLE if ended else _in_mid_sentence(after, words, marked=marked)


def _in_mid_sentence(after: str, words: Words, *, marked: bool) -> float:
    """What it costs that a mark or a capital follows on a row in mid-sentence."""
    if words.opens_sentence(first_word(after)):
        return _NO_WORD
    return _INSIDE if marked else _NAME


def _across_hyphen(before: str, after: str, words: Words) -> float:
    """How well a row goes on behind a hyphen: with the rest of a word, which the text may hold elsewhere."""
    tail = _WORD.match(after)
    if is_conjunction(first_word(after)):
        return _GOES_ON
    if tail is None or not starts_lower(after):
        return _NO_WORD if before[-2:-1].islower() else 0.0
    head, rest = _WORD.findall(before)[-1].casefold(), tail.group()
    if words.times[head + rest] or words.times[f"{head}-{rest}"]:
        return _JOINS_WORD
    return _MAY_JOIN_KNOWN if words.times[rest] > 1 else _MAY_JOIN_WORD
