"""The subcommands of `python -m generator theme`, for authors of subjects: a new file with quotations, and a list of the passages found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.commands.answer import Answer, create, refusal
from generator.commands.glossary import Action, Request
from generator.dossier.gathered.themes import ThemePassage, find
from generator.dossier.index import build_index
from generator.dossier.unwritten import scalar
from generator.inputs.contributions import themes
from generator.language import dutch, stems
from generator.language.sentences import sentence
from generator.language.slugs import slug
from generator.model import Document, Knowledge, Theme
from generator.words import say

_AROUND: Final = 45
"""Characters shown on either side of the first word found; as in `term_places`."""

_QUOTED: Final = 200
"""Characters of a quotation that `new` proposes: a sentence or two, which its author shortens."""

_LANGUAGE: Final = "nl"
"""The language of names of subjects."""


def new(name: str, seeds: Path, documents: tuple[Document, ...], knowledge: Knowledge) -> Answer:
    """Write the scaffold of a new subject with a quotation from each document, and list its passages; an existing file is a problem and stays as it is."""
    path = seeds / themes.FOLDER / f"{slug(name)}.md"
    if not slug(name):
        return refusal(path.as_posix(), say("commands_theme.no_letter_or_digit", name=repr(name)), say("commands_theme.name_a_theme"))
    if path.exists():
        return refusal(path.as_posix(), say("commands_theme.theme_exists", name=repr(name)), say("commands_theme.complete_that_file"))
    theme = _trial(name, path)
    found = tuple(find(build_index(documents, knowledge), theme))
    create(path, _scaffold(theme, found))
    said = say("commands_theme.created", path=path.as_posix())
    return Answer((said, "", *_lines(theme, found)))


def concordance(name: str, documents: tuple[Document, ...], knowledge: Knowledge) -> Answer:
    """Every passage that a subject finds, by document: first those about it, then those that name it."""
    theme = next((theme for theme in knowledge.themes if name in {theme.id, theme.name}), None) or _trial(name, Path())
    return Answer(tuple(_lines(theme, tuple(find(build_index(documents, knowledge), theme)))))


def _trial(name: str, path: Path) -> Theme:
    """A subject that is not described yet: the words of its name, and all that begin like them."""
    found = [word for word in stems.words(name) if not stems.is_frequent(word, _LANGUAGE)]
    return Theme(slug(name), name, tuple(f"{word}*" if len(word) > 3 else word for word in found) or (name,), "", "", path.as_posix())  # noqa: PLR2004 - a star asks for three letters


def _scaffold(theme: Theme, found: Iterable[ThemePassage]) -> str:
    """The text of a new file."""
    words = "".join(f"  - {scalar(word)}\n" for word in theme.words)
    evidence = "".join(_evidence(found))
    return (
        f"---\nname: {scalar(theme.name)}\nwords:\n{words}"
        + (f"evidence:\n{evidence}" if evidence else "")
        + f"---\n{themes.PLACEHOLDER} dit onderwerp is. De eerste zin staat ook in de lijst van onderwerpen.\n"
    )


def _evidence(found: Iterable[ThemePassage]) -> Iterator[str]:
    """A quotation from the passage of each document that is most about the subject."""
    best: dict[str, ThemePassage] = {}
    for passage in found:
        known = best.get(passage.place[0])
        if passage.about and (known is None or passage.score > known.score):
            best[passage.place[0]] = passage
    for (document, place), passage in ((passage.place, passage) for passage in best.values()):
        quote = _quotation(passage)
        yield say("commands_theme.quote_entry", document=document, place=scalar(place), quote=scalar(quote))


def _quotation(passage: ThemePassage) -> str:
    words = passage.part.text
    start, end = sentence(words, *passage.hits[0])
    return words[start:end] if end - start <= _QUOTED else words[start : words.rfind(" ", start, start + _QUOTED)]


def _lines(theme: Theme, found: tuple[ThemePassage, ...]) -> Iterator[str]:
    about, named = [p for p in found if p.about], [p for p in found if not p.about]
    yield say(
        "commands_theme.passage_counts",
        name=theme.name,
        about=dutch.count(len(about), say("commands_theme.passage_is_about"), say("commands_theme.passages_are_about")),
        naming=dutch.count(len(named), say("commands_theme.other_names"), say("commands_theme.others_name")),
    )
    forms = Counter(passage.part.text[start:end].casefold() for passage in found for start, end in passage.hits)
    yield "Woorden: " + ", ".join(f"{form} ({times})" for form, times in sorted(forms.items(), key=lambda item: (-item[1], item[0])))
    for title, group in ((say("commands_theme.about"), about), (say("commands_theme.mentions"), named)):
        if group:
            yield from ("", f"{title} ({len(group)})", *map(_line, group))


def _line(passage: ThemePassage) -> str:
    (start, end), words = passage.hits[0], passage.part.text
    before, after = words[max(0, start - _AROUND) : start], words[end : end + _AROUND]
    return f"  {passage.place[0]} {passage.place[1]} ({passage.score:.2f})  …{before}[{words[start:end]}]{after}…"


def _new(asked: Request) -> Answer:
    return new(asked.term, asked.seeds, asked.documents, asked.knowledge)


def _concordance(asked: Request) -> Answer:
    return concordance(asked.term, asked.documents, asked.knowledge)


ACTIONS: Final = (
    Action("new", say("commands_theme.new_help"), _new, takes_term=True),
    Action("concordance", say("commands_theme.concordance_help"), _concordance, takes_term=True),
)
"""The commands, in the order in which they are listed."""
