"""The open data keeps its contract: schemas, offsets, lines, and addresses that exist on the built site."""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from tests.conftest import Built

pytestmark = pytest.mark.site

KEYS: Final = frozenset(
    [
        "version",
        "id",
        "seed",
        "sha256",
        "title",
        "number",
        "celex",
        "institution",
        "kind",
        "date",
        "language",
        "url",
        "provenance",
        "blocks",
        "footnotes",
        "furniture",
        "defects",
    ]
)


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _documents(built: Built) -> list[dict[str, Any]]:
    return [_load(path) for path in sorted((built.site / "data/documents").glob("*.json"))]


def _parts(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [*data["blocks"], *data["footnotes"]]


def test_every_schema_is_a_schema(built_site: Built) -> None:
    schemas = sorted((built_site.site / "data/schema").glob("*.json"))
    assert schemas
    for path in schemas:
        Draft202012Validator.check_schema(_load(path))


def test_every_file_is_listed_and_satisfies_its_schema(built_site: Built) -> None:
    files = _load(built_site.site / "data/index.json")["files"]
    listed = {"data/index.json": "data/schema/index.schema.json"} | {entry["path"]: entry["schema"] for entry in files if "schema" in entry}
    patterns = {path.replace("<id>", "*"): schema for path, schema in listed.items()}
    found = [path.relative_to(built_site.site).as_posix() for path in sorted((built_site.site / "data").rglob("*.json"))]
    for name in (name for name in found if not name.startswith("data/schema/")):
        schema = next((schema for pattern, schema in patterns.items() if fnmatch.fnmatchcase(name, pattern)), None)
        assert schema, f"{name} is not in data/index.json"
        Draft202012Validator(_load(built_site.site / schema)).validate(_load(built_site.site / name))


def test_every_listed_file_is_there(built_site: Built) -> None:
    index = _load(built_site.site / "data/index.json")
    assert all((built_site.site / entry["path"]).exists() for entry in index["files"] if "<" not in entry["path"])
    assert all((built_site.site / entry["data"]).exists() for entry in index["documents"])
    assert len(index["documents"]) == len(_documents(built_site))


def test_documents_have_the_keys_of_the_contract(built_site: Built) -> None:
    for data in _documents(built_site):
        assert data.keys() >= KEYS
        assert all(
            block.keys() >= {"id", "type", "text", "section", "lines", "url", "emphasis", "notes", "mentions"} for block in data["blocks"]
        )
        assert len({block["id"] for block in data["blocks"]}) == len(data["blocks"])


def test_texts_are_plain(built_site: Built) -> None:
    """White space is collapsed, and no text is empty but that of a note which the source has lost."""
    for data in _documents(built_site):
        assert all(part["text"] == " ".join(part["text"].split()) for part in _parts(data))
        assert all(block["text"] for block in data["blocks"])
        assert all(bool(note["text"]) == note["text_in_source"] for note in data["footnotes"])


def test_offsets_count_characters_of_the_text(built_site: Built) -> None:
    for data in _documents(built_site):
        for part in _parts(data):
            length = len(part["text"])
            assert all(0 <= start < end <= length for start, end in part.get("emphasis", [])), part
            assert all(0 <= note["offset"] <= length for note in part.get("notes", [])), part
            assert all(0 <= repair["offset"] <= repair["offset"] + repair["length"] <= length for repair in part.get("repairs", [])), part


def test_mentions_are_whole_words_in_order_that_overlap_only_where_an_act_holds_a_term(built_site: Built) -> None:
    for data in _documents(built_site):
        for part in _parts(data):
            end = 0
            for mention in part["mentions"]:
                words = part["text"][mention["offset"] : mention["offset"] + mention["length"]]
                tail = mention["offset"] + mention["length"]
                assert mention["offset"] >= end or (mention["kind"] == "term" and tail <= end), (part["text"], mention)
                assert words == words.strip() != "", (part["text"], mention)
                assert len(words) == mention["length"]
                end = max(end, tail)


def test_note_markers_and_notes_belong_together(built_site: Built) -> None:
    for data in _documents(built_site):
        numbers = [note["number"] for note in data["footnotes"]]
        assert numbers == sorted(set(numbers))
        assert {marker["number"] for part in _parts(data) for marker in part.get("notes", [])} <= set(numbers)


def test_lines_are_lines_of_the_seed(built_site: Built) -> None:
    for data in _documents(built_site):
        seed = (built_site.tree / "seeds" / data["seed"]).read_bytes().decode("utf-8-sig")
        last = seed.count("\n") + 1
        pieces = [*_parts(data), *data["furniture"], *data["defects"]]
        assert all(1 <= piece["lines"][0] <= piece["lines"][1] <= last for piece in pieces if piece["lines"])
        assert all(piece["lines"] for piece in (*data["blocks"], *data["furniture"], *data["defects"]))


def test_mentions_of_the_own_document_lead_to_its_parts(built_site: Built) -> None:
    for data in _documents(built_site):
        ids = {block["id"] for block in data["blocks"]} | {f"fn:{note['number']}" for note in data["footnotes"]}
        for part in _parts(data):
            own = [mention["id"] for mention in part["mentions"] if mention["kind"] == "section"]
            assert set(own) <= ids


def test_every_address_in_the_data_exists_on_the_site(built_site: Built) -> None:
    addresses = {address for path in sorted((built_site.site / "data").rglob("*.json")) for address in _addresses(_load(path))}
    assert addresses
    dead = [address for address in sorted(addresses) if not _exists(built_site.site, address)]
    assert dead == []


def _addresses(data: Any) -> Iterator[str]:
    """Every value of a key `url` that is an address on the site."""
    if isinstance(data, dict):
        url = data.get("url")
        if isinstance(url, str) and not url.startswith("https://"):
            yield url
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _addresses(value)


def _exists(site: Path, address: str) -> bool:
    page, _, fragment = address.partition("#")
    return not fragment or fragment in _anchors(site / page / "index.html") if (site / page / "index.html").exists() else False


@cache
def _anchors(path: Path) -> frozenset[str]:
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    return frozenset(str(element["id"]) for element in page.find_all(id=True))


@pytest.mark.parametrize("name", ["countries", "terms", "references"])
def test_lists_of_mentions_agree_with_the_documents(name: str, built_site: Built) -> None:
    """Each mention in a list stands, word for word, in the part of the document that it names."""
    path = built_site.site / f"data/{name}.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not made yet")
    documents = {data["id"]: data for data in _documents(built_site)}
    listed = [mention for entry in _load(path)[name] for mention in entry["mentions"]]
    for mention in listed:
        data = documents[mention["document"]]
        blocks = {block["id"]: block for block in data["blocks"]} | {note["number"]: note for note in data["footnotes"]}
        part = blocks[mention["block"] if mention["block"] is not None else mention["footnote"]]
        assert mention["text"] in part["text"], mention
    kind = {"countries": "country", "terms": "term", "references": "reference"}[name]
    # Acts that are named in one breath are listed together and each by itself, with one mention.
    once = {mention["url"] for mention in listed} if name == "references" else listed
    assert len(once) == sum(mention["kind"] == kind for data in documents.values() for part in _parts(data) for mention in part["mentions"])
