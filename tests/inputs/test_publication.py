"""Where the site is published: what MkDocs' settings say, with and without the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inputs.publication import read
from generator.model import Publication


def said(folder: Path, settings: str) -> Publication:
    path = folder / "mkdocs.yml"
    path.write_text(settings, encoding="utf-8")
    return read(path)


def test_name_and_address_are_those_of_the_settings(tmp_path: Path) -> None:
    assert said(tmp_path, "site_name: Havens\nsite_url: https://havens.test/x\n") == Publication(
        name="Havens", url="https://havens.test/x/"
    )


def test_the_environment_goes_before_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = 'site_url: !ENV [SITE_URL, "https://voorbeeld.test/"]\n'
    monkeypatch.delenv("SITE_URL", raising=False)
    assert said(tmp_path, settings).url == "https://voorbeeld.test/"
    monkeypatch.setenv("SITE_URL", "https://echt.test/dossier/")
    assert said(tmp_path, settings).url == "https://echt.test/dossier/"


def test_a_single_variable_that_is_not_set_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert said(tmp_path, "site_name: Havens\nsite_url: !ENV SITE_URL\n") == Publication("Havens")


@pytest.mark.parametrize(
    "settings", ["", "- een\n- twee\n", "site_name: [\n", "site_url: javascript:alert(1)\n", "site_url: havens.test\n", "site_url: 7\n"]
)
def test_what_is_no_address_is_none(tmp_path: Path, settings: str) -> None:
    assert said(tmp_path, settings).url == ""


def test_without_settings_there_is_no_address(tmp_path: Path) -> None:
    assert read(tmp_path / "mkdocs.yml") == Publication()


def test_tags_of_other_programs_do_not_stop_it(tmp_path: Path) -> None:
    settings = "site_name: Havens\nmarkdown_extensions:\n  - toc:\n      slugify: !!python/name:os.system\n"
    assert said(tmp_path, settings).name == "Havens"


def test_a_place_has_an_address_on_the_web() -> None:
    assert Publication(name="H", url="https://h.test/").absolute("landen/mali/#x") == "https://h.test/landen/mali/#x"
    assert Publication().absolute("landen/mali/") == "/landen/mali/"
