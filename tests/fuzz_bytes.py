"""`python -m tests.fuzz_bytes`: atheris tries bytes that reach ever more of the readers' code, until it is stopped or something fails.

Options are those of libFuzzer, such as `-max_total_time=3600` (seconds). What fails is left in a file named `crash-…` that holds the case.
"""

from __future__ import annotations

import importlib
import sys
from typing import Final

NAMES: Final = ("x.txt", "x.md", "x.html", "x.xml")
"""A file of each kind that is no archive: the first byte of a case says which."""


def attempt(data: bytes) -> None:
    """Read and describe the bytes behind the first as a file of its kind; raises where anything fails but a refusal that names a remedy."""
    # Imported here, so that atheris can first arrange to follow what the generator does.
    fuzz = importlib.import_module("tests.fuzz")
    if data:
        fuzz.tried_as(NAMES[data[0] % len(NAMES)], data[1:])


def main() -> None:
    """Run until a limit of the options."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["generator"]):
        importlib.import_module("tests.fuzz")
    atheris.Setup(sys.argv, attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
