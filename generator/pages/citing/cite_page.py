"""How a document and each of its paragraphs are cited: a page to read, files for reference managers, and what the site's script fills in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import relative
from generator.dossier.index import MOST_CITED, Entry
from generator.model import Block, Page, Publication
from generator.output.bibliography import Reference
from generator.output.markdown import anchor, fill, heading, page, tag, text
from generator.pages.citing.cite_formats import SUFFIXES, Format, formats, quotation, shown
from generator.pages.citing.cited import of_document
from generator.pages.parts.frame import meta, shorten
from generator.words import say, template

URL_HOLE: Final = "ADRESHIER"
PLACE_HOLE: Final = "PLAATSHIER"
KEY_HOLE: Final = "SLEUTELHIER"
QUOTE_HOLE: Final = "CITAATHIER"
"""What stands in the forms for a paragraph where its own address, place, name and words belong; letters only, so that no format escapes them."""

_FIRST_WORDS: Final = 12
"""Words of a paragraph that tell it from its neighbours in a list: about a line of the page."""


def pages(publication: Publication, entry: Entry) -> tuple[Page, ...]:
    """The pages and files of a document."""
    form = _form(publication, entry)
    data = Page(entry.citing_path, json.dumps(_data(publication, entry, form), ensure_ascii=False) + "\n")
    return data, *_files(publication, entry), *_pages(publication, entry, form)


def _form(publication: Publication, entry: Entry) -> Reference:
    """A reference to a paragraph of the document, with holes for what differs from one paragraph to the next."""
    return of_document(publication, entry, URL_HOLE, PLACE_HOLE, KEY_HOLE)


def _data(publication: Publication, entry: Entry, form: Reference) -> dict[str, Any]:
    """The forms, and the place of each paragraph by the address of its chapter, from the root of the site, and its id."""
    places: dict[str, dict[str, str]] = {}
    for name, pinpoint in entry.pinpoints.items():
        places.setdefault(entry.homes[name].url, {})[name] = pinpoint.words
    return {
        "version": 1,
        "document": entry.document.meta.id,
        # As long as nobody has said where the site is, the script takes the address at which the reader is.
        "site": publication.home,
        "formats": [_spelled(found) for found in (*formats(form), quotation(form, QUOTE_HOLE))],
        "places": places,
    }


def _spelled(found: Format) -> dict[str, Any]:
    return {"id": found.id, "name": found.name, "use": found.use, "code": found.code, "words": [list(piece) for piece in found.words]}


def _files(publication: Publication, entry: Entry) -> Iterator[Page]:
    """The document in the formats that reference managers open."""
    for found in formats(of_document(publication, entry)):
        if found.code:
            yield Page(_file(entry, found.id), found.words[0][0])


def _file(entry: Entry, name: str) -> str:
    return f"{entry.citing_url}{entry.document.meta.id}.{SUFFIXES[name]}"


def _pages(publication: Publication, entry: Entry, form: Reference) -> Iterator[Page]:
    """The page of the document; of a long one, further pages with the rest of its paragraphs."""
    blocks = [block for block in entry.document.blocks if block.id in entry.pinpoints]
    sheets = [blocks[first : first + MOST_CITED] for first in range(0, len(blocks), MOST_CITED)] or [[]]
    urls = [entry.citing_url, *(f"{entry.citing_url}{nth}/" for nth in range(2, len(sheets) + 1))]
    for nth, (url, sheet) in enumerate(zip(urls, sheets, strict=True)):
        title = say("citing.title") if not nth else say("citing.title_further", number=nth + 1)
        front = meta(entry, url, title, zoeken=False)
        parts = [
            heading(1, title),
            tag("p", text(entry.document.meta.short_title), class_="volledige-titel"),
            *(_document(publication, entry) if not nth else ()),
            *(_paragraphs(publication, url, entry, form, sheet) if sheet else ()),
            _sheets(url, urls),
        ]
        yield Page(f"{url}index.md", page(front, parts))


def _document(publication: Publication, entry: Entry) -> Iterator[str]:
    reference = of_document(publication, entry)
    found = tuple(formats(reference))
    yield heading(2, say("citing.document"), "site-stuk")
    yield shown(found)
    links = (
        anchor(text(say("citing.file", name=one.name)), relative(entry.citing_url, _file(entry, one.id)), download=True)
        for one in found
        if one.code
    )
    yield tag("ul", "".join(tag("li", link) for link in links), class_="downloads")


def _paragraphs(publication: Publication, url: str, entry: Entry, form: Reference, blocks: list[Block]) -> Iterator[str]:
    yield heading(2, say("citing.paragraphs"), "site-alineas")
    yield tag("p", text(say("citing.paragraphs_how")))
    printed = {found.id: found for found in formats(form) if not found.code}
    rows = "".join(_paragraph(publication, url, entry, block, printed) for block in blocks)
    yield tag("ol", rows, class_="citeerlijst", role="list")


def _paragraph(publication: Publication, url: str, entry: Entry, block: Block, forms: dict[str, Format]) -> str:
    """One paragraph: its place as a link to it, its first words, and how it is cited."""
    place, target = entry.pinpoints[block.id].words, entry.block_urls[block.id]
    link = anchor(text(place), relative(url, target))
    words = tag("span", text(_first_words(block)), class_="citeerlijst__begin")
    holes = {PLACE_HOLE: text(place), URL_HOLE: text(publication.absolute(target))}
    lines = "".join(_line(form, holes) for form in forms.values())
    return tag("li", tag("p", f"{link} {words}") + lines, id=block.id)


def _line(form: Format, holes: dict[str, str]) -> str:
    """A form with its holes filled in."""
    words = "".join(tag("i", text(words)) if italic else text(words) for words, italic in form.words)
    for hole, filling in holes.items():
        words = words.replace(hole, filling)
    return tag("p", tag("b", text(f"{form.name} {form.use}")) + ": " + tag("span", words))


def _first_words(block: Block) -> str:
    words = shorten(block.text).split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def _sheets(url: str, urls: list[str]) -> str:
    """The ways to the other pages of a long document."""
    if len(urls) == 1:
        return ""
    links = ", ".join(tag("b", str(nth)) if other == url else anchor(str(nth), relative(url, other)) for nth, other in enumerate(urls, 1))
    return tag("p", fill(template("citing.sheets"), links=links))
