"""Old addresses lead on, with script and without: those of pages, and those of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Served, Visitor, serving
from tests.conftest import build_site, copy_tree
from tests.support import SIDECAR, TEXT, write_all

pytestmark = [pytest.mark.browser, pytest.mark.site]

HOME = "documenten/havens-2015/"
ALIASES = f"""\
old,new,words
{HOME}1-oud/,{HOME}1-inleiding/,1. OUD
{HOME}1-oud/#p-1-7,{HOME}2-conclusie/#p-2-1,De Raad wordt verzocht
{HOME}1-inleiding/#p-1-7,{HOME}2-conclusie/#p-2-1,De Raad wordt verzocht
{HOME}1-inleiding/#p-1-1,{HOME}2-conclusie/#p-2-1,De Raad wordt verzocht
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small site of which some addresses have moved."""
    tree = tmp_path_factory.mktemp("verplaatst")
    copy_tree(tree, seeds=False)
    files = {"seeds/havens.txt": TEXT, "seeds/havens.yml": SIDECAR, "seeds/permalinks/aliases.csv": ALIASES}
    build_site(write_all(tree, files))
    with serving(tree / "site") as found:
        yield found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_page_that_moved_leads_on(visit: Visitor, moved: Served, *, script: bool) -> None:
    page = visit(f"{HOME}1-oud/", base=moved.root, java_script_enabled=script)
    expect(page).to_have_url(f"{moved.root}{HOME}1-inleiding/")


def test_the_place_on_a_page_that_moved_is_kept(visit: Visitor, moved: Served) -> None:
    page = visit(f"{HOME}1-oud/#p-1-1", base=moved.root)
    expect(page).to_have_url(re.compile(r"/1-inleiding/#p-1-1$"))


@pytest.mark.parametrize("old", ["1-oud/#p-1-7", "1-inleiding/#p-1-7", "volledig/#p-1-7"])
def test_an_old_id_leads_to_where_its_paragraph_is(visit: Visitor, moved: Served, old: str) -> None:
    page = visit(HOME + old, base=moved.below)
    expect(page).to_have_url(re.compile(r"/een/pad/.*#p-2-1$"))
    expect(page.locator("[id='p-2-1']")).to_be_in_viewport()


def test_an_old_id_that_is_followed_on_the_page_itself_leads_on_too(visit: Visitor, moved: Served) -> None:
    page = visit(f"{HOME}1-inleiding/", base=moved.root)
    page.evaluate("location.hash = 'p-1-7'")
    expect(page).to_have_url(re.compile(r"/2-conclusie/#p-2-1$"))


def test_without_script_an_old_id_lands_on_the_right_page_with_the_way_on(visit: Visitor, moved: Served) -> None:
    page = visit(f"{HOME}1-inleiding/#p-1-7", base=moved.root, java_script_enabled=False)
    expect(page.locator("li:target")).to_be_in_viewport()
    page.locator("li:target a").click()
    expect(page).to_have_url(re.compile(r"/2-conclusie/#p-2-1$"))


def test_an_id_that_means_something_else_now_says_so_and_leaves_the_choice(visit: Visitor, moved: Served) -> None:
    page = visit(f"{HOME}1-inleiding/#p-1-1", base=moved.root)
    note = page.locator(".verplaatst-noot")
    expect(note).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/1-inleiding/#p-1-1$"))
    note.locator("a").click()
    expect(page).to_have_url(re.compile(r"/2-conclusie/#p-2-1$"))


def test_a_page_that_moved_is_kept_out_of_search_engines(moved: Served) -> None:
    html = (moved.site / HOME / "1-oud/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://example.org/{HOME}1-inleiding/">' in html
    assert '<meta name="robots" content="noindex, follow">' in html
