"""How files of marked formats are told apart and opened, and why one is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lxml import etree

from generator.model import Defect, Element, Format, Problem, Seed, Severity, Transcript, UnreadableError
from generator.readers.marked import archive
from generator.readers.marked.acts import akn, formex
from generator.readers.marked.elements import Opened, joined, transcribed
from generator.readers.marked.html import errors as html_errors
from generator.readers.marked.html import page_source as html_source
from generator.readers.marked.html import reader as html
from generator.readers.marked.office import docx, odt
from generator.readers.marked.safe_xml import BadXmlError, parse
from generator.readers.marked.walk import name_of
from generator.words import say

_FIRST_TAG: Final = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?([A-Za-z.]+)", re.DOTALL)
_HTML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html)", re.IGNORECASE | re.DOTALL)
_HEAD: Final = 4096
"""Bytes at the start of a file that tell its format: XML may have a long declaration and comments before its root."""

_XML_NAMES: Final = (".xml", ".akn")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_ZIP_NAMES: Final = (".docx", ".docm", ".odt", ".zip")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_AGAIN: Final = say("marked_formats.fetch_or_save_again")


def recognises_html(seed: Seed) -> bool:
    """Whether a seed is a web page: by how it starts, or by its name where its first bytes do not tell otherwise."""
    head = seed.raw[:_HEAD]
    if _HTML.match(head):
        return True
    return seed.name.lower().endswith(_HTML_NAMES) and not head.startswith(_ZIP) and not _is_known_xml(head)


def recognises_xml(seed: Seed) -> bool:
    """Whether a seed is XML, or should be by its name."""
    head = seed.raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<?xml") or _is_known_xml(head) or seed.name.lower().endswith(_XML_NAMES)


def _is_known_xml(head: bytes) -> bool:
    first = _FIRST_TAG.match(head.removeprefix(b"\xef\xbb\xbf").lstrip())
    return first is not None and first[1].decode() in {*formex.ROOTS, "akomaNtoso"}


def recognises_zip(seed: Seed) -> bool:
    """Whether a seed is a zip file, which Word, OpenDocument and Formex in several files are, or should be by its name."""
    return seed.raw.startswith(_ZIP) or seed.name.lower().endswith(_ZIP_NAMES)


def opened_html(seed: Seed) -> Transcript:
    """The transcript of a web page; raises `UnreadableError` for a page that only says that something went wrong, or asks who you are.

    So it does for one whose elements lie too deep inside one another to be read to the end.
    """
    text, encoding = html_source.decoded(seed.raw)
    try:
        said = html_errors.error_of(text)
    except html_source.TooDeepError:
        raise unreadable(seed, None, say("marked_formats.page_too_deep"), say("marked_formats.save_from_browser")) from None
    if said:
        raise unreadable(
            seed,
            None,
            say("marked_formats.page_not_document", said=repr(said)),
            say("marked_formats.save_from_browser"),
        )
    transcript = transcribed(seed, "html", html.open_page(text))
    found = (Defect(Element("/html"), encoding, "encoding", "UTF-8"),) if encoding else ()
    return replace(transcript, defects=(*found, *transcript.defects))


def opened_xml(seed: Seed) -> Transcript:
    """The transcript of a document in Formex or Akoma Ntoso; raises `UnreadableError` for any other XML."""
    try:
        form, found = _opened_tree(parse(seed.raw))
    except BadXmlError as error:
        raise unreadable(seed, error.line, str(error), _AGAIN) from None
    except LookupError:
        remedy = say("marked_formats.take_html_or_pdf")
        raise unreadable(seed, 1, say("marked_formats.unknown_xml"), remedy) from None
    return transcribed(seed, form, found)


def _opened_tree(root: etree._Element) -> tuple[Format, Opened]:
    """What is in a tree; raises LookupError where it is in neither format."""
    if akn.is_akoma_ntoso(root):
        return "akn", akn.open_tree(root)
    if formex.is_formex(root):
        return "formex", formex.open_tree(root)
    raise LookupError(name_of(root))


def opened_zip(seed: Seed) -> Transcript:
    """The transcript of a Word, OpenDocument or zipped XML document; raises `UnreadableError` for any other zip file."""
    if not seed.raw.startswith(_ZIP):
        ending = seed.name[seed.name.rfind(".") :]
        raise unreadable(
            seed,
            None,
            say("marked_formats.content_not_as_named", ending=ending),
            say("marked_formats.give_right_suffix"),
        )
    try:
        return _opened_archive(seed, archive.opened(seed.raw))
    except archive.BadArchiveError as error:
        raise unreadable(seed, None, str(error), _AGAIN) from None
    except BadXmlError as error:
        raise unreadable(seed, None, say("marked_formats.in_this_file", error=error), _AGAIN) from None


def _opened_archive(seed: Seed, found: archive.Archive) -> Transcript:
    if docx.has_macros(found):
        raise unreadable(
            seed,
            None,
            say("marked_formats.word_macros"),
            say("marked_formats.save_without_macros"),
        )
    if docx.is_docx(found):
        return transcribed(seed, "docx", docx.open_docx(found))
    if odt.is_odt(found):
        return transcribed(seed, "odt", odt.open_odt(found))
    trees = {name: parse(found.read(name)) for name in found.names if name.lower().endswith(_XML_NAMES)}
    parts = [(name, *_opened_tree(trees[name])) for name in formex.reading_order(trees) if _is_document(trees[name])]
    if not parts:
        raise unreadable(
            seed,
            None,
            say("marked_formats.zip_without_document"),
            say("marked_formats.extract_document"),
        )
    return transcribed(seed, parts[0][1], joined((name, part) for name, _, part in parts))


def _is_document(root: etree._Element) -> bool:
    return akn.is_akoma_ntoso(root) or (formex.is_formex(root) and name_of(root) not in formex.COVERS)


def unreadable(seed: Seed, line: int | None, message: str, remedy: str) -> UnreadableError:
    """The `UnreadableError` for a seed that cannot be opened: where, what is wrong, and what to do."""
    return UnreadableError(Problem(seed.path, line, message, remedy, Severity.FATAL))
