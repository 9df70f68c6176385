"""The chart of sums: sentences of our own."""

from __future__ import annotations

import re

from generator.annotators import annotate_all
from generator.dossier.gathered.amounts import gather
from generator.dossier.index import build_index
from generator.model import Block, Document, Knowledge, Lines, Metadata, Seed, Transcript
from generator.pages.lists.sums_chart import sums_chart


def chart(*texts: str) -> str:
    """The chart of the sums in some paragraphs."""
    blocks = tuple(Block(f"p-{place}", "paragraph", text, Lines(place, place)) for place, text in enumerate(texts, 1))
    document = Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X <i>"), blocks)
    return sums_chart(gather(build_index(annotate_all((document,), Knowledge()))), "tafel")


def test_each_country_has_a_row_with_a_dot_for_each_of_its_sums_and_the_rest_comes_last() -> None:
    html = chart("Er gaat 3 miljoen EUR naar Peru en 40 miljoen EUR naar Chili.", "Chili kreeg 5 miljard EUR.", "Er is 70 000 EUR betaald.")
    named = re.findall(r'class="bedragengrafiek__naam"[^>]*>([^<]+)<tspan data-aantal>([^<]+)<', html)
    assert named == [("Chili", " (2)"), ("Peru", " (1)"), ("Zonder land", " (1)")]
    assert html.count("<circle") == 4


def test_each_dot_knows_the_row_of_its_sum_in_the_table() -> None:
    html = chart("Er gaat 0 EUR naar Peru.", "Er gaat 3 miljoen EUR naar Peru en Chili.", "Er is 70 000 EUR betaald.")
    assert 'data-volgt="tafel"' in html
    assert re.findall(r'data-rij="(\d+)"', html) == ["1", "1", "2"]


def test_a_dot_stands_by_the_power_of_ten_of_its_sum() -> None:
    html = chart("Er gaat 1 miljoen EUR naar Peru.", "Er gaat 10 miljoen EUR naar Peru.", "Er gaat 100 miljoen EUR naar Peru.")
    first, middle, last = (float(found) for found in re.findall(r'cx="([\d.]+)%"', html))
    assert first < last
    assert middle == (first + last) / 2 == 50
    assert re.findall(r'class="grafiek__jaar"[^>]*>([^<]+)<', html) == ["1 mln.", "10 mln.", "100 mln."]


def test_the_chart_is_told_in_words_and_what_a_document_says_is_no_element() -> None:
    html = chart("Er gaat 3 miljoen EUR naar Peru.", "Er gaat 5 miljoen EUR naar Peru.")
    assert "Peru: 2 bedragen, van 3 miljoen EUR tot 5 miljoen EUR." in html
    assert "<i>" not in html


def test_one_sum_or_none_makes_no_chart() -> None:
    assert chart("Er gaat 3 miljoen EUR naar Peru.") == chart("Over Peru.") == ""


def test_a_wide_range_has_few_ticks_and_sums_of_one_value_have_a_scale() -> None:
    wide = chart("Er gaat 2 EUR naar Peru.", "Er gaat 9 000 miljard EUR naar Peru.")
    assert 2 <= wide.count("grafiek__jaar") <= 7
    same = re.findall(r'cx="([^"]+)"', chart("Peru kreeg 10 miljoen EUR.", "Chili kreeg 10 miljoen EUR."))
    assert len(same) == 2
    assert len(set(same)) == 1
