"""Inputs that nobody would write, of each kind that someone can write: `python -m tests.fuzz -n 100000` tries so many and counts them.

What is tried goes all the way: it is read, described, and, for a share of the cases, made into a site. Whatever goes in, nothing may
crash, no character may be lost, a mistake is told with its file and a remedy, and no page may hold markup that the input made.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from generator import annotators, build
from generator.dossier import home
from generator.inputs import sidecars
from generator.inputs.contributions import commitments, events, glossary, introductions, themes
from generator.inputs.contributions import markdown_files as contributions
from generator.language.tables import schema
from generator.model import Document, Knowledge, Page, Problem, Seed, UnreadableError
from generator.readers import ledger, opened, read
from generator.settings import Settings
from tests.fuzz_files import FORMATS
from tests.hostile import MARKDOWN, TEXTS
from tests.support import SIDECAR, TEXT, write_all

Files: TypeAlias = Mapping[str, str | bytes]
"""The files of a case below seeds/."""

_SCRIPTS: Final = (
    "<script>fuzz(1)</script>", "<img src=x onerror=fuzz(1)>", "](javascript:fuzz(1))", '" onmouseover="fuzz(1)', "{{ fuzz }}", "{% raw %}",
    "-->", "]]>", "</title>", "=HYPERLINK(1)", "[x]: javascript:fuzz(1)", "![x](data:fuzz)", "<svg/onload=fuzz(1)>", "&lt;script&gt;",
)  # fmt: skip
_PIECES: Final = (
    "1.", "2.1", "I.", "(a)", "a)", "•", "- ", "–", "* ", "> ", "# ", "## ", "===", "---", "***", "____", "|", "| a | b |", "| - | - |",
    "[1]", "[^1]", "[^1]: Noot.", "¹", "12", "1 Noot over de haven.", "Ibid.", "Artikel 5", "BIJLAGE", "Bijlage 1", "\f", "\t", "\r", "\n", "\n\n",
    "  ", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u2029", "\u0085", "\ufeff", "\ufffe", "\ue000", "ﬁ", "ĳ", "ß", "İ", "ſ", "é", "e\u0301", "𝔘", "🇳🇱",
    "sa-\nmen-\nwerking", "EU-", "-", "woord .", "non -refoulement", "http://a.b/c-\nd", "www.a.nl", "a@b.nl", "zie punt 2.1", "voetnoot 1",
    "1 mei 2016", "in 2015", "31 december 9999", "30 februari 2016", "vorig jaar", "tussen 4 en 24 mei", "2014-2020", "de jaren 80",
    "10 miljoen euro", "€ 5", "EUR 1.5 billion", "tussen 3 en 5 miljoen EUR", "COM(2015) 240", "Verordening (EU) nr. 604/2013",
    "Richtlijn 2008/115/EG", "artikel 5, lid 3", "Tunesië", "Marokko en Libië", "Franse", "het Europees Bureau (EB)", "EASO", "Aa Bb (AB)",
    "de Commissie moet", "uiterlijk", "De Raad", "hij zal", "De lidstaten stellen regels vast.", "Titel", "INLEIDING", "1.7.2016", "Gedaan te Brussel,",
    "<p>", "<table><tr><td>", "</b>", "&amp;", "&#0;", "<!-- x -->", "`", "```", "*a*", "**", "_b_", "[a](b)", "![a](b)", "\\", "\\*", "9" * 5_000,
    *_SCRIPTS,
)  # fmt: skip


class Markup(HTMLParser):
    """Raises `AssertionError` for an element or attribute in a page that could do something, or load anything."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at each element."""
        assert tag not in {"script", "img", "iframe", "object", "embed", "base", "link", "meta"}, self.rawdata[:200]
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name, value)
            assert name != "style" or not value or value.startswith("text-align"), (tag, value)
            assert name not in {"href", "src", "action"} or not re.match(r"\s*(?:javascript|data|vbscript):", value or "", re.IGNORECASE), (
                value
            )


_CHARACTERS: Final = st.characters(exclude_categories=["Cs"])
_SNIPPETS: Final = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.text(_CHARACTERS, max_size=8))
_LINES: Final = st.lists(_SNIPPETS, min_size=1, max_size=30).flatmap(
    lambda pieces: st.sampled_from(["", " ", " ", "\n", "\n\n"]).map(lambda between: between.join(pieces))
)
_REPEATED: Final = st.builds(
    lambda shape, size: shape(size), st.sampled_from([*TEXTS.values(), *MARKDOWN.values()]), st.integers(min_value=1, max_value=400)
)
_TEXT: Final = st.one_of(_LINES, _LINES, _REPEATED, st.text(_CHARACTERS, max_size=60))
_WORDS: Final = st.lists(_SNIPPETS, min_size=1, max_size=6).map(" ".join)
_SLUG: Final = st.sampled_from(["a", "haven", "a-b", "x2", "con", "fr", "tn", "nl", "de", "A", "é", "a b", "index", "begrip"])
_DATE: Final = st.sampled_from(
    ["2016", "2016-06-07", "2016-21", "2016-XX", "198X", "19XX", "2016~", "2014/2016", "../2016", "2016/..", "9998-12-31", "0001", "9999", "2016-25",
     "Y15", "2016-06-07T10:00:00", "1984-1X", "[2016]", "", "x", "-0001", "2016-02-30", "2018/2016"]
)  # fmt: skip
_VALUE: Final = st.recursive(
    st.one_of(_WORDS, _DATE, st.integers(-(10**20), 10**20), st.booleans(), st.none(), st.floats(allow_nan=True)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_SLUG, inner, max_size=3),
    max_leaves=5,
)


def _mapping(known: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[str]:
    """YAML of a mapping with most of the known keys, now and then another or a value of another kind; or a text that is hardly YAML."""
    right = st.fixed_dictionaries({}, optional=known)
    wrong = st.dictionaries(st.sampled_from([*known, "x", "<<", "1"]), _VALUE, max_size=4)
    mixed = st.builds(lambda one, other: {**one, **other}, right, wrong)
    complete = st.fixed_dictionaries(known)
    data = st.one_of(complete, complete, right, mixed).map(lambda facts: yaml.safe_dump(facts, allow_unicode=True, sort_keys=False))
    return st.one_of(data, data, data, data, _mutated(data), _TEXT)


def _mutated(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A text with a piece set in somewhere."""
    return st.builds(
        lambda whole, piece, at: whole[: at % (len(whole) + 1)] + piece + whole[at % (len(whole) + 1) :],
        text, st.one_of(_SNIPPETS, st.sampled_from([": ", "- ", "&a ", "*a", "!x ", "{", "[", '"', "'", "#", "|", ">", "\t", "%"])), st.integers(0, 500),
    )  # fmt: skip


_EVIDENCE: Final = st.lists(
    st.fixed_dictionaries({"document": st.sampled_from(["havens-2015", "x", ""]), "quote": _WORDS}, optional={"paragraph": _SLUG}),
    max_size=2,
)
_SIDECARS: Final = _mapping(
    {
        "id": _SLUG, "title": _WORDS, "short_title": _WORDS, "number": _WORDS, "celex": st.sampled_from(["32015R0001", "x"]), "date": _DATE,
        "language": st.sampled_from(["nl", "en", "fr", "de", "xx", "nl-BE"]), "institution": _WORDS, "kind": _WORDS,
        "web": st.sampled_from(["https://a.b/", "javascript:fuzz(1)", "x"]),
        "provenance": st.dictionaries(st.sampled_from(["title", "date", "number"]), st.sampled_from(["source", "editorial", "x"]), max_size=2),
    }
)  # fmt: skip
_TERMS: Final = _mapping(
    {
        "term": st.one_of(_WORDS, st.sampled_from(["AB", "EASO", "haven"])), "kind": st.sampled_from([*schema("glossary")["properties"]["kind"]["enum"], "x"]),
        "senses": st.lists(
            st.fixed_dictionaries({"expansion": _WORDS}, optional={"from": _DATE, "until": _DATE, "documents": st.just(["havens-2015"])}), min_size=1, max_size=2
        ),
        "aliases": st.lists(_WORDS, max_size=2), "forms": st.lists(_WORDS, max_size=2), "not_in": st.lists(_WORDS, max_size=2),
        "translations": st.dictionaries(st.sampled_from(["en", "fr", "xx"]), _WORDS, max_size=2), "see_also": st.lists(_SLUG, max_size=2),
        "evidence": _EVIDENCE,
    }
)  # fmt: skip
_EVENTS: Final = _mapping(
    {
        "name": _WORDS,
        "date": _DATE,
        "phrases": st.lists(st.one_of(_WORDS, st.just("verslag")), min_size=1, max_size=2),
        "see_also": st.lists(_SLUG, max_size=1),
        "evidence": _EVIDENCE,
    }
)
_THEMES: Final = _mapping(
    {"name": _WORDS, "words": st.lists(st.one_of(_WORDS, st.sampled_from(["haven*", "de", "*", "a*b", "-"])), max_size=3), "not_in": st.lists(_WORDS, max_size=2),
     "see_also": st.lists(_SLUG, max_size=1), "evidence": _EVIDENCE}
)  # fmt: skip
_OUTCOMES: Final = _mapping(
    {
        "document": st.sampled_from(["havens-2015", "x"]), "paragraph": st.one_of(_SLUG, st.sampled_from(["p-1", "p-1-1", "fn:1"])), "quote": _WORDS,
        "status": st.sampled_from([*schema("commitment")["properties"]["status"]["enum"], "x"]), "evidence": _EVIDENCE,
    }
)  # fmt: skip
_COUNTRIES: Final = _mapping({"evidence": _EVIDENCE})


def _with_front(front: st.SearchStrategy[str], body: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.builds("---\n{}---\n{}".format, front, body), _mutated(st.builds("---\n{}---\n{}".format, front, body)), body)


_BODY: Final = st.one_of(_WORDS, _WORDS, _LINES, st.just("Een haven ligt aan zee."))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of input: how its cases are made, and what is done with one, in a folder of its own."""

    name: str
    cases: st.SearchStrategy[Files]
    run: Callable[[Files, Path], None]


def _fixed() -> Document:
    """The document that contributions are tried on."""
    return _described("havens.txt", TEXT.encode())


def _described(name: str, raw: bytes) -> Document:
    """The document in the bytes of a file, after everything that has to hold for it."""
    document = read(opened(Seed(name, raw)))
    lost = ledger.check(document)
    assert not lost, lost
    (found,) = annotators.annotate_all([document], Knowledge())
    for part in found.parts:
        offsets = [mention.offset for mention in part.mentions]
        assert offsets == sorted(offsets)
        assert all(mention.length > 0 and mention.offset + mention.length <= len(part.text) for mention in part.mentions)
    return found


def _read(files: Files, _folder: Path) -> None:
    for name, content in files.items():
        tried_as(name, content if isinstance(content, bytes) else content.encode())


def tried_as(name: str, raw: bytes) -> None:
    """Read and describe the bytes of a file; a refusal has to name a remedy."""
    try:
        _described(name, raw)
    except UnreadableError as error:
        told([error.problem])


def told(problems: Iterable[Problem]) -> None:
    """Each problem names a file and a remedy, on one line, and a line that is one."""
    for problem in problems:
        assert problem.path
        assert problem.message
        assert problem.remedy
        assert problem.line is None or problem.line > 0
        assert len(str(problem).splitlines()) == 1, problem


def _sidecar(files: Files, folder: Path) -> None:
    write_all(folder, files)
    document = read(opened(Seed((folder / "havens.txt").as_posix(), TEXT.encode())))
    described, problems = sidecars.describe_all([document], folder, (".txt",))
    told(problems)
    annotators.annotate_all(described, Knowledge())


def _contribution(module: Any, name: str) -> Callable[[Files, Path], None]:
    def run(files: Files, folder: Path) -> None:
        write_all(folder, files)
        found, problems = module.read(folder / module.FOLDER)
        told(problems)
        assert found or problems or not contributions.contributed(folder / module.FOLDER)
        knowledge = Knowledge(**{name: found})
        documents = annotators.annotate_all([_fixed()], knowledge)
        told(module.check(found, documents))

    return run


def _theme(files: Files, folder: Path) -> None:
    write_all(folder, files)
    found, problems = themes.read(folder / themes.FOLDER)
    told(problems)
    told(themes.check(found, (), (_fixed(),)))


def _home(files: Files, folder: Path) -> None:
    write_all(folder, files)
    found, problems = home.read(folder)
    told(problems)
    assert found or problems
    if found:
        annotators.annotate(found, Knowledge())


def _site(files: Files, folder: Path) -> None:
    """The whole way: `check`, and every page and file, looked through for what the inputs should not have been able to make."""
    write_all(folder / "seeds", files)
    where = Settings(folder / "seeds", folder / "docs")
    dossier = build.check(where, index=_no_index)
    told(dossier.problems)
    if dossier.unreadable:
        return
    for page in build.render(build.found_in(dossier), _no_index):
        content = (
            page.content.decode("utf-8-sig") if isinstance(page.content, bytes) and page.path.endswith((".csv", ".ics")) else page.content
        )
        if isinstance(content, str):
            _look_through(page.path, content)


def _no_index(_found: object) -> tuple[Page, ...]:
    return ()


def _look_through(path: str, content: str) -> None:
    if path.endswith(".md"):
        _, front, body = content.split("---\n", 2)
        facts = yaml.safe_load(front)
        assert facts["title"] is not None
        Markup().feed(body)
    elif path.endswith(".json"):
        json.loads(content)
    elif path.endswith(".ics"):
        assert all(len(line.encode()) <= 75 for line in content.split("\r\n")), path
    elif path.endswith(".csv"):
        assert not re.search(r'(?m)(?:^|[,;])"?=', content), path


def _file(name: str, content: st.SearchStrategy[str] | st.SearchStrategy[bytes]) -> st.SearchStrategy[Files]:
    return content.map(lambda whole: {name: whole})


def _named(folder: str, content: st.SearchStrategy[str]) -> st.SearchStrategy[Files]:
    return st.dictionaries(_SLUG.map(f"{folder}/{{}}.md".format), content, min_size=1, max_size=2)


_WITH_TEXT: Final = {"havens.txt": TEXT}
_GLOSSARY: Final = _named("glossary", _with_front(_TERMS, _BODY))
_EVENT: Final = _named("events", _with_front(_EVENTS, _BODY))
_COUNTRY: Final = _named("countries", _with_front(_COUNTRIES, _BODY))
_DOSSIER: Final = st.builds(
    lambda *parts: {name: text for part in parts for name, text in part.items()},
    st.one_of(_file("x.txt", _TEXT), _file("x.md", _TEXT), st.just(_WITH_TEXT)),
    st.one_of(st.just({"havens.txt": TEXT, "havens.yml": SIDECAR}), _file("x.yml", _SIDECARS)),
    st.one_of(st.just({}), _GLOSSARY),
    st.one_of(st.just({}), _EVENT),
    st.one_of(st.just({}), _COUNTRY),
    st.one_of(st.just({}), _file("pages/home.md", _TEXT)),
)

KINDS: Final = (
    Kind("text", _file("x.txt", _TEXT), _read),
    Kind("markdown", _file("x.md", _TEXT), _read),
    Kind("html", _file("x.html", st.one_of(_TEXT, _TEXT.map("<!doctype html><html lang=nl><body>{}".format))), _read),
    *(Kind(form, _file(name, made(_WORDS)), _read) for form, (name, made) in FORMATS.items()),
    Kind("sidecar", _SIDECARS.map(lambda text: {**_WITH_TEXT, "havens.yml": text}), _sidecar),
    Kind("glossary", _GLOSSARY, _contribution(glossary, "terms")),
    Kind("country", _COUNTRY, _contribution(introductions, "introductions")),
    Kind("event", _EVENT, _contribution(events, "events")),
    Kind("theme", _named("themes", _with_front(_THEMES, _BODY)), _theme),
    Kind("commitment", _named("commitments", _with_front(_OUTCOMES, _BODY)), _contribution(commitments, "outcomes")),
    Kind("home", _file("pages/home.md", _TEXT), _home),
    Kind("site", _DOSSIER, _site),
)
_COSTLY: Final = 20
"""A site is made for one case in so many."""


def share(kind: Kind, cases: int) -> int:
    """How many of a number of cases are of a kind; together they are no fewer than that number."""
    sites = cases // _COSTLY
    return max(1, sites) if kind.name == "site" else -(-(cases - sites) // (len(KINDS) - 1))


def fuzz(kind: Kind, cases: int, number: int | None = None, tried: Counter[str] | None = None) -> int:
    """Try so many cases of a kind; how many were tried, which `tried` keeps too. Raises what a case raises, made as small as it goes."""
    tried = Counter() if tried is None else tried

    @given(kind.cases)
    @settings(
        max_examples=cases, deadline=None, database=None, derandomize=number is None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink], print_blob=True,
    )  # fmt: skip
    def attempt(files: Files) -> None:
        tried[kind.name] += 1
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            kind.run(files, Path(folder))

    (seed(number)(attempt) if number is not None else attempt)()
    return tried[kind.name]


def main() -> int:
    """Try as many cases as asked, kind by kind, and say how many there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=2_000, help="how many cases, over all kinds")
    parser.add_argument("--seed", type=int, default=0, help="which cases")
    parser.add_argument("--kind", choices=[kind.name for kind in KINDS], help="one kind only")
    options = parser.parse_args()
    total, failed = 0, 0
    for kind in KINDS:
        if options.kind in {None, kind.name}:
            tried: Counter[str] = Counter()
            try:
                fuzz(kind, options.n if options.kind else share(kind, options.n), options.seed, tried)
            except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for, and the other kinds are tried too
                failed += 1
                traceback.print_exc()
            total += tried.total()
            sys.stdout.write(f"{kind.name}: {tried.total()}\n")
            sys.stdout.flush()
    sys.stdout.write(f"total: {total}; kinds that failed: {failed}\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
