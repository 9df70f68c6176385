"""Notes in plain text: marks of amendment, numbers that were set apart from their texts, and where each line of a page belongs."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Lines
from generator.readers.pieces.drafts import Marker
from generator.readers.pieces.lines import content_lines
from generator.readers.pieces.shape import Shape, detect
from generator.readers.printed.edges.page_edges import find_furniture
from generator.readers.printed.text.change_notes import ChangeNotes, find_change_notes
from generator.readers.printed.text.layout import lay_out
from generator.readers.printed.text.note_blocks import NoteBlocks, find_note_blocks
from generator.readers.printed.text.plain import plain_texts
from generator.readers.printed.text.rows import Layout, Row
from generator.readers.printed.text.together import bring_together
from tests.readers.test_text_columns import BOS, HAVEN, wrap

_ARTICLE: Final = "Art. 1. [1 § 1.]1 Het Instituut [2 telt [3 de havens]3 en]2 kades.\n"
_NOTES: Final = "(1)<W 2030-07-20/12, art. 154>\n(2)<W 2031-07-20/08,\nart. 3>\n ( 3)\n(3) <W 2031> \n"


def changed(text: str) -> ChangeNotes:
    """The marks of amendment in a text."""
    return find_change_notes(content_lines(text), text)


def test_notes_of_amendments_are_those_that_brackets_call_for() -> None:
    text = f"{_ARTICLE}----------\n{_NOTES}"
    found = changed(text)
    notes = [(note.number, note.label, [text[slice(*row[0])] for row in note.rows], note.place) for note in found.notes]
    assert notes == [
        (1, "(1)", ["W 2030-07-20/12, art. 154"], Lines(3, 3)),
        (2, "(2)", ["W 2031-07-20/08,", "art. 3"], Lines(4, 5)),
        (3, "(3)", ["W 2031"], Lines(7, 7)),
    ]
    assert [text[slice(*note.label_span)] for note in found.notes if note.label_span] == ["(1)", "(2)", "(3)"]
    assert [(marker.number, text[slice(*marker.span)], text[marker.span[0] - 1]) for marker in found.markers] == [
        (1, "1", "]"),
        (3, "3", "]"),
        (2, "2", "]"),
    ]
    assert [text[slice(*sign)] for sign in found.signs] == ["[1", "]", "[2", "[3", "]", "]"]
    assert found.lines == {2, 3, 4, 5, 7}
    assert [(piece.text, piece.kind, piece.place) for piece in found.furniture if piece.place != Lines(1, 1)] == [
        ("----------", "rule", Lines(2, 2)), ("<", "markup", Lines(3, 3)), (">", "markup", Lines(3, 3)), ("<", "markup", Lines(4, 4)),
        (">", "markup", Lines(5, 5)), ("<", "markup", Lines(7, 7)), (">", "markup", Lines(7, 7)),
    ]  # fmt: skip
    assert all(text[slice(*piece.spans[0])].strip() == piece.text for piece in found.furniture)


@pytest.mark.parametrize(
    "text",
    [
        _ARTICLE,
        _NOTES,
        f"{_NOTES}{_ARTICLE}",
        f"{_ARTICLE}(4)<W 2031>",
        f"{_ARTICLE}(1)<W 2031",
        f"{_ARTICLE}(1)< W 2031>",
        f"{_ARTICLE}Zie (1)<W 2031>",
        "Het Instituut [1a telt]1 de havens.\n(1)<W 2031>",
        "Het Instituut [1 telt]12 de havens.\n(1)<W 2031>",
        "Het Instituut 1 telt]1 de havens.\n(1)<W 2031>",
        f"{_ARTICLE}(1)<W 2031,\n" + "art. 3\n" * 11 + "art. 4>",
        "",
    ],
)
def test_brackets_without_their_note_and_notes_without_brackets_are_text(text: str) -> None:
    assert changed(text) == ChangeNotes()


def test_a_note_of_amendment_may_have_a_dozen_rows() -> None:
    text = f"{_ARTICLE}(1)<W 2031,\n" + "art. 3\n" * 10 + "art. 4>"
    (note,) = changed(text).notes
    assert len(note.rows) == 12


def test_each_article_numbers_its_notes_of_amendment_anew() -> None:
    one = "Art. {}. Het Instituut [1 telt]1 de havens.\n(1)<W 203{}>\n"
    text = "".join(one.format(n, n) for n in (1, 2, 3))
    found = changed(text)
    assert [(note.number, text[slice(*note.rows[0][0])]) for note in found.notes] == [(1, "W 2031"), (2, "W 2032"), (3, "W 2033")]
    assert [(marker.number, text.count("\n", 0, marker.span[0])) for marker in found.markers] == [(1, 0), (2, 2), (3, 4)]
    later = found.numbered_after(7)
    assert [note.number for note in later.notes] == [marker.number for marker in later.markers] == [8, 9, 10]
    gone = changed("Het Instituut [2 telt]2 de havens.\n(1)<W 2031>\n(3)<W 2031>\n(2)<W 2032>\nDe raad [1 telt]1.\n(1)<W 2033>")
    assert [marker.number for marker in gone.markers] == [4]


def test_rows_stand_without_the_signs_of_the_notation() -> None:
    text = f"De haven is er.\n{_ARTICLE}De kade ook.\n{_NOTES}"
    rows = tuple(
        Row((line.span,), line.content, (line.number, line.number), 0, "normal", 1) for line in content_lines(text) if line.number <= 3
    )
    layout = changed(text).cut_out(Layout(rows, (), ()), text)
    assert [row.text for row in layout.body] == [
        "De haven is er.",
        "Art. 1.  § 1.1 Het Instituut  telt  de havens3 en2 kades.",
        "De kade ook.",
    ]
    assert ["".join(text[slice(*part)] for part in row.parts) for row in layout.body] == [row.text for row in layout.body]
    assert ChangeNotes().cut_out(layout, text) is layout


# Marks apart from their texts --------------------------------------------------------------------------------------------


def brought(text: str) -> list[str]:
    """The rows of a text whose marks were put back before their texts; nothing where none stood apart."""
    whole = "".join(piece if isinstance(piece, str) else text[slice(*piece)] for piece in bring_together(text))
    return [row.strip() for row in whole.splitlines() if row.strip()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("•\n•\nkades meten;\nhavens tellen.", ["• kades meten;", "• havens tellen."]),
        ("De raad wil:\n–\n–\nkades meten;\nhavens tellen.", ["De raad wil:", "– kades meten;", "– havens tellen."]),
        ("(a)\n(b)\n(c)\nkades;\nhavens;\nsluizen.", ["(a) kades;", "(b) havens;", "(c) sluizen."]),
        ("1.\n2.\nkades meten. Dat is veel.\nHavens tellen.", ["1. kades meten. Dat is veel.", "2. Havens tellen."]),
        ("•\n•\nkades meten en\nhavens tellen; en\nbossen kappen", ["• kades meten en", "havens tellen; en", "• bossen kappen"]),
        ("•\n•\nkades meten en\nhavens tellen;\nbossen kappen", ["• kades meten en", "havens tellen;", "• bossen kappen"]),
        ("•\n•\nkades meten”;\nhavens tellen,", ["• kades meten”;", "• havens tellen,"]),
        ("•\n•\nkades meten?\nhavens tellen!", ["• kades meten?", "• havens tellen!"]),
        ("•\n•\n\nkades meten;\nen sluizen;\n\nhavens tellen.", ["• kades meten;", "en sluizen;", "• havens tellen."]),
        ("•\n•\n\nKades meten\n\nHavens tellen", ["• Kades meten", "• Havens tellen"]),
        ("•\n•\nkades meten;\nhavens tellen;\nbossen kappen;\nTot slot.", ["• kades meten;", "• havens tellen;", "bossen kappen;", "Tot slot."]),
        ("•\n•\nkades meten;\n– havens tellen.", ["• kades meten;", "– havens tellen."]),
        ("•\n•\nkades meten;\nhavens tellen;\n•\n•\nbossen kappen;\nwegen leggen.", ["• kades meten;", "• havens tellen;", "• bossen kappen;", "• wegen leggen."]),
        ("– kades van de\n–\nstad meten;\nhavens tellen.", ["– kades van de", "stad meten;", "– havens tellen."]),
        ("– kades van de\n–\n–\nstad meten;\nhavens tellen;\nbossen kappen.", ["– kades van de", "stad meten;", "– havens tellen;", "– bossen kappen."]),
        ("– kades van\n–\nde stad\nen de zee\nen de haven\nmeten;\nhavens tellen.", ["– kades van", "de stad", "en de zee", "en de haven", "meten;", "– havens tellen."]),
    ],
)  # fmt: skip
def test_marks_below_one_another_go_before_the_texts_below_them(text: str, found: list[str]) -> None:
    bullets = [row for row in brought(text) if row not in {"•", "–"}]
    assert bullets == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "De raad wil:\n\nkades meten;\n\nsluizen bouwen en\nverven.\n\n–\n–",
            ["De raad wil:", "– kades meten;", "– sluizen bouwen en", "verven."],
        ),
        (
            "De raad wil:\n\nKades meten\n\nSluizen bouwen.\n\n–\n–\n\nTot slot.",
            ["De raad wil:", "– Kades meten", "– Sluizen bouwen.", "Tot slot."],
        ),
        (
            "Dit:\n\nDe raad wil:\n\nkades meten;\n\nsluizen bouwen.\n\n–\n–",
            ["Dit:", "De raad wil:", "– kades meten;", "– sluizen bouwen."],
        ),
    ],
)
def test_marks_may_stand_below_the_texts_of_their_list(text: str, found: list[str]) -> None:
    assert brought(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "De raad wil:\n•\nkades meten;\n•\nhavens tellen.",
        "– Kades meten.\n–\nstad meten;\nhavens tellen.",
        "– kades van de\n–\nStad meten;\nhavens tellen.",
        "kades meten;\nhavens tellen.\n•\n•",
        "De raad wil:\n\nkades meten;\n\nhavens tellen.\n\n•\n•\n•",
        "De raad wil:\n\n– kades meten;\n\nhavens tellen.\n\n•\n•",
        "De raad wil:\n\nkades meten;\n\nhavens tellen\n\n•\n•",
        "De raad wil:\n•\n•",
        "1\n2\n3",
        "De haven is open.",
        "",
    ],
)
def test_marks_without_texts_of_their_own_stay_where_they_stand(text: str) -> None:
    assert brought(text) == []


_BODY: Final = "De haven1 is open en de kade2 is dicht."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1\n2\nZie het verslag.\nZie de brief.", ["1 Zie het verslag.", "2 Zie de brief."]),
        ("[1]\n[2]\nZie het verslag\nover de havens.\nZie de brief.", ["[1] Zie het verslag", "over de havens.", "[2] Zie de brief."]),
        ("¹\n²\nZie het verslag over.\nde havens.\nZie de brief.", ["¹ Zie het verslag over.", "de havens.", "² Zie de brief."]),
        ("1\n2\n\nde rest van een noot.\n\nZie het verslag.\nZie de brief.", ["de rest van een noot.", "1 Zie het verslag.", "2 Zie de brief."]),
        ("1 Zie het verslag van\n2\nde havens.\nZie de brief.", ["1 Zie het verslag van", "de havens.", "2 Zie de brief."]),
        ("1\n2\nZie het verslag.\nZie de wet.\n3 Zie de brief.\nZie de nota.", ["1 Zie het verslag.", "2 Zie de wet.", "3 Zie de brief.", "Zie de nota."]),
        ("2\n3\n1 Zie het verslag.\nZie de wet.\nZie de brief.\n4 Zie de nota.", ["1 Zie het verslag.", "2 Zie de wet.", "3 Zie de brief.", "4 Zie de nota."]),
        ("2\n3\nZie het verslag.\nZie de wet.\n7 Zie de brief.", ["2 Zie het verslag.", "3 Zie de wet.", "7 Zie de brief."]),
        ("1\n2\nZie het verslag over de havens van het land en de zee\nvan A.\nZie de brief.", ["1 Zie het verslag over de havens van het land en de zee", "van A.", "2 Zie de brief."]),
        ("1\n2\nZie de wet.\nZie de brief en de nota over de havens.\nZie ook blz. 3 daarvan en van.", ["1 Zie de wet.", "2 Zie de brief en de nota over de havens.", "Zie ook blz. 3 daarvan en van."]),
        ("1\n2\nZie de wet.\n3. De brief.\nZie de nota.", ["1 Zie de wet.", "3. De brief.", "2 Zie de nota."]),
        ("7\n1\n2\nZie de wet.\nZie de nota.", ["7", "1 Zie de wet.", "2 Zie de nota."]),
        ("1\n2\nZie de wet.\nZie de nota.\n\nDe sluis is open.\nDe brug ook.", ["1 Zie de wet.", "2 Zie de nota.", "De sluis is open.", "De brug ook."]),
    ],
)  # fmt: skip
def test_numbers_of_notes_below_one_another_go_before_the_texts_of_the_notes(text: str, found: list[str]) -> None:
    assert brought(f"{_BODY}\n\n{text}") == [_BODY, *found]


@pytest.mark.parametrize(
    "text",
    [
        "1\nZie het verslag.\n2\nZie de brief.",
        "1\n\nDe rest van een noot.\n\nZie het verslag.",
        "1\n\nhttp://a.example\n\nZie het verslag.",
        "1 Zie het verslag.\n2\nde havens.\nZie de brief.",
        "1 Zie het verslag van\n3\nde havens.\nZie de brief.",
        "1",
        "1 Zie het verslag.\n2 Zie de brief.",
    ],
)
def test_numbers_of_notes_that_stand_before_their_texts_stay_there(text: str) -> None:
    assert brought(f"{_BODY}\n\n{text}") == []


def test_a_number_goes_behind_the_note_that_lost_its_own_where_one_is_missing() -> None:
    first = "De haven1 is.\n\n1\n\f"
    assert brought(f"{first}De kade3 is.\n\n3\n\nZie de brief.\n\nZie de nota.") == [
        "De haven1 is.",
        "1",
        "De kade3 is.",
        "Zie de brief.",
        "3 Zie de nota.",
    ]
    assert brought(f"{first}De kade2 is.\n\n2\n\nZie de brief.\n\nZie de nota.") == []
    assert brought(f"{first}De kade4 is.\n\n4\n\nZie de brief.\n\nZie de nota.") == []


def test_each_page_has_numbers_and_marks_of_its_own() -> None:
    page = "De haven{0} is.\n\n{0}\n{1}\nZie de wet {0}.\nZie de nota {1}."
    text = "\f".join(page.format(n, n + 1) for n in (1, 3))
    assert brought(text) == [row for n in (1, 3) for row in (f"De haven{n} is.", f"{n} Zie de wet {n}.", f"{n + 1} Zie de nota {n + 1}.")]
    assert brought("•\n•\fkades meten;\nhavens tellen.") == []


# Where each line belongs ---------------------------------------------------------------------------------------------------


def laid(text: str) -> tuple[list[tuple[str, str, int, int]], list[str]]:
    """The rows of a text (words, how each follows on the one before, its page, its indent), and those of its notes."""
    lines = content_lines(text)
    shape = detect(lines)
    layout = lay_out(lines, shape, find_furniture(lines, shape))
    return [(row.text, row.relation, row.page, row.indent) for row in layout.body], [row.text for row in layout.notes]


_RULE: Final = "____________________"
_PROSE: Final = "De haven is open en de kade daar\nis dicht, zegt de raad van de stad\ndie over de haven en de kade gaat."


def test_notes_below_a_rule_end_with_their_page() -> None:
    text = f"De haven is open1.\n\n  De sluis ook.\n{_RULE}\n1 Zie de wet.\nZie ook de nota.\n\fDe brug is er."
    assert laid(text) == (
        [("De haven is open1.", "start", 1, 0), ("De sluis ook.", "separated", 1, 2), ("De brug is er.", "page", 2, 0)],
        ["1 Zie de wet.", "Zie ook de nota."],
    )


def test_pages_are_parted_by_feet_where_nothing_else_parts_them() -> None:
    page = "{} is open en de kade daar\nis dicht, zegt de raad van de stad\ndie over de haven gaat.\n\n{}\n\n"
    rows, notes = laid("".join(page.format(word, n) for n, word in enumerate(("De haven", "De sluis", "De brug"), 1)))
    assert [(text, relation, number) for text, relation, number, _ in rows if relation != "normal"] == [
        ("De haven is open en de kade daar", "start", 1), ("De sluis is open en de kade daar", "page", 2), ("De brug is open en de kade daar", "page", 3),
    ]  # fmt: skip
    assert notes == []


def test_pieces_that_a_raised_number_cut_a_row_in_are_one_row_in_a_spread_text() -> None:
    text = "De haven is open en de kade daar\n\nis nu1\n2\nen dicht, zegt de raad ervan.\n\n\nDe sluis is ook dicht, zegt de\n\nraad van de stad en van de."
    rows, _ = laid(text)
    assert [(text, relation) for text, relation, _, _ in rows] == [
        ("De haven is open en de kade daar", "start"), ("is nu1 2 en dicht, zegt de raad ervan.", "normal"),
        ("De sluis is ook dicht, zegt de", "separated"), ("raad van de stad en van de.", "normal"),
    ]  # fmt: skip


def test_closing_signs_on_a_row_of_their_own_go_with_the_row_before() -> None:
    rows, _ = laid("De haven is open\n. En de kade\n) is\n! dicht.")
    assert [text for text, *_ in rows] == ["De haven is open. En de kade) is! dicht."]
    rows, _ = laid("Haven\n. En de kade")
    assert [text for text, *_ in rows] == ["Haven", ". En de kade"]
    rows, _ = laid("De haven\n\n. En de kade")
    assert len(rows) == 2


def test_white_behind_a_raised_number_in_mid_sentence_means_nothing() -> None:
    spread = "\n\n".join(_PROSE.split("\n"))
    rows, _ = laid(f"{spread}\n\n\nDe brug ligt hier al\n3\n\n\n   en blijft nog daar.")
    assert [(text, relation, indent) for text, relation, _, indent in rows][-2:] == [
        ("De brug ligt hier al 3", "separated", 0), ("en blijft nog daar.", "normal", 0),
    ]  # fmt: skip


def test_a_note_whose_number_was_lost_stands_tight_and_far_in_below_a_spread_text() -> None:
    spread = "\n\n".join(_PROSE.split("\n"))
    assert laid(f"{spread}\n   Zie de wet.\n\fDe brug is er.")[1] == ["Zie de wet."]
    assert laid(f"{spread}\n  Zie de wet.\n\fDe brug is er.")[1] == []
    assert laid(f"{spread}\n\n   Zie de wet.\n\fDe brug is er.")[1] == []


def test_a_trace_of_a_rule_parts_notes_from_text() -> None:
    blanks = " " * 30
    assert laid(f"De haven is open1.\n{blanks}\n1 Zie de wet.")[1] == ["1 Zie de wet."]
    assert laid(f"De haven is open.\n{blanks}\nDe wet.")[1] == ["De wet."]
    assert laid(f"De haven is open.\n{blanks[1:]}\nDe wet.")[1] == []


def test_an_empty_text_has_no_rows() -> None:
    assert lay_out((), Shape(0, 0, wrapped=True, page_indent=False, first_line_indent=False), {}) == Layout((), (), ())


def test_texts_of_rows_are_without_their_markers() -> None:
    text = "De  haven1 is 2\nopen3.  De kade\nblijft."
    rows = tuple(Row((line.span,), line.content, (line.number, line.number), 0, "normal", 1) for line in content_lines(text))
    markers = tuple(Marker(n, (text.index(str(n)), text.index(str(n)) + 1)) for n in (1, 2, 3))
    assert plain_texts(rows, markers, text) == ("De haven is", "open. De kade", "blijft.")
    assert plain_texts(rows, markers[::-1], text) == ("De haven is", "open. De kade", "blijft.")
    assert plain_texts(rows, (), text) == ("De haven1 is 2", "open3. De kade", "blijft.")
    parts = (Row(((0, 9), (9, 10), (11, 13)), "De haven 1 is", (1, 1), 0, "start", 1),)
    assert plain_texts(parts, markers[:1], text) == ("De haven is",)


def test_the_rest_of_a_note_below_a_rule_belongs_to_the_notes_of_its_page() -> None:
    first = f"De haven1 is.\n{_RULE}\n1 Zie het verslag over de havens en\n\f"
    assert laid(f"{first}De kade2 is.\n{_RULE}\nde kades van het land.\n2 Zie b.")[1] == [
        "1 Zie het verslag over de havens en",
        "de kades van het land.",
        "2 Zie b.",
    ]


def test_white_parts_notes_from_the_text_that_goes_on_where_nothing_marks_pages() -> None:
    text = f"De haven1 is2.\n{_RULE}\n1 Zie a.\n\n{{}} Zie b.\n\nDe kade."
    rows, notes = laid(text.format(2))
    assert (rows[-1][:3], notes) == (("De kade.", "page", 2), ["1 Zie a.", "2 Zie b."])
    rows, notes = laid(text.format(3))
    assert ([row[:3] for row in rows[1:]], notes) == ([("3 Zie b.", "page", 2), ("De kade.", "separated", 2)], ["1 Zie a."])


def test_a_blank_before_a_row_in_mid_sentence_marks_a_page() -> None:
    rows = wrap(f"{HAVEN} {BOS}")
    at = next(place for place, row in enumerate(rows) if place > 8 and row[0].islower() and rows[place - 1][-1].isalpha())
    marked = [*rows[:at], f" {rows[at]}", *rows[at + 1 :]]
    found, _ = laid("\n".join(marked))
    assert [(text, relation, indent) for text, relation, page, indent in found if page == 2][:2] == [
        (rows[at], "page", 0),
        (rows[at + 1], "normal", 0),
    ]
    assert {page for _, _, page, _ in laid("\n".join(rows))[0]} == {1}
    twice = [*marked[:2], f" {marked[2]}", *marked[3:7], f" {marked[7]}", *marked[8:]]
    assert {page for _, _, page, _ in laid("\n".join(twice))[0]} == {1}


def test_a_row_that_is_set_in_and_tight_starts_a_page_of_a_spread_text() -> None:
    spread = "\n\n".join(_PROSE.split("\n"))
    for blanks, indent in ((" ", 0), ("  ", 1)):
        rows, notes = laid(f"{spread}\n{blanks}De sluis is ook dicht, zegt men\n\nen blijft dat.\n\n\n{spread}")
        assert ("De sluis is ook dicht, zegt men", "page", 2, indent) in rows
        assert notes == []


def test_pieces_with_a_row_of_blanks_between_are_one_row_where_they_fit_on_it() -> None:
    spread = "\n\n".join(_PROSE.split("\n"))

    def rows(first: str, between: str, last: str) -> list[str]:
        return [text for text, *_ in laid(f"{spread}\n\n\n{first}\n7\n{between}\n{last}\n\n\n{spread}")[0]][3:-3]

    assert rows("De brug is nu", "  ", "open en groot.") == ["De brug is nu 7 open en groot."]
    assert rows("De brug is nu", "", "open en groot.") == ["De brug is nu 7", "open en groot."]
    assert rows("De brug van de stad en de zee", "  ", "open en groot.") == ["De brug van de stad en de zee 7", "open en groot."]
    assert rows("De brug is nu", "", ", open.") == ["De brug is nu 7, open."]


def blocks(*pages: tuple[str, str]) -> NoteBlocks:
    """Where notes start on pages, each a text and the notes that are known of it; the lines are numbered through."""
    made, first = [], 1
    for body, notes in pages:
        above, below = (
            list(content_lines("\n" * (begin - 1) + part)) for begin, part in ((first, body), (first + body.count("\n") + 1, notes))
        )
        made.append((above, below))
        first += body.count("\n") + notes.count("\n") + 2
    return find_note_blocks(made, frozenset(), 0)


def test_notes_of_a_page_count_on_from_those_that_are_known_of_the_one_before() -> None:
    assert blocks(("De haven1 is.", "1 Zie a.\n2 Zie b."), ("De kade3 is.\n3 Zie c.", "")).starts == {5}
    assert blocks(("De haven1 is.", "1 Zie a.\n2 Zie b."), ("De kade7 is.\n7 Zie c.", "")).starts == set()
    assert blocks(("De haven1 is.", "1 Zie het verslag en"), ("De kade2 is.\n\nde nota.\n2 Zie c.", "")).starts == {5}
    assert blocks(("De haven1 is.", "1 Zie het verslag."), ("De kade2 is.\n\nde nota.\n2 Zie c.", "")).starts == {6}


def test_notes_may_stand_all_at_the_end_of_a_text() -> None:
    assert blocks(("De haven1 is.", ""), ("De kade en de sluis.", ""), ("Noten\n1 Zie a.\n2 Zie b.", "")).starts == {6}
    assert blocks(("De haven is.", ""), ("De kade en de sluis.", ""), ("Noten\n1 Zie a.\n2 Zie b.", "")).starts == set()


@pytest.mark.parametrize(
    ("below", "stops"),
    [
        ("– meten", set()),
        ("\n– meten", {4}),
        ("\n1) meten", set()),
        ("• meten", {3}),
        ("2. Kades", {3}),
        ("2 Kades", set()),
        ("https://a.example", set()),
    ],
)
def test_a_list_or_heading_below_the_notes_is_text_again(below: str, stops: set[int]) -> None:
    assert blocks((f"De haven1 is open.\n1 Zie a.\n{below}", "")).stops == stops


@pytest.mark.parametrize(("rest", "start"), [("de kades.", 3), ("(kades).", 3), ("3 kades.", 3), ("De kades.", 4), ("Van de kades", 4)])
def test_what_goes_on_with_a_note_starts_in_small_letters_or_with_a_sign(rest: str, start: int) -> None:
    pages = (("De haven1 is.", "1 Zie het verslag over de"), (f"De kade2 is.\n\n{rest}\n2 Zie b.", ""))
    assert blocks(*pages).starts == {start + 2}
