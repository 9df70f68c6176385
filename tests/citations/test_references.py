"""The references in invented sentences, what the finder promises for any text, and how acts are identified."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotators.references import reference_finder
from generator.citations import names, numbers, vocabulary
from generator.citations.identity import Surroundings, identify
from generator.citations.labels import KINDS, label
from generator.citations.rules import kind_of
from generator.model import Block, Document, Lines, Mention, Metadata, Note, Seed, Transcript
from tests import case_files
from tests.timing import LIMIT, growth

CASES: Final = case_files.load("references.md")
IDENTITIES: Final = case_files.load("identity.md")
_DATED: Final = re.compile(r"@(?P<date>\S+)\Z")
_QUOTED: Final = re.compile(r"(?P<before>.*)\[(?P<words>.*)\](?P<after>.*)")


def document(texts: tuple[str, ...] = (), notes: tuple[str, ...] = (), date: str | None = "2016-06-07") -> Document:
    """A document with paragraphs and footnotes."""
    blocks = tuple(Block(f"p-{place}", "paragraph", text, Lines(place, place)) for place, text in enumerate(texts, 1))
    meta = Metadata("d", "D", "D", date=date)
    return Document(Transcript(Seed("seeds/d.txt"), ""), meta, blocks, tuple(Note(n, text, Lines(n, n)) for n, text in enumerate(notes, 1)))


def find(text: str, date: str | None = "2016-06-07") -> list[Mention]:
    """The references in a text of a document with a date."""
    whole = document((text,), date=date)
    return list(reference_finder(whole)(whole.blocks[0]))


def told(text: str, mentions: list[Mention]) -> str:
    """Mentions as the case files tell them."""
    return "\n".join(f"{text[m.offset : m.offset + m.length]} | {m.id} | {m.role}" for m in mentions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_sentence_cites_what_a_lawyer_finds_in_it(case: case_files.Case) -> None:
    dated = _DATED.search(case.title)
    date = dated["date"] if dated else "2016-06-07"
    assert told(case.input, find(case.input, None if date == "-" else date)) == case.expected


@pytest.mark.parametrize("case", IDENTITIES, ids=lambda case: case.title)
def test_an_act_has_the_numbers_and_the_address_that_are_certain(case: case_files.Case) -> None:
    kind, act, *texts = case.input.split(" | ")
    quoted = (_QUOTED.fullmatch(text) for text in texts)
    found = identify(act, kind, [Surroundings(match["before"], match["words"], match["after"]) for match in quoted if match])
    assert "\n".join(value or "-" for value in (found.celex, found.eli, found.eur_lex or found.web)) == case.expected


def test_texts_that_contradict_one_another_settle_nothing() -> None:
    said = [
        Surroundings("Voorstel voor een verordening, ", "COM(2031) 12", ""),
        Surroundings("Mededeling over havens, ", "COM(2031) 12", ""),
    ]
    assert identify("COM(2031) 12", "COM", said).celex is None


def test_ibid_points_at_what_the_note_before_cites_last() -> None:
    notes = ("Richtlijn 2008/115/EG en COM(2015) 453 final.", "Ibid., blz. 3.")
    whole = document(notes=notes)
    assert told(notes[1], list(reference_finder(whole)(whole.notes[1]))) == "Ibid. | COM(2015) 453 | COM"


def test_ibid_after_ibid_points_at_the_same() -> None:
    notes = ("COM(2015) 453 final.", "Ibid.", "Idem, punt 4.")
    whole = document(notes=notes)
    assert told(notes[2], list(reference_finder(whole)(whole.notes[2]))) == "Idem | COM(2015) 453 | COM"


def test_ibid_after_a_note_that_cites_nothing_stays_open() -> None:
    notes = ("COM(2015) 453 final.", "Zie de bijlage.", "Ibid.")
    whole = document(notes=notes)
    assert told(notes[2], list(reference_finder(whole)(whole.notes[2]))) == "Ibid. | Ibid. | other"


def test_the_same_words_mean_in_each_note_what_the_one_before_it_cites() -> None:
    notes = ("COM(2015) 453 final.", "Ibid.", "COM(2016) 197 final.", "Ibid.")
    whole = document(notes=notes)
    find_in = reference_finder(whole)
    assert told(notes[1], list(find_in(whole.notes[1]))) == "Ibid. | COM(2015) 453 | COM"
    assert told(notes[3], list(find_in(whole.notes[3]))) == "Ibid. | COM(2016) 197 | COM"


def test_a_number_alone_is_of_the_kind_that_the_document_says_elsewhere() -> None:
    texts = ("Besluit 2007/77/EG is ingetrokken.", "Dat volgt uit 2007/77/EG.")
    whole = document(texts)
    assert told(texts[1], list(reference_finder(whole)(whole.blocks[1]))) == "2007/77/EG | 2007/77/EG | decision"


@given(st.text(alphabet="COMJINSWDERchtlijnvogbPB (0123456789)/,.-‑ĳnr", max_size=80))
def test_references_stand_in_the_text_one_after_another_and_say_what_they_are(text: str) -> None:
    end = 0
    for mention in find(text):
        assert mention.offset >= end
        end = mention.offset + mention.length
        assert mention.length > 0
        assert end <= len(text)
        assert mention.role in KINDS
        assert mention.id


@pytest.mark.parametrize(
    "piece",
    [
        "artikel 1, lid 1, ",
        "COM(",
        "Verordening (EU, EU, ",
        "zaken C-1/17, ",
        "PB L 1 van ",
        "1234/",
        "artikel 1 en 2, ",
        "de EU-",
        "(EG) nr. 1/",
    ],
)
@pytest.mark.slow
def test_hostile_text_costs_time_in_proportion_to_its_length(piece: str) -> None:
    assert growth(lambda size: find(piece * (size // len(piece))), 5_000) < LIMIT


@pytest.mark.parametrize("name", ["acts", "act_kinds", "act_names", "act_words", "amounts", "communities", "document_series", "treaties"])
def test_a_table_is_sorted_and_says_everything_once_and_where_it_is_from(name: str) -> None:
    rows = [tuple(row.values()) for row in vocabulary.table(name)]
    assert rows == sorted(rows)
    assert not [row for row, count in Counter(rows).items() if count > 1]
    assert all(row["source"] for row in vocabulary.table(name))


def test_every_numbered_act_of_the_table_has_the_celex_number_of_its_source() -> None:
    numbered = [row for row in vocabulary.table("acts") if row["kind"] in {"regulation", "directive", "decision", "framework-decision"}]
    assert [row["id"] for row in numbered if row["source"] != f"EUR-Lex {numbers.celex(row['kind'], row['id'])}"] == []


def test_every_name_belongs_to_an_act_or_a_treaty_of_the_tables() -> None:
    known = {*vocabulary.acts(), *vocabulary.treaty_by_id()}
    assert sorted({row["act"] for row in vocabulary.table("act_names")} - known) == []


def test_an_id_means_one_act() -> None:
    ids = [row["id"] for row in vocabulary.table("acts")]
    assert len(ids) == len(set(ids))


def test_no_two_acts_bear_a_name_at_the_same_time() -> None:
    rows = [row for row in vocabulary.table("act_names") if row["stage"] == "act"]
    groups = {(row["name"], row["head"]): [r for r in rows if (r["name"], r["head"]) == (row["name"], row["head"])] for row in rows}
    clashes = [
        (one["name"], one["act"], other["act"])
        for group in groups.values()
        for one, other in combinations(group, 2)
        if (not other["end"] or one["start"] < other["end"]) and (not one["end"] or other["start"] < one["end"])
    ]
    assert clashes == []


def test_a_name_with_one_bearer_needs_no_date() -> None:
    name = names.compound("terugkeerrichtlijn")
    assert name is not None
    assert name.means("", coming=False) == ""
    single = names.compound("mensenhandelrichtlijn")
    assert single is not None
    assert single.means("", coming=False) == "2011/36/EU"


@pytest.mark.parametrize(
    ("act", "kind", "expected"),
    [
        ("(EG) 810/2009", "regulation", "Verordening (EG) nr. 810/2009"),
        ("(EU) 2016/399", "regulation", "Verordening (EU) 2016/399"),
        ("2008/115/EG", "directive", "Richtlijn 2008/115/EG"),
        ("C-715/17", "case", "Zaak C-715/17"),
        ("ECLI:EU:C:2020:257", "case", "ECLI:EU:C:2020:257"),
        ("COM(2015) 240", "COM", "COM(2015) 240"),
    ],
)
def test_an_act_is_called_as_a_lawyer_cites_it(act: str, kind: str, expected: str) -> None:
    assert label(act, kind) == expected


def test_several_acts_are_of_no_single_kind() -> None:
    assert kind_of("2004/114/EG + 2005/71/EG", "directive") == "other"
