"""From rows of a transcript to the text of a paragraph: what stands between words, where markers stood, what was mended, and what is told of it."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Block, Cell, Change, Furniture, Lines, ListPlace, NoteMarker, Repair, Role, Seed, Transcript
from generator.readers.pieces.articles import opens_article, part_articles
from generator.readers.pieces.assemble import LineNumbers, Parts, assemble
from generator.readers.pieces.compose import Composed, Spelling, compose, shift
from generator.readers.pieces.drafts import Aside, CellDraft, Draft, Marker, NoteDraft, Rows, Spelled, TableDraft, cut
from generator.readers.pieces.enumeration import find_heading_mark, find_marks
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.identify import identify

_HERE: Final = Lines(1, 1)


def rows(text: str) -> Rows:
    """The lines of a text, each a row of one range."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append(((at, at + len(line)),))
        at += len(line) + 1
    return tuple(found)


def composed(text: str, *, soft: bool = True, known: str = "", blanks: bool = False, markers: tuple[Marker, ...] = ()) -> Composed:
    """The text that the lines of a text make."""
    return compose(rows(text), text, markers, Spelling(Lexicon.of([known]), soft, blanks))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("de haven\nis open", "de haven is open"),
        ("  de   haven \n  is open ", "de haven is open"),
        ("de haven\u00a0is\topen", "de haven is open"),
        ("de haven-\nmeester", "de havenmeester"),
        ("de EU-\nlanden", "de EU-landen"),
        ("de zee-\nen binnenhavens", "de zee- en binnenhavens"),
        ("de haven -\nen de kade", "de haven - en de kade"),
        ("zee -\nen binnenhavens", "zee - en binnenhavens"),
        ("zie https://example.org/ha\nven/kade", "zie https://example.org/haven/kade"),
        ("zie https://example.org/\nhaven", "zie https://example.org/haven"),
        ("zie https://www.\nexample.org/a", "zie https://www.example.org/a"),
        ("zie www.example.org\nen de haven", "zie www.example.org en de haven"),
        ("zie https://example.org/a,\nhaven/kade", "zie https://example.org/a, haven/kade"),
        ("zie https://example.org/a?b=\nc", "zie https://example.org/a?b=c"),
        ("zie https://example.org/a\n(haven/kade)", "zie https://example.org/a (haven/kade)"),
        ("mail jan@\nexample.org", "mail jan@example.org"),
        ("de haven\nhaven/kade", "de haven haven/kade"),
    ],
)
def test_lines_are_joined_as_their_words_ask(text: str, whole: str) -> None:
    assert composed(text).text == whole


def test_a_text_that_breaks_no_words_keeps_its_hyphens_and_one_that_keeps_blanks_its_blanks() -> None:
    assert composed("de haven-\nmeester", soft=False).text == "de haven-meester"
    assert composed("de haven- \nmeester", blanks=True).text == "de haven- meester"
    assert composed("de haven-\nmeester", blanks=True).text == "de havenmeester"
    assert composed("de haven- \nmeester").text == "de havenmeester"
    assert composed("de haven-\nmeester", known="een haven-meester").text == "de haven-meester"


def test_a_hyphen_that_goes_is_a_repair_and_one_that_is_not_seen_is_shown() -> None:
    assert composed("de haven-\nmeester").repairs == (Repair(3, 12, "haven-meester", "line-end-hyphen"),)
    assert composed("a ha-\nven-\nmeester", soft=True).repairs == (Repair(2, 12, "ha-ven-meester", "line-end-hyphen"),)
    shown = composed("de EU\ufffe\nlanden")
    assert (shown.text, shown.repairs) == ("de EU-landen", (Repair(5, 1, "\ufffe", "line-end-hyphen"),))


def test_a_marker_is_taken_out_and_its_place_kept() -> None:
    text = "de haven1 is open2. En\n3 de kade 4 ook"
    found = composed(text, markers=tuple(Marker(int(text[at]), (at, at + 1)) for at in (8, 17, 23, 33)))
    assert found.text == "de haven is open. En de kade ook"
    assert [(note.number, note.offset, note.spans) for note in found.notes] == [
        (1, 8, ((8, 9),)),
        (2, 16, ((17, 18),)),
        (3, 20, ((23, 24),)),
        (4, 28, ((33, 34),)),
    ]
    assert found.spans == ((0, 8), (9, 17), (18, 22), (24, 33), (34, 38))
    assert composed("haven1 , en", markers=(Marker(1, (5, 6)),)).text == "haven, en"
    assert composed("haven1 en", markers=(Marker(1, (5, 6)),)).text == "haven en"
    assert composed("haven1en", markers=(Marker(1, (5, 6)),)).text == "havenen"


def test_ranges_of_one_row_are_parted_where_the_transcript_has_a_blank() -> None:
    assert compose((((0, 2), (4, 9)),), "de**haven").text == "dehaven"
    assert compose((((0, 2), (5, 10)),), "de **haven").text == "de haven"


def test_offsets_of_the_transcript_are_found_in_the_text() -> None:
    found = composed("  de haven-\nmeester  is")
    assert found.text == "de havenmeester is"
    assert [found.offset(at) for at in (0, 2, 5, 9, 10, 12, 18, 19, 21, 22, 40)] == [0, 0, 3, 7, 8, 8, 14, 15, 16, 17, 18]


def test_what_is_replaced_moves_all_that_stands_behind_it() -> None:
    before = Composed("de haven is open", ((0, 16),), (NoteMarker(1, 8, ((8, 9),)),), (Repair(12, 4, "opén", "x"),), ((0, 0, 16),))
    after = shift(before, [(0, 2, "alle", "y"), (9, 11, "was", "y"), (13, 14, "niet", "y")])
    assert after.text == "alle haven was open"
    assert after.notes == (NoteMarker(1, 10, ((8, 9),)),)
    assert after.repairs == (Repair(0, 4, "de", "y"), Repair(11, 3, "is", "y"), Repair(15, 4, "opén", "x"))
    assert shift(before, []) is before


@pytest.mark.parametrize(
    ("span", "holes", "left"),
    [
        ((2, 9), [], ((2, 9),)),
        ((2, 9), [(4, 6)], ((2, 4), (6, 9))),
        ((2, 9), [(0, 4), (8, 12)], ((4, 8),)),
        ((2, 9), [(0, 2), (9, 10)], ((2, 9),)),
        ((2, 9), [(2, 9)], ()),
    ],
)
def test_holes_are_cut_out_of_a_range(span: tuple[int, int], holes: list[tuple[int, int]], left: tuple[tuple[int, int], ...]) -> None:
    assert cut(span, holes) == left


def assembled(text: str, drafts: list[Draft], aside: Aside | None = None) -> Parts:
    """The parts of a document in a text."""
    return assemble(Transcript(Seed("seeds/x.txt", text.encode()), text, "text"), drafts, aside or Aside(), Spelling())


def draft(text: str, start: int = 0, line: int = 1, **more: object) -> Draft:
    """A piece of text on a line."""
    return Draft((((start, start + len(text)),),), text, Lines(line, line), **more)  # type: ignore[arg-type] # the fields of a draft


def test_drafts_become_blocks_with_all_that_is_known_of_them() -> None:
    text = "1. Havens\na) de haven1  is open\nTekst2."
    mark, title = find_marks("a) x")[0], find_heading_mark("1. Havens")
    drafts = [
        draft("Havens", 3, 1, kind="heading", level=2, label="1.", label_span=(0, 2), title=title),
        draft(
            "de haven1  is open",
            13,
            2,
            kind="list_item",
            depth=3,
            label="a)",
            label_span=(10, 12),
            mark=mark,
            emphasis=((16, 21),),
            changes=((13, "►M1"), (24, "►M2")),
        ),
        draft("Tekst2.", 32, 3, level=4, depth=2, label="x", label_span=(9, 10), role="point"),
    ]
    found = assembled(text, drafts, Aside(markers=(Marker(1, (21, 22)), Marker(2, (37, 38)))))
    heading, item, paragraph = found.blocks
    assert (heading.id, heading.type, heading.text, heading.level, heading.number, heading.label, heading.label_spans) == (
        "s-1",
        "heading",
        "Havens",
        2,
        "1",
        "1.",
        ((0, 2),),
    )
    assert (item.list, item.text, item.emphasis) == (ListPlace("lettered", 3, "a)"), "de haven is open", ((3, 8),))
    assert item.changes == (Change("►M1", 0), Change("►M2", 9))
    assert (item.label_spans, item.level, item.label) == (((10, 12),), None, "")
    assert (paragraph.text, paragraph.level, paragraph.list, paragraph.role, paragraph.label_spans) == ("Tekst.", None, None, "point", ())
    assert [note.number for note in paragraph.notes] == [2]
    assert found.furniture == (Furniture(Lines(3, 3), "x", "glyph", ((9, 10),)),)


def test_notes_come_by_number_and_what_is_wrong_with_them_is_told() -> None:
    text = "De haven4 is er1.\nZie b.\n3 Zie c.\nZie een verslag over de havens, kades en sluizen."
    notes = (
        NoteDraft(3, (((27, 33),),), Lines(3, 3), "3", (25, 26)),
        NoteDraft(1, (((18, 24),),), Lines(2, 2)),
        NoteDraft(2, (((34, 83),),), Lines(4, 4)),
    )
    found = assembled(text, [draft("De haven4 is er1.")], Aside(notes, (Marker(4, (8, 9)), Marker(1, (15, 16)))))
    assert [(note.number, note.text, note.label, note.number_in_source, note.text_in_source, note.label_spans) for note in found.notes] == [
        (1, "Zie b.", "", False, True, ()), (2, "Zie een verslag over de havens, kades en sluizen.", "", False, True, ()),
        (3, "Zie c.", "3", True, True, ((25, 26),)), (4, "", "", True, False, ()),
    ]  # fmt: skip
    assert [(defect.kind, defect.text, defect.repaired, defect.place) for defect in found.defects] == [
        ("missing-note", "4", None, Lines(1, 1)), ("missing-note-number", "Zie b.", "1", Lines(2, 2)), ("missing-note-marker", "3", None, Lines(3, 3)),
        ("missing-note-marker", "2", None, Lines(4, 4)), ("missing-note-number", "Zie een verslag over de havens, kades en", "2", Lines(4, 4)),
    ]  # fmt: skip


def test_flaws_of_the_source_are_told_with_their_line() -> None:
    text = "De haven\nis  dicht en de kade .\n\uf0b7 open"
    found = assembled(text, [Draft(rows(text), text, Lines(1, 3))])
    assert [(defect.kind, defect.text, defect.repaired, defect.place) for defect in found.defects] == [
        ("private-use", "\uf0b7", None, Lines(1, 3)), ("stray-blank", "kade .", "kade.", Lines(1, 3)), ("doubled-blank", "is  dicht", "is dicht", Lines(2, 2)),
    ]  # fmt: skip
    assert assembled("• x", [draft("• x")]).defects == ()


def test_notation_that_is_spelled_out_is_no_flaw() -> None:
    text = "kade &amp; sluis [a - b]"
    aside = Aside(spelled=(Spelled((5, 10), "&", "entity"), Spelled((20, 21), ",", "list-mark")))
    found = assembled(text, [draft(text)], aside)
    assert found.blocks[0].text == "kade & sluis [a, b]"
    assert [(repair.source, repair.kind) for repair in found.blocks[0].repairs] == [("&amp;", "entity"), (" -", "list-mark")]
    assert found.defects == ()


def test_tables_have_cells_of_their_own() -> None:
    text = "Land Kades Malta 4 Plaatsen"
    cells = [
        CellDraft((((a, b),),), _HERE, across, down, ((a, b),))
        for a, b, across, down in ((0, 4, 1, 1), (5, 10, 2, 1), (11, 16, 1, 3), (17, 18, 1, 1))
    ]
    made = TableDraft((tuple(cells[:2]), tuple(cells[2:])), 1, CellDraft((((19, 27),),), _HERE))
    block = assembled(text, [Draft((), "", _HERE, "table", table=made, role="point")]).blocks[0]
    assert (block.text, block.header_rows, block.role, block.caption and block.caption.text) == (
        "Land | Kades\nMalta | 4",
        1,
        "point",
        "Plaatsen",
    )
    assert [[(cell.text, cell.across, cell.down, cell.emphasis) for cell in row] for row in block.rows] == [
        [("Land", 1, 1, ((0, 4),)), ("Kades", 2, 1, ((0, 5),))], [("Malta", 1, 3, ((0, 5),)), ("4", 1, 1, ((0, 1),))],
    ]  # fmt: skip
    assert [cell.id for row in block.rows for cell in row] == [f"{block.id}-r{row}k{column}" for row in (1, 2) for column in (1, 2)]
    assert block.caption is not None
    assert block.caption.id == f"{block.id}-titel"
    assert isinstance(block.rows[0][0], Cell)


def test_lines_are_numbered_from_one() -> None:
    numbers = LineNumbers("a\nb\r\nc\rd")
    assert [numbers.at(at) for at in (0, 1, 2, 3, 5, 6, 7)] == [1, 1, 2, 2, 3, 3, 4]
    assert [numbers.range(line) for line in (1, 2, 3, 4)] == [(0, 2), (2, 5), (5, 7), (7, 8)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((f"{word} 3. De minister bepaalt.", 3) for word in ("Artikel", "Article", "Artículo", "Articolo", "Artigo", "Art.", "Art")),
        ("Art.12.- De minister", 12), ("Art. 12 bis. De minister", None), ("Art. 12bis. De minister", 12), ("Art. 3.", 3), ("Artikel 3 De minister", None), ("Artikel 12345. De", None),
        ("Zie art. 3. De", None),
    ],
)  # fmt: skip
def test_a_text_may_open_with_the_number_of_an_article(text: str, number: int | None) -> None:
    assert opens_article(text) == number


def parted(*texts: str, **more: object) -> list[tuple[str, str, str]]:
    """What becomes of texts that may open with numbers of articles: kind, label and text."""
    drafts, at = [], 0
    for text in texts:
        drafts.append(draft(text, at, **more))  # type: ignore[arg-type] # the fields of a draft
        at += len(text) + 1
    return [(part.kind, part.label, part.text) for part in part_articles(drafts, "\n".join(texts))]


def test_numbers_of_articles_that_count_on_are_headings_apart_from_their_text() -> None:
    first, second = "Art. 1. De minister bepaalt.", "Art. 2.- Hij telt de havens."
    assert parted(first, "Dat doet hij.", second) == [
        ("heading", "", "Art. 1"), ("paragraph", ".", "De minister bepaalt."), ("paragraph", "", "Dat doet hij."), ("heading", "", "Art. 2"),
        ("paragraph", ".-", "Hij telt de havens."),
    ]  # fmt: skip
    assert parted(first, "Dat doet hij.") == [("paragraph", "", first), ("paragraph", "", "Dat doet hij.")]
    assert parted("Art. 1.", second)[0] == ("heading", "", "Art. 1.")
    assert parted("Art. 1. Havens", second)[0] == ("paragraph", "", "Art. 1. Havens")
    assert [kind for kind, _, _ in parted(first, second.replace("2", "6"))].count("heading") == 2
    assert [kind for kind, _, _ in parted(first, second.replace("2", "7"))].count("heading") == 0
    assert [kind for kind, _, _ in parted(second.replace("2", "9"), first, second)].count("heading") == 3
    assert [kind for kind, _, _ in parted(second.replace("2", "9"), second)].count("heading") == 0
    assert [kind for kind, _, _ in parted(first, second, kind="quote")].count("heading") == 0
    assert [kind for kind, _, _ in parted(first, second, label_span=(0, 1))].count("heading") == 0


def test_ranges_of_an_article_and_its_text_are_those_of_the_transcript() -> None:
    text = "Art. 1.  De minister bepaalt.\nArt. 2. Hij telt."
    found = part_articles([draft(text[:29], 0), draft(text[30:], 30, 2)], text)
    assert [part.rows for part in found] == [(((0, 6),),), (((9, 29),),), (((30, 36),),), (((38, 47),),)]
    assert [part.label_span for part in found] == [None, (6, 7), None, (36, 37)]
    assert [part.place for part in found] == [Lines(1, 1), Lines(1, 1), Lines(2, 2), Lines(2, 2)]
    assert [part.marked_title for part in found] == [None, False, None, False]


def heading(text: str, role: Role = "") -> Block:
    """A heading of the first level."""
    return Block("", "heading", text, _HERE, level=1, role=role)


def listed(mark: str, role: Role = "") -> Block:
    """An item with a number."""
    return Block("", "list_item", "Havens.", _HERE, list=ListPlace("numbered", 1, mark), role=role)


def test_provisions_bear_the_number_of_their_article_and_recitals_their_own() -> None:
    blocks = [
        listed("(12)", "recital"), heading("Artikel 3", "article"), listed("1.", "paragraph"), Block("", "paragraph", "Zij doen dat.", _HERE, role="paragraph"),
        heading("Doel", "article"), listed("2.", "paragraph"), heading("Slot"), listed("2."),
    ]  # fmt: skip
    assert [block.id for block in identify(blocks)] == [
        "overweging-12", "artikel-3", "artikel-3-1", "p-artikel-3-1", "doel", "artikel-3-2", "slot", "punt-2",
    ]  # fmt: skip
