"""The only module that spells Markdown, and the HTML that stands in it.

Running text of documents goes out as HTML blocks, one line each: Python-Markdown passes those through untouched, so
that no character of a seed (a star, a bracket, `{{`, `[^1]:`) can be taken for notation. Headings, links between
pages and front matter are Markdown, because MkDocs builds its tables of contents and checks its links from those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

import yaml

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]()#+\-.!|~^=:$\"'@/]")
_TITLE: Final = re.compile(r"---\n(?:.+\n)*?title: (.+)\n")
_HTML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TITLE_ANCHOR: Final = "site-titel"
_BEYOND_ASCII: Final = re.compile(r"[^ -~]")
_OPENS_BLOCK: Final = re.compile(r"\A(\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+](?:\s|\Z)|-[-\s]*\Z|~~~))")
"""What plain text that starts a block would make of it: an item, a rule or a fence of code (CommonMark 0.31, 4.1, 4.5, 5.2).

The other signs that do so (`#`, `>`, `*`, `_`, a backtick) have a backslash wherever they stand.
"""


def literal(text: str) -> str:
    """Text as one line of Markdown that comes out as that text, whatever it holds."""
    flat = " ".join(text.split())
    for character, entity in _HTML.items():
        flat = flat.replace(character, entity)
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", flat)


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading of level 1 to 6 with its anchor.

    The title of a page without an anchor gets one of the frame: one made from its words could be that of a paragraph.
    """
    anchor = anchor or (_TITLE_ANCHOR if level == 1 else "")
    mark = "#" * max(1, min(6, level))
    return f"{mark} {literal(text)}" + (f" {{ #{anchor} }}" if anchor else "")


def link(label: str, url: str) -> str:
    """A link to a page or a web address."""
    return f"[{literal(label)}](<{url}>)"


def item(label: str, url: str, told: str = "") -> str:
    """A list item in plain Markdown, for programs that read it as it is: a link, and words about it."""
    words = " ".join(label.split()).replace("[", "\\[").replace("]", "\\]")
    return f"- [{words}](<{url}>)" + (f": {' '.join(told.split())}" if told else "")


def code(text: str) -> str:
    """Text as it is, on one line, between as many backticks as it takes."""
    flat = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall(r"`+", flat)), default=0) + 1)
    return f"{fence} {flat} {fence}" if "`" in flat else f"{fence}{flat}{fence}"


def plain(text: str) -> str:
    """Text in plain Markdown, for programs that read it as it is: what readers of Markdown take for notation has a backslash."""
    for character in "\\`*_[]<>#":
        text = text.replace(character, f"\\{character}")
    return text


def opening(words: str) -> str:
    """Words in plain Markdown that start a block, and stay words there: "1. Tekst" and "- tekst" are no items."""
    return _OPENS_BLOCK.sub(r"\1\\", words)


def front_matter(values: Mapping[str, Any]) -> str:
    """The block at the head of a page, as JSON values in ASCII: JSON is YAML, and holds any text that is escaped.

    YAML 1.1 (5.1, 5.4) refuses some characters and ends a line at others, and a builder that cannot read the block prints it
    as Markdown. YAML has one escape for each character; JSON's pairs of surrogates would be read as two.
    """
    lines = [f"{key}: {_in_ascii(json.dumps(value, ensure_ascii=False))}" for key, value in values.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", ""]) if lines else ""


def with_front_matter(content: str, values: Mapping[str, Any]) -> str:
    """A whole page that has a block at its head, with these values in that block too."""
    return front_matter(values).removesuffix("---\n\n") + content.removeprefix("---\n") if values else content


def _in_ascii(quoted: str) -> str:
    """JSON with every character beyond printable ASCII as the escape that YAML has for it."""
    return _BEYOND_ASCII.sub(
        lambda match: f"\\u{ord(match.group()):04x}" if match.group() <= "\uffff" else f"\\U{ord(match.group()):08x}", quoted
    )


def title_of(content: str) -> str:
    """The title in the block at the head of a page; empty where there is none."""
    found = _TITLE.match(content)
    return str(yaml.safe_load(found.group(1))) if found else ""


def body_of(content: str) -> str:
    """A page without the block at its head."""
    return content.partition("\n---\n")[2] if content.startswith("---\n") else content


def page(meta: Mapping[str, Any], parts: Iterable[str]) -> str:
    """A whole page: front matter, then its parts with a blank line between."""
    return front_matter(meta) + "\n\n".join(part for part in parts if part) + "\n"


def tag(name: str, content: str, /, **attributes: str | bool | None) -> str:
    """An HTML element around content that is HTML already; `class_` is class, `data_x` is data-x."""
    return start(name, **attributes) + content + end(name)


def start(name: str, /, **attributes: str | bool | None) -> str:
    """The start of an HTML element that is ended elsewhere, as those of lists in lists are."""
    return f"<{name}{_attributes(attributes)}>"


def end(name: str) -> str:
    """The end of an HTML element."""
    return f"</{name}>"


def void(name: str, /, **attributes: str | bool | None) -> str:
    """An HTML element without content and end tag, such as `<input>`."""
    return start(name, **attributes)


def script_json(data: Mapping[str, Any]) -> str:
    """Data as JSON that cannot end the script element it stands in."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _attributes(attributes: Mapping[str, str | bool | None]) -> str:
    spelled = []
    for key, value in attributes.items():
        name = key.rstrip("_").replace("_", "-")
        if value is True:
            spelled.append(f" {name}")
        elif value not in {None, False}:
            spelled.append(f' {name}="{escape(str(value))}"')
    return "".join(spelled)


def text(content: str) -> str:
    """Plain text as HTML."""
    return escape(content, quote=False)


def fill(words: str, **fragments: str) -> str:
    """Words of the interface with values in braces as HTML: the words are escaped, the fragments are HTML already."""
    return text(words).format(**fragments)


def description_list(rows: Iterable[tuple[str, str]], css_class: str) -> str:
    """A description list: names, as plain text, each with its description, which is HTML; rows without a description are left out, and the list is empty without rows."""
    listed = "".join(tag("div", tag("dt", text(name)) + tag("dd", said)) for name, said in rows if said)
    return tag("dl", listed, class_=css_class) if listed else ""


def anchor(content: str, url: str, **attributes: str | bool | None) -> str:
    """A link in HTML around content that is HTML already."""
    return tag("a", content, href=url, **attributes)
