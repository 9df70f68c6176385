"""Which of its meanings a term has in a document."""

from __future__ import annotations

from generator.language import edtf
from generator.model import Sense, Term


def sense_in(term: Term, document: str = "", date: str | None = None) -> Sense:
    """What a term stands for in a document of a date (EDTF): the sense that names the document, else the first of its time that names none."""
    named = [sense for sense in term.senses if document in sense.documents]
    open_ones = [sense for sense in term.senses if not sense.documents]
    timely = [sense for sense in open_ones if edtf.holds(sense.start, sense.end, date)]
    return (*named, *timely, *open_ones, *term.senses)[0]
