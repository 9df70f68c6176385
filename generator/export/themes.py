"""The subjects as open data."""

from __future__ import annotations

from typing import Any

from generator.dossier.addresses import theme_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.themes import ChangingWord, NamedTheme, NamedThing, ThemePassage, Turn
from generator.dossier.index import Entry
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
        "turns": [_turn(turn) for turn in theme.turns],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "document": turn.entry.document.meta.id,
        "new_words": [_word(*said) for said in turn.new_words],
        "gone_words": [_word(*said) for said in turn.gone_words],
        "new": [_thing(thing) for thing in turn.new_things],
        "gone": [_thing(thing) for thing in turn.gone_things],
    }


def _word(word: ChangingWord, entry: Entry) -> dict[str, Any]:
    """A word, and how often the document that says it has it."""
    return {"word": word.form, "document": entry.document.meta.id, "count": word.counts[entry.document.meta.id]}


def _thing(thing: NamedThing) -> dict[str, Any]:
    return {"kind": thing.mention.kind, "id": thing.mention.id, "document": thing.entry.document.meta.id, "count": thing.count}


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
