"""What the parts of a subject's page spell alike: lists that are cut, and documents by their year."""

from __future__ import annotations

from generator.dossier.index import Entry
from generator.output.markdown import text
from generator.words import say


def cut_list(links: list[str], most: int) -> str:
    """The first of some links, as HTML, with commas between them, and how many more there are."""
    return ", ".join(links[:most]) + (text(say("themes.and_more", number=len(links) - most)) if len(links) > most else "")


def year_of(entry: Entry) -> str:
    """The year of a document, or its short title where it bears no date."""
    date = entry.document.meta.date
    return text(date[:4] if date else entry.document.meta.short_title)
