"""PDFs of documents and chapters, read as a reader with the paper in hand would, and as a program that reads aloud would."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pytest
from pypdfium2 import raw

from generator import build
from generator.__main__ import FINE, UNUSABLE, main
from generator.model import Page, Publication
from generator.output.typesetting import Sheet, TypesettingError, typeset
from generator.pages.document.paper import sheets
from generator.settings import Settings
from tests.support import IN_CI, ROOT, generator, snapshot, write_all

pytestmark = pytest.mark.slow

ADDRESS: Final = "https://dossier.example/haven/"
LONG_WORD: Final = "havenveiligheidscoördinatie" * 12
LONG_TITLE: Final = "Mededeling over de veiligheid van kleine zeehavens " * 7
PARAGRAPH: Final = (
    "De kade van Vlissingen wordt in het voorjaar opgehoogd, zodat ook grote schepen bij springtij kunnen aanleggen en lossen. "
)
TEXT: Final = "\n\n".join(
    [
        "# 1. Kaden",
        f"Eerst de kaden[^1]. {PARAGRAPH * 3}",
        *[f"Alinea {number}. {PARAGRAPH * 6}" for number in range(1, 13)],
        f"Een woord dat niet past: {LONG_WORD}.",
        "# 2. Sluizen & <script>alert(1)</script>",
        f"Over de sluizen is meer te zeggen[^2]. {PARAGRAPH}",
        "- het eerste punt;\n- het tweede punt[^3].",
        "| " + " | ".join(f"kop {column}" for column in range(1, 15)) + " |",
        "",
        "[^1]: Zie het verslag van de havenmeester, https://haven.example/" + "verslag/" * 30 + ".",
        "[^2]: " + " ".join(f"({number}) {PARAGRAPH.strip()}" for number in range(1, 61)),
        "[^3]: De derde noot.",
    ]
)
SIDECAR: Final = f'id: havens\ntitle: "{LONG_TITLE.strip()}"\nnumber: HAV(2019) 7\ndate: "2019-04-03"\ninstitution: Havenraad\n'


@pytest.fixture(scope="session", autouse=True)
def weasyprint() -> None:
    """WeasyPrint and Pango; without them these tests are skipped, and in continuous integration they fail."""
    try:
        typeset((), Path())
    except TypesettingError as error:
        if IN_CI:
            pytest.fail(str(error))
        pytest.skip(str(error))


def _dossier(folder: Path, text: str = TEXT, sidecar: str = SIDECAR) -> tuple[Sheet, ...]:
    write_all(folder / "seeds", {"havens.md": text, "havens.yml": sidecar})
    dossier = build.gather(Settings(folder / "seeds", folder / "docs", paper=True))
    assert not dossier.unreadable, dossier.problems
    found = build.found_in(replace(dossier, publication=Publication(name="Havens", url=ADDRESS, paper=True)))
    return tuple(sheets(found))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The PDFs of an awkward dossier, by path."""
    pages = typeset(_dossier(tmp_path_factory.mktemp("havens")), ROOT / "docs")
    return {page.path: bytes(page.content) for page in pages if isinstance(page.content, bytes)}


@pytest.fixture(scope="session")
def whole(made: dict[str, bytes]) -> pypdfium2.PdfDocument:
    """The PDF of the whole document."""
    return pypdfium2.PdfDocument(made["documenten/havens/volledig/havens.pdf"])


def _words(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def _texts(pdf: pypdfium2.PdfDocument) -> list[str]:
    return [_words(page) for page in pdf]


def test_a_document_and_each_of_its_chapters_has_one(made: dict[str, bytes]) -> None:
    assert sorted(made) == [
        "documenten/havens/1-kaden/havens-1-kaden.pdf",
        "documenten/havens/2-sluizen-script-alert-1-script/havens-2-sluizen-script-alert-1-script.pdf",
        "documenten/havens/volledig/havens.pdf",
    ]


def test_each_page_says_what_it_is_of_and_where_it_stands(made: dict[str, bytes]) -> None:
    for path, content in made.items():
        pdf = pypdfium2.PdfDocument(content)
        for number, words in enumerate(_texts(pdf), 1):
            told = [
                "Mededeling over de veiligheid",
                "HAV(2019) 7",
                "3 april 2019",
                ADDRESS + path.rpartition("/")[0] + "/",
                f"{number} / {len(pdf)}",
            ]
            assert [part for part in told if part not in words] == [], (path, number)


def test_a_page_names_its_chapter(whole: pypdfium2.PdfDocument) -> None:
    assert ["1. Kaden" in words for words in _texts(whole)][1:3] == [True, True]
    assert "2. Sluizen & <script>" in _texts(whole)[-1]


def test_nothing_stands_outside_the_page(made: dict[str, bytes]) -> None:
    for content in made.values():
        for page in pypdfium2.PdfDocument(content):
            width, height = page.get_size()
            boxes = [thing.get_bounds() for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
            assert [box for box in boxes if box[0] < 20 or box[1] < 20 or box[2] > width - 20 or box[3] > height - 20] == []


def test_no_page_is_empty(made: dict[str, bytes]) -> None:
    for content in made.values():
        assert min(len(words) for words in _texts(pypdfium2.PdfDocument(content))) > 200


def test_a_note_stands_once_at_the_foot_of_the_page_of_its_marker_or_of_the_next(whole: pypdfium2.PdfDocument) -> None:
    texts = _texts(whole)
    for marker, note in (("Eerst de kaden", "verslag van de havenmeester"), ("het tweede punt", "De derde noot")):
        (called,) = (number for number, words in enumerate(texts) if marker in words)
        (told,) = (number for number, words in enumerate(texts) if note in words)
        assert told - called in {0, 1}


def test_a_note_that_is_longer_than_a_page_is_all_there(whole: pypdfium2.PdfDocument) -> None:
    said = " ".join(_texts(whole))
    assert [number for number in range(1, 61) if said.count(f"({number}) De kade") != 1] == []


def test_each_paragraph_has_its_address_in_the_margin_where_it_begins(whole: pypdfium2.PdfDocument) -> None:
    texts = _texts(whole)
    for number in range(2, 13):
        page = next(words for words in texts if f"Alinea {number - 1}. De kade" in words)
        assert f"#p-1-{number}" in page


def test_a_paragraph_can_be_linked_to_in_the_file(whole: pypdfium2.PdfDocument) -> None:
    assert {"p-1-1", "p-2-1", "fn:1"} <= set(_destinations(whole))


def _destinations(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(raw.FPDF_CountNamedDests(pdf)):
        length = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(pdf, number, None, length)
        name: Any = ctypes.create_string_buffer(length.value)
        raw.FPDF_GetNamedDest(pdf, number, name, length)
        yield name.raw.decode("utf-16-le").rstrip("\0")


def test_the_file_tells_programs_what_it_is(whole: pypdfium2.PdfDocument) -> None:
    facts = whole.get_metadata_dict()
    assert facts["Title"] == LONG_TITLE.strip()
    assert facts["Author"] == "Havenraad"
    assert facts["Keywords"] == "HAV(2019) 7"
    assert facts["CreationDate"] == facts["ModDate"] == ""
    assert whole.is_tagged()
    assert _language(whole) == "nl"
    assert [item.get_title() for item in whole.get_toc()][1:3] == ["1. Kaden", "2. Sluizen & <script>alert(1)</script>"]


def _language(pdf: pypdfium2.PdfDocument) -> str:
    length = raw.FPDFCatalog_GetLanguage(pdf, None, 0)
    said: Any = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(pdf, ctypes.cast(said, ctypes.POINTER(ctypes.c_ushort)), length)
    return str(said.raw.decode("utf-16-le").rstrip("\0"))


def test_headings_in_capitals_are_spelled_as_on_the_site(tmp_path: Path) -> None:
    shouted = "# 1. OVER DE KADEN EN DE SLUIZEN\n\nDe kaden en de sluizen zijn oud.\n"
    said = _texts(pypdfium2.PdfDocument(typeset(_dossier(tmp_path, shouted), ROOT / "docs")[0].content))[0]
    assert "1. Over de kaden en de sluizen" in said
    assert "KADEN" not in said


def test_a_document_of_which_nothing_is_known_has_one_too(tmp_path: Path) -> None:
    made = typeset(_dossier(tmp_path, "Een nota zonder meer.\n", "id: nota\ntitle: Nota\n"), ROOT / "docs")
    assert all("Nota" in words for page in made for words in _texts(pypdfium2.PdfDocument(page.content)))


def test_no_row_of_a_table_is_lost_however_long_its_head(tmp_path: Path) -> None:
    """A head that is longer than a page is not repeated on each; WeasyPrint would leave it out."""
    rows = "\n".join(f"| Pier {number} | {number} m | {'steen en hout ' * (number % 9)}|" for number in range(50))
    wide = "| " + " | ".join(f"kolom {number}" for number in range(16)) + " |\n|" + "---|" * 16 + "\n| " + " | ".join(["hout"] * 16) + " |"
    text = f"# 1. Pieren\n\n| Pier | Lengte | Waarvan |\n|---|---|---|\n{rows}\n\n{wide}\n"
    for page in typeset(_dossier(tmp_path, text), ROOT / "docs"):
        pdf = pypdfium2.PdfDocument(page.content)
        said = " ".join(_texts(pdf))
        assert [number for number in range(50) if f"{number} m" not in said] == []
        assert said.count("hout") >= 16
        for sheet in pdf:
            boxes = [thing.get_bounds() for thing in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
            assert max(box[2] for box in boxes) < sheet.get_width() - 20


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, made: dict[str, bytes]) -> None:
    again = typeset(_dossier(tmp_path), ROOT / "docs")
    assert {page.path: page.content for page in again} == made


def test_what_is_there_is_kept_and_what_differs_or_is_broken_is_made_anew(tmp_path: Path) -> None:
    first, second = (Sheet(f"{name}.pdf", ADDRESS, f"<html lang=nl><title>{name}</title><p>{name}") for name in ("een", "twee"))
    made = {page.path: page.content for page in typeset([first, second], tmp_path)}
    marked = bytes(made["een.pdf"]).replace(b"%%EOF", b"%kept\n%%EOF")  # type: ignore[arg-type] # bytes
    write_all(tmp_path, {"een.pdf": marked, "twee.pdf": bytes(made["twee.pdf"])[:-9]})  # type: ignore[arg-type] # bytes
    assert typeset([first, second], tmp_path) == (Page("een.pdf", marked), Page("twee.pdf", made["twee.pdf"]))
    changed = Sheet("een.pdf", ADDRESS, first.html + " en meer")
    assert typeset([changed], tmp_path)[0].content != marked


def test_nothing_is_fetched(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sheet = Sheet(
        "een.pdf",
        ADDRESS,
        "<html lang=nl><title>x</title><link rel=stylesheet href=x.css><img src='https://haven.example/x.png' alt=''><p>een",
    )
    assert "een" in _words(pypdfium2.PdfDocument(typeset([sheet], tmp_path)[0].content)[0])
    assert "haven.example" not in capfd.readouterr().out


def test_whatever_order_sets_have_the_bytes_are_the_same(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = write_all(
            tmp_path / seed,
            {"seeds/havens.md": "# 1. Kaden\n\nEen nota met een noot[^1].\n\n[^1]: De noot.\n", "seeds/havens.yml": SIDECAR},
        )
        assert generator("build", "--pdf", cwd=folder, PYTHONHASHSEED=seed).code == 0
        made.append({path: content for path, content in snapshot(folder / "docs").items() if path.endswith(".pdf")})
    assert made[0] == made[1] != {}


def test_where_weasyprint_is_not_there_nothing_is_written_and_the_way_to_get_it_is_told(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_all(in_folder, {"seeds/havens.md": "# 1. Kaden\n\nEen nota.\n", "seeds/havens.yml": SIDECAR})
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert main(["build", "--pdf"]) == UNUSABLE
    assert "requirements/pdf.lock" in capsys.readouterr().err
    assert not (in_folder / "docs").exists()


def test_pages_link_to_a_pdf_only_where_it_is_there(in_folder: Path) -> None:
    write_all(in_folder, {"seeds/havens.md": "# 1. Kaden\n\nEen nota.\n\n# 2. Sluizen\n\nNog een.\n", "seeds/havens.yml": SIDECAR})
    for options in (["--pdf"], []):
        assert main(["build", *options]) == FINE
        files = snapshot(in_folder / "docs")
        pdfs = [path for path in files if path.endswith(".pdf")]
        assert len(pdfs) == (3 if options else 0)
        for path in ("documenten/havens/index.md", "documenten/havens/volledig/index.md", "documenten/havens/1-kaden/index.md"):
            assert (b".pdf" in files[path]) == bool(options), path
