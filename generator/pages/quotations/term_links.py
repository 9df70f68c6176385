"""Links to the glossary in text that is quoted outside its document: on pages of countries, in the timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.dossier.addresses import relative, term_url
from generator.dossier.index import Entry, Site, mentions_within
from generator.kinds import nested
from generator.model import Mention, Part, Span
from generator.output.markdown import anchor
from generator.output.marks import MarkedRange
from generator.pages.quotations.meanings import meaning


@dataclass(slots=True)
class TermLinks:
    """Links for one section of a page: the first mention of each term in it."""

    site: Site
    page: str
    seen: set[str] = field(default_factory=set)

    def marks(self, entry: Entry, part: Part, taken: Iterable[Span] = (), within: Span | None = None) -> Iterator[MarkedRange]:
        """The links in a part of a document, or in a range of it, by the part's offsets; none over characters that are `taken`.

        What is taken comes in order, and does not overlap.
        """
        closed = tuple(taken)
        first, last = within or (0, len(part.text))
        found = mentions_within(part, first, last)
        inner = nested(found)
        for mention in found:
            free = mention.kind == "term" and mention not in inner and mention.id not in self.seen
            if free and mention.offset + mention.length <= last and _is_open(mention, closed):
                self.seen.add(mention.id)
                yield self._mark(entry, part, mention)

    def _mark(self, entry: Entry, part: Part, mention: Mention) -> MarkedRange:
        end = mention.offset + mention.length
        said = meaning(self.site, entry, mention, part.text[mention.offset : end])
        way = relative(self.page, term_url(mention.id))
        return MarkedRange(mention.offset, end, lambda content: anchor(content, way, class_="begrip", title=said), link=True)


def _is_open(mention: Mention, closed: tuple[Span, ...]) -> bool:
    """Whether no character of a mention is taken."""
    after = bisect_right(closed, mention.offset, key=_end)
    return after == len(closed) or closed[after][0] >= mention.offset + mention.length


def _end(span: Span) -> int:
    return span[1]
