"""What other documents say that is near a paragraph: a line below it that opens."""

from __future__ import annotations

from typing import Final

from generator.dossier.addresses import relative
from generator.dossier.index import Entry
from generator.dossier.related import Related, Relation
from generator.language import dutch
from generator.model import Block
from generator.output.markdown import anchor, tag, text
from generator.pages.quotations.passages import place
from generator.words import say

_SHOWN: Final = 220
"""Characters of a passage that are shown; the link leads to all of it."""


def related_line(page: str, entry: Entry, block: Block, related: Related) -> str:
    """A line about passages of other documents near a paragraph, and what it opens; empty where there are none and the passage is too short to call new."""
    found = related.of(entry.document.meta.id, block.id)
    is_new = related.is_new(entry, block.id)
    if not found and not is_new:
        return ""
    said = [say("related.new_here")] if is_new else []
    said += [say("related.resembles", found=_sources(found))] if found else []
    note = tag("p", _NEW, class_="verwant__uitleg") if is_new else ""
    listed = tag("ul", "".join(_item(page, relation) for relation in found), role="list") if found else ""
    line = "; ".join(said)
    return tag("details", tag("summary", text(line[:1].upper() + line[1:])) + note + listed, class_="verwant")


def shortened(words: str) -> str:
    """The beginning of a passage, `_SHOWN` characters at most, cut at a word."""
    return words if len(words) <= _SHOWN else words[: words.rfind(" ", 0, _SHOWN)] + " …"


_NEW: Final = say("related.nothing_alike")


def _sources(found: tuple[Relation, ...]) -> str:
    """How many passages, and from which years."""
    years = sorted({(relation.passage.entry.document.meta.date or "")[:4] for relation in found} - {""})
    from_ = f" uit {' en '.join([', '.join(years[:-1]), years[-1]] if len(years) > 1 else years)}" if years else ""
    return f"{dutch.count(len(found), 'passage', 'passages')}{from_}"


def _item(page: str, relation: Relation) -> str:
    passage = relation.passage
    facts = passage.entry.document.meta
    way = anchor(text(f"{facts.short_title}: {place(passage.entry, passage.part)}"), relative(page, passage.url))
    same = " " + tag("span", say("related.partly_literal"), class_="soort") if relation.shared else ""
    words = relation.shared or passage.part.text
    cut = shortened(words)
    quoted = f"“{cut}”" if relation.shared else cut
    return tag("li", tag("p", way + same, class_="verwant__waar") + tag("p", text(quoted), class_="verwant__woorden"))
