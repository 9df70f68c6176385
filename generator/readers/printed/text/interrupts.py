"""What each kind of mark at the start of a row of a text may interrupt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.readers.pieces.counting import HIGHEST_FIRST, NEXT_ITEM
from generator.readers.pieces.enumeration import Mark, find_marks
from generator.readers.pieces.shape import ends_sentence
from generator.readers.pieces.titles import is_title
from generator.readers.printed.text.reading import Reading
from generator.readers.printed.text.sequences import Sequences

_DASH_INSIDE: Final = re.compile(r"\s[-–—]\s")
BETWEEN_ITEMS: Final = (":", ";", ".", ",")
"""What stands before an item: the sign that leads in the list, or the one that ends the item above."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be a mark at the start of a row: `before` is the text of the row above, `apart` is true where white space lies between.

    `values` are the last numbers of each style of mark, `sequences` those that all numbers of the text make.
    """

    mark: Mark
    index: int
    before: str
    apart: bool
    reading: Reading
    values: Mapping[str, int]
    sequences: Sequences

    @property
    def last(self) -> int | None:
        """The last number of this style."""
        return self.values.get(self.mark.style)

    @property
    def ended(self) -> bool:
        """Whether the row above ends an item or a paragraph, or there is none."""
        return not self.index or self.reading.ended(self.index)


def may_interrupt(claim: Claim) -> bool:
    """Whether the characters that look like a mark are one, by the first rule of `_INTERRUPTS` for such a mark."""
    return next(allowed(claim) for applies, allowed in _INTERRUPTS if applies(claim))


def closes_dash(reading: Reading, index: int) -> bool:
    """Whether the dash at the start of a row closes a dash opened on the rows before."""
    recent = " ".join(text.lstrip("-–— ") for text in reading.plain[max(0, index - 2) : index])
    return bool(_DASH_INSIDE.search(recent)) and not ends_sentence(reading.plain[index - 1])


# Kinds of marks ----------------------------------------------------------------------------------------------------


def _is_certain(claim: Claim) -> bool:
    """Nothing but a mark looks so."""
    return claim.mark.certain


def _is_letter_bullet(claim: Claim) -> bool:
    """A letter stands for a bullet."""
    return claim.mark.is_letter_bullet


def _is_unnumbered(claim: Claim) -> bool:
    """The mark is the same for all items."""
    return claim.mark.value is None


def _is_in_sequence(claim: Claim) -> bool:
    """The numbers of other rows make a list with this one; the row above ends an item, or the list bridges it."""
    bridged = (claim.index, claim.mark.style) in claim.sequences.bridges
    return claim.sequences.holds(claim.index, claim.mark) and (claim.ended or bridged)


def _is_next(claim: Claim) -> bool:
    """A number follows on the last of its style."""
    return claim.last is not None and claim.mark.value == claim.last + 1


def _is_any(_claim: Claim) -> bool:
    """What is left: a number out of order."""
    return True


# What they may interrupt -------------------------------------------------------------------------------------------


def _anything(_claim: Claim) -> bool:
    return True


def _sentence(claim: Claim) -> bool:
    """What ends as a sentence does or, set apart, as a title or with a comma."""
    before = claim.before
    return not claim.index or ends_sentence(before) or (claim.apart and (before.endswith(",") or is_title(before)))


def _piece(claim: Claim) -> bool:
    """What is set apart, or has ended and has no dash open."""
    return claim.apart or (claim.ended and not closes_dash(claim.reading, claim.index))


def _ended(claim: Claim) -> bool:
    """What ends as an item or a paragraph does."""
    return claim.ended


def _before_list(claim: Claim) -> bool:
    """What has ended, where a list may open: with 1 or a number that others follow, set apart, below a stop or colon, or in an item."""
    placed = claim.apart or claim.before.endswith(BETWEEN_ITEMS) or _is_nested(claim)
    return placed and claim.ended and (claim.mark.value == 1 or _starts_in_middle(claim))


def _starts_in_middle(claim: Claim) -> bool:
    """Whether a list that does not begin at the beginning starts, the first of its style."""
    low = (claim.mark.value or 0) <= HIGHEST_FIRST
    return claim.last is None and claim.apart and low and _is_followed(claim)


def _is_nested(claim: Claim) -> bool:
    """Whether a bracketed mark that others follow starts a list inside an item, being set in from it."""
    rows, index = claim.reading.rows, claim.index
    inside = rows[index].indent > rows[index - 1].indent and bool(find_marks(claim.reading.plain[index - 1]))
    return inside and claim.mark.style.startswith(("round", "half")) and _is_followed(claim)


def _is_followed(claim: Claim) -> bool:
    """Whether a list that does not begin at the beginning goes on: numbers may stand alone, letters may not."""
    mark, index = claim.mark, claim.index
    if mark.kind == "numbered":
        return True
    later = (other for text in claim.reading.plain[index + 1 : index + NEXT_ITEM] for other in find_marks(text))
    return any(other.style == mark.style and other.value == (mark.value or 0) + 1 for other in later)


_Question: TypeAlias = Callable[[Claim], bool]

_INTERRUPTS: Final[tuple[tuple[_Question, _Question], ...]] = (
    (_is_certain, _anything),
    (_is_letter_bullet, _sentence),  # "o" is a word in some languages; as a bullet it never comes in mid-sentence
    (_is_unnumbered, _piece),  # a dash may be one of a pair
    (_is_in_sequence, _anything),  # the other numbers prove it
    (_is_next, _ended),
    (_is_any, _before_list),  # what follows on nothing has to open a list
)
"""Which marks a rule is about, and what they may interrupt. In order: the first that applies decides."""
