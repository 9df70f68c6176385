"""Countries across documents: groups, parts of the world, what stands beside them, and the pages and data that tell it."""

from __future__ import annotations

import csv
import json
import re
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from generator import annotators
from generator.dossier import passages
from generator.dossier.findings import gather
from generator.dossier.gathered import countries as atlas
from generator.dossier.gathered import groups, regions
from generator.dossier.index import Site, build_index
from generator.export.countries import countries_data
from generator.language import countries, tables
from generator.model import Block, Document, Evidence, Introduction, Knowledge, Lines, Metadata, Note, NoteMarker, Seed, Transcript
from generator.pages.quotations.passages import jump_list, passage_html, place
from generator.pages.quotations.passages import passages as passages_html
from generator.pages.world import countries as countries_page
from generator.pages.world import country as country_page
from generator.pages.world import country_groups as group_pages
from generator.pages.world import regions as region_pages
from generator.pages.world import world_map


def document(name: str, date: str | None, *paragraphs: str, notes: tuple[tuple[str, str], ...] = ()) -> Document:
    """A document of paragraphs; each note is the words its marker stands behind, and its text."""
    blocks = [Block("s-1", "heading", "HOOFDSTUK", Lines(1, 1), level=1)]
    blocks += [_block(place, text, notes) for place, text in enumerate(paragraphs, 1)]
    known = tuple(Note(number, text, Lines(100 + number, 100 + number)) for number, (_, text) in enumerate(notes, 1))
    return Document(Transcript(Seed(f"seeds/{name}.txt"), ""), Metadata(name, name, name.title(), date=date), tuple(blocks), known)


def _block(place: int, text: str, notes: tuple[tuple[str, str], ...]) -> Block:
    markers = (NoteMarker(number, text.index(words) + len(words)) for number, (words, _) in enumerate(notes, 1) if words in text)
    return Block(f"p-1-{place}", "paragraph", text, Lines(place + 1, place + 1), notes=tuple(markers))


def site(*documents: Document, knowledge: Knowledge | None = None) -> Site:
    """The site of some documents, mentions found."""
    known = knowledge or Knowledge()
    return build_index(annotators.annotate_all(documents, known), known)


def grouped(*paragraphs: str, notes: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, str]]:
    """The groups of one document: names, and codes parted by blanks."""
    return [(group.name, " ".join(group.codes)) for group in groups.gather(site(document("a", "2020-01-01", *paragraphs, notes=notes)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steun gaat naar vier havenlanden (Peru, Chili, Cuba en Ecuador).", [("vier havenlanden", "PE CL CU EC")]),
        ("Er zijn plannen voor 4 prioritaire partnerlanden: Peru, Chili, Cuba en Haïti.", [("4 prioritaire partnerlanden", "PE CL CU HT")]),
        ("Dit geldt voor landen van de Sahel, met name Mali, Niger en Tsjaad.", [("landen van de Sahel", "ML NE TD")]),
        ("In de Maghreb (Marokko, Algerije en Tunesië) wordt geïnvesteerd.", [("Maghreb", "MA DZ TN")]),
        ("Een overeenkomst met Peru, Chili en Ecuador is gesloten.", []),
        ("Landen als Peru en Chili doen mee.", []),
        ("De ministers (van Peru, Chili en Ecuador) spraken.", []),
        ("Peru (Chili, Cuba en Haïti) blijft achter.", []),
        ("Op het gebied van handel (Peru, Chili, Cuba) is overlegd.", []),
    ],
)
def test_a_group_is_an_enumeration_that_the_document_gives_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert grouped(text) == expected


def test_a_footnote_that_is_an_enumeration_is_named_by_what_its_marker_stands_behind() -> None:
    found = grouped("De prioriteit is het Oostelijk Partnerschap.", notes=(("Oostelijk Partnerschap", "Oekraïne, Moldavië en Georgië."),))
    assert found == [("Oostelijk Partnerschap", "UA MD GE")]


def test_a_footnote_is_named_by_a_number_of_countries_in_its_sentence_only_where_it_lists_so_many() -> None:
    text = "Voor 3 prioritaire landen zijn er pakketten opgesteld."
    assert grouped(text, notes=(("pakketten", "Mali, Niger en Senegal."),)) == [("3 prioritaire landen", "ML NE SN")]
    assert grouped(text, notes=(("pakketten", "Mali, Niger, Ghana en Senegal."),)) == []


def test_a_group_leads_to_the_words_and_quotes_their_sentence() -> None:
    group = groups.gather(site(document("a", "2020", "Eerst dit. Dan de Maghreb (Marokko, Algerije en Tunesië). Klaar.")))[0]
    assert group.quote == "Dan de Maghreb (Marokko, Algerije en Tunesië)."
    assert group.url == "documenten/a/hoofdstuk/#p-1-1.27"


def test_a_group_that_a_footnote_lists_is_quoted_with_the_sentence_that_names_it() -> None:
    text = "Eerst dit. Dan het Oostelijk Partnerschap, met elan. Klaar."
    (group,) = groups.gather(site(document("a", "2020", text, notes=(("Partnerschap", "Oekraïne, Moldavië en Georgië."),))))
    assert (group.naming, group.quote) == ("Dan het Oostelijk Partnerschap, met elan.", "Oekraïne, Moldavië en Georgië.")
    (whole,) = groups.gather(site(document("a", "2020", "Dan de Maghreb (Marokko, Algerije en Tunesië).")))
    assert whole.naming == ""


def changed(*documents: tuple[str, str | None, str]) -> list[tuple[str, str, str, str, str]]:
    """The changes between the groups of some documents: names, and codes that stayed, came and went, parted by blanks."""
    found = groups.changes(groups.gather(site(*(document(*one) for one in documents))))
    return [
        (one.earlier.name, one.later.name, " ".join(one.stayed), " ".join(one.came), " ".join(one.went)) for one in found
    ]  # fmt: skip


def test_a_group_is_set_beside_the_last_one_of_a_related_name_in_an_earlier_document() -> None:
    found = changed(
        ("nieuw", "2021-05", "Er is overlegd met 4 bevoorrechte kuststaten in het zuiden (Peru, Chili, Cuba en Haïti)."),
        ("oud", "2014", "Steun gaat naar 3 bevoorrechte landen (Peru, Ecuador en Chili)."),
        ("ouder", "2009", "Steun gaat naar 3 bevoorrechte landen (Mali, Niger en Tsjaad)."),
    )
    assert ("3 bevoorrechte landen", "3 bevoorrechte landen", "", "PE EC CL", "ML NE TD") in found


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("5 kwetsbare landen (Peru, Chili, Cuba)", "vier kwetsbare landen van vertrek (Peru, Chili, Haïti)", [("PE CL", "HT", "CU")]),
        ("kwetsbare landen (Peru, Chili, Cuba)", "welvarende landen (Peru, Chili, Haïti)", []),
        ("industrielanden (Canada, Japan, Peru)", "industrielanden (Canada, Japan, Chili)", [("CA JP", "CL", "PE")]),
        ("kwetsbare landen (Peru, Chili, Cuba)", "landen (Peru, Chili, Haïti)", []),
    ],
)
def test_names_are_related_where_all_that_tells_in_one_is_in_the_other(
    earlier: str, later: str, expected: list[tuple[str, str, str]]
) -> None:
    found = changed(("a", "2012-03-01", f"Steun voor {earlier}."), ("b", "2019", f"Steun voor {later}."))
    assert [one[2:] for one in found] == expected


@pytest.mark.parametrize(("first", "second"), [("2012", "2012"), ("2012", None), (None, None)])
def test_groups_of_one_day_or_without_a_date_are_neither_earlier_nor_later(first: str | None, second: str | None) -> None:
    text = "Steun voor kwetsbare landen (Peru, Chili en Cuba)."
    assert changed(("a", first, text), ("b", second, text)) == []


def groups_html(*documents: Document) -> str:
    return str(next(iter(group_pages.pages(gather(site(*documents))))).content)


def test_the_page_of_groups_has_each_by_document_with_its_quotation_who_came_and_went_and_a_table() -> None:
    html = groups_html(
        document("b", "2019", "Eerst iets. Steun voor kwetsbare landen (Peru, Chili en Haïti)."),
        document("a", "2012", "Steun voor kwetsbare landen (Peru, Chili en Cuba)."),
    )
    assert html.index('id="a-p-1-1.') < html.index('id="b-p-1-1.')
    assert "<p>Steun voor kwetsbare landen (Peru, Chili en Haïti).</p>" in html
    assert 'href="../../documenten/b/hoofdstuk/#p-1-1.' in html
    assert '<dt>Erbij</dt><dd><a href="../haiti/">Haïti</a></dd>' in html
    assert '<dt>Niet meer genoemd</dt><dd><a href="../cuba/">Cuba</a></dd>' in html
    assert re.findall(r'<th scope="row"><a[^>]*>(\w+)</a></th><td>(\S+?)</td><td>(\S+?)</td>', html) == [
        ("Chili", "ja", "ja"), ("Cuba", "ja", "–"), ("Haïti", "–", "ja"), ("Peru", "ja", "ja"),
    ]  # fmt: skip
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'id="([^"]+)"', html))


def test_without_groups_their_page_says_so() -> None:
    html = groups_html(document("a", "2012", "Over Mali."))
    assert "geen groep van drie of meer landen" in html
    assert "<table" not in html


def of_country(name: str, *documents: Document) -> str:
    """The page of a country."""
    return next(str(page.content) for page in country_page.pages(gather(site(*documents))) if page.path == f"landen/{name}/index.md")


def test_the_page_of_a_country_says_in_which_group_it_came_stayed_and_is_no_longer() -> None:
    both = (
        document("a", "2012", "Steun voor kwetsbare landen (Peru, Chili en Cuba)."),
        document("b", "2019", "Steun voor kwetsbare landen (Peru, Chili en Haïti)."),
    )
    assert "Niet meer genoemd in <a" in of_country("cuba", *both)
    assert "Het land stond nog niet in <a" in of_country("haiti", *both)
    peru = of_country("peru", *both)
    assert "Het land stond ook in <a" in peru
    assert "Niet meer genoemd" not in peru
    assert 'href="../groepen/"' in peru


def test_a_country_with_a_single_mention_has_a_plain_page_without_chart_and_map() -> None:
    once, twice = of_country("peru", document("a", "2012", "Over Peru.")), of_country("peru", document("a", "2012", "Over Peru, ja Peru."))
    assert "<svg" not in once
    assert "door-de-tijd" not in once
    assert "<mark>Peru</mark>" in once
    assert twice.count("<svg") == 2


def test_the_page_of_a_country_begins_with_its_introduction_and_passages() -> None:
    written = Introduction("PE", "<p>Geschreven.</p>", "seeds/countries/pe.md")
    of_site = site(document("a", "2012", "Over Peru, ja Peru."), knowledge=Knowledge(introductions=(written,)))
    html = next(str(page.content) for page in country_page.pages(gather(of_site)))
    order = ("Geschreven.", "passage-tekst", 'class="feiten"', 'class="grafiek"')
    assert [html.index(part) for part in order] == sorted(html.index(part) for part in order)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In de Sahel en de Hoorn van Afrika.", ["sahel", "hoorn-van-afrika"]),
        ("Partners in West-, Noord- en Centraal-Afrika.", ["west-afrika", "noord-afrika", "centraal-afrika"]),
        ("Het zuidelijk en oostelijk nabuurschap blijven prioritair.", ["zuidelijk-nabuurschap", "oostelijk-nabuurschap"]),
        ("Landen en het oostelijke en het zuidelijke nabuurschap.", ["oostelijk-nabuurschap", "zuidelijk-nabuurschap"]),
        ("West-Afrikaanse landen en het Tsjaadmeer.", ["west-afrika", "tsjaadmeer"]),
        ("De top EU-Afrika.", ["afrika"]),
        ("Zuid-Afrika en de Centraal-Afrikaanse Republiek zijn landen.", []),
        ("Staten in Afrika, het Caribisch gebied en de Stille Oceaan.", ["acs-landen"]),
        ("De westelijke Balkan en de zuidelijke Kaukasus.", ["westelijke-balkan", "zuidelijke-kaukasus"]),
        ("Een veldnaam als Sahelia is geen gebied, Zuidwest-Afrika evenmin.", []),
    ],
)
def test_parts_of_the_world_are_found_by_name(text: str, expected: list[str]) -> None:
    part = site(document("a", "2020", text)).entries[0].document.blocks[1]
    assert [one.region for one in regions.in_part(part)] == expected


def test_every_country_that_m49_has_lies_in_a_region_of_the_table_and_rows_are_in_order() -> None:
    rows = [row["id"] for row in tables.rows("regions")]
    whole = regions.table()["oceanie"]
    codes = {code for region in regions.table().values() if region is not whole for code in region.m49}
    assert whole.m49 - codes == {"009"}
    assert rows == sorted(set(rows))
    assert {country.region for country in countries.table().values() if country.region} == codes
    assert [country.code for country in countries.table().values() if not country.region] == ["AQ"]
    assert all(row["source"] for row in tables.rows("regions"))


def test_the_dossier_tells_which_countries_of_a_region_are_not_named() -> None:
    of_site = site(document("a", "2020", "Marokko en Tunesië overleggen."))
    found = {one.region.id: one for one in gather(of_site).regions}
    assert list(found) == ["noord-afrika"]
    assert [met.country.code for met in found["noord-afrika"].named] == ["MA", "TN"]
    assert [country.code for country in found["noord-afrika"].unnamed] == ["DZ", "EG", "LY", "SD", "EH"]


def test_what_stands_beside_a_country_is_of_the_same_sentence() -> None:
    text = "Mali kreeg 3 miljoen EUR. Daarna kreeg Niger 5 miljoen EUR, met steun van Mali. In mei 2017 is met Niger een top gehouden."
    met = {one.country.code: one for one in atlas.gather(site(document("a", "2018-01-01", text)))}
    assert list(met["NE"].near("amount")) == ["5000000"]
    assert list(met["NE"].near("country")) == ["ML"]
    assert list(met["NE"].near("date")) == ["2017-05"]
    assert sorted(met["ML"].near("amount")) == ["3000000", "5000000"]
    assert list(met["ML"].near("date")) == []


def test_passages_stand_once_a_paragraph_the_oldest_document_first() -> None:
    of_site = site(
        document("nieuw", "2020", "Mali en nog eens Mali."), document("oud", "2011", "Over Mali."), document("los", None, "Mali.")
    )
    found = passages.gather(of_site.of("country")["ML"])
    assert [(passage.entry.document.meta.id, len(passage.marks)) for passage in found] == [("oud", 1), ("nieuw", 2), ("los", 1)]


def test_a_passage_shows_its_whole_paragraph_with_the_words_marked_as_links_to_their_place() -> None:
    of_site = site(document("a", "2020", "Eerst <iets>, dan Mali.", notes=(("Mali", "Een noot over Niger."),)))
    passage = passages.gather(of_site.of("country")["ML"])[0]
    html = passage_html("landen/mali/", passage)
    marked = '<a href="../../documenten/a/hoofdstuk/#p-1-1.18"><mark>Mali</mark></a>'
    note = '<sup class="nootmarkering"><a href="../../documenten/a/hoofdstuk/#fn:1" aria-label="Voetnoot 1">1</a></sup>'
    assert f"Eerst &lt;iets&gt;, dan {marked}{note}." in html
    assert '<a href="../../documenten/a/hoofdstuk/#p-1-1">Hoofdstuk</a>' in html


def test_the_place_of_a_passage_names_chapter_and_heading_and_for_a_footnote_its_number_too() -> None:
    of_site = site(document("a", "2020", "Over Mali.", "Over Niger.", notes=(("Niger", "Een noot over Peru."),)))
    entry = of_site.entries[0]
    assert place(entry, entry.document.blocks[1]) == "Hoofdstuk"
    assert place(entry, entry.document.notes[0]) == "Voetnoot 1, Hoofdstuk"
    below = Block("s-1-1", "heading", "Onder", Lines(3, 3), level=2, label="1.1")
    deeper = Document(entry.document.source, entry.document.meta, (entry.document.blocks[0], below, entry.document.blocks[1]))
    (whole,) = site(deeper).entries
    assert place(whole, whole.document.blocks[2]) == "Hoofdstuk, 1.1 Onder"


def test_passages_of_a_region_come_oldest_document_first_and_lead_to_their_paragraph() -> None:
    documents = [
        document("nieuw", "2020", "In de Sahel.", "Nog eens de Sahel, en weer de Sahel."),
        document("los", None, "De Sahel."),
        document("oud", "2011", "De Sahel."),
    ]
    found = next(one for one in gather(site(*documents)).regions if one.region.id == "sahel")
    assert [(passage.entry.document.meta.id, passage.url.partition("#")[2], len(passage.marks)) for passage in found.passages] == [
        ("oud", "p-1-1", 1), ("nieuw", "p-1-1", 1), ("nieuw", "p-1-2", 2), ("los", "p-1-1", 1),
    ]  # fmt: skip
    assert found.mentions == 5
    page = next(str(page.content) for page in region_pages.pages(gather(site(*documents))) if page.path == "landen/gebieden/sahel/index.md")
    assert [page.index(f"passages-{name}") for name in ("oud", "nieuw", "los")] == sorted(
        page.index(f"passages-{name}") for name in ("oud", "nieuw", "los")
    )


def test_a_few_passages_are_open_and_many_are_closed_with_a_jump_list_into_them() -> None:
    few = site(document("a", "2020", "Mali."), document("b", "2021", "Mali."))
    many = site(document("a", "2020", *["Mali."] * 20), document("b", "2021", "Mali."))
    html = passages_html(few, "landen/mali/", few.of("country")["ML"])
    closed = passages_html(many, "landen/mali/", many.of("country")["ML"])
    jumps = re.findall(r'href="#([^"]+)"', jump_list(passages.gather(many.of("country")["ML"])))
    assert html.count("<details") == html.count('<details class="passages" open>') == 2
    assert "open>" not in closed
    assert jumps == ["passages-a", "passages-b"]
    assert all(f'id="{name}"' in closed for name in jumps)


def test_a_country_that_is_not_named_has_no_page() -> None:
    pages = [page.path for page in country_page.pages(gather(site(document("a", "2020", "Mali en Niger."))))]
    assert pages == ["landen/mali/index.md", "landen/niger/index.md"]


def test_a_new_document_changes_the_pages_of_countries_without_anything_else() -> None:
    before = {page.path: page.content for page in country_page.pages(gather(site(document("a", "2011", "Mali."))))}
    after = {
        page.path: str(page.content)
        for page in country_page.pages(gather(site(document("a", "2011", "Mali."), document("b", "2024", "Mali en Peru."))))
    }
    assert set(after) - set(before) == {"landen/peru/index.md"}
    assert "2 vermeldingen in 2 documenten" in after["landen/mali/index.md"]
    assert "../../documenten/b/hoofdstuk/#p-1-1.0" in after["landen/mali/index.md"]


def test_the_page_of_a_country_names_its_introduction_as_its_source_and_else_invites_to_write_one() -> None:
    written = Introduction("ML", "<p>Over <em>Mali</em>.</p>", "seeds/countries/ml.md", (Evidence("a", "p-1-1", "Mali en Niger."),))
    with_text = site(document("a", "2020", "Mali en Niger."), knowledge=Knowledge(introductions=(written,)))
    mali, niger = (str(page.content) for page in country_page.pages(gather(with_text)))
    assert 'edit_path: "seeds/countries/ml.md"' in mali
    assert "<p>Over <em>Mali</em>.</p>" in mali
    assert 'href="../../documenten/a/hoofdstuk/#p-1-1">passage</a>' in mali
    assert "edit_path: false" in niger
    assert '"bestand": "seeds/countries/ne.md"' in niger


def test_the_index_has_a_map_and_a_table_that_tell_the_same() -> None:
    of_site = site(document("a", "2020", "Mali, Mali, Mali en Kaapverdië."))
    html = str(next(iter(countries_page.pages(gather(of_site)))).content)
    links = dict(re.findall(r'<a href="([^"]+)" class="kaart__land graad-\d" aria-label="[^:]+: (\d+) ', html))
    rows = dict(re.findall(r'<tr><th scope="row" data-waarde="[^"]+"><a href="([^"]+)">.*?<td class="getal" data-waarde="(\d+)"', html))
    assert links == rows == {"mali/": "3", "kaapverdie/": "1"}


def test_a_dossier_without_countries_has_a_list_that_says_so_and_no_other_pages_of_them() -> None:
    empty = gather(site(document("a", "2020", "Niets te zien.")))
    (index,) = countries_page.pages(empty)
    assert "<p>In de documenten van deze site is geen land gevonden.</p>" in str(index.content)
    assert list(country_page.pages(empty)) == list(region_pages.pages(empty)) == []


def test_grades_rise_with_the_number_and_every_number_has_one() -> None:
    for highest in (1, 2, 3, 7, 24, 1000):
        lowest = world_map.bounds(highest)
        grades = [world_map.grade(count, lowest) for count in range(1, highest + 1)]
        assert grades == sorted(grades)
        assert grades[0] == 1
        assert grades[-1] == len(lowest) <= 5


def test_every_country_has_a_place_on_the_map_and_a_locator_that_shows_it() -> None:
    assert set(world_map.outlines()) == set(countries.table())
    unseen = [code for code in countries.table() if not re.search(r'class="kaart__(?:hier|ring)"', world_map.locator(code))]
    assert not unseen


def test_the_shapes_are_small_enough_to_send() -> None:
    table = files("generator.data").joinpath("world_map.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert [row["code"] for row in rows] == sorted(row["code"] for row in rows)
    assert len(table) < 120_000
    assert max(len(world_map.locator(code)) for code in countries.table()) < 40_000


def test_the_open_data_of_countries_satisfies_its_schema() -> None:
    of_site = site(
        document("a", "2020", "In de Maghreb (Marokko, Algerije en Tunesië).", notes=(("Marokko", "Antarctica en de Maliërs."),))
    )
    data = {"version": 2, **countries_data(gather(of_site))}
    schema = json.loads(files("generator.data").joinpath("countries.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert [country["code"] for country in data["countries"]] == ["AQ", "DZ", "MA", "TN"]
    assert data["countries"][0]["mentions"][0] == {
        "document": "a", "block": None, "footnote": 1, "text": "Antarctica", "form": "name", "url": "documenten/a/hoofdstuk/#fn:1.0",
    }  # fmt: skip
