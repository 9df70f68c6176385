"""Corrections of structure in a sidecar: the kind of a block, the level of a heading, and what belongs together."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.readers import ledger
from tests.inputs.test_corrections import dossier

TEXT = """\
1. INLEIDING

De sluiswachter woont naast de sluis,

2. Hij heeft een boot.

Zie ook de kade, die ouder is¹. De sluis is dat

ook.

¹ Gemeten in de zomer.
"""


def shown(folder: Path, corrections: str) -> tuple[list[str], list[str]]:
    """The blocks, each with its name, kind, level or mark and text; and what is wrong. The ledger has to agree."""
    document, wrong = dossier(folder, corrections, TEXT)
    assert ledger.check(document) == ()
    blocks = [f"{b.id} {b.type} {b.level or (b.list and b.list.marker) or ''} {b.number or ''} | {b.text}" for b in document.blocks]
    return [" ".join(block.split()) for block in blocks], wrong


def one(place: str, what: str, there: str, now: str) -> str:
    """A sidecar's correction of one place."""
    return f"corrections:\n  - place: {place}\n    what: {what}\n    there: {there}\n    is: {now}\n"


def test_what_stands_there_without_corrections(in_folder: Path) -> None:
    assert shown(in_folder, "") == (
        [
            "s-1 heading 1 1 | INLEIDING",
            "p-1-1 paragraph | De sluiswachter woont naast de sluis,",
            "punt-2 list_item 2. | Hij heeft een boot.",
            "p-1-2 paragraph | Zie ook de kade, die ouder is. De sluis is dat ook.",
        ],
        [],
    )


@pytest.mark.parametrize(
    ("place", "there", "now", "becomes"),
    [
        ("punt-2", "item", "paragraph", "p-1-2 paragraph | 2. Hij heeft een boot."),
        ("punt-2", "item", "heading 2", "s-2 heading 2 2 | Hij heeft een boot."),
        ("p-1-1", "paragraph", "heading 2", "de-sluiswachter-woont-naast-de-sluis heading 2 | De sluiswachter woont naast de sluis,"),
        ("p-1-1", "paragraph", "quote", "p-1-1 quote | De sluiswachter woont naast de sluis,"),
        ("p-1-2", "paragraph", "item", "p-1-2 list_item | Zie ook de kade, die ouder is. De sluis is dat ook."),
        ("s-1", "heading 1", "heading 3", "s-1 heading 3 1 | INLEIDING"),
        ("s-1", "heading 1", "item", "punt-1 list_item 1. | INLEIDING"),
        ("s-1", "heading 1", "paragraph", "p-aanhef-1 paragraph | 1. INLEIDING"),
    ],
)
def test_a_block_becomes_what_the_editor_says(place: str, there: str, now: str, becomes: str, in_folder: Path) -> None:
    blocks, wrong = shown(in_folder, one(place, "kind", there, now))
    assert wrong == []
    assert becomes in blocks
    assert len(blocks) == 4


def test_a_block_is_joined_with_the_one_before_it_and_markers_move_along(in_folder: Path) -> None:
    blocks, wrong = shown(in_folder, one("punt-2", "join", "apart", "joined") + one("p-1-2", "join", "apart", "joined")[13:])
    assert wrong == []
    text = "De sluiswachter woont naast de sluis, 2. Hij heeft een boot. Zie ook de kade, die ouder is. De sluis is dat ook."
    assert blocks == ["s-1 heading 1 1 | INLEIDING", f"p-1-1 paragraph | {text}"]
    document, _ = dossier(in_folder, one("punt-2", "join", "apart", "joined") + one("p-1-2", "join", "apart", "joined")[13:], TEXT)
    (marker,) = document.blocks[1].notes
    assert document.blocks[1].text[: marker.offset].endswith("die ouder is")


def test_a_place_that_was_compared_and_is_right_is_settled(in_folder: Path) -> None:
    document, wrong = dossier(in_folder, one("s-1", "kind", "heading 1", "heading 1"), TEXT)
    assert wrong == []
    assert document.settled == {"s-1"}


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (one("p-9-9", "kind", "paragraph", "item"), "de plaats 'p-9-9' is er niet"),
        (one("p-1-1", "kind", "item", "paragraph"), "p-1-1 is nu paragraph en niet 'item'"),
        (one("p-1-1", "kind", "paragraph", "kop"), "'kop' is geen soort die hier kan"),
        (one("p-1-1", "kind", "paragraph", "heading 7"), "'heading 7' is geen soort die hier kan"),
        (one("s-1", "join", "apart", "joined"), "voor s-1 staat niets waar het bij kan horen"),
        (one("p-1-1", "join", "joined", "apart"), "p-1-1 is nu apart en niet 'joined'"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(correction: str, said: str, in_folder: Path) -> None:
    blocks, wrong = shown(in_folder, correction)
    assert len(wrong) == 1
    assert said in wrong[0]
    assert "seeds/kade.yml:" in wrong[0]
    assert len(blocks) == 4
