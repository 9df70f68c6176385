"""Opens every page made from the hostile dossier in Chromium, with the policy of the pages and without: `python -m tests.hostile_pages`.

Prints how many pages were opened, what ran, what was asked of other hosts and what the policy stopped; exit code 1 if anything did.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page

from tests import hostile_dossier
from tests.browser.conftest import Handler, chromium

FEWEST: Final = 440
"""Pages that have to be there to be opened."""

_OF_A_KIND: Final = 4
"""Pages of each kind in a sample."""

_SEED: Final = 9
_CONTROL: Final = f'<img src="niets.png" onerror="{hostile_dossier.CALL}"><script>{hostile_dossier.CALL}</script><p style="color:red">x</p>'
_SETTLED: Final = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
"""What a page had to do when it was drawn is done, and told before this is."""


class _Controlled(Handler):
    """The hostile site, and below /proef/ one of its pages with a script in it that really runs: a test must see that."""

    def do_GET(self) -> None:  # noqa: N802 - the base class's
        """Serve a page."""
        if not self.path.startswith("/proef/"):
            super().do_GET()
            return
        body = (Path(self.directory) / "over/index.html").read_text(encoding="utf-8").replace("</main>", f"{_CONTROL}</main>").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Watched:
    """A page of a browser that writes down what ran, what was asked of other hosts, and what the policy stopped."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        """Start watching."""
        self.ran: list[str] = []
        self.asked: list[str] = []
        self.stopped: list[str] = []
        context.expose_binding("raak", lambda source, _: self.ran.append(source["page"].url))
        self.page: Page = context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self._ask(request.url, root))
        self.page.on("console", lambda message: self._hear(message.text))

    def _dialog(self, dialog: Any) -> None:
        self.ran.append(f"{self.page.url}: {dialog.message}")
        dialog.dismiss()

    def _ask(self, url: str, root: str) -> None:
        if not url.startswith((root, "data:", "blob:")):
            self.asked.append(f"{self.page.url}: {url}")

    def _hear(self, words: str) -> None:
        if "Content Security Policy" in words:
            self.stopped.append(f"{self.page.url}: {words}")

    def open(self, url: str) -> None:
        """Open an address and wait until the page has done what it does by itself."""
        self.page.goto(url)
        self.settle()

    def settle(self) -> None:
        """Wait until the page has done what was begun."""
        self.page.evaluate(_SETTLED)

    @property
    def found(self) -> tuple[list[str], list[str], list[str]]:
        """What ran, was asked and was stopped."""
        return self.ran, self.asked, self.stopped


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address where a hostile site is served, until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Controlled, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@contextmanager
def watching(browser: Browser, root: str, *, policy: bool) -> Iterator[Watched]:
    """A watched page in a context of its own; with or without what the policy of the pages stops."""
    with browser.new_context(bypass_csp=not policy) as context:
        context.set_default_timeout(15_000)
        yield Watched(context, root)


def pages(site: Path) -> list[str]:
    """The address of every page, from the root of the site."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def sample(every: Iterable[str]) -> list[str]:
    """Some pages of each kind, and one page of each vector, always the same."""
    drawn = random.Random(_SEED)  # noqa: S311 - a sample, no secret
    groups: dict[str, list[str]] = {}
    for name in every:
        groups.setdefault(f"kind {name.partition('/')[0]}", []).append(name)
        for number in re.findall(r"(?:stuk-|kustfonds|top-|hf)(\d+)", name):
            groups.setdefault(f"vector {number}", []).append(name)
    chosen = (
        drawn.sample(names, min(len(names), _OF_A_KIND if group.startswith("kind") else 1)) for group, names in sorted(groups.items())
    )
    return sorted({name for names in chosen for name in names})


def vectors(names: Iterable[str]) -> set[int]:
    """The vectors that pages were made from, as far as their addresses tell."""
    return {int(number) for name in names for number in re.findall(r"(?:stuk-|kustfonds|top-|hf)(\d+)", name)}


def main() -> int:
    """Build, open, count."""
    trouble = False
    with tempfile.TemporaryDirectory() as folder:
        site = hostile_dossier.build(Path(folder) / "tree")
        every = pages(site)
        with serving(site) as root, chromium() as browser:
            for policy in (True, False):
                with watching(browser, root, policy=policy) as watched:
                    for name in every:
                        watched.open(root + name)
                    ran, asked, stopped = watched.found
                    print(f"{'with' if policy else 'without'} the policy: {len(every)} pages opened, {len(vectors(every))} vectors in their addresses; "
                          f"{len(ran)} ran, {len(asked)} asked elsewhere, {len(stopped)} stopped", *ran, *asked, *stopped, sep="\n", flush=True)  # fmt: skip
                    trouble = trouble or bool(ran or asked or stopped)
    return 1 if trouble or len(every) < FEWEST else 0


if __name__ == "__main__":
    sys.exit(main())
