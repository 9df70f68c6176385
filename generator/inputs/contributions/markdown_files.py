"""Reads what contributors write: Markdown files with front matter; what could harm a reader is refused by line, not dropped.

Guarantee: the HTML of a `Contribution` holds only the elements of `_ELEMENTS`, on one line, and no address but of the web,
of mail, or of another file in the same folder. markdown-it finds what is refused; nh3 cleans what is left, as a last belt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, TypeAlias

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.inputs import changes
from generator.inputs.sources import LARGEST_WRITTEN, read_text
from generator.inputs.suggestions import did_you_mean
from generator.inputs.yaml_lines import Located, flat, load, validate
from generator.language.sentences import sentence
from generator.language.slugs import refused_by_windows
from generator.model import Document, Evidence, FileChange, Outside, Problem, Severity, UnreadableError
from generator.words import say

SiblingUrl: TypeAlias = Callable[[str], str]
"""The way from the page of one file of a folder to the page of another, by its slug."""

_FRONT: Final = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_README: Final = "readme.md"

_RAW: Final = frozenset({"abbr", "br", "cite", "em", "i", "q", "small", "span", "strong", "sub", "sup"})
"""Elements that may be written as HTML: they say something about words, and do nothing."""

_RAW_ATTRIBUTES: Final = frozenset({"lang", "title"})
_MADE: Final = frozenset({"a", "blockquote", "code", "li", "ol", "p", "table", "tbody", "td", "th", "thead", "tr", "ul"})
"""Elements that Markdown makes."""

_ELEMENTS: Final = _RAW | _MADE
_ATTRIBUTES: Final = {"*": {"lang", "title"}, "a": {"href"}, "ol": {"start"}, "td": {"class"}, "th": {"class"}}
_ALIGNED: Final = {"text-align:left": "links", "text-align:center": "midden", "text-align:right": "rechts"}
"""The class of a cell by the style that markdown-it gives it: the Content Security Policy allows no style in a page."""

_WEB: Final = ("https://", "http://", "mailto:")
_SIBLING: Final = re.compile(r"\A(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")

_REFUSED: Final = {
    "image": (
        say("contributions_markdown_files.no_images"),
        say("contributions_markdown_files.remove_or_link_image"),
    ),
    "heading_open": (
        say("contributions_markdown_files.no_headings"),
        say("contributions_markdown_files.make_plain_paragraph"),
    ),
    "fence": (say("contributions_markdown_files.no_code_blocks"), say("contributions_markdown_files.write_plain_text")),
    "code_block": (
        say("contributions_markdown_files.indented_code"),
        say("contributions_markdown_files.remove_leading_spaces"),
    ),
    "hr": (say("contributions_markdown_files.no_rules"), say("contributions_markdown_files.remove_dashes")),
}

_HTML_FIRST: Final = (
    say("contributions_markdown_files.no_html_line"),
    say("contributions_markdown_files.begin_with_plain_words"),
)

_FOLDED: Final = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00ad": None, "ĳ": "ij", "Ĳ": "IJ",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contribution:
    """A file that satisfies its schema: its front matter with lines, its text as safe HTML, its first sentence as plain text."""

    path: str
    slug: str
    located: Located
    html: str
    summary: str

    @property
    def facts(self) -> dict[str, Any]:
        """What the front matter says, by key."""
        return dict(flat(self.located.data))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The quotations of the front matter, each with the line it starts on."""
        return tuple(
            Evidence(item["document"], item.get("paragraph", ""), item["quote"], self.located.line(("evidence", index)))
            for index, item in enumerate(self.facts.get("evidence", ()))
        )

    @property
    def sources(self) -> tuple[Outside, ...]:
        """Where what is not in the documents can be checked."""
        return tuple(Outside(item["title"], item.get("url")) for item in self.facts.get("sources", ()))

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """When it was added and changed, as far as its author says."""
        return changes.written(self.facts, self.path)


def read_folder(
    folder: Path, rules: Mapping[str, Any], sibling_url: SiblingUrl | None = None
) -> tuple[tuple[Contribution, ...], tuple[Problem, ...]]:
    """The Markdown files of a folder in order of name; one with a mistake is reported and left out."""
    found: list[Contribution] = []
    problems: list[Problem] = []
    for path in contributed(folder):
        contribution, wrong = read_file(path, rules, sibling_url)
        problems += wrong
        if contribution:
            found.append(contribution)
    return tuple(found), tuple(problems)


def read_sound(
    folder: Path, rules: Mapping[str, Any], wrong: Callable[[Contribution], Iterable[Problem]], sibling_url: SiblingUrl | None = None
) -> tuple[tuple[Contribution, ...], tuple[Problem, ...]]:
    """As `read_folder`, without the files in which `wrong` finds problems that the schema cannot find."""
    found, problems = read_folder(folder, rules, sibling_url)
    told = [(item, tuple(wrong(item))) for item in found]
    return tuple(item for item, own in told if not own), (*problems, *(problem for _, own in told for problem in own))


def contributed(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that contributors wrote, by name; none where there is no folder."""
    if not folder.is_dir():
        return ()
    names = (path for path in folder.iterdir() if path.suffix == ".md" and not path.name.startswith("."))
    return tuple(sorted(path for path in names if path.name.lower() != _README))


def read_file(
    path: Path, rules: Mapping[str, Any], sibling_url: SiblingUrl | None = None
) -> tuple[Contribution | None, tuple[Problem, ...]]:
    """One file; None and what is wrong where it has a mistake."""
    name = path.as_posix()
    if not _SLUG.fullmatch(path.stem) or refused_by_windows(path.stem):
        remedy = say("contributions_markdown_files.name_of_small_letters")
        if refused_by_windows(path.stem):
            remedy = say("contributions_markdown_files.reserved_by_windows")
        return None, (Problem(name, None, say("contributions_markdown_files.not_a_file_name", stem=repr(path.stem)), remedy),)
    try:
        text = read_text(path, LARGEST_WRITTEN)[1]
    except UnreadableError as error:
        return None, (replace(error.problem, severity=Severity.ERROR),)
    located, body, first_line, problems = split(text, name)
    if not problems:
        problems = (*validate(located, rules, name), *changes.check(located, name))
    tokens = _parser().parse(body)
    problems = (*problems, *_refusals(tokens, name, first_line, sibling_url, path.parent))
    if problems:
        return None, problems
    return Contribution(name, path.stem, located, _html(tokens, sibling_url), _summary(tokens)), ()


@lru_cache(maxsize=4096)
def split(text: str, path: str) -> tuple[Located, str, int, tuple[Problem, ...]]:
    """Front matter, body, the line on which the body starts, and what is wrong with the front matter.

    Remembered, because all files are read again whenever one of them is saved.
    """
    match = _FRONT.match(text)
    if not match:
        remedy = say("contributions_markdown_files.begin_with_data")
        return Located(None), "", 1, (Problem(path, 1, say("contributions_markdown_files.data_missing"), remedy),)
    located, problems = load(match["yaml"], path, first_line=2)
    if located.data is None and not problems:
        problems = (
            Problem(
                path,
                1,
                say("contributions_markdown_files.data_empty"),
                say("contributions_markdown_files.fill_in_data"),
            ),
        )
    return located, text[match.end() :], text.count("\n", 0, match.end()) + 1, problems


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Left to itself, markdown-it shows a link to javascript: as plain text; here it must become a message.
    parser.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]
    return parser


def _refusals(tokens: Iterable[Token], path: str, first: int, sibling_url: SiblingUrl | None, folder: Path) -> Iterator[Problem]:
    """What these files may not hold, with the line it stands on."""
    for token in tokens:
        line = first + (token.map[0] if token.map else 0)
        if token.type == "html_block":
            yield from tuple(_raw_refusals(token.content, path, line)) or (Problem(path, line, *_HTML_FIRST),)
        elif token.type in _REFUSED:
            yield Problem(path, line, *_REFUSED[token.type])
        for child in token.children or ():
            if child.type == "image":
                yield Problem(path, line, *_REFUSED["image"])
            elif child.type == "html_inline":
                yield from _raw_refusals(child.content, path, line)
            elif child.type == "link_open":
                yield from _link_refusals(str(child.attrGet("href")), path, line, sibling_url, folder)
            line += child.type in {"softbreak", "hardbreak"} or child.content.count("\n")


def _link_refusals(url: str, path: str, line: int, sibling_url: SiblingUrl | None, folder: Path) -> Iterator[Problem]:
    sibling = _SIBLING.fullmatch(url)
    if sibling and sibling_url:
        if not (folder / url).is_file():
            yield Problem(
                path,
                line,
                say("contributions_markdown_files.dead_link", url=url),
                say("contributions_markdown_files.name_file_in_folder"),
            )
    elif not url.lower().startswith(_WEB):
        remedy = "koppel naar een adres met https://" + (say("contributions_markdown_files.or_to_sibling") if sibling_url else "")
        yield Problem(path, line, say("contributions_markdown_files.link_not_allowed", url=repr(url[:60])), remedy)


def _raw_refusals(html: str, path: str, line: int) -> Iterator[Problem]:
    tags = _Tags()
    tags.feed(html)
    tags.close()
    for offset, what in tags.refused:
        remedy = say("contributions_markdown_files.write_as_markdown", elements=", ".join(sorted(_RAW)))
        yield Problem(path, line + offset, say("contributions_markdown_files.not_allowed_here", what=what), remedy)


class _Tags(HTMLParser):
    """Collects what raw HTML holds beyond the allow-list, with the line it is on, counted from 0."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: list[tuple[int, str]] = []

    def _refuse(self, what: str) -> None:
        self.refused.append((self.getpos()[0] - 1, what))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Refuse elements and attributes that are not on the list."""
        if tag not in _RAW:
            self._refuse(f"<{tag}>")
        for name, _ in attrs:
            if name not in _RAW_ATTRIBUTES:
                self._refuse(say("contributions_markdown_files.attribute_in", attribute=repr(name), tag=tag))

    def handle_endtag(self, tag: str) -> None:
        """Refuse the end of an element that is not on the list."""
        if tag not in _RAW:
            self._refuse(f"</{tag}>")

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the parser calls it with what the comment says
        """Refuse a comment."""
        self._refuse(say("contributions_markdown_files.a_comment"))

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration."""
        self._refuse(f"<!{decl[:20]}>")

    def unknown_decl(self, data: str) -> None:
        """Refuse a marked section."""
        self._refuse(f"<![{data[:20]}")

    def handle_pi(self, data: str) -> None:
        """Refuse a processing instruction."""
        self._refuse(f"<?{data[:20]}")


def _html(tokens: list[Token], sibling_url: SiblingUrl | None) -> str:
    for token in tokens:
        if style := token.attrs.pop("style", None):
            token.attrSet("class", _ALIGNED[str(style)])
        for child in token.children or ():
            sibling = _SIBLING.fullmatch(str(child.attrGet("href"))) if child.type == "link_open" else None
            if sibling and sibling_url:
                child.attrSet("href", sibling_url(sibling["slug"]))
    made = _parser().renderer.render(tokens, _parser().options, {})
    safe = nh3.clean(
        made,
        tags=set(_ELEMENTS),
        attributes={element: set(names) for element, names in _ATTRIBUTES.items()},
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )
    return " ".join(safe.split())


def _summary(tokens: Iterable[Token]) -> str:
    """The first sentence of the first paragraph, as plain text."""
    for token in tokens:
        if token.type == "inline":
            text = " ".join("".join(_plain(child) for child in token.children or ()).split())
            return text[slice(*sentence(text, 0, 1))] if text else ""
    return ""


def _plain(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""


def plain_typography(text: str) -> str:
    """A text as quotations are compared: white space, quotation marks and dashes in one form each."""
    return " ".join(text.translate(_FOLDED).split())


def places(document: Document, quote: str) -> tuple[str, ...]:
    """The ids of the paragraphs and footnotes of a document in which a quotation stands."""
    wanted = plain_typography(quote)
    return tuple(part.anchor for part in document.parts if wanted and wanted in plain_typography(part.text))


def check_siblings(item: Contribution, names: Collection[str], what: str) -> Iterator[Problem]:
    """A problem for each name under `see_also` that is not another file of the folder; `what` is what a file of it describes, in words."""
    for place, name in enumerate(item.facts.get("see_also", ())):
        line = item.located.line(("see_also", place))
        if name == item.slug:
            remedy = say("contributions_markdown_files.remove_name", name=repr(name))
            yield Problem(item.path, line, say("contributions_markdown_files.see_also_itself", what=what), remedy)
        elif name not in names:
            remedy = did_you_mean(name, names, say("contributions_markdown_files.name_a_file"))
            yield Problem(item.path, line, say("contributions_markdown_files.see_also_unknown", what=what, name=repr(name)), remedy)


def one_of(names: Iterable[str]) -> str:
    """The remedy that lists all names that can be chosen."""
    return say("contributions_markdown_files.choose_from", choices=", ".join(sorted(names)))


def check_evidence(path: str, evidence: Iterable[Evidence], documents: Iterable[Document]) -> Iterator[Problem]:
    """Quotations that do not stand where a contributor says, each with what to do about it."""
    by_id = {document.meta.id: document for document in documents}
    for item in evidence:
        document = by_id.get(item.document)
        if document is None:
            remedy = did_you_mean(item.document, by_id, one_of(by_id))
            yield Problem(path, item.line, say("contributions_markdown_files.document_unknown", document=repr(item.document)), remedy)
        elif not (part := document.part(item.paragraph)) or plain_typography(item.quote) not in plain_typography(part.text):
            yield _misplaced(path, item, document)


def _misplaced(path: str, item: Evidence, document: Document) -> Problem:
    found = places(document, item.quote)
    said = say("contributions_markdown_files.the_quote", quote=repr(_short(item.quote)))
    wrong = (
        say("contributions_markdown_files.quote_not_in_paragraph", said=said, paragraph=repr(item.paragraph), document=item.document)
        if item.paragraph
        else say("contributions_markdown_files.quote_lacks_paragraph", said=said)
    )
    if len(found) == 1:
        return Problem(path, item.line, wrong, say("contributions_markdown_files.set_paragraph", found=found[0]))
    if found:
        return Problem(path, item.line, wrong, say("contributions_markdown_files.choose_paragraph", paragraphs=", ".join(found)))
    return Problem(
        path,
        item.line,
        say("contributions_markdown_files.quote_not_in_document", said=said, document=item.document),
        say("contributions_markdown_files.copy_words_from_site"),
    )


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:49] + "…"  # noqa: PLR2004 - enough to know a quotation by
