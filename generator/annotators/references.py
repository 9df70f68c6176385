"""References to acts: documents of the Commission and the Council, legislation, treaties, cases, the Official Journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from generator.citations.grammar import citations
from generator.citations.rules import Citation, Setting
from generator.language import edtf
from generator.model import Annotator, Document, Mention, Part

Parsed: TypeAlias = Mapping[str, tuple[Citation, ...]]

_SAME: Final = "same"
"""The kind of a citation that says only "the same"."""

_UNKNOWN: Final = "other"


def reference_finder(document: Document) -> Annotator:
    """An annotator for one document; the `role` of its mentions is the kind of act."""
    date = document.meta.date
    setting = Setting((edtf.parse(date).machine or "") if date else "")
    parsed = {part.anchor: tuple(citations(part.text, setting)) for part in document.parts}
    kinds = {citation.id: citation.kind for found in parsed.values() for citation in found if citation.kind != _UNKNOWN}
    repeated = _repeated(document, parsed)

    def find(part: Part) -> Iterable[Mention]:
        for place, citation in enumerate(parsed[part.anchor]):
            known = repeated.get(part.anchor, citation) if citation.kind == _SAME and not place else citation
            yield _mention(part.text, known, kinds)

    return find


def _mention(text: str, citation: Citation, kinds: Mapping[str, str]) -> Mention:
    """The mention; the kind of an act that is cited by its number alone is the one that the document says elsewhere."""
    words = " ".join(text[citation.start : citation.end].split())
    kind = kinds.get(citation.id, _UNKNOWN) if citation.kind == _UNKNOWN else citation.kind
    role = _UNKNOWN if kind == _SAME else kind
    return Mention("reference", citation.id or words, citation.start, citation.end - citation.start, role=role)


def _repeated(document: Document, parsed: Parsed) -> dict[str, Citation]:
    """For each footnote that begins with "ibid.", by its anchor: what the note before it cites last."""
    meant: dict[str, Citation] = {}
    last: Citation | None = None
    for note in document.notes:
        found = parsed[note.anchor]
        repeats = bool(found) and found[0].kind == _SAME
        if repeats and last:
            meant[note.anchor] = replace(last, start=found[0].start, end=found[0].end)
        known = [citation for citation in found if citation.kind != _SAME]
        last = known[-1] if known else last if repeats else None
    return meant
