"""The search index: a Pagefind bundle with a record for each paragraph, so that a search opens at the words."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Final

from generator.dossier.countries import NamedCountry, NamedRegion
from generator.dossier.findings import Findings
from generator.dossier.index import AMOUNTS, DEADLINES, REFERENCES, TIMELINE, Entry, country_url, event_url, region_url, term_url
from generator.language import countries, dutch, edtf
from generator.model import Event, Page, Term
from generator.output.markdown import tag, text
from generator.search import long_words as search_words
from generator.search.order import UnknownIndexError, in_order
from generator.words import say

FOLDER: Final = "zoekindex"
_WANTED: Final = ("pagefind.js", "pagefind-entry.json", "pagefind-worker.js", "wasm.nl.pagefind")
_WANTED_ENDS: Final = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
"""What the site's own search field reads; Pagefind's ready-made interfaces and other languages are left out."""


_NAMES: Final = "10"
"""How much more a word weighs in the names of a term or country than in running text: the most that Pagefind allows."""

_TAG: Final = re.compile(r"<[^>]*>")
"""In HTML that was sanitised, where no attribute holds a ">"."""


class SearchError(Exception):
    """The search index could not be made."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something that a search can find: its URL with fragment, its words, where it belongs; `names` weigh more than other words."""

    url: str
    content: str
    title: str
    document: str
    year: str
    kind: str
    names: str = ""


_SECTIONS: Final = tuple(
    Record(url, said, title, "Deze site", "", "pagina", title)
    for url, title, said in (
        (TIMELINE, "Tijdlijn", "Alle datums en perioden uit de documenten op volgorde."),
        (DEADLINES, "Termijnen", "Wat volgens de documenten wanneer gedaan moest zijn, en door wie."),
        (REFERENCES, "Verwijzingen", "Besluiten, verordeningen, verdragen en arresten die de documenten aanhalen."),
        (AMOUNTS, "Bedragen", "Elk bedrag in euro’s, met de zin waarin het staat."),
    )
)
"""Pages that are lists: what is in them is found by itself, and the list by its name."""


def records(findings: Findings) -> Iterator[Record]:
    """A record for each page that tells about one thing; and for each document's title, each paragraph, item, quotation and footnote."""
    site = findings.site
    yield from _SECTIONS
    yield from (_term_record(term) for term in site.knowledge.terms)
    yield from _place_records(findings)
    yield from (_event_record(event) for event in site.knowledge.events)
    for entry in site.entries:
        yield from _document_records(entry)


def _document_records(entry: Entry) -> Iterator[Record]:
    """In reading order."""
    facts = entry.document.meta
    yield _record(entry, entry.url, facts.title, "", "document")
    for chapter in entry.chapters:
        heading = chapter.title
        for block in chapter.blocks:
            if block.type == "heading":
                heading = f"{block.label} {block.text}".strip()
                yield _record(entry, entry.block_urls[block.id], heading, heading, "kop")
            else:
                yield _record(entry, entry.block_urls[block.id], block.text, heading, "alinea")
        for note in chapter.notes:
            if note.text:
                yield _record(entry, entry.note_urls[note.number], note.text, f"Voetnoot {note.number}", "voetnoot")


def _term_record(term: Term) -> Record:
    names = ", ".join(dict.fromkeys((term.term, *(sense.expansion for sense in term.senses), *term.aliases)))
    return Record(term_url(term.id), _plain(term.html), term.term, "Begrippen", "", "begrip", names)


def _place_records(findings: Findings) -> Iterator[Record]:
    """The countries and the parts of the world."""
    site = findings.site
    written = {item.code: _plain(item.html) for item in site.knowledge.introductions}
    yield from (_country_record(one, written.get(one.country.code, "")) for one in findings.countries)
    yield from (_region_record(one) for one in findings.regions)


def _country_record(met: NamedCountry, written: str) -> Record:
    country = met.country
    names = ", ".join((country.name, *country.adjectives, *country.inhabitants))
    said = f"{dutch.count(len(met.occurrences), 'vermelding', 'vermeldingen')} in {say('kinds.documents', count=met.documents)}."
    return Record(country_url(country.code), f"{said} {written}".strip(), country.name, "Landen", "", "land", names)


def _region_record(one: NamedRegion) -> Record:
    named = ", ".join(countries.name(met.country.code) for met in one.named)
    counted = f"{say('kinds.passages', count=len(one.passages))}." if one.passages else ""
    said = f"{counted} Landen: {named}." if named else counted
    return Record(region_url(one.region.id), said.strip(), one.region.name, "Landen", "", "gebied", one.region.name)


def _event_record(event: Event) -> Record:
    return Record(
        event_url(event.id), f"{dutch.date(event.date)}. {_plain(event.html)}", event.name, "Tijdlijn", "", "gebeurtenis", event.name
    )


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _record(entry: Entry, url: str, content: str, title: str, kind: str) -> Record:
    facts = entry.document.meta
    return Record(
        url, content, title or facts.short_title, facts.short_title, str(edtf.parse(facts.date).year) if facts.date else "onbekend", kind
    )


def bundle(findings: Findings) -> tuple[Page, ...]:
    """The files of the index below zoekindex/; the same site gives the same bytes."""
    return _bundle(tuple(records(findings)))


@lru_cache(maxsize=1)
def _bundle(found: tuple[Record, ...]) -> tuple[Page, ...]:
    """Remembered, because most changes while contributors write leave the texts alone."""
    return (*index(found), Page(search_words.PATH, search_words.long_words(f"{record.names} {record.content}" for record in found)))


def index(found: Iterable[Record]) -> tuple[Page, ...]:
    """A Pagefind index of records.

    Pagefind's Python interface takes records one by one and waits a tenth of a second for each; its command line reads
    a folder of pages and takes less than a second for a thousand. So each record becomes a page in a temporary folder.
    """
    try:
        with tempfile.TemporaryDirectory() as folder:
            return tuple(Page(f"{FOLDER}/{path}", content) for path, content in in_order(_files(found, Path(folder))))
    except (OSError, subprocess.CalledProcessError, UnknownIndexError) as error:
        said = error.stderr.decode(errors="replace").strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
        message = (
            f"de zoekindex kon niet gemaakt worden ({said}); controleer of er schijfruimte is en of `make site` klaar is met installeren"
        )
        raise SearchError(message) from error


def _files(found: Iterable[Record], folder: Path) -> Iterator[tuple[str, bytes]]:
    """What Pagefind makes of records: path and content of each file that a search needs."""
    pages, result = folder / "pages", folder / "index"
    pages.mkdir()
    for number, record in enumerate(found):
        (pages / f"{number:06}.html").write_text(_page(record), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(result)]
    options = ["--force-language", "nl", "--quiet"]
    subprocess.run([*command, *options], check=True, capture_output=True)  # noqa: S603 - our own command with our own arguments
    for path in result.rglob("*"):
        if path.name in _WANTED or path.name.endswith(_WANTED_ENDS):
            yield path.relative_to(result).as_posix(), path.read_bytes()


def _page(record: Record) -> str:
    """A record as the HTML that Pagefind reads: its facts are told, but not searched."""
    facts = {"url": record.url, "title": record.title, "document": record.document, "soort": record.kind}
    told = "".join(tag("span", text(value), data_pagefind_meta=key) for key, value in facts.items())
    filters = {"document": record.document if record.year else "", "jaar": record.year, "soort": record.kind}
    told += "".join(tag("span", text(value), data_pagefind_filter=key) for key, value in filters.items() if value)
    names = tag("p", text(f"{record.names}."), data_pagefind_weight=_NAMES) if record.names else ""
    body = names + tag("p", text(record.content)) + tag("div", told, data_pagefind_ignore=True)
    return f'<!doctype html><html lang="nl"><title>{text(record.title)}</title><body data-pagefind-body>{body}</body></html>'
