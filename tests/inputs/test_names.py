"""Names that mislead or that a system refuses: links out of the folder, ids with a line end, names of devices, invisible titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import FINE, UNUSABLE, WRONG_CONTENT, main
from generator.inputs.sources import links_out, odd_names
from generator.language.slugs import refused_by_windows
from generator.model import Problem
from tests.support import TEXT, snapshot, write_all

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def dossier(in_folder: Path) -> Path:
    """A described document, and something outside the folder."""
    write_all(
        in_folder, {"seeds/a.txt": TEXT, "seeds/a.yml": "id: a\ntitle: De havens\n", "geheim": "wachtwoord: 1234\n", "elders/x.md": "x"}
    )
    return in_folder


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("seeds/b.txt", "../geheim"),
        ("seeds/a.yaml", "../geheim"),
        ("seeds/glossary/x.md", "../../geheim"),
        ("seeds/glossary", "../elders"),
        ("seeds/events/y.md", "/etc/hostname"),
        ("seeds/pages", "/etc"),
        ("seeds/c.txt", "../nergens.txt"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_link_out_of_the_folder_is_refused_and_not_read(link: str, target: str, command: str, dossier: Path, capsys: Capture) -> None:
    (dossier / link).parent.mkdir(exist_ok=True)
    (dossier / link).symlink_to(target)
    assert main([command]) == UNUSABLE
    said = capsys.readouterr()
    assert f"{link}: deze koppeling leidt de map uit; verwijder haar" in said.err
    assert "1234" not in said.out + said.err
    assert not (dossier / "docs").exists()


def test_a_link_through_another_link_is_followed_to_its_end(dossier: Path) -> None:
    (dossier / "seeds/b.txt").symlink_to("c.txt")
    (dossier / "seeds/c.txt").symlink_to("../geheim")
    assert [problem.path for problem in links_out(Path("seeds"))] == ["seeds/b.txt", "seeds/c.txt"]


def test_a_link_within_the_folder_is_a_file_like_any_other(dossier: Path) -> None:
    (dossier / "seeds/b.txt").symlink_to("a.txt")
    assert links_out(Path("seeds")) == ()
    (dossier / "koppeling").symlink_to("seeds")
    assert links_out(Path("koppeling")) == ()
    assert main(["check"]) == FINE


@pytest.mark.parametrize(
    "description",
    [
        'id: "havens\\n"\ntitle: x\n',
        "id: >\n  havens\ntitle: x\n",
        'id: havens\ntitle: x\nlanguage: "nl\\n"\n',
        'id: havens\ntitle: x\nweb: "https://a.example/\\nx"\n',
        "id: havens\ntitle: x\nweb: 'https://a.example/\"><b>'\n",
        "id: aux\ntitle: x\n",
        "id: com1\ntitle: x\n",
        "id: havens\ntitle: ' '\n",
        'id: havens\ntitle: "\\u200b\\ufeff"\n',
        'id: havens\ntitle: "x\\uFFFF"\n',
        'id: havens\ntitle: "x\\uFFFE"\n',
    ],
)
def test_a_value_that_would_make_a_wrong_name_is_refused(description: str, dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"seeds/a.yml": description})
    assert main(["build"]) == WRONG_CONTENT
    assert "seeds/a.yml:" in capsys.readouterr().err
    assert not [name for name in snapshot(dossier / "docs") if "\n" in name or name.startswith("documenten/havens")]


def test_a_title_over_several_lines_is_one_title(dossier: Path) -> None:
    write_all(dossier, {"seeds/a.yml": "id: a\ntitle: >\n  Een titel\n  over twee regels\nkind: |\n  mededeling\n"})
    assert main(["build"]) == FINE
    assert 'title: "Een titel over twee regels"' in (dossier / "docs/documenten/a/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["con", "AUX.txt", "nul.", "lpt9.tar.gz", "a:b", "a?", "a ", "a.", "a\x01b", "com0", 'a"b', "PRN .md"])
def test_names_that_windows_refuses(name: str) -> None:
    assert refused_by_windows(name)


@pytest.mark.parametrize("name", ["console", "auxiliary.txt", "com10", "a b.txt", ".gitignore", "naïef–2.md", "com-2016-385"])
def test_names_that_windows_takes(name: str) -> None:
    assert not refused_by_windows(name)


def test_a_name_that_windows_refuses_is_work_to_be_done_and_no_reason_to_stop(dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {"seeds/con.txt": TEXT, "seeds/besluit: 2016?.txt": TEXT, "seeds/glossary/aux.md": "x"})
    assert [Path(problem.path).name for problem in odd_names(Path("seeds"))] == ["besluit: 2016?.txt", "con.txt", "aux.md"]
    assert main(["build"]) == WRONG_CONTENT
    said = capsys.readouterr().err
    assert "seeds/con.txt: deze naam kan op Windows niet" in said
    assert "seeds/glossary/aux.md: 'aux' kan geen bestandsnaam zijn" in said
    assert not [path for path in snapshot(dossier / "docs") for part in path.split("/") if refused_by_windows(part)]
    assert (dossier / "docs/documenten/document-con/index.md").is_file()


def test_a_chapter_is_not_called_as_a_device(dossier: Path) -> None:
    write_all(
        dossier,
        {
            "seeds/a.txt": "DE HAVENS\n\n1. INLEIDING\n\nEen tekst over havens.\n\nCON\n\n2. SLOT\n\nNog een tekst.\n",
            "seeds/b.md": "# Con\n\nTekst.\n\n# Bron\n\nTekst.\n\n# Lpt1\n\nTekst.\n",
        },
    )
    assert main(["build"]) == FINE
    assert not [path for path in snapshot(dossier / "docs") for part in path.split("/") if refused_by_windows(part)]


@pytest.mark.parametrize(
    "name", ["tijdlijn-filter", "tijdlijn-stand", "site-menu", "jaar-2015", "verbeteren", "gebeurtenissen-verbeteren", "tijdlijn"]
)
def test_an_event_cannot_have_the_name_of_a_part_of_the_page(name: str, dossier: Path, capsys: Capture) -> None:
    write_all(dossier, {f"seeds/events/{name}.md": '---\nname: Haventop\ndate: "2015"\nphrases: [havens]\n---\nEen zin.\n'})
    assert main(["build"]) == WRONG_CONTENT
    assert f"seeds/events/{name}.md: de naam {name!r} gebruikt de tijdlijn zelf" in capsys.readouterr().err
    assert (dossier / "docs/tijdlijn/index.md").read_text(encoding="utf-8").count(f'id="{name}"') <= 1


def test_a_message_is_one_line_of_printable_characters() -> None:
    told = str(Problem("seeds/a\x1b[2J\u2028b\n::error::x.txt", 3, "wat\x85er is", "doe\u202eiets"))
    assert told == "seeds/a\\u001b[2J\\u2028b\\u000a::error::x.txt:3: wat\\u0085er is; doe\\u202eiets"
