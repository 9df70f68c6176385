"""Where the site is published, and under which name: read from the file that MkDocs reads too, so that both say the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

from generator.model import Publication

_ENV: Final = "!ENV"
"""MkDocs' tag for a value from the environment: a name, or names and the value that holds where none is set (MkDocs, "Environment variables")."""


class _Loader(yaml.SafeLoader):
    """Knows MkDocs' own tag; what any other tag makes is of no use here."""


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The first of the variables that is set, else the value at the end of the list; None for a single name that is not set."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    values = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else []
    *names, fallback = values or [None]
    return next((os.environ[name] for name in names if name in os.environ), fallback)


_Loader.add_constructor(_ENV, _from_environment)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def read(path: Path) -> Publication:
    """The name and address in a settings file of MkDocs; where it is missing or says neither, those are empty.

    A file that MkDocs cannot read either says nothing here: MkDocs itself reports what is wrong with it.
    """
    try:
        facts = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader with one more tag
    except (OSError, ValueError, yaml.YAMLError):
        return Publication()
    facts = facts if isinstance(facts, dict) else {}
    return Publication(str(facts.get("site_name") or ""), _address(str(facts.get("site_url") or "")))


def _address(url: str) -> str:
    """An address on the web with the slash at its end that those of pages are joined to; nothing for what is no such address."""
    parts = urlsplit(url.strip())
    return f"{url.strip().rstrip('/')}/" if parts.scheme in {"http", "https"} and parts.netloc else ""
