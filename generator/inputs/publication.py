"""Where the site is published, under which name and by whom: read from the file that MkDocs reads too, so that both say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from generator.inputs.sources import LARGEST_WRITTEN, read_text
from generator.inputs.yaml_lines import KeyPath, Located, flat, load_settings, validate
from generator.language.tables import schema
from generator.model import Problem, Publication, Severity, UnreadableError
from generator.words import say

_PART: Final[KeyPath] = ("extra", "publisher")
"""Where the file tells of the publisher."""

_WANTED: Final[tuple[tuple[KeyPath, str], ...]] = (
    (("owner",), "publication.no_owner"),
    (("contact",), "publication.no_contact"),
    (("licence", "name"), "publication.no_licence"),
)
"""What a reader may expect to find on a site, with what is said where it is empty."""


def read(path: Path) -> Publication:
    """What a settings file of MkDocs says; what it does not say, or not as it should be said, is empty.

    A file that MkDocs cannot read either says nothing here: MkDocs itself reports what is wrong with it.
    """
    located, _ = _load(path)
    facts = located.data if isinstance(located.data, dict) else {}
    told = _part(located)
    own = {} if validate(told, schema("publisher"), "") else told.data
    licence = own.get("licence", {})
    return Publication(
        name=flat(str(facts.get("site_name") or "")),
        description=flat(str(facts.get("site_description") or "")),
        url=_address(facts.get("site_url")),
        owner=own.get("owner", ""),
        contact=own.get("contact", ""),
        licence=licence.get("name", ""),
        licence_url=licence.get("url", ""),
    )


def check(path: Path) -> tuple[Problem, ...]:
    """What is wrong with what the file says of the site's publication, and what is still to be filled in; nothing where there is no file."""
    located, problems = _load(path)
    if not isinstance(located.data, dict):
        return problems
    told, name = _part(located), path.as_posix()
    wrong = validate(told, schema("publisher"), name)
    return (*_against_address(located, name), *(wrong or _missing(told, name)))


def _load(path: Path) -> tuple[Located, tuple[Problem, ...]]:
    if not path.is_file():
        return Located(None), ()
    try:
        _, text = read_text(path, LARGEST_WRITTEN)
    except UnreadableError as error:
        return Located(None), (replace(error.problem, severity=Severity.ERROR),)
    return load_settings(text, path.as_posix())


def _part(located: Located) -> Located:
    """What the file says of the publisher, without what the environment was to say and does not."""
    data = located.data
    for key in _PART:
        data = data.get(key) if isinstance(data, dict) else None
    lines = {place[len(_PART) :]: line for place, line in located.lines.items() if place[: len(_PART)] == _PART}
    return Located({} if data is None else _said(flat(data)), lines)


def _said(data: Any) -> Any:
    return {key: _said(value) for key, value in data.items() if value is not None} if isinstance(data, dict) else data


def _missing(told: Located, path: str) -> Iterator[Problem]:
    for place, name in _WANTED:
        value = told.data
        for key in place:
            value = value.get(key, {}) if isinstance(value, dict) else {}
        if not value:
            remedy = say("publication.fill_in", key=".".join(map(str, (*_PART, *place))))
            yield Problem(path, told.line(place), say(name), remedy, Severity.TODO)


def _against_address(located: Located, path: str) -> Iterator[Problem]:
    """What is wrong with the address: it is none, or nobody's."""
    given, line = str(located.data.get("site_url") or "").strip(), located.line(("site_url",))
    if given and not _address(given):
        yield Problem(path, line, say("publication.wrong_address", address=repr(given)), say("publication.set_address"))
    elif not Publication(url=given).home:
        yield Problem(path, line, say("publication.no_address"), say("publication.set_address"), Severity.TODO)


def _address(given: object) -> str:
    """An address on the web with the slash at its end that those of pages are joined to; nothing for what is no such address."""
    text = str(given or "").strip()
    try:
        parts = urlsplit(text)
        sound = (
            parts.scheme in {"http", "https"} and parts.hostname and not (parts.query or parts.fragment) and not any(map(str.isspace, text))
        )
    except ValueError:
        return ""
    return f"{text.rstrip('/')}/" if sound else ""
