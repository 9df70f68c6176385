"""YAML with the line of every key, so that a message can say where; duplicate keys are mistakes here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml
import yaml_env_tag
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from generator.inputs.suggestions import did_you_mean
from generator.model import Problem
from generator.words import say

KeyPath: TypeAlias = tuple[str | int, ...]

_DEEPEST: Final = 20
"""Levels of nesting; no description needs more than three."""

_REMEDIES: Final = (
    ("mapping values are not allowed", say("inputs_yaml_lines.quote_value_with_colon")),
    ("cannot start any token", say("inputs_yaml_lines.quote_value_with_punctuation")),
    ("", say("inputs_yaml_lines.check_punctuation")),
)
"""What to do about a mistake, by words of the parser's message; the last fits all."""

_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN: Final = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Characters that escapes like \\0 and \\ud83d make, and that no page can hold."""

_PAIRS: Final = (
    ("quoted scalar", "aanhalingsteken"),
    ("flow sequence", "haakje"),
    ("flow mapping", "haakje"),
)
"""What opens and has to be closed, by words of the parser's message."""

_TYPES: Final = {
    "string": say("inputs_yaml_lines.a_text"),
    "object": say("inputs_yaml_lines.a_mapping"),
    "array": say("inputs_yaml_lines.a_list"),
    "integer": say("inputs_yaml_lines.an_integer"),
    "boolean": say("inputs_yaml_lines.true_or_false"),
}


@dataclass(frozen=True, slots=True)
class Located:
    """Data from YAML, and the line (from 1) of each key or list item by its place in the data."""

    data: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def line(self, place: KeyPath) -> int:
        """The line of a place, or of the nearest thing that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


class _TextLoader(yaml.SafeLoader):
    """Loads dates as the text that was written, 2016-06-07."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _SettingsLoader(_TextLoader):
    """Knows the tag by which MkDocs reads the environment."""


_SettingsLoader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_SettingsLoader.add_constructor(None, lambda _loader, _node: None)


def load(text: str, path: str, first_line: int = 1) -> tuple[Located, tuple[Problem, ...]]:
    """The data in a YAML text that starts on a line of a file; on a mistake no data, and problems that say where."""
    try:
        problems = tuple(_beyond(text, path, first_line))
        if problems:
            return Located(None), problems
        node, data = _composed(text, _TextLoader)
    except yaml.YAMLError as error:
        return Located(None), (_syntax_problem(error, text, path, first_line),)
    except ValueError:
        return Located(None), (
            Problem(
                path,
                first_line,
                say("inputs_yaml_lines.impossible_number_or_date"),
                say("inputs_yaml_lines.quote_it"),
            ),
        )
    if node is None:
        return Located(None), ()
    lines: dict[KeyPath, int] = {}
    problems = tuple(_walk(node, (), lines, path, first_line))
    return (Located(None) if problems else Located(data, lines)), problems


def load_settings(text: str, path: str) -> tuple[Located, tuple[Problem, ...]]:
    """The data of a settings file of MkDocs: `!ENV` is filled in from the environment, what has any other tag is left out."""
    try:
        node, data = _composed(text, _SettingsLoader)
    except (yaml.YAMLError, ValueError) as error:
        return Located(None), (_syntax_problem(error, text, path, 1),)
    lines: dict[KeyPath, int] = {}
    problems = tuple(_walk(node, (), lines, path, 1)) if node else ()
    return (Located(None) if problems else Located(data, lines)), problems


def _composed(text: str, kind: type[_TextLoader]) -> tuple[yaml.Node | None, Any]:
    """The node of a YAML text, and the data in it; raises `YAMLError` and `ValueError`."""
    loader = kind(text)
    try:
        node = loader.get_single_node()
        return node, loader.construct_document(node) if node else None
    finally:
        loader.dispose()


def _beyond(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """What YAML allows and these files do not: aliases can grow without bound, tags make objects, depth has no end."""
    depth = 0
    for event in yaml.parse(text, Loader=_TextLoader):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            yield Problem(path, line, say("inputs_yaml_lines.nested_too_deep"), say("inputs_yaml_lines.remove_brackets_or_indent"))
            return
        if getattr(event, "anchor", None):
            yield Problem(
                path,
                line,
                say("inputs_yaml_lines.anchors_not_read"),
                say("inputs_yaml_lines.write_out_or_quote"),
            )
        if getattr(event, "tag", None):
            yield Problem(
                path,
                line,
                say("inputs_yaml_lines.tags_not_read"),
                say("inputs_yaml_lines.quote_value"),
            )


def _syntax_problem(error: yaml.YAMLError | ValueError, text: str, path: str, first_line: int) -> Problem:
    """What is wrong, and on which line: that of the opening quote where it is never closed."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + first_line
        return Problem(
            path,
            line,
            say("inputs_yaml_lines.character_not_in_yaml", code=format(ord(text[error.position]), "04X")),
            say("inputs_yaml_lines.remove_character"),
        )
    context, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    opened = next((name for sign, name in _PAIRS if sign in said), None)
    if opened and context:
        remedy = say("inputs_yaml_lines.close_value")
        return Problem(path, context.line + first_line, say("inputs_yaml_lines.not_closed", opened=opened), remedy)
    line = mark.line + first_line if mark else first_line
    if "\t" in said or _has_tab(text, line - first_line):
        return Problem(
            path,
            line,
            say("inputs_yaml_lines.tab_found"),
            say("inputs_yaml_lines.replace_tab"),
        )
    return Problem(path, line, say("inputs_yaml_lines.not_valid_yaml"), next(remedy for cause, remedy in _REMEDIES if cause in said))


def _has_tab(text: str, index: int) -> bool:
    lines = text.splitlines()
    return index < len(lines) and "\t" in lines[index]


def _walk(node: yaml.Node, place: KeyPath, lines: dict[KeyPath, int], path: str, first: int) -> Iterator[Problem]:
    lines.setdefault(place, node.start_mark.line + first)
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line, name = key.start_mark.line + first, str(key.value)
            if name in seen:
                yield Problem(
                    path,
                    line,
                    say("inputs_yaml_lines.repeated_key", key=repr(name), line=seen[name]),
                    say("inputs_yaml_lines.keep_one"),
                )
            seen.setdefault(name, line)
            lines[(*place, name)] = line
            yield from _walk(value, (*place, name), lines, path, first)
    elif isinstance(node, yaml.ScalarNode) and (match := _NO_TEXT.search(node.value)):
        message = say("inputs_yaml_lines.character_impossible_here", code=format(ord(match.group()), "04X"))
        yield Problem(path, node.start_mark.line + first, message, "schrijf het bedoelde teken zelf, zonder \\-code")
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(value, (*place, index), lines, path, first)


def _matches(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """A pattern holds for the whole of a value: `$` alone would let a line end after it through."""
    if isinstance(value, str) and (value.endswith("\n") or not re.search(pattern, value)):
        yield ValidationError("does not match")


def _long_enough(_: Any, least: int, value: Any, __: Any) -> Iterator[ValidationError]:
    """Only what a reader sees counts: a title of blanks and invisible characters is none."""
    if isinstance(value, str) and sum(not _UNSEEN.fullmatch(sign) for sign in value) < least:
        yield ValidationError("is too short")


_VALIDATOR: Final = validators.extend(Draft202012Validator, {"pattern": _matches, "minLength": _long_enough})  # type: ignore[no-untyped-call]


def flat(data: Any) -> Any:
    """Data with every text on one line, the white space in it collapsed; a folded text of YAML ends in a line end."""
    if isinstance(data, str):
        return " ".join(data.split())
    if isinstance(data, dict):
        return {key: flat(value) for key, value in data.items()}
    return [flat(value) for value in data] if isinstance(data, list) else data


def validate(located: Located, schema: Mapping[str, Any], path: str) -> tuple[Problem, ...]:
    """A problem, in order of lines, for each mistake that the schema (JSON Schema 2020-12) finds in the data, in words for their author."""
    errors = _VALIDATOR(schema).iter_errors(located.data)
    return tuple(sorted(problem for error in errors for problem in _problems(error, located, path)))


def _problems(error: ValidationError, located: Located, path: str) -> Iterator[Problem]:
    place: KeyPath = tuple(error.absolute_path)
    name = str(place[-1]) if place else say("inputs_yaml_lines.the_file")
    rule: Any = error.validator_value
    known: Any = error.schema
    value: Any = error.instance
    if error.validator == "additionalProperties":
        keys = list(known.get("properties", {}))
        for key in sorted(set(value) - set(keys), key=str):
            yield Problem(
                path,
                located.line((*place, str(key))),
                say("inputs_yaml_lines.unknown_key", key=repr(key)),
                did_you_mean(str(key), keys, say("inputs_yaml_lines.known_keys", keys=", ".join(keys))),
            )
    elif error.validator == "required":
        for key in (key for key in rule if key not in value):
            yield Problem(path, located.line(place), say("inputs_yaml_lines.key_missing", key=repr(key)), say("inputs_yaml_lines.fill_in"))
    else:
        yield Problem(path, located.line(place), *_wrong_value(error.validator, rule, known, name, value))


def _wrong_value(validator: Any, rule: Any, schema: Any, name: str, value: Any) -> tuple[str, str]:
    """What is wrong with a value, and what belongs there."""
    if validator == "type":
        return say("inputs_yaml_lines.wrong_shape", key=repr(name)), say(
            "inputs_yaml_lines.expected_here", type=_TYPES.get(str(rule), str(rule))
        )
    if validator == "enum":
        return say("inputs_yaml_lines.not_with_key", value=repr(value), key=repr(name)), say(
            "inputs_yaml_lines.choose_from", choices=", ".join(map(str, rule))
        )
    return say("inputs_yaml_lines.not_with_key", value=repr(value), key=repr(name)), str(
        schema.get("description", say("inputs_yaml_lines.change_value"))
    )
