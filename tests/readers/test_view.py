"""A text that is arranged anew knows of each of its characters where it stands in the seed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.readers.printed.text.view import Piece, View

_TEXT = "abcdefghijklmnop"


@st.composite
def _arranged(draw: st.DrawFn) -> View:
    """A view that was cut in pieces and put in another order once, twice or three times, with line ends set between."""
    view = View.of(_TEXT)
    for _ in range(draw(st.integers(1, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, len(view.text)), max_size=4)) | {0, len(view.text)})
        pieces: list[Piece] = list(pairwise(cuts))
        pieces = draw(st.permutations(pieces))
        place = draw(st.integers(0, len(pieces)))
        view = view.arranged([*pieces[:place], "\n", *pieces[place:]])
    return view


@given(_arranged(), st.data())
def test_a_range_of_a_view_finds_its_way_back(view: View, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(view.text)))
    last = data.draw(st.integers(first, len(view.text)))
    assert "".join(_TEXT[slice(*span)] for span in view.spans((first, last))) == view.text[first:last].replace("\n", "")
    assert sorted(view.text.replace("\n", "")) == sorted(_TEXT)
