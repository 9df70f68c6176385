"""Pictures of shared links: whole, small, the same each time, and drawn from any words there are."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.output.picture import SIZE, picture
from tests.support import ROOT

LARGEST = 40_000
"""Bytes: services fetch the picture each time a link is shared, and some take no more than 300 kB."""

WORDS = ("Dossier havens", "advies · Havencomité", "De kades van morgen", "HC 2022/31 · 30 september 2022")


def drawn(*words: str) -> Image.Image:
    return Image.open(BytesIO(picture(*words))).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part of the picture are not paper."""
    part = image.crop(box)
    return sum(count for count, colour in part.getcolors(maxcolors=1 << 24) or () if colour != (253, 252, 249))


TITLE = (80, 200, 1120, 500)
MARGINS = ((0, 20, 80, 630), (1125, 20, 1200, 630))


def test_it_is_as_large_as_services_ask_and_light() -> None:
    assert drawn(*WORDS).size == SIZE == (1200, 630)
    assert len(picture(*WORDS)) < LARGEST


def test_another_process_draws_the_same_bytes() -> None:
    told = f"from generator.output.picture import picture; import hashlib; print(hashlib.sha256(picture(*{WORDS!r})).hexdigest())"
    other = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(picture(*WORDS)).hexdigest()


def test_other_words_give_another_picture() -> None:
    assert len({picture(*WORDS[:place], "Iets anders", *WORDS[place + 1 :]) for place in range(len(WORDS))} - {picture(*WORDS)}) == len(
        WORDS
    )


@pytest.mark.parametrize(
    "title",
    [
        "Mededeling over de kades " * 12,
        "Kadeonderhoudssubsidieaanvraagformulier" * 4,
        "Přístavní řád – Ĳmuiden, Škoda, Łódź",
        "Kade\x00\x1b[31m \u202eomgekeerd\u202c \ud7ff",
    ],
)
def test_no_title_runs_over_the_edge(title: str) -> None:
    image = drawn("Dossier havens", title, title, title)
    assert ink(image, TITLE) > 2000
    assert [ink(image, box) for box in MARGINS] == [0, 0]


def test_a_title_in_a_script_that_the_fonts_lack_leaves_its_place_to_the_number() -> None:
    assert ink(drawn("Dossier", "", "Ανακοίνωση της Επιτροπής", "COM(2020) 1"), TITLE) > 2000


def test_a_stray_character_that_no_font_has_is_left_out() -> None:
    assert picture("D", "", "De kade ☃ van morgen", "") == picture("D", "", "De kade van morgen", "")


@settings(max_examples=30)
@given(st.text(max_size=600), st.text(max_size=80))
def test_whatever_the_words_there_is_a_picture(title: str, other: str) -> None:
    assert drawn(other, other, title, other).size == SIZE
