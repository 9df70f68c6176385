"""The name of a term where no text around explains it, and what a link in running text adds to its words."""

from __future__ import annotations

from generator.citations.labels import described
from generator.dossier.index import Entry, Site
from generator.language.senses import sense_in
from generator.model import Mention, Term


def full_name(term: Term) -> str:
    """A term as lists and cards call it: what an abbreviation stands for, and the abbreviation behind it in brackets.

    A name in small letters is a word that needs no explanation there, unless its entry says that it is an abbreviation.
    """
    expansion = sense_in(term).expansion
    is_word = term.term.islower() and term.kind != "acronym"
    says_itself = f" {term.term} ".casefold() in f" {expansion} ".casefold()
    return term.term if is_word or says_itself else f"{expansion} ({term.term})"


def meaning(site: Site, entry: Entry, mention: Mention, words: str) -> str | None:
    """The long form of an acronym, the acronym of a long form, the number of an act; None where the words say it themselves."""
    if mention.kind == "reference":
        said = described(mention.id, mention.role)
        return None if any(sign.isdigit() for sign in words) or said.casefold() == words.casefold() else said
    term = site.terms.get(mention.id) if mention.kind == "term" else None
    if term is None:
        return None
    expansion = sense_in(term, entry.document.meta.id, entry.document.meta.date).expansion
    said = expansion if words.casefold().startswith(term.term.casefold()) else term.term
    return None if said.casefold() == words.casefold() else said
