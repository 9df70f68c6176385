"""The difference between two generated trees, in Markdown for whoever reviews a change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from generator.kinds import BY_ID
from generator.language import dutch
from generator.output.markdown import code
from generator.output.writing import OWNED
from generator.words import say

_MOST: Final = 40
"""Lines of a list; a longer list is cut, and says so."""

_NOT_PAGES: Final = frozenset({"data", "zoekindex"})
Link: TypeAlias = tuple[str, str, str, str]
"""A mention: its document, its kind, its id and its words."""


@dataclass(frozen=True, slots=True)
class GeneratedTree:
    """A generated tree: the content of its pages, its mentions, its entries."""

    pages: dict[str, bytes]
    mentions: Counter[Link]
    terms: frozenset[str]


def read(docs: Path) -> GeneratedTree:
    """The tree in a folder such as docs/; what is not there counts as empty."""
    folders = [docs / name for name in OWNED if name not in _NOT_PAGES]
    paths = [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*.md"))]
    pages = {path.relative_to(docs).as_posix(): path.read_bytes() for path in paths}
    documents = [_json(path) for path in sorted((docs / "data" / "documents").glob("*.json"))]
    terms = _json(docs / "data" / "terms.json").get("terms", [])
    return GeneratedTree(
        pages, Counter(link for data in documents for link in _links(data)), frozenset(str(term["term"]) for term in terms)
    )


def _json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _links(data: dict[str, Any]) -> Iterator[Link]:
    for part in (*data.get("blocks", ()), *data.get("footnotes", ())):
        for mention in part["mentions"]:
            words = part["text"][mention["offset"] : mention["offset"] + mention["length"]]
            yield data["id"], mention["kind"], mention["id"], words


def compare(old: Path, new: Path) -> str:
    """The differences between two trees, as Markdown."""
    before, after = read(old), read(new)
    added, removed = sorted(after.pages.keys() - before.pages.keys()), sorted(before.pages.keys() - after.pages.keys())
    changed = sorted(path for path in after.pages.keys() & before.pages.keys() if after.pages[path] != before.pages[path])
    gained, lost = after.mentions - before.mentions, before.mentions - after.mentions
    sections = (
        (say("commands_comparison.new_terms"), [code(term) for term in sorted(after.terms - before.terms)]),
        (say("commands_comparison.removed_terms"), [code(term) for term in sorted(before.terms - after.terms)]),
        (say("commands_comparison.new_links"), list(_told(gained))),
        (say("commands_comparison.removed_links"), list(_told(lost))),
        (say("commands_comparison.new_pages"), [code(path) for path in added]),
        (say("commands_comparison.removed_pages"), [code(path) for path in removed]),
        (say("commands_comparison.changed_pages"), [code(path) for path in changed]),
    )
    counts = say("commands_comparison.page_counts", added=len(added), changed=len(changed), removed=len(removed))
    counts += say("commands_comparison.link_counts", gained=gained.total(), lost=lost.total())
    return "\n".join(["## Wat deze wijziging doet", "", counts, *(line for section in sections for line in _section(*section)), ""])


def _told(links: Counter[Link]) -> Iterator[str]:
    for (document, kind, name, words), count in sorted(links.items()):
        times = say("commands_comparison.times", times=count) if count > 1 else ""
        yield say(
            "commands_comparison.link",
            words=code(words),
            kind=BY_ID[kind].label if kind in BY_ID else kind,
            id=code(name),
            document=code(document),
            times=times,
        )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", f"### {title} ({dutch.number(len(listed))})", "", *(f"- {line}" for line in listed[:_MOST]))
        if len(listed) > _MOST:
            yield say("commands_comparison.more", number=dutch.number(len(listed) - _MOST))
