"""`python -m tests.draw_links --seed 1 -n 200`: links drawn at random, with their sentences, to be read and judged by hand."""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from generator import build
from generator.dossier.index import Occurrence, Site, build_index
from generator.settings import Settings

_AROUND: Final = 90
"""Characters of context on either side."""


def main() -> int:
    """Print the draw: number, document and line, kind, where the link leads, and the words in their sentence."""
    parser = argparse.ArgumentParser(prog="python -m tests.draw_links", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same links from the same texts")
    parser.add_argument("-n", "--number", type=int, default=200, help="how many to draw")
    parser.add_argument("--kind", help="draw from one kind of mention only")
    options = parser.parse_args()
    dossier = build.gather(Settings())
    site = build_index(dossier.documents, dossier.knowledge)
    links = [(place, way) for place, way in all_links(site) if options.kind in {None, place.mention.kind}]
    drawn = draw(links, options.seed, options.number)
    print("\n".join(tell(number, place, way) for number, (place, way) in enumerate(drawn, 1)))
    print(f"\n{len(drawn)} of {len(links)} links, seed {options.seed}:", dict(Counter(place.mention.kind for place, _ in drawn)))
    return 0


def all_links(site: Site) -> Iterator[tuple[Occurrence, str]]:
    """Every mention that points at something, with its address; in order of documents and of reading."""
    for place in site.occurrences:
        way = site.target(place) if place.part.type != "heading" else None
        if way:
            yield place, way


def draw(links: Iterable[tuple[Occurrence, str]], seed: int, number: int) -> list[tuple[Occurrence, str]]:
    """Some of the links, in their order; the same seed draws the same ones."""
    pool = list(links)
    chosen = random.Random(seed).sample(range(len(pool)), min(number, len(pool)))  # noqa: S311 - a draw, no secret
    return [pool[place] for place in sorted(chosen)]


def tell(number: int, place: Occurrence, way: str) -> str:
    """One link as a block of three lines."""
    content, start = place.part.text, place.mention.offset
    end = start + place.mention.length
    lines = place.part.lines or (0, 0)
    before, after = content[max(0, start - _AROUND) : start], content[end : end + _AROUND]
    head = f"{number:3} {place.entry.document.meta.id}:{lines[0]}-{lines[1]} {place.mention.kind} {place.mention.id} -> {way}"
    return f"{head}\n    …{before}[[{place.words}]]{after}…"


if __name__ == "__main__":
    sys.exit(main())
