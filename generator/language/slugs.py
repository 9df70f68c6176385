"""Names for addresses: lower-case ASCII words with hyphens between."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

FRAME: Final = "site-"
"""How every id begins that belongs to the frame of a page and not to a text; no name made from a text may begin so."""

DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789")})
"""Names that Windows keeps for devices, in every folder and before every suffix (Microsoft Learn, "Naming Files, Paths, and Namespaces")."""

_REFUSED: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[ .]\Z')
"""What no name may hold on Windows, or end in."""

_LENGTH: Final = 48
"""Characters: a name that is longer no longer fits beside another in an address bar or a list of changes."""


def refused_by_windows(name: str) -> bool:
    """Whether no file or folder on Windows can have a name."""
    return bool(_REFUSED.search(name)) or name.partition(".")[0].rstrip(" ").lower() in DEVICES


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
