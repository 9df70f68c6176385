"""Subjects: the list of them, and a page for each with what every document says about it, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import THEMES, picture_path, relative, theme_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.themes import NamedTheme
from generator.dossier.index import Site
from generator.language import dutch
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted, of_page
from generator.pages.parts.chart import chart_title, counts_chart
from generator.pages.quotations.evidence import quotations
from generator.pages.themes.changing_words import changes
from generator.pages.themes.in_passages import things_in_passages
from generator.pages.themes.side_by_side import columns
from generator.words import say

_NAMED: Final = 4
"""Words of a subject that the chart names."""


def pages(findings: Findings) -> Iterator[Page]:
    """The list, and a page for each subject."""
    front = {
        "title": say("themes.title"),
        "description": say("themes.description"),
        "edit_path": False,
    }
    yield Page(f"{THEMES}index.md", page(front, _list(findings)))
    for theme in findings.themes:
        yield Page(f"{theme_url(theme.theme.id)}index.md", page(_front(theme), _parts(findings, theme)))


def _list(findings: Findings) -> Iterator[str]:
    yield heading(1, say("themes.title"))
    if not findings.themes:
        yield tag("p", say("themes.nothing"))
        return
    documents = dutch.count(len(findings.site.entries), "document", "documenten")
    said = say("themes.intro", documents=documents)
    yield tag("p", text(said))
    yield tag("ul", "".join(_listed(theme) for theme in findings.themes), class_="begrippen", role="list")


def _listed(theme: NamedTheme) -> str:
    name = anchor(text(theme.theme.name), relative(THEMES, theme_url(theme.theme.id)), class_="begrippen__naam")
    about = sum(passage.about for passage in theme.passages)
    documents = len({passage.entry.url for passage in theme.passages if passage.about})
    count = f"{dutch.count(about, 'passage', 'passages')} in {dutch.count(documents, 'document', 'documenten')}"
    return tag(
        "li",
        name + tag("span", text(theme.theme.summary), class_="begrippen__feiten") + tag("span", text(count), class_="begrippen__feiten"),
    )


def _front(theme: NamedTheme) -> dict[str, Any]:
    return {
        "title": theme.theme.name,
        "description": theme.theme.summary,
        "edit_path": theme.theme.path,
        "beeld": picture_path(theme_url(theme.theme.id)),
        "kruimels": [{"title": say("themes.title"), "url": relative(theme_url(theme.theme.id), THEMES)}],
    }


def _parts(findings: Findings, theme: NamedTheme) -> Iterator[str]:
    site, url = findings.site, theme_url(theme.theme.id)
    about = [passage for passage in theme.passages if passage.about]
    yield heading(1, theme.theme.name)
    yield tag("div", theme.theme.html, class_="omschrijving")
    yield _see_also(findings, theme)
    if not about:
        yield tag("p", say("themes.no_passage"))
        return
    hits = Counter({entry.document.meta.id: sum(len(p.hits) for p in theme.of(entry)) for entry in site.entries})
    named = ", ".join(theme.theme.words[:_NAMED]) + (" …" if len(theme.theme.words) > _NAMED else "")
    what = say("themes.words_of_theme", named=named)
    yield charted(counts_chart(site, url, hits, what), cited.of_chart(site, chart_title(what), url, CHART))
    yield heading(2, say("themes.side_by_side"))
    if theme.turns:
        yield tag("p", text(say("themes.turns_told")))
    yield columns(site, theme)
    yield from changes(site, theme)
    yield from things_in_passages(findings, theme, about)
    yield _evidence(site, theme)
    yield of_page(cited.of_page(site, theme.theme.name, url, cited.last_change(findings.news, url)), theme.theme.summary)


def _see_also(findings: Findings, theme: NamedTheme) -> str:
    names = {other.theme.id: other.theme.name for other in findings.themes}
    url = theme_url(theme.theme.id)
    links = [anchor(text(names[name]), relative(url, theme_url(name))) for name in theme.theme.see_also if name in names]
    return tag("p", text(say("themes.see_also")) + ", ".join(links) + ".", class_="feitenregel") if links else ""


def _evidence(site: Site, theme: NamedTheme) -> str:
    """The quotations on which the description rests."""
    found = quotations(site, theme_url(theme.theme.id), theme.theme.evidence)
    items = [tag("li", words + text(f" ({entry.document.meta.short_title})")) for _, entry, words in found]
    return tag("details", tag("summary", say("themes.definition_quotes")) + tag("ul", "".join(items)), class_="citaten") if items else ""
