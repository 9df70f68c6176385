"""Links to the glossary in text that is quoted outside its document: on pages of countries, in the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.annotators import is_inside
from generator.index import Entry, Site, relative, term_url
from generator.markdown import anchor
from generator.marks import Mark
from generator.model import Block, Mention, Note, Span


@dataclass(slots=True)
class TermLinks:
    """Links for one section of a page: the first mention of each term in it."""

    site: Site
    page: str
    seen: set[str] = field(default_factory=set)

    def marks(self, entry: Entry, part: Block | Note, taken: Iterable[Span] = (), within: Span | None = None) -> Iterator[Mark]:
        """The links in a part of a document, or in a range of it, by the part's offsets; none over characters that are `taken`."""
        closed = tuple(taken)
        first, last = within or (0, len(part.text))
        for mention in part.mentions:
            inside = first <= mention.offset and mention.offset + mention.length <= last
            if inside and _is_free(part, mention, closed) and mention.id not in self.seen:
                self.seen.add(mention.id)
                yield self._mark(entry, part, mention)

    def _mark(self, entry: Entry, part: Block | Note, mention: Mention) -> Mark:
        end = mention.offset + mention.length
        meaning = self.site.meaning(entry, mention, part.text[mention.offset : end])
        way = relative(self.page, term_url(mention.id))
        return Mark(mention.offset, end, lambda content: anchor(content, way, class_="begrip", title=meaning), link=True)


def _is_free(part: Block | Note, mention: Mention, closed: tuple[Span, ...]) -> bool:
    end = mention.offset + mention.length
    within = any(is_inside(mention, other) for other in part.mentions)
    return mention.kind == "term" and not within and not any(mention.offset < stop and first < end for first, stop in closed)
