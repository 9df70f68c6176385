"""Entries of the glossary: how they are read, what is refused with file, line and remedy, and what becomes of their Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.inputs.contributions import glossary, markdown_files
from generator.inputs.contributions.markdown_files import plain_typography
from generator.language import tables
from generator.language.senses import sense_in
from generator.model import Block, Document, Lines, Metadata, Note, Problem, Seed, Sense, Term, Transcript

FRONT = "term: TAMM\nkind: process\nsenses:\n  - expansion: totaalaanpak van migratie en mobiliteit\n"
BODY = "De TAMM is een kader. Het is van 2011.\n"


def entry(front: str = FRONT, body: str = BODY) -> str:
    """The text of an entry."""
    return f"---\n{front}---\n{body}"


def read(tmp_path: Path, **files: str) -> tuple[tuple[Term, ...], list[str]]:
    """The entries in some files, and the problems without the folder's path."""
    folder = tmp_path / "glossary"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    terms, problems = glossary.read(folder)
    return terms, [str(problem).removeprefix(f"{folder.as_posix()}/") for problem in problems]


def document(name: str = "havens-2015", *texts: str, notes: tuple[Note, ...] = ()) -> Document:
    """A document of paragraphs p-1, p-2 and so on."""
    blocks = tuple(Block(f"p-{number}", "paragraph", text, Lines(number, number)) for number, text in enumerate(texts, 1))
    return Document(Transcript(Seed(f"{name}.txt"), ""), Metadata(name, name, name), blocks, notes)


def test_a_full_entry_is_read(tmp_path: Path) -> None:
    front = (
        FRONT
        + '    from: "2011"\n    until: "2020"\n    documents: [com-2011-743]\naliases: [globale aanpak]\nforms: [TAMM-en]\n'
        + "translations: { en: GAMM }\nexternal: { wikidata: Q1 }\nnot_in: [TAMM-zaal]\nsee_also: [mp]\n"
        + "evidence:\n  - document: com-2011-743\n    paragraph: p-1\n    quote: de TAMM\n"
    )
    mp = entry("term: MP\nkind: instrument\nsenses:\n  - expansion: mobiliteitspartnerschap\n", "Een MP is een afspraak.\n")
    terms, problems = read(tmp_path, tamm=entry(front), mp=mp)
    assert problems == []
    found = terms[1]
    assert (found.id, found.term, found.kind, found.summary) == ("tamm", "TAMM", "process", "De TAMM is een kader.")
    assert found.html == "<p>De TAMM is een kader. Het is van 2011.</p>"
    assert (found.senses[0].start, found.senses[0].end, found.senses[0].documents) == ("2011", "2020", ("com-2011-743",))
    assert (found.aliases, found.forms, found.not_in, found.see_also) == (("globale aanpak",), ("TAMM-en",), ("TAMM-zaal",), ("mp",))
    assert (found.translations, found.external) == ((("en", "GAMM"),), (("wikidata", "Q1"),))
    assert (found.evidence[0].paragraph, found.evidence[0].line) == ("p-1", 16)


def test_no_folder_is_no_glossary(tmp_path: Path) -> None:
    assert glossary.read(tmp_path / "glossary") == ((), ())


def test_a_readme_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "README.md").write_text("Uitleg", encoding="utf-8")
    (tmp_path / "glossary" / "notities.txt").write_text("Uitleg", encoding="utf-8")
    assert read(tmp_path) == ((), [])


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        (FRONT.replace("process", "proces"), "tamm.md:3: 'proces' kan niet bij 'kind'; kies uit: acronym, organisation, "),
        (FRONT + "alias: [GAMM]\n", "tamm.md:6: onbekende sleutel 'alias'; bedoelde u 'aliases'?"),
        ("term: TAMM\nkind: process\n", "tamm.md:2: de sleutel 'senses' ontbreekt; vul hem in"),
        ("term: TAMM\nkind: process\nsenses: []\n", "tamm.md:4: [] kan niet bij 'senses'; "),
        ("term: TAMM\nkind: process\nsenses:\n  - from: '2011'\n", "tamm.md:5: de sleutel 'expansion' ontbreekt; vul hem in"),
        (FRONT + "    from: '2011-13'\n", "tamm.md:6: '2011-13' is geen datum die bestaat; schrijf een jaar als \"2011\", "),
        (FRONT + "    from: 2011\n", "tamm.md:6: 'from' heeft de verkeerde vorm; hier hoort tekst (zet er zo nodig aanhalingstekens om)"),
        (FRONT + "    from: '2020'\n    until: '2011'\n", "tamm.md:7: 'until' (2011) ligt voor 'from' (2020); verbeter een van de twee"),
        (FRONT + "see_also: [mp]\n", "tamm.md:6: het begrip 'mp' bij 'see_also' is er niet; noem een bestand"),
        (FRONT + "see_also: [tamm]\n", "tamm.md:6: 'see_also' verwijst naar het begrip zelf; haal 'tamm' weg"),
        (FRONT + "translations: { english: GAMM }\n", "tamm.md:6: 'english' kan niet bij 'translations'; "),
        (FRONT + "external: { wikidata: '1' }\n", "tamm.md:6: '1' kan niet bij 'wikidata'; Het nummer in Wikidata"),
        (FRONT + "term: TAMM\n", "tamm.md:6: 'term' staat hier een tweede keer (eerst op regel 2); laat er een staan"),
        ("term: 'TAMM\n", "tamm.md:2: dit aanhalingsteken wordt niet gesloten; "),
        ("term: [\n", "tamm.md:"),
    ],
)
def test_a_mistake_in_the_front_matter_is_told_by_line(tmp_path: Path, front: str, problem: str) -> None:
    _, problems = read(tmp_path, tamm=entry(front))
    assert [told[: len(problem)] for told in problems] == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Geen gegevens.", "tamm.md:1: de gegevens boven aan het bestand ontbreken; begin het bestand met een regel ---"),
        ("---\nterm: TAMM\n", "tamm.md:1: de gegevens boven aan het bestand ontbreken"),
        ("---\n---\nTekst.", "tamm.md:1: tussen de regels --- staat niets; vul de gegevens in"),
        ("", "tamm.md:1: de gegevens boven aan het bestand ontbreken"),
        (entry(body=""), "tamm.md: de beschrijving ontbreekt; schrijf onder de tweede regel ---"),
        (entry(body=f"{glossary.PLACEHOLDER} TAMM is.\n"), "tamm.md: de beschrijving ontbreekt"),
    ],
)
def test_an_entry_without_data_or_description_is_told(tmp_path: Path, text: str, problem: str) -> None:
    terms, problems = read(tmp_path, tamm=text)
    assert terms == ()
    assert [told[: len(problem)] for told in problems] == [problem]


def test_a_file_that_is_no_text_is_told_and_the_others_stay(tmp_path: Path) -> None:
    read(tmp_path, tamm=entry())
    (tmp_path / "glossary" / "zz.md").write_bytes(b"\xff\xfe---")
    terms, problems = read(tmp_path)
    assert [term.id for term in terms] == ["tamm"]
    assert problems == ["zz.md:1: de tekst staat in UTF-16; sla het bestand op als UTF-8"]


def test_a_file_name_that_cannot_be_an_address_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path, TÀMM=entry())
    assert problems == ["TÀMM.md: 'TÀMM' kan geen bestandsnaam zijn; gebruik kleine letters zonder accenten, cijfers en koppeltekens"]


def test_a_name_that_two_entries_have_is_told(tmp_path: Path) -> None:
    other = entry("term: MP\nkind: instrument\nsenses:\n  - expansion: partnerschap\naliases:\n  - TAMM\n", "Een MP is iets.\n")
    terms, problems = read(tmp_path, mp=other, tamm=entry())
    assert [term.id for term in terms] == ["mp", "tamm"]
    assert problems == ["tamm.md:2: de naam 'TAMM' staat ook in mp.md; haal hem in een van de twee bestanden weg"]


def test_an_acronym_and_a_word_in_small_letters_do_not_clash(tmp_path: Path) -> None:
    other = entry("term: tamm\nkind: concept\nsenses:\n  - expansion: soort hout\n", "Een tamm is iets.\n")
    assert read(tmp_path, hout=other, tamm=entry())[1] == []


def test_an_entry_that_is_left_out_can_still_be_pointed_at(tmp_path: Path) -> None:
    broken = entry("term: MP\nkind: iets\nsenses:\n  - expansion: partnerschap\n")
    _, problems = read(tmp_path, mp=broken, tamm=entry(FRONT + "see_also: [mp]\n"))
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("Tekst <script>alert(1)</script> hier.", 7, "<script>"),
        ("Tekst.\n\n<script>\nalert(1)\n</script>", 9, "<script>"),
        ("Tekst.\n\n<iframe src='https://x.eu'></iframe>", 9, "<iframe>"),
        ("Tekst.\n<img src=x onerror=alert(1)>", 8, "<img>"),
        ("Tekst <b onclick='x()'>vet</b>.", 7, "<b>"),
        ("Tekst <span onclick='x()'>vet</span>.", 7, "het kenmerk 'onclick' in <span>"),
        ("Tekst <span style='position:fixed'>vet</span>.", 7, "het kenmerk 'style' in <span>"),
        ("Tekst <a href='https://x.eu'>x</a>.", 7, "<a>"),
        ("Tekst.\n\n<div onclick=x", 9, "een regel met alleen HTML"),
        ("Tekst <!-- stil --> hier.", 7, "een opmerking (<!-- … -->)"),
        ("Tekst <?php x ?> hier.", 7, "<?php x"),
        ("Een [link](javascript:alert(1)).", 7, "een koppeling naar 'javascript:alert(1)'"),
        ("Een [link](JaVaScRiPt:alert(1)).", 7, "een koppeling naar 'JaVaScRiPt:alert(1)'"),
        ("Een [link](java&#115;cript:alert(1)).", 7, "een koppeling naar 'javascript:alert(1)'"),
        ("Een [link][a].\n\n[a]: data:text/html,x", 7, "een koppeling naar 'data:text/html,x'"),
        ("Een <javascript:alert(1)>.", 7, "een koppeling naar 'javascript:alert(1)'"),
        ("Een [link](//kwaad.example/).", 7, "een koppeling naar '//kwaad.example/'"),
        ("Een [link](/over/).", 7, "een koppeling naar '/over/'"),
        ("Regel een\nregel twee ![beeld](https://x.eu/a.png).", 8, "afbeeldingen"),
        ("Tekst.\n\n## Kop", 9, "kopjes"),
        ("Tekst.\n\nKop\n---", 9, "kopjes"),
        ("Tekst.\n\n```\ncode\n```", 9, "blokken code"),
        ("Tekst.\n\n    code", 9, "deze regel springt in"),
        ("Tekst.\n\n***", 9, "een lijn"),
        ("Zie [dit](weg.md).", 7, "de koppeling naar weg.md loopt dood"),
    ],
)
def test_what_could_harm_a_reader_is_refused_with_its_line(tmp_path: Path, body: str, line: int, what: str) -> None:
    terms, problems = read(tmp_path, tamm=entry(body=body))
    assert terms == ()
    assert problems[0].startswith(f"tamm.md:{line}: {what}"), problems


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Een *nadruk* en **vet**.", "<p>Een <em>nadruk</em> en <strong>vet</strong>.</p>"),
        ("H<sub>2</sub>O en m<sup>2</sup>.", "<p>H<sub>2</sub>O en m<sup>2</sup>.</p>"),
        ('<abbr title="voluit">X</abbr> is iets.', '<p><abbr title="voluit">X</abbr> is iets.</p>'),
        ('Een <span lang="en">word</span>.', '<p>Een <span lang="en">word</span>.</p>'),
        ("Een [site](https://europa.eu/a?b=c&d).", '<p>Een <a href="https://europa.eu/a?b=c&amp;d">site</a>.</p>'),
        ("Een [brief](mailto:info@example.eu).", '<p>Een <a href="mailto:info@example.eu">brief</a>.</p>'),
        ("Zie [zichzelf](tamm.md).", '<p>Zie <a href="../tamm/">zichzelf</a>.</p>'),
        ("- een\n- twee", "<ul> <li>een</li> <li>twee</li> </ul>"),
        ("Niet <sluitend, 1 < 2 en {{ 7*7 }}.", "<p>Niet &lt;sluitend, 1 &lt; 2 en {{ 7*7 }}.</p>"),
        ("Een `code` woord.", "<p>Een <code>code</code> woord.</p>"),
    ],
)
def test_ordinary_markdown_becomes_html_on_one_line(tmp_path: Path, body: str, html: str) -> None:
    terms, problems = read(tmp_path, tamm=entry(body=body))
    assert problems == []
    assert terms[0].html == html


@given(st.text(alphabet="<>/a=\"' &;:()[]!`*-\nscriptonhef", max_size=120))
def test_no_text_brings_more_than_the_elements_that_are_allowed(text: str) -> None:
    tokens = markdown_files._parser().parse(text)  # noqa: SLF001 - the belt below the message is tested by itself
    html = markdown_files._html(tokens, None)  # noqa: SLF001
    tags = markdown_files._Tags()  # noqa: SLF001
    tags.feed(html)
    made = {f"<{name}>" for name in markdown_files._MADE} | {f"</{name}>" for name in markdown_files._MADE}  # noqa: SLF001
    allowed = {"'href'", "'start'", "'style'"}
    assert all(what in made or what.split()[2] in allowed for _, what in tags.refused), html
    assert 'href="javascript' not in html.lower()


def test_the_summary_is_the_first_sentence_without_markup(tmp_path: Path) -> None:
    terms, _ = read(tmp_path, tamm=entry(body="De **TAMM** (zie [zo](https://x.eu)) is\neen kader, o.a. voor 2011. En meer.\n"))
    assert terms[0].summary == "De TAMM (zie zo) is een kader, o.a. voor 2011."


# Evidence ------------------------------------------------------------------------------------------------------------


def told(terms: tuple[Term, ...], *documents: Document) -> list[str]:
    """What is wrong between entries and documents, without the way to the file."""
    return [f"{problem.line}: {problem.message}; {problem.remedy}" for problem in glossary.check(terms, documents)]


def quoting(quote: str, paragraph: str = "p-1", name: str = "havens-2015") -> str:
    """An entry with one quotation."""
    lines = f"evidence:\n  - document: {name}\n    paragraph: {paragraph}\n    quote: {quote}\n"
    return entry(FRONT + (lines if paragraph else lines.replace("    paragraph: \n", "")))


def test_a_quotation_stands_in_its_paragraph_whatever_the_quotation_marks_and_blanks(tmp_path: Path) -> None:
    terms, _ = read(tmp_path, tamm=quoting("\"het 'nieuwe' kader - zo heet het -  geldt\""))
    assert told(terms, document("havens-2015", "En het ‘nieuwe’ kader – zo heet het – geldt.")) == []


@pytest.mark.parametrize(
    ("quote", "paragraph", "name", "problem"),
    [
        ("de TAMM", "p-2", "havens-2015", "zet 'paragraph: p-1' (glossary cite doet dat voor u)"),
        ("de TAMM", "", "havens-2015", "zet 'paragraph: p-1' (glossary cite doet dat voor u)"),
        ("een zin", "p-1", "havens-2015", "kies een van de alinea's waar het staat: p-2, fn:1"),
        ("iets anders", "p-1", "havens-2015", "staat nergens in havens-2015; neem de woorden over zoals ze op de site staan"),
        ("de TAMM", "p-1", "haven-2015", "het document 'haven-2015' is er niet; bedoelde u 'havens-2015'?"),
        ("de TAMM", "p-1", "zzz", "het document 'zzz' is er niet; kies uit: havens-2015"),
    ],
)
def test_a_quotation_that_stands_elsewhere_is_told_with_its_line(
    tmp_path: Path, quote: str, paragraph: str, name: str, problem: str
) -> None:
    terms, _ = read(tmp_path, tamm=quoting(quote, paragraph, name))
    found = told(terms, document("havens-2015", "Hier staat de TAMM.", "Hier een zin.", notes=(Note(1, "Nog een zin.", Lines(9, 9)),)))
    assert len(found) == 1
    assert found[0].startswith("7: ")
    assert found[0].endswith(problem)


def test_a_document_that_says_otherwise_is_told(tmp_path: Path) -> None:
    terms, _ = read(tmp_path, tamm=entry())
    found = told(terms, document("havens-2015", "De tijdelijke aanpak van maritieme markten (TAMM) is nieuw."))
    message = "5: volgens havens-2015 (p-1) staat TAMM voor 'tijdelijke aanpak van maritieme markten'"
    assert found == [f"{message}; zet dat erbij als betekenis met 'documents: [havens-2015]', of verbeter 'expansion'"]


def test_a_document_that_says_the_same_in_other_words_is_no_mistake(tmp_path: Path) -> None:
    terms, _ = read(tmp_path, tamm=entry())
    assert told(terms, document("havens-2015", "De Totaalaanpak voor Migratie en de Mobiliteit (TAMM) is nieuw.")) == []


def test_a_sense_for_a_document_that_is_not_there_is_told(tmp_path: Path) -> None:
    terms, _ = read(tmp_path, tamm=entry(FRONT + "    documents: [haven-2015]\n"))
    assert told(terms, document()) == ["5: het document 'haven-2015' bij 'documents' is er niet; bedoelde u 'havens-2015'?"]


def test_the_sense_follows_the_document_and_its_date() -> None:
    senses = (
        Sense("eerste", "2000", "2010"),
        Sense("tweede", "2010"),
        Sense("derde", documents=("havens-2015",)),
    )
    term = Term("x", "X", "acronym", senses, "", "", "")
    assert sense_in(term, "havens-2015").expansion == "derde"
    assert sense_in(term, "anders", "2005-06").expansion == "eerste"
    assert sense_in(term, "anders", "2011").expansion == "tweede"
    assert sense_in(term, "anders").expansion == "eerste"


# The project's own ---------------------------------------------------------------------------------------------------


def test_the_schema_is_a_schema_and_describes_every_key_in_words() -> None:
    schema = tables.schema("glossary")
    Draft202012Validator.check_schema(schema)
    assert all("description" in facts for facts in schema["properties"].values())


def test_folding_is_stable() -> None:
    assert plain_typography(plain_typography("‘een’  „twee” – drĳ")) == plain_typography("‘een’  „twee” – drĳ") == "'een' \"twee\" - drij"


def test_problems_sort_by_place() -> None:
    assert min(Problem("b", 1, "", ""), Problem("a", 2, "", "")).path == "a"


@pytest.mark.parametrize(
    ("language", "translations", "wrong"),
    [
        ("nl", (), True),
        ("en", (), False),
        ("en", (("en", "HFO"),), False),
        ("en", (("en", "Harbour Fund East"),), False),
        ("en", (("en", "High Flood Order"),), True),
        ("en", (("fr", "Fonds des ports de l'Est"),), False),
    ],
)
def test_an_expansion_is_held_against_the_names_in_its_own_language(
    language: str, translations: tuple[tuple[str, str], ...], *, wrong: bool
) -> None:
    text = document("ports-2015", "The Harbour Fund East (HFO) pays." if language == "en" else "De Hulpdienst voor oevers (HFO) betaalt.")
    text = replace(text, meta=replace(text.meta, language=language))
    term = Term("hfo", "HFO", "fund", (Sense("Havenfonds Oost"),), "", "", "hfo.md", translations=translations)
    assert bool(glossary.check((term,), (text,))) == wrong
