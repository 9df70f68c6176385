"""Where one paragraph, item or heading of a PDF ends and the next begins: by space, indent, type, marks and how full a row is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import HeadingMark, Mark, find_heading_mark, find_marks
from generator.readers.pieces.hyphens import HYPHENS
from generator.readers.printed.front_matter import is_front_matter_label
from generator.readers.printed.pdf_lines import Line, is_table
from generator.readers.printed.shape import ends_sentence, starts_lower

_MORE_SPACE: Final = 1.16
"""Space between rows that is this much more than usual parts paragraphs; a row with a raised digit may stand a little lower."""

_RAISED_SPACE: Final = 1.2
"""A row with a raised digit may stand so much lower: browsers make room for it."""

_NEXT_ITEM: Final = 12
"""The next item of a list starts within so many rows."""

_TORN: Final = 2.2
"""In units of the type size. A sentence goes on over this much space, as around a row with a raised digit or a formula."""

_INDENT: Final = 0.6
"""In units of the type size. A smaller shift is chance, or the side bearing of a letter."""

_HANGS: Final = 0.2
"""In units of the type size. Rows of an item whose text hangs begin right below it."""

_OTHER_SIZE: Final = 1.04
_FLUSH: Final = 0.25
"""In units of the type size: rows set to full width end at most so far from the edge."""

_JUSTIFIED: Final = 0.4
"""In a column set to full width so many rows at least end at one edge: all but the last rows of paragraphs, and headings."""

_OFTEN: Final = 0.08
_FAR_OUT: Final = 30
"""Points. A row that begins so far left of the others hangs out: the number of a row, a sign in the margin."""

_BARE_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]?")
_GLYPH: Final = re.compile(r"[^\w\s(\[\"“„‘'«¿¡§€$£%+]")
_WIDE_SLACK: Final = 3.0
"""In units of the type size. Where rows are not filled word by word, only a row so much shorter than the rest ends something."""

_SHORT_OF_SENTENCE: Final = 0.15
"""Part of the column. A row in mid-sentence ends something only where so much of it is left empty."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that belong together and the mark they start with: its range, and where the text after it begins on the page."""

    lines: tuple[Line, ...]
    mark: Mark | None = None
    title: HeadingMark | None = None
    label_length: int = 0
    region: str = ""


@dataclass(slots=True)
class _Open:
    lines: list[Line]
    mark: Mark | None
    title: HeadingMark | None
    label_length: int
    text_left: float


@dataclass(frozen=True, slots=True)
class _Column:
    """The edges between which a flow's rows are set."""

    left: float
    right: float
    justified: bool


def chunks_of(body: Iterable[tuple[Line, ...]]) -> tuple[Chunk, ...]:
    """Chunks that hold every row once, in order."""
    return _Segmenter(tuple(flow for flow in body if flow)).run()


def pitches(flows: Iterable[tuple[Line, ...]]) -> dict[float, float]:
    """The usual distance between two rows, by their type size."""
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for flow in flows:
        for before, line in pairwise(flow if not is_table(flow[0]) else ()):
            if abs(before.size - line.size) < 0.1 and 0 < line.base - before.base < 3 * line.size:  # noqa: PLR2004
                # Rows of one paragraph tell most: the first goes on in the second.
                weight = 4 if starts_lower(line.text) and not ends_sentence(before.text) else 1
                found[_rounded(line.size)][round((line.base - before.base) * 4) / 4] += weight
    return {size: distances.most_common(1)[0][0] for size, distances in found.items()}


def _rounded(size: float) -> float:
    return round(size * 2) / 2


class _Segmenter:
    """Walks down the rows of all flows."""

    def __init__(self, flows: tuple[tuple[Line, ...], ...]) -> None:
        self.flows = flows
        self.pitch = pitches(flows)
        self.columns = [_column(flow) for flow in flows]
        self.widths = self._usual_widths()
        self.greedy = self._fills_rows()
        self.chunks: list[Chunk] = []
        self.values: dict[str, int] = {}
        self.open: _Open | None = None

    def run(self) -> tuple[Chunk, ...]:
        before: tuple[Line, _Column] | None = None
        for flow, own in zip(self.flows, self.columns, strict=True):
            if is_table(flow[0]):
                self._close()
                self.chunks.append(Chunk(flow, region="table"))
                before = None
                continue
            column = self._adjusted(own)
            for index, line in enumerate(flow):
                after = flow[index + 1] if index + 1 < len(flow) else None
                mark, title, length = self._mark(line, before[0] if before else None, flow[index + 1 : index + 1 + _NEXT_ITEM])
                if self.open is None or before is None or mark or title or self._breaks(before, line, column, after):
                    self._close()
                    self.open = _Open([line], mark, title, length, _text_left(line, length) - column.left)
                    if mark and mark.value is not None:
                        self.values[mark.style] = mark.value
                else:
                    if len(self.open.lines) == 1:
                        # The second row shows where the text hangs, whatever stands before it on the first.
                        self.open.text_left = line.left - column.left
                    self.open.lines.append(line)
                before = (line, column)
        self._close()
        return tuple(self.chunks)

    def _close(self) -> None:
        if self.open:
            o = self.open
            self.chunks.append(Chunk(tuple(o.lines), o.mark, o.title, o.label_length, o.lines[0].element))
        self.open = None

    # What is usual in this document -----------------------------------------------------------------------------

    def _usual_widths(self) -> tuple[tuple[float, int], ...]:
        """How wide columns are, with how many rows they hold in all."""
        widths: Counter[float] = Counter()
        for flow, column in zip(self.flows, self.columns, strict=True):
            widths[round(column.right - column.left)] += len(flow)
        return tuple(sorted(widths.items()))

    def _adjusted(self, column: _Column) -> _Column:
        """A column whose rows all happen to be short is as wide as the others that start where it does."""
        same = [c for c, flow in zip(self.columns, self.flows, strict=True) if not is_table(flow[0]) and abs(c.left - column.left) < 3]  # noqa: PLR2004
        justified = sum(c.justified for c in same) * 2 > len(same)
        # Where rows are filled out, the edge is where they end, not where one runs past it.
        right = max(c.right for c in same if c.justified or not justified)
        return _Column(column.left, right if right - column.right < 0.7 * (right - column.left) else column.right, justified)

    def _fills_rows(self) -> bool:
        """Whether rows are filled until the next word does not fit, as word processors do."""
        verdicts: Counter[bool] = Counter()
        for flow, column in zip(self.flows, self.columns, strict=True):
            for before, line in pairwise(flow if not is_table(flow[0]) else ()):
                if starts_lower(line.text) and before.text[-1:].islower():
                    verdicts[self._slack(before, line, column) < 0] += 1
        return verdicts[True] >= 0.9 * verdicts.total()

    @staticmethod
    def _slack(line: Line, after: Line, column: _Column) -> float:
        """How much room the next row's first word would have left on a row, in points; less than 0 if it did not fit."""
        word = after.text.split(maxsplit=1)[0] if after.text.strip() else ""
        per_letter = (after.right - after.left) / max(len(after.text), 1)
        return column.right - line.right - per_letter * (len(word) + 1)

    def _closes_list(self, last: Line) -> bool:
        """Whether a row closes a list whose items ended in semicolons so far."""
        above = self.chunks[-1] if self.chunks else None
        if above is None or above.mark is None or self.open is None or self.open.mark is None or above.mark.style != self.open.mark.style:
            return False
        return above.lines[-1].text.rstrip().endswith((";", ",")) and last.text.rstrip().endswith(".")

    # What a row starts with ------------------------------------------------------------------------------------

    def _mark(self, line: Line, before: Line | None, later: tuple[Line, ...]) -> tuple[Mark | None, HeadingMark | None, int]:
        gap = line.first_gap()
        label = line.text[: gap[0] - line.start] if gap else ""
        marks = find_marks(line.text if not gap else f"{label.strip()} {line.text[len(label) :].lstrip()}")
        title = find_heading_mark(line.text)
        if gap and _GLYPH.fullmatch(label.strip()) and not marks:
            return Mark(f"glyph{label.strip()}", "bullet", label.strip(), None, len(label)), None, len(label.rstrip())
        if gap and _BARE_NUMBER.fullmatch(label.strip()) and label.strip().isdigit() and not (title and line.bold):
            value = int(label)
            if value in (1, self.values.get("column:number", 0) + 1):
                return Mark("column:number", "numbered", label.strip(), value, len(label)), title, len(label.rstrip())
        for mark in marks:
            if self._accepts(mark, line, before, hanging=gap is not None) or self._is_followed(mark, line, before, later):
                return mark, title, len(mark.label)
        if title and self._starts_apart(line, before):
            return None, title, len(title.label)
        return None, None, 0

    def _starts_apart(self, line: Line, before: Line | None) -> bool:
        """Whether a row plainly starts something: white space above it, or other type."""
        if before is None or (before.page, before.element) != (line.page, line.element):
            return before is None or ends_sentence(before.text) or line.bold != before.bold or line.size > before.size
        return self._spaced(before, line) or line.bold != before.bold or _sizes_differ(before, line) or ends_sentence(before.text)

    def _accepts(self, mark: Mark, line: Line, before: Line | None, *, hanging: bool) -> bool:
        if before is None or mark.certain:
            return True
        apart = (before.page, before.element) != (line.page, line.element) or self._spaced(before, line)
        own = self.open
        column_left = own.lines[0].left if own else line.left
        due = mark.value is not None and (mark.value == 1 or mark.value == self.values.get(mark.style, 0) + 1)
        ended = (
            ends_sentence(before.text)
            or before.text.endswith((",", ";", ":"))
            or before.text.rstrip().endswith((" en", " of", " and", " or", " et", " und", "/of"))
        )
        if mark.value is None:
            shifted = abs(line.left - before.left) > _INDENT * line.size
            return (
                (hanging and (apart or ended or shifted))
                or (apart and ended)
                or (ended and shifted)
                or (ended and own is not None and own.mark is not None and own.mark.style == mark.style)
            )
        if hanging:
            return due or apart or ended
        same_list = (
            own is not None and own.mark is not None and own.mark.style == mark.style and abs(column_left - line.left) < _INDENT * line.size
        )
        return (due and (ended or apart)) or (same_list and due) or (apart and ended and mark.value <= 60)  # noqa: PLR2004

    def _is_followed(self, mark: Mark, line: Line, before: Line | None, later: tuple[Line, ...]) -> bool:
        """Whether a row set apart, by space or to the side, has a mark that another goes on from right below it."""
        if before is None or not (abs(line.left - before.left) > _INDENT * line.size or self._spaced(before, line)):
            return False
        value = None if mark.value is None else mark.value + 1
        below = (other for row in later if abs(row.left - line.left) < _INDENT * line.size for other in find_marks(row.text))
        return any(other.style == mark.style and other.value == value for other in below)

    # Whether a row without a mark starts something new -----------------------------------------------------------

    def _spaced(self, before: Line, line: Line) -> bool:
        """Whether more than the usual space lies between two rows of one flow."""
        distance = line.base - before.base
        usual = max(self.pitch.get(_rounded(before.size), 0.0), self.pitch.get(_rounded(line.size), 0.0)) or 1.25 * line.size
        own = self._own_pitch()
        inside = any(run.raised for run in line.runs) and not ends_sentence(before.text)
        more = _MORE_SPACE * (_RAISED_SPACE if inside else 1.0)
        return distance > more * (own or usual) or distance < -line.size

    def _own_pitch(self) -> float | None:
        """The distance between the rows of the open paragraph."""
        rows = self.open.lines[-4:] if self.open else []
        distances = [b.base - a.base for a, b in pairwise(rows) if a.page == b.page and a.element == b.element]
        return max(distances, default=None)

    def _breaks(self, before: tuple[Line, _Column], line: Line, column: _Column, after: Line | None) -> bool:
        last, last_column = before
        if _other_type(last, line):
            return True
        if (last.page, last.element) != (line.page, line.element):
            return self._breaks_over(last, last_column, line, column, after)
        if self._spaced(last, line):
            return not self._is_torn(last, line, column)
        if is_front_matter_label(line.text) and line.page == 1 and len(self.chunks) < 30:  # noqa: PLR2004
            return True
        return self._breaks_in_flow(last, line, column, after)

    def _is_torn(self, last: Line, line: Line, column: _Column) -> bool:
        """Whether a sentence plainly goes on, from a full row, over a little more space than usual."""
        open_ended = starts_lower(line.text) and not ends_sentence(last.text) and not last.text.endswith((":", ";", ","))
        full = self._slack(last, line, column) <= _SHORT_OF_SENTENCE * (column.right - column.left)
        return open_ended and full and 0 < line.base - last.base < _TORN * line.size

    def _breaks_in_flow(self, last: Line, line: Line, column: _Column, after: Line | None) -> bool:
        own = self.open
        if own is None or self._is_shifted(own, last, line, column, after):
            return True
        return self._ends_by_slack(last, line, column)

    def _is_shifted(self, own: _Open, last: Line, line: Line, column: _Column, after: Line | None) -> bool:
        """Whether a row starts too far to the left or right to go on with the open paragraph or item."""
        shift = line.left - column.left - own.text_left
        limit = (_HANGS if own.mark and own.text_left + column.left - own.lines[0].left > _INDENT * line.size else _INDENT) * line.size
        if abs(shift) <= limit or (not own.mark and self._is_centred(last, line)):
            return False
        if own.mark and abs(shift) <= 2 * line.size and starts_lower(line.text) and not ends_sentence(last.text):
            return False
        first = len(own.lines) == 1
        if shift < 0:
            # Below an item's first row the text hangs, or starts below its mark; a paragraph's first row may be set in.
            return not first or (own.mark is not None and abs(line.left - own.lines[0].left) > limit)
        if first:
            return not own.mark and not (starts_lower(line.text) and not ends_sentence(last.text))
        return own.mark is not None or ends_sentence(last.text) or after is None or after.left < line.left - limit

    def _is_centred(self, before: Line, line: Line) -> bool:
        return abs((before.left + before.right) - (line.left + line.right)) < line.size and abs(before.left - line.left) > 1

    def _ends_by_slack(self, last: Line, line: Line, column: _Column) -> bool:
        """Whether a row is so short that it must be the last of its paragraph."""
        if last.text[-1:] in HYPHENS and starts_lower(line.text):
            return False
        slack = self._slack(last, line, column)
        ended = ends_sentence(last.text)
        if not ended and starts_lower(line.text):
            return False
        if column.justified and ended:
            return slack > 0 and last.right < column.right - line.size
        if not ended:
            return slack > _SHORT_OF_SENTENCE * (column.right - column.left) and not self._is_centred(last, line)
        return slack > (0.3 if self.greedy else _WIDE_SLACK) * line.size

    def _breaks_over(self, last: Line, last_column: _Column, line: Line, column: _Column, after: Line | None) -> bool:
        """Whether something new starts at the top of a page or column."""
        own = self.open
        if own is None:
            return True
        ended = ends_sentence(last.text)
        if last.text[-1:] in HYPHENS and starts_lower(line.text):
            return False
        shift = line.left - column.left - own.text_left
        aligned = abs(shift) <= _INDENT * line.size or (len(own.lines) == 1 and not own.mark)
        if not ended and starts_lower(line.text):
            return False
        if not ended and not last.text.endswith((":", ";")):
            return self._slack(last, line, last_column) > _SHORT_OF_SENTENCE * (last_column.right - last_column.left)
        if not aligned or (after is not None and line.left - after.left > _INDENT * line.size and not own.mark):
            return True
        full = self._slack(last, line, last_column) < 0.3 * line.size and not self._closes_list(last)
        if last_column.justified:
            full = full and last.right >= last_column.right - _FLUSH * line.size
        return not full


def _text_left(line: Line, length: int) -> float:
    """Where the text of a row begins, its mark left out."""
    for run in line.runs:
        if run.box and run.start >= line.start + length and length:
            return run.box[0]
    return line.left


def _column(flow: tuple[Line, ...]) -> _Column:
    left = min(line.left for line in flow)
    lefts = Counter(round(line.left) for line in flow)
    common = [x for x, count in lefts.items() if count >= max(2, _OFTEN * len(flow))]
    if common and left < min(common) - _FAR_OUT:
        left = min(common) - 0.5
    rights = sorted(line.right for line in flow)
    edge, count = Counter(round(right) for right in rights).most_common(1)[0]
    flush = sum(abs(right - edge) <= max(1.5, _FLUSH * flow[0].size) for right in rights)
    if count > 1 and flush >= _JUSTIFIED * len(flow) and edge >= left + 0.8 * (rights[-1] - left):
        return _Column(left, edge + 0.5, justified=True)
    return _Column(left, rights[-1], justified=False)


def _sizes_differ(a: Line, b: Line) -> bool:
    return max(a.size, b.size) > _OTHER_SIZE * min(a.size, b.size)


def _other_type(before: Line, line: Line) -> bool:
    """Whether two rows are set differently as wholes: in size, in weight, in slant where one ends."""
    if _sizes_differ(before, line) or before.bold != line.bold or before.heading != line.heading:
        return True
    if before.capitals != line.capitals and not ends_sentence(before.text):
        return len(line.text) > 12 and len(before.text) > 3 and not starts_lower(line.text)  # noqa: PLR2004
    return before.italic != line.italic and not starts_lower(line.text)
