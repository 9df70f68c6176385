"""Subjects and what became of commitments, as contributors write them: what is wrong is told with file, line and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.__main__ import FINE, WRONG_CONTENT, main
from generator.commands import theme as theme_commands
from generator.dossier.gathered import themes
from generator.dossier.index import build_index
from generator.inputs import contributions
from generator.language import phrases
from generator.model import Block, Document, Knowledge, Lines, Metadata, Seed, Theme, Transcript
from tests.support import write_all

Capture = pytest.CaptureFixture[str]

FIRST = "# Nota over de havens\n\nDe Commissie zal in 2016 een havenatlas uitgeven.\n\nDe vuurtorens staan aan zee.\n"
LATER = "# Verslag over de havens\n\nDe havenatlas is in 2016 verschenen, en de vuurtorens zijn geverfd.\n"
SEEDS = {
    "seeds/nota.md": FIRST,
    "seeds/nota.yml": 'id: nota-2015\ntitle: Nota over de havens\ndate: "2015-03-04"\n',
    "seeds/verslag.md": LATER,
    "seeds/verslag.yml": 'id: verslag-2018\ntitle: Verslag over de havens\ndate: "2018-03-04"\n',
}
THEME = """\
---
name: Vuurtorens
words:
  - "vuurtoren*"
evidence:
  - document: nota-2015
    paragraph: {place}
    quote: "{quote}"
---
{text}
"""
OUTCOME = """\
---
document: nota-2015
paragraph: p-nota-over-de-havens-1
quote: "De Commissie zal in 2016 een havenatlas uitgeven"
status: {status}
evidence:
  - document: {document}
    paragraph: {place}
    quote: "{quote}"
---
De atlas is er.
"""
GOOD = OUTCOME.format(
    status="uitgevoerd", document="verslag-2018", place="p-verslag-over-de-havens-1", quote="De havenatlas is in 2016 verschenen"
)


def theme(place: str = "p-nota-over-de-havens-2", quote: str = "De vuurtorens staan aan zee.", text: str = "Licht langs de kust.") -> str:
    """A file about lighthouses."""
    return THEME.format(place=place, quote=quote, text=text)


@pytest.fixture
def check(in_folder: Path, capsys: Capture) -> Callable[[dict[str, str]], tuple[int, str]]:
    """Checks the two documents with some files beside them: the exit status, and what was said."""

    def run(files: dict[str, str]) -> tuple[int, str]:
        write_all(in_folder, {**SEEDS, **files})
        code = main(["check"])
        return code, capsys.readouterr().err

    return run


def test_what_is_right_is_not_complained_of(check: Callable[[dict[str, str]], tuple[int, str]]) -> None:
    code, said = check({"seeds/themes/vuurtorens.md": theme(), "seeds/commitments/atlas.md": GOOD})
    assert (code, [line for line in said.splitlines() if "nog te doen" not in line and "seeds/" in line]) == (FINE, [])


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"seeds/themes/vuurtorens.md": theme().replace('  - "vuurtoren*"\n', "").replace("words:\n", "words: []\n")},
            "seeds/themes/vuurtorens.md:3: ",
        ),
        ({"seeds/themes/vuurtorens.md": theme().replace('words:\n  - "vuurtoren*"\n', "")}, "'words'"),
        ({"seeds/themes/vuurtorens.md": theme().replace("vuurtoren*", "vu*")}, "'vu*' is te kort voor een *; zet ten minste drie letters"),
        ({"seeds/themes/vuurtorens.md": theme(quote="De vuurtorens staan in zee.")}, "staat nergens in nota-2015; neem de woorden over"),
        (
            {"seeds/themes/vuurtorens.md": theme(place="p-nota-over-de-havens-1")},
            "staat niet in alinea 'p-nota-over-de-havens-1' van nota-2015; zet 'paragraph: p-nota-over-de-havens-2'",
        ),
        (
            {"seeds/themes/vuurtorens.md": theme(text="Licht <script>alert(1)</script> op zee.")},
            "seeds/themes/vuurtorens.md:10: <script> kan hier niet",
        ),
        ({"seeds/themes/vuurtorens.md": theme(text="")}, "de beschrijving ontbreekt; schrijf onder"),
        (
            {"seeds/themes/vuurtorens.md": theme().replace("words:", "see_also: [havens]\nwords:")},
            "het onderwerp 'havens' bij 'see_also' is er niet",
        ),
        (
            {
                "seeds/themes/vuurtorens.md": theme(),
                "seeds/glossary/vuurtorens.md": "---\nterm: vuurtorens\nkind: concept\nsenses:\n  - expansion: lichten\n---\nLicht.\n",
            },
            "er is ook een begrip met het adres 'vuurtorens' (seeds/glossary/vuurtorens.md); geef dit bestand een andere naam",
        ),
        (
            {"seeds/commitments/atlas.md": GOOD.replace("De havenatlas is in 2016 verschenen", "De havenatlas is in 2017 verschenen")},
            "staat nergens in verslag-2018",
        ),
        ({"seeds/commitments/atlas.md": GOOD.partition("evidence:")[0] + "---\nDe atlas is er.\n"}, "'evidence'"),
        ({"seeds/commitments/atlas.md": GOOD.replace("status: uitgevoerd", "status: klaar")}, "'klaar'"),
        (
            {
                "seeds/commitments/atlas.md": OUTCOME.format(
                    status="uitgevoerd", document="nota-2015", place="p-nota-over-de-havens-2", quote="De vuurtorens staan aan zee."
                )
            },
            "nota-2015 is niet later dan nota-2015: het kan niet zeggen wat er van de toezegging kwam; noem een document dat daarna verscheen",
        ),
        (
            {"seeds/commitments/atlas.md": GOOD, "seeds/commitments/boek.md": GOOD},
            "deze toezegging staat ook in atlas.md; voeg de twee bestanden samen",
        ),
        (
            {
                "seeds/commitments/atlas.md": GOOD.replace(
                    "De Commissie zal in 2016 een havenatlas uitgeven", "De vuurtorens staan aan zee."
                ).replace("havens-1\nquote", "havens-2\nquote")
            },
            "deze woorden zijn geen toezegging in het register; neem bij 'quote' woorden over van de pagina Toezeggingen",
        ),
    ],
)
def test_what_is_wrong_is_told(check: Callable[[dict[str, str]], tuple[int, str]], files: dict[str, str], said: str) -> None:
    code, err = check(files)
    assert code == WRONG_CONTENT
    assert said in err


def test_words_that_half_of_all_passages_have_are_told() -> None:
    blocks = tuple(
        Block(f"p-{at}", "paragraph", f"Zin {at} over {'havens' if at % 2 else 'sluizen'}.", Lines(at, at)) for at in range(1, 31)
    )
    document = Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), blocks)
    wide = Theme("havens", "Havens", ("haven*",), "", "Havens.", "seeds/themes/havens.md")
    (problem,) = contributions.check(Knowledge(themes=(wide,)), (document,))
    assert "de woorden staan in 15 van de 30 passages" in str(problem)
    narrow = Theme("havens", "Havens", ("haven*",), "", "Havens.", "seeds/themes/havens.md", not_in=("Zin 1 over havens",))
    assert contributions.check(Knowledge(themes=(narrow,)), (document,)) == ()


@pytest.mark.parametrize(
    ("listed", "text", "found"),
    [
        (("haven",), "De havens en de Haven, niet de havenstad.", ["havens", "Haven"]),
        (("haven*",), "De havenstad en een zeehaven.", ["havenstad"]),
        (("*haven",), "De zeehaven en de havenstad.", ["zeehaven"]),
        (("open haven",), "Een open\nhaven, open havens.", ["open\nhaven", "open havens"]),
    ],
)
def test_words_are_found_in_any_inflection_and_with_stars_in_longer_words(listed: tuple[str, ...], text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in phrases.hits(phrases.pattern(listed), phrases.pattern(()), text)] == found


def test_a_new_subject_is_a_file_that_checks_but_for_its_description(in_folder: Path, capsys: Capture) -> None:
    write_all(in_folder, SEEDS)
    assert main(["theme", "new", "Vuurtorens"]) == FINE
    assert "passages gaan erover" in capsys.readouterr().out
    said = Path("seeds/themes/vuurtorens.md").read_text(encoding="utf-8")
    assert '- "vuurtorens*"' in said
    assert "paragraph: p-verslag-over-de-havens-1" in said
    assert main(["theme", "new", "Vuurtorens"]) == WRONG_CONTENT
    assert main(["check"]) == WRONG_CONTENT
    assert "de beschrijving ontbreekt" in capsys.readouterr().err


def test_a_passage_is_about_a_subject_by_its_words_and_its_length() -> None:
    short, long = "Vuurtorens geven licht.", "Vuurtoren. " + "Andere woorden over de zee. " * 60
    document = Document(
        Transcript(Seed("x.txt"), ""),
        Metadata("x", "X", "X"),
        tuple(Block(f"p-{at}", "paragraph", t, Lines(at, at)) for at, t in enumerate((short, long))),
    )
    found = tuple(themes.find(build_index((document,)), Theme("v", "V", ("vuurtoren*",), "", "", "")))
    assert [passage.about for passage in found] == [True, False]


def test_the_concordance_of_a_subject_says_which_passages_are_about_it() -> None:
    document = Document(
        Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), (Block("p-1", "paragraph", "Vuurtorens geven licht.", Lines(1, 1)),)
    )
    answer = theme_commands.concordance("vuurtorens", (document,), Knowledge())
    assert answer.lines[0].endswith("1 passage gaat erover, geen andere noemen het")
    assert any("x p-1" in line and "[Vuurtorens]" in line for line in answer.lines)
