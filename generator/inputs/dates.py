"""Dates that people write in the files beside the documents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inputs.yaml_lines import KeyPath, Located
from generator.language import edtf
from generator.model import Problem
from generator.words import say


def check_date(text: object, located: Located, place: KeyPath, path: str, remedy: str) -> Iterator[Problem]:
    """A problem where a text is no date that can be used; `remedy` is for texts that are no date at all. Other types pass: a schema is about those."""
    if not isinstance(text, str):
        return
    try:
        edtf.parse(text)
    except edtf.NoDateError as error:
        yield Problem(path, located.line(place), say("inputs_dates.no_such_date", text=repr(text)), error.remedy or remedy)
