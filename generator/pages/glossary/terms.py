"""The glossary from A to Z; and, last, the acronyms that nobody has described yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from generator.dossier.addresses import TERMS, TERMS_TABLE, WHOLE_NAME, relative, term_url
from generator.dossier.findings import Findings
from generator.dossier.index import Occurrence, Site, contribution_path
from generator.dossier.unwritten import undescribed
from generator.kinds import TERM_KINDS
from generator.language import dutch
from generator.language.slugs import slug
from generator.model import Page, Term
from generator.output.markdown import anchor, heading, page, tag, text, void
from generator.pages.parts.downloads import downloads, table_links
from generator.words import say

_DIGITS: Final = "0–9"


def pages(findings: Findings) -> Iterator[Page]:
    """The index of all entries."""
    site = findings.site
    terms = site.knowledge.terms
    front = {
        "title": say("terms.title"),
        "description": say("terms.description"),
        "edit_path": False,
        # The row of letters leads to the same places.
        "zijbalk": False,
        "onbeschreven": list(_open(site)),
    }
    groups = _groups(terms)
    lists = [_letters(groups), _tools(terms), *_lists(site, groups), _downloads()] if terms else []
    yield Page(f"{TERMS}index.md", page(front, [heading(1, say("terms.title")), _intro(terms), *lists]))


def _intro(terms: tuple[Term, ...]) -> str:
    if not terms:
        return tag("p", say("terms.nothing"))
    said = say("terms.intro", terms=dutch.count(len(terms), "begrip", "begrippen"))
    return tag("p", text(say("terms.intro_links", said=said)))


def _downloads() -> str:
    return downloads(TERMS, (*table_links(TERMS_TABLE), ("data/terms.json", say("downloads.json"))), say("terms.download_all"))


def _groups(terms: tuple[Term, ...]) -> list[tuple[str, list[Term]]]:
    ordered = sorted(terms, key=sort_key)
    return [(letter, list(group)) for letter, group in groupby(ordered, key=_letter)]


def sort_key(term: Term) -> tuple[str, str]:
    """The order of a Dutch dictionary: accents, case and marks aside."""
    return " ".join(slug(term.term, WHOLE_NAME).split("-")), term.id


def _letter(term: Term) -> str:
    first = unicodedata.normalize("NFKD", sort_key(term)[0])[:1].upper()
    return first if first.isalpha() else _DIGITS


def _letters(groups: list[tuple[str, list[Term]]]) -> str:
    links = (
        tag("li", anchor(letter, f"#{_letter_id(letter)}", aria_label=say("terms.terms_with_letter", letter=letter)))
        for letter, _ in groups
    )
    return tag("nav", tag("ul", "".join(links)), class_="letters", aria_label=say("terms.by_first_letter"))


def _letter_id(letter: str) -> str:
    return "cijfers" if letter == _DIGITS else f"letter-{letter.lower()}"


def _tools(terms: tuple[Term, ...]) -> str:
    """The filter; without a script the list is whole, and these stay away."""
    kinds = [kind for kind in TERM_KINDS if any(term.kind == kind for term in terms)]
    every = tag("option", say("terms.all_kinds"), value="")
    options = every + "".join(tag("option", text(f"{TERM_KINDS[kind]} ({_number(terms, kind)})"), value=kind) for kind in kinds)
    field = tag("label", say("terms.search") + void("input", type="search", id="begrippen-woorden", autocomplete="off"))
    choice = tag("label", say("terms.kind") + tag("select", options, id="begrippen-soort"))
    said = tag("p", "", id="begrippen-aantal", role="status", class_="aantal")
    return tag("form", field + choice + said, class_="filter alleen-js", role="search", aria_label=say("terms.filter"))


def _number(terms: tuple[Term, ...], kind: str) -> int:
    return sum(term.kind == kind for term in terms)


def _lists(site: Site, groups: list[tuple[str, list[Term]]]) -> Iterator[str]:
    found = site.of("term")
    for letter, terms in groups:
        yield heading(2, letter, _letter_id(letter))
        yield tag("ul", "".join(_item(term, found.get(term.id, ())) for term in terms), class_="begrippen", role="list")


def _item(term: Term, occurrences: tuple[Occurrence, ...]) -> str:
    name = anchor(text(term.term), relative(TERMS, term_url(term.id)), class_="begrippen__naam")
    meanings = "; ".join(sense.expansion for sense in term.senses if sense.expansion != term.term)
    full = tag("span", text(meanings), class_="begrippen__voluit") if meanings else ""
    facts = f"{TERM_KINDS[term.kind]} · {times_and_documents(occurrences)}"
    return tag("li", f"{name} {full} {tag('span', text(facts), class_='begrippen__feiten')}", data_soort=term.kind)


def times_and_documents(occurrences: tuple[Occurrence, ...]) -> str:
    """How often something is mentioned, and in how many documents, in words."""
    if not occurrences:
        return say("terms.not_in_documents")
    documents = len({occurrence.entry.document.meta.id for occurrence in occurrences})
    many = dutch.count(len(occurrences), "vermelding", "vermeldingen")
    return f"{many} in {say('kinds.documents', count=documents)}"


def _open(site: Site) -> Iterator[dict[str, Any]]:
    """What the theme needs for a button that opens a new entry on the repository's host."""
    documents = tuple(entry.document for entry in site.entries)
    for item in undescribed(documents):
        yield {
            "term": item.word,
            "vermeldingen": dutch.count(item.count, "vermelding", "vermeldingen"),
            "bestand": contribution_path(site, "glossary", slug(item.word)),
            "inhoud": item.scaffold,
        }
