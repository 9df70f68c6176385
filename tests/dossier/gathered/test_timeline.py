"""The timeline: what it takes from documents, how named events gather dates, and what its downloads promise."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator import annotators
from generator.dossier.findings import gather
from generator.dossier.gathered import timeline
from generator.dossier.index import Site, build_index
from generator.export.common import VERSION
from generator.export.timeline import timeline_data, timeline_files
from generator.inputs.contributions import events
from generator.language.edtf import parse
from generator.language.tables import schema
from generator.model import Block, Document, Event, Evidence, Knowledge, Lines, Mention, Metadata, Seed, Sense, Term, Transcript
from generator.pages.commitments import deadlines
from generator.pages.dates import timeline as timeline_page
from generator.pages.document import chapter

KADE: Final = (
    "Op 4 maart 2015 opende de minister de kade.",
    "De haventop van 4 en 5 maart 2015 leverde een akkoord op.",
    "De Commissie zal uiterlijk op 1 juni 2017 een verslag over de havens voorleggen.",
    "Zie het besluit van 3 februari 2014 over de havens.",
    "In 2014 legden 12 400 schepen aan.",
)
LATER: Final = ("Tijdens de haventop in maart 2015 bleek de Raad het eens.", "Vorige maand sloot de kade.")


def document(name: str, dated: str | None, texts: tuple[str, ...]) -> Document:
    """A document of paragraphs."""
    blocks = tuple(Block(f"p-{place}", "paragraph", text, Lines(place, place)) for place, text in enumerate(texts, 1))
    return Document(Transcript(Seed(f"seeds/{name}.txt"), ""), Metadata(name, name, name, date=dated), blocks)


def event(**more: Any) -> Event:
    """A named event."""
    facts: dict[str, Any] = {"id": "haventop", "name": "Haventop", "date": "2015-03-04/2015-03-05", "phrases": ("haventop",)} | more
    return Event(html="<p>De ministers spraken over havens.</p>", path="seeds/events/haventop.md", **facts)


def site(*named: Event) -> Site:
    """Two documents about a port."""
    knowledge = Knowledge(events=named)
    documents = (document("kade", "2015-11-04", KADE), document("later", "2018-05-02", LATER))
    return build_index(annotators.annotate_all(documents, knowledge), knowledge)


def test_every_date_is_on_the_timeline_in_order() -> None:
    found = timeline.gather(site()).moments
    assert [(moment.date, moment.kind) for moment in found] == [
        ("2014", "statistic"),
        ("2014-02-03", "reference"),
        ("2015-03", "event"),
        ("2015-03-04/2015-03-05", "event"),
        ("2015-03-04", "event"),
        ("2017-06-01", "deadline"),
        ("2018-04", "event"),
    ]


def test_a_moment_is_named_after_the_place_of_its_words() -> None:
    found = {moment.id: moment.occurrence.words for moment in timeline.gather(site()).moments}
    assert found["kade.p-1.3"] == "4 maart 2015"


def test_a_named_event_gathers_the_dates_of_all_documents_that_speak_of_it() -> None:
    (named_event,) = timeline.gather(site(event())).events
    assert [moment.id for moment in named_event.moments] == ["later.p-1.23", "kade.p-2.16"]


def test_a_deadline_that_a_named_event_holds_is_counted_as_a_deadline_and_the_event_once() -> None:
    loose, named = (
        timeline.gather(site()).counts,
        timeline.gather(site(event(), event(id="verslag", date="2017", phrases=("verslag",)))).counts,
    )
    assert loose[2017, "deadline"] == named[2017, "deadline"] == 1
    assert (named[2017, "event"], named[2015, "event"]) == (1, loose[2015, "event"] - 1)


def test_a_date_without_the_phrase_stays_by_itself() -> None:
    assert "kade.p-1.3" not in timeline.gather(site(event())).told


def test_a_date_outside_the_event_stays_by_itself() -> None:
    (named_event,) = timeline.gather(site(event(date="2016-03"))).events
    assert named_event.moments == ()


def test_a_quotation_gathers_the_date_of_its_own_sentence_only() -> None:
    texts = ("De kade ging open in mei 2014. In juni 2014 kwamen er kranen.",)
    named = event(date="2014", phrases=(), evidence=(Evidence("kade", "p-1", "De kade ging open in mei 2014."),))
    knowledge = Knowledge(events=(named,))
    one = build_index(annotators.annotate_all((document("kade", "2015-11-04", texts),), knowledge), knowledge)
    (named_event,) = timeline.gather(one).events
    assert [moment.date for moment in named_event.moments] == ["2014-05"]


def test_a_quotation_without_a_date_is_kept_as_a_place_where_the_event_is_told() -> None:
    quotation = Evidence("later", "p-2", "Vorige maand sloot de kade.")
    (named_event,) = timeline.gather(site(event(evidence=(quotation,)))).events
    assert named_event.quotations == (quotation,)


def test_a_date_belongs_to_one_event_only() -> None:
    found = timeline.gather(site(event(), event(id="haventop-2", name="Nog een top"))).events
    assert [len(named_event.moments) for named_event in found] == [2, 0]


# Titles.


def test_a_short_sentence_is_its_own_title() -> None:
    assert timeline.title(KADE[0], (0, len(KADE[0])), (3, 15)) == "Op 4 maart 2015 opende de minister de kade"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (("De havens in het noorden kregen nieuwe kranen en kades, terwijl de minister op 4 maart 2015 de kade opende, waarna de vissers hun "
         "netten uitgooiden en naar zee voeren."),
         "… kregen nieuwe kranen en kades, terwijl de minister op 4 maart 2015 de kade opende …"),
        ("Op 4 maart 2015 opende de minister de kade van de haven van de grote stad aan de rivier waar vissers wonen en schepen varen.",
         "Op 4 maart 2015 opende de minister de kade van de haven van de grote stad aan de …"),
        (("De minister van havens en vissers en schepen en kranen en kades en netten en boten opende op 4 maart 2015 de kade van de haven van "
         "de grote stad aan de rivier waar vissers wonen."),
         "… kranen en kades en netten en boten opende op 4 maart 2015 de kade van de haven van de …"),
        ("De haven (gebouwd in de tijd van de grote vissers en op 4 maart 2015 geopend door de minister) ligt aan de rivier waar schepen varen.",
         "… gebouwd in de tijd van de grote vissers en op 4 maart 2015 geopend door de minister …"),
        ("De minister zei dat het goed was; op 4 maart 2015 ging de kade open; de vissers vierden feest; de schepen bleven thuis; alles stond.",
         "… op 4 maart 2015 ging de kade open; de vissers vierden feest; de schepen bleven thuis …"),
        ("De kade van de haven van de stad aan de zee, waar de minister van havens en schepen en vissers woont, ging open op 4 maart 2015.",
         "… waar de minister van havens en schepen en vissers woont, ging open op 4 maart 2015"),
        ("Op 4 maart 2015, na lang overleg met vissers en schippers uit alle landen, besloot de Raad de haven te openen voor alle schepen.",
         "Op 4 maart 2015, na lang overleg met vissers en schippers uit alle landen …"),
        ("Op 4 maart 2015 opende de minister de haven (en dat was volgens alle vissers en alle schippers van het land een groot feest).",
         "Op 4 maart 2015 opende de minister de haven …"),
        ("Zij kwamen bijeen (op 4 maart 2015).", "Zij kwamen bijeen (op 4 maart 2015)"),
        ("Zij kwamen, op 4 maart 2015;", "Zij kwamen, op 4 maart 2015"),
        (f"{'x' * 85} 4 maart 2015 {'y' * 85}", "… 4 maart 2015 …"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "Eerst dit. "])
def test_the_title_of_a_long_sentence_is_the_clause_of_its_date_with_what_fits_around_it(before: str, sentence: str, title: str) -> None:
    text = f"{before}{sentence} Daarna dat."
    start = text.index("4 maart 2015")
    assert timeline.title(text, (len(before), len(before) + len(sentence)), (start, start + 12)) == title


def test_the_day_of_a_document_is_on_the_timeline_unless_its_text_prints_it() -> None:
    printed = document("gedrukt", "2015-03-04", ("Brussel, 4 maart 2015",))
    other = document("ander", "2014-05-06", KADE[1:2])
    long = Document(other.source, Metadata("lang", "Lang", "Een haven " * 12, date="2016-01"), other.blocks)
    undated = document("zonder", None, KADE[4:])
    found = timeline.gather(build_index(annotators.annotate_all((printed, other, long, undated), Knowledge())))
    assert [(one.id, one.date, one.kind) for one in found.publications] == [
        ("ander.publicatie", "2014-05-06", "publication"),
        ("lang.publicatie", "2016-01", "publication"),
    ]
    assert found.publications[0].title == "ander"
    assert found.publications[1].title == "Een haven " * 8 + "Een …"
    assert [one.date for one in found.dated] == sorted((one.date for one in found.dated), key=lambda date: parse(date).order)
    assert len(found.dated) == len(found.moments) + 2


@given(
    st.lists(
        st.sampled_from(["kade", "de", "Commissie,", "(haven)", "opent;", "en", "– later", "werkzaamheden:"]), min_size=1, max_size=60
    ),
    st.data(),
)
def test_a_title_is_cut_from_its_sentence_fits_its_room_and_holds_the_date(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    text = " ".join([*words[:place], "op 4 maart 2015", *words[place:]])
    start = text.index("4 maart 2015")
    cut = timeline.title(text, (0, len(text)), (start, start + 12))
    assert len(cut) <= 90
    assert cut.removeprefix("… ").removesuffix(" …") in text
    assert "4 maart 2015" in cut


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """A text, the range of a sentence in it, and of the date in that."""
    kinds = st.sampled_from(["kade", "de", "Commissie,", "(haven)", "opent;", "en", "– later", "werkzaamheden:", "sluis"])
    before, after = draw(st.sampled_from(["", "Eerst dit, dan dat. "])), draw(st.sampled_from(["", " Daarna (later) dat."]))
    head, tail = (" ".join(draw(st.lists(kinds, max_size=30))) for _ in range(2))
    sentence = " ".join(filter(None, (head, "op 4 maart 2015", tail, "vandaag"))) + "."
    start = len(before) + sentence.index("4 maart 2015")
    return before + sentence + after, (len(before), len(before) + len(sentence)), (start, start + 12)


@given(sentences())
def test_a_clause_is_whole_words_of_the_sentence_around_its_date(drawn: tuple[str, tuple[int, int], tuple[int, int]]) -> None:
    text, (start, end), words = drawn
    first, last = timeline.clause(text, (start, end), words)
    assert start <= first <= words[0] < words[1] <= last <= end
    assert first == start or text[first - 1] in " ("
    assert last == end or text[last] == " " or text[last - 1] in " ()"
    assert (first, last) == (start, end) if end - start <= 90 else last - first <= 86


@given(sentences())
@example(("(haven) op 4 maart 2015 de (haven) (haven) (haven) (haven) opent; opent; opent; opent; vandaag.", (0, 95), (11, 23)))
def test_dots_stand_where_words_of_the_sentence_are_left_out(drawn: tuple[str, tuple[int, int], tuple[int, int]]) -> None:
    text, (start, end), words = drawn
    first, last = timeline.clause(text, (start, end), words)
    title = timeline.title(text, (start, end), words)
    assert title.startswith("… ") == any(map(str.isalnum, text[start:first]))
    assert title.endswith(" …") == any(map(str.isalnum, text[last:end]))


@given(sentences())
def test_a_title_holds_the_words_before_its_clause_that_there_is_room_for(drawn: tuple[str, tuple[int, int], tuple[int, int]]) -> None:
    text, (start, end), words = drawn
    first, last = timeline.clause(text, (start, end), words)
    earlier = max(start, text.rfind(" ", start, max(start, first - 1)) + 1)
    assert first == start or last - first >= 65 or last - earlier > 86


@pytest.mark.parametrize(
    ("size", "title"),
    [
        (90, "De haven van {} ging open op 4 maart 2015"),
        (91, "… ging open op 4 maart 2015"),
    ],
)
def test_a_sentence_of_ninety_characters_is_its_own_title_and_a_longer_one_is_cut(size: int, title: str) -> None:
    name = "H" * (size - len("De haven van  ging open op 4 maart 2015."))
    sentence = f"De haven van {name} ging open op 4 maart 2015."
    start = sentence.index("4 maart")
    assert timeline.title(sentence, (0, size), (start, start + 12)) == title.format(name)


@pytest.mark.parametrize(("size", "filled"), [(64, True), (65, False)])
def test_words_before_a_clause_are_taken_along_where_the_clause_leaves_much_room(size: int, *, filled: bool) -> None:
    clause = "op 4 maart 2015 ging "
    clause += "k" * (size - len(clause) - len(" open; ")) + " open; "
    after = "n" * 40 + " en de vissers bleven thuis."
    sentence = f"De vissers van de stad en van het hele land kwamen aan met boten; {clause}{after}"
    start = sentence.index("4 maart")
    title = timeline.title(sentence, (0, len(sentence)), (start, start + 12))
    assert title.startswith("… kwamen aan met boten; op 4 maart" if filled else "… op 4 maart")


def test_a_date_that_no_blank_parts_from_what_is_before_it_begins_its_title() -> None:
    sentence = f"{'x' * 95}/4 maart 2015 was de opening van de haven."
    assert timeline.title(sentence, (0, len(sentence)), (96, 108)) == "… 4 maart 2015 was de opening van de haven"


def test_only_the_signs_that_close_a_sentence_are_no_words_left_out() -> None:
    sentence = f"De minister sprak ({'m' * 30} van de vissers en de havens en de kades, op 4 maart 2015)."
    start = sentence.index("4 maart")
    assert timeline.title(sentence, (0, len(sentence)), (start, start + 12)).endswith("en de kades, op 4 maart 2015")


# What moments and events know.


def test_a_moment_knows_the_countries_and_terms_of_its_sentence_and_no_others() -> None:
    term = Term("ekf", "EKF", "fund", (Sense("Europees Kustfonds"),), "<p>Een fonds.</p>", "Een fonds.", "seeds/glossary/ekf.md")
    text = "In mei 2014 kreeg Mali geld van het EKF, en Niger ook. Tsjaad volgde."
    knowledge = Knowledge((term,))
    (moment,) = timeline.gather(build_index(annotators.annotate_all((document("d", None, (text,)),), knowledge), knowledge)).moments
    assert (moment.countries, moment.terms) == (("ML", "NE"), ("ekf",))
    assert moment.sentence == "In mei 2014 kreeg Mali geld van het EKF, en Niger ook."
    assert moment.sentence[slice(*moment.clause)] == moment.sentence
    assert (moment.place, moment.id, moment.url) == (("d", "p-1"), "d.p-1.3", "tijdlijn/#d.p-1.3")


def test_a_date_of_which_nobody_said_what_it_is_tells_of_an_event() -> None:
    bare = Block("p-1", "paragraph", "In 2014.", Lines(1, 1), mentions=(Mention("date", "2014", 3, 4),))
    (moment,) = timeline.gather(build_index([replace(document("d", None, ()), blocks=(bare,))])).moments
    assert moment.kind == "event"


def test_every_date_and_event_is_counted_once_in_the_year_in_which_it_begins() -> None:
    named = event(date="2014-12-30/2015-03-06")
    assert timeline.gather(site(named)).counts == {
        (2014, "statistic"): 1, (2014, "reference"): 1, (2014, "event"): 1, (2015, "event"): 1, (2017, "deadline"): 1, (2018, "event"): 1,
        (2015, "publication"): 1, (2018, "publication"): 1,
    }  # fmt: skip


def test_events_stand_in_order_of_date_and_those_of_one_date_in_order_of_their_names() -> None:
    named = (event(id="b", date="2016"), event(id="c", date="2015"), event(id="a", date="2016"), event(id="d", date="2016-01"))
    found = timeline.gather(site(*named)).events
    assert [one.event.id for one in found] == ["c", "a", "b", "d"]
    assert (found[0].url, found[0].span) == ("tijdlijn/#c", parse("2015"))


def test_a_quotation_from_a_paragraph_whose_date_an_event_has_is_not_told_twice() -> None:
    dated, other = Evidence("kade", "p-2", KADE[1]), Evidence("later", "p-2", LATER[1])
    (named_event,) = timeline.gather(site(event(evidence=(dated, other)))).events
    assert named_event.quotations == (other,)
    (elsewhere,) = timeline.gather(site(event(evidence=(Evidence("later", "p-2", "Vorige maand"), Evidence("kade", "p-4", "x"))))).events
    assert [item.paragraph for item in elsewhere.quotations] == ["p-2", "p-4"]


def test_of_two_events_the_earlier_has_the_date_that_both_could_have() -> None:
    later, earlier = event(id="a", date="2015-03-05/2015-03-09"), event(id="b", date="2015-03-04/2015-03-05")
    found = timeline.gather(site(later, earlier)).events
    assert [(one.event.id, len(one.moments)) for one in found] == [("b", 2), ("a", 0)]


@pytest.mark.parametrize(
    ("said", "date", "told"),
    [
        ("4 maart 2015", "2015-03-04", True), ("4 maart 2015", "2015-03-05", False), ("4 maart 2015", "2015-03-03", False),
        ("4 maart 2015", "2015-03-01/2015-03-04", True), ("4 maart 2015", "2015-03-04/2015-03-09", True),
        ("4 maart 2015", "2015-03-05/2015-03-09", False), ("4 en 5 maart 2015", "2015-03-05", True), ("4 en 5 maart 2015", "2015-03-04", True),
        ("maart 2015", "2015-03-31", True), ("maart 2015", "2015-04-01", False),
    ],
)  # fmt: skip
def test_a_date_is_told_of_an_event_that_has_a_day_in_common_with_it(said: str, date: str, *, told: bool) -> None:
    named = event(date=date)
    knowledge = Knowledge(events=(named,))
    texts = (f"In {said} was de haventop.".replace("In 4", "Op 4"),)
    (named_event,) = timeline.gather(build_index(annotators.annotate_all((document("d", None, texts),), knowledge), knowledge)).events
    assert bool(named_event.moments) == told


# Pages and downloads.


def pages(one: Site) -> dict[str, str]:
    """The pages of the timeline by their path."""
    made = (*timeline_page.pages(gather(one)), *deadlines.pages(gather(one)), *timeline_files(gather(one)))
    return {page.path: page.content if isinstance(page.content, str) else page.content.decode("utf-8-sig") for page in made}


def test_the_page_has_every_date_once_as_a_place_to_link_to() -> None:
    one = site(event())
    ids = re.findall(r' id="((?:kade|later)\.[^"]+)"', pages(one)["tijdlijn/index.md"])
    assert sorted(ids) == sorted(item.id for item in timeline.gather(one).dated)


def test_dates_of_papers_and_figures_wait_in_a_group_with_their_number() -> None:
    assert "<summary>1 verwijzing en 1 cijfer</summary>" in pages(site())["tijdlijn/index.md"]


def test_in_a_document_the_date_of_an_event_leads_to_the_timeline_and_that_of_a_paper_does_not() -> None:
    one = site()
    said = "".join(str(page.content) for page in chapter.pages(gather(one)) if page.path.startswith("documenten/kade/"))
    assert '<a href="../../../tijdlijn/#kade.p-1.3" id="p-1.3"' in said
    assert "tijdlijn/#kade.p-4." not in said


def test_a_site_without_dates_says_so() -> None:
    assert "geen datum gevonden" in pages(build_index(()))["tijdlijn/index.md"]


def test_what_a_text_holds_cannot_become_markup() -> None:
    text = "Op 4 maart 2015 stond er <script>alert(1)</script> & {{ jinja }} op de kade."
    one = build_index(annotators.annotate_all((document("d", "2016-06-07", (text,)),), Knowledge()))
    assert "<script>alert" not in pages(one)["tijdlijn/index.md"]


def test_deadlines_stand_in_order_of_their_last_day_with_who_must_act() -> None:
    said = pages(site())["tijdlijn/termijnen/index.md"]
    assert said.count("<tr") == 2
    assert '<td data-kop="Wie">Commissie</td>' in said


def test_the_data_keep_to_their_schema() -> None:
    data = {"version": VERSION, **timeline_data(gather(site(event())))}
    assert list(Draft202012Validator(schema("timeline")).iter_errors(data)) == []


def test_the_table_has_a_row_for_every_date_and_no_formula() -> None:
    one = build_index(annotators.annotate_all((document("d", "2016-06-07", ("=2+2 op 4 maart 2015 is geen formule.",)),), Knowledge()))
    rows = list(csv.DictReader(io.StringIO(pages(one)["tijdlijn/tijdlijn.csv"])))
    assert [row["datum"] for row in rows] == ["2015-03-04"]
    assert rows[0]["zin"] == "'=2+2 op 4 maart 2015 is geen formule."


def calendar(one: Site) -> bytes:
    """The calendar as it is downloaded."""
    return next(page.content for page in timeline_files(gather(one)) if page.path.endswith(".ics") and isinstance(page.content, bytes))


def test_the_calendar_has_the_events_and_deadlines_that_have_a_day() -> None:
    lines = calendar(site(event())).decode().replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith("UID:")] == [
        "UID:haventop@tijdlijn",
        "UID:kade.p-1.3@tijdlijn",
        "UID:kade.p-3.17@tijdlijn",
    ]
    assert "DTSTART;VALUE=DATE:20150304" in lines
    assert "DTEND;VALUE=DATE:20150306" in lines
    assert "DTSTAMP:20151104T000000Z" in lines


def test_the_calendar_keeps_to_the_line_length_and_line_ends_of_its_standard() -> None:
    long = "Op 4 maart 2015 kwam men bijeen, één, twee: " + "ë" * 200 + "."
    one = build_index(annotators.annotate_all((document("d", "2016-06-07", (long,)),), Knowledge()))
    content = calendar(one)
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert "bijeen\\, één\\, twee: ë" in content.replace(b"\r\n ", b"").decode()


def test_the_same_documents_make_the_same_calendar() -> None:
    assert calendar(site(event())) == calendar(site(event()))


# What contributors write.

GOOD: Final = """\
---
name: Haventop
date: "2015-03-04/2015-03-05"
phrases: [haventop]
---
De ministers spraken over havens.
"""


def problems(folder: Path, **entries: str) -> list[str]:
    """What is wrong with the events in a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in entries.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{folder.as_posix()}/") for problem in events.read(folder)[1]]


def test_a_good_entry_is_read(tmp_path: Path) -> None:
    assert problems(tmp_path, haventop=GOOD) == []
    assert [(one.id, one.name) for one in events.read(tmp_path)[0]] == [("haventop", "Haventop")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"2015-03-04/2015-03-05"', '"2015-13"', "haventop.md:3: '2015-13' is geen datum die bestaat; schrijf een dag als "),
        ('"2015-03-04/2015-03-05"', '"2015/.."', "haventop.md:3: '2015/..' heeft geen begin of geen eind; schrijf een dag als "),
        (
            '"2015-03-04/2015-03-05"',
            '"2015-03-05/2015-03-04"',
            "haventop.md:3: '2015-03-05/2015-03-04' is geen datum die bestaat; het einde ligt voor het begin: draai de twee om",
        ),
        ("phrases:", "phrase:", "haventop.md:4: onbekende sleutel 'phrase'; bedoelde u 'phrases'?"),
        (
            "phrases: [haventop]",
            "see_also: [havetop]\nphrases: [x y z]",
            "haventop.md:4: de gebeurtenis 'havetop' bij 'see_also' is er niet; bedoelde u 'haventop'?",
        ),
        (
            "phrases: [haventop]",
            "see_also: [haventop]\nphrases: [x y z]",
            "haventop.md:4: 'see_also' verwijst naar de gebeurtenis zelf; haal 'haventop' weg",
        ),
        ("phrases: [haventop]\n", "", "haventop.md:1: geen enkele zin kan bij deze gebeurtenis horen; "),
        ("De ministers spraken over havens.", "", "haventop.md: de beschrijving ontbreekt; "),
    ],
)
def test_a_mistake_is_told_with_its_file_line_and_remedy_and_the_entry_left_out(tmp_path: Path, old: str, new: str, said: str) -> None:
    (found,) = problems(tmp_path, haventop=GOOD.replace(old, new))
    assert found.startswith(said)
    assert events.read(tmp_path)[0] == ()


def test_a_quotation_that_is_gone_is_told() -> None:
    named = event(evidence=(Evidence("kade", "p-1", "Dit staat er niet, nergens.", 7),))
    (found,) = events.check((named,), annotators.annotate_all((document("kade", "2015-11-04", KADE),), Knowledge()))
    assert str(found).startswith("seeds/events/haventop.md:7: het citaat 'Dit staat er niet, nergens.' staat nergens in kade; ")


def test_an_event_that_no_document_tells_of_is_work_to_be_done() -> None:
    (found,) = events.check((event(date="1999"),), annotators.annotate_all((document("kade", "2015-11-04", KADE),), Knowledge()))
    assert (found.message, found.severity.value) == ("geen enkel document noemt deze gebeurtenis", "te doen")
