"""What each piece of a text is (heading, item, quotation …), how deep it lies, and where it belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.model import BlockType, Span
from generator.readers.enumeration import HeadingMark, Mark
from generator.readers.front_matter import is_front_matter, is_front_matter_label
from generator.readers.segment import is_title, is_upper
from generator.readers.shape import starts_lower

_QUOTED: Final = re.compile(r"[“\"„«‘'].{20,}[”\"“»’'][.,]?", re.DOTALL)
_SPEAKER_LENGTH: Final = 160
_HEAD_PIECES: Final = 30
_PROSE_WORDS: Final = 25
_ANNEX: Final = re.compile(r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|ALLEGATO|ANEXO)\b", re.IGNORECASE)
_LABEL_TITLE: Final = re.compile(
    r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|HOOFDSTUK|CHAPTER|CHAPITRE|KAPITEL|DEEL|PART|TITEL|TITLE|TITRE|AFDELING|SECTION)(?:\s+[IVXLC\d]+)?",
    re.IGNORECASE,
)
_LIST_TITLE: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]{7,}:")
"""One long word on a line of its own above items that are sentences of their own ("Kernmaatregelen:") is a heading."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of text on its way to a block: its rows, its plain text without label, and what it may be."""

    rows: tuple[tuple[Span, ...], ...]
    text: str
    lines: tuple[int, int]
    kind: BlockType = "paragraph"
    label: str = ""
    label_span: Span | None = None
    mark: Mark | None = None
    title: HeadingMark | None = None
    level: int | None = None
    depth: int | None = None
    indent: int = 0
    marked_title: bool | None = None
    emphasis: tuple[Span, ...] = ()

    @property
    def number(self) -> str | None:
        """The number of a heading."""
        return self.title.number if self.title and self.kind == "heading" else None


def classify(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The same drafts in the same order, each with its kind, headings with their level, items with their depth."""
    pieces = _front_matter(tuple(drafts))
    pieces = _quotes(pieces)
    pieces = _headings(pieces)
    pieces = _lead_ins(pieces)
    return _depths(_levels(pieces))


def _front_matter(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Everything up to the last line of the head block, if the document starts with one."""
    head = drafts[: next((i for i, d in enumerate(drafts[:_HEAD_PIECES]) if _is_prose(d)), _HEAD_PIECES)]
    known = [i for i, draft in enumerate(head) if is_front_matter(draft.text)]
    labelled = [i for i in known if is_front_matter_label(head[i].text)]
    if len(known) < 2 and not labelled:
        return drafts
    last = known[-1]
    while last + 1 < len(head) and head[last + 1].mark and not head[last + 1].title:
        last += 1
    return (*(replace(d, kind="front_matter") for d in drafts[: last + 1]), *drafts[last + 1 :])


def _is_prose(draft: Draft) -> bool:
    if is_front_matter(draft.text):
        return False
    return len(draft.text.split()) > _PROSE_WORDS or draft.title is not None or draft.text.endswith((".", ":"))


def _quotes(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Paragraphs wholly between quotation marks, with the line after one that says who spoke."""
    result: list[Draft] = []
    for draft in drafts:
        text = draft.text
        quoted = draft.kind == "paragraph" and not draft.mark and not draft.title and _is_quoted(text)
        speaker = bool(result) and result[-1].kind == "quote" and _is_speaker(draft)
        result.append(replace(draft, kind="quote") if quoted or speaker else draft)
    return tuple(result)


def _is_quoted(text: str) -> bool:
    return bool(_QUOTED.fullmatch(text)) and not re.search(r"[”»]\s.*[“«]", text[1:-1])


def _is_speaker(draft: Draft) -> bool:
    plain = draft.kind == "paragraph" and not draft.mark and not draft.title
    return plain and len(draft.text) <= _SPEAKER_LENGTH and not draft.text.endswith((".", ":", ";")) and not is_upper(draft.text)


def _headings(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    return tuple(
        _heading_or_item(draft, drafts[i + 1] if i + 1 < len(drafts) else None) if draft.kind == "paragraph" else draft
        for i, draft in enumerate(drafts)
    )


def _heading_or_item(draft: Draft, after: Draft | None) -> Draft:
    if draft.title and draft.marked_title is not False and is_title(draft.text):
        return replace(draft, kind="heading", mark=None)
    if draft.mark:
        return replace(draft, kind="list_item", title=None)
    if draft.title:
        return replace(draft, kind="list_item", mark=Mark("outline", "numbered", draft.label, None, 0), title=None)
    if draft.marked_title is not None:
        return replace(draft, kind="heading") if draft.marked_title else draft
    if after is not None and after.mark and _LIST_TITLE.fullmatch(draft.text) and not starts_lower(after.text):
        return replace(draft, kind="heading")
    goes_on = after is not None and not after.mark and starts_lower(after.text)
    if is_title(draft.text) and after is not None and not goes_on:
        return replace(draft, kind="heading")
    return draft


def _lead_ins(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """A line with a blank before it that introduces the next list is no item of the list before it."""
    result = list(drafts)
    lower_items = False
    for i, (before, draft) in enumerate(pairwise(drafts), 1):
        lower_items = before.kind == "list_item" and (lower_items or starts_lower(before.text))
        after = drafts[i + 1] if i + 1 < len(drafts) else None
        lost = draft.mark is not None and draft.mark.style == "lost" and draft.kind == "list_item"
        closes = before.text.endswith(".") and draft.text.endswith(":")
        if lost and lower_items and closes and not starts_lower(draft.text) and after and after.mark:
            result[i] = replace(draft, kind="paragraph", mark=None)
    return tuple(result)


def _levels(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Numbers tell the level; a title without one lies below the numbered title before it, unless its type says more."""
    headings = [d for d in drafts if d.kind == "heading"]
    schemes = list(dict.fromkeys(d.title.scheme for d in headings if d.title))
    numbered = bool(schemes)
    upper = any(is_upper(d.text) for d in headings if d.title and len(d.title.path) == 1) or (
        not numbered and len({is_upper(d.text) for d in headings}) == 2
    )
    returning = {text for text, times in Counter(d.text for d in headings if not d.title).items() if times > 1}
    result: list[Draft] = []
    under, label_before = 0, False
    for draft in drafts:
        if draft.kind != "heading":
            result.append(draft)
            label_before = False
            continue
        if draft.title:
            level = under = schemes.index(draft.title.scheme) + len(draft.title.path)
        elif _ANNEX.match(draft.text) or (upper and is_upper(draft.text)):
            level = 2 if label_before else 1
            under = level
        elif draft.text in returning and numbered:
            level = 2 if under else 1
        else:
            level = under + 1 if numbered or upper else 1
        label_before = bool(_LABEL_TITLE.fullmatch(draft.text))
        result.append(replace(draft, level=level))
    return tuple(result)


def _inside_items(drafts: tuple[Draft, ...]) -> frozenset[int]:
    """The drafts that stand between two items with successive numbers: second paragraphs of the first, and lists in it."""
    inside: set[int] = set()
    opened: dict[tuple[str, int], int] = {}
    for place, draft in enumerate(drafts):
        if draft.kind == "heading":
            opened = {}
        if draft.kind != "list_item" or draft.mark is None or draft.mark.value is None:
            continue
        first = opened.get((draft.mark.style, draft.mark.value - 1))
        if first is not None:
            inside.update(range(first + 1, place))
        opened[draft.mark.style, draft.mark.value] = place
    return frozenset(inside)


def _depths(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """An item lies one deeper than the list that was open when its own kind of mark first came."""
    result: list[Draft] = []
    stack: list[str] = []
    depths: dict[str, int] = {}
    inside = _inside_items(drafts)
    for place, draft in enumerate(drafts):
        if draft.kind == "heading":
            stack, depths = [], {}
        elif draft.kind != "list_item" and place not in inside:
            stack = []
        if draft.kind != "list_item" or draft.mark is None:
            result.append(draft)
            continue
        style = draft.mark.style
        if style in stack:
            del stack[stack.index(style) + 1 :]
        else:
            resumed = draft.mark.value not in {None, 1} and style in depths
            stack = ["…"] * (depths[style] - 1) + [style] if resumed else [*stack, style]
        depths[style] = len(stack)
        result.append(replace(draft, depth=len(stack)))
    return tuple(result)
