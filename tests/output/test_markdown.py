"""What is spelled here comes out of Python-Markdown as it went in, with the very extensions of the site."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import Any, Final

import markdown as python_markdown
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from generator.output import markdown
from tests.support import ROOT

_NOTATION: Final = st.sampled_from(
    ["*", "_", "`", "[", "]", "(", ")", "<", ">", "&", "#", "^", "{", "}", "|", "\\", "!", "~", ":", "-", "+", "=", '"', "'", "$", ".", "1", "a", " ", "\n", "[^1]", "--8<--", "{{", "%}", "&amp;", "<b>", "*[a]:", "!!!", "```", "[TOC]", "{: #x }", "http://a.b", "a@b.c"]
)  # fmt: skip
_HOSTILE: Final = st.lists(_NOTATION, min_size=1, max_size=30).map("".join).filter(lambda text: bool(text.strip()))
_ANY: Final = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"), min_size=1).filter(
    lambda text: bool(text.strip())
)


@cache
def _converter() -> python_markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return python_markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def _html(text: str) -> BeautifulSoup:
    return BeautifulSoup(_converter().reset().convert(text), "html.parser")


def _flat(text: str) -> str:
    return " ".join(text.split())


@given(_HOSTILE | _ANY)
def test_literal_text_is_literal(text: str) -> None:
    page = _html(f"Voor {markdown.literal(text)} na.")
    assert _flat(page.get_text()) == _flat(f"Voor {text} na.")
    assert {tag.name for tag in page.find_all()} == {"p"}


@given(_HOSTILE | _ANY)
def test_a_heading_holds_its_text_and_its_anchor(text: str) -> None:
    page = _html(markdown.heading(3, text, "s-1"))
    heading = page.find("h3", id="s-1")
    assert heading is not None
    assert _flat(heading.get_text()) == _flat(text)


@given(_HOSTILE | _ANY)
def test_a_link_holds_its_label(text: str) -> None:
    page = _html(markdown.link(text, "../landen/tunesie.md#x"))
    assert [(_flat(link.get_text()), link["href"]) for link in page.find_all("a")] == [(_flat(text), "../landen/tunesie.md#x")]


@given(_HOSTILE | _ANY)
def test_running_text_passes_as_html(text: str) -> None:
    line = markdown.tag("p", markdown.text(_flat(text)), id="p-1", title=_flat(text))
    page = _html(f"# Kop\n\n{line}\n\nEen alinea.")
    paragraph = page.find("p", id="p-1")
    assert paragraph is not None
    assert _flat(paragraph.get_text()) == _flat(text)
    assert _flat(str(paragraph["title"])) == _flat(text)


_EVERY_CHARACTER: Final = st.text(st.characters(exclude_categories=["Cs"]))
_VALUES: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _EVERY_CHARACTER | _HOSTILE,
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


# Keys are names that the pages give; none is a word such as "no", which YAML takes for a truth value.
_KEYS: Final = st.from_regex(r"[a-z]{1,10}", fullmatch=True).filter(lambda key: yaml.safe_load(key) == key)


@given(st.dictionaries(_KEYS, _VALUES, max_size=5))
def test_front_matter_is_read_back_as_it_was(values: dict[str, Any]) -> None:
    page = markdown.page(values, ["Een alinea."])
    body, read = get_data(page)
    assert read == {key: value for key, value in values.items() if value is not None}
    assert body.strip() == "Een alinea."


@given(_HOSTILE | _EVERY_CHARACTER)
def test_front_matter_is_plain_yaml(text: str) -> None:
    block = markdown.front_matter({"title": text})
    assert yaml.safe_load(block.removeprefix("---\n").removesuffix("---\n\n")) == {"title": text}
    assert all(" " <= sign <= "~" or sign == "\n" for sign in block)


def test_front_matter_holds_every_character_that_there_is() -> None:
    """In pieces, so that one character cannot hide another; surrogates are no characters."""
    for first in range(0, 0x110000, 0x400):
        told = "".join(map(chr, range(first, first + 0x400)))
        if not 0xD800 <= first < 0xE000:
            assert get_data(markdown.page({"title": told, "list": [{"naam": told}]}, ["x"])) == (
                "x\n",
                {"title": told, "list": [{"naam": told}]},
            )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (markdown.tag("p", "a", class_="b", data_x="1"), '<p class="b" data-x="1">a</p>'),
        (markdown.tag("p", "a", hidden=True, title=None, lang=False), "<p hidden>a</p>"),
        (markdown.tag("p", "a", title='"<&>'), '<p title="&quot;&lt;&amp;&gt;">a</p>'),
        (markdown.anchor("a", "x?y=1&z=2"), '<a href="x?y=1&amp;z=2">a</a>'),
        (markdown.text("a < b & c"), "a &lt; b &amp; c"),
        (markdown.heading(9, "a"), "###### a"),
        (markdown.page({}, ["a", "", "b"]), "a\n\nb\n"),
    ],
)
def test_spelling(made: str, expected: str) -> None:
    assert made == expected


def test_only_one_module_spells_links() -> None:
    """`](` anywhere else is a link that was put together by hand; before a question mark it is a pattern."""
    by_hand = re.compile(r"f[\"'].*\]\((?!\?)")
    sources = [path for path in (ROOT / "generator").rglob("*.py") if path.name != "markdown.py"]
    assert [path.name for path in sources if by_hand.search(path.read_text(encoding="utf-8"))] == []


class _Counter(HTMLParser):
    """Counts what opens and closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser passes them
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.balanced &= bool(self.open) and self.open.pop() == tag


def balanced(html: str) -> bool:
    """Whether every element is closed in its turn."""
    counter = _Counter()
    counter.feed(html)
    counter.close()
    return counter.balanced and not counter.open


@given(_HOSTILE, _HOSTILE)
def test_elements_nest_whatever_they_hold(text: str, title: str) -> None:
    assert balanced(markdown.tag("p", markdown.tag("b", markdown.text(text), title=title)))


def test_a_list_of_names_leaves_out_those_of_which_nothing_is_said() -> None:
    told = markdown.description_list([("Haven & kade", "<b>diep</b>"), ("Leeg", "")], "feiten")
    assert told == '<dl class="feiten"><div><dt>Haven &amp; kade</dt><dd><b>diep</b></dd></div></dl>'
    assert markdown.description_list([("Leeg", "")], "feiten") == ""


def test_text_in_plain_markdown_comes_out_as_it_is() -> None:
    written = "[1] een *ster*, `code` # <b>"
    assert BeautifulSoup(MarkdownIt("commonmark").render(markdown.plain(written)), "html.parser").get_text().strip() == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("4. De kade", "4\\. De kade"),
        ("12) De kade", "12\\) De kade"),
        ("1.", "1\\."),
        ("- de kade", "\\- de kade"),
        ("+ de kade", "\\+ de kade"),
        ("---", "\\---"),
        ("~~~ de kade", "\\~~~ de kade"),
        ("4.1 De kade", "4.1 De kade"),
        ("2015 was nat. 1. De kade", "2015 was nat. 1. De kade"),
        ("1234567890. De kade", "1234567890. De kade"),
        ("-5 graden", "-5 graden"),
        ("– de kade", "– de kade"),
    ],
)
def test_words_that_start_a_block_are_no_item_rule_or_code(words: str, written: str) -> None:
    assert markdown.opening(words) == written


@given(_HOSTILE)
def test_a_paragraph_in_plain_markdown_is_one_paragraph_wherever_it_stands(text: str) -> None:
    written = markdown.opening(markdown.plain(_flat(text)))
    for lead, tags in (("", {"p"}), ("> ", {"blockquote", "p"}), ("- ", {"ul", "li"})):
        html = BeautifulSoup(MarkdownIt("commonmark").render(lead + written), "html.parser")
        assert {tag.name for tag in html.find_all()} == tags
