"""`python -m tests.mutation --seed 1 --sample 300`: changes code at random places and tells which changes no test notices.

A mutant is a copy of the code with one small change (mutmut's operators). Of all mutants of the rooms below a sample is drawn;
for each, the tests that run the changed line are run, the fastest first, until one fails. Exit code 1 if fewer than 85 in 100 are
noticed. The tests that build the whole site are left out: what they alone notice counts as unnoticed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from tests.mutation import trial
from tests.mutation.mutants import Module, Mutant
from tests.mutation.trial import Tried
from tests.support import ROOT

ROOMS: Final = {
    "annotators": "generator/annotators/**/*.py",
    "citations": "generator/citations/*.py",
    "readers": "generator/readers/**/*.py",
    "timeline": "generator/dossier/gathered/timeline.py",
    "index": "generator/dossier/index.py",
    "search": "generator/search/*.py",
    "export": "generator/export/*.py",
}
TESTS: Final = (
    "tests/annotators", "tests/citations", "tests/dossier", "tests/export", "tests/language", "tests/pages", "tests/readers", "tests/search",
    "tests/inputs", "tests/output", "tests/test_golden.py", "tests/test_example.py",
)  # fmt: skip
MARKS: Final = "not site and not browser and not dossier and not slow"
WANTED: Final = 85
_TOLD: Final = 20


def main() -> int:
    """Draw, try, tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Which changes to the code does no test notice?")
    parser.add_argument("--seed", type=int, default=1, help="draws the sample; the same seed draws the same")
    parser.add_argument("--sample", type=int, default=300, help="how many mutants to try")
    parser.add_argument("--room", choices=ROOMS, action="append", help="only of this room (can be given again)")
    parser.add_argument("--only", help="only of modules whose path begins so, such as generator/dossier/index")
    parser.add_argument(
        "--each", type=int, help="how many mutants to try of one module at most; without it, each mutant is as likely as any other"
    )
    parser.add_argument("--tests", action="append", help="run these tests only: what they notice is noticed, whatever others may say")
    parser.add_argument("--again", type=Path, help="instead of drawing, try those that were not noticed according to an earlier report")
    parser.add_argument("--report", type=Path, help="where to write the result as JSON")
    options = parser.parse_args()
    modules = _modules(options.room or list(ROOMS), options.only or "generator")
    drawn = _again(modules, options.again) if options.again else _drawn(modules, options.seed, options.sample, options.each)
    print(f"{sum(map(len, modules))} mutants, {len(drawn)} drawn with seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        results = _try(drawn, Path(folder).resolve(), options.tests or TESTS)
    _tell(results)
    if options.report:
        options.report.write_text(json.dumps([_data(result) for result in results], indent=1) + "\n", encoding="utf-8")
    return 0 if _share(results) >= WANTED else 1


def _modules(rooms: list[str], only: str) -> list[Module]:
    paths = sorted({path.relative_to(ROOT) for room in rooms for path in ROOT.glob(ROOMS[room])})
    return [Module(path, ROOT) for path in paths if path.as_posix().startswith(only)]


def _drawn(modules: list[Module], seed: int, size: int, each: int | None) -> list[Mutant]:
    """Mutants drawn at random, each as likely as any other or so many of each module; those that are none are passed over."""
    every = [(module, nth) for module in modules for nth in range(len(module))]
    random.Random(seed).shuffle(every)  # noqa: S311 - a sample, no secret
    return list(islice(_mutants(every, each or len(every)), size))


def _mutants(every: list[tuple[Module, int]], each: int) -> Iterator[Mutant]:
    of_module: Counter[Path] = Counter()
    for module, nth in every:
        if of_module[module.path] < each and (mutant := module.mutant(nth)):
            of_module[module.path] += 1
            yield mutant


def _again(modules: list[Module], report: Path) -> list[Mutant]:
    """The mutants of an earlier report that no test noticed, where the module still has the same change at the same place of its list."""
    by_path = {module.path.as_posix(): module for module in modules}
    found = []
    for data in json.loads(report.read_text(encoding="utf-8")):
        module, nth = by_path.get(data["path"]), int(data["name"].rpartition("#")[2])
        mutant = module.mutant(nth) if module and data["fate"] != "killed" and nth < len(module) else None
        if mutant and mutant.change == data["change"]:
            found.append(mutant)
    return found


def _try(drawn: list[Mutant], scratch: Path, tests: Sequence[str]) -> list[Tried]:
    os.nice(5)
    trial.copy(ROOT, scratch)
    there = [name for name in tests if (ROOT / name).exists()]
    seen = trial.watch(scratch, there, MARKS, ["generator"])
    print(f"{len(seen.seconds)} tests take {sum(seen.seconds.values()):.0f} s of the processor", flush=True)
    for name in seen.failed:
        print(f"left out, because it fails without any change: {name}", flush=True)
    results = []
    for result in trial.trials(drawn, seen, scratch):
        results.append(result)
        if len(results) % _TOLD == 0:
            print(f"{len(results)} tried, {_share(results):.0f} % noticed", flush=True)
        if result.fate != "killed":
            print(f"{result.fate} ({result.tests} tests): {result.mutant.name}\n{result.mutant.change}", flush=True)
    return results


def _share(results: list[Tried]) -> float:
    return 100 * sum(result.fate == "killed" for result in results) / len(results) if results else 100


def _tell(results: list[Tried]) -> None:
    for room in ROOMS:
        own = [result for result in results if (ROOT / result.mutant.path) in set(ROOT.glob(ROOMS[room]))]
        fates = Counter(result.fate for result in own)
        if own:
            print(f"{room}: {fates['killed']} of {len(own)} noticed ({_share(own):.0f} %), {fates['never run']} never run")
    print(f"all: {_share(results):.1f} % of {len(results)}")


def _data(result: Tried) -> dict[str, object]:
    return {
        "name": result.mutant.name,
        "path": result.mutant.path.as_posix(),
        "fate": result.fate,
        "tests": result.tests,
        "change": result.mutant.change,
    }


if __name__ == "__main__":
    sys.exit(main())
