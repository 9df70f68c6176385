"""What is met in the passages about a subject: countries, acts, deadlines and sums, and how many commitments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from generator.citations.labels import label as act_label
from generator.dossier.addresses import COMMITMENTS, country_url, relative, theme_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.themes import NamedTheme, ThemePassage
from generator.dossier.index import Occurrence, Site
from generator.language import countries, dutch
from generator.output.markdown import anchor, description_list, heading, text
from generator.pages.themes.cut import cut_list, year_of
from generator.words import say

_LISTED: Final = 15
"""Countries and acts that are listed at most."""


def things_in_passages(findings: Findings, theme: NamedTheme, about: list[ThemePassage]) -> Iterator[str]:
    """What is met in the passages: countries, acts, deadlines and sums, and how many commitments."""
    url, site = theme_url(theme.theme.id), findings.site
    rows = _things_met(site, url, about)
    places = theme.places
    promised = sum(item.place in places for item in findings.commitments)
    if promised:
        way = f"{relative(url, COMMITMENTS)}?onderwerp={theme.theme.id}"
        rows.append(
            (
                say("themes.commitments"),
                anchor(text(dutch.count(promised, "toezegging", "toezeggingen")), way) + text(say("themes.in_these_passages")),
            )
        )
    if listed := description_list(rows, "gevonden"):
        yield heading(2, say("themes.in_passages_title"))
        yield listed


def _things_met(site: Site, url: str, about: Iterable[ThemePassage]) -> list[tuple[str, str]]:
    """The countries, sums, deadlines and acts in the passages, each kind with its label."""
    met: dict[str, list[Occurrence]] = {"country": [], "amount": [], "date": [], "reference": []}
    for passage in about:
        for mention in passage.part.mentions:
            met.get(mention.kind, []).append(Occurrence(passage.entry, passage.part, mention))
    lands = ((one.mention.id, countries.name(one.mention.id), country_url(one.mention.id)) for one in met["country"])
    acts = ((one.mention.id, act_label(one.mention.id, one.mention.role), site.act_url(one.mention)) for one in met["reference"])
    return [
        (say("themes.countries"), _linked(url, lands)),
        (say("themes.amounts"), _places(url, met["amount"])),
        (say("themes.deadlines"), _places(url, (one for one in met["date"] if one.mention.role == "deadline"))),
        (say("themes.acts"), _linked(url, acts)),
    ]


def _linked(url: str, named: Iterable[tuple[str, str, str]]) -> str:
    """Names as links, the one met most often first, with how often where that is more than once."""
    counts = Counter(named)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1]))
    links = [anchor(text(name), relative(url, target)) + (f" ({times})" if times > 1 else "") for (_, name, target), times in ordered]
    return cut_list(links, _LISTED)


def _places(url: str, occurrences: Iterable[Occurrence]) -> str:
    """The words of mentions, each a link to its place, with the year of its document."""
    links = [anchor(text(o.words), relative(url, o.url)) + text(f" ({year_of(o.entry)})") for o in occurrences]
    return cut_list(links, _LISTED)
