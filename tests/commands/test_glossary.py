"""What `python -m generator glossary` and `compare` say and do, on a small dossier of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.commands import comparison
from tests.support import ROOT, generator, snapshot, write_all

TEXT = """\
MEDEDELING OVER DE HAVENS

1. INLEIDING

Het Europees Kustfonds (EKF) betaalt de havens. Het EKF bestaat sinds 2015, en de EKF-raad beslist.

De KRW geldt ook. Meer over de KRW staat op www.KRW.eu, en over de EKFX elders.
"""
SECOND = """\
NOTA OVER DE KUST

1. INLEIDING

De eenheid voor kustformaties (EKF) is iets anders.
"""
SIDECAR = 'id: {0}\ntitle: {0}\ndate: "2015-11-04"\n'
ENTRY = """\
---
term: KRW
kind: instrument
senses:
  - expansion: kaderrichtlijn water
see_also: []
evidence:
  - document: havens-2015
    quote: De KRW geldt ook.
  - document: havens-2015
    paragraph: p-9-9  # oud
    quote: Het Europees Kustfonds (EKF) betaalt de havens.
---
De KRW is een richtlijn over water.
"""


@pytest.fixture
def dossier(in_folder: Path) -> Path:
    """Two documents in seeds/ of an empty folder."""
    files = {"a.txt": TEXT, "a.yml": SIDECAR.format("havens-2015"), "b.txt": SECOND, "b.yml": SIDECAR.format("kust-2016")}
    write_all(in_folder / "seeds", files)
    return in_folder


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """A command's exit code, its output, and its messages without the lines about progress."""
    code = main(["glossary", *words])
    told = capsys.readouterr()
    messages = [line for line in told.err.splitlines(keepends=True) if not re.fullmatch(r"[\w ]+ \(\d+\)\n", line)]
    return code, told.out, "".join(messages)


def test_a_new_entry_holds_what_the_documents_say(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "new", "EKF")
    assert (code, err) == (0, "")
    assert out.startswith("seeds/glossary/ekf.md is gemaakt; vul het aan en kijk met 'python -m generator glossary check' of het klopt\n")
    assert "EKF: " in out
    assert (dossier / "seeds/glossary/ekf.md").read_text(encoding="utf-8") == (
        "---\n"
        "term: EKF\n"
        "kind: acronym  # kies: acronym (afkorting), organisation (organisatie), process (proces), "
        "instrument (instrument), fund (fonds), concept (begrip)\n"
        "senses:\n"
        "  - expansion: Europees Kustfonds\n"
        "    documents: [havens-2015]\n"
        "  - expansion: eenheid voor kustformaties\n"
        "    documents: [kust-2016]\n"
        "evidence:\n"
        "  - document: havens-2015\n"
        "    paragraph: p-1-1\n"
        '    quote: "Het Europees Kustfonds (EKF) betaalt de havens."\n'
        "  - document: kust-2016\n"
        "    paragraph: p-1-1\n"
        '    quote: "De eenheid voor kustformaties (EKF) is iets anders."\n'
        "---\n"
        "Schrijf hier in twee tot vijf zinnen wat EKF is. De eerste zin staat ook op het kaartje bij de tekst.\n"
    )


def test_a_new_entry_is_not_finished_until_it_is_described(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "new", "EKF")
    code, out, err = said(capsys, "check")
    assert (code, out) == (1, "begrippen: 0; fouten: 1\n")
    assert err == "seeds/glossary/ekf.md: de beschrijving ontbreekt; schrijf onder de tweede regel --- wat het begrip is\n"
    path = dossier / "seeds/glossary/ekf.md"
    path.write_text(re.sub(r"Schrijf hier.*", "Het EKF is een fonds.", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert said(capsys, "check") == (0, "begrippen: 1; fouten: 0\n", "")


def test_a_new_entry_without_a_meaning_in_the_documents_says_so(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "new", "KRW")[0] == 0
    text = (dossier / "seeds/glossary/krw.md").read_text(encoding="utf-8")
    assert 'expansion: ""  # nog in te vullen: in de documenten niet gevonden' in text
    assert 'quote: "De KRW geldt ook."' in text
    assert "seeds/glossary/krw.md:5: '' kan niet bij 'expansion'" in said(capsys, "check")[2]


def test_an_entry_that_is_there_is_never_touched(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(dossier / "seeds/glossary", {"krw.md": ENTRY})
    before = snapshot(dossier / "seeds")
    code, _, err = said(capsys, "new", "KRW")
    assert code == 1
    assert err == "seeds/glossary/krw.md: er is al een begrip voor 'KRW'; vul dat bestand aan\n"
    assert said(capsys, "new", "kaderrichtlijn water")[0] == 1
    assert snapshot(dossier / "seeds") == before


def test_the_concordance_shows_links_and_what_looks_like_them(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier
    code, out, _ = said(capsys, "concordance", "EKF")
    assert code == 0
    assert out == (
        "EKF: 4 koppelingen in de documenten\n"
        "  seeds/a.txt:5  Het Europees Kustfonds ([EKF]) betaalt de havens. Het EKF bestaat sinds 20…\n"
        "  seeds/a.txt:5  …opees Kustfonds (EKF) betaalt de havens. Het [EKF] bestaat sinds 2015, en de EKF-raad beslist.\n"
        "  seeds/b.txt:5  De eenheid voor kustformaties ([EKF]) is iets anders.\n"
        "\n"
        "Kijk hier goed (1): dit wordt een koppeling, maar misschien ten onrechte; 'not_in' sluit een zinsdeel uit\n"
        "  seeds/a.txt:5  …de havens. Het EKF bestaat sinds 2015, en de [EKF]-raad beslist.  (deel van een samenstelling)\n"
        "\n"
        "Geen koppeling (1)\n"
        "  binnen een woord: 1 keer\n"
    )


def test_the_concordance_of_an_entry_tells_where_a_document_says_otherwise(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = (
        ENTRY.replace("KRW", "EKF").replace("kaderrichtlijn water", "Europees Kustfonds").replace("De EKF geldt ook.", "Het EKF bestaat")
    )
    write_all(dossier / "seeds/glossary", {"ekf.md": entry})
    assert "(dit document geeft een andere betekenis)" in said(capsys, "concordance", "EKF")[1]


def test_the_concordance_tells_why_a_place_is_no_link(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier
    out = said(capsys, "concordance", "KRW")[1]
    assert "KRW: 2 koppelingen in de documenten" in out
    assert "www.[KRW].eu, en over de EKFX elders.  (in een adres, een rij codes" in out


def test_a_term_that_stands_nowhere_has_no_concordance(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier
    assert said(capsys, "concordance", "QQQ") == (0, "QQQ: geen koppelingen in de documenten\n", "")


def test_the_worklist_tells_what_is_to_be_done(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unused = ENTRY.replace("KRW", "QRS").replace("kaderrichtlijn water", "quota").partition("evidence")[0] + "---\nEen QRS is iets.\n"
    write_all(dossier / "seeds/glossary", {"krw.md": ENTRY, "qrs.md": unused})
    code, out, _ = said(capsys, "worklist")
    assert code == 0
    assert "Afkortingen zonder begrip (2)\n  EKF: 4 keer, in havens-2015, kust-2016\n  EKFX: 1 keer, in havens-2015\n" in out
    assert "Begrippen die in geen document staan (1)\n  seeds/glossary/qrs.md: QRS\n" in out
    meanings = "  EKF: Europees Kustfonds (havens-2015 p-1-1); eenheid voor kustformaties (kust-2016 p-1-1)\n"
    assert f"Afkortingen met meer dan één betekenis (1)\n{meanings}" in out
    assert "Begrippen zonder citaat (1)\n  seeds/glossary/qrs.md: QRS\n" in out
    assert "Citaten die niet kloppen (2)\n  seeds/glossary/krw.md:8: bij het citaat 'De KRW geldt ook.' ontbreekt de alinea" in out


def test_cite_puts_the_right_paragraph_and_changes_nothing_else(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(dossier / "seeds/glossary", {"krw.md": ENTRY.replace("\n", "\r\n")})
    code, out, _ = said(capsys, "cite")
    assert code == 0
    assert out == "seeds/glossary/krw.md:8: p-1-2\nseeds/glossary/krw.md:10: p-1-1\naangepast: 2\n"
    wanted = ENTRY.replace("    quote: De KRW", "    paragraph: p-1-2\n    quote: De KRW").replace("p-9-9  # oud", "p-1-1")
    assert (dossier / "seeds/glossary/krw.md").read_bytes().decode() == wanted.replace("\n", "\r\n")
    assert said(capsys, "cite")[1] == "aangepast: 0\n"
    assert said(capsys, "check")[0] == 0


def test_cite_leaves_alone_what_stands_in_two_places_or_nowhere(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = ENTRY.replace("De KRW geldt ook.", "de").replace("Het Europees Kustfonds (EKF) betaalt de havens.", "nergens te vinden")
    write_all(dossier / "seeds/glossary", {"krw.md": entry, "stuk.md": "geen gegevens"})
    before = snapshot(dossier / "seeds")
    assert said(capsys, "cite")[1] == "aangepast: 0\n"
    assert snapshot(dossier / "seeds") == before


@pytest.mark.parametrize("words", [("new",), ("concordance",), ("worklist", "EKF"), ("check", "EKF")])
def test_a_term_belongs_with_the_commands_that_take_one(dossier: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert dossier
    code, out, err = said(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(f"glossary {words[0]}: ")


@pytest.mark.parametrize("name", ["", "…", "../../x"])
def test_no_name_leads_out_of_the_folder(dossier: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    before = {path for path in dossier.rglob("*") if path.suffix == ".md"}
    said(capsys, "new", name)
    made = {path for path in dossier.rglob("*") if path.suffix == ".md"} - before
    assert all(path.parent == dossier / "seeds/glossary" for path in made)


def test_the_project_s_own_entries_are_in_order() -> None:
    outcome = generator("glossary", "check")
    assert outcome.code == 0, outcome.err
    assert re.fullmatch(r"begrippen: \d+; fouten: 0\n", outcome.out)


# The guide -----------------------------------------------------------------------------------------------------------

GUIDE = ROOT / "docs" / "bijdragen"


def test_the_message_in_the_guide_is_the_one_that_check_gives(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ENTRY.replace("see_also: []", "alias: [KRM]").replace("KRW", "MIEUX")
    write_all(dossier / "seeds/glossary", {"mieux.md": wrong})
    message = said(capsys, "check")[2].splitlines()[0]
    assert message == "seeds/glossary/mieux.md:6: onbekende sleutel 'alias'; bedoelde u 'aliases'?"
    assert message in (GUIDE / "eigen-computer.md").read_text(encoding="utf-8")


def test_the_commands_in_the_guide_are_those_of_the_help(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert f"$ python -m generator --help\n{capsys.readouterr().out}```\n" in (GUIDE / "eigen-computer.md").read_text(encoding="utf-8")


# Comparison ----------------------------------------------------------------------------------------------------------


def test_a_comparison_tells_pages_links_and_entries_that_came_and_went(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = [str(dossier / name) for name in ("old", "new")]
    assert main(["build", "--docs", docs[0]]) == 0
    write_all(
        dossier / "seeds/glossary",
        {"krw.md": ENTRY.replace("p-9-9  # oud", "p-1-1").replace("    quote: De", "    paragraph: p-1-2\n    quote: De")},
    )
    assert main(["build", "--docs", docs[1]]) == 0
    capsys.readouterr()
    assert main(["compare", *docs]) == 0
    out = capsys.readouterr().out
    assert out.startswith("## Wat deze wijziging doet\n")
    assert "### Nieuwe begrippen (1)\n\n- `KRW`\n" in out
    assert "- `KRW` (begrip `krw`) in `havens-2015` (2 keer)\n" in out
    assert "- `begrippen/krw/index.md`\n" in out
    assert "Verdwenen" not in out


def test_a_comparison_of_a_tree_with_itself_tells_nothing(dossier: Path) -> None:
    assert comparison.compare(dossier, dossier).count("\n###") == 0


def test_a_comparison_needs_two_folders(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(dossier), str(dossier / "weg")]) == 2
    assert "deze map bestaat niet" in capsys.readouterr().err
