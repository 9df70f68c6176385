"""All countries that the documents name: a map, a table, and by part of the world those that are named and those that are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.dossier.addresses import COUNTRIES, COUNTRIES_TABLE, country_url, region_url, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered.countries import NamedCountry, NamedRegion
from generator.dossier.index import Occurrence, Site
from generator.language import countries, dutch, edtf
from generator.model import Page
from generator.output.markdown import anchor, description_list, heading, page, tag, text
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted
from generator.pages.lists.documents import machine_date
from generator.pages.parts.downloads import downloads, table_links
from generator.pages.world import world_map
from generator.words import say

_COLUMNS: Final = (
    (say("countries.country"), "woorden"),
    (say("countries.mentions"), "getal"),
    (say("countries.documents"), "getal"),
    (say("countries.first_named"), "woorden"),
    (say("countries.last_named"), "woorden"),
)


def pages(findings: Findings) -> Iterator[Page]:
    """The index of countries; where none is named it says so, for the menu and other pages lead to it."""
    front = {"title": say("countries.title"), "description": say("countries.described", count=len(findings.countries)), "edit_path": False}
    yield Page(f"{COUNTRIES}index.md", page(front, _parts(findings)))


def _parts(findings: Findings) -> Iterator[str]:
    site, met, known = findings.site, findings.countries, findings.regions
    yield heading(1, say("countries.title"))
    yield tag("p", text(_intro(site, met) if met else say("countries.nothing")))
    if met:
        world = world_map.world({one.country.code: len(one.occurrences) for one in met})
        yield charted(world, cited.of_chart(site, say("countries.map"), COUNTRIES, CHART))
        yield heading(2, say("countries.how_often_named"), "tabel")
        yield _table(met)
        yield downloads(
            COUNTRIES, (*table_links(COUNTRIES_TABLE), ("data/countries.json", say("downloads.json"))), say("countries.download_all")
        )
    if known:
        yield from _by_region(known)


def _by_region(known: tuple[NamedRegion, ...]) -> Iterator[str]:
    yield heading(2, say("countries.areas_title"), "gebieden")
    yield tag("p", text(say("countries.areas_intro")))
    yield _regions(known)
    yield heading(2, say("countries.by_continent"), "niet-genoemd")
    yield tag(
        "p",
        text(say("countries.division_intro")),
    )
    yield tag("div", "".join(_membership(one) for one in known if one.region.m49), class_="gebieden")


def _intro(site: Site, met: tuple[NamedCountry, ...]) -> str:
    members = sum(one.country.is_member for one in met)
    mentions = sum(len(one.occurrences) for one in met)
    return say(
        "countries.intro",
        documents=dutch.count(len(site.entries), "tekst", "teksten"),
        countries=dutch.count(len(met), "land", "landen"),
        times=dutch.number(mentions),
        members=members,
        are_members=say("countries.is_member_state") if members == 1 else say("countries.are_member_states"),
    )


def _table(met: tuple[NamedCountry, ...]) -> str:
    head = "".join(tag("th", name, scope="col", data_sorteer=kind) for name, kind in _COLUMNS)
    rows = "".join(_row(one) for one in met)
    caption = say("countries.caption")
    table = tag(
        "table",
        tag("caption", caption) + tag("thead", tag("tr", head)) + tag("tbody", rows, id="landen-rijen"),
        class_="landen sorteerbaar",
    )
    return tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=caption)


def _row(one: NamedCountry) -> str:
    code = one.country.code
    member = " " + tag("span", "lidstaat", class_="lidstaat") if one.country.is_member else ""
    name = anchor(text(one.country.name), relative(COUNTRIES, country_url(code))) + " " + tag("span", code, class_="iso") + member
    mentions, documents = len(one.occurrences), one.documents
    return tag(
        "tr",
        tag("th", name, scope="row", data_waarde=countries.order(code))
        + tag("td", dutch.number(mentions), class_="getal", data_waarde=str(mentions))
        + tag("td", dutch.number(documents), class_="getal", data_waarde=str(documents))
        + _when(one.occurrences[0])
        + _when(one.occurrences[-1]),
    )


def _when(occurrence: Occurrence) -> str:
    facts = occurrence.entry.document.meta
    said = str(edtf.parse(facts.date).year) if facts.date else say("countries.undated")
    way = anchor(said, relative(COUNTRIES, occurrence.url), title=facts.short_title)
    return tag("td", way, data_waarde=machine_date(facts.date) or "")


def _regions(known: tuple[NamedRegion, ...]) -> str:
    named = [one for one in known if one.passages]
    items = (
        tag("li", anchor(text(one.region.name), relative(COUNTRIES, region_url(one.region.id))) + _amount(one.mentions)) for one in named
    )
    return tag("ul", "".join(items), class_="springlijst")


def _amount(count: int) -> str:
    return " " + tag("span", f"{dutch.number(count)} keer", class_="aantal")


def _membership(one: NamedRegion) -> str:
    title = tag("h3", anchor(text(one.region.name), relative(COUNTRIES, region_url(one.region.id))))
    return tag("section", title + members(COUNTRIES, one), class_="gebied")


def members(at: str, one: NamedRegion) -> str:
    """The countries of a part of the world: those that are named, with how often, and those that are not."""
    named = ", ".join(
        anchor(text(met.country.name), relative(at, country_url(met.country.code))) + f" ({len(met.occurrences)})" for met in one.named
    )
    unnamed = ", ".join(text(country.name) for country in one.unnamed)
    rows = ((say("countries.named"), named), (say("countries.unnamed"), unnamed))
    return description_list(rows, "feiten")
