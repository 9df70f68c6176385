"""Tags of PDFs as evidence: headings, items, blocks and cells where they agree with the look; tags that do not, harm nothing."""

from __future__ import annotations

import pytest

from generator.model import Seed
from tests.readers.drawing import OTHER_WORDS, WORDS, document, kinds, wrapped

weasyprint = pytest.importorskip("weasyprint")

_PLAIN = (
    "@page { size: A4; margin: 25mm } body { font: 11pt/1.3 serif }"
    "h1, h2, h3, h4, p, li, td, th { font: inherit; margin: 0; padding: 0; text-align: left } ul { list-style: none; margin: 0; padding: 0 }"
)
"""All in one type, with no white between: nothing but tags tells what is what."""


def tagged(body: str, style: str = _PLAIN) -> Seed:
    """A tagged PDF of HTML."""
    page = f"<html lang='nl'><head><title>x</title><style>{style}</style></head><body>{body}</body></html>"
    return Seed("seeds/x.pdf", weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def read_kinds(body: str, style: str = _PLAIN) -> list[tuple[str, str]]:
    """Type and text of each block of a tagged PDF."""
    return list(kinds(document(tagged(body, style))))


def test_headings_paragraphs_and_items_that_only_tags_tell() -> None:
    body = (
        f"<p>{WORDS}</p><h1>Beheer van het plein.</h1><p>{WORDS}</p><p>{OTHER_WORDS}</p><h2>de kramen</h2><p>{WORDS} Voor kramen geldt</p>"
        "<ul><li>Hekken verven<ul><li>in de herfst</li></ul></li><li>Putten legen</li></ul>"
    )
    found = document(tagged(body))
    assert list(kinds(found)) == [
        ("paragraph", WORDS),
        ("heading", "Beheer van het plein."),
        ("paragraph", WORDS),
        ("paragraph", OTHER_WORDS),
        ("heading", "de kramen"),
        ("paragraph", f"{WORDS} Voor kramen geldt"),
        ("list_item", "Hekken verven"),
        ("list_item", "in de herfst"),
        ("list_item", "Putten legen"),
    ]
    assert [block.list.depth for block in found.blocks if block.list] == [1, 2, 1]


def test_a_paragraph_goes_on_over_a_page_end_where_the_program_tagged_its_halves_by_themselves() -> None:
    style = _PLAIN.replace("25mm", "100mm 25mm")
    text = f"{WORDS} {OTHER_WORDS} {WORDS} {OTHER_WORDS} {WORDS} {OTHER_WORDS} {WORDS} {OTHER_WORDS}"
    found = document(tagged(f"<p>{text}</p><p>{text}</p>", style))
    assert found.source.text.count("\f") > 0
    assert list(kinds(found)) == [("paragraph", text)] * 2


def test_words_in_columns_are_a_table_where_tags_say_so() -> None:
    cells = (("De kraam bij de kerk", "een bakker uit de straat"), ("Achter het raadhuis", "de visser"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    found = document(tagged(f"<p>{WORDS}</p><table style='width: 100%'>{table}</table>"))
    assert [[cell.text for cell in row] for row in found.blocks[-1].rows] == [list(row) for row in cells]


_LOOK = "@page { size: A4; margin: 25mm } body { font: 11pt/1.3 serif } .kop { font-weight: bold } .al { margin: 0 0 10pt } p { margin: 0 }"
_EXPECTED = [
    ("paragraph", WORDS),
    ("heading", "Beheer van het plein"),
    ("paragraph", WORDS),
    ("paragraph", OTHER_WORDS),
    ("heading", "Kramen"),
    ("paragraph", WORDS),
]


def by_row(text: str, attributes: str = "") -> str:
    """A text of which each row is a paragraph by its tags."""
    *rows, last = wrapped(text, 80)
    return "".join(f"<p>{row}</p>" for row in rows) + f"<p {attributes}>{last}</p>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"<p class=al>{WORDS}</p><p class='al kop'>Beheer van het plein</p><p class=al>{WORDS}</p><p class=al>{OTHER_WORDS}</p>"
            f"<p class='al kop'>Kramen</p><p class=al>{WORDS}</p>",
            id="all are paragraphs",
        ),
        pytest.param(
            "".join(
                f"<h1 style='font-size: 11pt; margin: 0 0 10pt; font-weight: {weight}'>{text}</h1>"
                for text, weight in (
                    (WORDS, 400),
                    ("Beheer van het plein", 700),
                    (WORDS, 400),
                    (OTHER_WORDS, 400),
                    ("Kramen", 700),
                    (WORDS, 400),
                )
            ),
            id="all are headings",
        ),
        pytest.param(
            f"{by_row(WORDS, 'class=al')}<p class='al kop'>Beheer van het plein</p>{by_row(WORDS, 'class=al')}{by_row(OTHER_WORDS, 'class=al')}"
            f"<p class='al kop'>Kramen</p>{by_row(WORDS, 'class=al')}",
            id="each row is a paragraph",
        ),
        pytest.param(
            f"<p>{WORDS}<br><br><b>Beheer van het plein</b><br><br>{WORDS}<br><br>{OTHER_WORDS}<br><br><b>Kramen</b><br><br>{WORDS}</p>",
            id="all is one paragraph",
        ),
        pytest.param(
            "<ul style='list-style: none; padding: 0; margin: 0'>"
            + "".join(
                f"<li class='al' style='font-weight: {weight}'>{text}</li>"
                for text, weight in (
                    (WORDS, 400),
                    ("Beheer van het plein", 700),
                    (WORDS, 400),
                    (OTHER_WORDS, 400),
                    ("Kramen", 700),
                    (WORDS, 400),
                )
            )
            + "</ul>",
            id="all are items",
        ),
    ],
)
def test_tags_that_contradict_the_look_change_nothing(body: str) -> None:
    assert read_kinds(body, _LOOK) == _EXPECTED


def test_levels_that_tags_skip_are_told_by_the_numbers() -> None:
    style = f"{_LOOK} h1, h2, h3, h4, h5 {{ font-size: 11pt; margin: 0 0 10pt }}"
    parts = (("h4", "1. Beheer"), ("h1", "1.1 Kramen"), ("h5", "2. Betaling"), ("h2", "2.1 Staangeld"))
    found = document(tagged("".join(f"<{name}>{title}</{name}><p class=al>{WORDS}</p>" for name, title in parts), style))
    assert [(block.number, block.level) for block in found.blocks if block.type == "heading"] == [
        ("1", 1),
        ("1.1", 2),
        ("2", 1),
        ("2.1", 2),
    ]
