"""Every id of a page is there once, whatever the texts, descriptions and events are called."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup

from generator.commands.inspection import inspect
from tests.conftest import build_site, copy_tree
from tests.support import write_all

NAMES: Final = (
    "Site inhoud", "Site titel", "Site menu", "Site zijbalk", "Site zoekvenster", "Site voetnoten", "Site bericht", "Voetnoten", "Tabel", "Inhoud",
    "Citeren", "Downloaden", "Gebreken", "Brontekst", "Bron", "Volledig", "Index", "Aanhef", "P 1 1", "P site inhoud 1", "Punt 1", "Fn 1", "S 1",
    "Kop site inhoud", "Titel", "Van nota", "Verplaatst",
)  # fmt: skip
"""What the frame, the pages and the names of paragraphs use themselves."""


def _markdown(title: str) -> str:
    heads = "\n\n".join(f"{'#' * (1 + place % 2)} {name}\n\n1. Een punt over de kade.[^1]" for place, name in enumerate(NAMES))
    return f"# {title}\n\nTekst[^1] en[^1] en[^2] en[^2].\n\n{heads}\n\n[^1]: Een noot.\n\n[^1]: Nog een noot.\n"


def test_no_name_of_a_text_is_that_of_a_part_of_the_page(tmp_path: Path) -> None:
    copy_tree(tmp_path / "tree", seeds=False)
    seeds: dict[str, str | bytes] = {"nota.md": _markdown("Nota"), "site-inhoud.txt": "DE KADE\n\nEen zin over stenen, zie punt 1.\n"}
    for number, name in enumerate(NAMES):
        slug = name.lower().replace(" ", "-")
        seeds[f"{number}.txt"] = f"{name.upper()}\n\nPUNT 1\n\n1. {name}\n\nEen zin over de kade in Mali, op 4 maart 2015.\n"
        seeds[f"{number}.yml"] = f"id: {slug}\ntitle: {name}\n"
        seeds[f"glossary/{slug}.md"] = (
            f"---\nterm: Kade {name}\nkind: concept\nsenses:\n  - expansion: {name} van de kade\n---\nEen kade.\n"
        )
    write_all(tmp_path / "tree/seeds", seeds)
    build_site(tmp_path / "tree")
    site = tmp_path / "tree/site"
    assert list(map(str, inspect(site))) == []
    for path in (site / "documenten").rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        main = soup.select_one("#site-inhoud")
        assert main is not None, path
        assert main.name == "main", path
