"""Reading and describing a text and making its site take time in proportion to its length, whatever the text is made of."""

from __future__ import annotations

import io
from functools import cache

import pytest
from reportlab.pdfgen.canvas import Canvas

from generator import annotators, build
from generator.annotators import dates
from generator.dossier import limits
from generator.dossier.chapters import MOST_CHAPTERS
from generator.dossier.index import build_index
from generator.language import sentences
from generator.model import Knowledge, Seed, Severity
from generator.readers import ledger, opened, read
from tests.hostile import MARKDOWN, TEXTS, Shape
from tests.timing import LIMIT, growth

pytestmark = pytest.mark.slow

_SIZE = 5_000
"""Characters: long enough for a square to show beside what a text of any length costs."""


_TOLD = (
    "sentences", "paragraphs", "articles", "footnotes at the end", "ibid", "dates", "years", "countries", "amounts", "acts", "one act",
    "sections", "acronyms explained", "names given", "acronyms", "bodies",
)  # fmt: skip
"""What is told again elsewhere: on pages of terms, countries, acts and dates, in tables and files."""


def _read_and_describe(text: str, name: str) -> None:
    document = read(opened(Seed(name, text.encode())))
    assert not ledger.check(document)
    annotators.annotate_all([document], Knowledge())


@pytest.mark.parametrize(
    ("shape", "head", "name"),
    [
        *(pytest.param(shape, "MEDEDELING\n\n", "tekst.txt", id=name) for name, shape in TEXTS.items()),
        *(pytest.param(shape, "# Mededeling\n\n", "tekst.md", id=f"Markdown: {name}") for name, shape in MARKDOWN.items()),
    ],
)
def test_time_grows_with_the_length_of_the_text(shape: Shape, head: str, name: str) -> None:
    _read_and_describe(head + shape(100), name)
    assert growth(lambda size: _read_and_describe(head + shape(size), name), _SIZE) < LIMIT


def _make_the_site(text: str, name: str) -> None:
    documents = annotators.annotate_all([read(opened(Seed(name, text.encode())))], Knowledge())
    dossier = build.Dossier(documents, Knowledge(), tuple(limits.check(documents)))
    assert list(build.render(build.found_in(dossier), lambda _: ()))


@pytest.mark.parametrize(
    ("shape", "head", "name"),
    [
        *(pytest.param(TEXTS[name], "MEDEDELING\n\n", "tekst.txt", id=name) for name in _TOLD),
        *(pytest.param(MARKDOWN[name], "# Mededeling\n\n", "tekst.md", id=f"Markdown: {name}") for name in ("notes", "items")),
    ],
)
def test_time_to_make_the_site_grows_with_the_length_of_the_text(shape: Shape, head: str, name: str) -> None:
    _make_the_site(head + shape(2_000), name)
    assert growth(lambda size: _make_the_site(head + shape(size), name), 2 * _SIZE) < LIMIT


def test_a_sentence_without_end_is_cut_and_of_a_sentence_not_every_date_is_told() -> None:
    (document,) = annotators.annotate_all([read(opened(Seed("x.txt", TEXTS["dates"](20_000).encode())))], Knowledge())
    told = [mention.offset for block in document.blocks for mention in block.mentions if mention.kind == "date"]
    assert len(told) <= dates.MOST * (20_000 // (sentences.LONGEST - 20) + 1)
    (problem,) = limits.check([document])
    assert problem.line == 1
    assert problem.severity is Severity.TODO
    assert f"{dates.MOST} datums of meer" in problem.message


def test_a_sentence_with_fewer_dates_than_the_limit_tells_them_all() -> None:
    for count, problems in ((dates.MOST - 1, 0), (dates.MOST, 1)):
        text = f"Er werd vergaderd op {', '.join(f'{1 + day % 28} mei {1990 + day // 28}' for day in range(count))}."
        (document,) = annotators.annotate_all([read(opened(Seed("x.txt", text.encode())))], Knowledge())
        assert sum(mention.kind == "date" for block in document.blocks for mention in block.mentions) == count
        assert len(list(limits.check([document]))) == problems


def test_a_document_with_too_many_chapters_is_told_and_keeps_the_rest_in_the_last() -> None:
    text = "".join(f"# Kop {number}\n\nTekst {number}.\n\n" for number in range(1, MOST_CHAPTERS + 4))
    document = read(opened(Seed("x.md", text.encode())))
    (problem,) = limits.check([document])
    assert problem.message.startswith(f"dit document heeft {MOST_CHAPTERS + 3} hoofdstukken")
    (entry,) = build_index([document]).entries
    assert len(entry.chapters) == MOST_CHAPTERS
    assert [block.text for block in entry.chapters[-1].blocks][-1] == f"Tekst {MOST_CHAPTERS + 3}."
    assert not list(limits.check([read(opened(Seed("x.md", text[: text.index(f"# Kop {MOST_CHAPTERS + 1}")].encode())))]))


def test_a_square_would_be_noticed() -> None:
    def square(size: int) -> int:
        return sum(1 for _ in range(size // 10) for _ in range(size // 10))

    assert growth(square, _SIZE) > LIMIT


def _pages(count: int) -> Seed:
    """A PDF of so many pages, each with its own words, a note and a foot."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in range(count):
        canvas.setFont("Helvetica", 11)
        for row in range(30):
            canvas.drawString(70, 760 - 14 * row, f"Blad {page} vertelt op regel {row} iets over de brug, de sluis en het water")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(70, 80, f"{page + 1}  Noot bij blad {page}.")
        canvas.drawString(300, 40, str(page + 1))
        canvas.showPage()
    canvas.save()
    return Seed("tekst.pdf", out.getvalue())


def test_time_grows_with_the_pages_of_a_pdf() -> None:
    seeds = cache(_pages)

    def run(pages: int) -> None:
        assert not ledger.check(read(opened(seeds(pages))))

    for pages in (10, 40):
        seeds(pages)
    assert growth(run, 10) < LIMIT
