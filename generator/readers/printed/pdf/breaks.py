"""Whether a row of a PDF that has no mark starts something new: rules in order, of which the first that applies decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from generator.readers.pieces.front_matter import is_front_matter_label, is_head_line
from generator.readers.pieces.hyphens import HYPHENS
from generator.readers.printed.pdf.columns import is_flush, is_set_in
from generator.readers.printed.pdf.joints import INDENT, Joint
from generator.readers.printed.pdf.setting import other_type

_TORN: Final = 2.2
"""In units of the type size. A sentence goes on over this much space, as around a row with a raised digit or a formula. The PDFs of the
tests read alike with half of it and with twice as much."""

_HANGS: Final = 0.2
"""In units of the type size. Rows of an item whose text hangs begin right below it. The PDFs of the tests read alike with half of it;
one does not with twice as much."""

_ROUGHLY: Final = 2
"""In units of the type size. A sentence in an item goes on in a row that is set so much off."""

_TIGHT: Final = 0.3
"""In units of the type size: a row that leaves less room for the next word is full. The PDFs of the tests read alike with half of it and
with twice as much."""

_WIDE_SLACK: Final = 3.0
"""In units of the type size. Where rows are not filled word by word, only a row so much shorter than the rest ends something. The PDFs
of the tests read alike with half of it and with twice as much."""

_SHORT_OF_SENTENCE: Final = 0.15
"""Part of the column. A row in mid-sentence ends something only where so much of it is left empty. The PDFs of the tests read alike with
half of it and with twice as much."""

_FRONT_MATTER: Final = 30
"""Pieces at the start of a document among which its head block stands; as in `outline`."""

_Question: TypeAlias = Callable[[Joint], bool]


def breaks(joint: Joint) -> bool:
    """Whether the row at a joint starts something new."""
    if joint.same_part is not None:
        return not joint.same_part
    if other_type(joint.last, joint.line):
        return True
    rules = _OVER if joint.over else _WITHIN
    return next(verdict(joint) for applies, verdict in rules if applies(joint))


# What rules ask ----------------------------------------------------------------------------------------------------


def _always(_: Joint) -> bool:
    return True


def _never(_: Joint) -> bool:
    return False


def _in_word(joint: Joint) -> bool:
    """A word is broken between the rows."""
    return joint.last.text[-1:] in HYPHENS and joint.lower


def _mid_sentence(joint: Joint) -> bool:
    """A small letter goes on with the sentence."""
    return joint.mid_sentence


def _unended(joint: Joint) -> bool:
    """No sentence ends with the row before."""
    return not joint.ended


def _left_short(joint: Joint) -> bool:
    """A part of the row before is left empty that a sentence would have filled."""
    return joint.slack > _SHORT_OF_SENTENCE * (joint.last_column if joint.over else joint.column).width


# At the top of a page or column ------------------------------------------------------------------------------------


def _unclosed(joint: Joint) -> bool:
    """Neither a sentence nor what leads in a list ends with the row before."""
    return not joint.ended and not joint.last.text.endswith((":", ";"))


def _out_of_line(joint: Joint) -> bool:
    """The row starts elsewhere than the open chunk's text, or is set in beside the next row."""
    line, own, after = joint.line, joint.own, joint.after
    aligned = abs(joint.shift) <= INDENT * line.size or (len(own.lines) == 1 and not own.mark)
    return not aligned or (after is not None and line.left - after.left > INDENT * line.size and not own.mark)


def _set_in_again(joint: Joint) -> bool:
    """The row is set in as the single row before it, where paragraphs are, and a sentence ends before it."""
    single = joint.setting.sets_in and joint.ended and len(joint.own.lines) == 1 and not joint.own.mark
    return single and is_set_in(joint.line, joint.column)


def _heads_set_in(joint: Joint) -> bool:
    """The row is a title: it is not set in, where paragraphs are."""
    return joint.heads_set_in


def _titles(joint: Joint) -> bool:
    """The row is a title, and a sentence ends before it."""
    return joint.ended and joint.titles


def _closed_early(joint: Joint) -> bool:
    """The row before leaves room for the next word, or closes a list."""
    full = joint.slack < _TIGHT * joint.line.size and not _closes_list(joint)
    return not full or (joint.last_column.justified and not is_flush(joint.last, joint.last_column, joint.line.size))


def _closes_list(joint: Joint) -> bool:
    """The row before closes a list whose items ended in semicolons so far."""
    above, own = joint.above, joint.own
    if above is None or above.mark is None or own.mark is None or above.mark.style != own.mark.style:
        return False
    return above.lines[-1].text.rstrip().endswith((";", ",")) and joint.last.text.rstrip().endswith(".")


# Within a column ---------------------------------------------------------------------------------------------------


def _spaced(joint: Joint) -> bool:
    """More white than usual lies above the row."""
    return joint.spaced


def _not_torn(joint: Joint) -> bool:
    """No sentence plainly goes on, from a full row, over a little more space than usual."""
    open_ended = joint.mid_sentence and not joint.last.text.endswith((":", ";", ","))
    near = 0 < joint.line.base - joint.last.base < _TORN * joint.line.size
    return not (open_ended and near and not _left_short(joint))


def _below_title(joint: Joint) -> bool:
    """The row before is a title that stands nearer to the text than its rows to each other."""
    return joint.below_title and not joint.mid_sentence


def _says_what_it_is(joint: Joint) -> bool:
    """The row is, or comes after, one of those at the top of the first page that tell number, date or subject."""
    tells = is_front_matter_label(joint.line.text) or (is_head_line(joint.last.text) and joint.slack > 0)
    return tells and joint.line.page == 1 and joint.done < _FRONT_MATTER


def _limit(joint: Joint) -> float:
    """How far a row may start from the open chunk's text, in points: less where that hangs beside its mark."""
    own, size = joint.own, joint.line.size
    hangs = own.mark is not None and own.text_left + joint.column.left - own.left > INDENT * size
    return (_HANGS if hangs else INDENT) * size


def _in_line(joint: Joint) -> bool:
    """The row starts where the open chunk's text does, is centred below it or, in mid-sentence, nearly below it."""
    shift, marked = abs(joint.shift), joint.own.mark is not None
    if shift <= _limit(joint) or (not marked and joint.centred):
        return True
    return marked and shift <= _ROUGHLY * joint.line.size and joint.mid_sentence


def _out_to_left(joint: Joint) -> bool:
    """The row starts left of the open chunk's text: below an item's first row it may start below its mark, a paragraph's is set in."""
    own = joint.own
    return len(own.lines) > 1 or (own.mark is not None and abs(joint.line.left - own.left) > _limit(joint))


def _in_to_right(joint: Joint) -> bool:
    """The row starts right of the open chunk's text: a first row is set in, unless a sentence goes on."""
    own, after = joint.own, joint.after
    if len(own.lines) == 1:
        return not own.mark and not joint.mid_sentence
    return own.mark is not None or joint.ended or after is None or after.left < joint.line.left - _limit(joint)


def _is_shifted(joint: Joint) -> bool:
    """The row starts too far to the left or right to go on with the open chunk."""
    return not _in_line(joint) and (_out_to_left(joint) if joint.shift < 0 else _in_to_right(joint))


def _ended_in_justified(joint: Joint) -> bool:
    """A sentence ends in a column whose rows are filled out to its edge."""
    return joint.ended and joint.column.justified


def _fits(joint: Joint) -> bool:
    """The next word would have fitted on the row before, however tightly."""
    return joint.slack > 0


def _left_short_not_centred(joint: Joint) -> bool:
    """A part of the row before is left empty that a sentence would have filled, and not to centre it."""
    return _left_short(joint) and not joint.centred


def _had_room(joint: Joint) -> bool:
    """The next word would have fitted on the row before."""
    return joint.slack > (_TIGHT if joint.setting.greedy else _WIDE_SLACK) * joint.line.size


_OVER: Final[tuple[tuple[_Question, _Question], ...]] = (
    (_in_word, _never),
    (_mid_sentence, _never),
    (_unclosed, _left_short),
    (_titles, _always),
    (_heads_set_in, _always),
    (_set_in_again, _always),
    (_out_of_line, _always),
    (_always, _closed_early),
)
"""At the top of a page no white space tells: where the row applies (first), whether it starts something new (second)."""

_WITHIN: Final[tuple[tuple[_Question, _Question], ...]] = (
    (_spaced, _not_torn),
    (_below_title, _always),
    (_heads_set_in, _always),
    (_set_in_again, _always),
    (_says_what_it_is, _always),
    (_is_shifted, _always),
    (_in_word, _never),
    (_mid_sentence, _never),
    (_ended_in_justified, _fits),
    (_unended, _left_short_not_centred),
    (_always, _had_room),
)
"""Space tells most, then indent, then how full the row before is: where the row applies (first), whether it starts something (second)."""
