"""Reading and describing a text take time in proportion to its length, whatever the text is made of."""

from __future__ import annotations

import pytest

from generator import annotators
from generator.model import Knowledge, Seed
from generator.readers import ledger, opened, read
from tests.hostile import MARKDOWN, TEXTS, Shape
from tests.timing import LIMIT, growth

_SIZE = 8_000
"""Characters: long enough for a square to show beside what a text of any length costs."""


def _read_and_describe(text: str, name: str) -> None:
    document = read(opened(Seed(name, text.encode())))
    assert not ledger.check(document)
    annotators.annotate_all([document], Knowledge())


@pytest.mark.parametrize(
    ("shape", "head", "name"),
    [
        *(pytest.param(shape, "MEDEDELING\n\n", "tekst.txt", id=name) for name, shape in TEXTS.items()),
        *(pytest.param(shape, "# Mededeling\n\n", "tekst.md", id=f"Markdown: {name}") for name, shape in MARKDOWN.items()),
    ],
)
def test_time_grows_with_the_length_of_the_text(shape: Shape, head: str, name: str) -> None:
    _read_and_describe(head + shape(100), name)
    assert growth(lambda size: _read_and_describe(head + shape(size), name), _SIZE) < LIMIT


def test_a_square_would_be_noticed() -> None:
    def square(size: int) -> int:
        return sum(1 for _ in range(size // 10) for _ in range(size // 10))

    assert growth(square, _SIZE) > LIMIT
