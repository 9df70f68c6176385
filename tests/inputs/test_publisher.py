"""Who publishes the site, and what is wrong with what is said of it, from the settings that MkDocs reads: what is wrong is told by line, what is missing is work to be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inputs import publication
from generator.model import Publication, Severity
from tests.support import write_all

WHOLE = """\
site_url: https://havens.voorbeeld.nl/dossier
site_name: Dossier   havens
theme:
  name: material
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra:
  publisher:
    owner: Stichting Havenarchief
    contact: redactie@voorbeeld.nl
    licence:
      name: CC BY 4.0
      url: https://creativecommons.org/licenses/by/4.0/deed.nl
"""


def read(folder: Path, content: str) -> tuple[Publication, list[str]]:
    """What is read of a settings file, and each problem as `line: message`, with a mark where it is a mistake."""
    write_all(folder, {"mkdocs.yml": content})
    found, problems = publication.read(folder / "mkdocs.yml"), publication.check(folder / "mkdocs.yml")
    return found, [f"{one.line}{'!' if one.severity is not Severity.TODO else ''}: {one.message}" for one in problems]


def test_everything_is_read(tmp_path: Path) -> None:
    found, problems = read(tmp_path, WHOLE)
    assert problems == []
    assert found == Publication(
        name="Dossier havens",
        url="https://havens.voorbeeld.nl/dossier/",
        owner="Stichting Havenarchief",
        contact="redactie@voorbeeld.nl",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/deed.nl",
    )
    assert found.absolute("nieuw/#dag-2026-03-01") == "https://havens.voorbeeld.nl/dossier/nieuw/#dag-2026-03-01"


def test_without_the_file_nothing_is_known_and_nothing_is_asked(tmp_path: Path) -> None:
    assert publication.read(tmp_path / "mkdocs.yml") == Publication()
    assert publication.check(tmp_path / "mkdocs.yml") == ()


def test_what_is_not_filled_in_is_work_to_be_done(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "site_name: Havens\nextra:\n  publisher:\n    owner: ''\n    contact: '  '\n")
    assert found == Publication(name="Havens")
    assert sorted(problems) == [
        "1: de site heeft nog geen eigen adres, zodat feeds, tabellen en agenda niet met hele adressen naar haar verwijzen",
        "3: wat iemand met de teksten mag, is nog niet ingevuld",
        "4: wie deze site uitgeeft, is nog niet ingevuld",
        "5: waar lezers terechtkunnen, is nog niet ingevuld",
    ]


def test_the_environment_fills_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = 'site_url: !ENV [SITE_URL, "https://example.org/"]\nextra:\n  publisher:\n    owner: !ENV SITE_OWNER\n'
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("SITE_OWNER", raising=False)
    assert read(tmp_path, content)[0] == Publication(url="https://example.org/")
    monkeypatch.setenv("SITE_URL", "https://havens.voorbeeld.nl/")
    monkeypatch.setenv("SITE_OWNER", "Havenarchief")
    found, _ = read(tmp_path, content)
    assert (found.home, found.owner) == ("https://havens.voorbeeld.nl/", "Havenarchief")


@pytest.mark.parametrize(
    "nobodys",
    ["https://example.org/", "https://www.example.com/x", "http://localhost:8000/", "https://haven.example/", "https://iets.test", ""],
)
def test_an_address_that_is_nobodys_is_none_yet(nobodys: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, WHOLE.replace("https://havens.voorbeeld.nl/dossier", f"'{nobodys}'"))
    assert found.home == ""
    assert [one.partition(":")[0] for one in problems] == ["1"]


@pytest.mark.parametrize(
    "wrong",
    [
        "havens.voorbeeld.nl",
        "ftp://havens.voorbeeld.nl/",
        "https:///dossier",
        "https://havens.nl/?x=1",
        "https://hav ens.nl/",
        "https://[x/",
    ],
)
def test_what_is_no_address_is_a_mistake(wrong: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, WHOLE.replace("https://havens.voorbeeld.nl/dossier", f"'{wrong}'"))
    assert found.home == ""
    assert [one.partition(":")[0] for one in problems] == ["1!"]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("owner:", "eigenaar:"), 10, "onbekende sleutel 'eigenaar'"),
        (("redactie@voorbeeld.nl", "bel ons"), 11, "'bel ons' kan niet bij 'contact'"),
        (("redactie@voorbeeld.nl", "javascript:alert(1)"), 11, "kan niet bij 'contact'"),
        (("https://creativecommons.org/licenses/by/4.0/deed.nl", "http://x"), 14, "kan niet bij 'url'"),
        (("Stichting Havenarchief", "[a, b]"), 10, "'owner' heeft de verkeerde vorm"),
        (("    owner: Stichting Havenarchief\n", "    owner: 'Stichting\n"), 10, "niet gesloten"),
    ],
)
def test_mistakes_are_told_with_their_line(change: tuple[str, str], line: int, said: str, tmp_path: Path) -> None:
    _, problems = read(tmp_path, WHOLE.replace(*change))
    assert any(one.startswith(f"{line}!: ") and said in one for one in problems), problems


def test_a_list_where_settings_belong_is_nobody(tmp_path: Path) -> None:
    assert read(tmp_path, "- a\n- b\n") == (Publication(), [])
