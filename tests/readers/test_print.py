"""Plain text as tools take it out of print: markers of notes, notes, tables, columns, sequences of marks, texts on one line."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.pieces.drafts import TableDraft
from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.lines import Line, content_lines
from generator.readers.printed.text.columns import unfold
from generator.readers.printed.text.footnotes import NoteText, read_notes
from generator.readers.printed.text.markers import find_markers
from generator.readers.printed.text.note_blocks import NoteBlocks, find_note_blocks, last_number, note_number
from generator.readers.printed.text.one_line import is_on_one_line, part
from generator.readers.printed.text.rows import Row, join_parts
from generator.readers.printed.text.sequences import Sequences
from generator.readers.printed.text.text_tables import find_tables, table_draft
from generator.readers.printed.text.view import Piece
from generator.readers.printed.text.width import METRICS, first_word, width
from tests.readers.test_readers import read_text, spelled

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def lined(text: str, page: int = 0, start: int = 0, **more: object) -> tuple[Row, ...]:
    """The lines of a text, each a row."""
    found, at = [], start
    for number, line in enumerate(text.split("\n"), 1):
        fields = {"indent": 0, "relation": "start" if number == 1 else "normal"} | more
        found.append(Row(((at, at + len(line)),), line, (number, number), page=page, **fields))  # type: ignore[arg-type] # the fields of a row
        at += len(line) + 1
    return tuple(found)


def note(number: int, page: int = 0, label: str | None = None, bracket: str = "") -> NoteText:
    """A note on a page."""
    return NoteText(number, lined("Zie a.", page), str(number) if label is None else label, None, bracket)


def called(text: str, *notes: NoteText, page: int = 0) -> list[tuple[int, str]]:
    """The markers in a text on a page: the number of the note, and what is printed."""
    found = find_markers(lined(text, page), notes or (note(1),), text)
    return [(marker.number, text[slice(*marker.span)]) for marker in found]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("De haven1 is open.", ["1"]),
        ("De haven.1 De kade", ["1"]),
        ("De “haven”1 is", ["1"]),
        ("De (haven)1 is", ["1"]),
        ("De haven¹ is", ["¹"]),
        ("De haven[1] is", ["[1]"]),
        ("De haven[1](x) is", []),
        ("In 20151 is", ["1"]),
        ("In 18991 is", ["1"]),
        ("In 14991 is", []),
        ("In 20151 EUR is", []),
        ("Tot 2.0151 toe", []),
        ("De haven1,5 is", []),
        ("De haven1/2 is", []),
        ("De haven1% is", []),
        ("De haven1-2 is", []),
        ("De haven1b is", []),
        ("De G1 is", []),
        ("De B1 en", []),
        ("Zie www.example.org/haven1 en", []),
        ("Zie https://example.org/haven1 en", []),
        ("mail jan@example1 en", []),
        ("De haven 1. De", ["1"]),
        ("De haven 1, en", ["1"]),
        ("De haven 1 en", ["1"]),
        ("De haven 1 Kade", ["1"]),
        ("De haven 1 januari", []),
        ("Zie artikel 1 en", []),
        ("Zie artikel 1. De", []),
        ("Verordening 2031/7451 is", ["1"]),
        ("COM(2031) 6401 is", ["1"]),
    ],
)
def test_digits_in_a_text_may_call_for_a_note(text: str, printed: list[str]) -> None:
    assert [found for _, found in called(text)] == printed


def test_numbers_in_brackets_call_for_notes_that_have_brackets() -> None:
    assert called("De haven (1) is", note(1, bracket="(")) == [(1, "(1)")]
    assert called("De haven( 1 ) is", note(1, bracket="(")) == [(1, "( 1 )")]
    assert called("De haven (¹) is", note(1, bracket="(")) == [(1, "(¹)")]
    assert called("De haven (1) is", note(1)) == []
    assert called("De haven[1] is", note(1, bracket="[")) == [(1, "[1]")]
    assert called("De haven[1] is", note(1, bracket="(")) == []
    assert called("(1) De haven is", note(1, bracket="(")) == []


def test_markers_rise_with_their_notes_and_stand_on_their_pages() -> None:
    assert called("De haven2 is1 en kade2 is.", note(1), note(2)) == [(1, "1"), (2, "2")]
    assert called("De haven1 is kade1 en.", note(1)) == [(1, "1")]
    assert called("De haven1 is.", note(1, 1), page=0) == [(1, "1")]
    assert called("De haven 1 en.", note(1, 1), page=0) == []
    assert called("De haven1 is.", note(1, 0), page=3) == []
    assert called("De haven3 is¹.", note(1), note(2)) == [(1, "¹")]
    assert called("De haven1 is en\n2\nkade.", note(1)) == [(1, "1")]
    assert called("De haven beslaat 40 m2 en.", note(1), note(2)) == []
    assert called("De haven³ is.", note(1), note(4)) == [(3, "³")]


def test_pieces_of_a_row_and_digits_that_it_starts_with_may_be_raised() -> None:
    text = "De haven 1 is open\n2 en groot\n3 De kade"
    rows = (
        Row(((0, 8), (9, 10), (11, 18)), "De haven 1 is open", (1, 1), 0, "start", 0),
        *lined("2 en groot\n3 De kade", start=19, relation="normal"),
    )
    found = find_markers(rows, (note(1), note(2), note(3)), text)
    assert [(marker.number, marker.span, marker.kind) for marker in found] == [(1, (9, 10), "fragment"), (2, (19, 20), "leading")]
    beyond = find_markers(rows[:1], (note(0),), text)
    assert [marker.number for marker in beyond] == [1]


def test_pages_that_number_their_notes_anew_call_for_their_own() -> None:
    text = "De haven1 is open.\nDe kade1 is dicht."
    rows = (*lined(text[:18], 0), *lined(text[19:], 1, 19))
    notes = (NoteText(1, lined("Zie a.", 0), "1", None), NoteText(2, lined("Zie b.", 1), "1", None))
    assert [(marker.number, marker.span) for marker in find_markers(rows, notes, text, anew=True)] == [(1, (8, 9)), (2, (26, 27))]
    late = (NoteText(1, lined("Zie a.", 1), "1", None),)
    assert [marker.number for marker in find_markers(rows[:1], late, text, anew=True)] == [1]


def numbers(text: str, **more: object) -> list[tuple[int, str, str]]:
    """The notes in some rows: number, printed label and text."""
    notes, _ = read_notes(lined(text, **more))  # type: ignore[arg-type] # the fields of a row
    return [(found.number, found.label, "|".join(text[a:b].strip() for a, b in (row[0] for row in found.draft.rows))) for found in notes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 Zie a.\n2 Zie b.", [(1, "1", "Zie a."), (2, "2", "Zie b.")]),
        ("[1] Zie a.\n[2] Zie b.", [(1, "[1]", "Zie a."), (2, "[2]", "Zie b.")]),
        ("(1) Zie a.\n( 2 ) Zie b.", [(1, "(1)", "Zie a."), (2, "( 2 )", "Zie b.")]),
        ("¹ Zie a.\n²Zie b.", [(1, "¹", "Zie a."), (2, "²", "Zie b.")]),
        ("1 Zie a\nen b.\n2 Zie c.", [(1, "1", "Zie a|en b."), (2, "2", "Zie c.")]),
        ("1 Zie a.\n4 Zie d.", [(1, "1", "Zie a."), (4, "4", "Zie d.")]),
        ("1 Zie a.\n12 havens.\n2 Zie b.", [(1, "1", "Zie a.|12 havens."), (2, "2", "Zie b.")]),
        ("1 Zie a.\n2015 Zie x.\n2 Zie b.", [(1, "1", "Zie a.|2015 Zie x."), (2, "2", "Zie b.")]),
        ("7 Zie a.\n8 Zie b.", [(7, "7", "Zie a."), (8, "8", "Zie b.")]),
        ("1 http://a.example\n2 Zie b.", [(1, "1", "http://a.example"), (2, "2", "Zie b.")]),
        ("Zie a.\nZie b.", []),
    ],
)
def test_notes_start_with_numbers_that_rise(text: str, found: list[tuple[int, str, str]]) -> None:
    assert numbers(text) == found


def test_a_note_whose_number_was_lost_gets_the_one_that_is_left_open() -> None:
    rows = (*lined("1 Zie a."), *lined("Zie b.", start=9, indent=3, tight=True), *lined("3 Zie c.", start=16, tight=True))
    notes, strays = read_notes(rows)
    assert [(found.number, found.label) for found in notes] == [(1, "1"), (2, ""), (3, "3")]
    assert strays == ()
    closed = (*rows[:1], *lined("Zie b.", start=9, indent=3, tight=True), *lined("2 Zie c.", start=16, tight=True))
    assert [found.number for found in read_notes(closed)[0]] == [1, 2]
    shallow = (*rows[:1], *lined("Zie b.", start=9, indent=2, tight=True), rows[2])
    assert [found.number for found in read_notes(shallow)[0]] == [1, 3]


def test_rows_before_the_first_note_belong_to_none() -> None:
    notes, strays = read_notes(lined("de rest van een zin.\n1 Zie a."))
    assert [row.text for row in strays] == ["de rest van een zin."]
    assert [found.number for found in notes] == [1]


def blocks(*pages: str, ruled: frozenset[int] = frozenset(), unit: int = 0) -> NoteBlocks:
    """Where notes start on pages of text; the lines are numbered through."""
    made: list[tuple[list[Line], list[Line]]] = []
    first = 1
    for page in pages:
        lines = content_lines("\n" * (first - 1) + page)
        made.append((list(lines), []))
        first += page.count("\n") + 1
    return find_note_blocks(made, ruled, unit)


def test_notes_start_at_the_foot_of_a_page_where_its_text_calls_for_them() -> None:
    assert blocks("De haven1 is open.\n1 Zie a.").starts == {2}
    assert blocks("De haven is open.\n1 Zie a.").starts == set()
    assert blocks("De haven1 is.\n1 Zie a.\n2 Zie b.", "De kade3 is.\n3 Zie c.").starts == {2, 5}
    assert blocks("De haven1 is.\n1 Zie a.", "De kade5 is.\n5 Zie c.").starts == {2}
    assert blocks("De haven1 is.\n1 Zie a.", "De kade4 is.\n4 Zie c.").starts == {2, 4}
    assert blocks("De haven7 is8.\n7 Zie a.\n8 Zie b.").starts == {2}
    assert blocks("De haven7 is.\n7 Zie a.").starts == set()
    assert blocks("De haven1 is.\n1 400 havens.").starts == set()
    assert blocks("De haven1 is.\n1 havens.").starts == set()
    assert blocks("De haven1 is.\n\n1 havens.").starts == {3}
    assert blocks("De haven1 is.\n1 https://a.example").starts == {2}
    assert blocks("De haven1 is.\n1 ) Zie a.").starts == set()


def test_pages_may_number_their_notes_anew() -> None:
    page = "De haven1 is open.\n1 Zie a."
    found = blocks(page, page, page)
    assert (found.starts, found.anew) == (frozenset({2, 4, 6}), True)
    assert not blocks(page, page).anew


def test_the_text_may_go_on_below_the_notes() -> None:
    assert blocks("De haven1 is open\n1 Zie a.\nen groot.").stops == {3}
    assert blocks("De haven1 is open.\n1 Zie a.\nEn groot.").stops == set()
    assert blocks("De haven1 is open.\n1 Zie a.\n• meten;").stops == {3}
    assert blocks("De haven1 is open.\n1 Zie a.\n2. Kades").stops == {3}
    assert blocks("De haven1 is2.\n1 Zie a.\n2 Zie b.\n\nDe kade.").stops == {5}
    assert blocks("De haven1 is.\n1 Zie a.\n\nDe kade.").stops == set()


def test_the_rest_of_a_note_stands_above_the_first_of_the_next_page() -> None:
    first = "De haven1 is open.\n1 Zie het verslag over de havens en"
    assert blocks(first, "De kade2 is dicht.\n\nde kades van het land.\n2 Zie b.").starts == {2, 5}
    assert blocks(first.replace("en", "in.") + ".", "De kade2 is dicht.\n\nde kades van het land.\n2 Zie b.").starts == {2, 6}


def test_numbers_of_notes_are_read_in_all_forms() -> None:
    assert [note_number(label) for label in ("1", "[12]", "( 3 )", "¹²", "(⁴)")] == [1, 12, 3, 12, 4]
    assert last_number(content_lines("5 Zie a.\n6 Zie b.\ntekst\n12 Zie c.\n8 Zie d."), 4) == 8


def tables(text: str) -> list[tuple[int, list[list[str]]]]:
    """The tables among the rows of a text: how many rows are the head, and the cells."""
    rows = lined(text)
    made = [table_draft(table, rows).table for table in find_tables(rows)]
    return [
        (table.header_rows, [[text[slice(*cell.rows[0][0])] for cell in row] for row in table.rows])
        for table in made
        if isinstance(table, TableDraft)
    ]


def test_rows_that_end_in_as_many_figures_are_a_table() -> None:
    body = "Malta 4 12\nCyprus 7 9\nItalië 15 3"
    cells = [["Malta", "4", "12"], ["Cyprus", "7", "9"], ["Italië", "15", "3"]]
    assert tables(body) == [(0, cells)]
    assert tables(f"Land Kades Sluizen\n{body}") == [(1, [["Land", "Kades", "Sluizen"], *cells])]
    assert tables(f"De havens\n{body}") == [(0, cells)]
    assert tables(f"Het land Kades (km) Sluizen (km)\n{body}") == [(1, [["Het land", "Kades (km)", "Sluizen (km)"], *cells])]
    assert tables("Malta 4 12\nCyprus 7 9") == []
    assert tables(body.replace(" 12", "").replace(" 9", "").replace(" 3", "")) == []
    assert tables(f"{body}\nDe havens\n{body}")[1] == (0, cells)
    assert tables("Malta 1 400 12\nCyprus 1 700 9\nItalië 15 300 3") == [
        (0, [["Malta", "1 400", "12"], ["Cyprus", "1 700", "9"], ["Italië", "15 300", "3"]])
    ]
    assert tables("Malta -4 1,5 %\nCyprus – 9\nItalië 1.500,2 +3") == [
        (0, [["Malta", "-4", "1,5 %"], ["Cyprus", "–", "9"], ["Italië", "1.500,2", "+3"]])
    ]
    assert tables("4 12\n7 9\n15 3") == []


def taken(pieces: list[Piece], text: str) -> str:
    """A text as its pieces make it."""
    return "".join(piece if isinstance(piece, str) else text[slice(*piece)] for piece in pieces)


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = (
        "De haven van de stad is in dat",
        "jaar weer verder gegroeid en de",
        "kade is daarom nu ook verbouwd",
        "door de dienst van het land.",
    )
    right = (
        "Het schip van de dienst is in",
        "dat jaar niet gevaren en wordt",
        "daarom nu ook nog nagekeken",
        "door de mensen van de werf.",
    )
    text = "\n".join(f"{a:<34}{b}" for a, b in zip(left, right, strict=True))
    assert taken(list(unfold(text)), text).split() == " ".join((*left, *right)).split()
    whole = f"Titel\n\n{text}\n\n{_LONG}"
    assert taken(list(unfold(whole)), whole).split() == f"Titel {' '.join((*left, *right))} {_LONG}".split()
    assert list(unfold("\n".join(text.splitlines()[:3]))) == []
    cells = "\n".join(
        f"{a:<34}{b}" for a, b in (("Malta", "4 havens"), ("Cyprus", "7 havens"), ("Italië", "15 havens"), ("Spanje", "9 havens"))
    )
    assert list(unfold(cells)) == []
    narrow = "\n".join(f"{a:<34}{b[:8]}" for a, b in zip(left, right, strict=True))
    assert list(unfold(narrow)) == []
    assert list(unfold(_LONG)) == []


def cuts(text: str) -> list[str]:
    """The paragraphs of a text on one line."""
    return [piece.strip() for piece in taken(list(part(text)), text).split("\n\n")]


def test_a_text_on_one_line_is_cut_where_something_new_begins() -> None:
    opened = "Gezien het Verdrag, Gelet op het advies, Overwegende hetgeen volgt: (1) De havens groeien. (2) De kades ook."
    articles = "Artikel 1 Doel De havens melden. Artikel 2 Slot De havens tellen: a) kades; b) sluizen."
    found = cuts(f"{opened} {articles} {_LONG * 4}")
    assert found[:6] == [
        "Gezien het Verdrag,",
        "Gelet op het advies,",
        "Overwegende hetgeen volgt:",
        "(1) De havens groeien.",
        "(2) De kades ook.",
        "Artikel 1",
    ]
    assert found[6:11] == ["Doel", "De havens melden.", "Artikel 2", "Slot", "De havens tellen:"]
    assert list(part(opened)) == []
    assert list(part(f"{_LONG * 5} Artikel 1 is er.")) == []
    assert is_on_one_line("a" * 400)
    assert not is_on_one_line("a" * 399)
    assert not is_on_one_line(f"{'a' * 400}\n{'b' * 399}\n{'c' * 10}")


def held(*texts: str, placed: str = "") -> list[bool]:
    """Whether the first mark of each row stands in a sequence; a row with a letter x in `placed` stands in mid-sentence."""
    marks = [(row, mark, placed[row : row + 1] != "x") for row, text in enumerate(texts) for mark in find_marks(text)[:1]]
    sequences = Sequences.of(marks)
    return [sequences.holds(row, mark) for row, mark, _ in marks]


def test_three_marks_that_follow_each_other_are_a_sequence() -> None:
    assert held("1. a", "2. b", "3. c") == [True, True, True]
    assert held("1. a", "2. b") == [False, False]
    assert held("1. a", "3. b", "4. c") == [False, False, False]
    assert held("1. a", "2) b", "3. c") == [False, False, False]
    assert held("1. a", "1. b", "2. c", "3. d", "2. e", "3. f") == [True, True, True, True, True, True]
    assert held("• a", "• b", "• c") == [False, False, False]
    assert held("1. a", "2. b", "3. c", placed=" x ") == [True, True, True]
    assert held("1. a", "2. b", "3. c", "4. d", "5. e", placed=" xxx ") == [True] * 5
    assert held("1. a", "2. b", "3. c", "4. d", "5. e", "6. f", placed=" xxxx ") == [False] * 6
    assert held("1. a", "2. b", "3. c", placed="  x") == [False, False, False]


def test_words_have_the_width_of_their_letters() -> None:
    times, helvetica, typed = METRICS
    assert width("iiii", times) < width("mmmm", times)
    assert width("iiii", typed) == width("mmmm", typed) == 2000
    assert width("Haven", helvetica) > width("Haven", times)
    assert width("", times) == 0
    assert width("⁂", times) == 500
    assert [first_word(text) for text in ("de haven", "zee-haven groeit", "zee-", "-en", "EU-2031", "", " ")] == [
        "de",
        "zee-",
        "zee-",
        "-en",
        "EU-2031",
        "",
        "",
    ]
    assert first_word("zee-haven groeit", whole=True) == "zee-haven"


def test_pieces_of_one_row_are_parted_by_blanks() -> None:
    assert [join_parts(parts) for parts in (("de", "haven"), ("haven", "."), ("haven", ") en"), (), ("", "haven"))] == [
        "de haven",
        "haven.",
        "haven) en",
        "",
        "haven",
    ]


def lines(text: str) -> list[str]:
    """A text in the notation of the case files."""
    return spelled(read_text(text)).splitlines()


_ROWS: Final = "De haven van de stad is in dat jaar weer verder gegroeid en wordt\ndaarom nu ook nog verbouwd, zegt de dienst die daar over gaat en\ndie ook de kades en de sluizen van het land beheert."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Havens\n\n{}\n\n2. Kades\n\n{}", ["H1 1 | Havens", "P", "H1 2 | Kades", "P"]),
        ("1. Havens\n\n{}\n\n3. Kades\n\n{}", ["H1 1 | Havens", "P", "H1 3 | Kades", "P"]),
        ("1. Havens\n\n1.1 Kades\n\n{}\n\n1.2 Sluizen\n\n{}", ["H1 1 | Havens", "H2 1.1 | Kades", "P", "H2 1.2 | Sluizen", "P"]),
        (
            "I. Havens\n\nA. Kades\n\n{}\n\nII. Sluizen\n\nA. Dammen\n\n{}",
            ["H1 I | Havens", "H2 A | Kades", "P", "H1 II | Sluizen", "H2 A | Dammen", "P"],
        ),
        ("HAVENS\n\n{}\n\nKADES\n\n{}", ["H1 | HAVENS", "P", "H1 | KADES", "P"]),
        ("1.\nHavens\n\n{}", ["H1 1 | Havens", "P"]),
        ("{}\n\n– meten;\n– bouwen.\n\n{}", ["P", "I1 bullet – | meten;", "I1 bullet – | bouwen.", "P"]),
        ("{}\n\n(a) meten;\n\n(b) bouwen.\n\n{}", ["P", "I1 lettered (a) | meten;", "I1 lettered (b) | bouwen.", "P"]),
        ("{}\n\nMalta 4 12\nCyprus 7 9\nItalië 15 3\n\n{}", ["P", "T | Malta | 4 | 12", "T | Cyprus | 7 | 9", "T | Italië | 15 | 3", "P"]),
        ("Inleiding ..... 3\nKades ..... 5\nSlot ..... 9\n\n{}", ["P", "P", "P", "P"]),
        ("Artikel 1\nDoel\n\n{}\n\nArtikel 2\nSlot\n\n{}", ["H1 | Artikel 1", "H2 | Doel", "P", "H1 | Artikel 2", "H2 | Slot", "P"]),
        ("{}\n\n“{}”\n\n{}", ["P", "Q", "P"]),
    ],
)
def test_rows_of_a_text_are_headings_items_tables_and_paragraphs(text: str, found: list[str]) -> None:
    read = lines(text.replace("{}", _ROWS))
    assert [line if line[0] in "HIT" else line[0] for line in read] == found
