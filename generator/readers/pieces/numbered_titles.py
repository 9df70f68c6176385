"""Names of the parts of an act by their number: articles, chapters, annexes."""

from __future__ import annotations

import re
from typing import Final

_ANNEX: Final = re.compile(r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|ALLEGATO|ANEXO)\b", re.IGNORECASE)
_LABEL_TITLE: Final = re.compile(
    r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|HOOFDSTUK|CHAPTER|CHAPITRE|KAPITEL|DEEL|PART|TITEL|TITLE|TITRE|AFDELING|SECTION)(?:\s+[IVXLC\d]+)?",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:Artikel|Article|Artículo|Articolo|Artigo|Art\.)\s+\d+\s?\w*\.?", re.IGNORECASE)
"""The number of an article, which has its title on the next line."""


def is_numbered_title(text: str) -> bool:
    """Whether a text names a part of an act by its number and holds nothing else: `Artikel 3`, `HOOFDSTUK II`."""
    return bool(_ARTICLE.fullmatch(text) or _LABEL_TITLE.fullmatch(text))


def is_part_label(text: str) -> bool:
    """Whether a heading only says which chapter, title or annex follows, as `HOOFDSTUK II` does."""
    return bool(_LABEL_TITLE.fullmatch(text))


def is_article(text: str) -> bool:
    """Whether a text is the number of an article, and nothing else."""
    return bool(_ARTICLE.fullmatch(text))


def opens_annex(text: str) -> bool:
    """Whether a heading is that of an annex."""
    return bool(_ANNEX.match(text))
