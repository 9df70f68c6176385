"""Subjects that contributors described: a Markdown file with front matter for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.inputs.contributions import markdown_files
from generator.inputs.contributions.markdown_files import Contribution, check_evidence, check_siblings
from generator.language import phrases
from generator.language.tables import schema
from generator.model import Document, Problem, Term, Theme
from generator.words import say

FOLDER: Final = "themes"
PLACEHOLDER: Final = say("contributions_themes.placeholder")
"""How the description of a new subject starts: as long as it stands there, it is not finished."""


_MANY: Final = 20
"""Passages from which a share of them says something: of fewer, half may hold a word by chance."""


def read(folder: Path) -> tuple[tuple[Theme, ...], tuple[Problem, ...]]:
    """The subjects of a folder, in order of their file names, and what is wrong with them."""
    names = tuple(path.stem for path in markdown_files.contributed(folder))
    found, problems = markdown_files.read_sound(folder, schema("theme"), lambda item: _wrong(item, names), sibling_url)
    return tuple(map(_theme, found)), problems


def sibling_url(slug: str) -> str:
    """The way from the page of one subject to that of another."""
    return f"../{slug}/"


def _theme(item: Contribution) -> Theme:
    facts = item.facts
    return Theme(
        id=item.slug,
        name=facts["name"],
        words=tuple(facts["words"]),
        html=item.html,
        summary=item.summary,
        path=item.path,
        not_in=tuple(facts.get("not_in", ())),
        see_also=tuple(facts.get("see_also", ())),
        evidence=item.evidence,
        changes=item.changes,
    )


def _wrong(item: Contribution, names: tuple[str, ...]) -> Iterator[Problem]:
    """What the schema cannot tell: a description that is not there, a subject that is not there, a star with nothing before it."""
    if not item.summary or item.summary.startswith(PLACEHOLDER):
        yield Problem(
            item.path,
            None,
            say("contributions_themes.description_missing"),
            say("contributions_themes.write_description"),
        )
    for place, word in enumerate(item.facts["words"]):
        if any(len(part.strip("*")) < 3 for part in word.split() if "*" in part):  # noqa: PLR2004 - two letters begin too many words
            line = item.located.line(("words", place))
            yield Problem(
                item.path,
                line,
                say("contributions_themes.too_short_for_star", word=repr(word)),
                say("contributions_themes.three_letters_at_star"),
            )
    yield from check_siblings(item, names, say("contributions_themes.a_theme"))


def _too_wide(theme: Theme, texts: list[str]) -> Iterator[Problem]:
    """Words that half of all passages have tell no subject from another; of a few passages half says nothing."""
    words, refused = phrases.pattern(theme.words), phrases.pattern(theme.not_in)
    met = sum(bool(phrases.hits(words, refused, text)) for text in texts)
    if len(texts) >= _MANY and met * 2 >= len(texts):
        message = say("contributions_themes.words_too_common", matching=met, passages=len(texts))
        yield Problem(theme.path, None, message, say("contributions_themes.choose_rarer_words"))


def check(themes: tuple[Theme, ...], terms: Iterable[Term], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the subjects, the glossary and the documents: quotations that are gone, names that clash."""
    known = {term.id: term for term in terms}
    texts = [part.text for document in documents for part in document.parts if part.text and part.type != "heading"]
    found: list[Problem] = []
    for theme in themes:
        found += check_evidence(theme.path, theme.evidence, documents)
        found += _too_wide(theme, texts)
        if theme.id in known:
            message = say("contributions_themes.term_at_same_address", id=repr(theme.id), path=known[theme.id].path)
            found.append(Problem(theme.path, None, message, say("contributions_themes.rename_to_tell_apart")))
    return tuple(found)
