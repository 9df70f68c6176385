"""`python -m tests.accuracy`: the table of scores; `--misses` lists what went wrong, `--save` keeps the figures."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import build
from generator.settings import Settings
from tests.accuracy import across, reading, report, ways


def main() -> int:
    """Print the table and what changed; exit status 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list each miss and each false find with its line")
    parser.add_argument("--save", action="store_true", help=f"keep these figures in {report.BASELINE}")
    parser.add_argument("--mentions", type=Path, metavar="FOLDER", help=f"score the mentions of the documents in FOLDER ({report.HELD})")
    options = parser.parse_args()
    scores = (
        report.score_mentions(options.mentions) if options.mentions else report.score(build.gather(Settings(seeds=report.SEEDS)).documents)
    )
    print("\n".join(report.table(scores)))
    if options.misses:
        print("\n".join(["", *report.misses(scores)]))
    if options.mentions:
        return 0
    print("\n".join(["", *ways.table()]))
    print("\n".join(["", *reading.table()]))
    found = across.gather()
    print("\n".join(["", *across.table(found), *(across.misses(found) if options.misses else ())]))
    gains, losses = report.changes(scores, report.load()) if report.BASELINE.exists() else ([], [])
    print("\n".join(["", *(f"gained  {gain}" for gain in gains), *(f"lost    {loss}" for loss in losses)]))
    if options.save:
        report.save(scores)
    return 1 if losses and not options.save else 0


if __name__ == "__main__":
    sys.exit(main())
