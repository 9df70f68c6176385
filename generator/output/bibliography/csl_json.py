"""A reference as CSL-JSON, which Zotero, Pandoc and others read (https://github.com/citation-style-language/schema, csl-data.json)."""

from __future__ import annotations

from typing import Any

from generator.output.bibliography import Reference, When


def item(reference: Reference) -> dict[str, Any]:
    """The reference as an item of CSL-JSON; what is not known has no key."""
    facts = {
        "id": reference.key,
        "type": reference.kind,
        "title": reference.title,
        "author": [{"literal": reference.author}] if reference.author else None,
        "genre": reference.genre,
        "container-title": reference.container,
        "number": reference.number,
        "issued": issued(reference.when) if reference.when else None,
        "language": reference.language,
        # The place is that of a citation, not of what is cited; CSL-JSON has no key for it, and reference managers show a note.
        "note": reference.place,
        "URL": reference.url,
    }
    return {key: value for key, value in facts.items() if value}


def issued(when: When) -> dict[str, Any]:
    """A date as CSL-JSON has it: in numbers where it can be, else in words."""
    if not when.days:
        return {"literal": when.words}
    told: dict[str, Any] = {"date-parts": [list(day) for day in when.days]}
    if when.season:
        told["season"] = when.season
    return told | {"circa": True} if when.about else told
