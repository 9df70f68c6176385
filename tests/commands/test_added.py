"""Adding a document breaks nothing: every form of document, and texts in other languages, added to a small dossier."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from generator.__main__ import FINE, main
from tests.support import EXAMPLE, ROOT, write_all

ENGLISH: Final = """\
EUROPEAN COMMISSION

Brussels, 14.3.2022

COM(2022) 7777 final

COMMUNICATION FROM THE COMMISSION on quiet harbours

1. INTRODUCTION

The European Investment Bank (EIB) and the United Nations High Commissioner for Refugees (UNHCR) were heard. The Asylum, Migration and
Integration Fund (AMIF) pays a part, and so does the Neighbourhood, Development and International Cooperation Instrument (NDICI).

2. NEXT STEPS

By 31 December 2023 the European Asylum Support Office (EASO) reports on EUR 12 million for Tunisia. A mobility partnership (MP) would help.
"""
FRENCH: Final = """\
CONSEIL DE L'UNION EUROPÉENNE

Bruxelles, le 14 mars 2022

7788/22

NOTE

Objet: Des ports plus calmes

1. INTRODUCTION

La Banque européenne d'investissement (BEI) finance les ports de la Tunisie depuis le mois de mars 2021, pour 12 millions d'euros.

2. SUITE

Le Conseil est invité à prendre note du rapport avant la fin de l'année, et à en informer le Parlement européen.
"""
GERMAN: Final = """\
RAT DER EUROPÄISCHEN UNION

Brüssel, den 14. März 2022

7799/22

VERMERK

Betr.: Ruhige Häfen

1. EINLEITUNG

Die Europäische Investitionsbank (EIB) hat seit dem 3. Mai 2021 die Häfen in Tunesien mit 12 Millionen Euro gefördert.

2. AUSBLICK

Der Rat wird ersucht, den Bericht bis Ende 2023 zur Kenntnis zu nehmen und das Parlament zu unterrichten.
"""


def forms() -> tuple[Path, ...]:
    """One published or typeset file of each kind that tests/reading has."""
    folders = sorted(path for path in (ROOT / "tests/reading").iterdir() if path.is_dir() and path.name not in {"truth", "__pycache__"})
    return tuple(max(path for path in folder.iterdir() if path.is_file()) for folder in folders)


@pytest.mark.parametrize(
    "added",
    [pytest.param(text, id=name) for name, text in (("en", ENGLISH), ("fr", FRENCH), ("de", GERMAN))]
    + [pytest.param(path, id=path.parent.name) for path in forms()],
)
def test_a_document_is_added_and_check_finds_nothing_wrong(added: str | Path, in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(EXAMPLE, in_folder / "seeds")
    path = added if isinstance(added, Path) else write_all(in_folder, {"nieuw.txt": added}) / "nieuw.txt"
    assert main(["add", str(path)]) == FINE
    assert main(["check"]) == FINE, capsys.readouterr().err
    capsys.readouterr()
