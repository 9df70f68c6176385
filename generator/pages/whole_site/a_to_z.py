"""The page of search results, as it is without JavaScript and before anything is asked: everything that has a page, from A to Z."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, TypeAlias

from generator.citations.labels import label
from generator.dossier.addresses import SEARCH, WHOLE_NAME, country_url, reference_url, region_url, relative, term_url
from generator.dossier.findings import Findings
from generator.language.slugs import slug
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.words import say

_TITLE: Final = say("a_to_z.title")
_INTRO: Final = say("a_to_z.description")
_DIGITS: Final = "0–9"

Link: TypeAlias = tuple[str, str, str]
"""What something is called, where it is, and what kind of thing it is."""


def pages(findings: Findings) -> Iterator[Page]:
    """One page; the theme puts the field and the results above it."""
    front = {
        "title": say("a_to_z.search"),
        "description": say("a_to_z.intro"),
        "edit_path": False,
        "template": "zoeken.html",
        "zijbalk": False,
    }
    yield Page(f"{SEARCH}index.md", page(front, [heading(2, _TITLE, "van-a-tot-z"), tag("p", text(_INTRO)), *_groups(_links(findings))]))


def _links(findings: Findings) -> Iterator[Link]:
    site = findings.site
    for term in site.knowledge.terms:
        yield from ((name, term_url(term.id), "begrip") for name in dict.fromkeys((term.term, *(sense.expansion for sense in term.senses))))
    yield from ((one.country.name, country_url(one.country.code), "land") for one in findings.countries)
    yield from ((one.region.name, region_url(one.region.id), "gebied") for one in findings.regions)
    yield from ((entry.document.meta.short_title, entry.url, "document") for entry in site.entries)
    for act in findings.acts:
        if not act.entry and not act.members:
            named = label(act.id, act.kind)
            yield act.identity.title or named, reference_url(act.id, act.kind), named if act.identity.title else "besluit"


def _groups(links: Iterable[Link]) -> Iterator[str]:
    ordered = sorted(links, key=_order)
    for letter, group in groupby(ordered, key=_letter):
        items = "".join(
            tag("li", anchor(text(name), relative(SEARCH, url)) + " " + tag("span", text(kind), class_="aantal"))
            for name, url, kind in group
        )
        yield heading(3, letter, f"letter-{slug(letter) or '0-9'}")
        yield tag("ul", items, class_="van-a-tot-z")


def _order(link: Link) -> tuple[str, str]:
    """The order of a Dutch dictionary: accents, case and marks aside."""
    return " ".join(slug(link[0], WHOLE_NAME).split("-")), link[1]


def _letter(link: Link) -> str:
    first = unicodedata.normalize("NFKD", _order(link)[0])[:1].upper()
    return first if first.isalpha() else _DIGITS
