"""`python -m generator add` and `convert --report`: what they write, say and refuse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from generator.__main__ import FINE, UNUSABLE, main
from tests.support import SIDECAR, TEXT, snapshot, write_all

Capture = pytest.CaptureFixture[str]

NOTE = """\
RAAD VAN DE EUROPESE UNIE

Brussel, 4 maart 2019 (05.03) (OR. en)

7071/19

NOTA

van: het voorzitterschap
aan: de delegaties
Nr. vorig doc. 6920/19
Betreft: Veilige havens in het noorden

1. INLEIDING

De Raad heeft in 2018 gevraagd om een overzicht van de havens in het noorden.

2. VERVOLG

Het overzicht komt elk jaar terug, en de Raad bespreekt het in het voorjaar.
"""
PROPOSAL = """\
EUROPEAN COMMISSION

Brussels, 9.2.2021

COM(2021) 48 final

Proposal for a REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL on lights in small harbours

1. CONTEXT

This proposal follows from the conclusions of the Council of 3 June 2020 and from a study of the lights in harbours.
"""
ACT = """\
RICHTLIJN 2015/999/EU VAN HET EUROPEES PARLEMENT EN DE RAAD van 3 juni 2015 betreffende lichten in kleine havens

HET EUROPEES PARLEMENT EN DE RAAD VAN DE EUROPESE UNIE,

Gezien het Verdrag betreffende de werking van de Europese Unie, en met name artikel 100, lid 2,

Overwegende hetgeen volgt:

(1) Kleine havens hebben lichten nodig.

HEBBEN DE VOLGENDE RICHTLIJN VASTGESTELD:

Artikel 1

Onderwerp

Deze richtlijn stelt regels vast voor lichten.
"""


@pytest.fixture
def dossier(in_folder: Path) -> Path:
    """A folder with a dossier of one document."""
    return write_all(in_folder, {"seeds/havens.txt": TEXT, "seeds/havens.yml": SIDECAR})


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            NOTE,
            {
                "title": "Veilige havens in het noorden",
                "number": "7071/19",
                "date": "2019-03-04",
                "language": "nl",
                "institution": "Raad van de Europese Unie",
            },
        ),
        (
            PROPOSAL,
            {
                "number": "COM(2021) 48 final",
                "celex": "52021PC0048",
                "date": "2021-02-09",
                "language": "en",
                "institution": "European Commission",
            },
        ),
        (
            ACT,
            {
                "number": "2015/999/EU",
                "celex": "32015L0999",
                "date": "2015-06-03",
                "institution": "Europees Parlement en de Raad van de Europese Unie",
            },
        ),
        (TEXT, {"title": "MEDEDELING OVER DE HAVENS", "language": "nl"}),
    ],
    ids=["note", "proposal", "act", "nothing"],
)
def test_the_sidecar_has_what_the_text_tells(text: str, facts: dict[str, str], in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, {"seeds/README.md": "", "nieuw.txt": text})
    assert main(["add", "nieuw.txt"]) == FINE
    assert (in_folder / "seeds/nieuw.txt").read_text(encoding="utf-8") == text
    written = yaml.safe_load((in_folder / "seeds/nieuw.yml").read_text(encoding="utf-8"))
    assert {name: written[name] for name in facts} == facts
    assert {name for name in ("number", "celex", "date", "institution") if name in written} <= facts.keys()
    assert set(written["provenance"]) == set(written) - {"id", "language", "provenance"}
    capsys.readouterr()
    assert main(["check"]) == FINE


def test_what_follows_from_the_text_is_not_said_to_stand_there(in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, {"seeds/README.md": "", "x.txt": PROPOSAL})
    assert main(["add", "x.txt"]) == FINE
    written = yaml.safe_load((in_folder / "seeds/x.yml").read_text(encoding="utf-8"))
    assert written["id"] == "com-2021-48"
    assert (written["provenance"]["celex"], written["provenance"]["number"]) == ("editorial", "source")
    assert "52021PC0048 (volgt uit de tekst, maar staat er niet zo)" in capsys.readouterr().out


def test_the_report_is_the_same_without_adding(dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"nota.txt": NOTE})
    before = snapshot(dossier)
    assert main(["convert", "nota.txt", "--report"]) == FINE
    reported = capsys.readouterr().out
    assert snapshot(dossier) == before
    assert main(["add", "nota.txt"]) == FINE
    added = capsys.readouterr().out
    assert reported.rstrip() in added
    assert "  1 INLEIDING (regel 14)\n  2 VERVOLG (regel 18)" in reported
    assert "seeds/nota.txt is toegevoegd.\nseeds/nota.yml is gemaakt" in added
    assert "python -m generator check" in added


def test_a_folder_is_added_whole_and_says_what_it_left_out(dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"map/a.txt": NOTE, "map/b.md": f"# {PROPOSAL}", "map/foto.jpg": b"\xff\xd8", "map/.stil": "", "map/leeg.txt": ""})
    assert main(["add", "map"]) == UNUSABLE
    told = capsys.readouterr()
    assert sorted(path.name for path in (dossier / "seeds").iterdir()) == ["a.txt", "a.yml", "b.md", "b.yml", "havens.txt", "havens.yml"]
    assert "map/foto.jpg: dit soort bestand wordt niet gelezen en is overgeslagen" in told.err
    assert "map/leeg.txt: het bestand is leeg" in told.err


@pytest.mark.parametrize(
    ("files", "given", "said"),
    [
        ({"havens.txt": NOTE}, "havens.txt", "havens.txt: er is al een seeds/havens.yml, en die blijft zoals hij is; geef uw bestand"),
        ({"seeds/z.md": NOTE, "z.txt": ACT}, "z.txt", "z.txt: er is al een seeds/z.md, en die blijft"),
        ({"anders.txt": TEXT}, "anders.txt", "anders.txt: dit document staat er al, als seeds/havens.txt; u hoeft niets te doen"),
        ({}, "weg.txt", "weg.txt: dit bestand bestaat niet"),
        ({"leeg.pdf": b""}, "leeg.pdf", "leeg.pdf: het bestand is leeg"),
        ({"stuk.pdf": b"%PDF-1.7 niets"}, "stuk.pdf", "stuk.pdf: "),
        ({"kaal/foto.jpg": b"\xff\xd8"}, "kaal", "kaal: in deze map staat geen document; geef een bestand of map met een van deze"),
    ],
)
def test_nothing_is_overwritten_and_bad_input_is_told(
    files: dict[str, str | bytes], given: str, said: str, dossier: Path, capsys: Capture
) -> None:
    write_all(dossier, files)
    before = snapshot(dossier)
    assert main(["add", given]) == UNUSABLE
    told = capsys.readouterr()
    assert told.err.startswith(said)
    assert (told.out, snapshot(dossier)) == ("", before)


def test_a_document_that_is_there_gets_a_sidecar(dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"seeds/nota.txt": NOTE})
    assert main(["add", "seeds/nota.txt"]) == FINE
    assert "seeds/nota.txt stond er al; het bestand is niet veranderd." in capsys.readouterr().out
    assert (dossier / "seeds/nota.yml").exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Verslag 2019 (def).txt", "Verslag 2019 (def).txt"),
        ("README.md", "document.md"),
        ("nota\n2019.txt", "nota-2019.txt"),
        ("zonder-ending", "zonder-ending.txt"),
        ("aux.txt", "document.txt"),
    ],
)
def test_a_name_that_another_computer_cannot_have_is_changed(name: str, kept: str, dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {f"bron/{name}": NOTE})
    assert main(["add", f"bron/{name}"]) == FINE
    assert (dossier / "seeds" / kept).exists()
    assert main(["check"]) == FINE
    capsys.readouterr()


def test_two_documents_of_one_number_have_ids_of_their_own(dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"a.txt": PROPOSAL, "b.txt": f"{PROPOSAL}\nA second text has one paragraph more.\n"})
    assert [main(["add", "a.txt"]), main(["add", "b.txt"])] == [FINE, FINE]
    assert [yaml.safe_load((dossier / f"seeds/{name}.yml").read_text())["id"] for name in "ab"] == ["com-2021-48", "com-2021-48-2"]
    assert main(["check"]) == FINE
    capsys.readouterr()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"nota.txt": NOTE})
    (dossier / "seeds").chmod(0o500)
    try:
        assert main(["add", "nota.txt"]) == UNUSABLE
    finally:
        (dossier / "seeds").chmod(0o700)
    assert "kon niet gemaakt worden" in capsys.readouterr().err


def test_a_disk_that_refuses_leaves_nothing_behind(dossier: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(dossier, {"nota.txt": NOTE})
    before = snapshot(dossier)
    plain = Path.open

    def full(path: Path, mode: str = "r", **rest: str) -> object:
        if path.suffix == ".yml" and "x" in mode:
            raise OSError(28, "No space left on device")
        return plain(path, mode, **rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    assert main(["add", "nota.txt"]) == UNUSABLE
    assert "nota.yml: dit bestand kon niet gemaakt worden (No space left on device)" in capsys.readouterr().err
    assert snapshot(dossier) == before
