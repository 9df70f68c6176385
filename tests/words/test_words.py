"""The words of the interface: every message that the code names is there, none is there in vain, and each says what it is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from generator.output.markdown import fill
from generator.settings import LANGUAGE
from generator.words import FALLBACK, UnknownMessageError, catalogue, say, template
from tests.support import ROOT
from tests.words.interface import literals_of_scripts, names_of_templates

_WORDS = ROOT / "generator" / "words"
_NAME = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+)+")
_SCHEME = re.compile(r"[a-z_]+\.(?P<words>[a-z0-9]+(?:_[a-z0-9]+){0,4})(?:\.none)?")
"""The catalogue, and at most five words in the snake case that templates and scripts can write; `.none` for the form of zero."""


def _named() -> set[str]:
    """Every string of the code, the templates and the scripts that has the form of a message's name."""
    found = {
        node.value
        for path in (ROOT / "generator").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _NAME.fullmatch(node.value)
    }
    prefixes = {
        node.values[0].value
        for path in (ROOT / "generator").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant) and isinstance(node.values[0].value, str)
    }
    found |= {name for name in catalogue(LANGUAGE) for prefix in prefixes if "." in prefix and name.startswith(prefix)}
    literals = literals_of_scripts()
    begun = tuple(f"scripts.{literal}" for literal in literals if literal.endswith("_"))
    of_scripts = {name for name in catalogue(LANGUAGE) if name.removeprefix("scripts.") in literals or name.startswith(begun)}
    return found | names_of_templates() | of_scripts


def _asked() -> set[str]:
    """The names that the code hands to `say` and `template` as they stand."""
    return {
        node.args[0].value
        for path in (ROOT / "generator").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"say", "template"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def _given() -> Iterator[tuple[str, frozenset[str]]]:
    """The messages that the code names in a call of `say`, each with the values it is given there."""
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    yield name.value, frozenset(value.arg for value in node.keywords if value.arg)


def test_each_message_is_given_the_values_that_its_words_hold() -> None:
    held = {name: frozenset().union(*map(_values, forms)) for name, forms in catalogue(FALLBACK).items()}
    given = tuple(_given())
    assert len(given) > 500
    assert sorted((name, *values ^ held[name]) for name, values in given if values != held[name] and values - {"count"} != held[name]) == []


def test_every_message_that_the_code_asks_for_is_there() -> None:
    assert sorted(_asked() - set(catalogue(LANGUAGE))) == []


def test_no_message_is_there_in_vain() -> None:
    named = _named()
    assert sorted(name for name in catalogue(LANGUAGE) if name.removesuffix(".none") not in named) == []


@pytest.mark.parametrize("path", sorted(_WORDS.glob("*/*.po")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_message_stands_once_in_the_catalogue_of_its_domain(path: Path) -> None:
    with path.open("rb") as file:
        names = [str(message.id[0] if isinstance(message.id, tuple) else message.id) for message in read_po(file) if message.id]
    assert [name for name in names if name.partition(".")[0] != path.stem] == []
    assert len(re.findall(r"(?m)^msgid \"(?!\"$)", path.read_text(encoding="utf-8"))) == len(names)


def test_a_name_is_its_catalogue_and_at_most_five_words_in_snake_case() -> None:
    names = {name for folder in _WORDS.iterdir() if folder.is_dir() for name in catalogue(folder.name)}
    assert sorted(name for name in names if not _SCHEME.fullmatch(name)) == []


def _copied(names: dict[str, tuple[str, ...]]) -> list[str]:
    """The names of three words or more that are no more than the first words of their message."""
    begun = {name: "_".join(re.findall(r"[a-z0-9]+", forms[0].lower())) for name, forms in names.items()}
    spoken = {name: match["words"] for name in names if (match := _SCHEME.fullmatch(name))}
    return [name for name, words in spoken.items() if words.count("_") > 1 and begun[name].startswith(words)]


def test_a_name_says_what_the_message_is_and_does_not_repeat_its_words() -> None:
    told, copied = {"plants.oak_by_the_lake": ("een eik aan de waterkant",)}, {"plants.een_eik_aan": ("Een eik aan de waterkant",)}
    assert _copied({**told, **copied}) == ["plants.een_eik_aan"]
    assert _copied(catalogue(FALLBACK)) == []


def test_another_language_holds_the_same_values() -> None:
    for folder in _WORDS.iterdir():
        for name, forms in catalogue(folder.name).items() if folder.is_dir() and any(folder.glob("*.po")) else ():
            assert {_values(form) for form in forms} <= {_values(form) for form in catalogue("nl")[name]}, name


def _values(words: str) -> frozenset[str]:
    return frozenset(field for _, field, _, _ in Formatter().parse(words) if field)


def test_a_number_chooses_the_words_and_is_written_as_the_language_does() -> None:
    assert [say("kinds.passages", count=count) for count in (0, 1, 2, 12_345)] == [
        "geen passages",
        "1 passage",
        "2 passages",
        "12.345 passages",
    ]


def test_an_unknown_message_and_a_value_that_is_missing_are_mistakes() -> None:
    with pytest.raises(UnknownMessageError):
        say("kinds.nothing-of-the-kind")
    with pytest.raises(KeyError):
        say("kinds.passages")


def test_words_are_escaped_and_what_fills_them_is_html() -> None:
    assert fill("<b> & {link}", link="<a>x</a>") == "&lt;b&gt; &amp; <a>x</a>"
    assert template("kinds.passages", 1) == "{count} passage"
