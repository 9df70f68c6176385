"""Signatures below a text: the place and date, on whose behalf, the offices and names of who signs. None of these lines is a heading."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.numbered_titles import is_numbered_title
from generator.readers.pieces.roles import ANNEX, opening

DATE: Final = re.compile(r"\d{1,2}[. ]\s?(?:[^\W\d_]+|\d{1,2})[. ]\s?\d{4}")
"""A date by itself heads what happened on it, and nothing else."""

SIGNATORY: Final = re.compile(r"(?:[A-ZÀ-Þ]\.\s?){1,4}(?:[a-zà-ÿ'’]+\s){0,3}[A-ZÀ-Þ][\w'’-]+(?:[\s,-].{0,30})?")
"""Initials and a surname, perhaps with an office: "A.B. van den Berg, plv."."""

_PLACE_AND_DATE: Final = re.compile(rf"[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?,\s(?:(?:den|le|li|il|el|the|de)\s)?(?:{DATE.pattern})")
_PLACE: Final = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}\s?")
_LONGEST: Final = 120
"""Characters of a line in a signature: a place and date, an office, a name."""


def is_signed(draft: Draft, before: Draft | None, after: Draft | None, *, signing: bool) -> bool:
    """Whether a text is a line of a signature; `signing` says that the one before is.

    A signature begins below the last sentence with its place and date, and ends where an annex or a new sentence begins.
    """
    if draft.kind != "paragraph" or draft.marked_title or len(draft.text) > _LONGEST or not _is_name_or_date(draft):
        return False
    return _goes_on(draft) if signing else _closes(before) and (is_dated(draft, after) or opening(draft.text) == "signature")


def _is_name_or_date(draft: Draft) -> bool:
    """Whether the mark of a text, if it has one, may be an initial or a day: "A. Schmidt", "4 August 2031"."""
    whole = f"{draft.label} {draft.text}"
    return not draft.label or bool(SIGNATORY.fullmatch(whole) or DATE.fullmatch(whole))


def _goes_on(draft: Draft) -> bool:
    """Whether a line goes on with a signature: an office or a name, or one word that ends in a full stop."""
    sentence = draft.text.endswith((".", "!", "?")) and len(draft.text.split()) > 1
    return not (sentence or is_numbered_title(draft.text) or ANNEX.match(draft.text))


def _closes(before: Draft | None) -> bool:
    """Whether the text above a signature ends as its last sentence does."""
    return before is not None and before.kind in {"paragraph", "list_item"} and before.text.endswith(".")


def is_dated(draft: Draft, after: Draft | None) -> bool:
    """Whether a text is the place and date of a signature, or the place above its date."""
    below = f"{after.label} {after.text}".strip() if after is not None else ""
    return bool(_PLACE_AND_DATE.fullmatch(draft.text) or (_PLACE.fullmatch(draft.text) and DATE.fullmatch(below)))


def unnumbered(draft: Draft) -> Draft:
    """A text with what looked like its mark as its first word."""
    if draft.label_span is None:
        return replace(draft, mark=None, title=None)
    (_, end), *others = draft.rows[0]
    rows = (((draft.label_span[0], end), *others), *draft.rows[1:])
    return replace(draft, rows=rows, text=f"{draft.label} {draft.text}", label="", label_span=None, mark=None, title=None)
