"""All that the documents say together, gathered once; pages, open data and search take it from here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dossier import acts, amounts, commitments, countries, groups, news, related, themes, timeline
from generator.dossier.acts import CitedAct
from generator.dossier.amounts import Amount
from generator.dossier.commitments import Commitment
from generator.dossier.countries import NamedCountry, NamedRegion
from generator.dossier.groups import Group
from generator.dossier.index import Site
from generator.dossier.news import News
from generator.dossier.related import Related
from generator.dossier.themes import NamedTheme
from generator.dossier.timeline import Timeline


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """The site with every address decided, and what was found across its documents.

    `acts` by id; `amounts` oldest document first and in order of reading; `countries` the one named most often first; `regions` by
    name; `groups` in order of date;
    `commitments` oldest document first and in order of reading.
    """

    site: Site
    acts: tuple[CitedAct, ...]
    amounts: tuple[Amount, ...]
    countries: tuple[NamedCountry, ...]
    regions: tuple[NamedRegion, ...]
    groups: tuple[Group, ...]
    timeline: Timeline
    commitments: tuple[Commitment, ...]
    related: Related
    themes: tuple[NamedTheme, ...]
    news: News


def gather(site: Site) -> Findings:
    """What the documents of a site say together; the same site gives the same findings."""
    named, dates, subjects, promised = countries.gather(site), timeline.gather(site), themes.gather(site), commitments.gather(site)
    return Findings(
        site=site,
        acts=acts.gather(site),
        amounts=amounts.gather(site),
        countries=named,
        regions=countries.gather_regions(site, named),
        groups=groups.gather(site),
        timeline=dates,
        commitments=promised,
        related=related.gather(site),
        themes=subjects,
        news=news.gather(site, named, dates, subjects, promised),
    )
