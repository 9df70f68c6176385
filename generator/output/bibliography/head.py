"""A reference as meta elements in the head of a page, from which reference managers in a browser save it (Highwire Press tags; Zotero and Google Scholar read them)."""

from __future__ import annotations

from generator.output.bibliography import Reference


def tags(reference: Reference) -> tuple[tuple[str, str], ...]:
    """The names of meta elements with their values; what is not known has none."""
    when = reference.when
    date = "/".join(f"{part:02d}" for part in when.days[0]) if when and when.days and not when.season else ""
    facts = (
        ("citation_title", reference.title),
        ("citation_author", reference.author),
        ("citation_publication_date", date),
        ("citation_technical_report_number", reference.number),
        ("citation_technical_report_institution", reference.author if reference.kind == "report" else ""),
        ("citation_language", reference.language),
        ("citation_public_url", reference.url),
    )
    return tuple((name, value) for name, value in facts if value)
