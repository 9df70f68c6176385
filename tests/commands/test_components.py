"""What the site is made with is told completely, and the same each time."""

from __future__ import annotations

import json
import re

import pytest

from generator.commands.components import LOCK, bill, locked
from generator.language.tables import rows
from tests.conftest import Built
from tests.support import ROOT

_TABLE = re.compile(r"(?<=\| Naam \| Soort \| Licentie \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")
_KINDS = {"library": "bibliotheek", "font": "lettertype"}


def test_every_locked_library_is_in_the_bill_with_its_licence() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    data = json.loads(bill(lock))
    assert (data["bomFormat"], data["specVersion"]) == ("CycloneDX", "1.6")
    libraries = [(part["name"], part["version"]) for part in data["components"] if part["type"] == "library"]
    assert libraries == list(locked(lock))
    assert len(libraries) == len(re.findall("==", re.sub(r"python_\S+ \S+ \S+|(?<=;).*", "", lock)))
    assert all(part["licenses"][0]["expression"] for part in data["components"])
    assert len({part["bom-ref"] for part in data["components"]}) == len(data["components"])


def test_the_same_lock_makes_the_same_bill_and_another_lock_another() -> None:
    assert bill("b==1.0 \\\n    --hash=sha256:00\na[x]==2\n") == bill("a[x]==2\nb==1.0\n")
    assert bill("a==1\n") != bill("a==2\n")


def test_a_library_without_a_known_licence_does_not_stop_the_build() -> None:
    assert "licenses" not in json.loads(bill("onbekend==1.0\n"))["components"][0]


def test_the_table_of_licences_names_what_is_used_and_nothing_else() -> None:
    named = {row["name"] for row in rows("licences") if row["kind"] == "library"}
    assert named == {name for name, _ in locked(LOCK.read_text(encoding="utf-8"))}
    fonts = {row["name"] for row in rows("licences") if row["kind"] == "font"}
    assert fonts == {path.stem.removeprefix("OFL-") for path in (ROOT / "docs/assets/fonts").glob("OFL-*.txt")}


def test_the_page_of_licences_has_the_table(*, update_golden: bool) -> None:
    path = ROOT / "docs/licenties.md"
    expected = "".join(f"| `{row['name']}` | {_KINDS[row['kind']]} | {row['licence']} |\n" for row in rows("licences"))
    content = path.read_text(encoding="utf-8")
    if update_golden:
        content = _TABLE.sub(lambda _: expected, content, count=1)
        path.write_text(content, encoding="utf-8")
    found = _TABLE.search(content)
    assert found
    assert found.group() == expected


@pytest.mark.site
def test_the_bill_is_published_with_the_site(built_site: Built) -> None:
    assert (built_site.site / "sbom.cdx.json").read_text(encoding="utf-8") == bill(LOCK.read_text(encoding="utf-8"))


def test_the_versions_of_the_fonts_are_those_that_are_shipped() -> None:
    said = (ROOT / "docs/assets/fonts/HERKOMST.txt").read_text(encoding="utf-8")
    fonts = [part for part in json.loads(bill(""))["components"] if part["type"] == "data"]
    assert all(f"{part['name']} {part['version']}" in said for part in fonts)
