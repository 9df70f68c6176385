"""A page that lost what it says of itself, or that holds what may not run, is found on the built site and fails the build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pytest

from generator.__main__ import FINE, UNUSABLE, WRONG_CONTENT, main
from generator.commands.inspection import inspect, page_faults
from tests.conftest import copy_tree
from tests.support import Outcome, generator, run, write_all

POLICY: Final = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self'\">"
TOLD: Final = '<meta property="og:title" content="Havens"><meta name="description" content="Over havens.">'
HEAD: Final = f"{POLICY}{TOLD}"


def faults(head: str = HEAD, body: str = "") -> list[str]:
    """What is wrong with a page."""
    return [problem.message for problem in page_faults(f"<!doctype html><html><head>{head}</head><body>\n{body}\n</body></html>", "x.html")]


def test_a_page_as_it_should_be_has_no_faults() -> None:
    assert (
        faults(body='<p id="a" title="een">a</p><p id="b"><a href="../data/x.json" download>b</a><svg viewBox="0 0 1 1"></svg></p>') == []
    )


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (POLICY, "deze pagina heeft geen titel: haar gegevens zijn niet gelezen"),
        (TOLD, "deze pagina heeft geen beveiligingsbeleid, of het staat te laat"),
        (f"<link rel=icon href=x>{HEAD}", "deze pagina heeft geen beveiligingsbeleid, of het staat te laat"),
        (f"{POLICY}<meta property=og:title content=' '><meta name=description content=x>", "deze pagina heeft geen titel: haar gegevens zijn niet gelezen"),
        (f"{POLICY}<meta property=og:title content=x><meta name=description>", "deze pagina heeft geen beschrijving: haar gegevens zijn niet gelezen"),
        (HEAD.replace("script-src", "script-src 'unsafe-inline'"), "het beveiligingsbeleid van deze pagina staat 'unsafe-inline' toe"),
        (HEAD.replace("'self'\"", 'https:"'), "het beveiligingsbeleid van deze pagina staat https: toe"),
    ],
)  # fmt: skip
def test_the_head_says_what_the_page_is_and_what_it_may_do(head: str, said: str) -> None:
    assert said in faults(head)


def test_a_title_in_the_text_does_not_stand_for_one_in_the_head() -> None:
    """Someone who can write elements can write these too; the head comes first and counts."""
    empty = f'{POLICY}<meta property="og:title" content=""><meta name="description" content="">'
    assert len(faults(empty, TOLD)) == 2
    assert "deze pagina heeft geen beveiligingsbeleid, of het staat te laat" in faults(TOLD, POLICY)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p style='color:red'>a</p>", "in <p> staat opmaak"),
        ('<svg><rect STYLE="fill:red"/></svg>', "in <rect> staat opmaak"),
        ("<style>p{}</style>", "in <style> staat opmaak"),
        ("<script>alert(1)</script>", "in <script> staat een programma"),
        ("<script type=module>import 'x'</script>", "in <script> staat een programma"),
        ("<script type=importmap>{}</script>", "in <script> staat een programma"),
        ("<img src=x OnError=alert(1)>", "in <img> staat een programma (onerror)"),
        ("<details open ontoggle=alert(1)>", "in <details> staat een programma (ontoggle)"),
        ('<a href=" java\nscript:alert(1)">a</a>', "in <a> staat een adres dat een programma kan zijn (href)"),
        ('<a href="&#106;avascript:alert(1)">a</a>', "in <a> staat een adres dat een programma kan zijn (href)"),
        ('<a href="data:text/html,x">a</a>', "in <a> staat een adres dat een programma kan zijn (href)"),
        ("<form action=javascript:x></form>", "in <form> staat een adres dat een programma kan zijn (action)"),
        ("<iframe src=x></iframe>", "hier staat <iframe>"),
        ("<base href=//elders/>", "hier staat <base>"),
        ('<p id="noot">a</p><p id="noot">b</p>', "de naam 'noot' staat 2 keer op deze pagina"),
    ],
)
def test_what_could_run_or_mislead_is_found(body: str, said: str) -> None:
    assert faults(body=body) == [said]


def test_data_for_other_programs_does_not_run() -> None:
    assert (
        faults(body='<script type="application/ld+json">{"a": "<img src=x onerror=alert(1)>"}</script><script src="x.js"></script>') == []
    )


def test_files_that_a_browser_opens_as_a_page_are_ours(tmp_path: Path) -> None:
    write_all(tmp_path, {"sitemap.xml": "", "assets/img/logo.svg": "", "documenten/a/a.xml": "", "documenten/a/B.SVG": "", "x.xhtml": ""})
    found = [Path(problem.path).relative_to(tmp_path).as_posix() for problem in inspect(tmp_path)]
    assert found == ["documenten/a/B.SVG", "documenten/a/a.xml", "x.xhtml"]


def test_the_command_tells_file_and_line_and_fails(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect"]) == UNUSABLE
    assert capsys.readouterr().err.startswith("site: deze map bestaat niet; bouw de site eerst")
    write_all(in_folder, {"site/index.html": f"<head>{HEAD}</head>"})
    assert main(["inspect"]) == FINE
    write_all(in_folder, {"elders/a/index.html": f"<head>{HEAD}</head>\n<p>\n<b onclick=x>"})
    assert main(["inspect", "--site", "elders"]) == WRONG_CONTENT
    assert "elders/a/index.html:3: in <b> staat een programma (onclick); zet het in een bestand" in capsys.readouterr().err


# What loses a page its front matter, each for another reason: MkDocs says nothing about any of them.
LOST: Final = {
    "none": "# Kop\n\nTekst.\n",
    "no YAML": "---\ntitle: een: twee\ndescription: x\n---\n\n# Kop\n",
    "no mapping": "---\n- title\n---\n\n# Kop\n",
    "a character that YAML refuses": '---\ntitle: "a\x92b"\ndescription: x\n---\n\n# Kop\n',
    "a blank line above it": "\n---\ntitle: Kop\ndescription: x\n---\n\n# Kop\n",
    "never closed": "---\ntitle: Kop\ndescription: x\n\n# Kop\n",
    "no description": "---\ntitle: Kop\n---\n\n# Kop\n",
    "an empty title": '---\ntitle: ""\ndescription: x\n---\n\n# Kop\n',
}
INLINE: Final = {
    "style": "---\ntitle: Kop\ndescription: x\n---\n\n# Kop\n\nEen alinea.\n{ style=color:red }\n",
    "handler": '---\ntitle: Kop\ndescription: x\n---\n\n# Kop\n\n<p onclick="x()">a</p>\n',
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one document that builds."""
    folder = tmp_path_factory.mktemp("inspected") / "tree"
    copy_tree(folder, seeds=False)
    write_all(folder / "seeds", {"a.txt": "DE HAVENS\n\nDe Raad heeft in 2015 in Tunesië een verslag over de havens aangenomen.\n"})
    assert generator("build", cwd=folder).code == FINE
    return folder


def _mkdocs(tree: Path) -> Outcome:
    return run(sys.executable, "-m", "mkdocs", "build", "--clean", cwd=tree)


@pytest.mark.site
@pytest.mark.parametrize("content", (LOST | INLINE).values(), ids=(LOST | INLINE).keys())
def test_the_build_fails_on_such_a_page(content: str, tree: Path) -> None:
    page = tree / "docs/over.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(content, encoding="utf-8")
    try:
        built = _mkdocs(tree)
    finally:
        page.write_text(before, encoding="utf-8")
    assert built.code == 1
    assert "over/index.html" in built.err
    assert "Traceback" not in built.err


@pytest.mark.site
def test_the_build_is_fine_without_such_a_page(tree: Path) -> None:
    built = _mkdocs(tree)
    assert (built.code, "Traceback" in built.err) == (0, False)
    assert generator("inspect", cwd=tree).code == FINE
