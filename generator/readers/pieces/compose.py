"""From ranges of the seed to plain text, with the offsets of everything that was taken out of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import itemgetter
from typing import Final, TypeAlias

from generator.model import NoteMarker, Repair, Span
from generator.readers.pieces.drafts import Marker, cut
from generator.readers.pieces.hyphens import HYPHENS, RESOLVED, UNSEEN, Decision, Lexicon, decide, is_conjunction

_RUN: Final = re.compile(r"\S+(?: \S+)*")
"""Words with one blank between each: they are taken over as they stand."""

_CLOSING: Final = re.compile(r"[.,;:!?)\]»”]")
_URL: Final = re.compile(r"(?<!\S)(?>\S*?(?:https?://|www\.)|[^\s@]++@)\S*+$", re.IGNORECASE)
_URL_CHARACTERS: Final = re.compile(r"[\w%.~/?=&#+-]+")
_URL_SIGN: Final = re.compile(r"[/_=?&%]|\.(?:pdf|html?|aspx?|php|docx?|eu|int|org|com|nl|be)\b", re.IGNORECASE)
_HOST_REST: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z]{2,}(?![^\W_])|/)")
_DASHED: Final = len(" -")
_AROUND: Final = '.,;:!?()[]”’»"'
_BLANKS: Final = frozenset(" \u00a0\t")
_URL_OPEN: Final = re.compile(r"[-/_?=&%@]$")


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the composer needs to know of a text's habits at the ends of lines.

    `soft`: words are broken at line ends; `blanks`: a line keeps the blank at which it was broken.
    """

    lexicon: Lexicon = field(default_factory=Lexicon)
    soft: bool = True
    blanks: bool = False
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Composed:
    """A plain text; where its markers stood, what was mended, and which ranges of the seed it comes from."""

    text: str
    spans: tuple[Span, ...] = ()
    notes: tuple[NoteMarker, ...] = ()
    repairs: tuple[Repair, ...] = ()
    tokens: tuple[tuple[int, int, int], ...] = ()

    def offset(self, seed_offset: int) -> int:
        """The offset in the text of a character of the seed; that of the nearest one behind it where it is no part of the text."""
        at = bisect_right(self.tokens, seed_offset, key=itemgetter(0)) - 1
        if at < 0:
            return 0
        seed, place, length = self.tokens[at]
        return min(place + max(0, seed_offset - seed), place + length)


Rows = Iterable[tuple[Span, ...]]
Edit: TypeAlias = tuple[int, int, str, str]
"""A range of a text (start, end), its new reading, and the kind of repair that it is."""


def compose(rows: Rows, text: str, markers: Iterable[Marker] = (), spelling: Spelling | None = None) -> Composed:
    """The text of the rows on one line; every character of their ranges is in it, or in a marker or a repair."""
    return _Composer(text, tuple(markers), spelling or Spelling()).run(rows)


def _start(marker: Marker) -> int:
    return marker.span[0]


class _Composer:
    """Joins the ranges of rows to one text, and records what was left out between them."""

    def __init__(self, text: str, markers: tuple[Marker, ...], spelling: Spelling) -> None:
        self.text, self.spelling = text, spelling
        self.markers = sorted(markers, key=lambda marker: marker.span)
        self.out: list[str] = []
        self.length = 0
        self.before = self.last = ""
        self.after_marker: int | None = None
        self.row_ended = False
        self.notes: list[NoteMarker] = []
        self.repairs: list[Repair] = []
        self.spans: list[Span] = []
        self.tokens: list[tuple[int, int, int]] = []

    def run(self, rows: Rows) -> Composed:
        for row in rows:
            for part in row:
                self._part(part)
            self.row_ended = True
        return Composed("".join(self.out), tuple(self.spans), tuple(self.notes), tuple(self.repairs), tuple(self.tokens))

    def _part(self, part: Span) -> None:
        first, after = (bisect_left(self.markers, place, key=_start) for place in part)
        inside = [marker for marker in self.markers[first:after] if marker.span[1] <= part[1]]
        pieces = cut(part, [marker.span for marker in inside])
        for start, end, marker in sorted([*((a, b, None) for a, b in pieces), *((*m.span, m) for m in inside)], key=lambda x: x[:2]):
            if marker is not None:
                self.notes.append(NoteMarker(marker.number, self.length, (marker.span,)))
                self.after_marker = end
                continue
            self.spans.append((start, end))
            for match in _RUN.finditer(self.text, start, end):
                self._run(match.group(), match.start())

    def _run(self, run: str, seed: int) -> None:
        if self.length:
            self._join(run.split(" ", 1)[0], seed)
        self.tokens.append((seed, self.length, len(run)))
        self.out.append(run)
        self.length += len(run)
        *_, self.before, self.last = ("", *run.rsplit(" ", 2)[-2:])
        self.after_marker, self.row_ended = None, False

    def _join(self, word: str, seed: int) -> None:
        """Set what stands between the last word and this one: a blank in most cases."""
        if self.after_marker is not None:
            glued = seed == self.after_marker or _CLOSING.match(word)
            self._blank(wanted=not glued)
        elif not self.row_ended:
            self._blank(wanted=not self._glued(seed))
        elif self._goes_on(word):
            pass
        elif self.last[-1] in HYPHENS:
            self._hyphen(word)
        else:
            self._blank(wanted=not (self._follows() == RESOLVED and self._decided(f"{self.last}-", word) == "join"))

    def _glued(self, seed: int) -> bool:
        """Whether the seed has no blank before this word (a piece was cut at a mark of the notation)."""
        last_seed, _, length = self.tokens[-1]
        return not any(character.isspace() for character in self.text[last_seed + length : seed])

    def _blank(self, *, wanted: bool) -> None:
        if wanted:
            self.out.append(" ")
            self.length += 1

    def _goes_on(self, word: str) -> bool:
        """Whether a web or mail address runs on over the end of the line."""
        if not _URL.search(self.last) or not word[0].isalnum():
            return False
        if self.last.endswith("."):
            return bool(_HOST_REST.match(word))
        rest = _URL_CHARACTERS.match(word) and _URL_SIGN.search(word)
        return bool(_URL_OPEN.search(self.last) or (rest and not self.last.endswith((",", ";", ")"))))

    def _hyphen(self, word: str) -> None:
        if len(self.last) == 1:
            self._dash(word)
            return
        if self.spelling.blanks and self._follows() in _BLANKS:
            self._blank(wanted=True)
            return
        decision = self._decided(self.last, word)
        if decision == "join":
            self._drop_hyphen(word)
            return
        if self.last[-1] in UNSEEN:
            self.out[-1] = f"{self.out[-1][:-1]}-"
            self.repairs.append(Repair(self.length - 1, 1, self.last[-1], "line-end-hyphen"))
        if decision == "blank":
            self._blank(wanted=True)

    def _dash(self, word: str) -> None:
        """A dash; or a hyphen behind a blank, as filled rows may end in one: behind what is no word, or within a word that is known."""
        left, right = self.before, word.strip(_AROUND)
        if left.isalpha() and right.isalpha() and self._breaks_word(left, right):
            self.out[-1] = self.out[-1][:-_DASHED]
            self.length -= _DASHED
            seed, place, length = self.tokens[-1]
            self.tokens[-1] = (seed, place, length - _DASHED)
            self.repairs.append(Repair(self.length - len(left), len(left) + len(word), f"{left} {self.last}{word}", "line-end-hyphen"))
        else:
            self._blank(wanted=not (is_conjunction(left) and word[0].islower()))

    def _breaks_word(self, left: str, right: str) -> bool:
        """Whether two parts that a blank and a hyphen stand between are one word."""
        words = self.spelling.lexicon.words
        if not right.islower() or is_conjunction(left) or is_conjunction(right):
            return False
        return bool(words[f"{left}{right}".lower()]) or (not words[left.lower()] and self._decided(f"{left}-", right) == "join")

    def _decided(self, left: str, right: str) -> Decision:
        return decide(left, right, self.spelling.lexicon, soft=self.spelling.soft, language=self.spelling.language)

    def _follows(self) -> str:
        """The character of the seed behind the last word."""
        seed, _, length = self.tokens[-1]
        return self.text[seed + length : seed + length + 1]

    def _drop_hyphen(self, word: str) -> None:
        hyphen, stem = self.last[-1], self.last[:-1]
        self.out[-1] = self.out[-1][:-1]
        self.length -= 1
        seed, place, length = self.tokens[-1]
        self.tokens[-1] = (seed, place, length - 1)
        repair = Repair(self.length - len(stem), len(stem) + len(word), f"{stem}{hyphen}{word}", "line-end-hyphen")
        if self.repairs and repair.offset < self.repairs[-1].offset + self.repairs[-1].length:
            # A word over three lines or more: one repair, whose source ends in the hyphen that goes now.
            first = self.repairs.pop()
            repair = replace(first, length=self.length - first.offset + len(word), source=first.source + word)
        self.repairs.append(repair)


def shift(composed: Composed, edits: Iterable[Edit]) -> Composed:
    """The text with some ranges replaced; edits are (start, end, new, kind) in rising order, and all offsets of markers and ranges follow."""
    changes = _apart(edits, composed.repairs)
    if not changes:
        return composed
    text, at, pieces, repairs, length = composed.text, 0, [], [], 0
    for start, end, new, kind in changes:
        pieces += [text[at:start], new]
        length += start - at + len(new)
        repairs.append(Repair(length - len(new), len(new), text[start:end], kind))
        at = end
    pieces.append(text[at:])
    ends = [end for _, end, _, _ in changes]
    growth = (0, *accumulate(len(new) - (end - start) for start, end, new, _ in changes))

    def moved(offset: int) -> int:
        return offset + growth[bisect_right(ends, offset)]

    kept = [replace(r, offset=moved(r.offset), length=moved(r.offset + r.length) - moved(r.offset)) for r in composed.repairs]
    return replace(
        composed,
        text="".join(pieces),
        notes=tuple(replace(note, offset=moved(note.offset)) for note in composed.notes),
        repairs=tuple(sorted([*kept, *repairs], key=lambda repair: (repair.offset, repair.length))),
        tokens=tuple((seed, moved(place), length) for seed, place, length in composed.tokens),
    )


def _apart(edits: Iterable[Edit], repairs: tuple[Repair, ...]) -> list[Edit]:
    """The edits that fall on no characters that were mended before: one repair a place keeps the seed's reading plain."""
    kept, at = [], 0
    for edit in edits:
        while at < len(repairs) and repairs[at].offset + repairs[at].length <= edit[0]:
            at += 1
        if at == len(repairs) or edit[1] <= repairs[at].offset:
            kept.append(edit)
    return kept
