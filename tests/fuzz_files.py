"""Files of the formats that are more than text, for `tests.fuzz`: trees of the elements that a format has, in an order that nobody planned.

Words come from the strategy that the caller gives; a third of the files is damaged afterwards, byte by byte.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pypdfium2 as pdfium
from hypothesis import strategies as st

from tests.office import docx, odt, zipped
from tests.support import ROOT

Texts = st.SearchStrategy[str]
Raw = st.SearchStrategy[bytes]

_NOT_XML: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))
"""Characters that XML 1.0 (section 2.2) does not allow; a file that holds one is refused at once, so few should."""

_NUMBERS: Final = ("0", "1", "2", "3", "-1", "1000000000", "1.5", "", "x")
_HTML: Final = (
    "p", "div", "span", "h1", "h2", "h3", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "caption", "sup", "sub",
    "a", "b", "i", "em", "strong", "br", "hr", "pre", "blockquote", "q", "figure", "figcaption", "img", "main", "nav", "article", "section", "aside",
    "header", "footer", "details", "summary", "script", "style", "template", "svg", "math", "iframe", "form", "input", "select", "ruby", "rt", "noscript", "ins", "del",
)  # fmt: skip
_HTML_FACTS: Final = {
    "class": ("oj-normal", "oj-ti-art", "oj-note-tag", "oj-doc-ti", "eli-subdivision", "Titrearticle", "MsoFootnoteText", "li ListDash", "FootnoteReference", "x"),
    "id": ("fn1", "ftnref1", "_ftn1", "art_1", "top", "x"), "href": ("#fn1", "#_ftn1", "#", "javascript:fuzz(1)", "x"), "name": ("_ftnref1", "x"),
    "colspan": _NUMBERS, "rowspan": _NUMBERS, "start": _NUMBERS, "value": _NUMBERS, "lang": ("nl", "xx", ""), "type": ("a", "I", "1", "x"),
    "style": ("display:none", "list-style-type:lower-roman", "x"),
}  # fmt: skip
_AKN: Final = (
    "article", "paragraph", "point", "num", "heading", "content", "p", "list", "intro", "wrapUp", "chapter", "section", "title", "part", "recitals",
    "recital", "citations", "citation", "preamble", "preface", "conclusions", "attachments", "attachment", "doc", "mainBody", "body", "table", "tr", "td", "th",
    "authorialNote", "noteRef", "ref", "b", "i", "sup", "quotedStructure", "quotedText", "mod", "eol", "signature", "blockList", "item", "ol", "ul", "li", "hcontainer",
)  # fmt: skip
_AKN_FACTS: Final = {"eId": ("art_1", "x", ""), "marker": _NUMBERS, "placement": ("bottom", "x"), "colspan": _NUMBERS, "rowspan": _NUMBERS, "href": ("#art_1", "#x"), "startQuote": ("„",)}  # fmt: skip
_FORMEX: Final = (
    "P", "NP", "NO.P", "TXT", "TITLE", "TI", "STI", "GR.SEQ", "NO.GR.SEQ", "ARTICLE", "TI.ART", "STI.ART", "PARAG", "NO.PARAG", "ALINEA", "LIST", "ITEM", "CONSID",
    "GR.CONSID", "VISA", "GR.VISA", "PREAMBLE", "PREAMBLE.INIT", "ENACTING.TERMS", "DIVISION", "FINAL", "SIGNATURE", "PL.DATE", "SIGNATORY", "NOTE", "TBL", "CORPUS", "ROW",
    "CELL", "GR.TBL", "HT", "DATE", "QUOT.S", "QUOT.START", "QUOT.END", "ANNEX", "CONTENTS", "TOC", "DLIST", "DLIST.ITEM", "TERM", "DEFINITION", "MARGIN", "INCL.ELEMENT", "IE",
    "FT", "REF.DOC.OJ", "CJT",
)  # fmt: skip
_FORMEX_FACTS: Final = {
    "TYPE": ("SUP", "ALPHA", "alpha", "DASH", "ARAB", "ROMAN", "HEADER", "BOLD", "FOOTNOTE", "TABLE", "x"), "NOTE.ID": ("E0001", "x"), "COL": _NUMBERS, "COLS": _NUMBERS,
    "COLSPAN": _NUMBERS, "ROWSPAN": _NUMBERS, "IDENTIFIER": ("001", "x"), "ISO": ("20150101", "x"), "LEVEL": _NUMBERS, "CODE": ("2018", "x"), "NUMBERING": ("ARAB", "STAR", "x"),
}  # fmt: skip
_WORD: Final = (
    "w:p", "w:r", "w:t", "w:pPr", "w:rPr", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:trPr", "w:tblHeader", "w:gridSpan", "w:vMerge", "w:ins", "w:del", "w:delText", "w:moveFrom", "w:moveTo",
    "w:footnoteReference", "w:endnoteReference", "w:footnoteRef", "w:hyperlink", "w:fldSimple", "w:fldChar", "w:instrText", "w:sdt", "w:sdtContent", "w:sdtPr", "w:tab", "w:br",
    "w:noBreakHyphen", "w:softHyphen", "w:sym", "w:b", "w:i", "w:vanish", "w:vertAlign", "w:pStyle", "w:rStyle", "w:numPr", "w:ilvl", "w:numId", "w:outlineLvl", "w:jc", "w:ind",
    "w:sectPr", "w:txbxContent", "w:commentReference", "w:bookmarkStart", "mc:AlternateContent", "mc:Choice", "mc:Fallback",
)  # fmt: skip
_WORD_FACTS: Final = {
    "w:val": (*_NUMBERS, "Heading1", "Kop1", "Title", "superscript", "continue", "restart", "center", "true", "x"), "w:id": _NUMBERS, "w:fldCharType": ("begin", "separate", "end"),
    "w:type": ("page", "separator", "x"), "w:char": ("F0B7", "x"), "w:font": ("Symbol", "Wingdings", "x"), "w:anchor": ("x",), "w:left": _NUMBERS, "w:hanging": _NUMBERS, "w:instr": ("PAGE", "x"),
}  # fmt: skip
_ODT: Final = (
    "text:p", "text:h", "text:span", "text:s", "text:tab", "text:line-break", "text:list", "text:list-item", "text:list-header", "text:note", "text:note-citation", "text:note-body",
    "text:a", "text:section", "text:table-of-content", "text:tracked-changes", "text:change-start", "text:hidden-text", "table:table", "table:table-row", "table:table-cell",
    "table:covered-table-cell", "table:table-header-rows", "table:table-column", "draw:frame", "draw:text-box", "text:soft-page-break", "text:bookmark", "text:ruby", "text:list-style",
)  # fmt: skip
_ODT_FACTS: Final = {
    "text:outline-level": _NUMBERS, "text:c": _NUMBERS, "text:style-name": ("P1", "L1", "x"), "text:note-class": ("footnote", "endnote"), "text:start-value": _NUMBERS, "text:id": ("ftn1", "x"),
    "text:continue-numbering": ("true", "x"), "table:number-columns-spanned": _NUMBERS, "table:number-rows-spanned": _NUMBERS, "table:number-columns-repeated": _NUMBERS, "table:number-rows-repeated": _NUMBERS,
}  # fmt: skip


def _trees(names: tuple[str, ...], facts: Mapping[str, tuple[str, ...]], words: Texts) -> Texts:
    """A few elements of a format, one in another, with words between them."""
    leaf = words.map(lambda text: escape(text.translate(_NOT_XML)))
    attributes = st.lists(
        st.sampled_from(sorted(facts)).flatmap(lambda name: st.sampled_from(facts[name]).map(lambda value: (name, value))), max_size=2
    )

    def element(inner: Texts) -> Texts:
        return st.builds(_element, st.sampled_from(names), attributes, st.lists(inner, min_size=1, max_size=4))

    return st.lists(st.recursive(leaf, element, max_leaves=12), min_size=1, max_size=6).map("".join)


def _element(name: str, attributes: list[tuple[str, str]], inner: list[str]) -> str:
    said = "".join(f" {fact}={quoteattr(value)}" for fact, value in dict(attributes).items())
    return f"<{name}{said}>{''.join(inner)}</{name}>"


def _damaged(files: Raw) -> Raw:
    """Files of which one in three lost or got some bytes."""

    def damage(raw: bytes, at: int, cut: int, put: bytes) -> bytes:
        start = at % (len(raw) + 1)
        return raw[:start] + put + raw[start + cut :]

    broken = st.builds(damage, files, st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=8))
    return st.one_of(files, files, broken)


def html(words: Texts) -> Raw:
    """Web pages."""
    return _damaged(_trees(_HTML, _HTML_FACTS, words).map(lambda tree: f"<!doctype html><html lang=nl><body>{tree}</body></html>".encode()))


def akn(words: Texts) -> Raw:
    """Akoma Ntoso."""
    root = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>{}</body></act></akomaNtoso>'
    return _damaged(_trees(_AKN, _AKN_FACTS, words).map(lambda tree: root.format(tree).encode()))


def formex(words: Texts) -> Raw:
    """Formex 4, one file or a zip of one."""
    whole = _trees(_FORMEX, _FORMEX_FACTS, words).map(
        lambda tree: f"<ACT><BIB.INSTANCE><LG.DOC>NL</LG.DOC></BIB.INSTANCE>{tree}</ACT>".encode()
    )
    return _damaged(st.one_of(whole, whole.map(lambda raw: zipped({"L_1.fmx.xml": raw}))))


def word(words: Texts) -> Raw:
    """Word documents, with notes and numbering of their own."""
    trees = _trees(_WORD, _WORD_FACTS, words)
    notes = trees.map(lambda tree: f'<w:footnote w:id="1"><w:p>{tree}</w:p></w:footnote>')
    return _damaged(
        st.builds(lambda body, inside, numbering: docx(body, footnotes=inside, numbering=numbering, styles=numbering), trees, notes, trees)
    )


def opendocument(words: Texts) -> Raw:
    """OpenDocument texts, with styles of their own."""
    trees = _trees(_ODT, _ODT_FACTS, words)
    return _damaged(st.builds(odt, trees, trees, trees))


def _one_page() -> bytes:
    """The first page of a letter, as a PDF by itself: what is damaged is read a thousand times, so it should be short."""
    buffer = io.BytesIO()
    with pdfium.PdfDocument(ROOT / "tests/reading/pdf/brief.pdf") as letter, pdfium.PdfDocument.new() as short:
        short.import_pages(letter, [0])
        short.save(buffer)
    return buffer.getvalue()


def pdf(_words: Texts) -> Raw:
    """PDF files of which some bytes are others; a whole one is what they start from."""
    whole = _one_page()

    def patched(patches: list[tuple[int, bytes]], length: int) -> bytes:
        raw = bytearray(whole)
        for at, put in patches:
            start = at % len(raw)
            raw[start : start + len(put)] = put
        return bytes(raw[: length or None])

    patches = st.lists(
        st.tuples(
            st.integers(0, 10**7),
            st.one_of(st.binary(min_size=1, max_size=6), st.sampled_from([b"/Type", b"endobj", b"999999", b"stream"])),
        ),
        min_size=1,
        max_size=8,
    )
    return st.builds(patched, patches, st.one_of(st.just(0), st.just(0), st.integers(1, len(whole))))


FORMATS: Final[Mapping[str, tuple[str, Callable[[Texts], Raw]]]] = {
    "web page": ("x.html", html),
    "akn": ("x.akn", akn),
    "formex": ("x.xml", formex),
    "word": ("x.docx", word),
    "opendocument": ("x.odt", opendocument),
    "pdf": ("x.pdf", pdf),
}
"""The name of a file of each format, and what makes its bytes out of words."""
