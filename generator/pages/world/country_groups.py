"""The groups that documents put countries in: by document, with the quotation and who came and went, and all in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.dossier.addresses import COUNTRIES, GROUPS, country_url, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered.groups import CountryGroup, GroupChange, changes
from generator.dossier.index import Entry
from generator.language import countries, dutch
from generator.model import Page
from generator.output.markdown import anchor, description_list, fill, heading, page, tag, text
from generator.pages.quotations.passages import place
from generator.words import say, template


def pages(findings: Findings) -> Iterator[Page]:
    """One page; where there is no group it says so, for the menu leads to it."""
    front = {
        "title": say("groups.title"),
        "description": say("groups.described"),
        "edit_path": False,
        "kruimels": [{"title": say("country_groups.countries"), "url": relative(GROUPS, COUNTRIES)}],
    }
    yield Page(f"{GROUPS}index.md", page(front, _parts(findings.groups)))


def _parts(found: tuple[CountryGroup, ...]) -> Iterator[str]:
    yield heading(1, say("groups.title"))
    if not found:
        yield tag("p", text(say("groups.nothing")))
        return
    yield tag("p", text(say("groups.intro", count=len(found))))
    yield heading(2, say("groups.by_document"), "per-document")
    compared = {id(change.later): change for change in changes(found)}
    yield tag("div", "".join(_document(entry, own, compared) for entry, own in _by_document(found)), class_="groepen")
    yield heading(2, say("groups.side_by_side"), "naast-elkaar")
    yield _table(found)


def _by_document(found: Iterable[CountryGroup]) -> Iterator[tuple[Entry, tuple[CountryGroup, ...]]]:
    for _, run in groupby(found, key=lambda group: group.entry.url):
        own = tuple(run)
        yield own[0].entry, own


def _document(entry: Entry, own: tuple[CountryGroup, ...], compared: dict[int, GroupChange]) -> str:
    facts = entry.document.meta
    when = tag("span", text(dutch.date(facts.date)), class_="wanneer") + " " if facts.date else ""
    title = tag("h3", when + anchor(text(facts.short_title), relative(GROUPS, entry.url)))
    return tag("section", title + "".join(_group(group, compared.get(id(group))) for group in own), class_="groepen__document")


def _group(group: CountryGroup, change: GroupChange | None) -> str:
    """A group: its name, its countries, who came and went, and the sentence with its place."""
    title = tag("h4", text(group.name), id=group_id(group))
    counted = tag("p", text(say("groups.countries", count=len(group.codes))) + ": " + _listed(group.codes) + ".")
    return title + counted + (_change(change) if change else "") + quotation(GROUPS, group)


def group_id(group: CountryGroup) -> str:
    """The id of a group on this page: its document and the place of its first country."""
    return f"{group.entry.document.meta.id}-{group.url.partition('#')[2]}"


def quotation(at: str, group: CountryGroup) -> str:
    """The sentence that lists the countries of a group, after the one that names it where that is another; with the way to it."""
    source = anchor(text(group.entry.document.meta.short_title), relative(at, group.url))
    where = text(f", {place(group.entry, group.part)}")
    words = "".join(tag("p", text(said)) for said in (group.naming, group.quote) if said)
    return tag("figure", tag("blockquote", words) + tag("figcaption", source + where), class_="citaat")


def _change(change: GroupChange) -> str:
    rows = (("groups.came", change.came), ("groups.went", change.went), ("groups.stayed", change.stayed))
    facts = description_list(((say(name), _listed(codes)) for name, codes in rows), "feiten")
    said = tag("p", fill(template("groups.compared"), earlier=named(GROUPS, change.earlier)))
    return tag("div", said + facts, class_="groepen__verschil")


def named(at: str, group: CountryGroup) -> str:
    """A group by its name and document, as a link to this page."""
    facts = group.entry.document.meta
    words = say("groups.named", name=group.name, document=facts.short_title)
    return anchor(text(words), relative(at, f"{GROUPS}#{group_id(group)}"))


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(anchor(text(countries.name(code)), relative(GROUPS, country_url(code))) for code in codes)


def _table(found: tuple[CountryGroup, ...]) -> str:
    """A row for each country, a column for each group; the first row of the head has the documents."""
    documents = "".join(
        tag("th", text(entry.document.meta.short_title), scope="colgroup", colspan=str(len(own))) for entry, own in _by_document(found)
    )
    names = "".join(tag("th", anchor(text(group.name), f"#{group_id(group)}"), scope="col") for group in found)
    head = tag("tr", tag("th", text(say("groups.country")), scope="col", rowspan="2") + documents) + tag("tr", names)
    codes = sorted({code for group in found for code in group.codes}, key=countries.order)
    table = tag("table", tag("thead", head) + tag("tbody", "".join(_row(code, found) for code in codes)), class_="groepen-naast-elkaar")
    return tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=say("groups.side_by_side"))


def _row(code: str, found: Iterable[CountryGroup]) -> str:
    name = tag("th", anchor(text(countries.name(code)), relative(GROUPS, country_url(code))), scope="row")
    return tag(
        "tr", name + "".join(tag("td", text(say("groups.member" if code in group.codes else "groups.no_member"))) for group in found)
    )
