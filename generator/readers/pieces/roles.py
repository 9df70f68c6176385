"""What the parts of a legal text are for: citations, recitals, articles with their paragraphs and points, annexes, the signature.

The rules are those of the Joint Handbook on acts of the ordinary legislative procedure, whose openings `data/legal_openings.csv` lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final, Literal, TypeAlias

from generator.language import tables
from generator.model import Role
from generator.readers.pieces.drafts import Draft

Part: TypeAlias = Literal["preamble", "recitals", "articles", "between", "annex", "signature"]

ARTICLE: Final = re.compile(
    r"(?:Artikel|Article|Artículo|Articolo|Artigo|Artykuł|Článek|Articolul|Член|Άρθρο|Art\.)\s+(?:\d+\s?\w*|[IVXLC]+|premier|1er|único|unico|enig)(?:[.:-]\d+\w*)*\.?",
    re.IGNORECASE,
)
"""The number of an article and nothing else; its title stands on the next line."""

ANNEX: Final = re.compile(
    r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|ANLAGE|ALLEGATO|ANEXO|BILAG|BILAGA|ZAŁĄCZNIK|PŘÍLOHA|ANEXA)(?:\s+[IVXLC\d]+\w?)?\b", re.IGNORECASE
)
_PARAGRAPH: Final = re.compile(r"\d{1,3}\.?[a-z]?\.?|§\s?\d+\.?|\(\d{1,2}\)|[IVXL]{1,6}\. ?[-–—]")
_RECITAL: Final = re.compile(r"\(?\d{1,3}[.)]?")
_LONGEST_LINE: Final = 120
"""Characters of a line in a signature: a place and date, an office, a name."""


def with_roles(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The same drafts in the same order, each with its role where its words and place tell it; a role that the markup gave is kept.

    Only texts with articles, or with citations and recitals, have roles; in any other text all are empty.
    """
    drafts = tuple(drafts)
    if not _is_legal(drafts):
        return drafts
    reader = _Reader()
    return tuple(reader.placed(draft) for draft in drafts)


def article_number(heading: str) -> str:
    """The number of the article that a heading starts with, `Artikel 3`, where its title comes after it or on the next line; else nothing."""
    match = ARTICLE.match(heading)
    rest = heading[match.end() :] if match else ""
    return match.group().rstrip() if match and (not rest or rest[0] in " :.–-(") and not rest.strip().startswith((",", "lid")) else ""


def _is_legal(drafts: tuple[Draft, ...]) -> bool:
    if any(draft.role or (draft.kind == "heading" and article_number(draft.text)) for draft in drafts):
        return True
    opened = {opening(draft.text) for draft in drafts if draft.kind == "paragraph"}
    return "citation" in opened and bool(opened & {"recital", "recitals"})


def opening(text: str) -> str:
    """What the first words of a paragraph open, by data/legal_openings.csv: citation, recital (one), recitals (all), signature; else empty."""
    folded = text[:_LONGEST_OPENING].casefold().replace("’", "'")
    return next((opens for words, opens in _openings() if folded.startswith(words)), "")


_LONGEST_OPENING: Final = 60
"""Characters of a paragraph in which its first words stand; the longest of data/legal_openings.csv have 37."""


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    return tuple((row["words"], row["opens"]) for row in tables.rows("legal_openings"))


class _Reader:
    """Goes through the drafts of an act in order, and knows in which part of it the next one stands."""

    def __init__(self) -> None:
        self.part: Part = "preamble"
        self.title_due = False

    def placed(self, draft: Draft) -> Draft:
        """The draft with its role."""
        role = self._role(draft)
        return replace(draft, role=draft.role or role)

    def _role(self, draft: Draft) -> Role:
        if draft.role == "amendment" or draft.kind in {"front_matter", "quote"}:
            return draft.role
        if draft.kind == "heading":
            return self._heading(draft)
        self.title_due = False
        return self._item(draft) if draft.kind == "list_item" else self._text(draft)

    def _heading(self, draft: Draft) -> Role:
        number = article_number(draft.text)
        if number:
            self.part, self.title_due = "articles", number == draft.text
            return "article"
        if self.title_due:
            self.title_due = False
            return "article"
        if draft.role == "annex" or ANNEX.match(draft.text):
            self.part = "annex"
            return "annex"
        self.part = "annex" if self.part in {"signature", "annex"} else "between" if self.part in {"articles", "between"} else self.part
        return ""

    def _item(self, draft: Draft) -> Role:
        if self.part == "recitals":
            return "recital" if _RECITAL.fullmatch(draft.label) else ""
        if self.part == "preamble" and opening(draft.text) == "recital":
            return "recital"
        if self.part != "articles":
            return ""
        return "paragraph" if (draft.depth or 1) == 1 and _PARAGRAPH.fullmatch(draft.label) and not draft.label.startswith("(") else "point"

    def _text(self, draft: Draft) -> Role:
        opened = opening(draft.text)
        if opened == "signature" and self.part != "annex":
            self.part = "signature"
        if self.part == "signature":
            return "signature" if len(draft.text) <= _LONGEST_LINE else ""
        if self.part == "preamble" and opened == "recitals":
            self.part = "recitals"
            return ""
        if self.part == "preamble":
            before: dict[str, Role] = {"citation": "citation", "recital": "recital"}
            return before.get(opened, "")
        if self.part == "recitals" and draft.text.endswith(":"):
            self.part = "preamble"
            return ""
        in_text: dict[Part, Role] = {"recitals": "recital", "articles": "paragraph"}
        return in_text.get(self.part, "") if draft.kind == "paragraph" else ""
