"""Published addresses: which are promised, when a promise is broken, and how the register is brought up to date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier import permalinks
from generator.model import Alias, Permalink, Register, Severity

THEN = {
    "documenten/nota/": "Nota over de havens",
    "documenten/nota/1-inleiding/": "1. Inleiding",
    "documenten/nota/1-inleiding/#p-1-1": "De havens zijn in 2015 bezocht door de leden van de commissie",
    "documenten/nota/1-inleiding/#p-1-2": "Van het bezoek is een verslag gemaakt",
    "begrippen/vn/": "VN",
    "data/terms.json": "",
}
RENAMED = {address.replace("1-inleiding", "1-inleiding-en-doel"): words for address, words in THEN.items()}


def register(*aliases: tuple[str, str, str], then: dict[str, str] = THEN) -> Register:
    return Register(tuple(Permalink(address, words) for address, words in then.items()), tuple(Alias(*alias) for alias in aliases))


def told(known: Register, now: dict[str, str]) -> list[str]:
    """The addresses that errors are about."""
    return [problem.message.split("'")[1] for problem in permalinks.check(known, now) if problem.severity is Severity.ERROR]


def without(*addresses: str) -> dict[str, str]:
    return {address: words for address, words in THEN.items() if address not in addresses}


def test_what_still_names_what_it_named_keeps_its_promise() -> None:
    assert permalinks.check(register(), THEN) == ()


def test_a_dossier_without_a_register_has_promised_nothing() -> None:
    assert permalinks.check(Register(), THEN) == ()


@pytest.mark.parametrize("address", THEN)
def test_an_address_that_disappears_is_an_error(address: str) -> None:
    assert told(register(), without(address)) == [address]


@pytest.mark.parametrize("address", [address for address, words in THEN.items() if words])
def test_an_address_that_comes_to_name_something_else_is_an_error(address: str) -> None:
    assert told(register(), {**THEN, address: "Heel andere woorden dan er stonden"}) == [address]


@pytest.mark.parametrize(
    ("then", "now", "same"),
    [
        ("De Raad neemt nota van het verslag", "DE RAAD  neemt nota van het verslag.", True),
        ("De Raadneemt nota van het verslag", "De Raad neemt nota van het verslag", True),
        ("De Raad neemt nota van het ver- slag", "De Raad neemt nota van het verslag", True),
        ("De leden van de Raad hebben nota genomen", "De leden van de Raad hebben nota genomen van het verslag", True),
        ("De Raad neemt nota van het verslag", "De Commissie legt een verslag voor", False),
        ("Zie punt 2.5.", "Zie punt 5.1.", False),
        ("VN", "VS", False),
        ("", "De Raad", False),
        ("", "", True),
    ],
)
def test_a_mended_flaw_leaves_a_text_the_same_and_other_words_do_not(then: str, now: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert permalinks.alike(then, now) == permalinks.alike(now, then) == same


def test_a_new_address_is_reported_as_work_and_is_no_error() -> None:
    found = permalinks.check(register(), {**THEN, "documenten/brief/": "Brief", "documenten/brief/#p-1": "Geachte"})
    assert [problem.severity for problem in found] == [Severity.TODO]
    assert "niet in het register staan: 2, zoals 'documenten/brief/'" in found[0].message


def test_an_alias_says_where_something_went() -> None:
    gone = "documenten/nota/1-inleiding/#p-1-2"
    now = {**without(gone), "documenten/nota/1-inleiding/#p-1-3": THEN[gone]}
    assert told(register((gone, "documenten/nota/1-inleiding/#p-1-3", THEN[gone])), now) == []
    assert told(register((gone, "documenten/nota/1-inleiding/#p-1-3", "Iets heel anders dan dat")), now) == [gone]


def test_an_alias_that_leads_nowhere_is_an_error() -> None:
    assert told(register(("begrippen/vn/", "begrippen/uno/", "VN")), without("begrippen/vn/")) == ["begrippen/vn/"]


def test_the_alias_of_a_page_leads_its_paragraphs_on() -> None:
    alias = ("documenten/nota/1-inleiding/", "documenten/nota/1-inleiding-en-doel/", "1. Inleiding")
    assert told(register(alias), RENAMED) == []


def test_the_alias_of_a_page_does_not_hide_that_a_paragraph_went_elsewhere() -> None:
    alias = ("documenten/nota/1-inleiding/", "documenten/nota/1-inleiding-en-doel/", "1. Inleiding")
    now = dict(RENAMED)
    now["documenten/nota/2-slot/#p-2-1"] = now.pop("documenten/nota/1-inleiding-en-doel/#p-1-2")
    assert told(register(alias), now) == ["documenten/nota/1-inleiding/#p-1-2"]


def test_what_moved_with_its_words_is_found_and_a_renamed_page_takes_one_alias() -> None:
    renewed = permalinks.renew(register(), RENAMED)
    assert [(alias.old, alias.new) for alias in renewed.added] == [("documenten/nota/1-inleiding/", "documenten/nota/1-inleiding-en-doel/")]
    assert renewed.problems == ()
    assert permalinks.check(renewed.register, RENAMED) == ()


def test_paragraphs_that_shift_are_followed_each_to_its_new_place() -> None:
    now = without("documenten/nota/1-inleiding/#p-1-1", "documenten/nota/1-inleiding/#p-1-2") | {
        "documenten/nota/1-inleiding/#p-1-1": "Een alinea die er eerst niet als alinea uitkwam",
        "documenten/nota/1-inleiding/#p-1-2": THEN["documenten/nota/1-inleiding/#p-1-1"],
        "documenten/nota/1-inleiding/#p-1-3": THEN["documenten/nota/1-inleiding/#p-1-2"],
    }
    renewed = permalinks.renew(register(), now)
    assert [(alias.old[-5:], alias.new[-5:]) for alias in renewed.added] == [("p-1-1", "p-1-2"), ("p-1-2", "p-1-3")]
    assert permalinks.check(renewed.register, now) == ()


def test_what_is_gone_stays_in_the_register_until_an_alias_says_where() -> None:
    now = without("begrippen/vn/")
    kept = permalinks.renew(register(), now)
    assert [problem.message for problem in kept.problems] == ["het adres 'begrippen/vn/' („VN”) bestaat niet meer"]
    assert told(kept.register, now) == ["begrippen/vn/"]
    settled = permalinks.renew(kept.register, now, [("begrippen/vn/", "documenten/nota/")])
    assert settled.problems == ()
    assert settled.register.aliases == (Alias("begrippen/vn/", "documenten/nota/", "VN"),)
    assert told(settled.register, now) == []


def test_a_withdrawn_document_takes_one_pair_of_addresses() -> None:
    now = {"documenten/": "Documenten", "begrippen/vn/": "VN", "data/terms.json": ""}
    renewed = permalinks.renew(register(then=THEN | {"documenten/": "Documenten"}), now, [("documenten/nota/", "documenten/")])
    assert renewed.problems == ()
    assert [alias.old for alias in renewed.register.aliases] == ["documenten/nota/", "documenten/nota/1-inleiding/"]
    assert permalinks.check(renewed.register, now) == ()


def test_other_words_for_the_same_are_taken_over_when_someone_says_so() -> None:
    address = "documenten/nota/1-inleiding/#p-1-2"
    now = {**THEN, address: "Over die reis bestaat een rapport"}
    assert [problem.message.split("'")[1] for problem in permalinks.renew(register(), now).problems] == [address]
    renewed = permalinks.renew(register(), now, [(address, address)])
    assert (renewed.problems, renewed.register.aliases) == ((), ())
    assert permalinks.check(renewed.register, now) == ()


def test_an_alias_follows_what_moves_again_and_ends_where_it_came_home() -> None:
    words = THEN["documenten/nota/1-inleiding/#p-1-2"]
    page = "documenten/nota/1-inleiding/#p-1-"
    second = permalinks.renew(register(), {**without(f"{page}2"), f"{page}3": words})
    third = permalinks.renew(second.register, {**without(f"{page}2"), f"{page}4": words})
    assert {(alias.old, alias.new) for alias in third.register.aliases} == {(f"{page}2", f"{page}4"), (f"{page}3", f"{page}4")}
    home = permalinks.renew(third.register, THEN)
    assert {(alias.old, alias.new) for alias in home.register.aliases} == {(f"{page}3", f"{page}2"), (f"{page}4", f"{page}2")}
    assert permalinks.check(home.register, THEN) == ()


_ADDRESSES = st.sampled_from([*THEN, *RENAMED, "documenten/nota/1-inleiding/#p-1-3", "documenten/brief/"])
_WORDS = st.sampled_from([*THEN.values(), "Een nieuwe zin over iets anders", "Nog een zin die nergens op lijkt"])
_SITES = st.dictionaries(_ADDRESSES, _WORDS, min_size=1)


@given(_SITES, st.lists(_SITES, min_size=1, max_size=4))
def test_no_promise_is_ever_dropped_without_an_alias(first: dict[str, str], later: list[dict[str, str]]) -> None:
    """Whatever a site becomes, each address of any day is still in the register, or has an alias."""
    known = permalinks.renew(Register(), first).register
    promised = set(first)
    for now in later:
        known = permalinks.renew(known, now).register
        promised |= set(now)
        registered = {link.address for link in known.permalinks} | {alias.old for alias in known.aliases}
        led = {address for address in promised if "#" in address and address.partition("#")[0] in {alias.old for alias in known.aliases}}
        assert promised - registered - led == set()
        assert set(told(known, now)) == {problem.message.split("'")[1] for problem in permalinks.renew(known, now).problems}
