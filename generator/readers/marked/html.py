"""HTML from anywhere: EUR-Lex of all ages, Word saved as a web page, pages of institutions, Dutch official publications."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from charset_normalizer import from_bytes
from lxml import etree

from generator.language import tables
from generator.readers.marked.element_rules import Context, Rule
from generator.readers.marked.elements import Element, ElementKind, Opened
from generator.readers.marked.html_looks import ClassRule, Looks, classes, known_classes, said_by_class
from generator.readers.marked.html_notes import Notes, block_of, find_notes, text_of
from generator.readers.marked.html_page import is_menu, set_aside
from generator.readers.marked.html_tables import is_layout, mark_cells
from generator.readers.marked.numerals import is_mark, numeral
from generator.readers.marked.walk import walk
from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.roles import ANNEX

_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "img",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "source",
        "track",
        "map",
        "area",
        "object",
        "embed",
        "iframe",
        "hr",
        "col",
        "colgroup",
        "input",
        "select",
        "textarea",
        "rp",
        "rt",
    ]
)
_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "address",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "fieldset",
        "details",
        "summary",
        "center",
        "body",
        "html",
        "form",
        "hgroup",
        "legend",
        "dir",
        "menu",
    ]
)
_HEADINGS: Final = {f"h{rank}": rank for rank in range(1, 7)}
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?([\w-]+)|encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE)
_SELF_CLOSED: Final = re.compile(
    r"<(a|span|p|div|td|th|tr|li|b|i|em|strong|sup|sub|dd|dt|h[1-6]|table|script|style|title)\b([^<>]*?)/>", re.IGNORECASE
)
_XML_HEAD: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_CELEX: Final = re.compile(r"CELEX(?::|%3A)(\d[0-9A-Z]{4}[A-Z]{1,2}\d{4}(?:\(\d\d\))?)", re.IGNORECASE)
_LIST_STYLES: Final = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
    "decimal-leading-zero": "01",
}
_NO_MARK: Final = re.compile(r"list-style(?:-type)?\s*:\s*none")
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_IGNORED: Final = re.compile(r"mso-list\s*:\s*ignore")
_LABEL: Final = re.compile(r"[\W_]*\w{0,6}(?:[.:-]\w{1,3})*[\W_]*")
"""What an element whose class says that it is a number may hold."""

_LONGEST_TITLE: Final = 350
"""Letters; a longer text in a heading's tag is a paragraph that someone wanted large."""


def decoded(raw: bytes) -> tuple[str, str]:
    """The text of a page, and its encoding where that is not UTF-8: told by its own mark, by what it declares, else guessed from its letters."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, errors="replace"), "" if name == "utf-8" else name
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        declared = _CHARSET.search(raw[:4096])
    if declared:
        name = (declared[1] or declared[2]).decode("ascii").lower()
        name = "windows-1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "utf-8"} else name
        try:
            return raw.decode(name), name
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(raw).best()
    return (str(best), best.encoding) if best else (raw.decode("windows-1252", errors="replace"), "windows-1252")


def parsed(text: str) -> etree._Element:
    """The tree of a page; empty XHTML elements are closed, so that they do not swallow what follows."""
    text = _CONTROLS.sub("\ufffd", _XML_HEAD.sub("", text))
    text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    root: etree._Element | None = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    # A page of nothing but comments has no tree.
    return etree.Element("html") if root is None else root


def error_of(text: str) -> str:
    """The title of a page that is no document: short, and with a field for a password or a title that says what went wrong; else nothing."""
    root = parsed(text)
    body = next(root.iter("body"), root)
    letters = sum(len(text_of(element)) for element in body.iter("p", "dd", "td", "blockquote"))
    if letters > _SHORT_PAGE or len(list(body.iter("h1", "h2"))) > _FEW_HEADINGS:
        return ""
    titles = [text_of(element) for element in (*root.iter("title"), *root.iter("h1"), *root.iter("h2")) if text_of(element)]
    said = next((title for title in titles if _says_error(title)), "")
    asks = any(field.get("type", "").lower() == "password" for field in root.iter("input"))
    return said or ((titles or [text_of(body)[:60]])[0] if asks else "")


def _says_error(title: str) -> bool:
    words = re.findall(r"[^\W_]+", title.casefold())
    folded = f" {' '.join(words)} "
    return len(title) <= _TITLE_OF_ERROR and any(f" {row['words']} " in folded for row in tables.rows("error_page_words"))


_SHORT_PAGE: Final = 1500
"""Letters of running text: an error page has a sentence or two, and the shortest act a page."""

_FEW_HEADINGS: Final = 4
"""Headings of a page that says what went wrong; a document of more parts speaks of something else."""

_TITLE_OF_ERROR: Final = 60


def open_page(text: str) -> Opened:
    """The elements of a page and the facts that its head states."""
    root = parsed(text)
    body = next(root.iter("body"), root)
    looks = Looks("\n".join(style.text or "" for style in root.iter("style")))
    notes = find_notes(body, looks)
    vocabulary = _Html(looks, notes, set_aside(body, notes.bodies))
    return Opened(_titles_made_one(walk(body, vocabulary)), facts(root, text))


class _Html:
    """What the elements of a web page do."""

    def __init__(self, looks: Looks, notes: Notes, aside: frozenset[etree._Element]) -> None:
        self.looks, self.notes, self.aside = looks, notes, aside
        self.marks: dict[etree._Element, None] = {}
        self.layout: dict[etree._Element, bool] = {}

    def rule(self, element: etree._Element, context: Context) -> Rule:
        tag = str(element.tag).lower()
        if not isinstance(element.tag, str) or tag in _SKIPPED or self.looks.is_hidden(element):
            return Rule("skip")
        if element in self.aside or element in self.notes.returns:
            return Rule("block", kind="aside")
        if element in self.notes.markers:
            return Rule("marker", note=self.notes.markers[element], look=self.looks.look(element))
        if element in self.notes.labels or element in self.marks:
            return Rule("label")
        if element in self.notes.bodies:
            return Rule("block", kind="note", note=self.notes.bodies[element], certain=True, joins=False, label=self._counted_note(element))
        return self._named(element, tag, context)

    def _counted_note(self, element: etree._Element) -> str:
        """The number of a note that is the item of a numbered list, which the page counts and does not write."""
        if element.tag != "li" or any(child in self.notes.labels for child in element.iter()):
            return ""
        return _list_label(element, "", self.looks) if is_ordered(element) else ""

    def _named(self, element: etree._Element, tag: str, context: Context) -> Rule:
        look, centred = self.looks.look(element), self.looks.is_centred(element) or None
        known = next((known_classes()[name] for name in classes(element) if name in known_classes()), None)
        if known and (rule := self._classed(element, known)):
            return replace(rule, look=look, centred=centred)
        if _IGNORED.search(element.get("style", "").lower()) and text_of(element):
            return Rule("label")
        if tag in _HEADINGS or (element.get("role") == "heading"):
            rank = _HEADINGS.get(tag, 2)
            heading = len(text_of(element)) <= _LONGEST_TITLE and context.kind != "note"
            return Rule("block", kind="heading" if heading else None, level=rank, certain=True if heading else None, joins=heading)
        if tag == "br":
            return Rule("break" if _parts(element) else "say", text=" ")
        if tag in {"table", "tr", "td", "th", "caption"}:
            return replace(self._table(element, tag), look=look, centred=centred)
        return replace(self._plain(element, tag), look=look, centred=centred)

    def _classed(self, element: etree._Element, known: ClassRule) -> Rule | None:
        """What the class of an element says it does; None where it says nothing, or where the element does not bear it out."""
        does, role = known.does, known.role
        if does in {"title", "heading"} and any(child.tag in _BLOCKS and classes(child) for child in element):
            return Rule("block")
        if does in {"title", "heading"} and text_of(element):
            return Rule("block", kind="heading", level=known.level, role=role, certain=True, joins=True)
        if does == "label":
            return Rule("label") if _LABEL.fullmatch(text_of(element)) and _starts_block(element) else None
        if does == "change":
            return Rule("change", text=f" {text_of(element)} ")
        if does in {"plain", "text"}:
            return Rule("block", role=role, certain=True if does == "plain" else None)
        kinds: dict[str, ElementKind] = {"caption": "caption", "contents": "aside", "furniture": "aside"}
        return Rule("block", kind=kinds[does]) if does in kinds else None

    def _table(self, element: etree._Element, tag: str) -> Rule:
        table = element if tag == "table" else next((above for above in element.iterancestors("table")), None)
        if table is None:
            return Rule("block")
        if table not in self.layout:
            nested = any(above in self.layout and not self.layout[above] for above in table.iterancestors("table"))
            self.layout[table] = nested or is_layout(table)
            if self.layout[table]:
                self.marks.update(dict.fromkeys(mark_cells(table)))
        if self.layout[table]:
            deeper = tag == "tr" and any(cell in self.marks for cell in element)
            return Rule("block", deeper=deeper)
        if tag == "caption":
            return Rule("block", kind="caption")
        if tag == "table":
            return Rule("table")
        if tag == "tr":
            return Rule("row")
        return Rule(
            "cell",
            head=tag == "th" or _in_head(element) or _says_head(element),
            down=_count(element, "rowspan"),
            across=_count(element, "colspan"),
        )

    def _plain(self, element: etree._Element, tag: str) -> Rule:
        if tag == "li":
            return self._item(element)
        if tag in {"ul", "ol"} and is_menu(element) and not any(above.tag in {"ul", "ol"} for above in element.iterancestors()):
            return Rule("block", kind="aside")
        if tag == "blockquote":
            return Rule("block", quoted=True if not _is_indent(element) else None)
        if tag in {"td", "div"} and _is_grid_mark(element):
            return Rule("label")
        return Rule("block") if tag in _BLOCKS else Rule()

    def _item(self, element: etree._Element) -> Rule:
        parent = element.getparent()
        style = self.looks.style(parent) if parent is not None else ""
        own = is_mark(text_of(element).split(" ")[0]) or _NO_MARK.search(f"{style};{self.looks.style(element)}")
        label = "" if own else _list_label(element, style, self.looks)
        return Rule("block", kind="item", label=label, deeper=True)


def _parts(line_end: etree._Element) -> bool:
    """Whether a line end parts paragraphs: two in a row do, and one before the mark of an item, where a sentence or clause has ended."""
    after, before = (line_end.tail or "").strip(), line_end.getprevious()
    following = line_end.getnext()
    if not after and following is not None and following.tag == "br":
        return True
    parent = line_end.getparent()
    ahead = (before.tail or text_of(before)) if before is not None else (parent.text if parent is not None else "") or ""
    if before is not None and before.tag == "br" and not (before.tail or "").strip():
        return True
    return ahead.rstrip().endswith((":", ";", ",", ".")) and bool(find_marks(after))


def is_ordered(item: etree._Element) -> bool:
    """Whether an item stands in a numbered list."""
    parent = item.getparent()
    return parent is not None and parent.tag == "ol"


def _list_label(item: etree._Element, style: str, looks: Looks) -> str:
    """The mark that a browser sets before an item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    given = _LIST_STYLE.search(style or looks.style(parent))
    kind = _LIST_STYLES.get(given[1], "1") if given else parent.get("type", "1")
    start = parent.get("start", "1")
    place = int(start) if start.lstrip("-").isdecimal() else 1
    for child in parent:
        if child.tag != "li":
            continue
        value = child.get("value", "")
        place = int(value) if value.isdecimal() else place
        if child is item:
            break
        place += 1
    return f"{numeral(place, kind if kind in set('1aAiI') | {'01'} else '1')}."


def _in_head(cell: etree._Element) -> bool:
    return any(above.tag == "thead" for above in cell.iterancestors())


def _says_head(cell: etree._Element) -> bool:
    """Whether all that a cell holds is set as the head of a column."""
    inner = [child for child in cell if isinstance(child.tag, str) and text_of(child)]
    return bool(inner) and all(said_by_class(child, "head") for child in inner)


def _count(cell: etree._Element, side: str) -> int:
    given = cell.get(side, "1").strip()
    return max(1, int(given)) if given.isdecimal() else 1


def _starts_block(element: etree._Element) -> bool:
    """Whether nothing stands before an element in its block."""
    block, current = block_of(element), element
    if block is element:
        return True
    while current is not block:
        before, parent = current.getprevious(), current.getparent()
        if parent is None or (before is not None and (text_of(before) or (before.tail or "").strip())):
            return False
        if before is None and (parent.text or "").strip():
            return False
        current = parent
    return True


def _is_grid_mark(element: etree._Element) -> bool:
    """A block that holds a mark only, beside a block that holds its text: lists that are laid out as a grid."""
    if not is_mark(text_of(element)) or len(list(element.iter())) > _GRID_DEPTH:
        return False
    after = element.getnext()
    return (
        after is not None and isinstance(after.tag, str) and element.getprevious() is None and len(text_of(after)) > len(text_of(element))
    )


_GRID_DEPTH: Final = 4
"""Elements in a block that holds nothing but a mark."""


def _is_indent(element: etree._Element) -> bool:
    """Old pages use quotations to indent; lists and headings inside show it."""
    return any(child.tag in {"ul", "ol", "table", "h1", "h2", "h3"} for child in element.iter())


_ANNEX_LEVEL: Final = 10
"""The rank of an annex among the ranks of the table of classes: above chapters, below the title."""


def _titles_made_one(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """The lines of a document's title, each a paragraph of its own, as one heading; a line between brackets stays apart."""
    made: list[Element] = []
    for element in elements:
        if element.kind == "heading" and element.level == 0 and ANNEX.match(element.text):
            made.append(replace(element, level=_ANNEX_LEVEL, role="annex"))
            continue
        last = made[-1] if made else None
        if last is not None and element.kind == "heading" and element.level == 0 and last.role == "annex" and last.kind == "heading":
            made.append(replace(element, level=_ANNEX_LEVEL + 1, role="annex"))
            continue
        both = last is not None and element.kind == last.kind == "heading" and element.level == last.level == 0
        if last is not None and both and element.text.startswith("("):
            made.append(replace(element, kind="text", level=None))
        elif last is not None and both:
            made[-1] = replace(last, runs=(*last.runs, replace(element.runs[0], text=f" {element.runs[0].text}"), *element.runs[1:]))
        else:
            made.append(element)
    return tuple(made)


def facts(root: etree._Element, text: str) -> tuple[tuple[str, str], ...]:
    """What the page states about itself: its language, and title, date and number where its head has them."""
    found: dict[str, str] = {}
    body = next(root.iter("body"), root)
    language = root.get("lang") or body.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if language.strip():
        found["language"] = language.strip().split("-")[0].lower()
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        fact = _META.get(name)
        if fact and meta.get("content", "").strip():
            found.setdefault(fact, meta.get("content", "").strip())
    celex = _CELEX.search(text[:_HEAD])
    if celex:
        found.setdefault("celex", celex[1].upper())
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", found.get("date", "")):
        found.pop("date", None)
    return tuple(sorted(found.items()))


_META: Final = {
    "dc.language": "language",
    "dcterms.language": "language",
    "dcterms.issued": "date",
    "dcterms.available": "date",
    "dc.date": "date",
    "dc.title": "title",
    "dcterms.title": "title",
    "dc.creator": "institution",
    "overheid.authority": "institution",
}
"""Dublin Core in the head of a page, as Dutch official publications and some institutions have it."""

_HEAD: Final = 3000
"""Characters at the start of a page in which it may say of which document it is a copy; further on it cites others."""
