"""Pages as Markdown for programs: what is in them, what is not, and the list of all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt

from generator import build
from generator.dossier.findings import gather
from generator.dossier.index import build_index
from generator.export.readable import address, by_hand, readable
from generator.model import Block, Document, Lines, Metadata, Page, Publication, Seed, Transcript
from generator.settings import Settings
from tests import own
from tests.support import EXAMPLE, TEXT, snapshot, write_all

PUBLICATION = Publication("Havens", "https://havens.test/d/", description="Over havens.")
SETTINGS = "site_name: Havens\nsite_description: Over havens.\nsite_url: https://havens.test/d/\n"


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is made of the invented dossier, for a site with an address, with a page that somebody wrote."""
    folder = tmp_path_factory.mktemp("readable")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/over.md").write_text("---\ntitle: Over ons\n---\n\n# Over\n\nZie [de kades](begrippen/index.md#k).\n", encoding="utf-8")
    assert build.build(Settings(EXAMPLE, folder / "docs", folder / "mkdocs.yml"))[0]
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
    found, made = own.findings(), own.files()
    for entry in found.site.entries[:2]:
        for chapter in entry.chapters:
            text = re.sub(r"\\(?=[\\`*_\[\]<>#])|\[\^\d+\]", "", str(made[f"{chapter.url}index.html.md.txt"]))
            assert [block.id for block in chapter.blocks if block.type != "table" and block.text not in text] == []


def test_the_markdown_of_a_page_is_never_that_of_a_document(tmp_path: Path) -> None:
    write_all(tmp_path, {f"seeds/{name}.txt": TEXT for name in ("index", "index-html", "llms", "markdown")})
    assert build.build(Settings(tmp_path / "seeds", tmp_path / "docs"))[0]
    files = snapshot(tmp_path / "docs")
    assert files["documenten/index/index.md.txt"] != files["documenten/index/index.html.md.txt"]


# Without a build.

PLACED: Final = gather(build_index([], publication=PUBLICATION))


def markdown_of(*parts: str, front: str = "title: Kades\n") -> str:
    """What a page of ours is as Markdown."""
    page = Page("begrippen/index.md", f"---\n{front}---\n\n" + "\n\n".join(parts) + "\n")
    shown, told = readable(PLACED, [page])
    assert (shown.path, told.path) == ("begrippen/index.md", "begrippen/index.html.md.txt")
    assert 'markdown: "index.html.md.txt"' in str(shown.content)
    return str(told.content)


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("<p>Een <em>kade</em>.</p>", "Een *kade*."),
        ('<p>Zie <a href="../landen/mali/#x">Mali</a>.</p>', "Zie [Mali](https://havens.test/d/landen/mali/#x)."),
        ('<p><a href="https://elders.test/">daar</a></p>', "[daar](https://elders.test/)"),
        ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
        (
            "<table><thead><tr><th>Haven</th><th>Kades</th></tr></thead><tbody><tr><td>Bizerte</td><td>3</td></tr></tbody></table>",
            "| Haven | Kades |\n| --- | --- |\n| Bizerte | 3 |",
        ),
        ("## Kop {: #kop .x }", "## Kop"),
        ("## Kop &#123;x&#125; {: #kop }", "## Kop {x}"),
        ("## Kop &amp; staart", "## Kop & staart"),
        ("Los {tekst}", "Los {tekst}"),
    ],
)
def test_a_part_of_a_page_is_that_in_markdown(part: str, written: str) -> None:
    assert markdown_of("# Kades", part) == f"# Kades\n\n{written}\n"


@pytest.mark.parametrize(
    "part",
    [
        *(f'<div class="{name}">weg</div>' for name in (
            "gereedschap", "headerlink", "alleen-voorlezen", "citeren", "kopieer", "verwant", "verplaatst", "kaart__over",
        )),
        "<svg><text>weg</text></svg>", "<button>weg</button>", "<form><label>weg</label></form>",
    ],
)  # fmt: skip
def test_what_a_page_has_for_hands_and_eyes_is_left_out(part: str) -> None:
    assert markdown_of("# Kades", f"<div>{part}<p>Een kade.</p></div>", part) == "# Kades\n\nEen kade.\n"


def test_a_page_without_a_heading_gets_the_title_of_its_head() -> None:
    assert markdown_of("<p>Een kade.</p>") == "# Kades\n\nEen kade.\n"


@pytest.mark.parametrize(
    "page",
    [
        Page("data/x.json", "{}"),
        Page("begrippen/kaart.md", "---\ntitle: x\n---\n\n# x\n"),
        Page("begrippen/index.md", b"x"),
        Page("oud/index.md", "---\ntitle: x\nverplaatst: ../nieuw/\n---\n\n# x\n"),
    ],
)
def test_other_files_and_pages_that_only_lead_on_stay_as_they_are(page: Page) -> None:
    assert list(readable(PLACED, [page])) == [page]


def test_words_of_a_page_about_moving_do_not_make_it_one_that_leads_on() -> None:
    page = Page("begrippen/index.md", "---\ntitle: x\n---\n\n# x\n\nDit is\nverplaatst: elders.\n\n---\n")
    assert [made.path for made in readable(PLACED, [page])] == ["begrippen/index.md", "begrippen/index.html.md.txt"]


def test_the_pages_of_a_document_lead_to_its_download_and_a_chapter_has_its_own_text() -> None:
    heading = Block("s-1", "heading", "KADES", Lines(1, 1), level=1, label="1.", number="1")
    blocks = (Block("p-1", "paragraph", "Vooraf.", Lines(1, 1)), heading, Block("p-1-1", "paragraph", "Een *kade*.", Lines(2, 2)))
    facts = Metadata("nota", "Nota", "Nota", number="HN 1", date="2015-11-04", institution="Havenraad")
    findings = gather(build_index([Document(Transcript(Seed("nota.txt"), ""), facts, blocks)], publication=PUBLICATION))
    names = ("", "volledig/", "bron/", "aanhef/", "1-kades/")
    pages_ = [Page(f"documenten/nota/{name}index.md", "---\ntitle: x\n---\n\n# x\n") for name in names]
    made = {page.path: str(page.content) for page in readable(findings, pages_)}
    led = {name: re.findall('markdown: "(.+)"', made[f"documenten/nota/{name}index.md"]) for name in names}
    assert led == {
        "": ["index.html.md.txt"], "volledig/": ["../nota.md.txt"], "bron/": ["../nota.md.txt"], "aanhef/": ["index.html.md.txt"],
        "1-kades/": ["index.html.md.txt"],
    }  # fmt: skip
    assert sorted(path for path in made if path.endswith(".txt")) == [
        f"documenten/nota/{name}index.html.md.txt" for name in ("1-kades/", "aanhef/", "")
    ]
    about = "> Nota, Havenraad, HN 1, 4 november 2015\n> <https://havens.test/d/documenten/nota/"
    assert made["documenten/nota/1-kades/index.html.md.txt"] == f"{about}1-kades/>\n\n# 1. KADES\n\nEen \\*kade\\*.\n"
    assert made["documenten/nota/aanhef/index.html.md.txt"] == f"{about}aanhef/>\n\n# Aanhef\n\nVooraf.\n"


def test_a_page_that_somebody_wrote_keeps_its_words_without_its_head() -> None:
    (made,) = by_hand(PUBLICATION, {"over.md": "---\ntitle: Over\n---\n\n# Over\n\n[a](#x) [b](mailto:x@y.nl) ![c](beeld.png)\n\n"})
    assert made.path == "markdown/over.md.txt"
    assert made.content == "# Over\n\n[a](#x) [b](mailto:x@y.nl) ![c](https://havens.test/d/beeld.png)\n"
