"""Columns of prose in plain text: set side by side, in turns on rows of their own, or run together on one row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

import pytest

from generator.readers.pieces.lines import content_lines
from generator.readers.printed.text.column_flow import Flow, Words, breaks
from generator.readers.printed.text.columns import unfold
from generator.readers.printed.text.mixed_columns import sort_out
from generator.readers.printed.text.view import Piece
from generator.readers.printed.text.width import METRICS, width

HAVEN: Final = (
    "De haven van de stad is dit jaar verbouwd. Er kwam een kade bij en een sluis. De schepen varen nu verder. Zij meren aan bij de nieuwe "
    "steiger. Wie een plaats wil, schrijft een brief. De havenmeester beslist daarna. Hij let op de maat van het schip. Ook de lading telt mee. "
    "Na een maand volgt een antwoord. Wie het er niet mee eens is, gaat naar de rechter. Die kijkt alleen of de regels zijn gevolgd. Hij vraagt "
    "zo nodig de raad van een schipper. Dat kost geld en tijd. De meeste mensen wachten liever een jaar. Dan is er weer plaats."
)
BOS: Final = (
    "Het bos langs de weg wordt gekapt. Op die plek komt een school. De bomen gaan naar een zagerij. Daar maakt men er planken van. Met die "
    "planken bouwt de gemeente een brug. Die brug ligt over de gracht. Fietsers mogen erover en auto's niet. De bouw duurt een winter lang. In "
    "het voorjaar is alles klaar. De kinderen gaan daarna met de fiets naar de les. Hun ouders hoeven niet meer te rijden. De weg wordt dus "
    "stiller dan hij was. Ook de lucht wordt schoner. De vogels komen dan weer terug. Zij wonen nu in het park ernaast."
)
_LEFT: Final = (
    "De haven van de stad is in dat",
    "jaar weer verder gegroeid en de",
    "kade is daarom nu ook verbouwd",
    "door de dienst van het land.",
)
_RIGHT: Final = (
    "Het schip van de dienst is in",
    "dat jaar niet gevaren en wordt",
    "daarom nu ook nog nagekeken",
    "door de mensen van de werf.",
)


_COLUMN: Final = 15_500
"""Thousandths of an em: a column of some thirty-five letters."""


def wrap(text: str, measure: int = _COLUMN) -> list[str]:
    """A text in rows as they are set in print: a word goes on the next row where it does not fit."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if width(longer) <= measure:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def taken(pieces: list[Piece], text: str) -> str:
    """A text as its pieces make it."""
    return "".join(piece if isinstance(piece, str) else text[slice(*piece)] for piece in pieces)


def beside(left: Sequence[str], right: Sequence[str], at: int = 34) -> str:
    """Two columns, the second from a place on each row on."""
    return "\n".join(f"{a:<{at}}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue=""))


def unfolded(text: str) -> list[str]:
    """The rows in the order in which they are read, blank ones told by an empty text; nothing where the text stays as it is."""
    return [row.strip() for row in taken(list(unfold(text)), text).splitlines()]


def test_each_page_has_columns_of_its_own() -> None:
    page = beside(_LEFT, _RIGHT)
    assert unfolded(page) == [*_LEFT, *_RIGHT]
    assert unfolded(f"{page}\f{page}") == [*_LEFT, *_RIGHT] * 2
    assert unfolded(f"{page}\n{page}") == [*_LEFT * 2, *_RIGHT * 2]
    assert unfolded(page.replace("\n", "\r\n")) == [*_LEFT, *_RIGHT]
    assert taken(list(unfold(f"{page}\n")), f"{page}\n").endswith(f"{_RIGHT[-1]}\n")


def test_a_number_of_a_page_parts_its_columns_from_those_of_the_next() -> None:
    rows = wrap(f"{HAVEN} {BOS}")[:30]
    columns = [tuple(rows[at : at + 5]) for at in range(0, len(rows), 5)]
    pages = [(*columns[at : at + 2], number) for at, number in ((0, "3"), (2, "4"), (4, "5"))]
    text = "\n\n".join(f"{beside(left, right, 44)}\n\n{number}" for left, right, number in pages)
    assert [row for row in unfolded(text) if row] == [row for left, right, number in pages for row in (*left, *right, number)]


def test_blank_rows_stay_between_paragraphs_of_both_columns() -> None:
    text = f"{beside(_LEFT, _RIGHT)}\n\n{beside(_LEFT, _RIGHT)}"
    assert unfolded(text) == [*_LEFT, "", *_LEFT, *_RIGHT, "", *_RIGHT]


def test_a_paragraph_ends_with_a_column_whose_last_row_left_room() -> None:
    short = (*_LEFT[:3], "van het land.")
    assert unfolded(beside(short, _RIGHT)) == [*short, "", *_RIGHT]
    open_end = (*_LEFT[:3], "van het land en")
    assert unfolded(beside(open_end, _RIGHT)) == [*open_end, *_RIGHT]


def test_a_column_may_be_longer_than_the_other_and_begin_above_it() -> None:
    longer = (*_RIGHT, "en door wie daar verder werkt")
    assert unfolded(beside(_LEFT, longer)) == [*_LEFT, *longer]
    above = f"{'':34}{_RIGHT[0]}\n{beside(_LEFT, _RIGHT[1:])}"
    assert unfolded(above) == [*_LEFT, *_RIGHT]
    centred = f"{'':22}Over havens en bossen\n\n{beside(_LEFT, _RIGHT)}"
    assert unfolded(centred) == ["Over havens en bossen", "", *_LEFT, *_RIGHT]


_NARROW_LEFT: Final = ("De haven van de", "stad is in dat", "jaar gegroeid en", "de kade verbouwd", "door de dienst.")
_NARROW_RIGHT: Final = ("Het schip van de", "dienst is in dat", "jaar niet gevaren", "en wordt daarom", "nu nagekeken.")


def test_a_narrow_right_column_may_begin_above_the_left_one() -> None:
    both = [*_NARROW_LEFT, *_NARROW_RIGHT, "en nog iets."]
    above = [f"{'':19}{row}" for row in _NARROW_RIGHT[:2]]
    rest = beside(_NARROW_LEFT, (*_NARROW_RIGHT[2:], "en nog iets."), 19)
    assert unfolded("\n".join((*above, rest))) == both
    assert unfolded("\n".join(("Een titel", *above, rest))) == ["Een titel", *both]
    assert [row for row in unfolded("\n".join((above[0], "", above[1], rest))) if row] == both
    assert unfolded("\n".join(("", above[1], rest))) == ["", *both[:5], *both[6:]]
    set_in = f"{'':10}Titel"
    assert unfolded("\n".join((set_in, *above, rest))) == ["Titel", *both]


def test_columns_may_be_set_in_and_hold_rows_of_one_alone() -> None:
    left, right = (*_LEFT, "", *_LEFT), (*_RIGHT[:2], "", *_RIGHT[2:], *_RIGHT)
    text = "\n".join(f"      {row}" for row in beside(left, right).splitlines())
    assert unfolded(text) == [*_LEFT * 2, *_RIGHT * 2]


def test_a_head_with_gaps_stands_above_columns_and_a_table_has_none_below_it() -> None:
    head = "Raad      van de      havens"
    page = beside(_LEFT, _RIGHT)
    assert unfolded("\n".join((*(f"{head} {n}" for n in range(3)), page))) == [*(f"{head} {n}" for n in range(3)), *_LEFT, *_RIGHT]


def test_what_stands_around_columns_stays_where_it_is() -> None:
    text = f"Een titel\n{beside(_LEFT, _RIGHT)}\nDaarna komt er nog een row die over de volle breedte van de pagina gaat en eindigt."
    assert unfolded(text) == ["Een titel", *_LEFT, *_RIGHT, text.splitlines()[-1]]


@pytest.mark.parametrize(
    "text",
    [
        beside(_LEFT[:3], _RIGHT[:3]),
        beside(_LEFT, tuple(row[:16] for row in _RIGHT)),
        beside(_LEFT, ("Malta", "Cyprus", "Spanje", "Italië")),
        beside(tuple(row.capitalize() for row in _LEFT), tuple(row.capitalize() for row in _RIGHT)),
        beside(_LEFT, tuple(f"{row}." for row in _RIGHT)),
        "\n".join(" ".join(row) for row in zip(_LEFT, _RIGHT, strict=True)),
        "\n".join((*_LEFT, *_RIGHT)),
        "",
    ],
)
def test_rows_that_are_no_columns_of_prose_are_left_alone(text: str) -> None:
    assert list(unfold(text)) == []


def test_a_gutter_may_be_as_narrow_as_two_blanks() -> None:
    assert unfolded(beside(_LEFT, _RIGHT, 33)) == [*_LEFT, *_RIGHT]
    assert list(unfold(beside(_LEFT, _RIGHT, 32))) == []


def test_wide_gaps_inside_a_column_are_no_gutter() -> None:
    wide = (_LEFT[0].replace("de stad", "de  stad"), *_LEFT[1:])
    assert unfolded(beside(wide, _RIGHT)) == [*wide, *_RIGHT]


# Columns that were read across ---------------------------------------------------------------------------------------


def sorted_out(text: str) -> list[str]:
    """The rows in the order in which they are read; nothing where the text stays as it is."""
    return taken(list(sort_out(text)), text).split("\n")[1:]


def in_turns(left: list[str], right: list[str], between: str = "\n") -> str:
    """The rows of two columns in turns."""
    return between.join(row for pair in zip_longest(left, right, fillvalue="") for row in pair if row)


def test_rows_of_two_columns_in_turns_are_put_in_order() -> None:
    left, right = wrap(HAVEN), wrap(BOS)
    assert sorted_out(in_turns(left, right)) == [*left, *right]


def test_the_column_that_goes_on_in_the_other_comes_first() -> None:
    whole = wrap(f"{HAVEN} {BOS}")[:28]
    first, second = whole[:14], whole[14:]
    assert not first[-1].endswith(".")
    assert sorted_out(in_turns(first, second)) == whole
    assert sorted_out(in_turns(second, first)) == whole


def test_rows_that_hold_both_columns_are_parted() -> None:
    left, right = wrap(HAVEN), wrap(BOS)
    text = "\n".join(f"{a} {b}".strip() for a, b in zip_longest(left, right, fillvalue=""))
    assert sorted_out(text) == [*left, *right]


def test_white_above_a_row_goes_with_it() -> None:
    left, right = wrap(HAVEN), wrap(BOS)
    text = in_turns(left, right, "\n\n")
    found = taken(list(sort_out(text)), text)
    assert found.split("\n\n")[1:] == [*left[1:], *right]


def turned(text: str, by: int) -> str:
    """The same sentences, begun with another."""
    sentences = text.removesuffix(".").split(". ")
    return ". ".join((*sentences[by:], *sentences[:by])) + "."


def test_notes_at_the_foot_of_mixed_columns_go_with_their_column() -> None:
    left = [*wrap(HAVEN), "1 Zie het verslag over de havens van het", "land en de zee."]
    right = [*wrap(BOS), "2 Zie de brief over de bossen en de", "weg naar de stad."]
    assert sorted_out(in_turns(left, right)) == [*left, *right]


def test_notes_that_were_kept_together_below_mixed_columns_stay_there() -> None:
    left, right = wrap(HAVEN), wrap(BOS)
    notes = "1 Zie het verslag over de havens van het\nland en de zee.\n2 Zie de brief over de bossen en de\nweg naar de stad."
    text = f"{in_turns(left, right, chr(10) * 2)}\n\n{notes}"
    found = taken(list(sort_out(text)), text)
    assert found.split("\n\n")[1:] == [*left[1:], *right, notes]


def test_heads_and_feet_are_no_rows_of_mixed_columns() -> None:
    pages = [(wrap(turned(HAVEN, by)), wrap(turned(BOS, by))) for by in (0, 2, 4)]
    text = "\n\n".join(f"{in_turns(*page)}\n\n{number}" for number, page in enumerate(pages, 3))
    rows = [row for row in taken(list(sort_out(text)), text).split("\n") if row]
    assert rows == [row for number, page in enumerate(pages, 3) for row in (*page[0], *page[1], str(number))]


def test_a_text_that_breaks_no_sentences_stays_as_it_is() -> None:
    for text in ("\n".join(wrap(f"{HAVEN} {BOS}")), in_turns(wrap(HAVEN)[:4], wrap(BOS)[:4]), "", "\n"):
        assert list(sort_out(text)) == []


def test_only_the_pages_with_mixed_columns_are_put_in_order() -> None:
    left, right, plain = wrap(HAVEN), wrap(BOS), wrap(f"{BOS} {HAVEN}")
    mixed, whole = in_turns(left, right), "\n".join(plain)
    assert sorted_out(f"{mixed}\f{whole}") == [*left, *right[:-1], f"{right[-1]}\f{plain[0]}", *plain[1:]]
    assert sorted_out(f"{whole}\f{mixed}") == [*plain[1:-1], f"{plain[-1]}\f", *left, *right]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["De haven is open.", "en de kade ook"], 1),
        (["De haven is open.", "En de kade ook"], 0),
        (["De haven is", "en de kade ook"], 0),
        (["De haven, blz.", "en de kade ook"], 1),
        (["De haven, nr.", "en de kade ook"], 0),
        (["De haven-", "Meester zegt"], 1),
        (["De haven-", "meester zegt"], 0),
        (["De EU-", "Raad zegt"], 0),
        (["De haven- meester"], 1),
        (["De haven- en kademeester"], 0),
        (["De haven- Meester"], 0),
        (["De haven is open. en de kade ook"], 1),
        (["De haven is open! en de kade ook. de sluis"], 1),
        (["De haven is open. En de kade ook"], 0),
        ([], 0),
    ],
)
def test_broken_sentences_and_words_are_counted(rows: list[str], count: int) -> None:
    assert breaks(rows) == count


NO_WORDS: Final = Words.of([])

MEASURE: Final = 14_000
"""Thousandths of an em: the width of the column in what follows."""


def worth(before: str, after: str, known: str = "") -> float:
    """What it is worth that a row goes on with another that is full."""
    flow = Flow(METRICS[0], MEASURE, Words.of([known]), shared=False)
    first = flow.piece(0, before) if before else None
    return flow.link(first, flow.piece(100, after))


FULL: Final = "De havens van het land groeien elk jaar"


def test_a_row_goes_on_with_another_as_words_do() -> None:
    assert width(FULL) > 0.94 * MEASURE
    best_first = [
        worth(f"{FULL} zee-", "haven is open", "zeehaven"),
        worth(FULL, "haven is open"),
        worth(f"{FULL} zee-", "haven is open"),
        worth(f"{FULL}.", "De kade is open"),
        worth(FULL, "De kade is open"),
        worth(FULL, "a) de kade is open"),
        worth(f"{FULL} zee-", "Haven is open"),
        worth(f"{FULL}.", "de kade is open"),
    ]
    assert best_first == sorted(best_first, reverse=True)
    assert len(set(best_first)) == len(best_first)


def test_what_ends_a_sentence_or_an_item_lets_anything_begin() -> None:
    begun = worth(f"{FULL}.", "De kade is open")
    assert worth(f"{FULL},", "a) de kade is open") == begun
    assert worth(f"{FULL} 3.", "de kade is open") == begun
    assert worth(f"{FULL},", "de kade is open") == worth(FULL, "de kade is open")
    assert worth("De haven", "De kade is open") > worth(FULL, "De kade is open")
    assert worth("", "De kade is open") > worth("", "de kade is open")


def test_a_mark_or_another_sentence_inside_a_row_speaks_against_it() -> None:
    plain = worth(FULL, "de kade is open")
    for odd in ("de kade • Sluis", "de kade. de sluis", "de kade- sluis", "de kade (a) Sluis", "de kade 3. Sluis", "de kade b) Sluis"):
        assert worth(FULL, odd) == pytest.approx(plain - 1), odd
    for usual in ("de kade (a) sluis", "de kade- en sluis", "de kade. De sluis"):
        assert worth(FULL, usual) == pytest.approx(plain), usual


def test_room_on_a_row_speaks_against_a_small_letter_below_it() -> None:
    assert (
        worth("De havens van het land", "de kade is open")
        < worth("De havens van het land groeien", "de kade is open")
        < worth(FULL, "de kade is open")
    )
    assert worth("De havens", "de kade is open") == worth("De haven", "de kade is open")
    assert worth("Ha.", "de kade is open") == worth(f"{FULL} 3.", "de kade is open")


def test_a_row_that_is_wider_than_its_column_costs_by_its_width() -> None:
    assert worth(FULL, f"de {FULL.lower()}") > worth(FULL, f"de {FULL.lower()} weer") > worth(FULL, f"de {FULL.lower()} weer en weer")


def test_notes_count_on_and_are_set_smaller() -> None:
    flow = Flow(METRICS[0], MEASURE, NO_WORDS, shared=False)
    text, note, wide = flow.piece(0, "De haven"), flow.piece(9, "3 Zie de haven"), flow.piece(30, f"4 Zie {FULL}")
    assert (text.note, text.noted, text.opens) == (0, False, False)
    assert (note.note, note.noted, note.opens) == (3, True, True)
    assert (note.span, note.text) == ((9, 23), "3 Zie de haven")
    assert not flow.piece(0, "3 havens").noted
    assert flow.fits(wide)
    assert not flow.fits(flow.piece(0, wide.text.replace("4 Zie", "Zie er")))
    assert flow.link(note, wide) > flow.link(text, wide) > flow.link(note, flow.piece(30, wide.text.replace("4", "5", 1)))


def test_the_measure_is_taken_from_the_widest_rows_but_for_a_few() -> None:
    rows = ["De haven"] * 98 + ["De haven van de hele stad"] * 2
    assert Flow.of(NO_WORDS, rows, METRICS[0], 1.0).measure == width("De haven")
    assert Flow.of(NO_WORDS, rows[1:] + rows[-1:], METRICS[0], 1.0).measure == width("De haven van de hele stad")
    assert Flow.of(NO_WORDS, rows, METRICS[0], 0.5).measure == width("De haven") / 2
    assert [Flow.of(NO_WORDS, rows, METRICS[0], share).shared for share in (1.0, 0.5)] == [False, True]
    assert {*Words.of(["De Haven 3"]).times} == {"de", "haven"}
    assert content_lines("") == ()
    assert Flow.of(NO_WORDS, [""], METRICS[0], 1.0).measure == 1
