"""Bad input is reported with file, line and remedy; the rest is still checked, and nothing is left half-written."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from generator.__main__ import FINE, UNUSABLE, WRONG_CONTENT, main
from generator.inputs import sources
from generator.model import UnreadableError
from generator.readers import opened
from tests.support import ROOT, SIDECAR, TEXT, snapshot, write_all

Capture = pytest.CaptureFixture[str]


@dataclass(frozen=True, slots=True)
class Bad:
    """Something wrong in a folder of seeds: the files, and what must be said of them."""

    name: str
    files: dict[str, str | bytes]
    said: str
    code: int
    and_also: tuple[str, ...] = field(default=())


WRONG_TEXTS: Final = (
    Bad("empty", {"x.txt": ""}, "seeds/x.txt: het bestand is leeg; zet er", UNUSABLE),
    Bad("blanks", {"x.txt": " \n\t\n\f\u00a0"}, "seeds/x.txt: het bestand bevat alleen witruimte; zet er", UNUSABLE),
    Bad("mark only", {"x.txt": b"\xef\xbb\xbf"}, "seeds/x.txt: het bestand bevat alleen witruimte;", UNUSABLE),
    Bad("binary", {"x.txt": bytes(range(256)) * 40}, "seeds/x.txt: dit is geen tekst maar een binair bestand; haal", UNUSABLE),
    Bad(
        "pdf",
        {"x.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"},
        "seeds/x.txt: deze PDF is beschadigd en kan niet gelezen worden; haal",
        UNUSABLE,
    ),
    Bad(
        "no pdf",
        {"x.pdf": b"<html>U bent niet aangemeld</html>"},
        "seeds/x.pdf: dit bestand heet .pdf, maar de inhoud is geen PDF;",
        UNUSABLE,
    ),
    Bad("docx", {"x.md": b"PK\x03\x04\x14\x00\x06\x00"}, "seeds/x.md: dit zip-bestand is beschadigd; haal", UNUSABLE),
    Bad("utf-16, cut", {"x.txt": "Titel\n\nTekst.\n".encode("utf-16")[:-1]}, "seeds/x.txt:1: de tekst staat in UTF-16; sla", UNUSABLE),
    Bad("utf-16 with NUL", {"x.txt": "Titel\0\n".encode("utf-16-be")}, "seeds/x.txt:1: de tekst staat in UTF-16; sla", UNUSABLE),
    Bad(
        "neither utf-8 nor windows-1252",
        {"x.txt": "Titel\n\ncoördinatie".encode("cp850")},
        "seeds/x.txt:3: byte 0x94 is geen UTF-8",
        UNUSABLE,
    ),
    Bad(
        "utf-8 and windows-1252", {"x.txt": "Syrië\n".encode() + b"Itali\xeb\n"}, "seeds/x.txt:2: byte 0xeb is geen UTF-8 (staat", UNUSABLE
    ),
    Bad("windows-1252 after a mark", {"x.txt": b"\xef\xbb\xbfa\n\xe9"}, "seeds/x.txt:2: byte 0xe9 is geen UTF-8 (staat", UNUSABLE),
    Bad("cut in a character", {"x.txt": "een tekst met é".encode()[:-1]}, "seeds/x.txt:1: byte 0xc3 is geen UTF-8", UNUSABLE),
    Bad("NUL", {"x.txt": "Titel\n\neen\0twee\n"}, "seeds/x.txt:3: hier staat een NUL-teken; verwijder", UNUSABLE),
    Bad("folder", {"x.txt/y": ""}, "seeds/x.txt: dit is een map en geen bestand; geef", UNUSABLE),
    Bad(
        "picture",
        {"x.txt": b"\x89PNG\r\n\x1a\n" + bytes(100)},
        "seeds/x.txt: dit is geen tekst maar een beeld; maak er eerst tekst van",
        UNUSABLE,
    ),
    Bad(
        "pdf under another name",
        {"x.docx": (ROOT / "tests/reading/pdf/brief.pdf").read_bytes()},
        "seeds/x.docx: dit bestand heet .docx, maar de inhoud is een PDF; geef het de extensie .pdf",
        UNUSABLE,
    ),
    Bad("scan", {"x.txt": b"II*\0" + bytes(range(200))}, "seeds/x.txt: dit is geen tekst maar een beeld;", UNUSABLE),
    Bad("upper-case ending", {"X.TXT": ""}, "seeds/X.TXT: het bestand is leeg; zet er", UNUSABLE),
)

WRONG_SIDECARS: Final = (
    Bad("empty", {"x.yml": ""}, "seeds/x.yml:1: dit bestand is leeg; vul", WRONG_CONTENT),
    Bad("tab", {"x.yml": "id: x\n\ttitle: y\n"}, "seeds/x.yml:2: hier staat een tab, en YAML kent alleen spaties; vervang", WRONG_CONTENT),
    Bad("quote", {"x.yml": 'id: x\ntitle: "y\nkind: z\n'}, "seeds/x.yml:2: dit aanhalingsteken wordt niet gesloten; zet", WRONG_CONTENT),
    Bad("colon", {"x.yml": "id: x\ntitle: Asiel: extern\n"}, "seeds/x.yml:2: dit is geen geldige YAML; zet aanhalings", WRONG_CONTENT),
    Bad("at", {"x.yml": "id: x\ntitle: @y\n"}, "seeds/x.yml:2: dit is geen geldige YAML; zet aanhalings", WRONG_CONTENT),
    Bad("bracket", {"x.yml": "id: x\ntitle: [y\n"}, "seeds/x.yml:2: dit haakje wordt niet gesloten; zet", WRONG_CONTENT),
    Bad(
        "twice", {"x.yml": "id: x\ntitle: y\nid: z\n"}, "seeds/x.yml:3: 'id' staat hier een tweede keer (eerst op regel 1);", WRONG_CONTENT
    ),
    Bad("two texts", {"x.yml": "id: x\n---\nid: y\n"}, "seeds/x.yml:2: dit is geen geldige YAML;", WRONG_CONTENT),
    Bad("list", {"x.yml": "- id\n- title\n"}, "seeds/x.yml:1: 'het bestand' heeft de verkeerde vorm; hier hoort", WRONG_CONTENT),
    Bad("words", {"x.yml": "een titel\n"}, "seeds/x.yml:1: 'het bestand' heeft de verkeerde vorm; hier hoort", WRONG_CONTENT),
    Bad("alias", {"x.yml": "id: &a x\ntitle: *a\n"}, "seeds/x.yml:2: namen met & en * worden hier niet gelezen;", WRONG_CONTENT),
    Bad("alias to itself", {"x.yml": "&a [*a]\n"}, "seeds/x.yml:1: namen met & en * worden hier niet gelezen;", WRONG_CONTENT),
    Bad("tag", {"x.yml": "id: !!python/name:os.system\n"}, "seeds/x.yml:1: labels met ! worden hier niet gelezen;", WRONG_CONTENT),
    Bad("depth", {"x.yml": "id: x\ntitle: " + "[" * 9999}, "seeds/x.yml:2: dit is te diep genest;", WRONG_CONTENT),
    Bad("endless number", {"x.yml": "id: " + "9" * 9999}, "seeds/x.yml:1: een getal of datum in dit bestand kan niet;", WRONG_CONTENT),
    Bad("control character", {"x.yml": "id: x\ntitle: \x01\n"}, "seeds/x.yml:2: het teken U+0001 mag niet in YAML;", WRONG_CONTENT),
    Bad(
        "unknown key",
        {"x.yml": "id: x\ntitle: y\nnumer: z\n"},
        "seeds/x.yml:3: onbekende sleutel 'numer'; bedoelde u 'number'?",
        WRONG_CONTENT,
    ),
    Bad(
        "far from any key",
        {"x.yml": "id: x\ntitle: y\nqqq: z\n"},
        "seeds/x.yml:3: onbekende sleutel 'qqq'; bekende sleutels zijn",
        WRONG_CONTENT,
    ),
    Bad("keys of two kinds", {"x.yml": "id: x\ntitle: y\n1: z\nqqq: z\n"}, "seeds/x.yml:3: onbekende sleutel 1; bekende", WRONG_CONTENT),
    Bad("missing", {"x.yml": "id: x\n"}, "seeds/x.yml:1: de sleutel 'title' ontbreekt; vul hem in", WRONG_CONTENT),
    Bad(
        "number for text",
        {"x.yml": "id: x\ntitle: 2016\n"},
        "seeds/x.yml:2: 'title' heeft de verkeerde vorm; hier hoort tekst",
        WRONG_CONTENT,
    ),
    Bad("nothing", {"x.yml": "id: x\ntitle:\n"}, "seeds/x.yml:2: 'title' heeft de verkeerde vorm; hier hoort tekst", WRONG_CONTENT),
    Bad(
        "day",
        {"x.yml": "id: x\ntitle: y\ndate: 2011-13-40\n"},
        "seeds/x.yml:3: '2011-13-40' is geen datum die bestaat; schrijf",
        WRONG_CONTENT,
    ),
    Bad(
        "leap day",
        {"x.yml": "id: x\ntitle: y\ndate: 2015-02-29\n"},
        "seeds/x.yml:3: '2015-02-29' is geen datum die bestaat;",
        WRONG_CONTENT,
    ),
    Bad("id", {"x.yml": "id: ../x\ntitle: y\n"}, "seeds/x.yml:1: '../x' kan niet bij 'id'; Naam in adressen:", WRONG_CONTENT),
    Bad(
        "address", {"x.yml": "id: x\ntitle: y\nweb: javascript:a()\n"}, "seeds/x.yml:3: 'javascript:a()' kan niet bij 'web';", WRONG_CONTENT
    ),
    Bad(
        "origin",
        {"x.yml": "id: x\ntitle: y\nprovenance:\n  title: bron\n"},
        "seeds/x.yml:4: 'bron' kan niet bij 'title'; kies uit:",
        WRONG_CONTENT,
    ),
    Bad(
        "not in the text",
        {"x.yml": "id: x\ntitle: y\nnumber: '7'\nprovenance:\n  number: source\n"},
        "seeds/x.yml:5: '7' staat niet in",
        WRONG_CONTENT,
    ),
    Bad("windows-1252", {"x.yml": "id: x\ntitle: Coördinatie\n".encode("cp1252")}, "seeds/x.yml:2: byte 0xf6 is geen UTF-8", UNUSABLE),
    Bad("folder", {"x.yml/y": ""}, "seeds/x.yml: dit is een map en geen bestand;", UNUSABLE),
)

WRONG_FOLDERS: Final = (
    Bad("no text", {"x.yml": "id: x\ntitle: y\n"}, "seeds/x.yml: bij deze beschrijving hoort geen document; zet de tekst", WRONG_CONTENT),
    Bad("other ending", {"x.yaml": "id: x\n"}, "seeds/x.yaml: een beschrijving heet .yml; deze wordt niet gelezen; hernoem", WRONG_CONTENT),
    Bad("other kind", {"x.xls": b"\xd0\xcf\x11\xe0"}, "seeds/x.xls: dit soort bestand wordt niet gelezen; haal de tekst eruit", FINE),
    Bad("undescribed", {"x.txt": TEXT}, "seeds/x.txt: dit document heeft nog geen beschrijving; schrijf seeds/x.yml", FINE),
    Bad(
        "one id for two",
        {"x.txt": TEXT, "x.yml": "title: y\n\nid: goed\n"},
        "seeds/x.yml:3: de id 'goed' is ook die van seeds/goed.yml:1; geef een van beide een andere id",
        WRONG_CONTENT,
    ),
    Bad(
        "one name for two",
        {"x.txt": TEXT, "x.md": "# Titel\n\nEen tekst.\n", "x.yml": "id: x\ntitle: y\n"},
        "seeds/x.txt: dit bestand en x.md delen één beschrijving; geef een van beide een andere naam",
        WRONG_CONTENT,
    ),
)  # fmt: skip


def _name(bad: Bad) -> str:
    return bad.name


@pytest.fixture
def dossier(in_folder: Path) -> Path:
    """A folder with one good document, one with a wrong description, and pages from an earlier build."""
    write_all(in_folder / "seeds", {"goed.txt": TEXT, "goed.yml": "id: goed\ntitle: Een goede tekst\n"})
    write_all(in_folder / "seeds", {"zus.txt": TEXT, "zus.yml": "id: zus\ntitle: Zus\nsoort: nota\n"})
    write_all(in_folder / "docs", {"documenten/oud.md": "# Oud\n", ".gegenereerd.json": '["documenten/oud.md"]\n'})
    return in_folder


OTHER: Final = "seeds/zus.yml:3: onbekende sleutel 'soort'"
"""What is wrong with the other document: it has to be said beside whatever else is wrong."""


@pytest.mark.parametrize("bad", WRONG_TEXTS, ids=_name)
def test_a_text_that_cannot_be_read_stops_the_build_before_it_writes(bad: Bad, dossier: Path, capsys: Capture) -> None:
    write_all(dossier / "seeds", bad.files)
    before = snapshot(dossier / "docs")
    for command in ("check", "build"):
        assert main([command]) == bad.code
        said = capsys.readouterr().err
        assert bad.said in said
        assert OTHER in said
        assert "Traceback" not in said
    assert snapshot(dossier / "docs") == before


@pytest.mark.parametrize("bad", WRONG_TEXTS, ids=_name)
def test_convert_refuses_a_text_that_cannot_be_read(bad: Bad, in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder / "seeds", bad.files)
    assert main(["convert", f"seeds/{next(iter(bad.files)).partition('/')[0]}"]) == bad.code
    said = capsys.readouterr()
    assert said.err.startswith(bad.said)
    assert said.out == ""


@pytest.mark.parametrize("bad", WRONG_SIDECARS, ids=_name)
def test_a_wrong_description_is_reported_with_its_line(bad: Bad, dossier: Path, capsys: Capture) -> None:
    write_all(dossier / "seeds", {"x.txt": TEXT} | bad.files)
    assert main(["check"]) == bad.code
    said = capsys.readouterr().err
    assert bad.said in said
    assert OTHER in said


@pytest.mark.parametrize("bad", WRONG_FOLDERS, ids=_name)
def test_what_does_not_fit_in_the_folder_is_reported(bad: Bad, dossier: Path, capsys: Capture) -> None:
    (dossier / "seeds/zus.yml").unlink()
    write_all(dossier / "seeds", bad.files)
    assert main(["check"]) == bad.code
    assert bad.said in capsys.readouterr().err


def test_a_document_with_a_wrong_description_still_becomes_pages(dossier: Path, capsys: Capture) -> None:
    assert main(["build"]) == WRONG_CONTENT
    assert OTHER in capsys.readouterr().err
    assert (dossier / "docs/documenten/goed/index.md").exists()
    assert (dossier / "docs/documenten/zus/index.md").exists()
    assert not (dossier / "docs/documenten/oud.md").exists()


def test_given_ids_go_before_ids_from_file_names(in_folder: Path, capsys: Capture) -> None:
    """Whatever the order of the files, the described document keeps the id that its description gives."""
    write_all(in_folder / "seeds", {"goed.txt": TEXT, "z.txt": TEXT, "z.yml": "id: goed\ntitle: Z\n"})
    assert main(["build"]) == FINE
    capsys.readouterr()
    assert (in_folder / "docs/documenten/goed/goed.txt").exists()
    assert '"Z"' in (in_folder / "docs/data/documents/goed.json").read_text(encoding="utf-8")
    assert (in_folder / "docs/data/documents/goed-2.json").exists()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda path: path.symlink_to("nergens.txt"), "deze koppeling wijst naar een bestand dat er niet is;", id="dangling"),
        pytest.param(lambda path: path.symlink_to(path.name), "deze koppeling wijst naar een bestand dat er niet is;", id="loop"),
        pytest.param(os.mkfifo, "dit is geen gewoon bestand;", id="pipe"),
    ],
)
def test_what_only_looks_like_a_file_is_refused(make: Callable[[Path], None], said: str, dossier: Path, capsys: Capture) -> None:
    make(dossier / "seeds/x.txt")
    assert main(["check"]) == UNUSABLE
    assert f"seeds/x.txt: {said}" in capsys.readouterr().err


def test_a_link_to_a_folder_of_texts_is_followed(dossier: Path, capsys: Capture) -> None:
    (dossier / "koppeling").symlink_to("seeds")
    (dossier / "seeds/zus.yml").unlink()
    assert main(["check", "--seeds", "koppeling"]) == FINE
    assert "documenten: 2" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "dit bestand mag niet gelezen worden; geef uzelf leesrechten"),
        (OSError(5, "Input/output error"), "dit bestand kan niet gelezen worden (Input/output error); controleer de schijf"),
    ],
)
@pytest.mark.usefixtures("dossier")
def test_a_file_that_the_system_refuses_is_reported(error: OSError, said: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser may read anything, so the refusal is played."""

    def refuse(_path: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["check"]) == UNUSABLE
    assert f"seeds/goed.txt: {said}" in capsys.readouterr().err


def test_a_file_name_that_is_no_utf8_is_refused(dossier: Path, capsys: Capture) -> None:
    Path(os.fsdecode(os.fsencode(dossier / "seeds") + b"/\xff.txt")).write_text(TEXT, encoding="utf-8")
    assert main(["check"]) == UNUSABLE
    assert "de naam van dit bestand is geen UTF-8; geef het bestand een andere naam" in capsys.readouterr().err


@pytest.mark.parametrize("seeds", ["leeg", "nergens", "seeds/goed.txt"])
def test_a_folder_without_texts_never_empties_the_site(seeds: str, dossier: Path, capsys: Capture) -> None:
    (dossier / "leeg").mkdir()
    before = snapshot(dossier / "docs")
    assert _exit_of(["build", "--seeds", seeds]) == UNUSABLE
    assert capsys.readouterr().err.startswith(f"{seeds}: ")
    assert snapshot(dossier / "docs") == before


def _exit_of(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as end:
        return int(str(end.code))


def test_a_file_that_is_too_large_is_refused(dossier: Path, capsys: Capture) -> None:
    with (dossier / "seeds/x.txt").open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    assert main(["check"]) == UNUSABLE
    assert "seeds/x.txt: het bestand is groter dan 8 MB; controleer" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De Raad neemt nota van het verslag over 2015. " * 8_000, id="0.4 MB in one line"),
        pytest.param("woord" * 20_000, id="100 kB in one word"),
        pytest.param("".join(f"- punt {number} van de lijst\n" for number in range(8_000)), id="8,000 items"),
        pytest.param("".join(f"{number}. Een punt van de lijst.\n\n" for number in range(1, 4_001)), id="4,000 numbered paragraphs"),
        pytest.param("\n".join([" " * 2000] * 200) + "einde", id="0.4 MB of blanks"),
        pytest.param("tekst1 " * 10_000 + "\n\n1 noot\n", id="10,000 markers"),
    ],
)
def test_a_large_text_is_read(text: str, in_folder: Path, capsys: Capture) -> None:
    """How the time grows is measured by test_growth."""
    write_all(in_folder, {"x.txt": text})
    assert main(["convert", "x.txt"]) == FINE
    assert len(capsys.readouterr().out) > len(text.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("name", "largest", "said"),
    [("x.txt", sources.LARGEST_TEXT, "8 MB"), ("x.md", sources.LARGEST_TEXT, "8 MB"), ("x.pdf", sources.LARGEST, "20 MB")],
)
def test_the_largest_file_that_is_read_is_below_the_limit_of_its_kind(name: str, largest: int, said: str, in_folder: Path) -> None:
    path = in_folder / name
    path.write_bytes(b"a" * largest)
    assert len(sources.read_seed(path).raw) == largest
    path.write_bytes(b"a" * (largest + 1))
    with pytest.raises(UnreadableError, match=f"groter dan {said}"):
        sources.read_seed(path)


@pytest.mark.parametrize("name", ["x.yml", "pages/home.md", "glossary/x.md", "countries/fr.md", "events/x.md"])
def test_what_contributors_write_has_a_limit_of_its_own(name: str, in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, {"seeds/x.txt": TEXT, f"seeds/{name}": "# a\n" + "a" * sources.LARGEST_WRITTEN})
    assert main(["check"]) != FINE
    assert f"seeds/{name}: het bestand is groter dan 256 kB; controleer" in capsys.readouterr().err


def test_a_stray_control_character_is_no_reason_to_refuse(in_folder: Path) -> None:
    path = in_folder / "x.txt"
    path.write_bytes(b"Titel\f\n\nEen tekst\x02 met een vreemd teken.\n")
    assert "\x02" in opened(sources.read_seed(path)).text


def test_sidecar_of_the_example_is_right(in_folder: Path, capsys: Capture) -> None:
    """The dossier that the other tests break is fine as it is."""
    write_all(in_folder / "seeds", {"x.txt": TEXT, "x.yml": SIDECAR})
    assert main(["check"]) == FINE
    assert capsys.readouterr().out == "documenten: 1; fouten: 0; nog te doen: 0\n"
