"""Pages that lead on from old addresses, and on other pages a list of the old ids of paragraphs that moved.

That list is the map which `verplaatst.js` follows. Without script its items carry the old ids, so that an old link lands on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.dossier.addresses import event_url, relative
from generator.dossier.index import Entry, Site, cards_path
from generator.dossier.permalinks import first_words, usable
from generator.model import Alias, Page
from generator.output.markdown import anchor, heading, page, tag, text, title_of
from generator.output.writing import OWNED
from generator.words import say

_PAGE: Final = "index.md"
_FILES: Final = ("data/", "documenten/")
"""Where the files are that others load: the open data and the downloads."""

_FOLLOWED: Final = (".atom", ".csv", ".ics")
"""Endings of files that others load wherever they are: feeds and calendars that they subscribe to, and tables. All else that is no page serves the site itself."""

_TITLE: Final = say("moved.page_moved_title")
_LIST_TITLE: Final = say("moved.moved_breadcrumb")


def published(site: Site, pages: Iterable[Page]) -> dict[str, str]:
    """Every address that the site promises to keep, with the first words of what it names; in the order of the register."""
    chapters = tuple(chapter for entry in site.entries for chapter in entry.chapters)
    urls = {chapter.url for chapter in chapters}
    own = frozenset(path for entry in site.entries for path in (entry.citing_path, cards_path(entry)))
    named = {_address(page): _words(page) for page in pages if _is_promised(page, own) and _address(page) not in urls}
    found = dict(sorted(named.items()))
    found |= {event_url(event.id): first_words(event.name) for event in site.knowledge.events}
    for chapter in chapters:
        found[chapter.url] = first_words(chapter.title)
        found |= {f"{chapter.url}#{part.anchor}": first_words(part.text) for part in chapter.parts}
    return found


def _is_promised(page: Page, own: frozenset[str]) -> bool:
    """Whether an address is one for others: pages, data, downloads and feeds are; `own` is what the site's scripts load, theirs alone."""
    return page.path not in own and (_is_page(page) or page.path.startswith(_FILES) or page.path.endswith(_FOLLOWED))


def _is_page(page: Page) -> bool:
    return page.path.rpartition("/")[2] == _PAGE


def _address(page: Page) -> str:
    return page.path.removesuffix(_PAGE)


def _words(page: Page) -> str:
    return first_words(title_of(page.content)) if isinstance(page.content, str) and _is_page(page) else ""


def with_moved(site: Site, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages, those from which parts have moved with the list of these, and what takes the place of pages and files that have moved."""
    if not site.knowledge.register.aliases:
        return pages
    now = published(site, pages)
    aliases = [alias for alias in site.knowledge.register.aliases if usable(alias, now) and alias.old.partition("/")[0] in OWNED]
    lists = {url: listed for url, listed in _lists(site, aliases, now).items() if listed}
    kept = (_with_list(page, lists.get(_address(page), "")) for page in pages)
    return (*kept, *_in_place(aliases, now, lists, {page.path: page for page in pages}))


def _with_list(page: Page, listed: str) -> Page:
    return replace(page, content=f"{page.content}\n{listed}\n") if listed and isinstance(page.content, str) else page


def _lists(site: Site, aliases: Iterable[Alias], now: Mapping[str, str]) -> dict[str, str]:
    """The lists of parts that have moved, by the address of the page; those of a document stand on the page of its whole text too."""
    found: dict[str, dict[str, str]] = {}
    wholes = {entry.url: entry for entry in site.entries}
    for alias in aliases:
        url, _, fragment = alias.old.partition("#")
        if not fragment:
            continue
        item = _item(alias, fragment, relative(url, alias.new), taken=alias.old in now)
        found.setdefault(url, {})[item] = item
        entry = wholes.get("/".join(url.split("/")[:2]) + "/")
        if entry:
            item = _item(alias, fragment, _on_whole(entry, alias), taken=_has(entry, fragment))
            found.setdefault(entry.whole_url, {})[item] = item
    return {url: _section(items) for url, items in found.items()}


def _on_whole(entry: Entry, alias: Alias) -> str:
    """The way from the page of a document's whole text to where something is now: on that very page, if it stands there too."""
    fragment = alias.new.partition("#")[2]
    return f"#{fragment}" if fragment and alias.new.startswith(entry.url) else relative(entry.whole_url, alias.new)


def _has(entry: Entry, fragment: str) -> bool:
    return any(part.anchor == fragment for part in entry.document.parts)


def _item(alias: Alias, fragment: str, url: str, *, taken: bool) -> str:
    """One that has moved; it bears its old id, unless something else does by now."""
    words = f"„{text(alias.words)} …”" if alias.words else say("moved.what_was_here")
    said = anchor(words, url) + say("moved.is_elsewhere")
    return tag("li", said, id=None if taken else fragment, data_oud=fragment)


def _section(items: Iterable[str]) -> str:
    return tag("section", tag("h2", _LIST_TITLE) + tag("ul", "".join(items)), class_="verplaatst")


def _in_place(aliases: Iterable[Alias], now: Mapping[str, str], lists: Mapping[str, str], pages: Mapping[str, Page]) -> Iterator[Page]:
    """What stands at the addresses of pages and files that have moved: a page that leads on, or the file again."""
    done: set[str] = set()
    for alias in aliases:
        if "#" in alias.old or alias.old in now or alias.old in done:
            continue
        done.add(alias.old)
        if alias.old.endswith("/"):
            yield Page(f"{alias.old}{_PAGE}", _leading_on(alias, lists.get(alias.old, "")))
        else:
            yield Page(alias.old, pages[alias.new].content)


def _leading_on(alias: Alias, listed: str) -> str:
    """A page that leads on to where its content is now; kept out of search."""
    way = relative(alias.old, alias.new)
    title = f"{_TITLE}: {alias.words}" if alias.words else _TITLE
    front = {"title": title, "description": title, "edit_path": False, "zoeken": False, "verplaatst": way, "canoniek": alias.new}
    said = tag(
        "p",
        text(say("moved.what_was_here_is_at")) + anchor(text(alias.words or say("moved.another_page")), way) + ".",
        class_="doorverwijzing",
    )
    return page(front, [heading(1, _TITLE), said, listed])
