"""Notes that pages number from 1: numbered through, in text that tools take out of PDFs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.readers.printed.text.footnotes import read_notes
from generator.readers.printed.text.rows import Row


def rows(*placed: tuple[int, str]) -> tuple[Row, ...]:
    """A row of a note's text for each page and text, one below the other."""
    found, at = [], 0
    for line, (page, text) in enumerate(placed, 1):
        found.append(Row(((at, at + len(text)),), text, (line, line), 0, "normal", page))
        at += len(text) + 1
    return tuple(found)


@pytest.mark.parametrize(
    ("placed", "numbers"),
    [
        (((0, "1 Een valk."), (0, "2 Een uil."), (1, "1 Een spreeuw.")), [1, 2, 3]),
        (((0, "1 Een valk."), (1, "2 Een uil, voor wie op de eerste bladzijde geen plaats was."), (2, "1 Een spreeuw.")), [1, 2, 3]),
        (((0, "1 Een valk."), (0, "3 Een uil."), (1, "1 Een spreeuw.")), [1, 3, 4]),
        (((2, "1 Een valk."), (3, "1 Een uil."), (5, "1 Een spreeuw.")), [1, 2, 3]),
    ],
)
def test_notes_of_pages_count_on(placed: tuple[tuple[int, str], ...], numbers: list[int]) -> None:
    notes, strays = read_notes(rows(*placed), anew=True)
    assert [note.number for note in notes] == numbers
    assert strays == ()
    assert [note.printed for note in notes] == [int(text[0]) for _, text in placed]


def test_the_rest_of_a_note_that_is_set_in_on_the_next_page_is_no_note_of_its_own() -> None:
    one, rest, two = rows((0, "1 Een valk die boven de"), (1, "duinen vliegt."), (2, "1 Een spreeuw."))
    rest = replace(rest, indent=3, relation="separated")
    notes, _ = read_notes((one, rest, two), anew=True)
    assert [note.number for note in notes] == [1, 2]
    ended = replace(one, text="1 Een valk vloog boven.")
    notes, _ = read_notes((ended, rest, two), anew=True)
    assert [note.number for note in notes] == [1, 2, 3]
