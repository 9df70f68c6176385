"""What is new: what was added to the dossier and changed in it, by day, and the feeds by which to follow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from generator.dossier.addresses import NEWS, relative, term_url
from generator.dossier.feed_places import FEEDS
from generator.dossier.findings import Findings
from generator.dossier.gathered.news import DossierItem, News, NewsItem
from generator.language import dutch
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.quotations.meanings import full_name
from generator.words import say

_MOST_DAYS: Final = 100
"""Days that are told of: two years of a change a week. What is older can be found in the history of the files."""

_MANY: Final = 12
"""Names that are listed at once; of more, how many there are, and the names when that is opened."""

_LONGEST: Final = 100
"""Characters of a name, which is a line on a wide screen."""


def pages(findings: Findings) -> Iterator[Page]:
    """One page, the last day first."""
    front = {
        "title": say("news.title"),
        "description": say("news.description"),
        "edit_path": False,
    }
    yield Page(f"{NEWS}index.md", page(front, _parts(findings.news, _full_names(findings))))


def _full_names(findings: Findings) -> dict[str, str]:
    """What abbreviations stand for, by the address of their entry."""
    return {term_url(term.id): full_name(term) for term in findings.site.knowledge.terms}


def _parts(news: News, names: Mapping[str, str]) -> Iterator[str]:
    days = [(day, tuple(happened)) for day, happened in groupby(news.items, key=lambda one: one.day)]
    yield heading(1, say("news.title"))
    yield tag("p", text(say("news.intro") if days else say("news.nothing_known")))
    for day, happened in days[:_MOST_DAYS]:
        yield heading(2, dutch.date(day), f"dag-{day}")
        yield "".join(_group(tuple(alike), names) for _, alike in groupby(happened, key=lambda one: (one.kind, one.thing.kind)))
    if len(days) > _MOST_DAYS:
        yield tag("p", text(say("news.older", day=dutch.date(days[_MOST_DAYS - 1][0]))))
    if news.since:
        yield tag("p", text(say("news.cut", day=dutch.date(news.since[:10]))), class_="feitenregel")
    yield from _ways_to_follow()


def _group(alike: tuple[NewsItem, ...], known: Mapping[str, str]) -> str:
    """What happened on a day to things of one kind; folded where they are many."""
    first = alike[0]
    title = text(say(f"news.{first.kind}_{first.thing.kind}", count=len(alike)))
    names = tag("ul", "".join(tag("li", _link(one.thing, known)) for one in alike), class_="nieuws__namen")
    if len(alike) > _MANY:
        return tag("details", tag("summary", title) + names, class_="nieuws__groep")
    return tag("div", tag("p", title, class_="nieuws__kop") + names, class_="nieuws__groep")


def _link(thing: DossierItem, known: Mapping[str, str]) -> str:
    return anchor(text(_short(known.get(thing.url, thing.name))), relative(NEWS, thing.url))


def _short(name: str) -> str:
    """A name of a line: that of a commitment is its words."""
    return f"{name[: name.rfind(' ', 0, _LONGEST)]} …" if len(name) > _LONGEST else name


def _ways_to_follow() -> Iterator[str]:
    yield heading(2, say("news.follow"), "volgen")
    yield tag("p", text(say("news.follow_how")))
    links = (tag("li", anchor(text(feed.label), relative(NEWS, feed.path), type="application/atom+xml")) for feed in FEEDS)
    yield tag("ul", "".join(links), class_="nieuws__feeds")
