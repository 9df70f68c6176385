"""From HTML for paper to a PDF, by WeasyPrint: tagged (PDF/UA-1), with outline and metadata, the same bytes for the same input.

WeasyPrint is not needed to build the site; it is there where requirements/pdf.lock is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from generator.model import Page, Watch, unwatched
from generator.words import say

_EPOCH: Final = "315532800"
"""1980-01-01 in seconds: the moment that fontTools writes into a font (SOURCE_DATE_EPOCH, reproducible-builds.org); any fixed one will do."""

_FONTS: Final = "assets/fonts/"
_END: Final = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Sheet:
    """HTML for paper: the path that its PDF gets below docs/, and the address against which its links are read."""

    path: str
    address: str
    html: str


class TypesettingError(Exception):
    """No PDF can be made here; says what to install."""


def typeset(sheets: Iterable[Sheet], docs: Path, watch: Watch = unwatched) -> tuple[Page, ...]:
    """The PDFs; one that stands in docs/ already and was made of the same input is taken from there.

    Raises `TypesettingError` where WeasyPrint, or a library that it needs, is not there.
    """
    _load()
    listed = tuple(sheets)
    # Spawned, not forked: the progress bar has a thread, and a fork of a process with threads may hang.
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_same_each_time) as pool:
        made = pool.map(_typeset_or_keep, listed, repeat(docs))
        return tuple(Page(sheet.path, content) for sheet, content in zip(watch(say("typesetting.stage"), listed), made, strict=True))


def _same_each_time() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = _EPOCH


def _load() -> Any:
    try:
        import weasyprint  # noqa: PLC0415 - only where a PDF is wanted, because it is not needed for the site
    except (ImportError, OSError) as error:
        raise TypesettingError(say("typesetting.not_installed", error=error)) from error
    return weasyprint


def _typeset_or_keep(sheet: Sheet, docs: Path) -> bytes:
    style = _style()
    mark = _mark(sheet, style, docs)
    return _kept(docs / sheet.path, mark) or _typeset(sheet, style, docs, mark)


def _typeset(sheet: Sheet, style: str, docs: Path, mark: str) -> bytes:
    weasyprint = _load()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as in _load
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    fonts = FontConfiguration()
    only_files = URLFetcher(allowed_protocols=["file"])
    css = weasyprint.CSS(string=style, base_url=f"{docs.resolve().as_uri()}/", font_config=fonts, url_fetcher=only_files)
    html = weasyprint.HTML(string=sheet.html, base_url=sheet.address, url_fetcher=only_files)
    made = html.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=mark.encode())
    return bytes(made)


@cache
def _style() -> str:
    return files("generator.output").joinpath("typesetting.css").read_text(encoding="utf-8")


def _mark(sheet: Sheet, style: str, docs: Path) -> str:
    """What a PDF is made of, as a digest; it becomes the identifier in the file."""
    fonts = [path.read_bytes() for path in sorted((docs / _FONTS).glob("*.woff2"))]
    made_of = (version("weasyprint").encode(), sheet.address.encode(), sheet.html.encode(), style.encode(), *fonts)
    return sha256(b"\0".join(made_of)).hexdigest()[:32]


def _kept(path: Path, mark: str) -> bytes | None:
    """The file, where it is whole and bears the mark."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if mark.encode() in content and content.rstrip().endswith(_END) else None
