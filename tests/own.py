"""The project's own dossier, gathered once in each process that runs tests: reading five documents takes seconds, and many tests ask."""

from __future__ import annotations

from functools import cache

from generator import build
from generator.build import Dossier
from generator.dossier.findings import Findings
from generator.settings import Settings
from tests.support import ROOT


@cache
def dossier() -> Dossier:
    """The documents and entries in seeds/."""
    return build.gather(Settings(ROOT / "seeds"))


@cache
def findings() -> Findings:
    """What they say together."""
    return build.found_in(dossier())


@cache
def files() -> dict[str, str | bytes]:
    """All that is made of them but the search index, by path; to be left as it is."""
    return {page.path: page.content for page in build.render(findings(), lambda _: ())}
