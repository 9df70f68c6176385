"""Markdown: what its marks mean to a reader, line by line, and which of them are text."""

from __future__ import annotations

import pytest

from generator.model import Document, Seed
from generator.readers import ledger, opened, read
from tests.readers.test_readers import spelled

_LONG = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def document(text: str) -> Document:
    """The document in a text with a name that says it is Markdown."""
    found = read(opened(Seed("seeds/x.md", text.encode())))
    assert ledger.check(found) == ()
    return found


def lines(text: str) -> list[str]:
    """A text in the notation of the case files, rules left out."""
    return [line for line in spelled(document(text)).splitlines() if not line.startswith("X rule")]


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("x.md", "Een haven.", "markdown"),
        ("x.MD", "Een haven.", "markdown"),
        ("x.txt", "Een haven.", "text"),
        ("x.txt", "# Havens\n\nEen haven.", "markdown"),
        ("x.txt", "Vooraf.\n###### Havens", "markdown"),
        ("x.txt", "####### Havens", "text"),
        ("x.txt", "Een # haven.", "text"),
        ("x.txt", "Een haven[^1].\n\n[^1]: Noot.", "markdown"),
        ("x.txt", "Een haven [^1]: noot.", "text"),
        ("x.txt", "Een **haven** is __open__.", "markdown"),
        ("x.txt", "Een **haven** is open.", "text"),
        ("x.txt", "Een ** haven ** is ** open **.", "text"),
        ("x.txt", "Een haven__naam__x en kade__naam__x.", "text"),
    ],
)
def test_a_text_is_markdown_by_its_name_or_its_marks(name: str, text: str, form: str) -> None:
    assert opened(Seed(f"seeds/{name}", text.encode())).format == form


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Havens", ["H1 | Havens"]),
        ("   ## Havens", ["H1 | Havens"]),
        ("# Havens ##", ["H1 | Havens"]),
        ("#Havens", ["H1 | Havens"]),
        ("#**Havens**", ["H1 | Havens"]),
        ("#havens groeien", ["P | #havens groeien"]),
        ("#12 van de lijst", ["P | #12 van de lijst"]),
        ("# Nummer 7 #x", ["H1 | Nummer 7 #x"]),
        ("Havens\n===", ["H1 | Havens"]),
        ("Havens\n---", ["H1 | Havens"]),
        ("Havens\nen kades\n---", ["P | Havens en kades"]),
        ("De havens groeien.\n\n---", ["P | De havens groeien."]),
        ("De havens groeien.\n***", ["P | De havens groeien."]),
        ("De havens groeien.\n___", ["P | De havens groeien."]),
        ("# Havens\n\n* * *\n\n_ _ _\n\n- - -", ["H1 | Havens"]),
        ("**Havens**\n\n" + _LONG, ["H1 | Havens", f"P | {_LONG}"]),
        ("*Havens*\n\n" + _LONG, ["H1 | Havens", f"P | {_LONG}"]),
        ("**Havens** en kades groeien.\n\n" + _LONG, ["P | Havens en kades groeien.", f"P | {_LONG}"]),
        ("# **2.1** Havens", ["H2 2.1 | Havens"]),
    ],
)
def test_a_heading_has_signs_a_line_below_it_or_stars_around_it(text: str, found: list[str]) -> None:
    assert lines(text) == found


def test_signs_tell_the_level_of_headings_without_numbers() -> None:
    named = [f"{signs} {name}\n\n{_LONG}\n\n" for signs, name in (("#", "A"), ("##", "B"), ("###", "C"), ("##", "D"))]
    assert lines("".join(named))[::2] == ["H1 | A", "H1 | B", "H2 | C", "H1 | D"]
    assert lines(f"A\n===\n\n{_LONG}\n\nB\n---\n\n{_LONG}\n\nC\n===\n\n{_LONG}")[::2] == ["H1 | A", "H2 | B", "H1 | C"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("> De haven\n> is open.", ["Q | De haven is open."]),
        ("> De haven is open.\n\n> De kade niet.", ["Q | De haven is open.", "Q | De kade niet."]),
        (">> De haven is open.", ["Q | De haven is open."]),
        ("   >De haven is open.", ["Q | De haven is open."]),
        ("De haven is open.\n> De kade niet.", ["P | De haven is open.", "Q | De kade niet."]),
        ("<div>\n\nDe haven is open.\n\n</div>", ["P | De haven is open."]),
        ('<p align="center"><br/></p>\n\nDe haven is open.', ["P | De haven is open."]),
        ("De haven\nis open.", ["P | De haven is open."]),
        ("De haven is open.\nHOOFDSTUK II\nDe kade niet.", ["P | De haven is open.", "H1 | HOOFDSTUK II", "P | De kade niet."]),
        (
            "---\ntitle: Havens\ntags:\n- kade\n- sluis\n---\nDe haven is open.",
            ["F | title: Havens", "F | tags: kade, sluis", "P | De haven is open."],
        ),
        ("De haven is\n\nopen en groot.", ["P | De haven is open en groot."]),
        ("De haven is open.\n\nen groot.", ["P | De haven is open.", "P | en groot."]),
        ("# De haven is\n\nopen en groot.", ["H1 | De haven is", "P | open en groot."]),
        ("- de haven is\n\nopen en groot.", ["I1 bullet - | de haven is open en groot."]),
    ],
)
def test_lines_make_quotations_paragraphs_and_facts(text: str, found: list[str]) -> None:
    assert lines(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"De haven is \*open\*.", "De haven is *open*."),
        (r"De haven is \_open\_.", "De haven is _open_."),
        ("De haven is *open*.", "De haven is open."),
        ("De haven is _open_.", "De haven is open."),
        ("De haven is ***open***.", "De haven is open."),
        ("De haven is **open.", "De haven is **open."),
        ("De 3 * 4 en 5 * 6.", "De 3 * 4 en 5 * 6."),
        ("De haven_naam_lang is open.", "De haven_naam_lang is open."),
        ("De *haven **is* open**.", "De haven **is open**."),
        ("De [haven](https://x.example/a_(b)) is open.", "De haven is open."),
        ('De [haven](https://x.example "De haven") is open.', "De haven is open."),
        ("De [haven] is (open).", "De [haven] is (open)."),
        ("De ![kaart](kaart.png) is open.", "De kaart is open."),
        ('De ![kaart](kaart.png "De kaart") is open.', "De kaart is open."),
        ("De <b>haven</b> is <SPAN class='x'>open</SPAN>.", "De haven is open."),
        ("De haven is <open> of <x>dicht</x>.", "De haven is <open> of <x>dicht</x>."),
        ("De haven<br/>is open.", "De haven is open."),
        ("De haven<br>is open.", "De haven is open."),
        ("De **haven\nis** open.", "De haven is open."),
    ],
)
def test_marks_inside_a_line_are_notation_where_they_have_a_counterpart(text: str, found: str) -> None:
    assert [block.text for block in document(text).blocks] == [found]


@pytest.mark.parametrize("tag", ["b", "i", "u", "em", "strong", "small", "big", "sup", "sub", "span", "font", "p", "div", "center"])
def test_tags_that_say_how_words_look_are_notation(tag: str) -> None:
    assert [block.text for block in document(f"De haven is <{tag}>open</{tag}>.").blocks] == ["De haven is open."]


@pytest.mark.parametrize("sign", list("\\`*_{}[]()#+.!|>~-"))
def test_a_sign_behind_a_backslash_is_itself(sign: str) -> None:
    assert [block.text for block in document(f"De haven x\\{sign}y is open.").blocks] == [f"De haven x{sign}y is open."]


def test_words_between_stars_are_set_off() -> None:
    block = document("De **haven** is *open* en __groot__ en ***wijd en** zijd* bekend.").blocks[0]
    assert [block.text[start:end] for start, end in block.emphasis] == ["haven", "open", "groot"]
    block = document("De **haven\nis** open en *de **kade** is* dicht.").blocks[0]
    assert [block.text[start:end] for start, end in block.emphasis] == ["haven is", "de kade is"]
    assert document("**Let op: de haven is open en de kade is dicht.**").blocks[0].emphasis == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- meten;\n- bouwen.", ["I1 bullet - | meten;", "I1 bullet - | bouwen."]),
        ("* meten;\n* bouwen.", ["I1 bullet * | meten;", "I1 bullet * | bouwen."]),
        ("+ meten;\n+ bouwen.", ["I1 bullet + | meten;", "I1 bullet + | bouwen."]),
        ("1. meten;\n2. bouwen.", ["I1 numbered 1. | meten;", "I1 numbered 2. | bouwen."]),
        ("1) meten;\n2) bouwen.", ["I1 numbered 1) | meten;", "I1 numbered 2) | bouwen."]),
        ("- meten\nen graven;\n- bouwen.", ["I1 bullet - | meten en graven;", "I1 bullet - | bouwen."]),
        ("- a) meten;\n- b) bouwen.", ["I1 lettered a) | meten;", "I1 lettered b) | bouwen."]),
        ("- (i) meten;\n- (ii) bouwen.", ["I1 lettered (i) | meten;", "I1 lettered (ii) | bouwen."]),
        ("-meten", ["P | -meten"]),
        ("Wij:\na) meten;\nb) bouwen.", ["P | Wij:", "I1 lettered a) | meten;", "I1 lettered b) | bouwen."]),
        ("Wij:\n\n(a) meten;\n\n(b) bouwen.", ["P | Wij:", "I1 lettered (a) | meten;", "I1 lettered (b) | bouwen."]),
        ("Wij meten.\na) of niet", ["P | Wij meten. a) of niet"]),
        ("Wij:\nb) meten.", ["P | Wij: b) meten."]),
        ("1. meten:\n   a) diep,\n   b) breed;\n2. bouwen.", ["I1 numbered 1. | meten:", "I2 lettered a) | diep,", "I2 lettered b) | breed;", "I1 numbered 2. | bouwen."]),
        ("1. meten\n   a) diep\n2. bouwen.", ["I1 numbered 1. | meten", "I2 lettered a) | diep", "I1 numbered 2. | bouwen."]),
        ("- meten\n  - diep\n  - breed\n- bouwen", ["I1 bullet - | meten", "I2 bullet - | diep", "I2 bullet - | breed", "I1 bullet - | bouwen"]),
        ("- meten;\n  - graven;\n- bouwen", ["I1 bullet - | meten;", "I1 bullet - | graven;", "I1 bullet - | bouwen"]),
        ("- meten\n    - diep\n  - breed\n- bouwen", ["I1 bullet - | meten", "I2 bullet - | diep", "I2 bullet - | breed", "I1 bullet - | bouwen"]),
        ("1. meten\n   1. diep\n   2. breed\n2. bouwen", ["I1 numbered 1. | meten", "I2 numbered 1. | diep", "I2 numbered 2. | breed", "I1 numbered 2. | bouwen"]),
    ],
)  # fmt: skip
def test_items_have_marks_and_lie_in_one_another(text: str, found: list[str]) -> None:
    assert lines(f"# Plan\n\n{text}") == ["H1 | Plan", *found]


def test_lists_start_again_below_a_heading() -> None:
    text = "# Plan\n\n1. meten;\n2. bouwen.\n\n# Slot\n\n1. openen;\n2. varen."
    assert lines(text)[4:] == ["I1 numbered 1. | openen;", "I1 numbered 2. | varen."]
    assert lines("# Plan\n\nWij:\na) meten;\nb) bouwen.\n\n# Slot\n\nWij gaan.\nc) varen")[-1] == "P | Wij gaan. c) varen"


def test_a_number_and_a_title_above_a_text_are_a_heading_where_no_heading_has_signs() -> None:
    assert lines(f"1. Havens\n\n{_LONG}\n\n2. Kades\n\n{_LONG}")[::2] == ["H1 1 | Havens", "H1 2 | Kades"]
    assert lines(f"# Plan\n\n1. Havens\n\n{_LONG}")[1].startswith("I1 numbered 1.")
    assert lines("1. Havens\n2. Kades")[0] == "I1 numbered 1. | Havens"
    assert lines(f"1. Havens die groeien, zegt men.\n\n{_LONG}")[0].startswith("I1 numbered 1.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De haven[^1].\n\n[^1]: Zie a.", ["P | De haven{1}.", "N 1 | Zie a."]),
        ("De haven[^1].\n\n   [^1]: Zie a\nen b.", ["P | De haven{1}.", "N 1 | Zie a en b."]),
        ("De haven<sup>1</sup>.\n\n<sup>1</sup> Zie a.", ["P | De haven{1}.", "N 1 | Zie a."]),
        ("De haven<sup> 1 </sup>.\n\n1 Zie a.", ["P | De haven{1}.", "N 1 | Zie a."]),
        ("De haven(1) groeit.\n\n(1) Zie a.", ["P | De haven{1} groeit.", "N 1 | Zie a."]),
        ("De haven (1) groeit.\n\n- (1) Zie a.", ["P | De haven{1} groeit.", "N 1 | Zie a."]),
        ("De haven[1] groeit.\n\n> [1] Zie a.", ["P | De haven{1} groeit.", "N 1 | Zie a."]),
        ("De haven<sup>1</sup> is<sup>2</sup>.\n\n1 Zie a. 2 Zie b.", ["P | De haven{1} is{2}.", "N 1 | Zie a.", "N 2 | Zie b."]),
        ("De haven<sup>1</sup>.\n\n2 Zie a.", ["P | De haven{1}.", "P | 2 Zie a.", "N 1 | -"]),
        ("1 Zie a.\n\nDe haven<sup>1</sup>.", ["P | 1 Zie a.", "P | De haven{1}.", "N 1 | -"]),
        ("De haven<sup>4</sup>.\n\n4 Zie a.", ["P | De haven{4}.", "P | 4 Zie a.", "N 4 | -"]),
        ("De haven<sup>3</sup>.\n\n3 Zie a.", ["P | De haven{3}.", "N 3 | Zie a."]),
        ("| haven[^1] | 4 |\n|---|---|\n| kade | 2 |\n\n[^1]: Zie a.", ["TH | haven{1} | 4", "T | kade | 2", "N 1 | Zie a."]),
    ],
)
def test_notes_are_told_by_notation_or_by_the_number_that_the_text_calls_for(text: str, found: list[str]) -> None:
    assert lines(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| Land | Kades |\n|---|:--:|\n| Malta | 4 |", ["TH | Land | Kades", "T | Malta | 4"]),
        ("| Land | Kades\n| --- | ---\n| Malta | 4", ["TH | Land | Kades", "T | Malta | 4"]),
        ("| Land | Kades |\n| Malta | 4 |", ["T | Land | Kades", "T | Malta | 4"]),
        ("| Land | Kades |\n| Malta |", ["P | | Land | Kades | | Malta |"]),
        ("| Land | Kades |", ["P | | Land | Kades |"]),
        ("| Land \\| stad | Kades |\n|---|---|\n| Malta | 4 |", ["TH | Land | stad | Kades", "T | Malta | 4"]),
        ("| **Land** | [Kades](x) |\n|---|---|\n| Malta | 4 |", ["TH | Land | Kades", "T | Malta | 4"]),
        ("| Land | |\n|---|---|\n| Malta | 4 |", ["TH | Land | ", "T | Malta | 4"]),
        (
            "De lijst:\n| Land | Kades |\n|---|---|\n| Malta | 4 |\nTot zover.",
            ["P | De lijst:", "TH | Land | Kades", "T | Malta | 4", "P | Tot zover."],
        ),
        ("| Malta | 4 |\n|---|---|", ["T | Malta | 4"]),
    ],
)
def test_lines_with_pipes_are_a_table_where_they_have_a_rule_or_as_many_cells(text: str, found: list[str]) -> None:
    assert [line.rstrip() for line in lines(text)] == [line.rstrip() for line in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<table><tr><th>Land</th><th>Kades</th></tr><tr><td>Malta</td><td>4</td></tr></table>", ["TH | Land | Kades", "T | Malta | 4"]),
        ("<TABLE>\n<tr>\n<td>Malta<td>4\n</TABLE>", ["T | Malta | 4"]),
        ("<table>\n<tr><td>Malta</td></tr>\n\n<tr><td>Cyprus</td></tr>\n</table>", ["T | Malta", "T | Cyprus"]),
        ("<table><tr><td>**Land**</td></tr><tr><td>Malta<br>(eiland)</td></tr></table>", ["TH | Land", "T | Malta (eiland)"]),
        (
            "<table><tr><td><p>een</p><p>twee</p></td><td><ul><li>drie</li><li>vier</li></ul></td></tr></table>",
            ["T | een twee | drie vier"],
        ),
        ("<table><tr><td>1&nbsp;200</td><td>&lt; 5<sup>1</sup></td></tr></table>\n\n[^1]: Zie a.", ["T | 1 200 | < 5{1}", "N 1 | Zie a."]),
        ('<div align="center"><table><tr><td>a</td></tr></table></div>', ["T | a"]),
        ("De lijst:\n<table><tr><td>a</td></tr></table>\nTot zover.", ["P | De lijst:", "T | a", "P | Tot zover."]),
        ("Wie <table> schrijft, sluit het.", ["P | Wie <table> schrijft, sluit het."]),
        ("<table>\n<tr><td>open\n\n# Havens", ["P | <table> <tr><td>open", "H1 | Havens"]),
        ("<table>\n<tr><td>open", ["P | <table> <tr><td>open"]),
        ("<table><tr><td>a</td></tr></table> en meer", ["P | <table><tr><td>a</td></tr></table> en meer"]),
    ],
)
def test_a_table_in_tags_has_the_cells_that_a_web_page_would_have(text: str, found: list[str]) -> None:
    assert lines(text) == found


def test_cells_in_tags_reach_over_others_and_keep_their_lines() -> None:
    text = '<table>\n<caption>Tabel 1</caption>\n<tr><th rowspan="2">Haven</th><th colspan=2>Kades</th></tr>\n<tr><th>oud</th><th>nieuw</th></tr>\n<tr><td>Malta</td><td></td><td>4</td></tr>\n</table>'
    (table,) = document(text).blocks
    assert table.caption is not None
    assert (table.caption.text, table.header_rows, table.lines) == ("Tabel 1", 2, (1, 6))
    assert [[(cell.text, cell.down, cell.across, cell.lines) for cell in row] for row in table.rows] == [
        [("Haven", 2, 1, (3, 3)), ("Kades", 1, 2, (3, 3))],
        [("oud", 1, 1, (4, 4)), ("nieuw", 1, 1, (4, 4))],
        [("Malta", 1, 1, (5, 5)), ("", 1, 1, (5, 5)), ("4", 1, 1, (5, 5))],
    ]


def test_tags_of_figures_and_details_part_paragraphs_and_are_no_text() -> None:
    text = (
        '<figure>\n<img src="a.png" alt="De haven bij vloed">\n<figcaption>Figuur 1. De haven</figcaption>\n</figure>\nDe haven is open.\n\n'
        "<details>\n<summary>Meer</summary>\nDe kade ook.\n</details>\n"
    )
    assert [block.text for block in document(text).blocks] == [
        "De haven bij vloed", "Figuur 1. De haven", "De haven is open.", "Meer", "De kade ook.",
    ]  # fmt: skip
    assert [block.text for block in document('De haven.\n\n<img src="a.png">\n\nDe kade.').blocks] == ["De haven.", "De kade."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie [[Havenvisie|de visie]] en [[Kadeplan]].", ["P | Zie de visie en Kadeplan."]),
        ("Zie ![[kaart.png]].", ["P | Zie kaart.png."]),
        ("De haven [[1]](#n1) is [[open.", ["P | De haven [[1]](#n1) is [[open."]),
        ("## Kosten {#kosten .smal}\n\nVeel.", ["H1 | Kosten", "P | Veel."]),
        ("## Kosten {hoog}\n\nVeel.", ["H1 | Kosten {hoog}", "P | Veel."]),
        ("De haven.\n::: {.kader}\nDe kade.\n:::\nHet schip.", ["P | De haven.", "P | De kade.", "P | Het schip."]),
        ("<aside>\nDe haven.\n\n</aside>", ["P | De haven."]),
    ],
)
def test_notation_of_wikis_and_of_pandoc_is_no_text(text: str, found: list[str]) -> None:
    assert lines(text) == found
