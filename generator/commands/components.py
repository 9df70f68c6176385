"""What the site is made with: every locked library and every font that is shipped, as a CycloneDX bill of materials."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from generator.language.tables import rows

LOCK: Final = Path(__file__).parents[2] / "requirements/site.lock"
_LOCKED: Final = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([\w.+!-]+)", re.MULTILINE)
_FONTS: Final = {"source-sans-3": "5.3.1", "source-serif-4": "5.3.1"}
"""Versions of the packages that the fonts come from; docs/assets/fonts/HERKOMST.txt says the same."""


def locked(lock: str) -> tuple[tuple[str, str], ...]:
    """The names and versions in a lock, in order; a library stands in it twice where Pythons need different versions."""
    return tuple(sorted((match[1].lower(), match[2]) for match in _LOCKED.finditer(lock)))


def bill(lock: str) -> str:
    """The bill of materials (CycloneDX 1.6) of a lock and of the fonts, as JSON; the same lock gives the same text."""
    data = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": "generator", "name": "generator", "licenses": [{"expression": "EUPL-1.2"}]}
        },
        "components": list(_components(lock)),
    }
    return json.dumps(data, indent=1) + "\n"


def _components(lock: str) -> Iterator[dict[str, Any]]:
    licences = {row["name"]: row["licence"] for row in rows("licences")}
    for name, version in locked(lock):
        yield _component("library", name, version, f"pkg:pypi/{name}@{version}", licences.get(name))
    for name, version in _FONTS.items():
        yield _component("data", name, version, f"pkg:npm/%40fontsource-variable/{name}@{version}", licences.get(name))


def _component(kind: str, name: str, version: str, address: str, licence: str | None) -> dict[str, Any]:
    facts = {"type": kind, "bom-ref": address, "name": name, "version": version, "purl": address}
    return facts | ({"licenses": [{"expression": licence}]} if licence else {})
