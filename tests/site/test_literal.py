"""Whatever a seed or its description holds comes out as those very characters on the built site, and does nothing there."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import Built, build_site, copy_tree
from tests.support import write_all

SPELLS: Final = (
    "<script>alert('x')</script>",
    '<img src=x onerror="alert(1)">',
    "<!-- --> <![CDATA[ ]]> </section></div></li></ol>",
    "&lt;b&gt; &amp;amp; &copy; &#60;i&#62;",
    "**vet** _schuin_ `code` ~~weg~~ ==merk== ^^op^^ H~2~O",
    "[klik](javascript:alert(1)) ![beeld](http://example.org/x.png) <http://example.org/>",
    "[naam][ref] en [ref]: http://example.org/ en [[wiki]]",
    "[^1]: geen noot, [^2] ook niet",
    "*[ABC]: geen afkorting, ABC",
    "[TOC] en {: .klasse } en { #anker .klasse onclick=alert(1) }",
    "{{ 7*7 }} en {% raw %} en {% include 'x' %} en {# niets #}",
    '--8<-- "/etc/hostname"',
    "!!! note \"Let op\" en ??? tip en === 'tab'",
    "$x^2$ en \\(y\\) en $$z$$ en :smile: en (c) en -- en ...",
    "key: [1, 2] # geen YAML en --- en %TAG en !!python/name:os",
    "\u202eomgekeerd\u202c \u200bnul\u200bbreed\u200d \ufefften\ufeff \u00adzacht",
    "wzxhzdk:0 klzzwxh:0001 %%data-x%%",
    "\\*geen ster\\* \\\\ \\< C:\\map\\naam",
    "| a | b | en ``` en ~~~ en > en # en - [ ] taak",
    "𝒜𝔹 👩\u200d👩\u200d👧 é e\u0301 ﬁ Ĳ",
)
"""A line for each notation that something on the way from seed to site might act on."""

_TEXT: Final = "MEDEDELING OVER DE HAVENS\n\n" + "".join(
    f"{number}. HOOFDSTUK {spell}\n\n"
    f"De Raad schrijft {spell} aan de lidstaten, en dat leest men in dit verslag over de havens.\n\n"
    f"- een punt met {spell} erin;\n\n- en nog een punt van de lijst.\n\n"
    f"{spell}\n\n"
    for number, spell in enumerate(SPELLS, 1)
)
_MARKDOWN: Final = "# Nota over de havens\n\n" + "".join(
    f"## Kop {number} {spell}\n\nDe Raad leest {spell} in dit verslag.[^{number}]\n\n- punt {spell}\n\n" for number, spell in enumerate(SPELLS, 1)
) + "".join(f"[^{number}]: Zie {spell} aldaar.\n\n" for number, spell in enumerate(SPELLS, 1))  # fmt: skip


def _sidecar(name: str, spell: str) -> str:
    """A description with the spell in every fact that may hold any text."""
    facts = {"id": name, "title": f"Titel {spell}", "short_title": f"Kort {spell}", "kind": f"soort {spell}"}
    facts |= {"number": f"nr. {spell}", "institution": f"Raad {spell}", "web": "https://example.org/?a=1&b=%22'x'"}
    return json.dumps(facts, ensure_ascii=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of documents that hold every spell, described with them too."""
    tree = tmp_path_factory.mktemp("literal") / "tree"
    copy_tree(tree, seeds=False)
    seeds: dict[str, str | bytes] = {"tekst.txt": _TEXT, "nota.md": _MARKDOWN}
    seeds |= {f"{name}.yml": f"id: {name}\ntitle: Een {name}\n" for name in ("tekst", "nota")}
    for number, spell in enumerate(SPELLS, 1):
        name = f"spreuk-{number}"
        seeds |= {
            f"{name}.txt": f"De Raad over de havens\n\nDe Raad leest {spell} in dit verslag.\n\nEen alinea van dit document.\n",
            f"{name}.yml": _sidecar(name, spell),
        }
    write_all(tree / "seeds", seeds)
    return Built(tree, build_site(tree))


def _soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def _shown(element: Tag) -> str:
    """The words of an element: no controls beside it, no footnote numbers, no readings of the source."""
    copy = BeautifulSoup(str(element), "html.parser")
    for extra in copy.select(
        ".gereedschap, .nootmarkering, .alleen-voorlezen, .merk, .headerlink, .afgeleid, .footnote-backref, [role=doc-backlink]"
    ):
        extra.decompose()
    return _plain(copy.get_text())


def _plain(text: str) -> str:
    return " ".join(re.sub("[\x00-\x08\x0e-\x1f\ufffd]", "", text).split())


def _documents(built: Built) -> Iterator[dict[str, Any]]:
    for path in sorted((built.site / "data/documents").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def _place(built: Built, url: str, name: str) -> Tag:
    """The element that a URL of the site leads to."""
    found = _soups(built, url.partition("#")[0]).find(id=name)
    assert isinstance(found, Tag), url
    return found


def _soups(built: Built, page: str, cache: dict[Path, BeautifulSoup] = {}) -> BeautifulSoup:  # noqa: B006 - pages are read once
    path = built.site / page / "index.html"
    if path not in cache:
        cache[path] = _soup(path)
    return cache[path]


@pytest.mark.parametrize("number", range(1, len(SPELLS) + 1))
def test_every_spell_reaches_the_open_data(number: int, built: Built) -> None:
    """The reader of plain text takes them for text, repairs of ligatures and invisible characters apart."""
    data = json.loads((built.site / f"data/documents/spreuk-{number}.json").read_text(encoding="utf-8"))
    words = " ".join(block["text"] for block in data["blocks"])
    assert f"leest {_visible(SPELLS[number - 1])} in" in _visible(words)


def _visible(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", _plain(text)) if unicodedata.category(sign) != "Cf")


def test_every_block_is_shown_as_it_is(built: Built) -> None:
    for data in _documents(built):
        for block in data["blocks"]:
            for page in (block["url"], f"{data['url']}volledig/"):
                element = _place(built, page, block["id"])
                words = _shown(element.find("div", class_="alinea") or element if block["type"] == "list_item" else element)
                shown, printed = words.removeprefix(block.get("label", "")).strip(), _plain(block["text"])
                # Of a heading in capitals the case may change, and nothing else.
                if block["type"] == "heading" and printed.isupper():
                    shown, printed = shown.upper(), printed.upper()
                assert shown == printed, page


def test_every_footnote_is_shown_as_it_is(built: Built) -> None:
    notes = [note for data in _documents(built) for note in data["footnotes"]]
    assert len(notes) >= len(SPELLS)
    for note in notes:
        assert _shown(_place(built, note["url"], f"fn:{note['number']}")) == _plain(note["text"])


@pytest.mark.parametrize("number", range(1, len(SPELLS) + 1))
def test_facts_are_shown_as_they_are(number: int, built: Built) -> None:
    soup = _soups(built, f"documenten/spreuk-{number}/")
    page = _plain(soup.get_text())
    spell = _plain(SPELLS[number - 1])
    for fact in ("Titel", "soort", "nr.", "Raad"):
        assert f"{fact} {spell}" in page
    assert spell in _plain(str(soup.title.string if soup.title else ""))
    assert f"Kort {spell}" in _plain(_soups(built, "documenten").get_text())
    description = soup.select_one("meta[name=description]")
    assert description is not None
    assert _plain(str(description["content"])).startswith(f"Kort {spell}"[:100])


def test_the_source_page_shows_the_seed_line_by_line(built: Built) -> None:
    lines = _soups(built, "documenten/tekst/bron").select(".regel > span")
    assert [_plain(line.get_text()).replace("\u200b", "") for line in lines] == [
        _plain(line).replace("\u200b", "") for line in _TEXT.rstrip("\n").split("\n")
    ]


def test_nothing_in_a_text_becomes_an_element(built: Built) -> None:
    clean = {path: len(_soup(path).select("script, style, iframe, object")) for path in built.site.glob("over/index.html")}
    most = max(clean.values()) + 2
    for path in built.pages:
        soup = _soup(path)
        assert len(soup.select("script, style, iframe, object")) <= most, path
        assert not soup.select("[onerror], [onclick], [href^=javascript], img[src^=http], .klasse, .admonition, #anker, del, mark"), path
        article = soup.select_one("article")
        assert article is not None
        assert not [abbr for abbr in article.select("abbr") if abbr.get_text() == "ABC"], path


def test_nothing_in_a_text_is_carried_out(built: Built) -> None:
    hostname = Path("/etc/hostname").read_text(encoding="utf-8").strip()
    for page in ("documenten/tekst/volledig", "documenten/nota/volledig"):
        words = _soups(built, page).get_text()
        assert "{{ 7*7 }}" in words
        assert '--8<-- "/etc/hostname"' in words
        assert hostname not in words


def test_linked_data_cannot_end_its_script(built: Built) -> None:
    for path in sorted((built.site / "documenten").glob("*/index.html")):
        for script in _soup(path).select('script[type="application/ld+json"]'):
            assert json.loads(script.get_text())["@context"] == "https://schema.org"
