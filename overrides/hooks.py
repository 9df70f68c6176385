"""What MkDocs does here when it has built a site: a page that is not as every page must be fails the build.

Other builders leave this file alone; `python -m generator inspect` looks at what they made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

# `mkdocs` does not look in the folder it is started in; MkDocs itself takes this off again once the file is read.
sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.commands.components import LOCK, bill
from generator.commands.inspection import inspect
from generator.inputs.sources import links_out
from generator.model import Severity

_started: list[str] = []


def on_startup(*, command: str, **_: Any) -> None:
    """Note which command runs: while a site is served, its pages are built one by one and not inspected."""
    _started.append(command)


def on_pre_build(config: Any) -> None:
    """Refuse links by which a file from elsewhere would be published; raises `PluginError`."""
    folders = (Path(config["docs_dir"]), Path(config["theme"].custom_dir or config["docs_dir"]))
    if found := [problem for folder in folders for problem in links_out(folder)]:
        raise PluginError("\n".join(map(str, found)))


def on_files(files: Any, config: Any) -> Any:
    """Leave out the theme's own scripts and styles (2.3 MB): the frame in overrides/ loads none of them."""
    own = Path(config["theme"].custom_dir).resolve()
    for file in list(files):
        source = Path(file.abs_src_path).resolve() if file.abs_src_path else None
        if source and file.src_dir != config["docs_dir"] and own not in source.parents:
            files.remove(file)
    return files


def on_post_build(config: Any) -> None:
    """Inspect the site; raises `PluginError`, which makes MkDocs exit with 1, where something is wrong."""
    site = Path(config["site_dir"])
    # The same list a second time, with the time of the build in it.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    (site / "sbom.cdx.json").write_text(bill(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    if "build" in _started:
        wrong = [problem for problem in inspect(site) if problem.severity is not Severity.TODO]
        if wrong:
            raise PluginError("\n".join(map(str, wrong)))
