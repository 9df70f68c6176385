"""Notes of PDFs: at the foot of columns, below a line, in smaller type, all at the end; and what calls for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pytest

from generator.model import Run
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.notes import find_notes

_LETTER: Final = 0.48
"""The width of a letter, in units of the type size."""


@dataclass(frozen=True)
class Set:
    """A row as it is set: carets stand around what is raised."""

    text: str
    size: float = 10
    page: int = 1
    gap: float = 0
    left: float = 70
    below: bool = False
    element: str = ""


def small(text: str, **more: object) -> Set:
    """A row of a note, in smaller type."""
    return Set(text, size=8, **more)  # type: ignore[arg-type] # the fields of a row


def read(*rows: Set) -> tuple[list[str], list[tuple[int, str]], list[tuple[int, str]]]:
    """The rows of running text, the notes (number and text), and the markers (number and what is printed)."""
    text = "".join(f"{row.text.replace('^', '')}\n" for row in rows)
    flows: dict[tuple[int, str], list[Line]] = {}
    at, y = 0, {row.page: 100.0 for row in rows}
    for row in rows:
        y[row.page] += row.gap
        base, x, start, runs = y[row.page], row.left, at, []
        for place, part in enumerate(row.text.split("^")):
            size = row.size * (0.6 if place % 2 else 1)
            right = x + len(part) * size * _LETTER
            if part:
                runs.append(
                    Run(at, at + len(part), row.page, (x, base - 8, right, base + 2), size, raised=bool(place % 2), element=row.element)
                )
            at, x = at + len(part), right
        whole = row.text.replace("^", "")
        line = Line(
            start,
            at,
            whole,
            tuple(runs),
            row.page,
            row.element,
            row.left,
            x,
            base - 8,
            base + 2,
            base,
            row.size,
            bold=False,
            italic=False,
            below_rule=row.below,
        )
        flows.setdefault((row.page, row.element), []).append(line)
        at += 1
        y[row.page] += 1.2 * row.size
    found = find_notes([tuple(lines) for lines in flows.values()], text, 10)
    body = [line.text for flow in found.body for line in flow]
    notes = [(note.number, " ".join(text[a:b].strip() for part in note.rows for a, b in part)) for note in found.notes]
    return body, notes, [(marker.number, text[slice(*marker.span)]) for marker in found.markers]


_ONE: Final = Set("De haven^1^ is open.")
_READ: Final = (["De haven1 is open."], [(1, "Zie a.")], [(1, "1")])


@pytest.mark.parametrize(
    "note",
    [
        small("1 Zie a."), small("^1^ Zie a."), Set("^1^ Zie a."), Set("1 Zie a.", below=True), Set("^1^Zie a.", below=True), small("1) Zie a."), small("1. Zie a."), small("¹ Zie a."), Set("1 Zie a."),
    ],
)  # fmt: skip
def test_a_note_stands_below_a_line_in_smaller_type_or_with_a_raised_number(note: Set) -> None:
    assert read(_ONE, note) == _READ


@pytest.mark.parametrize(
    ("called", "note", "printed"),
    [
        ("De haven^(1)^ is open.", "^(1)^ Zie a.", "(1)"),
        ("De haven^[1]^ is open.", "^[1]^ Zie a.", "[1]"),
        ("De haven(1) is open.", "(1) Zie a.", "(1)"),
        ("De haven[1] is open.", "[1] Zie a.", "[1]"),
        ("De haven¹ is open.", "1 Zie a.", "¹"),
        ("De haven* is open.", "* Zie a.", "*"),
        ("De haven^*^ is open.", "^*^ Zie a.", "*"),
        ("De haven is open.^a^", "^a^ Zie a.", "a"),
        ("De haven(*) is open.", "(*) Zie a.", "(*)"),
    ],
)
def test_a_marker_says_what_the_note_starts_with(called: str, note: str, printed: str) -> None:
    body, notes, markers = read(Set(called), small(note))
    assert (body, notes, markers) == ([called.replace("^", "")], [(1, "Zie a.")], [(1, printed)])


@pytest.mark.parametrize(
    "rows",
    [
        (Set("De haven is open."), small("1 Zie a.")),
        (Set("De haven(1) is open."), small("1 Zie a.")),
        (Set("De haven^2^ is open."), Set("^1^ Zie a.")),
        (_ONE, small("Zie a.")),
    ],
)
def test_small_or_numbered_rows_that_nothing_calls_for_are_text(rows: tuple[Set, ...]) -> None:
    body, notes, markers = read(*rows)
    assert body == [row.text.replace("^", "") for row in rows]
    assert (notes, markers) == ([], [])


def test_notes_count_on_and_their_rows_go_on() -> None:
    body, notes, markers = read(
        Set("De haven^1^ is^2^ open.^4^"), small("1 Zie a"), small("en ook b."), small("2 Zie c."), small("^4^ Zie d.")
    )
    assert body == ["De haven1 is2 open.4"]
    assert notes == [(1, "Zie a en ook b."), (2, "Zie c."), (4, "Zie d.")]
    assert markers == [(1, "1"), (2, "2"), (4, "4")]
    assert read(Set("De haven^1^ is^9^."), small("1 Zie a."), small("9 Zie c."))[1] == [(1, "Zie a. 9 Zie c.")]
    assert read(Set("De haven^1^ is^2^."), small("1 Zie a."), small("2 Zie c.", left=90))[1] == [(1, "Zie a. 2 Zie c.")]
    assert read(Set("De haven^7^ is^8^."), small("^7^ Zie a."), small("^8^ Zie b."))[1] == [(7, "Zie a."), (8, "Zie b.")]
    assert read(Set("De haven^7^ is."), small("7 Zie a."))[1] == []


def test_pages_may_count_their_notes_anew() -> None:
    rows = (_ONE, small("1 Zie a."), Set("De kade^1^ is dicht.", page=2), small("1 Zie b.", page=2))
    assert read(*rows) == (["De haven1 is open.", "De kade1 is dicht."], [(1, "Zie a."), (2, "Zie b.")], [(1, "1"), (2, "1")])


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = (Set("De haven^1^ is open en wordt verbouwd."), small("1 Zie het verslag over de havens en de"))
    second = (Set("De kade^2^ is dicht.", page=2), small("kades.", page=2, gap=20), small("2 Zie b.", page=2))
    assert read(*first, *second)[1] == [(1, "Zie het verslag over de havens en de kades."), (2, "Zie b.")]
    near = (second[0], small("Kades.", page=2, gap=-3), small("2 Zie b.", page=2))
    assert read(*first, *near)[1] == [(1, "Zie het verslag over de havens en de"), (2, "Zie b.")]
    assert read(*first, *(Set(row.text, row.size, 4, row.gap) for row in second))[1] == [
        (1, "Zie het verslag over de havens en de"),
        (2, "Zie b."),
    ]


def test_notes_of_two_columns_stand_at_the_foot_of_each() -> None:
    rows = (
        Set("De haven^1^ is.", element="a"),
        small("1 Zie a.", element="a"),
        Set("De kade^2^ is.", element="b"),
        small("2 Zie b.", element="b"),
    )
    assert read(*rows)[1:] == ([(1, "Zie a."), (2, "Zie b.")], [(1, "1"), (2, "2")])


def test_a_note_moved_to_the_next_column_keeps_its_number() -> None:
    first = (Set("De haven^1^ is^3^ open.", element="a"), small("^1^ Zie a.", element="a"), small("^3^ Zie c.", element="a"))
    second = (Set("De kade^2^ is.", element="b"), small("2 Zie b.", element="b", gap=20))
    assert read(*first, *second)[1:] == ([(1, "Zie a."), (3, "Zie c."), (2, "Zie b.")], [(1, "1"), (3, "3"), (2, "2")])


def test_a_letter_in_brackets_opens_notes_that_nothing_calls_for() -> None:
    ruled = (Set("De haven is open."), Set("(a) Zie het verslag.", gap=20, below=True), Set("(b) Zie de kaart."))
    assert read(*ruled) == ([row.text for row in ruled], [], [])


def test_notes_at_the_end_are_those_that_the_text_calls_for() -> None:
    rows = (Set("De haven [1] is open en de kade [2] dicht."), Set("Het schip."), Set("[1] Zie a."), Set("en b."), Set("[2] Zie c."))
    assert read(*rows) == (
        ["De haven [1] is open en de kade [2] dicht.", "Het schip."],
        [(1, "Zie a. en b."), (2, "Zie c.")],
        [(1, "[1]"), (2, "[2]")],
    )
    assert read(*rows[:3])[1] == [(1, "Zie a.")]
    assert read(rows[0], rows[4])[1] == []
    assert read(rows[0], Set("(1) Zie a."), rows[4])[1] == []
    plain = (Set("De haven^1^ is en kade^2^."), Set("Het schip."), Set("1 Zie a."), Set("2 Zie b."))
    assert read(*plain)[1] == [(1, "Zie a."), (2, "Zie b.")]
    assert read(*plain[:3], Set("3 Zie b."))[1] != [(1, "Zie a."), (3, "Zie b.")]


def test_a_marker_points_at_the_note_of_its_page_and_two_may_point_at_one() -> None:
    rows = (Set("De haven^1^ is^1^ open."), small("1 Zie a."))
    assert read(*rows)[2] == [(1, "1"), (1, "1")]
    moved = (Set("De haven^1^ is open."), Set("De kade is dicht.", page=2), small("1 Zie a.", page=2))
    assert read(*moved)[2] == [(1, "1")]


def test_rows_of_a_table_hold_no_notes() -> None:
    assert read(_ONE, small("1 Zie a.", element="table1/x"))[1] == []
