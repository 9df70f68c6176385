"""What pytest needs to know beside its settings, and the built site that several test modules look at."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from generator.output.writing import OWNED
from tests.support import IN_CI, ROOT, generator, run


@dataclass(frozen=True, slots=True)
class Built:
    """A site built from a copy of the tree: the copy, the site in it, and what MkDocs said."""

    tree: Path
    output: str

    @property
    def docs(self) -> Path:
        """The Markdown the site was built from."""
        return self.tree / "docs"

    @property
    def site(self) -> Path:
        """The site."""
        return self.tree / "site"

    @property
    def pages(self) -> tuple[Path, ...]:
        """Every page of the site but the one for addresses that do not exist."""
        return tuple(sorted(path for path in self.site.rglob("*.html") if path.name != "404.html"))


# A busy machine is no mistake, and what continuous integration finds must be found again.
settings.register_profile("tests", deadline=None, derandomize=IN_CI)
settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files change on purpose only."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files of tests/golden anew")


def pytest_configure(config: pytest.Config) -> None:
    """A run that checks must not be able to change what it checks against."""
    if config.getoption("--update-golden") and IN_CI:
        message = "--update-golden cannot be used in continuous integration"
        raise pytest.UsageError(message)


_WHOLE_SITE = ("tests/site/", "tests/browser/", "tests/test_serve.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in certain places builds a site with MkDocs; modules that take long come first, so that processes end together."""
    for item in items:
        if item.nodeid.startswith(_WHOLE_SITE):
            item.add_marker(pytest.mark.site)
    first_of_site = next((item.path for item in items if item.nodeid.startswith("tests/browser/")), None)
    long = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("dossier")}
    of_site = {item.path for item in items if item.get_closest_marker("site") or item.get_closest_marker("browser")}
    # While one process builds the site for all, another does what needs none.
    items.sort(key=lambda item: (item.path != first_of_site, item.path not in long - of_site, item.path not in of_site))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the project's own seeds, built once a run (also when several processes share the run), to be left as it is."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    tree, said = shared / "site-tree", shared / "site-tree.txt"
    with FileLock(shared / "site-tree.lock"):
        if not said.exists():
            copy_tree(tree)
            said.write_text(build_site(tree), encoding="utf-8")
    return Built(tree, said.read_text(encoding="utf-8"))


def copy_tree(target: Path, *, seeds: bool = True) -> None:
    """A copy of what the site is built from, without what is generated."""
    for name in ("overrides", "docs", *(["seeds"] if seeds else [])):
        shutil.copytree(ROOT / name, target / name, ignore=_generated)
    shutil.copy(ROOT / "mkdocs.yml", target)


def _generated(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder) == ROOT / "docs" and (name in OWNED or name.startswith("."))]


def build_site(tree: Path, *options: str) -> str:
    """Generate and build in a tree; what MkDocs said. Fails where either does."""
    made = generator("build", cwd=tree)
    assert "geschreven:" in made.out, made.err
    built = run(sys.executable, "-m", "mkdocs", "build", "--clean", *options, cwd=tree)
    assert built.code == 0, built.err
    return built.out + built.err


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
