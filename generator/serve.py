"""The site while one works on it: saving a file shows the changed pages in the browser a moment later.

What makes it quick: no stage of a build is gone through again whose inputs are what they were (`Memory`), only pages
that differ are written, MkDocs builds only those that are newer than what it built before, and the search index follows
when the pages are there.
"""

from __future__ import annotations

import logging
import os
import socket
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from threading import Lock, Thread
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.build import Dossier, Memory, gather, publish
from generator.dossier.findings import Findings
from generator.model import Page, Problem
from generator.output.writing import OWNED, Report
from generator.search import bundle as search
from generator.settings import Settings

_CONFIG: Final = Path("mkdocs.yml")
_LOOKS: Final = (_CONFIG, Path("overrides"))
"""What all pages depend on: when it changes, the whole site is built again."""

_COMPILED: Final = "__pycache__"
"""Where Python keeps what it compiled of hooks: the first build writes it, and nobody changed anything."""

_POLLING: Final = 0.2
"""Seconds between two looks at the files."""

Tell: TypeAlias = Callable[[Report | None, Iterable[Problem], float], None]
Fail: TypeAlias = Callable[[Exception], None]


class AddressError(Exception):
    """The address cannot be used; says why."""


def serve(settings: Settings, address: tuple[str, int], tell: Tell, fail: Fail) -> None:
    """Serve the site until interrupted; `tell` is called with the report of each build, and how many seconds it took.

    An error of a rebuild is handed to `fail`, and the site stays as it was. Raises what the first build raises, and
    `AddressError` where the address is taken.
    """
    try:
        socket.create_server(address).close()
    except OSError as error:
        raise AddressError(os.strerror(error.errno) if error.errno else str(error)) from error
    with tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True) as folder:
        builder = Builder(settings, folder, tell, fail)
        path = urlsplit(load_config(str(_CONFIG)).site_url or "/").path
        server = _Server(builder.rebuild, *address, root=folder, mount_path=path)
        server.error_handler = builder.error_page
        builder.url = server.url
        seen = _fingerprint(_watched(settings))
        builder.run_then_index()
        server.watch_for(lambda: _fingerprint(_watched(settings)), seen)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            # The thread that answers requests is no daemon: only this ends it, and with it the process.
            server.shutdown()


class _Server(LiveReloadServer):
    """MkDocs' server, but for how it looks at files, and for its script that reloads a page.

    That is the one inline script that the policy of the pages lets through, by its hash.
    """

    def watch_for(self, look: Callable[[], object], seen: object) -> None:
        """Ask for a build whenever what `look` sees is no longer what was `seen`.

        The observers of MkDocs stop for good when a folder they look at is moved away, even if it comes back.
        """
        # Pages get the script that reloads them only where something is watched.
        self._watched_paths = {"": 1}
        Thread(target=self._watch, args=(look, seen), daemon=True).start()

    def _watch(self, look: Callable[[], object], seen: object) -> None:
        while not self._shutdown:
            now = look()
            if now != seen:
                seen = now
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()
            time.sleep(_POLLING)

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        try:
            return super()._serve_request(environ, start_response)
        except ValueError:
            # No file has such a name: it holds a NUL, or a number that is too long.
            return None

    def _inject_js_into_html(self, content: bytes, epoch: float) -> bytes:
        with_script: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        before, start, after = with_script.rpartition(b"<script>")
        script = after.partition(b"</script>")[0]
        named = b"script-src 'sha256-%b'" % b64encode(sha256(script).digest())
        return before.replace(b"script-src", named, 1) + start + after


def _watched(settings: Settings) -> Iterator[Path]:
    """Everything that people edit; the generated folders are left out, or each build would start the next."""
    written_by_hand = settings.docs.iterdir() if settings.docs.is_dir() else ()
    yield settings.seeds
    yield from (path for path in written_by_hand if path.name not in OWNED and not path.name.startswith("."))
    yield from _LOOKS


def _fingerprint(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """When each file was last changed, and how long it is; what is not there, goes while we look, or is Python's own is left out."""
    found: dict[str, tuple[int, int]] = {}
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else [path]:
            if file.parent.name == _COMPILED:
                continue
            with suppress(OSError):
                facts = file.stat()
                if S_ISREG(facts.st_mode):
                    found[str(file)] = (facts.st_mtime_ns, facts.st_size)
    return found


class Builder:
    """Builds again what changed since the last time; the pages at once, the search index after them."""

    def __init__(self, settings: Settings, folder: str, tell: Tell, fail: Fail) -> None:
        """Nothing is built yet; the site will be in `folder`."""
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self.settings, self.folder, self.tell, self.fail = settings, folder, tell, fail
        self.url = ""
        self.looks: object = None
        self.dossier: Dossier | None = None
        self.findings: Findings | None = None
        self.index: Iterable[Page] = ()
        self.memory, self.index_memory = Memory(), Memory()
        self.turn = Lock()

    def run(self) -> None:
        """One build: the generated folders, then the site."""
        with self.turn:
            start = time.monotonic()
            report, problems = self._build()
        self.tell(report, problems, time.monotonic() - start)

    def run_then_index(self) -> None:
        """One build; the search index follows without anyone waiting for it."""
        self.run()
        Thread(target=self._try, args=(self.refresh_index,), daemon=True).start()

    def rebuild(self) -> None:
        """One more build; where it fails, the site stays as it was."""
        self._try(self.run_then_index)

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:  # noqa: BLE001 - whatever it is, the server goes on, and who works on the site hears of it
            self.fail(error)

    def refresh_index(self) -> None:
        """Bring the search index up to date with the pages; what was saved meanwhile waits for its own build."""
        index = search.bundle(self.findings, self.index_memory) if self.findings else ()
        if index != self.index and self.dossier:
            with self.turn:
                self.index = index
                publish(self.dossier, self.settings, index=self._last_index, recall=self.memory)
                self._build_site()

    def _build(self) -> tuple[Report | None, tuple[Problem, ...]]:
        dossier = gather(self.settings, recall=self.memory)
        outcome = (None, dossier.problems) if dossier.unreadable else self._published(dossier)
        self._build_site()
        return outcome

    def _published(self, dossier: Dossier) -> tuple[Report, tuple[Problem, ...]]:
        outcome = publish(dossier, self.settings, index=self._last_index, recall=self.memory)
        self.memory.forget_the_rest()
        self.dossier = dossier
        return outcome

    def _build_site(self) -> None:
        looks = _fingerprint(_LOOKS)
        build_site(load_config(str(_CONFIG), site_dir=self.folder, site_url=self.url, strict=False), dirty=looks == self.looks)
        self.looks = looks

    def _last_index(self, findings: Findings) -> Iterable[Page]:
        """The index as it was, which is good enough until `refresh_index`; there is none yet at the first build."""
        self.findings = findings
        self.index = self.index or search.bundle(findings)
        return self.index

    def error_page(self, code: int) -> bytes | None:
        """The site's own page for an address that does not exist."""
        page = Path(self.folder, f"{code}.html")
        return page.read_bytes() if page.exists() else None
