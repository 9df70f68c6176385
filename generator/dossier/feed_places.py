"""The feeds of the site: where each is, the page beside which it stands, what it holds, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.dossier import addresses
from generator.dossier.gathered.news import NewsKind
from generator.words import say


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """A feed: its path, the page it belongs to, its own title, what links call it, and the kind of thing in it (all where none is named)."""

    path: str
    page: str
    title: str
    label: str
    kind: NewsKind | None = None


THINGS: Final = (
    FeedPlace(addresses.NEWS_FEED, addresses.NEWS, say("feeds.everything"), say("news.feed_everything")),
    FeedPlace(addresses.DOCUMENTS_FEED, addresses.DOCUMENTS, say("feeds.documents"), say("news.feed_documents"), "document"),
    FeedPlace(addresses.TERMS_FEED, addresses.TERMS, say("feeds.terms"), say("news.feed_terms"), "term"),
    FeedPlace(addresses.COUNTRIES_FEED, addresses.COUNTRIES, say("feeds.countries"), say("news.feed_countries"), "country"),
    FeedPlace(addresses.EVENTS_FEED, addresses.TIMELINE, say("feeds.events"), say("news.feed_events"), "event"),
    FeedPlace(addresses.THEMES_FEED, addresses.THEMES, say("feeds.themes"), say("news.feed_themes"), "theme"),
)
"""Feeds of what was added to the dossier or changed in it."""

COMMITMENTS: Final = FeedPlace(
    addresses.COMMITMENTS_FEED, addresses.COMMITMENTS, say("feeds.commitments"), say("news.feed_commitments"), "commitment"
)
"""The feed of commitments, which come with their documents."""

FEEDS: Final = (*THINGS, COMMITMENTS)
