"""How what is on the site is cited: one reference, in the styles of CSL and the formats of reference managers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Day: TypeAlias = tuple[int, ...]
"""A year; a year and a month; or a year, a month and a day."""

Kind = Literal["report", "webpage", "graphic"]
"""What is cited, as CSL calls it: an official document, a page of this site, a chart on it."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as the formats have it: `days` is one day or the two ends of a period, empty where no format can hold it.

    `words` and `years` are what the styles print; `season` is 1 (spring) to 4 (winter); `about` tells that it is in doubt; `edtf` is how it was given.
    """

    words: str
    years: str
    days: tuple[Day, ...] = ()
    season: int | None = None
    about: bool = False
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """What somebody cites; what is not known is empty. `container` is the site of a page of which another is the author; `place` is where in it, such as `par. 2.1, alinea 3`; `accessed` is a date in words."""

    key: str
    kind: Kind
    title: str
    url: str
    author: str = ""
    number: str = ""
    genre: str = ""
    container: str = ""
    language: str = ""
    place: str = ""
    accessed: str = ""
    when: When | None = None
