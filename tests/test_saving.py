"""What `serve` remembers from one save to the next: a build from memory is a fresh build, and goes through no stage whose inputs stayed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from generator import build
from generator.dossier import nearness
from generator.dossier.gathered import commitments, themes
from generator.pages.citing import cite_page
from generator.settings import Settings
from tests.support import EXAMPLE, ROOT, snapshot

_THEME: Final = "---\nname: Vis\nwords: [vis*, veiling]\n---\nWat over vis wordt gezegd.\n"
_TEXT: Final = "VERSLAG OVER DE VEILING\n\n1. INLEIDING\n\nDe visafslag van het Kleine-Havenfonds veilde in 2021 vis uit Kaapverdië voor 2 miljoen EUR.\n"
_SIDECAR: Final = 'id: veiling\ntitle: Verslag over de veiling\ndate: "2023-01-01"\n'


@dataclass(frozen=True, slots=True)
class Worked:
    """A dossier that someone works on: a copy of the invented one, and what was remembered since it was first built."""

    folder: Path
    memory: build.Memory

    @property
    def settings(self) -> Settings:
        """Where it stands, and where it is built from memory."""
        return Settings(self.folder / "seeds", self.folder / "docs", ROOT / "mkdocs.yml")

    def save(self, files: Mapping[str, str | None]) -> None:
        """Write files, remove those that are None, and add to those that begin with a plus; then build."""
        for name, content in files.items():
            path = self.folder / "seeds" / name
            path.parent.mkdir(exist_ok=True)
            if content is None:
                path.unlink()
            elif content.startswith("+"):
                path.write_text(path.read_text(encoding="utf-8") + content[1:], encoding="utf-8")
            else:
                path.write_text(content, encoding="utf-8")
        self.build()

    def build(self) -> None:
        """Build once more, from memory."""
        report, _ = build.build(self.settings, recall=self.memory)
        assert report
        self.memory.forget_the_rest()

    def built(self) -> dict[str, bytes]:
        """The generated files, without the list of them."""
        return snapshot(self.folder / "docs")

    def fresh(self, docs: Path) -> dict[str, bytes]:
        """The same, built by someone who remembers nothing."""
        report, _ = build.build(Settings(self.folder / "seeds", docs, ROOT / "mkdocs.yml"))
        assert report
        return snapshot(docs)


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    """One dossier for all tests: each saves something more, and none asks what was saved before."""
    folder = tmp_path_factory.mktemp("worked")
    shutil.copytree(EXAMPLE, folder / "seeds")
    dossier = Worked(folder, build.Memory())
    dossier.save({"themes/veilen.md": _THEME})
    return dossier


SAVES: Final[dict[str, tuple[dict[str, str | None], ...]]] = {
    "nothing": ({},),
    "a definition": ({"glossary/afslag.md": "+ Daar klinkt een bel.\n"},),
    "how an entry is met": ({"glossary/khf.md": "---\nterm: KHF\nkind: acronym\nsenses:\n  - expansion: gemeenten\n---\nEen fonds.\n"},),
    "an entry more, and less": ({"glossary/kade.md": "---\nterm: kade\nkind: concept\nsenses:\n  - expansion: havens\n---\nEen muur.\n"}, {"glossary/kade.md": None}),
    "an introduction": ({"countries/cv.md": "+ Daarvan kwam een kade.\n"},),
    "an event": ({"events/bezoek-kaapverdie.md": "+ Het bleef een dag.\n"},),
    "the day of an event": ({"events/opening.md": '---\nname: Opening\ndate: "2021-05-04"\n---\nDe kade ging open.\n'},),
    "a description of a subject": ({"themes/veilen.md": "+ En over veilen.\n"},),
    "the words of a subject": ({"themes/veilen.md": _THEME.replace("veiling", "haven*")},),
    "a home page": ({"pages/home.md": "+\nDe KHF steunt Kaapverdië.\n"},),
    "a text": ({"advies.txt": "+\nOok de visafslag in Kaapverdië kreeg in 2019 steun.\n"},),
    "a text more, and less": ({"veiling.txt": _TEXT, "veiling.yml": _SIDECAR}, {"veiling.txt": None, "veiling.yml": None}),
    "what describes a text": ({"veiling.txt": _TEXT, "veiling.yml": _SIDECAR}, {"veiling.yml": _SIDECAR.replace("2023", "2013")}),
}  # fmt: skip


@pytest.mark.parametrize("saves", SAVES.values(), ids=SAVES)
def test_what_is_built_from_memory_is_what_is_built_afresh(
    saves: tuple[dict[str, str | None], ...], worked: Worked, tmp_path: Path
) -> None:
    for nth, save in enumerate(saves):
        worked.save(save)
        assert worked.built() == worked.fresh(tmp_path / str(nth))


class _Counted:
    """How often some functions were called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Count from now on."""
        self.calls: dict[str, int] = {}
        watched = ((build, "read_all"), (nearness, "company_of"), (themes, "find"), (commitments, "leads"), (cite_page, "quotation"))
        for module, name in watched:
            self._count(monkeypatch, module, name)

    def _count(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        counted, self.calls[name] = getattr(module, name), 0

        def call(*inputs: object) -> object:
            self.calls[name] += 1
            return counted(*inputs)

        monkeypatch.setattr(module, name, call)


def test_a_definition_that_is_saved_costs_no_look_at_the_documents(worked: Worked, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = _Counted(monkeypatch)
    worked.save({"glossary/afslag.md": "+ En een hamer.\n", "countries/cv.md": "+ En een hamer.\n"})
    worked.save({"events/bezoek-kaapverdie.md": "+ En een hamer.\n"})
    assert "En een hamer." in (worked.folder / "docs/begrippen/afslag/index.md").read_text(encoding="utf-8")
    assert set(counted.calls.values()) == {0}


def test_a_subject_that_is_saved_is_looked_for_and_no_other_is(worked: Worked, monkeypatch: pytest.MonkeyPatch) -> None:
    worked.save({"themes/kaden.md": "---\nname: Kaden\nwords: [kade*]\n---\nWat van steen is.\n"})
    counted = _Counted(monkeypatch)
    worked.save({"themes/kaden.md": "+ En van hout.\n"})
    assert (counted.calls["find"], counted.calls["company_of"], counted.calls["read_all"]) == (1, 0, 0)


def test_a_text_that_is_saved_is_looked_at(worked: Worked, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = _Counted(monkeypatch)
    worked.save({"advies.txt": "+\nDe kade is nat.\n"})
    assert all(counted.calls.values()), counted.calls


def test_no_more_is_remembered_than_the_last_build_asked_for() -> None:
    memory, made = build.Memory(), list[str]()

    def stage(word: str) -> str:
        made.append(word)
        return word.upper()

    assert [memory("a", stage, "kade"), memory("b", stage, "haven"), memory("a", stage, "kade")] == ["KADE", "HAVEN", "KADE"]
    assert made == ["kade", "haven"]
    memory.forget_the_rest()
    memory("a", stage, "kaden")
    memory("a", stage, "kade")
    memory.forget_the_rest()
    memory("b", stage, "haven")
    assert made == ["kade", "haven", "kaden", "kade", "haven"]
