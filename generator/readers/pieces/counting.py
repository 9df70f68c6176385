"""How far apart the numbers and letters may stand that count items and notes: what all readers go by."""

from __future__ import annotations

from typing import Final

ALPHABET: Final = 26
"""Letters of the Latin alphabet, after which a lettered list counts aa or AA."""

NEXT_ITEM: Final = 12
"""Rows within which the next item of a list starts: an item seldom fills more than ten. The texts of tests/held and the seeds read alike
with half of it and with twice as much."""

HIGHEST_FIRST: Final = 60
"""A number that is not the next of its list may start one in the middle, as in a quotation; above this it is a page or a year."""

MOST_SKIPPED_NOTES: Final = 3
"""A note may follow on one whose text or number was lost, but not on a gap of more than these."""
