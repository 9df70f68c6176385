"""Reads the templates and the scripts: the messages they name, and the words that stand in them themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from tests.support import ROOT

OF_TEMPLATES: Final = ROOT / "overrides/partials/words.html"
OF_SCRIPTS: Final = ROOT / "docs/assets/js/words.js"
TEMPLATES: Final = tuple(path for path in sorted((ROOT / "overrides").rglob("*.html")) if path != OF_TEMPLATES)
SCRIPTS: Final = tuple(path for path in sorted(OF_SCRIPTS.parent.glob("*.js")) if path != OF_SCRIPTS)

_SPOKEN: Final = frozenset({"alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title"})
"""The attributes that are read or read out to people."""
_NOT_WORDS: Final = frozenset({"kbd", "script", "style"})
"""Elements whose content is no language: the names of keys stand on the keyboard."""

_REMARK: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_CODE: Final = re.compile(r"\{([%{]).*?[%}]\}", re.DOTALL)
_QUOTED: Final = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_TAG: Final = re.compile(r"<kbd>.*?</kbd>|<[^<>]*(?:>|$)|^[^<>]*\">")
_USED: Final = re.compile(r"(?<!/)\bwords\.(\w+)")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SENTENCE: Final = re.compile(r"[^\W\d_]{2,}[,.:;!?”]*\s|\s[^\W\d_]{2,}|^\W*[A-Z][a-zà-ÿ]+\b")
"""Words with a blank at one side, or one with a capital: an identifier has neither."""

_TOKEN: Final = re.compile(
    r"""
    (?P<remark> /\*.*?\*/ | //[^\n]* )
  | (?P<pattern> (?<=[(,=:!?&|]) [ ]? /(?![/*]) (?: \\. | \[ (?: \\. | [^\]\n] )* \] | [^/\n\\\[] )+ / [a-z]* )
  | "(?P<double> (?: \\. | [^"\\\n] )* )"
  | '(?P<single> (?: \\. | [^'\\\n] )* )'
  | `(?P<filled> (?: \\. | \$\{ (?: [^{}`] | ` (?: \$\{ [^{}`]* \} | [^`] )*? ` | \{ [^{}]* \} )* \} | [^`\\] )*? )`
    """,
    re.DOTALL | re.VERBOSE,
)
_FILLING: Final = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}")
_FOR_MACHINES: Final = re.compile(
    r"(?:(?:querySelector(?:All)?|closest|matches|matchMedia|find|Error|setAttribute)(?:\?\.)?\(|SELECTOR = |className = |\.key [!=]== )$"
)
_CLASSES: Final = re.compile(r"element\(\"\w+\", $")
_SAID: Final = re.compile(r"(?<![.\w])(?:say|pieces)\(([^{;]*)")


def names_of_templates() -> set[str]:
    """The messages that templates name, as catalogues name them."""
    return {f"templates.{name}" for path in TEMPLATES for name in _USED.findall(_without_remarks(path))}


def names_of_scripts() -> set[str]:
    """The messages that scripts hand to `say` and `pieces` as they stand."""
    return {f"scripts.{name}" for path in SCRIPTS for said in _SAID.findall(_read(path)) for name in re.findall(r'"(\w+)"', said)}


def literals_of_scripts() -> set[str]:
    """Every literal of the scripts that has no blank; of one that is filled, what stands before the first value."""
    return {text.partition("\0")[0] for path in SCRIPTS for _, text in _literals(_read(path)) if " " not in text}


def strays_of_template(content: str) -> list[str]:
    """Words in the text, in the attributes that people read, and in the expressions of a template."""
    content = _REMARK.sub("", content)
    quoted = [_TAG.sub("", a or b) for code in _CODE.finditer(content) for a, b in _QUOTED.findall(code.group())]
    reader = _Reader()
    reader.feed(_CODE.sub(" ", content))
    reader.close()
    return [words for words in reader.found if _WORD.search(words)] + [words for words in quoted if _SENTENCE.search(words)]


def strays_of_script(content: str) -> list[str]:
    """Literals of a script that are sentences; not those that are a selector, a class, a key or a message for programmers."""
    return [
        text.replace("\0", "…")
        for before, text in _literals(content)
        if _SENTENCE.search(text.replace("\0", " \0 " if _WORD.search(text) and " " in text else "\0"))
        and not _FOR_MACHINES.search(before)
        and not _CLASSES.search(before)
    ]


def _literals(content: str) -> Iterator[tuple[str, str]]:
    """What stands before each literal on its line, and the literal, with NUL for each value that fills it; then those inside the values."""
    for token in _TOKEN.finditer(content):
        if token["remark"] or token["pattern"]:
            continue
        before = content[content.rfind("\n", 0, token.start()) + 1 : token.start()]
        filled = token["filled"] or ""
        yield before, _FILLING.sub("\0", filled) or token["double"] or token["single"] or ""
        for value in _FILLING.findall(filled):
            yield from _literals(value)


class _Reader(HTMLParser):
    """Collects what people read of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that people read."""
        self._open = tag
        self.found += [value for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        """What follows belongs to the element around it; none of those without words has other elements in it."""
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        """Take the text."""
        if self._open not in _NOT_WORDS and data.strip():
            self.found.append(data.strip())


def _without_remarks(path: Path) -> str:
    return _REMARK.sub("", _read(path))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
