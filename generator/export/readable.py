"""Each page as clean Markdown beside it, for programs that read: without menus, tools and drawings, with whole addresses.

A file is called index.html.md.txt: index.html.md as llmstxt.org has it, and .txt since MkDocs would take what ends in .md for another page. With two
dots it cannot be the file of a document, whose id has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urljoin

from html_to_markdown import ConversionOptions, PreprocessingOptions, convert

from generator.dossier.addresses import relative
from generator.dossier.chapters import Chapter
from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Site
from generator.export.documents import blocks_markdown
from generator.language import dutch
from generator.model import Page, Publication, Recall, afresh
from generator.output.markdown import body_of, title_of, with_front_matter

FILE: Final = "index.html.md.txt"
HAND_WRITTEN: Final = "markdown/"
"""Where the pages of docs/ that people wrote stand as Markdown: their own folders are not the generator's to write in."""

_PAGE: Final = "index.md"
_LEFT_OUT: Final = (
    ".gereedschap", ".headerlink", ".alleen-voorlezen", ".citeren", ".kopieer", ".verwant", ".verplaatst", ".kaart__over", "svg", "button", "form",
)  # fmt: skip
"""What a page has for hands and eyes only."""

_LINK: Final = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^()\s]+)(?=\))")
"""The address of a link in Markdown that leads to another file of docs/."""


def readable(findings: Findings, pages: Iterable[Page], recall: Recall = afresh) -> Iterator[Page]:
    """The pages, each with where its Markdown is, and that Markdown; other files, and pages that only lead on, stay as they are."""
    site = findings.site
    texts = dict(_texts(site, recall))
    for page in pages:
        if not isinstance(page.content, str) or not page.path.endswith(_PAGE) or "\nverplaatst: " in page.content.partition("\n---\n")[0]:
            yield page
            continue
        url = page.path.removesuffix(_PAGE)
        path, text = texts.get(url) or (f"{url}{FILE}", recall(url, _markdown, site.publication, url, page.content))
        yield replace(page, content=with_front_matter(page.content, {"markdown": relative(url, path)}))
        if text:
            yield Page(path, text)


def by_hand(publication: Publication, files: Mapping[str, str]) -> Iterator[Page]:
    """The pages that people wrote, by their path below docs/, without the block at their head and with whole addresses."""
    for path, content in files.items():
        text = _LINK.sub(partial(_whole, publication, path), body_of(content).strip())
        yield Page(by_hand_path(path), f"{text}\n")


def by_hand_path(path: str) -> str:
    """Where the Markdown of a page that somebody wrote stands, by its path below docs/."""
    return f"{HAND_WRITTEN}{address(path).rstrip('/')}.md.txt"


def address(path: str) -> str:
    """The address of a page by its path below docs/, as MkDocs gives it: `over.md` is at `over/`."""
    whole = path.removesuffix(".md")
    return "" if whole == "index" else f"{whole.removesuffix('/index')}/"


def _whole(publication: Publication, base: str, link: re.Match[str]) -> str:
    return publication.absolute(_leads_to(base, link[1]))


def _leads_to(base: str, target: str) -> str:
    """Where a link in a file leads: the address of the page or file, from the root of the site."""
    path, mark, fragment = urljoin(f"/{base}", target).lstrip("/").partition("#")
    return (address(path) if PurePosixPath(path).suffix == ".md" else path) + mark + fragment


def _texts(site: Site, recall: Recall) -> Iterator[tuple[str, tuple[str, str]]]:
    """The pages of documents by address: where their Markdown is and what it says; nothing is said twice of what is a file already."""
    for entry in site.entries:
        yield entry.whole_url, (entry.markdown_path, "")
        yield entry.source_url, (entry.markdown_path, "")
        for chapter in entry.chapters:
            yield chapter.url, (f"{chapter.url}{FILE}", recall(chapter.url, _chapter, site.publication, entry, chapter))


def _chapter(publication: Publication, entry: Entry, chapter: Chapter) -> str:
    """A chapter with what it is from: the text of the document, and no links of ours in it."""
    facts = entry.document.meta
    about = (facts.institution, facts.number, dutch.date(facts.date) if facts.date else "")
    source = ", ".join([facts.title, *(fact for fact in about if fact)])
    text = blocks_markdown(chapter.blocks, chapter.notes).strip()
    title = "" if chapter.heading else f"# {chapter.title}\n\n"
    return f"> {source}\n> <{publication.absolute(chapter.url)}>\n\n{title}{text}\n"


def _markdown(publication: Publication, url: str, content: str) -> str:
    """A page in Markdown; its parts are HTML on one line, or headings."""
    options = _options(publication.absolute(url))
    parts = (_part(part.strip(), options) for part in body_of(content).split("\n\n"))
    text = "\n\n".join(part for part in parts if part)
    title = "" if text.startswith("# ") else f"# {title_of(content)}\n\n"
    return f"{title}{text}\n"


def _part(part: str, options: ConversionOptions) -> str:
    if part.startswith("<"):
        return str(convert(part, options).content or "").strip()
    words, opening, _ = part.rpartition(" {")
    # The name and class of a heading; braces of its own words are entities.
    return unescape(words if opening and part.startswith("#") and part.endswith("}") else part)


def _options(base: str) -> ConversionOptions:
    return ConversionOptions(
        exclude_selectors=list(_LEFT_OUT),
        base_url=base,
        extract_metadata=False,
        highlight_style="none",
        compact_tables=True,
        preprocessing=PreprocessingOptions(enabled=False),
    )
