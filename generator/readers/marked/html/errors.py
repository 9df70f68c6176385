"""Pages that are no document: messages of errors, and forms that ask for a password."""

from __future__ import annotations

import re
from typing import Final

from generator.language import tables
from generator.readers.marked.html.dom import text_of
from generator.readers.marked.html.page_source import parsed

_SHORT_PAGE: Final = 1500
"""Letters of running text: an error page has a sentence or two, and the shortest act a page."""

_FEW_HEADINGS: Final = 4
"""Headings of a page that says what went wrong; a document of more parts speaks of something else."""

_TITLE_OF_ERROR: Final = 60
"""Characters of a title that says no more than what went wrong; the title of a document about errors is longer."""

_FIRST_WORDS: Final = 60
"""Characters by which a page without a title is named in a message: enough to recognise it."""


def error_of(text: str) -> str:
    """The title of a page that is no document: short, and with a field for a password or a title that says what went wrong; else nothing."""
    root = parsed(text)
    body = next(root.iter("body"), root)
    letters = sum(len(text_of(element)) for element in body.iter("p", "dd", "td", "blockquote"))
    if letters > _SHORT_PAGE or len(list(body.iter("h1", "h2"))) > _FEW_HEADINGS:
        return ""
    titles = [text_of(element) for element in (*root.iter("title"), *root.iter("h1"), *root.iter("h2")) if text_of(element)]
    said = next((title for title in titles if _says_error(title)), "")
    asks = any(field.get("type", "").lower() == "password" for field in root.iter("input"))
    return said or ((titles or [text_of(body)[:_FIRST_WORDS]])[0] if asks else "")


def _says_error(title: str) -> bool:
    words = re.findall(r"[^\W_]+", title.casefold())
    folded = f" {' '.join(words)} "
    return len(title) <= _TITLE_OF_ERROR and any(f" {row['words']} " in folded for row in tables.rows("error_page_words"))
