"""What is new, for readers of feeds: one feed of everything, one for each kind of thing, and one of the commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.dossier.addresses import relative
from generator.dossier.feed_places import COMMITMENTS, THINGS, FeedPlace
from generator.dossier.findings import Findings
from generator.dossier.gathered.commitments import Commitment
from generator.dossier.gathered.news import DossierItem, commitment_url, instant
from generator.language import actors
from generator.model import Page
from generator.output.feed import Feed, Item, atom, newest
from generator.settings import LANGUAGE
from generator.words import say

_MOST: Final = 250
"""Entries of a feed. A program fetches the whole of it each time it looks; this many with their summaries are 30 kB once compressed."""

_TITLE: Final = 80
"""Characters of the words of a commitment in a title: a line of a feed reader."""


def feeds(findings: Findings) -> Iterator[Page]:
    """The feeds, each with the newest first."""
    things = findings.news.things
    for row in THINGS:
        items = [item for thing in things if row.kind in {None, thing.kind} for item in _thing(findings, row, thing)]
        yield _file(findings, row, items)
    yield _file(findings, COMMITMENTS, _commitments(findings))


def _file(findings: Findings, row: FeedPlace, items: Iterable[Item]) -> Page:
    published = findings.site.publication
    title = f"{published.name}: {row.title}" if published.name else row.title
    own = published.absolute(row.path) if published.home else ""
    author = published.owner or published.name or say("feeds.author")
    feed = Feed(own or row.path, title, _way(findings, row, row.page), author, own, LANGUAGE)
    return Page(row.path, atom(feed, newest(items, _MOST)))


def _way(findings: Findings, row: FeedPlace, url: str) -> str:
    """An address of the site as the feed has it: whole where the site has one, else from the feed on."""
    published = findings.site.publication
    if published.home:
        return published.absolute(url)
    # The feed stands beside the page that it belongs to, and is not that page.
    way = relative(row.page, url)
    return f"./{way}" if way.startswith("#") else way


def _name(findings: Findings, url: str) -> str:
    """What an entry is called for good: its address, where the site has one."""
    published = findings.site.publication
    return published.absolute(url) if published.home else url


def _thing(findings: Findings, row: FeedPlace, thing: DossierItem) -> Iterator[Item]:
    """The entry of a thing of which is known when it came; nothing else is news."""
    if thing.latest is None:
        return
    label = say(f"feeds.kind_{thing.kind}")
    title = f"{label}: {_short(thing.name)}" if row.kind is None else _short(thing.name)
    yield Item(
        _name(findings, thing.url),
        title,
        _way(findings, row, thing.url),
        thing.latest.moment,
        thing.summary,
        categories=(label,),
        published=thing.added.moment if thing.added else None,
    )


def _commitments(findings: Findings) -> Iterator[Item]:
    """Every commitment: new when its document came, and when a contributor told what became of it; else of the date of its document."""
    things = {(thing.kind, thing.url): thing for thing in findings.news.things}
    for item in findings.commitments:
        document, outcome = things.get(("document", item.entry.url)), things.get(("commitment", commitment_url(item)))
        known = [change for change in (document and document.added, outcome and outcome.latest) if change]
        updated = max(known, key=instant).moment if known else item.entry.document.meta.date
        yield _commitment(findings, item, updated)


def _commitment(findings: Findings, item: Commitment, updated: str | None) -> Item:
    facts, url = item.entry.document.meta, commitment_url(item)
    who = ", ".join(map(actors.label, item.actors)) or say("feeds.nobody")
    return Item(
        _name(findings, url),
        f"{who}: {_short(item.text)}",
        _way(findings, COMMITMENTS, url),
        updated,
        item.text,
        facts.short_title,
        (item.kind, *item.actors),
    )


def _short(words: str) -> str:
    return f"{words[:_TITLE]}{'…' if len(words) > _TITLE else ''}"
