"""The ways in for marked formats: which seed is which, and how it is opened."""

from __future__ import annotations

import re
from typing import Final

from generator.model import Format, Problem, Seed, Severity, Transcript, UnreadableError
from generator.readers.marked import akn, archive, docx, formex, html, odt
from generator.readers.marked.elements import Opened, transcribed
from generator.readers.marked.safe_xml import BadXmlError, parse

_FIRST_TAG: Final = re.compile(rb"<(?:\w+:)?([A-Za-z.]+)")
_HTML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html)", re.IGNORECASE | re.DOTALL)


def recognises_xml(seed: Seed) -> bool:
    """Whether a seed is XML in one of the formats read here."""
    head = seed.raw[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    first = _FIRST_TAG.match(head)
    return head.startswith(b"<?xml") or bool(first and first[1].decode() in {*formex.ROOTS, "akomaNtoso"})


def opened_xml(seed: Seed) -> Transcript:
    """The transcript of a document in Formex or Akoma Ntoso; raises `UnreadableError` for any other XML."""
    try:
        root = parse(seed.raw)
    except BadXmlError as error:
        raise unreadable(seed, error.line, str(error), "haal het bestand opnieuw op") from None
    if akn.is_akoma_ntoso(root):
        return _transcribed(seed, "akn", akn.open_tree(root))
    if formex.is_formex(root):
        return _transcribed(seed, "formex", formex.open_tree(root))
    raise unreadable(seed, 1, "deze XML is geen Formex en geen Akoma Ntoso", "neem de HTML of de pdf van dit document")


def recognises_html(seed: Seed) -> bool:
    """Whether a seed is a web page: by its name, or by how it starts."""
    return seed.name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_HTML.match(seed.raw[:2048]))


def opened_html(seed: Seed) -> Transcript:
    """The transcript of a web page."""
    text, _ = html.decoded(seed.raw)
    return _transcribed(seed, "html", html.open_page(text))


def recognises_zip(seed: Seed) -> bool:
    """Whether a seed is a zip file, which Word, OpenDocument and Formex in several files are."""
    return seed.raw.startswith(b"PK\x03\x04") or seed.raw.startswith(b"PK\x05\x06")


def opened_zip(seed: Seed) -> Transcript:
    """The transcript of a Word, OpenDocument or zipped Formex document; raises `UnreadableError` for any other zip file."""
    try:
        found = archive.opened(seed.raw)
        return _opened_archive(seed, found)
    except archive.BadArchiveError as error:
        raise unreadable(seed, None, str(error), "haal het bestand opnieuw op, of sla het opnieuw op") from None
    except BadXmlError as error:
        raise unreadable(seed, None, f"in dit bestand: {error}", "sla het opnieuw op in het programma waarmee het gemaakt is") from None


def _opened_archive(seed: Seed, found: archive.Archive) -> Transcript:
    if docx.is_docx(found):
        if docx.has_macros(found):
            raise unreadable(seed, None, "dit Word-bestand bevat macro's (programma's)", "sla het op als .docx zonder macro's")
        return _transcribed(seed, "docx", docx.open_docx(found))
    if odt.is_odt(found):
        return _transcribed(seed, "odt", odt.open_odt(found))
    raise unreadable(
        seed, None, "in dit zip-bestand zit geen document dat hier gelezen wordt", "haal het document eruit en zet dat hier neer"
    )


def _transcribed(seed: Seed, form: Format, found: Opened) -> Transcript:
    return transcribed(seed, form, found)


def unreadable(seed: Seed, line: int | None, message: str, remedy: str) -> UnreadableError:
    """The error of a seed that cannot be opened."""
    return UnreadableError(Problem(seed.path, line, message, remedy, Severity.FATAL))
