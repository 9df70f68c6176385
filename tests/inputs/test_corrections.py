"""Corrections in a sidecar: what they change, what they leave, and what is said of those that do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import FINE, WRONG_CONTENT, main
from generator.build import gather
from generator.dossier.doubts import doubts
from generator.model import Document, Severity
from generator.readers import ledger
from generator.settings import Settings
from tests.support import SIDECAR, write_all

TEXT = """\
MEDEDELING OVER DE KADES

1. INLEIDING

De kade is twintlg meter lang¹ en de haven-
meester woont er naast. De kade is oud.

2. SLOT

Niemand weet wanneer de kade gebouwd is, maar zij staat er nog.

¹ Gemeten in het voorjaar van 20l9.
"""

GAP = "# Kades\n\n## 1. Inleiding\n\nDe kade is twintlg meter lang.\n\n## 3. Slot\n\nDe kade staat er nog.\n"
"""A Markdown text that has no heading 2."""


def dossier(folder: Path, corrections: str, text: str = TEXT) -> tuple[Document, list[str]]:
    """The one document of a dossier with these corrections, and the errors of the dossier."""
    write_all(folder, {"seeds/kade.txt": text, "seeds/kade.yml": f"{SIDECAR}{corrections}"})
    found = gather(Settings(folder / "seeds", folder / "docs"))
    (document,) = found.documents
    return document, [str(problem) for problem in found.problems if problem.severity is Severity.ERROR]


def fix(place: str, there: str, now: str) -> str:
    """One correction as a sidecar has it."""
    return f'corrections:\n  - place: {place}\n    there: "{there}"\n    is: "{now}"\n'


def test_a_correction_is_a_repair_and_the_source_stays_as_it_is(in_folder: Path) -> None:
    document, wrong = dossier(in_folder, fix("p-1-1", "twintlg", "twintig"))
    part = document.part("p-1-1")
    assert part is not None
    assert (wrong, ledger.check(document)) == ([], ())
    assert part.text.startswith("De kade is twintig meter lang")
    assert [(repair.source, repair.kind) for repair in part.repairs if repair.kind == "editorial"] == [("twintlg", "editorial")]
    assert "twintlg" in document.source.text
    assert [(defect.text, defect.repaired) for defect in document.defects if defect.kind == "editorial"] == [("twintlg", "twintig")]


def test_a_longer_word_moves_what_comes_after_it(in_folder: Path) -> None:
    plain, _ = dossier(in_folder, "")
    document, _ = dossier(in_folder, fix("p-1-1", "twintlg", "tweehonderdtwintig"))
    before, after = plain.part("p-1-1"), document.part("p-1-1")
    assert before is not None
    assert after is not None
    (old,), (new,) = before.notes, after.notes
    assert (before.text[: old.offset][-4:], after.text[: new.offset][-4:]) == ("lang", "lang")


def test_a_correction_over_a_repair_takes_it_up(in_folder: Path) -> None:
    document, wrong = dossier(in_folder, fix("p-1-1", "en de havenmeester", "en een havenmeester"))
    part = document.part("p-1-1")
    assert part is not None
    assert (wrong, ledger.check(document)) == ([], ())
    assert "en een havenmeester woont" in part.text
    assert [repair.source for repair in part.repairs if repair.kind == "editorial"] == ["en de haven-meester"]


def test_a_footnote_is_corrected_too(in_folder: Path) -> None:
    document, wrong = dossier(in_folder, fix("fn:1", "20l9", "2019"))
    assert (wrong, document.notes[0].text) == ([], "Gemeten in het voorjaar van 2019.")


def test_a_cell_is_corrected_in_its_table(in_folder: Path) -> None:
    table = "# Kades\n\n| Kade | Lengte |\n|---|---|\n| Oost | l2 |\n| West | 30 |\n"
    write_all(in_folder, {"seeds/kades.md": table, "seeds/kades.yml": SIDECAR})
    (plain,) = gather(Settings(in_folder / "seeds")).documents
    (block,) = (block for block in plain.blocks if block.type == "table")
    cell = next(cell for cell in block.cells if cell.text == "l2")
    write_all(in_folder, {"seeds/kades.yml": SIDECAR + fix(cell.anchor, "l2", "12")})
    (document,) = gather(Settings(in_folder / "seeds")).documents
    (block,) = (block for block in document.blocks if block.type == "table")
    assert "Oost | 12" in block.text
    assert ledger.check(document) == ()


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (fix("p-9-9", "twintlg", "twintig"), "seeds/kade.yml:5: de plaats 'p-9-9' is er niet in dit document"),
        (fix("p-1-1", "dertig", "veertig"), "seeds/kade.yml:6: op p-1-1 staat niet 'dertig'"),
        (fix("p-1-1", "De kade is", "De kade was"), "seeds/kade.yml:6: op p-1-1 staat 'De kade is' 2 keer; neem er woorden omheen mee"),
        ("corrections:\n  - place: p-1-1\n    there: x\n", "seeds/kade.yml:5: de sleutel 'is' ontbreekt"),
        ("corrections: x\n", "seeds/kade.yml:4: 'corrections' heeft de verkeerde vorm"),
    ],
)
def test_a_correction_that_does_not_fit_is_an_error_with_its_line(correction: str, said: str, in_folder: Path) -> None:
    write_all(in_folder, {"seeds/kade.txt": TEXT, "seeds/kade.yml": f"{SIDECAR}{correction}"})
    problems = [str(problem) for problem in gather(Settings(Path("seeds"))).problems if problem.severity is Severity.ERROR]
    assert problems[0].startswith(said)


def test_a_doubtful_place_is_told_until_an_editor_settled_it(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(in_folder, {"seeds/kade.md": GAP, "seeds/kade.yml": SIDECAR})
    (document,) = gather(Settings()).documents
    assert [(doubt.anchor, doubt.kind) for doubt in doubts(document)] == [("s-3", "number-missing")]
    assert main(["check"]) == FINE
    assert "seeds/kade.md:7: regel 7, s-3: voor dit kopje ontbreekt een nummer: 3 Slot; vergelijk dit" in capsys.readouterr().err
    write_all(in_folder, {"seeds/kade.yml": SIDECAR + fix("s-3", "Slot", "Slot")})
    (document,) = gather(Settings()).documents
    assert doubts(document) == ()
    assert main(["check"]) == FINE
    assert "ontbreekt een nummer" not in capsys.readouterr().err


def test_the_page_shows_what_the_source_has_on_hover(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(in_folder, {"seeds/kade.md": GAP, "seeds/kade.yml": SIDECAR + fix("p-1-1", "twintlg", "twintig")})
    assert main(["build"]) == FINE
    pages = "".join(path.read_text(encoding="utf-8") for path in (in_folder / "docs/documenten").rglob("*.md"))
    assert 'data-bron="In de bron: twintlg (verbeterd door de redactie)"' in pages
    quality = (in_folder / "docs/kwaliteit/index.md").read_text(encoding="utf-8")
    assert "verbeterd door de redactie" in quality
    assert "voor dit kopje ontbreekt een nummer" in quality
    write_all(in_folder, {"seeds/kade.yml": f"{SIDECAR}{fix('p-8-8', 'a', 'b')}"})
    assert main(["check"]) == WRONG_CONTENT
    capsys.readouterr()
