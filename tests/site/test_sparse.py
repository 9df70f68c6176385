"""A dossier in which the site finds little or nothing is built like any other: the menu leads to pages that say so."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from bs4 import BeautifulSoup

from generator.commands.inspection import inspect
from tests.conftest import build_site, copy_tree
from tests.support import write_all

_EVENT: Final = '---\nname: Kadedag\ndate: "2015-03-04"\nevidence:\n  - document: a\n    paragraph: p-de-kade-1\n    quote: Een zin over stenen.\n---\nEen dag.\n'

DOSSIERS: Final = {
    "nothing": {"a.txt": "DE KADE\n\nEen zin over stenen en water, en over niets wat de site zoekt.\n"},
    "a heading only": {"a.md": "# Kop\n"},
    "a note only": {"a.md": "[^1]: Een noot zonder tekst.\n"},
    "a country only": {"a.txt": "DE KADE\n\nEen zin over Mali.\n"},
    "a part of the world only": {"a.txt": "DE KADE\n\nEen zin over de Sahel en over West-Afrika.\n"},
    "a date of the document only": {"a.txt": "DE KADE\n\nEen zin.\n", "a.yml": "id: a\ntitle: De kade\ndate: '2015-03-04'\n"},
    "an act and an amount only": {"a.txt": "DE KADE\n\nEen zin over 3 miljoen EUR.\n", "b.md": "- Richtlijn 2013/32/EU\n"},
    "a term that is never met": {
        "a.txt": "DE KADE\n\nEen zin.\n",
        "glossary/ekf.md": "---\nterm: EKF\nkind: fund\nsenses:\n  - expansion: Europees Kustfonds\n---\nEen fonds.\n",
    },
    "an event without a date in the text": {"a.md": "# De kade\n\nEen zin over stenen.\n", "a.yml": "id: a\ntitle: De kade\n", "events/kadedag.md": _EVENT},
}  # fmt: skip


@pytest.mark.parametrize("seeds", DOSSIERS.values(), ids=DOSSIERS.keys())
def test_the_site_is_built_without_a_warning(seeds: dict[str, str | bytes], tmp_path: Path) -> None:
    copy_tree(tmp_path / "tree", seeds=False)
    write_all(tmp_path / "tree/seeds", seeds)
    said = build_site(tmp_path / "tree", "--strict")
    assert "WARNING" not in said
    site = tmp_path / "tree/site"
    assert inspect(site) == ()
    home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    for link in home.select("header a[href], footer a[href], main a[href]"):
        address = str(link["href"]).partition("#")[0]
        assert address.startswith("http") or (site / address / "index.html").is_file(), address
