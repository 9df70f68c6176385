"""What is new in the dossier: each thing that people add or change, with the days of that as far as they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.dossier.addresses import COMMITMENTS, country_url, term_url, theme_url
from generator.dossier.gathered.commitments import Commitment
from generator.dossier.gathered.countries import NamedCountry
from generator.dossier.gathered.themes import NamedTheme
from generator.dossier.gathered.timeline import Timeline
from generator.dossier.index import Site
from generator.inputs.sidecars import sidecar_path
from generator.model import ChangeKind, FileChange, History

NewsKind = Literal["document", "term", "country", "event", "theme", "commitment"]


@dataclass(frozen=True, slots=True)
class DossierItem:
    """A document, entry, introduction, event or subject, or what became of a commitment: its name, address and summary.

    `changes`: when it was added and changed, the oldest first.
    """

    kind: NewsKind
    name: str
    url: str
    summary: str
    changes: tuple[FileChange, ...] = ()

    @property
    def added(self) -> FileChange | None:
        """When it was added, where that is known."""
        return next((change for change in self.changes if change.kind == "added"), None)

    @property
    def latest(self) -> FileChange | None:
        """When it was last added or changed."""
        return self.changes[-1] if self.changes else None


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A thing and a day on which it was added or changed; of one that was both on one day, that it was added."""

    thing: DossierItem
    day: str
    kind: ChangeKind


@dataclass(frozen=True, slots=True)
class News:
    """Everything that can be new, by kind; `since` is the moment before which nothing is known, of a history that was cut off there."""

    things: tuple[DossierItem, ...] = ()
    since: str | None = None

    @property
    def items(self) -> tuple[NewsItem, ...]:
        """What happened, the newest day first; on one day, what was added before what was changed, and by kind."""
        found = sorted(_items(self.things), key=lambda one: one.kind)
        return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def instant(change: FileChange) -> datetime:
    """The moment of a change as an instant, for putting changes in order; a day counts from its beginning in UTC."""
    moment = datetime.fromisoformat(change.moment)
    return moment if moment.tzinfo else datetime.fromisoformat(f"{change.moment}T00:00:00+00:00")


def gather(
    site: Site,
    countries: Iterable[NamedCountry],
    timeline: Timeline,
    themes: Iterable[NamedTheme],
    commitments: Iterable[Commitment],
) -> News:
    """The things of a site with what its history and their authors tell of them."""
    history = site.knowledge.history
    known = _by_path(history)
    things = (
        *_documents(site, known),
        *_terms(site, known),
        *_introductions(site, countries, known),
        *_events(timeline, known),
        *_themes(themes, known),
        *_outcomes(commitments, known),
    )
    return News(things, history.since)


def _by_path(history: History) -> dict[str, tuple[FileChange, ...]]:
    found: dict[str, list[FileChange]] = {}
    for change in history.changes:
        found.setdefault(change.path, []).append(change)
    return {path: tuple(changes) for path, changes in found.items()}


def _changes(known: Mapping[str, tuple[FileChange, ...]], written: tuple[FileChange, ...], *paths: str) -> tuple[FileChange, ...]:
    """What is known of a thing that stands in these files, the first of which is the thing itself; what its author wrote goes before git.

    A description that is added later changes a document: it does not add it. What happened to files before the thing was there is left out.
    """
    told = any(change.kind == "added" for change in written)
    own = (change for change in known.get(paths[0], ()) if not (told and change.kind == "added"))
    beside = (FileChange(path, change.moment, "changed") for path in paths[1:] for change in known.get(path, ()))
    found = sorted((*written, *own, *beside), key=lambda change: (instant(change), change.kind, change.path))
    start = next((instant(change) for change in found if change.kind == "added"), None)
    return tuple(change for change in found if start is None or instant(change) >= start)


def _documents(site: Site, known: Mapping[str, tuple[FileChange, ...]]) -> Iterator[DossierItem]:
    for entry in site.entries:
        document, facts = entry.document, entry.document.meta
        changes = _changes(known, facts.changes, document.source.path, sidecar_path(document).as_posix())
        yield DossierItem("document", facts.short_title, entry.url, facts.title, changes)


def _terms(site: Site, known: Mapping[str, tuple[FileChange, ...]]) -> Iterator[DossierItem]:
    for term in site.knowledge.terms:
        yield DossierItem("term", term.term, term_url(term.id), term.summary, _changes(known, term.changes, term.path))


def _introductions(site: Site, countries: Iterable[NamedCountry], known: Mapping[str, tuple[FileChange, ...]]) -> Iterator[DossierItem]:
    """The introductions of countries that have a page, by name."""
    written = {item.code: item for item in site.knowledge.introductions}
    for met in sorted(countries, key=lambda one: one.country.name):
        if item := written.get(met.country.code):
            yield DossierItem("country", met.country.name, country_url(item.code), item.summary, _changes(known, item.changes, item.path))


def _events(timeline: Timeline, known: Mapping[str, tuple[FileChange, ...]]) -> Iterator[DossierItem]:
    for named in timeline.events:
        event = named.event
        yield DossierItem("event", event.name, named.url, event.summary, _changes(known, event.changes, event.path))


def _themes(themes: Iterable[NamedTheme], known: Mapping[str, tuple[FileChange, ...]]) -> Iterator[DossierItem]:
    for named in themes:
        theme = named.theme
        yield DossierItem("theme", theme.name, theme_url(theme.id), theme.summary, _changes(known, theme.changes, theme.path))


def _outcomes(commitments: Iterable[Commitment], known: Mapping[str, tuple[FileChange, ...]]) -> Iterator[DossierItem]:
    """What became of commitments, by their place; the commitments themselves come with their documents."""
    for item in commitments:
        if outcome := item.outcome:
            yield DossierItem(
                "commitment", item.text, commitment_url(item), outcome.summary, _changes(known, outcome.changes, outcome.path)
            )


def commitment_url(item: Commitment) -> str:
    """The place of a commitment in the register."""
    return f"{COMMITMENTS}#{item.id}"


def _items(things: Iterable[DossierItem]) -> Iterator[NewsItem]:
    for thing in things:
        kinds: dict[str, ChangeKind] = {}
        for change in thing.changes:
            kinds[change.day] = "added" if "added" in (change.kind, kinds.get(change.day)) else "changed"
        yield from (NewsItem(thing, day, kind) for day, kind in kinds.items())
