"""A reference as BibTeX, for LaTeX and reference managers."""

from __future__ import annotations

import re
from typing import Final

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from generator.output.bibliography import Reference, When

_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
"""The ten characters that LaTeX takes for commands, and how it prints them; letters with accents it reads as they are."""

_SPECIAL_PATTERN: Final = re.compile(r"[\\~^&%$#_{}]")
_FORM: Final = BibtexFormat()  # type: ignore[no-untyped-call]
_FORM.indent = "  "
"""Blanks and not the library's tab, which Markdown turns into as many blanks as it takes to the next stop."""

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Words that every BibTeX style knows and prints in the language of the text."""


def entry(reference: Reference) -> str:
    """The reference as one entry; a report without an author is of the kind that needs none."""
    report = reference.kind == "report" and reference.author
    values = {
        "author": _whole(reference.author),
        "title": _whole(reference.title),
        "type": escape(reference.genre) if report else "",
        "institution": _whole(reference.author) if report else "",
        "number": escape(reference.number),
        "howpublished": escape(reference.container),
        "date": _edtf(reference.when) if reference.when else "",
        "language": reference.language,
        "note": escape(_note(reference)),
        # Packages for addresses read them as they stand.
        "url": reference.url.replace("{", "%7B").replace("}", "%7D"),
    }
    fields = [Field(key, value) for key, value in values.items() if value]
    kind = "techreport" if report else "misc"
    return write_string(Library([Entry(kind, reference.key, [*fields, *_date(reference.when)])]), bibtex_format=_FORM).strip() + "\n"


def escape(text: str) -> str:
    """Text that LaTeX prints as it is."""
    return _SPECIAL_PATTERN.sub(lambda match: _SPECIAL[match.group()], text)


def _whole(text: str) -> str:
    """Text that BibTeX neither takes for a person's name nor sets in other capitals."""
    return f"{{{escape(text)}}}" if text else ""


def _note(reference: Reference) -> str:
    """Where in it, and what a date is that has no numbers; then, for old styles that know no `url`, nothing more."""
    odd = reference.when.words if reference.when and (reference.when.about or not reference.when.days) else ""
    return "; ".join(part for part in (reference.place, odd) if part)


def _edtf(when: When) -> str:
    """The date for BibLaTeX, which reads EDTF of the levels 0 and 1."""
    return when.edtf if when.days and not when.season else ""


def _date(when: When | None) -> list[Field]:
    """The year and month for BibTeX itself: of a period, those in which it begins."""
    if when is None or not when.days:
        return []
    year, *rest = when.days[0]
    fields = [Field("year", str(year))]
    if rest and not when.season:
        month = Field("month", _MONTHS[rest[0] - 1])
        month.enclosing = "no-enclosing"
        fields.append(month)
    return fields
