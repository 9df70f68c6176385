"""Names of the parts of an act by their number: articles, chapters, annexes."""

from __future__ import annotations

import re
from typing import Final

_ANNEX: Final = re.compile(r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|ALLEGATO|ANEXO)\b", re.IGNORECASE)
_LABEL_TITLE: Final = re.compile(
    r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|HOOFDSTUK|CHAPTER|CHAPITRE|KAPITEL|DEEL|PART|TITEL|TITLE|TITRE|AFDELING|SECTION)(?:\s+[IVXLC\d]+)?",
    re.IGNORECASE,
)
_PARTS: Final = (
    ("BOEK", "LIVRE", "BUCH", "BOOK"),
    ("DEEL", "PART", "PARTIE", "TEIL"),
    ("TITEL", "TITLE", "TITRE"),
    ("HOOFDSTUK", "CHAPTER", "CHAPITRE", "KAPITEL"),
    ("AFDELING", "SECTION", "ABSCHNITT"),
)
"""The names of the parts of an act, from the largest down (Interinstitutional Style Guide, 2.7; Aanwijzingen voor de regelgeving, 3.56)."""

_PART: Final = re.compile(
    rf"(?:(?P<name>{'|'.join(name for names in _PARTS for name in names)})\s+(?:\d{{1,3}}|[IVXLC]{{1,7}})(?![\w,])[.:]?)", re.IGNORECASE
)
_ARTICLE: Final = re.compile(r"(?:Artikel|Article|Artículo|Articolo|Artigo|Art\.)\s+\d+\s?\w*\.?", re.IGNORECASE)
"""The number of an article, which has its title on the next line."""


def is_numbered_title(text: str) -> bool:
    """Whether a text names a part of an act by its number and holds nothing else: `Artikel 3`, `HOOFDSTUK II`."""
    return bool(_ARTICLE.fullmatch(text) or _LABEL_TITLE.fullmatch(text))


def is_part_label(text: str) -> bool:
    """Whether a heading only says which chapter, title or annex follows, as `HOOFDSTUK II` does."""
    return bool(_LABEL_TITLE.fullmatch(text))


def part_rank(text: str) -> int | None:
    """How small a part of an act a heading opens by its name and number, with its title behind these or not; None where it opens none."""
    match = _PART.match(text)
    if match is None:
        return None
    return next(rank for rank, names in enumerate(_PARTS) if match["name"].upper() in names)


def is_article(text: str) -> bool:
    """Whether a text is the number of an article, and nothing else."""
    return bool(_ARTICLE.fullmatch(text))


def opens_annex(text: str) -> bool:
    """Whether a heading is that of an annex."""
    return bool(_ANNEX.match(text))
