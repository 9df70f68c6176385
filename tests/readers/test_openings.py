"""The words with which the parts of an act begin, in the languages of the Union that the table has."""

from __future__ import annotations

import pytest

from generator.readers.pieces.roles import opening


@pytest.mark.parametrize(
    "text",
    [
        "Gedaan te Brussel, 3 maart 2031.", "Done at Brussels, 3 March 2031.", "DONE AT Brussels, 3 March 2031.", "Fait à Bruxelles, le 3 mars 2031.",
        "Geschehen zu Brüssel am 3. März 2031.", "Hecho en Bruselas, el 3 de marzo de 2031.", "Fatto a Bruxelles, il 3 marzo 2031",
        "Feito em Bruxelas, em 3 de março de 2031.", "Udfærdiget i Bruxelles, den 3. marts 2031.", "Utfärdad i Bryssel den 3 mars 2031.",
        "Sporządzono w Brukseli dnia 3 marca 2031 r.", "V Bruselu dne 3. března 2031.", "Съставено в Брюксел на 3 март 2031 година.",
    ],
)  # fmt: skip
def test_a_signature_opens_with_where_and_when_an_act_was_made(text: str) -> None:
    assert opening(text) == "signature"


@pytest.mark.parametrize(
    "text", ["Wat is gedaan te Brussel, blijft.", "What was done at Brussels stays.", "Done in Brussels.", "Donets", ""]
)
def test_words_that_stand_further_on_or_are_others_open_no_signature(text: str) -> None:
    assert opening(text) != "signature"
