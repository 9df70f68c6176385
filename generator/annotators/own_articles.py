"""A legal text's references to its own articles: "artikel 6, lid 1", "Article 3(5)"; never those to the articles of another act.

Only a text that has articles can mean its own. What follows the number decides: "van deze verordening" says so, "van Richtlijn …" or the
name of a treaty says the opposite. Preambles cite treaties, and what changes another act speaks of that act's articles: both are left out,
unless the text itself says that it means its own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final

from generator.citations.grammar import citations
from generator.citations.rules import Setting
from generator.language import tables
from generator.language.matching import alternatives
from generator.language.sentences import sentence
from generator.model import Annotator, Block, Document, Mention, Part

_TITLE: Final = re.compile(
    r"(?:artikel|article|art[íi]culo|articolo|artigo)\s+(?P<number>\d{1,4}(?:[a-z]\b|\s(?:bis|ter|quater|quinquies|sexies|septies)\b|\b))",
    re.IGNORECASE,
)
_LEADING_ON: Final = r"\s[A-Z][A-Za-z]{1,4}\b|,?\s(?:\(?[A-ZÀ-Þ]{3,8}\b|(?:van|of|de|des|du|der|bij|to|daarvan|thereof|davon|hiervan)\b)"
"""The short name of a law ("Vw 2000"), the acronym of a treaty, or a word that leads to another act."""

_SUFFIX: Final = "bis|ter|quater|quinquies|sexies|septies"
"""What is added to the number of an article that was inserted later."""

_PREAMBLE: Final = frozenset({"citation", "recital"})
_ACTS: Final = frozenset({"directive", "regulation", "decision", "treaty"})
"""Kinds of references to what has articles of its own."""

_AFTER: Final = 60
"""Characters behind a reference in which the act it belongs to is named: "van Verordening (EU) nr. 604/2013 van het Europees Parlement".
Half of it and twice as much do as well in our documents."""


_BACK: Final = 600
"""Characters before an article in which a semicolon does not end what is said of an act; few sentences are longer."""


@cache
def _words(role: str) -> str:
    return alternatives(row["word"] for row in tables.rows("cross_references") if row["role"] == role)


@cache
def _pattern() -> re.Pattern[str]:
    """A provision with one number or two, and the subdivisions behind each."""
    part = rf"(?:\s?\(\w{{1,4}}\)|,?\s(?:{_words('subdivision')})\s\(?\w{{1,4}}\)?)"
    return re.compile(
        rf"""
        \b(?:{_words("provision")})\s(?P<number>\d{{1,4}}(?:[a-z]\b|\s(?:{_SUFFIX})\b)?)
        (?P<parts>{part}{{0,3}})
        (?:(?P<more>(?:,\s\d{{1,4}}(?!\w)){{0,20}})\s(?:en|and|et|und|tot\sen\smet|to|of|or)\s(?P<second>\d{{1,4}})(?!\w)(?:{part}){{0,3}})?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _between() -> str:
    """Further subdivisions behind a reference: ", eerste alinea"."""
    return rf"(?:,?\s(?:[\w-]{{2,12}}\s)?(?:{_words('subdivision')})(?:\s\(?\w{{1,4}}\)?)?){{0,3}}"


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf"{_between()},?\s(?:{_words('own')})\b", re.IGNORECASE)


@cache
def _of_another() -> re.Pattern[str]:
    """What names another act behind a reference, with more subdivisions between: ", eerste alinea, van Richtlijn …"."""
    return re.compile(rf"{_between()}(?:{_LEADING_ON})")


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(_words("changed"), re.IGNORECASE)


_NUMBER: Final = re.compile(r"\d{1,4}")
_PARAGRAPH: Final = re.compile(r"(?:\s?\(|,?\s(?:lid|paragraph|paragraphe|Absatz)\s)(?P<number>\d{1,3})\b", re.IGNORECASE)


def own_article_finder(document: Document) -> Annotator:
    """An annotator that finds the references of a legal text to its own articles and their paragraphs."""
    articles, changing = _articles(document), _changing(document)
    ids = {block.id for block in document.blocks}

    def find(part: Part) -> Iterator[Mention]:
        if not articles or part.type in {"heading", "front_matter"} or part.anchor in changing:
            return
        for match in _pattern().finditer(part.text):
            if _is_own(part, match):
                yield from _mentions(match, articles, ids)

    return find


def _is_own(part: Part, match: re.Match[str]) -> bool:
    """Whether an article is one of the text itself: said so, or outside the preamble and notes, and nothing behind it names another act."""
    after = part.text[match.end() : match.end() + _AFTER]
    if _own().match(after):
        return True
    elsewhere = getattr(part, "role", "") in _PREAMBLE or part.type == "note"
    another = elsewhere or _of_another().match(after) or _changed().search(after)
    return not (another or _names_act(part.text, match.start()))


def _names_act(text: str, start: int) -> bool:
    """Whether the sentence names an act before an article, which is then that act's: "Richtlijn … bepaalt in artikel 6"."""
    first, _ = sentence(text, start, start + 1)
    while text[first - 2 : first] == "; " and start - first < _BACK:
        first, _ = sentence(text, first - 2, first - 1)
    return any(citation.kind in _ACTS for citation in citations(text[first:start], Setting()))


def _mentions(match: re.Match[str], articles: Mapping[str, str], ids: Container[str]) -> Iterator[Mention]:
    """The article, or its paragraph where the text has that, and the second article of a pair."""
    target = articles.get(_plain(match["number"]))
    if target:
        paragraph = _PARAGRAPH.match(match["parts"] or "")
        exact = f"{target}-{paragraph['number']}" if paragraph else ""
        end = match.end("parts") if match["parts"] else match.end("number")
        yield Mention("section", exact if exact in ids else target, match.start(), end - match.start())
    for number in _NUMBER.finditer(match.string, *(match.span("more"))):
        yield from _further(number.group(), number.start(), articles)
    if match["second"]:
        yield from _further(match["second"], match.start("second"), articles)


def _further(number: str, start: int, articles: Mapping[str, str]) -> Iterator[Mention]:
    """An article by its number alone, behind the first."""
    target = articles.get(number)
    if target:
        yield Mention("section", target, start, len(number))


def _plain(number: str) -> str:
    return "".join(number.split()).lower()


def _articles(document: Document) -> dict[str, str]:
    """The ids of the headings of articles, by their numbers; the first of a number has it."""
    found: dict[str, str] = {}
    for block in document.blocks:
        match = _TITLE.match(f"{block.label} {block.text}".strip()) if block.type == "heading" and block.role == "article" else None
        if match:
            found.setdefault(_plain(match["number"]), block.id)
    return found


def _changing(document: Document) -> frozenset[str]:
    """The ids of blocks in articles that change another act, and of words that are quoted for it."""
    articles: list[list[Block]] = [[]]
    for block in document.blocks:
        if block.type == "heading" and block.role == "article":
            articles.append([])
        articles[-1].append(block)
    changing = (article for article in articles[1:] if any(_changed().search(block.text) for block in article))
    quoted = (block for block in document.blocks if block.role == "amendment")
    return frozenset(block.id for block in chain(chain.from_iterable(changing), quoted))
