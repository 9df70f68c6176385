"""Rows of plain text: where headings, items and paragraphs start and end, by what stands on the rows and by how full they are."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Lines
from generator.readers import ledger
from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.shape import Shape
from generator.readers.printed.text.chunks import Chunk
from generator.readers.printed.text.fullness import Fullness
from generator.readers.printed.text.one_line import part
from generator.readers.printed.text.reading import Reading, ends_in_conjunction
from generator.readers.printed.text.rows import Row
from generator.readers.printed.text.segment import segment
from generator.readers.printed.text.title_rows import TitleRows
from generator.readers.printed.text.width import METRICS, Metric, width
from tests.readers.test_readers import read_text, spelled
from tests.readers.test_text_columns import BOS, HAVEN, wrap

_MEASURE: Final = 30_000
"""Thousandths of an em: rows of some seventy letters."""

_SHORT: Final = {
    "A": "\n".join(wrap(HAVEN, _MEASURE)),
    "B": "\n".join(wrap(BOS, _MEASURE)),
    "SA": "\n\n".join(wrap(HAVEN, _MEASURE)),
    "SB": "\n\n".join(wrap(BOS, _MEASURE)),
    "LA": HAVEN,
    "LB": BOS,
}
"""Two paragraphs in rows, in rows with white between (S), and each on one long line (L)."""


def blocks(text: str) -> list[str]:
    """The blocks of a text, in the notation of the case files; the paragraphs above by their letters, in the text and in what is found."""
    for name, whole in _SHORT.items():
        text = text.replace(f"{{{name}}}", whole)
    return spelled(read_text(text)).replace(HAVEN, "{A}").replace(BOS, "{B}").splitlines()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{A}\n{B}", ["P | {A}", "P | {B}"]),
        ("{A}\n\n{B}", ["P | {A}", "P | {B}"]),
        ("{A}\f{B}", ["P | {A}", "P | {B}"]),
        ("{SA}\n\n\n{SB}", ["P | {A}", "P | {B}"]),
        ("{SA}\n\n{SB}", ["P | {A}", "P | {B}"]),
        ("{LA}\n{LB}\n{LA}\n{LB}", ["P | {A}", "P | {B}", "P | {A}", "P | {B}"]),
        ("{A} Daarna komt de winter\n\fen de rest van de zin.\n{B}", ["P | {A} Daarna komt de winter en de rest van de zin.", "P | {B}"]),
        ("{LA}\n{LB}\nDaarna komt de winter\n\fen de rest van de zin.\n{LA}", ["P | {A}", "P | {B}", "P | Daarna komt de winter en de rest van de zin.", "P | {A}"]),
        ("Ten eerste is er een haven.\nTen tweede is er een kade.\n{A}", ["P | Ten eerste is er een haven.", "P | Ten tweede is er een kade.", "P | {A}"]),
        ("Zij zei: “De haven is open.\nDe kade ook.” Dat was dat.\n{A}", ["P | Zij zei: “De haven is open. De kade ook.” Dat was dat.", "P | {A}"]),
        ("{A}\nDit omvat:\nmeten;\nbouwen; en\nverven.\n{B}", ["P | {A}", "P | Dit omvat: meten; bouwen; en verven.", "P | {B}"]),
        ("De haven – zo zegt men\n– is open.\n{A}", ["P | De haven – zo zegt men – is open.", "P | {A}"]),
        ("2 000 havens zijn er.\n{A}", ["P | 2 000 havens zijn er.", "P | {A}"]),
        ("De raad van 3 maart 2031 in\n{A}", ["P | De raad van 3 maart 2031 in {A}"]),
        ("De   haven   is open.\n{A}", ["P | De haven is open.", "P | {A}"]),
        ("“{A}”\nJan Jansen, minister van Havens\n{B}", ["Q | “{A}”", "Q | Jan Jansen, minister van Havens", "P | {B}"]),
    ],
)  # fmt: skip
def test_a_paragraph_ends_where_its_last_row_left_room_or_white_follows(text: str, found: list[str]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Over havens\n{A}\nOver bossen\n{B}", ["H1 | Over havens", "P | {A}", "H1 | Over bossen", "P | {B}"]),
        ("Over havens en de wegen daar\nnaartoe\n{A}", ["H1 | Over havens en de wegen daar naartoe", "P | {A}"]),
        ("OVER HAVENS\nEN BOSSEN\n{A}", ["H1 | OVER HAVENS EN BOSSEN", "P | {A}"]),
        ("OVER HAVENS\nEn bossen\n{A}", ["H1 | OVER HAVENS", "H2 | En bossen", "P | {A}"]),
        ("OVER HAVENS\nen bossen\n\n{A}", ["H1 | OVER HAVENS en bossen", "P | {A}"]),
        ("OVER HAVENS\nvan 21 juni 2031\n{LA}\n{LB}\n{LA}\n{LB}", ["H1 | OVER HAVENS van 21 juni 2031", "P | {A}", "P | {B}", "P | {A}", "P | {B}"]),
        ("{A}\nVERVOLG\n{B}", ["P | {A}", "H1 | VERVOLG", "P | {B}"]),
        ("{SA}\n\n\nOver bossen\n\n\n{SB}", ["P | {A}", "H1 | Over bossen", "P | {B}"]),
        ("{A}\n                    Centrale haven\n{B}", ["P | {A}", "H1 | Centrale haven", "P | {B}"]),
        ("Over havens:\n{A}", ["P | Over havens:", "P | {A}"]),
        ("Over havens;\n{A}", ["P | Over havens;", "P | {A}"]),
        ("Over de\n{A}", ["P | Over de {A}"]),
        ("De\nHaven\n{A}", ["H1 | De Haven", "P | {A}"]),
        ("Kernmaatregelen:\n– Havens bouwen.\n– Kades meten.\n{A}", ["H1 | Kernmaatregelen:", "I1 bullet – | Havens bouwen.", "I1 bullet – | Kades meten.", "P | {A}"]),
        ("1. Over havens\n{A}\n2. Over bossen\n{B}", ["H1 1 | Over havens", "P | {A}", "H1 2 | Over bossen", "P | {B}"]),
        ("1. Over havens\n{A}\n3. Over bossen\n{B}", ["H1 1 | Over havens", "P | {A}", "H1 3 | Over bossen", "P | {B}"]),
        ("1. Over havens\n{A}\n1.1 Over bossen\n{B}\n1.3 Over wegen\n{A}", ["H1 1 | Over havens", "P | {A}", "H2 1.1 | Over bossen", "P | {B}", "H2 1.3 | Over wegen", "P | {A}"]),
        ("1. Havens\n1.1. Kades\n{A}\n1.2. Sluizen\n{B}\n2. Bossen\n{A}", ["H1 1 | Havens", "H2 1.1 | Kades", "P | {A}", "H2 1.2 | Sluizen", "P | {B}", "H1 2 | Bossen", "P | {A}"]),
        ("A. Havens\n{A}\nB. Bossen\n{B}", ["H1 A | Havens", "P | {A}", "H1 B | Bossen", "P | {B}"]),
        ("I. Havens\n{A}\nII. Bossen\n{B}\nIV. Wegen\n{A}", ["H1 I | Havens", "P | {A}", "H1 II | Bossen", "P | {B}", "H1 IV | Wegen", "P | {A}"]),
        ("I. Havens\n1. Kades\n{A}\nII. Bossen\n1. Eiken\n{B}", ["H1 I | Havens", "H2 1 | Kades", "P | {A}", "H1 II | Bossen", "H2 1 | Eiken", "P | {B}"]),
        ("I Havens\n{A}\nII Bossen\n{B}\nIII Wegen\n{A}", ["H1 I | Havens", "P | {A}", "H1 II | Bossen", "P | {B}", "H1 III | Wegen", "P | {A}"]),
        ("1\nOver havens\n{A}\n2\nOver bossen\n{B}", ["H1 1 | Over havens", "P | {A}", "H1 2 | Over bossen", "P | {B}"]),
        ("1. Wat is een haven?\n\n{A}", ["H1 1 | Wat is een haven?", "P | {A}"]),
        ("1. Over havens.\n\n{A}", ["I1 numbered 1. | Over havens.", "P | {A}"]),
        ("1. Havens\n{LA}\n2. Bossen\n{LB}\n{LA}\n{LB}", ["H1 1 | Havens", "P | {A}", "H1 2 | Bossen", "P | {B}", "P | {A}", "P | {B}"]),
        (
            "Inhoud\n1. Havens ..... 3\n2. Bossen ..... 5\n3. Wegen ..... 7\n\n1. Havens\n{A}\n2. Bossen\n{B}",
            ["H1 | Inhoud", "I1 numbered 1. | Havens ..... 3", "I1 numbered 2. | Bossen ..... 5", "I1 numbered 3. | Wegen ..... 7", "H1 1 | Havens", "P | {A}", "H1 2 | Bossen", "P | {B}"],
        ),
        ("HOOFDSTUK I\nALGEMENE BEPALINGEN\nArtikel 1\nDoel\n{A}", ["H1 | HOOFDSTUK I", "H2 | ALGEMENE BEPALINGEN", "H3 | Artikel 1", "H4 | Doel", "P | {A}"]),
        ("Artikel 1\nDoel van de\nregeling\n{A}\nArtikel 2\n{B}", ["H1 | Artikel 1", "H2 | Doel van de regeling", "P | {A}", "H1 | Artikel 2", "P | {B}"]),
        ("Art. 1. {LA}\nArt. 2. {LB}\n{LA}\n{LB}", ["H1 | Art. 1", "P | {A}", "H1 | Art. 2", "P | {B}", "P | {A}", "P | {B}"]),
        ("Land   Kades   Havens\nMalta   4   drie\nCyprus   7   vier\n\n{A}", ["P | Land Kades Havens", "P | Malta 4 drie", "P | Cyprus 7 vier", "P | {A}"]),
        ("{A}\n\nTabel 1: havens\n\nMalta 4 12\nCyprus 7 9\nItalië 15 3\n{B}", ["P | {A}", "P | Tabel 1: havens", "T | Malta | 4 | 12", "T | Cyprus | 7 | 9", "T | Italië | 15 | 3", "P | {B}"]),
    ],
)  # fmt: skip
def test_headings_are_told_by_their_numbers_their_place_and_their_length(text: str, found: list[str]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De raad wil\n1) meten,\n2) bouwen.\n{A}", ["P | De raad wil 1) meten, 2) bouwen.", "P | {A}"]),
        ("De raad wil:\n1) meten;\n2) bouwen.\n{A}", ["P | De raad wil:", "I1 numbered 1) | meten;", "I1 numbered 2) | bouwen.", "P | {A}"]),
        ("De raad:\n\n3) meten,\n\n4) bouwen.\n{A}", ["P | De raad:", "I1 numbered 3) | meten,", "I1 numbered 4) | bouwen.", "P | {A}"]),
        ("De raad:\n\nc) meten,\n\nd) bouwen.\n{A}", ["P | De raad:", "I1 lettered c) | meten,", "I1 lettered d) | bouwen.", "P | {A}"]),
        ("De raad:\n\nc) meten,\n\ne) bouwen.\n{A}", ["P | De raad:", "P | c) meten, e) bouwen.", "P | {A}"]),
        ("De raad wil dat\n– iets.\n{A}", ["P | De raad wil dat", "I1 bullet – | iets.", "P | {A}"]),
        ("De haven is groot\no zo groot.\n{A}", ["P | De haven is groot o zo groot.", "P | {A}"]),
        ("De haven is groot.\no Zo groot.\n{A}", ["P | De haven is groot.", "I1 bullet o | Zo groot.", "P | {A}"]),
        ("• meten van de\n  havens;\n• bouwen.\n{A}", ["I1 bullet • | meten van de havens;", "I1 bullet • | bouwen.", "P | {A}"]),
        ("De raad wil:\n  meten;\n  bouwen.\n{A}", ["P | De raad wil:", "I1 bullet | meten;", "I1 bullet | bouwen.", "P | {A}"]),
        ("{SA}\n  kades meten;\n\n  havens tellen.\n\n\n{SB}", ["P | {A}", "I1 bullet | kades meten;", "I1 bullet | havens tellen.", "P | {B}"]),
        ("- (a) meten;\n- (b) bouwen.\n{A}", ["I1 bullet - | (a) meten;", "I1 bullet - | (b) bouwen.", "P | {A}"]),
        (
            "(1) De haven:\n  (a) is open;\n  (b) is dicht.\n(2) De kade.\n{A}",
            ["I1 numbered (1) | De haven:", "I2 lettered (a) | is open;", "I2 lettered (b) | is dicht.", "I1 numbered (2) | De kade.", "P | {A}"],
        ),
        (
            "(1) De haven\n  (a) is open;\n  (b) is dicht.\n(2) De kade.\n{A}",
            ["I1 numbered (1) | De haven", "I2 lettered (a) | is open;", "I2 lettered (b) | is dicht.", "I1 numbered (2) | De kade.", "P | {A}"],
        ),
        ("12   De haven is open.\n13   De kade ook.\n14   De sluis ook.\n{A}", ["I1 numbered 12 | De haven is open.", "I1 numbered 13 | De kade ook.", "I1 numbered 14 | De sluis ook.", "P | {A}"]),
        ("(a)\nmeten;\n(b)\nbouwen.\n{A}", ["I1 lettered (a) | meten;", "I1 lettered (b) | bouwen.", "P | {A}"]),
        ("{LA}\n{LB}\n– meten;\n– bouwen.\n{LA}\n{LB}", ["P | {A}", "P | {B}", "I1 bullet – | meten;", "I1 bullet – | bouwen.", "P | {A}", "P | {B}"]),
    ],
)  # fmt: skip
def test_items_start_with_marks_that_a_list_bears_out(text: str, found: list[str]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("COM(2031) 12 final\nBrussel, 3 maart 2031\nOver de havens\n{A}", ["F | COM(2031) 12 final", "F | Brussel, 3 maart 2031", "H1 | Over de havens", "P | {A}"]),
        (
            "COM(2031) 12 final\n\nBrussel, 3 maart 2031\n\nMEDEDELING VAN DE COMMISSIE\n\nOver de havens van het land en\nde bossen\n\n{A}",
            ["F | COM(2031) 12 final", "F | Brussel, 3 maart 2031", "F | MEDEDELING VAN DE COMMISSIE", "H1 | Over de havens van het land en de bossen", "P | {A}"],
        ),
        ("van: de Raad\naan: de havens en de kades van\nhet land\nBetreft: havens\n{A}", ["F | van: de Raad", "F | aan: de havens en de kades van het land", "F | Betreft: havens", "P | {A}"]),
        ("van: de Raad\nBetreft: het vervoer van de\n\fHavens\n{A}", ["F | van: de Raad", "F | Betreft: het vervoer van de", "H1 | Havens", "P | {A}"]),
        ("DE RAAD,\nGezien het Verdrag,\nGezien het voorstel van de Commissie over\nde havens,\nNa raadpleging van de raad,\nOverwegende hetgeen volgt:", ["P | DE RAAD,", "P | Gezien het Verdrag,", "P | Gezien het voorstel van de Commissie over de havens,", "P | Na raadpleging van de raad,", "P | Overwegende hetgeen volgt:"]),
        ("Overwegende hetgeen volgt:\n(1) De havens groeien.\n(2) De kades ook.\nHEEFT VASTGESTELD:\nArtikel 1\n{A}", ["P | Overwegende hetgeen volgt:", "I1 numbered (1) | De havens groeien.", "I1 numbered (2) | De kades ook.", "P | HEEFT VASTGESTELD:", "H1 | Artikel 1", "P | {A}"]),
        ("considérant ce qui suit:\n(1) Les ports croissent.\n(2) Les quais aussi.\n{A}", ["P | considérant ce qui suit:", "I1 numbered (1) | Les ports croissent.", "I1 numbered (2) | Les quais aussi.", "P | {A}"]),
        ("{A}\n\n{B}\nBrussel, 3 maart 2031\nDe voorzitter\nJ. Jansen", ["P | {A}", "P | {B}", "P | Brussel, 3 maart 2031", "P | De voorzitter", "P | J. Jansen"]),
    ],
)  # fmt: skip
def test_lines_of_a_head_a_preamble_and_a_signature_stand_by_themselves(text: str, found: list[str]) -> None:
    assert blocks(text) == found


# What rows show --------------------------------------------------------------------------------------------------------


def rowed(*texts: str, **more: list[object]) -> tuple[Row, ...]:
    """Rows below one another; `relation`, `indent` and `tail` may be given for each."""
    found, at = [], 0
    for place, text in enumerate(texts):
        own = {"relation": "normal" if place else "start", "indent": 0, "tail": 0} | {name: values[place] for name, values in more.items()}
        found.append(Row(((at, at + len(text)),), text, (place + 1, place + 1), page=1, **own))  # type: ignore[arg-type] # the fields of a row
        at += len(text) + 1
    return tuple(found)


_PLAIN: Final = Shape(0, 0, wrapped=True, page_indent=False, first_line_indent=False)


def reading(*texts: str, **more: list[object]) -> Reading:
    """What rows show."""
    return Reading(rowed(*texts, **more), texts, _PLAIN)


_HAVEN: Final = tuple(wrap(HAVEN, _MEASURE))


def test_how_full_a_row_is_is_told_by_the_first_word_of_the_next() -> None:
    full = Fullness(rowed(*_HAVEN, "Havens zijn er ook."), (*_HAVEN, "Havens zijn er ook."))
    last = len(_HAVEN) - 1
    assert all(abs(full.slack(place)) < 0.1 for place in range(last))
    assert full.slack(last) > 0.6
    assert [full.fills(place) for place in (0, last)] == [True, False]
    assert 0 < full.noise < 0.1
    assert full.slack(last) < Fullness(rowed(*_HAVEN, "Ik ben er."), (*_HAVEN, "Ik ben er.")).slack(last)


def test_a_narrow_column_that_white_sets_apart_has_a_measure_of_its_own() -> None:
    narrow = tuple(wrap(BOS, 26_000))
    texts = (*_HAVEN, *narrow, "Havens zijn er.")
    first = len(_HAVEN)
    relation: list[object] = ["start", *["normal"] * (len(texts) - 1)]
    beside = Fullness(rowed(*texts, relation=relation), texts).slack(first + 2)
    relation[first] = "separated"
    apart = Fullness(rowed(*texts, relation=relation), texts).slack(first + 2)
    assert beside > 0.06 > apart


def test_a_row_without_a_marker_counts_the_room_that_it_took() -> None:
    marked = (*_HAVEN[:2], f"{_HAVEN[2]}12", *_HAVEN[3:])
    without, never = Fullness(rowed(*marked), _HAVEN), Fullness(rowed(*_HAVEN), _HAVEN)
    assert without.slack(2) < never.slack(2)


def test_a_text_without_rows_to_judge_by_has_a_usual_noise() -> None:
    assert Fullness((), ()).noise == Fullness(rowed("Haven"), ("Haven",)).noise == pytest.approx(0.03)


def test_a_word_is_broken_at_its_hyphen_only_where_a_text_breaks_words() -> None:
    def room(*rest: str) -> float:
        texts = (*_HAVEN, "De havens van het land zijn zo groot", "zee-havens zijn er ook nog.", *rest)
        return Fullness(rowed(*texts), texts).slack(len(_HAVEN))

    assert room("De kade-", "meester is er") > room()
    assert room("De zee-", "en landhavens") == room()


@pytest.mark.parametrize(
    ("before", "relation", "ended"),
    [
        ("De haven is open.", "normal", True), ("meten,", "normal", True), ("meten; en", "normal", True), ("meten, of", "normal", True),
        (_HAVEN[1].removesuffix("."), "normal", False), (_HAVEN[1].removesuffix("."), "separated", True), (_HAVEN[1].removesuffix("."), "page", False),
        ("meten", "normal", True), ("Havens ..... 3", "normal", True),
    ],
)  # fmt: skip
def test_a_row_may_be_ended_by_its_last_sign_by_white_and_by_its_length(before: str, relation: str, ended: bool) -> None:  # noqa: FBT001 - a column
    texts = (_HAVEN[0], before, "Havens zijn er.", *_HAVEN)
    found = reading(*texts, relation=["start", "normal", relation, *["normal"] * len(_HAVEN)])
    assert found.ended(2) == ended


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("meten; en", True),
        ("meten, of", True),
        ("meten en", False),
        ("en", False),
        ("", False),
        ("meten; Raad", False),
        ("kades; havens en", False),
    ],
)
def test_the_last_item_but_one_ends_in_a_conjunction(text: str, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    assert ends_in_conjunction(text) == ends


def test_a_mark_or_number_may_stand_alone_above_its_text() -> None:
    found = reading("1.", "Havens", "(a)", "(b)", "kades", "2.1", relation=["start", "normal", "normal", "normal", "normal", "normal"])
    assert [found.is_bare(place) for place in range(6)] == [True, False, False, False, False, False]
    assert [found.is_bare_item(place) for place in range(6)] == [True, False, False, True, False, False]
    assert [[mark.label for mark in found.possible_marks(place)] for place in range(6)] == [["1."], [], [], ["(b)"], [], []]
    assert not reading("1.", "Havens", relation=["start", "page"]).is_bare(0)
    column = reading("12   De haven is open.", "De kade.")
    assert [mark.style for mark in column.possible_marks(0)] == ["column:number"]


def test_words_that_open_sentences_are_those_with_a_capital_there_only() -> None:
    found = reading("De haven. Uit is uit, zegt de Raad.", "Men zegt dat de raad uit is.", "Zij zei: Ja. De europese Raad, Ja en ja.")
    assert {"Uit", "De", "Zegt"} <= found.openers
    assert not {"Raad", "Ja", "Malta"} & found.openers
    assert found.seen_openers == {"Uit", "De"}


def test_blanks_at_the_end_of_rows_may_be_the_sign_of_a_paragraph() -> None:
    texts = ("De haven is open.", "De kade ook.") * 6
    apart: list[object] = ["start", *["separated"] * 11]
    assert reading(*texts, relation=apart, tail=[2] * 12).tail_ends
    assert not reading(*texts, relation=apart, tail=[1] * 12).tail_ends
    assert not reading(*texts[:5], relation=apart[:5], tail=[2] * 5).tail_ends
    full = (*_HAVEN[:-1], *_HAVEN[:-1])
    assert not reading(*full, tail=[2] * len(full)).tail_ends
    assert reading(*full, tail=[2] * len(full), indent=[2] * len(full)).tail_ends


def test_rows_in_columns_below_one_another_are_rows_of_a_table() -> None:
    assert reading("Malta   vier   drie", "Cyprus   zes   twee", "De haven is open.").table == {0, 1}
    assert reading("Malta   vier   drie", "De haven is open.", "Cyprus   zes   twee").table == set()
    assert reading("Malta 4 12", "Cyprus 7 9", "Italië 15 3", "De haven.").table == {0, 1, 2}
    assert reading("– Malta   vier   drie", "– Cyprus   zes   twee").table == set()
    assert reading("1.   Over de havens", "2.   Over de bossen").table == set()
    assert reading("Havens   ..... 3", "Bossen   ..... 4").table == set()
    assert reading("Havens   ..... 3", "Bossen   ..... 4").contents == {0, 1}


def test_a_text_that_sets_paragraphs_apart_is_less_sure_of_short_rows() -> None:
    ends = ("De haven is open.", *_HAVEN[:3]) * 5
    count = len(ends)
    apart: list[object] = ["start", *("separated" if place % 4 == 1 else "normal" for place in range(1, count))]
    tight = reading(*ends)
    spread = reading(*ends, relation=apart)
    assert tight.sure == tight.fullness.noise
    assert spread.sure > 0.1


def ended(index: int, *texts: str, numbered: bool = False, **more: list[object]) -> int | None:
    """The row after a title that starts on a row."""
    return TitleRows(reading(*texts, **more)).end(index, numbered=numbered)


def test_a_title_ends_with_a_short_row_above_a_new_sentence() -> None:
    assert ended(0, "Over havens", *_HAVEN) == 1
    assert ended(0, "Over havens en", "bossen", *_HAVEN) == 2
    assert ended(0, *_HAVEN) is None
    assert ended(0, "Over havens") == 1
    assert ended(0, "over havens", *_HAVEN) is None
    assert ended(0, "OVER HAVENS", "EN BOSSEN", *_HAVEN) == 2
    assert ended(0, "OVER HAVENS", "– meten") == 1
    assert ended(0, "Over havens", "2. Over bossen") == 1
    assert ended(0, "Wat is een haven?", "De haven", relation=["start", "separated"]) is None
    assert ended(0, "Wat is een haven?", "De haven", relation=["start", "separated"], numbered=True) == 1
    assert ended(0, "Wat is een haven?", "De haven", numbered=True) is None
    assert ended(0, "Dit is een haven.", "De haven", relation=["start", "separated"], numbered=True) is None
    assert ended(0, "Havens en", "kades en", "sluizen en", "bossen en", "wegen", *_HAVEN) is None
    assert ended(0, "Havens en", "kades en", "sluizen en", "bossen", *_HAVEN) == 4


def test_a_title_is_ahead_where_a_new_text_starts_below_it() -> None:
    def ahead(*texts: str, **more: list[object]) -> bool:
        return TitleRows(reading(*texts, **more)).is_ahead(0)

    count = len(_HAVEN)
    assert ahead("Over havens", *_HAVEN)
    assert ahead("Over havens", *_HAVEN, relation=["start", "separated", *["normal"] * (count - 1)])
    assert not ahead("Over havens", *_HAVEN, relation=["start", "page", *["normal"] * (count - 1)])
    assert not ahead("Over havens", *_HAVEN, indent=[0, 2, *[0] * (count - 1)])
    assert not ahead("Over havens")
    assert not ahead(*_HAVEN)


def test_chunks_hold_every_row_once() -> None:
    texts = ("1. Havens", *_HAVEN, "De raad wil:", "– meten;", "– bouwen.", "Malta 4 12", "Cyprus 7 9", "Italië 15 3")
    found = segment(rowed(*texts), texts, _PLAIN)
    assert [row for chunk in found for row in range(chunk.first, chunk.after)] == list(range(len(texts)))
    last = len(_HAVEN) + 1
    assert found[0].title is not None
    assert found[0].title.label == "1."
    assert found[1] == Chunk(1, last)
    assert [chunk.mark.label for chunk in found if chunk.mark and not chunk.title] == ["–", "–"]
    assert [chunk.table for chunk in found] == [False] * 5 + [True] * 3
    assert segment((), (), _PLAIN) == ()
    assert find_marks("– meten")[0] == found[3].mark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Over de havens van\n\nhet land\n\n{A}", ["H1 1 | Over de havens van het land", "P | {A}"]),
        ("{A} Zie ook de zaak\n\f12/31 over havens.\n\n{B}", ["P | {A} Zie ook de zaak 12/31 over havens.", "P | {B}"]),
        ("De raad wil:\n1. meten van havens\n2. Bouwen van kades\n\n{A}", ["P | De raad wil:", "I1 numbered 1. | meten van havens", "I1 numbered 2. | Bouwen van kades", "P | {A}"]),
        (
            "De raad wil:\n1. meten van havens;\n2. Bouwen van kades.\n\n3. Over havens\n{A}",
            ["P | De raad wil:", "I1 numbered 1. | meten van havens;", "I1 numbered 2. | Bouwen van kades.", "H1 3 | Over havens", "P | {A}"],
        ),
        (
            "I. Havens\nA. Kades\n{A}\nB. Sluizen\n{B}\nII. Bossen\nA. Eiken\n{A}",
            ["H1 I | Havens", "H2 A | Kades", "P | {A}", "H2 B | Sluizen", "P | {B}", "H1 II | Bossen", "H2 A | Eiken", "P | {A}"],
        ),
        ("Gezien het Verdrag,\n\fGezien het advies,\nOverwegende hetgeen volgt:\n{A}", ["P | Gezien het Verdrag,", "P | Gezien het advies,", "P | Overwegende hetgeen volgt:", "P | {A}"]),
        ("– meten;\n– bouwen.\nDaarna komt er het volgende:\n– tellen.\n{A}", ["I1 bullet – | meten;", "I1 bullet – | bouwen.", "P | Daarna komt er het volgende:", "I1 bullet – | tellen.", "P | {A}"]),
        ("– meten;\n– bouwen.\nDat is alles wat er is.\n{A}", ["I1 bullet – | meten;", "I1 bullet – | bouwen.", "P | Dat is alles wat er is.", "P | {A}"]),
        ("van: de Raad\nBetreft: Havens\n   – verslag\n   – debat\n\n{A}", ["F | van: de Raad", "F | Betreft: Havens", "F | verslag", "F | debat", "P | {A}"]),
        ("{A}\nHij zei: “De haven is open.\nDe kade ook. De sluis is\ndicht.” Dat zei hij.\n{B}", ["P | {A}", "P | Hij zei: “De haven is open. De kade ook. De sluis is dicht.” Dat zei hij.", "P | {B}"]),
    ],
)  # fmt: skip
def test_what_goes_on_over_white_and_pages_stays_together_and_lists_count_on(text: str, found: list[str]) -> None:
    assert blocks(text) == found


_BROKEN: Final = (
    "1. Havens\nDe zee\ufffehaven is open1 en groot.\n\nMalta 4 12\nCyprus 7 9\nItalië 15 3\n____________________\n1 Zie het ver\ufffeslag.\n"
    "\f- 2 -\n\nDe kade2 is dicht.\n____________________\n2 Zie b.\n\f- 3 -\n\nDe sluis."
)
"""A tool left the ends of two rows out, so that the text is arranged before it is read."""


def test_what_is_read_of_a_text_that_was_arranged_leads_back_to_the_seed() -> None:
    found = read_text(_BROKEN)
    assert ledger.check(found) == ()
    heading, text, table, last = found.blocks
    assert (heading.label_spans, heading.spans) == (((0, 2),), ((2, 9),))
    assert (text.text, text.place, text.spans) == ("De zeehaven is open en groot.", Lines(2, 2), ((10, 17), (17, 30), (31, 41)))
    assert [(cell.text, cell.place, cell.spans) for cell in table.rows[1]] == [
        ("Cyprus", Lines(5, 5), ((54, 60),)), ("7", Lines(5, 5), ((61, 62),)), ("9", Lines(5, 5), ((63, 64),)),
    ]  # fmt: skip
    assert (table.place, last.place) == (Lines(4, 6), Lines(11, 16))
    assert [marker.spans for marker in (*text.notes, *last.notes)] == [((30, 31),), ((133, 134),)]
    assert [(note.text, note.label_spans, note.spans, note.place) for note in found.notes] == [
        ("Zie het verslag.", ((98, 99),), ((99, 112), (112, 117)), Lines(8, 8)), ("Zie b.", ((166, 167),), ((167, 174),), Lines(13, 13)),
    ]  # fmt: skip
    assert [(piece.text, piece.kind, piece.place, piece.spans) for piece in found.furniture] == [
        ("____________________", "rule", Lines(7, 7), ((77, 97),)), ("- 2 -", "page-number", Lines(9, 9), ((119, 124),)),
        ("____________________", "rule", Lines(12, 12), ((145, 165),)), ("- 3 -", "page-number", Lines(14, 14), ((176, 181),)),
    ]  # fmt: skip
    assert [(defect.text, defect.kind, defect.repaired, defect.place) for defect in found.defects] == [
        ("zee\ufffehaven", "line-end-hyphen", "zeehaven", Lines(2, 2)), ("ver\ufffeslag.", "line-end-hyphen", "verslag.", Lines(8, 8)),
    ]  # fmt: skip


def test_a_text_that_was_saved_on_one_line_is_told_as_such() -> None:
    preamble = "Gezien het Verdrag, Gelet op het advies, Overwegende hetgeen volgt: (1) De havens groeien. (2) De kades ook."
    whole = f"{preamble} {HAVEN}"
    (told,) = [defect for defect in read_text(f" {whole}").defects if defect.kind == "one-line"]
    assert (told.text, told.place, told.repaired) == (whole[:40], Lines(1, 1), None)
    assert read_text(HAVEN).defects == ()
    assert "one-line" not in {defect.kind for defect in read_text(_BROKEN).defects}


def cuts(text: str) -> list[str]:
    """The paragraphs of a text on one line."""
    whole = "".join(piece if isinstance(piece, str) else text[slice(*piece)] for piece in part(text))
    return [paragraph.strip() for paragraph in whole.split("\n\n")]


def test_an_act_on_one_line_is_cut_at_its_parts_in_german_too() -> None:
    articles = "Die Häfen melden sich. " * 20
    found = cuts(
        "DIE EUROPÄISCHE KOMMISSION, gestützt auf den Vertrag, auf Vorschlag des Rates, in Erwägung nachstehender Gründe: (1) Häfen wachsen. "
        f"(2) Kais auch. HAT FOLGENDE VERORDNUNG ERLASSEN: Artikel 1 {articles}Sie sind, gestützt auf den Vertrag, frei. "
        "Geschehen zu Brüssel am 3. März 2031. Für die Kommission Der Präsident J. Jansen"
    )
    assert found == [
        "DIE EUROPÄISCHE KOMMISSION,", "gestützt auf den Vertrag,", "auf Vorschlag des Rates,", "in Erwägung nachstehender Gründe:", "(1) Häfen wachsen.",
        "(2) Kais auch.", "HAT FOLGENDE VERORDNUNG ERLASSEN:", "Artikel 1", f"{articles}Sie sind, gestützt auf den Vertrag, frei.",
        "Geschehen zu Brüssel am 3. März 2031.", "Für die Kommission", "Der Präsident J. Jansen",
    ]  # fmt: skip


def test_numbers_on_one_line_are_marks_while_they_count_on() -> None:
    rest = "De havens melden zich. " * 20
    assert cuts(f"De raad wil het volgende 1. De havens groeien. 2. De kades ook. 3. De sluizen. 5. De bossen: a) eiken; b) beuken; d) dennen. (1) Ja. {rest}") == [
        "De raad wil het volgende", "1. De havens groeien.", "2. De kades ook.", "3. De sluizen. 5. De bossen:", "a) eiken;", "b) beuken; d) dennen.", f"(1) Ja. {rest}".strip(),
    ]  # fmt: skip


def set_in(metric: Metric, measure: int) -> tuple[str, ...]:
    """Two paragraphs in rows of a typeface."""
    rows = [""]
    for word in f"{HAVEN} {BOS}".split():
        longer = f"{rows[-1]} {word}".strip()
        rows = [*rows[:-1], longer] if width(longer, metric) <= measure else [*rows, word]
    return tuple(rows)


@pytest.mark.parametrize(("metric", "measure"), [*zip(METRICS, (24_000, 24_000, 30_000), strict=True)])
def test_a_full_row_has_no_room_for_the_next_word_whatever_the_typeface(metric: Metric, measure: int) -> None:
    texts = (*set_in(metric, measure), "Havens zijn er ook.")
    full = Fullness(rowed(*texts), texts)
    rooms = [full.slack(place) for place in range(len(texts) - 2)]
    assert max(rooms) <= 0
    assert min(rooms) > -0.2
    assert full.noise < 0.01


def test_of_rows_that_were_run_together_the_last_tells_how_full_they_are() -> None:
    texts = set_in(METRICS[0], 24_000)
    joined = (*texts[:4], f"{texts[4]} {texts[5]}", *texts[6:])
    assert abs(Fullness(rowed(*joined), joined).slack(4) - Fullness(rowed(*texts), texts).slack(5)) < 0.02


def test_a_text_whose_rows_end_in_blanks_keeps_the_blank_behind_a_hyphen() -> None:
    rows = set_in(METRICS[0], 24_000)[:-1]

    def end(*last: str, blank: str = " ") -> str:
        return read_text("\n".join((*(f"{row}{blank}" for row in rows), *last))).blocks[0].text.split("wonen")[1]

    assert end("en de haven- ", "meester en de zee-", "haven zijn er. ").strip() == "en de haven- meester en de zeehaven zijn er."
    assert end("en de haven- ", "meester en de zee-", "haven zijn er.", blank="").strip() == "en de havenmeester en de zeehaven zijn er."
    assert end("en de haven- ", "meester en de zee- ", "haven zijn er. ").strip() == "en de havenmeester en de zeehaven zijn er."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("– meten.\n  Dat is veel.\n– bouwen.", ["I1 bullet – | meten.", "P | Dat is veel.", "I1 bullet – | bouwen."]),
        ("1. Dat is de haven.\n   Daar ligt de kade.\n2. Dat is de sluis.", ["I1 numbered 1. | Dat is de haven.", "P | Daar ligt de kade.", "I1 numbered 2. | Dat is de sluis."]),
        ("• meten;\n  bouwen;\n• tellen.", ["I1 bullet • | meten; bouwen;", "I1 bullet • | tellen."]),
        ("De raad wil:\n            meten;\n            bouwen.", ["P | De raad wil:", "I1 bullet | meten;", "I1 bullet | bouwen."]),
        ("De raad wil:\n             meten;\n             bouwen.", ["P | De raad wil: meten; bouwen."]),
        ("De raad wil:\n  meten, en\n  bouwen.", ["P | De raad wil:", "I1 bullet | meten, en", "I1 bullet | bouwen."]),
        ("a) meten;\nb) bouwen; en\nc) tellen.", ["I1 lettered a) | meten;", "I1 lettered b) | bouwen; en", "I1 lettered c) | tellen."]),
        ("i) meten;\nii) bouwen;\niii) tellen.", ["I1 lettered i) | meten;", "I1 lettered ii) | bouwen;", "I1 lettered iii) | tellen."]),
        ("h) meten;\ni) bouwen;\nj) tellen.", ["I1 lettered h) | meten;", "I1 lettered i) | bouwen;", "I1 lettered j) | tellen."]),
        ("De leden a) en\nb) gelden.", ["P | De leden a) en b) gelden."]),
        (
            "1) meten;\n2) bouwen;\n3) tellen van\n4) havens;\n5) kades.",
            ["I1 numbered 1) | meten;", "I1 numbered 2) | bouwen;", "I1 numbered 3) | tellen van", "I1 numbered 4) | havens;", "I1 numbered 5) | kades."],
        ),
        ("[1] Zie a.\n[2] Zie b.", ["I1 numbered [1] | Zie a.", "I1 numbered [2] | Zie b."]),
        ("1° meten;\n2° bouwen.", ["I1 numbered 1° | meten;", "I1 numbered 2° | bouwen."]),
    ],
)  # fmt: skip
def test_rows_below_a_mark_hang_or_are_items_themselves(text: str, found: list[str]) -> None:
    assert blocks(f"{text}\n{{A}}") == [*found, "P | {A}"]
