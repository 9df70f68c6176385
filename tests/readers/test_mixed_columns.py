"""What tells which of two columns a piece of a row goes on with: the words of the text itself."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.printed.text.column_flow import Flow, Words, breaks
from generator.readers.printed.text.width import METRICS

ROWS: Final = (
    "De wolf loopt langs de heg en de hond loopt achter de wolf aan,",
    "want de hond van de EU-boeren kent de wolf en de heg. Anna ziet",
    "dat de wolf en de hond verdwijnen. Dit is de heg van de boeren,",
    "en dit wil Anna ook op een dag aan haar vader laten zien, in dit geval.",
)


@pytest.fixture(scope="module")
def flow() -> Flow:
    return Flow.of(Words.of(ROWS), ROWS, METRICS[0], 0.4)


def test_a_capital_that_is_no_name_opens_a_sentence() -> None:
    words = Words.of(ROWS)
    assert [word for word in ("Dit", "Anna", "dit", "DIT") if words.opens_sentence(word)] == ["Dit"]


def test_words_that_follow_one_another_elsewhere_are_not_parted(flow: Flow) -> None:
    assert flow.parted("de hond blaft en", "de wolf") < 0
    assert flow.parted("de hond blaft en", "vader slaapt") == 0


def test_two_words_are_counted_together_behind_words_only() -> None:
    words = Words.of(ROWS)
    assert words.together("achter de", "wolf") == words.together("DE", "Wolf") > 1
    assert words.together("", "wolf") == words.together("de", "") == words.together("heg.", "Anna") == 0


@pytest.mark.parametrize(
    ("before", "better", "worse"),
    [
        ("de hond van de EU-", "boeren kent", "wolf kent"),  # the text has the compound
        ("de hond van de wol-", "ven kent", "wolf kent"),  # what is a word by itself is seldom the rest of one
        ("de jonge wolven-", "en honden", "ven kent"),  # a hyphen before a conjunction stands for a word
        ("wij zien dat hij achter", "de wolf", "Dit is"),  # a sentence opens in mid-sentence
        ("wij zien dat hij achter", "Anna loopt", "Dit is"),  # a name does not
        ("wij zien de heg.12", "Anna loopt", "loopt achter"),  # a number of a note behind the stop
    ],
)
def test_one_piece_goes_on_better_than_another(flow: Flow, before: str, better: str, worse: str) -> None:
    piece = flow.piece(0, before)
    assert flow.link(piece, flow.piece(0, better)) > flow.link(piece, flow.piece(0, worse))


def test_a_sentence_that_opens_in_mid_row_costs(flow: Flow) -> None:
    assert flow.piece(0, "en de Dit is de heg").flaws < flow.piece(0, "en de Anna is de heg").flaws == 0


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("de wolf slaapt.", "en de hond waakt"), 1),
        (("de wolf slaapt3.", "en de hond waakt"), 1),
        (("de wolf slaapt.3", "en de hond waakt"), 1),
        (("de wolf slaapt", "en de hond waakt"), 0),
        (("de wolven-", "Een hond"), 1),
        (("de wolven- hond slaapt",), 1),
    ],
)
def test_broken_sentences_are_counted(rows: tuple[str, ...], found: int) -> None:
    assert breaks(rows) == found
