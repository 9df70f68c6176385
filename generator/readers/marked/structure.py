"""Reads the pieces of a marked transcript as a document: what the markup says is taken over, what it leaves open its words and looks decide."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from generator.model import BlockType, Element, Furniture, Piece, Run, Span, Transcript
from generator.readers.marked.closing_notes import with_closing_notes
from generator.readers.marked.marks import label_mark, loose_marks
from generator.readers.marked.note_numbers import NoteNumbers
from generator.readers.pieces.assemble import Parts, assemble
from generator.readers.pieces.compose import Spelling
from generator.readers.pieces.drafts import Aside, CellDraft, Draft, Marker, NoteDraft, Rows, TableDraft, cut
from generator.readers.pieces.enumeration import Mark, find_heading_mark
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.numbered_titles import is_part_label
from generator.readers.pieces.outline import classify
from generator.readers.pieces.roles import ANNEX, ARTICLE
from generator.readers.printed.shape import starts_lower
from generator.readers.printed.titles import is_title

_INNER: Final = frozenset({"marker", "change"})
_ARTICLE_LEVEL: Final = 50
"""Openers give articles this rank, and their titles the next: below every other kind of part, however deep those lie."""


def read(source: Transcript, lexicon: Lexicon) -> Parts:
    """The parts of the document; together they hold every character of the transcript that is not white space."""
    reader = _Reader(source)
    drafts = reader.drafts()
    return assemble(source, drafts, reader.aside(), Spelling(lexicon, soft=False))


class _Reader:
    """Turns pieces into drafts; the pieces inside others (markers, marks of change) are holes in these."""

    def __init__(self, source: Transcript) -> None:
        self.source, self.text = source, source.text
        pieces = with_closing_notes(source)
        self.pieces = tuple(piece for piece in pieces if piece.kind not in _INNER)
        self.inner = sorted((piece for piece in pieces if piece.kind in _INNER), key=lambda piece: piece.start)
        self.starts = [piece.start for piece in self.inner]
        self.numbers = NoteNumbers(pieces, self.text)
        self.run_starts = [run.start for run in source.runs]
        self.alone: frozenset[int] = frozenset()
        self.stray: frozenset[int] = frozenset()
        """Where markers start that stand in a block without a word: there is nothing that they could be attached to."""
        self.dropped: list[tuple[Span, str]] = []
        self.changes = tuple((piece.start, piece.end) for piece in self.inner if piece.kind == "change")

    def drafts(self) -> tuple[Draft, ...]:
        """The blocks of the document, classified."""
        whole = [piece for piece in self.pieces if piece.kind not in {"aside", "note"}]
        body = [piece for piece in whole if piece.cell or self.plain(piece)]
        wordless = [piece for piece in whole if not piece.cell and not self.plain(piece)]
        self.stray = frozenset(marker.start for piece in wordless for marker in self._markers_in(piece))
        self.dropped = [((piece.start, piece.label_end), piece.path) for piece in wordless if piece.label_end > piece.start]
        self.alone = self._alone(body)
        marks = loose_marks([(piece, self.plain(piece)) for piece in body])
        pairs = list(self._pairs(body, marks))
        for told in (_amendments, _openings, _standing_alone):
            pairs = [(piece, draft) for (piece, _), draft in zip(pairs, told(pairs), strict=True)]
        pairs = list(self._with_changes(pairs))
        classified = classify(draft for _, draft in pairs)
        settled = [_settled(piece, draft, after) for (piece, draft), after in zip(pairs, classified, strict=True)]
        return told_levels([piece for piece, _ in pairs], told_depths([piece for piece, _ in pairs], settled))

    def _markers_in(self, piece: Piece) -> Iterator[Piece]:
        inside = self.inner[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]
        return (inner for inner in inside if inner.kind == "marker")

    def _next_word(self, at: int) -> int:
        """Where the first word after a place begins."""
        return next((place for place in range(at, len(self.text)) if not self.text[place].isspace()), at)

    def _with_changes(self, pairs: list[tuple[Piece, Draft]]) -> Iterator[tuple[Piece, Draft]]:
        """Each draft with the marks of amendment in it, and those that stand by themselves before it; the mark of an end says nothing new."""
        marks = [(self._next_word(piece.end), self.text[piece.start : piece.end]) for piece in self.inner if piece.kind == "change"]
        opening = [(at, text) for at, text in marks if any(character.isalnum() for character in text)]
        place = 0
        for piece, draft in pairs:
            first = place
            while place < len(opening) and opening[place][0] < piece.end:
                place += 1
            yield piece, replace(draft, changes=tuple(opening[first:place]))

    def _pairs(self, body: list[Piece], marks: dict[int, Mark]) -> Iterator[tuple[Piece, Draft]]:
        """Each piece with its draft; the cells of a table make one."""
        for table, group in groupby(body, key=lambda piece: piece.cell.table if piece.cell else None):
            pieces = list(group)
            if table is not None:
                yield pieces[0], self._table(pieces)
                continue
            for piece in pieces:
                yield piece, self._draft(piece, marks.get(piece.start))

    def _alone(self, body: list[Piece]) -> frozenset[int]:
        """Where numbered pieces set bold start that have no other item beside them: a list of one such, or two, is a heading with its number."""
        groups = [(kind, [piece.start for piece in group]) for kind, group in groupby(body, key=self._weight)]
        kinds = ["", *(kind for kind, _ in groups), ""]
        alone = (starts for place, (kind, starts) in enumerate(groups) if kind == "bold" and "item" not in {kinds[place], kinds[place + 2]})
        return frozenset(start for starts in alone if len(starts) <= _FEW_HEADINGS for start in starts)

    def _weight(self, piece: Piece) -> str:
        """What a piece is beside others: a numbered item set bold, any other item, or neither."""
        if piece.kind != "item":
            return ""
        label = self.text[piece.start : piece.label_end]
        numbered = any(character.isalnum() for character in label)
        return "bold" if numbered and self.is_stressed(piece) and is_title(self.plain(piece)) else "item"

    def _draft(self, piece: Piece, mark: Mark | None) -> Draft:
        text, start = self.plain(piece), piece.start
        label, label_span = self.text[start : piece.label_end], (start, piece.label_end)
        title = None
        free = piece.kind == "text" or (piece.kind == "item" and piece.start in self.alone)
        bold = free and not piece.certain and self.is_stressed(piece) and is_title(text)
        heading = piece.kind == "heading" or (bold and mark is None) or (bold and mark is not None and find_heading_mark(text) is not None)
        if heading:
            own = find_heading_mark(text)
            if own and label:
                self.dropped.append((label_span, piece.path))
                label = ""
            title = find_heading_mark(f"{label} X") if label else own
            mark = None
            if title and not label:
                start = max(start, piece.label_end)
                start += len(self.text[start : piece.end]) - len(self.text[start : piece.end].lstrip())
                label, text = title.label, text[title.length :]
                label_span = (start, start + len(label))
        elif label:
            mark = label_mark(label)
            mark = replace(mark, style=f"{mark.style}@{piece.depth}") if piece.depth else mark
        elif mark:
            label, text = mark.label, text[mark.length :]
            label_span = (start, start + len(label))
        rows = self.rows((label_span[1] if label else max(start, piece.label_end), piece.end))
        return Draft(
            rows=rows,
            text=text.strip(),
            place=Element(piece.path),
            kind="quote" if piece.quoted and not mark else "paragraph",
            label=label,
            label_span=label_span if label else None,
            mark=mark,
            title=title,
            indent=piece.depth,
            marked_title=None if mark else heading,
            signs=piece.level,
            emphasis=() if heading or self.is_stressed(piece) else self.stressed(piece),
            role=piece.role,
        )

    def plain(self, piece: Piece) -> str:
        """The words of a piece, markers, marks of change and label left out."""
        start = max(piece.start, piece.label_end)
        return "".join(self.text[a:b] for row in self.rows((start, piece.end), markers=False) for a, b in row).strip()

    def rows(self, span: Span, *, markers: bool = True) -> Rows:
        """The range without the marks of change in it, and without the markers of notes if these are not wanted."""
        first = bisect_left(self.starts, span[0])
        inside = self.inner[first : bisect_left(self.starts, span[1])]
        holes = [(piece.start, piece.end) for piece in inside if piece.kind == "change" or not markers]
        parts = tuple((a, b) for a, b in cut(span, holes) if a < b)
        return (parts,) if parts else ()

    def is_stressed(self, piece: Piece) -> bool:
        """Whether all its words are set bold."""
        runs = [
            run for run in self._runs(piece) if run.start >= piece.label_end and self.text[run.start : run.end].strip() and not run.raised
        ]
        return bool(runs) and all(run.bold for run in runs)

    def stressed(self, piece: Piece) -> tuple[Span, ...]:
        """The ranges set bold or italic, adjacent ones made one."""
        merged: list[Span] = []
        for run in self._runs(piece):
            if not (run.bold or run.italic) or run.start < piece.label_end:
                continue
            if merged and merged[-1][1] == run.start:
                merged[-1] = (merged[-1][0], run.end)
            else:
                merged.append((run.start, run.end))
        return tuple(merged)

    def _runs(self, piece: Piece) -> tuple[Run, ...]:
        return self.source.runs[bisect_left(self.run_starts, piece.start) : bisect_left(self.run_starts, piece.end)]

    def _table(self, pieces: list[Piece]) -> Draft:
        """The grid of a table, with an empty cell where the markup has none."""
        cells = [piece for piece in pieces if piece.cell and piece.kind == "cell"]
        captions = [self._cell(piece) for piece in pieces if piece.kind == "caption"]
        taken = {(p.cell.row + i, p.cell.column + j) for p in cells if p.cell for i in range(p.cell.down) for j in range(p.cell.across)}
        width = max((column + 1 for _, column in taken), default=0)
        rows, heads = [], 0
        for number, group in groupby(cells, key=lambda piece: piece.cell.row if piece.cell else 0):
            found = {piece.cell.column: piece for piece in group if piece.cell}
            empty = CellDraft((), Element(next(iter(found.values())).path))
            columns = [c for c in range(width) if c in found or (number, c) not in taken]
            rows.append(tuple(self._cell(found[c]) if c in found else empty for c in columns))
            heads += heads == len(rows) - 1 and all(piece.cell.head for piece in found.values() if piece.cell)
        heads = heads or self._bold_head(cells)
        table = TableDraft(tuple(rows), heads if heads < len(rows) else 0, captions[0] if captions else None)
        return Draft((), "", Element(pieces[0].path.rpartition("/")[0]), kind="table", table=table, role=pieces[0].role)

    def _bold_head(self, cells: list[Piece]) -> int:
        """1 where the first row is all set bold and no other is, else 0."""
        bold = {
            number: all(self.is_stressed(piece) for piece in row)
            for number, row in groupby(cells, key=lambda piece: piece.cell.row if piece.cell else 0)
        }
        return int(len(bold) > 1 and [number for number, told in bold.items() if told] == [next(iter(bold))])

    def _cell(self, piece: Piece) -> CellDraft:
        place = piece.cell
        across, down = (place.across, place.down) if place else (1, 1)
        return CellDraft(self.rows((piece.start, piece.end)), Element(piece.path), across, down, self.stressed(piece))

    def aside(self) -> Aside:
        """Notes, their markers, and what is set aside."""
        notes = []
        for key, group in groupby((piece for piece in self.pieces if piece.kind == "note"), key=lambda piece: piece.note):
            notes.append(self._note(key, list(group)))
        markers = (Marker(self.numbers.of(piece.note), (piece.start, piece.end)) for piece in self._attached())
        return Aside(tuple(notes), tuple(markers), tuple(self._furniture()))

    def _attached(self) -> Iterator[Piece]:
        return (piece for piece in self.inner if piece.kind == "marker" and piece.start not in self.stray)

    def _note(self, key: str, pieces: list[Piece]) -> NoteDraft:
        first = pieces[0]
        label_end = max(first.label_end, first.start)
        label = self.text[first.start : label_end]
        rows = self.rows((label_end, first.end)) + tuple(row for piece in pieces[1:] for row in self.rows((piece.start, piece.end)))
        stressed = tuple(span for piece in pieces for span in self.stressed(piece))
        return NoteDraft(self.numbers.of(key), rows, Element(first.path), label, (first.start, label_end), stressed)

    def _furniture(self) -> Iterator[Furniture]:
        for piece in self.pieces:
            if piece.kind == "aside":
                for row in self.rows((piece.start, piece.end)):
                    yield Furniture(Element(piece.path), "".join(self.text[a:b] for a, b in row), "navigation", row)
        for span, path in self.dropped:
            yield Furniture(Element(path), self.text[slice(*span)], "glyph", (span,))
        for piece in self.inner:
            if piece.kind == "change" or piece.start in self.stray:
                found = self.text[piece.start : piece.end]
                yield Furniture(Element(piece.path), found, "change" if piece.kind == "change" else "glyph", ((piece.start, piece.end),))


def _amendments(pairs: list[tuple[Piece, Draft]]) -> Iterator[Draft]:
    """The drafts, what stands between quotation marks after a colon taken for words of another act, headings and all."""
    legal = any(ARTICLE.fullmatch(draft.text) for _, draft in pairs)
    end = -1
    for place, (_, draft) in enumerate(pairs):
        opens = place > end and place > 0 and draft.text[:1] in _OPENING and pairs[place - 1][1].text.endswith(":")
        if legal and opens:
            window = enumerate(pairs[place : place + _LONGEST_QUOTE], place)
            end = next((at for at, (_, other) in window if _CLOSING.search(other.text)), -1)
        if legal and place <= end and draft.table is None:
            kind: BlockType = draft.kind if draft.mark else "quote"
            yield replace(draft, kind=kind, role="amendment", marked_title=None, title=None, label=draft.label if draft.mark else "")
        else:
            yield draft


_OPENING: Final = frozenset("“„«‘\"'")
_CLOSING: Final = re.compile(r"[”“»’\"'][.;,]?$")
_LONGEST_QUOTE: Final = 200
"""Paragraphs of another act between one pair of quotation marks; more, and the end mark was forgotten."""


def _openings(pairs: list[tuple[Piece, Draft]]) -> Iterator[Draft]:
    """The drafts, a line that is nothing but the number of an article, chapter or annex taken for a heading, and the short line after it for its title."""
    title_due = False
    for place, (piece, draft) in enumerate(pairs):
        free = piece.kind == "text" and not piece.certain and draft.mark is None and draft.marked_title is False
        number = free and (bool(ARTICLE.fullmatch(draft.text)) or is_part_label(draft.text))
        title = free and title_due and len(draft.text.split()) <= _FEW_WORDS and is_title(draft.text) and place + 1 < len(pairs)
        title_due = number or (draft.marked_title is True and (bool(ARTICLE.fullmatch(draft.text)) or is_part_label(draft.text)))
        yield replace(draft, marked_title=True) if number or title else draft


def _standing_alone(pairs: list[tuple[Piece, Draft]]) -> Iterator[Draft]:
    """The drafts, a short line between two paragraphs taken for the heading that it is, though nothing sets it apart."""
    for place, (piece, draft) in enumerate(pairs):
        before = pairs[place - 1] if place else None
        after = pairs[place + 1] if place + 1 < len(pairs) else None
        open_one = (
            piece.kind == "text"
            and not piece.certain
            and not piece.depth
            and not piece.role
            and draft.mark is None
            and draft.marked_title is False
        )
        alone = open_one and before and after and _closes(*before) and _opens(*after)
        yield replace(draft, marked_title=True) if alone and len(draft.text.split()) <= _FEW_WORDS and is_title(draft.text) else draft


_FEW_HEADINGS: Final = 2
"""Headings that follow each other without text between: a part and its first chapter."""

_FEW_WORDS: Final = 14
"""Words of a heading that nothing but its place sets apart: a longer line may be a sentence without its full stop."""

_SENTENCE: Final = 60
"""Characters of a paragraph that may go before a heading."""

_PARAGRAPH: Final = 100
"""Characters of a text that is certainly running text."""


def _closes(_: Piece, draft: Draft) -> bool:
    return (
        draft.kind == "paragraph"
        and draft.mark is None
        and len(draft.text) >= _SENTENCE
        and draft.text.endswith((".", "?", "!", "”", "’", ")"))
    )


def _opens(piece: Piece, draft: Draft) -> bool:
    plain = piece.kind == "text" and draft.kind == "paragraph" and draft.mark is None
    return plain and len(draft.text) >= _PARAGRAPH and not starts_lower(draft.text)


def _settled(piece: Piece, draft: Draft, after: Draft) -> Draft:
    """What the markup is certain of, kept: the kind of a piece, and the depth of an item where its lists say it."""
    if draft.table is not None:
        return after
    if draft.role == "amendment" and draft.kind == "quote":
        return replace(after, kind="quote", mark=None)
    if piece.kind == "heading":
        return replace(after, kind="heading", mark=None)
    if not piece.certain:
        return after
    if draft.mark is not None:
        return replace(after, kind="list_item", mark=draft.mark, depth=max(1, piece.depth))
    return replace(after, kind=draft.kind, mark=None, title=None)


def _implied(text: str, before: str) -> int | None:
    """The rank of a heading whose markup says none: by its words, or by those of the number that it is the title of."""
    for holder, more in ((text, 0), (before, 1)):
        if ANNEX.fullmatch(holder):
            return 10 + more
        if is_part_label(holder):
            return 12 + more
        if ARTICLE.fullmatch(holder):
            return _ARTICLE_LEVEL + more
    return None


def told_depths(pieces: Iterable[Piece], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with items as deep as their lists lie: counted from the numbered paragraph that a list hangs under, if there is one."""
    base = 0
    for piece, draft in zip(pieces, drafts, strict=True):
        item = draft.kind == "list_item"
        if not piece.depth:
            base = draft.depth or 0 if item else 0
        yield replace(draft, depth=base + piece.depth) if item and piece.depth else draft


def told_levels(pieces: Iterable[Piece], drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts with headings as deep as their ranks tell, a first heading above all others being the title with the chapters beside it."""
    pairs = tuple(zip(pieces, drafts, strict=True))
    told = [(piece, draft) for piece, draft in pairs if draft.kind == "heading" and piece.kind == "heading" and piece.level is not None]
    if not told:
        return tuple(draft for _, draft in pairs)
    first, title = told[0]
    ranks = [piece.level or 0 for piece, _ in told if piece.role != "annex" or piece is first]
    highest = len(told) > 1 and ranks[0] == min(ranks) and ranks.count(ranks[0]) == 1
    titled = highest and first.role != "annex" and title.title is None and not is_part_label(title.text)
    before, under_title = "", False
    stack: list[int] = []
    result: list[Draft] = []
    for piece, draft in pairs:
        if draft.kind != "heading":
            result.append(draft)
            continue
        rank = piece.level if piece.kind == "heading" and piece.level is not None else _implied(draft.text, before)
        before = draft.text
        if rank is None:
            result.append(replace(draft, level=max(1, len(stack) - titled + 1)))
            continue
        while stack and stack[-1] >= rank:
            stack.pop()
        under_title = piece is first or (under_title and bool(stack))
        stack.append(rank)
        level = len(stack) - (titled and under_title and len(stack) > 1)
        floor = rank - _ARTICLE_LEVEL + 2 if titled and rank >= _ARTICLE_LEVEL else 1
        result.append(replace(draft, level=max(level, floor)))
    return tuple(result)
