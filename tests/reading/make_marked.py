"""Writes the documents of truth/ as Formex and Akoma Ntoso, as a publisher would: `python -m tests.reading.make_marked`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

FOLDER: Final = Path(__file__).parent
_AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
Block = Mapping[str, Any]


def main() -> None:
    """Write one file of each format for each truth."""
    for path in sorted((FOLDER / "truth").glob("00[0-9].json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        notes = {note["number"]: note["text"] for note in truth["footnotes"]}
        for form, write, suffix in (("formex", _formex, "general.fmx.xml"), ("akn", _akn, "doc.akn")):
            target = FOLDER / form / f"{path.stem}-{suffix}"
            target.parent.mkdir(exist_ok=True)
            target.write_text(write(truth["blocks"], notes), encoding="utf-8")


def _runs(block: Block, notes: Mapping[int, str], note: str) -> str:
    """The text of a block with its notes inside it."""
    text, at, out = block["text"], 0, []
    for marker in sorted(block["notes"], key=lambda marker: int(marker["offset"])):
        out += [escape(text[at : marker["offset"]]), note.format(number=marker["number"], text=escape(notes[marker["number"]]))]
        at = marker["offset"]
    return "".join([*out, escape(text[at:])])


def _mark(block: Block) -> str:
    return escape(block["list"]["marker"] or "–")


def _formex(blocks: Iterable[Block], notes: Mapping[int, str]) -> str:
    note = '<NOTE NOTE.ID="E{number:04}" NUMBERING="ARAB" TYPE="FOOTNOTE"><P>{text}</P></NOTE>'
    body = "".join(_formex_parts(list(blocks), notes, note, 1))
    head = "<BIB.INSTANCE><LG.DOC>NL</LG.DOC></BIB.INSTANCE>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<GENERAL>{head}<CONTENTS>{body}</CONTENTS></GENERAL>\n'


def _formex_parts(blocks: list[Block], notes: Mapping[int, str], note: str, level: int) -> Iterator[str]:
    """Parts with their titles, one in the other; what comes before the first title stands by itself."""
    for part in _parts(blocks, level):
        if part[0]["type"] != "heading" or part[0]["level"] != level:
            yield from _formex_texts(part, notes, note)
            continue
        number = f"<NO.P>{escape(part[0]['number'])}.</NO.P>" if part[0]["number"] else ""
        title = _runs(part[0], notes, note)
        words = f"<NP>{number}<TXT>{title}</TXT></NP>" if number else f"<P>{title}</P>"
        inside = "".join(_formex_parts(part[1:], notes, note, level + 1))
        yield f'<GR.SEQ LEVEL="{level}"><TITLE><TI>{words}</TI></TITLE>{inside}</GR.SEQ>'


def _parts(blocks: list[Block], level: int) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        if block["type"] == "heading" and block["level"] <= level and part:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _formex_texts(blocks: list[Block], notes: Mapping[int, str], note: str) -> Iterator[str]:
    for item, group in groupby(blocks, key=lambda block: block["type"] == "list_item"):
        if item:
            yield _formex_list(list(group), notes, note, 1)
        else:
            yield from (f"<P>{_runs(block, notes, note)}</P>" for block in group)


def _formex_list(items: list[Block], notes: Mapping[int, str], note: str, depth: int) -> str:
    out: list[str] = []
    for first, inner in _nested(items, depth):
        below = f"<P>{_formex_list(inner, notes, note, depth + 1)}</P>" if inner else ""
        out.append(f"<ITEM><NP><NO.P>{_mark(first)}</NO.P><TXT>{_runs(first, notes, note)}</TXT>{below}</NP></ITEM>")
    return f"<LIST>{''.join(out)}</LIST>"


def _nested(items: list[Block], depth: int) -> Iterator[tuple[Block, list[Block]]]:
    """Each item of a depth with the deeper ones under it; a list that starts deeper has its first item for one of this depth."""
    at = 0
    while at < len(items):
        after = at + 1
        while after < len(items) and items[after]["list"]["depth"] > depth:
            after += 1
        yield items[at], items[at + 1 : after]
        at = after


def _akn(blocks: Iterable[Block], notes: Mapping[int, str]) -> str:
    note = '<authorialNote marker="{number}" placement="bottom"><p>{text}</p></authorialNote>'
    body = "\n".join(_akn_parts(list(blocks), notes, note, 1))
    meta = '<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="nld"/></FRBRExpression></identification></meta>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_AKN}"><doc name="mededeling">{meta}<mainBody>\n{body}\n</mainBody></doc></akomaNtoso>\n'


def _akn_parts(blocks: list[Block], notes: Mapping[int, str], note: str, level: int) -> Iterator[str]:
    for part in _parts(blocks, level):
        if part[0]["type"] != "heading" or part[0]["level"] != level:
            yield from _akn_texts(part, notes, note)
            continue
        number = f"<num>{escape(part[0]['number'])}.</num>" if part[0]["number"] else ""
        inside = "\n".join(_akn_parts(part[1:], notes, note, level + 1))
        name = ("chapter", "section", "subsection")[min(level, 2) - 1]
        yield f"<{name}>{number}<heading>{_runs(part[0], notes, note)}</heading>\n{inside}\n</{name}>"


def _akn_texts(blocks: list[Block], notes: Mapping[int, str], note: str) -> Iterator[str]:
    for item, group in groupby(blocks, key=lambda block: block["type"] == "list_item"):
        if item:
            yield _akn_list(list(group), notes, note, 1)
        else:
            yield from (f"<p>{_runs(block, notes, note)}</p>" for block in group)


def _akn_list(items: list[Block], notes: Mapping[int, str], note: str, depth: int) -> str:
    out: list[str] = []
    for first, inner in _nested(items, depth):
        below = f"\n  {_akn_list(inner, notes, note, depth + 1)}" if inner else ""
        out.append(f"  <item>\n    <num>{_mark(first)}</num>\n    <p>{re.sub('  +', ' ', _runs(first, notes, note))}</p>{below}\n  </item>")
    return "<blockList>\n" + "\n".join(out) + "\n</blockList>"


if __name__ == "__main__":
    main()
