"""The running text of a document as HTML: the same on the page of a chapter and on that of the whole document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.dossier.addresses import marker_anchor, mention_anchor, note_anchor, relative
from generator.dossier.index import Entry, Occurrence, Site
from generator.dossier.related import Related
from generator.kinds import BY_ID, nested
from generator.language.slugs import FRAME
from generator.model import Block, Cell, Change, Mention, Note, NoteMarker, Part
from generator.output.markdown import anchor, end, heading, start, tag, text
from generator.output.marks import Insert, MarkedRange, render, repair_mark, stress_mark
from generator.pages.parts.frame import where_in_source
from generator.pages.quotations.meanings import meaning
from generator.pages.quotations.related import related_line
from generator.words import say

_BASIC: Final = say("body.from_here_original")
_AMENDED: Final = say("body.from_here_amended")


_LONGEST_HEAD: Final = 600
"""Characters of a table's head that paper repeats on each sheet, some ten lines; one that fills a sheet would leave no room for rows."""


@dataclass(slots=True)
class Body:
    """Renders blocks and notes for one page.

    Remembers which markers it has set, so that their ids differ, and what the current section has linked already:
    the first mention of something in a section is a link, the others are only marked.
    """

    site: Site
    entry: Entry
    page: str
    all_on_page: bool = False
    related: Related | None = None
    set_markers: Counter[int] = field(default_factory=Counter)
    linked: set[str] = field(default_factory=set)

    def blocks(self, blocks: Iterable[Block], shift: int = 0) -> Iterator[str]:
        """Parts of a Markdown page: headings in Markdown, all else as HTML on one line; `shift` is added to levels."""
        items: list[Block] = []
        front: list[Block] = []
        for block in blocks:
            if items and block.type != "list_item":
                yield self._list(items)
                items = []
            if front and block.type != "front_matter":
                yield self._front(front)
                front = []
            if block.type == "list_item":
                items.append(block)
            elif block.type == "front_matter":
                front.append(block)
            elif block.type == "heading":
                yield self._heading(block, shift)
            elif block.type == "table":
                yield self._table(block)
            else:
                yield self._paragraph(block)
        if items:
            yield self._list(items)
        if front:
            yield self._front(front)

    def notes(self, notes: Iterable[Note]) -> Iterator[str]:
        """The footnotes at the foot of a page."""
        listed = "".join(self._note(note) for note in notes)
        if listed:
            title = tag("h2", say("body.notes"), id=f"{FRAME}voetnoten", class_="voetnoten-kop")
            yield tag("section", title + tag("ol", listed), class_="voetnoten", role="doc-endnotes", aria_labelledby=f"{FRAME}voetnoten")

    def _heading(self, block: Block, shift: int) -> str:
        self.linked.clear()
        return heading((block.level or 1) + shift, self.entry.title_of(block), block.id)

    def _paragraph(self, block: Block) -> str:
        content = self._text(block) + self._tools(block)
        paragraph = tag("p", content, id=block.id, class_="alinea", data_nr=self._number(block))
        return (tag("blockquote", paragraph) if block.type == "quote" else paragraph) + self._near(block)

    def _near(self, block: Block) -> str:
        """The passages of other documents that say the nearest to a paragraph; folded, so that the text stays the text."""
        return related_line(self.page, self.entry, block, self.related) if self.related else ""

    def _table(self, block: Block) -> str:
        """A table that scrolls in a frame of its own where it is wider than the screen; its tools stand below it."""
        caption = tag("caption", self._text(block.caption), id=block.caption.id) if block.caption else ""
        head = "".join(self._row(row, "th") for row in block.rows[: block.header_rows])
        body = "".join(self._row(row, "td") for row in block.rows[block.header_rows :])
        long = sum(len(cell.text) for row in block.rows[: block.header_rows] for cell in row) > _LONGEST_HEAD
        table = tag(
            "table",
            caption + (tag("thead", head) if head else "") + (tag("tbody", body) if body else ""),
            class_="lange-kop" if long else None,
        )
        name = block.caption.text if block.caption else say("body.table")
        frame = tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=name)
        return tag(
            "div", frame + tag("p", self._tools(block), class_="alinea", data_nr=self._number(block)), id=block.id, class_="brontabel"
        )

    def _row(self, row: tuple[Cell, ...], name: str) -> str:
        return tag("tr", "".join(self._cell(cell, name) for cell in row))

    def _cell(self, cell: Cell, name: str) -> str:
        across, down = (str(count) if count > 1 else None for count in (cell.across, cell.down))
        scope = "col" if name == "th" else None
        return tag(name, self._text(cell), id=cell.id, colspan=across, rowspan=down, scope=scope)

    def _front(self, blocks: list[Block]) -> str:
        lines = (
            tag("p", self._text(block) + self._tools(block), id=block.id, class_="alinea", data_nr=self._number(block)) for block in blocks
        )
        return tag("div", "".join(lines), class_="kopblok")

    def _list(self, items: list[Block]) -> str:
        """Nested lists from items with depths; a depth that is skipped opens one list only."""
        out: list[str] = []
        open_depths: list[int] = []
        for item in items:
            depth = item.list.depth if item.list else 1
            while open_depths and open_depths[-1] > depth and (len(open_depths) > 1):
                out.append(end("li") + end("ul"))
                open_depths.pop()
            if open_depths and open_depths[-1] >= depth:
                out.append(end("li"))
            else:
                out.append(start("ul", class_="opsomming", role="list"))
                open_depths.append(depth)
            out.append(self._item(item))
        out.append((end("li") + end("ul")) * len(open_depths))
        return "".join(out)

    def _item(self, item: Block) -> str:
        marker = item.list.marker if item.list else ""
        printed = bool(item.list and item.list.kind != "bullet" and marker)
        label = tag("span", text(marker), class_="merk") + " " if printed else ""
        kind = "genummerd" if printed else "opgesomd"
        content = tag("div", label + self._text(item) + self._tools(item), class_="alinea", data_nr=self._number(item))
        return start("li", id=item.id, class_=kind) + content + self._near(item)

    def _tools(self, block: Block) -> str:
        """The permalink, and the way to the same words in the original text."""
        line = relative(self.page, self.entry.source_place(block.place, block.spans))
        permalink = anchor("¶", f"#{block.id}", class_="ankerlink", aria_label=say("body.paragraph_link"), title=say("body.paragraph_link"))
        source = anchor("bron", line, class_="bronlink", title=where_in_source(block.place))
        cite = anchor(say("body.cite"), relative(self.page, self.entry.citing_urls[block.id]), class_="citeerlink", rel="nofollow")
        return tag("span", f" {permalink} {source} {cite}", class_="gereedschap")

    def _number(self, block: Block) -> str | None:
        """The number of a paragraph that the text prints none of, for the theme to show when the reader asks for it."""
        return self.entry.pinpoints[block.id].number or None

    def _text(self, part: Part) -> str:
        inner = nested(part.mentions)
        outer = [self._mention(part, mention) for mention in part.mentions if mention not in inner]
        layers = (
            outer,
            list(_inner_marks(part, inner)),
            [stress_mark(start, end) for start, end in part.emphasis],
            [repair_mark(repair, outer) for repair in part.repairs if repair.length],
        )
        changes = part.changes if isinstance(part, Block) else ()
        inserts = (
            *(Insert(change.offset, _change(change)) for change in changes),
            *(Insert(m.offset, self._marker(m)) for m in part.notes),
        )
        return self._before(part) + render(part.text, layers, sorted(inserts, key=lambda insert: insert.offset))

    def _before(self, part: Part) -> str:  # noqa: ARG002 - for paper
        """What stands before a text; nothing on a page of the site."""
        return ""

    def _mention(self, part: Part, mention: Mention) -> MarkedRange:
        """A mention is a link where it points at something for the first time in its section, else a mark with an address."""
        end = mention.offset + mention.length
        name, kind = mention_anchor(part, mention), BY_ID[mention.kind].css
        way = self._mention_way(part, mention)
        if way is None or (BY_ID[mention.kind].leads_to != "own text" and way in self.linked):
            return MarkedRange(mention.offset, end, lambda content: tag("span", content, id=name, class_=f"vermelding {kind}"))
        self.linked.add(way)
        told = meaning(self.site, self.entry, mention, part.text[mention.offset : end])
        return MarkedRange(
            mention.offset, end, lambda content: anchor(content, way, id=name, class_=f"vermelding {kind}", title=told), link=True
        )

    def _mention_way(self, part: Part, mention: Mention) -> str | None:
        url = self.site.target(Occurrence(self.entry, part, mention))
        if url and BY_ID[mention.kind].leads_to == "own text":
            return self._way(mention.id, url)
        return relative(self.page, url) if url else None

    def _way(self, target: str, url: str) -> str:
        return f"#{target}" if self.all_on_page else relative(self.page, url)

    def _marker(self, marker: NoteMarker) -> str:
        self.set_markers[marker.number] += 1
        name = marker_anchor(marker.number, self.set_markers[marker.number])
        url = self._way(note_anchor(marker.number), self.entry.note_urls.get(marker.number, f"#{note_anchor(marker.number)}"))
        label = say("body.note", number=marker.number)
        reference = anchor(str(marker.number), url, role="doc-noteref", aria_label=label)
        return tag("sup", reference, id=name, class_="nootmarkering")

    def _note(self, note: Note) -> str:
        name = note_anchor(note.number)
        back = anchor(
            "↩",
            f"#{marker_anchor(note.number)}",
            class_="footnote-backref",
            role="doc-backlink",
            aria_label=say("body.back_to_note_call", number=note.number),
        )
        content = tag("span", self._text(note), class_="noottekst") if note.text_in_source else self._missing()
        if not note.number_in_source:
            content += " " + tag("span", say("body.number_missing"), class_="afgeleid")
        known = self.set_markers[note.number] > 0
        tail = f" {back}" if known else " " + tag("span", say("body.note_call_missing"), class_="afgeleid")
        source = self._note_source(note)
        return tag("li", content + tail + source, id=name, value=str(note.number))

    def _missing(self) -> str:
        return tag("span", say("body.note_text_missing"), class_="afgeleid")

    def _note_source(self, note: Note) -> str:
        if note.place is None:
            return ""
        line = relative(self.page, self.entry.source_place(note.place, note.spans))
        return tag("span", " " + anchor("bron", line, class_="bronlink", title=where_in_source(note.place)), class_="gereedschap")


def _change(change: Change) -> str:
    """The mark of an amendment, in the margin."""
    act = change.text.strip("►▼◄ ")
    said = _BASIC if act == "B" else _AMENDED.format(act=act)
    return tag("span", text(change.text), class_="wijziging", title=said)


def _inner_marks(part: Part, inner: Iterable[Mention]) -> Iterator[MarkedRange]:
    """A mention inside another has an address of its own, but for one at the same place, and no link."""
    starts = Counter(mention.offset for mention in part.mentions)
    for mention in inner:
        name = mention_anchor(part, mention) if starts[mention.offset] == 1 else None
        yield MarkedRange(mention.offset, mention.offset + mention.length, _named_span(name))


def _named_span(name: str | None) -> Callable[[str], str]:
    return lambda content: tag("span", content, id=name)
