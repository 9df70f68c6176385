"""Notes of PDFs: at the foot of columns, below a line, in smaller type, all at the end; and what calls for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import pytest

from generator.model import Run
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.notes import Notes, find_notes

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


def labelled(*rows: Set) -> list[str]:
    """What the notes of rows are labelled with, as it is printed."""
    return [note.label for note in found_in(*rows)[0].notes]


def read(*rows: Set) -> tuple[list[str], list[tuple[int, str]], list[tuple[int, str]]]:
    """The rows of running text, the notes (number and text), and the markers (number and what is printed)."""
    found, text = found_in(*rows)
    body = [line.text for flow in found.body for line in flow]
    notes = [(note.number, " ".join(text[a:b].strip() for part in note.rows for a, b in part)) for note in found.notes]
    return body, notes, [(marker.number, text[slice(*marker.span)]) for marker in found.markers]


def found_in(*rows: Set) -> tuple[Notes, str]:
    """The notes of rows, and the text of these."""
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
    return find_notes([tuple(lines) for lines in flows.values()], text, 10), text


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


def noted(*rows: Set) -> list[tuple[int, str]]:
    """The notes of rows, number and text."""
    return read(*rows)[1]


_TWICE: Final = [(1, "Zie a."), (2, "Zie b.")]
"""The notes of two pages that each count from 1: taken from the foot of each, for at the end of a document they would not count on."""


@pytest.mark.parametrize(
    ("note", "found"),
    [
        (Set("1 Zie @.", size=9.3), True),
        (Set("1 Zie @.", size=9.5), False),
        (Set("^1^ Zie @."), True),
        (Set("1 Zie @.", below=True), True),
        (Set("1 Zie @."), False),
    ],
)
def test_notes_stand_at_the_foot_of_each_page(note: Set, found: bool) -> None:  # noqa: FBT001 - a column of the table
    first, second = replace(note, text=note.text.replace("@", "a")), replace(note, text=note.text.replace("@", "b"), page=2)
    rows = (_ONE, Set("Meer."), first, Set("De kade^1^ is dicht.", page=2), second)
    assert (noted(*rows) == _TWICE) == found
    assert not found or read(*rows)[0] == ["De haven1 is open.", "Meer.", "De kade1 is dicht."]


def test_a_raised_number_opens_notes_where_the_rows_above_call_for_it() -> None:
    rows = (Set("De haven^2^ is open."), Set("^1^ Zie a."), Set("De kade^1^ is dicht.", page=2), Set("^1^ Zie b.", page=2))
    assert read(*rows)[0] == ["De haven2 is open.", "1 Zie a.", "De kade1 is dicht."]
    brackets = (Set("De haven^(1)^ is open."), Set("^1^ Zie a."), Set("De kade^1^ is dicht.", page=2), Set("^1^ Zie b.", page=2))
    assert noted(*brackets) == _TWICE
    first = (Set("^1^ De haven is open."), Set("^1^ Zie a."), Set("De kade^1^ is dicht.", page=2), Set("^1^ Zie b.", page=2))
    assert read(*first)[0][:2] == ["1 De haven is open.", "1 Zie a."]


def test_small_rows_above_the_first_note_are_text() -> None:
    assert read(_ONE, small("Bron: de stad."), small("1 Zie a."), Set("De kade^2^ is dicht.", page=2), small("2 Zie b.", page=2))[:2] == (
        ["De haven1 is open.", "Bron: de stad.", "De kade2 is dicht."],
        _TWICE,
    )
    assert noted(Set("De haven^1^ is."), Set("Zie a.", below=True), Set("De kade^1^ is.", page=2), small("1 Zie b.", page=2)) == [
        (1, "Zie b.")
    ]


_OPEN: Final = (Set("De haven^1^ is open en wordt verbouwd."), small("1 Zie het verslag over de havens en de"))
_WHOLE: Final = "Zie het verslag over de havens en de kades."


@pytest.mark.parametrize(
    ("rest", "one"),
    [
        (small("kades.", page=2, gap=-1.5), True),
        (small("kades.", page=2, gap=-1.7), False),
        (Set("kades.", size=8.4, page=2), True),
        (Set("kades.", size=8.5, page=2), False),
        (Set("kades.", size=7.6, page=2), True),
        (Set("kades.", size=7.5, page=2), False),
        (small("kades.", page=3), False),
        (small("kades.", element="b"), True),
    ],
)
def test_a_note_that_was_left_open_goes_on(rest: Set, one: bool) -> None:  # noqa: FBT001 - a column of the table
    second = Set("De kade is dicht.", page=rest.page, element=rest.element)
    assert (noted(*_OPEN, second, rest) == [(1, _WHOLE)]) == one


def test_the_rest_of_a_note_may_open_a_page() -> None:
    assert noted(*_OPEN, small("kades.", page=2)) == [(1, _WHOLE)]


@pytest.mark.parametrize(
    ("last", "rest", "one"),
    [
        ("en dat over de kades, en de sluizen.", "Meer.", True),
        ("en zo.", "Meer.", False),
        ("en zo", "Meer.", True),
        ("en zo.", "meer.", True),
    ],
)
def test_a_note_is_left_open_by_a_full_row_or_in_a_sentence(last: str, rest: str, one: bool) -> None:  # noqa: FBT001 - a column of the table
    rows = (_ONE, small("1 Zie het verslag over de havens,"), small(last), Set("De kade is dicht.", page=2), small(rest, page=2))
    assert noted(*rows) == [(1, f"Zie het verslag over de havens, {last}{f' {rest}' if one else ''}")]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("1", "2"), ["1", "2"]), (("1", "4"), ["1"]), (("1", "^4^"), ["1", "4"]), (("1", "^40^"), ["1"]), (("1", "(a)"), ["1"]), (("1", "*"), ["1", "*"]), (("1", "^a^"), ["1", "a"]), (("*", "1"), ["*", "1"]),
        (("*", "3"), ["*"]), (("1", "*", "2"), ["1", "*", "2"]), (("1", "*", "3"), ["1", "*"]), (("1", "*", "^3^"), ["1", "*", "3"]), (("3", "2"), ["3"]), (("4", "5"), ["4", "5"]), (("40", "41"), []), (("^40^", "41"), ["40", "41"]),
        (("1", "1"), ["1"]), (("(a)", "(b)"), ["a"]),
    ],
)  # fmt: skip
def test_which_labels_start_the_next_note(labels: tuple[str, ...], found: list[str]) -> None:
    called = Set("De haven" + "".join(f".^{label.strip('^()')}^ En" for label in labels))
    rows = [small(f"{label} Zie {place}.") for place, label in enumerate(labels)]
    assert [label.strip("()") for label in labelled(called, *rows)] == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("1", "2"), ("3",), 3), (("1", "2"), ("5",), 3), (("1", "2"), ("50",), 2), (("1", "2"), ("^50^",), 3), (("1", "2"), ("1",), 3), (("1", "2"), ("2",), 2), (("1", "^3^"), ("2",), 3), (("1", "2"), ("1", "2"), 4), (("1", "2"), ("3", "1"), 3),
    ],
)  # fmt: skip
def test_which_labels_open_the_notes_of_the_next_page(first: tuple[str, ...], second: tuple[str, ...], found: int) -> None:
    def page(labels: tuple[str, ...], number: int) -> list[Set]:
        called = Set("De haven" + "".join(f".^{label.strip('^')}^ En" for label in labels), page=number)
        return [called, *(small(f"{label} Zie {place}.", page=number) for place, label in enumerate(labels))]

    assert len(labelled(*page(first, 1), *page(second, 2))) == found


@pytest.mark.parametrize(("left", "hangs"), [(74.8, True), (74.9, False), (60, True)])
def test_notes_of_a_column_start_at_one_edge(left: float, hangs: bool) -> None:  # noqa: FBT001 - a column of the table
    rows = (Set("De haven^1^ is^2^ en^3^."), small("1 Zie a."), small("2 Zie b."), small("3 Zie c.", left=left))
    assert len(labelled(*rows)) == (3 if hangs else 2)


def test_at_the_end_plain_numbers_are_notes_up_to_the_last_that_is_raised() -> None:
    rows = (Set("De haven^1^ is en kade^2^, zie ook [5]."), Set("Het schip."), Set("1 Zie a."), Set("2 Zie b."))
    assert noted(*rows) == [(1, "Zie a."), (2, "Zie b.")]
    assert noted(*rows[:3], Set("2 Zie b."), Set("3 schepen.")) == [(1, "Zie a."), (2, "Zie b. 3 schepen.")]
    assert noted(Set("De haven [1] is en kade [3]."), Set("[1] Zie a."), Set("[3] Zie b.")) == []
    assert noted(Set("[1] De haven is."), Set("[1] Zie a.")) == []
    in_table = (Set("De haven [1] is."), Set("[1] Malta", element="table[1]/row[1]/cell[1]"), Set("[1] Zie a."))
    assert read(*in_table)[:2] == (["De haven [1] is.", "[1] Malta"], [(1, "Zie a.")])


def test_a_marker_points_at_the_note_on_its_page_or_the_next() -> None:
    def points(*pages: tuple[str, str]) -> list[int]:
        return [
            number
            for number, _ in read(
                *(
                    row
                    for page, (text, note) in enumerate(pages, 1)
                    for row in ([Set(text, page=page)] if text else []) + ([small(note, page=page)] if note else [])
                )
            )[2]
        ]

    assert points(("De haven^1^ is.", "1 Zie a."), ("De kade^1^ is.", "1 Zie b.")) == [1, 2]
    assert points(("De haven^1^ is.", "1 Zie a."), ("De kade^1^ is.", ""), ("De dam.", "1 Zie b.")) == [1, 2]
    assert points(("De haven^1^ is.", "1 Zie a."), ("De kade^1^ is.", "1 Zie b."), ("De dam^1^ is.", "")) == [1, 2]
    assert points(("De haven^1^ is.", "1 Zie a."), ("De kade.", ""), ("De dam^1^ is.", "")) == [1, 1]
    assert points(("De haven^1^ is.", ""), ("De kade.", ""), ("De dam is.", "1 Zie a.")) == [1]


@pytest.mark.parametrize(
    ("called", "note", "kind"),
    [("^1^", "1", "raised"), ("(1)", "(1)", "round"), ("[1]", "[1]", "square"), ("¹", "1", "raised"), ("*", "*", "raised")],
)
def test_a_marker_says_in_which_form_it_is_printed(called: str, note: str, kind: str) -> None:
    found, _ = found_in(Set(f"De haven{called} is open."), small(f"{note} Zie a."))
    assert [marker.kind for marker in found.markers] == [kind]
