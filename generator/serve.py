"""The site while one works on it: saving a file shows the changed pages in the browser a moment later.

What makes it quick: documents whose text is unchanged are not read again (`build.gather` remembers them), only pages
that differ are written, MkDocs builds only those that are newer than what it built before, and the search index follows
when the pages are there.
"""

from __future__ import annotations

import logging
import socket
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.build import build
from generator.dossier.findings import Findings
from generator.model import Page, Problem
from generator.output.writing import OWNED, Report
from generator.search import bundle as search
from generator.settings import Settings

_CONFIG: Final = Path("mkdocs.yml")
_LOOKS: Final = (_CONFIG, Path("overrides"))
"""What all pages depend on: when it changes, the whole site is built again."""

_POLLING: Final = 0.2
"""Seconds between two looks at the files."""

Tell: TypeAlias = Callable[[Report | None, Iterable[Problem], float], None]


def serve(settings: Settings, address: tuple[str, int], tell: Tell) -> None:
    """Serve the site until interrupted; `tell` hears the outcome of each build, and how many seconds it took.

    Raises `OSError` where the address is taken.
    """
    socket.create_server(address).close()
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        builder = Builder(settings, folder, tell)
        path = urlsplit(load_config(str(_CONFIG)).site_url or "/").path
        server = _Server(builder.run_then_index, *address, root=folder, mount_path=path, polling_interval=_POLLING)
        server.error_handler = builder.error_page
        builder.url = server.url
        builder.run_then_index()
        for watched in _watched(settings):
            server.watch(str(watched))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.server_close()


class _Server(LiveReloadServer):
    """MkDocs' server, whose script that reloads a page is the one inline script that the policy of the pages lets through, by its hash."""

    def _inject_js_into_html(self, content: bytes, epoch: float) -> bytes:
        with_script: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        before, start, after = with_script.rpartition(b"<script>")
        script = after.partition(b"</script>")[0]
        named = b"script-src 'sha256-%b'" % b64encode(sha256(script).digest())
        return before.replace(b"script-src", named, 1) + start + after


def _watched(settings: Settings) -> list[Path]:
    """Everything that people edit; the generated folders are left out, or each build would start the next."""
    written_by_hand = [path for path in settings.docs.iterdir() if path.name not in OWNED and not path.name.startswith(".")]
    return [settings.seeds, *written_by_hand, *(path for path in _LOOKS if path.exists())]


class Builder:
    """Builds again what changed since the last time; the pages at once, the search index after them."""

    def __init__(self, settings: Settings, folder: str, tell: Tell) -> None:
        """Nothing is built yet; the site will be in `folder`."""
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self.settings, self.folder, self.tell = settings, folder, tell
        self.url = ""
        self.looks = 0.0
        self.findings: Findings | None = None
        self.index: Iterable[Page] = ()
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
        Thread(target=self.refresh_index, daemon=True).start()

    def refresh_index(self) -> None:
        """Bring the search index up to date with the pages."""
        index = search.bundle(self.findings) if self.findings else ()
        if index != self.index:
            with self.turn:
                self.index = index
                self._build()

    def _build(self) -> tuple[Report | None, tuple[Problem, ...]]:
        outcome = build(self.settings, index=self._last_index)
        looks = max(_changed(path) for path in _LOOKS)
        build_site(load_config(str(_CONFIG), site_dir=self.folder, site_url=self.url, strict=False), dirty=looks == self.looks)
        self.looks = looks
        return outcome

    def _last_index(self, findings: Findings) -> Iterable[Page]:
        """The index as it was, which is good enough until `refresh_index`; there is none yet at the first build."""
        self.findings = findings
        self.index = self.index or search.bundle(findings)
        return self.index

    def error_page(self, code: int) -> bytes | None:
        """The site's own page for an address that does not exist."""
        page = Path(self.folder, f"{code}.html")
        return page.read_bytes() if page.exists() else None


def _changed(path: Path) -> float:
    """When a file, or the latest file in a folder, was changed."""
    files = path.rglob("*") if path.is_dir() else [path]
    return max((file.stat().st_mtime for file in files if file.is_file()), default=0.0)
