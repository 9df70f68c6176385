"""What must be true of every page of the built site, whichever builder made it and whatever the texts hold.

The pages are made so that nothing a stranger wrote can run; this looks at what came out, so that a mistake in the making,
in a builder or in a page written by hand is found before a reader meets it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, TypeAlias

from generator.model import Problem, Severity
from generator.words import say

Attributes: TypeAlias = dict[str, str]

_DATA: Final = frozenset({"application/ld+json", "application/json"})
"""Types of a script element that browsers never run (HTML standard, "prepare the script element": a data block)."""

_LOADS: Final = frozenset({"script", "link", "style", "img", "base", "body"})
"""Elements before which the policy must stand, or it does not hold for them."""

_UNSAFE: Final = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:", "blob:")
"""Words of a policy that would let in what it is there to keep out."""

_WAYS: Final = frozenset({"href", "src", "action", "formaction", "data", "xlink:href", "srcdoc"})
_RUNNING: Final = ("javascript:", "data:", "vbscript:")
_PAGE: Final = ".html"
_DRAWN: Final = frozenset({".htm", ".xhtml", ".xht", ".shtml", ".xml", ".xsl", ".xslt", ".svg", ".mht", ".mhtml"})
"""Other kinds of file that a browser opens as a page, scripts and all."""

_OWN: Final = ("sitemap.xml", "opensearch.xml", "assets/")
"""Where files of those kinds are ours."""

_FRONT: Final = say("commands_inspection.check_front_matter")
_SAFE: Final = say("commands_inspection.move_to_assets")
_POLICY: Final = say("commands_inspection.policy_first")
_ONCE: Final = say("commands_inspection.rename_one")
_AWAY: Final = say("commands_inspection.publish_as_text")


def inspect(site: Path) -> tuple[Problem, ...]:
    """Everything that is wrong in the folder of a built site, page by page."""
    found: list[Problem] = []
    for path in sorted(site.rglob("*")):
        name, kind = path.relative_to(site).as_posix(), path.suffix.lower()
        if kind == _PAGE and path.is_file():
            found += page_faults(path.read_text(encoding="utf-8"), path.as_posix())
        elif kind in _DRAWN and not name.startswith(_OWN):
            found.append(Problem(path.as_posix(), None, say("commands_inspection.opened_as_page"), _AWAY))
    return tuple(found)


def page_faults(html: str, path: str) -> Iterator[Problem]:
    """What is wrong with one page; an id that stands twice misleads a link and is work to be done, the rest are mistakes."""
    page = _Page()
    page.feed(html)
    page.close()
    for name, said in (("og:title", "titel"), ("description", "beschrijving")):
        if not page.told.get(name, "").strip():
            yield Problem(path, None, say("commands_inspection.no_front_matter", said=said), _FRONT)
    if not page.policy:
        yield Problem(path, None, say("commands_inspection.no_policy"), _POLICY)
    for word in (word for word in _UNSAFE if word in page.policy.replace(";", " ").split()):
        yield Problem(path, None, say("commands_inspection.policy_allows", word=word), _POLICY)
    yield from (Problem(path, line, said, _SAFE) for line, said in page.running)
    for name, times in page.ids.items():
        if times > 1:
            yield Problem(
                path,
                None,
                say("commands_inspection.name_repeated", name=repr(name), times=times),
                _ONCE,
                Severity.TODO,
            )


class _Page(HTMLParser):
    """Collects what one page says of itself, what could run in it, and its ids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: Attributes = {}
        self.policy = ""
        self.ids: Counter[str] = Counter()
        self.running: list[tuple[int, str]] = []
        self._loading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        own = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(own)
        self._loading = self._loading or tag in _LOADS
        if "id" in own:
            self.ids[own["id"]] += 1
        self.running += ((self.getpos()[0], said) for said in _running(tag, own))

    def _meta(self, own: Attributes) -> None:
        if own.get("http-equiv", "").lower() == "content-security-policy" and not self._loading:
            self.policy = self.policy or own.get("content", "")
        # The first counts: nothing in the text of a page can stand before the head.
        self.told.setdefault(own.get("name") or own.get("property", ""), own.get("content", ""))


def _running(tag: str, own: Attributes) -> Iterator[str]:
    """What in an element would run, or would need a policy that lets anything run."""
    if tag == "style" or "style" in own:
        yield say("commands_inspection.inline_style", tag=tag)
    if tag == "script" and "src" not in own and own.get("type", "").strip().lower() not in _DATA:
        yield "in <script> staat een programma"
    for name in own:
        if name.startswith("on"):
            yield say("commands_inspection.inline_program", tag=tag, attribute=name)
        elif name in _WAYS and "".join(own[name].split()).lower().startswith(_RUNNING):
            yield say("commands_inspection.address_may_be_program", tag=tag, attribute=name)
    if tag in {"iframe", "object", "embed", "base"}:
        yield say("commands_inspection.element_found", tag=tag)
