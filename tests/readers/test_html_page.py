"""What the source and the head of a web page say, which pages are no document, and how its lists, lines and notes are marked."""

from __future__ import annotations

from typing import Final

import pytest
from lxml import etree

from generator.readers.marked.html.dom import block_of, contains, fragment, text_of, up_to_block
from generator.readers.marked.html.errors import error_of
from generator.readers.marked.html.page_source import TooDeepError, decoded, facts, parsed
from generator.readers.marked.html.page_tables import is_layout, is_layout_rows, mark_cells, rows_of
from tests.readers.test_html import lines

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"\xef\xbb\xbfhav\xc3\xa9n", ("havén", "")),
        (b"\xff\xfe" + "havén".encode("utf-16-le"), ("havén", "utf-16-le")),
        (b"\xfe\xff" + "havén".encode("utf-16-be"), ("havén", "utf-16-be")),
        ("havén".encode(), ("havén", "")),
        (b"charset=iso-8859-1 \x80\xe9", ("charset=iso-8859-1 €é", "windows-1252")),
        (b"charset = 'US-ASCII' \xe9", ("charset = 'US-ASCII' é", "windows-1252")),
        (b"charset=utf-8 \xe9", ("charset=utf-8 é", "windows-1252")),
        (b'<?xml encoding="ISO-8859-7"?>\xe1', ('<?xml encoding="ISO-8859-7"?>α', "iso-8859-7")),
        (b" " * 4060 + b"charset=iso-8859-7 \xe1", (" " * 4060 + "charset=iso-8859-7 α", "iso-8859-7")),
    ],
)
def test_letters_are_read_by_a_mark_or_as_a_page_declares(raw: bytes, found: tuple[str, str]) -> None:
    assert decoded(raw) == found


def test_letters_of_which_nothing_is_declared_are_guessed() -> None:
    greek = "<p>Τα λιμάνια της χώρας αναπτύχθηκαν πολύ τον τελευταίο χρόνο και γι' αυτό ανακαινίζονται.</p>" * 3
    assert decoded(greek.encode("iso-8859-7"))[0] == greek


def stated(source: str) -> dict[str, str]:
    """What a page states about itself."""
    return dict(facts(parsed(source), source))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<html lang='nl-BE'><body>x", {"language": "nl"}), ("<html><body lang=' FR '>x", {"language": "fr"}), ("<html lang=' '>x", {}),
        ("<meta name='DC.title' content=' Haven '><meta name=dcterms.title content=Kade>x", {"title": "Haven"}),
        ("<meta property='dcterms.issued' content='2031-03-03'>x", {"date": "2031-03-03"}),
        ("<meta name='dc.date' content='maart 2031'><meta name='dcterms.issued' content='2031-03-03'>x", {"date": "2031-03-03"}),
        ("<meta name='dc.date' content='maart 2031'>x", {}),
        ("<meta name='dc.creator' content=' '><meta name='overheid.authority' content='Raad'>x", {"institution": "Raad"}),
        ("<meta name='dc.creator'><meta name='haven' content='kade'>x", {}),
        ("<html lang='de'><meta name='dc.language' content='nl'>x", {"language": "de"}),
        ("x CELEX:32031r0001(01) en celex%3A32031R0002", {"celex": "32031R0001(01)"}), ("CELEX:3203", {}),
        (f"{'x' * 2981} CELEX:32031R0001", {"celex": "32031R0001"}), (f"{'x' * 3000} CELEX:32031R0001", {}),
    ],
)  # fmt: skip
def test_a_page_states_its_language_title_date_and_number(source: str, found: dict[str, str]) -> None:
    assert stated(source) == found


def test_a_page_that_lies_too_deep_is_refused_and_an_empty_one_has_no_text() -> None:
    with pytest.raises(TooDeepError):
        parsed("<div>" * 3000)
    assert text_of(parsed("<!-- haven -->")) == ""
    assert text_of(parsed("<p>haven\x07<?php kade ?><!-- sluis --></p>")) == "haven\ufffd"


def error(page: str) -> str:
    """The title of a page that is no document, else nothing."""
    return error_of(f"<html>{page}</html>")


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<head><title>404 - Haven</title></head><body><p>x</p></body>", "404 - Haven"), ("<body><h1>Access denied</h1></body>", "Access denied"),
        ("<body><h2>ACCESS DENIED!</h2></body>", "ACCESS DENIED!"), ("<body><h3>Access denied</h3></body>", ""), ("<head><title>Wet 14041</title></head>", ""),
        ("<head><title>Haven</title></head><body><h1>Fehler</h1></body>", "Fehler"), ("<head><title> </title></head><body><h2>Fehler</h2></body>", "Fehler"),
        ("<head><title>Haven</title></head><body><input type=password></body>", "Haven"), ("<body>Meld u aan <input type=PASSWORD></body>", "Meld u aan"),
        (f"<body><div>{'haven ' * 20}</div><input type=password></body>", ("haven " * 10)), ("<head><title>Haven</title></head><body><input type=text></body>", ""),
        (f"<head><title>404 {'x' * 56}</title></head>", f"404 {'x' * 56}"), (f"<head><title>404 {'x' * 57}</title></head>", ""),
        (f"<head><title>404</title></head><body>{'<h1>a</h1>' * 4}</body>", "404"), (f"<head><title>404</title></head><body>{'<h1>a</h1>' * 4}<h2>b</h2></body>", ""),
        *((f"<head><title>404</title></head><body><{tag}>{'x' * 1500}</{tag}></body>", "404") for tag in ("p", "dd", "blockquote", "table><td", "div")),
        *((f"<head><title>404</title></head><body><{tag}>{'x' * 1501}</{tag}></body>", "") for tag in ("p", "dd", "blockquote", "table><td")),
        (f"<head><title>404</title></head><body><div>{'x' * 1501}</div></body>", "404"), ("", ""),
    ],
)  # fmt: skip
def test_a_short_page_that_says_what_went_wrong_or_asks_for_a_password_is_no_document(page: str, title: str) -> None:
    assert error(page) == title


@pytest.mark.parametrize(
    ("given", "mark"),
    [
        ("style='list-style-type:lower-greek'", "1."), ("type=Q", "1."), ("type=I", "I."), ("type=A start=3", "C."), ("start=x", "1."), ("start=4", "4."),
        ("style='list-style:decimal-leading-zero'", "01."), ("style='list-style-type:lower-roman' type=A", "i."), ("", "1."),
    ],
)  # fmt: skip
def test_a_list_of_a_kind_that_is_not_known_is_counted_in_figures(given: str, mark: str) -> None:
    kind = "numbered" if mark.strip("0.").isdigit() else "lettered"
    assert lines(f"<ol {given}><li>De haven.</li></ol>") == [f"I1 {kind} {mark} | De haven."]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>De haven;<br>– meten;<br>– bouwen.</p>", ["P | De haven;", "I1 bullet – | meten;", "I1 bullet – | bouwen."]),
        ("<p>De haven<b>:</b><br>– meten</p>", ["P | De haven:", "I1 bullet – | meten"]),
        ("<p>De haven<br>– meten</p>", ["P | De haven – meten"]),
        ("<p>De haven<br> <br>De kade</p>", ["P | De haven", "P | De kade"]),
        ("<p>De haven<br>en<br>De kade</p>", ["P | De haven en De kade"]),
        ("<p>De haven<br><b>De kade</b></p>", ["P | De haven De kade"]),
        ("<h2>Over havens<br>en kades</h2><p>De haven.</p>", ["H1 | Over havens en kades", "P | De haven."]),
        ("<h2>Over havens</h2><h2>Over kades</h2><p>De haven.</p>", ["H1 | Over havens", "H1 | Over kades", "P | De haven."]),
        (f"<h2>{'a' * 350}</h2><p>De haven.</p>", [f"H1 | {'a' * 350}", "P | De haven."]),
        (f"<h2>{'a' * 351}</h2><p>De haven.</p>", [f"P | {'a' * 351}", "P | De haven."]),
        ("<div role=heading>Havens</div><h2>Kades</h2><h3>Muren</h3><p>De haven.</p>", ["H1 | Havens", "H1 | Kades", "H2 | Muren", "P | De haven."]),
        ("<ol><li>De haven.</li><li value=5>De kade.</li><li value=x>De sluis.</li></ol>", ["I1 numbered 1. | De haven.", "I1 numbered 5. | De kade.", "I1 numbered 6. | De sluis."]),
        ("<ol><li>b. De haven.</li><li>c. De kade.</li></ol>", ["I1 lettered b. | De haven.", "I1 lettered c. | De kade."]),
        ("<ol><li>§3a. De haven.</li></ol>", ["I1 numbered §3a. | De haven."]),
        ("<ul><li>ca. drie havens</li></ul>", ["I1 bullet • | ca. drie havens"]),
        ("<div><div>(a)</div><div>De haven.</div></div>", ["I1 lettered (a) | De haven."]),
        ("<div><div>(a)</div><div>b</div></div>", ["I1 lettered (a) | b"]),
        ("<blockquote>De haven.</blockquote>", ["Q | De haven."]),
        ("<blockquote><ul><li>De haven.</li></ul></blockquote>", ["I1 bullet • | De haven."]),
        ("<p><span style='mso-list:Ignore'>1.</span>De haven.</p>", ["I1 numbered 1. | De haven."]),
    ],
)  # fmt: skip
def test_lines_titles_and_marks_of_a_page(markup: str, found: list[str]) -> None:
    assert lines(markup) == found


def test_lines_of_a_title_are_one_and_brackets_and_annexes_stand_apart() -> None:
    def title(text: str) -> str:
        return f"<p class='oj-doc-ti'>{text}</p>"

    body = "".join(
        (
            title("VERORDENING"),
            title("van 3 maart"),
            title("(Voor de EER)"),
            f"<p>{_LONG}</p>",
            title("BIJLAGE I"),
            title("Lijst"),
            "<p>Malta</p>",
        )
    )
    assert lines(body) == [
        "H1 | VERORDENING van 3 maart", "P | (Voor de EER)", f"P | {_LONG}", "H1 {annex} | BIJLAGE I", "H2 {annex} | Lijst", "P | Malta",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        (
            "<p>De haven.<sup>1</sup> De kade.<sup>2</sup></p><p><sup>1</sup> Zie a.</p><div><p><a><b><sup>2</sup></b></a> Zie b.</p></div>",
            ["P | De haven.{1} De kade.{2}", "N 1 | Zie a.", "N 2 | Zie b."],
        ),
        ("<p>De haven.<sup>1</sup></p><p>Zie <sup>1</sup> a.</p>", ["P | De haven.1", "P | Zie 1 a."]),
        ("<p>De haven.<sup>3</sup></p><p><sup>3</sup> Zie a.</p>", ["P | De haven.3", "P | 3 Zie a."]),
        ("<p><sup>1</sup> Zie a.</p><p>De haven.<sup>1</sup></p>", ["P | 1 Zie a.", "P | De haven.1"]),
        ("<p>De haven.<sup>1</sup></p><div role='doc-footnote'>1 Zie a.</div>", ["P | De haven.{1}", "N 1 | Zie a."]),
        ("<p>De haven.<sup>1</sup></p><div role='doc-footnote'>Zie a.</div>", ["P | De haven.1", "P | Zie a."]),
        ("<p>De haven.<span class=oj-super>(1)</span></p><p class=note>(1) Zie a.</p>", ["P | De haven.{1}", "N 1 | Zie a."]),
    ],
)
def test_raised_numbers_without_links_call_for_the_blocks_that_start_with_them(markup: str, found: list[str]) -> None:
    assert lines(markup) == found


def element(markup: str) -> etree._Element:
    """The first element of a page."""
    return next(parsed(markup).iter("body"))[0]


def test_what_a_link_points_at_and_the_block_of_an_element() -> None:
    links = ("#a", "x.html#b%20c", "x.html", "", "http://[#d")
    assert [fragment(element(f"<a href='{href}'>x</a>")) for href in links] == ["a", "b c", "", "", "d"]
    block = element("<div>a <span><b>b</b></span><p>c</p></div>")
    bold, paragraph = next(block.iter("b")), next(block.iter("p"))
    assert (block_of(bold), block_of(paragraph)) == (block, paragraph)
    assert [above.tag for above in up_to_block(bold)] == ["span"]
    assert (contains(block, bold), contains(block, block), contains(bold, block)) == (True, True, False)
    assert text_of(block) == "a bc"


def table(*rows: tuple[str, ...], tag: str = "td", given: str = "") -> etree._Element:
    """A table of cells."""
    body = "".join(f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in row)}</tr>" for row in rows)
    return element(f"<table {given}>{body}</table>")


def test_a_table_arranges_text_or_holds_data() -> None:
    assert is_layout(table(("(a)", "De haven"), ("(b)", "De kade")))
    assert is_layout(table(("De haven",), ("", "De kade", "")))
    assert not is_layout(table(("Land", "Kades"), ("Malta", "4")))
    assert not is_layout(table(("(a)", "De haven", "De sluis")))
    assert not is_layout(table(("(a)", "De haven"), tag="th"))
    assert is_layout(table(("Land", "Kades"), given="role=none"))
    assert not is_layout(table(("Land", "Kades"), given="role=table"))
    assert is_layout(table(("menu", "<h2>Havens</h2>")))
    assert is_layout(table(("menu", "<p>a</p>" * 6, "x")))
    assert not is_layout(table(("menu", "<p>a</p>" * 5)))
    assert not is_layout(table(("menu", "<p>a</p>" * 6, "x", "y")))
    assert not is_layout(table(("menu", "<h3>Havens</h3>")))
    assert is_layout_rows([])
    assert is_layout_rows([["(a)", "", "De haven"], ["", "x"]])
    assert not is_layout_rows([["a", "b", "c"]])


def test_rows_and_marks_of_a_table_are_its_own() -> None:
    outer = table(("(a)", "<table><tr><td>(b)</td><td>De kade</td></tr></table>"), ("Malta", "4"), ("(c)", "", "De haven"))
    assert [[text_of(cell) for cell in row] for row in rows_of(outer)] == [["(a)", "(b)De kade"], ["Malta", "4"], ["(c)", "", "De haven"]]
    assert [text_of(cell) for cell in mark_cells(outer)] == ["(a)", "(c)"]


_CALL: Final = '<p>De haven is open.<a id="r1" href="#n1">1</a> De kade niet.</p>'
_CALLED: Final = "P | De haven is open.{1} De kade niet."


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ('<p><b><span id="n1">1.</span></b> Zie a.</p>', ["N 1 | Zie a."]),
        ('<p id="n1"><i>1</i> Zie a.</p>', ["N 1 | Zie a."]),
        ('<div id="n1"><p><b>1</b></p><p>Zie a.</p></div>', ["N 1 | Zie a."]),
        (f'<div><p id="n1">1 Zie a.</p>{"<p>En b.</p>" * 5}</div>', ["N 1 | Zie a. En b. En b. En b. En b. En b."]),
        (f'<div><p id="n1">1 Zie a.</p>{"<p>En b.</p>" * 6}</div>', [*["P | En b."] * 6, "N 1 | Zie a."]),
        ('<div>Noten<p id="n1">1 Zie a.</p><p>En b.</p></div>', ["P | Noten", "P | En b.", "N 1 | Zie a."]),
        ('<div><p>Noten.</p><p id="n1">1 Zie a.</p></div>', ["P | Noten.", "N 1 | Zie a."]),
        ('<p id="n1">Zie a. <a href="#r1">Terug naar boven</a></p>', ["N 1 | Zie a.", "X navigation | Terug naar boven"]),
    ],
)
def test_a_note_reaches_as_far_as_its_block_and_no_further(note: str, found: list[str]) -> None:
    assert lines(_CALL + note) == [_CALLED, *found]


@pytest.mark.parametrize("note", ['<p id="n1">12 Zie a.</p>', '<p id="n1">Zie a.</p>', '<h2 id="n1">Zie a.</h2><p>De sluis.</p>'])
def test_a_link_to_words_that_do_not_answer_is_a_number_in_the_text(note: str) -> None:
    assert lines(_CALL + note)[0] == "P | De haven is open.1 De kade niet."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('De haven is open.<b>(<a id="r1" href="#n1">1</a>)</b> De kade.', "De haven is open.{1} De kade."),
        ('De haven is <i>nu</i> (<a id="r1" href="#n1"><b>1</b></a>). De kade.', "De haven is nu{1}. De kade."),
        ('De haven is [<a id="r1" href="#n1">1</a>] open.', "De haven is{1} open."),
        ('De haven is (<a id="r1" href="#n1">1</a>] open.', "De haven is ({1}] open."),
    ],
)
def test_brackets_around_a_marker_are_part_of_it_where_they_are_a_pair(text: str, read: str) -> None:
    assert lines(f'<p>{text}</p><p id="n1">1 Zie a.</p>') == [f"P | {read}", "N 1 | Zie a."]


@pytest.mark.parametrize(
    ("beside", "kind"),
    [
        ("<a href=x>Havens</a> <a href=y>Kades</a>", "X navigation"), ("<a href=x>Havens</a> kades", "X navigation"), ("<a href=x>Havens</a> en kades", "P"),
        ("<a>Havens</a>", "P"), ("Havens", "P"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_text_is_set_aside_where_most_of_it_is_links(beside: str, kind: str) -> None:
    text = f"{_LONG} Dat gaat zo nog tien jaar door."
    found = lines(f"<div><p>{text}</p></div><div>{beside}</div>")
    assert [line.split(" |")[0] for line in found] == ["P", kind]


@pytest.mark.parametrize(
    ("last", "menu"),
    [
        ("<a href=z>Bossen</a>", True),
        ("<a href=z>Bossen.</a>", False),
        ("<a href=z>Bossen</a>;", False),
        ("Bossen", False),
        ("<a>Bossen</a>", False),
    ],
)
def test_a_list_is_a_menu_where_it_holds_three_links_and_no_sentence(last: str, menu: bool) -> None:  # noqa: FBT001 - a column of the table
    found = lines(f"<ul><li><a href=x>Havens</a></li><li><a href=y>Kades</a></li><li>{last}</li></ul>")
    assert all(line.startswith("X navigation") for line in found) == menu
