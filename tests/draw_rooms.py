"""Draws the rooms of generator/ and how many imports lead from each to each: `python -m tests.draw_rooms`, or of one room: `… pages`.

Prints a Mermaid flowchart, rooms in the order of the tables in tests/test_rooms.py (the lowest first), and last the imports that go
upward, which the suite keeps at none. What stands in a room beside its sub-rooms is drawn with the room's own name.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator

from tests.test_rooms import MAY_USE, WITHIN, imports, room, sub_room


def picture() -> Iterator[str]:
    """The lines of the flowchart of all rooms, and a line on the arrows that go upward."""
    arrows = Counter((room(module), room(used)) for module, used in imports())
    return _drawn(arrows, list(MAY_USE), {(upper, lower) for upper, lower in arrows if lower not in MAY_USE.get(upper, {lower})})


def picture_within(parent: str) -> Iterator[str]:
    """The same of the sub-rooms of one room."""
    order = WITHIN[parent]

    def at(module: str) -> str:
        name = sub_room(module, parent)
        return name if name in order or not name else parent

    arrows = Counter((at(module), at(used)) for module, used in imports() if at(module) and at(used))
    known = [(upper, lower) for upper, lower in arrows if upper in order and lower in order]
    return _drawn(arrows, order, {(upper, lower) for upper, lower in known if order.index(upper) < order.index(lower)})


def _drawn(arrows: Counter[tuple[str, str]], order: Collection[str], upward: set[tuple[str, str]]) -> Iterator[str]:
    def height(name: str) -> tuple[int, str]:
        return (list(order).index(name) if name in order else len(order), name)

    yield "flowchart BT"
    yield from (f"  {name}[{name}]" for name in sorted({name for pair in arrows for name in pair}, key=height))
    for (upper, lower), count in sorted(arrows.items(), key=lambda arrow: (height(arrow[0][0]), height(arrow[0][1]))):
        if upper != lower:
            yield f"  {upper} -- {count} --> {lower}"
    wrong = sorted(f"{upper} -> {lower}" for upper, lower in upward if upper != lower)
    yield f"%% upward: {', '.join(wrong) or 'none'}"


if __name__ == "__main__":
    print("\n".join(picture_within(sys.argv[1]) if sys.argv[1:] else picture()))
