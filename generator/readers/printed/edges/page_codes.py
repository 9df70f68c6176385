"""The codes that pages carry at their edges: languages, departments, documents, page numbers."""

from __future__ import annotations

import re
from typing import Final

LANGUAGE: Final = "BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV"
"""The institutions' codes of the official languages (Interinstitutional Style Guide, 7.1.1)."""

NUMBER: Final = re.compile(r"\d{1,4}(?:\s*/\s*\d{1,4})?")

CODE: Final = re.compile(rf"(?:{LANGUAGE})")

CODE_WORD: Final = re.compile(
    rf"""
      (?:{LANGUAGE}) | [A-Z]{{1,4}}\d?[A-Z]? | LIMITE | PUBLIC | REV | ADD | COR | INIT | final | definitief | DG
    | [A-Z]{{2,}}(?:[-.][A-Z0-9]{{1,4}}){{1,3}}                   # GIP.B, TREE.2.A, PE-CONS
    | [A-Za-z]{{2,4}}(?:/[A-Za-z]{{2,4}}){{1,2}}                   # van/lie/hh
    | \d{{1,5}}/\d{{1,4}}(?:/\d{{1,2}})? | \d{{1,4}} | \d{{1,2}}\.\d{{1,2}}\.\d{{4}}
    | (?:COM|JOIN|SWD|SEC)\(\d{{4}}\) | \d{{5}}[A-Z]{{1,2}}\d{{4}}(?:[-–]\d+)? | \d{{3}}\.\d{{3}} | [–—-]
    """,
    re.VERBOSE,
)
"""A word of the foot of an institution's page: numbers of documents, initials of authors, codes of departments and languages."""


CONSOLIDATED: Final = re.compile(
    rf"\d{{5}}[A-Z]{{1,2}}\d{{4}}\s[—–-]\s(?:{LANGUAGE})\s[—–-]\s\d{{2}}\.\d{{2}}\.\d{{4}}\s[—–-]\s\d{{3}}\.\d{{3}}\s[—–-]\s\d{{1,4}}"
)
"""The head of a page of a consolidated act in EUR-Lex: its CELEX number, language, date, version and page."""


def is_page(content: str) -> bool:
    """Whether a line holds nothing but a page's number, or that and the number of pages, which is no smaller."""
    page, _, last = content.partition("/")
    return bool(NUMBER.fullmatch(content)) and (not last or int(page) <= int(last))


def is_code_row(row: str) -> bool:
    """Whether a row holds nothing but codes, one with a letter at least."""
    return any(c.isalpha() for c in row) and all(CODE_WORD.fullmatch(word) for word in row.split())


def ends_in_codes(row: str) -> bool:
    """Whether a row ends in the code of a department and that of a language."""
    *_, department, language = ("", "", *row.split()[-2:])
    return bool(CODE.fullmatch(language) and CODE_WORD.fullmatch(department) and not department.isalnum())
