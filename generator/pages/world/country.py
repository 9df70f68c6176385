"""The page of a country: its facts, what contributors and documents say of it, and every passage that names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import COMMITMENTS, COUNTRIES, GROUPS, country_url, picture_path, region_url, relative, term_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.amounts import of_country as sums_of
from generator.dossier.gathered.countries import NamedCountry
from generator.dossier.gathered.groups import CountryGroup, GroupChange, changes, of_country
from generator.dossier.gathered.regions import home_of
from generator.dossier.index import Occurrence, Site, contribution_path
from generator.dossier.passages import Passage, gather
from generator.dossier.unwritten import introduction_scaffold
from generator.language import countries, dutch
from generator.language.countries import Country
from generator.model import Introduction, Page
from generator.output.markdown import anchor, description_list, fill, heading, page, script_json, tag, text
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted, of_page
from generator.pages.commitments import commitment_words
from generator.pages.lists.amounts import amounts_table
from generator.pages.parts.chart import chart_title, mentions_chart
from generator.pages.parts.frame import outside_sources, shorten
from generator.pages.quotations import passages
from generator.pages.quotations.meanings import full_name
from generator.pages.world import world_map
from generator.pages.world.country_groups import named, quotation
from generator.words import say, template

_MANY: Final = 12
"""Dates, terms or countries that are shown of those in the same sentences."""

_ROLES: Final = {"deadline": "termijn", "period": "periode"}


def pages(findings: Findings) -> Iterator[Page]:
    """One page for each country that is named."""
    site = findings.site
    for met in findings.countries:
        url = country_url(met.country.code)
        yield Page(f"{url}index.md", page(_front(site, met), _parts(findings, url, met)))


def _front(site: Site, met: NamedCountry) -> dict[str, Any]:
    written, url = _introduction(site, met.country), country_url(met.country.code)
    front = {
        "title": met.country.name,
        "description": shorten(say("country.description", country=met.country.name, counted=_counted(met))),
        "edit_path": written.path if written else False,
        "beeld": picture_path(url),
        "kruimels": [{"title": say("country.countries"), "url": relative(url, COUNTRIES)}],
        "jsonld": _linked_data(met.country),
    }
    return front if written else front | {"inleiding": _invitation(site, met.country)}


def _invitation(site: Site, country: Country) -> dict[str, str]:
    """What the theme needs for a link that opens a new introduction on the repository's host."""
    path = contribution_path(site, "countries", country.code.lower())
    return {"land": country.name, "bestand": path, "inhoud": introduction_scaffold(country.code)}


def _linked_data(country: Country) -> str:
    """The country as schema.org sees it, as JSON for a script element."""
    region = home_of(country)
    data = {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": country.name,
        "identifier": {"@type": "PropertyValue", "propertyID": "ISO 3166-1 alpha-2", "value": country.code},
        "containedInPlace": {"@type": "Place", "name": region.name} if region else None,
    }
    return script_json({key: value for key, value in data.items() if value})


def _introduction(site: Site, country: Country) -> Introduction | None:
    return next((item for item in site.knowledge.introductions if item.code == country.code), None)


def _counted(met: NamedCountry) -> str:
    mentions = dutch.count(len(met.occurrences), "vermelding", "vermeldingen")
    return f"{mentions} in {say('kinds.documents', count=met.documents)}"


def _parts(findings: Findings, url: str, met: NamedCountry) -> Iterator[str]:
    """What is written and every passage first; then the facts, which a country with a single mention has without chart and map."""
    name, found = met.country.name, gather(met.occurrences)
    yield heading(1, name)
    written = _introduction(findings.site, met.country)
    yield tag("div", written.html, class_="definitie") if written else ""
    if len(met.occurrences) == 1:
        yield _rests_on(findings.site, url, written)
        yield passages.groups(url, found, site=findings.site)
        yield _facts(url, met)
    else:
        yield _jump(found)
        yield _rests_on(findings.site, url, written)
        yield from _passages(findings.site, url, name, found)
        yield heading(2, say("country.facts"), "feiten")
        yield _head(url, met)
        yield heading(2, say("country.through_time"), "door-de-tijd")
        chart = cited.of_chart(findings.site, chart_title(name), url, CHART)
        yield charted(mentions_chart(findings.site, url, met.occurrences, name), chart)
    yield from _groups(findings, url, met.country.code)
    yield from _sums(findings, url, met.country)
    if len(met.occurrences) > 1:
        yield from _commitments(findings, url, met.country)
    yield from _companions(findings.site, url, met)
    yield of_page(cited.of_page(findings.site, name, url, cited.last_change(findings.news, url)))


def _passages(site: Site, url: str, name: str, found: tuple[Passage, ...]) -> Iterator[str]:
    yield heading(2, say("country.all_passages", country=name), "passages")
    yield tag(
        "p",
        text(say("country.passages_intro", passages=say("kinds.passages", count=len(found)))),
    )
    yield passages.groups(url, found, site=site)


def _jump(found: tuple[Passage, ...]) -> str:
    """The way to the passages of each document."""
    listed = passages.jump_list(found)
    return (
        tag("nav", tag("p", say("country.to_passages")) + listed, class_="land-sprong", aria_label=say("country.to_passages"))
        if listed
        else ""
    )


def _head(url: str, met: NamedCountry) -> str:
    """The facts beside the map."""
    region = home_of(met.country)
    return tag("div", _facts(url, met) + world_map.locator(met.country.code, region.name if region else ""), class_="land-kop")


def _facts(url: str, met: NamedCountry) -> str:
    country, region = met.country, home_of(met.country)
    rows = (
        (say("country.country_code"), tag("abbr", country.code, title=say("country.iso_3166"))),
        (say("country.area"), anchor(text(region.name), relative(url, region_url(region.id))) if region else ""),
        (say("country.european_union"), text(_membership(country))),
        (say("country.named"), text(_counted(met))),
        (say("country.first"), _when(url, met.occurrences[0])),
        (say("country.last"), _when(url, met.occurrences[-1]) if len(met.occurrences) > 1 else ""),
    )
    return description_list(rows, "feiten")


def _membership(country: Country) -> str:
    since, _, until = country.member.partition("/")
    if until:
        return say("country.member_from_to", first=dutch.date(since), last=dutch.date(until))
    return say("country.member_since", date=dutch.date(since)) if since else ""


def _when(url: str, occurrence: Occurrence) -> str:
    facts = occurrence.entry.document.meta
    way = anchor(text(facts.short_title), relative(url, occurrence.url))
    return way + (f", {text(dutch.date(facts.date))}" if facts.date else "")


def _rests_on(site: Site, url: str, written: Introduction | None) -> str:
    """The places that an introduction rests on; empty where there is none."""
    if not written:
        return ""
    sources = _sources(site, url, written)
    rests = tag("p", say("country.sources", sources=sources), class_="feitenregel") if sources else ""
    return tag("div", rests + outside_sources(written.sources)) if rests or written.sources else ""


def _sources(site: Site, url: str, written: Introduction) -> str:
    """The documents that an introduction quotes, each with the ways to the paragraphs."""
    found: dict[str, list[str]] = {}
    for item in written.evidence:
        entry = site.by_id.get(item.document)
        target = entry.target(item.paragraph) if entry else None
        if entry and target:
            found.setdefault(entry.document.meta.short_title, []).append(relative(url, target))
    return "; ".join(f"{text(title)} ({_numbered(ways)})" for title, ways in found.items())


def _numbered(ways: list[str]) -> str:
    if len(ways) == 1:
        return anchor(say("country.one_passage"), ways[0])
    return ", ".join(anchor(say("country.passage_number", number=number), way) for number, way in enumerate(ways, 1))


def _groups(findings: Findings, url: str, code: str) -> Iterator[str]:
    """The groups the country is in, each with its sentence; and those of a related name that it is no longer in."""
    own = of_country(findings.groups, code)
    if own:
        compared = changes(findings.groups)
        yield heading(2, say("country.in_groups"), "groepen")
        way = anchor(text(say("groups.side_by_side")), relative(url, GROUPS))
        yield tag("p", text(say("country.groups_intro")) + f" {way}.")
        yield from (_group(url, code, group, compared) for group in own)


def _group(url: str, code: str, group: CountryGroup, compared: tuple[GroupChange, ...]) -> str:
    """A group with the sentence that lists it, and whether the country was in the one before and is in the one after."""
    title = tag("p", tag("strong", text(group.name)), class_="groep-naam")
    return title + "".join(tag("p", said, class_="feitenregel") for said in _since(url, code, group, compared)) + quotation(url, group)


def _since(url: str, code: str, group: CountryGroup, compared: tuple[GroupChange, ...]) -> Iterator[str]:
    for change in compared:
        if change.later is group:
            message = "groups.stayed_here" if code in change.stayed else "groups.came_here"
            yield fill(template(message), earlier=named(url, change.earlier))
        if change.earlier is group and code in change.went:
            yield fill(template("groups.went_here"), later=named(url, change.later))


def _sums(findings: Findings, url: str, country: Country) -> Iterator[str]:
    """The sums that belong to the country; other sums of the same sentences are not among them."""
    own = sums_of(findings.amounts, country.code)
    if own:
        yield heading(2, say("country.amounts_title", country=country.name), "bedragen")
        yield tag("p", say("country.amounts_may_overlap"))
        yield amounts_table(findings.site, url, own, say("country.amounts_caption", country=country.name))


def _commitments(findings: Findings, url: str, country: Country) -> Iterator[str]:
    """What is undertaken, asked or planned in words that name the country, and the way to the same in the register."""
    own = [item for item in findings.commitments if country.code in item.named("country")]
    if own:
        yield heading(2, say("country.commitments", name=country.name), "toezeggingen")
        way = f"{relative(url, COMMITMENTS)}?land={country.code}"
        yield tag("p", anchor(text(say("country.in_register", count=len(own))), way) + text(say("country.with_choices")))
        yield commitment_words.listed(findings.site, url, own)


def _companions(site: Site, url: str, met: NamedCountry) -> Iterator[str]:
    dates = sorted(met.near("date").items())
    moments = [_moment(url, others[0]) for _, others in dates]
    terms = [
        _link(url, full_name(site.terms[name]), term_url(name), others) for name, others in met.near("term").items() if name in site.terms
    ]
    others = [_link(url, countries.name(code), country_url(code), found) for code, found in met.near("country").items()]
    rows = ((say("country.dates_and_deadlines"), moments), (say("country.terms"), terms), (say("country.other_countries"), others))
    listed = description_list(((name, _short(links)) for name, links in rows), "feiten")
    if listed:
        yield heading(2, say("country.same_sentences"), "samenhang")
        yield listed


def _short(links: list[str]) -> str:
    """The first ones; the rest behind a button that needs no script."""
    if len(links) <= _MANY + 2:
        return ", ".join(links)
    rest = tag("details", tag("summary", f"nog {len(links) - _MANY}") + tag("p", ", ".join(links[_MANY:])), class_="meer")
    return ", ".join(links[:_MANY]) + rest


def _moment(url: str, occurrence: Occurrence) -> str:
    role = _ROLES.get(occurrence.mention.role, "")
    return anchor(text(dutch.date(occurrence.mention.id)), relative(url, occurrence.url), title=occurrence.words) + (
        f" ({role})" if role else ""
    )


def _link(url: str, name: str, target: str, found: tuple[Occurrence, ...]) -> str:
    return anchor(text(name), relative(url, target)) + f" ({len(found)})"
