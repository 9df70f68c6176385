"""How wide a line was in print, so that a line that ends early can be told from one that is full."""

from __future__ import annotations

from typing import Final

_CLASSES: Final = (
    # Advance widths in thousandths of an em, rounded from the Adobe Font Metrics of Times-Roman: most official
    # documents are set in a Times, and what counts here is only the ratio between the letters.
    ("ijlt|!.,;:/\\'’‘`", 278),
    (" frI()[]-‐‑", 320),
    ('Jsz?acekxyv“”"{}•', 444),
    ("bdghnopqu0123456789$_*+<>=~#–", 500),
    ("FPSLETZ", 590),
    ("ABCKNRUVXYHDGOQ", 700),
    ("mMwW%@—…&", 800),
)
_WIDTHS: Final = {character: width for characters, width in _CLASSES for character in characters}
_OTHER: Final = 480


def width(text: str) -> int:
    """The natural width of `text` in thousandths of an em, before any justification."""
    return sum(_WIDTHS.get(character, _OTHER) for character in text)


def first_word(text: str) -> str:
    """What had to move to the next line as a whole: up to the first blank or the first hyphen inside a word."""
    word = text.split(maxsplit=1)[0] if text.split() else ""
    head, hyphen, _tail = word.partition("-")
    return head + hyphen if head else word
