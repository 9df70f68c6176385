"""Whether the letters of an acronym can be found in order in words that it may stand for."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.language.acronyms.small_words import role

HARD_STOPS: Final = frozenset('.;:!?()[]“”„"—–')
"""Signs at which no name goes on."""

FEW: Final = 2
"""Letters of the shortest acronym, and words of the shortest name that has one."""

_SPAN: Final = 8
"""Words that the long form may have beyond two for each letter: articles and prepositions take no letter. Half of it and twice as much
do as well in our documents."""

_SKIPPED: Final = 3
"""Words without a letter that a long form may hold where every letter starts a word ("het Caribisch gebied"). One less changes what is
found in our documents, twice as many do not."""


def letters_start(tokens: list[re.Match[str]], short: str, language: str) -> int | None:
    """The number of the nearest word before the acronym from which the words fit its letters; None where they do not."""
    words = [token.group() for token in tokens]
    limit = max(0, len(words) - 2 * len(short) - _SPAN)
    stop = next((at for at in range(len(words) - 1, limit - 1, -1) if words[at] in HARD_STOPS), limit - 1)
    starts = range(len(words) - 1, stop, -1)
    phrases = [(start, " ".join(words[start:])) for start in starts]
    # First where each letter starts a word and each word has one: "Europese Economische Ruimte", not its last two words.
    exact = (start for start, phrase in phrases if _is_initials(phrase, short, language))
    return next(exact, None) or next((start for start, phrase in phrases if fits(phrase, short, language)), None)


def with_halves(tokens: list[re.Match[str]], start: int, short: str, language: str) -> int:
    """The number of the first word, or of the half word before it if the letters fit both: "per- en polyfluoralkylstoffen (PFAS)"."""
    words = [token.group() for token in tokens]
    while (
        start >= FEW
        and words[start - 2].endswith(("-", "‑"))
        and (words[start - 1] == "," or role(words[start - 1], language) == "conjunction")
    ):
        # A half word is no small word, whatever its letters: "per-" is not "per". So the letters are laid along it here.
        pieces = tuple(re.findall(r"[^\W_]+", " ".join(words[start - 2 :]).casefold()))
        if pieces[0][:1] != short[0].casefold() or not _cover(pieces, tuple(short.casefold()), language, inside=True):
            break
        start -= 2
    return start


def _is_initials(words: str, short: str, language: str) -> bool:
    content = [piece for piece in re.split(r"[\W_]+", words.casefold()) if piece and not role(piece, language)]
    return "".join(piece[0] for piece in content) == short.casefold() and not role(words.partition(" ")[0], language)


def fits(words: str, short: str, language: str = "nl", *, inside: bool = False) -> bool:
    """Whether the letters of an acronym can be laid along words, the first letter at the start of the first word.

    `inside`: letters may stand inside words, too; enough where something else bounds the words.
    """
    letters = [character for character in short.casefold() if character.isalpha()]
    pieces = [piece for piece in re.split(r"[\W_]+", words.casefold()) if piece]
    if len(letters) < FEW or not pieces or pieces[0][0] != letters[0] or role(pieces[0], language):
        return False
    content = [piece for piece in pieces if not role(piece, language)]
    return _initials(content, letters) or _cover(tuple(pieces), tuple(letters), language, inside=inside)


def _initials(content: list[str], letters: list[str]) -> bool:
    """Whether every letter starts a word, in order, with few words left over."""
    at = 0
    for piece in content:
        if at < len(letters) and piece[0] == letters[at]:
            at += 1
    return at == len(letters) and len(content) - at < min(_SKIPPED, at)


@cache
def _cover(pieces: tuple[str, ...], letters: tuple[str, ...], language: str, *, inside: bool) -> bool:
    """Whether the letters can be found in order so that every word that says something has one, as its first if not `inside`."""
    if not pieces:
        return not letters
    piece, rest = pieces[0], pieces[1:]
    if role(piece, language) and _cover(rest, letters, language, inside=inside):
        return True
    if not letters or (piece[0] != letters[0] and not inside):
        return False
    at = 0
    for taken, letter in enumerate(letters, 1):
        at = piece.find(letter, at) + 1
        if not at:
            return False
        if _cover(rest, letters[taken:], language, inside=inside):
            return True
    return False
