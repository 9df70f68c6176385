"""Heads and feet of pages: rows that return page after page in the same company, perhaps with one number that counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from generator.readers.pieces.enumeration import find_marks, is_bare_mark
from generator.readers.pieces.lines import Line, has_form_feeds
from generator.readers.printed.edges.page_clusters import DEEPEST, FEWEST, Cluster, are_feet, number_pages, skeleton
from generator.readers.printed.edges.page_codes import CODE, ends_in_codes, is_code_row, is_page

HEAD_LENGTH: Final = 120
"""Letters; a longer row is text."""

HEAD_TIMES: Final = 3
"""A head stands on so many pages at least, and the foot of a single page has so many rows."""


def returning(lines: tuple[Line, ...]) -> set[int]:
    """The numbers of the rows of heads and feet: those that return page after page beside the same rows."""
    keys = [skeleton(line.content) if _may_return(line.content) else "" for line in lines]
    times = Counter(keys)
    returns = [bool(key) and (times[key] >= FEWEST or is_page(line.content)) for key, line in zip(keys, lines, strict=True)]
    found = _in_company(tuple(_clusters(lines, returns)), lines)
    counting = _counting(keys, returns, lines)
    found |= {index for index, key in enumerate(keys) if key in counting}
    return found | _beside(lines, found)


def _in_company(clusters: tuple[Cluster, ...], lines: tuple[Line, ...]) -> set[int]:
    """The rows of clusters that are heads or feet; where form feeds part the pages, the numbers beside them are page numbers."""
    kinds = _accepted(clusters, lines)
    accepted = {signature: number_pages(those) for signature, those in kinds.items()}
    known = {key for signature in accepted for key in signature}
    found = {index for cluster in clusters for index in _part_of_foot(cluster, accepted, known)}
    found |= set(_at_ends(lines, known))
    return {index for index in found if not is_page(lines[index].content)} if has_form_feeds(lines) else found


def _at_ends(lines: tuple[Line, ...], known: set[str]) -> Iterator[int]:
    """The rows of known heads above the first page, and of known feet below the last, which stand by themselves there."""
    for way in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for index in way:
            content = lines[index].content
            if skeleton(content) not in known and not (is_page(content) and known):
                break
            yield index


def _accepted(clusters: tuple[Cluster, ...], lines: tuple[Line, ...]) -> dict[tuple[str, ...], list[Cluster]]:
    """The heads and feet, by their signatures."""
    kinds: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        kinds[cluster.signature].append(cluster)
    return {signature: those for signature, those in kinds.items() if signature and are_feet(those, lines)}


def _may_return(row: str) -> bool:
    return len(" ".join(row.split())) <= HEAD_LENGTH and not is_bare_mark(row) and not find_marks(row)


def _counting(keys: Sequence[str], returns: Sequence[bool], lines: tuple[Line, ...]) -> frozenset[str]:
    """The rows, numbers masked, that return with one number that counts, whatever stands beside them."""
    rows: dict[str, list[Cluster]] = defaultdict(list)
    for index, key in enumerate(keys):
        if returns[index] and not is_page(lines[index].content):
            rows[key].append(Cluster(index, index + 1, (lines[index].content,)))
    return frozenset(key for key, those in rows.items() if are_feet(those, lines))


def _beside(lines: tuple[Line, ...], feet: set[int]) -> set[int]:
    """The second row of a foot of which one part changes with the chapter ("BIJLAGE TREE.2.A NL"): it ends in codes."""
    near = {i + step for i in feet for step in (-1, 1) if 0 <= i + step < len(lines) and not lines[max(i, i + step)].gap.size}
    return {i for i in near - feet if ends_in_codes(lines[i].content)}


def _clusters(lines: tuple[Line, ...], returns: Sequence[bool]) -> Iterator[Cluster]:
    """The runs of rows that return; a form feed parts them, for one page's foot is not the next one's head."""
    run = 0
    runs = []
    for index, line in enumerate(lines):
        run += line.gap.page_break
        runs.append((returns[index], run))
    for (returning, _), group in groupby(range(len(lines)), key=runs.__getitem__):
        places = list(group)
        if returning:
            yield Cluster(places[0], places[-1] + 1, tuple(lines[i].content for i in places))


def _part_of_foot(cluster: Cluster, accepted: Mapping[tuple[str, ...], bool], known: set[str]) -> Iterator[int]:
    """The rows of a cluster that make up a head or foot: all, or those between rows that return for other reasons.

    A number on a row of its own is that of the page, unless the others of its kind hold it (`accepted`).
    """
    for part in _parts(cluster, known):
        if part.signature in accepted:
            places = range(part.first, part.after)
            numbers = [place for place, row in zip(places, part.rows, strict=True) if is_page(row)]
            yield from (place for place in places if place not in numbers)
            yield from () if accepted[part.signature] else numbers[-1:]


def _parts(cluster: Cluster, known: set[str]) -> Iterator[Cluster]:
    """The runs of rows of a cluster that are known or numbers."""
    inside = [is_page(row) or skeleton(row) in known for row in cluster.rows]
    for fits, group in groupby(range(len(cluster.rows)), key=inside.__getitem__):
        places = list(group)
        if fits:
            yield Cluster(cluster.first + places[0], cluster.first + places[-1] + 1, tuple(cluster.rows[i] for i in places))


def of_institution(lines: tuple[Line, ...]) -> set[int]:
    """The foot of a text of one page: three rows of codes or more, one a language, one the number of the page."""
    found: set[int] = set()
    coded = [is_code_row(line.content) or is_page(line.content) for line in lines]
    for codes, group in groupby(range(len(lines)), key=coded.__getitem__):
        places = list(group)
        if codes and places[0] >= DEEPEST and _is_foot_of_page([lines[i].content for i in places]):
            found |= set(places)
    return found


def _is_foot_of_page(rows: list[str]) -> bool:
    """Whether rows of codes end in a language and have one page number, and other codes beside languages."""
    numbers = sum(map(is_page, rows))
    others = len(rows) - numbers - sum(bool(CODE.fullmatch(row)) for row in rows)
    return numbers == 1 and HEAD_TIMES <= len(rows) <= DEEPEST and others > 0 and bool(CODE.fullmatch(rows[-1]))
