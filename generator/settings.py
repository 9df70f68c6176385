"""Where things are and what they are called: the one place to change a default."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

LANGUAGE: Final = "nl"
"""The language of the interface: a folder of generator/words, and a locale of CLDR."""


HOME_PAGE: Final = "index.md"
ROOT_FILES: Final = (HOME_PAGE, "index.html.md.txt", "llms.txt")
FOLDERS: Final = (
    "documenten",
    "begrippen",
    "landen",
    "tijdlijn",
    "verwijzingen",
    "bedragen",
    "toezeggingen",
    "onderwerpen",
    "data",
    "kwaliteit",
    "zoeken",
    "zoekindex",
    "nieuw",
    "beelden",
    "markdown",
)
"""The files at the top of docs/ that are generated, and the folders that hold generated files only; .gitignore lists the same."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders a build reads and writes, and the file that says where the site is published; all may be relative to the working directory.

    `paper` tells that documents and chapters are to be there as PDF too.
    """

    seeds: Path = Path("seeds")
    docs: Path = Path("docs")
    config: Path = Path("mkdocs.yml")
    paper: bool = False
