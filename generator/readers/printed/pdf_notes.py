"""Footnotes of a PDF: smaller rows at the foot of a column that start with the number due, and the raised numbers that call for them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.model import Span
from generator.readers.pieces.drafts import Marker, NoteDraft
from generator.readers.printed.pdf_lines import Line, is_table, place_of
from generator.readers.printed.shape import ends_sentence, starts_lower

_SMALL: Final = 0.94
"""Notes are set at most so large beside the running text; 8 beside 9 points and 10 beside 12 are usual."""

_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_LABEL: Final = re.compile(r"\s*[\[(]?(?P<key>\d{1,4}|[*†‡§#]{1,9}|[a-z])[\])]?[.)]?")
_PLAIN_LABEL: Final = re.compile(
    r"(?:\((?P<round>\d{1,4}|[*†‡]{1,9}|[a-z]|[⁰¹²³⁴-⁹]{1,3})\)|\[(?P<square>\d{1,4}|[*†‡]{1,9})\]|(?P<plain>\d{1,4})[.)]?"
    r"|(?P<star>[*†‡]{1,9})|(?P<super>[⁰¹²³⁴-⁹]{1,3}))(?=\s|(?<=[*†‡⁰¹²³⁴-⁹])|$|(?<=\d)[A-ZÀ-Þ])",
)
_CALL: Final = re.compile(r"\d{1,4}|[*†‡§#]{1,9}|(?<![^\W_])[a-z](?![^\W_])")
_SUPER_CALL: Final = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_STAR_CALL: Final = re.compile(r"(?<=[^\W_])[*†‡]{1,9}(?=\s|$|[.,;:)])")
_BRACKET_CALLS: Final = {
    "(": (re.compile(r"\((\d{1,4}|[*†‡]{1,9})\)"), "round"),
    "[": (re.compile(r"\[(\d{1,4}|[*†‡]{1,9})\]"), "square"),
}
"""What calls for notes that are numbered in brackets."""

_MOST_SKIPPED: Final = 3
_LONGEST: Final = 4
"""Digits of a note's number."""

_MOST_ON_PAGE: Final = 60


@dataclass(frozen=True, slots=True)
class _Label:
    """What a note's row starts with: its number or sign, as printed, where it ends, whether type sets it apart."""

    key: str
    printed: str
    end: int
    raised: bool

    @property
    def bracket(self) -> str:
        """The bracket before it, if it has one."""
        return self.printed[0] if self.printed[0] in "([" else ""


@dataclass(slots=True)
class _Note:
    """A note that is being gathered."""

    label: _Label
    lines: list[Line] = field(default_factory=list)
    number: int = 0

    @property
    def key(self) -> str:
        """What its markers say."""
        return self.label.key

    @property
    def page(self) -> int:
        """Where it starts."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes, the markers that point at them, and the rows of each flow that are running text."""

    notes: tuple[NoteDraft, ...]
    markers: tuple[Marker, ...]
    body: tuple[tuple[Line, ...], ...]


def find_notes(flows: Iterable[tuple[Line, ...]], text: str, size: float) -> Notes:
    """Notes at the foot of each flow, or all at the end; `size` is that of the running text."""
    gatherer = _Gatherer(size)
    body = tuple(gatherer.parted(flow) for flow in flows)
    notes = gatherer.notes
    if not notes:
        body, notes = _endnotes(body, text)
    _number(notes)
    markers = tuple(_markers(body, notes, text))
    called = {marker.number for marker in markers}
    if notes and not called:
        # Nothing calls for them: numbered small print, but no notes.
        return Notes((), (), tuple(_restored(body, notes)))
    return Notes(tuple(_draft(note) for note in notes), markers, body)


def _restored(body: tuple[tuple[Line, ...], ...], notes: list[_Note]) -> Iterator[tuple[Line, ...]]:
    """The flows with the rows of the notes back in their places."""
    back: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for note in notes:
        for line in note.lines:
            back[line.page, line.element].append(line)
    for flow in body:
        key = (flow[0].page, flow[0].element) if flow else None
        yield tuple(sorted((*flow, *back.pop(key, ())), key=_start)) if key else flow
    for lines in back.values():
        yield tuple(lines)


def _start(line: Line) -> int:
    return line.start


def find_label(line: Line) -> _Label | None:
    """The note's label that a row starts with."""
    first = line.runs[0]
    if first.raised:
        own = line.text[: first.end - line.start]
        match = _RAISED_LABEL.fullmatch(own.strip()) or _RAISED_LABEL.match(own)
        return _Label(match["key"], match.group().strip(), first.start + match.end(), raised=True) if match else None
    own = line.text[: first.end - line.start].strip()
    if own.isdecimal() and len(own) <= _LONGEST and len(line.runs) > 1:
        return _Label(own, own, line.start + len(own), raised=(first.size or 0) < _SMALL * line.size)
    match = _PLAIN_LABEL.match(line.text)
    if not match or not line.text[match.end() :].strip():
        return None
    key = next(value for value in match.groups() if value).translate(_SUPERSCRIPTS)
    smaller = (first.size or 0) < 0.9 * line.size and first.end - line.start <= len(match.group()) + 1
    return _Label(key, match.group(), line.start + match.end(), raised=bool(match["super"] or match["star"]) or smaller)


class _Gatherer:
    """Goes from flow to flow and remembers the last note."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.notes: list[_Note] = []
        self.seen: set[int] = set()
        self.last_flow: tuple[int, str] | None = None

    def parted(self, flow: tuple[Line, ...]) -> tuple[Line, ...]:
        """The rows of a flow that are running text; the others are gathered as notes."""
        start = None if is_table(flow[0]) else self._zone(flow)
        if start is None:
            return flow
        for line in flow[start:]:
            label = find_label(line)
            if label and self._is_due(label, line, flow[start]):
                self.notes.append(_Note(label))
                self.seen |= {int(label.key)} if label.key.isdecimal() else set()
            self.notes[-1].lines.append(line)
        self.last_flow = (flow[0].page, flow[0].element)
        return flow[:start]

    def _zone(self, flow: tuple[Line, ...]) -> int | None:
        """The first row of a flow's notes."""
        below = next((index for index, line in enumerate(flow) if line.below_rule), None)
        if below is not None:
            label = find_label(flow[below])
            if (label and self._is_due(label, flow[below], flow[below], opens=True)) or self._goes_on(flow, below):
                return below
        small = len(flow)
        while small and flow[small - 1].size <= _SMALL * self.size:
            small -= 1
        for index in range(small, len(flow)):
            label = find_label(flow[index])
            if label and self._is_due(label, flow[index], flow[index], opens=True):
                carried = index > small and self._goes_on(flow, small)
                return small if carried else index
        if small < len(flow) and self._goes_on(flow, small):
            return small
        return self._raised_zone(flow)

    def _raised_zone(self, flow: tuple[Line, ...]) -> int | None:
        """Notes set as large as the text show by the raised number at the start of a row, one that the page calls for."""
        for index in range(1, len(flow)):
            label = find_label(flow[index])
            if label and label.raised and flow[index].runs[0].raised and self._is_due(label, flow[index], flow[index], opens=True):
                called = any(
                    run.raised and line.text[run.start - line.start : run.end - line.start].strip(" ()[]") == label.key
                    for line in flow[:index]
                    for run in line.runs[1:]
                )
                if called:
                    return index
        return None

    def _goes_on(self, flow: tuple[Line, ...], start: int) -> bool:
        """Whether rows without a number go on with the last note of the page before: it was left open there."""
        if not self.notes or self.last_flow is None:
            return False
        last = self.notes[-1].lines[-1]
        near = flow[start].page - last.page <= 1
        alike = abs(flow[start].size - last.size) < 0.06 * last.size
        apart = start == 0 or flow[start].base - flow[start - 1].base > 1.3 * flow[start].size
        ended = ends_sentence(last.text) and not starts_lower(flow[start].text)
        return near and alike and apart and not (ended and not _is_full(last, self.notes[-1].lines))

    def _is_due(self, label: _Label, line: Line, first: Line, *, opens: bool = False) -> bool:
        key, raised = label.key, label.raised
        last = self.notes[-1] if self.notes else None
        if not key.isdecimal():
            return raised or opens or not key.isalpha()
        number = int(key)
        seen = self.seen
        if last is None:
            return raised or number <= 1 + _MOST_SKIPPED
        if not last.key.isdecimal():
            return raised or number in {1, max(seen, default=0) + 1}
        new_flow = self.last_flow != (line.page, line.element) and (opens or line is first)
        step = number - int(last.key)
        restarts = number == 1 and (new_flow or line.page != last.page)
        within = step == 1 or (1 < step <= _MOST_SKIPPED and (raised or new_flow))
        starts = [note.lines[0].left for note in self.notes[-_MOST_ON_PAGE:] if _same_flow(note.lines[0], line)]
        hangs = opens or not starts or line.left <= min(starts) + 0.6 * line.size
        postponed = opens and 0 < number < max(seen) and number not in seen
        return restarts or (within and hangs) or (raised and opens) or postponed


def _same_flow(a: Line, b: Line) -> bool:
    return (a.page, a.element) == (b.page, b.element)


def _is_full(line: Line, lines: list[Line]) -> bool:
    return line.right >= max(other.right for other in lines) - line.size


def _endnotes(body: tuple[tuple[Line, ...], ...], text: str) -> tuple[tuple[tuple[Line, ...], ...], list[_Note]]:
    """Notes gathered at the end: rows that start with 1, 2, 3 … in one form, numbers that the text before them calls for."""
    lines = [line for flow in body for line in flow if not is_table(line)]
    calls = [(key, kind) for line in lines for key, span, kind in _calls(line, text, {"(", "["}) if span[0] > line.start]
    called = {key for key, _ in calls}
    last = str(max((int(key) for key, kind in calls if kind == "raised" and key.isdecimal()), default=0))
    starts: list[tuple[int, _Label]] = []
    for index in range(len(lines) - 1, -1, -1):
        label = find_label(lines[index])
        if label is None or not label.key.isdecimal() or label.key not in called:
            continue
        if not starts and not (label.raised or label.bracket or label.key == last):
            continue
        if not starts or (int(label.key), label.bracket) == (int(starts[-1][1].key) - 1, starts[-1][1].bracket):
            starts.append((index, label))
        if starts[-1][1].key == "1":
            break
    starts.reverse()
    if not starts or starts[0][1].key != "1":
        return body, []
    ends = [index for index, _ in starts[1:]] + [len(lines)]
    notes = [_Note(label, lines[index:end]) for (index, label), end in zip(starts, ends, strict=True)]
    first = lines[starts[0][0]].start
    return tuple(tuple(line for line in flow if line.start < first or is_table(line)) for flow in body), notes


def _number(notes: list[_Note]) -> None:
    """Each note gets a number of its own: the printed one where no two have the same, else its place; signs come after the numbers."""
    printed = [int(note.key) for note in notes if note.key.isdecimal()]
    if len(set(printed)) == len(printed):
        free = iter(range(max(printed, default=0) + 1, max(printed, default=0) + 1 + len(notes)))
        for note in notes:
            note.number = int(note.key) if note.key.isdecimal() else next(free)
    else:
        for number, note in enumerate(notes, 1):
            note.number = number


def _draft(note: _Note) -> NoteDraft:
    first, *others = note.lines
    rows = [((note.label.end, first.end),)] if note.label.end < first.end else []
    rows += [((line.start, line.end),) for line in others]
    start = note.label.end - len(note.label.printed)
    emphasis = tuple(
        (run.start, run.end) for line in note.lines for run in line.runs if (run.bold or run.italic) and run.start >= note.label.end
    )
    return NoteDraft(note.number, tuple(rows), place_of(note.lines), note.label.printed, (start, note.label.end), emphasis)


# The markers --------------------------------------------------------------------------------------------------------


def _markers(body: tuple[tuple[Line, ...], ...], notes: list[_Note], text: str) -> Iterator[Marker]:
    """The markers in running text that point at a note; raised digits that do not are part of the text."""
    by_key: dict[str, list[_Note]] = defaultdict(list)
    for note in notes:
        by_key[note.key].append(note)
    brackets = {note.label.bracket for note in notes}
    used: Counter[int] = Counter()
    for line in (line for flow in body for line in flow):
        for key, span, kind in _calls(line, text, brackets):
            called = _called(by_key.get(key, []), line.page, used)
            if called is not None:
                used[called.number] += 1
                yield Marker(called.number, span, line.page, kind)


def _called(notes: list[_Note], page: int, used: Counter[int]) -> _Note | None:
    """The note that a marker on a page points at: on the page itself, else on the next one it was moved to, else the only one."""

    def distance(note: _Note) -> tuple[int, int, int]:
        away = note.page - page
        return (0 if away == 0 else 1 if away == 1 else 2 if away > 1 else 3), used[note.number], abs(away)

    best = min(notes, key=distance, default=None)
    return best if best and (len(notes) == 1 or distance(best)[0] <= 1) else None


def _calls(line: Line, text: str, brackets: set[str]) -> Iterator[tuple[str, Span, str]]:
    """What may be a marker in a row: its key, its range with brackets, its kind."""
    for run in line.runs:
        if run.raised:
            for match in _CALL.finditer(text, run.start, run.end):
                yield match.group(), _with_brackets(text, *match.span()), "raised"
            continue
        for match in _SUPER_CALL.finditer(text, run.start, run.end):
            yield match.group().translate(_SUPERSCRIPTS), _with_brackets(text, *match.span()), "raised"
        for match in _STAR_CALL.finditer(text, run.start, run.end):
            yield match.group(), match.span(), "raised"
        for opening, (pattern, kind) in _BRACKET_CALLS.items():
            if opening in brackets:
                found = (match for match in pattern.finditer(text, run.start, run.end) if match.start() > line.start)
                yield from ((match[1], match.span(), kind) for match in found)


def _with_brackets(text: str, start: int, end: int) -> Span:
    """A range with the brackets right around it."""
    if text[start - 1 : start] + text[end : end + 1] in {"()", "[]"}:
        return start - 1, end + 1
    return start, end
