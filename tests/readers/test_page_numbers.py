"""Numbers on rows of their own that are those of pages, heads and feet that return, each rule at its limits, in a few rows of text."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.pieces.lines import content_lines
from generator.readers.pieces.shape import Shape
from generator.readers.printed.edges.page_clusters import Cluster, are_feet
from generator.readers.printed.edges.page_edges import find_furniture
from generator.readers.printed.edges.page_feet import of_institution, returning
from generator.readers.printed.edges.page_numbers import Kind, page_numbers


def shape(unit: int = 0, margin: int = 0) -> Shape:
    """A shape with so many empty lines inside a paragraph."""
    return Shape(unit, margin, wrapped=True, page_indent=False, first_line_indent=False)


def numbers(text: str, unit: int = 0, margin: int = 0, found: dict[int, Kind] | None = None) -> list[str]:
    """The numbers of pages in a text, in order."""
    lines = content_lines(text)
    return [lines[index].content for index in sorted(page_numbers(lines, shape(unit, margin), found or {}))]


def fed(*pages: str) -> str:
    """Pages parted by form feeds."""
    return "\f".join(pages)


def test_the_outermost_number_of_each_page_counts_with_the_form_feeds() -> None:
    assert numbers(fed("aa\n1\n", "bb\n2\n", "cc\n3")) == ["1", "2", "3"]
    assert numbers(fed("1\naa\n", "2\nbb\n", "3\ncc")) == ["1", "2", "3"]
    assert numbers(fed("aa\n7\n", "bb\n8\n")) == ["7", "8"]
    assert numbers(fed("aa\n1/3\n", "bb\n2/3\n", "cc\n3/3")) == ["1/3", "2/3", "3/3"]
    assert numbers(fed("aa\n1\n", "bb\n", "cc\n3")) == ["1", "3"]
    assert numbers(fed("aa\n1\n", "bb\n1\n", "cc\n3", "dd\n9")) == ["1", "3"]
    assert numbers(fed("aa\n1\n", "bb\n5\n")) == []
    assert numbers(fed("aa\n1\nbb\n", "cc\n2\ndd\n")) == []
    assert numbers("\faa\n4") == ["4"]
    assert numbers(fed("aa\n1\n", "aa\n\n")) == []
    assert numbers(fed("aa\n1\n9\n", "bb\n2\n8\n")) == []
    assert numbers(fed("aa\n9\n1\n", "bb\n8\n2\n")) == ["1", "2"]


def test_codes_and_known_furniture_lie_outside_of_the_number_of_a_page() -> None:
    assert numbers(fed("aa\n1\nNL\n", "bb\n2\nNL\n")) == ["1", "2"]
    assert numbers(fed("aa\n1\nVerslag\n", "bb\n2\nVerslag\n")) == []
    assert numbers(fed("aa\n1\nVerslag\n", "bb\n2\nVerslag\n"), found={2: "running-head", 5: "running-head"}) == ["1", "2"]
    assert numbers(fed("Verslag\n1\naa\n", "Verslag\n2\nbb\n"), found={0: "running-head", 3: "running-head"}) == ["1", "2"]


def test_numbers_beside_codes_of_languages_are_those_of_pages() -> None:
    assert numbers("aa\n3\nNL\nbb\nNL\n4\ncc") == ["3", "4"]
    assert numbers("aa\n3\nNL\nbb") == []
    assert numbers("NL\naa\nNL") == []
    assert numbers("aa\n3\nNL\nbb\nNL\nx\n4\ncc") == ["3"]
    known: dict[int, Kind] = {0: "running-head", 3: "running-head"}
    assert numbers("Kop\naa\n\n\n7\nKop\nbb\n3\nNL\ncc\nNL", found=known) == ["3"]


@pytest.mark.parametrize(
    ("text", "unit", "alone"),
    [
        ("aa\n\n\n7\n\n\nbb", 1, True), ("aa\n\n7\n\n\nbb", 1, False), ("aa\n\n\n7\n\nbb", 1, False), ("7\n\n\nbb", 1, True), ("7\n\nbb", 1, False), ("aa\n\n\n7", 1, True), ("aa\n\n7", 1, False),
        ("aa\n\n7\n\nbb", 0, True), ("aa\n7\n\nbb", 0, False), ("aa\n\n7\nbb", 0, False), ("aa\n7", 0, True), ("7\naa", 0, False), ("7\n\naa", 0, True), ("7", 0, True), ("7", 1, True),
    ],
)  # fmt: skip
def test_a_number_stands_alone_where_more_than_the_usual_space_is_on_both_sides(text: str, unit: int, alone: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (numbers(text, unit) == ["7"]) == alone


@pytest.mark.parametrize(
    ("before", "after", "unit", "margin", "ends"),
    [
        ("\n" + " " * 20, "\nbb", 0, 0, True), ("\n" + " " * 19, "\nbb", 0, 0, False), (" " * 20, "\nbb", 0, 0, False), ("\n" + " " * 20, "\n" + " " * 20 + "bb", 0, 0, False), ("\n" + " " * 22, "\n" + " " * 3 + "bb", 0, 3, False), ("\n" + " " * 23, "\n" + " " * 3 + "bb", 0, 3, True),
        ("\n", "\n\n bb", 1, 0, True), ("\n", "\n\n Bb", 1, 0, False), ("\n", "\n\nbb", 1, 0, False), ("\n", "\n\n  bb", 1, 0, False), ("\n", "\n bb", 1, 0, False), ("", "\n\n bb", 1, 0, False), ("\n", "\n\n    bb", 1, 3, True), ("\n\n" + " " * 20, "\nbb", 2, 0, True), ("\n" + " " * 20, "\nbb", 2, 0, False),
        ("\n", "\n bb", 0, 0, False),
    ],
)  # fmt: skip
def test_a_number_below_a_page(before: str, after: str, unit: int, margin: int, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (numbers(f"{' ' * margin}aa\n{before}7{after}\ncc", unit, margin) == ["7"]) == ends


def counted(*numbered: tuple[int, int], unit: int = 1) -> list[str]:
    """The numbers of pages in a text with so many rows before each number, and one behind the last."""
    rows = []
    for number, count in numbered:
        rows += [f"{'abcdefghijklmnopqrstuvwxyz'[place]}a" for place in range(count)]
        rows += [str(number)]
    return numbers("\n\n".join([*rows, "slot"]), unit)


def test_numbers_that_count_as_far_apart_as_pages_are_are_theirs() -> None:
    assert counted((3, 20), (4, 20), (5, 20)) == ["3", "4", "5"]
    assert counted((3, 20), (4, 20)) == []
    assert counted((3, 20), (5, 20), (7, 20)) == []
    assert counted((3, 20), (4, 20), (5, 20), (8, 3), (6, 20)) == ["3", "4", "5", "6"]
    assert counted((3, 14), (4, 14), (5, 14)) == ["3", "4", "5"]
    assert counted((3, 13), (4, 13), (5, 13)) == []
    assert counted((3, 20), (4, 20), (5, 6)) == ["3", "4", "5"]
    assert counted((3, 20), (4, 20), (5, 5)) == []
    assert counted((3, 20), (4, 23), (5, 23), (6, 11), (7, 23)) == ["3", "4", "5", "6", "7"]
    assert counted((3, 20), (4, 23), (5, 23), (6, 10), (7, 23)) == []
    assert counted((3, 20), (4, 20), (5, 20), unit=0) == ["3", "4", "5"]
    assert counted((3, 26), (4, 14), (5, 14)) == ["3", "4", "5"]
    middle = "\n\n".join([*["aa"] * 40, "3", *["aa"] * 15, "4", *["aa"] * 15, "5", *["aa"] * 40])
    assert numbers(middle, 1) == []


def test_a_number_below_a_rule_or_with_less_space_counts_no_pages() -> None:
    def text(above: str) -> str:
        return "\n\n".join("\n\n".join(["aa"] * 20) + f"{above}{number}" for number in (3, 4, 5)) + "\n\nslot"

    assert numbers(text("\n\n"), 1) == ["3", "4", "5"]
    assert numbers(text("\n" + " " * 30 + "\n"), 1) == []
    assert numbers(text("\n"), 1) == []


def rows_that_return(text: str) -> list[int]:
    """The places of the rows of heads and feet in a text, from 0."""
    return sorted(returning(content_lines(text)))


_BODY: Final = "De {0} is open en de\nkade van {0} is dicht."


def feet(*parts: str, between: str = "\n") -> str:
    """Texts with rows between them."""
    things = ("haven", "sluis", "brug", "dijk", "werf")
    return "".join(f"{_BODY.format(thing)}\n{between}{part}\n{between}" for thing, part in zip(things, parts, strict=False))


def test_rows_of_codes_that_return_with_a_number_that_counts_are_feet() -> None:
    assert rows_that_return(feet("JAI.1 1", "JAI.1 2", "JAI.1 3")) == [2, 5, 8]
    assert rows_that_return(feet("JAI.1 1", "JAI.1 1", "JAI.1 1")) == []
    assert rows_that_return(feet("JAI.1 NL\nCOM 1", "JAI.1 NL\nCOM 2")) == [2, 3, 6, 7]
    assert rows_that_return(feet("JAI.1 NL\n1", "JAI.1 NL\n2")) == [2, 3, 6, 7]
    assert rows_that_return(feet("JAI.1 NL", "JAI.1 NL")) == []
    long = "x" * 113
    assert rows_that_return(feet(f"{long} JAI.1 1", f"{long} JAI.1 2", f"{long} JAI.1 3")) == []
    fits = "x" * 112
    assert rows_that_return(feet(f"{fits} JAI.1 1", f"{fits} JAI.1 2", f"{fits} JAI.1 3")) == [2, 5, 8]
    assert rows_that_return(feet("1. JAI.1", "2. JAI.1", "3. JAI.1")) == []


def test_form_feeds_part_feet_from_heads_and_leave_numbers_to_the_pages() -> None:
    pages = "\f".join(f"COM 5\n{_BODY.format(thing)}\nJAI.1 NL\n{number}\n" for number, thing in enumerate(("haven", "sluis", "brug"), 1))
    assert rows_that_return(pages) == [3, 8, 13]
    plain = "\f".join(
        f"{_BODY.format(thing)}\nJAI.1 NL\nREV {number}\n{number}\n" for number, thing in enumerate(("haven", "sluis", "brug"), 1)
    )
    assert rows_that_return(plain) == [2, 3, 7, 8, 12, 13]


def test_known_heads_stand_above_the_first_page_and_below_the_last() -> None:
    text = "JAI.1 NL\n" + feet("JAI.1 NL\nCOM 1", "JAI.1 NL\nCOM 2") + f"{_BODY.format('werf')}\nJAI.1 NL"
    assert rows_that_return(text) == [0, 3, 4, 7, 8, 11]


def test_the_row_beside_a_foot_that_ends_in_codes_belongs_to_it() -> None:
    assert rows_that_return(feet("COM 1\nBIJLAGE TREE.2.A NL", "COM 2\nDEEL TREE.2.A NL")) == [2, 3, 6, 7]
    assert rows_that_return(feet("BIJLAGE TREE.2.A NL\nCOM 1", "DEEL TREE.2.A NL\nCOM 2")) == [2, 3, 6, 7]
    assert rows_that_return(feet("COM 1\n\nBIJLAGE TREE.2.A NL", "COM 2\n\nDEEL TREE.2.A NL")) == [2, 6]
    assert rows_that_return(feet("COM 1\nBIJLAGE", "COM 2\nDEEL")) == [2, 6]


def one_page(*foot: str, before: int = 6) -> list[str]:
    """The rows that are the foot of a text of one page."""
    lines = content_lines("\n".join([f"De haven {'abcdefghijk'[place]}." for place in range(before)] + list(foot)))
    return [lines[index].content for index in sorted(of_institution(lines))]


@pytest.mark.parametrize(
    ("foot", "found"),
    [
        (("JAI.1", "1", "NL"), True), (("JAI.1", "1"), False), (("1", "NL"), False), (("JAI.1", "NL", "1"), False), (("JAI.1", "1", "2", "NL"), False), (("JAI.1", "COM", "NL"), False), (("NL", "1", "NL"), False),
        (("JAI.1", "A", "B", "C", "1", "NL"), True), (("JAI.1", "A", "B", "C", "D", "1", "NL"), False), (("JAI.1", "1/2", "NL"), True),
    ],
)  # fmt: skip
def test_the_foot_of_one_page_has_codes_a_number_and_a_language(foot: tuple[str, ...], found: bool) -> None:  # noqa: FBT001 - a column of the table
    assert one_page(*foot) == (list(foot) if found else [])
    assert one_page(*foot, before=5) == []


def clusters(*rows: tuple[str, ...], every: int = 10) -> bool:
    """Whether rows that return, so many lines apart, are feet in a text in which no sentence goes on over them."""
    text = content_lines("\n".join(["Een zin."] * 100))
    return are_feet([Cluster(1 + every * place, 1 + every * place + len(own), own) for place, own in enumerate(rows)], text)


def test_feet_of_several_rows_are_mostly_the_same_and_count() -> None:
    assert clusters(("JAI.1", "COM 1"), ("JAI.1", "COM 2"))
    assert clusters(("JAI.1", "COM 1"), ("JAI.1", "COM 1"))
    assert clusters(("Havens", "Kades 1"), ("Havens", "Kades 2"), ("Havens", "Kades 3"), ("Havens", "Kades 4"))
    assert not clusters(("Havens", "Kades 1"), ("Havens", "Kades 2"), ("Havens", "Kades 3"))
    six = tuple(f"{letter}x{letter}" for letter in "abcdef")
    assert clusters((*six[:5], "JAI.1"), (*six[:5], "JAI.1"))
    assert not clusters((*six, "JAI.1"), (*six, "JAI.1"))
    assert clusters(("JAI.1", "12 COM 1"), ("JAI.1", "12 COM 2"), ("JAI.1", "14 COM 8"))
    assert not clusters(("JAI.1 4", "12 COM 1"), ("JAI.1 6", "15 COM 9"), ("JAI.1 1", "14 COM 2"))


def test_a_row_of_one_counts_on_half_of_the_pages() -> None:
    assert clusters(("COM 1",), ("COM 2",), ("COM 7",))
    assert not clusters(("COM 1",), ("COM 2",), ("COM 7",), ("COM 9",))
    assert clusters(("COM 1",), ("COM 2",), ("COM 3",), ("COM 7",), ("COM 9",))
    assert not clusters(("COM 2",), ("COM 1",))
    assert not clusters(("Zie COM2a 1",), ("Zie COM2a 2",))
    assert clusters(("Zie COM 1",), ("Zie COM 2",))


def test_a_sentence_that_goes_on_over_rows_tells_that_they_are_none_of_it() -> None:
    def cut(before: str, after: str, first: int = 1) -> bool:
        text = content_lines("\n".join(([before] if first else []) + ["voet"] * 2 + ([after] if after else [])))
        return are_feet([Cluster(first, first + 2, ("Havens 1", "Kades")), Cluster(20, 22, ("Havens 2", "Kades"))], text)

    assert cut("Een zin die", "verder gaat.")
    assert not cut("Een zin.", "verder gaat.")
    assert not cut("Een zin die", "Verder gaat.")
    assert not cut("Een zin die", "a) verder gaat.")
    assert not cut("Een zin die", "")
    assert not cut("", "verder gaat.", first=0)


def furniture(text: str, unit: int = 0) -> dict[str, str]:
    """What stands at the edges of the pages of a text, each row with its kind."""
    lines = content_lines(text)
    return {lines[index].content: kind for index, kind in find_furniture(lines, shape(unit)).items()}


def book(count: int, heads: dict[int, str], *, place: int = 0) -> str:
    """Pages parted by form feeds, some with a head, which stands so many rows from their edge."""
    made = []
    for page in range(count):
        rows = [f"{'abcdefghijklmnopqrstuvwxyz'[page]}{'abcdef'[row]} haven" for row in range(6)]
        if page in heads:
            rows.insert(place if place >= 0 else len(rows) + 1 + place, heads[page])
        made.append("\n".join(rows))
    return "\f".join(made)


@pytest.mark.parametrize(("place", "found"), [(0, True), (1, True), (2, False), (-1, True), (-2, True), (-3, False)])
def test_heads_stand_in_the_two_rows_at_the_edge_of_a_page(place: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    text = book(5, dict.fromkeys(range(5), "Verslag"), place=place)
    assert furniture(text) == ({"Verslag": "running-head"} if found else {})
    lines = content_lines(text)
    assert len(find_furniture(lines, shape())) == (5 if found else 0)


def test_a_head_stands_on_three_pages_and_on_one_in_five() -> None:
    assert furniture(book(5, dict.fromkeys((0, 2, 4), "Verslag"))) == {"Verslag": "running-head"}
    assert furniture(book(5, dict.fromkeys((0, 2), "Verslag"))) == {}
    assert furniture(book(16, dict.fromkeys((0, 2, 4), "Verslag"))) == {"Verslag": "running-head"}
    assert furniture(book(17, dict.fromkeys((0, 2, 4), "Verslag"))) == {}
    assert set(furniture(book(5, {0: "Deel i", 1: "Deel iv", 2: "Deel 12"}))) == {"Deel i", "Deel iv", "Deel 12"}
    assert furniture(book(5, {0: "Deel a", 1: "Deel b", 2: "Deel e"})) == {}
    assert furniture(book(5, dict.fromkeys(range(5), "w" * 120))) == {"w" * 120: "running-head"}
    assert furniture(book(5, dict.fromkeys(range(5), "w" * 121))) == {}
    assert furniture(book(5, dict.fromkeys(range(5), "3."))) == {}


def test_heads_beside_the_numbers_of_pages_are_found_without_form_feeds() -> None:
    pages = [
        f"{letter}a haven\n{letter}b haven\n{letter}c haven\nVerslag\n- {number} -\n{letter}d\n" for number, letter in enumerate("abcd", 1)
    ]
    assert furniture("".join(pages))["Verslag"] == "running-head"
    assert "Verslag" not in furniture("".join(page.replace(f"- {number} -\n", "") for number, page in enumerate(pages, 1)))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("___", "rule"), ("__", ""), ("_ _ _", "rule"), ("_=*", "rule"), ("NL 1234 NL", "page-number"), ("NL 12345 NL", ""), ("NL 10", "page-number"), ("NL  NL", "page-number"), ("NL FR", ""), ("nl 10", "page-number"), ("10 NL", "page-number"), ("-10-", "page-number"), ("- 10", ""),
        ("Bladzijde 10 van 12", "page-number"), ("blz. 10/12", "page-number"), ("P. 3", "page-number"), ("p 3", ""), ("pagina x", ""), ("Seite 3 von 4", "page-number"), ("XX 10 XX", ""),
    ],
)  # fmt: skip
def test_rows_that_say_themselves_that_they_belong_to_the_page(row: str, kind: str) -> None:
    assert furniture(f"De haven is open.\n{row}\nDe kade is dicht.") == ({row: kind} if kind else {})


@pytest.mark.parametrize(("count", "found"), [(15, True), (16, False)])
def test_pages_are_counted_by_their_numbers_where_no_form_feeds_part_them(count: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    pages = [
        f"{letter}a haven\n{letter}b haven\n{letter}c haven\n" + ("Verslag\n" if place < 3 else "") + f"- {place} -\n{letter}d\n"
        for place, letter in enumerate("abcdefghijklmnop"[:count])
    ]
    assert ("Verslag" in furniture("".join(pages))) == found


def test_two_numbers_count_the_pages_of_a_text_that_ends_with_the_second() -> None:
    def text(first: str, second: str, last: str = "") -> str:
        rows = [f"{letter}a" for letter in "abcdefghijk"]
        return "\n".join([*rows, first, *rows, second, *([last] if last else [])])

    assert numbers(text("1", "2")) == ["1", "2"]
    assert numbers(text("1/2", "2/2")) == ["1/2", "2/2"]
    assert numbers(text("3", "4")) == ["4"]
    assert numbers(text("1", "2", "slot")) == []
    assert numbers(text("1", "3")) == ["3"]


def test_feet_differ_by_one_row_at_most() -> None:
    assert clusters(("JAI.1", "COM 1"), ("JAI.1", "COM 1", "7"))
    assert clusters(("JAI.1", "COM 1", "7"), ("JAI.1", "COM 1"))
    assert not clusters(("JAI.1", "COM 1"), ("JAI.1", "COM 2", "7"))
    assert not clusters(("JAI.1", "COM 2", "7"), ("JAI.1", "COM 1"))


def test_the_first_row_of_a_text_may_belong_to_a_foot() -> None:
    text = f"BIJLAGE TREE.2.A NL\nCOM 1\n{_BODY.format('haven')}\nCOM 2\n{_BODY.format('sluis')}\nCOM 3"
    assert rows_that_return(text) == [0, 1, 4, 7]
