"""Subjects: the list of them, and a page for each with what every document says about it, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from generator.citations.labels import label as act_label
from generator.dossier.addresses import COMMITMENTS, THEMES, country_url, picture_path, reference_url, relative, term_url, theme_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.themes import ChangingWord, NamedTheme, ThemePassage, Thing, Turn
from generator.dossier.index import Entry, Occurrence, Site
from generator.language import countries, dutch
from generator.language.sentences import sentence
from generator.model import Mention, Page, Span
from generator.output.markdown import anchor, heading, page, tag, text
from generator.output.marks import Mark, render
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted, of_page
from generator.pages.parts.chart import chart_title, counts_chart
from generator.pages.quotations.passages import place
from generator.words import say

_FIRST: Final = 3
"""Passages of a document that are shown at once; the others fold away."""

_LONGEST: Final = 420
"""Characters of a passage that are shown: the sentences with the words of the subject, as many as fit."""

_NAMED: Final = 4
"""Words of a subject that the chart names."""

_TURNING: Final = 6
"""Words, and things, that a column lists as new or gone at most."""

_LISTED: Final = 15
"""Countries and acts that are listed at most."""


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
    yield _columns(site, theme)
    yield from _changes(site, theme)
    yield from _met(findings, theme, about)
    yield _evidence(site, theme)
    yield of_page(cited.of_page(site, theme.theme.name, url, cited.last_change(findings.news, url)), theme.theme.summary)


def _see_also(findings: Findings, theme: NamedTheme) -> str:
    names = {other.theme.id: other.theme.name for other in findings.themes}
    url = theme_url(theme.theme.id)
    links = [anchor(text(names[name]), relative(url, theme_url(name))) for name in theme.theme.see_also if name in names]
    return tag("p", text(say("themes.see_also")) + ", ".join(links) + ".", class_="feitenregel") if links else ""


def _columns(site: Site, theme: NamedTheme) -> str:
    """A column for each document that has passages about it; one below another where the screen is narrow."""
    turns = {turn.entry.url: turn for turn in theme.turns}
    columns = "".join(
        _column(site, theme, entry, turns.get(entry.url))
        for entry in site.oldest_first
        if any(passage.about for passage in theme.of(entry))
    )
    return tag("div", columns, class_="naast-elkaar", tabindex="0", role="region", aria_label=say("themes.documents_side_by_side"))


def _column(site: Site, theme: NamedTheme, entry: Entry, turn: Turn | None) -> str:
    url, facts = theme_url(theme.theme.id), entry.document.meta
    own = [passage for passage in theme.of(entry) if passage.about]
    named = len(theme.of(entry)) - len(own)
    when = tag("span", text(dutch.date(facts.date)), class_="wanneer") if facts.date else ""
    title = tag("h3", when + anchor(text(facts.short_title), relative(url, entry.url)), id=f"in-{facts.id}", class_="kolom__titel")
    rate = dutch.rate(entry.per_thousand(sum(len(passage.hits) for passage in theme.of(entry))))
    said = say("themes.count_and_rate", count_=dutch.count(len(own), "passage", "passages"), rate=rate)
    first = "".join(_passage(url, passage) for passage in own[:_FIRST])
    rest = "".join(_passage(url, passage) for passage in own[_FIRST:])
    more = (
        tag(
            "details",
            tag("summary", text(say("themes.more", count_=dutch.count(len(own) - _FIRST, "passage", "passages")))) + rest,
            class_="kolom__meer",
        )
        if rest
        else ""
    )
    aside = (
        tag(
            "p",
            text(say("themes.also_named_in", count_=dutch.count(named, say("themes.other_passage"), say("themes.other_passages")))),
            class_="kolom__aantal",
        )
        if named
        else ""
    )
    return tag(
        "section",
        title + tag("p", text(said), class_="kolom__aantal") + first + more + aside + _turn(site, theme, turn),
        class_="kolom",
        aria_labelledby=f"in-{facts.id}",
    )


def _turn(site: Site, theme: NamedTheme, turn: Turn | None) -> str:
    """What is said for the first time and what is not said any more, each with how often per 1,000 words where it is said."""
    if turn is None:
        return ""
    url = theme_url(theme.theme.id)
    rows = (
        (say("themes.first_said"), turn.new_words, turn.new_things),
        (say("themes.no_longer_said"), turn.gone_words, turn.gone_things),
    )
    told = "".join(
        tag("div", tag("dt", text(name)) + tag("dd", said))
        for name, words, things in rows
        if (said := _come_and_gone(site, url, words, things))
    )
    return tag("dl", told, class_="kolom__wissel") if told else ""


def _come_and_gone(site: Site, url: str, words: Iterable[tuple[ChangingWord, Entry]], things: Iterable[Thing]) -> str:
    listed = [tag("i", text(word.form)) + _rate(entry, word.counts[entry.document.meta.id]) for word, entry in words]
    named = [_thing(site, url, thing) + _rate(thing.entry, thing.count) for thing in things]
    lines = (", ".join(own[:_TURNING]) + _and_more(len(own) - _TURNING) for own in (listed, named) if own)
    return "".join(tag("p", line) for line in lines)


def _and_more(number: int) -> str:
    return text(say("themes.and_more", value=number)) if number > 0 else ""


def _rate(entry: Entry, count: int) -> str:
    """How often per 1,000 words of a document."""
    return " " + tag("span", text(f"({dutch.rate(entry.per_thousand(count))})"), class_="aantal")


def _thing(site: Site, url: str, thing: Thing) -> str:
    mention = thing.mention
    match mention.kind:
        case "country":
            return anchor(text(countries.name(mention.id)), relative(url, country_url(mention.id)))
        case "reference":
            return anchor(text(act_label(mention.id, mention.role)), relative(url, _act_url(site, mention)))
        case _:
            return (
                anchor(text(site.terms[mention.id].term), relative(url, term_url(mention.id)))
                if mention.id in site.terms
                else text(mention.id)
            )


def _passage(url: str, passage: ThemePassage) -> str:
    way = anchor(text(place(passage.entry, passage.part)), relative(url, passage.url))
    return tag("div", tag("p", _excerpt(passage), class_="kolom__tekst") + tag("p", way, class_="kolom__plaats"), class_="kolom__passage")


def _excerpt(passage: ThemePassage) -> str:
    """The sentences that hold words of the subject, as many as fit, the words marked; three dots stand for what is left out."""
    words, pieces, at = passage.part.text, [], 0
    for first, last in (_cut(words, span, passage.hits) for span in _sentences(passage)):
        pieces.append("… " if first > at else "")
        marks = [
            Mark(start - first, end - first, lambda content: tag("mark", content)) for start, end in passage.hits if first <= start < last
        ]
        pieces.append(render(words[first:last], (marks,)) + " ")
        at = last + 1
    return "".join(pieces).rstrip() + (" …" if words[at:].strip() else "")


def _cut(words: str, span: Span, hits: Iterable[Span]) -> Span:
    """A sentence, or of one that is longer than a passage may be the words around its first hit."""
    first, last = span
    if last - first <= _LONGEST:
        return span
    hit = next(start for start, _ in hits if first <= start < last)
    start = max(first, words.rfind(" ", first, max(first + 1, hit - _LONGEST // 2)) + 1)
    return start, max(words.rfind(" ", hit, start + _LONGEST), hit + 1) if start + _LONGEST < last else last


def _sentences(passage: ThemePassage) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in passage.hits:
        span = sentence(passage.part.text, start, end)
        if span not in found and (not found or sum(last - first for first, last in found) + span[1] - span[0] <= _LONGEST):
            found.append(span)
    return found


def _changes(site: Site, theme: NamedTheme) -> Iterator[str]:
    """The words that come and go, as a table of documents and words per 1,000 words."""
    if not theme.words:
        return
    entries = site.oldest_first
    yield heading(2, say("themes.words_that_change"))
    said = say("themes.words_that_change_intro")
    yield tag("p", text(said))
    head = (
        tag("th", say("themes.word"), scope="col")
        + "".join(tag("th", _short(entry), scope="col") for entry in entries)
        + tag("th", say("themes.what_happens"), scope="col")
    )
    rows = "".join(_word_row(entries, word) for word in theme.words)
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", rows), class_="woorden-door-de-tijd")
    yield tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=say("themes.words_that_change"))


def _short(entry: Entry) -> str:
    date = entry.document.meta.date
    return text(date[:4] if date else entry.document.meta.short_title)


def _word_row(entries: tuple[Entry, ...], word: ChangingWord) -> str:
    cells = "".join(tag("td", _cell(entry, word.counts[entry.document.meta.id]), class_="getal") for entry in entries)
    return tag("tr", tag("th", text(word.form), scope="row") + cells + tag("td", text(_change(entries, word))))


def _cell(entry: Entry, count: int) -> str:
    if not count:
        return tag("span", "0", class_="nul")
    return text(dutch.rate(entry.per_thousand(count))) + " " + tag("span", text(f"({dutch.number(count)}×)"), class_="aantal")


def _change(entries: tuple[Entry, ...], word: ChangingWord) -> str:
    """When a word is met for the first time and the last, where that says something."""
    met = [entry for entry in entries if word.counts[entry.document.meta.id]]
    said = []
    if met[0] is not entries[0]:
        said.append(say("themes.new_in", short=_short(met[0])))
    if met[-1] is not entries[-1]:
        said.append(say("themes.not_after", short=_short(met[-1])))
    return ", ".join(said) or say("themes.not_in_every_document")


def _met(findings: Findings, theme: NamedTheme, about: list[ThemePassage]) -> Iterator[str]:
    """What is met in the passages: countries, acts, deadlines and sums, and how many commitments."""
    url, site = theme_url(theme.theme.id), findings.site
    rows = _things_met(site, url, about)
    promised = sum((item.entry.document.meta.id, item.part.anchor) in theme.places for item in findings.commitments)
    if promised:
        way = f"{relative(url, COMMITMENTS)}?onderwerp={theme.theme.id}"
        rows.append(
            (
                say("themes.commitments"),
                anchor(text(dutch.count(promised, "toezegging", "toezeggingen")), way) + text(say("themes.in_these_passages")),
            )
        )
    told = [(name, said) for name, said in rows if said]
    if told:
        yield heading(2, say("themes.in_passages_title"))
        yield tag("dl", "".join(tag("div", tag("dt", name) + tag("dd", said)) for name, said in told), class_="gevonden")


def _things_met(site: Site, url: str, about: Iterable[ThemePassage]) -> list[tuple[str, str]]:
    """The countries, sums, deadlines and acts in the passages, each kind with its label."""
    met: dict[str, list[Occurrence]] = {"country": [], "amount": [], "date": [], "reference": []}
    for passage in about:
        for mention in passage.part.mentions:
            met.get(mention.kind, []).append(Occurrence(passage.entry, passage.part, mention))
    lands = ((one.mention.id, countries.name(one.mention.id), country_url(one.mention.id)) for one in met["country"])
    acts = ((one.mention.id, act_label(one.mention.id, one.mention.role), _act_url(site, one.mention)) for one in met["reference"])
    return [
        (say("themes.countries"), _linked(url, lands)),
        (say("themes.amounts"), _places(url, met["amount"])),
        (say("themes.deadlines"), _places(url, (one for one in met["date"] if one.mention.role == "deadline"))),
        (say("themes.acts"), _linked(url, acts)),
    ]


def _act_url(site: Site, mention: Mention) -> str:
    own = site.own(mention.id)
    return own.url if own else reference_url(mention.id, mention.role)


def _linked(url: str, named: Iterable[tuple[str, str, str]]) -> str:
    """Names as links, the one met most often first, with how often where that is more than once."""
    counts = Counter(named)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1]))
    links = (
        anchor(text(name), relative(url, target)) + (f" ({times})" if times > 1 else "") for (_, name, target), times in ordered[:_LISTED]
    )
    return ", ".join(links) + (text(say("themes.and_more", value=len(ordered) - _LISTED)) if len(ordered) > _LISTED else "")


def _places(url: str, occurrences: Iterable[Occurrence]) -> str:
    """The words of mentions, each a link to its place, with the year of its document."""
    links = [anchor(text(o.words), relative(url, o.url)) + text(f" ({_short(o.entry)})") for o in occurrences]
    return ", ".join(links[:_LISTED]) + (text(say("themes.and_more", value=len(links) - _LISTED)) if len(links) > _LISTED else "")


def _evidence(site: Site, theme: NamedTheme) -> str:
    """The quotations on which the description rests."""
    url, items = theme_url(theme.theme.id), []
    for item in theme.theme.evidence:
        entry = site.by_id.get(item.document)
        target = entry.target(item.paragraph) if entry else None
        if entry and target:
            items.append(tag("li", anchor(text(f"“{item.quote}”"), relative(url, target)) + text(f" ({entry.document.meta.short_title})")))
    return tag("details", tag("summary", say("themes.definition_quotes")) + tag("ul", "".join(items)), class_="citaten") if items else ""
