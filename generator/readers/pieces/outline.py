"""What each piece of a text is (heading, item, quotation …), how deep it lies, and where it belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.enumeration import HeadingMark, Mark, find_marks
from generator.readers.printed.front_matter import is_front_matter, is_front_matter_label, is_sender
from generator.readers.printed.shape import starts_lower
from generator.readers.printed.titles import is_code, is_title, is_upper

_QUOTED: Final = re.compile(r"[“\"„«‘'].{20,}[”\"“»’'][.,]?", re.DOTALL)
_REOPENED: Final = re.compile(r"[”»][^”»“«]*[“«]")
"""Words of another's between two quotations."""

_SPEAKER_LENGTH: Final = 160
_HEAD_PIECES: Final = 30
_FEWEST: Final = 2
"""One line that looks like a head block's may be chance, unless it has a label."""

_PROSE_WORDS: Final = 25
_TITLE_WORDS: Final = 6
_ANNEX: Final = re.compile(r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|ALLEGATO|ANEXO)\b", re.IGNORECASE)
_LABEL_TITLE: Final = re.compile(
    r"(?:BIJLAGE|ANNEX|ANNEXE|ANHANG|HOOFDSTUK|CHAPTER|CHAPITRE|KAPITEL|DEEL|PART|TITEL|TITLE|TITRE|AFDELING|SECTION)(?:\s+[IVXLC\d]+)?",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:Artikel|Article|Artículo|Articolo|Artigo)\s+\d+\s?\w*", re.IGNORECASE)
"""The number of an article, which has its title on the next line."""

_LONGEST_ARTICLE_TITLE: Final = 120
_LONGEST_SUBTITLE: Final = 150
"""Characters. A text of two rows or more right below a heading, without stop, is more often a sentence whose stop was forgotten."""

_LEADS_IN: Final = re.compile(r"\s[^\W\d_A-Z]{1,4}$")
"""A short word at the end, before items in lower case: a sentence that the items go on with, its colon forgotten."""

_DATE: Final = re.compile(r"\d{1,2}[. ]\s?(?:[^\W\d_]+|\d{1,2})[. ]\s?\d{4}")
"""A date by itself heads what happened on it, and nothing else."""

_PLACE_AND_DATE: Final = re.compile(rf"[A-ZÀ-Þ][\w-]+,\s(?:{_DATE.pattern})")

_PLACE: Final = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]+\s?){1,3}")
_SIGNATORY: Final = re.compile(r"(?:[A-ZÀ-Þ]\.\s?){1,4}(?:[a-zà-ÿ'’]+\s){0,3}[A-ZÀ-Þ][\w'’-]+(?:[\s,-].{0,30})?")
"""Initials and a surname, perhaps with an office: "A.B. van den Berg, plv."."""

_LIST_TITLE: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]{7,}:")
"""One long word on a line of its own above items that are sentences of their own ("Kernmaatregelen:") is a heading."""


def is_numbered_title(text: str) -> bool:
    """Whether a text is what a part of an act is called by its number, and nothing else: `Artikel 3`, `HOOFDSTUK II`."""
    return bool(_ARTICLE.fullmatch(text) or _LABEL_TITLE.fullmatch(text))


def is_part_label(text: str) -> bool:
    """Whether a heading only says which chapter, title or annex follows, as `HOOFDSTUK II` does."""
    return bool(_LABEL_TITLE.fullmatch(text))


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
    opens = bool(head) and (is_code(head[0].text) or is_sender(head[0].text))
    if len(known) < _FEWEST and not labelled and not opens:
        return drafts
    last = known[-1] if known else 0
    while last + 1 < len(head) and head[last + 1].mark and not head[last + 1].title:
        last += 1
    block = (d if _titles_block(d, labelled=bool(labelled)) else replace(d, kind="front_matter") for d in drafts[: last + 1])
    return (*block, *drafts[last + 1 :])


def _titles_block(draft: Draft, *, labelled: bool) -> bool:
    """Whether a line of the head block is the title itself: its notation says so, or it is long where no label announces one."""
    if is_front_matter(draft.text) or draft.mark:
        return False
    told = not labelled and len(draft.text.split()) >= _TITLE_WORDS and not is_upper(draft.text) and is_title(draft.text)
    return draft.marked_title is True or told


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
    return bool(_QUOTED.fullmatch(text)) and not _REOPENED.search(text[1:-1])


def _is_speaker(draft: Draft) -> bool:
    plain = draft.kind == "paragraph" and not draft.mark and not draft.title
    return plain and len(draft.text) <= _SPEAKER_LENGTH and not draft.text.endswith((".", ":", ";")) and not is_upper(draft.text)


def _headings(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    result: list[Draft] = []
    for i, draft in enumerate(drafts):
        before, after = result[-1] if result else None, drafts[i + 1] if i + 1 < len(drafts) else None
        result.append(_heading_or_item(draft, before, after) if draft.kind == "paragraph" else draft)
    return tuple(result)


def _heading_or_item(draft: Draft, before: Draft | None, after: Draft | None) -> Draft:
    if draft.title and draft.marked_title is not False and is_title(draft.text):
        return replace(draft, kind="heading", mark=None)
    if draft.mark:
        return replace(draft, kind="list_item", title=None)
    if draft.title:
        return replace(draft, kind="list_item", mark=_item_mark(draft.title), title=None)
    heading = _is_heading(draft, before, after) if draft.marked_title is None else draft.marked_title
    return replace(draft, kind="heading") if heading else draft


def _item_mark(title: HeadingMark) -> Mark:
    """The mark of an item whose number might have been a heading's: that of a list, if lists have such marks."""
    marks = find_marks(f"{title.label} x")
    return marks[0] if marks else Mark(f"outline{len(title.path)}", "numbered", title.label, title.path[-1], 0)


def _is_heading(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    """Whether a text without number or mark is a heading, by the first rule of `_HEADINGS` that applies."""
    return next(verdict for applies, verdict in _HEADINGS if applies(draft, before, after))


def _names_article(draft: Draft, before: Draft | None, _after: Draft | None) -> bool:
    named = before is not None and before.kind == "heading" and is_numbered_title(before.text)
    return named and len(draft.text) <= _LONGEST_ARTICLE_TITLE and is_title(draft.text)


def _is_long_below_heading(draft: Draft, before: Draft | None, _after: Draft | None) -> bool:
    return before is not None and before.kind == "heading" and len(draft.text) > _LONGEST_SUBTITLE and not is_upper(draft.text)


def _is_last(_draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return after is None


def _leads_in(draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return bool(after and after.mark and starts_lower(after.text) and _LEADS_IN.search(draft.text))


def _heads_list(draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return bool(after and after.mark and _LIST_TITLE.fullmatch(draft.text) and not starts_lower(after.text))


def _dates_signature(draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    """Whether a text is the place and date of a signature, the place above its date, or the name of who signed."""
    place = after is not None and bool(_DATE.fullmatch(after.text)) and bool(_PLACE.fullmatch(draft.text))
    return place or bool(_PLACE_AND_DATE.fullmatch(draft.text) or _SIGNATORY.fullmatch(draft.text))


def _dates_text(draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return bool(_DATE.fullmatch(draft.text)) and not (after and (after.mark or after.text.endswith(".")))


def _goes_on(_draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return after is not None and not after.mark and starts_lower(after.text)


def _is_no_title(draft: Draft, _before: Draft | None, _after: Draft | None) -> bool:
    return not is_title(draft.text)


_Neighbours: TypeAlias = Callable[[Draft, Draft | None, Draft | None], bool]

# In order: the first that applies decides. What a text is called by its place comes before what it looks like.
_HEADINGS: Final[tuple[tuple[_Neighbours, bool], ...]] = (
    (_names_article, True),  # "Artikel 3", and its title below, be it the last line of the text
    (_is_long_below_heading, False),
    (_is_last, False),  # a heading has something below it
    (_leads_in, False),  # the items go on with it
    (_heads_list, True),
    (_dates_signature, False),
    (_dates_text, False),
    (_goes_on, False),  # what starts in small letters goes on with what stands above
    (_is_no_title, False),
    (lambda _draft, _before, _after: True, True),
)


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
    headings = tuple(draft for draft in drafts if draft.kind == "heading")
    told = _told_levels(headings)
    levels = _Levels(headings)
    placed = tuple(levels.placed(draft) for draft in drafts)
    if told is None:
        return placed
    by_place = iter(told)
    return tuple(replace(draft, level=next(by_place)) if draft.kind == "heading" else draft for draft in placed)


def _told_levels(headings: tuple[Draft, ...]) -> tuple[int, ...] | None:
    """The levels that a notation gives the headings, None unless they are of one mind with each other and with the numbers.

    A first heading above all others is the title, and the chapters lie beside it.
    """
    signs = [draft.signs for draft in headings]
    counted = [count for count in signs if count is not None]
    if len(set(counted)) < _FEWEST or signs[0] is None or any(after > before + 1 for before, after in pairwise(counted)):
        return None
    schemes = {(d.title.scheme, len(d.title.path), d.signs) for d in headings if d.title and d.signs}
    if len({(scheme, depth) for scheme, depth, _ in schemes}) < len(schemes) or min(counted) < signs[0]:
        return None
    return tuple(_shifted(signs, signs[0] + (counted.count(signs[0]) == 1)))


def _shifted(signs: list[int | None], top: int) -> Iterator[int]:
    """Levels counted from `top`; a title without signs, in stressed type, lies below the last that has them."""
    last = 0
    for count in signs:
        last = last if count is None else max(1, count - top + 1)
        yield last + (count is None)


class _Levels:
    """What the headings of a document have in common, and under which of them the next one comes."""

    def __init__(self, headings: tuple[Draft, ...]) -> None:
        self.schemes = list(dict.fromkeys(d.title.scheme for d in headings if d.title))
        self.upper = self._tells_by_capitals(headings)
        times = Counter(d.text for d in headings if not d.title)
        self.returning = {text for text, count in times.items() if count > 1}
        self.under, self.last, self.article, self.before = 0, 0, 0, ""

    def _tells_by_capitals(self, headings: tuple[Draft, ...]) -> bool:
        """Whether capitals set the chapters apart from what lies under them."""
        if self.schemes:
            return any(is_upper(d.text) for d in headings if d.title and len(d.title.path) == 1)
        return {is_upper(d.text) for d in headings} == {True, False}

    def placed(self, draft: Draft) -> Draft:
        """A heading with its level; any other draft as it is."""
        if draft.kind != "heading":
            self.before = ""
            return draft
        level = self._article_level() if _ARTICLE.fullmatch(draft.text) else self._level(draft)
        self.before, self.last = draft.text, level
        return replace(draft, level=level)

    def _article_level(self) -> int:
        """Articles lie below the title or chapter before the first of them, and below the chapters that come after."""
        chapter = self.last if not self.article else self.under
        self.article = max(chapter + 1, self.article if not self.under else 0)
        return self.article

    def _level(self, draft: Draft) -> int:
        if draft.title:
            self.under = self.schemes.index(draft.title.scheme) + len(draft.title.path)
            return self.under
        label_before = bool(_LABEL_TITLE.fullmatch(self.before))
        if _ANNEX.match(draft.text) or (self.upper and is_upper(draft.text)):
            self.under = 2 if label_before else 1
            return self.under
        if label_before or _ARTICLE.fullmatch(self.before):
            return self.last + 1
        if draft.text in self.returning and self.schemes:
            return 2 if self.under else 1
        return self.under + 1 if self.schemes or self.upper else 1


def _inside_items(drafts: tuple[Draft, ...]) -> tuple[bool, ...]:
    """For each draft whether it stands between two items with successive numbers, as a second paragraph of the first or a list in it."""
    steps = [0] * (len(drafts) + 1)
    opened: dict[tuple[str, int], int] = {}
    for place, draft in enumerate(drafts):
        if draft.kind == "heading":
            opened = {}
        if draft.kind != "list_item" or draft.mark is None or draft.mark.value is None:
            continue
        first = opened.pop((draft.mark.style, draft.mark.value - 1), place)
        steps[first] += 1
        steps[place] -= 1
        opened[draft.mark.style, draft.mark.value] = place
    return tuple(depth > 0 for depth in accumulate(steps[:-1]))


def _depths(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """An item lies one deeper than the list that was open when its own kind of mark first came."""
    depths = _Depths()
    return tuple(depths.placed(draft, inside=inside) for draft, inside in zip(drafts, _inside_items(drafts), strict=True))


class _Depths:
    """The kinds of marks that are open, from the outermost list to the innermost."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.closed = self.leads_in = False
        self.depths: dict[str, int] = {}

    def placed(self, draft: Draft, *, inside: bool) -> Draft:
        """An item with its depth; any other draft as it is, and the lists closed that it closes."""
        if draft.kind == "list_item" and draft.mark is not None:
            if self.closed and draft.mark.value == 1 and draft.mark.kind == "numbered":
                self.stack = []
            if draft.mark.style == "capital" and draft.mark.value == 1 and not self.leads_in:
                self.stack = []
            self.closed, self.leads_in = draft.text.endswith("."), draft.text.endswith(":")
            return replace(draft, depth=self._depth(draft.mark))
        if draft.kind == "heading":
            self.depths = {}
        if not inside:
            self.stack = []
        return draft

    def _depth(self, mark: Mark) -> int:
        style = mark.style
        if style in self.stack:
            del self.stack[self.stack.index(style) + 1 :]
        elif mark.value not in {None, 1} and style in self.depths:
            self.stack = ["…"] * (self.depths[style] - 1) + [style]
        else:
            self.stack = [*self.stack, style]
        self.depths[style] = len(self.stack)
        return len(self.stack)
