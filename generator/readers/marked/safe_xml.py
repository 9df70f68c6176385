"""XML from anyone: nothing is fetched, no entity is put in, and a file that is not XML says at which line."""

from __future__ import annotations

from lxml import etree

from generator.words import say


class BadXmlError(ValueError):
    """A file that is no sound XML, or one that it is not safe to read; `line` is where, if that is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        """Carry the line."""
        super().__init__(message)
        self.line = line


def parse(data: bytes) -> etree._Element:
    """The root of a document; raises `BadXmlError`. Entities of its own or from outside are refused: official formats have none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = say("marked_safe_xml.not_valid_xml")
        raise BadXmlError(message, error.lineno or None) from None
    except ValueError:
        message = say("marked_safe_xml.not_valid_xml")
        raise BadXmlError(message) from None
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        message = say("marked_safe_xml.own_entities")
        raise BadXmlError(message, 1)
    return root
