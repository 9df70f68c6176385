"""Reads Markdown by what its marks mean to a reader: indents and the number of # signs are often wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.language.decoding import decoded
from generator.language.detection import language_of
from generator.model import Seed, Transcript
from generator.readers.marked.markdown.block import Block
from generator.readers.marked.markdown.broken_sentences import made_whole
from generator.readers.marked.markdown.lines import MarkdownLines
from generator.readers.marked.markdown.note_lines import called_notes
from generator.readers.pieces.assemble import Parts, assemble
from generator.readers.pieces.compose import Spelling
from generator.readers.pieces.drafts import Aside, Draft
from generator.readers.pieces.enumeration import find_heading_mark
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.lines import content_lines
from generator.readers.pieces.outline import classify
from generator.readers.pieces.shape import Shape
from generator.readers.pieces.titles import is_title
from generator.readers.printed.edges.page_edges import find_furniture

_STRONG: Final = re.compile(r"(?<![*_\w])(\*\*|__)(?=[^\s*_])[^\n*_]+(?<=\S)\1(?![*_\w])")
_WHOLE_LINES: Final = Shape(unit=0, margin=0, wrapped=False, page_indent=False, first_line_indent=False)
_TELLTALE: Final = 2
"""So many lines of Markdown's marks make a text Markdown; one may be chance."""


def recognises(seed: Seed) -> bool:
    """Whether a text is Markdown: by its suffix, or by headings with # signs, words between double stars, or footnotes in its notation."""
    if seed.name.lower().endswith(".md"):
        return True
    text = seed.raw.decode(errors="replace")
    if re.search(r"(?m)^\#{1,6} \S", text) or re.search(r"(?m)^\[\^\w+\]:", text):
        return True
    return sum(1 for _, _ in zip(_STRONG.finditer(text), range(_TELLTALE), strict=False)) >= _TELLTALE


def opened(seed: Seed) -> Transcript:
    """The text of a seed, marks and all; raises `UnreadableError` where it is no text."""
    found = decoded(seed.path, seed.raw)
    return Transcript(seed, found.text, "markdown", defects=found.defects)


def read(source: Transcript, lexicon: Lexicon) -> Parts:
    """The parts of the document; together they hold every character of the seed that is not white space."""
    lines = content_lines(source.text)
    furniture = {index: kind for index, kind in find_furniture(lines, _WHOLE_LINES).items() if kind != "rule"}
    taken = MarkdownLines(source.text, called_notes(lines))
    for index, line in enumerate(lines):
        if index in furniture and not taken.tagged:
            taken.set_aside(line, furniture[index])
        else:
            taken.take(line)
    taken.finish()
    made = taken.made
    drafts = classify(made_whole(_drafts(made.found), frozenset(lines[index].number for index in furniture)))
    aside = Aside(taken.notes.drafts(), tuple(made.markers), tuple(made.furniture), tuple(made.spelled))
    # Words are broken only where rows of print were taken over, page by page.
    return assemble(source, drafts, aside, Spelling(lexicon, soft=bool(furniture), language=language_of(source.text)))


def _drafts(found: Sequence[Block]) -> Iterator[Draft]:
    """The drafts of the blocks; whether headings have # signs says what lines without may be."""
    signed = any(block.signs for block in found)
    for block, after in zip(found, (*found, None)[1:], strict=True):
        draft = block.draft(signed=signed)
        yield draft if signed else _numbered(draft, block, after)


def _numbered(draft: Draft, block: Block, after: Block | None) -> Draft:
    """An item that may be a heading: where no heading has signs, a number and a title by themselves above text."""
    if block.kind != "item" or len(block.lines) > 1 or after is None or after.kind != "text":
        return draft
    title = find_heading_mark(f"{draft.label} {draft.text}")
    return replace(draft, title=title) if title and is_title(draft.text) else draft
