"""What the register of commitments can be filtered by: actor, kind, document, subject, country, deadline, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from generator.dossier.findings import Findings
from generator.dossier.gathered.commitments import Commitment
from generator.dossier.index import PartId, Site
from generator.language import countries
from generator.language.edtf import parse
from generator.pages.commitments.commitment_words import KINDS, NO_ACTOR, STATUS_IDS, STATUSES, label
from generator.pages.parts.choices import Choice, option_label
from generator.words import say

Subjects: TypeAlias = Mapping[PartId, tuple[str, ...]]

WITH_DEADLINE: Final = "met"


def subjects_of(findings: Findings) -> Subjects:
    """The ids of the subjects that the paragraph of a commitment is about, by its place."""
    found: dict[PartId, list[str]] = {}
    for theme in findings.themes:
        for where in sorted(theme.places):
            found.setdefault(where, []).append(theme.theme.id)
    return {where: tuple(names) for where, names in found.items()}


def document_of(item: Commitment) -> str:
    """The document of a commitment, by its id."""
    return item.entry.document.meta.id


def choices(findings: Findings) -> Iterator[Choice]:
    """The choices above the register, each with the options that its commitments have."""
    site, found = findings.site, findings.commitments
    yield Choice("wie", say("commitments.who"), _counted(found, lambda item: item.actors or (NO_ACTOR,), label))
    kinds = Counter(item.kind for item in found)
    yield Choice(
        "soort", say("commitments.kind"), tuple((name, option_label(name, kinds[kind])) for kind, (name, _) in KINDS.items() if kinds[kind])
    )
    yield Choice("document", say("commitments.document"), by_document(site, map(document_of, found)))
    subjects = subjects_of(findings)
    names = {theme.theme.id: theme.theme.name for theme in findings.themes}
    yield Choice(
        "onderwerp", say("commitments.theme"), _counted(found, lambda item: subjects.get(item.place, ()), lambda name: names[name])
    )
    yield Choice("land", say("commitments.country"), _counted(found, lambda item: item.named("country"), countries.name))
    yield Choice("termijn", say("commitments.deadline"), _deadline_options(found))
    stands = Counter(item.outcome.status for item in found if item.outcome)
    yield Choice(
        "stand",
        say("commitments.state"),
        tuple((STATUS_IDS[status], option_label(said, stands[status])) for status, said in STATUSES.items() if stands[status]),
    )


def by_document(site: Site, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The options of document, the oldest first, each with its number; none where there is no more than one."""
    counts = Counter(names)
    own = [entry.document.meta for entry in site.oldest_first if counts[entry.document.meta.id]]
    return tuple((facts.id, option_label(facts.short_title, counts[facts.id])) for facts in own) if len(own) > 1 else ()


def _counted(
    found: Iterable[Commitment], names: Callable[[Commitment], Iterable[str]], name_of: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    """The options that the items have, by their words, each with its number."""
    counts = Counter(name for item in found for name in names(item))
    return tuple((name, option_label(name_of(name), counts[name])) for name in sorted(counts, key=lambda name: name_of(name).casefold()))


def _deadline_options(found: Iterable[Commitment]) -> tuple[tuple[str, str], ...]:
    counts = Counter(year for item in found for year in deadline_years(item))
    if not counts:
        return ()
    years = sorted(year for year in counts if year != WITH_DEADLINE)
    return (
        (WITH_DEADLINE, option_label(say("commitments.with_deadline"), counts[WITH_DEADLINE])),
        *((year, option_label(year, counts[year])) for year in years),
    )


def deadline_years(item: Commitment) -> tuple[str, ...]:
    """The year of the last day of a deadline, behind the word for any; nothing where there is none."""
    if item.deadline is None:
        return ()
    span = parse(item.deadline.mention.id)
    return (WITH_DEADLINE, str(span.year if span.is_open else span.last_year))
