"""Annotators together: every part of a document gets its mentions, none stands over another, and "ibid." means what the note before it cites."""

from __future__ import annotations

from generator import annotators
from generator.model import Block, Cell, Document, Knowledge, Lines, Metadata, Note, Part, Seed, Sense, Term, Transcript

_PLACE = Lines(1, 1)


def annotated(*blocks: Block, notes: tuple[str, ...] = (), terms: tuple[Term, ...] = (), date: str | None = "2016-06-07") -> Document:
    """A Dutch document of these blocks and footnotes, with its mentions."""
    numbered = tuple(Note(number, text, _PLACE) for number, text in enumerate(notes, 1))
    meta = Metadata("d", "D", "D", date=date)
    return annotators.annotate(Document(Transcript(Seed("d.txt"), ""), meta, blocks, numbered), Knowledge(terms))


def paragraph(text: str) -> Block:
    """A paragraph."""
    return Block("p-1", "paragraph", text, _PLACE)


def told(part: Part) -> list[str]:
    """The mentions of a part: kind, words and id."""
    return [f"{m.kind}: {part.text[m.offset : m.offset + m.length]} -> {m.id}" for m in part.mentions]


def test_a_paragraph_gets_mentions_of_every_kind_in_order() -> None:
    document = annotated(paragraph("Op 3 mei 2015 gaf Marokko 2 miljoen EUR volgens COM(2015) 240."))
    assert told(document.blocks[0]) == [
        "date: 3 mei 2015 -> 2015-05-03",
        "country: Marokko -> MA",
        "amount: 2 miljoen EUR -> 2000000",
        "reference: COM(2015) 240 -> COM(2015) 240",
    ]


def test_the_cells_and_the_caption_of_a_table_get_mentions_of_their_own() -> None:
    rows = (
        (Cell("t-1-r1c1", "Jaar", _PLACE, "t-1"), Cell("t-1-r1c2", "Land", _PLACE, "t-1")),
        (Cell("t-1-r2c1", "3 mei 2015", _PLACE, "t-1"), Cell("t-1-r2c2", "Tunesië", _PLACE, "t-1")),
    )
    table = Block(
        "t-1",
        "table",
        "Jaar | Land\n3 mei 2015 | Tunesië",
        _PLACE,
        rows=rows,
        caption=Cell("t-1-caption", "Steun aan Marokko", _PLACE, "t-1"),
    )
    (found,) = annotated(table).blocks
    assert found.mentions == ()
    assert found.caption
    assert told(found.caption) == ["country: Marokko -> MA"]
    assert [[told(cell) for cell in row] for row in found.rows] == [
        [[], []],
        [["date: 3 mei 2015 -> 2015-05-03"], ["country: Tunesië -> TN"]],
    ]


def test_a_table_without_a_caption_has_none_afterwards() -> None:
    (found,) = annotated(Block("t-1", "table", "Mali", _PLACE, rows=((Cell("t-1-r1c1", "Mali", _PLACE, "t-1"),),))).blocks
    assert found.caption is None
    assert told(found.rows[0][0]) == ["country: Mali -> ML"]


def test_a_term_within_a_sum_gives_way_and_no_term_is_found_where_no_entry_is_known() -> None:
    terms = tuple(
        Term(name.lower(), name, "acronym", (Sense(meaning),), "", "", "") for name, meaning in (("EKF", "Kustfonds"), ("EUR", "euro"))
    )
    text = "Het EKF betaalt 2 miljoen EUR niet."
    assert told(annotated(paragraph(text), terms=terms).blocks[0]) == ["term: EKF -> ekf", "amount: 2 miljoen EUR -> 2000000"]
    assert told(annotated(paragraph(text)).blocks[0]) == ["amount: 2 miljoen EUR -> 2000000"]


def test_a_document_without_a_date_has_no_reckoned_dates_and_references_all_the_same() -> None:
    document = annotated(paragraph("Op 3 mei, en volgens COM(2015) 240 van 13 mei 2015."), date=None)
    assert told(document.blocks[0]) == ["reference: COM(2015) 240 -> COM(2015) 240", "date: 13 mei 2015 -> 2015-05-13"]


def test_ibid_is_what_the_note_before_cites_last_at_its_own_place() -> None:
    notes = ("Zie COM(2015) 240 en COM(2016) 385.", "Ibid., blz. 4.", "Ibid., blz. 5.", "Een gewone noot.", "Ibid., blz. 6.")
    document = annotated(paragraph("Tekst."), notes=notes)
    assert [told(note) for note in document.notes] == [
        ["reference: COM(2015) 240 -> COM(2015) 240", "reference: COM(2016) 385 -> COM(2016) 385"],
        ["reference: Ibid. -> COM(2016) 385"],
        ["reference: Ibid. -> COM(2016) 385"],
        [],
        ["reference: Ibid. -> Ibid."],
    ]
    assert [(mention.offset, mention.length, mention.role) for note in document.notes[1:3] for mention in note.mentions] == [
        (0, 5, document.notes[0].mentions[1].role),
        (0, 5, document.notes[0].mentions[1].role),
    ]
    assert [mention.role for mention in document.notes[4].mentions] == ["other"]


def test_ibid_with_an_act_behind_it_hands_that_act_on() -> None:
    document = annotated(paragraph("Tekst."), notes=("Zie COM(2015) 240.", "Ibid., en zie COM(2016) 385.", "Ibid."))
    assert [mention.id for note in document.notes for mention in note.mentions] == [
        "COM(2015) 240",
        "COM(2015) 240",
        "COM(2016) 385",
        "COM(2016) 385",
    ]


def test_ibid_in_the_first_note_or_behind_another_act_means_no_act() -> None:
    document = annotated(paragraph("Tekst."), notes=("Ibid.", "Zie COM(2015) 240, ibid., blz. 3."))
    assert [mention.id for mention in document.notes[0].mentions] == ["Ibid."]
    assert "COM(2015) 240" in [mention.id for mention in document.notes[1].mentions]
    assert len({mention.id for mention in document.notes[1].mentions}) == len(document.notes[1].mentions)


def test_an_act_that_is_called_by_its_number_has_the_kind_that_the_document_gives_elsewhere() -> None:
    document = annotated(paragraph("Richtlijn 2008/115/EG geldt. Volgens 2008/115/EG keert men terug."))
    mentions = [mention for mention in document.blocks[0].mentions if mention.kind == "reference"]
    assert len({(mention.id, mention.role) for mention in mentions}) == 1
    assert len(mentions) == 2


def test_a_column_of_codes_of_countries_is_a_list_of_countries() -> None:
    def table(*codes: str) -> Document:
        rows = tuple(
            (Cell(f"t-1-r{row}c1", code, _PLACE, "t-1"), Cell(f"t-1-r{row}c2", "12", _PLACE, "t-1")) for row, code in enumerate(codes, 1)
        )
        return annotated(Block("t-1", "table", "", _PLACE, rows=rows))

    three = [(mention.id, mention.offset, mention.length) for cell in table("AT", "BE", "CY").blocks[0].cells for mention in cell.mentions]
    assert three == [("AT", 0, 2), ("BE", 0, 2), ("CY", 0, 2)]
    assert [mention for cell in table("AT", "BE", "BE").blocks[0].cells for mention in cell.mentions] == []


def test_rows_of_codes_and_figures_are_countries() -> None:
    found = annotated(paragraph("AT 12 BE 1 450 CY 7")).blocks[0]
    assert [(mention.id, mention.offset, mention.length) for mention in found.mentions if mention.kind == "country"] == [
        ("AT", 0, 2),
        ("BE", 6, 2),
        ("CY", 15, 2),
    ]
    assert told(annotated(paragraph("AT 12 BE 1 450")).blocks[0]) == []
