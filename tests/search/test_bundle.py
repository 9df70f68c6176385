"""The files of the search index: what the browser reads in them is what the records say, however many files there are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Any

import pytest

from generator.search import bundle
from generator.search.bundle import files
from generator.search.posted import WORD
from generator.search.records import Record, RecordDocument
from generator.search.words import is_function_word, stem, tokens
from tests.search.decoding import Files

HOME = RecordDocument("documenten/nota/", "Nota", "2015-11-04", "nl")

KADE = stem("kade", "nl")


def paragraph(text: str, **more: Any) -> Record:
    """A paragraph of a document."""
    return replace(Record("documenten/nota/#p-1", "alinea", "Inleiding", text, "Inleiding", home=HOME), **more)


def word(nth: int) -> str:
    """A word of letters that no other number gives."""
    return "".join(chr(ord("a") + nth // 26**place % 26) for place in range(4)) + "x"


MANY = tuple(paragraph(f"{word(n)} {word(n + 1)} kade {word(n)}", url=f"documenten/nota/#p-{n}", title=f"Kop {n}") for n in range(900))


@pytest.fixture(scope="module")
def made() -> Files:
    """An index that takes several files of words and of texts."""
    return Files(files(MANY))


def test_a_key_stands_in_the_last_file_of_words_that_begins_at_or_before_it(made: Files) -> None:
    shards = made.shards()
    assert len(shards) > 2
    assert [next(iter(shard)) for shard in shards] == made.start["words"]
    keys = [key for shard in shards for key in shard]
    assert keys == sorted(set(keys))
    for key in (word(5), word(450), word(900), KADE):
        assert key in shards[bisect_right(made.start["words"], key) - 1]


def test_every_form_says_in_which_records_it_stands_and_at_which_of_their_words(made: Files) -> None:
    texts = [[token.form for token in tokens(record.text)] for record in MANY]
    found = [(form, posted) for forms, _ in made.words.values() for form in forms if form.relation == WORD for posted in form.posted]
    assert {(form.spelled, number) for form, (number, _, _) in found} == {(form, n) for n, text in enumerate(texts) for form in text}
    for form, (number, _, places) in found:
        assert list(places) == [place for place, one in enumerate(texts[number]) if one == form.spelled]
    assert {form.spelled: form.count for form in made.words[KADE][0]} == {"kade": len(MANY)}


def test_the_text_of_a_record_stands_in_the_last_file_of_texts_that_begins_at_or_before_it(made: Files) -> None:
    texts, first = made.of("t"), made.start["texts"]
    assert len(texts) == len(first) > 2
    assert first[0] == 0
    assert sum(map(len, texts)) == made.start["records"] == len(MANY)
    for number in (0, first[1] - 1, first[1], len(MANY) - 1):
        place = bisect_right(first, number) - 1
        record = MANY[number]
        assert texts[place][number - first[place]] == ["alinea", record.url, record.title, "Inleiding", record.text]


def test_files_are_neither_too_large_to_fetch_for_one_word_nor_too_small(made: Files) -> None:
    words, texts = made.raw("w"), made.raw("t")
    assert all(len(content) <= 24_000 for content in words)
    assert all(len(content) >= 8_000 for content in words[:-1])
    assert all(12_000 <= len(content) <= 20_000 for content in texts[:-1])


def test_a_larger_dossier_has_larger_files_not_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "_MOST_FILES", 2)
    few = Files(files((*MANY, paragraph("anders"))))
    assert (len(few.raw("w")), len(few.raw("t"))) == (3, 3)
    assert [len(few.words[key][0]) for key in (KADE, stem("anders", "nl"))] == [1, 1]


def test_a_chapter_is_told_where_it_is_not_the_title() -> None:
    found = Files(files((paragraph("een"), paragraph("twee", title="Kop"), paragraph("drie", chapter=""))))
    assert [shown[2:4] for shown in found.of("t")[0]] == [["Inleiding", ""], ["Kop", "Inleiding"], ["Inleiding", ""]]


def test_words_to_suggest_are_in_order_with_how_they_are_spelled_and_how_many_records_hold_them() -> None:
    texts = ("De reünie van de kade.", "Een reünie en nog een reünie.", "Kade 2015 op het eiland, ea.")
    found = Files(files(tuple(map(paragraph, texts))))
    assert found.of("s") == [[["eiland", 1], ["kade", 2], ["reünie", 2]]]
    assert found.start["spelled"] == ["eiland"]


def test_words_to_suggest_take_several_files_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "_SPELLINGS", 4_000)
    found = Files(files(MANY[:450]))
    listed = found.of("s")
    assert len(listed) > 1
    assert [part[0][0] for part in listed] == found.start["spelled"]
    assert [spelled for part in listed for spelled, _ in part] == sorted({word(n) for n in range(451)} | {"kade"})


def test_the_filters_know_the_kind_and_the_countries_of_every_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "_FACTS", 3)
    kinds = ("voetnoot", "alinea", "kop", "alinea")
    records = [paragraph("x", kind=kind, places=("ML", "NE") if nth in {1, 3} else ()) for nth, kind in enumerate(kinds)]
    found = Files(files(tuple(records)))
    assert found.start["facts_size"] == 3
    assert found.start["places"] == {"ML": "Mali", "NE": "Niger"}
    first, second = found.of("f")
    assert first == {"kinds": ["alinea", "kop", "voetnoot"], "kind": [2, 0, 1], "places": {"1": "ML NE"}}
    assert second == {"kinds": ["alinea"], "kind": [0], "places": {"0": "ML NE"}}


@pytest.mark.parametrize(
    ("date", "when", "said"),
    [
        ("2015-11-04", "2015-11-04", "4 november 2015"),
        ("2015", "2015", "2015"),
        ("2014/2016", "2014/2016", "2014 tot en met 2016"),
        ("../2016", "2016", "tot 2016"),
        ("2023-10~", "2023-10~", "omstreeks oktober 2023"),
        ("", "", ""),
    ],
)
def test_documents_are_told_with_their_date_and_their_first_record(date: str, when: str, said: str) -> None:
    home = RecordDocument("documenten/nota/", "Nota", date, "en")
    records = (paragraph("a"), Record("documenten/nota/", "document", "Nota over kades", "Nota over kades", home=home), paragraph("b"))
    site, *documents = Files(files(records)).start["documents"]
    assert site == ["Deze site", "", "nl", "", 0, ""]
    assert documents == [["Nota", when, "en", "documenten/nota/", 1, said]]


def test_things_that_took_each_others_place_lead_to_each_other() -> None:
    old = Record("begrippen/oud/", "begrip", "OUD", "", key="term:oud", names=("OUD", "Oude dienst"), successors=("term:nieuw",))
    new = Record("begrippen/nieuw/", "begrip", "NIEUW", "", key="term:nieuw", names=("NIEUW",))
    assert Files(files((paragraph("x"), new, old))).start["related"] == [[2, 1, "NIEUW", True], [1, 2, "OUD", False]]


def test_the_rules_of_the_languages_that_records_have_go_along() -> None:
    told = Files(files((paragraph("de kade"), paragraph("the quay", language="en")))).start["languages"]
    assert list(told) == ["en", "nl"]
    dutch, english = told["nl"], told["en"]
    assert set(dutch) == {"steps", "verbs", "infinitives", "function", "asks"}
    assert any("heden" in pattern for step in dutch["steps"] for pattern, _ in step)
    assert dutch["verbs"]
    assert dutch["infinitives"]
    assert dutch["verbs"] != dutch["infinitives"]
    assert dutch["function"]["de"] == ""
    assert (dutch["function"].keys() | english["function"].keys()) >= {"de", "the"}
    assert "the" not in dutch["function"]
    assert dutch["asks"]
    assert not dutch["function"].keys() & dutch["asks"].keys()
    for listed in (dutch["function"], dutch["asks"]):
        assert list(listed) == sorted(listed)


def test_words_around_the_number_of_an_act_are_known_and_carry_no_meaning() -> None:
    series = Files(files((paragraph("x"),))).start["series"]
    assert {"com", "join", "verordening", "richtlijnen"} <= set(series)
    assert series == sorted(set(series))
    assert not [said for said in series if is_function_word(said, "nl")]


def test_the_same_records_give_the_same_files_and_others_a_folder_of_another_name() -> None:
    first, other = files(MANY[:3]), files(MANY[:4])
    assert files(MANY[:3]) == first
    names = {Files(pages).start["folder"] for pages in (first, other)}
    assert len(names) == 2
    assert all(len(name) == 12 and int(name, 16) for name in names)
    assert {page.path.rpartition("/")[0] for page in first[1:]} == {f"zoekindex/{Files(first).start['folder']}"}
    assert first[0].path == "zoekindex/start.zoek"
    assert Files(first).start["version"] == 1
