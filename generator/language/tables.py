"""The vocabulary and the schemas of generator/data: the one place that opens them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def rows(table: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table, by column."""
    return tuple(csv.DictReader(_text(f"{table}.csv").splitlines()))


@cache
def schema(name: str) -> Mapping[str, Any]:
    """The JSON Schema of a kind of file."""
    loaded: dict[str, Any] = json.loads(schema_text(name))
    return loaded


def schema_text(name: str) -> str:
    """The same as it is published."""
    return _text(f"{name}.schema.json")


def _text(name: str) -> str:
    return files("generator.data").joinpath(name).read_text(encoding="utf-8")
