"""How documents are cited, whatever their descriptions say and leave out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import build
from generator.dossier.index import MOST_CITED
from generator.language import edtf
from generator.model import Publication
from generator.output.bibliography import When, bibtex, csl_json, ris
from generator.output.bibliography.styles import printed
from generator.pages.citing.cited import of_document, when
from generator.settings import Settings
from tests.support import EXAMPLE, TEXT, generator, snapshot, write_all

SETTINGS = "site_name: Dossier havens\nsite_url: https://havens.test/\n"


def cited(folder: Path, sidecar: str) -> tuple[str, str]:
    """How a document with a description is cited: the line of APA, and that of the Leidraad."""
    write_all(folder, {"seeds/h.txt": TEXT, "seeds/h.yml": sidecar, "mkdocs.yml": SETTINGS})
    found = build.found_in(build.gather(Settings(folder / "seeds", folder / "docs", folder / "mkdocs.yml")))
    reference = of_document(found.site.publication, found.site.entries[0])
    # What a style prints, the other formats can be made of too.
    assert bibtex.entry(reference).startswith("@")
    assert ris.record(reference).startswith("TY  - RPRT")
    assert csl_json.item(reference)["title"]
    apa, leidraad = printed(reference, "apa").listed, printed(reference, "leidraad").cited
    return "".join(words for words, _ in apa), "".join(words for words, _ in leidraad)


@pytest.mark.parametrize(
    ("sidecar", "apa", "leidraad"),
    [
        (
            "id: h\ntitle: De havens\n",
            "De havens. (z.d.). https://havens.test/documenten/h/",
            "De havens, https://havens.test/documenten/h/.",
        ),
        (
            "id: h\ntitle: De havens\ndate: 2014-03~\n",
            "De havens. (ca. 2014). https://havens.test/documenten/h/",
            "De havens, omstreeks maart 2014, https://havens.test/documenten/h/.",
        ),
        (
            "id: h\ntitle: De havens\ndate: 2014?\ninstitution: Havencomité\n",
            "Havencomité. (ca. 2014). De havens. https://havens.test/documenten/h/",
            "Havencomité, De havens, 2014 (onzeker), https://havens.test/documenten/h/.",
        ),
        (
            "id: h\ntitle: Advies over de havens\nkind: advies\nnumber: HC 3\ninstitution: Havencomité\ndate: 2014-03-02\n",
            "Havencomité. (2014). Advies over de havens (HC 3). https://havens.test/documenten/h/",
            "Havencomité, Advies over de havens, HC 3, 2 maart 2014, https://havens.test/documenten/h/.",
        ),
        (
            "id: h\ntitle: Harbours\nlanguage: en\nkind: report\ndate: 2014-03-02/2014-03-05\ninstitution: Committee\n",
            "Committee. (2014). Harbours [Report]. https://havens.test/documenten/h/",
            "Committee, Harbours (report), 2 tot en met 5 maart 2014, https://havens.test/documenten/h/.",
        ),
        (
            "id: h\ntitle: De havens\ndate: 2013/2015\ninstitution: Havencomité\n",
            "Havencomité. (2013–2015). De havens. https://havens.test/documenten/h/",
            "Havencomité, De havens, 2013 tot en met 2015, https://havens.test/documenten/h/.",
        ),
    ],
)
def test_a_citation_is_right_whatever_is_not_known(tmp_path: Path, sidecar: str, apa: str, leidraad: str) -> None:
    assert cited(tmp_path, sidecar) == (apa, leidraad)


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2014-03-02", {"date-parts": [[2014, 3, 2]]}),
        ("2014-03", {"date-parts": [[2014, 3]]}),
        ("2014", {"date-parts": [[2014]]}),
        ("2014-22", {"date-parts": [[2014]], "season": 2}),
        ("2014-03~", {"date-parts": [[2014, 3]], "circa": True}),
        ("2014%", {"date-parts": [[2014]], "circa": True}),
        ("2014/2016-02", {"date-parts": [[2014], [2016, 2]]}),
        ("2014/2014", {"date-parts": [[2014]]}),
        ("2014-21/2014-22", {"literal": "voorjaar tot en met zomer 2014"}),
        ("201X", {"literal": "jaren 2010"}),
        ("2014-03-02/..", {"literal": "vanaf 2 maart 2014"}),
        ("../2014", {"literal": "tot 2014"}),
    ],
)
def test_every_date_that_is_accepted_is_told(date: str, issued: dict[str, Any]) -> None:
    assert csl_json.issued(when(date)) == issued


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2014-03-02", "2014"),
        ("2014~", "ca. 2014"),
        ("2014/2016", "2014–2016"),
        ("2014-02/2014-05", "2014"),
        ("2014/..", "2014–"),
        ("../2014", "–2014"),
    ],
)
def test_a_style_that_cites_by_year_has_the_years(date: str, years: str) -> None:
    assert when(date).years == years


def test_no_date_is_none() -> None:
    with pytest.raises(edtf.NoDateError):
        when("ooit")


def test_a_date_without_numbers_is_still_in_every_format() -> None:
    decade = when("199X")
    assert decade == When("jaren 1990", "jaren 1990", edtf="199X")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made of the invented dossier, for a site with an address."""
    folder = tmp_path_factory.mktemp("citing")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    made = generator("build", "--seeds", EXAMPLE, cwd=folder)
    assert "geschreven:" in made.out, made.err
    return snapshot(folder / "docs")


def test_each_paragraph_leads_to_how_it_is_cited(example: dict[str, bytes]) -> None:
    data = json.loads(example["documenten/advies-kleine-zeehavens/citeren/alinea.json"])
    rows = example["documenten/advies-kleine-zeehavens/citeren/index.md"].decode()
    assert data["site"] == Publication(url="https://havens.test/").home
    for chapter, places in data["places"].items():
        page = example[f"{chapter}index.md"].decode()
        for name, place in places.items():
            assert f'href="../citeren/#{name}"' in page
            assert f'<li id="{name}">' in rows
            assert f"https://havens.test/{chapter}#{name}" in rows
            assert place


def test_forms_for_a_paragraph_have_holes_where_it_differs(example: dict[str, bytes]) -> None:
    data = json.loads(example["documenten/advies-kleine-zeehavens/citeren/alinea.json"])
    forms = {form["id"]: "".join(words for words, _ in form["words"]) for form in data["formats"]}
    assert forms.keys() == {"apa", "apa-tekst", "leidraad", "bibtex", "ris", "csl", "citaat"}
    assert all("PLAATSHIER" in forms[name] for name in ("apa-tekst", "leidraad", "bibtex", "ris", "csl", "citaat"))
    assert all("ADRESHIER" in forms[name] for name in forms if name != "apa-tekst")
    assert json.loads(forms["csl"])[0]["id"] == "SLEUTELHIER"


def test_a_long_document_has_its_paragraphs_on_more_than_one_page(tmp_path: Path) -> None:
    many = MOST_CITED + 40
    text = "NOTA OVER DE HAVENS\n\n1. INLEIDING\n\n" + "\n\n".join(
        f"Dit is alinea nummer {number} van deze nota over de havens." for number in range(1, many + 1)
    )
    write_all(tmp_path, {"seeds/h.txt": text, "seeds/h.yml": "id: h\ntitle: De havens\n"})
    found = build.found_in(build.gather(Settings(tmp_path / "seeds", tmp_path / "docs", tmp_path / "mkdocs.yml")))
    made = {page.path: str(page.content) for page in build.render(found, lambda _: ())}
    (entry,) = found.site.entries
    last = entry.document.blocks[-1].id
    assert entry.citing_urls[last] == f"documenten/h/citeren/2/#{last}"
    assert f'<li id="{last}">' in made["documenten/h/citeren/2/index.md"]
    assert f'<li id="{last}">' not in made["documenten/h/citeren/index.md"]
    assert 'href="../2/"' not in made["documenten/h/citeren/2/index.md"]
    assert 'href="2/"' in made["documenten/h/citeren/index.md"]
