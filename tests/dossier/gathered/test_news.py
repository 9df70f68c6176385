"""What is new: from the history of the files, from what is written in them, and from both; on the page, in the feeds, at the foot of pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from generator import build
from generator.dossier.findings import Findings
from generator.model import Page, Severity
from generator.settings import Settings
from tests.atom import complaints, entries, read
from tests.repository import Repository, repository
from tests.support import write_all

TEXT: Final = "# Nota over de havens\n\nDe Commissie zal uiterlijk op 4 maart 2016 een havenatlas (HA) uitgeven voor Tunesië. De top van Bari was op 3 mei 2015.\n"
SIDECAR: Final = 'id: nota\ntitle: Nota over de havens\nshort_title: De havennota\ndate: "2015-03-04"\n'
TERM: Final = "---\nterm: HA\nkind: instrument\nsenses:\n  - expansion: havenatlas\n---\nEen atlas van havens. Met kaarten.\n"
COUNTRY: Final = "---\nevidence: []\n---\nTunesië krijgt een atlas.\n"
EVENT: Final = '---\nname: Top van Bari\ndate: "2015-05-03"\nphrases: [top van Bari]\n---\nEen bijeenkomst.\n'
THEME: Final = "---\nname: Havens\nwords: [havenatlas]\n---\nOver havens.\n"
OUTCOME: Final = """\
---
document: nota
paragraph: p-nota-over-de-havens-1
quote: een havenatlas (HA) uitgeven
status: uitgevoerd
evidence:
  - document: later
    paragraph: p-verslag-1
    quote: De havenatlas is verschenen.
---
De atlas is er.
"""
LATER: Final = {
    "seeds/later.md": "# Verslag\n\nDe havenatlas is verschenen.\n",
    "seeds/later.yml": "id: later\ntitle: Verslag\ndate: '2018-01-02'\n",
}
ALL: Final = {
    "seeds/nota.md": TEXT,
    "seeds/nota.yml": SIDECAR,
    **LATER,
    "seeds/glossary/ha.md": TERM,
    "seeds/countries/tn.md": COUNTRY,
    "seeds/events/top-van-bari.md": EVENT,
    "seeds/themes/havens.md": THEME,
    "seeds/commitments/havenatlas.md": OUTCOME,
}
FIRST, SECOND, THIRD = "2026-03-01T09:00:00+01:00", "2026-03-09T23:30:00+01:00", "2026-04-02T10:00:00+02:00"
SETTINGS: Final = "site_url: https://havens.voorbeeld.nl/\nsite_name: Havens\nextra:\n  publisher: {owner: Havenarchief}\n"


def found(folder: Path) -> Findings:
    """What is found in the seeds of a folder."""
    dossier = build.gather(Settings(folder / "seeds", folder / "docs", folder / "mkdocs.yml"))
    assert [str(one) for one in dossier.problems if one.severity is not Severity.TODO] == []
    return build.found_in(dossier)


def told(folder: Path) -> list[str]:
    """Each thing that happened, as a line."""
    return [f"{one.day} {one.kind} {one.thing.kind} {one.thing.name}" for one in found(folder).news.items]


def made(folder: Path) -> dict[str, str]:
    """The files that a build would write, by path."""
    files: tuple[Page, ...] = (*build.render(found(folder), index=lambda _: ()),)
    texts = {page.path: page.content if isinstance(page.content, str) else page.content.decode("utf-8", "replace") for page in files}
    # The way to the file behind a page begins where the seeds were said to be.
    return {path: content.replace(f"{folder.as_posix()}/", "") for path, content in texts.items()}


@pytest.fixture
def kept(tmp_path: Path) -> Repository:
    """A dossier with a history: a document, then everything else, then a change of three files."""
    done = repository(tmp_path / "dossier")
    done.commit(FIRST, {"seeds/nota.md": TEXT, "seeds/nota.yml": SIDECAR})
    done.commit(SECOND, {name: content for name, content in ALL.items() if "nota." not in name})
    done.commit(
        THIRD,
        {
            "seeds/nota.yml": f"{SIDECAR}kind: nota\n",
            "seeds/glossary/ha.md": f"{TERM}Echt.\n",
            "seeds/later.md": LATER["seeds/later.md"] + "\nEn gedrukt.\n",
        },
    )
    return done


def test_with_git_everything_that_people_add_or_change_is_news(kept: Repository) -> None:
    assert told(kept.folder) == [
        "2026-04-02 changed document Verslag",
        "2026-04-02 changed document De havennota",
        "2026-04-02 changed term HA",
        "2026-03-09 added document Verslag",
        "2026-03-09 added term HA",
        "2026-03-09 added country Tunesië",
        "2026-03-09 added event Top van Bari",
        "2026-03-09 added theme Havens",
        "2026-03-09 added commitment De Commissie zal uiterlijk op 4 maart 2016 een havenatlas (HA) uitgeven voor Tunesië.",
        "2026-03-01 added document De havennota",
    ]


def test_the_same_commit_gives_the_same_files_in_every_copy(kept: Repository, tmp_path: Path) -> None:
    copy = kept.clone(tmp_path / "kopie")
    assert made(copy.folder) == made(kept.folder)


def test_without_git_what_is_written_in_the_files_is_news(tmp_path: Path) -> None:
    dates = {
        "seeds/glossary/ha.md": TERM.replace("---\n", '---\nadded: "2026-02-03"\nupdated: "2026-02-05"\n', 1),
        "seeds/nota.yml": f"{SIDECAR}added: 2026-02-01\n",
    }
    write_all(tmp_path, {**ALL, **dates})
    assert told(tmp_path) == ["2026-02-05 changed term HA", "2026-02-03 added term HA", "2026-02-01 added document De havennota"]


def test_without_git_and_dates_nothing_is_said_to_be_new(tmp_path: Path) -> None:
    write_all(tmp_path, ALL)
    files = made(tmp_path)
    assert "Van niets in dit dossier is bekend" in files["nieuw/index.md"]
    assert "dag-" not in files["nieuw/index.md"]
    assert not [path for path, content in files.items() if "\nbijgewerkt:" in content or "\ntoegevoegd:" in content]
    assert "<entry>" not in files["nieuw/nieuw.atom"] + files["begrippen/begrippen.atom"]


def test_in_a_shallow_copy_only_what_is_known_is_told_and_the_page_says_from_when(kept: Repository, tmp_path: Path) -> None:
    copy = kept.clone(tmp_path / "ondiep", "--depth=2")
    assert told(copy.folder) == [
        "2026-04-02 changed document Verslag",
        "2026-04-02 changed document De havennota",
        "2026-04-02 changed term HA",
    ]
    page = made(copy.folder)["nieuw/index.md"]
    assert "niet verder bekend dan tot 9 maart 2026" in page
    bare = kept.clone(tmp_path / "kaal", "--depth=1")
    assert told(bare.folder) == []
    assert "niet verder bekend dan tot 2 april 2026" in made(bare.folder)["nieuw/index.md"]


def test_what_an_author_wrote_goes_before_git(kept: Repository) -> None:
    kept.commit(THIRD, {"seeds/glossary/ha.md": TERM.replace("---\n", '---\nadded: "2025-12-01"\n', 1)})
    assert [line for line in told(kept.folder) if " term " in line] == ["2026-04-02 changed term HA", "2025-12-01 added term HA"]


def test_a_description_that_comes_later_changes_a_document_and_does_not_add_it(tmp_path: Path) -> None:
    late = repository(tmp_path)
    late.commit(FIRST, {"seeds/nota.md": TEXT})
    late.commit(SECOND, {"seeds/nota.yml": SIDECAR})
    assert told(tmp_path) == ["2026-03-09 changed document De havennota", "2026-03-01 added document De havennota"]


def test_what_is_added_and_changed_on_one_day_was_added(tmp_path: Path) -> None:
    quick = repository(tmp_path)
    quick.commit("2026-03-01T09:00:00+01:00", {"seeds/nota.md": TEXT})
    quick.commit("2026-03-01T19:00:00+01:00", {"seeds/nota.md": f"{TEXT}\nSlot.\n"})
    assert told(tmp_path) == ["2026-03-01 added document Nota over de havens"]


def test_the_page_tells_days_and_names_and_leads_to_them(kept: Repository) -> None:
    page = made(kept.folder)["nieuw/index.md"]
    assert re.findall(r"^## (.+?) \{ #(.+) \}$", page, re.MULTILINE)[:3] == [
        ("2 april 2026", "dag-2026-04-02"), ("9 maart 2026", "dag-2026-03-09"), ("1 maart 2026", "dag-2026-03-01"),
    ]  # fmt: skip
    assert "2 documenten bijgewerkt" in page
    assert '<a href="../begrippen/ha/">havenatlas (HA)</a>' in page
    assert '<a href="../tijdlijn/#top-van-bari">Top van Bari</a>' in page


def test_a_name_is_words_on_the_page_and_in_every_feed(kept: Repository) -> None:
    name = '<img src=x onerror="alert(1)"> & *kaden* [x](javascript:1) ]]>'
    kept.commit(
        THIRD,
        {
            "seeds/themes/havens.md": THEME.replace("name: Havens", f"name: '{name}'"),
            "seeds/nota.yml": SIDECAR.replace("De havennota", f"x{name}".replace('"', "'")),
        },
    )
    files = made(kept.folder)
    shown = BeautifulSoup(markdown(files["nieuw/index.md"], extensions=["md_in_html", "attr_list", "abbr", "footnotes"]), "html.parser")
    assert name in [link.get_text() for link in shown.find_all("a")]
    assert shown.find_all(["img", "em"]) == []
    for path in ("nieuw/nieuw.atom", "onderwerpen/onderwerpen.atom"):
        assert complaints(files[path].encode()) == []
        assert any(name in (entry.findtext("{*}title") or "") for entry in entries(files[path].encode()))


def test_nobody_who_committed_is_named(kept: Repository) -> None:
    assert "x.example" not in "".join(made(kept.folder).values())


def test_pages_say_when_what_they_are_about_was_added_and_changed(kept: Repository) -> None:
    files = made(kept.folder)
    both = 'toegevoegd: {"dag": "1 maart 2026", "machine": "2026-03-01"}\nbijgewerkt: {"dag": "2 april 2026", "machine": "2026-04-02"}\n'
    own = [path for path in files if path.startswith("documenten/nota/") and path.endswith("index.md")]
    assert len(own) >= 4
    assert [path for path in own if both not in files[path].partition("\n---\n")[0] + "\n"] == []
    assert 'toegevoegd: {"dag": "9 maart 2026", "machine": "2026-03-09"}\n' in files["landen/tunesie/index.md"]
    assert "bijgewerkt:" not in files["landen/tunesie/index.md"] + files["documenten/index.md"] + files["tijdlijn/index.md"]


def test_every_feed_is_valid_and_read_by_another_program(kept: Repository) -> None:
    for settings in ("", SETTINGS):
        write_all(kept.folder, {"mkdocs.yml": settings} if settings else {})
        files = {path: content for path, content in made(kept.folder).items() if path.endswith(".atom")}
        assert len(files) == 7
        for path, content in files.items():
            assert complaints(content.encode()) == [], path
            assert read(content.encode()).entries, path


def test_with_an_address_a_feed_has_whole_addresses_that_are_its_names(kept: Repository) -> None:
    write_all(kept.folder, {"mkdocs.yml": SETTINGS})
    feed = read(made(kept.folder)["nieuw/nieuw.atom"].encode())
    assert (feed.feed.title, feed.feed.id, feed.feed.author) == (
        "Havens: wat is nieuw",
        "https://havens.voorbeeld.nl/nieuw/nieuw.atom",
        "Havenarchief",
    )
    assert feed.feed.updated == THIRD
    first = feed.entries[0]
    assert (first.title, first.id, first.link) == ("Document: Verslag", *["https://havens.voorbeeld.nl/documenten/later/"] * 2)
    assert (first.published, first.updated) == (SECOND, THIRD)
    assert [entry.updated for entry in feed.entries] == [THIRD] * 3 + [SECOND] * 4


def test_without_an_address_a_feed_leads_from_where_it_stands_to_the_page_and_not_to_itself(kept: Repository) -> None:
    files = made(kept.folder)
    ways = {
        path: [entry.link for entry in read(files[path].encode()).entries]
        for path in ("tijdlijn/gebeurtenissen.atom", "begrippen/begrippen.atom")
    }
    assert ways == {"tijdlijn/gebeurtenissen.atom": ["./#top-van-bari"], "begrippen/begrippen.atom": ["ha/"]}


def test_a_commitment_is_new_when_its_document_came_and_again_when_its_outcome_did(kept: Repository) -> None:
    assert atlas(kept.folder).updated == SECOND
    kept.commit(THIRD, {"seeds/commitments/havenatlas.md": None})
    assert atlas(kept.folder).updated == FIRST
    kept.commit(THIRD, {"seeds/commitments/havenatlas.md": f"{OUTCOME}Sinds kort.\n"})
    assert atlas(kept.folder).updated == THIRD


def atlas(folder: Path) -> Any:
    """The entry of the one commitment of the note that the Commission makes."""
    feed = read(made(folder)["toezeggingen/toezeggingen.atom"].encode())
    return next(entry for entry in feed.entries if entry.author == "De havennota" and "Commissie" in entry.title)


@pytest.mark.parametrize(
    ("key", "line", "said"),
    [
        ('added: "2026-02-30"', 2, "'2026-02-30' is geen dag die bestaat; schrijf de dag als 2026-03-14"),
        ('updated: "maart 2026"', 2, "kan niet bij 'updated'"),
        ('added: "2026-03-02"\nupdated: "2026-03-01"', 3, "'updated' (2026-03-01) ligt voor 'added' (2026-03-02)"),
    ],
)
@pytest.mark.parametrize("path", ["seeds/glossary/ha.md", "seeds/nota.yml"])
def test_days_that_cannot_be_are_told_by_line(path: str, key: str, line: int, said: str, tmp_path: Path) -> None:
    begin = "---\n" if path.endswith(".md") else "# x\n"
    content = ALL[path]
    write_all(tmp_path, {**ALL, path: content.replace("---\n", f"---\n{key}\n", 1) if path.endswith(".md") else f"{begin}{key}\n{content}"})
    problems = build.gather(Settings(tmp_path / "seeds", tmp_path / "docs")).problems
    assert [str(one) for one in problems if said in str(one) and one.line == line], problems
