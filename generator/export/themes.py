"""The subjects as open data."""

from __future__ import annotations

from typing import Any

from generator.dossier.addresses import theme_url
from generator.dossier.findings import Findings
from generator.dossier.themes import NamedTheme, ThemePassage
from generator.model import Note


def themes_data(findings: Findings) -> dict[str, Any]:
    """Every subject with its passages, the oldest document first, and the words that come and go."""
    return {"themes": [_theme(theme) for theme in findings.themes]}


def _theme(theme: NamedTheme) -> dict[str, Any]:
    return {
        "id": theme.theme.id,
        "name": theme.theme.name,
        "url": theme_url(theme.theme.id),
        "words": list(theme.theme.words),
        "see_also": list(theme.theme.see_also),
        "passages": [_passage(passage) for passage in theme.passages],
        "changing_words": [{"word": word.form, "counts": dict(word.counts)} for word in theme.words],
    }


def _passage(passage: ThemePassage) -> dict[str, Any]:
    note = isinstance(passage.part, Note)
    return {
        "document": passage.place[0],
        "block": None if note else passage.part.anchor,
        "footnote": passage.part.number if isinstance(passage.part, Note) else None,
        "about": passage.about,
        "score": passage.score,
        "url": passage.url,
    }
