"""The text of rows without the footnote markers in it."""

from __future__ import annotations

from generator.readers.pieces.drafts import Marker, cut
from generator.readers.printed.text.rows import Row, join_parts


def plain_texts(rows: tuple[Row, ...], markers: tuple[Marker, ...], text: str) -> tuple[str, ...]:
    """The text of each row without its markers, white space collapsed."""
    spans = sorted(marker.span for marker in markers)
    result, at = [], 0
    for row in rows:
        start, end = row.parts[0][0], row.parts[-1][1]
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        inside = []
        for span in spans[at:]:
            if span[0] >= end:
                break
            inside.append(span)
        if not inside:
            result.append(" ".join(row.text.split()))
            continue
        pieces = (" ".join(text[a:b].split()) for part in row.parts for a, b in cut(part, inside))
        result.append(join_parts(piece for piece in pieces if piece))
    return tuple(result)
