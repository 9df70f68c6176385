"""The words of the interface: what the site, the command line and the messages say, as gettext catalogues.

A message has a name (`country.passages`) and, for each language, its words, in `<language>/<domain>.po`; the part of a name before its
first dot is the domain. Words may hold values in braces (`{count}`), and a plural where they count something.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from generator.settings import LANGUAGE

FALLBACK: Final = "nl"
"""The language that every message has: the site was written in it."""


class UnknownMessageError(KeyError):
    """Raised for a name that no catalogue has: a mistake in the program."""


def say(name: str, /, **values: object) -> str:
    """The words of a message with its values filled in; other values than `count` stand as they are, so that years stay years.

    `count`, a whole number, is written as the language does and chooses between the forms of one and many; where it is 0 and there is a message `<name>.none`, that is said. Raises
    `UnknownMessageError` for a name that no catalogue has, and `KeyError` for a value that the words need and that is not given.
    """
    count = values.get("count")
    if not isinstance(count, int):
        return template(name).format(**values)
    return template(name, count).format(**{**values, "count": format_decimal(count, locale=LANGUAGE)})


def template(name: str, count: int | None = None) -> str:
    """The words of a message with its braces as they are, for `output.markdown.fill`; `count` chooses as in `say`."""
    for language in (LANGUAGE, FALLBACK):
        words = catalogue(language)
        said = (words.get(f"{name}.none") if count == 0 else None) or words.get(name)
        if said:
            return said[_form(language, count) if len(said) > 1 else 0]
    raise UnknownMessageError(name)


def _form(language: str, count: int | None) -> int:
    """Which of the forms a number takes, after CLDR: 0 for that of one, 1 for any other."""
    return int(count is not None and Locale.parse(language).plural_form(count) != "one")


@cache
def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    """The messages of a language by name, each with its forms: one, or that of one and that of many."""
    found: dict[str, tuple[str, ...]] = {}
    with as_file(files("generator.words") / language) as folder:
        for path in sorted(Path(folder).glob("*.po")):
            for message in _read(path, language):
                if message.id:
                    name = message.id[0] if isinstance(message.id, tuple) else message.id
                    forms = message.string if isinstance(message.string, tuple) else (message.string,)
                    if all(forms):
                        found[str(name)] = tuple(str(form) for form in forms)
    return found


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)
