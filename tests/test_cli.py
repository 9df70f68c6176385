"""The command line: what it says, in which language, and how it ends."""

from __future__ import annotations

import io
import json
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from generator import progress
from generator.__main__ import COMMANDS, FINE, UNUSABLE, WRONG_CONTENT, main
from tests.support import ROOT, SIDECAR, TEXT, generator, run, write_all

Capture = pytest.CaptureFixture[str]

ENGLISH = re.compile(
    r"\b(?:usage|error|argument|option|required|invalid|choose|expected|unrecognized|show this|positional|default|the|file)\b"
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "python -m generator: hier ontbreekt nog: opdracht"),
        (["bouw"], "python -m generator: bij opdracht: geen geldige keuze: 'bouw' (kies uit"),
        (["build", "--snel"], "python -m generator: dit kent deze opdracht niet: --snel"),
        (["build", "--se", "x"], "python -m generator: dit kent deze opdracht niet: --se x"),
        (["build", "--seeds"], "python -m generator build: bij --seeds: hier hoort één waarde achter"),
        (["build", "--help=ja"], "python -m generator build: bij -h/--help: hier hoort geen waarde achter: 'ja'"),
        (["convert"], "python -m generator convert: hier ontbreekt nog: BESTAND"),
        (["convert", "x", "--format", "pdf"], "python -m generator convert: bij --format: geen geldige keuze: 'pdf' (kies uit"),
        (["serve", "--address", "8000"], "python -m generator serve: bij --address: '8000' is geen adres; schrijf het als"),
        (["serve", "--address", "a:99999"], "python -m generator serve: bij --address: 'a:99999' is geen adres; schrijf het als"),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments: list[str], said: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    err = capsys.readouterr().err
    assert end.value.code == UNUSABLE
    assert err.startswith(said)
    assert "Probeer: python -m generator" in err
    assert not ENGLISH.search(err)


@pytest.mark.parametrize("command", [[], *([command.name] for command in COMMANDS)])
def test_help_is_in_dutch_and_says_what_each_option_does(command: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    out = capsys.readouterr().out
    assert end.value.code == FINE
    assert out.startswith("gebruik: python -m generator")
    assert not ENGLISH.search(out)


def test_help_has_examples_that_name_every_command(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    examples = capsys.readouterr().out.partition("voorbeelden:")[2]
    assert [command.name for command in COMMANDS if f"python -m generator {command.name}" not in examples] == []


def test_exit_status_tells_content_from_use(in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, {"seeds/x.txt": TEXT, "seeds/x.yml": SIDECAR})
    assert main(["check"]) == FINE
    write_all(in_folder, {"seeds/x.yml": f"{SIDECAR}soort: nota\n"})
    assert main(["check"]) == WRONG_CONTENT
    write_all(in_folder, {"seeds/y.txt": ""})
    assert main(["check"]) == UNUSABLE
    capsys.readouterr()


@pytest.mark.parametrize("name", ["tekst.txt", "tekst.md", "zonder-uitgang", "met een spatie en é.txt"])
def test_convert_prints_the_data_of_one_document(name: str, in_folder: Path) -> None:
    write_all(in_folder, {name: TEXT})
    made = generator("convert", name, cwd=in_folder, PYTHONIOENCODING="ascii", LC_ALL="C")
    data = json.loads(made.out)
    assert (made.code, made.err) == (FINE, "")
    assert [block["text"] for block in data["blocks"] if block["type"] == "heading"][1:] == ["INLEIDING", "CONCLUSIE"]
    assert data["date"] is data["celex"] is data["url"] is None


def test_convert_prints_markdown(in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, {"x.txt": TEXT})
    assert main(["convert", "x.txt", "--format", "markdown"]) == FINE
    assert "# 1. INLEIDING\n\nDe Commissie" in capsys.readouterr().out


def test_convert_ends_quietly_when_nobody_reads_on(tmp_path: Path) -> None:
    write_all(tmp_path, {"lang.txt": TEXT * 1_000})
    command = [sys.executable, "-m", "generator", "convert", str(tmp_path / "lang.txt")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == FINE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_convert_reports_a_full_disk(in_folder: Path) -> None:
    write_all(in_folder, {"x.txt": TEXT})
    made = run("sh", "-c", f"'{sys.executable}' -m generator convert x.txt > /dev/full", cwd=in_folder)
    assert made.code == UNUSABLE
    assert made.err == "de uitvoer kon niet weggeschreven worden (No space left on device); maak ruimte of kies een andere plaats\n"


def test_serve_says_so_when_the_address_is_taken(in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, {"seeds/x.txt": TEXT})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert main(["serve", "--address", address]) == UNUSABLE
    assert f"{address}: dit adres is niet te gebruiken (Address already in use); kies een ander" in capsys.readouterr().err


def test_stages_are_lines_where_there_is_no_terminal() -> None:
    console = Console(file=io.StringIO(), force_terminal=False)
    with progress.watching(console) as watch:
        assert list(watch("lezen", (1, 2, 3))) == [1, 2, 3]
        assert list(watch("[b]natellen", ())) == []
    assert console.file.getvalue() == "lezen (3)\n[b]natellen (0)\n"  # type: ignore[attr-defined] # it is a StringIO


class _Patient:
    """A timer whose time is over as soon as it is started."""

    daemon = False

    def __init__(self, seconds: float, work: Callable[[], object]) -> None:
        assert seconds >= 1, "shorter work would flicker"
        self.start = work

    def cancel(self) -> None:
        """Nothing is left to stop."""

    join = cancel


def test_a_bar_shows_on_a_terminal_when_work_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "Timer", _Patient)
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    with progress.watching(console) as watch:
        assert list(watch("lezen", (1, 2, 3))) == [1, 2, 3]
    assert "lezen" in console.file.getvalue()  # type: ignore[attr-defined] # it is a StringIO
    assert "3/3" in console.file.getvalue()  # type: ignore[attr-defined] # it is a StringIO


def test_short_work_shows_no_bar() -> None:
    console = Console(file=io.StringIO(), force_terminal=True)
    with progress.watching(console) as watch:
        assert list(watch("lezen", (1, 2))) == [1, 2]
    assert console.file.getvalue() == ""  # type: ignore[attr-defined] # it is a StringIO
