"""Draws the picture that goes with a link to a page where links are shared (Open Graph): 1200 by 630, in the type and colours of the site.

The same words give the same bytes: the type is laid out by the library's own simple engine, which no machine does differently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import Image, ImageColor, ImageDraw, ImageFont

SIZE: Final = (1200, 630)
"""What the services that show links ask for (Open Graph; 1.91 to 1)."""

_FONTS: Final = Path(__file__).parents[2] / "docs/assets/fonts"
_SERIF: Final = ("source-serif-4-latin-wght-normal.woff2", "source-serif-4-latin-ext-wght-normal.woff2")
_SANS: Final = ("source-sans-3-latin-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2")


@dataclass(frozen=True, slots=True)
class _Type:
    """How words are set: the fonts, the size in pixels, the weight, the colour."""

    fonts: tuple[str, str]
    size: int
    weight: int
    colour: str


_PAPER, _INK, _SOFT, _ACCENT, _OCHRE, _LINE, _WHITE = "#fdfcf9", "#1b1d1f", "#575b5f", "#0f4c5c", "#e0a526", "#d9d4c8", "#ffffff"
"""The colours of the site in light, as docs/assets/css/site.css has them."""

_LEFT: Final = 88
"""Pixels between the sides of the picture and its words."""

_WIDTH: Final = SIZE[0] - 2 * _LEFT
"""Pixels of a line of the title."""

_TITLE_TOP: Final = 216
"""Pixels above the title: the name of the site and the line that says what the page is stand there."""

_TITLE_LINES: Final = 4
"""Lines of the title; in the smallest of `_TITLES`, four fill the height."""

_TITLE_HEIGHT: Final = 268
"""Pixels that the title may take, down to the rule above the line at the foot."""

_LEADING: Final = 1.18
"""The distance between lines of the title in units of its type size: tight, as titles in large type are set."""

_ABSENT: Final = "\ue000"
"""A character of the private use area, which no font of the site has: what is drawn for it is what is drawn for any that is missing."""

_SHADES: Final = 8
"""Steps from the paper to each colour: enough for smooth letters, and a picture takes a tenth of the bytes."""

_KEPT: Final = 2048
"""Pictures that are remembered while somebody works on a site: drawing one takes some hundredths of a second."""

_COMPRESSION: Final = 6
"""Of zlib: the highest level saves a tenth of the bytes, and takes several times as long."""

_LOGO_SIZE: Final = 56
"""Pixels of the height of the logo: twice the 28 units of its drawing."""

_LONGEST: Final = 400
"""Characters of which nothing more is looked at: the smallest type has room for some 150."""

_NAME: Final = _Type(_SERIF, 34, 650, _INK)
_ABOVE: Final = _Type(_SANS, 30, 500, _SOFT)
_BELOW: Final = _Type(_SANS, 34, 600, _ACCENT)
_TITLES: Final = tuple(_Type(_SERIF, size, 650, _INK) for size in (76, 64, 54, 46))
"""The type of the title, the largest that fits first."""


@lru_cache(maxsize=_KEPT)
def picture(site: str, above: str, title: str, below: str) -> bytes:
    """A PNG with the name of the site, what the page is, its title, and a line below that; words that do not fit end in an ellipsis."""
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 14), fill=_ACCENT)
    _logo(draw, _LEFT, 66)
    _line(draw, (_LEFT + 76, 74), _drawable(site, _SERIF), _NAME)
    _line(draw, (_LEFT, _TITLE_TOP - 54), _drawable(above, _SANS), _ABOVE)
    # A title in a script that the fonts do not have leaves its place to the number.
    _title(draw, _drawable(title, _SERIF) or _drawable(below, _SERIF))
    draw.rectangle((_LEFT, 518, SIZE[0] - _LEFT, 520), fill=_LINE)
    draw.rectangle((_LEFT, 518, _LEFT + 96, 523), fill=_OCHRE)
    _line(draw, (_LEFT, 543), _drawable(below, _SANS), _BELOW)
    file = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(file, "PNG", compress_level=_COMPRESSION)
    return file.getvalue()


@cache
def _palette() -> Image.Image:
    """An image with the colours that a picture can have: each ink in steps from the paper."""
    paper, *inks = (ImageColor.getrgb(colour) for colour in (_PAPER, _INK, _SOFT, _ACCENT, _OCHRE, _LINE))
    pairs = [*((paper, ink) for ink in inks), (ImageColor.getrgb(_ACCENT), ImageColor.getrgb(_WHITE))]
    steps = (
        round(a + (b - a) * step / _SHADES) for start, end in pairs for step in range(_SHADES + 1) for a, b in zip(start, end, strict=True)
    )
    palette = Image.new("P", (1, 1))
    palette.putpalette(list(steps))
    return palette


def _logo(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """The sheet with the folded corner of docs/assets/img/logo.svg, which is 28 units high."""
    scale = _LOGO_SIZE / 28
    sheet, corner = ((5, 2), (20, 2), (27, 9), (27, 30), (5, 30)), ((20, 2), (27, 9), (20, 9))
    for points, colour in ((sheet, _ACCENT), (corner, _OCHRE)):
        draw.polygon([(x + (left - 5) * scale, y + (top - 2) * scale) for left, top in points], fill=colour)
    draw.text((x + 11 * scale, y + 17 * scale), "§", font=_font(_SERIF[0], 40, 600), fill=_WHITE, anchor="mm")


def _title(draw: ImageDraw.ImageDraw, words: str) -> None:
    """The title in the largest type in which it fits, else in the smallest with what does not fit left out."""
    for type_ in _TITLES:
        lines = list(_lines(words, type_))
        if len(lines) <= _TITLE_LINES and len(lines) * type_.size * _LEADING <= _TITLE_HEIGHT:
            break
    last = " ".join(lines[_TITLE_LINES - 1 :])
    for nth, line in enumerate([*lines[: _TITLE_LINES - 1], last]):
        _line(draw, (_LEFT, round(_TITLE_TOP + nth * type_.size * _LEADING)), line, type_)


def _lines(words: str, type_: _Type) -> Iterator[str]:
    """The words in lines that fit; a word that is wider than a line stands in it alone."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer, type_) > _WIDTH:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _line(draw: ImageDraw.ImageDraw, at: tuple[float, float], words: str, type_: _Type) -> None:
    """Words on one line; those that do not fit before the right edge end in an ellipsis."""
    x, y = at
    for run, font in _runs(_fitting(words, type_, _LEFT + _WIDTH - x), type_):
        draw.text((x, y), run, font=font, fill=type_.colour)
        x += font.getlength(run)


def _fitting(words: str, type_: _Type, room: float) -> str:
    """The words, or as many of them as fit before an ellipsis; of a single long one, as many letters."""
    if _width(words, type_) <= room:
        return words
    while words and _width(f"{words} …", type_) > room:
        words = words.rpartition(" ")[0] or words[:-1]
    return f"{words} …".lstrip()


def _width(words: str, type_: _Type) -> float:
    return sum(font.getlength(run) for run, font in _runs(words, type_))


def _runs(words: str, type_: _Type) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """The words in pieces of one font each: for every character the first that has it."""
    for name, run in groupby(words, key=lambda character: _home(character, type_.fonts)):
        yield "".join(run), _font(name or type_.fonts[0], type_.size, type_.weight)


def _drawable(words: str, fonts: tuple[str, str]) -> str:
    """The words on one line, without a stray character that no font has; nothing at all where those are half of them."""
    flat = " ".join(unicodedata.normalize("NFKC", words).split())[:_LONGEST]
    kept = "".join(character for character in flat if _home(character, fonts))
    return " ".join(kept.split()) if 2 * len(kept) > len(flat) else ""


@cache
def _home(character: str, fonts: tuple[str, str]) -> str:
    """The first font that has a character of its own; none where no font has."""
    return next((name for name in fonts if _has(name, character)), "")


def _has(name: str, character: str) -> bool:
    if not character.isprintable():
        return False
    font = _font(name, 40, 400)
    return character == " " or bytes(font.getmask(character)) != bytes(font.getmask(_ABSENT))


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(_FONTS / name), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
