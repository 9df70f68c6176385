"""The workflows do what the Makefile says, with no more rights than they need, and actions that cannot change under them."""

from __future__ import annotations

import re
import shutil
from typing import Any, Final

import pytest
import yaml

from tests.support import ROOT, run

WORKFLOWS: Final = sorted((ROOT / ".github/workflows").glob("*.yml"))
_PINNED: Final = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_PIN_WITH_VERSION: Final = re.compile(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def _load(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))
    return loaded


def _steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_actionlint_finds_nothing() -> None:
    """Where actionlint is installed; the workflow itself always runs it."""
    tool = shutil.which("actionlint")
    if tool is None:
        pytest.skip("actionlint is not installed here; the job 'workflows' of ci.yml runs it")
    checked = run(tool, *WORKFLOWS)
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_with_its_version_beside_it(path: Any) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not _PIN_WITH_VERSION.search(line)] == []
    assert all(_PINNED.fullmatch(step["uses"]) for step in _steps(_load(path.name)) if "uses" in step)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_read_only_but_where_the_site_is_published(path: Any) -> None:
    workflow = _load(path.name)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name for name, job in workflow["jobs"].items() if "write" in job.get("permissions", {}).values()}
    assert writing <= {"deploy"}
    longest = 180 if "schedule:" in path.read_text(encoding="utf-8") else 30
    assert all(job["timeout-minutes"] <= longest for job in workflow["jobs"].values())


def test_continuous_integration_runs_what_a_developer_runs() -> None:
    commands = [step["run"] for step in _steps(_load("ci.yml")) if "run" in step]
    assert ".ci/run" in commands
    assert "make pdf" in commands
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_publishing_tells_the_site_where_it_stands() -> None:
    build = next(step for step in _steps(_load("pages.yml")) if step.get("run") == "make pdf")
    assert build["env"].keys() == {"SITE_URL", "REPOSITORY_URL", "SITE_OWNER", "SITE_CONTACT", "SITE_COMPLAINTS"}
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(f"!ENV [{name}," in settings for name in build["env"])


def test_hooks_before_a_commit_are_the_project_s_own_tools() -> None:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in settings["repos"]] == ["local"]
    assert all(hook["entry"].startswith(".venv/bin/") for hook in settings["repos"][0]["hooks"])


def test_whatever_builds_the_site_has_the_whole_history() -> None:
    """The page of what is new, the feeds and the days at the foot of pages follow from it."""
    jobs = {(path.name, name): job["steps"] for path in WORKFLOWS for name, job in _load(path.name)["jobs"].items()}
    building = {
        where: steps
        for where, steps in jobs.items()
        if any(re.search(r"make (?:site|pdf)|generator build", step.get("run", "")) for step in steps)
    }
    assert {path for path, _ in building} >= {"ci.yml", "pages.yml"}
    checkouts = [
        (where, step.get("with", {})) for where, steps in building.items() for step in steps if "actions/checkout" in step.get("uses", "")
    ]
    assert [where for where, options in checkouts if options.get("fetch-depth") != 0] == []
