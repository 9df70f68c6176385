"""The edges of pages: page numbers, running heads, feet of several parts, and rules between text and notes.

A row is furniture if it returns: page after page in the same company, perhaps with one number that counts. Where form feeds part the pages,
it has to stand at their edge; where nothing does, the rows that return tell where the pages end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final, Literal

from generator.readers.pieces.enumeration import find_marks, is_bare_mark
from generator.readers.printed.lines import Line
from generator.readers.printed.shape import Shape, ends_sentence, starts_lower

Kind = Literal["page-number", "running-head", "rule"]

_LANGUAGE: Final = "BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV"
"""The institutions' codes of the official languages (Interinstitutional Style Guide, 7.1.1)."""

_FOOT: Final = re.compile(
    rf"""
    (?:{_LANGUAGE}) \s+ \d{{1,4}} (?: \s+ (?:{_LANGUAGE}) )?       # NL 10 NL
    | (?P<code>{_LANGUAGE}) \s{{2,}} (?P=code)                    # NL            NL
    | \d{{1,4}} \s+ (?:{_LANGUAGE})                              # 10 NL
    | [-–—] \s* \d{{1,4}} \s* [-–—]                              # - 10 -
    | (?:pagina|blz\.|bladzijde|page|p\.|seite|página|pagina) \s* \d{{1,4}} (?: \s* (?:van|of|sur|von|de|di|/) \s* \d{{1,4}} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{1,4}(?:\s*/\s*\d{1,4})?")
_CODE: Final = re.compile(rf"(?:{_LANGUAGE})")
_RULE: Final = re.compile(r"(?:[_=*─—–-]\s*){3,}")
_ORNAMENT: Final = re.compile(r"[o*](?:\s+[o*])*")
"""What Parliament prints in the middle of the page between the parts of a text."""

_CODE_WORD: Final = re.compile(
    rf"""
      (?:{_LANGUAGE}) | [A-Z]{{1,4}}\d?[A-Z]? | LIMITE | PUBLIC | REV | ADD | COR | INIT | final | definitief | DG
    | [A-Z]{{2,}}(?:[-.][A-Z0-9]{{1,4}}){{1,3}}                   # GIP.B, TREE.2.A, PE-CONS
    | [A-Za-z]{{2,4}}(?:/[A-Za-z]{{2,4}}){{1,2}}                   # van/lie/hh
    | \d{{1,5}}/\d{{1,4}}(?:/\d{{1,2}})? | \d{{1,4}} | \d{{1,2}}\.\d{{1,2}}\.\d{{4}}
    | (?:COM|JOIN|SWD|SEC)\(\d{{4}}\) | \d{{5}}[A-Z]{{1,2}}\d{{4}}(?:[-–]\d+)? | \d{{3}}\.\d{{3}} | [–—-]
    """,
    re.VERBOSE,
)
"""A word of the foot of an institution's page: numbers of documents, initials of authors, codes of departments and languages."""

JOURNAL: Final = re.compile(
    r"Publicatieblad van de Europese (?:Unie|Gemeenschappen)|Official Journal of the European (?:Union|Communities)"
    r"|Journal officiel (?:de l['’]Union européenne|des Communautés européennes)|Amtsblatt der Europäischen (?:Union|Gemeinschaften)",
    re.IGNORECASE,
)
"""The names of the Official Journal in the languages whose documents are read most (Interinstitutional Style Guide, part one)."""

_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b")
_NUMBERS: Final = re.compile(r"\d+")
_HEAD_LENGTH: Final = 120
_HEAD_TIMES: Final = 3
_FEWEST: Final = 2
_RAREST_HEAD: Final = 5
"""A running head stands on one page in so many at least: it may change with the chapter, and from left to right."""

_DEEPEST: Final = 6
"""A head or foot has no more rows than this."""

_CENTRED: Final = 20
"""So many blanks before a line set it in the middle of the page or at its right."""

_SHORT_PAGE: Final = 15
"""Lines with text. The shortest page that is not the last has about so many."""


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Neighbouring rows that all return elsewhere: from line `first` up to `after`."""

    first: int
    after: int
    rows: tuple[str, ...]

    @property
    def signature(self) -> tuple[str, ...]:
        """What it has in common with others of its kind: its rows in any order, numbers masked, page numbers by themselves left out."""
        return tuple(sorted(_skeleton(row) for row in self.rows if not _is_page(row)))

    @property
    def numbers(self) -> Counter[int]:
        """The numbers in it."""
        return Counter(int(number) for row in self.rows for number in _NUMBERS.findall(row))


def find_furniture(lines: tuple[Line, ...], shape: Shape) -> dict[int, Kind]:
    """The furniture among the lines, by index."""
    found: dict[int, Kind] = {}
    for index, line in enumerate(lines):
        if _RULE.fullmatch(line.content) or (_is_centred(line, shape) and _ORNAMENT.fullmatch(line.content)):
            found[index] = "rule"
        elif _FOOT.fullmatch(line.content):
            found[index] = "page-number"
        elif is_journal_head(line.content):
            found[index] = "running-head"
    for index in (*_returning(lines), *_of_institution(lines)):
        found.setdefault(index, "page-number" if _is_page(lines[index].content) else "running-head")
    for index in _page_numbers(lines, shape, found):
        found.setdefault(index, "page-number")
    found |= _language_codes(lines, found)
    return found | _running_heads(lines, found)


def is_journal_head(row: str) -> bool:
    """Whether a row holds the name of the Official Journal, and beside it nothing but its date, series, page and language."""
    rest = JOURNAL.sub(" ", row)
    words = rest.split()
    return rest != row and bool(words) and all(_CODE_WORD.fullmatch(word) for word in words) and any(c.isdigit() for c in rest)


def has_form_feeds(lines: Sequence[Line]) -> bool:
    """Whether form feeds part the pages of a text."""
    return any(line.gap.page_break for line in lines)


def shows_pages(lines: Sequence[Line], furniture: Mapping[int, Kind]) -> bool:
    """Whether form feeds, or heads and feet, say where pages end, so that no other sign of it is needed."""
    return has_form_feeds(lines) or sum(kind != "rule" for kind in furniture.values()) >= _FEWEST


def _page_numbers(lines: tuple[Line, ...], shape: Shape, found: Mapping[int, Kind]) -> set[int]:
    """Numbers on rows of their own that are the numbers of pages: by the form feeds, by the feet found so far, else by how they stand."""
    if has_form_feeds(lines):
        return _at_form_feeds(lines, found)
    beside = _beside_codes(lines)
    if shows_pages(lines, found):
        return beside
    alone = {i for i, line in enumerate(lines) if i not in found and _is_page(line.content) and _stands_alone(lines, i, shape)}
    return alone | beside | _counted_pages(lines, shape)


def _beside_codes(lines: tuple[Line, ...]) -> set[int]:
    """The numbers next to the code of a language that stands alone on a row, as often as pages turn."""
    codes = [i for i, line in enumerate(lines) if _CODE.fullmatch(line.content)]
    near = {i + step for i in codes for step in (-1, 1) if 0 <= i + step < len(lines)} if len(codes) >= _FEWEST else set()
    return {i for i in near if _is_page(lines[i].content)}


def _at_form_feeds(lines: tuple[Line, ...], found: Mapping[int, Kind]) -> set[int]:
    """The number at the edge of each page, if it and the count of form feeds rise together on most pages."""
    bounds = [0, *(i for i, line in enumerate(lines) if i and line.gap.page_break), len(lines)]
    candidates = [
        (page, index)
        for page, (first, after) in enumerate(pairwise(bounds))
        for index in (*_outermost(lines, found, range(first, after)), *_outermost(lines, found, range(after - 1, first - 1, -1)))
    ]
    shifts = Counter(int(lines[index].content.split("/")[0]) - page for page, index in candidates)
    if not shifts:
        return set()
    shift, times = shifts.most_common(1)[0]
    right = {index for page, index in candidates if int(lines[index].content.split("/")[0]) - page == shift}
    return right if times >= _FEWEST or len(bounds) == _FEWEST else set()


def _outermost(lines: tuple[Line, ...], found: Mapping[int, Kind], edge: Iterable[int]) -> Iterator[int]:
    """The number nearest to the edge of a page, other furniture and codes left aside."""
    for index in edge:
        content = lines[index].content
        if _is_page(content):
            yield index
            return
        if index not in found and not _CODE.fullmatch(content):
            return


def _skeleton(row: str) -> str:
    """A row's words in order of the alphabet, digits masked: left and right pages have their parts in opposite order."""
    return " ".join(sorted(_NUMBERS.sub("0", row).split()))


def _may_return(row: str) -> bool:
    return len(" ".join(row.split())) <= _HEAD_LENGTH and not is_bare_mark(row) and not find_marks(row)


def _returning(lines: tuple[Line, ...]) -> set[int]:
    """The rows of heads and feet that return in the same company."""
    keys = [_skeleton(line.content) if _may_return(line.content) else "" for line in lines]
    times = Counter(keys)
    returns = [bool(key) and (times[key] >= _FEWEST or _is_page(line.content)) for key, line in zip(keys, lines, strict=True)]
    clusters = list(_clusters(lines, returns))
    kinds: dict[tuple[str, ...], list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        kinds[cluster.signature].append(cluster)
    accepted = {signature for signature, those in kinds.items() if signature and _are_feet(those, lines)}
    known = {key for signature in accepted for key in signature}
    fed = has_form_feeds(lines)
    found = {
        index for cluster in clusters for index in _part_of_foot(cluster, accepted, known) if not (fed and _is_page(lines[index].content))
    }
    counting = _counting(keys, returns, lines)
    found |= {index for index, key in enumerate(keys) if key in counting}
    return found | _beside(lines, found)


def _counting(keys: Sequence[str], returns: Sequence[bool], lines: tuple[Line, ...]) -> frozenset[str]:
    """The rows, numbers masked, that return with one number that counts, whatever stands beside them."""
    rows: dict[str, list[_Cluster]] = defaultdict(list)
    for index, key in enumerate(keys):
        if returns[index] and not _is_page(lines[index].content):
            rows[key].append(_Cluster(index, index + 1, (lines[index].content,)))
    return frozenset(key for key, those in rows.items() if _are_feet(those, lines))


def _beside(lines: tuple[Line, ...], feet: set[int]) -> set[int]:
    """The second row of a foot of which one part changes with the chapter ("BIJLAGE TREE.2.A NL"): it ends in codes."""
    near = {i + step for i in feet for step in (-1, 1) if 0 <= i + step < len(lines) and not lines[max(i, i + step)].gap.size}
    return {i for i in near - feet if _ends_in_codes(lines[i].content)}


def _ends_in_codes(row: str) -> bool:
    """Whether a row ends in the code of a department and that of a language."""
    *_, department, language = ("", "", *row.split()[-2:])
    return bool(_CODE.fullmatch(language) and _CODE_WORD.fullmatch(department) and not department.isalnum())


def _clusters(lines: tuple[Line, ...], returns: Sequence[bool]) -> Iterator[_Cluster]:
    """The runs of rows that return; a form feed parts them, for one page's foot is not the next one's head."""
    run = 0
    runs = []
    for index, line in enumerate(lines):
        run += line.gap.page_break
        runs.append((returns[index], run))
    for (returning, _), group in groupby(range(len(lines)), key=runs.__getitem__):
        places = list(group)
        if returning:
            yield _Cluster(places[0], places[-1] + 1, tuple(lines[i].content for i in places))


def _part_of_foot(cluster: _Cluster, accepted: set[tuple[str, ...]], known: set[str]) -> Iterator[int]:
    """The rows of a cluster that make up a head or foot: all, or those between rows that return for other reasons."""
    inside = [_is_page(row) or _skeleton(row) in known for row in cluster.rows]
    for fits, group in groupby(range(len(cluster.rows)), key=inside.__getitem__):
        places = list(group)
        part = _Cluster(cluster.first + places[0], cluster.first + places[-1] + 1, tuple(cluster.rows[i] for i in places))
        if fits and part.signature in accepted:
            yield from (cluster.first + i for i in places if not _is_page(cluster.rows[i]))
            numbers = [i for i in places if _is_page(cluster.rows[i])]
            yield from (cluster.first + i for i in numbers[-1:])


def _are_feet(clusters: list[_Cluster], lines: tuple[Line, ...]) -> bool:
    """Whether clusters of one kind are the heads or feet of pages: the same each time but for a number that counts."""
    if len(clusters) < _FEWEST or len(clusters[0].signature) > _DEEPEST or all(_CODE.fullmatch(key) for key in clusters[0].signature):
        return False
    pairs = list(pairwise(clusters))
    counting = sum(_counts_on(before, after) for before, after in pairs)
    codes = [row for row in clusters[0].rows if _is_code_row(row)]
    cuts = sum(_cuts_sentence(cluster, lines) for cluster in clusters)
    if len(clusters[0].signature) == 1:
        words = clusters[0].rows[0].split()
        told = bool(codes) or cuts > 0 or any(_CODE_WORD.fullmatch(word) and not word.isdigit() for word in words)
        return told and 2 * counting >= len(pairs) and counting > 0
    same = sum(_same_but_for_number(before, after) for before, after in pairs)
    return 2 * same >= len(pairs) and (bool(codes) or cuts > 0) and (counting > 0 or bool(codes))


def _counts_on(before: _Cluster, after: _Cluster) -> bool:
    """Whether the numbers of two clusters differ by one number only, which rises by one."""
    gone, come = list((before.numbers - after.numbers).elements()), list((after.numbers - before.numbers).elements())
    return len(gone) == len(come) == 1 and come[0] == gone[0] + 1


def _same_but_for_number(before: _Cluster, after: _Cluster) -> bool:
    """Whether two clusters have all rows in common, but for one with a number, or the number of a page that the other lacks."""
    gone, come = Counter(before.rows) - Counter(after.rows), Counter(after.rows) - Counter(before.rows)
    return (gone.total() <= 1 and come.total() <= 1) or _counts_on(before, after)


def _cuts_sentence(cluster: _Cluster, lines: tuple[Line, ...]) -> bool:
    """Whether the sentence before a cluster goes on after it."""
    if not cluster.first or cluster.after >= len(lines):
        return False
    before, after = lines[cluster.first - 1].content, lines[cluster.after].content
    return starts_lower(after) and not ends_sentence(before) and not find_marks(after)


def _is_code_row(row: str) -> bool:
    """Whether a row holds nothing but codes, one with a letter at least."""
    return any(c.isalpha() for c in row) and all(_CODE_WORD.fullmatch(word) for word in row.split())


def _of_institution(lines: tuple[Line, ...]) -> set[int]:
    """The foot of a text of one page: three rows of codes or more, one a language, one the number of the page."""
    found: set[int] = set()
    coded = [_is_code_row(line.content) or _is_page(line.content) for line in lines]
    for codes, group in groupby(range(len(lines)), key=coded.__getitem__):
        places = list(group)
        rows = [lines[i].content for i in places]
        numbers = sum(map(_is_page, rows))
        told = (
            numbers == 1 and _HEAD_TIMES <= len(rows) <= _DEEPEST and len(rows) > numbers + sum(bool(_CODE.fullmatch(row)) for row in rows)
        )
        if codes and told and places[0] >= _DEEPEST and _CODE.fullmatch(rows[-1]):
            found |= set(places)
    return found


def _is_page(content: str) -> bool:
    """Whether a line holds nothing but a page's number, or that and the number of pages, which is no smaller."""
    page, _, last = content.partition("/")
    return bool(_NUMBER.fullmatch(content)) and (not last or int(page) <= int(last))


def _is_centred(line: Line, shape: Shape) -> bool:
    return line.indent - shape.margin >= _CENTRED


def _stands_alone(lines: tuple[Line, ...], index: int, shape: Shape) -> bool:
    """Whether more than the usual space, or the edge of a page or of the text, lies on both sides."""
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if _ends_page(line, after, shape):
        return True
    before_apart = index == 0 or line.gap.page_break or line.gap.size > shape.unit
    after_apart = after is None or after.gap.page_break or after.gap.size > shape.unit
    edge = line.gap.page_break or after is None or after.gap.page_break
    return (before_apart and after_apart) or (edge and shape.unit == 0)


def _ends_page(line: Line, after: Line | None, shape: Shape) -> bool:
    """Whether a number is set below a page: in the middle of it, or before the blank that this shape starts a page with."""
    if after is None or line.gap.size < max(1, shape.unit):
        return False
    if _is_centred(line, shape):
        return not _is_centred(after, shape)
    return shape.unit > 0 and after.indent == shape.margin + 1 and after.gap.size == shape.unit and starts_lower(after.content)


def _counted_pages(lines: tuple[Line, ...], shape: Shape) -> set[int]:
    """Numbers on lines of their own that count pages: one by one, and as far apart as pages are."""
    chains: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        number = _page_of(lines, index, shape) if _is_page(line.content) else None
        if number is not None:
            chains[number] = [*chains.pop(number - 1, []), index]
    chain = max(chains.values(), key=len, default=[])
    lengths = [after - before for before, after in pairwise(chain)][:-1]  # the last page may be short
    if len(chain) < _HEAD_TIMES or (chain[-1] - chain[0]) * 2 < len(lines):
        return set()
    return set(chain) if median(lengths) >= _SHORT_PAGE and min(lengths) * 2 >= median(lengths) else set()


def _page_of(lines: tuple[Line, ...], index: int, shape: Shape) -> int | None:
    """The number on a line that has at least the usual space around it; a note's number has less, or a rule above it."""
    gap = lines[index].gap
    after = lines[index + 1].gap.size if index + 1 < len(lines) else shape.unit
    spaced = min(gap.size, after) >= shape.unit > 0 and not gap.rule
    return int(lines[index].content.split("/")[0]) if spaced else None


def _language_codes(lines: tuple[Line, ...], found: dict[int, Kind]) -> dict[int, Kind]:
    """Codes on lines of their own: next to a page number, or several of them."""
    codes = {i for i, line in enumerate(lines) if _CODE.fullmatch(line.content)}
    near = {index + step for index, kind in found.items() if kind == "page-number" for step in (-1, 1)}
    return dict.fromkeys(codes if len(codes) > 1 else codes & near, "page-number")


def _running_heads(lines: tuple[Line, ...], found: dict[int, Kind]) -> dict[int, Kind]:
    """Lines that return, digits aside, at the edges of at least three pages."""
    edges = _edges(lines, found)
    patterns = {
        i: _DIGITS.sub("0", lines[i].content) for i in edges if len(lines[i].content) <= _HEAD_LENGTH and not _is_page(lines[i].content)
    }
    times = Counter(patterns.values())
    pages = sum(line.gap.page_break for line in lines) or sum(kind == "page-number" for kind in found.values())
    enough = max(_HEAD_TIMES, pages / _RAREST_HEAD)
    return {i: "running-head" for i, pattern in patterns.items() if times[pattern] >= enough}


def _edges(lines: tuple[Line, ...], found: dict[int, Kind]) -> set[int]:
    """The lines next to a page break, and those next to a page number."""
    breaks = {i for i, (_, line) in enumerate(pairwise(lines), 1) if line.gap.page_break}
    near = {i + step for i in breaks for step in (-2, -1, 0, 1)}
    near |= {i + step for i, kind in found.items() if kind == "page-number" for step in (-2, -1, 1, 2)}
    if breaks:
        near |= {0, 1, len(lines) - 2, len(lines) - 1}
    return {i for i in near if 0 <= i < len(lines) and i not in found}
