"""Across documents: every path, URL and anchor of the site is decided here, once, before anything is rendered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from generator.citations.grammar import citations
from generator.citations.rules import Setting
from generator.dossier import shown_titles
from generator.dossier.pinpoints import Pinpoint, pinpoints
from generator.kinds import BY_ID
from generator.language import countries, edtf
from generator.language.sentences import sentence
from generator.language.slugs import DEVICES, slug
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
    Span,
    Term,
)
from generator.words import say

MOST_CHAPTERS: Final = 500
"""Chapters of a document. Each page lists them all, and the Union's longest acts have some five hundred articles; what is beyond
belongs to the last."""

MOST_CITED: Final = 300
"""Paragraphs on one page that shows how they are cited: more would make it heavier than any chapter."""

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
_RESERVED: Final = frozenset({"bron", "volledig", "citeren", "index"})
_PREAMBLE: Final = say("dossier_index.aanhef")
_WHOLE: Final = say("dossier_index.tekst")


_ON_TIMELINE: Final = frozenset({"event", "deadline"})
"""What a date must be to lead to the timeline; dates of cited acts and of figures would lead a reader nowhere new."""

_NOTHING_KNOWN: Final = Knowledge()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page's worth of a document: from one heading of the first level to the next."""

    title: str
    slug: str
    url: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    heading: Block | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything with text of its own: the blocks, with the cells of a table in its place, then the footnotes."""
        return (*(part for block in self.blocks for part in block.parts), *self.notes)


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
    words: int = 0
    pinpoints: Mapping[str, Pinpoint] = field(default_factory=dict)
    citing_urls: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def title_of(self, heading: Block) -> str:
        """A heading as the site shows it, its number first."""
        return self.titles.get(heading.id) or shown_titles.printed(heading)

    def per_thousand(self, count: int) -> float:
        """A number of mentions as so many in 1,000 words."""
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
        """The address in the original of a place: its line, or its page of the file; where it has neither, the row of its first character."""
        if isinstance(place, OnPages):
            return self.original_page(place.boxes[0].page)
        offset = spans[0][0] if spans else 0
        row = place.first if isinstance(place, Lines) else self.document.source.text.count("\n", 0, offset) + 1
        return f"{self.source_url}#r{row}"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention with the place it stands in: everything a list of mentions tells."""

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

    A site is equal to itself only, so that what is worked out for it can be remembered.
    """

    entries: tuple[Entry, ...]
    knowledge: Knowledge = _NOTHING_KNOWN
    occurrences: tuple[Occurrence, ...] = ()
    own_numbers: Mapping[str, Entry] = field(default_factory=dict)
    by_id: Mapping[str, Entry] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    publication: Publication = UNPUBLISHED

    @property
    def oldest_first(self) -> tuple[Entry, ...]:
        """The documents in order of date, undated ones last."""
        dated = tuple(entry for entry in self.entries if entry.document.meta.date)
        return (*reversed(dated), *self.entries[len(dated) :])

    def own(self, reference: str) -> Entry | None:
        """The document of this site that a cited act is."""
        return self.own_numbers.get(reference)

    def of(self, kind: MentionKind) -> dict[str, tuple[Occurrence, ...]]:
        """The mentions of a kind by id, in order of the documents' dates and of reading."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            if occurrence.mention.kind == kind:
                found.setdefault(occurrence.mention.id, []).append(occurrence)
        return {name: tuple(group) for name, group in found.items()}

    def target(self, occurrence: Occurrence) -> str | None:
        """The page, or place on a page, that tells about what a mention stands for; None where there is none."""
        mention = occurrence.mention
        match BY_ID[mention.kind].leads_to:
            case "own text":
                return occurrence.entry.target(mention.id)
            case "act":
                own = self.own(mention.id)
                return own.url if own else reference_url(mention.id, mention.role)
            case "timeline":
                return moment_url(occurrence) if mention.role in _ON_TIMELINE else None
            case "country":
                return country_url(mention.id)
            case "term":
                return term_url(mention.id)
            case _:
                return None


def build_index(documents: Iterable[Document], knowledge: Knowledge = _NOTHING_KNOWN, publication: Publication = UNPUBLISHED) -> Site:
    """The site of a dossier; ids of documents must differ."""
    documents = tuple(documents)
    shown = shown_titles.shown(documents, knowledge)
    entries = [_entry(document, shown.get(document.meta.id, {})) for document in documents]
    by_name = sorted(entries, key=lambda entry: entry.document.meta.short_title.casefold())
    dated = sorted((entry for entry in by_name if entry.document.meta.date), key=_date)
    undated = [entry for entry in by_name if not entry.document.meta.date]
    occurrences = tuple(occurrence for entry in (*dated, *undated) for occurrence in _occurrences(entry))
    by_id = {entry.document.meta.id: entry for entry in entries}
    terms = {term.id: term for term in knowledge.terms}
    return Site((*reversed(dated), *undated), knowledge, occurrences, _own_numbers(entries), by_id, terms, publication)


def _own_numbers(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The documents by the id that citations of them have."""
    numbered = ((entry, entry.document.meta.number) for entry in entries)
    return {citation.id: entry for entry, number in numbered if number for citation in citations(number, Setting())}


def _date(entry: Entry) -> tuple[object, ...]:
    return edtf.parse(entry.document.meta.date or "").order


def _occurrences(entry: Entry) -> Iterable[Occurrence]:
    for part in entry.document.parts:
        for mention in part.mentions:
            yield Occurrence(entry, part, mention)


def term_url(term: str) -> str:
    """The page of a glossary entry."""
    return f"{TERMS}{term}/"


def contribution_path(site: Site, folder: str, name: str) -> str:
    """The file that a contribution has or would have, beside the seeds of the site."""
    seeds = PurePosixPath(site.entries[0].document.source.path).parent if site.entries else PurePosixPath()
    return (seeds / folder / f"{name}.md").as_posix()


def card_path(term: str) -> str:
    """The file with what the card beside a link to an entry shows."""
    return f"{TERMS}{term}/kaart.json"


def cards_path(entry: Entry) -> str:
    """The file with what the cards beside the links of a document show of countries, dates and acts."""
    return f"{entry.url}kaarten.json"


def picture_path(url: str) -> str:
    """The picture that goes with links to a page, and to those below it."""
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
    name = slug(reference, 80)
    return f"{REFERENCES}#{'besluit-' if kind == 'decision' else ''}{name}"


def moment_id(occurrence: Occurrence) -> str:
    """The name of a date on the timeline: its document, and the place of its words."""
    return f"{occurrence.entry.document.meta.id}.{occurrence.anchor}"


def moment_url(occurrence: Occurrence) -> str:
    """The place of a date on the timeline."""
    return f"{TIMELINE}#{moment_id(occurrence)}"


def event_url(event: str) -> str:
    """The place on the timeline of an event that contributors named."""
    return f"{TIMELINE}#{event}"


def year_url(year: int) -> str:
    """The place of a year on the timeline."""
    return f"{TIMELINE}#jaar-{year}"


@lru_cache(maxsize=1 << 16)
def relative(page: str, target: str) -> str:
    """The way from one page to a URL of the site, both relative to its root; a fragment stays."""
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


def mentions_within(part: Part, first: int, last: int) -> tuple[Mention, ...]:
    """The mentions of a part that start in a range of its text, in order."""
    return part.mentions[bisect_left(part.mentions, first, key=_offset) : bisect_left(part.mentions, last, key=_offset)]


def _offset(mention: Mention) -> int:
    return mention.offset


def _entry(document: Document, shown: Mapping[str, str]) -> Entry:
    url = f"{DOCUMENTS}{document.meta.id}/"
    chapters = _with_notes(_chapters(document, url, shown), document.notes)
    block_urls = {name: url for chapter in chapters for block in chapter.blocks for name, url in _urls(chapter, block)}
    note_urls = {note.number: f"{chapter.url}#{note_anchor(note.number)}" for chapter in chapters for note in chapter.notes}
    homes = {part.anchor: chapter for chapter in chapters for part in (*chapter.blocks, *chapter.parts)}
    words = sum(len(part.text.split()) for part in document.parts)
    places = pinpoints(document)
    return Entry(
        document, url, chapters, block_urls, note_urls, homes, dict(_headings(document)), words, places, _citing_urls(url, places), shown
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


def _chapters(document: Document, url: str, shown: Mapping[str, str]) -> list[Chapter]:
    groups: list[list[Block]] = [[]] if document.notes and not document.blocks else []
    for block in document.blocks:
        if not groups or (block.type == "heading" and block.level == 1 and len(groups) < MOST_CHAPTERS):
            groups.append([])
        groups[-1].append(block)
    taken: set[str] = {*_RESERVED, *DEVICES}
    return [_chapter(group, url, taken, shown, alone=len(groups) == 1) for group in groups]


def _chapter(blocks: list[Block], url: str, taken: set[str], shown: Mapping[str, str], *, alone: bool) -> Chapter:
    heading = blocks[0] if blocks and blocks[0].type == "heading" and blocks[0].level == 1 else None
    title = shown_titles.printed(heading) if heading else (_WHOLE if alone else _PREAMBLE)
    name = base = slug(title, 60) or "deel"
    count = 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return Chapter(shown.get(heading.id, title) if heading else title, name, f"{url}{name}/", tuple(blocks), (), heading)


def _with_notes(chapters: list[Chapter], notes: tuple[Note, ...]) -> tuple[Chapter, ...]:
    """Each footnote stands in the chapter of its first marker; one without a marker, with the note before it."""
    homes = {
        marker.number: place
        for place in range(len(chapters) - 1, -1, -1)
        for block in chapters[place].blocks
        for part in block.parts
        for marker in part.notes
    }
    groups: list[list[Note]] = [[] for _ in chapters]
    place = 0
    for note in notes:
        place = homes.get(note.number, place)
        if groups:
            groups[place].append(note)
    return tuple(
        Chapter(chapter.title, chapter.slug, chapter.url, chapter.blocks, tuple(group), chapter.heading)
        for chapter, group in zip(chapters, groups, strict=True)
    )
