"""Last rows of pages that a tool put together with the notes or the foot below them, where a word was broken at their end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.readers.pieces.counting import MOST_SKIPPED_NOTES
from generator.readers.pieces.hyphens import RESOLVED
from generator.readers.pieces.lines import Line, content_lines, has_form_feeds
from generator.readers.printed.edges.page_feet import HEAD_TIMES
from generator.readers.printed.text.markers import names_number
from generator.readers.printed.text.note_blocks import last_number
from generator.readers.printed.text.note_calls import Calls
from generator.readers.printed.text.view import Piece

_GLUED: Final = re.compile(
    r"(?:(?<=[^\W\d_])|(?<!\S)(?P<word>[a-zà-ÿ]+)[ ])(?P<number>\d{1,3})[ ]+(?=[A-ZÀ-Þ0-9“„«\"'\[(]|https?://|www\.)"
)
"""A number behind part of a word, with a blank between in rows that were filled, and what a note's text may start with."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


def part_glued(text: str) -> Iterator[Piece]:
    """The pieces of a text whose pages end in form feeds, with an end of line before each note or foot that was put together with a word."""
    at = 0
    for cut in sorted(_cuts(text)):
        yield (at, len(text[at:cut].rstrip(" ")) + at)
        yield f"{RESOLVED}\n"
        at = cut
    if at:
        yield (at, len(text))


def _cuts(text: str) -> Iterator[int]:
    """Where in the text a note or a foot starts in the middle of a row."""
    lines = content_lines(text)
    if not has_form_feeds(lines):
        return
    bounds = [0, *(i for i, line in enumerate(lines) if i and line.gap.page_break), len(lines)]
    pages = [lines[first:after] for first, after in pairwise(bounds) if first < after]
    foot = _Foot.of([page[-1].content for page in pages])
    yield from filter(None, (foot.cut(page[-1], place) for place, page in enumerate(pages)))
    bodies = [page[:-1] if foot.is_whole(page[-1], place) else page for place, page in enumerate(pages)]
    yield from filter(None, _first_notes(bodies, Counter(_WORD.findall(text))))


def _first_notes(pages: Iterable[Sequence[Line]], words: Counter[str]) -> Iterator[int | None]:
    """Where the first note of each page starts behind part of a word, if it does; `words` are those of the text, with how often."""
    last = 0
    for page in pages:
        yield _first_note(page, last, words)
        called = Calls.of(page).plain
        while last + 1 in called:
            last += 1


def _first_note(page: Sequence[Line], last: int, words: Counter[str]) -> int | None:
    """Where the first note of a page starts behind part of a word; `last` is the number of the last one before the page.

    Its number is due, the text above calls for it, and the others that the text calls for start rows below it.
    """
    glued = {int(match["number"]): (place, match.start("number")) for place, line in enumerate(page) for match in _parted(line.text, words)}
    for number in (1, *range(last + 1, last + 1 + MOST_SKIPPED_NOTES)):
        if number not in glued:
            continue
        place, at = glued[number]
        called = Calls.of((*page[:place], replace(page[place], text=page[place].text[:at])))
        if number in called.loose and last_number(page[place + 1 :], number) + 1 not in called.plain:
            return page[place].start + at
    return None


def _parted(row: str, words: Counter[str]) -> Iterator[re.Match[str]]:
    """The numbers in a row that may stand behind part of a word; with a blank between it is no word of the text, and not one that has numbers."""
    for match in _GLUED.finditer(row):
        word = match["word"]
        if not word or (words[word] == 1 and not names_number(word)):
            yield match


@dataclass(frozen=True, slots=True)
class _Foot:
    """What pages have at their foot, with a number sign for their own number, and how much that is more than their place from 0."""

    text: str = ""
    shift: int = 0  # pages before the first one of the text

    @classmethod
    def of(cls, rows: Sequence[str]) -> _Foot:
        """The foot that most of the last rows of pages are; nothing where no foot is so common."""
        found = Counter(foot for place, row in enumerate(rows) for foot in _feet(row, place))
        foot, times = max(found.items(), key=lambda item: item[1], default=(cls(), 0))
        return foot if times >= HEAD_TIMES and 2 * times >= len(rows) else cls()

    def is_whole(self, row: Line, place: int) -> bool:
        """Whether the last row of the page at a place is the foot and nothing else."""
        return row.content == self._of_page(place)

    def _of_page(self, place: int) -> str:
        return self.text.replace("#", str(place + self.shift))

    def cut(self, row: Line, place: int) -> int | None:
        """Where the foot starts in the last row of the page at a place, behind a letter; None where it has a row of its own."""
        own = self._of_page(place)
        content = row.content
        found = bool(own) and content.endswith(own) and content[: -len(own)].rstrip()[-1:].isalpha()
        return row.span[1] - len(own) if found else None


def _feet(row: str, place: int) -> Iterator[_Foot]:
    """The feet that a row may be, by the number in it that is the page's."""
    for match in _NUMBER.finditer(row):
        yield _Foot(f"{row[: match.start()]}#{row[match.end() :]}", int(match.group()) - place)
