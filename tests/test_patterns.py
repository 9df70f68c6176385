"""Every regular expression of the generator takes time in proportion to the text, on text that was made to slow it down."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final

import pytest

from tests import patterns
from tests.hostile import Shape
from tests.support import ROOT
from tests.timing import FOURFOLD, LIMIT, growth, seconds

pytestmark = pytest.mark.slow

_SIZE: Final = 500
"""Characters, and four times as many: of the longer one a square takes four million steps, a line some thousands."""

_AT_THE_START: Final = frozenset({r"[\[{].*|.*X.*|.*[?~%].*|.*S\d+"})
"""Patterns in tables that are only held against the start of a text, so that they begin at one place."""

_PIECES: Final = (
    *" \t\n\f\x85aA1.,-–_*()[]<>#/\\'\"^|~=:;&@éЯ“’•",
    "\r\n", "a ", "a-", "1 ", "1.", "1,", "1-", "1/", "(1", "a.", "A.", "[^1]", "](", "a\n", " \n", "- ", "1. ", "* ", "> ", "<a", "&a", "a@",
    "//", "a/a", "EN ", "en ", ", ", "COM(", "nr. ", "2015", "31 12 ", "mei ", "IV", "Aa ", "AA ", "(a) ", "a, en ", "van de ", "EU-", "a-b-", "woord1 ", "Aa Bb ", "AX, ", "<a b='", "<!--",
)  # fmt: skip
"""What patterns repeat, alone and in turns."""

_WORDS: Final = 3
"""Words of a pattern that are repeated: the first are those that it begins with."""


def _repeated(piece: str) -> Shape:
    return lambda size: piece * (size // len(piece)) + _END


_END: Final = "!"
"""Fits nothing: what was read so far was read in vain."""

_SHAPES: Final[dict[str, Shape]] = {piece: _repeated(piece) for piece in _PIECES}


def _own_shapes(pattern: re.Pattern[Any]) -> dict[str, Shape]:
    """The words of the pattern itself, again and again."""
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{3,}", str(pattern.pattern))))[:_WORDS]
    pieces = {*words, *(f"{word} " for word in words), "".join(f"{word} " for word in words)} - {""}
    return {piece: _repeated(piece) for piece in sorted(pieces)}


@lru_cache(maxsize=4096)
def _text(name: str, size: int) -> str:
    return _SHAPES[name](size)


def _use(pattern: re.Pattern[Any], text: Callable[[int], str], *, anchored: bool) -> Callable[[int], object]:
    """Goes through a text of some length with a pattern, or tries it at the start."""

    def given(size: int) -> Any:
        return text(size).encode() if isinstance(pattern.pattern, bytes) else text(size)

    if anchored:
        return lambda size: (pattern.match(given(size)), pattern.fullmatch(given(size)))
    return lambda size: [None for _ in pattern.finditer(given(size))]


def _grows_too_fast(pattern: re.Pattern[Any], *, anchored: bool = False) -> list[str]:
    """The shapes of text on which four times the length takes much more than four times the time; what seems so at first is measured again."""
    texts = {name: partial(_text, name) for name in _SHAPES} | {name: lru_cache(shape) for name, shape in _own_shapes(pattern).items()}
    found = []
    for name, text in texts.items():
        text(_SIZE)
        text(FOURFOLD * _SIZE)
        use = _use(pattern, text, anchored=anchored or pattern.pattern in _AT_THE_START)
        if seconds(use, FOURFOLD * _SIZE) >= LIMIT * seconds(use, _SIZE) and growth(use, _SIZE) >= LIMIT:
            found.append(name)
    return found


@pytest.fixture(scope="module")
def found() -> patterns.Found:
    """Every pattern of the generator."""
    return patterns.found()


def test_patterns_of_every_call_are_found(found: patterns.Found) -> None:
    """A pattern that no text and no language of these tests leads to would not be measured."""
    assert found.unseen == ()
    assert len(found.patterns) > 400


def test_what_is_said_to_be_held_against_the_start_exists(found: patterns.Found) -> None:
    assert {one.pattern for made in found.patterns.values() for one in made} >= _AT_THE_START


_FILES: Final = sorted({path.relative_to(ROOT / "generator").as_posix() for path in (ROOT / "generator").rglob("*.py")})


@pytest.mark.parametrize("room", sorted({file.rpartition("/")[0] for file in _FILES}))
def test_patterns_take_time_in_proportion_to_the_text(room: str, found: patterns.Found) -> None:
    own = {name: made for name, made in found.patterns.items() if name.rpartition("/")[0] == room}
    measured = ((name, one, _grows_too_fast(one, anchored=name in found.anchored)) for name, made in own.items() for one in made)
    slow = {f"{name} {one.pattern!r}": shapes for name, one, shapes in measured if shapes}
    assert slow == {}


@pytest.mark.parametrize("slow", [r"\s+$", r"a*b", r"\S*\w\S*", r"(?:\w+\s)*\.", r"<[^>]*>", r"(\d+\.)+x"])
def test_a_pattern_that_takes_a_square_is_noticed(slow: str) -> None:
    """A machine that is busy just when the short text is read makes it look long; three times it is not."""
    assert any(_grows_too_fast(re.compile(slow)) for _ in range(3))
