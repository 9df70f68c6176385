"""A feed is Atom as RFC 4287 has it, whatever stands in its entries."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.output.feed import Feed, Item, atom, newest
from tests.atom import complaints, entries, read

_ANY = st.text(st.characters(exclude_categories=["Cs"]))
_SIGNS = st.lists(st.sampled_from(["<", "&", "]]>", "\0", "\x1b", "\ufffe", "\r", "\n", '"', "a", "é", "𝒜"]), max_size=8).map("".join)
_WORDS = _ANY | _SIGNS
FEED = Feed("https://havens.nl/nieuw.atom", "Havens: nieuw", "https://havens.nl/nieuw/", "Havenarchief", "https://havens.nl/nieuw.atom")


def item(name: str = "https://havens.nl/kade/", updated: str | None = "2026-03-09T23:30:00+01:00", title: str = "Kade") -> Item:
    """An entry."""
    return Item(name, title, name, updated, "Een kade.", categories=("Begrip",), published="2026-03-01")


def test_a_feed_is_spelled_after_the_standard() -> None:
    spelled = atom(FEED, [item()])
    assert complaints(spelled) == []
    assert spelled.decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>Havens: nieuw</title>'
        "<id>https://havens.nl/nieuw.atom</id><updated>2026-03-09T23:30:00+01:00</updated>"
        '<link rel="alternate" type="text/html" href="https://havens.nl/nieuw/" />'
        '<link rel="self" type="application/atom+xml" href="https://havens.nl/nieuw.atom" /><author><name>Havenarchief</name></author>'
        "<entry><title>Kade</title><id>https://havens.nl/kade/</id><published>2026-03-01T00:00:00Z</published>"
        '<updated>2026-03-09T23:30:00+01:00</updated><link rel="alternate" type="text/html" href="https://havens.nl/kade/" />'
        '<category term="Begrip" /><summary>Een kade.</summary></entry></feed>\n'
    )


def test_a_feed_without_entries_or_address_is_one_too() -> None:
    spelled = atom(Feed("nieuw/nieuw.atom", "Nieuw", "./", "De redactie"), [])
    assert complaints(spelled) == []
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in spelled
    assert b"<id>urn:uuid:" in spelled


@given(_WORDS, _WORDS, _WORDS)
@example("]]>", "<script>", "\0")
def test_no_text_is_markup_and_every_feed_is_valid(title: str, summary: str, name: str) -> None:
    spelled = atom(Feed("x", title, "./", name), [Item(name, title, "../kade/", None, summary, name, (title,))])
    assert complaints(spelled) == []
    assert [str(entry.tag).rpartition("}")[2] for entry in entries(spelled)[0]] == [
        tag for tag in ("title", "id", "updated", "link", "author" if name else "", "category", "summary") if tag
    ]


def test_the_feed_is_as_new_as_its_newest_entry_whatever_the_hour_is_called() -> None:
    early, late = item("https://a.nl/1", "2026-03-09T23:30:00+01:00"), item("https://a.nl/2", "2026-03-09T23:00:00Z")
    assert b"<updated>2026-03-09T23:00:00Z</updated><link" in atom(FEED, [early, late])
    assert newest([early, late, item("https://a.nl/3", None)], 2) == (late, early)


def test_of_one_moment_the_order_stays() -> None:
    same = [item(f"https://a.nl/{nth}", "2026-03") for nth in range(5)]
    assert newest(same, 4) == tuple(same[:4])


def test_another_parser_reads_the_same() -> None:
    found = read(atom(FEED, [item(title="Kade & <b>")]))
    assert found.feed.title == "Havens: nieuw"
    assert [(entry.title, entry.link, entry.id) for entry in found.entries] == [
        ("Kade & <b>", "https://havens.nl/kade/", "https://havens.nl/kade/")
    ]


def test_the_rules_find_what_is_wrong() -> None:
    sound = atom(FEED, [item(), item("https://havens.nl/pier/")]).decode()
    for wrong in (
        sound.replace("<title>Kade</title>", "", 1),
        sound.replace("https://havens.nl/pier/</id>", "https://havens.nl/kade/</id>"),
        sound.replace("<published>2026-03-01T00:00:00Z", "<published>2026-03-01"),
        sound.replace("<id>https://havens.nl/pier/</id>", "<id>pier</id>"),
        sound.replace("<author><name>Havenarchief</name></author>", ""),
        sound.replace("<updated>2026-03-09T23:30:00+01:00</updated><link rel", "<updated>2026-03-09T23:30:00</updated><link rel", 1),
        sound.replace('rel="alternate"', 'rel="alternate" hreflang="nl" ', 1).replace(
            "<summary>Een kade.</summary>", "<summary>a</summary>" * 2, 1
        ),
        sound.replace("<entry>", "<item>", 1).replace("</entry>", "</item>", 1),
        sound.replace("</feed>", ""),
    ):
        assert complaints(wrong.encode()), wrong
