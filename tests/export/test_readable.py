"""Pages as Markdown for programs: what is in them, what is not, and the list of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator import build
from generator.export.readable import address, by_hand
from generator.model import Publication
from generator.settings import Settings
from tests.support import EXAMPLE, ROOT, TEXT, generator, snapshot, write_all

PUBLICATION = Publication("Havens", "https://havens.test/d/", description="Over havens.")
SETTINGS = "site_name: Havens\nsite_description: Over havens.\nsite_url: https://havens.test/d/\n"


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is made of the invented dossier, for a site with an address, with a page that somebody wrote."""
    folder = tmp_path_factory.mktemp("readable")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/over.md").write_text("---\ntitle: Over ons\n---\n\n# Over\n\nZie [de kades](begrippen/index.md#k).\n", encoding="utf-8")
    made = generator("build", "--seeds", EXAMPLE, cwd=folder)
    assert "geschreven:" in made.out, made.err
    return {name: content.decode(errors="replace") for name, content in snapshot(folder / "docs").items()}


def pages(docs: dict[str, str]) -> list[str]:
    return [name for name in docs if name.endswith("index.md")]


def test_every_page_says_where_its_markdown_is_and_it_is_there(docs: dict[str, str]) -> None:
    for name in pages(docs):
        told = re.search(r'^markdown: "([^"]+)"$', docs[name], re.MULTILINE)
        assert told, name
        target = (Path("/") / Path(name).parent / told[1]).resolve().relative_to("/").as_posix()
        assert target in docs, (name, target)


def test_markdown_begins_with_a_title_or_with_what_it_is_from(docs: dict[str, str]) -> None:
    for name in (name for name in docs if name.endswith("index.html.md.txt")):
        assert docs[name].startswith(("# ", "> ")), name


def test_markdown_holds_no_markup_tools_or_drawings(docs: dict[str, str]) -> None:
    for name in (name for name in docs if name.endswith("index.html.md.txt")):
        assert not re.search(r"</?(?:p|div|span|svg|a|li|details|button)\b|¶|\{ ?#", docs[name]), name
        assert not re.search(r"@(?:misc|techreport)\{", docs[name]) or "/citeren/" in name, name


def test_links_in_markdown_are_whole_addresses(docs: dict[str, str]) -> None:
    found = [(name, link) for name in docs if name.endswith(".md.txt") for link in re.findall(r"\]\(<?([^)>\s]+)", docs[name])]
    assert found
    assert [pair for pair in found if not pair[1].startswith(("https://", "http://", "mailto:"))] == []


def test_a_chapter_is_the_text_of_its_paragraphs_with_what_it_is_from(docs: dict[str, str]) -> None:
    (name,) = [name for name in docs if re.fullmatch(r"documenten/advies-kleine-zeehavens/1-[^/]+/index\.html\.md\.txt", name)]
    first, second, *_ = docs[name].splitlines()
    assert first == "> Advies van het Havencomité over de toekomst van de kleine zeehavens, Havencomité, HC 2022/31, 30 september 2022"
    assert second == f"> <https://havens.test/d/{name.removesuffix('index.html.md.txt')}>"
    assert "](https://havens.test" not in docs[name]


def test_a_page_that_somebody_wrote_is_there_with_links_to_the_site(docs: dict[str, str]) -> None:
    assert docs["markdown/over.md.txt"] == "# Over\n\nZie [de kades](https://havens.test/d/begrippen/#k).\n"


def test_the_list_names_documents_chapters_entries_countries_data_and_pages_and_all_are_there(docs: dict[str, str]) -> None:
    listed = docs["llms.txt"]
    assert listed.startswith("# Havens\n\n> Over havens.\n\n")
    targets = [link.removeprefix("https://havens.test/d/") for link in re.findall(r"\]\(<([^>]+)>\)", listed)]
    assert [target for target in targets if target not in docs] == []
    for kind in (
        r"documenten/[^/]+/[^/]+\.md\.txt",
        r"documenten/[^/]+/[^/]+/index\.html\.md\.txt",
        r"begrippen/[^/]+/",
        r"landen/[^/]+/",
        "data/",
    ):
        assert any(re.match(kind, target) for target in targets), kind
    assert "markdown/over.md.txt" in targets


def test_the_list_has_the_form_that_readers_of_it_expect(docs: dict[str, str]) -> None:
    kinds = [token.type for token in MarkdownIt().parse(docs["llms.txt"]) if token.level == 0 and not token.type.endswith("_close")]
    assert kinds[:3] == ["heading_open", "blockquote_open", "paragraph_open"]
    assert set(kinds[3:]) == {"heading_open", "bullet_list_open"}


@pytest.mark.parametrize(
    ("path", "url"), [("over.md", "over/"), ("bijdragen/index.md", "bijdragen/"), ("index.md", ""), ("a/b/c.md", "a/b/c/")]
)
def test_a_file_has_the_address_that_mkdocs_gives_it(path: str, url: str) -> None:
    assert address(path) == url


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("adressen.md", "https://havens.test/d/bijdragen/adressen/"),
        ("../over.md#hergebruik", "https://havens.test/d/over/#hergebruik"),
        ("../data/index.json", "https://havens.test/d/data/index.json"),
        ("https://elders.test/x.md", "https://elders.test/x.md"),
        ("#hier", "#hier"),
    ],
)
def test_links_between_files_become_addresses(link: str, told: str) -> None:
    (page,) = by_hand(PUBLICATION, {"bijdragen/begrippen.md": f"[x]({link})"})
    assert page.content == f"[x]({told})\n"


@pytest.mark.dossier
def test_the_text_of_a_chapter_has_every_paragraph_of_it() -> None:
    dossier = build.gather(Settings(ROOT / "seeds"))
    found = build.found_in(dossier)
    made = {page.path: page.content for page in build.render(found, lambda _: ())}
    for entry in found.site.entries[:2]:
        for chapter in entry.chapters:
            text = re.sub(r"\\(?=[\\`*_\[\]<>#])|\[\^\d+\]", "", str(made[f"{chapter.url}index.html.md.txt"]))
            assert [block.id for block in chapter.blocks if block.type != "table" and block.text not in text] == []


def test_the_markdown_of_a_page_is_never_that_of_a_document(tmp_path: Path) -> None:
    write_all(tmp_path, {f"seeds/{name}.txt": TEXT for name in ("index", "index-html", "llms", "markdown")})
    made = generator("build", cwd=tmp_path)
    assert "geschreven:" in made.out, made.err
    files = snapshot(tmp_path / "docs")
    assert files["documenten/index/index.md.txt"] != files["documenten/index/index.html.md.txt"]
