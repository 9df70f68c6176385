"""What documents themselves say that an acronym stands for, and which acronyms they use.

The letters of an acronym are laid along the words before or after it, after Schwartz and Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text" (Pacific Symposium on Biocomputing 8, 2003), with two changes:
no word that says something may go without a letter, unless every letter starts a word. Beyond that paper: the acronym
first and its words in brackets, "X is het …", plurals, and letters that do not fit ("EMWP"); there grammar decides, and
the phrase is the one that ends at the bracket: back over adjectives, nouns and what "van" or "voor" attaches to them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.language.inflection import related
from generator.language.tables import rows
from generator.model import Document

_ACRONYM: Final = r"[^\W\d_](?:[\w&+]|[-‑](?=[^\W\d_]*[A-Z])){1,14}"
_ENTRY: Final = re.compile(rf"(?P<acronym>{_ACRONYM})(?P<plural>['’]?s)?")
_BRACKETS: Final = re.compile(r"\((?P<inside>[^()]{2,200})\)")
_LAST_WORD: Final = re.compile(rf"(?P<acronym>{_ACRONYM})(?P<plural>['’]s)?\s*$")
_IS: Final = re.compile(
    rf"""
    (?:(?<=^)|(?<=[.;:!?]\s)) (?P<acronym>{_ACRONYM}) \s
    (?:(?P<is>(?:is|was)\s(?:het|de)|is|est\sl[ea]|ist\s(?:die|das|der))|staat\svoor|betekent|stands\sfor|steht\sfür|signifie)
    \s (?:(?:de|het|the|die|das|der|le|la)\s)? (?P<words>[^.;:()\n]{{4,200}})
    """,
    re.VERBOSE,
)
_QUOTES: Final = "\"'“”‘’„«» "
_WORD: Final = re.compile(r"\b[dlDL]['’]|(?:(?<=\s)[-‑])?[\w’'+&]+(?:[-‑][\w’'+&]*)*|[^\w\s]")
"""A word; "l'Agence" is two, "-autorisatie" behind a blank is one."""

_HARD_STOPS: Final = frozenset('.;:!?()[]“”„"—–')
_FEW: Final = 2
_SPAN: Final = 8
"""Words that the long form may have beyond two for each letter: articles and prepositions take no letter."""

_SKIPPED: Final = 3
"""Words without a letter that a long form may hold where every letter starts a word ("het Caribisch gebied")."""

_NEAR: Final = 40
"""Characters in which the next word stands."""

_RUN: Final = 40
"""Words that a phrase before a bracket can have; a longer one is no name."""


@dataclass(frozen=True, slots=True, order=True)
class Declared:
    """An acronym and the words that a document gives for it, with the id of the paragraph or footnote (`fn:12`)."""

    acronym: str
    expansion: str
    place: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What looks like an acronym, with the number of times a document uses it."""

    acronym: str
    count: int


def declared(document: Document) -> Iterator[Declared]:
    """Every acronym that a document explains, in reading order; each explanation of one acronym once."""
    seen: dict[str, list[str]] = {}
    for part in document.parts:
        for acronym, words in declared_in(part.text, document.meta.language):
            known = seen.setdefault(acronym, [])
            if not any(same_name(words, other) for other in known):
                known.append(words)
                yield Declared(acronym, words, part.anchor)


def declared_in(text: str, language: str = "nl") -> Iterator[tuple[str, str]]:
    """The acronyms that a text explains, each with its words as printed."""
    for match in _BRACKETS.finditer(text):
        yield from _in_brackets(text, match, language)
    for match in _IS.finditer(text):
        words = _until_clause(match["words"])
        if is_acronym(match["acronym"]) and _is_name_of(words, match["acronym"], language, official=match["is"] not in {None, "is"}):
            yield match["acronym"], words


def _in_brackets(text: str, match: re.Match[str], language: str) -> Iterator[tuple[str, str]]:
    """`words (ACRONYM)` or `ACRONYM (words)`."""
    short = _named(match["inside"])
    if short in _no_acronyms():
        return
    if short:
        words = _phrase_before(text, match.start(), short, language)
        if words:
            yield short, words
        return
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    if before and is_acronym(before["acronym"]):
        words = _without_article(match["inside"].strip(_QUOTES).partition(",")[0], language)
        if fits(words, before["acronym"], language, inside=words[:1].isupper()):
            yield before["acronym"], words


def _named(inside: str) -> str:
    """The acronym that brackets hold, or nothing: it may stand in quotation marks, behind "hierna", behind a slash."""
    words = inside.strip(_QUOTES)
    head, _, rest = words.rpartition(" ")
    if head and _is_cue(head):
        words = rest.strip(_QUOTES)
    words = words.rpartition("/")[2] if "/" in words else words
    match = _ENTRY.fullmatch(words.removesuffix(" genoemd").strip(_QUOTES))
    if not match:
        return ""
    short = match["acronym"]
    plural = not match["plural"] and short.endswith("s") and short[:-1].isupper()
    return short[:-1] if plural and len(short) > _FEW + 1 else short


def _is_cue(head: str) -> bool:
    words = head.casefold().strip(_QUOTES + ":,")
    return any(words == cue or words.endswith(f" {cue}") for cue in _cues())


def is_acronym(word: str) -> bool:
    """Whether a word has the look of an acronym: two capitals at least, no Roman numeral, and known for nothing else."""
    capitals = sum(character.isupper() for character in word)
    return capitals >= _FEW and word not in _no_acronyms() and not _is_roman(word)


def _is_roman(word: str) -> bool:
    return bool(re.fullmatch(r"(?=[IVXLC]{2})[C]{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", word))


# Words ---------------------------------------------------------------------------------------------------------------


def _phrase_before(text: str, end: int, short: str, language: str) -> str:
    """The words before a bracket that an acronym stands for, or nothing."""
    tokens = list(_WORD.finditer(text, max(0, end - 400), end))[-_RUN:]
    start = _letters_start(tokens, short, language)
    if start is None and (is_acronym(short) or short[0].isupper()):
        start = _grammar_start(tokens, language)
        if start is not None and not is_acronym(short) and not _names_a_body(tokens[start:]):
            start = None
    if start is not None:
        start = _with_halves(tokens, start, short, language)
    if start is None or end - tokens[start].start() <= len(short):
        return ""
    words = text[tokens[start].start() : end].strip()
    # "Jordanië (JO)" is a name with its code.
    return "" if words == short or (len(short) == _FEW and " " not in words and words[0].isupper()) else words


def _letters_start(tokens: list[re.Match[str]], short: str, language: str) -> int | None:
    """The nearest word from which the words fit the letters of an acronym."""
    words = [token.group() for token in tokens]
    limit = max(0, len(words) - 2 * len(short) - _SPAN)
    stop = next((at for at in range(len(words) - 1, limit - 1, -1) if words[at] in _HARD_STOPS), limit - 1)
    starts = range(len(words) - 1, stop, -1)
    phrases = [(start, " ".join(words[start:])) for start in starts]
    # First where each letter starts a word and each word has one: "Europese Economische Ruimte", not its last two words.
    exact = (start for start, phrase in phrases if _is_initials(phrase, short, language))
    return next(exact, None) or next((start for start, phrase in phrases if fits(phrase, short, language)), None)


def _with_halves(tokens: list[re.Match[str]], start: int, short: str, language: str) -> int:
    """Where the words start with the half word before them, if the letters fit both: "per- en polyfluoralkylstoffen (PFAS)"."""
    words = [token.group() for token in tokens]
    while (
        start >= _FEW
        and words[start - 2].endswith(("-", "‑"))
        and (words[start - 1] == "," or _role(words[start - 1], language) == "conjunction")
    ):
        # A half word is no small word, whatever its letters: "per-" is not "per". So the letters are laid along it here.
        pieces = tuple(re.findall(r"[^\W_]+", " ".join(words[start - 2 :]).casefold()))
        if pieces[0][:1] != short[0].casefold() or not _cover(pieces, tuple(short.casefold()), language, inside=True):
            break
        start -= 2
    return start


def _is_initials(words: str, short: str, language: str) -> bool:
    content = [piece for piece in re.split(r"[\W_]+", words.casefold()) if piece and not _role(piece, language)]
    return "".join(piece[0] for piece in content) == short.casefold() and not _role(words.partition(" ")[0], language)


def fits(words: str, short: str, language: str = "nl", *, inside: bool = False) -> bool:
    """Whether the letters of an acronym can be laid along words, the first letter at the start of the first word.

    `inside`: letters may stand inside words, too; enough where something else bounds the words.
    """
    letters = [character for character in short.casefold() if character.isalpha()]
    pieces = [piece for piece in re.split(r"[\W_]+", words.casefold()) if piece]
    if len(letters) < _FEW or not pieces or pieces[0][0] != letters[0] or _role(pieces[0], language):
        return False
    content = [piece for piece in pieces if not _role(piece, language)]
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
    if _role(piece, language) and _cover(rest, letters, language, inside=inside):
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


def _grammar_start(tokens: list[re.Match[str]], language: str) -> int | None:
    """Where the noun phrase that ends with the tokens starts."""
    words = [token.group() for token in tokens]
    start = _phrase_start(words, language)
    if start is None:
        return None
    capital = next(
        (at for at in range(start + 1, len(words)) if words[at][0].isupper() and _role(words[at - 1], language) == "determiner"), None
    )
    # "de oprichting van het Europees Bureau (X)": the name is what has capitals, unless a body comes before it.
    told = words[start][0].islower() or start == 0 or words[start - 1] in _HARD_STOPS
    if capital is not None and told and not _is_body(words[start:capital]):
        return capital
    return start


def _phrase_start(words: list[str], language: str) -> int | None:
    at = len(words)
    while at:
        word, role = words[at - 1], _role(words[at - 1], language)
        before = words[at - 2] if at >= _FEW else ""
        if not word.lstrip("-‑")[:1].isalnum() or role in {"preposition", "verb"}:
            break
        # In German a noun, which has a capital, takes another in the genitive: "Asylagentur der Europäischen Union".
        coupled = role == "genitive" and before[:1].isupper()
        if role in {"determiner", "genitive"} and not coupled and _role(before, language) != "attaching":
            break
        after = words[at] if at < len(words) else ""
        halves = before.endswith(("-", "‑")) or after[:1] in {"-", "‑"}
        listed = _list_start(words, at - 1, language) if role == "conjunction" and not halves else at - 1
        if listed is None:
            break
        at = listed
    while at < len(words) and _role(words[at], language):
        at += 1
    return at if at < len(words) else None


def _list_start(words: list[str], conjunction: int, language: str) -> int | None:
    """Where a list of bare nouns starts that a conjunction ends and that stands behind one preposition of nouns; None where there is none.

    "van migratie en asiel", "voor vrijwillige terugkeer en …", "voor asiel, migratie en integratie": an item has two words at most.
    """
    at, bare = conjunction, 0
    while at:
        word, role = words[at - 1], _role(words[at - 1], language)
        if role == "attaching":
            return at if bare else None
        bare = 0 if word == "," and bare else bare + 1
        if role or bare > _FEW or not (word[:1].isalnum() or (word == "," and not bare)):
            return None
        at -= 1
    return None


def _names_a_body(tokens: list[re.Match[str]]) -> bool:
    return _is_body([token.group() for token in tokens])


def _is_body(words: Iterable[str]) -> bool:
    """Whether one of the words says that a name is that of a body, fund or programme."""
    return any(word.casefold().endswith(noun) for word in words for noun in _bodies())


def _is_name_of(words: str, short: str, language: str, *, official: bool) -> bool:
    """Whether words after "is" give an acronym in full and do not tell something about it."""
    return fits(words, short, language) or (official and words[:1].isupper() and len(words.split()) >= _FEW)


def _until_clause(words: str) -> str:
    """Words up to a comma or the start of a clause."""
    return re.split(r",|\s(?:dat|die|waar\w*|which|that|qui|en\s(?:is|werd|heeft))\s", words, maxsplit=1)[0].strip()


def _without_article(words: str, language: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and _role(first, language) in {"determiner", "genitive"} else words


# Comparison ----------------------------------------------------------------------------------------------------------


def same_name(one: str, other: str) -> bool:
    """Whether two long forms are one name: case, inflection and small words aside, one may leave out words of the other."""
    first, second = _content(one), _content(other)
    short, long = sorted((first, second), key=len)
    if not short or len(short) == 1 < len(long) - 1:
        return False
    rest = iter(long)
    return all(any(related(word, candidate) for candidate in rest) for word in short)


def _content(words: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", words.casefold()) if not _role(word, "")]


# Candidates ----------------------------------------------------------------------------------------------------------


def candidates(document: Document) -> tuple[Candidate, ...]:
    """The acronyms that a document uses outside headings and front matter, by frequency.

    A word in capitals whose small letters are a word of the document is no acronym, unless the document explains it.
    """
    explained = {item.acronym for item in declared(document)}
    counts: Counter[str] = Counter()
    for part in document.parts:
        if part.type not in {"heading", "front_matter"}:
            counts.update(word for _, word in acronyms_in(part.text))
    words = {word for part in document.parts for word in re.findall(r"[^\W\d_]+", part.text) if word.islower()}
    kept = [Candidate(word, count) for word, count in counts.items() if word in explained or word.casefold() not in words]
    return tuple(sorted(kept, key=lambda item: (-item.count, item.acronym)))


_CANDIDATE: Final = re.compile(r"(?<![\w.@/&])(?P<word>(?=(?:[^\WA-ZÀ-Þ_]{0,14}[A-ZÀ-Þ]){2})[^\W\d_][\w+]{1,14})(?:['’]s)?(?![\w@+]|\.\w)")
_GROUP: Final = re.compile(r"(?:\b(?:de|the|le|die|der|du)\s|[^\W\d_][-‑])(?P<word>[A-Z]\d{1,2})(?!\w|[.,]\d)")
"""A letter with a number is a name ("de G20", "de Sahel-G5") only behind an article or a hyphen: else it is a size or a road."""


def acronyms_in(text: str) -> Iterator[tuple[int, str]]:
    """What looks like an acronym in a text, with its offset."""
    for match in _CANDIDATE.finditer(text):
        if is_acronym(match["word"]) and not _in_capitals(text, match):
            yield match.start("word"), match["word"]
    for match in _GROUP.finditer(text):
        yield match.start("word"), match["word"]


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    around = [word.strip(",.;:()") for word in (*before.split()[-1:], *after.split()[:1])]
    return bool(around) and all(len(word) > 1 and word.isalpha() and word.isupper() for word in around)


# Vocabulary ----------------------------------------------------------------------------------------------------------


@cache
def _roles(language: str) -> dict[str, str]:
    """The small words of a language; of all languages where there are none for it."""
    words = tuple(rows("function_words"))
    known = language in {row["language"] for row in words}
    return {row["word"]: row["role"] for row in words if not known or row["language"] == language}


def _role(word: str, language: str) -> str:
    """What a small word does: determiner, genitive, attaching (a preposition of nouns), preposition, conjunction, verb; else empty."""
    return _roles(language).get(word.casefold(), "")


@cache
def _cues() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("acronym_cues"))


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(row["noun"] for row in rows("body_nouns"))


@cache
def _no_acronyms() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("not_acronyms"))
