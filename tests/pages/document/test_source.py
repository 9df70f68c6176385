"""The page with the original text: of a PDF page by page, with the way to each page of the file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.accuracy import ways
from tests.support import write_all

SIDECAR = 'id: vaart\ntitle: "Ruimte voor de vaart"\ndate: "2031-04"\n'


@pytest.fixture
def docs(in_folder: Path) -> Path:
    """The pages of a dossier that holds one PDF."""
    raw = (ways.FILES / "pdf" / "verslag.pdf").read_bytes()
    write_all(in_folder, {"seeds/verslag.pdf": raw, "seeds/verslag.yml": SIDECAR})
    assert main(["build"]) == 0
    return in_folder / "docs"


def test_a_pdf_is_shown_page_by_page_and_can_be_downloaded_as_it_is(docs: Path) -> None:
    page = (docs / "documenten/vaart/bron/index.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"\{ #pagina-(\d+) \}", page)] == list(range(1, 11))
    assert 'href="../vaart.pdf#page=7"' in page
    assert 'href="../vaart.pdf" download' in page
    assert (docs / "documenten/vaart/vaart.pdf").read_bytes() == (ways.FILES / "pdf" / "verslag.pdf").read_bytes()


def test_each_paragraph_leads_to_its_page_of_the_file(docs: Path) -> None:
    whole = (docs / "documenten/vaart/volledig/index.md").read_text(encoding="utf-8")
    pages = [int(number) for number in re.findall(r'href="\.\./vaart\.pdf#page=(\d+)"', whole)]
    assert set(pages) == set(range(1, 11))
    assert "bladzijden 2–3" in whole


def test_the_open_data_say_on_which_pages_a_block_stands(docs: Path) -> None:
    data = json.loads((docs / "data/documents/vaart.json").read_text(encoding="utf-8"))
    assert data["format"] == "pdf"
    table = next(block for block in data["blocks"] if block["type"] == "table")
    assert [place["page"] for place in table["place"]] == [2, 3]
    assert table["lines"] is None
