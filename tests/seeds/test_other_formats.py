"""Documents of every format beside the five: they are checked, read and published like texts, and nothing else changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

import pytest

from generator.build import build
from generator.settings import Settings
from tests.support import ROOT, write_all

pytestmark = [pytest.mark.dossier, pytest.mark.slow]

FILES: Final = {
    "com-html": "html/003-com.html",
    "com-docx": "docx/003-com.docx",
    "com-odt": "odt/003-com.odt",
    "com-fmx": "formex/003-general.fmx.xml",
    "com-akn": "akn/003-doc.akn",
}
"""Each by the id that its description gives it; all five say the same words, so that their pages can be held against each other."""

ACT: Final = """<ACT><BIB.INSTANCE><DATE ISO="20310303">20310303</DATE><LG.DOC>NL</LG.DOC><NO.DOC FORMAT="YN" TYPE="OJ"><COM>EU</COM><YEAR>2031</YEAR>
<NO.CURRENT>12</NO.CURRENT></NO.DOC><PUBLICATION.REF><COLL>L</COLL><NO.OJ>067</NO.OJ><YEAR>2031</YEAR></PUBLICATION.REF></BIB.INSTANCE><TITLE><TI><P>Verordening (EU) 2031/12 over de havens</P></TI></TITLE><ENACTING.TERMS><ARTICLE>
<TI.ART>Artikel 1</TI.ART><ALINEA>Een haven heeft een kade.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated pages of the dossier with the files of all formats added."""
    folder = tmp_path_factory.mktemp("formats")
    shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=shutil.ignore_patterns("permalinks"))
    for name, path in FILES.items():
        source = ROOT / "tests" / "reading" / path
        shutil.copy(source, folder / "seeds" / f"{name}{''.join(source.suffixes)}")
        stem = f"{name}{''.join(source.suffixes[:-1])}"
        write_all(folder / "seeds", {f"{stem}.yml": f"id: {name}\ntitle: Totaalaanpak als {name}\n"})
    write_all(folder / "seeds", {"act.xml": ACT, "act.yml": "id: verordening\ntitle: Verordening over de havens\n"})
    report, problems = build(Settings(folder / "seeds", folder / "docs"), index=lambda _: ())
    assert report
    wrong = [problem for problem in problems if "fout in de lezer" in str(problem)]
    assert wrong == []
    return folder / "docs"


@pytest.mark.parametrize("name", FILES)
def test_a_document_of_any_format_has_its_pages_data_and_download(built: Path, name: str) -> None:
    page = built / "documenten" / name
    assert {"bron", "volledig"} <= {path.name for path in page.iterdir()}
    data = json.loads((built / "data" / "documents" / f"{name}.json").read_text(encoding="utf-8"))
    assert data["format"] in {"html", "docx", "odt", "formex", "akn"}
    assert all(block["place"]["kind"] == "element" for block in data["blocks"])
    whole = (page / "volledig" / "index.md").read_text(encoding="utf-8")
    assert "Globalisering alsmede demografische en sociale veranderingen" in whole
    source = (page / "bron" / "index.md").read_text(encoding="utf-8")
    assert "Globalisering alsmede" in source
    made = (".md", ".md.txt", "kaarten.json")
    (download,) = (path for path in page.iterdir() if path.is_file() and not path.name.endswith(made))
    assert download.suffix in {".txt", ".docx", ".odt"}, "a browser would open it as a page"
    assert download.read_bytes() == (ROOT / "tests" / "reading" / FILES[name]).read_bytes()


def test_all_formats_of_one_document_say_the_same(built: Path) -> None:
    texts = set()
    for name in FILES:
        data = json.loads((built / "data" / "documents" / f"{name}.json").read_text(encoding="utf-8"))
        texts.add(tuple(block["text"] for block in data["blocks"]) + tuple(note["text"] for note in data["footnotes"]))
    assert len(texts) == 1


def test_what_a_file_states_about_itself_fills_its_description(built: Path) -> None:
    data = json.loads((built / "data" / "documents" / "verordening.json").read_text(encoding="utf-8"))
    assert (data["number"], data["date"], data["language"]) == ("(EU) 2031/12", "2031-03-03", "nl")
    assert data["provenance"] == {"title": "editorial", "number": "source", "date": "source"}
    page = (built / "documenten" / "verordening" / "index.md").read_text(encoding="utf-8")
    assert '<dt>Publicatieblad</dt><dd>L 67, 2031 <span class="herkomst source">' in page
