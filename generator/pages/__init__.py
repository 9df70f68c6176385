"""One module for each kind of page; `PAGE_KINDS` is the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from generator.index import Site
from generator.model import Page
from generator.pages import chapter, documents, landing, quality, source, term, terms, whole

Kind: TypeAlias = Callable[[Site], Iterable[Page]]

PAGE_KINDS: Final[tuple[Kind, ...]] = (
    documents.pages,
    landing.pages,
    chapter.pages,
    whole.pages,
    source.pages,
    quality.pages,
    terms.pages,
    term.pages,
)


def render(site: Site) -> tuple[Page, ...]:
    """Every page of the site's generated folders."""
    return tuple(page for kind in PAGE_KINDS for page in kind(site))
