"""Two thousand inputs that nobody would write, in each run; `python -m tests.fuzz` tries more."""

from __future__ import annotations

from typing import Final

import pytest

from tests.fuzz import KINDS, Kind, Markup, fuzz, share
from tests.fuzz_bytes import attempt

_CASES: Final = 2_000


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_whatever_goes_in_nothing_crashes_and_no_mistake_goes_untold(kind: Kind) -> None:
    assert fuzz(kind, share(kind, _CASES)) >= share(kind, _CASES) * 0.9


@pytest.mark.parametrize(
    "page",
    [
        "<script>1</script>",
        "<p><img src=x>",
        "<p onclick=x>",
        '<a href=" javascript:x">',
        "<a href=data:x>",
        "<IFRAME>",
        '<p style="color: red">',
    ],
)
def test_markup_in_a_page_that_could_do_something_would_be_noticed(page: str) -> None:
    with pytest.raises(AssertionError):
        Markup().feed(page)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"\0De haven.",
        b"\1# Kop\n",
        b"\2<p>a",
        b"\3<a/>",
        b"\3<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]><a>&b;</a>",
        b"\4\xff\xfe",
        b"\2\xff",
    ],
)
def test_what_atheris_tries_is_read_or_refused(data: bytes) -> None:
    attempt(data)


def test_the_shares_are_all_the_cases_there_are() -> None:
    assert sum(share(kind, _CASES) for kind in KINDS) >= _CASES


def test_a_crash_would_be_noticed() -> None:
    def crash(files: object, _folder: object) -> None:
        if "Tunesië" in str(files):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fuzz(Kind("crash", KINDS[0].cases, crash), 2_000)
