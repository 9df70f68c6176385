"""The parts of a PDF's document: labels and emphasis of paragraphs, page numbers, captions, notes, and the order of columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.model import OnPages, Run
from generator.readers.pieces.enumeration import find_heading_mark, find_marks
from generator.readers.printed.pdf.captions import with_captions
from generator.readers.printed.pdf.cells import table_draft
from generator.readers.printed.pdf.chunks import Chunk
from generator.readers.printed.pdf.gaps import cut, is_stretched, usual_widths
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.pieces import Font, TextPiece
from generator.readers.printed.pdf.reader import usual_size
from generator.readers.printed.pdf.regions import in_reading_order, pages_in_reading_order
from generator.readers.printed.pdf.rows import Row, rows_of
from generator.readers.printed.pdf.spaces import RawPiece, piece_in, view
from generator.readers.printed.pdf.titles import Titles, with_counted_titles
from generator.readers.printed.pdf.whites import set_apart
from tests.readers.drawing import OTHER_WORDS, WORDS, document, drawn, kinds, rows, wrapped

_FONT: Final = Font("Times", bold=False, italic=False, glyphs=False)


def line(text: str, base: float = 100, left: float = 70, size: float = 10, **more: object) -> Line:
    """A row, half its size wide a letter unless its end is given."""
    fields = {"right": left + len(text) * size / 2, "bold": False, "italic": False, "runs": (), "element": "", "page": 1} | more
    return Line(0, len(text), text, left=left, top=base - 8, bottom=base + 2, base=base, size=size, **fields)  # type: ignore[arg-type] # the fields of a line


def chunk(*texts: str, base: float = 100, region: str = "", set_in: float = 0, **more: object) -> Chunk:
    """A piece of rows that are set alike."""
    mark = find_marks(texts[0])
    made = tuple(line(text, base + 12 * place, **more) for place, text in enumerate(texts))  # type: ignore[arg-type] # the fields of a line
    return Chunk(made, mark[0] if mark else None, find_heading_mark(texts[0]), region=region, set_in=set_in)


def test_words_set_otherwise_in_a_paragraph_are_stressed() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        x = 70.0
        for text, face in (
            ("De kade is ", ""),
            ("altijd ", "-Bold"),
            ("open ", "-Oblique"),
            ("en de haven ", ""),
            ("ook", "-BoldOblique"),
            (" wel.", ""),
        ):
            canvas.setFont(f"Helvetica{face}", 11)
            canvas.drawString(x, 600, text)
            x += canvas.stringWidth(text, f"Helvetica{face}", 11)
        canvas.setFont("Helvetica-Oblique", 11)
        rows(canvas, wrapped(OTHER_WORDS, 80), y=560)

    found = document(drawn(draw))
    stressed = [[block.text[a:b] for a, b in block.emphasis] for block in found.blocks]
    assert stressed == [[], ["altijd open", "ook"], []]


def test_a_mark_in_other_type_is_no_stress_of_its_item() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [*wrapped(WORDS, 80), "Meegebracht worden:"])
        for place, (mark, text) in enumerate((("1.", "een lamp;"), ("2.", "een touw."))):
            canvas.setFont("Helvetica-Bold", 11)
            canvas.drawString(70, 600 - 14 * place, mark)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(90, 600 - 14 * place, text)

    found = document(drawn(draw)).blocks
    assert [(block.list.marker, block.text, block.emphasis) for block in found if block.list] == [
        ("1.", "een lamp;", ()),
        ("2.", "een touw.", ()),
    ]


def test_numbers_at_the_edge_of_pages_are_page_numbers_and_other_rows_heads() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate((WORDS, OTHER_WORDS, " ".join(sorted(WORDS.split()))), 1):
            canvas.setFont("Helvetica", 11)
            canvas.drawString(70, 800, "Gemeenteblad")
            rows(canvas, wrapped(text, 80))
            canvas.drawString(70, 60, f"- {number} -")
            canvas.drawString(70, 40, f"Blad {number}")
            canvas.showPage()

    found = document(drawn(draw)).furniture
    assert {(piece.text, piece.kind) for piece in found} == {
        ("Gemeenteblad", "running-head"),
        *((f"- {number} -", "page-number") for number in (1, 2, 3)),
        *((f"Blad {number}", "running-head") for number in (1, 2, 3)),
    }


def test_turned_numbers_and_numbers_of_rows_are_no_page_numbers() -> None:
    lines = wrapped(f"{WORDS} {OTHER_WORDS}", 60)

    def draw(canvas: Canvas) -> None:
        for place, text in enumerate(lines):
            canvas.drawString(40, 750 - 14 * place, str(place + 1))
            canvas.drawString(70, 750 - 14 * place, text)

    assert {piece.kind for piece in document(drawn(draw)).furniture} == {"markup"}


def test_the_head_of_a_table_that_is_printed_again_is_a_running_head() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        for top, name in ((140, "Markt"), (760, "Haven")):
            for x in (70, 200, 400):
                canvas.line(x, top, x, top - 40)
            for y in (top, top - 20, top - 40):
                canvas.line(70, y, 400, y)
            for x, y, text in ((74, top - 14, "Plein"), (204, top - 14, "Kosten"), (74, top - 34, name), (204, top - 34, "x")):
                canvas.drawString(x, y, text)
            canvas.showPage()

    found = document(drawn(draw))
    assert [(piece.text, piece.kind) for piece in found.furniture] == [("Plein", "running-head"), ("Kosten", "running-head")]
    pages = [[box.page for box in piece.place.boxes] for piece in found.furniture if isinstance(piece.place, OnPages)]
    assert pages == [[2], [2]]
    assert [[own.text for own in row] for row in found.blocks[-1].rows] == [["Plein", "Kosten"], ["Markt", "x"], ["Haven", "x"]]


def test_a_word_that_a_row_breaks_is_one_where_the_document_breaks_words() -> None:
    def draw(canvas: Canvas) -> None:
        rows(
            canvas,
            [
                "De gemeente wijst terreinen aan waar bewoners hun fiet-",
                "sen mogen stallen, en waar de brandweer altijd bij kan ko-",
                "men, ook als de fietsen er al staan.",
            ],
        )

    assert [text for _, text in kinds(document(drawn(draw)))] == [
        "De gemeente wijst terreinen aan waar bewoners hun fietsen mogen stallen, en waar de brandweer altijd bij kan komen, ook als de fietsen er al staan."
    ]


def test_the_size_of_most_letters_is_that_of_the_text() -> None:
    assert usual_size([line("abc", size=12), line("abcd", size=10.04), line("abcd", size=9.96)]) == 10.0
    assert usual_size([line("abcdef", size=12), line("abcd", size=10.04), line("a", size=9.96)]) == 12
    assert usual_size([]) == 10


def captioned(*chunks: Chunk) -> list[tuple[str, str]]:
    """The pieces that are left, each with its caption."""
    return [(own.lines[0].text, caption.lines[0].text if caption else "") for own, caption in with_captions(chunks)]


def test_a_caption_belongs_to_the_table_below_it_or_else_above_it() -> None:
    table, other, text = chunk("Plein", region="table"), chunk("Haven", region="table"), chunk("Een zin.")
    first, second = chunk("Tabel 1: Pleinen"), chunk("Tabel 2: Havens")
    assert captioned(first, table, text) == [("Plein", "Tabel 1: Pleinen"), ("Een zin.", "")]
    assert captioned(text, table, first) == [("Een zin.", ""), ("Plein", "Tabel 1: Pleinen")]
    assert captioned(table, first, other) == [("Plein", ""), ("Haven", "Tabel 1: Pleinen")]
    assert captioned(first, table, second, other) == [("Plein", "Tabel 1: Pleinen"), ("Haven", "Tabel 2: Havens")]
    assert captioned(first, table, second) == [("Plein", "Tabel 1: Pleinen"), ("Tabel 2: Havens", "")]
    assert captioned(first, text, table) == [("Tabel 1: Pleinen", ""), ("Een zin.", ""), ("Plein", "")]
    assert captioned(chunk("Tabel 1: Pleinen", page=2), table) == [("Tabel 1: Pleinen", ""), ("Plein", "")]
    both = Chunk((*table.lines, line("Kosten", page=2)), region="table")
    assert captioned(both, chunk("Tabel 1: Pleinen", page=2)) == [("Plein", "Tabel 1: Pleinen")]
    assert captioned(first) == [("Tabel 1: Pleinen", "")]
    assert captioned(chunk("Tabel 1: Pleinen", region="table"), table) == [("Tabel 1: Pleinen", ""), ("Plein", "")]


def cell(text: str, place: str, at: int, *, page: int = 1, bold: bool = False) -> Line:
    """A row of a cell, its place given as row and column."""
    row, column = place.split("/")
    return replace(line(text, page=page, bold=bold, element=f"table[1]/row[{row}]/cell[{column}]"), start=at, end=at + len(text))


def test_a_table_has_its_cells_with_their_places_and_its_caption() -> None:
    lines = (
        cell("Plein", "1/1-2", 0, bold=True),
        cell("Markt", "2/1", 6),
        cell("1200", "2/2", 12),
        cell("Haven", "1/1", 20, page=2),
        cell("800", "1/2", 26, page=2),
    )
    caption = (replace(line("Tabel 1"), start=40, end=47),)
    draft = table_draft(lines, caption)
    assert (draft.kind, draft.text, draft.rows) == ("table", "", ())
    assert draft.place == table_draft(lines).place
    table = draft.table
    assert table is not None
    assert [[(own.rows, own.across, own.down) for own in row] for row in table.rows] == [
        [(((((0, 5)),),), 2, 1)],
        [((((6, 11),),), 1, 1), ((((12, 16),),), 1, 1)],
        [((((20, 25),),), 1, 1), ((((26, 29),),), 1, 1)],
    ]
    assert table.header_rows == 1
    assert table.caption is not None
    assert table.caption.rows == (((40, 47),),)
    bare = table_draft(lines).table
    assert bare is not None
    assert bare.caption is None


def test_slots_that_nothing_is_printed_in_are_empty_cells() -> None:
    draft = table_draft((cell("Plein", "1-3/1", 0), cell("Markt", "1/2", 6), cell("Haven", "3/2", 12)))
    assert draft.table is not None
    assert [[(len(own.rows), own.across, own.down) for own in row] for row in draft.table.rows] == [
        [(1, 1, 3), (1, 1, 1)],
        [(0, 1, 1)],
        [(1, 1, 1)],
    ]
    assert draft.table.rows[1][0].place == draft.place


def raw(text: str, width: float, size: float = 10, matrix: tuple[float, ...] = (1, 0, 0, 1, 100, 50)) -> RawPiece:
    """A piece in its own coordinates."""
    return RawPiece(text, matrix, width, size, _FONT)  # type: ignore[arg-type] # a matrix


def test_a_piece_much_wider_than_its_letters_may_hold_a_gap() -> None:
    usual = usual_widths([raw("abcd", 20), raw("abcdefgh  ", 48), raw("ab", 100)])
    assert usual == {"Times": 0.6}
    assert [is_stretched(raw("ab cd", width), usual) for width in (39, 39.1)] == [False, True]
    assert not is_stretched(raw("abcde", 80), usual)
    assert not is_stretched(raw(" abcd ", 80), usual)


def parts(own: RawPiece, *at: float) -> list[tuple[str, float, float]]:
    """What a piece is cut into, by the places at which its characters start: text, where it begins, how wide it is."""
    a, b = own.matrix[:2]
    placed = [(character, 100 + a * x, 50 + b * x) for character, x in zip(own.text, at, strict=True)]
    return [(part.text, round(part.matrix[4], 3), round(part.width, 3)) for part in cut(own, placed)]


def test_a_piece_is_cut_where_its_characters_stand_far_apart() -> None:
    own = raw("ab c", 52)
    letter = 52 / 10 / 4 / 1.3 * 10
    assert parts(own, 0, 5, 10, 5 + 12 + letter + 0.1) == [
        ("ab", 100, round(5 + letter, 3)),
        ("c", round(100 + 17.1 + letter, 3), round(52 - 17.1 - letter, 3)),
    ]
    assert parts(own, 0, 5, 10, 5 + 12 + letter - 0.1) == [("ab c", 100, 52)]
    assert parts(raw("ab c", 52, matrix=(2, 0, 0, 2, 100, 50)), 0, 5, 10, 40) == [("ab", 100, round(5 + letter, 3)), ("c", 180, 12)]
    assert parts(raw("ab c", 52, matrix=(0, 1, -1, 0, 100, 50)), 0, 5, 10, 40)[1][0] == "c"
    assert parts(raw("ab c", 30), 0, 5, 10, 40)[1][2] == 0.1
    assert [text for text, _, _ in parts(raw("ab cd e", 90), 0, 5, 10, 15, 20, 25, 70)] == ["ab cd", "e"]
    assert list(cut(own, [("x", 100, 50), ("y", 105, 50)])) == [own]
    assert [part.text for part in cut(raw("a\u00ad c", 52), [("a", 100, 50), ("\u00ad", 103, 50), (" ", 110, 50), ("c", 140, 50)])] == [
        "a\u00ad",
        "c",
    ]


def test_a_piece_in_points_has_the_size_and_slant_of_its_matrix() -> None:
    upright = view(0, 0, 0, 600, 800)
    own, angle = piece_in(upright, raw("  De", 20, 10, (2, 0, 0, 3, 100, 50)))
    assert (own.left, own.right, own.base, own.size, angle) == (100 + 2 * 0.25 * 30, 140, 750, 30, 0)
    narrow, _ = piece_in(upright, raw("  ", 2, 10, (1, 0, 0, 1, 100, 50)))
    assert narrow.right - narrow.left == pytest.approx(0.1)
    slants = [piece_in(upright, raw("De", 20, 10, (1, 0, lean, 1, 0, 0)))[0].italic for lean in (0, 0.1, 0.11, -0.11)]
    assert slants == [False, False, True, True]
    flat, _ = piece_in(upright, raw("De", 20, 10, (0, 0, 0, 0, 0, 0)))
    assert (flat.size, flat.italic) == (0, False)
    marked, _ = piece_in(upright, replace(raw("De", 20), bold=True, white=True, unseen=True))
    assert (marked.bold, marked.white, marked.unseen) == (True, True, True)
    leaning, angle = piece_in(upright, raw("De", 20, 10, (0.8, 0.6, -0.6, 0.8, 0, 0)))
    assert (leaning.right, round(angle, 4)) == (16, -0.6435)
    blank, _ = piece_in(upright, raw(" De", 20, 10, (0.8, 0.6, -0.6, 0.8, 0, 0)))
    assert [blank.left, blank.right] == pytest.approx([2, 16])


def piece(text: str, left: float, base: float) -> TextPiece:
    """A piece, five points a letter."""
    return TextPiece(text, left, left + 5 * len(text), base, 10, _FONT, bold=False, italic=False)


_SIDE: Final = "De haven van de stad is weer verder gegroeid"
_WIDE: Final = "De haven van de stad is weer verder gegroeid en ook de kade is nu weer verder gegroeid en open"


def columns(*given: tuple[str, ...], first: float = 100) -> tuple[Row, ...]:
    """Rows of texts that stand side by side, each in the column of its place; a single text reaches over all."""
    pieces = [
        piece(text, 70 + 250 * column, first + 12 * place) for place, texts in enumerate(given) for column, text in enumerate(texts) if text
    ]
    return rows_of(pieces)


def order(*given: Row) -> list[str]:
    """The first letter of each row, in the order in which they are read, with a bar between columns."""
    return ["".join(own.text[0] for own in column.rows) for column in in_reading_order(given)]


def side(letter: str) -> str:
    """A full row of a column."""
    return letter + _SIDE[1:]


def test_columns_are_read_one_after_the_other_between_what_reaches_over_them() -> None:
    two = [(side("a"), side("b"))] * 4
    assert order(*columns(*two)) == ["aaaa", "bbbb"]
    assert order(*columns((_WIDE,), *two)) == ["D", "aaaa", "bbbb"]
    assert order(*columns(*two, (_WIDE,), *[(side("c"), side("d"))] * 4)) == ["aaaa", "bbbb", "D", "cccc", "dddd"]
    assert order(*columns((side("a"),), (side("b"),))) == ["ab"]
    three = [(side("a"), side("b"), side("c"))] * 4
    assert order(*columns(*three)) == ["aaaa", "bbbb", "cccc"]


def test_a_gutter_of_ten_rows_is_that_of_the_other_pages_too() -> None:
    def pages(rows: int) -> list[list[str]]:
        long = columns(*[(side("a"), side("b"))] * rows)
        short = columns((side("c"), side("d")))
        return [["".join(own.text[0] for own in column.rows) for column in found] for found in pages_in_reading_order([long, short])]

    assert pages(10) == [["a" * 10, "b" * 10], ["c", "d"]]
    assert pages(9) == [["a" * 9, "b" * 9], ["c"]]


_PROSE: Final = (
    "De haven van de stad is in dat jaar weer verder gegroeid en wordt",
    "daarom nu ook nog verbouwd door de dienst van het land, die ook de",
    "kades en sluizen beheert.",
)


def told(title: Chunk, *more: Chunk) -> bool | None:
    """Whether a piece is a heading in a text with a larger one."""
    prose = chunk(*_PROSE)
    chunks = (prose, chunk("Grote havens", size=14), prose, title, *more, prose, prose)
    return Titles(chunks, 10).told(title, " ".join(row.text for row in title.lines))


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (chunk("Kleine havens", size=10.8), True), (chunk("Kleine havens", size=10.7), False), (chunk("Kleine havens", bold=True, size=9.5), True), (chunk("Kleine havens", bold=True, size=9.2), False),
        (chunk("K" * 119 + ".", size=12), True), (chunk("K" * 120 + ".", size=12), False), (chunk("K" * 320, size=12), True), (chunk("K" * 321, size=12), False), (chunk("K" + "k" * 119, italic=True), True), (chunk("K" + "k" * 120, italic=True), False),
        (chunk(*["K" * 36] * 6, size=12), False), (chunk(*["K" * 35] * 6, size=12), True), (chunk(*["K" * 60] * 5, size=12), True), (chunk("1. K" + "k" * 115 + ".", bold=True), True), (chunk("1. K" + "k" * 116 + ".", bold=True), False),
        (chunk("KLEINE HAVENS"), True), (chunk("KLEINE HAVENS:"), False), (chunk("KLEINE HAVENS;"), False), (chunk("• KLEINE HAVENS"), False), (chunk("1. KLEINE HAVENS"), True), (chunk("KLEINE HAVENS,"), False),
        (chunk("Kleine havens:", italic=True), None), (chunk("12.3", size=12), False), (chunk("kleine havens", size=12), False), (chunk("Tabel 1: havens", size=12), False), (chunk("Kleine havens ..... 12", size=12), False),
    ],
)  # fmt: skip
def test_what_stands_out_in_a_text_is_a_heading(title: Chunk, heading: bool | None) -> None:  # noqa: FBT001 - a column of the table
    assert told(title) is heading


def test_a_short_piece_with_white_around_it_is_left_to_its_words() -> None:
    prose = chunk(*_PROSE)
    title, after = chunk("Kleine havens", base=150), chunk(*_PROSE, base=170)
    chunks = (chunk("Grote havens", size=14, base=60), prose, title, after, chunk("Havens", size=14, base=230), prose)
    assert Titles(chunks, 10).told(title, "Kleine havens") is None
    assert Titles(chunks, 10).signs(title) is None


def test_tags_that_name_headings_leave_nothing_to_the_words() -> None:
    prose = chunk(*_PROSE, part=1)
    title, after = chunk("Kleine havens", base=150, part=2), chunk(*_PROSE, base=170, part=3)
    named = chunk("Grote havens", size=14, base=60, heading=2, part=4)
    chunks = (named, prose, title, after, named, prose)
    titles = Titles(chunks, 10)
    assert titles.told(title, "Kleine havens") is False
    assert titles.told(named, "Grote havens") is True
    assert titles.signs(named) == 2
    assert titles.signs(title) is None
    untagged = (replace(named, lines=(replace(named.lines[0], part=0),)), prose, title, after, named, prose)
    assert (
        Titles(tuple(replace(own, lines=tuple(replace(row, part=0) for row in own.lines)) for own in untagged), 10).told(
            replace(title, lines=(replace(title.lines[0], part=0),)), "Kleine havens"
        )
        is not True
    )


def test_roman_digits_count_titles() -> None:
    found = with_counted_titles((chunk("I Havens"), chunk("II Kades"), chunk("Een zin."), chunk("III Sluizen")))
    assert [own.title.number if own.title else None for own in found] == ["I", "II", None, "III"]
    assert found[0].label_length == 1


def apart(*chunks: Chunk) -> list[bool]:
    """Which pieces the white around them sets apart."""
    found = set_apart(chunks, 10)
    return [id(own) in found for own in chunks]


@pytest.mark.parametrize(
    ("above", "below", "found"), [(25.1, 20, True), (25, 20, False), (15.1, 12, True), (15, 11, False), (30, 24.1, False), (30, 23.9, True)]
)
def test_white_above_is_more_than_that_below(above: float, below: float, found: bool) -> None:  # noqa: FBT001 - a column of the table
    first = chunk("Een zin.")
    title = chunk("Kleine havens", base=100 + above)
    assert apart(first, title, chunk(*_PROSE, base=100 + above + below)) == [False, found, False]


@pytest.mark.parametrize(
    ("set_in", "others", "found"), [(3, 0, True), (2, 0, False), (3, 1, True), (7, 3, True), (6, 3, False), (5, 2, True)]
)
def test_what_is_not_set_in_is_apart_where_most_paragraphs_are(set_in: int, others: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    prose = [chunk(*_PROSE, base=100 + 60 * place, set_in=6.1 if place < set_in else 6) for place in range(set_in + others)]
    title = chunk("Kleine havens", base=100 + 60 * (set_in + others))
    assert apart(*prose, title)[-1] == found
    assert not apart(*prose, replace(title, region="table"))[-1]
    assert not apart(*prose, replace(title, set_in=6.1))[-1]


def test_prose_of_tables_items_and_short_pieces_says_nothing_of_indents() -> None:
    title = chunk("Kleine havens", base=700)
    set_in = [chunk(*_PROSE, base=100 + 60 * place, set_in=9) for place in range(3)]
    for odd in (
        chunk(*_PROSE[:2], base=300, set_in=0),
        chunk("– " + _PROSE[0], *_PROSE[1:], base=300),
        chunk(*_PROSE, base=300, region="table"),
    ):
        assert apart(*set_in, odd, odd, odd, title)[-1]


@pytest.mark.parametrize(("steps", "plain", "found"), [(2, 0, True), (1, 0, False), (2, 2, True), (2, 3, False)])
def test_white_below_titles_is_known_where_it_lies_below_little_else(steps: int, plain: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    chunks, base = [chunk("Een zin.")], 100.0
    for _ in range(steps):
        chunks += [chunk("Kleine havens", base=base + 40), chunk("Een zin.", base=base + 60)]
        base += 60
    for _ in range(plain):
        chunks += [chunk("Een zin.", base=base + 20)]
        base += 20
    for distance in (20, 20.4, 20.6, 19.4):
        top = [chunk("Kleine havens", page=2), chunk(*_PROSE, base=100 + distance, page=2)]
        assert apart(*chunks, *top)[-2] == found
    far = [chunk("Kleine havens", page=2), chunk(*_PROSE, base=121, page=2)]
    assert not apart(*chunks, *far)[-2]


def test_raised_runs_are_told() -> None:
    assert line("a1", runs=(Run(0, 1), Run(1, 2, raised=True))).first_gap() is None


def test_a_known_gutter_parts_what_stands_above_and_below_other_rows() -> None:
    long = columns(*[(side("a"), side("b"))] * 10)
    three = [(side("c"), side("d"))] * 3
    below = columns(*three, (_WIDE,), (side("e"), side("f")))
    above = columns((side("e"), side("f")), (_WIDE,), *three)
    _, first, second = (
        [["".join(own.text[0] for own in column.rows)] for column in found] for found in pages_in_reading_order([long, below, above])
    )
    assert first == [["ccc"], ["ddd"], ["D"], ["e"], ["f"]]
    assert second == [["e"], ["f"], ["D"], ["ccc"], ["ddd"]]


def test_a_table_above_the_title_of_the_whole_is_no_running_text() -> None:
    prose, title = chunk(*_PROSE), chunk("Kleine havens")
    table = chunk("Land", "Malta", "Cyprus", region="table")
    assert Titles((table, chunk("Verslag over havens", size=18), prose, title, prose), 10).told(title, "Kleine havens") is None
    assert Titles((prose, chunk("Verslag over havens", size=18), prose, title, prose), 10).told(title, "Kleine havens") is False
