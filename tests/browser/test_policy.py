"""The policy of the pages stops nothing that the site itself does: no kind of page, colour or medium has a violation to report."""

from __future__ import annotations

from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site]

_SEEN: Final = """() => {
  window.gestopt = [];
  document.addEventListener('securitypolicyviolation', (event) => window.gestopt.push(`${event.violatedDirective} ${event.sourceFile} ${event.sample}`));
}"""
KINDS: Final = (
    "", "documenten/", "begrippen/", "landen/", "landen/gebieden/sahel/", "verwijzingen/", "bedragen/", "tijdlijn/", "tijdlijn/termijnen/", "toezeggingen/",
    "kwaliteit/", "zoeken/?zoek=grens", "over/", "open-data/", "licenties/", "bijdragen/", "bestaat-niet/",
)  # fmt: skip


_LOOKS: Final[tuple[dict[str, Any], ...]] = ({"color_scheme": "dark"}, {"color_scheme": "light"}, {"media": "print"}, {"media": "screen"})


def _kinds(served: Served) -> tuple[str, ...]:
    """One page of each kind; those that a dossier need not have are taken as they are."""
    found = [
        next(iter(sorted((served.site / folder).glob(pattern))), None)
        for folder, pattern in (
            ("documenten", "*/index.html"), ("documenten", "*/[!bv]*/index.html"), ("documenten", "*/bron/index.html"),
            ("documenten", "*/volledig/index.html"), ("begrippen", "*/index.html"), ("landen", "*/index.html"),
        )
    ]  # fmt: skip
    return (*KINDS, *(path.parent.relative_to(served.site).as_posix() + "/" for path in found if path))


def test_no_page_has_a_violation(visit: Visitor, served: Served) -> None:
    page = visit("over/")
    page.add_init_script(f"({_SEEN})()")
    for name in _kinds(served):
        page.goto(served.root + name)
        page.wait_for_load_state("networkidle")
        for look in _LOOKS:
            page.emulate_media(**look)
        assert page.evaluate("window.gestopt") == [], name


def test_a_violation_would_be_seen(browser: Browser, served: Served) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{served.root}over/")
        page.evaluate(_SEEN)
        assert page.evaluate("() => { try { document.body.innerHTML = '<p>x</p>'; return false; } catch { return true; } }")
        page.wait_for_function("window.gestopt.length > 0")
        assert len(page.evaluate("window.gestopt")) == 1
