"""A glossary entry's own page: what it stands for and is, what the documents say, every mention, what is near it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, Final

from babel import Locale

from generator.dossier.addresses import card_path, country_url, picture_path, relative, term_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.amounts import Amount
from generator.dossier.gathered.amounts import beside_mention as sums_near
from generator.dossier.index import Entry, Occurrence, Site
from generator.kinds import TERM_KINDS
from generator.language import countries, dutch
from generator.language.senses import sense_in
from generator.language.tables import rows
from generator.model import Evidence, MentionKind, Page, Sense, Term
from generator.output.markdown import anchor, description_list, heading, page, script_json, tag, text
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted, of_page
from generator.pages.glossary.terms import times_and_documents
from generator.pages.lists.amounts import amounts_table
from generator.pages.parts.chart import chart_title, mentions_chart
from generator.pages.parts.frame import outside_sources, shorten
from generator.pages.quotations.concordance import concordance
from generator.pages.quotations.meanings import full_name
from generator.words import say

_NEAR: Final = 12
"""Countries, or terms, that a page names as met in the same paragraphs: the most frequent ones."""


def pages(findings: Findings) -> Iterator[Page]:
    """A page and a card for each entry."""
    site = findings.site
    found = site.of("term")
    together = _together(site)
    sums = findings.amounts
    for term in site.knowledge.terms:
        url = term_url(term.id)
        parts = _parts(site, term, found.get(term.id, ()), together.get(term.id, Counter()), sums_near(sums, "term", term.id))
        cite = of_page(cited.of_page(site, term.term, url, cited.last_change(findings.news, url)), term.summary)
        yield Page(f"{url}index.md", page(_front(term), (*parts, cite)))
        yield Page(card_path(term.id), _card(term))


def _front(term: Term) -> dict[str, Any]:
    return {
        "title": term.term,
        "description": shorten(f"{term.term}: {term.senses[0].expansion}. {term.summary}"),
        "edit_path": term.path,
        "beeld": picture_path(term_url(term.id)),
        "kruimels": [{"title": say("term.terms"), "url": "../"}],
        "jsonld": _linked_data(term),
    }


def _linked_data(term: Term) -> str:
    """The entry as schema.org sees it, as JSON for a script element."""
    names = [*(sense.expansion for sense in term.senses), *term.aliases, *(name for _, name in term.translations)]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": term.term,
        "alternateName": [name for name in dict.fromkeys(names) if name != term.term],
        "description": term.summary,
        "inLanguage": "nl",
        "termCode": term.id,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": say("term.terms"), "url": "../"},
        "sameAs": [url for _, url in _external(term)],
    }
    return script_json({key: value for key, value in data.items() if value})


def _card(term: Term) -> str:
    """What the card beside a link shows: the meaning for each document that has its own, and the first sentence."""
    meanings = {"": _said(term, sense_in(term))} | {name: _said(term, sense) for sense in term.senses for name in sense.documents}
    card = {"term": term.term, "soort": TERM_KINDS[term.kind], "betekenissen": meanings, "uitleg": term.summary}
    return json.dumps(card, ensure_ascii=False) + "\n"


def _said(term: Term, sense: Sense) -> str:
    return "" if sense.expansion == term.term else sense.expansion


def _parts(
    site: Site,
    term: Term,
    occurrences: tuple[Occurrence, ...],
    near: Counter[tuple[MentionKind, str]],
    sums: tuple[Amount, ...],
) -> Iterator[str]:
    url = term_url(term.id)
    yield heading(1, term.term)
    yield tag(
        "p", tag("span", text(TERM_KINDS[term.kind]), class_="soort") + " " + text(times_and_documents(occurrences)), class_="feitenregel"
    )
    yield _senses(site, url, term)
    yield tag("div", term.html + outside_sources(term.sources), class_="definitie")
    yield _facts(term)
    yield from _evidence(site, url, term.evidence)
    if occurrences:
        yield heading(2, say("term.mentions"), "vermeldingen")
        yield charted(mentions_chart(site, url, occurrences, term.term), cited.of_chart(site, chart_title(term.term), url, CHART))
        yield concordance(site, url, occurrences)
    if sums:
        yield heading(2, say("term.amounts_same_sentence"), "bedragen")
        yield amounts_table(site, url, sums, say("term.amounts_caption", term=term.term))
    yield from _relations(site, url, term, near)


def _senses(site: Site, url: str, term: Term) -> str:
    """What the term stands for; nothing where that is the term itself, without more to say."""
    told = [sense for sense in term.senses if sense.expansion != term.term or sense.start or sense.end or len(term.senses) > 1]
    if not told:
        return ""
    items = [_sense(site, url, sense) for sense in told]
    content = tag("ol", "".join(tag("li", item) for item in items)) if len(items) > 1 else tag("p", items[0])
    return tag("div", content, class_="betekenissen")


def _sense(site: Site, url: str, sense: Sense) -> str:
    when = tag("span", text(f"({period(sense)})"), class_="periode") if sense.start or sense.end else ""
    entries = [entry for entry in site.entries if entry.document.meta.id in sense.documents]
    places = ", ".join(anchor(text(entry.document.meta.short_title), relative(url, entry.url)) for entry in entries)
    where = tag("span", f"in {places}", class_="geldt-in") if places else ""
    return " ".join(part for part in (tag("strong", text(sense.expansion)), when, where) if part)


def period(sense: Sense) -> str:
    """From when to when something has a meaning, in words."""
    if sense.start and sense.start == sense.end:
        return dutch.date(sense.start)
    if sense.start and sense.end:
        return f"{dutch.date(sense.start)} tot {dutch.date(sense.end)}"
    return f"sinds {dutch.date(sense.start)}" if sense.start else f"tot {dutch.date(sense.end or '')}"


def _facts(term: Term) -> str:
    aliases = ", ".join(text(alias) for alias in term.aliases)
    languages = ", ".join(tag("span", text(name), lang=code) + f" ({_language(code)})" for code, name in term.translations)
    elsewhere = ", ".join(anchor(text(name), url) for name, url in _external(term))
    rows = ((say("term.also_named"), aliases), (say("term.other_languages"), languages), (say("term.know_more"), elsewhere))
    return description_list(rows, "feiten")


@cache
def _language(code: str) -> str:
    return str(Locale("nl").languages.get(code, code))


@cache
def _lists() -> dict[str, tuple[str, str]]:
    return {row["scheme"]: (row["name"], row["url"]) for row in rows("external_lists")}


def _external(term: Term) -> list[tuple[str, str]]:
    """Other lists that hold the term: their names, and the address there."""
    return [(_lists()[scheme][0], _lists()[scheme][1].replace("{id}", number)) for scheme, number in term.external]


def _evidence(site: Site, url: str, evidence: Iterable[Evidence]) -> Iterator[str]:
    """The documents' own words, each with the way to them; a quotation that is not there is not shown."""
    quotes = [_quote(url, site.by_id[item.document], item) for item in evidence if item.document in site.by_id]
    shown = [quote for quote in quotes if quote]
    if shown:
        yield heading(2, say("term.in_documents_words"), "citaten")
        yield from shown


def _quote(url: str, entry: Entry, item: Evidence) -> str:
    target = entry.target(item.paragraph)
    if target is None or entry.document.part(item.paragraph) is None:
        return ""
    source = anchor(text(entry.document.meta.short_title), relative(url, target))
    where = say("term.note", paragraph=item.paragraph[3:]) if item.paragraph.startswith("fn:") else ""
    words = tag("blockquote", tag("p", text(item.quote)))
    return tag("figure", words + tag("figcaption", source + text(where)), class_="citaat")


def _relations(site: Site, url: str, term: Term, near: Counter[tuple[MentionKind, str]]) -> Iterator[str]:
    """What an entry is related to: the entries that it or they name, and what is met in the same paragraphs."""
    names = {other.id: full_name(other) for other in site.knowledge.terms}
    also, back = _named(site, term)
    terms = (_met(url, names[name], term_url(name), count) for name, count in _most(near, "term") if name in names)
    lands = (_met(url, countries.name(code), country_url(code), count) for code, count in _most(near, "country"))
    rows = (
        (say("term.see_also"), (_other(url, names, other) for other in also)),
        (say("term.referred_to_by"), (_other(url, names, other) for other in back)),
        (say("term.terms_same_paragraph"), islice(terms, _NEAR)),
        (say("term.countries_same_paragraph"), islice(lands, _NEAR)),
    )
    if listed := description_list(((name, ", ".join(links)) for name, links in rows), "feiten"):
        yield heading(2, say("term.related"), "samenhang")
        yield listed


def _named(site: Site, term: Term) -> tuple[list[str], list[str]]:
    """The ids of the entries that an entry names, and of those that name it and that it does not."""
    also = [name for name in term.see_also if name in site.terms]
    return also, [other.id for other in site.knowledge.terms if term.id in other.see_also and other.id not in also]


def _most(near: Counter[tuple[MentionKind, str]], kind: MentionKind) -> Iterator[tuple[str, int]]:
    """The ids of one kind, with how often each is met, the most often first."""
    return ((name, count) for (own, name), count in near.most_common() if own == kind)


def _other(url: str, names: Mapping[str, str], other: str) -> str:
    return anchor(text(names[other]), relative(url, term_url(other)))


def _met(url: str, name: str, target: str, count: int) -> str:
    return anchor(text(name), relative(url, target)) + f" ({count})"


def _together(site: Site) -> dict[str, Counter[tuple[MentionKind, str]]]:
    """For each term, in how many paragraphs it is met with each other term and each country."""
    found: dict[str, Counter[tuple[MentionKind, str]]] = {}
    for entry in site.entries:
        for part in entry.document.parts:
            here = {(mention.kind, mention.id) for mention in part.mentions if mention.kind in {"term", "country"}}
            for kind, name in here:
                if kind == "term":
                    found.setdefault(name, Counter()).update(sorted(here - {(kind, name)}))
    return found
