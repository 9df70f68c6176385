"""The original text with line numbers, so that a reader can compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from generator.dossier.findings import Findings
from generator.dossier.index import Entry, relative
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.frame import meta

_AS_LINES = "De tekst zoals hij is aangeleverd, regel voor regel. "
_AS_ELEMENTS = "De tekst zoals hij in het bestand staat, alinea voor alinea. "
_LINE = re.compile(r"([^\n\r]*)(\r\n|\n|\r|\Z)")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def pages(findings: Findings) -> Iterator[Page]:
    """One page a document, every line with an anchor; and the seed itself, byte for byte."""
    site = findings.site
    for entry in site.entries:
        front = meta(entry, entry.source_url, "Brontekst", zoeken=False)
        download = anchor("Download de tekst", relative(entry.source_url, entry.text_path), download=True)
        told = _AS_LINES if entry.document.source.format in {"text", "markdown"} else _AS_ELEMENTS
        intro = tag("p", text(told) + download)
        lines = "\n".join(_line(number, line) for number, line in enumerate(_lines(entry), 1))
        yield Page(f"{entry.source_url}index.md", page(front, [heading(1, "Brontekst"), intro, _listing(lines)]))
        yield Page(entry.text_path, entry.document.source.seed.raw)


def _lines(entry: Entry) -> list[str]:
    found = [match.group(1) for match in _LINE.finditer(entry.document.source.text)]
    while found and not found[-1]:
        found.pop()
    return found


def _line(number: int, line: str) -> str:
    """A line with its number; characters that HTML forbids show as the replacement character."""
    shown = escape(_CONTROLS.sub("\ufffd", line.replace("\f", "␌").replace("\t", "    ")), quote=False)
    return f'<span class="regel" id="r{number}"><a href="#r{number}">{number}</a><span>{shown or "&#8203;"}</span></span>'


def _listing(lines: str) -> str:
    return f'<div class="brontekst" translate="no">\n{lines}\n</div>'
