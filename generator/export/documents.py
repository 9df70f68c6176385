"""One document as data and as Markdown."""

from __future__ import annotations

from typing import Any

from generator.dossier.index import Entry
from generator.dossier.related import Related, Relation
from generator.export.common import VERSION, json_text
from generator.model import Block, Cell, Defect, Document, Element, Furniture, Lines, Mention, Note, Part, Place, Repair
from generator.output.markdown import opening, plain
from generator.words import say


def document_json(document: Document) -> str:
    """One document without a site: keys that need metadata or addresses are null."""
    return json_text(document_data(document, None))


def document_data(document: Document, entry: Entry | None, related: Related | None = None) -> dict[str, Any]:
    """The data of a document, as the contract of the open data describes them."""
    facts = document.meta
    described = facts.described or entry is not None
    return {
        "version": VERSION,
        "id": facts.id,
        "seed": document.source.name,
        "format": document.source.format,
        "sha256": document.source.seed.sha256,
        "title": facts.title,
        "number": facts.number if described else None,
        "celex": facts.celex if described else None,
        "institution": facts.institution if described else None,
        "kind": facts.kind if described else None,
        "date": facts.date if described else None,
        "language": facts.language,
        "url": entry.url if entry else None,
        "provenance": dict(facts.provenance),
        "blocks": [_block(block, entry) | _related(document, block, related) for block in document.blocks],
        "footnotes": [_note(note, entry) for note in document.notes],
        "furniture": [_furniture(piece) for piece in document.furniture],
        "defects": [_defect(defect) for defect in document.defects],
    }


def _block(block: Block, entry: Entry | None) -> dict[str, Any]:
    data: dict[str, Any] = {"id": block.id, "type": block.type, "text": block.text}
    if block.type == "heading":
        data |= {"level": block.level, "number": block.number, "label": block.label}
    if block.role:
        data["role"] = block.role
    if block.changes:
        data["changes"] = [{"text": change.text, "offset": change.offset} for change in block.changes]
    if block.type == "table":
        data |= _table(block)
    if block.list:
        data["list"] = {"kind": block.list.kind, "depth": block.list.depth, "marker": block.list.marker}
    return data | {
        "section": block.section,
        **_where(block.place),
        "url": entry.block_urls[block.id] if entry else None,
        "emphasis": [list(span) for span in block.emphasis],
        "notes": _markers(block),
        "repairs": [_repair(repair) for repair in block.repairs],
        "mentions": [_mention(mention) for mention in block.mentions],
    }


def _related(document: Document, block: Block, related: Related | None) -> dict[str, Any]:
    """The passages of other documents that say the nearest; no key where they were not looked for."""
    found = related.of(document.meta.id, block.id) if related else None
    return {} if found is None else {"related": [_relation(relation) for relation in found]}


def _relation(relation: Relation) -> dict[str, Any]:
    part = relation.passage.part
    return {
        "document": relation.passage.place[0],
        "block": None if isinstance(part, Note) else part.id,
        "footnote": part.number if isinstance(part, Note) else None,
        "url": relation.passage.url,
        "score": relation.score,
        "same_words": bool(relation.shared),
    }


def _table(block: Block) -> dict[str, Any]:
    caption = block.caption.text if block.caption else None
    return {"caption": caption, "header_rows": block.header_rows, "rows": [[_cell(cell) for cell in row] for row in block.rows]}


def _markers(part: Part) -> list[dict[str, int]]:
    return [{"number": marker.number, "offset": marker.offset} for marker in part.notes]


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "id": cell.id,
        "text": cell.text,
        "across": cell.across,
        "down": cell.down,
        "notes": _markers(cell),
        "mentions": [_mention(mention) for mention in cell.mentions],
    }


def _note(note: Note, entry: Entry | None) -> dict[str, Any]:
    return {
        "number": note.number,
        "text": note.text,
        **_where(note.place),
        "number_in_source": note.number_in_source,
        "text_in_source": note.text_in_source,
        "notes": _markers(note),
        "repairs": [_repair(repair) for repair in note.repairs],
        "mentions": [_mention(mention) for mention in note.mentions],
        "url": entry.note_urls.get(note.number) if entry else None,
    }


def _where(place: Place | None) -> dict[str, Any]:
    """The lines of a place where it has some, and the place itself."""
    return {"lines": list(place.lines) if place and place.lines else None, "place": _place(place)}


def _place(place: Place | None) -> dict[str, Any] | list[dict[str, Any]] | None:
    if place is None:
        return None
    if isinstance(place, Lines):
        return {"kind": "lines", "first": place.first, "last": place.last}
    if isinstance(place, Element):
        return {"kind": "element", "path": place.path}
    boxes = [{"kind": "page", "page": box.page, "box": list(box.box)} for box in place.boxes]
    return boxes[0] if len(boxes) == 1 else boxes


def _mention(mention: Mention) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": mention.kind,
        "id": mention.id,
        "offset": mention.offset,
        "length": mention.length,
        "form": mention.form,
    }
    if mention.inferred:
        data["inferred"] = True
    if mention.kind == "date":
        data["role"] = mention.role
    return data


def _repair(repair: Repair) -> dict[str, Any]:
    return {"offset": repair.offset, "length": repair.length, "source": repair.source, "kind": repair.kind}


def _furniture(piece: Furniture) -> dict[str, Any]:
    return {**_where(piece.place), "text": piece.text, "kind": piece.kind}


def _defect(defect: Defect) -> dict[str, Any]:
    return {**_where(defect.place), "text": defect.text, "kind": defect.kind, "repaired": defect.repaired}


def document_markdown(document: Document) -> str:
    """A document as plain Markdown with footnotes, for readers and other programs."""
    return blocks_markdown(document.blocks, document.notes)


def blocks_markdown(blocks: tuple[Block, ...], own: tuple[Note, ...]) -> str:
    """Blocks of a document as plain Markdown, with the footnotes that are theirs."""
    parts = [_markdown_block(block) for block in blocks]
    notes = [f"[^{note.number}]: {opening(plain(note.text)) or say('export_documents.text_missing')}" for note in own]
    lines: list[str] = []
    for before, (block, part) in zip([None, *blocks], zip(blocks, parts, strict=True), strict=False):
        close = before is not None and before.type == block.type == "list_item"
        lines += ([] if close or not lines else [""]) + [part]
    return "\n".join([*lines, *(["", *notes] if notes else [])]) + "\n"


def _markdown_block(block: Block) -> str:
    words = _with_markers(block)
    if block.type == "heading":
        return f"{'#' * min(6, block.level or 1)} {f'{block.label} '.lstrip()}{words}"
    if block.type == "table":
        return _markdown_table(block)
    if block.type == "quote":
        return f"> {opening(words)}"
    if block.list:
        marker = block.list.marker if block.list.kind != "bullet" else ""
        return f"{'    ' * (block.list.depth - 1)}- {f'{marker} {words}' if marker else opening(words)}"
    return opening(words)


def _markdown_table(block: Block) -> str:
    """A pipe table; one without a head gets an empty one, because Markdown has no other tables."""
    width = max(sum(cell.across for cell in row) for row in block.rows)
    rows = [[_with_markers(cell).replace("|", "\\|") for cell in row for _ in range(cell.across)] for row in block.rows]
    head = rows[:1] if block.header_rows else [[""] * width]
    body = rows[1:] if block.header_rows else rows
    lines = [f"| {' | '.join(row)} |" for row in (*head, ["---"] * width, *body)]
    caption = [f"*{_with_markers(block.caption)}*", ""] if block.caption else []
    return "\n".join([*caption, *lines])


def _with_markers(block: Block | Cell) -> str:
    pieces, at = [], 0
    for marker in sorted(block.notes, key=lambda marker: marker.offset):
        pieces += [plain(block.text[at : marker.offset]), f"[^{marker.number}]"]
        at = marker.offset
    return "".join([*pieces, plain(block.text[at:])])
