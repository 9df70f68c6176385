"""What stands at the edges of pages: numbers, codes, heads and feet that return, rules; and what only looks like it."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.pieces.lines import Line, content_lines
from generator.readers.pieces.shape import Shape, detect
from generator.readers.printed.edges.page_clusters import Cluster, are_feet, skeleton
from generator.readers.printed.edges.page_codes import CODE, CONSOLIDATED, ends_in_codes, is_code_row, is_page
from generator.readers.printed.edges.page_edges import find_furniture, is_journal_head, shows_pages

_TEXT: Final = "De haven van de stad is in dat jaar weer verder\ngegroeid en wordt daarom nu ook nog verbouwd."
_LANGUAGES: Final = (
    "BG",
    "CS",
    "DA",
    "DE",
    "EL",
    "EN",
    "ES",
    "ET",
    "FI",
    "FR",
    "GA",
    "HR",
    "HU",
    "IT",
    "LT",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SK",
    "SL",
    "SV",
)


def furniture(text: str, shape: Shape | None = None) -> dict[str, str]:
    """What stands at the edges of the pages of a text, each row with its kind."""
    lines = content_lines(text)
    return {lines[index].content: kind for index, kind in find_furniture(lines, shape or detect(lines)).items()}


_THINGS: Final = (
    "kade",
    "sluis",
    "brug",
    "muur",
    "dam",
    "dijk",
    "vaart",
    "gracht",
    "steiger",
    "boei",
    "baken",
    "werf",
    "loods",
    "kraan",
    "spoor",
    "schip",
)


def sentences(page: int, count: int = 8) -> list[str]:
    """Sentences of two rows that stand on no other page."""
    named = [(_THINGS[(page + n) % 16], _THINGS[(3 * page + 5 * n + 1) % 16], _THINGS[page % 16]) for n in range(count)]
    return [f"Men ziet dat de {a} naast {b} en {c} dit jaar weer\nverder groeit en nu bij de {b} van de {a} hoort." for a, b, c in named]


def paged(count: int, head: str = "", foot: str = "", feed: str = "\f") -> str:
    """Pages of text with a head and a foot; a number sign in these is the number of the page."""
    bodies = ["\n".join(sentences(page)) for page in range(1, count + 1)]
    return feed.join(f"{head.replace('#', str(n))}\n\n{body}\n\n{foot.replace('#', str(n))}\n" for n, body in enumerate(bodies, 1))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("1", True),
        ("1234", True),
        ("12345", False),
        ("3/12", True),
        ("3 / 12", True),
        ("12/3", False),
        ("12/12", True),
        ("x", False),
        ("", False),
        ("3/", False),
    ],
)
def test_a_row_may_be_the_number_of_a_page(text: str, page: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_page(text) == page


@pytest.mark.parametrize("language", _LANGUAGES)
def test_codes_of_languages_stand_at_the_foot_of_pages(language: str) -> None:
    assert CODE.fullmatch(language)
    for foot in (f"{language} 10 {language}", f"{language}            {language}", f"10 {language}", f"{language} 10"):
        assert furniture(f"{_TEXT}\n\n{foot}\n\n{_TEXT}") == {foot: "page-number"}, foot


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("12345/1/31 REV 1", True), ("ADD COR INIT", True), ("LIMITE PUBLIC", True), ("DG GIP.B", True), ("TREE.2.A NL", True), ("van/lie/hh", True), ("PE-CONS 12/31", True),
        ("COM(2031) 12 final", True), ("JOIN(2031) definitief", True), ("SWD(2031)", True), ("SEC(2031) 5", True), ("02031L0005-20310101 NL", True), ("32031R0012 — NL", True),
        ("001.002 NL", True), ("3.3.2031 NL", True), ("JAI1A", True), ("12 34", False), ("De haven", False), ("NL haven", False), ("", False), ("12345/1 - 3", False), ("lie/hh/van 1", True),
    ],
)  # fmt: skip
def test_a_row_of_codes(row: str, codes: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_code_row(row) == codes


@pytest.mark.parametrize(
    ("row", "ends"),
    [
        ("BIJLAGE TREE.2.A NL", True),
        ("GIP.B NL", True),
        ("BIJLAGE JAI NL", False),
        ("BIJLAGE TREE.2.A", False),
        ("NL", False),
        ("De haven. NL", False),
        ("", False),
    ],
)
def test_a_row_may_end_in_the_codes_of_a_department_and_a_language(row: str, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    assert ends_in_codes(row) == ends


def test_the_head_of_a_consolidated_act() -> None:
    assert CONSOLIDATED.fullmatch("02031R0012 — NL — 03.03.2031 — 001.002 — 5")
    assert furniture(f"{_TEXT}\n\n02031R0012 — NL — 03.03.2031 — 001.002 — 5\n\n{_TEXT}") == {
        "02031R0012 — NL — 03.03.2031 — 001.002 — 5": "running-head"
    }


@pytest.mark.parametrize(
    ("row", "head"),
    [
        ("3.3.2031 NL Publicatieblad van de Europese Unie L 12/5", True), ("L 12/5 Official Journal of the European Union 3.3.2031", True), ("Journal officiel de l’Union européenne C 12", True),
        ("Amtsblatt der Europäischen Gemeinschaften Nr. 5", False), ("Publicatieblad van de Europese Unie", False), ("zie het Publicatieblad van de Europese Unie L 12", False),
        ("Publicatieblad van de Europese Gemeenschappen L", False), ("3.3.2031 L 12/5", False),
    ],
)  # fmt: skip
def test_the_head_of_the_official_journal(row: str, head: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_journal_head(row) == head


@pytest.mark.parametrize("row", ["_" * 20, "= = =", "***", "———", "– – –", "*  *  *", "─────"])
def test_a_rule_parts_what_stands_above_from_what_stands_below(row: str) -> None:
    assert furniture(f"{_TEXT}\n{row}\n{_TEXT}") == {row: "rule"}


def test_an_ornament_stands_in_the_middle_of_the_page() -> None:
    for row in ("o", "o o o", "*", "* *"):
        assert furniture(f"{_TEXT}\n{' ' * 20}{row}\n{_TEXT}") == {row: "rule"}
        assert furniture(f"{_TEXT}\n{' ' * 19}{row}\n{_TEXT}") == {}
    assert furniture(f"{_TEXT}\n{' ' * 30}x\n{_TEXT}") == {}


@pytest.mark.parametrize(
    "row",
    [
        "- 10 -",
        "— 10 —",
        "pagina 3",
        "Blz. 3 van 12",
        "bladzijde 3",
        "Page 3 of 12",
        "p. 3",
        "Seite 3 von 12",
        "página 3 de 9",
        "page 3 sur 12",
        "pagina 3 di 12",
        "pagina 3/12",
    ],
)
def test_the_number_of_a_page_says_that_it_is_one(row: str) -> None:
    assert furniture(f"{_TEXT}\n\n{row}\n\n{_TEXT}") == {row: "page-number"}


def test_numbers_at_the_edge_of_pages_that_count_with_the_form_feeds_are_theirs() -> None:
    assert furniture(paged(3, foot="#")) == {"1": "page-number", "2": "page-number", "3": "page-number"}
    assert furniture(paged(3, head="#")) == {"1": "page-number", "2": "page-number", "3": "page-number"}
    assert furniture(paged(3, foot="#/3")) == {"1/3": "page-number", "2/3": "page-number", "3/3": "page-number"}
    assert furniture(paged(3, foot="#").replace("\n2\n", "\n7\n")) == {"1": "page-number", "3": "page-number"}
    assert furniture(paged(3, foot="7")) == {}
    assert furniture(paged(1, foot="#") + "\f" + _TEXT) == {}


def test_heads_that_return_at_the_edges_of_pages_are_furniture() -> None:
    assert furniture(paged(3, head="Verslag over havens")) == {"Verslag over havens": "running-head"}
    assert furniture(paged(2, head="Verslag over havens")) == {"Verslag over havens": "running-head"}
    assert furniture(paged(2, head="Wij varen uit.")) == {}
    assert set(furniture(paged(3, head="Verslag over havens - deel #"))) == {f"Verslag over havens - deel {n}" for n in (1, 2, 3)}
    assert furniture(paged(3, head="Verslag " + "over havens " * 10)) == {}
    assert furniture(paged(17, head="Havens").replace("Havens", "Kades", 14)) == {"Kades": "running-head"}


def test_feet_that_return_with_a_number_that_counts_are_furniture_without_form_feeds_too() -> None:
    found = furniture(paged(4, foot="12345/31    van/lie    #\nGIP.B    NL", feed="\n"))
    assert {row for row in found if "GIP" in row} == {"GIP.B    NL"}
    assert sum("12345/31" in row for row in found) == 4
    assert set(found.values()) == {"running-head"}


def test_a_foot_that_counts_and_ends_the_text_is_one_though_it_cuts_no_sentence() -> None:
    pages = ["\n".join((*sentences(n), f"{n} | Raad van havens")) for n in (1, 2, 3)]
    assert furniture("\n".join(pages)) == {f"{n} | Raad van havens": "running-head" for n in (1, 2, 3)}
    assert furniture("\n".join((*pages, *sentences(4)))) == {}
    assert furniture("\n".join(pages).replace("2 |", "4 |")) == {}
    near = ["\n".join((*sentences(n, 5), f"{n} | Raad van havens")) for n in (1, 2, 3)]
    assert furniture("\n".join(near)) == {}


def test_numbers_as_far_apart_as_pages_are_count_them() -> None:
    spaced = ["\n".join(sentences(n)).replace("\n", "\n\n") + f"\n\n{n}" for n in (3, 4, 5, 6)]
    assert furniture("\n\n".join(spaced)) == {str(n): "page-number" for n in (3, 4, 5, 6)}
    assert furniture("\n\n".join(spaced[:2])) == {}
    assert furniture("\n\n".join(page.replace("\n\n5", "\n\n9") for page in spaced)) == {}


def test_numbers_as_far_apart_as_pages_count_them_without_white_around_them_too() -> None:
    tight = ["\n".join((*sentences(n), str(n))) for n in (1, 2, 3, 4)]
    assert furniture("\n".join(tight)) == {str(n): "page-number" for n in (1, 2, 3, 4)}
    assert furniture("\n".join((*tight, *sentences(5)))) == {str(n): "page-number" for n in (1, 2, 3, 4)}
    assert furniture("\n".join(tight[:2])) == {"1": "page-number", "2": "page-number"}
    assert furniture("\n".join((*tight[:2], *sentences(5)))) == {}
    assert furniture("\n".join(tight[1:3])) == {"3": "page-number"}
    assert "3" not in furniture("\n".join(sentences(1, 3)) + "\n3\n" + "\n".join(sentences(2, 12)))


def test_a_number_of_a_note_between_those_of_pages_is_none_of_them() -> None:
    tight = ["\n".join((*sentences(n), str(n))) for n in (1, 2, 3, 4)]
    third = tight[2].split("\n")
    lines = content_lines("\n".join((*tight[:2], *third[:10], "3", *third[10:], tight[3])))
    found = [line.content for i, line in enumerate(lines) if i in find_furniture(lines, detect(lines))]
    assert found == ["1", "2", "3", "4"]
    assert [i for i in find_furniture(lines, detect(lines)) if lines[i].content == "3"] == [3 * len(third)]


def test_codes_of_languages_alone_on_rows_are_of_pages_where_they_return() -> None:
    assert furniture("\n\nNL\n\n".join(sentences(1, 3))) == {"NL": "page-number"}
    assert furniture(f"{_TEXT}\n\nNL\n\n{_TEXT}") == {}
    assert furniture(f"{_TEXT}\n\n- 3 -\nNL\n\n{_TEXT}") == {"- 3 -": "page-number", "NL": "page-number"}


def test_the_foot_of_a_text_of_one_page_has_codes_a_language_and_a_number() -> None:
    body = "\n".join(f"De haven van stad {n} groeit." for n in range(7))
    foot = "12345/31 REV 1\nJAI.1\n1\nNL"
    assert set(furniture(f"{body}\n\n{foot}")) == set(foot.split("\n"))
    assert furniture(f"{body}\n\n{foot}".replace("JAI.1\n1\n", "")) == {}


def test_pages_show_where_form_feeds_or_feet_say_so() -> None:
    plain, fed = content_lines(_TEXT), content_lines(f"{_TEXT}\f{_TEXT}")
    assert shows_pages(fed, {})
    assert not shows_pages(plain, {0: "page-number"})
    assert not shows_pages(plain, {0: "rule", 1: "rule"})
    assert shows_pages(plain, {0: "page-number", 1: "running-head"})


def test_clusters_are_told_by_their_words_in_any_order() -> None:
    assert skeleton("NL 12 GIP.B") == skeleton("GIP.B 7 NL") == "0 GIP.B NL"
    cluster = Cluster(4, 7, ("NL 12", "3", "GIP.B"))
    assert cluster.signature == ("0 NL", "GIP.B")
    assert dict(cluster.numbers) == {12: 1, 3: 1}


_PLAIN: Final = content_lines("\n".join(["Een zin."] * 60))
_CUT: Final = content_lines("\n".join(["Een zin die"] + ["voet"] * 3 + ["verder gaat."] + ["Een zin."] * 60))


def feet(*rows: tuple[str, ...], text: tuple[Line, ...] = _PLAIN) -> bool:
    """Whether rows that return every ten lines are the feet of pages."""
    return are_feet([Cluster(1 + 10 * place, 1 + 10 * place + len(own), own) for place, own in enumerate(rows)], text)


@pytest.mark.parametrize(
    ("rows", "are"),
    [
        ((("JAI.1 1",), ("JAI.1 2",)), True),
        ((("JAI.1 1",),), False),
        ((("Verslag 1",), ("Verslag 2",)), False),
        ((("Verslag JAI.1 1",), ("Verslag JAI.1 2",)), True),
        ((("JAI.1 1",), ("JAI.1 3",)), False),
        ((("JAI.1 1",), ("JAI.1 2",), ("JAI.1 9",)), True),
        ((("JAI.1 1",), ("JAI.1 2",), ("JAI.1 9",), ("JAI.1 20",)), False),
        ((("NL",), ("NL",)), False),
        ((("NL", "JAI.1"), ("NL", "JAI.1")), True),
        ((("Verslag", "Havens"), ("Verslag", "Havens")), False),
        ((("Verslag 1", "Havens"), ("Verslag 2", "Havens")), False),
        ((("Verslag 1", "Havens"), ("Verslag 2", "Havens"), ("Verslag 3", "Havens"), ("Verslag 4", "Havens")), True),
        ((("Verslag 1", "Havens"), ("Verslag 2", "Havens"), ("Verslag 3", "Havens"), ("Verslag 5", "Havens")), False),
        ((("JAI.1", "Kades 1"), ("JAI.1", "Kades 7")), True),
        ((("JAI.1 5", "Kades 1"), ("JAI.1 7", "Kades 8")), False),
        ((("JAI.1", "1", "Kades"), ("JAI.1", "Kades")), True),
        (tuple((f"A{n}", f"B{n}", "C", "D", "E", "F", "G") for n in (1, 2)), False),
    ],
)
def test_rows_that_return_in_company_are_feet_where_something_tells(rows: tuple[tuple[str, ...], ...], are: bool) -> None:  # noqa: FBT001 - a column of the table
    assert feet(*rows) == are


def test_a_foot_that_cuts_a_sentence_in_two_is_one() -> None:
    rows = (("Verslag 1", "van de", "Havens"), ("Verslag 2", "van de", "Havens"))
    assert feet(*rows, text=_CUT)
    assert not feet(*rows)
    ended = content_lines("\n".join(["Een zin."] + ["voet"] * 3 + ["verder gaat."] + ["Een zin."] * 60))
    assert not feet(*rows, text=ended)
    other = content_lines("\n".join(["Een zin die"] + ["voet"] * 3 + ["Verder gaat."] + ["Een zin."] * 60))
    assert not feet(*rows, text=other)
    item = content_lines("\n".join(["Een zin die"] + ["voet"] * 3 + ["a) verder gaat."] + ["Een zin."] * 60))
    assert not feet(*rows, text=item)


def test_a_number_in_the_middle_below_a_page_is_that_of_the_page() -> None:
    text = "\n".join((*sentences(1, 3), "", " " * 30 + "4", "", *sentences(2, 3)))
    assert furniture(text) == {"4": "page-number"}
    assert furniture(text.replace(" " * 30 + "4\n\n", " " * 30 + "4\n" + " " * 30)) == {}
    assert furniture("\n".join(("4", "", *sentences(1, 3)))) == {"4": "page-number"}
    assert furniture("\n".join((*sentences(1, 3), "", "4"))) == {"4": "page-number"}
