"""Web pages: what their tags, classes and style sheets say of words, lists, tables and what stands beside the text."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Document, Seed
from generator.readers import ledger, opened
from tests.readers.test_marked import read_marked, spelled

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."
_LONGER: Final = f"{_LONG} Dat gaat zo nog tien jaar door."


def page(body: str, head: str = "") -> Document:
    """The document in a page; every character of it is in one place."""
    document = read_marked("x.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert ledger.check(document) == ()
    return document


def lines(body: str, head: str = "") -> list[str]:
    """A page in the notation of the case files."""
    return spelled(page(body, head)).splitlines()


def stressed(body: str, head: str = "") -> list[str]:
    """The words of a page that are set off from the others."""
    return [block.text[start:end] for block in page(body, head).blocks for start, end in block.emphasis]


@pytest.mark.parametrize(
    "tag",
    [
        "script", "style", "noscript", "template", "title", "svg", "math", "canvas", "audio", "video", "map", "object", "iframe", "select",
        "textarea", "rp", "rt",
    ],
)  # fmt: skip
def test_scripts_pictures_and_fields_hold_no_text(tag: str) -> None:
    assert lines(f"<div>De haven<{tag}>weg</{tag}> is open.</div>") == ["P | De haven is open."]


@pytest.mark.parametrize("tag", ["embed", "source", "track", "img", "input"])
def test_what_follows_an_element_without_an_end_is_text(tag: str) -> None:
    assert lines(f"<div>De haven <{tag} src='x'>is open.</div>") == ["P | De haven is open."]


@pytest.mark.parametrize(
    "tag",
    [
        "p", "div", "section", "article", "main", "aside", "address", "pre", "dl", "dt", "dd", "ul", "ol", "table", "thead", "tbody",
        "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "fieldset", "details", "summary", "center", "hgroup", "legend", "dir",
    ],
)  # fmt: skip
def test_blocks_start_and_end_a_paragraph(tag: str) -> None:
    assert lines(f"<div>De haven is open.<{tag}>De kade is dicht.</{tag}>Het schip is er.</div>") == [
        "P | De haven is open.", "P | De kade is dicht.", "P | Het schip is er.",
    ]  # fmt: skip


def test_a_rule_between_two_texts_parts_them() -> None:
    assert lines("<div>De haven is open.<hr>De kade is dicht.</div>") == ["P | De haven is open.", "P | De kade is dicht."]


@pytest.mark.parametrize("tag", ["span", "u", "abbr", "small", "o:p", "font"])
def test_other_elements_are_part_of_the_running_text(tag: str) -> None:
    assert lines(f"<div>De haven is <{tag}>open</{tag}>.</div>") == ["P | De haven is open."]


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display: none">weg</span>', '<span style="DISPLAY:NONE">weg</span>', '<span style="visibility:hidden">weg</span>',
        '<span style="mso-hide: all">weg</span>', "<span hidden>weg</span>", '<span class="sr-only">weg</span>',
    ],
)  # fmt: skip
def test_what_a_page_hides_is_not_read(hidden: str) -> None:
    assert lines(f"<p>De haven{hidden} is open.</p>") == ["P | De haven is open."]


@pytest.mark.parametrize(
    ("markup", "head", "found"),
    [
        *((f"<{tag}>open</{tag}>", "", ["open"]) for tag in ("b", "strong", "i", "em", "cite", "dfn", "var")),
        ("<u>open</u>", "", []),
        ('<span style="font-weight: bold">open</span>', "", ["open"]),
        ('<span style="font-weight:600">open</span>', "", ["open"]),
        ('<span style="font-weight:500">open</span>', "", []),
        ('<span style="FONT-STYLE : ITALIC">open</span>', "", ["open"]),
        ('<span style="font-style:oblique">open</span>', "", ["open"]),
        ('<b style="font-weight:normal">open</b>', "", []),
        ('<b style="font-weight:400">open</b>', "", []),
        ('<span class="bold">open</span>', "", ["open"]),
        ('<span class="italic">open</span>', "", ["open"]),
        ('<span class="zwaar">open</span>', "<style>.zwaar{font-weight:bold}</style>", ["open"]),
        ('<span class="licht Zwaar">open</span>', "<style>SPAN.ZWAAR { FONT-WEIGHT: BOLD }</style>", ["open"]),
        ('<span class="zwaar">open</span>', "<style>.a, .zwaar{color:red} .zwaar{font-style:italic} .zwaar{color:blue}</style>", ["open"]),
        ('<span class="zwaar">open</span>', "<style>div .zwaar{font-weight:bold} .a.zwaar{font-weight:bold}</style>", []),
        ("<u>open</u>", "<style>u {font-weight:bold}</style>", ["open"]),
        ("<u>open</u>", "<style>U {font-weight:bold}</style><style>p{color:red}</style>", ["open"]),
        ("<u>open</u>", "<style>p.a, .u, * {font-weight:bold}</style>", []),
    ],
)  # fmt: skip
def test_words_are_set_off_by_tag_class_and_style_sheet(markup: str, head: str, found: list[str]) -> None:
    assert stressed(f"<p>De haven is {markup} en de kade is dicht.</p>", head) == found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<p><b>Kleine havens</b></p>", "H1"),
        ("<p><strong>Kleine</strong> <b>havens</b></p>", "H1"),
        ("<p><i>Kleine havens</i></p>", "P"),
        ("<p><b>Kleine</b> havens</p>", "P"),
        ('<p style="font-weight:700">Kleine havens</p>', "H1"),
        ('<p style="font-weight:700"><span style="font-weight:normal">Kleine</span> havens</p>', "H1"),
    ],
)  # fmt: skip
def test_a_short_line_that_is_all_bold_is_a_heading(line: str, kind: str) -> None:
    assert lines(f"<p>Een woord vooraf.</p>{line}<p>De haven is open, zegt men.</p>")[1] == f"{kind} | Kleine havens"


@pytest.mark.parametrize(
    "raised",
    [
        "<sup>1</sup>", '<span style="vertical-align: super">1</span>', '<span style="vertical-align:text-top">1</span>',
        '<font style="mso-text-raise:4.0pt">1</font>', '<span class="super">1</span>',
    ],
)  # fmt: skip
def test_a_raised_number_in_the_text_and_before_a_paragraph_makes_a_note(raised: str) -> None:
    assert lines(f"<p>De haven is open.{raised} De kade niet.</p><p>{raised} Zie het verslag.</p>") == [
        "P | De haven is open.{1} De kade niet.", "N 1 | Zie het verslag.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "marks"),
    [
        ("", ["1.", "2."]),
        ('type="1"', ["1.", "2."]),
        ('type="a"', ["a.", "b."]),
        ('type="A"', ["A.", "B."]),
        ('type="i"', ["i.", "ii."]),
        ('type="I"', ["I.", "II."]),
        ('type="disc"', ["1.", "2."]),
        ('start="4"', ["4.", "5."]),
        ('start="vier"', ["1.", "2."]),
        ('start="0"', ["0.", "1."]),
        ('start="-1"', ["-1.", "0."]),
        ('type="a" start="3"', ["c.", "d."]),
        *((f'style="list-style-type: {style}"', marks) for style, marks in (
            ("lower-alpha", ["a.", "b."]), ("lower-latin", ["a.", "b."]), ("upper-alpha", ["A.", "B."]), ("upper-latin", ["A.", "B."]),
            ("lower-roman", ["i.", "ii."]), ("upper-roman", ["I.", "II."]), ("decimal", ["1.", "2."]), ("decimal-leading-zero", ["01.", "02."]),
            ("georgian", ["1.", "2."]),
        )),
        ('style="LIST-STYLE: Lower-Roman inside"', ["i.", "ii."]),
    ],
)  # fmt: skip
def test_a_numbered_list_has_the_marks_that_a_browser_writes(given: str, marks: list[str]) -> None:
    found = page(f"<p>Het plan:</p><ol {given}><li>meten,</li><li>bouwen.</li></ol>").blocks[1:]
    assert [(block.list and block.list.marker, block.text) for block in found] == [(marks[0], "meten,"), (marks[1], "bouwen.")]


def test_an_item_may_have_a_number_of_its_own_from_which_the_next_count_on() -> None:
    assert lines('<ol><li>a</li><li value="7">b</li><li>c</li><li value="x">d</li></ol>') == [
        "I1 numbered 1. | a", "I1 numbered 7. | b", "I1 numbered 8. | c", "I1 numbered 9. | d",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "listed",
    [
        '<ol style="list-style-type: none"><li>meten</li></ol>', '<ul style="list-style:none"><li>meten</li></ul>',
        '<ul><li style="list-style: none">meten</li></ul>',
    ],
)  # fmt: skip
def test_a_list_without_marks_gives_its_items_none(listed: str) -> None:
    assert not any("•" in line or "1." in line for line in lines(f"<p>{_LONG}</p>{listed}"))


@pytest.mark.parametrize(
    ("first", "second", "kind"), [("a)", "b)", "lettered"), ("(i)", "(ii)", "lettered"), ("4.", "5.", "numbered"), ("–", "–", "bullet")]
)
def test_an_item_that_starts_with_a_mark_gets_no_other(first: str, second: str, kind: str) -> None:
    assert lines(f"<ol><li>{first} meten</li><li>{second} bouwen</li></ol>") == [
        f"I1 {kind} {first} | meten",
        f"I1 {kind} {second} | bouwen",
    ]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("4. De haven is open.", "I1 numbered 4. | De haven is open."),
        ("4)&nbsp;&nbsp;De haven is open.", "I1 numbered 4) | De haven is open."),
        ("(b) de haven", "I1 lettered (b) | de haven"),
        ("IV. De haven is open.", "I1 lettered IV. | De haven is open."),
        ("<b>4.</b> De haven is open.", "I1 numbered 4. | De haven is open."),
        ("<p>4.</p><p>De haven is open.</p>", "I1 numbered 4. | De haven is open."),
        ("<span>4. </span><p>De haven is open.</p>", "I1 numbered 4. | De haven is open."),
        ("J. Jansen, De haven, 2015", "I1 bullet • | J. Jansen, De haven, 2015"),
        ("ca. 12 havens", "I1 bullet • | ca. 12 havens"),
        ("1.2 miljoen euro", "I1 bullet • | 1.2 miljoen euro"),
        ("2015 was een nat jaar.", "I1 bullet • | 2015 was een nat jaar."),
        ("b. de haven", "P | b. de haven"),
    ],
)
def test_an_item_by_itself_keeps_the_number_that_it_starts_with(item: str, found: str) -> None:
    assert lines(f"<p>{_LONG}</p><ul><li>{item}</li></ul><p>{_LONG}</p>") == [f"P | {_LONG}", found, f"P | {_LONG}"]


def test_an_item_with_a_number_below_an_article_is_its_paragraph() -> None:
    act = "<h2>Artikel 3</h2><ul><li>4. De haven is open.<ul><li>b) ’s nachts</li></ul></li></ul>"
    assert lines(act)[1:] == ["I1 numbered 4. {paragraph} | De haven is open.", "I2 lettered b) {point} | ’s nachts"]


def test_an_item_outside_a_list_has_a_bullet() -> None:
    assert lines("<p>Het plan:</p><div><li>meten</li></div>")[1] == "I1 bullet • | meten"


def test_items_lie_as_deep_as_their_lists() -> None:
    assert lines("<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>") == [
        "I1 bullet • | a", "I2 bullet • | b", "I3 numbered 1. | c", "I1 bullet • | d",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("grid", "found"),
    [
        ("<div>a)</div><div>de kade van steen;</div>", ["I1 lettered a) | de kade van steen;"]),
        ("<div><span><b>a)</b></span></div><div>de kade van steen;</div>", ["I1 lettered a) | de kade van steen;"]),
        ("<div>Kade</div><div>de kade van steen;</div>", ["P | Kade", "P | de kade van steen;"]),
    ],
)  # fmt: skip
def test_a_block_with_a_mark_beside_a_block_of_text_is_its_mark(grid: str, found: list[str]) -> None:
    assert lines(f"<p>Het plan:</p><div>{grid}</div>")[1:] == found


def test_a_quotation_is_quoted_unless_it_only_indents() -> None:
    assert lines(f"<blockquote><p>{_LONG}</p></blockquote>") == [f"Q | {_LONG}"]
    for tag in ("ul", "ol"):
        assert lines(f"<blockquote><p>{_LONG}</p><{tag}><li>meten</li></{tag}></blockquote>")[0] == f"P | {_LONG}"
    for tag in ("h1", "h2", "h3"):
        assert lines(f"<blockquote><{tag}>Kades</{tag}><p>{_LONG}</p></blockquote>")[1] == f"P | {_LONG}"
    assert lines(f"<blockquote><p>{_LONG}</p><table><tr><td>a</td><td>1</td></tr></table></blockquote>")[0] == f"P | {_LONG}"


@pytest.mark.parametrize("tag", ["nav", "form", "button", "dialog", "menu", "label"])
def test_menus_forms_and_windows_are_set_aside(tag: str) -> None:
    assert lines(f"<p>{_LONG}</p><{tag}>Zoek verder</{tag}><p>{_LONG}</p>") == [
        f"P | {_LONG}",
        f"P | {_LONG}",
        "X navigation | Zoek verder",
    ]


@pytest.mark.parametrize(
    "role",
    [
        "navigation", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog", "menu", "menubar", "complementary", "toolbar",
    ],
)  # fmt: skip
def test_what_has_the_role_of_a_menu_or_window_is_set_aside(role: str) -> None:
    assert lines(f'<p>{_LONG}</p><div role="{role}">Zoek verder</div>') == [f"P | {_LONG}", "X navigation | Zoek verder"]


@pytest.mark.parametrize("tag", ["div", "ul", "ol", "p", "section", "aside", "table", "span", "a"])
@pytest.mark.parametrize("name", ['class="main-menu"', 'id="SiteMenu"', 'class="x site_menu"'])
def test_what_is_named_a_menu_is_set_aside(tag: str, name: str) -> None:
    inner = {"table": "<tr><td>Zoek verder</td></tr>", "ul": "<li>Zoek verder</li>", "ol": "<li>Zoek verder</li>"}.get(tag, "Zoek verder")
    assert lines(f"<p>{_LONG}</p><{tag} {name}>{inner}</{tag}>") == [f"P | {_LONG}", "X navigation | Zoek verder"]


@pytest.mark.parametrize(
    "kept", ['<div class="menukaart">Zie ook</div>', '<div class="menu"><h1>Zie ook</h1></div>', '<em class="menu">Zie ook</em>']
)
def test_a_name_that_only_resembles_or_holds_a_title_sets_nothing_aside(kept: str) -> None:
    assert not any(line.startswith("X") for line in lines(f"<p>{_LONG}</p>{kept}"))


@pytest.mark.parametrize("end", ["header", "footer"])
def test_head_and_foot_of_a_page_are_set_aside_and_those_of_its_parts_are_not(end: str) -> None:
    aside = "X navigation | Ministerie"
    assert aside in lines(f"<p>{_LONG}</p><{end}><p>Ministerie</p></{end}>")
    assert aside in lines(f'<p>{_LONG}</p><div title="{end}"><p>Ministerie</p></div>')
    for tag in ("article", "main", "section", "blockquote", "figure"):
        assert aside not in lines(f"<{tag}><p>{_LONG}</p><{end}><p>Ministerie</p></{end}></{tag}>"), tag
    for rank in range(1, 7):
        assert aside not in lines(f"<{end}><h{rank}>Havens</h{rank}><p>Ministerie</p></{end}><p>{_LONG}</p>"), rank


@pytest.mark.parametrize("main", ["<main>{}</main>", '<div role="main">{}</div>', "<article>{}</article>"])
def test_what_stands_beside_the_main_part_of_a_page_is_set_aside(main: str) -> None:
    text = main.format(f"<p>{_LONG}</p><p>{_LONG}</p>")
    assert lines(f"<div><p>Vandaag</p></div><div><div>{text}</div><p>Deel dit</p></div>") == [
        f"P | {_LONG}", f"P | {_LONG}", "X navigation | Vandaag", "X navigation | Deel dit",
    ]  # fmt: skip


def test_a_main_part_that_holds_little_of_the_text_is_not_believed() -> None:
    assert not any(line.startswith("X") for line in lines(f"<main><p>{_LONG}</p></main>" + f"<p>{_LONG}</p>" * 3))
    assert not any(line.startswith("X") for line in lines(f"<article><p>{_LONG}</p></article><p>{_LONG}</p>"))
    assert not any(line.startswith("X") for line in lines(f"<main><p>{_LONG}</p></main><main><p>{_LONG}</p></main><p>Slot</p>"))


def test_two_articles_are_both_text_and_one_in_another_is_part_of_it() -> None:
    assert not any(line.startswith("X") for line in lines(f"<article><p>{_LONG}</p></article><article><p>{_LONG}</p></article><p>Slot</p>"))
    assert "X navigation | Slot" in lines(f"<article><p>{_LONG}</p><article><p>{_LONG}</p></article></article><p>Slot</p>")


def test_a_long_script_does_not_outvote_the_main_part() -> None:
    script = f"<script>{'var x = 1; ' * 200}</script>"
    assert "X navigation | Vandaag" in lines(f"<p>Vandaag</p>{script}<main><p>{_LONG}</p></main>")


def test_links_beside_the_text_are_set_aside_where_no_part_says_it_is_the_main_one() -> None:
    links = '<a href="/a">Start</a> <a href="/b">Contact</a>'
    assert "X navigation | Start Contact" in lines(f"<div><p>{links}</p></div><div><div><p>{_LONG}</p><p>{_LONG}</p></div></div>")
    assert "P | Start Contact" in lines(f"<p>{_LONG}</p><p>{links}</p><p>{_LONG}</p>")
    words = "en hier staan dan nog eens even veel woorden die geen van alle links zijn"
    assert not any(line.startswith("X") for line in lines(f"<div>{links} {words[:40]}</div><div><p>{_LONG}</p></div>"))
    assert not any(line.startswith("X") for line in lines(f"<div>{links} {words}</div><div><p>{_LONG}</p></div>"))
    assert not any(line.startswith("X") for line in lines(f"<div><a>Start</a></div><div><p>{_LONG}</p></div>"))


@pytest.mark.parametrize(
    ("listed", "menu"),
    [
        ('<li><a href="/a">Start</a></li><li><a href="/b">Nieuws</a></li><li><a href="/c">Contact</a></li>', True),
        ('<li><a href="/a">Start</a></li><li><a href="/b">Nieuws</a></li>', False),
        ('<li><a href="/a">Start</a></li><li><a href="/b">Nieuws</a></li><li><a>Contact</a></li>', False),
        ('<li><a href="/a">Start</a>;</li><li><a href="/b">Nieuws</a>;</li><li><a href="/c">Contact</a>.</li>', False),
        ('<li><a href="/a">Start</a></li><li><a href="/b">Nieuws</a></li><li><a href="/c">Contact</a> (met veel woorden ernaast)</li>', False),
        (f'<li><a href="/a">Start</a></li><li><a href="/b">Nieuws</a></li><li><a href="/c">{_LONG[:60]}</a></li>', False),
        (f'<li><a href="/a">Start</a></li><li><a href="/b">Nieuws</a></li><li><a href="/c">{_LONG[:59]}</a></li>', True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_of_links_and_nothing_else_is_a_menu(listed: str, menu: bool, tag: str) -> None:  # noqa: FBT001 - a column of the table
    found = lines(f"<p>{_LONG}</p><{tag}>{listed}</{tag}><p>{_LONG}</p>")
    assert any(line.startswith("X") for line in found) == menu


def test_a_list_of_links_inside_a_list_of_the_text_is_no_menu() -> None:
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Start", "Nieuws", "Contact"))
    assert "I2 bullet • | Nieuws" in lines(f"<p>{_LONG}</p><ul><li>{_LONG}<ul>{links}</ul></li></ul>")


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<p class="title-annex-1">BIJLAGE I</p>', "H1 {annex} | BIJLAGE I"),
        ('<p class="oj-ti-art">Artikel 1</p>', "H1 {article} | Artikel 1"),
        ('<p class="OJ-TI-ART">Artikel 1</p>', "H1 {article} | Artikel 1"),
        ('<p class="x ti-art">Artikel 1</p>', "H1 {article} | Artikel 1"),
        ('<p class="signatory">De voorzitter</p>', "P {signature} | De voorzitter"),
        ('<p class="considrant">Havens groeien.</p>', "P {recital} | Havens groeien."),
        ('<p class="toc1">Inleiding 3</p>', "X navigation | Inleiding 3"),
        ('<p class="hd-oj">L 12/3</p>', "X navigation | L 12/3"),
        ('<div class="heading1"><p class="considrant">Havens groeien.</p></div>', "P {recital} | Havens groeien."),
        ('<div class="heading1"><p>Havens groeien</p></div>', "H1 | Havens groeien"),
        ('<p class="heading1"></p><p>Havens groeien.</p>', "P | Havens groeien."),
        ('<p><span class="num">1.</span> Havens groeien.</p>', "I1 numbered 1. | Havens groeien."),
        ('<p><b><span class="num">1.</span></b> Havens groeien.</p>', "I1 numbered 1. | Havens groeien."),
        ('<p><span class="num">(1.a-bis)</span> Havens groeien.</p>', "I1 numbered (1.a-bis) | Havens groeien."),
        ('<p class="num">1.</p><p>Havens groeien.</p>', "I1 numbered 1. | Havens groeien."),
        ('<p>Havens <span class="num">1</span> groeien.</p>', "P | Havens 1 groeien."),
        ('<p>Havens <b><span class="num">1</span></b> groeien.</p>', "P | Havens 1 groeien."),
        ('<p><b>Havens</b><span class="num">1</span> groeien.</p>', "P | Havens1 groeien."),
        ('<p><b></b>Havens <span class="num">1</span> groeien.</p>', "P | Havens 1 groeien."),
        ('<p><span class="num">Nummers</span> groeien.</p>', "P | Nummers groeien."),
        ('<p class="onbekend">Havens groeien.</p>', "P | Havens groeien."),
        ("<h1>Havens</h1>", "H1 | Havens"),
        ('<div role="heading">Havens</div>', "H1 | Havens"),
        (f"<h2>{'Havens groeien. ' * 22}</h2>", f"P | {'Havens groeien. ' * 22}".strip()),
        ("<p><span style='mso-list:Ignore'>1.</span>Havens groeien.</p>", "I1 numbered 1. | Havens groeien."),
        ("<p><span style='MSO-LIST: ignore'></span>Havens groeien.</p>", "P | Havens groeien."),
        ("<ruby>haven<rt>harbour</rt></ruby> groeit.", "P | haven groeit."),
    ],
)  # fmt: skip
def test_a_block_is_what_its_class_or_tag_says(markup: str, found: str) -> None:
    assert lines(markup) == [found]


def test_ranks_of_headings_are_those_of_their_tags() -> None:
    assert lines("".join(f"<h{rank}>Deel {name}</h{rank}>" for rank, name in ((1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"), (6, "f"), (2, "g")))) == [
        "H1 | Deel a", "H1 | Deel b", "H2 | Deel c", "H3 | Deel d", "H4 | Deel e", "H5 | Deel f", "H1 | Deel g",
    ]  # fmt: skip
    assert lines('<h1>A</h1><div role="heading">B</div><h3>C</h3><h2>D</h2>') == ["H1 | A", "H1 | B", "H2 | C", "H1 | D"]


def test_lines_of_a_heading_are_one_heading() -> None:
    assert lines("<h2>Havens<br>en kades</h2>") == ["H1 | Havens en kades"]
    assert lines('<div class="ti-art"><p>Artikel</p><p>1</p></div>') == ["H1 {article} | Artikel 1"]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("De haven<br>is open.", ["P | De haven is open."]),
        ("De haven is open.<br><br>De kade niet.", ["P | De haven is open.", "P | De kade niet."]),
        ("De haven is open.<br> <br>De kade niet.", ["P | De haven is open.", "P | De kade niet."]),
        ("De haven is <b>open</b><br>en de kade niet.", ["P | De haven is open en de kade niet."]),
        ("De haven:<br>a) is open;<br>b) is groot.", ["P | De haven:", "I1 lettered a) | is open;", "I1 lettered b) | is groot."]),
        ("De haven.<br>a) is open,<br>b) is groot.", ["P | De haven.", "I1 lettered a) | is open,", "I1 lettered b) | is groot."]),
        ("<b>De haven:</b><br>a) is open;<br>b) is groot.", ["P | De haven:", "I1 lettered a) | is open;", "I1 lettered b) | is groot."]),
        ("De haven<br>a) is open<br>b) is groot.", ["P | De haven a) is open b) is groot."]),
        ("De haven:<br>is open.", ["P | De haven: is open."]),
    ],
)  # fmt: skip
def test_a_line_end_parts_paragraphs_where_two_follow_or_an_item_starts(markup: str, found: list[str]) -> None:
    assert lines(f"<p>{markup}</p>") == found


def test_lines_of_a_title_are_one_heading_and_annexes_stand_apart() -> None:
    title = '<p class="doc-ti">VERORDENING (EU) 2031/12</p><p class="doc-ti">over de havens</p>'
    assert lines(title) == ["H1 | VERORDENING (EU) 2031/12 over de havens"]
    assert lines(f'{title}<p class="doc-ti">(Voor de EER relevante tekst)</p>')[1] == "P | (Voor de EER relevante tekst)"
    assert lines(f"{title}<p>{_LONG}</p>{title}")[2] == "H1 | VERORDENING (EU) 2031/12 over de havens"
    annex = '<p class="doc-ti">BIJLAGE I</p><p class="doc-ti">Ligplaatsen</p>'
    assert lines(f"{title}<p>{_LONG}</p>{annex}<p>{_LONG}</p>")[2:4] == ["H1 {annex} | BIJLAGE I", "H2 {annex} | Ligplaatsen"]
    assert stressed('<p class="doc-ti">Verslag</p><p class="doc-ti"><b>over</b> havens</p>') == []


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("<tr><td>Land</td><td>Kades</td></tr><tr><td>Malta</td><td>4</td></tr>", ["T | Land | Kades", "T | Malta | 4"]),
        ("<tr><th>Land</th><th>Kades</th></tr><tr><td>Malta</td><td>4</td></tr>", ["T1 | Land | Kades", "T | Malta | 4"]),
        ("<thead><tr><td>Land</td><td>Kades</td></tr></thead><tr><td>Malta</td><td>4</td></tr>", ["T1 | Land | Kades", "T | Malta | 4"]),
        ("<tr><td><p class='tbl-hdr'>Land</p></td><td><p class='tbl-hdr'>Kades</p></td></tr><tr><td>Malta</td><td>4</td></tr>", ["T1 | Land | Kades", "T | Malta | 4"]),
        ("<tr><td><p class='tbl-hdr'>Land</p><p>en stad</p></td><td><p class='tbl-hdr'>Kades</p></td></tr><tr><td>Malta</td><td>4</td></tr>", ["T | Land en stad | Kades", "T | Malta | 4"]),
        ("<caption>Kades</caption><tr><td>Malta</td><td>4</td></tr>", ["T Kades | Malta | 4"]),
        ("<tr><th>Kades</th></tr><tr><td>Malta</td></tr>", ["T1 | Kades", "T | Malta"]),
        ("<tr><td>Kades</td></tr><tr><td>Malta</td></tr>", ["P | Kades", "P | Malta"]),
        ("<tr><td>Kades</td><td> </td></tr><tr><td></td><td>Malta</td></tr>", ["P | Kades", "P | Malta"]),
        ("<tr><td>a)</td><td>meten;</td></tr><tr><td>b)</td><td>bouwen.</td></tr>", ["I1 lettered a) | meten;", "I1 lettered b) | bouwen."]),
        ("<tr><td>a)</td><td>meten;</td><td>ja</td></tr><tr><td>b)</td><td>bouwen.</td></tr>", ["T | a) | meten; | ja", "T | b) | bouwen."]),
        ("<tr><td><h2>Kades</h2></td><td>Malta</td><td>Cyprus</td></tr>", ["H1 | Kades", "P | Malta", "P | Cyprus"]),
        ("<tr><td><h2>Kades</h2></td><td>1</td><td>2</td><td>3</td></tr>", ["T | Kades | 1 | 2 | 3"]),
        ("<tr><td><h3>Kades</h3></td><td>Malta</td></tr>", ["T | Kades | Malta"]),
        ("<tr><td>" + "<p>kade</p>" * 6 + "</td><td>Malta</td></tr>", ["P | kade"] * 6 + ["P | Malta"]),
        ("<tr><td>" + "<p>kade</p>" * 5 + "<p></p></td><td>Malta</td></tr>", ["T | kade kade kade kade kade | Malta"]),
    ],
)  # fmt: skip
def test_a_table_holds_data_or_arranges_the_page(table: str, found: list[str]) -> None:
    assert [line for line in lines(f"<p>{_LONG}</p><table>{table}</table>") if not line.startswith(("X", f"P | {_LONG}"))] == [
        line.replace("T | b) | bouwen.", "T | b) | bouwen. | ") for line in found
    ]


@pytest.mark.parametrize(("role", "data"), [("presentation", False), ("none", False), ("grid", True)])
def test_a_table_with_the_role_of_presentation_is_no_table(role: str, data: bool) -> None:  # noqa: FBT001 - a column of the table
    found = lines(f'<table role="{role}"><tr><td>Land</td><td>Kades</td></tr><tr><td>Malta</td><td>4</td></tr></table>')
    assert found == (["T | Land | Kades", "T | Malta | 4"] if data else ["P | Land", "P | Kades", "P | Malta", "P | 4"])


def test_a_table_in_a_table_that_arranges_is_one_of_data_and_one_in_a_cell_of_data_is_text() -> None:
    inner = "<table><tr><td>Land</td><td>Kades</td></tr><tr><td>Malta</td><td>4</td></tr></table>"
    assert lines(f"<table><tr><td>{inner}</td></tr></table>") == ["T | Land | Kades", "T | Malta | 4"]
    assert lines(f"<table><tr><td>1</td><td>{inner}</td></tr><tr><td>2</td><td>leeg</td></tr></table>") == [
        "T | 1 | Land Kades Malta 4", "T | 2 | leeg",
    ]  # fmt: skip


def test_cells_reach_over_rows_and_columns() -> None:
    rows = page(
        "<table><tr><th rowspan='2'>Land</th><th colspan=' 2 '>Kades</th></tr><tr><th>oud</th><th>nieuw</th></tr>"
        "<tr><td rowspan='0'>Malta</td><td colspan='x'>4</td><td>2</td></tr></table>"
    ).blocks[0].rows  # fmt: skip
    assert [[(cell.text, cell.down, cell.across) for cell in row] for row in rows] == [
        [("Land", 2, 1), ("Kades", 1, 2)], [("oud", 1, 1), ("nieuw", 1, 1)], [("Malta", 1, 1), ("4", 1, 1), ("2", 1, 1)],
    ]  # fmt: skip


def _opened(raw: bytes) -> tuple[str, str]:
    """The text of a page as it is opened, and the encoding that had to be guessed."""
    transcript = opened(Seed("seeds/x.html", raw))
    return transcript.text.strip(), "".join(defect.text for defect in transcript.defects)


@pytest.mark.parametrize(
    ("head", "codec", "said"),
    [
        ("", "utf-8", ""),
        ("", "utf-8-sig", ""),
        ("", "utf-16", "utf-16-le"),
        ('<meta charset="windows-1252">', "windows-1252", "windows-1252"),
        ("<meta charset=ISO-8859-1>", "windows-1252", "windows-1252"),
        ("<meta charset='latin1'>", "windows-1252", "windows-1252"),
        ("<meta charset='latin-1'>", "windows-1252", "windows-1252"),
        ("<meta charset='us-ascii'>", "windows-1252", "windows-1252"),
        ("<meta charset='utf-8'>", "windows-1252", "windows-1252"),
        ("<meta charset='iso-8859-15'>", "iso-8859-15", "iso-8859-15"),
        ("<meta http-equiv='Content-Type' content='text/html; CHARSET = iso-8859-15'>", "iso-8859-15", "iso-8859-15"),
        (f"<!--{'x' * 3900}--><meta charset='iso-8859-15'>", "iso-8859-15", "iso-8859-15"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(head: str, codec: str, said: str) -> None:
    assert _opened(f"<html><head>{head}</head><body><p>Eén haven à € 5 is geïnd.</p></body></html>".encode(codec)) == (
        "Eén haven à € 5 is geïnd.",
        said,
    )


def test_a_page_with_a_mark_of_big_endian_and_one_that_declares_what_nobody_knows() -> None:
    text = "<html><body><p>Eén haven is geïnd, en de coördinatie van de reële kosten is geregeld.</p></body></html>"
    assert _opened(b"\xfe\xff" + text.encode("utf-16-be")) == (
        "Eén haven is geïnd, en de coördinatie van de reële kosten is geregeld.",
        "utf-16-be",
    )
    assert _opened(text.replace("<body>", "<head><meta charset='geheim'></head><body>").encode("windows-1252"))[0].endswith(
        ", en de coördinatie van de reële kosten is geregeld."
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>Een haven.</p></body></html>', "Een haven."),
        ("<html><body><p><a name='x'/>Een haven.</p><p>Een kade.</p></body></html>", "Een haven.\n\nEen kade."),
        ("<html><body><p>Een <SPAN class='x' />haven.</p></body></html>", "Een haven."),
        ("<html><head><title/></head><body><script src='x'/><p>Een haven.</p></body></html>", "Een haven."),
        ("<html><body><p>Een\x01haven.</p></body></html>", "Een\ufffdhaven."),
        ("<html><body><!-- weg --><p>Een haven.<?php weg ?></p></body></html>", "Een haven."),
    ],
)
def test_the_source_of_a_page_is_put_right_before_it_is_read(markup: str, text: str) -> None:
    assert _opened(markup.encode())[0] == text


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        ("<html lang='nl-NL'>{}", {"language": "nl"}),
        ("<html xml:lang='FR'>{}", {"language": "fr"}),
        ("<html>{}", {}),
        ("<html lang=' '>{}", {}),
        ("<html><head><meta name='DC.language' content=' nl '></head>{}", {"language": "nl"}),
        ("<html><head><meta property='dcterms.language' content='nl'></head>{}", {"language": "nl"}),
        ("<html lang='de'><head><meta name='DCTERMS.language' content='nl'></head>{}", {"language": "de"}),
        ("<html><head><meta name='dcterms.issued' content='2031-03-03'></head>{}", {"date": "2031-03-03"}),
        ("<html><head><meta name='dcterms.available' content='2031-03-03'></head>{}", {"date": "2031-03-03"}),
        ("<html><head><meta name='dc.date' content='2031-03-03'></head>{}", {"date": "2031-03-03"}),
        ("<html><head><meta name='dc.date' content='3 maart 2031'></head>{}", {}),
        ("<html><head><meta name='dc.title' content='Havens'></head>{}", {"title": "Havens"}),
        ("<html><head><meta name='dcterms.title' content='Havens'></head>{}", {"title": "Havens"}),
        ("<html><head><meta name='dc.title' content=''><meta name='dcterms.title' content='Havens'></head>{}", {"title": "Havens"}),
        ("<html><head><meta name='dc.creator' content='Raad'></head>{}", {"institution": "Raad"}),
        ("<html><head><meta name='overheid.authority' content='Raad'></head>{}", {"institution": "Raad"}),
        ("<html><head><meta name='keywords' content='haven'></head>{}", {}),
        ("<html><head><link href='x?uri=CELEX:32031R0012'></head>{}", {"celex": "32031R0012"}),
        ("<html><head><link href='x?uri=celex%3a02031L0005(01)'></head>{}", {"celex": "02031L0005(01)"}),
        (f"<html><head><!--{'x' * 3000}--><link href='x?uri=CELEX:32031R0012'></head>{{}}", {}),
    ],
)
def test_a_page_states_facts_in_its_head(source: str, facts: dict[str, str]) -> None:
    raw = source.format("<body><p>Een haven.</p></body></html>").encode()
    assert dict(opened(Seed("seeds/x.html", raw)).facts) == facts


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ('<img src="a.png" alt="De haven  bij vloed">', ["P | De haven bij vloed"]),
        ('<img src="a.png" alt="De haven bij vloed"><figcaption>Figuur 1. De haven</figcaption>', ["P | Figuur 1. De haven"]),
        ('<img src="a.png" alt="De haven bij vloed"><figcaption> </figcaption>', ["P | De haven bij vloed"]),
        ('<img src="a.png" alt=""><img src="b.png">', []),
    ],
)
def test_a_figure_without_caption_is_the_words_in_place_of_its_picture(inside: str, found: list[str]) -> None:
    assert lines(f"<p>{_LONG}</p><figure>{inside}</figure><p>{_LONG}</p>") == [f"P | {_LONG}", *found, f"P | {_LONG}"]
    assert lines(f'<p>{_LONG}<img src="a.png" alt="Kaart"></p>') == [f"P | {_LONG}"]
