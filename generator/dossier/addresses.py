"""Every folder, file and anchor of the site by its name: URLs are relative to the site's root, and decided here alone."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.language import countries
from generator.language.slugs import slug
from generator.model import Mention, Part

HOME: Final = ""
DOCUMENTS: Final = "documenten/"
TERMS: Final = "begrippen/"
COUNTRIES: Final = "landen/"
REGIONS: Final = "landen/gebieden/"
GROUPS: Final = "landen/groepen/"
TIMELINE: Final = "tijdlijn/"
REFERENCES: Final = "verwijzingen/"
AMOUNTS: Final = "bedragen/"
TIMELINE_TABLE: Final = f"{TIMELINE}tijdlijn.csv"
TIMELINE_CALENDAR: Final = f"{TIMELINE}tijdlijn.ics"
DEADLINES: Final = "tijdlijn/termijnen/"
COMMITMENTS: Final = "toezeggingen/"
THEMES: Final = "onderwerpen/"
COMMITMENTS_TABLE: Final = f"{COMMITMENTS}toezeggingen.csv"
COMMITMENTS_FEED: Final = f"{COMMITMENTS}toezeggingen.atom"
QUALITY: Final = "kwaliteit/"
PICTURES: Final = "beelden/"
SEARCH: Final = "zoeken/"
AMOUNTS_TABLE: Final = "data/amounts.csv"
REFERENCES_TABLE: Final = "data/references.csv"
COUNTRIES_TABLE: Final = "data/countries.csv"
TERMS_TABLE: Final = "data/terms.csv"
NEWS: Final = "nieuw/"
NEWS_FEED: Final = f"{NEWS}nieuw.atom"
DOCUMENTS_FEED: Final = f"{DOCUMENTS}documenten.atom"
TERMS_FEED: Final = f"{TERMS}begrippen.atom"
COUNTRIES_FEED: Final = f"{COUNTRIES}landen.atom"
EVENTS_FEED: Final = f"{TIMELINE}gebeurtenissen.atom"
THEMES_FEED: Final = f"{THEMES}onderwerpen.atom"


WHOLE_NAME: Final = 80
"""Characters of a slug that must not be cut, because it is all that tells one thing from another, or that puts names in order."""


def term_url(term: str) -> str:
    """The page of a glossary entry."""
    return f"{TERMS}{term}/"


def card_path(term: str) -> str:
    """The file with what the card beside a link to an entry shows."""
    return f"{TERMS}{term}/kaart.json"


def picture_path(url: str) -> str:
    """The file of the picture that goes with links to the page at a URL."""
    return f"{PICTURES}{url.rstrip('/')}.png"


def theme_url(theme: str) -> str:
    """The page of a subject."""
    return f"{THEMES}{theme}/"


def country_url(code: str) -> str:
    """The page of a country."""
    return f"{COUNTRIES}{slug(countries.name(code))}/"


def region_url(region: str) -> str:
    """The page of a part of the world."""
    return f"{REGIONS}{region}/"


def reference_url(reference: str, kind: str = "") -> str:
    """The place of a cited act on the page of references; a directive and a decision can have the same number."""
    name = slug(reference, WHOLE_NAME)
    return f"{REFERENCES}#{'besluit-' if kind == 'decision' else ''}{name}"


def event_url(event: str) -> str:
    """The place on the timeline of an event that contributors named."""
    return f"{TIMELINE}#{event}"


def year_url(year: int) -> str:
    """The place of a year on the timeline."""
    return f"{TIMELINE}#jaar-{year}"


@lru_cache(maxsize=1 << 16)
def relative(page: str, target: str) -> str:
    """The relative URL from one page to a URL of the site, both from the site's root; a fragment stays."""
    path, hash_sign, fragment = target.partition("#")
    if path == page and hash_sign:
        return f"#{fragment}"
    here, there = ([name for name in address.split("/") if name] for address in (page, path))
    shared = next((place for place, (one, other) in enumerate(zip(here, there, strict=False)) if one != other), min(len(here), len(there)))
    way = "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
    return f"{way}{'/' if path.endswith('/') or not path else ''}{hash_sign}{fragment}"


def note_anchor(number: int) -> str:
    """The id of a footnote on every page that shows it."""
    return f"fn:{number}"


def marker_anchor(number: int, nth: int = 1) -> str:
    """The id of a footnote's nth marker."""
    return f"fnref:{number}" if nth == 1 else f"fnref:{number}-{nth}"


def mention_anchor(part: Part, mention: Mention) -> str:
    """The id of a mention's words: that of its paragraph or footnote, and the character they start at."""
    return f"{part.anchor}.{mention.offset}"
