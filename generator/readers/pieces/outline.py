"""What each piece of a text is (heading, item, quotation …), how deep it lies, and where it belongs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeAlias

from generator.readers.pieces.depths import with_depths
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.enumeration import HeadingMark, Mark, find_marks
from generator.readers.pieces.front_matter import is_front_matter, is_front_matter_label, is_sender
from generator.readers.pieces.levels import with_levels
from generator.readers.pieces.numbered_titles import is_numbered_title
from generator.readers.pieces.shape import starts_lower
from generator.readers.pieces.signatures import DATE, SIGNATORY, is_dated, is_signed, unnumbered
from generator.readers.pieces.titles import is_code, is_title, is_upper, leads_on

_QUOTED: Final = re.compile(r"[“\"„«‘'].{20,}[”\"“»’'][.,]?", re.DOTALL)
_REOPENED: Final = re.compile(r"[”»][^”»“«]*[“«]")
"""Words of another's between two quotations."""

_SPEAKER_LENGTH: Final = 160
"""Characters of the line below a quotation that says who spoke: a name and an office, two rows of a page."""

_HEAD_PIECES: Final = 30
"""Pieces at the start of a document in which its head block ends; the longest of ours and of tests/held has twelve."""

_FEWEST: Final = 2
"""Lines like those of a head block that make one: a single one may be chance, unless it has a label."""

_PROSE_WORDS: Final = 25
"""Words from which a line is running text and the head block is over: more than two rows of a page."""

_TITLE_WORDS: Final = 6
"""Words from which a line in a head block without labels is the title itself: names of institutions and kinds of documents have fewer."""

_LONGEST_ARTICLE_TITLE: Final = 120
"""Characters of the line below an article's number that is its title: less than two rows of a page."""

_LONGEST_SUBTITLE: Final = 150
"""Characters of the line below a heading that goes on with it. A text of two rows or more, without stop, is more often a sentence whose
stop was forgotten."""

_LEADS_IN: Final = re.compile(r"\s[^\W\d_A-Z]{1,4}$")
"""A short word at the end, before items in lower case: a sentence that the items go on with, its colon forgotten."""

_LIST_TITLE: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]{7,}:")
"""One long word on a line of its own above items that are sentences of their own ("Kernmaatregelen:") is a heading."""


def classify(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The same drafts in the same order, each with its kind, headings with their level, items with their depth."""
    pieces = _front_matter(tuple(drafts))
    pieces = _quotes(pieces)
    pieces = _headings(pieces)
    pieces = _lead_ins(pieces)
    return with_depths(with_levels(pieces))


def _front_matter(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Everything up to the last line of the head block, if the document starts with one."""
    head = drafts[: next((i for i, d in enumerate(drafts[:_HEAD_PIECES]) if _is_prose(d)), _HEAD_PIECES)]
    known = [i for i, draft in enumerate(head) if is_front_matter(draft.text)]
    labelled = any(is_front_matter_label(head[i].text) for i in known)
    if len(known) < _FEWEST and not labelled and not _opens_block(head):
        return drafts
    after = _with_items(head, known[-1] + 1 if known else 1)
    block = (d if _titles_block(d, labelled=labelled) else replace(d, kind="front_matter") for d in drafts[:after])
    return (*block, *drafts[after:])


def _opens_block(head: tuple[Draft, ...]) -> bool:
    """Whether a document starts with its number or its sender."""
    return bool(head) and (is_code(head[0].text) or is_sender(head[0].text))


def _with_items(head: tuple[Draft, ...], after: int) -> int:
    """The end of a head block, the items that follow on it (recipients, documents) included."""
    while after < len(head) and head[after].mark and not head[after].title:
        after += 1
    return after


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
    signing = False
    for i, draft in enumerate(drafts):
        before, after = result[-1] if result else None, drafts[i + 1] if i + 1 < len(drafts) else None
        signing = is_signed(draft, before, after, signing=signing)
        if signing:
            result.append(unnumbered(draft))
        else:
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
    """Whether a text is the place and date of a signature, or the name of who signed."""
    return is_dated(draft, after) or bool(SIGNATORY.fullmatch(draft.text))


def _dates_text(draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return bool(DATE.fullmatch(draft.text)) and not (after and (after.mark or after.text.endswith(".")))


def _goes_on(_draft: Draft, _before: Draft | None, after: Draft | None) -> bool:
    return after is not None and not after.mark and starts_lower(after.text)


def _is_no_title(draft: Draft, _before: Draft | None, _after: Draft | None) -> bool:
    return not is_title(draft.text) or leads_on(draft.text)


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
        if lower_items and _introduces(before, draft, drafts[i + 1] if i + 1 < len(drafts) else None):
            result[i] = replace(draft, kind="paragraph", mark=None)
    return tuple(result)


def _introduces(before: Draft, draft: Draft, after: Draft | None) -> bool:
    """Whether what was taken for an item without its mark leads in a list, below the end of another."""
    lost = draft.mark is not None and draft.mark.style == "lost" and draft.kind == "list_item"
    closes = before.text.endswith(".") and draft.text.endswith(":")
    return lost and closes and not starts_lower(draft.text) and after is not None and after.mark is not None
