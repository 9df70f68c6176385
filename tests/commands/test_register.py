"""`python -m generator register`: the files it writes, what it says, and that `check` and `build` hold a change against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import FINE, WRONG_CONTENT, main
from generator.dossier import permalinks as promises
from generator.inputs.contributions import permalinks
from generator.model import Register
from tests.support import SIDECAR, TEXT, snapshot, write_all

FILES = {"seeds/havens.txt": TEXT, "seeds/havens.yml": SIDECAR}


@pytest.fixture
def registered(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A small dossier of which every address is registered."""
    write_all(in_folder, FILES)
    assert main(["register", "--update"]) == FINE
    capsys.readouterr()
    return in_folder


def test_the_register_is_compact_and_in_the_order_of_reading(registered: Path) -> None:
    assert (registered / "seeds/permalinks/documents/havens-2015.csv").read_text(encoding="utf-8").splitlines() == [
        "address,words",
        "documenten/havens-2015/,Mededeling over de havens",
        "documenten/havens-2015/bron/,Brontekst",
        "documenten/havens-2015/citeren/,Citeren",
        "documenten/havens-2015/citeren/havens-2015.bib,",
        "documenten/havens-2015/citeren/havens-2015.csl.json,",
        "documenten/havens-2015/citeren/havens-2015.ris,",
        "documenten/havens-2015/havens-2015.md.txt,",
        "documenten/havens-2015/havens-2015.txt,",
        "documenten/havens-2015/volledig/,Volledige tekst",
        "documenten/havens-2015/mededeling-over-de-havens/,Mededeling over de havens",
        "#mededeling-over-de-havens,MEDEDELING OVER DE HAVENS",
        "documenten/havens-2015/1-inleiding/,1. Inleiding",
        "#s-1,INLEIDING",
        "#p-1-1,De Commissie heeft in 2015 een verslag over de havens",
        "documenten/havens-2015/2-conclusie/,2. Conclusie",
        "#s-2,CONCLUSIE",
        "#p-2-1,De Raad wordt verzocht deze conclusies aan te nemen.",
    ]


def test_a_second_time_changes_nothing(registered: Path) -> None:
    before = snapshot(registered / "seeds")
    assert main(["register", "--update"]) == FINE
    assert snapshot(registered / "seeds") == before
    assert main(["check"]) == FINE


def test_without_update_nothing_is_written(in_folder: Path) -> None:
    write_all(in_folder, FILES)
    before = snapshot(in_folder)
    assert main(["register"]) == FINE
    assert snapshot(in_folder) == before


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_broken_promise_fails_with_the_line_of_the_register_and_the_remedy(
    command: str, registered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (registered / "seeds/havens.txt").write_text(TEXT.replace("2. CONCLUSIE", "2. SLOTSOM"), encoding="utf-8")
    assert main([command]) == WRONG_CONTENT
    said = capsys.readouterr().err
    gone = "documenten/havens-2015/2-conclusie/"
    assert f"seeds/permalinks/documents/havens-2015.csv:16: het adres '{gone}' („2. Conclusie”) bestaat niet meer" in said
    assert f"python -m generator register --update --moved '{gone}' NIEUW" in said


def test_what_was_moved_is_told_and_settled_by_the_command(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (registered / "seeds/havens.txt").write_text(TEXT.replace("2. CONCLUSIE", "2. SLOTSOM"), encoding="utf-8")
    old, new = "documenten/havens-2015/2-conclusie/", "documenten/havens-2015/2-slotsom/"
    assert main(["register", "--update", "--moved", old, new]) == FINE
    assert f"{old} → {new}" in capsys.readouterr().out
    assert (registered / "seeds/permalinks/aliases.csv").read_text(encoding="utf-8") == f"old,new,words\n{old},{new},2. Conclusie\n"
    assert main(["check"]) == FINE


def test_nothing_is_settled_that_nobody_told(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (registered / "seeds/havens.txt").write_text(TEXT.replace("2. CONCLUSIE", "2. SLOTSOM"), encoding="utf-8")
    assert main(["register", "--update"]) == WRONG_CONTENT
    assert "zoek: 2" in capsys.readouterr().out
    assert main(["register", "--update"]) == WRONG_CONTENT
    assert main(["check"]) == WRONG_CONTENT


def test_a_new_document_fails_nothing(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(
        registered,
        {"seeds/brief.txt": "BRIEF OVER DE VISSERIJ\n\nDe vissers zijn gehoord.\n", "seeds/brief.yml": "id: brief\ntitle: Brief\n"},
    )
    assert main(["check"]) == FINE
    assert main(["build"]) == FINE
    assert "adressen die nog niet in het register staan:" in capsys.readouterr().err


def test_a_register_is_not_renewed_while_the_inputs_are_wrong(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(registered / "seeds/permalinks")
    (registered / "seeds/havens.yml").write_text("id: [\n", encoding="utf-8")
    assert main(["register", "--update"]) != FINE
    assert "verbeter eerst deze fouten" in capsys.readouterr().err
    assert snapshot(registered / "seeds/permalinks") == before


@pytest.mark.parametrize("content", ["", "adres,woorden\n", "address,words\n#p-1,een,twee\n", 'address,words\n"open\n', b"\xff\xfe\x00"])
def test_a_file_that_is_no_register_is_reported_with_its_line(content: str | bytes, tmp_path: Path) -> None:
    write_all(tmp_path, {"site.csv": content})
    register, problems = permalinks.read(tmp_path)
    assert register.permalinks == ()
    assert [problem.path for problem in problems] == [(tmp_path / "site.csv").as_posix()]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    now = {"": "Home", "begrippen/x/": '"Tekens", komma\'s en =EEN(1)', "documenten/nota/": "Nota", "documenten/nota/a/#p-1": "Één zin; –"}
    register = promises.renew(Register(), now).register
    write_all(
        tmp_path,
        {
            name: "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
            for name, rows in permalinks.files(register, "documenten/").items()
        },
    )
    again, problems = permalinks.read(tmp_path)
    assert problems == ()
    assert {link.address: link.words for link in again.permalinks} == now
