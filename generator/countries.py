"""Countries and territories of ISO 3166-1 (and XK for Kosovo): their names in Dutch."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def name(code: str) -> str:
    """The Dutch name of a country by its alpha-2 code, after CLDR; raises `KeyError` for what is no country."""
    return str(Locale("nl").territories[code])
