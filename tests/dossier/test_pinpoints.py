"""Where in its document a paragraph stands, in words that a citation can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build
from generator.dossier.pinpoints import pinpoints
from generator.settings import Settings
from tests import own
from tests.support import write_all

NOTA = """\
NOTA OVER DE KADES

Vooraf staat deze zin, die lang genoeg is om een alinea te zijn.

1. INLEIDING

De eerste alinea van de inleiding gaat over de kades in het algemeen.

De tweede alinea noemt drie zaken:

- de kade in het noorden, die verzakt;
- de kade in het zuiden, die er nog ligt.

1.1. Aanleiding

Ook onder dit kopje staat een alinea, met een eigen nummer.
"""

VERORDENING = """\
<html><body>
<h1>Verordening over kades</h1>
<p>Gezien het advies van het Havencomité,</p>
<p>Overwegende hetgeen volgt:</p>
<p>(1) Kades moeten veilig zijn voor wie erop werkt.</p>
<p>(2) Daarom zijn regels nodig.</p>
<h2>Artikel 1</h2>
<p>1. Kades worden elk jaar gekeurd.</p>
<p>2. De keuring betreft:</p>
<p>a) de palen;</p>
<p>b) het dek.</p>
</body></html>
"""


def places(folder: Path, name: str, text: str) -> dict[str, str]:
    """The place of each paragraph of a document by its first words."""
    write_all(folder, {f"seeds/{name}": text})
    (document,) = build.gather(Settings(folder / "seeds")).documents
    found = pinpoints(document)
    return {" ".join(block.text.split()[:3]): found[block.id].words for block in document.blocks if block.id in found}


def test_a_paragraph_is_told_by_its_section_and_the_number_in_its_id(tmp_path: Path) -> None:
    found = places(tmp_path, "nota.txt", NOTA)
    assert found["De eerste alinea"] == "par. 1, alinea 1"
    assert found["De tweede alinea"] == "par. 1, alinea 2"
    assert found["de kade in"] == "par. 1, alinea 4"
    assert found["Ook onder dit"] == "par. 1.1, alinea 1"


def test_parts_of_a_legal_text_are_called_as_lawyers_call_them(tmp_path: Path) -> None:
    found = places(tmp_path, "verordening.html", VERORDENING)
    assert found["Kades moeten veilig"].endswith("overweging 1")
    assert found["Kades worden elk"] == "artikel 1, lid 1"
    assert found["de palen;"] == "artikel 1, lid 2, onder a)"


@pytest.mark.dossier
def test_every_paragraph_of_the_documents_has_a_place_of_its_own_in_words_or_by_its_address() -> None:
    for document in own.dossier().documents:
        found = pinpoints(document)
        assert found.keys() == {block.id for block in document.blocks if block.type != "heading"}
        assert all(pinpoint.words for pinpoint in found.values())


@pytest.mark.dossier
def test_a_number_in_the_margin_is_the_one_that_the_address_ends_with() -> None:
    for document in own.dossier().documents:
        assert all(name.endswith(f"-{pinpoint.number}") for name, pinpoint in pinpoints(document).items() if pinpoint.number)
