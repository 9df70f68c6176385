"""What all marked formats share: numerals, archives, ways in, the walk, and what words tell where the markup says nothing."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import pytest

from generator.model import Piece, Seed, UnreadableError
from generator.readers import opened
from generator.readers.marked import archive
from generator.readers.marked.archive import BadArchiveError
from generator.readers.marked.note_numbers import NoteNumbers
from generator.readers.marked.numerals import is_mark, numeral
from generator.readers.marked.safe_xml import BadXmlError, parse
from tests.office import docx, odt, zipped
from tests.readers.test_html import lines, page

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd, zegt de dienst in een verslag."


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (3, "1", "3"), (12, "1", "12"), (3, "01", "03"), (12, "01", "12"), (1, "a", "a"), (26, "a", "z"), (27, "a", "aa"), (28, "A", "BB"), (0, "a", "a"),
        (4, "i", "iv"), (9, "I", "IX"), (40, "i", "xl"), (90, "i", "xc"), (444, "i", "cdxliv"), (999, "I", "CMXCIX"), (1666, "i", "mdclxvi"), (0, "i", ""),
        (-1, "i", ""), (5, "", ""),
    ],
)  # fmt: skip
def test_numbers_are_printed_in_the_style_of_a_list(value: int, style: str, text: str) -> None:
    assert numeral(value, style) == text


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1.", True), ("1)", True), ("(1)", True), ("(1", False), ("1", False), ("123.", True), ("1234.", False), ("1.2", True), ("1.2.3", True), ("1.2.", True), ("a)", True), ("ab)", True),
        ("abc)", False), ("A.", True), ("AB.", False), ("iv)", True), ("IV.", True), ("1°", True), ("1º", True), ("-", True), ("–", True), ("—", True), ("•", True), ("▪", True), ("·", True), ("○", True),
        ("o", True), ("*", True), ("●", True), ("■", True), ("□", True), ("‣", True), ("∙", True), ("⁃", True), ("\uf0b7", True), ("\uf02d", True), ("§ 3", True), ("§3a.", True), ("x", False), ("kade", False),
        (" 1. ", True), ("", False),
    ],
)  # fmt: skip
def test_a_text_may_be_a_mark_and_nothing_else(text: str, mark: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_mark(text) == mark


def _archive(*names: str, size: int = 1, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name in names:
            file.writestr(name, b"a" * size)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["../a.xml", "b/../../a.xml", "/a.xml", "C:a.xml", "..", "b\\..\\a.xml", "\\a.xml"])
def test_a_name_that_climbs_out_of_its_folder_is_refused(name: str) -> None:
    with pytest.raises(BadArchiveError, match="buiten het bestand"):
        archive.opened(_archive(name))


@pytest.mark.parametrize("name", ["a..b.xml", "b/a.xml", "..a/b.xml", "b/a.."])
def test_a_name_with_points_stays_in_its_folder(name: str) -> None:
    found = archive.opened(_archive(name, "map/"))
    assert found.names == (name,)
    assert found.read(name) == b"a"


def test_an_archive_is_refused_where_it_bursts_or_holds_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert archive.opened(_archive("a", size=1024 * 1024)).names == ("a",)
    with pytest.raises(BadArchiveError, match="veel te groot"):
        archive.opened(_archive("a", size=1024 * 1024 + 1))
    assert archive.opened(_archive("a", size=1024 * 1024 + 1, method=zipfile.ZIP_STORED)).names == ("a",)
    monkeypatch.setattr(archive, "LARGEST", 100)
    assert archive.opened(_archive("a", "b", size=50)).read("a") == b"a" * 50
    with pytest.raises(BadArchiveError, match="veel te groot"):
        archive.opened(_archive("a", "b", size=51))
    monkeypatch.setattr(archive, "_MOST", 2)
    assert len(archive.opened(_archive("a", "b")).names) == 2
    with pytest.raises(BadArchiveError, match="meer dan 2"):
        archive.opened(_archive("a", "b", "c"))


def test_a_member_that_is_larger_than_its_archive_says_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = archive.opened(_archive("a", size=101))
    monkeypatch.setattr(archive, "LARGEST", 100)
    with pytest.raises(BadArchiveError, match=r"'?a'?.* veel te groot"):
        found.read("a")
    raw = bytearray(_archive("a", size=99))
    raw[35] ^= 0xFF
    damaged = archive.opened(bytes(raw))
    with pytest.raises(BadArchiveError, match="beschadigd"):
        damaged.read("a")


def test_xml_says_at_which_line_it_is_wrong() -> None:
    for data, line in ((b"<a>\n<b>\n</a>", 3), (b"", None), (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", 1)):
        with pytest.raises(BadXmlError) as caught:
            parse(data)
        assert caught.value.line == line or (line is None and caught.value.line in {None, 1})
    assert parse(b"<!DOCTYPE a SYSTEM 'a.dtd'><a><!-- weg --><b/></a>").tag == "a"
    assert [child.tag for child in parse(b"<a><!-- weg --><b/></a>")] == ["b"]


_ACT: Final = "<ACT><P>Een haven.</P></ACT>"


@pytest.mark.parametrize(
    ("name", "raw", "form"),
    [
        ("x", b"<!doctype html><p>Een haven.", "html"),
        ("x", b"\xef\xbb\xbf <!DOCTYPE HTML><p>Een haven.", "html"),
        ("x", b"<?xml version='1.0'?>\n<!-- a\n -->\n<html><body>Een haven.</body></html>", "html"),
        ("x", b"<HTML><body>Een haven.</body></HTML>", "html"),
        ("x.HTM", b"<p>Een haven.", "html"),
        ("x.xhtml", b"Een haven.", "html"),
        ("x.html", _ACT.encode(), "formex"),
        ("x", _ACT.encode(), "formex"),
        ("x", b"\xef\xbb\xbf  " + _ACT.encode(), "formex"),
        ("x", b"<!-- a --><ACT><P>Een haven.</P></ACT>", "formex"),
        ("x.xml", b"<akomaNtoso><act><body><p>Een haven.</p></body></act></akomaNtoso>", "akn"),
        ("x.akn", b"<akn:akomaNtoso xmlns:akn='x'><akn:act><akn:body><akn:p>Een haven.</akn:p></akn:body></akn:act></akn:akomaNtoso>", "akn"),
        ("x.html", docx("<w:p><w:r><w:t>Een haven.</w:t></w:r></w:p>"), "docx"),
        ("x", odt("<text:p>Een haven.</text:p>"), "odt"),
        ("x", zipped({"a.XML": _ACT, "b.txt": "weg"}), "formex"),
        ("x", b"ACT <P>Een haven.</P>", "text"),
    ],
)  # fmt: skip
def test_the_first_bytes_of_a_file_tell_its_format_or_else_its_name(name: str, raw: bytes, form: str) -> None:
    transcript = opened(Seed(f"seeds/{name}", raw))
    assert transcript.format == form
    assert "Een haven." in transcript.text


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("x.docx", b"Een haven.", ".docx"), ("x.docm", b"Een haven.", ".docm"), ("x.odt", b"Een haven.", ".odt"), ("x.zip", b"Een haven.", ".zip"), ("x.a.ZIP", b"Een haven.", ".ZIP"),
        ("x.zip", zipped({"a.xml": "<a>"}), "In dit bestand"), ("x.zip", zipped({"a.xml": "<DOC/>"}), "geen document"), ("x.xml", b"<a><b></a>", "geldige XML"), ("x.akn", b"<rss/>", "geen Formex"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_opened_says_why_and_what_to_do(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        opened(Seed(f"seeds/{name}", raw))
    assert said.lower() in caught.value.problem.message.lower()
    assert caught.value.problem.remedy


def _numbers(*notes: tuple[str, str], markers: tuple[tuple[str, str], ...] = ()) -> list[int]:
    """The numbers of notes, each a name and what is printed before it; markers the same."""
    text, pieces = "", []
    for kind, listed in (("note", notes), ("marker", markers)):
        for name, printed in listed:
            pieces.append(Piece(len(text), len(text) + len(printed), kind, "", len(text) + len(printed), note=name))  # type: ignore[arg-type] # a kind of piece
            text += f"{printed} "
    numbers = NoteNumbers(pieces, text)
    return [numbers.of(name) for name, _ in notes or markers]


def test_notes_have_the_number_that_is_printed_unless_another_has_it() -> None:
    assert _numbers(("a", "1"), ("b", "(2)"), ("c", "[12]")) == [1, 2, 12]
    assert _numbers(("a", "3"), ("b", "3"), ("c", ""), ("d", "*")) == [3, 4, 5, 6]
    assert _numbers(("a", "¹²"), ("b", "⁰³"), ("c", "⁴⁵⁶⁷"), ("d", "⁸⁹")) == [12, 3, 4567, 89]
    assert _numbers(("a", "0"), ("b", "")) == [1, 2]
    assert _numbers(("a", ""), ("b", ""), markers=(("b", "7"), ("a", "5"), ("a", "9"))) == [5, 7]
    assert _numbers(markers=(("x", "*"), ("y", "2"))) == [3, 2]


def test_a_number_that_stands_by_itself_is_that_of_the_text_after_it() -> None:
    assert lines("<p>1.</p><p>De haven is open.</p><p>2.</p><p>De kade niet.</p>") == [
        "I1 numbered 1. | De haven is open.",
        "I1 numbered 2. | De kade niet.",
    ]
    assert lines("<p>De haven is open.</p><p>2.</p>") == ["P | De haven is open.", "P | 2."]
    assert lines('<ul style="list-style: none"><li><p>–</p><p>meten</p></li><li><p>–</p><p>bouwen</p></li></ul>') == [
        "I1 bullet – | meten",
        "I1 bullet – | bouwen",
    ]
    assert lines('<p><span class="num">1.</span> 1. De haven is open.</p>') == ["I1 numbered 1. | De haven is open."]


def test_elements_too_deep_inside_others_are_read_in_their_order() -> None:
    for tag in ("span", "div"):
        for deep in (240, 300, 1900):
            inside = f"<{tag}>" * deep + "De <b>haven</b> is open." + f"</{tag}>" * deep
            assert lines(f"<p>Vooraf.</p>{inside}<p>Daarna.</p>") == ["P | Vooraf.", "P | De haven is open.", "P | Daarna."]


def test_paragraphs_keep_apart_where_nobody_closed_the_tags_around_them() -> None:
    told = [f"Haven {number} is open." for number in range(400)]
    for tag in ("div", "font", "center", "blockquote"):
        page = "".join(f"<{tag}><p>{words}</p>" for words in told)
        assert [line.split(" | ")[1] for line in lines(page)] == told
    behind = "".join(f"<div>Voor {number}." for number in range(150)) + "".join(f"</div>Na {number}." for number in range(150))
    both = [*(f"Voor {number}." for number in range(150)), *(f"Na {number}." for number in range(150))]
    assert " ".join(line.split(" | ")[1] for line in lines(behind)) == " ".join(both)
    raised = "<div>" * 300 + '<p>De haven<sup><a href="#n1">1</a></sup> is <b>nu</b> open.</p></div><p id="n1">1 Zie a.</p>'
    assert lines(raised) == ["P | De haven{1} is nu open.", "N 1 | Zie a."]


def test_a_picture_of_millions_of_letters_ends_no_page() -> None:
    assert lines(f'<p>Vooraf.</p><img src="data:image/png;base64,{"A" * 10_100_000}"><p>Daarna.</p>') == ["P | Vooraf.", "P | Daarna."]


def test_a_heading_that_only_bold_or_its_place_tells() -> None:
    between = f"<p>{_LONG}</p><p>Kleine havens</p><p>{_LONG}</p>"
    assert lines(between)[1] == "H1 | Kleine havens"
    assert lines(between.replace("Kleine havens", "Kleine havens."))[1].startswith("P")
    assert lines(between.replace("Kleine havens", "kleine havens"))[1].startswith("P")
    assert lines(between.replace("Kleine havens", "Kleine " * 14 + "havens"))[1].startswith("P")
    assert lines(f"<p>Kort.</p><p>Kleine havens</p><p>{_LONG}</p>")[1].startswith("P")
    assert lines(f"<p>{_LONG}</p><p>Kleine havens</p><p>Kort.</p>")[1].startswith("P")
    assert lines(f"<p>{_LONG}</p><ul><li>Kleine havens</li></ul><p>{_LONG}</p>")[1].startswith("I")
    assert lines(f"<p>{_LONG[:-1]}</p><p>Kleine havens</p><p>{_LONG}</p>")[1].startswith("P")
    assert lines(f"<p>{_LONG}</p><p>Kleine havens</p><p>{_LONG[0].lower()}{_LONG[1:]}</p>")[1].startswith("P")


def test_a_line_with_the_number_of_an_article_is_a_heading_and_the_next_its_title() -> None:
    assert lines(f"<p>Artikel 1</p><p>Doel van de wet</p><p>{_LONG}</p>")[:2] == [
        "H1 {article} | Artikel 1",
        "H2 {article} | Doel van de wet",
    ]
    assert lines(f"<p>HOOFDSTUK I</p><p>Havens</p><p>{_LONG}</p>")[:2] == ["H1 | HOOFDSTUK I", "H2 | Havens"]
    assert lines(f"<p>Artikel 1</p><p>{_LONG}</p>") == ["H1 {article} | Artikel 1", f"P {{paragraph}} | {_LONG}"]


def test_words_of_another_act_stand_between_quotation_marks_after_a_colon() -> None:
    act = "<p>Artikel 1</p><p>Artikel 7 wordt vervangen door:</p><p>„Artikel 7</p><p>1. Een haven heeft een kade.”.</p><p>Dat geldt nu.</p>"
    assert lines(act)[2:] == [
        "Q {amendment} | „Artikel 7",
        "I1 numbered 1. {amendment} | Een haven heeft een kade.”.",
        "P {paragraph} | Dat geldt nu.",
    ]
    assert not any("amendment" in line for line in lines(act.replace("Artikel 1<", "Deel 1<").replace("„Artikel 7", "„Deel 7")))
    assert not any("amendment" in line for line in lines(act.replace("door:", "door")))
    assert not any("amendment" in line for line in lines(act.replace("kade.”.", "kade.")))


def test_ranks_of_headings_that_the_markup_tells_and_of_those_it_does_not() -> None:
    act = f"<h1>Wet</h1><h2>Havens</h2><p>{_LONG}</p><p>Artikel 1</p><p>{_LONG}</p><h2>Kades</h2><p>{_LONG}</p><p>BIJLAGE</p><p>{_LONG}</p>"
    assert [line for line in lines(act) if line.startswith("H")] == [
        "H1 | Wet",
        "H1 | Havens",
        "H2 {article} | Artikel 1",
        "H1 | Kades",
        "H2 {annex} | BIJLAGE",
    ]
    assert [line for line in lines(f"<h2>A</h2><p>{_LONG}</p><h4>B</h4><p>{_LONG}</p><h3>C</h3><p>{_LONG}</p><h2>D</h2>") if line.startswith("H")] == [
        "H1 | A", "H2 | B", "H2 | C", "H1 | D",
    ]  # fmt: skip


def test_a_number_or_letter_is_a_mark_where_its_sequence_bears_it_out() -> None:
    assert lines(f"<p>{_LONG}</p><p>a) meten;</p><p>b) bouwen.</p>")[1:] == ["I1 lettered a) | meten;", "I1 lettered b) | bouwen."]
    assert lines(f"<p>{_LONG}</p><p>4) meten;</p>")[1:] == ["P | 4) meten;"]
    assert lines(f"<p>{_LONG}</p><p>1) meten;</p>")[1:] == ["I1 numbered 1) | meten;"]
    assert lines(f"<p>{_LONG}</p><p>• meten;</p>")[1:] == ["I1 bullet • | meten;"]
    assert lines("<p>h) meten;</p><p>i) graven;</p><p>j) bouwen.</p>") == [
        "I1 lettered h) | meten;",
        "I1 lettered i) | graven;",
        "I1 lettered j) | bouwen.",
    ]
    assert lines("<p>i) meten;</p><p>ii) graven.</p>") == ["I1 lettered i) | meten;", "I1 lettered ii) | graven."]
    apart = "<p>Tekst die hier staat.</p>"
    assert lines(f"<p>4) meten;</p>{apart * 59}<p>5) bouwen.</p>")[0] == "I1 numbered 4) | meten;"
    assert lines(f"<p>4) meten;</p>{apart * 60}<p>5) bouwen.</p>")[0] == "P | 4) meten;"
    french = f"<p>I. - {_LONG}</p><p>II. - {_LONG}</p>"
    assert lines(french) == [f"I1 lettered I. - | {_LONG}", f"I1 lettered II. - | {_LONG}"]


def test_an_empty_cell_stands_where_a_table_has_none_and_a_bold_row_is_its_head() -> None:
    table = "<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td></tr><tr><td rowspan=2>e</td><td>f</td></tr><tr><td>g</td><td>h</td></tr></table>"
    assert lines(table) == ["T | a | b | c", "T | d |  | ", "T | e | f | ", "T | g | h"]
    bold = "<table><tr><td><b>Land</b></td><td><b>Kades</b></td></tr><tr><td>Malta</td><td>4</td></tr></table>"
    assert lines(bold) == ["T1 | Land | Kades", "T | Malta | 4"]
    assert lines(bold.replace("Malta", "<b>Malta</b>").replace("<td>4", "<td><b>4</b>")) == ["T | Land | Kades", "T | Malta | 4"]
    assert lines(bold.replace("<b>Kades</b>", "Kades")) == ["T | Land | Kades", "T | Malta | 4"]
    heads = (
        "<table><thead><tr><th>Land</th><th>Kades</th></tr><tr><th>a</th><th>b</th></tr></thead><tr><td>Malta</td><td>4</td></tr></table>"
    )
    assert lines(heads) == ["T2 | Land | Kades", "T | a | b", "T | Malta | 4"]


def test_places_of_parts_are_paths_of_elements() -> None:
    blocks = page("<div><p>Een haven.</p><p>Een <b>kade</b>.</p></div><div><p>Een schip.</p></div>").blocks
    assert [str(getattr(block.place, "path", "")) for block in blocks] == ["/body/div[1]/p[1]", "/body/div[1]/p[2]", "/body/div[2]/p[1]"]
