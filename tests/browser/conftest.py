"""A browser, a server for the built site, and visits that fail on what no page may do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final, TypeAlias
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.conftest import Built
from tests.support import IN_CI

_BROWSERS: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first that is there; the shell draws the same pages without a window, in half of the time."""
_PREFIX: Final = "/een/pad/"
"""The site is served below a path too: it may not count on being at the root of a host."""


@dataclass(frozen=True, slots=True)
class Served:
    """The built site behind an address; `root` and `below` are two addresses of its home page."""

    site: Path
    root: str

    @property
    def below(self) -> str:
        """The same site below a path of the host."""
        return self.root.rstrip("/") + _PREFIX

    def page_with(self, *wanted: str, without: str = "\0") -> str:
        """The URL, relative to the root, of the first page of a document whose HTML holds all that is wanted."""
        pages = sorted((self.site / "documenten").rglob("index.html"), key=lambda path: (path.stat().st_size, path))
        texts = ((path, path.read_text(encoding="utf-8")) for path in pages)
        found = next(path for path, html in texts if all(part in html for part in wanted) and without not in html)
        return found.parent.relative_to(self.site).as_posix() + "/"


@dataclass(slots=True)
class Visit:
    """What a page asked for and complained about while it was open."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Visitor: TypeAlias = Callable[..., Page]


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder at / and below a path, and 404.html for what is not there."""

    def translate_path(self, path: str) -> str:
        """The file of an address."""
        return super().translate_path("/" + path.removeprefix(_PREFIX) if path.startswith(_PREFIX) else path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the base class's
        """Answer with the site's own page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the tests tell what went wrong."""


@pytest.fixture(scope="session")
def served(built_site: Built) -> Iterator[Served]:
    """The built site, served on a free port of this machine."""
    with serving(built_site.site) as found:
        yield found


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    """A built site, served until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(site, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one these tests are skipped, and in continuous integration they fail."""
    if _browser_path() is None:
        message = f"no browser found (looked for {', '.join(_BROWSERS)}); install chromium to run the browser tests"
        if IN_CI:
            pytest.fail(message)
        pytest.skip(message)
    with chromium() as started:
        yield started


def _browser_path() -> str | None:
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, started."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_browser_path(), args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Visitor]:
    """Opens pages in fresh contexts; in the end, none may have asked another host for anything or logged an error."""
    visits: list[Visit] = []

    def open_page(url: str = "", *, width: int = 1440, base: str | None = None, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        page = context.new_page()
        page.set_default_timeout(10_000)
        visits.append(watched(page, urljoin(base or served.root, "/")))
        page.goto((base or served.root) + url)
        return page

    yield open_page
    for one in visits:
        one.page.context.close()
    assert [url for one in visits for url in one.foreign] == []
    assert [text for one in visits for text in one.complaints] == []


def watched(page: Page, root: str) -> Visit:
    """A page whose requests to other hosts and whose errors are written down."""
    visit = Visit(page)

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            visit.complaints.append(f"{page.url}: {message.text}")

    def ask(url: str) -> None:
        if not url.startswith((root, "data:", "blob:")):
            visit.foreign.append(f"{page.url}: {url}")

    page.on("console", listen)
    page.on("pageerror", lambda error: visit.complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: ask(request.url))
    return visit
