"""What feeds and the list for programs tell of a dossier, with and without an address of the site and a history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from generator import build
from generator.dossier.feed_places import FEEDS
from generator.dossier.findings import Findings
from generator.export.feeds import feeds
from generator.export.llms import llms
from generator.model import Publication
from generator.settings import Settings
from tests.atom import complaints, entries
from tests.support import write_all

_LONG: Final = "De Commissie zal uiterlijk op 4 maart 2016 een grote atlas van alle zeehavens en binnenhavens uitgeven voor Mali en Niger."
_SEEDS: Final = {
    "nota.md": f"# Nota\n\n## 1. Steun\n\n{_LONG}\n\nUiterlijk op 5 mei 2017 wordt de kade geopend.\n",
    "nota.yml": (
        'id: nota\ntitle: Nota over de havens\nshort_title: De havennota\nnumber: HN 15\ninstitution: Havenraad\nkind: nota\ndate: "2015-06-04"\n'
        "added: 2020-03-04\n"
    ),
    "los.md": "# Los blad\n\nDe Raad zal een kade bouwen.\n",
    "los.yml": "id: los\ntitle: Los blad\n",
    "glossary/hf.md": "---\nterm: HF\nkind: fund\nsenses:\n  - expansion: Havenfonds\nadded: 2021-05-06\n---\nEen fonds.\n",
    "themes/kades.md": "---\nname: Kades\nwords: [kade*]\nadded: 2019-01-02\nupdated: 2022-02-03\n---\nOver kades. En meer.\n",
}
_PLACED: Final = "site_name: Havens\nsite_description: Over havens.\nsite_url: https://havens.voorbeeld.nl/d/\nextra:\n  publisher: {owner: Havenarchief}\n"


def found(folder: Path, settings: str) -> Findings:
    """What is found in the dossier, on a site with these settings."""
    write_all(folder, {f"seeds/{name}": text for name, text in _SEEDS.items()} | {"mkdocs.yml": settings})
    return build.found_in(build.gather(Settings(folder / "seeds", folder / "docs", folder / "mkdocs.yml")))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """On a site of which nothing is said."""
    return found(tmp_path_factory.mktemp("bare"), "")


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """On a site with a name, an address and an owner."""
    return found(tmp_path_factory.mktemp("placed"), _PLACED)


_ATOM: Final = "{http://www.w3.org/2005/Atom}"


def written(findings: Findings) -> dict[str, bytes]:
    """The feeds by path."""
    return {page.path: page.content for page in feeds(findings) if isinstance(page.content, bytes)}


def root(findings: Findings, path: str) -> etree._Element:
    """A feed."""
    return etree.fromstring(written(findings)[path])


def links(element: etree._Element) -> dict[str, str]:
    """The addresses of a feed or entry by what they are."""
    return {str(link.get("rel")): str(link.get("href")) for link in element.findall(f"{_ATOM}link")}


def told(findings: Findings, path: str) -> list[tuple[str, str, str]]:
    """The entries of a feed: title, address, day."""
    return [
        (str(one.findtext(f"{_ATOM}title")), links(one)["alternate"], str(one.findtext(f"{_ATOM}updated"))[:10])
        for one in entries(written(findings)[path])
    ]


def test_there_is_a_feed_at_each_place_and_all_are_sound(bare: Findings, placed: Findings) -> None:
    for one in (bare, placed):
        assert list(written(one)) == [feed.path for feed in FEEDS]
        assert [said for data in written(one).values() for said in complaints(data)] == []


def test_a_feed_says_of_which_site_it_is(bare: Findings, placed: Findings) -> None:
    feed = root(placed, "begrippen/begrippen.atom")
    assert feed.findtext(f"{_ATOM}title") == "Havens: begrippen"
    assert feed.findtext(f"{_ATOM}author/{_ATOM}name") == "Havenarchief"
    assert links(feed) == {
        "alternate": "https://havens.voorbeeld.nl/d/begrippen/",
        "self": "https://havens.voorbeeld.nl/d/begrippen/begrippen.atom",
    }
    other = root(bare, "begrippen/begrippen.atom")
    assert other.findtext(f"{_ATOM}title") == "begrippen"
    assert other.findtext(f"{_ATOM}author/{_ATOM}name") == "de redactie"
    assert links(other) == {"alternate": "./"}
    assert other.findtext(f"{_ATOM}id") != feed.findtext(f"{_ATOM}id")


def test_a_site_without_an_owner_speaks_in_its_own_name(bare: Findings) -> None:
    named = replace(bare, site=replace(bare.site, publication=Publication(name="Havens")))
    assert root(named, "nieuw/nieuw.atom").findtext(f"{_ATOM}author/{_ATOM}name") == "Havens"


def test_everything_of_which_is_known_when_it_came_is_news_the_newest_first(bare: Findings, placed: Findings) -> None:
    assert told(bare, "nieuw/nieuw.atom") == [
        ("Onderwerp: Kades", "../onderwerpen/kades/", "2022-02-03"),
        ("Begrip: HF", "../begrippen/hf/", "2021-05-06"),
        ("Document: De havennota", "../documenten/nota/", "2020-03-04"),
    ]
    assert [url for _, url, _ in told(placed, "nieuw/nieuw.atom")][1] == "https://havens.voorbeeld.nl/d/begrippen/hf/"


def test_a_feed_of_one_kind_holds_that_only_and_says_its_name_once(bare: Findings) -> None:
    assert told(bare, "begrippen/begrippen.atom") == [("HF", "hf/", "2021-05-06")]
    assert told(bare, "onderwerpen/onderwerpen.atom") == [("Kades", "kades/", "2022-02-03")]
    assert told(bare, "landen/landen.atom") == []


def test_an_entry_has_its_kind_its_summary_and_when_it_came_at_first(bare: Findings) -> None:
    (one,) = entries(written(bare)["onderwerpen/onderwerpen.atom"])
    assert [category.get("term") for category in one.findall(f"{_ATOM}category")] == ["Onderwerp"]
    assert one.findtext(f"{_ATOM}summary") == "Over kades."
    assert str(one.findtext(f"{_ATOM}published"))[:10] == "2019-01-02"


def test_commitments_come_with_their_document_or_else_by_its_date(bare: Findings, placed: Findings) -> None:
    first, second, third = told(bare, "toezeggingen/toezeggingen.atom")
    assert first == (f"Commissie: {_LONG[:80]}…", "./#nota.p-1-1.0", "2020-03-04")
    assert second == ("niemand genoemd: Uiterlijk op 5 mei 2017 wordt de kade geopend.", "./#nota.p-1-2.0", "2020-03-04")
    assert third == ("Raad: De Raad zal een kade bouwen.", "./#los.p-los-blad-1.0", "1970-01-01")
    one, two, _ = entries(written(bare)["toezeggingen/toezeggingen.atom"])
    assert one.findtext(f"{_ATOM}summary") == _LONG
    assert one.findtext(f"{_ATOM}author/{_ATOM}name") == "De havennota"
    assert [category.get("term") for category in one.findall(f"{_ATOM}category")] == ["undertakes", "commissie"]
    assert [category.get("term") for category in two.findall(f"{_ATOM}category")] == ["planned"]
    assert told(placed, "toezeggingen/toezeggingen.atom")[0][1] == "https://havens.voorbeeld.nl/d/toezeggingen/#nota.p-1-1.0"


def test_the_name_of_an_entry_stays_while_its_address_does(bare: Findings, placed: Findings) -> None:
    names = [[one.findtext(f"{_ATOM}id") for one in entries(written(findings)["nieuw/nieuw.atom"])] for findings in (bare, placed)]
    assert len(set(names[0])) == len(set(names[1])) == 3
    assert not set(names[0]) & set(names[1])
    own = [one.findtext(f"{_ATOM}id") for one in entries(written(bare)["begrippen/begrippen.atom"])]
    assert own == names[0][1:2]


# The list for programs.


def test_the_list_tells_what_there_is_in_order_and_where(placed: Findings) -> None:
    page = llms(placed, ("index", "terms"), {"over.md": "---\ntitle: Over ons\n---\n\nWij.\n", "kaal.md": "Zonder titel.\n"})
    assert page.path == "llms.txt"
    head, *sections = str(page.content).split("\n\n## ")
    assert head.startswith("# Havens\n\n> Over havens.\n\n")
    assert [section.partition("\n")[0] for section in sections] == [
        "De havennota", "Los blad", "Overzichten", "Begrippen", "Landen", "Onderwerpen", "Over deze site", "Gegevens (JSON)",
    ]  # fmt: skip
    at = "https://havens.voorbeeld.nl/d/"
    assert sections[0].splitlines()[2:] == [
        f"- [Nota over de havens](<{at}documenten/nota/nota.md.txt>): nota, Havenraad, HN 15, 4 juni 2015",
        f"- [Nota](<{at}documenten/nota/nota/index.html.md.txt>)",
        f"- [1. Steun](<{at}documenten/nota/1-steun/index.html.md.txt>)",
    ]
    assert sections[1].splitlines()[2] == f"- [Los blad](<{at}documenten/los/los.md.txt>)"
    assert sections[3].splitlines()[2:] == [f"- [HF](<{at}begrippen/hf/index.html.md.txt>): Havenfonds"]
    assert sections[4].splitlines()[2:] == [
        f"- [{name}](<{at}landen/{name.lower()}/index.html.md.txt>): 1 passage" for name in ("Mali", "Niger")
    ]
    assert sections[5].splitlines()[2:] == [f"- [Kades](<{at}onderwerpen/kades/index.html.md.txt>): Over kades."]
    assert sections[6].splitlines()[2:] == [f"- [Over ons](<{at}markdown/over.md.txt>)", f"- [kaal.md](<{at}markdown/kaal.md.txt>)"]
    assert sections[7].splitlines()[2:] == [
        f"- [index](<{at}data/index.json>)", f"- [terms](<{at}data/terms.json>)",
        f"- [documents/nota](<{at}data/documents/nota.json>)", f"- [documents/los](<{at}data/documents/los.json>)",
    ]  # fmt: skip
    assert str(page.content).endswith(">)\n")
    assert "\n\n\n" not in str(page.content)


def test_the_list_of_lists_has_every_page_that_gathers_from_all_documents(placed: Findings) -> None:
    content = str(llms(placed, (), {}).content)
    for name in ("tijdlijn", "verwijzingen", "bedragen", "toezeggingen", "begrippen", "landen"):
        assert f"(<https://havens.voorbeeld.nl/d/{name}/index.html.md.txt>)" in content


def test_the_list_of_a_site_of_which_nothing_is_said_has_a_name_and_no_description(bare: Findings) -> None:
    content = str(llms(bare, (), {}).content)
    assert content.startswith("# Dossier\n\nBladzijden zijn er ook als Markdown")
    assert "\n> " not in content
