"""The ledger tells of each character that reading lost, took twice or changed; and what stands in a document that no reader could read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import (
    Block,
    Document,
    Furniture,
    Lines,
    ListPlace,
    Metadata,
    Note,
    NoteMarker,
    Problem,
    Repair,
    Seed,
    Severity,
    Span,
    Transcript,
    UnreadableError,
)  # fmt: skip
from generator.readers import READERS, SUFFIXES, ledger, open_all, opened, read, read_all, stated
from generator.readers.ledger import Balance

_TEXT = "1. Havens\nDe haven1 is open.\n12\n1 Zie het verslag."
_HEADING = Block("s-1", "heading", "Havens", Lines(1, 1), level=1, number="1", label="1.", spans=((3, 9),), label_spans=((0, 2),))
_PARAGRAPH = Block(
    "p-1-1", "paragraph", "De haven is open.", Lines(2, 2), spans=((10, 18), (19, 28)), notes=(NoteMarker(1, 8, ((18, 19),)),)
)  # fmt: skip
_NOTE = Note(
    number=1, text="Zie het verslag.", place=Lines(4, 4), label="1", number_in_source=True, text_in_source=True, spans=((34, 50),), label_spans=((32, 33),)
)  # fmt: skip
_FOOT = Furniture(Lines(3, 3), "12", "page-number", ((29, 31),))


def document(*blocks: Block, note: Note = _NOTE, foot: Furniture = _FOOT, text: str = _TEXT) -> Document:
    """A document in a text, well read where nothing else is given."""
    source = Transcript(Seed("seeds/x.txt", text.encode()), text, "text")
    return Document(source, Metadata("x", "Havens", "Havens"), blocks or (_HEADING, _PARAGRAPH), (note,), (foot,))


def told(found: Document) -> list[tuple[int | None, str]]:
    """The line and the words of each problem."""
    return [(problem.line, problem.message) for problem in ledger.check(found)]


def test_a_document_that_accounts_for_each_character_is_in_balance() -> None:
    whole = document()
    assert ledger.check(whole) == ()
    assert ledger.balance(whole) == Balance(0, 0, 0)
    assert ledger.spans(whole) == ((0, 2), (3, 9), (10, 18), (18, 19), (19, 28), (29, 31), (32, 33), (34, 50))


@pytest.mark.parametrize(
    ("spans", "problems", "balance"),
    [
        (((10, 18), (19, 24)), [(2, "is bij het lezen verloren gegaan: 'pen.'")], Balance(4, 0, 0)),
        (((13, 18), (19, 28)), [(2, "is bij het lezen verloren gegaan: 'De'")], Balance(2, 0, 0)),
        (((8, 9), (10, 18), (19, 28)), [(1, "staat op twee plaatsen: 's De haven1 is open. 12 1 Zie het verslag.'")], Balance(0, 1, 0)),
        (((10, 18), (19, 28), (24, 28)), [(2, "staat op twee plaatsen: 'pen. 12 1 Zie het verslag.'")], Balance(0, 4, 0)),
        (((10, 18), (18, 28)), [(2, "staat op twee plaatsen: '1 is open. 12 1 Zie het verslag.'")], Balance(0, 1, 0)),
        (((9, 18), (19, 29)), [], Balance(0, 0, 0)),
        (((9, 18), (19, 28), (28, 28)), [], Balance(0, 0, 0)),
    ],
)
def test_characters_that_were_lost_or_taken_twice_are_told(
    spans: tuple[Span, ...], problems: list[tuple[int, str]], balance: Balance
) -> None:
    text = "".join(_TEXT[slice(*span)] for span in spans).strip()
    found = document(_HEADING, replace(_PARAGRAPH, spans=spans, text=text))
    assert told(found) == problems
    assert ledger.balance(found) == balance


def test_the_end_and_the_beginning_of_a_text_count_too() -> None:
    assert told(document(text=f"{_TEXT} Einde")) == [(4, "is bij het lezen verloren gegaan: 'Einde'")]
    assert ledger.balance(document(text=f"{_TEXT} Einde")).lost == 5
    nothing = replace(document(), blocks=(), notes=(), furniture=())
    assert told(nothing) == [(1, "is bij het lezen verloren gegaan: '1. Havens De haven1 is open. 12 1 Zie het verslag.'")]
    assert ledger.balance(nothing) == Balance(40, 0, 0)


def test_each_problem_says_where_it_is_and_what_to_do() -> None:
    (problem,) = ledger.check(document(text=f"{_TEXT} Einde"))
    assert problem == Problem(
        "seeds/x.txt", 4, "is bij het lezen verloren gegaan: 'Einde'", "dit is een fout in de lezer; meld hem met dit document erbij"
    )
    long = f"{_TEXT}\n{'haven ' * 60}"
    assert told(document(text=long)) == [(5, f"is bij het lezen verloren gegaan: '{('haven ' * 10)}'")]


@pytest.mark.parametrize(
    ("text", "invented"),
    [("De haven is dicht.", 5), ("De haven is open. Ja", 2), ("De haven is", 0), ("dehaven isopenDe.", 2), ("Dehavenisopen.", 0)],
)
def test_words_that_do_not_stand_in_the_source_are_told(text: str, invented: int) -> None:
    found = document(_HEADING, replace(_PARAGRAPH, text=text))
    assert told(found) == ([(2, f"is anders gelezen dan het er staat: {text!r}")] if text != "Dehavenisopen." else [])
    assert ledger.balance(found).invented == invented


def test_what_was_mended_is_taken_back_before_it_is_compared() -> None:
    repairs = (Repair(12, 4, "open", "x"), Repair(3, 5, "haven", "x"))
    mended = replace(_PARAGRAPH, text="De kade! is dich.", repairs=repairs)
    assert ledger.check(document(_HEADING, mended)) == ()
    assert ledger.balance(document(_HEADING, mended)) == Balance(0, 0, 0)
    assert len(ledger.check(document(_HEADING, replace(mended, repairs=repairs[:1])))) == 1


def test_numbers_and_what_was_set_aside_say_what_their_ranges_say() -> None:
    assert told(document(replace(_HEADING, label="2."), _PARAGRAPH)) == [(1, "heeft een ander nummer dan er staat: '2.'")]
    assert told(document(note=replace(_NOTE, label="2"))) == [(4, "heeft een ander nummer dan er staat: '2'")]
    item = replace(_HEADING, type="list_item", label="", list=ListPlace("numbered", 1, "1."))
    assert told(document(item, _PARAGRAPH)) == []
    assert told(document(replace(item, list=ListPlace("numbered", 1, "2.")), _PARAGRAPH)) == [
        (1, "heeft een ander nummer dan er staat: '2.'")
    ]
    assert told(document(foot=replace(_FOOT, text="13"))) == [(3, "is anders opzijgezet: '13'")]
    assert told(document(foot=replace(_FOOT, text="13", spans=()))) == [
        (3, "is bij het lezen verloren gegaan: '12'"),
        (1, "is anders opzijgezet: '13'"),
    ]


# How a seed becomes a document ---------------------------------------------------------------------------------------------


def seed(name: str, text: str) -> Seed:
    """A file with a text."""
    return Seed(f"seeds/{name}", text.encode())


def test_a_file_of_nothing_but_white_is_no_document() -> None:
    with pytest.raises(UnreadableError) as raised:
        opened(seed("x.txt", " \n\t\n"))
    problem = raised.value.problem
    assert (problem.path, problem.line, problem.severity) == ("seeds/x.txt", None, Severity.FATAL)
    assert problem.message == "het bestand bevat alleen witruimte"
    assert problem.remedy == "zet er de tekst van een document in of verwijder het bestand"


def test_files_that_cannot_be_opened_are_told_and_the_others_are_opened() -> None:
    transcripts, problems = open_all([seed("a.txt", "De haven."), seed("b.txt", "  "), seed("c.md", "# Haven"), seed("d.html", "")])
    assert [(transcript.name, transcript.format) for transcript in transcripts] == [("a.txt", "text"), ("c.md", "markdown")]
    assert [problem.path for problem in problems] == ["seeds/b.txt", "seeds/d.html"]


def test_suffixes_of_documents_come_once_each_in_small_letters() -> None:
    assert set(SUFFIXES) == {".pdf", ".docx", ".zip", ".odt", ".html", ".htm", ".xhtml", ".akn", ".xml", ".md", ".txt"}
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert [reader.format for reader in READERS][-1] == "text"


@pytest.mark.parametrize(
    ("name", "text", "identity", "title"),
    [
        ("De haven.txt", "HAVENS\n\nDe haven is open, zegt de raad van de stad.", "de-haven", "HAVENS"),
        ("haven.v2.txt", "De haven is open.", "haven-v2", "haven.v2.txt"),
        ("….txt", "De haven is open.", "document", "….txt"),
        ("con.txt", "De haven is open.", "document-con", "con.txt"),
    ],
)
def test_a_document_is_named_after_its_file_and_its_first_heading(name: str, text: str, identity: str, title: str) -> None:
    meta = read(opened(seed(name, text))).meta
    assert (meta.id, meta.title, meta.short_title, meta.language) == (identity, title, title, "nl")


def test_all_documents_of_a_dossier_are_read_with_the_words_of_all() -> None:
    broken, whole = seed("a.txt", "De haven-\nmeester is er.\nHij heeft een haven-\nplan."), seed("b.txt", "Een haven-meester.")
    transcripts, _ = open_all([broken, whole])
    alone = read(transcripts[0])
    together = read_all(transcripts)
    assert [found.source.name for found in together] == ["a.txt", "b.txt"]
    assert alone.blocks[0].text.startswith("De havenmeester is er.")
    assert together[0].blocks[0].text.startswith("De haven-meester is er.")


def test_facts_that_a_file_states_fill_what_is_not_known() -> None:
    transcript = replace(
        opened(seed("x.txt", "De haven.")),
        facts=(("number", "12/31"), ("date", "2031-03-03"), ("language", "fr"), ("title", "Haven"), ("institution", "Raad"), ("celex", "52031DC0001")),
    )  # fmt: skip
    meta = Metadata("x", "x", "x", institution="Commissie", celex="52031DC0002", provenance=(("celex", "editorial"),))
    found = stated(meta, transcript)
    assert (found.number, found.date, found.language, found.title, found.institution, found.celex) == (
        "12/31",
        "2031-03-03",
        "fr",
        "x",
        "Commissie",
        "52031DC0002",
    )
    assert found.provenance == (("celex", "editorial"), ("date", "source"), ("number", "source"))
    wrong = replace(transcript, facts=(("date", "ooit"),))
    assert stated(meta, wrong) == meta
    told_before = replace(meta, language="de", provenance=(("language", "editorial"),))
    assert stated(told_before, transcript).language == "de"
