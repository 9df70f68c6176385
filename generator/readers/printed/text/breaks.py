"""Whether a row of a text that has no mark starts something new: rules in order, of which the first that applies decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.readers.pieces.articles import opens_article
from generator.readers.pieces.front_matter import is_front_matter_label, is_head_line
from generator.readers.pieces.numbered_titles import is_numbered_title
from generator.readers.pieces.roles import opening
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.pieces.titles import is_title, is_upper, leads_on
from generator.readers.printed.edges.page_numbers import CENTRED
from generator.readers.printed.text.chunks import TITLE_ROWS, Chunk, Open, in_prose
from generator.readers.printed.text.paragraph_starts import ParagraphStarts
from generator.readers.printed.text.reading import HEAD_ROWS, WORD, Reading
from generator.readers.printed.text.title_rows import SURE_OF_TITLE, TitleRows

_FIGURE: Final = re.compile(r"(?=\S{0,40}\d)\S{0,40}[/-]\S{0,40}\s")
"""The number of an act or a case: the sentence before goes on with it."""


class Breaks:
    """The rules by which rows without a mark start something new; `chunks` are those closed so far."""

    def __init__(self, reading: Reading, titles: TitleRows, chunks: Sequence[Chunk]) -> None:
        """Use what all rows show."""
        self.reading, self.titles, self.chunks = reading, titles, chunks
        self.rows, self.plain, self.shape = reading.rows, reading.plain, reading.shape
        self.paragraphs = ParagraphStarts(reading, titles, chunks)

    def at(self, start: Open, index: int) -> bool:
        """Whether a row without a mark starts something new, by the first rule of `_BREAKS` that applies."""
        rule = next(rule for rule in _BREAKS if rule.applies(self, start, index))
        return rule.breaks(self, start, index)

    def is_text_of_mark(self, start: Open, index: int) -> bool:
        """Whether the row before holds a mark or a number alone, whose text this is."""
        alone = (start.mark and self.reading.is_bare_item(start.first)) or (start.title and self.reading.is_bare(start.first))
        return index == start.first + 1 and bool(alone)

    def is_at_table(self, _start: Open, index: int) -> bool:
        """Whether this row or the one before is one of a table, or the one before a line of a table of contents."""
        return index in self.reading.table or index - 1 in self.reading.table or index - 1 in self.reading.contents

    def is_whole_paragraph(self, _start: Open, _index: int) -> bool:
        """Whether each line of this text is a paragraph."""
        return not self.shape.wrapped

    def ends_line(self, start: Open, index: int) -> bool:
        """Whether a whole paragraph ends: not a title in capitals that goes on in small letters, nor a sentence cut by a page."""
        cut = self.rows[index].relation == "page" and not ends_sentence(self.plain[index - 1]) and starts_lower(self.plain[index])
        return not (self._titles_on(start, index) or cut)

    def is_line_of_head(self, start: Open, index: int) -> bool:
        """Whether two rows at the head of a document are each a line of its head block: a label, a number, a date, an institution."""
        if in_prose(self.chunks):
            return False
        before, text = self.plain[index - 1], self.plain[index]
        if is_front_matter_label(text):
            return True
        lines = (start.first == index - 1 and is_head_line(before)) or (is_head_line(text) and not starts_lower(text))
        return self.reading.tight_head and index <= HEAD_ROWS and lines

    def opens_part(self, _start: Open, index: int) -> bool:
        """Whether a row opens a citation, the recitals, an article or the signature of an act, and the one before may end something."""
        before, text = self.plain[index - 1], self.plain[index]
        opens = bool(opening(text)) or opens_article(text) is not None
        # In French "considérant ce qui suit:" stands in small letters, on a row of its own.
        own_row = not starts_lower(text) or (text.endswith(":") and opening(text) == "recitals")
        return opens and own_row and (before.endswith((",", ":", ";")) or ends_sentence(before))

    def ends_numbered_title(self, start: Open, index: int) -> bool:
        """Whether the rows so far are the number of a part of an act, whose title stands below it."""
        if start.mark or index - start.first > TITLE_ROWS:
            return False
        return is_numbered_title(" ".join(self.plain[start.first : index]))

    def starts_page_anew(self, start: Open, index: int) -> bool:
        """Whether a page starts with a word that opens sentences, below a row that ended early without a stop, a label's or a citation's."""
        if self.rows[index].relation != "page" or ends_sentence(self.plain[index - 1]):
            return False
        match = WORD.match(self.plain[index])
        if starts_lower(self.plain[index]) or match is None:
            return False
        if is_front_matter_label(self.plain[start.first]) and not in_prose(self.chunks):
            return True
        whole = self.plain[index - 1].endswith(",") and opening(self.plain[start.first]) == "citation"
        return match.group() in self.reading.openers and (whole or self.reading.slack(index - 1) > SURE_OF_TITLE)

    def is_set_apart(self, _start: Open, index: int) -> bool:
        """Whether white space stands above the row."""
        return self.rows[index].relation == "separated"

    def is_in_sentence(self, _start: Open, index: int) -> bool:
        """Whether the row before does not end a sentence."""
        return not ends_sentence(self.plain[index - 1])

    def is_centred(self, _start: Open, index: int) -> bool:
        """Whether the row is set far more to the right than the one before."""
        return self.rows[index].indent - self.rows[index - 1].indent >= CENTRED

    def starts_paragraph(self, start: Open, index: int) -> bool:
        """Whether a new sentence at the start of a row starts a paragraph."""
        return not starts_lower(self.plain[index]) and self.paragraphs.starts(start, index)

    def _titles_on(self, start: Open, index: int) -> bool:
        """Whether a row in small letters goes on with a title that began in capitals: "RICHTLIJN … / van 21 juni 2022"."""
        title = " ".join(self.plain[start.first : index])
        return is_upper(self.plain[start.first]) and is_title(title) and starts_lower(self.plain[index]) and not start.mark

    def breaks_apart(self, start: Open, index: int) -> bool:
        """Whether white space above a row ends a paragraph: it does, unless the sentence plainly continues below it."""
        before, text = self.plain[index - 1], self.plain[index]
        if ends_sentence(before):
            return True
        if starts_lower(text):
            return start.title is not None and is_title(before) and not self._completes_title(start, index)
        listed = start.mark is not None and start.title is None and self.reading.fullness.fills(index - 1)
        return not (index - start.first > TITLE_ROWS or listed) or self.reading.slack(index - 1) >= 0

    def _completes_title(self, start: Open, index: int) -> bool:
        """Whether a row in small letters is the last of a title that was torn by a blank row: something new starts below it."""
        apart = index + 1 < len(self.rows) and self.rows[index + 1].relation == "separated" and not starts_lower(self.plain[index + 1])
        return apart and index - start.first < TITLE_ROWS and is_title(" ".join(self.plain[start.first : index + 1]))

    def ends_title(self, start: Open, index: int) -> bool:
        """Whether the rows so far are a heading, given that they do not end as a sentence does."""
        so_far = " ".join(self.plain[start.first : index])
        if self._is_no_title_yet(start, index) or not is_title(so_far):
            return False
        text = self.plain[index]
        if is_upper(so_far) or is_upper(text):
            return (is_upper(so_far) or so_far.isupper()) != (is_upper(text) or text.isupper())
        if self.shape.first_line_indent and self.rows[index].indent > self.rows[index - 1].indent:
            return True
        return self._title_ends_by_place(start, index)

    def _is_no_title_yet(self, start: Open, index: int) -> bool:
        """Whether the rows so far are an item, too many, or go on in the next: in small letters, or with the number of an act."""
        text = self.plain[index]
        goes_on = starts_lower(text) or (self.rows[index].relation == "page" and bool(_FIGURE.match(text)))
        goes_on = goes_on or (start.title is None and leads_on(self.plain[index - 1]))
        return goes_on or (start.mark is not None and start.title is None) or index - start.first > TITLE_ROWS

    def _title_ends_by_place(self, start: Open, index: int) -> bool:
        """Whether a title ends with its page, or by how short its last row is."""
        at_page = self.rows[index].relation == "page"
        if at_page and start.title is not None:
            return True
        # Printers do not leave the first line of a paragraph alone at the foot of a page.
        alone = at_page and index - start.first == 1
        return self.reading.slack(index - 1) > self.titles.sure_of_title(index, numbered=alone or start.title is not None)


_Test: TypeAlias = Callable[[Breaks, Open, int], bool]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where a rule applies, and whether a row there breaks off what is being gathered."""

    applies: _Test
    breaks: _Test


def _always(_breaks: Breaks, _start: Open, _index: int) -> bool:
    return True


def _never(_breaks: Breaks, _start: Open, _index: int) -> bool:
    return False


# In order: the first that applies decides. Marks come before all of these; they are told by the sequences they continue.
_BREAKS: Final = (
    _Rule(Breaks.is_text_of_mark, _never),  # a mark on a row of its own belongs to what follows, whatever that is
    _Rule(Breaks.is_at_table, _always),  # rows of tables and contents are complete
    _Rule(Breaks.is_whole_paragraph, Breaks.ends_line),  # without rows there is nothing to join
    _Rule(Breaks.is_line_of_head, _always),  # a head block has no sentences that could run on
    _Rule(Breaks.opens_part, _always),  # "Gezien …" may interrupt anything that ends in a comma
    _Rule(Breaks.ends_numbered_title, _always),  # "Artikel 3" has its title below it
    _Rule(Breaks.starts_page_anew, _always),  # before white space, for the end of a page has none
    _Rule(Breaks.is_set_apart, Breaks.breaks_apart),  # white space is a sign, not a proof
    _Rule(Breaks.is_in_sentence, Breaks.ends_title),  # only a title stops in mid-sentence
    _Rule(Breaks.is_centred, _always),
    _Rule(_always, Breaks.starts_paragraph),  # what is left: how full the row above is
)
