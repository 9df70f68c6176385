"""`make search-quality`: the figures of the search by kind of question, and the questions that are answered worst."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from generator.search.bundle import bundle
from tests.browser.conftest import chromium, serving
from tests.search import quality
from tests.support import ROOT

WORST = 10


def main() -> int:
    """Make the index, ask everything, print the figures; with `--all`, what went wrong in held-out questions too."""
    found_there = quality.findings_of_the_dossier()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "docs/assets/js", root / "assets/js")
        for page in bundle(found_there):
            path = root / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page.content if isinstance(page.content, bytes) else page.content.encode())
        for name in ("index.html", "404.html"):
            (root / name).write_text("<!doctype html><title>Zoeken</title>", encoding="utf-8")
        asked = (*quality.questions(), *quality.questions(quality.LATER))
        with serving(root) as served, chromium() as browser:
            address = served.root
            page_ = browser.new_page()
            page_.goto(address)
            answers = page_.evaluate(quality.ASK, {"root": address, "questions": [one.words for one in asked]})
    judged = tuple(quality.judge(asked, answers, quality.addresses(found_there)))
    first = len(quality.questions())
    sys.stdout.write("\n".join((*quality.table(judged[:first]), "", "written later", *quality.table(judged[first:]))) + "\n\n")
    wrong = [one for one in judged if (one.forbidden or one.rank != 1) and ("--all" in sys.argv or not one.question.held_out)]
    for one in sorted(wrong, key=lambda one: (not one.forbidden, -(one.rank or 99)))[
        : 200 if "--all" in sys.argv or "--wrong" in sys.argv else WORST
    ]:
        found = (
            ", ".join((*one.answer.things[:2], *one.answer.rows[:3]))
            if not one.forbidden
            else f"{one.answer.total}: {', '.join(one.answer.surfaces[:9])}"
        )
        sys.stdout.write(
            f"{one.question.kind}: {one.question.words} | {one.rank or '-'} | {' '.join(one.question.expected)} | {found} {one.answer.suggested}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
