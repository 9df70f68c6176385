"""Takes the lines of Markdown one by one: each starts a block of its kind, or goes on with the one that is open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from generator.model import Furniture, FurnitureKind, Lines
from generator.readers.marked.markdown.block import Block
from generator.readers.marked.markdown.gathered import Gathered
from generator.readers.marked.markdown.items import BULLET, NUMBERED, ItemLines
from generator.readers.marked.markdown.note_lines import Call
from generator.readers.marked.markdown.notes import NOTE, NoteLines
from generator.readers.marked.markdown.pipes import RULE as TABLE_RULE
from generator.readers.marked.markdown.pipes import MarkdownTable, is_row, is_table, table
from generator.readers.marked.markdown.table_tags import OPENS, opened, tagged_table
from generator.readers.pieces.drafts import Marker, Spelled
from generator.readers.pieces.front_matter import is_front_matter_label
from generator.readers.pieces.lines import Line
from generator.readers.pieces.numbered_titles import is_numbered_title

_HEADING: Final = re.compile(
    r"(?P<open>\s{0,3}(?:\#{1,6}(?=\s)|\#{1,6}(?=[A-ZÀ-Þ*]|\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÀ-Þ])))\s*(?P<text>[^\s#].*?)(?P<close>(?:\s\#+)?(?:\s?\{[#.][^{}]*\})?)\s*$"
)
"""A heading; some leave the blank behind its signs out, and Pandoc writes a name and classes in braces behind it."""

_RULE: Final = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$")
_QUOTE: Final = re.compile(r"(?P<open>\s{0,3}(?:>\s?)+)")
_TAGS: Final = re.compile(
    r"</?(?:p|div|center|hr|br|meta|link|a|span|img(?![^<>]*\balt=.[^\"<>])|figure|figcaption|details|summary|aside)(?:\s[^<>]*)?/?>"
    r"|<!--(?:(?!<!--|-->)[^\n])*-->",
    re.IGNORECASE,
)
"""Tags that say how text looks, or hold none; a picture with words in its place holds these."""

_STARTS: Final = re.compile(r"\s*</?(?:figure|figcaption|details|summary|aside|center|div|p|table)\b", re.IGNORECASE)
_STOPS: Final = re.compile(r"</(?:figure|figcaption|details|summary|aside|center|div|p|table)>\s*\Z", re.IGNORECASE)
"""Tags of HTML with which a line starts or stops a paragraph."""

_FENCE: Final = re.compile(r"\A\s{0,3}:::[:\s]*(?:(?:\{[^{}]*\}|[\w-]+)[:\s]*)?\Z")
"""A line that opens or closes a box in Pandoc's Markdown."""

_FACT: Final = re.compile(r"\s*[\w.-]+\s*:(?:\s|$)")
_FLOW_LIST: Final = re.compile(r"\s*[\w.-]+\s*:\s+(?P<open>\[)[^\[\]]*(?P<close>\])\s*$")
"""A fact of the head block, and one whose value is a list between brackets (YAML, flow sequences)."""

_METADATA: Final = re.compile(r"-{3,}\s*")


class MarkdownLines:
    """Takes the lines one by one and keeps the block that is open."""

    def __init__(self, text: str, called: Mapping[int, Call]) -> None:
        """`called` are the numbers of notes that the text calls for, each with its first call."""
        self.made = Gathered(text)
        self.notes = NoteLines(self.made, called)
        self.items = ItemLines(self.made)
        self.rows: list[Line] = []
        self.tagged: list[Line] = []
        self.tables = 0  # in tags of HTML that are open
        self.metadata = False

    def take(self, line: Line) -> None:
        """Add one line: to the open block, to a new one, or to what is set aside."""
        if not self._goes_on_with_tags(line):
            self._take(line)

    def _take(self, line: Line) -> None:
        """Add a line that is none of a table in tags of HTML."""
        if self._goes_on_with_table(line):
            return
        if _METADATA.fullmatch(line.content) and (self.metadata or not self.made.found):
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
            (lambda line: NOTE.match(line.text), self.notes.note),
            (self.notes.is_called, self.notes.numbered),
            (lambda line: _QUOTE.match(line.text), self._quote),
            (lambda line: NUMBERED.match(line.text) or BULLET.match(line.text), self.items.item),
            (self.items.is_lettered, self.items.lettered_item),
            (lambda line: not _TAGS.sub("", line.text).strip() or _FENCE.match(line.text), self._tags),
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
        self._add_table(table(self.made.text, rows), rows)

    def _goes_on_with_tags(self, line: Line) -> bool:
        """Take a line of a table in tags of HTML, from the one that opens it to the one that closes it."""
        if self.tagged and _HEADING.match(line.text):
            self._close_tags()
        if not self.tagged and (self.metadata or not OPENS.match(line.text)):
            return False
        if not self.tagged:
            self._close_table()
        self.tagged.append(line)
        self.tables += opened(line)
        if self.tables <= 0:
            self._close_tags()
        return True

    def _close_tags(self) -> None:
        """Make a table of the lines in tags; where they make none, they are lines like any other."""
        lines, tables, self.tagged, self.tables = self.tagged, self.tables, [], 0
        made = tagged_table(self.made.text, lines) if lines and tables <= 0 else None
        if made is not None:
            self._add_table(made, lines)
            return
        for line in lines:
            self._take(line)

    def _add_table(self, made: MarkdownTable, lines: list[Line]) -> None:
        block = Block("table", lines=[line.number for line in lines], ranges=[line.span for line in lines], table=made.draft)
        self.made.found.append(block)
        for number, span in made.markup:
            self.made.aside(number, span)
        self.made.markers += [Marker(number, span, 0, "square") for inline in made.inside for number, span in inline.notes]
        self.made.spelled += [notation for inline in made.inside for notation in inline.spelled]
        self.made.open = None

    def _metadata(self, line: Line) -> None:
        """A line of the head block between dashes: one fact each; a value over more lines and the items of a list stay with their name."""
        item, flow = BULLET.match(line.text), _FLOW_LIST.match(line.text)
        if item and self.made.open is not None:
            self._listed(line, item)
        elif flow:
            for name in ("open", "close"):
                self.made.markup(line, flow.span(name))
            self.made.start("metadata", line, line.indent, flow.start("open"))
            self.made.add(self.made.found[-1], line, flow.end("open"), flow.start("close"))
        elif self.made.open is not None and line.indent and not _FACT.match(line.text):
            self.made.add(self.made.open, line, line.indent)
        else:
            self.made.start("metadata", line, line.indent, len(line.text))

    def _listed(self, line: Line, item: re.Match[str]) -> None:
        """An item of a list in the head block: the first follows its name, a comma stands for the mark of each other."""
        fact = self.made.found[-1]
        if self.made.last_text().endswith(":") and len(fact.lines) == 1:
            self.made.markup(line, item.span("bullet"))
            self.made.add(fact, line, item.end())
        else:
            span = (line.start + item.start("bullet"), line.start + item.start("bullet") + len(item["bullet"]))
            self.made.spelled.append(Spelled(span, ",", "list-mark"))
            self.made.add(fact, line, item.start("bullet"))

    def _tags(self, line: Line) -> None:
        """A line that holds nothing but tags of HTML."""
        self.made.markup(line, (line.indent, len(line.text.rstrip())))
        if _STARTS.match(line.text) or _FENCE.match(line.text):
            self.made.open = None

    def _rule(self, line: Line) -> None:
        underlines = self.made.open is not None and self.made.open.kind == "text" and line.gap.size == 0 and len(self.made.open.lines) == 1
        if underlines and self.made.open is not None and not line.content.startswith(("*", "_", "|")):
            self.made.open.kind, self.made.open.signs = "heading", 1 + line.content.startswith("-")
        self.made.furniture.append(Furniture(Lines(line.number, line.number), line.content, "rule", (line.span,)))
        self.made.open = None

    def _heading(self, line: Line) -> None:
        match = _HEADING.match(line.text)
        if match is None:
            return
        self.made.markup(line, match.span("open"))
        if match["close"]:
            self.made.markup(line, match.span("close"))
        self.made.start("heading", line, match.start("text"), match.end("text"))
        self.made.found[-1].signs = match["open"].count("#")
        self.items.levels.reset()
        self.made.open = None

    def _quote(self, line: Line) -> None:
        match = _QUOTE.match(line.text)
        if match is None:
            return
        self.made.markup(line, match.span("open"))
        if self.made.open is None or self.made.open.kind != "quote" or line.gap.size:
            self.made.start("quote", line, match.end(), len(line.text))
        else:
            self.made.add(self.made.open, line, match.end())

    def _text(self, line: Line) -> None:
        plain = line.content.strip("*_ ")
        above = self.made.last_text().strip("*_ ")
        number_above = bool(self.made.found) and self.made.found[-1].kind in {"text", "heading"} and is_numbered_title(above)
        goes_on = (
            self.made.open is not None
            and line.gap.size == 0
            and not (is_front_matter_label(plain) or is_numbered_title(plain) or number_above or _STARTS.match(line.text))
        )
        if goes_on and self.made.open is not None:
            self.made.add(self.made.open, line, line.indent)
        else:
            self.made.start("text", line, line.indent, len(line.text))
            self.made.found[-1].below_number = number_above
        if _STOPS.search(line.text):
            self.made.open = None

    def set_aside(self, line: Line, kind: FurnitureKind) -> None:
        """A line that belongs to the page; it ends the block that is open."""
        self.made.furniture.append(Furniture(Lines(line.number, line.number), line.content, kind, (line.span,)))
        self.made.open = None

    def finish(self) -> None:
        """Finish all blocks and set their notation aside, after the last line."""
        self._close_tags()
        self._close_table()
        self.made.finish()
