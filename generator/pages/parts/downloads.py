"""The links on a page by which readers take along what it shows: as a table, a calendar, data, or a feed to follow."""

from __future__ import annotations

from collections.abc import Iterable

from generator.dossier.addresses import relative
from generator.output.csv_table import for_excel
from generator.output.markdown import anchor, tag, text
from generator.words import say


def table_links(path: str) -> tuple[tuple[str, str], ...]:
    """A table that is there: for Dutch Excel first, which most readers have, then for other programs."""
    return (for_excel(path), say("downloads.excel")), (path, say("downloads.csv"))


def downloads(page: str, offered: Iterable[tuple[str, str]], name: str) -> str:
    """A row of links from a page to files, each a path and what it is; `name` is what is offered. A feed is followed, and not saved."""
    links = (
        tag("li", anchor(text(label), relative(page, path), download=None if path.endswith(".atom") else path.rpartition("/")[2]))
        for path, label in offered
    )
    return tag("ul", "".join(links), class_="downloads downloads--rij", aria_label=name)
