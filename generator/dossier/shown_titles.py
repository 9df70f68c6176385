"""How the headings of documents are shown: with their numbers, and those that are printed in capitals only as a sentence begins.

The documents themselves keep the source's spelling; open data and downloads have that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.language.casing import Spellings, in_capitals
from generator.model import Block, Document, Term


def printed_title(heading: Block) -> str:
    """A heading as the source has it, its number first."""
    return f"{heading.label} {heading.text}".strip()


def shown_titles(documents: Iterable[Document], terms: Iterable[Term]) -> Mapping[str, Mapping[str, str]]:
    """The headings that are shown otherwise than they are printed: by document and block, with their numbers."""
    terms = tuple(terms)
    by_language: dict[str, list[Document]] = {}
    for document in documents:
        by_language.setdefault(document.meta.language, []).append(document)
    found: dict[str, Mapping[str, str]] = {}
    for language, group in by_language.items():
        in_need = [(document, headings) for document in group if (headings := tuple(_in_capitals(document)))]
        if not in_need:
            continue
        texts = (part.text for document in group for part in document.parts)
        spellings = Spellings.of(language, texts, _names(terms, language))
        for document, headings in in_need:
            found[document.meta.id] = {heading.id: spellings.sentence_case(printed_title(heading)) for heading in headings}
    return found


def _in_capitals(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks if block.type == "heading" and in_capitals(printed_title(block)))


def _names(terms: Iterable[Term], language: str) -> Iterator[str]:
    """The names of the glossary; what they stand for begins with a capital there that it has nowhere else."""
    for term in terms:
        yield from (term.term, *term.aliases, *(form for tongue, form in term.translations if tongue == language))
