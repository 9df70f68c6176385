"""Numbers of articles that stand on the row of their text, as in the laws of Belgium, France and Germany: "Art. 3. De minister bepaalt …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.model import Lines, Place
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.titles import is_title

_NUMBER: Final = (
    r"(?P<label>(?:Artikel|Article|Artículo|Articolo|Artigo|Art\.?)\s?(?P<number>\d{1,4})(?:bis|ter|quater|er)?)(?P<stop>\.(?:\s?[-–—])?)"
)
_ALONE: Final = re.compile(_NUMBER, re.IGNORECASE)
_OPENING: Final = re.compile(_NUMBER + r"(?=\s*\S)", re.IGNORECASE)
"""An article's number and what closes it; where nothing does, the words behind it are its title."""

_MOST_SKIPPED: Final = 5
"""Articles that may be missing between two that count on: laws that were amended have gaps where articles were repealed; a larger step
is a reference."""

_FEWEST: Final = 2
"""One number may be that of another law."""


def opens_article(text: str) -> int | None:
    """The number of the article that a text opens with, its number closed; None where it opens with none."""
    match = _OPENING.match(text) or _ALONE.fullmatch(text)
    return int(match["number"]) if match else None


def part_articles(drafts: Iterable[Draft], source: str) -> tuple[Draft, ...]:
    """The drafts, in which numbers of articles that follow one another are headings apart from the text behind them; `source` is the text of their ranges."""
    drafts = tuple(drafts)
    counted = _counted(drafts)
    return tuple(part for place, draft in enumerate(drafts) for part in (_parted(draft, source) if place in counted else (draft,)))


def _counted(drafts: tuple[Draft, ...]) -> frozenset[int]:
    """The places of the drafts that open with the numbers of articles, if these count on."""
    places: list[int] = []
    last = 0
    for place, draft in enumerate(drafts):
        number = opens_article(draft.text) if _is_plain(draft) else None
        if number is not None and (not places or number == 1 or last <= number <= last + _MOST_SKIPPED):
            places.append(place)
            last = number
    return frozenset(places if len(places) >= _FEWEST else ())


def _is_plain(draft: Draft) -> bool:
    return (
        draft.kind == "paragraph" and not draft.mark and not draft.title and draft.label_span is None and bool(draft.rows and draft.rows[0])
    )


def _parted(draft: Draft, source: str) -> Iterator[Draft]:
    """The heading of an article and its text, what closes the number set aside between them; a number with a title behind it stays one."""
    (start, end), *others = draft.rows[0]
    match = _ALONE.match(source, start, end)
    if match is None or _ALONE.fullmatch(draft.text) or is_title(draft.text):
        yield replace(draft, kind="heading") if _ALONE.fullmatch(draft.text) else draft
        return
    own = ((start, match.end("label")),)
    yield replace(draft, rows=(own,), text=match["label"], place=_first_of(draft.place), kind="heading", emphasis=(), changes=())
    after = next((at for at in range(match.end(), end) if not source[at].isspace()), end)
    rest = ((after, end),) if after < end else ()
    yield replace(
        draft,
        rows=((*rest, *others), *draft.rows[1:]),
        text=draft.text[match.end() - start :].strip(),
        label=match["stop"],
        label_span=match.span("stop"),
        marked_title=False,
    )


def _first_of(place: Place) -> Place:
    """The first line of a place that is lines."""
    return Lines(place.first, place.first) if isinstance(place, Lines) else place
