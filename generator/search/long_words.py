"""The long words of the dossier: with them the search window finds compounds by their last part ("smokkel" in "mensensmokkel")."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

PATH: Final = "zoekindex/woorden.json"

_SHORTEST: Final = 7
"""Letters of the shortest word that is worth listing: a part of four, and three before it."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def long_words(texts: Iterable[str]) -> bytes:
    """Each long word in lower case with the number of texts it stands in, as JSON in order of the alphabet."""
    counts = Counter(word for text in texts for word in set(_WORD.findall(text.lower())) if len(word) >= _SHORTEST)
    return json.dumps(dict(sorted(counts.items())), ensure_ascii=False, separators=(",", ":")).encode()
