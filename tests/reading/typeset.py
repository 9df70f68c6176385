"""`python -m tests.reading.typeset`: sets two documents as a word processor does and keeps the PDFs with what must be read in them.

Needs LibreOffice (`soffice`) on the machine that makes them; the tests read what is kept in tests/reading/pdf. The words are invented.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent / "pdf"

SENTENCES: Final = (
    "De gemeente legt langs de vaart een nieuw pad aan voor fietsers en voetgangers.",
    "Bewoners van de oostkant wachten al jaren op een veilige oversteek bij de sluis.",
    "Het college stelt voor om de brug in het voorjaar te vervangen, nog voor het vaarseizoen begint.",
    "Uit de telling van vorig jaar blijkt dat op werkdagen ruim drieduizend mensen de brug gebruiken.",
    "De aannemer werkt zoveel mogelijk overdag, zodat de buurt er 's nachts geen last van heeft.",
    "Voor winkels blijft de straat bereikbaar; leveranciers krijgen een ontheffing voor de vroege ochtend.",
    "De kosten vallen lager uit dan geraamd, omdat het oude hout opnieuw kan worden gebruikt.",
    "Wie bezwaar wil maken, kan dat binnen zes weken na de bekendmaking doen.",
    "Het waterschap onderzoekt of de oever sterk genoeg is om de bomen te behouden.",
    "Scholen in de wijk hebben gevraagd om een route die niet langs de drukke rotonde loopt.",
    "Een werkgroep van omwonenden denkt mee over de verlichting en over de plaats van de banken.",
    "De politie adviseert om de snelheid op de dijk terug te brengen tot dertig kilometer per uur.",
    "In de begroting is voor het onderhoud een bedrag opgenomen dat elk jaar met de prijzen meegroeit.",
    "De provincie betaalt de helft van het project, op voorwaarde dat het voor de zomer van start gaat.",
    "Bij hoog water sluit de beheerder het lage deel van het pad af en zet hij borden neer.",
    "De inspraakavond trok meer bezoekers dan er stoelen waren, en duurde tot na elven.",
    "Het verslag van die avond is op het stadhuis in te zien en wordt op verzoek toegestuurd.",
    "Ondernemers vrezen dat klanten wegblijven als er minder plaats is om een auto neer te zetten.",
    "Daarom komt er aan de rand van het centrum een terrein waar bezoekers gratis kunnen staan.",
    "De raad heeft het college gevraagd om over twee jaar te laten zien wat de maatregelen hebben opgeleverd.",
)
NOTES: Final = (
    "Besluit van de gemeenteraad van 4 maart over de inrichting van de oostkant.",
    "Rapport Tellingen langs de vaart, dienst Verkeer, blz. 12-18.",
    "De telling is gehouden in een week zonder regen; de cijfers liggen daardoor iets hoger dan gemiddeld. Zie ook de toelichting bij het rapport, waarin per dag staat hoeveel mensen de brug overgingen.",
    "Brief van het waterschap van 11 mei.",
    "Zie de verordening op de ontheffingen, artikel 7.",
)
RUNS: Final = "".join


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it must be read: kind, text, mark of an item, number or rank of a heading, notes by place, rows of a table."""

    kind: str
    text: str = ""
    mark: str = ""
    level: int = 1
    notes: tuple[tuple[int, str], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    boxed: bool = False


@dataclass(slots=True)
class Writer:
    """Invents texts, the same each time."""

    seed: int
    noted: int = 0
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """Start at the seed."""
        self.chance = random.Random(self.seed)  # noqa: S311

    def paragraph(self, sentences: int, *, note: bool = False) -> Piece:
        """A paragraph of so many sentences, with a note after one of its words."""
        chosen = self.chance.sample(SENTENCES, sentences)
        text = " ".join(chosen)
        if not note:
            return Piece("paragraph", text)
        self.noted += 1
        at = len(chosen[0]) - (self.noted % 2)
        return Piece("paragraph", text, notes=((at, NOTES[self.noted % len(NOTES)]),))

    def item(self, mark: str, sentences: int = 1) -> Piece:
        """An item of a list."""
        return Piece("list_item", " ".join(self.chance.sample(SENTENCES, sentences)), mark)


def letter() -> Iterator[Piece]:
    """A letter as a ministry sends it: addresses, bold heads without numbers, two kinds of list, notes, rows not filled out."""
    writer = Writer(11)
    yield Piece("front_matter", "Aan: de voorzitter van de gemeenteraad")
    yield Piece("front_matter", "Betreft: Stand van zaken rond de brug over de vaart")
    yield Piece("paragraph", "Geachte voorzitter,")
    for number, title in enumerate(("Aanleiding", "Wat er al is gedaan", "Wat bewoners vinden", "Kosten en planning", "Vervolg"), 1):
        yield Piece("heading", title)
        yield writer.paragraph(5, note=True)
        yield writer.paragraph(6, note=number % 2 == 0)
        yield Piece("paragraph", "De volgende punten vragen om een besluit:")
        if number % 2:
            yield from (writer.item("•", 1 + k % 2) for k in range(4))
        else:
            yield from (writer.item(f"{k}.", 2) for k in range(1, 5))
        yield writer.paragraph(7)
        yield writer.paragraph(4, note=True)
    yield Piece("paragraph", "Met vriendelijke groet,")


def report() -> Iterator[Piece]:
    """A report: numbered heads in larger type, boxes, tables with lines and with figures, notes, heads that change with the page."""
    writer = Writer(23)
    yield Piece("heading", "Ruimte voor de vaart: verslag van drie jaar bouwen")
    chapters = ("Inleiding", "Het werk aan de oever", "Verkeer en veiligheid", "Wat het heeft gekost")
    for number, title in enumerate(chapters, 1):
        yield Piece("heading", title, mark=f"{number}", level=1)
        yield writer.paragraph(6, note=True)
        for part, under in enumerate(("Opdracht en werkwijze", "Bevindingen uit de wijk"), 1):
            yield Piece("heading", f"{under} ({title.lower()})", mark=f"{number}.{part}", level=2)
            yield writer.paragraph(7, note=part == 1)
            yield Piece("paragraph", "Daarbij gaat het om:")
            yield from (writer.item(f"{letter})") for letter in "abc")
            yield writer.paragraph(5)
        yield Piece("heading", f"Kader {number}: vragen van bewoners", boxed=True)
        yield Piece("paragraph", writer.paragraph(4).text, boxed=True)
        heads = ("Onderdeel", "Wat is afgesproken", "Bedrag in euro")
        places = (("De brug", "Vervangen voor het vaarseizoen, met hergebruik van het oude hout", "412.500"),
                  ("De oever", "Versterkt over een lengte van achthonderd meter", "96.000"),
                  ("Verlichting", "Nieuwe lampen die na middernacht worden gedimd", "31.250"))  # fmt: skip
        yield Piece("table", rows=(heads, *places[: 2 + number % 2]))
        yield writer.paragraph(6, note=number % 2 == 1)
        yield writer.paragraph(8)


# As a word processor has it -------------------------------------------------------------------------------------------

HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
"""


def styled(name: str, family: str = "paragraph", *, paragraph: str = "", text: str = "") -> str:
    """A style of its own."""
    return (
        f'<style:style style:name="{name}" style:family="{family}"><style:paragraph-properties {paragraph}/>'
        f'<style:text-properties fo:language="nl" fo:country="NL" {text}/></style:style>'
    )


def fonts(font: str, size: float) -> str:
    """The attributes of a typeface and its size."""
    return f'fo:font-family="{font}" fo:font-size="{size}pt"'


def paragraphs(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The blocks as paragraphs of the word processor; what is boxed in one cell, tables with lines."""
    notes = 0
    for index, piece in enumerate(pieces):
        body, at = "", 0
        for place, note in piece.notes:
            notes += 1
            body += escape(piece.text[at:place])
            body += (
                f'<text:note text:note-class="footnote" text:id="n{notes}"><text:note-citation>{notes}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="Noot">{escape(note)}</text:p></text:note-body></text:note>'
            )
            at = place
        body += escape(piece.text[at:])
        mark = f"{escape(piece.mark)}<text:tab/>" if piece.mark else ""
        if piece.kind == "table":
            yield grid(piece.rows)
            continue
        style = {"heading": f"Kop{piece.level}", "list_item": "Punt", "front_matter": "Kenmerk"}.get(piece.kind, "Tekst")
        if piece.kind == "heading" and not piece.mark and index == 0:
            style = "Titel"
        own = f'<text:p text:style-name="{"Kaderkop" if piece.boxed and piece.kind == "heading" else style}">{mark}{body}</text:p>'
        if piece.boxed and piece.kind == "heading":
            yield f'<table:table><table:table-column/><table:table-row><table:table-cell table:style-name="Kader">{own}'
        elif piece.boxed:
            yield f'{own}</table:table-cell></table:table-row></table:table><text:p text:style-name="Wit"/>'
        else:
            yield own


def grid(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table with lines around its cells."""
    lines = []
    for number, row in enumerate(rows):
        style = "Celkop" if not number else "Celtekst"
        cells = (
            f'<table:table-cell table:style-name="Cel"><text:p text:style-name="{style}">{escape(text)}</text:p></table:table-cell>'
            for text in row
        )
        lines.append(f"<table:table-row>{RUNS(cells)}</table:table-row>")
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table>{columns}{RUNS(lines)}</table:table><text:p text:style-name="Wit"/>'


def page(layout: str, head: str, foot: str, *, mirrored: str = "") -> str:
    """The page with what runs at its head and foot; `mirrored` is the head of left pages."""
    left = f"<style:header-left>{mirrored}</style:header-left>" if mirrored else ""
    return (
        f'<office:automatic-styles><style:page-layout style:name="Blad"><style:page-layout-properties {layout}/>'
        '<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/></style:header-style>'
        '<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="Blad"><style:header>{head}</style:header>{left}'
        f"<style:footer>{foot}</style:footer></style:master-page></office:master-styles>"
    )


def flat(styles: str, layout: str, pieces: tuple[Piece, ...]) -> str:
    """The whole document in one file."""
    cells = (
        '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #444444" '
        'fo:padding="1.5mm"/></style:style><style:style style:name="Kader" style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#e6eef5" fo:padding="3mm"/></style:style>'
    )
    body = RUNS(paragraphs(pieces))
    automatic, master = layout.split("<office:master-styles>")
    return (
        f"{HEAD}<office:styles>{styles}</office:styles>{automatic.replace('</office:automatic-styles>', cells + '</office:automatic-styles>')}"
        f"<office:master-styles>{master}<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def letter_style() -> tuple[str, str]:
    """Carlito 11 points, rows as long as their words, white between paragraphs."""
    face = fonts("Carlito", 11)
    tab = '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>'
    item = styled("Punt", paragraph='fo:margin-left="7mm" fo:text-indent="-7mm" fo:margin-bottom="3pt" fo:line-height="108%"', text=face)
    styles = RUNS(
        (
            styled("Tekst", paragraph='fo:margin-bottom="8pt" fo:line-height="108%"', text=face),
            styled("Kenmerk", paragraph='fo:margin-bottom="4pt"', text=face),
            styled(
                "Kop1",
                paragraph='fo:margin-top="6pt" fo:margin-bottom="2pt" fo:keep-with-next="always"',
                text=f'{face} fo:font-weight="bold"',
            ),
            item.replace("/><style:text", f">{tab}</style:paragraph-properties><style:text", 1),
            styled("Noot", paragraph='fo:margin-left="3mm" fo:text-indent="-3mm"', text=fonts("Carlito", 9)),
            styled("Wit", text=face),
            styled("Rand", text=fonts("Carlito", 9)),
        )
    )
    foot = '<text:p text:style-name="Rand">Pagina <text:page-number/> van <text:page-count/></text:p>'
    head = '<text:p text:style-name="Rand">Dienst Water en Wegen<text:s text:c="40"/>Kenmerk 2031-0417</text:p>'
    return styles, page('fo:page-width="210mm" fo:page-height="297mm" fo:margin="22mm"', head, foot)


def report_style() -> tuple[str, str]:
    """Liberation Serif 10.5 points filled out and hyphenated, first rows set in, heads that swap sides."""
    face = f'{fonts("Liberation Serif", 10.5)} fo:hyphenate="true"'
    tab = '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>'
    full = 'fo:text-align="justify" fo:line-height="115%"'
    bold = 'fo:font-weight="bold"'
    item = styled("Punt", paragraph=f'fo:margin-left="6mm" fo:text-indent="-6mm" {full}', text=face)
    heads = (
        styled(
            name,
            paragraph=f'fo:margin-top="{above}pt" fo:margin-bottom="4pt" fo:keep-with-next="always"',
            text=f"{fonts('Liberation Sans', size)} {weight}",
        )
        for name, above, size, weight in (("Titel", 0, 20, ""), ("Kop1", 14, 14, ""), ("Kop2", 9, 11, bold), ("Kaderkop", 0, 10, bold))
    )
    styles = RUNS(
        (
            styled("Tekst", paragraph=f'fo:text-indent="5mm" {full}', text=face),
            *heads,
            item.replace("/><style:text", f">{tab}</style:paragraph-properties><style:text", 1),
            styled("Celkop", text=f"{fonts('Liberation Sans', 9)} {bold}"),
            styled("Celtekst", text=fonts("Liberation Sans", 9)),
            styled(
                "Noot", paragraph='fo:margin-left="4mm" fo:text-indent="-4mm" fo:text-align="justify"', text=fonts("Liberation Serif", 8.5)
            ),
            styled("Wit", text=fonts("Liberation Serif", 6)),
            styled("Rand", text=fonts("Liberation Sans", 8)),
            styled("Randrechts", paragraph='fo:text-align="end"', text=fonts("Liberation Sans", 8)),
        )
    )
    right = '<text:p text:style-name="Randrechts">Ruimte voor de vaart | <text:page-number/></text:p>'
    left = '<text:p text:style-name="Rand"><text:page-number/> | Dienst Water en Wegen</text:p>'
    return styles, page(
        'fo:page-width="170mm" fo:page-height="240mm" fo:margin="18mm" style:page-usage="mirrored"', right, "<text:p/>", mirrored=left
    )


def truth(pieces: tuple[Piece, ...]) -> dict[str, object]:
    """What must be read, in the form of the other files of this folder."""
    blocks: list[dict[str, object]] = []
    notes: list[dict[str, object]] = []
    for piece in pieces:
        block: dict[str, object] = {"type": piece.kind, "text": piece.text, "notes": []}
        if piece.kind == "table":
            block["rows"] = [list(row) for row in piece.rows]
        if piece.kind == "list_item":
            block["list"] = {"marker": piece.mark}
        for place, note in piece.notes:
            notes.append({"number": len(notes) + 1, "text": note})
            block["notes"] = [{"number": len(notes), "offset": place}]
        blocks.append(block)
    return {"blocks": blocks, "footnotes": notes}


def main() -> None:
    """Typeset both and keep the PDFs and their truths."""
    soffice = shutil.which("soffice") or "soffice"
    HERE.mkdir(exist_ok=True)
    for name, pieces, (styles, layout) in (("brief", tuple(letter()), letter_style()), ("verslag", tuple(report()), report_style())):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{name}.fodt"
            source.write_text(flat(styles, layout, pieces), encoding="utf-8")
            subprocess.run([soffice, "--headless", "--convert-to", "pdf", "--outdir", folder, source], check=True, capture_output=True)
            shutil.copy(Path(folder) / f"{name}.pdf", HERE / f"{name}.pdf")
        (HERE.parent / "truth" / f"{name}.json").write_text(
            json.dumps(truth(pieces), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
