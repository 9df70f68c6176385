"""Corrects the paragraph of each quotation in entries, events and introductions, and changes no other line of their files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from generator.commands.answer import Answer
from generator.inputs.contributions import events, glossary, introductions, markdown_files
from generator.model import Document

_KEY_LINE: Final = re.compile(r"\A(?P<indent>\s*(?:-\s+)?)paragraph\s*:.*?(?P<end>\r?\n?)$")
_BLOCK_LINE: Final = re.compile(r"\A(?P<indent>\s*)(?P<dash>-\s+)?document\s*:[^{}]*?(?P<end>\r?\n?)$")


def cite(seeds: Path, documents: Iterable[Document]) -> Answer:
    """Puts the right paragraph with every quotation that stands in one place of its document; changes those lines only."""
    by_id = {document.meta.id: document for document in documents}
    lines: list[str] = []
    for folder in (glossary.FOLDER, introductions.FOLDER, events.FOLDER):
        for path in markdown_files.contributed(seeds / folder):
            lines += _cite_file(path, by_id)
    return Answer((*lines, f"aangepast: {len(lines)}"))


def _cite_file(path: Path, documents: dict[str, Document]) -> list[str]:
    text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    located, _, _, problems = markdown_files.split(text, path.as_posix())
    given = located.data.get("evidence") if isinstance(located.data, dict) and not problems else None
    evidence = given if isinstance(given, list) else []
    rows = text.splitlines(keepends=True)
    said: list[str] = []
    # From the last to the first: a line that is put in moves those below it.
    for place in range(len(evidence) - 1, -1, -1):
        right = _right_place(evidence[place], documents)
        if right and _put(rows, located.line, place, right, has_key="paragraph" in evidence[place]):
            said.insert(0, f"{path.as_posix()}:{located.line(('evidence', place))}: {right}")
    if said:
        part = path.with_name(f".{path.name}.deel")
        part.write_bytes("".join(rows).encode("utf-8", errors="surrogateescape"))
        part.replace(path)
    return said


def _right_place(item: object, documents: dict[str, Document]) -> str:
    """The paragraph that a quotation stands in, where there is one and the entry names another or none."""
    if not isinstance(item, dict) or str(item.get("document")) not in documents:
        return ""
    found = markdown_files.places(documents[str(item["document"])], str(item.get("quote", "")))
    return found[0] if len(found) == 1 and found[0] != item.get("paragraph") else ""


def _put(rows: list[str], line_of: Callable[[tuple[str | int, ...]], int], place: int, right: str, *, has_key: bool) -> bool:
    """Put a paragraph into the rows of a file; False where the entry is not written a key on a line."""
    value = json.dumps(right) if ":" in right else right
    if has_key:
        at = line_of(("evidence", place, "paragraph")) - 1
        match = _KEY_LINE.match(rows[at])
        if match:
            rows[at] = f"{match['indent']}paragraph: {value}{match['end']}"
        return bool(match)
    at = line_of(("evidence", place, "document")) - 1
    match = _BLOCK_LINE.match(rows[at])
    if match:
        rows.insert(at + 1, f"{match['indent']}{' ' * len(match['dash'] or '')}paragraph: {value}{match['end']}")
    return bool(match)
