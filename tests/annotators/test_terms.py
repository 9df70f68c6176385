"""Terms in running text: the cases of cases/terms.md, the shape of what is found, and how fast it is found."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import annotators
from generator.annotators.terms import term_finder
from generator.model import Block, Document, Knowledge, Lines, Mention, Metadata, Seed, Sense, Term, Transcript
from tests.case_files import Case, load
from tests.timing import LIMIT, growth

CASES = load("terms.md")


def term(name: str, expansion: str = "", slug: str = "", kind: str = "acronym", **more: tuple[str, ...]) -> Term:
    """An entry with what the cases need; `en` are its names in English."""
    english = tuple(("en", name) for name in more.get("en", ()))
    aliases, forms, not_in = (more.get(key, ()) for key in ("aliases", "forms", "not_in"))
    senses = (Sense(expansion or name),)
    return Term(slug or name.lower(), name, kind, senses, "", "", "", aliases, forms, not_in, translations=english)


GLOSSARY = (
    term("ACS", "Afrika, het Caribisch gebied en de Stille Oceaan"),
    term("AU", "Afrikaanse Unie"),
    term("bni", "bruto nationaal inkomen"),
    term("EUNAVFOR MED", "European Union Naval Force Mediterranean", "eunavfor-med", forms=("EUNAVFORMED",)),
    term("Europol", "Europese Politiedienst"),
    term("Frontex", "Europees Grens- en kustwachtagentschap", kind="organisation"),
    term("G5 Sahel", "Groep van Vijf voor de Sahel", "g5-sahel", forms=("G5",)),
    term("hervestiging", kind="process"),
    term("hotspot", "hotspotgebied", kind="instrument"),
    term("IT", "informatietechnologie"),
    term("JBZ", "Justitie en Binnenlandse Zaken"),
    term("kmo", "kleine en middelgrote onderneming"),
    term("MFK", "meerjarig financieel kader", en=("MFF",)),
    term("MP", "mobiliteitspartnerschap", kind="instrument"),
    term("OESO", "Organisatie voor Economische Samenwerking en Ontwikkeling", aliases=("OECD",)),
    term("grondrecht", kind="concept"),
    term("SAP+", "stelsel van algemene preferenties plus", "sap"),
    term("SAR", "zoek- en reddingsacties"),
    term("TAMM", "totaalaanpak van migratie en mobiliteit"),
    term("TEI", "Team Europa-initiatieven"),
    term("UNLIB", "missie van de Verenigde Naties in Libië"),
    term("VN", "Verenigde Naties", not_in=("VN-journaal",), en=("UN",)),
)


def document(text: str, language: str = "nl") -> Document:
    """A document of one paragraph."""
    meta = Metadata("proef", "Proef", "Proef", language=language)
    return Document(Transcript(Seed("proef.txt"), text), meta, (Block("p-1", "paragraph", text, Lines(1, 1)),))


def find(text: str, language: str = "nl") -> list[Mention]:
    """The mentions in a text that is a whole document."""
    whole = document(text, language)
    return list(term_finder(whole, GLOSSARY)(whole.blocks[0]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_terms_that_a_reader_finds(case: Case) -> None:
    _, _, language = case.title.partition(" @")
    found = find(case.input, language or "nl")
    told = [f"{case.input[mention.offset : mention.offset + mention.length]} | {mention.id}" for mention in found]
    assert "\n".join(told) == case.expected


def test_an_acronym_to_which_the_document_gives_another_meaning_is_not_linked() -> None:
    text = "Er komt een maritieme politie (MP). De MP vaart, en het mobiliteitspartnerschap blijft."
    assert [text[m.offset : m.offset + m.length] for m in find(text)] == ["mobiliteitspartnerschap"]


def test_an_acronym_to_which_the_document_gives_the_same_meaning_is_linked() -> None:
    assert [mention.id for mention in find("Meerjarige financiële kaders (MFK's) zijn lang.")] == ["mfk", "mfk"]


def test_an_own_name_goes_before_a_translation_of_another_entry() -> None:
    terms = (term("AAA", "eerste", en=("ZZZ",)), term("ZZZ", "laatste"))
    whole = document("De ZZZ.")
    found = list(term_finder(whole, terms)(whole.blocks[0]))
    assert [mention.id for mention in found] == ["zzz"]


def test_a_name_as_written_and_a_derived_form_are_told_apart() -> None:
    assert [mention.form for mention in find("TEI, TEI's, meerjarig financieel kader, meerjarige financiële kaders")] == [
        "name",
        "derived",
        "name",
        "derived",
    ]


def test_headings_are_searched_too_and_a_term_inside_the_name_of_an_act_is_met() -> None:
    heading = Block("s-1", "heading", "De VN", Lines(1, 1), level=1)
    body = Block("p-1", "paragraph", "Het VN-verdrag tegen grensoverschrijdende georganiseerde misdaad geldt.", Lines(2, 2))
    plain = Document(Transcript(Seed("proef.txt"), ""), Metadata("proef", "Proef", "Proef"), (heading, body))
    done = annotators.annotate(plain, Knowledge(GLOSSARY))
    assert [mention.id for mention in done.blocks[0].mentions] == ["vn"]
    assert ("term", "vn", 4) in [(mention.kind, mention.id, mention.offset) for mention in done.blocks[1].mentions]


@given(st.text(alphabet="VN MFKmfk-'’_.+sé/@", max_size=80))
def test_mentions_stand_in_order_are_whole_words_and_do_not_overlap(text: str) -> None:
    found = find(text)
    assert all(one.offset + one.length <= other.offset for one, other in pairwise(found))
    for mention in found:
        end = mention.offset + mention.length
        assert not text[mention.offset - 1 : mention.offset].isalnum() or mention.offset == 0
        assert not text[end : end + 1].isalnum()


SENTENCE = "De VN, het meerjarig financieel kader en de Afrikaanse Unie spraken over migratie. "


def test_every_term_of_a_very_long_paragraph_is_found() -> None:
    finder = term_finder(document("Een zin."), GLOSSARY)
    assert len(list(finder(Block("p-1", "paragraph", SENTENCE * 2_000, Lines(1, 1))))) == 3 * 2_000


@pytest.mark.slow
@pytest.mark.parametrize("piece", [SENTENCE, "a.", "a-", "@", "meerjarig ", "a", "VN_"])
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    finder = term_finder(document("Een zin."), GLOSSARY)

    def search(size: int) -> None:
        list(finder(Block("p-1", "paragraph", piece * (size // len(piece)), Lines(1, 1))))

    assert growth(search, 20_000) < LIMIT
