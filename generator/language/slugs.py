"""Names for addresses: lower-case ASCII words with hyphens between."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LENGTH: Final = 48
"""Characters: a name that is longer no longer fits beside another in an address bar or a list of changes."""


def slug(text: str, length: int = _LENGTH) -> str:
    """Lower-case ASCII words with hyphens between, cut at a word's end; empty where the text has no letter or digit."""
    folded = unicodedata.normalize("NFKD", text.replace("ĳ", "ij")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.lower())
    kept: list[str] = []
    for word in words:
        if kept and sum(map(len, kept)) + len(kept) + len(word) > length:
            break
        kept.append(word)
    return "-".join(kept)[:length]
