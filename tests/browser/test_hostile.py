"""Whatever a stranger writes anywhere, nothing of it runs in a reader's browser: not with the policy of the pages, and not without."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import hostile_dossier
from tests.browser.conftest import Handler

pytestmark = pytest.mark.browser

FEWEST: Final = 440
"""Pages that have to be there to be opened."""

_CONTROL: Final = f'<img src="niets.png" onerror="{hostile_dossier.CALL}"><script>{hostile_dossier.CALL}</script><p style="color:red">x</p>'


class _Controlled(Handler):
    """The hostile site, and below /proef/ its home page with a script in it that really runs: the test must see that."""

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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the hostile dossier."""
    return hostile_dossier.build(tmp_path_factory.mktemp("hostile") / "tree")


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """Where it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Controlled, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


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

    @property
    def found(self) -> tuple[list[str], list[str], list[str]]:
        """What ran, was asked and was stopped."""
        return self.ran, self.asked, self.stopped


@pytest.fixture(params=[False, True], ids=["with the policy", "without the policy"])
def watched(request: pytest.FixtureRequest, browser: Browser, root: str) -> Iterator[Watched]:
    """A page in a context of its own; with or without what the policy of the pages stops."""
    context = browser.new_context(bypass_csp=request.param)
    context.set_default_timeout(15_000)
    yield Watched(context, root)
    context.close()


def _pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def test_nothing_runs_on_any_page(watched: Watched, site: Path, root: str) -> None:
    pages = _pages(site)
    assert len(pages) >= FEWEST
    for name in pages:
        watched.page.goto(root + name)
    watched.page.wait_for_timeout(200)
    assert watched.found == ([], [], [])


def test_the_watch_notices_what_runs_and_the_policy_stops_it(browser: Browser, root: str) -> None:
    for bypass in (True, False):
        with browser.new_context(bypass_csp=bypass) as context:
            watched = Watched(context, root)
            watched.page.goto(f"{root}proef/")
            watched.page.wait_for_timeout(300)
            ran, asked, stopped = watched.found
            assert (len(ran), asked, len(stopped)) == ((2, [], 0) if bypass else (0, [], 3))


def test_nothing_runs_in_what_scripts_show(watched: Watched, site: Path, root: str) -> None:
    """The cards of terms and notes, the filters of the lists, the search window with its results."""
    cards = [page for page in _pages(site) if page.startswith("documenten/stuk-") and 'class="vermelding begrip"' in _html(site, page)]
    assert cards
    for name in cards[::12]:
        watched.page.goto(root + name)
        for words in watched.page.locator("main a.begrip, main a[role=doc-noteref]").all()[:4]:
            words.focus()
            watched.page.wait_for_timeout(60)
    for name in ("tijdlijn/", "begrippen/", "verwijzingen/", "bedragen/"):
        watched.page.goto(root + name)
        for field in watched.page.locator("main form select").all():
            for value in field.locator("option").all()[1:3]:
                field.select_option(value.get_attribute("value"))
    for asked in ("onerror", "raak", "script", "Kustfonds3", "<img src=x onerror=raak(1)>"):
        watched.page.goto(f"{root}?zoek={asked}")
        watched.page.locator(".zoek__uitkomst li").first.wait_for()
    watched.page.wait_for_timeout(200)
    assert watched.found == ([], [], [])


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8") if page.endswith("/") or not page else ""
