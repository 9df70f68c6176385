"""What has moved can still be reached: pages that lead on, lists of old ids, files at their old address."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from generator import build
from generator.dossier.findings import gather
from generator.dossier.index import Site, build_index
from generator.model import Alias, Block, Document, Knowledge, Lines, Metadata, Page, Register, Seed, Transcript
from generator.pages.whole_site import moved

HOME = "documenten/nota/"
CHAPTER = "documenten/nota/1-inleiding/"
SLOT = "documenten/nota/2-slot/"


def site(*aliases: tuple[str, str, str]) -> Site:
    """A document of two chapters, and where things went."""
    blocks = (
        Block("s-1", "heading", "INLEIDING", Lines(1, 1), level=1, label="1."),
        Block("p-1-1", "paragraph", "De havens zijn bezocht.", Lines(2, 2)),
        Block("p-1-2", "paragraph", "Het bezoek duurde een week.", Lines(3, 3)),
        Block("s-2", "heading", "SLOT", Lines(4, 4), level=1, label="2."),
        Block("p-2-1", "paragraph", "De Raad wordt verzocht dit te lezen.", Lines(5, 5)),
    )
    document = Document(Transcript(Seed("seeds/nota.txt"), ""), Metadata("nota", "Nota", "Nota"), blocks)
    known = Knowledge(register=Register((), tuple(Alias(*alias) for alias in aliases)))
    return build_index([document], known)


def made(*aliases: tuple[str, str, str]) -> dict[str, str]:
    """The pages as text, by address."""
    pages = build.render(gather(site(*aliases)), lambda _: ())
    return {page.path.removesuffix("index.md"): page.content for page in pages if isinstance(page.content, str)}


def listed(content: str) -> list[tuple[str | None, str, str]]:
    """The list of what has moved on a page: the id an item bears, the id it is about, and where it leads."""
    items = BeautifulSoup(content, "html.parser").select("section.verplaatst li")
    return [(str(item["id"]) if item.get("id") else None, str(item["data-oud"]), str(item.select("a")[0]["href"])) for item in items]


def test_a_paragraph_that_moved_to_another_page_is_listed_under_its_old_id() -> None:
    pages = made((f"{CHAPTER}#p-1-9", f"{SLOT}#p-2-1", "De Raad wordt verzocht"))
    assert listed(pages[CHAPTER]) == [("p-1-9", "p-1-9", "../2-slot/#p-2-1")]
    assert listed(pages[f"{HOME}volledig/"]) == [("p-1-9", "p-1-9", "#p-2-1")]
    assert listed(pages[SLOT]) == []


def test_an_id_that_is_in_use_again_is_not_given_twice() -> None:
    pages = made((f"{CHAPTER}#p-1-1", f"{CHAPTER}#p-1-2", "Het bezoek duurde"))
    assert listed(pages[CHAPTER]) == [(None, "p-1-1", "#p-1-2")]
    assert listed(pages[f"{HOME}volledig/"]) == [(None, "p-1-1", "#p-1-2")]
    assert pages[CHAPTER].count('id="p-1-1"') == 1


def test_a_page_that_moved_leads_on_and_says_so_to_those_without_script() -> None:
    pages = made(("documenten/nota/1-oud/", CHAPTER, "1. Oud"), ("documenten/nota/1-oud/#p-1-9", f"{SLOT}#p-2-1", "De Raad"))
    old = pages["documenten/nota/1-oud/"]
    assert 'verplaatst: "../1-inleiding/"' in old
    assert f'canoniek: "{CHAPTER}"' in old
    assert "zoeken: false" in old
    assert BeautifulSoup(old, "html.parser").select(".doorverwijzing a")[0]["href"] == "../1-inleiding/"
    assert listed(old) == [("p-1-9", "p-1-9", "../2-slot/#p-2-1")]


def test_a_file_that_moved_is_there_again_at_its_old_address() -> None:
    pages = made(("data/documents/oud.json", "data/documents/nota.json", ""))
    assert pages["data/documents/oud.json"] == pages["data/documents/nota.json"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("../buiten/", CHAPTER),
        ("documenten/../../buiten/", CHAPTER),
        ("/documenten/oud/", CHAPTER),
        ("documenten//oud/", CHAPTER),
        ("over/", CHAPTER),
        ("assets/js/site.js", "data/terms.json"),
        ("documenten/a\nb/", CHAPTER),
        ("documenten/a:b/", CHAPTER),
        ("documenten/oud/", "javascript:alert(1)"),
        ("documenten/oud/", "https://example.org/"),
        ("documenten/oud/", "documenten/nergens/"),
        ("data/oud.json", CHAPTER),
        ("documenten/oud/", "data/terms.json"),
        (CHAPTER, SLOT),
    ],
)
def test_what_leads_out_of_the_site_or_nowhere_makes_no_page(old: str, new: str) -> None:
    assert made((old, new, "woorden")) == made()


def test_words_of_an_alias_cannot_become_markup() -> None:
    pages = made((f"{CHAPTER}#p-1-9", f"{SLOT}#p-2-1", "<img src=x onerror=alert(1)>"), ("documenten/oud/", CHAPTER, "<b>*x*</b>"))
    assert not BeautifulSoup(pages[CHAPTER], "html.parser").select("section.verplaatst img")
    assert not BeautifulSoup(pages["documenten/oud/"], "html.parser").select("p b, section b, h1 b")


def test_pages_that_lead_on_are_no_addresses_of_the_register() -> None:
    plain = site()
    aliased = site(("documenten/nota/1-oud/", CHAPTER, "1. Oud"))
    before = moved.published(plain, (Page("documenten/nota/index.md", '---\ntitle: "Nota"\n---\n'),))
    assert moved.published(replace(aliased), (Page("documenten/nota/index.md", '---\ntitle: "Nota"\n---\n'),)) == before
    assert list(before)[:2] == [HOME, CHAPTER]
    assert before[f"{CHAPTER}#p-1-1"] == "De havens zijn bezocht."
