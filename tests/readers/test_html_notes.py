"""Notes of web pages: which links and raised numbers call for one, which blocks are notes, and what leads back."""

from __future__ import annotations

from typing import Final

import pytest

from tests.readers.test_html import lines

_NOTE: Final = '<p id="n1"><a href="#r1">1</a> Zie het verslag.</p>'
_READ: Final = ["P | De haven is open.{1} De kade niet.", "N 1 | Zie het verslag."]


def _text(marker: str) -> str:
    return f"<p>De haven is open.{marker} De kade niet.</p>"


@pytest.mark.parametrize(
    "marker",
    [
        '<a id="r1" href="#n1">1</a>', '<a name="r1" href="#n1">1</a>', '<sup id="r1"><a href="#n1">1</a></sup>',
        '<a id="r1" href="#n1"><sup>1</sup></a>', '<a id="r1" href="#n1">(1)</a>', '<a id="r1" href="#n1">[1]</a>',
        '<a href="#n1">[<span id="r1">1</span>]</a>', '(<a id="r1" href="#n1">1</a>)', '[<a id="r1" href="#n1">1</a>]',
        '<a id="r1" href="x.html#n1">1</a>',
    ],
)  # fmt: skip
def test_a_link_to_a_note_that_links_back_is_its_marker(marker: str) -> None:
    assert lines(_text(marker) + _NOTE) == _READ


@pytest.mark.parametrize(
    "note",
    [
        '<p id="n1">1 Zie het verslag.</p>', '<p id="n1">(1) Zie het verslag.</p>', '<p><a name="n1"></a>[1] Zie het verslag.</p>',
        '<p><a name="n1">1</a> Zie het verslag.</p>', '<p><a id="n1" href="#r1">(1)</a> Zie het verslag.</p>', '<p id="n1"><sup>1</sup> Zie het verslag.</p>',
        '<div id="n1"><p>1 Zie het verslag.</p></div>', '<div><p id="n1">1 Zie het verslag.</p></div>',
        '<dl><dt></dt><dd id="n1">1 Zie het verslag.</dd></dl>', '<aside><p id="n1">1 Zie het verslag.</p></aside>',
        '<section><p id="n1">1 Zie het verslag.</p></section>', '<ol><li id="n1">Zie het verslag. <a href="#r1"></a></li></ol>',
        '<ol><li id="n1"><p>Zie het verslag.</p><p><a href="#r1"></a></p></li></ol>',
        '<table><tr><td id="n1">1</td><td>Zie het verslag.</td></tr></table>',
        '<table><tr><td><a id="n1" href="#r1">(1)</a></td><td>Zie het verslag.</td></tr></table>',
    ],
)  # fmt: skip
def test_a_note_starts_with_the_number_of_its_marker_or_links_back(note: str) -> None:
    assert lines(_text('<a id="r1" href="#n1">1</a>') + note) == _READ


@pytest.mark.parametrize(
    "sign", ["↩", "↑", "^", "⏎", "⬆", "↩\ufe0e", "Terug", "terug naar de tekst", "Back to text", "retour au texte", "zurück", "1", "[1]"]
)
def test_what_only_leads_back_from_a_note_is_set_aside(sign: str) -> None:
    note = f'<ol><li id="n1">Zie het verslag. <a href="#r1">{sign}</a></li></ol>'
    assert lines(_text('<a id="r1" href="#n1">1</a>') + note) == [*_READ, f"X navigation | {sign}"]


def test_words_that_link_back_stay_words() -> None:
    note = '<ol><li id="n1">Zie het <a href="#r1">oude verslag</a>.</li></ol>'
    assert lines(_text('<a id="r1" href="#n1">1</a>') + note)[1] == "N 1 | Zie het oude verslag."


@pytest.mark.parametrize(
    ("marker", "note"),
    [
        ('<a href="#n1">1</a>', '<p id="n1">De kade is dicht.</p>'),
        ('<a href="#n1">1</a>', '<p id="n1">2 Zie het verslag.</p>'),
        ('<a href="#n1">a</a>', '<p id="n1">a Zie het verslag.</p>'),
        ('<a href="#n1">bron</a>', '<p id="n1">1 Zie het verslag.</p>'),
        ('<a href="#n1">1</a>', '<h2 id="n1">1 Kades</h2>'),
        ('<a href="#n2">1</a>', '<p id="n1">1 Zie het verslag.</p>'),
    ],
)  # fmt: skip
def test_a_link_that_nothing_bears_out_is_no_marker(marker: str, note: str) -> None:
    assert not any(line.startswith("N") for line in lines(_text(marker) + note))


@pytest.mark.parametrize("tag", ["article", "main"])
def test_a_link_to_a_part_of_the_page_is_no_marker(tag: str) -> None:
    assert not any(line.startswith("N") for line in lines(_text('<a href="#n1">1</a>') + f'<{tag} id="n1">1 De kade is dicht.</{tag}>'))


def test_a_note_stands_after_its_marker_and_not_around_it() -> None:
    assert not any(line.startswith("N") for line in lines('<p id="n1">1 Zie het verslag.</p>' + _text('<a href="#n1">1</a>')))
    assert not any(line.startswith("N") for line in lines('<p id="n1">1 De haven is open <a href="#n1">1</a> en groot.</p>'))


@pytest.mark.parametrize(
    "said",
    [
        'href="#footnote1"', 'href="#endnote1"', 'href="#fn1"', 'href="#ftn1"', 'href="#edn1"', 'href="#ntr1"', 'href="#voetnoot1"', 'href="#noot1"',
        'href="#cite_note-1"', 'href="#e0012"', 'href="#bas_page1"', 'href="#Fussnote1"', 'href="#n1" class="noteref"', 'href="#n1" role="doc-noteref"',
        'href="#n1" id="fnref1"', 'href="#n1" name="fnref1"', 'href="#n1" style="mso-footnote-id:x"',
    ],
)  # fmt: skip
def test_a_marker_or_target_that_calls_itself_a_note_needs_no_number_in_the_note(said: str) -> None:
    name = said.split('"')[1].removeprefix("#")
    assert lines(_text(f"<a {said}>1</a>") + f'<p id="{name}">Zie het verslag.</p>') == _READ


def test_a_target_that_calls_itself_a_note_is_one() -> None:
    assert lines(_text('<a href="#n1">1</a>') + '<p class="footnote" id="n1">Zie het verslag.</p>') == _READ


@pytest.mark.parametrize("label", ["a", "iv", "*", "**", "†", "‡", "§", "[a]", "(b)", "1.", "1:"])
def test_a_marker_may_be_a_letter_or_a_sign(label: str) -> None:
    found = lines(_text(f'<sup><a id="r1" href="#n1">{label}</a></sup>') + f'<p id="n1"><a href="#r1">{label}</a> Zie het verslag.</p>')
    assert found == _READ
    assert lines(_text(f'<sup><a href="#fn1">{label}</a></sup>') + f'<p id="fn1"><sup>{label}</sup> Zie het verslag.</p>') == _READ


def test_a_letter_in_the_line_is_a_marker_only_where_it_says_so() -> None:
    note = '<p id="n1"><a href="#r1">a</a> Zie het verslag.</p>'
    assert lines(_text('<a id="r1" href="#n1">a</a>') + note)[0] == "P | De haven is open.a De kade niet."
    assert lines(_text('<a id="r1" class="footnote" href="#n1">a</a>') + note) == _READ


def test_a_raised_marker_whose_note_is_on_another_page_is_a_marker_all_the_same() -> None:
    assert lines(_text('<sup><a href="#fn3">3</a></sup>')) == ["P | De haven is open.{3} De kade niet.", "N 3 | -"]
    assert lines(_text('<a href="#fn3">3</a>')) == ["P | De haven is open.3 De kade niet."]
    assert lines(_text('<sup><a href="#deel3">3</a></sup>')) == ["P | De haven is open.3 De kade niet."]
    assert lines('<p><sup><a href="#fn3">3</a></sup> Zie het verslag.</p>') == ["P | 3 Zie het verslag."]


def test_a_note_of_several_paragraphs_is_one_note() -> None:
    note = '<div><p id="n1"><a href="#r1">1</a> Zie het verslag.</p><p>En het advies.</p></div>'
    assert lines(_text('<a id="r1" href="#n1">1</a>') + note) == [_READ[0], "N 1 | Zie het verslag. En het advies."]


def test_a_block_with_many_paragraphs_or_two_notes_is_no_note_as_a_whole() -> None:
    more = "".join(f"<p>Alinea {n} gaat verder.</p>" for n in range(6))
    found = lines(_text('<a id="r1" href="#n1">1</a>') + f"<div>{_NOTE}{more}</div>")
    assert found[-1] == "N 1 | Zie het verslag."
    assert "P | Alinea 5 gaat verder." in found
    two = '<div><p id="n1"><a href="#r1">1</a> Zie a.</p><p id="n2"><a href="#r2">2</a> Zie b.</p></div>'
    assert lines(_text('<a id="r1" href="#n1">1</a><a id="r2" href="#n2">2</a>') + two)[1:] == ["N 1 | Zie a.", "N 2 | Zie b."]


def test_a_title_before_the_notes_is_none_of_them() -> None:
    assert lines(_text('<a id="r1" href="#n1">1</a>') + f"<div><p>Noten</p>{_NOTE}</div>")[1:] == ["P | Noten", "N 1 | Zie het verslag."]
    assert lines(_text('<a id="r1" href="#n1">1</a>') + f"<div>Noten{_NOTE}</div>")[1:] == ["P | Noten", "N 1 | Zie het verslag."]


def test_two_markers_of_one_note_bear_its_number_both() -> None:
    text = '<p>De haven<a id="r1" href="#n1">1</a> is open<a href="#n1">1</a>.</p>'
    assert lines(text + _NOTE) == ["P | De haven{1} is open{1}.", "N 1 | Zie het verslag."]


@pytest.mark.parametrize(
    "note",
    [
        '<p class="footnote">1 Zie het verslag.</p>', '<div class="voetnoot">(1) Zie het verslag.</div>', '<p role="doc-footnote">[1] Zie het verslag.</p>',
        '<li class="noot"><sup>1</sup> Zie het verslag.</li>', '<p class="note"><a id="x1">1</a> Zie het verslag.</p>',
        '<aside class="note">1 Zie het verslag.</aside>', '<dl><dd class="note">1 Zie het verslag.</dd></dl>',
    ],
)  # fmt: skip
def test_a_block_that_says_it_is_a_note_answers_to_a_raised_number(note: str) -> None:
    assert lines(_text("<sup>1</sup>") + note) == _READ


def test_a_block_that_says_it_is_a_note_is_one_though_nothing_points_at_it() -> None:
    assert lines(_text("") + '<p class="footnote">7 Zie het verslag.</p>')[1:] == ["N 7 | Zie het verslag."]
    assert lines(_text("") + '<p class="footnote">Zie het verslag.</p>')[1:] == ["P | Zie het verslag."]
    assert lines(_text("") + '<div class="footnote"><p class="note">7 Zie het verslag.</p></div>')[1:] == ["N 7 | Zie het verslag."]


def test_raised_numbers_count_on_from_one_and_others_are_text() -> None:
    text = _text("<sup>1</sup>") + "<p>De kade beslaat 40 m<sup>2</sup> en is nieuw.<sup>2</sup></p>"
    notes = "<p><sup>1</sup> Zie a.</p><p><sup>2</sup> Zie b.</p>"
    assert lines(text + notes)[-2:] == ["N 1 | Zie a.", "N 2 | Zie b."]
    assert lines("<p>De kade beslaat 40 m<sup>3</sup>.</p><p><sup>3</sup> Zie a.</p>") == ["P | De kade beslaat 40 m3.", "P | 3 Zie a."]


def test_numbers_between_brackets_at_the_end_of_a_page_are_notes_where_the_text_points_at_each() -> None:
    text = "<p>De haven is open (1) en de kade dicht (2).</p>"
    assert lines(f"{text}<p>(1) Zie a.</p><p>(2) Zie b.</p>") == [
        "P | De haven is open{1} en de kade dicht{2}.", "N 1 | Zie a.", "N 2 | Zie b.",
    ]  # fmt: skip
    assert not any(line.startswith("N") for line in lines("<p>De haven is open (1).</p><p>(1) Zie a.</p><p>(2) Zie b.</p>"))
    assert not any(line.startswith("N") for line in lines("<p>De haven is open (2).</p><p>(2) Zie b.</p>"))
