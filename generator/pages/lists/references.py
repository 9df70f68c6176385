"""What the documents cite: every act with its names, its addresses, and every place in context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from generator.citations.labels import KINDS, label
from generator.dossier.addresses import REFERENCES, REFERENCES_TABLE, reference_url, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered.acts import CitedAct, cited_by, citing, without_own_number
from generator.dossier.index import Entry, Occurrence, Site
from generator.language import dutch
from generator.model import Page
from generator.output.markdown import anchor, description_list, heading, page, script_json, tag, text, void
from generator.pages.parts.downloads import downloads, table_links
from generator.pages.quotations.concordance import concordance
from generator.words import say

_LEGISLATION: Final = frozenset({"regulation", "directive", "decision", "framework-decision", "recommendation", "joint-action", "treaty"})
_STAGES: Final = {"PC": "voorstel", "DC": say("references.communication_or_report")}
_SHOWN: Final = 12
"""Acts that a document's own page shows; the rest fold away."""


def pages(findings: Findings) -> Iterator[Page]:
    """One page for all documents; `export` has the same as a table to download."""
    site = findings.site
    acts = tuple(act for act in map(without_own_number, findings.acts) if act.occurrences)
    front = {
        "title": say("references.title"),
        "description": say("references.description"),
        "edit_path": False,
        "jsonld": _linked_data(acts) if acts else None,
    }
    yield Page(f"{REFERENCES}index.md", page(front, _parts(site, acts)))


def _linked_data(acts: Iterable[CitedAct]) -> str:
    """The acts as schema.org sees them, as JSON for a script element."""
    items = [_linked_act(act) for act in acts if act.address or act.entry]
    data = {"@context": "https://schema.org", "@type": "ItemList", "name": say("references.title"), "itemListElement": items}
    return script_json(data)


def _linked_act(act: CitedAct) -> dict[str, Any]:
    celex, eli = act.identity.celex, act.identity.eli
    data = {
        "@type": "Legislation" if act.kind in _LEGISLATION else "CreativeWork",
        "name": act.identity.title or label(act.id, act.kind),
        "identifier": [value for value in (act.id, celex, eli) if value],
        "url": act.address,
    }
    return {key: value for key, value in data.items() if value}


def _parts(site: Site, acts: tuple[CitedAct, ...]) -> Iterator[str]:
    yield heading(1, say("references.title"))
    yield _intro(acts)
    if not acts:
        return
    groups = tuple(_groups(acts))
    yield _jump_list(groups)
    yield _tools(site)
    for name, title, members in groups:
        yield heading(2, f"{title} ({len(members)})", name)
        if name == "niet-thuisgebracht":
            yield tag("p", say("references.unresolved_intro"))
        yield tag("div", "".join(_act(site, act) for act in members), class_="besluiten")
    yield _method()


def _intro(acts: tuple[CitedAct, ...]) -> str:
    single = [act for act in acts if not act.members]
    places = {(o.entry.url, o.anchor) for act in acts for o in act.occurrences}
    documents = {o.entry.url for act in acts for o in act.occurrences}
    if not places:
        return tag("p", say("references.nothing"))
    said = say(
        "references.intro",
        documents=dutch.count(len(documents), say("references.document_cites"), say("references.documents_cite")).capitalize(),
        acts=dutch.count(len(single), say("references.act_or_document"), say("references.acts_and_documents")),
        places=dutch.count(len(places), "plaats", "plaatsen"),
    )
    offered = (*table_links(REFERENCES_TABLE), ("data/references.json", say("downloads.json")))
    return tag("p", text(said)) + "\n\n" + downloads(REFERENCES, offered, say("references.download_all"))


def _groups(acts: tuple[CitedAct, ...]) -> Iterator[tuple[str, str, tuple[CitedAct, ...]]]:
    """Own documents first, then kind by kind, last what cannot be looked up; within a group the most cited first."""
    order = list(KINDS)
    placed = sorted(((_group(act), act) for act in acts), key=lambda pair: (_rank(pair[0], order), -len(pair[1].occurrences), pair[1].id))
    for name, members in groupby(placed, key=lambda pair: pair[0]):
        title = _TITLES.get(name) or KINDS[name][1]
        yield (name if name in _TITLES else f"soort-{name.lower()}"), title, tuple(act for _, act in members)


_TITLES: Final = {
    "eigen": say("references.on_this_site"),
    "in-een-adem": say("references.cited_together"),
    "niet-thuisgebracht": say("references.unresolved"),
}


def _group(act: CitedAct) -> str:
    if act.entry:
        return "eigen"
    return "in-een-adem" if act.members else "niet-thuisgebracht" if act.unresolved else act.kind


def _rank(group: str, order: list[str]) -> int:
    ranks = ["eigen", *order, "in-een-adem", "niet-thuisgebracht"]
    return ranks.index(group)


def _jump_list(groups: Iterable[tuple[str, str, tuple[CitedAct, ...]]]) -> str:
    links = (tag("li", anchor(text(title), f"#{name}") + _number(len(members))) for name, title, members in groups)
    return tag("nav", tag("ul", "".join(links), class_="springlijst"), class_="soorten", aria_label=say("references.kinds"))


def _number(count: int) -> str:
    return " " + tag("span", str(count), class_="aantal")


def _tools(site: Site) -> str:
    """The filter; without a script the list is whole, and this stays away."""
    options = tag("option", say("references.all_documents"), value="") + "".join(
        tag("option", text(entry.document.meta.short_title), value=entry.document.meta.id) for entry in site.entries
    )
    field = tag("label", say("references.search_by") + " " + void("input", type="search", id="verwijzingen-woorden", autocomplete="off"))
    choice = tag("label", say("references.quoted_in_choice", tag=tag("select", options, id="verwijzingen-document")))
    said = tag("p", "", id="verwijzingen-aantal", role="status", class_="aantal")
    return tag("form", field + choice + said, class_="filter alleen-js", role="search", aria_label=say("references.filter"))


def _act(site: Site, act: CitedAct) -> str:
    name = reference_url(act.id, act.kind).partition("#")[2]
    documents = " ".join(entry.document.meta.id for entry, _ in act.documents)
    content = tag("h3", text(_name(act)), id=name) + _title(act) + _members(act) + _ways(act) + _counted(act)
    opened = tag("summary", text(say("references.in_context", occurrences=len(act.occurrences)))) + concordance(
        site, REFERENCES, act.occurrences
    )
    return tag(
        "section", content + tag("details", opened, class_="context"), class_="besluit-kaart", aria_labelledby=name, data_in=documents
    )


def _name(act: CitedAct) -> str:
    return " en ".join(act.members) if act.members else label(act.id, act.kind)


def _title(act: CitedAct) -> str:
    names = _names(act)
    title = tag("p", text(act.identity.title), class_="volledige-titel") if act.identity.title else ""
    return title + (tag("p", text(say("references.also_named", names=", ".join(names))), class_="namen") if names else "")


def _names(act: CitedAct) -> list[str]:
    """The names without a number that the documents use, as printed, the most used first."""
    printed = Counter(place.words for place in act.occurrences if place.mention.id == act.id and not any(map(str.isdigit, place.words)))
    known = {act.identity.title.casefold(), act.id.casefold()}
    different: dict[str, str] = {}
    for words, _ in sorted(printed.items(), key=lambda pair: (-pair[1], pair[0])):
        if words.casefold() not in known:
            different.setdefault(words.casefold(), words)
    return list(different.values())


def _members(act: CitedAct) -> str:
    if not act.members:
        return ""
    links = " en ".join(anchor(text(member), f"#{reference_url(member).partition('#')[2]}") for member in act.members)
    return tag("p", say("references.named_together", members=len(act.members), links=links))


def _ways(act: CitedAct) -> str:
    """Where to read it: on this site first, then in EUR-Lex; and its numbers."""
    ways = list(_links(act))
    eli = anchor(text(act.identity.eli), act.identity.eli) if act.identity.eli else ""
    facts = (("CELEX", text(act.identity.celex or "")), ("ELI", eli), (say("references.kind"), text(_stage(act))))
    said = tag("p", " ".join(ways), class_="wegwijzers") if ways else ""
    if not ways and not act.members and not act.unresolved:
        said = tag("p", say("references.no_address"), class_="wegwijzers")
    return said + description_list(facts, "nummers")


def _links(act: CitedAct) -> Iterator[str]:
    if act.entry:
        yield anchor(say("references.read_on_site"), relative(REFERENCES, act.entry.url), class_="eigen")
    if act.identity.eur_lex:
        yield anchor("EUR-Lex", act.identity.eur_lex, rel="external")
    if act.identity.web:
        where = say("references.curia") if act.kind == "case" else say("references.council_register")
        yield anchor(where, act.identity.web, rel="external")


def _stage(act: CitedAct) -> str:
    celex = act.identity.celex or ""
    return _STAGES.get(celex[5:7], "") if act.kind == "COM" else ""


def _counted(act: CitedAct) -> str:
    """In which documents, how often."""
    places = (
        tag("li", anchor(text(entry.document.meta.short_title), relative(REFERENCES, found[0].url)) + text(f" ({len(found)})"))
        for entry, found in act.documents
    )
    return tag("p", say("references.quoted_in"), class_="telling") + tag("ul", "".join(places), class_="vindplaatsen")


def _method() -> str:
    said = say("references.method")
    return heading(2, say("references.method_title"), "werkwijze") + "\n\n" + tag("p", text(said))


def document_parts(acts: tuple[CitedAct, ...], entry: Entry) -> Iterator[str]:
    """For a document's own page: what it refers to, and which of the other documents cite it."""
    own = cited_by(acts, entry)
    yield heading(2, say("references.cites"), "verwijst-naar")
    yield _list_of(entry, own) if own else tag("p", say("references.cites_nothing"))
    yield heading(2, say("references.cited_by"), "wordt-aangehaald-in")
    others = citing(acts, entry)
    yield _citing(entry, others) if others else tag("p", say("references.cited_by_none"))


def _list_of(entry: Entry, own: tuple[CitedAct, ...]) -> str:
    first = tag("ul", "".join(_line(entry, act) for act in own[:_SHOWN]), class_="verwijst-naar")
    rest = "".join(_line(entry, act) for act in own[_SHOWN:])
    if not rest:
        return first
    more = tag(
        "summary",
        say(
            "references.more",
            acts=dutch.count(len(own) - _SHOWN, say("references.act_or_document"), say("references.acts_and_documents")),
        ),
    )
    return first + "\n\n" + tag("details", more + tag("ul", rest, class_="verwijst-naar"))


def _line(entry: Entry, act: CitedAct) -> str:
    """An act: on this site first, else on the page of references; and its places here."""
    target = act.entry.url if act.entry else reference_url(act.id, act.kind)
    title = text(f" – {act.identity.title}") if act.identity.title else ""
    return tag("li", anchor(text(label(act.id, act.kind)), relative(entry.url, target)) + title + _places(entry, act.occurrences))


def _places(entry: Entry, places: tuple[Occurrence, ...]) -> str:
    """Numbered links to the words; one that stands alone is called by what it is."""
    links = (
        anchor(str(number), relative(entry.url, place.url), aria_label=say("references.place", number=number, words=place.words))
        for number, place in enumerate(places, 1)
    )
    said = say("references.places_with_numbers", count=len(places))
    return " " + tag("span", f"({said} {' '.join(links)})", class_="vindplaatsnummers")


def _citing(entry: Entry, others: Iterable[tuple[Entry, tuple[Occurrence, ...]]]) -> str:
    items = (
        tag("li", anchor(text(other.document.meta.short_title), relative(entry.url, other.url)) + _places(entry, places))
        for other, places in others
    )
    return tag("ul", "".join(items), class_="verwijst-naar")
