"""The levels of headings of acts: articles lie below the chapters, wherever the title of either stands and whatever form the act comes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from generator.model import Seed
from generator.readers import opened, read
from tests.office import docx

_TEXT: Final = ("1. De haven is open voor schepen van meer dan tien meter die een vergunning hebben.", "2. De kade is dicht.")
_TITLES: Final = ("Begrippen en omschrijvingen", "Werkingssfeer", "Inspectie van de kades", "Boetes")
_RANKS: Final = {"title": 0, "chapter": 1, "chapter title": 1, "article": 2, "article title": 2}

Rows: TypeAlias = list[tuple[str, str]]


def _titled(kind: str, number: str, title: str, place: str) -> Rows:
    """The number of a part with its title on a row of its own, behind it, or without one."""
    return {"own": [(kind, number), (f"{kind} title", title)], "same": [(kind, f"{number} {title}")], "none": [(kind, number)]}[place]


def _act(chapter: str, chapter_title: str, article_title: str) -> Rows:
    """An act of two chapters with two articles each: what each row is, and its words."""
    rows = [("title", "Verordening over de havens")]
    for number, numeral in enumerate(("I", "II")):
        rows += _titled("chapter", f"{chapter} {numeral}", ("Algemene bepalingen", "Toezicht en straf")[number], chapter_title)
        for article in (2 * number + 1, 2 * number + 2):
            rows += _titled("article", f"Artikel {article}", _TITLES[article - 1], article_title)
            rows += [("text", words) for words in _TEXT]
    return rows


def _as_text(rows: Rows) -> Seed:
    return Seed("x.txt", "\n\n".join(words for _, words in rows).encode())


def _as_page(tags: Callable[[str], str]) -> Callable[[Rows], Seed]:
    def page(rows: Rows) -> Seed:
        body = "".join(f"<{tags(kind)}>{words}</{tags(kind).split('><')[-1]}>" for kind, words in rows)
        return Seed("x.html", f"<!doctype html><html><body>{body}</body></html>".encode())

    return page


def _as_markdown(signs: Callable[[str], str]) -> Callable[[Rows], Seed]:
    return lambda rows: Seed("x.md", "\n\n".join(f"{signs(kind)} {words}".strip() for kind, words in rows).encode())


def _as_word(rows: Rows) -> Seed:
    return Seed("x.docx", docx("".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for _, words in rows)))


_WAYS: Final[dict[str, Callable[[Rows], Seed]]] = {
    "text": _as_text,
    "page of paragraphs": _as_page(lambda kind: "h1" if kind == "title" else "p"),
    "page of bold paragraphs": _as_page(lambda kind: "h1" if kind == "title" else "p" if kind == "text" else "p><b"),
    "page of headings alike": _as_page(lambda kind: "h1" if kind == "title" else "p" if kind == "text" else "h2"),
    "page of headings": _as_page(lambda kind: "p" if kind == "text" else f"h{_RANKS[kind] + 1}"),
    "Markdown of paragraphs": _as_markdown(lambda kind: "#" if kind == "title" else ""),
    "Markdown of headings alike": _as_markdown(lambda kind: "#" if kind == "title" else "" if kind == "text" else "##"),
    "Markdown of headings": _as_markdown(lambda kind: "" if kind == "text" else "#" * (_RANKS[kind] + 1)),
    "Word": _as_word,
}


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("article_title", ["own", "same", "none"])
@pytest.mark.parametrize("chapter_title", ["own", "same", "none"])
@pytest.mark.parametrize("chapter", ["HOOFDSTUK", "Hoofdstuk"])
def test_articles_of_an_act_lie_on_one_level_below_its_chapters(chapter: str, chapter_title: str, article_title: str, way: str) -> None:
    rows = _act(chapter, chapter_title, article_title)
    kinds = {words: kind for kind, words in rows}
    levels: dict[str, list[int]] = defaultdict(list)
    for block in read(opened(_WAYS[way](rows))).blocks:
        if block.type == "heading":
            levels[kinds[block.text]].append(block.level or 0)
    told = {kind: sum(kind == row for row, _ in rows) for kind in {row for row, _ in rows} - {"text", "title"}}
    assert {kind: len(found) for kind, found in levels.items() if kind != "title"} == told
    assert all(len(set(found)) == 1 for found in levels.values())
    assert levels["article"][0] > levels["chapter"][0]


def test_sections_lie_below_chapters_and_these_below_titles() -> None:
    names = ("TITEL I", "HOOFDSTUK 1", "Artikel 1", "Afdeling 1", "Artikel 2", "HOOFDSTUK 2", "Artikel 3", "TITEL II", "Artikel 4")
    rows = [row for name in names for row in ((name, name), *((("", _TEXT[0]),) if name.startswith("Artikel") else ()))]
    found = read(opened(Seed("x.txt", "\n\n".join(words for _, words in rows).encode()))).blocks
    levels = {block.text: block.level for block in found if block.type == "heading"}
    assert levels == dict(zip(names, (1, 2, 3, 3, 4, 2, 3, 1, 2), strict=True))
