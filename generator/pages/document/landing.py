"""A document's own page: what it is, where it comes from, what is in it, how to cite and download it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.dossier.addresses import QUALITY, relative
from generator.dossier.chapters import Chapter
from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Site
from generator.language import dutch
from generator.model import Block, Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.citing.cite_formats import formats, shown
from generator.pages.citing.cited import in_head, of_document
from generator.pages.lists.documents import machine_date
from generator.pages.lists.references import document_parts
from generator.pages.parts.frame import linked_data, meta, on_paper
from generator.words import say

_CELEX_URL: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:"
"""EUR-Lex's own form for a link by CELEX number (EUR-Lex help, "Linking to documents")."""

_ELI: Final = "http://data.europa.eu/eli/"
"""Where identifiers of the European legislation lead (Council conclusions 2017/C 441/05); anything else is no link."""

_STATED: Final = frozenset({"oj", "eli"})
_WORDS_A_MINUTE: Final = 200
"""Words that people read in a minute: grown readers of prose do 238 (Brysbaert 2019), and these texts are harder than most."""

_SECTION: Final = 2
"""The level of the headings below a chapter that the table of contents shows."""

_ORIGINS: Final = {"source": say("landing.from_the_text"), "editorial": say("landing.not_from_the_text")}


def pages(findings: Findings) -> Iterator[Page]:
    """One page a document."""
    site = findings.site
    acts = findings.acts
    for entry in site.entries:
        facts = entry.document.meta
        pdf = on_paper(site, entry.url, entry.pdf_path)
        front = meta(entry, entry.url, facts.short_title, jsonld=linked_data(entry), pdf=pdf, citatie=in_head(site, entry, entry.url))
        parts = [
            heading(1, facts.short_title),
            tag("p", text(facts.title), class_="volledige-titel") if facts.title != facts.short_title else "",
            _facts(entry),
            _actions(entry),
            heading(2, say("landing.contents")),
            _contents(entry),
            *document_parts(acts, entry),
            heading(2, say("landing.cite")),
            _citation(site, entry),
            heading(2, say("landing.download")),
            _downloads(site, entry),
            heading(2, say("landing.reading_errors_title"), "gebreken"),
            _defects(entry),
        ]
        yield Page(f"{entry.url}index.md", page(front, parts))


def _facts(entry: Entry) -> str:
    """The facts as a list of names and values, each with its origin."""
    facts = entry.document.meta
    origins = dict(facts.provenance)
    when = tag("time", text(dutch.date(facts.date)), datetime=machine_date(facts.date)) if facts.date else ""
    celex = anchor(text(facts.celex), f"{_CELEX_URL}{facts.celex}") if facts.celex else ""
    rows = [
        (say("landing.kind"), text(facts.kind or ""), "kind"),
        (say("landing.by"), text(facts.institution or ""), "institution"),
        (say("landing.date"), when, "date"),
        (say("landing.number"), _number(entry), "number"),
        ("CELEX", celex, "celex"),
        *_stated(entry),
        (say("landing.length"), text(_length(entry)), ""),
    ]
    listed = "".join(_fact(name, value, origins.get(key, "source" if key in _STATED else None)) for name, value, key in rows if value)
    return tag("dl", listed, class_="feiten")


def _stated(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """What the file states about itself that no description has: where it stands in the Official Journal, and its ELI."""
    stated = dict(entry.document.source.facts)
    yield say("landing.journal"), text(stated.get("oj", "")), "oj"
    eli = stated.get("eli", "")
    yield "ELI", anchor(text(eli), eli) if eli.startswith(_ELI) else text(eli), "eli"


def _fact(name: str, value: str, origin: str | None) -> str:
    said = tag("span", _ORIGINS[origin], class_=f"herkomst {origin}") if origin else ""
    return tag("div", tag("dt", text(name)) + tag("dd", f"{value} {said}".strip()))


def _number(entry: Entry) -> str:
    facts = entry.document.meta
    if not facts.number:
        return ""
    return anchor(text(facts.number), facts.web) if facts.web else text(facts.number)


def _length(entry: Entry) -> str:
    document = entry.document
    words = sum(len(block.text.split()) for block in document.blocks)
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    paragraphs = sum(block.type in {"paragraph", "list_item", "quote"} for block in document.blocks)
    return ", ".join(
        [
            say("landing.reading_time", words=dutch.number(words), minutes=dutch.count(minutes, "minuut", "minuten")),
            dutch.count(paragraphs, "alinea", "alinea's"),
            dutch.count(len(document.notes), "voetnoot", "voetnoten"),
        ]
    )


def _actions(entry: Entry) -> str:
    first = entry.chapters[0].url if entry.chapters else entry.whole_url
    ways = [
        anchor(say("landing.start_reading"), relative(entry.url, first), class_="knop knop--eerst"),
        anchor(say("landing.on_one_page"), relative(entry.url, entry.whole_url), class_="knop"),
        anchor(say("landing.source_text"), relative(entry.url, entry.source_url), class_="knop"),
    ]
    return tag("p", " ".join(ways), class_="knoppen")


def _contents(entry: Entry) -> str:
    return tag("ol", "".join(_chapter(entry, chapter) for chapter in entry.chapters), class_="inhoud")


def _chapter(entry: Entry, chapter: Chapter) -> str:
    heads = [block for block in chapter.blocks if block.type == "heading" and block is not chapter.heading and block.level == _SECTION]
    inner = "".join(tag("li", _section(entry, block)) for block in heads)
    title = anchor(text(chapter.title), relative(entry.url, chapter.url))
    return tag("li", title + (tag("ol", inner) if inner else ""))


def _section(entry: Entry, block: Block) -> str:
    return anchor(text(entry.title_of(block)), relative(entry.url, entry.block_urls[block.id]))


def _citation(site: Site, entry: Entry) -> str:
    """The two styles, and the way to all formats and to every paragraph."""
    styles = (found for found in formats(of_document(site.publication, entry)) if not found.code)
    more = tag("p", anchor(text(say("landing.all_formats")), relative(entry.url, entry.citing_url)))
    return shown(styles) + more


def _downloads(site: Site, entry: Entry) -> str:
    name = entry.document.meta.id
    paper = [(say("paper.download"), entry.pdf_path, f"{name}.pdf")] if site.publication.paper else []
    rows = (
        *paper,
        (say("landing.original_text"), entry.text_path, f"{name}.txt"),
        (say("landing.data_json"), entry.json_path, f"{name}.json"),
        (say("landing.markdown"), entry.markdown_path, f"{name}.md"),
    )
    links = (tag("li", anchor(label, relative(entry.url, path), download=file)) for label, path, file in rows)
    return tag("ul", "".join(links), class_="downloads")


def _defects(entry: Entry) -> str:
    number = len(entry.document.defects)
    if not number:
        return tag("p", say("landing.no_reading_errors"))
    where = relative(entry.url, f"{QUALITY}#van-{entry.document.meta.id}")
    way = anchor(say("landing.show_them"), where)
    return tag(
        "p",
        text(say("landing.reading_errors_found", are="is" if number == 1 else "zijn", errors=say("landing.reading_errors", count=number)))
        + way
        + ".",
    )
