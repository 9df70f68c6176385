"""Across documents: every path, URL and anchor of the site is decided here, once, before anything is rendered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from generator.annotators.terms import without_definitions
from generator.citations.grammar import citations
from generator.citations.rules import Setting
from generator.dossier import shown_titles
from generator.dossier.addresses import DOCUMENTS, TIMELINE, country_url, mention_anchor, note_anchor, reference_url, term_url
from generator.dossier.chapters import Chapter, chapters
from generator.dossier.pinpoints import Pinpoint, pinpoints
from generator.kinds import BY_ID
from generator.language import edtf
from generator.language.sentences import sentence
from generator.model import (
    UNPUBLISHED,
    Block,
    Cell,
    Document,
    Knowledge,
    Lines,
    Mention,
    MentionKind,
    Note,
    OnPages,
    Part,
    Place,
    Publication,
    Recall,
    Span,
    Term,
    afresh,
)

MOST_CITED: Final = 300
"""Paragraphs on one page that shows how they are cited: more would make it heavier than any chapter."""


_ON_TIMELINE: Final = frozenset({"event", "deadline"})
"""What a date must be to lead to the timeline; dates of cited acts and of figures would lead a reader nowhere new."""

_NOTHING_KNOWN: Final = Knowledge()


_SERVED_AS_FILES: Final = (".pdf", ".docx", ".odt", ".zip")
"""Endings of files that a browser shows in a frame of its own or saves; nothing in them runs on the site."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its place on the site; all URLs are relative to the site's root.

    `homes` has the chapter of each block and footnote, `headings` the heading at or above each block, both by `place`; `titles` has the
    headings that are shown otherwise than they are printed, by their ids.
    `pinpoints` tells where each block stands, `citing_urls` where is shown how it is cited, both by its id.
    """

    document: Document
    url: str
    chapters: tuple[Chapter, ...]
    block_urls: Mapping[str, str] = field(default_factory=dict)
    note_urls: Mapping[int, str] = field(default_factory=dict)
    homes: Mapping[str, Chapter] = field(default_factory=dict)
    headings: Mapping[str, Block] = field(default_factory=dict)
    words: int = 0  # of all its parts: blocks, cells and notes
    pinpoints: Mapping[str, Pinpoint] = field(default_factory=dict)
    citing_urls: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def title_of(self, heading: Block) -> str:
        """A heading as the site shows it, its number first."""
        return self.titles.get(heading.id) or shown_titles.printed_title(heading)

    def per_thousand(self, count: int) -> float:
        """A number of mentions per 1,000 words of the document."""
        return 1000 * count / max(1, self.words)

    @property
    def source_url(self) -> str:
        """The page with the original text."""
        return f"{self.url}bron/"

    @property
    def whole_url(self) -> str:
        """The page with the whole text."""
        return f"{self.url}volledig/"

    @property
    def citing_url(self) -> str:
        """The page that shows how the document is cited."""
        return f"{self.url}citeren/"

    @property
    def citing_path(self) -> str:
        """The file from which the site's script fills in how a paragraph is cited."""
        return f"{self.citing_url}alinea.json"

    @property
    def text_path(self) -> str:
        """The seed, as a file of the site; one that a browser would run or lay out (HTML, XML) is served as text."""
        name, form = self.document.source.name.lower(), f".{self.document.source.format}"
        suffix = next((ending for ending in _SERVED_AS_FILES if name.endswith(ending) or form == ending), "")
        if not suffix and self.document.source.format not in {"text", "markdown"}:
            suffix = f".{self.document.source.format}.txt"
        return f"{self.url}{self.document.meta.id}{suffix or '.txt'}"

    @property
    def markdown_path(self) -> str:
        """The Markdown download; not named .md, which MkDocs would take for a page."""
        return f"{self.url}{self.document.meta.id}.md.txt"

    @property
    def pdf_path(self) -> str:
        """The whole text as a PDF for paper, beside its page: the seed itself may be a PDF of the document's name."""
        return f"{self.whole_url}{self.document.meta.id}.pdf"

    def pdf_of(self, chapter: Chapter) -> str:
        """A chapter as a PDF for paper, beside its page."""
        return f"{chapter.url}{self.document.meta.id}-{chapter.slug}.pdf"

    @property
    def json_path(self) -> str:
        """The open data of the document."""
        return f"data/documents/{self.document.meta.id}.json"

    def target(self, mention_id: str) -> str | None:
        """The URL of a block or footnote that a mention points at, if the document has it."""
        if mention_id.startswith("fn:"):
            return self.note_urls.get(int(mention_id[3:]))
        return self.block_urls.get(mention_id)

    def url_of(self, part: Part) -> str:
        """The address of one of its blocks or footnotes."""
        return self.note_urls[part.number] if isinstance(part, Note) else self.block_urls[part.id]

    def original_page(self, number: int) -> str:
        """The address of a page of the original file (RFC 8118: `#page=` counts from the first of the file)."""
        return f"{self.text_path}#page={number}"

    def source_place(self, place: Place, spans: tuple[Span, ...] = ()) -> str:
        """The address of a place in the original: its line, or its page of the file; where it has neither, the row of its first character."""
        if isinstance(place, OnPages):
            return self.original_page(place.boxes[0].page)
        offset = spans[0][0] if spans else 0
        row = place.first if isinstance(place, Lines) else self.document.source.text.count("\n", 0, offset) + 1
        return f"{self.source_url}#r{row}"


PartId: TypeAlias = tuple[str, str]
"""A document, and a paragraph or footnote of it, by their ids."""


class InEntry:
    """Stands in a part of a document of the site."""

    __slots__ = ()
    entry: Entry
    part: Part

    @property
    def place(self) -> PartId:
        """Its document, and its paragraph or footnote, by their ids."""
        return self.entry.document.meta.id, self.part.anchor

    @property
    def url(self) -> str:
        """The address of its paragraph or footnote."""
        return self.entry.url_of(self.part)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention with the part and document it stands in, and what follows from these: its words, addresses and sentence."""

    entry: Entry
    part: Part
    mention: Mention

    @property
    def words(self) -> str:
        """The words of the mention, as printed."""
        return self.part.text[self.mention.offset : self.mention.offset + self.mention.length]

    @property
    def anchor(self) -> str:
        """The id of the words on every page that shows them."""
        return mention_anchor(self.part, self.mention)

    @property
    def url(self) -> str:
        """The address of the words; of words in a heading, that of the heading."""
        name = self.part.anchor if self.part.type == "heading" else self.anchor
        return f"{self.place_url.partition('#')[0]}#{name}"

    @property
    def place_url(self) -> str:
        """The address of the paragraph or footnote they stand in."""
        return self.entry.url_of(self.part)

    @property
    def block(self) -> str | None:
        """The id of the block it stands in, if that is not a footnote."""
        if isinstance(self.part, Note):
            return None
        return self.part.block if isinstance(self.part, Cell) else self.part.id

    @property
    def footnote(self) -> int | None:
        """The number of the footnote it stands in."""
        return self.part.number if isinstance(self.part, Note) else None

    @property
    def sentence(self) -> tuple[int, int]:
        """The range of the sentence that holds it, in characters of the part's text."""
        return sentence(self.part.text, self.mention.offset, self.mention.offset + self.mention.length)

    @property
    def same_sentence(self) -> tuple[Mention, ...]:
        """The mentions that start in its sentence, itself among them, in order."""
        return mentions_within(self.part, *self.sentence)

    def ids_in_sentence(self, kind: MentionKind) -> tuple[str, ...]:
        """The ids of those of a kind, each once."""
        return tuple(dict.fromkeys(mention.id for mention in self.same_sentence if mention.kind == kind))


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Site:
    """All documents, the newest first, undated ones last; what contributors wrote; and every mention, oldest document first.

    A site is equal to itself only, so that what is worked out for it can be remembered. `alone`: the site of the same documents as it is
    before contributors wrote anything, for what depends on the documents alone; None of that site itself.
    """

    entries: tuple[Entry, ...]
    knowledge: Knowledge
    occurrences: tuple[Occurrence, ...]
    own_numbers: Mapping[str, Entry]
    by_id: Mapping[str, Entry]
    terms: Mapping[str, Term]
    publication: Publication
    alone: Site | None = None

    @property
    def oldest_first(self) -> tuple[Entry, ...]:
        """The documents in order of date, undated ones last."""
        dated = tuple(entry for entry in self.entries if entry.document.meta.date)
        return (*reversed(dated), *self.entries[len(dated) :])

    def own(self, reference: str) -> Entry | None:
        """The document of this site that is the cited act of an id; None where it is another act."""
        return self.own_numbers.get(reference)

    def act_url(self, mention: Mention) -> str:
        """The address of a cited act on this site: its own page where it is a document of the site, else its place among the references."""
        own = self.own(mention.id)
        return own.url if own else reference_url(mention.id, mention.role)

    def of(self, kind: MentionKind) -> dict[str, tuple[Occurrence, ...]]:
        """The mentions of a kind by id, in order of the documents' dates and of reading."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            if occurrence.mention.kind == kind:
                found.setdefault(occurrence.mention.id, []).append(occurrence)
        return {name: tuple(group) for name, group in found.items()}

    def target(self, occurrence: Occurrence) -> str | None:
        """The page, or place on a page, about what a mention stands for; None where there is none."""
        mention = occurrence.mention
        match BY_ID[mention.kind].leads_to:
            case "own text":
                return occurrence.entry.target(mention.id)
            case "act":
                return self.act_url(mention)
            case "timeline":
                return moment_url(occurrence) if mention.role in _ON_TIMELINE else None
            case "country":
                return country_url(mention.id)
            case "term":
                return term_url(mention.id)
            case _:
                return None


def build_index(
    documents: Iterable[Document], knowledge: Knowledge = _NOTHING_KNOWN, publication: Publication = UNPUBLISHED, recall: Recall = afresh
) -> Site:
    """The site of a dossier; ids of documents must differ."""
    documents = tuple(documents)
    shown = recall("", shown_titles.shown_titles, documents, without_definitions(knowledge.terms))
    entries = tuple(recall(document.meta.id, _entry, document, shown.get(document.meta.id, {})) for document in documents)
    alone = recall("", _documents_alone, entries)
    return replace(alone, knowledge=knowledge, terms={term.id: term for term in knowledge.terms}, publication=publication, alone=alone)


def _documents_alone(entries: Iterable[Entry]) -> Site:
    """The site as it is before contributors wrote anything."""
    entries = tuple(entries)
    by_name = sorted(entries, key=lambda entry: entry.document.meta.short_title.casefold())
    of_dates = [(edtf.parse(date).order, entry) for entry in by_name if (date := entry.document.meta.date)]
    dated = [entry for _, entry in sorted(of_dates, key=itemgetter(0))]
    undated = [entry for entry in by_name if not entry.document.meta.date]
    occurrences = tuple(occurrence for entry in (*dated, *undated) for occurrence in _occurrences(entry))
    by_id = {entry.document.meta.id: entry for entry in entries}
    return Site((*reversed(dated), *undated), _NOTHING_KNOWN, occurrences, _own_numbers(entries), by_id, {}, UNPUBLISHED)


def _own_numbers(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The documents by the id that citations of them have."""
    numbered = ((entry, number, entry.document.meta.date) for entry in entries if (number := entry.document.meta.number))
    cited = ((citation.id, entry) for entry, number, date in numbered for citation in citations(number, Setting(date or "")))
    return {name: entry for name, entry in cited if name}


def _occurrences(entry: Entry) -> Iterable[Occurrence]:
    for part in entry.document.parts:
        for mention in part.mentions:
            yield Occurrence(entry, part, mention)


def cards_path(entry: Entry) -> str:
    """The file with what the cards beside the links of a document show of countries, dates and acts."""
    return f"{entry.url}kaarten.json"


def contribution_path(site: Site, folder: str, name: str) -> str:
    """The file that a contribution has or would have, beside the seeds of the site."""
    seeds = PurePosixPath(site.entries[0].document.source.path).parent if site.entries else PurePosixPath()
    return (seeds / folder / f"{name}.md").as_posix()


def moment_id(occurrence: Occurrence) -> str:
    """The name of a date on the timeline: its document, and the place of its words."""
    return f"{occurrence.entry.document.meta.id}.{occurrence.anchor}"


def moment_url(occurrence: Occurrence) -> str:
    """The place of a date on the timeline."""
    return f"{TIMELINE}#{moment_id(occurrence)}"


def mentions_within(part: Part, first: int, last: int) -> tuple[Mention, ...]:
    """The mentions of a part that start in a range of its text, in order."""
    return part.mentions[bisect_left(part.mentions, first, key=_offset) : bisect_left(part.mentions, last, key=_offset)]


def _offset(mention: Mention) -> int:
    return mention.offset


def _entry(document: Document, shown: Mapping[str, str]) -> Entry:
    url = f"{DOCUMENTS}{document.meta.id}/"
    made = chapters(document, url, shown)
    block_urls = {name: url for chapter in made for block in chapter.blocks for name, url in _urls(chapter, block)}
    note_urls = {note.number: f"{chapter.url}#{note_anchor(note.number)}" for chapter in made for note in chapter.notes}
    homes = {part.anchor: chapter for chapter in made for part in (*chapter.blocks, *chapter.parts)}
    words = sum(len(part.text.split()) for part in document.parts)
    places = pinpoints(document)
    return Entry(
        document, url, made, block_urls, note_urls, homes, dict(_headings(document)), words, places, _citing_urls(url, places), shown
    )


def _citing_urls(url: str, places: Iterable[str]) -> dict[str, str]:
    """Where is shown how each block is cited: on the page of the document, and on further ones of as many blocks in a long document."""
    return {name: f"{url}citeren/{f'{nth // MOST_CITED + 1}/' if nth >= MOST_CITED else ''}#{name}" for nth, name in enumerate(places)}


def _headings(document: Document) -> Iterable[tuple[str, Block]]:
    """The heading at or above each block, by the block's id; blocks before the first have none."""
    heading = None
    for block in document.blocks:
        heading = block if block.type == "heading" else heading
        if heading:
            yield from ((name, heading) for name in (block.id, *(cell.id for cell in block.cells)))


def _urls(chapter: Chapter, block: Block) -> Iterator[tuple[str, str]]:
    """The addresses of a block and of its cells, each with its id."""
    yield block.id, _block_url(chapter, block)
    yield from ((cell.id, f"{chapter.url}#{cell.id}") for cell in block.cells)


def _block_url(chapter: Chapter, block: Block) -> str:
    return chapter.url if chapter.heading is block else f"{chapter.url}#{block.id}"
