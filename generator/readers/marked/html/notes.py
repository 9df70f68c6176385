"""The footnotes of a web page: which links are markers, which blocks are the notes, and what links back."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from generator.readers.marked.html.linked_notes import linked
from generator.readers.marked.html.looks import Looks
from generator.readers.marked.html.note_page import NotePage
from generator.readers.marked.html.unlinked_notes import raised, said


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page, by element: the name of the note for a marker and for a note's block; the labels, and the links back to the text."""

    markers: dict[etree._Element, str] = field(default_factory=dict)
    bodies: dict[etree._Element, str] = field(default_factory=dict)
    labels: frozenset[etree._Element] = frozenset()
    returns: frozenset[etree._Element] = frozenset()


def find_notes(body: etree._Element, looks: Looks) -> Notes:
    """The notes of a page; links that lead to each other from text and note, then blocks that say they are notes, then bare raised digits."""
    page = NotePage(body, looks)
    for find in (linked, said, raised):
        find(page)
    return Notes(page.markers, page.bodies, frozenset(page.labels), frozenset(page.returns))
