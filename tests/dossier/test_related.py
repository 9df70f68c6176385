"""Related passages: what is near, what is reused word for word, what is new, and that few or empty texts do no harm."""

from __future__ import annotations

import pytest
from scipy.sparse import csr_matrix

from generator.annotators import annotate_all
from generator.dossier import nearness, related
from generator.dossier.index import Site, build_index
from generator.language import stems
from generator.model import Block, Document, Knowledge, Lines, Metadata, Seed, Transcript

HARBOUR = (
    "De vuurtorenwachters van de noordelijke havens krijgen voortaan een radaropleiding.",
    "Baggerschepen moeten de vaargeul langs de kust elk voorjaar opnieuw op diepte brengen.",
    "Het visafslagbestuur betaalt de schippers een vergoeding voor hun stilgelegde kotters.",
)
LATER = (
    "Wachters van een vuurtoren in de noordelijke havens krijgen nu een verplichte opleiding met radar.",
    "In de gemeenteraad is over de begroting van het zwembad en de schooltuinen gestemd.",
    "Baggerschepen moeten de vaargeul langs de kust elk voorjaar opnieuw op diepte brengen, en de haven ook.",
)


def _site(*texts: tuple[str, ...], language: str = "nl", dates: tuple[str | None, ...] = ("2008", "2016", "2020")) -> Site:
    return build_index(annotate_all(
        (
            Document(
                Transcript(Seed(f"d{place}.txt"), ""),
                Metadata(f"d{place}", f"D{place}", f"D{place}", language=language, date=dates[place]),
                tuple(Block(f"p-{number}", "paragraph", words, Lines(number, number)) for number, words in enumerate(own, 1)),
            )
            for place, own in enumerate(texts)
        ),
        Knowledge(),
    ))  # fmt: skip


def test_a_passage_in_other_words_and_compounds_is_the_nearest() -> None:
    found = related.gather(_site(HARBOUR, LATER)).of("d1", "p-1")
    assert [relation.passage.place for relation in found] == [("d0", "p-1")]
    assert found[0].shared == ""


def test_none_is_shown_where_none_is_near() -> None:
    assert related.gather(_site(HARBOUR, LATER)).of("d1", "p-2") == ()


def test_reuse_word_for_word_is_told_with_the_words() -> None:
    (relation,) = related.gather(_site(HARBOUR, LATER)).of("d1", "p-3")
    assert relation.shared.startswith("Baggerschepen moeten de vaargeul langs de kust elk voorjaar opnieuw op diepte brengen")
    assert relation.score > 0.5


def test_no_passage_of_the_same_document_is_shown() -> None:
    found = related.gather(_site((*HARBOUR, HARBOUR[0]), LATER))
    assert all(relation.passage.place[0] != place[0] for place, relations in found.found.items() for relation in relations)


def test_words_that_are_said_with_the_same_others_bring_passages_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A "sluis" and a "sas" share no letter sequence; both are said with "schutten" and "verval", and never with "orgel"."""
    monkeypatch.setattr(nearness, "COMPANIES", 2)
    words = ("sluis", "sas", "schutten", "verval", "orgel", "pijp")
    said = ("sluis schutten verval", "sas schutten verval", "sluis schutten", "sas verval", "orgel pijp", "orgel orgel pijp")
    company = nearness.company_of(csr_matrix([[float(text.split().count(word)) for word in words] for text in said]))
    assert company[2] @ company[3] > 0.9
    assert abs(company[2] @ company[4]) < 0.1


def test_what_no_older_document_says_is_new_and_nothing_is_new_in_the_oldest() -> None:
    site = _site(HARBOUR, LATER)
    found, (new, old) = related.gather(site), site.entries
    assert [anchor for anchor in ("p-1", "p-2", "p-3") if found.is_new(new, anchor)] == ["p-2"]
    assert not any(found.is_new(old, anchor) for anchor in ("p-1", "p-2", "p-3"))


def test_documents_of_another_language_or_without_a_date_are_not_called_new() -> None:
    site = _site(HARBOUR, LATER, dates=(None, "2016"))
    assert not related.gather(site).is_new(site.by_id["d1"], "p-2")


@pytest.mark.parametrize("texts", [(), ((),), (("Kort.",), ("Kort.",)), (("a b c d e f",) * 30, ("a b c d e f",) * 30)])
def test_dossiers_of_nothing_or_of_the_same_words_only_have_no_related_passages(texts: tuple[tuple[str, ...], ...]) -> None:
    assert related.gather(_site(*texts)).found == {}


def test_the_same_documents_give_the_same_answers() -> None:
    one, other = (related.gather(_site(HARBOUR, LATER, HARBOUR)) for _ in range(2))
    assert {place: [(r.passage.place, r.score) for r in rs] for place, rs in one.found.items()} == {
        place: [(r.passage.place, r.score) for r in rs] for place, rs in other.found.items()
    }


@pytest.mark.parametrize(
    ("word", "known", "parts"),
    [
        ("radaropleiding", {"radar", "opleiding"}, ("radar", "opleiding")),
        ("overnameovereenkomsten", {"overname", "overeenkomsten"}, ("overname", "overeenkomsten")),
        ("veiligheidsbeleid", {"veiligheid", "beleid"}, ("veiligheid", "beleid")),
        ("havens", {"have", "haven"}, ()),
        ("opleiding", {"op", "leiding"}, ()),
    ],
)
def test_a_compound_is_parted_where_both_halves_are_words(word: str, known: set[str], parts: tuple[str, ...]) -> None:
    assert stems.compound_parts(word, known) == parts
