"""Draws the rooms of generator/ and how many imports lead from each to each: `python -m tests.draw_rooms`.

Prints a Mermaid flowchart, rooms in the order of the table in tests/test_rooms.py (the lowest first), and last the imports that go
upward, which the suite keeps at none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.test_rooms import MAY_USE, imports, room


def picture() -> Iterator[str]:
    """The lines of the flowchart, and a line on the arrows that go upward."""
    arrows = Counter((room(module), room(used)) for module, used in imports())
    rooms = sorted({name for pair in arrows for name in pair}, key=_height)
    yield "flowchart BT"
    yield from (f"  {name}[{name}]" for name in rooms)
    for (upper, lower), count in sorted(arrows.items(), key=lambda arrow: (_height(arrow[0][0]), _height(arrow[0][1]))):
        if upper != lower:
            yield f"  {upper} -- {count} --> {lower}"
    upward = [f"{upper} -> {lower}" for upper, lower in arrows if upper != lower and lower not in MAY_USE.get(upper, {lower})]
    yield f"%% upward: {', '.join(sorted(upward)) or 'none'}"


def _height(name: str) -> tuple[int, str]:
    order = list(MAY_USE)
    return (order.index(name) if name in order else len(order), name)


if __name__ == "__main__":
    print("\n".join(picture()))
