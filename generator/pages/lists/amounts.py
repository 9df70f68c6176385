"""All amounts of money in one table: how much, what for, where it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

from generator.dossier.addresses import AMOUNTS, AMOUNTS_TABLE, country_url, relative, term_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.amounts import Amount
from generator.dossier.index import Occurrence, Site
from generator.language import countries, dutch, edtf
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.output.marks import MarkedRange, render
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted
from generator.pages.lists.documents import machine_date
from generator.pages.lists.sums_chart import sums_chart
from generator.pages.parts.choices import Choice, option_label, panel
from generator.pages.parts.downloads import downloads, table_links
from generator.pages.quotations.concordance import where
from generator.pages.quotations.meanings import full_name
from generator.words import say

_LIST: Final = "lijst-bedragen"
_COLUMNS: Final = (
    (say("amounts.amount"), "getal"),
    (say("amounts.used_for"), ""),
    (say("amounts.document"), "datum"),
    (say("amounts.concerns"), ""),
)


def pages(findings: Findings) -> Iterator[Page]:
    """The table; `export` has the same to download."""
    site = findings.site
    found = findings.amounts
    front = {
        "title": say("amounts.title"),
        "description": say("amounts.description"),
        "edit_path": False,
    }
    yield Page(f"{AMOUNTS}index.md", page(front, _parts(site, found)))


def _parts(site: Site, found: tuple[Amount, ...]) -> Iterator[str]:
    yield heading(1, say("amounts.title"))
    if not found:
        yield tag("p", say("amounts.nothing"))
        return
    documents = {amount.occurrence.entry.url for amount in found}
    said = say(
        "amounts.intro",
        documents=dutch.count(len(documents), say("amounts.document_names"), say("amounts.documents_name")).capitalize(),
        sums=dutch.count(len(found), say("amounts.times_an_amount"), say("amounts.times_an_amount")),
    )
    yield tag("p", text(said))
    yield downloads(AMOUNTS, (*table_links(AMOUNTS_TABLE), ("data/amounts.json", say("downloads.json"))), say("amounts.download_all"))
    yield panel(_LIST, say("amounts.choices"), _choices(site, found), "bedrag", "bedragen")
    yield charted(sums_chart(found, _LIST), cited.of_chart(site, say("sums.caption"), AMOUNTS, CHART))
    yield amounts_table(site, AMOUNTS, found, say("amounts.caption"), _LIST)


def _choices(site: Site, found: Iterable[Amount]) -> Iterator[Choice]:
    """The choices of country, fund or other term, document and year, each with how many sums it leaves."""
    found = tuple(found)
    lands = Counter(code for amount in found for code in amount.own_countries)
    named = Counter(term for amount in found for term in amount.own_terms if term in site.terms)
    entries = Counter(amount.occurrence.entry.document.meta.id for amount in found)
    dates = (amount.occurrence.entry.document.meta.date for amount in found)
    years = Counter(str(edtf.parse(date).year) for date in dates if date)
    yield Choice("land", say("amounts.country"), _options(lands, countries.name))
    yield Choice("begrip", say("amounts.fund_or_term"), _options(named, lambda term: full_name(site.terms[term])))
    yield Choice("document", say("amounts.document"), _options(entries, lambda name: site.by_id[name].document.meta.short_title))
    yield Choice("jaar", say("amounts.year_of_document"), _options(years, str))


def _options(counts: Counter[str], name_of: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, option_label(name_of(name), counts[name])) for name in sorted(counts, key=lambda name: name_of(name).casefold()))


def amounts_table(site: Site, at: str, found: Iterable[Amount], caption: str, name: str | None = None) -> str:
    """The amounts as a table for a page, with an id where it needs one; a script can sort it by its columns."""
    head = "".join(tag("th", name, scope="col", data_sorteer=kind or None) for name, kind in _COLUMNS)
    rows = "".join(_row(site, at, amount) for amount in found)
    table = tag("table", tag("caption", text(caption)) + tag("thead", tag("tr", head)) + tag("tbody", rows), class_="bedragen sorteerbaar")
    return tag("div", table, id=name, class_="tabel", tabindex="0", role="region", aria_label=caption)


def _row(site: Site, at: str, amount: Amount) -> str:
    place, facts = amount.occurrence, amount.occurrence.entry.document.meta
    words = tag("th", anchor(text(place.words), relative(at, place.url)) + _in_full(amount), scope="row", data_waarde=place.mention.id)
    when = text(dutch.date(facts.date)) if facts.date else say("amounts.undated")
    document = (
        anchor(text(facts.short_title), relative(at, place.entry.url)) + " " + tag("span", f"{when}, {text(where(place))}", class_="waar")
    )
    label = text(f"{amount.label}: ") if amount.label else ""
    cells = tag("td", label + _sentence(place), data_kop=say("amounts.used_for"))
    cells += tag("td", document, data_kop=say("amounts.document"), data_waarde=machine_date(facts.date) or "")
    return tag(
        "tr",
        words + cells + tag("td", _together(site, at, amount) or "–", data_kop=say("amounts.concerns")),
        data_document=facts.id,
        data_jaar=str(edtf.parse(facts.date).year) if facts.date else None,
        data_land=" ".join(amount.own_countries) or None,
        data_begrip=" ".join(term for term in amount.own_terms if term in site.terms) or None,
    )


def _in_full(amount: Amount) -> str:
    """The value in figures, where the words are not that already."""
    return " " + tag("span", text(f"{figures(amount.value)} EUR"), class_="waar")


def figures(value: Decimal) -> str:
    """A value as Dutch writes it: 1.800.000.000, 12,50."""
    whole, _, cents = f"{value:.2f}".partition(".")
    return dutch.number(int(whole)) + (f",{cents}" if cents.strip("0") else "")


def _sentence(place: Occurrence) -> str:
    first, last = place.sentence
    start = place.mention.offset - first
    mark = MarkedRange(start, start + place.mention.length, lambda content: tag("mark", content))
    return render(place.part.text[first:last], ([mark],))


def _together(site: Site, at: str, amount: Amount) -> str:
    links = [anchor(text(countries.name(code)), relative(at, country_url(code))) for code in amount.own_countries]
    links += [anchor(text(full_name(site.terms[term])), relative(at, term_url(term))) for term in amount.own_terms if term in site.terms]
    return ", ".join(links)
