"""While someone works on the site, what they save shows at once."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread
from typing import Final
from urllib.parse import urlsplit

import pytest
from mkdocs.config import load_config

from generator.search.bundle import START
from generator.serve import Builder
from generator.settings import Settings
from tests.conftest import copy_tree
from tests.serve_time import first, rebuilds
from tests.support import EXAMPLE, ROOT, SIDECAR, TEXT, bound, write_all


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built and then, after an entry was changed, built again; how long that takes, `python -m tests.serve_time` tells."""
    folder = tmp_path_factory.mktemp("serve")
    copy_tree(folder / "tree", seeds=False)
    shutil.copytree(EXAMPLE, folder / "tree" / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        # As it is for most people: Python then writes into overrides/ while the first build is under way.
        patch.setattr(sys, "dont_write_bytecode", False)
        rebuilds(folder / "tree", folder / "site", ["glossary"])
    return folder / "site"


def test_a_saved_entry_shows_on_its_page(served: Path) -> None:
    assert "Toevoeging 0." in (served / "begrippen" / "afslag" / "index.html").read_text(encoding="utf-8")


def test_pages_that_do_not_tell_of_it_are_left_alone(served: Path) -> None:
    changed = (served / "begrippen" / "afslag" / "index.html").stat().st_mtime
    other = (served / "begrippen" / "khf" / "index.html").stat().st_mtime
    assert other < changed


def test_the_index_follows_the_pages_and_reads_nothing_that_was_saved_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_tree(tmp_path / "tree", seeds=False)
    shutil.copytree(EXAMPLE, tmp_path / "tree" / "seeds")
    monkeypatch.chdir(tmp_path / "tree")
    builder = Builder(Settings(), str(tmp_path / "site"), lambda *_: None, lambda _: None)
    builder.run()
    start = tmp_path / "site" / START
    before = start.read_bytes()
    with first("glossary").open("a", encoding="utf-8") as file:
        file.write(" Daar staat een vijzel.\n")
    builder.run()
    assert start.read_bytes() == before
    Path("seeds").rename("weg")
    builder.refresh_index()
    assert start.read_bytes() != before


# The server itself, as it is started from the command line.

_HEARS_CTRL_C: Final = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("generator", run_name="__main__", alter_sys=True)
"""
"""`python -m generator`, also where the tests run behind a shell that has its background jobs ignore Ctrl-C."""


class Served:
    """A running `python -m generator serve` in a copy of the project with a dossier of one document.

    Whoever waits for it waits for a line that it prints, or for its end; a process that runs in circles ends by itself, for its processor
    time is bounded.
    """

    def __init__(self, tree: Path) -> None:
        """Wait until it built the site for the first time."""
        copy_tree(tree, seeds=False)
        write_all(tree, {"seeds/havens.txt": TEXT, "seeds/havens.yml": SIDECAR})
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.tree = tree
        self.said: list[str] = []
        self.heard, self.ended = Condition(), False
        command = [sys.executable, "-c", _HEARS_CTRL_C, "serve", "--address", f"127.0.0.1:{self.port}"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        self.process = subprocess.Popen(command, cwd=tree, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        bound(self.process)
        self.listener = Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.wait_for("pagina's geschreven")
        self.wait_until_it_answers()

    def output(self) -> str:
        """What it said until now, on both streams."""
        return "".join(self.said)

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                with self.heard:
                    self.said.append(line)
                    self.heard.notify_all()
        with self.heard:
            self.ended = True
            self.heard.notify_all()

    def wait_for(self, words: str, times: int = 1) -> None:
        """Until it has said some words so many times; fails where it ends before."""
        with self.heard:
            self.heard.wait_for(lambda: self.ended or self.output().count(words) >= times)
            assert self.output().count(words) >= times, self.output()

    def wait_until_it_answers(self) -> None:
        """Until there is a server at its address: it tells of the first build before it listens."""
        while True:
            assert self.process.poll() is None, self.output()
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", self.port)):
                return

    def status(self, path: str) -> int:
        """The status of the answer to a request; fails where there is none since the process has ended."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        finally:
            connection.close()

    def built(self) -> int:
        """How many builds it told of."""
        return self.output().count("pagina's geschreven")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests below, which follow one another."""
    served = Served(tmp_path_factory.mktemp("served"))
    yield served
    if served.process.poll() is None:
        served.process.kill()
    served.process.wait()
    served.listener.join()


def _home() -> str:
    return urlsplit(load_config(str(ROOT / "mkdocs.yml")).site_url or "/").path or "/"


@pytest.mark.parametrize(
    "path", ["%00", "documenten/%00", "documenten/%00/index.html", "x%00.html", "a" * 5_000, "x%ff%fe", "..%2f..%2fetc%2fpasswd"]
)
def test_a_request_for_what_no_file_can_be_called_is_not_found(server: Served, path: str) -> None:
    assert server.status(_home() + path) == 404
    assert "Traceback" not in server.output()


def test_a_request_with_a_number_too_long_is_not_found(server: Served) -> None:
    assert server.status(f"/livereload/{'9' * 5_000}/1") == 404
    assert "Traceback" not in server.output()


def test_a_folder_that_is_moved_away_and_back_is_still_watched(server: Served) -> None:
    before = server.built()
    (server.tree / "seeds").rename(server.tree / "weg")
    server.wait_for("blijft zoals zij was")
    assert server.status(_home()) == 200
    (server.tree / "weg").rename(server.tree / "seeds")
    server.wait_for("pagina's geschreven", before + 1)
    with (server.tree / "seeds/havens.txt").open("a", encoding="utf-8") as text:
        text.write("\nDe havens blijven open.\n")
    server.wait_for("pagina's geschreven", before + 2)


def test_a_build_that_stops_is_told_and_the_site_stays(server: Served) -> None:
    before, stopped = server.built(), server.output().count("blijft zoals zij was")
    (server.tree / "seeds/havens.txt").rename(server.tree / "havens.txt")
    server.wait_for("blijft zoals zij was", stopped + 1)
    assert "in deze map staat geen tekst" in server.output()
    assert server.status(_home()) == 200
    (server.tree / "havens.txt").rename(server.tree / "seeds/havens.txt")
    server.wait_for("pagina's geschreven", before + 1)


def test_ctrl_c_ends_the_process(server: Served) -> None:
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait() == 0
    server.listener.join()
    assert "Traceback" not in server.output()
