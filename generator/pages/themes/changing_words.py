"""The words of a subject that come and go, as a table of documents and words per 1,000 words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.gathered.themes import ChangingWord, NamedTheme
from generator.dossier.index import Entry, Site
from generator.language import dutch
from generator.output.markdown import heading, tag, text
from generator.pages.themes.cut import year_of
from generator.words import say


def changes(site: Site, theme: NamedTheme) -> Iterator[str]:
    """The words that come and go, as a table of documents and words per 1,000 words."""
    if not theme.words:
        return
    entries = site.oldest_first
    yield heading(2, say("themes.words_that_change"))
    said = say("themes.words_that_change_intro")
    yield tag("p", text(said))
    head = (
        tag("th", say("themes.word"), scope="col")
        + "".join(tag("th", year_of(entry), scope="col") for entry in entries)
        + tag("th", say("themes.what_happens"), scope="col")
    )
    rows = "".join(_word_row(entries, word) for word in theme.words)
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", rows), class_="woorden-door-de-tijd")
    yield tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=say("themes.words_that_change"))


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
        said.append(say("themes.new_in", short=year_of(met[0])))
    if met[-1] is not entries[-1]:
        said.append(say("themes.not_after", short=year_of(met[-1])))
    return ", ".join(said) or say("themes.not_in_every_document")
