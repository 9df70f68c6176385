"""All that the documents say together, gathered once; pages, open data and search take it from here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dossier import related
from generator.dossier.gathered import acts, amounts, commitments, countries, groups, news, themes, timeline
from generator.dossier.gathered.acts import CitedAct
from generator.dossier.gathered.amounts import Amount
from generator.dossier.gathered.commitments import Commitment
from generator.dossier.gathered.countries import NamedCountry, NamedRegion
from generator.dossier.gathered.groups import CountryGroup
from generator.dossier.gathered.news import News
from generator.dossier.gathered.themes import NamedTheme
from generator.dossier.gathered.timeline import Timeline
from generator.dossier.index import Site
from generator.dossier.related import Related
from generator.model import Recall, afresh


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
    groups: tuple[CountryGroup, ...]
    timeline: Timeline
    commitments: tuple[Commitment, ...]
    related: Related
    themes: tuple[NamedTheme, ...]
    news: News


def gather(site: Site, recall: Recall = afresh) -> Findings:
    """What the documents of a site say together; the same site gives the same findings."""
    named, dates = countries.gather(site), timeline.gather(site)
    subjects, promised = themes.gather(site, recall), commitments.gather(site, recall)
    return Findings(
        site=site,
        acts=acts.gather(site),
        amounts=amounts.gather(site),
        countries=named,
        regions=countries.gather_regions(site, named),
        groups=groups.gather(site),
        timeline=dates,
        commitments=promised,
        related=recall("", related.gather, site.alone or site),
        themes=subjects,
        news=news.gather(site, named, dates, subjects, promised),
    )
