"""YAML with the line of every key, so that a message can say where; duplicate keys are mistakes here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, TypeAlias

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from generator.model import Problem

Place: TypeAlias = tuple[str | int, ...]

_TYPES: Final = {
    "string": "tekst (zet er zo nodig aanhalingstekens om)",
    "object": "een lijst van namen met waarden",
    "array": "een lijst met streepjes",
    "integer": "een geheel getal",
    "boolean": "true of false",
}


@dataclass(frozen=True, slots=True)
class Located:
    """Data from YAML, and the line (from 1) of each key or list item by its place in the data."""

    data: Any
    lines: Mapping[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


class _TextLoader(yaml.SafeLoader):
    """Leaves dates as text: 2016-06-07 must stay what was written."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str, path: str, first_line: int = 1) -> tuple[Located, tuple[Problem, ...]]:
    """The data in a YAML text that starts on a line of a file; on a mistake no data, and problems that say where."""
    try:
        node = yaml.compose(text, Loader=_TextLoader)
        data = yaml.load(text, Loader=_TextLoader)  # noqa: S506 - the loader derives from SafeLoader
    except yaml.YAMLError as error:
        return Located(None), (_syntax_problem(error, path, first_line),)
    if node is None:
        return Located(None), ()
    lines: dict[Place, int] = {}
    problems = tuple(_walk(node, (), lines, path, first_line))
    return Located(data, lines), problems


def _syntax_problem(error: yaml.YAMLError, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + first_line if mark else first_line
    remedy = "kijk naar de inspringing, de dubbele punt en de aanhalingstekens op en boven deze regel"
    return Problem(path, line, "dit is geen geldige YAML", remedy)


def _walk(node: yaml.Node, place: Place, lines: dict[Place, int], path: str, first: int) -> Iterator[Problem]:
    lines.setdefault(place, node.start_mark.line + first)
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line, name = key.start_mark.line + first, str(key.value)
            if name in seen:
                yield Problem(path, line, f"{name!r} staat hier een tweede keer (eerst op regel {seen[name]})", "laat er een staan")
            seen.setdefault(name, line)
            lines[(*place, name)] = line
            yield from _walk(value, (*place, name), lines, path, first)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(value, (*place, index), lines, path, first)


def validate(located: Located, schema: Mapping[str, Any], path: str) -> tuple[Problem, ...]:
    """What the schema (JSON Schema 2020-12) has against the data, in words for its author, by line."""
    errors = Draft202012Validator(schema).iter_errors(located.data)
    return tuple(sorted(problem for error in errors for problem in _problems(error, located, path)))


def _problems(error: ValidationError, located: Located, path: str) -> Iterator[Problem]:
    place: Place = tuple(error.absolute_path)
    name = str(place[-1]) if place else "het bestand"
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        for key in sorted(set(error.instance) - set(known)):
            yield Problem(path, located.line((*place, key)), f"onbekende sleutel {key!r}", _suggestion(key, known))
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield Problem(path, located.line(place), f"de sleutel {key!r} ontbreekt", "vul hem in")
    elif error.validator == "type":
        wanted = _TYPES.get(str(error.validator_value), str(error.validator_value))
        yield Problem(path, located.line(place), f"{name!r} heeft de verkeerde vorm", f"hier hoort {wanted}")
    elif error.validator == "enum":
        choices = ", ".join(map(str, error.validator_value))
        yield Problem(path, located.line(place), f"{error.instance!r} kan niet bij {name!r}", f"kies uit: {choices}")
    else:
        remedy = str(error.schema.get("description", "pas de waarde aan"))
        yield Problem(path, located.line(place), f"{error.instance!r} kan niet bij {name!r}", remedy)


def _suggestion(key: str, known: list[str]) -> str:
    close = get_close_matches(str(key), known, n=1)
    return f"bedoelde u {close[0]!r}?" if close else f"bekende sleutels zijn {', '.join(known)}"
