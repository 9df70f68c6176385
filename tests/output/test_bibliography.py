"""References in every format, read back by programs that know nothing of how they were written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pypandoc
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from generator.output.bibliography import Reference, When, bibtex, csl_json, head, ris
from generator.output.bibliography.styles import printed
from tests.support import ROOT

NOTE: Final = Reference(
    key="nota-7",
    kind="report",
    title="Nota over de toegang tot de havens",
    url="https://havens.test/documenten/nota-7/inleiding/#p-2-1",
    author="Ministerie van Havens",
    number="H(2019) 7 def.",
    genre="advies",
    language="nl",
    place="par. 2, alinea 1",
    when=When("4 maart 2019", "2019", ((2019, 3, 4),), edtf="2019-03-04"),
)
BARE: Final = Reference("x", "report", "Wat er is", "https://havens.test/x/")
ABOUT: Final = Reference(
    "kades", "report", "Kades", "https://havens.test/k/", author="Havencomité",
    when=When("omstreeks mei 2021", "ca. 2021", ((2021, 5),), about=True, edtf="2021-05~"),
)  # fmt: skip
PERIOD: Final = Reference(
    "dagen", "report", "Dagen", "https://havens.test/d/", author="Havencomité", number="12",
    when=When("3 tot en met 5 juni 2020", "2020", ((2020, 6, 3), (2020, 6, 5)), edtf="2020-06-03/2020-06-05"),
)  # fmt: skip
DECADE: Final = Reference(
    "oud", "report", "Oud", "https://havens.test/o/", author="Havencomité", when=When("jaren 1980", "jaren 1980", edtf="198X")
)
PAGE: Final = Reference(
    "kade", "webpage", "Kade", "https://havens.test/begrippen/kade/", author="Dossier havens", language="nl", accessed="1 mei 2026"
)
CHART: Final = Reference("g", "graphic", "Schepen", "https://havens.test/g/#site-grafiek", author="Dossier havens", genre="grafiek")
OWNED: Final = Reference(
    "steiger", "webpage", "Steiger", "https://havens.test/begrippen/steiger/", author="Havengenootschap", container="Dossier havens",
    accessed="1 mei 2026", when=When("2 april 2026", "2026", ((2026, 4, 2),), edtf="2026-04-02"),
)  # fmt: skip
HOSTILE: Final = Reference(
    key="raar",
    kind="report",
    title='100% {van} "A & B" \\ <i>_$#~^ – één, Slot: {onaf',
    url="https://havens.test/a_b/?x=1&y=%20#p-1_2",
    author="Raad {en} Co & Zn., B.V.",
    number="7_8 & 9",
    place="onder ‘Kosten & {baten}’, alinea 3",
    when=When("2019", "2019", ((2019,),), edtf="2019"),
)
ALL: Final = {reference.key: reference for reference in (NOTE, BARE, ABOUT, PERIOD, DECADE, PAGE, CHART, OWNED, HOSTILE)}
EACH: Final = pytest.mark.parametrize("reference", ALL.values(), ids=list(ALL))


def said(words: Any) -> str:
    """What a style prints, with its italics between stars."""
    return "".join(f"*{piece}*" if italic else piece for piece, italic in words)


def items(text: str, form: str) -> list[dict[str, Any]]:
    """What Pandoc reads in a file of references."""
    read: list[dict[str, Any]] = json.loads(pypandoc.convert_text(text, "csljson", format=form))
    return read


def test_apa_names_author_year_title_number_and_address() -> None:
    found = printed(NOTE, "apa")
    assert said(found.cited) == "(Ministerie van Havens, 2019, par. 2, alinea 1)"
    assert said(found.listed) == (
        "Ministerie van Havens. (2019). *Nota over de toegang tot de havens* (advies H(2019) 7 def.). "
        "https://havens.test/documenten/nota-7/inleiding/#p-2-1"
    )


def test_the_leidraad_has_one_line_for_a_note() -> None:
    assert said(printed(NOTE, "leidraad").cited) == (
        "Ministerie van Havens, *Nota over de toegang tot de havens* (advies), H(2019) 7 def., 4 maart 2019, par. 2, alinea 1, "
        "https://havens.test/documenten/nota-7/inleiding/#p-2-1."
    )


@pytest.mark.parametrize(
    ("reference", "cited", "listed"),
    [
        (BARE, "(*Wat er is*, z.d.)", "*Wat er is*. (z.d.). https://havens.test/x/"),
        (ABOUT, "(Havencomité, ca. 2021)", "Havencomité. (ca. 2021). *Kades*. https://havens.test/k/"),
        (PERIOD, "(Havencomité, 2020)", "Havencomité. (2020). *Dagen* (12). https://havens.test/d/"),
        (DECADE, "(Havencomité, jaren 1980)", "Havencomité. (jaren 1980). *Oud*. https://havens.test/o/"),
        (
            PAGE,
            "(Dossier havens, z.d.)",
            "Dossier havens. (z.d.). *Kade*. Geraadpleegd op 1 mei 2026, van https://havens.test/begrippen/kade/",
        ),
        (
            OWNED,
            "(Havengenootschap, 2026)",
            "Havengenootschap. (2026). *Steiger*. Dossier havens. Geraadpleegd op 1 mei 2026, van https://havens.test/begrippen/steiger/",
        ),
        (CHART, "(Dossier havens, z.d.)", "Dossier havens. (z.d.). *Schepen* [Grafiek]. https://havens.test/g/#site-grafiek"),
    ],
)
def test_apa_does_without_what_is_not_known(reference: Reference, cited: str, listed: str) -> None:
    found = printed(reference, "apa")
    assert (said(found.cited), said(found.listed)) == (cited, listed)


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        (BARE, "*Wat er is*, https://havens.test/x/."),
        (ABOUT, "Havencomité, *Kades*, omstreeks mei 2021, https://havens.test/k/."),
        (PERIOD, "Havencomité, *Dagen*, 12, 3 tot en met 5 juni 2020, https://havens.test/d/."),
        (DECADE, "Havencomité, *Oud*, jaren 1980, https://havens.test/o/."),
        (PAGE, "Dossier havens, *Kade*, https://havens.test/begrippen/kade/ (geraadpleegd op 1 mei 2026)."),
        (
            OWNED,
            "Havengenootschap, *Steiger*, Dossier havens, 2 april 2026, https://havens.test/begrippen/steiger/ (geraadpleegd op 1 mei 2026).",
        ),
        (CHART, "Dossier havens, *Schepen* (grafiek), https://havens.test/g/#site-grafiek."),
    ],
)
def test_the_leidraad_does_without_what_is_not_known(reference: Reference, note: str) -> None:
    assert said(printed(reference, "leidraad").cited) == note


def test_a_title_that_ends_in_a_mark_gets_no_full_stop() -> None:
    asked = Reference("v", "report", "Wie betaalt de kade?", "https://havens.test/v/", author="Havencomité")
    assert said(printed(asked, "apa").listed) == "Havencomité. (z.d.). *Wie betaalt de kade?* https://havens.test/v/"


@cache
def by_pandoc(style: str) -> dict[str, str]:
    """Each reference as Pandoc's own processor prints it from the CSL-JSON, with the same style."""
    return dict(_by_pandoc(style))


def _by_pandoc(style: str) -> Iterator[tuple[str, str]]:
    for key, reference in ALL.items():
        item = csl_json.item(reference)
        if reference.accessed:
            item["accessed"] = {"literal": reference.accessed}
        text = json.dumps({"lang": "nl-NL", "nocite": "@*", "references": [item]}, ensure_ascii=False)
        options = ["--citeproc", f"--csl={ROOT / 'generator/data/styles' / style}.csl", "--wrap=none"]
        made = pypandoc.convert_text(f"---\n{text}\n---\n", "plain", format="markdown-smart", extra_args=options)
        yield key, made.strip()


@pytest.mark.parametrize("key", ["nota-7", "x", "kade", "g", "steiger"])
@pytest.mark.parametrize("style", ["apa", "leidraad"])
def test_another_processor_prints_the_same_from_the_data(key: str, style: str) -> None:
    assert by_pandoc(style)[key] == "".join(piece for piece, _ in printed(ALL[key], style).listed)


@EACH
def test_pandoc_reads_the_bibtex(reference: Reference) -> None:
    (read,) = items(bibtex.entry(reference), "bibtex")
    assert read["id"] == reference.key
    assert read["URL"] == reference.url
    assert plain(read["title"]) == " ".join(reference.title.split())
    assert [plain(author["literal"]) for author in read.get("author", ())] == [reference.author] * bool(reference.author)
    assert plain(read.get("note", "")).startswith(reference.place)
    if reference.when and reference.when.days:
        assert read["issued"]["date-parts"][0][0] == reference.when.days[0][0]


def plain(text: str) -> str:
    """What Pandoc read, without the marks by which it keeps capitals, and with the quotation marks that it makes of others."""
    return re.sub(r'<span class="nocase">|</span>', "", text).replace("“", "‘").replace("”", "’")


@EACH
def test_a_reader_of_bibtex_finds_one_entry_without_a_fault(reference: Reference) -> None:
    read = parse_string(bibtex.entry(reference))
    assert read.failed_blocks == []
    (entry,) = read.entries
    assert entry.key == reference.key
    assert entry["url"] == reference.url
    assert entry["title"] == f"{{{bibtex.escape(reference.title)}}}"


@EACH
def test_pandoc_reads_the_ris(reference: Reference) -> None:
    (read,) = items(ris.record(reference), "ris")
    assert read["URL"] == reference.url
    assert plain(read["title"]) == reference.title
    if reference.when and reference.when.days:
        assert read["issued"]["date-parts"][0][0] == reference.when.days[0][0]


@EACH
def test_a_reader_of_ris_finds_one_record(reference: Reference) -> None:
    (read,) = rispy.loads(ris.record(reference))
    assert read["id"] == reference.key
    assert read["urls"] == [reference.url]
    assert read["title"] == reference.title
    assert read.get("issn", "") == reference.number
    assert read.get("authors", []) == [reference.author] * bool(reference.author)


def test_a_line_end_in_a_title_begins_no_field() -> None:
    record = ris.record(Reference("x", "report", "Een\nER  - \nTY  - BOOK", "https://havens.test/"))
    assert record.count("TY  - ") - record.count("ER  -  TY  - ") == 1 == len(rispy.loads(record))


@EACH
def test_the_csl_json_is_what_pandoc_reads(reference: Reference) -> None:
    (read,) = items(json.dumps([csl_json.item(reference)]), "csljson")
    assert (read["id"], read["type"], read["URL"]) == (reference.key, reference.kind, reference.url)


def test_the_head_of_a_page_tells_what_is_known() -> None:
    assert head.tags(NOTE) == (
        ("citation_title", "Nota over de toegang tot de havens"),
        ("citation_author", "Ministerie van Havens"),
        ("citation_publication_date", "2019/03/04"),
        ("citation_technical_report_number", "H(2019) 7 def."),
        ("citation_technical_report_institution", "Ministerie van Havens"),
        ("citation_language", "nl"),
        ("citation_public_url", "https://havens.test/documenten/nota-7/inleiding/#p-2-1"),
    )
    assert head.tags(BARE) == (("citation_title", "Wat er is"), ("citation_public_url", "https://havens.test/x/"))


def test_a_date_is_told_in_numbers_where_it_can_be() -> None:
    assert csl_json.issued(ABOUT.when or When("", "")) == {"date-parts": [[2021, 5]], "circa": True}
    assert csl_json.issued(PERIOD.when or When("", "")) == {"date-parts": [[2020, 6, 3], [2020, 6, 5]]}
    assert csl_json.issued(DECADE.when or When("", "")) == {"literal": "jaren 1980"}
    assert csl_json.issued(When("zomer 2020", "2020", ((2020,),), season=2)) == {"date-parts": [[2020]], "season": 2}
