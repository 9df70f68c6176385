"""The page of a part of the world: its countries, where a source says which they are, and every passage that names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.dossier.addresses import COUNTRIES, country_url, region_url, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered import regions
from generator.dossier.gathered.countries import NamedRegion
from generator.dossier.gathered.groups import CountryGroup
from generator.dossier.index import Site
from generator.language import dutch
from generator.language.countries import name
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import of_page
from generator.pages.parts.frame import shorten
from generator.pages.quotations import passages
from generator.pages.world.countries import members
from generator.words import say


def pages(findings: Findings) -> Iterator[Page]:
    """One page for each part of the world that is named or holds a country that is."""
    site = findings.site
    found = findings.groups
    for one in findings.regions:
        url = region_url(one.region.id)
        own = tuple(group for group in found if any(named.region == one.region.id for named in regions.find(group.name)))
        yield Page(f"{url}index.md", page(_front(url, one), _parts(site, url, one, own)))


def _front(url: str, one: NamedRegion) -> dict[str, Any]:
    counted = say("regions.each_with_place", passages=say("kinds.passages", count=len(one.passages)))
    return {
        "title": one.region.name,
        "description": shorten(say("regions.description", region=one.region.name, counted=counted)),
        "edit_path": False,
        "kruimels": [
            {"title": say("regions.countries"), "url": relative(url, COUNTRIES)},
            {"title": say("regions.areas"), "url": relative(url, f"{COUNTRIES}#gebieden")},
        ],
    }


def _parts(site: Site, url: str, one: NamedRegion, own: tuple[CountryGroup, ...]) -> Iterator[str]:
    yield heading(1, one.region.name)
    yield tag("p", text(_intro(one)), class_="feitenregel")
    if one.region.m49:
        yield heading(2, say("regions.countries"), "landen")
        yield members(url, one)
        yield tag("p", text(say("regions.division", codes=", ".join(sorted(one.region.m49)))), class_="feitenregel")
    if own:
        yield heading(2, say("regions.map_caption"), "groepen")
        yield from (_group(url, group) for group in own)
    if one.passages:
        yield heading(2, say("regions.all_passages"), "passages")
        yield passages.jump_list(one.passages)
        yield passages.groups(url, one.passages, site=site)
    yield of_page(cited.of_page(site, one.region.name, url))


def _intro(one: NamedRegion) -> str:
    if not one.passages:
        return say("regions.named_by_countries_only")
    documents = len({passage.entry.url for passage in one.passages})
    return say("regions.times_named_in", number=dutch.number(one.mentions), documents=say("kinds.documents", count=documents))


def _group(url: str, group: CountryGroup) -> str:
    listed = ", ".join(anchor(text(name(code)), relative(url, country_url(code))) for code in group.codes)
    source = anchor(text(group.entry.document.meta.short_title), relative(url, group.url))
    place = text(f", {passages.place(group.entry, group.part)}")
    title = tag("p", tag("strong", text(group.name)) + f": {listed}.")
    return tag("figure", title + tag("figcaption", source + place), class_="citaat")
