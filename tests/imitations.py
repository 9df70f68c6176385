"""Invented documents in the shapes that PDF extractions come in: a known structure, printed page by page, to be read back."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Final, Literal

import pyphen

from generator.model import Block, Document

Kind = Literal["heading", "paragraph", "list_item"]

_MARKER: Final = re.compile(r"\{(\d+)\}")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

WORDS: Final = {
    "nl": (
        "de het een van voor met door over onder tussen lidstaten commissie raad landen samenwerking overeenkomst maatregelen uitvoering "
        "bescherming grenzen bevoegdheden voorstel verordening richtlijn ondersteuning programma partners ontwikkeling beleid dialoog "
        "verantwoordelijkheid solidariteit deskundigen gegevens onderzoek verslag middelen begroting toegang markt regio steden water "
        "energie vervoer landbouw visserij onderwijs vaardigheden gezondheid digitale duurzame gezamenlijke nieuwe bestaande wettelijke "
        "internationale doeltreffende moeten worden kunnen zijn hebben biedt versterkt verbetert ondersteunt"
    ),
    "en": (
        "the of and for with by under between member states commission council countries cooperation agreement measures implementation "
        "protection borders powers proposal regulation directive support programme partners development policy dialogue responsibility "
        "solidarity experts data research report resources budget access market region cities water energy transport agriculture fisheries "
        "education skills health digital sustainable joint new existing legal international effective should be have offers strengthens"
    ),
    "fr": (
        "le la les des pour avec par sous entre états membres commission conseil pays coopération accord mesures exécution protection "
        "frontières compétences proposition règlement directive soutien programme partenaires développement politique dialogue responsabilité "
        "solidarité experts données recherche rapport ressources budget accès marché région villes énergie transports agriculture pêche "
        "éducation santé numérique durable commune nouvelle existante juridique internationale efficace doivent être ont offre renforce"
    ),
    "de": (
        "der die das von für mit durch unter zwischen staaten kommission rat länder zusammenarbeit abkommen maßnahmen umsetzung schutz "
        "grenzen befugnisse vorschlag verordnung richtlinie unterstützung programm partner entwicklung politik dialog verantwortung "
        "solidarität sachverständige daten forschung bericht mittel haushalt zugang markt region städte wasser energie verkehr "
        "landwirtschaft fischerei bildung gesundheit digitale nachhaltige gemeinsame neue bestehende internationale wirksame sollten werden"
    ),
}
_ROOM: Final = 0.8

TRICKS: Final = ("G20", "COVID-19", "31 096", "CO2", "30 %", "in 2015", "1,5", "(2018)", "EU-27", "artikel 5", "12 000", "3.5")
"""Digits in running text that are nobody's footnote."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph or item as it must be read; `{3}` in its text is the place of note 3's marker."""

    kind: Kind
    text: str
    label: str = ""
    depth: int = 1

    @property
    def plain(self) -> str:
        """The text without markers."""
        return _MARKER.sub("", self.text)

    @property
    def markers(self) -> Iterator[tuple[int, str]]:
        """The number of each marker with the text before it."""
        for match in _MARKER.finditer(self.text):
            yield int(match[1]), _MARKER.sub("", self.text[: match.start()])


@dataclass(frozen=True, slots=True)
class Invented:
    """A document as it must be read, and the texts of its notes by number."""

    pieces: tuple[Piece, ...]
    notes: dict[int, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is printed and extracted."""

    language: str = "nl"
    width: int = 84
    proportional: bool = False
    double: bool = False
    paragraphs: Literal["empty", "blank", "none", "indent"] = "empty"
    pages: Literal["feed", "blank", "foot", "feed-foot", "head", "unmarked"] = "feed"
    height: int = 38
    foot: str = "{page}"
    rule: str = ""
    note: Literal["plain", "square", "round", "raised", "own-line", "tab", "dotted"] = "plain"
    marker: Literal["glued", "square", "round", "raised", "own-line"] = "glued"
    hyphenate: bool = False
    margin: int = 0
    bullets: tuple[str, ...] = ("•", "–")
    bullet_indent: int = 0
    hanging: int = 0
    headings: Literal["arabic", "roman", "letters", "none"] = "arabic"
    dotted: bool = True
    upper: bool = False
    lost_bullets: bool = False
    lost_numbers: bool = False
    carried: bool = False
    stray: bool = False
    line_end: str = "\n"
    mark: str = ""
    tail: str = ""


@dataclass(slots=True)
class _Row:
    text: str
    gap: bool = False
    notes: list[int] = field(default_factory=list)


class Author:
    """Writes documents of a given make: what they say is nonsense, how they are built is not."""

    def __init__(self, look: Look, seed: int) -> None:
        """The same seed always writes the same document."""
        self.look, self.chance = look, random.Random(seed)  # noqa: S311 - a text that returns, not a secret
        self.words = WORDS[look.language].split()
        self.number = 0
        self.notes: dict[int, str] = {}

    def write(self) -> Invented:
        """Three chapters with paragraphs, subheads, lists and notes."""
        pieces: list[Piece] = []
        for chapter in range(1, 4):
            pieces.append(Piece("heading", self.title(long=chapter == 2), self._chapter(chapter), 1))
            pieces += [self.paragraph() for _ in range(2)]
            for section in range(1, 3):
                pieces.append(Piece("heading", self.title(top=False), self._section(chapter, section), 2))
                pieces.append(self.paragraph())
                pieces += self.list_of_items(nested=section == 2)
                pieces.append(self.paragraph())
        return Invented(tuple(pieces), dict(self.notes))

    def _chapter(self, chapter: int) -> str:
        labels = {"arabic": f"{chapter}", "roman": ("I", "II", "III")[chapter - 1], "letters": "ABC"[chapter - 1], "none": ""}
        label = labels[self.look.headings]
        return f"{label}." if label and (self.look.dotted or self.look.headings != "arabic") else label

    def _section(self, chapter: int, section: int) -> str:
        label = {"arabic": f"{chapter}.{section}", "roman": f"{section}", "letters": f"{section}", "none": ""}[self.look.headings]
        return f"{label}." if label and self.look.dotted else label

    def title(self, *, long: bool = False, top: bool = True) -> str:
        """A heading; a long one fills more than a line."""
        length = 11 if long else self.chance.randint(2, 6)
        words = [self.chance.choice(self.words) for _ in range(length)]
        text = " ".join(words)
        text = text[0].upper() + text[1:]
        return text.upper() if self.look.upper and top else text

    def sentence(self, shortest: int = 9, longest: int = 24, *, notes: bool = True) -> str:
        """A sentence that may hold digits and the marker of a note."""
        words = [self.chance.choice(self.words) for _ in range(self.chance.randint(shortest, longest))]
        if self.chance.random() < 0.3:
            words.insert(self.chance.randint(1, len(words) - 1), self.chance.choice(TRICKS))
        if notes and self.chance.random() < 0.25:
            place = self.chance.randrange(3, len(words))
            if words[place].isalpha():
                words[place] += self._marker()
        if self.chance.random() < 0.3:
            place = self.chance.randrange(2, len(words) - 1)
            words[place] += "," if not words[place].endswith("}") else ""
        text = " ".join(words)
        return text[0].upper() + text[1:]

    def _marker(self) -> str:
        self.number += 1
        self.notes[self.number] = self.sentence(4, 22, notes=False) + "."
        return f"{{{self.number}}}"

    def paragraph(self) -> Piece:
        """Two to five sentences."""
        count = self.chance.randint(2, 5)
        return self._settled(lambda: Piece("paragraph", " ".join([self.sentence() + "." for _ in range(count)])))

    def _settled(self, make: Callable[[], Piece]) -> Piece:
        """A piece whose last line leaves room: where a full line ends a paragraph, no reader could tell."""
        number = self.number
        while True:
            piece = make()
            *_, last = Printer(self.look).rows(piece)
            if times(last.text) < _ROOM * times("n" * self.look.width) * (440 / 500) and len(last.text) < _ROOM * self.look.width:
                return piece
            self.number = number
            self.notes = {key: text for key, text in self.notes.items() if key <= number}

    def list_of_items(self, *, nested: bool) -> Iterator[Piece]:
        """A lead-in and items, one of which has items of its own."""
        yield self._settled(lambda: Piece("paragraph", self.sentence(5, 9, notes=False) + ":"))
        count = self.chance.randint(3, 4)
        for place in range(count):
            last = place == count - 1
            yield self._settled(partial(self._list_item, 0, place, last=last))
            if nested and place == 1 and not self.look.lost_bullets:
                for inner in range(2):
                    yield self._settled(partial(self._list_item, 1, inner, last=False))

    def _list_item(self, depth: int, place: int, *, last: bool) -> Piece:
        return Piece("list_item", self._item(last=last), self._bullet(depth, place), depth + 1)

    def _item(self, *, last: bool) -> str:
        text = self.sentence(6, 26)
        return f"{text[0].lower() + text[1:] if text[:2].istitle() else text}{'.' if last else ';'}"

    def _bullet(self, depth: int, place: int) -> str:
        bullet = "" if self.look.lost_bullets else self.look.bullets[depth]
        return {
            "1.": f"{place + 1}.",
            "1)": f"{place + 1})",
            "(1)": f"({place + 1})",
            "(a)": f"({'abcdef'[place]})",
            "a)": f"{'abcdef'[place]})",
            "(i)": f"({('i', 'ii', 'iii', 'iv')[place]})",
            "i.": f"{('i', 'ii', 'iii', 'iv')[place]}.",
        }.get(bullet, bullet)


class Printer:
    """Sets a document in lines and pages, as an extraction would give it back."""

    def __init__(self, look: Look) -> None:
        """Starts on the first page."""
        self.look = look
        self.lines: list[str] = []
        self.page = 1
        self.used = 0
        self.waiting: list[int] = []
        self.over: list[tuple[str, bool]] = []

    def print(self, invented: Invented) -> str:
        """The extraction's text."""
        self.notes = invented.notes
        for piece in invented.pieces:
            for row in self.rows(piece):
                self._place(row)
        self._foot(last=True)
        text = "\n".join(self.lines).replace("\n\f", "\f") + "\n"
        return self.look.mark + text.replace("\n", self.look.line_end)

    def rows(self, piece: Piece) -> Iterator[_Row]:
        """The rows of one piece, its markers still in braces."""
        look = self.look
        lead = f"{piece.label} " if piece.label else ""
        first = " " * (4 if look.paragraphs == "indent" and piece.kind == "paragraph" else 0)
        hang = ""
        if piece.kind == "list_item":
            first = " " * (look.lost_bullets + look.bullet_indent + 3 * (piece.depth - 1) * bool(look.bullet_indent))
            hang = " " * (len(first) + look.hanging) if look.hanging else ""
        gap = look.paragraphs in {"empty", "blank"} or piece.kind == "heading"
        for place, text in enumerate(self.wrap(f"{first}{lead}{piece.text}", hang)):
            yield _Row(text, gap=gap and not place, notes=[int(n) for n in _MARKER.findall(text)])

    def wrap(self, text: str, hang: str = "") -> list[str]:
        """Lines as full as they can be."""
        limit = self.look.width * (440 if self.look.proportional else 1)
        measure: Callable[[str], int] = times if self.look.proportional else len
        indent = text[: len(text) - len(text.lstrip())]
        lines, line = [], indent
        for word in text.split():
            longer = f"{line} {word}" if line.strip() else f"{line}{word}"
            if measure(_MARKER.sub("", longer)) <= limit:
                line = longer
                continue
            head, tail = self._broken(line, word, limit, measure)
            lines.append(f"{line} {head}" if head else line)
            line = hang + tail
        return [*lines, line]

    def _broken(self, line: str, word: str, limit: int, measure: Callable[[str], int]) -> tuple[str, str]:
        """A word in two at the end of a line, if the look allows and there is room for a part."""
        if not self.look.hyphenate or not word.replace("-", "").isalpha():
            return "", word
        head, hyphen, tail = word.partition("-")
        if hyphen and head and tail:
            return (f"{head}-", tail) if measure(f"{line} {head}-") <= limit else ("", word)
        for place in sorted(_dictionary(self.look.language).positions(word.lower()), reverse=True):
            if 3 <= place <= len(word) - 3 and measure(f"{line} {word[:place]}-") <= limit:
                return f"{word[:place]}-", word[place:]
        return "", word

    def _place(self, row: _Row) -> None:
        cost = 1 + row.gap + sum(len(self.note(n)) for n in row.notes)
        if self.used + cost > self.look.height and self.used:
            self._foot(last=False)
        self.used += cost
        self.waiting += row.notes
        starts = not self.lines or self.lines[-1] in {"\f", "\v"}
        if self.lines and not starts:
            self._space(wide=row.gap)
        self._emit(row.text)

    def _space(self, *, wide: bool) -> None:
        if self.look.double:
            self.lines.append("")
        if wide and self.look.paragraphs == "blank":
            self.lines += [" ", ""] if self.look.double else [" "]
        elif wide:
            self.lines += [""] * (2 if self.look.double else 1)

    def _emit(self, text: str) -> None:
        pieces = [self._marked(text)]
        if self.look.marker == "own-line":
            pieces = [piece for piece in re.split(r"\{(\d+)\}", text) if piece]
        for place, piece in enumerate(pieces):
            line = f"{' ' * self.look.margin}{piece.rstrip()}{self.look.tail}"
            if self.lines and self.lines[-1] == "\f":
                self.lines[-1] = f"\f{line}"
            elif self.lines and self.lines[-1] == "\v" and not place:
                self.lines[-1] = f" {line}"
            else:
                self.lines.append(line)

    def _marked(self, text: str) -> str:
        shapes: dict[str, Callable[[str], str]] = {
            "glued": str,
            "square": lambda n: f"[{n}]",
            "round": lambda n: f" ({n})",
            "raised": lambda n: n.translate(_RAISED),
            "own-line": str,
        }
        return _MARKER.sub(lambda match: shapes[self.look.marker](match[1]), text)

    def note(self, number: int) -> list[str]:
        """The lines of one note."""
        look, text = self.look, self.notes[number]
        if number in lost_numbers(look):
            return self.wrap(f"   {text}")
        if look.note == "own-line":
            return [str(number), *(f"  {line}" if not i else line for i, line in enumerate(self.wrap(text)))]
        shapes = {
            "plain": f"{number} {text}",
            "square": f"[{number}] {text}",
            "round": f"({number}) {text}",
            "raised": f"{str(number).translate(_RAISED)} {text}",
            "tab": f"{number}\t{text}",
            "dotted": f"{number}. {text}",
        }
        return self.wrap(shapes[look.note]) if look.note != "tab" else [shapes["tab"]]

    def _foot(self, *, last: bool) -> None:
        look, notes = self.look, bool(self.waiting or self.over)
        if notes:
            self._notes(last=last)
        if look.pages in {"foot", "feed-foot", "head"}:
            self.lines += ["", " " * look.margin + look.foot.format(page=self.page)]
        self.page, self.used, self.waiting = self.page + 1, 0, []
        if not last:
            self.lines += self._page_break(notes=notes)

    def _notes(self, *, last: bool) -> None:
        margin = " " * self.look.margin
        self.lines.append("")
        if self.look.rule:
            self.lines.append(margin + self.look.rule)
        notes = [(line, place == 0) for number in self.waiting for place, line in enumerate(self.note(number))]
        if not self.carries(last=last):
            notes, self.over = [*self.over, *notes], []
        else:
            notes, self.over = [*self.over, *notes[:-1]], notes[-1:]
        for place, (line, opens) in enumerate(notes):
            if self.look.double and (not opens or self.look.pages != "blank") and (place or self.look.pages != "blank"):
                self.lines.append("")
            self.lines.append(f"{margin}{line}{self.look.tail}")

    def carries(self, *, last: bool) -> bool:
        """Whether the last line of this page's last note goes to the foot of the next page."""
        return self.look.carried and not last and bool(self.waiting) and len(self.note(self.waiting[-1])) > 1

    def _page_break(self, *, notes: bool) -> list[str]:
        """What the extraction leaves between two pages; a form feed or a blank is put before the next line later."""
        return {
            "feed": ["\f"],
            "feed-foot": ["\f"],
            "blank": ["\v"],
            "foot": [""],
            "head": ["\f" + " " * self.look.margin + "Ontwerpverslag over de stand van zaken", ""],
            "unmarked": [""] if notes else [],
        }[self.look.pages]


_TIMES: Final = {
    **dict.fromkeys("ijlt!:;/", 278), **dict.fromkeys(" .,", 250), **dict.fromkeys("frI()-[]", 333), **dict.fromkeys("aceszJ", 430),
    **dict.fromkeys("bdghknopquvxy0123456789–", 500), **dict.fromkeys("FPSLETZ", 590), **dict.fromkeys("ABCKNRUVXYHDGOQw", 710), **dict.fromkeys("mMW", 840),
}  # fmt: skip


def times(text: str) -> int:
    """The width of a text in a Times, near enough, in thousandths of an em."""
    return sum(_TIMES.get(character, 450) for character in text)


@cache
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=language)


def lost_numbers(look: Look) -> frozenset[int]:
    """The notes whose number the extraction lost."""
    return frozenset({4, 5, 9}) if look.lost_numbers else frozenset()


def retold(document: Document) -> Invented:
    """A document that was read, to be printed anew in another shape; the marks of its bullets are those of print."""
    notes = {note.number: note.text for note in document.notes if note.text_in_source}
    pieces = (_retold(block, notes) for block in document.blocks if block.type != "front_matter")
    return Invented(tuple(pieces), notes)


def _retold(block: Block, notes: dict[int, str]) -> Piece:
    text = block.text
    for marker in reversed(block.notes):
        if marker.number in notes:
            text = f"{text[: marker.offset]}{{{marker.number}}}{text[marker.offset :]}"
    if block.type == "heading":
        return Piece("heading", text, block.label, block.level or 1)
    if block.list is None:
        return Piece("paragraph", text)
    bullet = "•" if block.list.depth == 1 else "–"
    return Piece("list_item", text, bullet if block.list.kind == "bullet" else block.list.marker, block.list.depth)


def imitate(look: Look, seed: int) -> tuple[Invented, str]:
    """A document and what an extraction of it looks like."""
    invented = Author(look, seed).write()
    return invented, Printer(look).print(invented)


_BLANKS: Final = " " * 59
_DASHES: Final = "_" * 22

LOOKS: Final = {
    # Double-spaced extractions with a blank-only line between paragraphs; a page starts with one blank.
    "double-blank": Look(double=True, paragraphs="blank", pages="blank", rule=_BLANKS, tail=" "),
    "double-blank-hyphens": Look(double=True, paragraphs="blank", pages="blank", rule=_BLANKS, tail=" ", hyphenate=True, language="de"),
    "double-own-line-markers": Look(
        double=True, paragraphs="blank", pages="blank", rule=_BLANKS, note="own-line", marker="own-line", proportional=True, language="nl"
    ),
    "double-feeds": Look(double=True, pages="feed", rule=_DASHES, bullets=("\uf0b7", "o")),
    "double-lost-bullets": Look(double=True, paragraphs="blank", pages="blank", rule=_BLANKS, tail=" ", lost_bullets=True),
    "double-lost-numbers": Look(double=True, paragraphs="blank", pages="blank", rule=_BLANKS, tail=" ", lost_numbers=True, language="en"),
    "double-carried-notes": Look(
        double=True, paragraphs="blank", pages="blank", rule=_BLANKS, carried=True, proportional=True, language="de"
    ),
    "single-carried-notes": Look(pages="foot", foot="FR {page}   FR", rule=_BLANKS, carried=True, proportional=True, language="fr"),
    # Single-spaced extractions with an empty line between paragraphs.
    "single-feed": Look(),
    "single-feed-foot": Look(pages="feed-foot", foot="{page}", rule=_DASHES, language="en", bullets=("(a)", "(i)")),
    "single-language-foot": Look(pages="foot", foot="NL {page}   NL", rule=_DASHES, language="nl", bullets=("-", "o")),
    "single-running-head": Look(pages="head", foot="- {page} -", rule=_DASHES, language="fr", bullets=("–", "•")),
    "single-page-of": Look(pages="feed-foot", foot="Page {page} of 9", rule="", language="en", bullets=("1.", "(a)"), headings="roman"),
    "single-square-notes": Look(note="square", marker="square", rule=_DASHES, language="en", bullets=("\uf0b7", "\uf02d")),
    "single-round-notes": Look(note="round", marker="round", rule=_DASHES, language="fr", bullets=("(1)", "(a)"), pages="feed-foot"),
    "single-raised-notes": Look(note="raised", marker="raised", language="de", bullets=("•", "-"), hyphenate=True),
    "single-tab-notes": Look(note="tab", rule=_DASHES, language="nl", bullets=("a)", "i."), line_end="\r\n", mark="\ufeff"),
    # Laid out: a margin, hanging items, centred nothing.
    "layout-margin": Look(margin=8, bullet_indent=4, hanging=3, pages="feed-foot", rule=_DASHES, language="en", bullets=("•", "–")),
    "layout-margin-crlf": Look(margin=6, bullet_indent=2, hanging=2, line_end="\r\n", note="square", marker="square", language="de"),
    "layout-narrow": Look(width=62, hyphenate=True, language="nl", bullets=("–", "o"), hanging=2, headings="letters", upper=True),
    # Paragraphs that end by a short line or start with an indent only.
    "no-gaps": Look(paragraphs="none", proportional=True, rule=_DASHES, pages="feed", language="nl", upper=True),
    "indents": Look(paragraphs="indent", pages="feed-foot", rule=_DASHES, language="fr", headings="roman", upper=True),
    # Headings without numbers, in capitals; numbers without dots.
    "unnumbered": Look(headings="none", upper=True, language="en", rule=_DASHES, bullets=("*", "-")),
    "undotted": Look(dotted=False, language="de", rule=_DASHES, pages="feed-foot", bullets=("1)", "a)"), proportional=True),
}
