"""Tables inside the cells of tables: their cells are read one after the other, and an editor is told so."""

from __future__ import annotations

from typing import Final

import pytest

from generator.dossier.doubts import doubts
from generator.readers import ledger
from tests.office import docx, odt
from tests.readers.test_html import lines
from tests.readers.test_marked import read_marked, spelled

_SENTENCE: Final = "De molens van het land worden in de komende jaren hersteld, en de beken worden schoongemaakt."


def _html(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _word(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _word_text(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _odf(rows: list[list[str]]) -> str:
    cells = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


def _odf_text(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def _page() -> bytes:
    inner = _html([["oud", "3"], ["nieuw", "2"]])
    return f"<html><body><p>{_SENTENCE}</p>{_html([['Gemeente', 'Molens'], ['Delft', f'vijf: {inner}']])}</body></html>".encode()


def _letter() -> bytes:
    inner = _word([[_word_text("oud"), _word_text("3")], [_word_text("nieuw"), _word_text("2")]])
    outer = _word([[_word_text("Gemeente"), _word_text("Molens")], [_word_text("Delft"), f"{_word_text('vijf:')}{inner}{_word_text('')}"]])
    return docx(_word_text(_SENTENCE) + outer)


def _note() -> bytes:
    inner = _odf([[_odf_text("oud"), _odf_text("3")], [_odf_text("nieuw"), _odf_text("2")]])
    return odt(
        _odf_text(_SENTENCE) + _odf([[_odf_text("Gemeente"), _odf_text("Molens")], [_odf_text("Delft"), _odf_text("vijf:") + inner]])
    )


@pytest.mark.parametrize(("name", "raw"), [("x.html", _page()), ("x.docx", _letter()), ("x.odt", _note())], ids=["html", "word", "odt"])
def test_the_cells_of_an_inner_table_stand_in_order_in_the_outer_cell_which_is_doubtful(name: str, raw: bytes) -> None:
    document = read_marked(name, raw)
    assert spelled(document).splitlines()[-2:] == ["T | Gemeente | Molens", "T | Delft | vijf: oud 3 nieuw 2"]
    assert [(doubt.kind, doubt.text, doubt.anchor[-4:]) for doubt in doubts(document)] == [("table-in-cell", "vijf: oud 3 nieuw 2", "r2k2")]
    assert ledger.check(document) == ()


def test_a_table_that_sets_a_page_holds_no_table_in_a_cell() -> None:
    page = f"<html><body><table><tr><td><h1>Molens</h1><p>{_SENTENCE}</p>{_html([['a', 'b'], ['c', 'd']])}</td></tr></table></body></html>"
    document = read_marked("x.html", page.encode())
    assert "T | c | d" in spelled(document).splitlines()
    assert doubts(document) == ()


def test_lists_headings_and_menus_in_a_cell_lose_no_words() -> None:
    inside = ("<ul><li>drie</li><li>vier</li></ul>", "kop<ol><li>drie</li></ol>", "<h3>kop</h3><p>een</p>", "een <nav>Start</nav> twee")
    rows = "".join(f"<tr><td>x</td><td>{cell}</td></tr>" for cell in inside)
    found = lines(f"<p>Vooraf.</p><table><tr><th>a</th><th>b</th></tr>{rows}</table>")
    assert found[2:6] == ["T | x | drie vier", "T | x | kop drie", "T | x | kop een", "T | x | een twee"]
