"""The original text, with line numbers or page by page, so that a reader can compare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.addresses import relative
from generator.dossier.findings import Findings
from generator.dossier.index import Entry
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.parts.frame import meta
from generator.words import say

_LINE = re.compile(r"([^\n\r]*)(\r\n|\n|\r|\Z)")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def pages(findings: Findings) -> Iterator[Page]:
    """One page a document, every line or every page with an anchor; and the seed itself, byte for byte."""
    for entry in findings.site.entries:
        source = entry.document.source
        title = say("source.title")
        front = meta(entry, entry.source_url, title, zoeken=False)
        paged = source.format == "pdf"
        how = "pages" if paged else "lines" if source.format in {"text", "markdown"} else "elements"
        label = say("source.download_pdf" if paged else "source.download")
        download = anchor(label, relative(entry.source_url, entry.text_path), download=True)
        intro = tag("p", text(say(f"source.as_{how}")) + " " + download)
        body = _pages(entry) if paged else [_listing("\n".join(_line(number, line) for number, line in enumerate(_lines(source.text), 1)))]
        yield Page(f"{entry.source_url}index.md", page(front, [heading(1, title), intro, *body]))
        yield Page(entry.text_path, source.seed.raw)


def _lines(source: str) -> list[str]:
    found = [match.group(1) for match in _LINE.finditer(source)]
    while found and not found[-1]:
        found.pop()
    return found


def _line(number: int, line: str) -> str:
    """A line with its number."""
    return tag("span", anchor(str(number), f"#r{number}") + tag("span", _shown(line)), class_="regel", id=f"r{number}")


def _shown(line: str) -> str:
    """A line as HTML; characters that HTML forbids show as the replacement character."""
    return text(_CONTROLS.sub("\ufffd", line.replace("\f", "␌").replace("\t", "    "))) or "&#8203;"


def _listing(lines: str, more: str = "") -> str:
    return tag("div", f"\n{lines}\n", class_=f"brontekst{more}", translate="no")


def _pages(entry: Entry) -> Iterator[str]:
    """Each page of a PDF: its number with an anchor, the way to that page of the file, and its rows."""
    for number, rows in enumerate(entry.document.source.text.split("\f"), 1):
        yield heading(2, say("source.page", number=number), f"pagina-{number}")
        original = anchor(text(say("source.open_page", number=number)), relative(entry.source_url, entry.original_page(number)))
        yield tag("p", original, class_="bronpagina")
        lines = _lines(rows)
        if lines:
            yield _listing("\n".join(tag("span", _shown(line), class_="regel") for line in lines), " brontekst--blad")
        else:
            yield tag("p", text(say("source.empty_page")), class_="afgeleid")
