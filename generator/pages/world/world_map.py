"""Maps as static drawings: the world, shaded by number of mentions, and where a country lies.

The shapes are in data/world_map.csv, in the Equal Earth projection turned to 11° east, the world 4,000 units wide. They were
made from Natural Earth's 1:50m countries (public domain) as the package world-atlas 2 has them: simplified by topology
(weight 0.02 square degrees), rounded to whole units, overseas parts that have a code of their own taken off their state;
what would be narrower than 9 units is a point. The drawings show shapes, and take no side on borders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from generator.dossier.addresses import COUNTRIES, country_url, relative
from generator.language import countries, dutch
from generator.language.tables import rows
from generator.output.markdown import anchor, tag, text
from generator.words import say

Bounds: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_VIEW: Final = "0 0 4000 1800"
"""All but the ice in the south."""

_GRADES: Final = 5
"""Shades of the countries: more cannot be told apart by their colour alone."""

_DOT: Final = 13
"""Units of the map: the radius of the dot for a country that is too small to draw."""

_REACH: Final = 34
"""Units of the map: the radius around a point that still takes a click, so that a finger can hit it."""

_PIECE: Final = re.compile(r"M(\d+) (\d+)l([^z]+)z")
_NUMBER: Final = re.compile(r"-?\d+")
_NARROWEST: Final = 380.0
"""Units of the map: the least width of a locator map, so that the countries around can be recognised."""

_NARROWEST_ISLE: Final = 760.0
"""Units of the map: the width of a locator map for what is too small to draw, twice the other; often an island far from any shore."""

_MARGIN: Final = 3.2
"""How much wider than its country a locator map is, where that is more than the narrowest."""

_MOST_AROUND: Final = 460.0
"""Units that a locator map shows beside a country at most."""

_SPECK: Final = 1 / 120
"""The part of a locator map's width below which a piece is not drawn: less than a pixel where the map is shown."""

_ASPECT: Final = 4 / 3
"""The width of a locator map by its height."""

_SMALL: Final = 45.0
"""Units of the map: a country narrower than this gets a ring around it."""


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One closed line of an outline, and the box it lies in."""

    path: str
    box: Bounds

    @property
    def size(self) -> float:
        """The area of its box."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


@dataclass(frozen=True, slots=True)
class CountryOutline:
    """A country on the map: a point inside it, and its closed lines (none where it is too small)."""

    x: int
    y: int
    path: str
    parts: tuple[OutlinePart, ...]


@cache
def outlines() -> Mapping[str, CountryOutline]:
    """The outline of every country, by code."""
    return {row["code"]: CountryOutline(int(row["x"]), int(row["y"]), row["path"], _parts(row["path"])) for row in rows("world_map")}


def _parts(path: str) -> tuple[OutlinePart, ...]:
    return tuple(OutlinePart(match.group(), _box(match)) for match in _PIECE.finditer(path))


def _box(match: re.Match[str]) -> Bounds:
    x, y = int(match[1]), int(match[2])
    numbers = [int(number) for number in _NUMBER.findall(match[3])]
    xs, ys = [x], [y]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        xs.append(xs[-1] + dx)
        ys.append(ys[-1] + dy)
    return min(xs), min(ys), max(xs), max(ys)


def bounds(highest: int) -> tuple[int, ...]:
    """The lowest number of each grade, from 1 up, in even ratios; as many grades as there are numbers to tell apart."""
    found = (max(1, round(highest ** (grade / _GRADES))) for grade in range(_GRADES))
    return tuple(dict.fromkeys(found)) if highest else ()


def grade(count: int, lowest: Iterable[int]) -> int:
    """Which grade a number of mentions has, from 1."""
    return sum(count >= bound for bound in lowest)


def world(counts: Mapping[str, int]) -> str:
    """The map for the page of all countries: each country that is mentioned is a link, and the legend says what shades mean."""
    lowest = bounds(max(counts.values(), default=0))
    ground = "".join(shape.path for code, shape in outlines().items() if code not in counts)
    # Points come last: a neighbour's shape must not lie over them.
    order = sorted(counts, key=lambda code: (not outlines()[code].path, countries.order(code)))
    links = "".join(_link(code, counts[code], grade(counts[code], lowest)) for code in order)
    label = say(
        "world_map.alternative",
        countries=dutch.count(len(counts), say("world_map.country_that"), say("world_map.countries_that")),
    )
    drawing = tag("svg", tag("path", "", class_="kaart__grond", d=ground) + links, viewBox=_VIEW, role="group", aria_label=label)
    skip = tag("p", anchor(say("world_map.skip_map"), "#landen-rijen"), class_="kaart__over")
    said = tag(
        "figcaption",
        say("world_map.legend") + _legend(lowest, counts),
    )
    return tag("figure", skip + tag("div", drawing, class_="kaart__doek") + said, class_="kaart")


def _link(code: str, count: int, shade: int) -> str:
    said = f"{countries.name(code)}: {dutch.count(count, 'vermelding', 'vermeldingen')}"
    way = relative(COUNTRIES, country_url(code))
    return anchor(tag("title", text(said)) + _drawn(code), way, class_=f"kaart__land graad-{shade}", aria_label=said)


def _drawn(code: str) -> str:
    shape = outlines()[code]
    if shape.path:
        return tag("path", "", d=shape.path)
    place = {"cx": str(shape.x), "cy": str(shape.y)}
    return tag("circle", "", class_="kaart__raakvlak", r=str(_REACH), **place) + tag("circle", "", r=str(_DOT), **place)


def _legend(lowest: tuple[int, ...], counts: Mapping[str, int]) -> str:
    highest = max(counts.values(), default=0)
    ends = [*(bound - 1 for bound in lowest[1:]), highest]
    names = [str(first) if first == last else f"{first}–{last}" for first, last in zip(lowest, ends, strict=True)]
    items = [("0", say("world_map.unnamed"))] + [(str(shade), f"{name} keer") for shade, name in enumerate(names, 1)]
    listed = "".join(tag("li", tag("span", "", class_=f"kaart__staal graad-{shade}") + text(name)) for shade, name in items)
    return tag("ul", listed, class_="kaart__legenda")


def locator(code: str, region: str = "") -> str:
    """A small map of where a country lies, with its neighbours around it."""
    shape = outlines()[code]
    window = _window(shape)
    ground = tag("path", "", class_="kaart__grond", d=_ground(code, window))
    here = "".join(piece.path for piece in shape.parts if _meet(piece.box, window))
    unit = (window[2] - window[0]) / 100
    mark = tag("path", "", class_="kaart__hier", d=here) if here else ""
    if not here or _narrow(shape):
        mark += tag("circle", "", class_="kaart__ring", cx=str(shape.x), cy=str(shape.y), r=_figure(unit * 4))
    label = f"Kaart: {countries.name(code)}" + (f" in {region}" if region else "")
    view = " ".join(_figure(value) for value in (window[0], window[1], window[2] - window[0], window[3] - window[1]))
    return tag("svg", ground + mark, class_="ligging", viewBox=view, role="img", aria_label=label, width="240", height="180")


def _ground(code: str, window: Bounds) -> str:
    """The outlines of all other countries that lie in a part of the map, specks left out."""
    least = ((window[2] - window[0]) * _SPECK) ** 2
    parts = (piece for other, own in outlines().items() if other != code for piece in own.parts)
    return "".join(piece.path for piece in parts if piece.size >= least and _meet(piece.box, window))


def _narrow(shape: CountryOutline) -> bool:
    largest = max(shape.parts, key=lambda piece: piece.size).box
    return max(largest[2] - largest[0], largest[3] - largest[1]) < _SMALL


def _window(shape: CountryOutline) -> Bounds:
    """The part of the map to show: around the largest piece of a country, wide enough to know the place by."""
    box = max(shape.parts, key=lambda piece: piece.size).box if shape.parts else (shape.x, shape.y, shape.x, shape.y)
    own = max(box[2] - box[0], (box[3] - box[1]) * _ASPECT)
    width = max(_NARROWEST if shape.parts else _NARROWEST_ISLE, min(_MARGIN * own, own + _MOST_AROUND))
    middle, centre = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return middle - width / 2, centre - width / _ASPECT / 2, middle + width / 2, centre + width / _ASPECT / 2


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _figure(value: float) -> str:
    return f"{value:.0f}"
