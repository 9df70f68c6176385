"""What the page of a document says of it that only its file states: its place in the Official Journal and its ELI, on a page as it is built."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.__main__ import FINE, main
from tests.support import write_all

_FORMEX: Final = """<ACT><BIB.INSTANCE><DATE ISO="20310303">20310303</DATE><LG.DOC>NL</LG.DOC><PUBLICATION.REF><COLL>L</COLL><NO.OJ>088</NO.OJ>
<YEAR>2031</YEAR></PUBLICATION.REF></BIB.INSTANCE><TITLE><TI><P>Verordening (EU) 2031/14 over de molens</P></TI></TITLE><ENACTING.TERMS><ARTICLE>
<TI.ART>Artikel 1</TI.ART><ALINEA>Een molen heeft een rad.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>"""
_AKN: Final = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="wet"><meta><identification source="#x"><FRBRWork>
<FRBRalias name="eli" value="{eli}"/></FRBRWork></identification></meta><preface><longTitle><p>Wet over de molens</p></longTitle></preface>
<body><article><num>Artikel 1</num><content><p>Een molen heeft een rad.</p></content></article></body></act></akomaNtoso>"""


def _page(folder: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The page of a document that is built from one file."""
    write_all(folder, {f"seeds/molens.{name}": content, "seeds/molens.yml": "id: molens\ntitle: Molens\n"})
    assert main(["build"]) == FINE, capsys.readouterr().err
    capsys.readouterr()
    return (folder / "docs/documenten/molens/index.md").read_text(encoding="utf-8")


def test_the_place_in_the_official_journal_is_told_and_that_the_file_says_so(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = _page(in_folder, "xml", _FORMEX, capsys)
    assert '<dt>Publicatieblad</dt><dd>L 88, 2031 <span class="herkomst source">' in page
    assert "<dt>ELI</dt>" not in page


def test_the_eli_is_a_link_to_the_register_of_the_union(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = "http://data.europa.eu/eli/reg/2031/14/oj"
    page = _page(in_folder, "akn", _AKN.format(eli=address), capsys)
    assert f'<dt>ELI</dt><dd><a href="{address}">' in page
    assert "<dt>Publicatieblad</dt>" not in page


@pytest.mark.parametrize("eli", ["/eli/wet/2031/14", "javascript:alert(1)//eli/", "https://evil.example/eli/x"])
def test_an_eli_elsewhere_is_told_but_is_no_link(eli: str, in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = _page(in_folder, "akn", _AKN.format(eli=eli), capsys)
    (said,) = (line for line in page.splitlines() if "<dt>ELI</dt>" in line)
    said = said.partition("<dt>ELI</dt>")[2].partition("</div>")[0]
    assert eli in said
    assert "<a " not in said
