"""Published addresses are kept: those of the site now, compared with the register of those it published before.

An address is kept if it still names what it named. If it is gone, or names something else by now, an alias
has to say where that went; else it is reported. New addresses are no mistake: they are only not registered yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from generator.model import Alias, Permalink, Problem, Register, Severity
from generator.words import say

_LONGEST: Final = 60
"""Characters of the first words: enough to tell 96 of 100 paragraphs of our documents from all others, and to fit a line of a diff."""

_ALIKE: Final = 0.8
"""How much of their letters two beginnings share that are one text with a mended flaw; those of two paragraphs rarely share half."""

_TELLING: Final = 20
"""Letters and figures that it takes to compare so: between "Zie punt 2.5" and "Zie punt 5.1" each counts."""

_UNSAFE: Final = re.compile(r"""^/|//|(?:^|/)\.{1,2}(?:/|$)|[\x00-\x20\x7f-\x9f\\<>:"|?*]""")
"""What no address of the site has: a way up or out, an empty name, and characters that some system refuses in the name of a file."""


@dataclass(frozen=True, slots=True)
class RenewedRegister:
    """A register brought up to date: how many addresses are new, which aliases were added, and the problems that an editor has to solve."""

    register: Register
    new: int
    added: tuple[Alias, ...]
    problems: tuple[Problem, ...]


def first_words(text: str) -> str:
    """The beginning of a text, cut at a word where there is one."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: max(flat.rfind(" ", 0, _LONGEST + 1), 0) or _LONGEST]


def alike(one: str, other: str) -> bool:
    """Whether two beginnings are of one text: the same letters and figures, but for a mended mistake or another place to cut."""
    first, second = _bare(one), _bare(other)
    if first == second or (min(len(first), len(second)) > _LONGEST // 2 and (first.startswith(second) or second.startswith(first))):
        return True
    return min(len(first), len(second)) >= _TELLING and SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _bare(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def check(register: Register, now: Mapping[str, str]) -> tuple[Problem, ...]:
    """A problem for each address that is not kept and each alias that leads nowhere; one for all addresses that are not registered yet."""
    if not register.permalinks:
        return ()
    return (*(_broken(link, now) for link in _unkept(register, now)), *_dead_aliases(register, now), *_unregistered(register, now))


def _unkept(register: Register, now: Mapping[str, str]) -> Iterator[Permalink]:
    """The addresses that name nothing or something else, and of which no alias says where that went."""
    went = _went(register.aliases)
    homes = _by_words(now)
    return (link for link in register.permalinks if not _kept(link, now) and not _led(link, went, now, homes))


def _went(aliases: Iterable[Alias]) -> dict[str, tuple[Alias, ...]]:
    """The aliases by the address they are of."""
    found: dict[str, tuple[Alias, ...]] = {}
    for alias in aliases:
        found[alias.old] = (*found.get(alias.old, ()), alias)
    return found


def _led(link: Permalink, went: Mapping[str, tuple[Alias, ...]], now: Mapping[str, str], homes: Mapping[str, list[str]]) -> bool:
    """Whether an alias leads from a promised address to what it named.

    The alias of a page leads its paragraphs on too: to the same id on the other page, or to its top if they are nowhere any more.
    """
    if any(alike(alias.words, link.words) for alias in went.get(link.address, ())):
        return True
    page, _, fragment = link.address.partition("#")
    ways = went.get(page, ()) if fragment and page not in now else ()
    return any(_leads_on(alias, fragment, link, now) for alias in ways) or (bool(ways) and _bare(link.words) not in homes)


def _leads_on(alias: Alias, fragment: str, link: Permalink, now: Mapping[str, str]) -> bool:
    """Whether the page that another page became has the same paragraph under the same id."""
    words = now.get(f"{alias.new.partition('#')[0]}#{fragment}")
    return words is not None and alike(words, link.words)


def _kept(link: Permalink, now: Mapping[str, str]) -> bool:
    return link.address in now and alike(now[link.address], link.words)


def _by_words(now: Mapping[str, str]) -> dict[str, list[str]]:
    """The addresses by the letters of what they name."""
    found: dict[str, list[str]] = {}
    for address, words in now.items():
        found.setdefault(_bare(words), []).append(address)
    return found


def _broken(link: Permalink, now: Mapping[str, str]) -> Problem:
    named = f" („{link.words}”)" if link.words else ""
    if link.address in now:
        message = say("dossier_permalinks.address_changed_meaning", address=repr(link.address), named=named, now=now[link.address])
        remedy = say("dossier_permalinks.say_where_old_is_now", address=link.address)
        return Problem(link.path, link.line, message, say("dossier_permalinks.same_in_other_words", remedy=remedy))
    message = say("dossier_permalinks.address_gone", address=repr(link.address), named=named)
    return Problem(link.path, link.line, message, say("dossier_permalinks.say_where_now", address=link.address))


def usable(alias: Alias, now: Mapping[str, str]) -> bool:
    """Whether an alias leads from an address that can be made to one that is published: a page to a page, a file to a file."""
    page, _, fragment = alias.old.partition("#")
    safe = not _UNSAFE.search(page) and not any(character.isspace() for character in fragment)
    return safe and alias.new in now and _is_file(alias.old) == _is_file(alias.new)


def _is_file(address: str) -> bool:
    page = address.partition("#")[0]
    return bool(page) and not page.endswith("/")


def _dead_aliases(register: Register, now: Mapping[str, str]) -> Iterator[Problem]:
    for alias in register.aliases:
        if not usable(alias, now):
            remedy = say("dossier_permalinks.name_address_of_site")
            yield Problem(
                alias.path,
                alias.line,
                say("dossier_permalinks.alias_leads_nowhere", old=repr(alias.old), new=repr(alias.new)),
                remedy,
            )


def _unregistered(register: Register, now: Mapping[str, str]) -> Iterator[Problem]:
    known = {link.address for link in register.permalinks}
    new = [address for address in now if address not in known]
    if new:
        message = say("dossier_permalinks.new_addresses", number=len(new), example=repr(new[0]))
        yield Problem(register.permalinks[0].path, None, message, "leg ze vast met: python -m generator register --update", Severity.TODO)


def renew(register: Register, now: Mapping[str, str], moved: Iterable[tuple[str, str]] = ()) -> RenewedRegister:
    """The register with every address of today; what is gone stays in it until an alias says where it went.

    `moved` are pairs of an old address and where it is now. An old address that ends with / stands for all that is gone
    below it; a pair of twice the same address says that the words have changed and the thing has not.
    """
    same, told = _said(register, now, moved)
    lost = [link for link in register.permalinks if not _kept(link, now) and link.address not in same]
    added = (*told, *_found(lost, (*register.aliases, *told), now))
    aliases = (*_followed(register.aliases, added), *added)
    unkept = tuple(_unkept(Register(tuple(lost), aliases), now))
    promised = _promised(now, lost, aliases, {link.address: link for link in unkept})
    renewed = Register(promised, tuple(sorted(aliases, key=lambda alias: (alias.old, alias.new))))
    new = len(now.keys() - {link.address for link in register.permalinks})
    return RenewedRegister(renewed, new, added, (*(_broken(link, now) for link in unkept), *_dead_aliases(renewed, now)))


def _promised(
    now: Mapping[str, str], lost: Iterable[Permalink], aliases: Iterable[Alias], held: Mapping[str, Permalink]
) -> tuple[Permalink, ...]:
    """The addresses that are promised from now on; `held` are those that are gone and that no alias leads on.

    What only the alias of its page leads on stays promised: that alias ends when the page comes home.
    """
    own = {alias.old for alias in aliases}
    carried = tuple(link for link in lost if not any(link.address in known for known in (now, held, own)))
    return (*(Permalink(address, words) for address, words in now.items() if address not in held), *held.values(), *carried)


def _said(register: Register, now: Mapping[str, str], moved: Iterable[tuple[str, str]]) -> tuple[set[str], tuple[Alias, ...]]:
    """The addresses that still name the same, and the aliases, that pairs of addresses stand for."""
    pairs = tuple(moved)
    gone = [link for link in register.permalinks if not _kept(link, now)]
    told = [alias for old, new in pairs if old != new for alias in _aliases_of(old, new, gone, now)]
    return {old for old, new in pairs if old == new}, tuple(told)


def _aliases_of(old: str, new: str, gone: Iterable[Permalink], now: Mapping[str, str]) -> Iterator[Alias]:
    """The aliases of what stood at an old address; where that ends with /, then of all pages below it that are gone."""
    gone = tuple(gone)
    yield from (Alias(link.address, new, link.words) for link in gone if link.address == old)
    for link in gone if old.endswith("/") else ():
        below = link.address.startswith(old) and link.address != old
        if below and "#" not in link.address and link.address not in now:
            yield Alias(link.address, new, link.words)


def _found(lost: Iterable[Permalink], aliases: tuple[Alias, ...], now: Mapping[str, str]) -> Iterator[Alias]:
    """Aliases for what is gone and stands, in the very same words, at one other address only; pages first, as those lead their parts on."""
    went, homes = _went(aliases), _by_words(now)
    for link in sorted(lost, key=lambda link: "#" in link.address):
        places = [place for place in homes.get(_bare(link.words), ()) if ("#" in place) == ("#" in link.address)]
        if link.words and len(places) == 1 and not _led(link, went, now, homes):
            alias = Alias(link.address, places[0], link.words)
            went[link.address] = (*went.get(link.address, ()), alias)
            yield alias


def _followed(aliases: Iterable[Alias], added: Iterable[Alias]) -> Iterator[Alias]:
    """The older aliases, those to an address that has now moved replaced by one to its new address; one back to its own address is left out."""
    onward = {(alias.old, _bare(alias.words)): alias.new for alias in added}
    for alias in aliases:
        new = onward.get((alias.new, _bare(alias.words)), alias.new)
        if new != alias.old:
            yield replace(alias, new=new)
