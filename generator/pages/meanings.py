"""What a link in running text says beside its words, for who points at it."""

from __future__ import annotations

from generator.citations.labels import described
from generator.dossier.index import Entry, Site
from generator.language.senses import sense_in
from generator.model import Mention


def meaning(site: Site, entry: Entry, mention: Mention, words: str) -> str | None:
    """The long form of an acronym, the acronym of a long form, the number of an act; None where the words say that themselves."""
    if mention.kind == "reference":
        said = described(mention.id, mention.role)
        return None if any(sign.isdigit() for sign in words) or said.casefold() == words.casefold() else said
    term = site.terms.get(mention.id) if mention.kind == "term" else None
    if term is None:
        return None
    expansion = sense_in(term, entry.document.meta.id, entry.document.meta.date).expansion
    said = expansion if words.casefold().startswith(term.term.casefold()) else term.term
    return None if said.casefold() == words.casefold() else said
