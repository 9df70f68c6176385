"""`python -m tests.reading.styles FOLDER SEED…`: sets the documents of tests/reading/truth in styles that are drawn by lot, one for each seed.

Needs LibreOffice (`soffice`). What is drawn: paper, measure, typeface, size, filled or ragged rows, hyphens, white between paragraphs or
first rows set in, one or two columns, how headings and items are numbered and set, how notes are numbered, what runs at the edge.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.reading.typeset import Piece, flat, fonts, styled

TRUTH: Final = Path(__file__).parent / "truth"
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Style:
    """How one seed sets a document; `head` and `foot` are patterns of what runs at the edge, for those who count what is left of it."""

    seed: int
    font: str
    size: float
    width: int
    height: int
    margin: int
    filled: bool
    hyphens: bool
    apart: bool
    spacing: int
    columns: int
    heading_numbers: str
    heading_look: str
    bullet: str
    notes_anew: bool
    head: str
    foot: str
    mirrored: bool

    @property
    def running(self) -> re.Pattern[str]:
        """What the heads and feet say, wherever it is left in a text."""
        return re.compile("|".join(_RUNNING))


_HEADS: Final = ("", "Ministerie van Havenzaken", "Havenzaken · Jaarstukken 2041", "HZ/2041/0093 PQ")
_FEET: Final = (
    "#",
    "- # -",
    "Pagina # van @",
    "Blad #/@",
    "HZ(2041) 77 def. # XY",
    "# | Stukken van de Havenraad",
    "kvb/TRE/uu # HVN.2 XY",
)
_RUNNING: Final = (r"Ministerie van Havenzaken", r"Jaarstukken 2041", r"HZ/2041/0093", r"Pagina \d+ van \d+", r"Blad \d+/\d+",
                   r"HZ\(2041\) 77", r"Stukken van de Havenraad", r"kvb/TRE/uu|HVN\.2", r"(?<!\S)- \d+ -(?!\S)")  # fmt: skip


def style(seed: int) -> Style:
    """The style of a seed, the same each time."""
    lot = random.Random(seed)  # noqa: S311
    columns = lot.choice((1, 1, 1, 2))
    width, height = lot.choice(((210, 297), (210, 297), (170, 240), (216, 279)))
    return Style(
        seed=seed,
        font=lot.choice(("Liberation Serif", "Liberation Sans", "Carlito", "Caladea", "DejaVu Serif")),
        size=lot.choice((9, 10, 10.5, 11, 12)) if columns == 1 else 9,
        width=width,
        height=height,
        margin=lot.choice((15, 20, 25, 30)),
        filled=lot.random() < 0.5,
        hyphens=lot.random() < 0.5,
        apart=lot.random() < 0.6,
        spacing=lot.choice((100, 110, 125, 150)),
        columns=columns,
        heading_numbers=lot.choice(("1", "1.", "I.", "A.", "1.")),
        heading_look=lot.choice(("bold", "larger", "italic", "plain")),
        bullet=lot.choice(("•", "–", "\uf0b7", "►", "○", "*")),
        notes_anew=lot.random() < 0.2,
        head=lot.choice(_HEADS),
        foot=lot.choice(_FEET),
        mirrored=lot.random() < 0.3,
    )


def pieces(truth: Mapping[str, Any], own: Style) -> Iterator[Piece]:
    """The blocks of a truth as that style prints them."""
    notes = {note["number"]: note["text"] for note in truth["footnotes"]}
    for block in truth["blocks"]:
        placed = tuple((note["offset"], notes[note["number"]]) for note in block["notes"])
        mark = ""
        if block["type"] == "heading":
            mark = _number(block.get("number") or "", own)
        elif block["type"] == "list_item":
            mark = block["list"]["marker"]
            mark = mark if re.search(r"\w", mark) and len(mark) > 1 else own.bullet
        kind = block["type"] if block["type"] in {"heading", "list_item", "front_matter"} else "paragraph"
        yield Piece(kind, block["text"], mark, min(2, block.get("level") or 1), placed)


def _number(number: str, own: Style) -> str:
    if not number.isdecimal():
        return number
    value = int(number)
    return {
        "I.": f"{_ROMAN[value - 1]}.",
        "A.": f"{chr(64 + value)}.",
        "1": number,
        "1.": f"{number}.",
    }[own.heading_numbers]


def dressed(own: Style) -> tuple[str, str]:
    """The styles of paragraphs, and the page."""
    hyphens = f'fo:hyphenate="{str(own.hyphens).lower()}"'
    face = f"{fonts(own.font, own.size)} {hyphens}"
    align = f'fo:text-align="{"justify" if own.filled else "start"}" fo:line-height="{own.spacing}%"'
    gap = 'fo:margin-bottom="6pt"' if own.apart else 'fo:text-indent="5mm"'
    tab = '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>'
    item = styled("Punt", paragraph=f'fo:margin-left="7mm" fo:text-indent="-7mm" {gap if own.apart else ""} {align}', text=face)
    looks = {"bold": 'fo:font-weight="bold"', "larger": "", "italic": 'fo:font-style="italic"', "plain": ""}[own.heading_look]
    above = {"larger": (4, 2)}.get(own.heading_look, (0, 0))
    heads = (
        styled(name, paragraph=f'fo:margin-top="{8 if own.apart else 0}pt" fo:margin-bottom="3pt" fo:keep-with-next="always"',
               text=f"{fonts(own.font, own.size + more)} {looks}")
        for name, more in (("Titel", above[0] + 2), ("Kop1", above[0]), ("Kop2", above[1]))
    )  # fmt: skip
    small = fonts(own.font, max(7, own.size - 2))
    sheet = "".join(
        (
            styled("Tekst", paragraph=f"{gap} {align}", text=face),
            styled("Kenmerk", paragraph='fo:margin-bottom="4pt"', text=face),
            *heads,
            item.replace("/><style:text", f">{tab}</style:paragraph-properties><style:text", 1),
            styled("Noot", paragraph=f'fo:margin-left="4mm" fo:text-indent="-4mm" {align.split(maxsplit=1)[0]}', text=f"{small} {hyphens}"),
            styled("Wit", text=face),
            styled("Rand", text=small),
            styled("Randrechts", paragraph='fo:text-align="end"', text=small),
            styled("Randmidden", paragraph='fo:text-align="center"', text=small),
            '<style:style style:name="Anker" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
            ('<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Anker" style:num-format="1" text:start-value="0" '
            f'text:footnotes-position="page" text:start-numbering-at="{"page" if own.notes_anew else "document"}"/>'),
        )
    )  # fmt: skip
    columns = f'<style:columns fo:column-count="{own.columns}" fo:column-gap="7mm"/>' if own.columns > 1 else ""
    usage = 'style:page-usage="mirrored"' if own.mirrored else ""
    size = f'fo:page-width="{own.width}mm" fo:page-height="{own.height}mm" fo:margin="{own.margin}mm" {usage}'
    foot = own.foot.replace("#", "<text:page-number/>").replace("@", "<text:page-count/>")
    where = "Randrechts" if own.mirrored else "Randmidden"
    left_foot = f'<style:footer-left><text:p text:style-name="Rand">{foot}</text:p></style:footer-left>' if own.mirrored else ""
    layout = (
        f'<office:automatic-styles><style:page-layout style:name="Blad"><style:page-layout-properties {size}>{columns}'
        '</style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style>'
        '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="Blad"><style:header><text:p text:style-name="Rand">{own.head}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="{where}">{foot}</text:p></style:footer>{left_foot}</style:master-page></office:master-styles>'
    )
    return sheet, layout


def typeset(document: str, own: Style, folder: Path) -> Path:
    """The PDF of a document in a style."""
    truth = json.loads((TRUTH / f"{document}.json").read_text(encoding="utf-8"))
    sheet, layout = dressed(own)
    source = folder / f"{document}-s{own.seed}.fodt"
    source.write_text(flat(sheet, layout, tuple(pieces(truth, own))), encoding="utf-8")
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, source], check=True, capture_output=True)
    source.unlink()
    return source.with_suffix(".pdf")


def main() -> None:
    """Typeset all documents in the styles of the seeds."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for seed in map(int, sys.argv[2:]):
        for document in ("000", "002", "003", "004"):
            typeset(document, style(seed), folder)


if __name__ == "__main__":
    main()
