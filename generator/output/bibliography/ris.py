"""A reference as RIS, which EndNote, Mendeley, Zotero and library catalogues exchange."""

from __future__ import annotations

from typing import Any, Final

import rispy

from generator.output.bibliography import Reference, When

_TYPES: Final = {"report": "RPRT", "webpage": "ELEC", "graphic": "FIGURE"}


class _Writer(rispy.RisWriter):  # type: ignore[misc] # the library has no types
    """Writes records without the number that the library puts above each: the format has none."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 - the base class's
        """The text above a record: none."""
        return ""


def record(reference: Reference) -> str:
    """The reference as one record."""
    facts = {
        "type_of_reference": _TYPES[reference.kind],
        "id": reference.key,
        "authors": [_flat(reference.author)] if reference.author else None,
        "title": _flat(reference.title),
        "secondary_title": _flat(reference.container),
        **_date(reference.when),
        "publisher": _flat(reference.author) if reference.kind == "report" else None,
        # For a report this is its number, not that of a series (RIS Format Specifications, Report).
        "issn": _flat(reference.number),
        "type_of_work": _flat(reference.genre),
        "language": reference.language,
        "notes": [note for note in (reference.place, _doubt(reference.when)) if note] or None,
        "urls": [reference.url],
    }
    return str(rispy.dumps([{key: value for key, value in facts.items() if value}], implementation=_Writer)).strip("\n") + "\n"


def _date(when: When | None) -> dict[str, Any]:
    """The year, and the date as `2016/06/07/`, whose parts may be empty; of a period, its beginning."""
    if when is None or not when.days:
        return {}
    year, *rest = when.days[0]
    parts = [f"{year:04d}", *("" if when.season else f"{part:02d}" for part in rest), "", ""]
    return {"year": f"{year:04d}", "date": "/".join(parts[:3]) + "/"}


def _doubt(when: When | None) -> str:
    """What a date is of which the numbers say too much or too little."""
    return when.words if when and (when.about or len(when.days) != 1 or when.season) else ""


def _flat(text: str) -> str:
    """Text on one line: a line end would begin another field."""
    return " ".join(text.split())
