"""Makes small Word and OpenDocument files for tests: the parts of the archive around a body."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_TYPES: Final = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_ODF: Final = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
    )
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file with some members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document; `parts` are the insides of word/styles.xml, numbering.xml, footnotes.xml and the like."""
    members = {"[Content_Types].xml": _TYPES, "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"}
    members |= {
        f"word/{name}.xml": f"<w:{name.rstrip('0123456789')} {_WORD}>{inside}</w:{name.rstrip('0123456789')}>"
        for name, inside in parts.items()
    }
    return zipped(members)


def odt(body: str, automatic: str = "", styles: str = "") -> bytes:
    """An OpenDocument text; `automatic` are styles of the text itself, `styles` the common ones."""
    content = f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    common = f"<office:document-styles {_ODF}><office:styles>{styles}</office:styles></office:document-styles>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": common})
