"""Texts of any length that are made of one thing over and over: what a stall or a square of time or memory would show on."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_uppercase
from typing import Final, TypeAlias

Shape: TypeAlias = Callable[[int], str]
"""Makes a text of about so many characters."""


def repeated(piece: str) -> Shape:
    """The same piece again and again."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def counted(piece: Callable[[int], str], between: str) -> Shape:
    """Pieces that each hold a number of their own."""

    def make(size: int) -> str:
        pieces: list[str] = []
        length = 0
        while length < size:
            pieces.append(piece(len(pieces) + 1))
            length += len(pieces[-1]) + len(between)
        return between.join(pieces)

    return make


def code(number: int) -> str:
    """A number in capital letters."""
    letters = ""
    while number:
        letters += ascii_uppercase[number % 26]
        number //= 26
    return letters


def _notes(size: int) -> str:
    count = size // 80
    text = "\n\n".join(f"{i}. Dit is alinea {i} over de haven{i}." for i in range(1, count))
    return text + "\n\n" + "\n".join(f"{i} Noot nummer {i} over COM(2015) {i}." for i in range(1, count))


def _markdown_notes(size: int) -> str:
    count = size // 60
    text = "\n\n".join(f"Dit is alinea {i} over de haven.[^{i}]" for i in range(1, count))
    return text + "\n\n" + "\n\n".join(f"[^{i}]: Noot nummer {i}." for i in range(1, count))


TEXTS: Final[dict[str, Shape]] = {
    "sentences": counted("Dit is zin {} over de haven en de vissers in het land.".format, " "),
    "one sentence again": repeated("Dit is een zin. "),
    "one paragraph again": repeated("De lidstaten stellen regels vast.\n\n"),
    "paragraphs": counted("{0}. Dit is alinea {0} over de haven{0}.".format, "\n\n"),
    "lines": counted("Dit is regel {} over de haven".format, "\n"),
    "headings": counted("{}. KOP VAN HET STUK\n\nTekst van de haven.".format, "\n\n"),
    "articles": counted("Artikel {}\n\nDe lidstaten stellen regels vast.".format, "\n\n"),
    "capitals": repeated("KOP VAN DE HAVEN\n"),
    "items": repeated("- iets\n"),
    "items apart": repeated("• iets van de Raad;\n\n"),
    "bare items": repeated("1. \n"),
    "footnotes at the end": _notes,
    "footnotes in the text": counted(
        "De haven heeft vissers{0} en landen.\n{0} Noot nummer {0} over de verslagen van de Commissie.".format, "\n"
    ),
    "markers in brackets": counted("De haven heeft vissers{0} [{0}] en de landen".format, "\n"),
    "one marker in brackets": repeated("[1] "),
    "raised markers": repeated("a¹ "),
    "glued markers": repeated("woord1 "),
    "ibid": counted("{} Ibid.".format, "\n"),
    "dates": repeated("1 mei 2016, "),
    "years": repeated("2016 "),
    "countries": repeated("Tunesië, Marokko en Libië "),
    "one country": repeated("Tunesië en "),
    "amounts": repeated("10 miljoen euro, "),
    "acts": counted("Verordening (EU) nr. {}/2014 van de Raad".format, ", "),
    "one act": repeated("COM(2015) 240, "),
    "articles of acts": repeated("artikel 5, lid 3, "),
    "sections": repeated("zie punt 3.1 en afdeling 2 "),
    "acronyms explained": counted(lambda i: f"de Aa Bb Cc Organisatie ({code(i)}AX)", " en "),
    "names given": counted(lambda i: f'hierna "{code(i)}-fonds" genoemd', ", "),
    "acronyms": counted(lambda i: f"{code(i)}XX", " "),
    "hyphens in one word": repeated("EU-"),
    "letters and hyphens": repeated("a-b-"),
    "hyphens at line ends": repeated("sa-\n"),
    "words at line ends": counted(lambda i: f"woord{code(i).lower()}-", "\n"),
    "half words": repeated("abc- def "),
    "ligatures": repeated("ﬁ "),
    "soft hyphens": repeated("a\u00ad"),
    "soft hyphens between words": repeated("a\u00adb "),
    "blanks before stops": repeated("woord . "),
    "private use": repeated("\ue000 "),
    "one letter": repeated("a"),
    "one digit": repeated("1"),
    "digits": repeated("1 "),
    "digits and stops": repeated("12."),
    "Roman numerals": repeated("IV "),
    "stops": repeated("."),
    "abbreviations": repeated("nr. "),
    "semicolons": repeated("a; "),
    "brackets opened": repeated("("),
    "letters in brackets": repeated("(a) "),
    "quotation marks": repeated('"a" '),
    "quotations opened": repeated("“"),
    "tabs": repeated("a\t"),
    "blanks": repeated("a   b "),
    "blank lines": repeated(" \n"),
    "pages": repeated("a\f"),
    "pages with numbers": counted("De haven van regel{0}\n\n{0}".format, "\n\f"),
    "pages with notes": counted("Zin {0} over de haven met een noot{0}.\n\n____\n{0} Zie deel {0}.".format, "\n\f"),
    "lines of old Macs": repeated("a\r"),
    "lines of Windows": repeated("a\r\n"),
    "addresses": repeated("http://a.b/ "),
    "one address": repeated("http://a.b/"),
    "addresses at line ends": repeated("http://a.b/\n"),
    "bodies": repeated("het Europees Parlement en de Raad "),
}

MARKDOWN: Final[dict[str, Shape]] = {
    "notes": _markdown_notes,
    "headings": counted("# Kop {0}\n\nTekst {0} over Tunesië.".format, "\n\n"),
    "headings underlined": repeated("a\n===\n"),
    "quotations": repeated("> a\n"),
    "quotations in quotations": repeated(">"),
    "items": repeated("- a\n"),
    "items in items": lambda size: "\n".join("  " * depth + "- a" for depth in range(int(size**0.5))),
    "table": lambda size: "| a | b |\n| - | - |\n" + "| a | b |\n" * (size // 10),
    "cells": repeated("|a"),
    "backticks": repeated("`"),
    "stars": repeated("*a **b "),
    "underscores": repeated("_a_ "),
    "links": repeated("[a](b) "),
    "links opened": repeated("["),
    "addresses of links": counted("[a{0}]: http://a.b/{0}".format, "\n"),
    "elements opened": repeated("<a "),
    "elements": repeated("<b>a</b> "),
    "entities": repeated("&amp;"),
    "escapes": repeated("\\*"),
    "references to one note": repeated("[^1] "),
    "images": repeated("![a](b) "),
}
