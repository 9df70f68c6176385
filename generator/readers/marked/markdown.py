"""Reads Markdown by what its marks mean to a reader: indents and the number of # signs are often wrong."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.language.decoding import decoded
from generator.language.detection import language_of
from generator.model import BlockType, Furniture, Lines, Place, Seed, Span, Transcript
from generator.readers.marked.inline import Inline, take_apart
from generator.readers.marked.note_lines import MOST_SKIPPED, NOTE_LIKE, called_notes, next_note
from generator.readers.marked.pipes import RULE as TABLE_RULE
from generator.readers.marked.pipes import is_row, is_table, table
from generator.readers.pieces.assemble import Parts, assemble
from generator.readers.pieces.compose import Spelling
from generator.readers.pieces.drafts import Aside, Draft, Marker, NoteDraft, cut
from generator.readers.pieces.enumeration import Mark, find_heading_mark, find_marks
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.numbered_titles import is_numbered_title
from generator.readers.pieces.outline import classify
from generator.readers.printed.edges import find_furniture
from generator.readers.printed.front_matter import is_front_matter_label
from generator.readers.printed.lines import Line, content_lines
from generator.readers.printed.note_blocks import note_number
from generator.readers.printed.shape import Shape, ends_sentence, starts_lower
from generator.readers.printed.titles import is_title

_HEADING: Final = re.compile(r"(?P<open>\s{0,3}(?:\#{1,6}(?=\s)|\#{1,6}(?=[A-ZÀ-Þ*])))\s*(?P<text>[^\s#].*?)(?P<close>\s\#+)?\s*$")
"""A heading; some leave the blank behind its signs out."""

_RULE: Final = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$")
_NOTE: Final = re.compile(r"(?P<open>\s{0,3}\[\^(?P<number>\d{1,3})\]:|\s{0,3}<sup>\s*(?P<raised>\d{1,3})\s*</sup>)\s*")
_QUOTE: Final = re.compile(r"(?P<open>\s{0,3}(?:>\s?)+)")
_BULLET: Final = re.compile(r"(?P<indent>\s*)(?P<bullet>[-*+])(?P<space>\s+)(?=\S)")
_NUMBERED: Final = re.compile(r"(?P<indent>\s*)(?P<label>(?P<number>\d{1,3})[.)])\s+(?=\S)")
_LETTERED: Final = re.compile(r"(?P<indent>\s*)(?P<label>(?:[a-z]{1,4}[.)]|\([a-z]{1,4}\)))\s+(?=\S)")
_TAGS: Final = re.compile(r"</?(?:p|div|center|hr|br|meta|link)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_STRONG: Final = re.compile(r"(?<![*_\w])(\*\*|__)(?=[^\s*_])[^\n*_]+(?<=\S)\1(?![*_\w])")
_WHOLE_LINES: Final = Shape(unit=0, margin=0, wrapped=False, page_indent=False, first_line_indent=False)
_METADATA: Final = re.compile(r"-{3,}\s*")
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
    blocks = _Blocks(source.text, called_notes(lines))
    for index, line in enumerate(lines):
        if index in furniture:
            blocks.furniture.append(Furniture(Lines(line.number, line.number), line.content, furniture[index], (line.span,)))
            blocks.open = None
        else:
            blocks.take(line)
    blocks.finish()
    signed = any(block.signs for block in blocks.found)
    drafts = classify(
        _merged([_numbered(draft, block, after, signed=signed) for draft, block, after in _with_next(blocks.found, signed=signed)])
    )
    aside = Aside(blocks.notes(), tuple(blocks.markers), tuple(blocks.furniture))
    # Words are broken only where rows of print were taken over, page by page.
    return assemble(source, drafts, aside, Spelling(lexicon, soft=bool(furniture), language=language_of(source.text)))


_KINDS: Final[dict[str, BlockType]] = {"quote": "quote", "metadata": "front_matter"}


def _with_next(found: Sequence[_Block], *, signed: bool) -> Iterator[tuple[Draft, _Block, _Block | None]]:
    """Each block's draft, the block, and the one after it."""
    for place, block in enumerate(found):
        yield block.draft(signed=signed), block, found[place + 1] if place + 1 < len(found) else None


def _numbered(draft: Draft, block: _Block, after: _Block | None, *, signed: bool) -> Draft:
    """An item that may be a heading: where no heading has signs, a number and a title by themselves above text."""
    if signed or block.kind != "item" or len(block.lines) > 1 or after is None or after.kind != "text":
        return draft
    title = find_heading_mark(f"{draft.label} {draft.text}")
    return replace(draft, title=title) if title and is_title(draft.text) else draft


@dataclass(slots=True)
class _Block:
    """A block being gathered: its lines, the marks before them, what its notation says it is."""

    kind: str
    lines: list[int] = field(default_factory=list)
    ranges: list[Span] = field(default_factory=list)
    mark: Mark | None = None
    label_span: Span | None = None
    indent: int = 0
    number: int = 0
    signs: int | None = None
    inline: Inline = field(default_factory=lambda: Inline((), ()))
    text: str = ""
    table: Draft | None = None
    below_number: bool = False

    def finish(self, text: str) -> None:
        """Take its lines apart, once all are there."""
        self.inline = take_apart(text, self.ranges)
        markers = sorted(span for _, span in self.inline.notes)
        rows = ("".join(text[a:b] for part in row for a, b in cut(part, markers)) for row in self.inline.rows)
        self.text = " ".join(" ".join(rows).split())

    def is_stressed(self) -> bool:
        """Whether all of it stands between stars or underscores."""
        inside = [span for row in self.inline.rows for span in row]
        stressed = sum(b - a for a, b in _union(self.inline.stressed))
        return bool(inside) and stressed >= sum(b - a for a, b in inside) - len(self.lines)

    def draft(self, *, signed: bool) -> Draft:
        """What the outline needs to know of it; `signed` says that the document's headings have # signs."""
        if self.table is not None:
            return self.table
        text, label, title = self.text, self.mark.label if self.mark else "", None
        rows, span = self.inline.rows, self.label_span
        marked: bool | None = self.kind == "heading" or (self.kind == "text" and self.is_stressed() and is_title(text))
        if marked and self.mark is None:
            title = find_heading_mark(text)
            if title:
                label, text = title.label, text[title.length :]
                start = rows[0][0][0]
                span = (start, start + len(label))
                rows = (((span[1], rows[0][0][1]), *rows[0][1:]), *rows[1:])
        return Draft(
            rows=rows,
            text=text,
            place=Lines(self.lines[0], self.lines[-1]),
            kind=_KINDS.get(self.kind, "paragraph"),
            label=label,
            label_span=span,
            mark=self.mark,
            title=title,
            indent=self.indent,
            marked_title=None if self._is_untold(signed=signed, marked=bool(marked)) else marked,
            signs=self.signs,
            emphasis=() if marked or self.is_stressed() else _union(self.inline.stressed),
        )

    def _is_untold(self, *, signed: bool, marked: bool) -> bool:
        """Whether its notation does not say if it is a heading: items, quotations, and lines by themselves where no heading has signs."""
        if self.mark or self.kind in _KINDS:
            return True
        return not marked and len(self.lines) == 1 and (not signed or self.below_number or is_numbered_title(self.text))


def _union(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


class _Blocks:
    """Takes the lines one by one and keeps the block that is open."""

    def __init__(self, text: str, called: Mapping[int, int]) -> None:
        self.text, self.called = text, called
        self.found: list[_Block] = []
        self.note_blocks: list[_Block] = []
        self.numbers: set[int] = set()
        self.furniture: list[Furniture] = []
        self.markers: list[Marker] = []
        self.open: _Block | None = None
        self.levels = _ListLevels()
        self.rows: list[Line] = []
        self.metadata = False
        self.last_note = 0

    def take(self, line: Line) -> None:
        """Put a line where it belongs."""
        if self._goes_on_with_table(line):
            return
        if _METADATA.fullmatch(line.content) and (self.metadata or not self.found):
            self.metadata = not self.metadata
            self._rule(line)
            return
        if self.metadata:
            self._metadata(line)
            return
        take = next(take for pattern, take in self._kinds() if pattern(line))
        take(line)

    def _kinds(self) -> tuple[tuple[Callable[[Line], object], Callable[[Line], None]], ...]:
        """What a line may be, in order, and who takes it: what more characters tell comes first."""
        return (
            (lambda line: _RULE.match(line.text), self._rule),
            (lambda line: _HEADING.match(line.text), self._heading),
            (lambda line: _NOTE.match(line.text), self._note),
            (self._is_called_note, self._note_like),
            (lambda line: _QUOTE.match(line.text), self._quote),
            (lambda line: _NUMBERED.match(line.text) or _BULLET.match(line.text), self._item),
            (self._is_lettered, self._lettered_item),
            (lambda line: not _TAGS.sub("", line.text).strip(), self._tags),
            (lambda _line: True, self._text),
        )

    def _goes_on_with_table(self, line: Line) -> bool:
        """Take a row of a table; the first line that is none closes it."""
        if is_row(line) or (self.rows and TABLE_RULE.match(line.text)):
            self.rows.append(line)
            return True
        self._close_table()
        return False

    def _close_table(self) -> None:
        rows, self.rows = self.rows, []
        if not is_table(rows):
            for line in rows:
                self._text(line)
            return
        made = table(self.text, rows)
        block = _Block("table", lines=[line.number for line in rows], ranges=[line.span for line in rows], table=made.draft)
        self.found.append(block)
        for number, span in made.markup:
            self._aside(number, span)
        self.markers += [Marker(number, span, 0, "square") for inline in made.inside for number, span in inline.notes]
        self.open = None

    def _metadata(self, line: Line) -> None:
        """A line of the head block between dashes: one fact each; the items of a list stay with their name."""
        item = _BULLET.match(line.text)
        if item and self.open is not None:
            self._markup(line, item.span("bullet"))
            self._add(self.open, line, item.end())
        else:
            self._start("metadata", line, line.indent, len(line.text))

    def _tags(self, line: Line) -> None:
        """A line that holds nothing but tags of HTML."""
        self._markup(line, (line.indent, len(line.text.rstrip())))

    def notes(self) -> tuple[NoteDraft, ...]:
        """The footnotes that the text defines."""
        return tuple(self._note_text(block) for block in self.note_blocks)

    def _note_text(self, block: _Block) -> NoteDraft:
        rows = tuple((part,) for row in block.inline.rows for part in row)
        label = block.label_span or (block.ranges[0][0], block.ranges[0][0])
        place = Lines(block.lines[0], block.lines[-1])
        return NoteDraft(block.number, rows, place, self.text[slice(*label)], label)

    def _rule(self, line: Line) -> None:
        underlines = self.open is not None and self.open.kind == "text" and line.gap.size == 0 and len(self.open.lines) == 1
        if underlines and self.open is not None and not line.content.startswith(("*", "_", "|")):
            self.open.kind, self.open.signs = "heading", 1 + line.content.startswith("-")
        self.furniture.append(Furniture(Lines(line.number, line.number), line.content, "rule", (line.span,)))
        self.open = None

    def _heading(self, line: Line) -> None:
        match = _HEADING.match(line.text)
        if match is None:
            return
        self._markup(line, match.span("open"))
        if match["close"]:
            self._markup(line, match.span("close"))
        self._start("heading", line, match.start("text"), match.end("text"))
        self.found[-1].signs = match["open"].count("#")
        self.levels.reset()
        self.open = None

    def _note(self, line: Line) -> None:
        match = _NOTE.match(line.text)
        if match is None:
            return
        number = int(match["number"] or match["raised"])
        if number in self.numbers:
            # Where a number returns, the first note keeps it, and the second is text like any other.
            self._start("text", line, line.indent, len(line.text))
            return
        block = _Block("note", number=number)
        opening = match["open"]
        block.label_span = (line.start + len(opening) - len(opening.lstrip()), line.start + match.end("open"))
        self._open_note(block, line, match.end(), len(line.text.rstrip()))

    def _open_note(self, block: _Block, line: Line, start: int, end: int) -> None:
        self.note_blocks.append(block)
        self.numbers.add(block.number)
        self.last_note = block.number
        self._add(block, line, start, end)
        self.open = block

    def _is_called_note(self, line: Line) -> bool:
        """Whether a line starts with the number of a note that is due, and that a line above it calls for."""
        match = NOTE_LIKE.match(line.text)
        if match is None:
            return False
        number = note_number(match["label"])
        due = number not in self.numbers and (self.last_note < number <= self.last_note + MOST_SKIPPED)
        return due and self.called.get(number, line.number) < line.number

    def _note_like(self, line: Line) -> None:
        """A note that its number alone tells, and those run together with it ("… 9 COM(2016) 234 …")."""
        match = NOTE_LIKE.match(line.text)
        while match is not None:
            number = note_number(match["label"])
            if match["lead"].strip():
                self._markup(line, match.span("lead"))
            after = next_note(line.text, match.end(), number + 1) if number + 1 in self.called else None
            block = _Block("note", number=number, label_span=(line.start + match.start("label"), line.start + match.end("label")))
            self._open_note(block, line, match.end(), after.start() if after else len(line.text.rstrip()))
            match = after

    def _quote(self, line: Line) -> None:
        match = _QUOTE.match(line.text)
        if match is None:
            return
        self._markup(line, match.span("open"))
        if self.open is None or self.open.kind != "quote" or line.gap.size:
            self._start("quote", line, match.end(), len(line.text))
        else:
            self._add(self.open, line, match.end())

    def _item(self, line: Line) -> None:
        match = _NUMBERED.match(line.text) or _BULLET.match(line.text)
        if match is None:
            return
        indent, start = len(match["indent"]), match.end()
        if "label" in match.groupdict():
            mark = Mark("dotted:number", "numbered", match["label"], int(match["number"]), match.end())
            span: Span = (line.start + match.start("label"), line.start + match.end("label"))
        else:
            mark, span, start = self._bullet(line, match)
        style = self.levels.style(mark, indent, self._last_text())
        self._start("item", line, start, len(line.text))
        self._set_mark(replace(mark, style=style), span, indent)

    def _set_mark(self, mark: Mark, span: Span, indent: int) -> None:
        if self.open is not None:
            self.open.mark, self.open.label_span, self.open.indent = mark, span, indent

    def _lettered_item(self, line: Line) -> None:
        mark = self._lettered(line)
        if mark is not None:
            self._start("item", line, line.indent + mark.length, len(line.text))
            self._set_mark(mark, (line.start + line.indent, line.start + line.indent + len(mark.label)), line.indent)
            self.levels.letters[mark.style] = mark.value or 0

    def _is_lettered(self, line: Line) -> bool:
        return self._lettered(line) is not None

    def _lettered(self, line: Line) -> Mark | None:
        """The letter that a line starts with below a lead-in or another letter; Markdown itself knows no such lists."""
        if not _LETTERED.match(line.text):
            return None
        before = self._last_text()
        last = self.levels.letters
        set_in = self.open is not None and self.open.kind == "item" and line.indent > self.open.indent
        for mark in find_marks(line.content):
            going_on = mark.kind == "lettered" and mark.value == last.get(mark.style, 0) + 1
            opens = mark.kind == "lettered" and mark.value == 1 and (set_in or before.endswith((":", ";", ",")))
            if (going_on and mark.value != 1) or opens:
                return mark
        return None

    def _bullet(self, line: Line, match: re.Match[str]) -> tuple[Mark, Span, int]:
        """The bullet itself, or the mark that the editors printed behind it ("- a)", "- ∞")."""
        own = (match.start("bullet"), match.end("bullet"))
        marks = find_marks(line.text[match.end() :])
        if marks:
            mark = marks[0]
            self._markup(line, own)
            start = match.end()
            return mark, (line.start + start, line.start + start + len(mark.label)), start + mark.length
        bullet = match["bullet"]
        return Mark(f"dash{bullet}", "bullet", bullet, None, 1), (line.start + own[0], line.start + own[1]), match.end()

    def _text(self, line: Line) -> None:
        plain = line.content.strip("*_ ")
        above = self._last_text().strip("*_ ")
        number_above = bool(self.found) and self.found[-1].kind in {"text", "heading"} and is_numbered_title(above)
        goes_on = self.open is not None and line.gap.size == 0 and not (_is_label(plain) or is_numbered_title(plain) or number_above)
        if goes_on and self.open is not None:
            self._add(self.open, line, line.indent)
        else:
            self._start("text", line, line.indent, len(line.text))
            self.found[-1].below_number = number_above

    def _start(self, kind: str, line: Line, start: int, end: int) -> None:
        self.open = _Block(kind, indent=line.indent)
        self.found.append(self.open)
        self._add(self.open, line, start, end)

    def _add(self, block: _Block, line: Line, start: int, end: int | None = None) -> None:
        end = len(line.text.rstrip()) if end is None else end
        block.lines.append(line.number)
        block.ranges.append((line.start + start, line.start + max(start, end)))

    def _last_text(self) -> str:
        """The text of the last line taken in, without the blanks after it."""
        return self.text[slice(*self.found[-1].ranges[-1])].rstrip() if self.found else ""

    def finish(self) -> None:
        """Take all blocks apart and set their notation aside."""
        self._close_table()
        for block in [*(block for block in self.found if block.table is None), *self.note_blocks]:
            block.finish(self.text)
            for span in block.inline.markup:
                number = block.lines[max(0, bisect_right([a for a, _ in block.ranges], span[0]) - 1)]
                self._aside(number, span)
            self.markers += [Marker(number, span, 0, "square") for number, span in block.inline.notes]

    def _markup(self, line: Line, span: Span) -> None:
        self._aside(line.number, (line.start + span[0], line.start + span[1]))

    def _aside(self, number: int, span: Span) -> None:
        marks = self.text[slice(*span)].strip()
        if marks:
            self.furniture.append(Furniture(Lines(number, number), marks, "markup", (span,)))


class _ListLevels:
    """Which style of mark an item has, its indent counted only where the marks themselves say too little."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the lists before a heading."""
        self.indents: dict[str, list[int]] = {}
        self.numbers: dict[str, int] = {}
        self.letters: dict[str, int] = {}

    def style(self, mark: Mark, indent: int, before: str) -> str:
        """The mark's style with the level of its indent, where lists with the same mark lie in one another."""
        if mark.kind == "lettered" or mark.certain:
            return mark.style
        if mark.value is not None:
            return self._numbered(mark, mark.value, indent)
        known = self.indents.setdefault(mark.style, [])
        while known and known[-1] > indent:
            known.pop()
        if not known or (indent > known[-1] and not before.endswith((";", ","))):
            known.append(indent)
        return f"{mark.style}@{len(known)}"

    def _numbered(self, mark: Mark, value: int, indent: int) -> str:
        going_on = next((style for style, last in reversed(self.numbers.items()) if value == last + 1), None)
        style = going_on or (f"{mark.style}@{indent}" if value == 1 and self.numbers else mark.style)
        self.numbers[style] = value
        return style


def _merged(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, a sentence that a blank line broke in two made whole."""
    open_draft: Draft | None = None
    for draft in drafts:
        plain = draft.mark is None and draft.marked_title is not True and draft.kind == "paragraph" and draft.table is None
        broken = (
            open_draft is not None
            and open_draft.table is None
            and open_draft.kind != "front_matter"
            and not ends_sentence(open_draft.text)
            and starts_lower(draft.text)
        )
        if open_draft and plain and broken and open_draft.marked_title is not True and not _is_label(draft.text):
            open_draft = replace(
                open_draft,
                rows=(*open_draft.rows, *draft.rows),
                text=f"{open_draft.text} {draft.text}",
                place=_spanning(open_draft.place, draft.place),
                emphasis=(*open_draft.emphasis, *draft.emphasis),
            )
            continue
        if open_draft:
            yield open_draft
        open_draft = draft
    if open_draft:
        yield open_draft


def _spanning(first: Place, last: Place) -> Place:
    """From the start of one place to the end of another; both are lines here."""
    return Lines(first.first, last.last) if isinstance(first, Lines) and isinstance(last, Lines) else first


def _is_label(text: str) -> bool:
    return is_front_matter_label(text)
