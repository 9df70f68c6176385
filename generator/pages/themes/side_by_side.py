"""The documents side by side: a column for each with its passages about a subject, and what it says for the first time or no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.citations.labels import label as act_label
from generator.dossier.addresses import country_url, relative, term_url, theme_url
from generator.dossier.gathered.themes import ChangingWord, NamedTheme, NamedThing, ThemePassage, Turn
from generator.dossier.index import Entry, Site
from generator.language import countries, dutch
from generator.language.sentences import sentence
from generator.model import Span
from generator.output.markdown import anchor, description_list, tag, text
from generator.output.marks import MarkedRange, render
from generator.pages.quotations.passages import place
from generator.pages.themes.cut import cut_list
from generator.words import say

_FIRST: Final = 3
"""Passages of a document that are shown at once; the others fold away."""

_LONGEST: Final = 420
"""Characters of a passage that are shown: the sentences with the words of the subject, as many as fit."""

_TURNING: Final = 6
"""Words, and things, that a column lists as new or gone at most."""


def columns(site: Site, theme: NamedTheme) -> str:
    """A column for each document that has passages about it; one below another where the screen is narrow."""
    turns = {turn.entry.url: turn for turn in theme.turns}
    shown = "".join(
        _column(site, theme, entry, turns.get(entry.url))
        for entry in site.oldest_first
        if any(passage.about for passage in theme.of(entry))
    )
    return tag("div", shown, class_="naast-elkaar", tabindex="0", role="region", aria_label=say("themes.documents_side_by_side"))


def _column(site: Site, theme: NamedTheme, entry: Entry, turn: Turn | None) -> str:
    url, facts = theme_url(theme.theme.id), entry.document.meta
    own = [passage for passage in theme.of(entry) if passage.about]
    named = len(theme.of(entry)) - len(own)
    when = tag("span", text(dutch.date(facts.date)), class_="wanneer") if facts.date else ""
    title = tag("h3", when + anchor(text(facts.short_title), relative(url, entry.url)), id=f"in-{facts.id}", class_="kolom__titel")
    rate = dutch.rate(entry.per_thousand(sum(len(passage.hits) for passage in theme.of(entry))))
    said = say("themes.count_and_rate", passages=dutch.count(len(own), "passage", "passages"), rate=rate)
    first = "".join(_passage(url, passage) for passage in own[:_FIRST])
    rest = "".join(_passage(url, passage) for passage in own[_FIRST:])
    more = (
        tag(
            "details",
            tag("summary", text(say("themes.more", passages=dutch.count(len(own) - _FIRST, "passage", "passages")))) + rest,
            class_="kolom__meer",
        )
        if rest
        else ""
    )
    aside = (
        tag(
            "p",
            text(say("themes.also_named_in", passages=dutch.count(named, say("themes.other_passage"), say("themes.other_passages")))),
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
    return description_list(((name, _come_and_gone(site, url, words, things)) for name, words, things in rows), "kolom__wissel")


def _come_and_gone(site: Site, url: str, words: Iterable[tuple[ChangingWord, Entry]], things: Iterable[NamedThing]) -> str:
    listed = [tag("i", text(word.form)) + _rate(entry, word.counts[entry.document.meta.id]) for word, entry in words]
    named = [_thing(site, url, thing) + _rate(thing.entry, thing.count) for thing in things]
    return "".join(tag("p", cut_list(own, _TURNING)) for own in (listed, named) if own)


def _rate(entry: Entry, count: int) -> str:
    """How often per 1,000 words of a document."""
    return " " + tag("span", text(f"({dutch.rate(entry.per_thousand(count))})"), class_="aantal")


def _thing(site: Site, url: str, thing: NamedThing) -> str:
    mention = thing.mention
    match mention.kind:
        case "country":
            return anchor(text(countries.name(mention.id)), relative(url, country_url(mention.id)))
        case "reference":
            return anchor(text(act_label(mention.id, mention.role)), relative(url, site.act_url(mention)))
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
            MarkedRange(start - first, end - first, lambda content: tag("mark", content))
            for start, end in passage.hits
            if first <= start < last
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
