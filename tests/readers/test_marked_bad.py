"""Files that are not what they seem, or not safe: each is refused with a message that says what and why, and no traceback."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import pytest

from generator.model import Seed, UnreadableError
from generator.readers import opened
from tests.office import docx, zipped

_PARAGRAPH: Final = "<w:p><w:r><w:t>Een haven.</w:t></w:r></w:p>"


def _bursting() -> bytes:
    return zipped({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})


def _locked() -> bytes:
    raw = bytearray(docx(_PARAGRAPH))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(signature, at + 4)
    return bytes(raw)


def _climbing() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../elders.xml", "<ACT/>")
    return buffer.getvalue()


def _cut_out() -> bytes:
    """A Word document that lost bytes in its middle: the table at its end now points before its start."""
    raw = docx(_PARAGRAPH)
    return raw[:4] + raw[6:]


_ENTITY: Final = (
    b'<?xml version="1.0"?><!DOCTYPE ACT [<!ENTITY x SYSTEM "file:///etc/hostname">]><ACT><TITLE><TI><P>&x;</P></TI></TITLE></ACT>'
)
_LAUGHS: Final = b'<?xml version="1.0"?><!DOCTYPE ACT [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><ACT><P>&b;</P></ACT>'
_LOGIN: Final = (
    b"<html><head><title>EU Login</title></head><body><h1>Sign in to continue</h1><form><input type='password'></form></body></html>"
)
_ERROR: Final = b"<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found.</p></body></html>"
_SHIELD: Final = b"<!doctype html><html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>"

CASES: Final = (
    ("cut.docx", _cut_out(), "beschadigd"),
    ("climbs.zip", _climbing(), "buiten het bestand"),
    ("bursts.docx", _bursting(), "veel te groot"),
    ("locked.docx", _locked(), "wachtwoord"),
    ("half.docx", docx(_PARAGRAPH)[:300], "beschadigd"),
    ("none.zip", zipped({"foto.png": b"x"}), "geen document"),
    ("macros.docx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", "word/vbaProject.bin": b"x"}), "macro"),
    ("text.docx", b"Een haven is geen zip-bestand.", "de naam eindigt op .docx"),
    ("entity.xml", _ENTITY, "entiteiten"),
    ("laughs.xml", _LAUGHS, "entiteiten"),
    ("broken.xml", b"<?xml version='1.0'?>\n<ACT>\n<P>Een haven</ACT>", "geen geldige XML"),
    ("other.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "geen Formex"),
    ("text.xml", b"Een haven is geen XML.", "geen geldige XML"),
    ("login.html", _LOGIN, "EU Login"),
    ("error.html", _ERROR, "404 Not Found"),
    ("shield.html", _SHIELD, "Just a moment"),
    ("deep.html", b"<!doctype html><html><body>" + b"<div>Haven " * 2100, "duizenden diep"),
    ("empty.docx", docx("<w:p/>"), "alleen witruimte"),
    ("empty.html", b"<!doctype html><html><body><script>x</script></body></html>", "alleen witruimte"),
    ("empty.xml", b"<ACT/>", "alleen witruimte"),
)


@pytest.mark.parametrize(("name", "raw", "said"), CASES, ids=[name for name, _, _ in CASES])
def test_a_file_that_cannot_be_read_says_why(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        opened(Seed(f"seeds/{name}", raw))
    assert said in caught.value.problem.message
    assert caught.value.problem.path == f"seeds/{name}"
    assert caught.value.problem.remedy


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.zip", "x.html"])
def test_the_first_bytes_tell_the_format_and_not_the_name(name: str) -> None:
    assert opened(Seed(f"seeds/{name}", docx(_PARAGRAPH))).format == "docx"


_FEW: Final = "<p>De haven is open.</p>"
_FIELD: Final = "<form><input type='PASSWORD'></form>"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (f"<h1>Error</h1>{_FEW}", "Error"),
        (f"<h1>Haven</h1><h2>Pagina niet gevonden!</h2>{_FEW}", "Pagina niet gevonden!"),
        (f"<h1></h1><h1>404 - Not found</h1>{_FEW}", "404 - Not found"),
        (f"<h1>{'Niet gevonden: een haven'.ljust(60, 'x')}</h1>{_FEW}", "Niet gevonden"),
        (f"<h1>Mijn haven</h1>{_FEW}{_FIELD}", "Mijn haven"),
        (f"<div>Welkom bij de haven, {'x' * 50}</div>{_FIELD}", f"Welkom bij de haven, {'x' * 39}'"),
        (f"<h1>Error</h1><p>{'x' * 1500}</p>", "Error"),
        ("<h1>Error</h1><h2>A</h2><h2>B</h2><h2>C</h2>", "Error"),
        (f"<h1>Error</h1><div>{'x' * 1501}</div>", "Error"),
    ],
)
def test_a_page_that_only_says_what_went_wrong_or_asks_who_you_are_is_named_in_the_message(body: str, named: str) -> None:
    with pytest.raises(UnreadableError, match="geen document") as caught:
        opened(Seed("seeds/x.html", f"<html><body>{body}</body></html>".encode()))
    assert named in caught.value.problem.message
    assert "browser" in caught.value.problem.remedy


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Terrorist</h1>{_FEW}",
        f"<h1>{'Niet gevonden: een haven'.ljust(61, 'x')}</h1>{_FEW}",
        f"<h1>Haven</h1>{_FEW}<form><input type='text'><input></form>",
        *(f"<h1>Error</h1><{tag}>{'x' * 1501}</{tag}>" for tag in ("p", "dd", "blockquote")),
        f"<h1>Error</h1><table><tr><td>{'x' * 1501}</td></tr></table>",
        f"<h1>Error</h1><p>{'x' * 800}</p><p>{'x' * 800}</p>",
        "<h1>Error</h1><h2>A</h2><h2>B</h2><h2>C</h2><h1>D</h1>",
    ],
)
def test_a_document_may_speak_of_errors_and_have_fields(body: str) -> None:
    assert opened(Seed("seeds/x.html", f"<html><body>{body}</body></html>".encode())).format == "html"


def test_a_document_about_errors_is_no_error_page() -> None:
    page = (
        "<html><body><h1>Niet gevonden: verslag over schepen</h1>"
        + "<p>De havens groeien en de schepen worden geteld, elk jaar opnieuw.</p>" * 40
        + "</body></html>"
    )
    assert opened(Seed("seeds/x.html", page.encode())).format == "html"
