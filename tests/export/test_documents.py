"""One document as data and as Markdown: every fact of it, and its text as readers of Markdown show it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt

from generator.dossier.index import Entry, build_index
from generator.export.documents import blocks_markdown, document_data, document_json, document_markdown
from generator.model import (
    Block,
    Cell,
    Change,
    Defect,
    Document,
    Element,
    Furniture,
    Lines,
    ListPlace,
    Mention,
    Metadata,
    Note,
    NoteMarker,
    OnPages,
    PageBox,
    Repair,
    Seed,
    Transcript,
)

BOX = (1.5, 2.0, 3.0, 4.5)
FACTS = Metadata(
    "nota", "Nota over kades", "Kadenota", number="COM(2015) 240", celex="52015DC0240", date="2015-11-04", language="nl", institution="Commissie",
    kind="mededeling", provenance=(("title", "source"), ("date", "editorial")),
)  # fmt: skip
BLOCKS = (
    Block("s-1", "heading", "KADES", Lines(1, 1), level=1, number="1", label="1."),
    Block(
        "p-1-1", "paragraph", "Mali kreeg in 2014 geld.", Lines(2, 3), "1", emphasis=((0, 4), (5, 10)), notes=(NoteMarker(1, 4),), role="recital",
        repairs=(Repair(5, 5, "kree-\ng", "line-end-hyphen"),), changes=(Change("►M3", 5),),
        mentions=(Mention("country", "ML", 0, 4), Mention("date", "2014", 14, 4, inferred=True, role="event")),
    ),
    Block("i-1", "list_item", "de eerste", OnPages((PageBox(2, BOX),)), "1", list=ListPlace("lettered", 2, "a)")),
    Block(
        "t-1", "table", "Jaar | Kades", OnPages((PageBox(2, BOX), PageBox(3, BOX))), "1", caption=Cell("t-1-c", "De kades", Lines(4, 4), "t-1"), header_rows=1,
        rows=((Cell("t-1-0", "Jaar", Lines(5, 5), "t-1", across=2, down=3, notes=(NoteMarker(2, 4),), mentions=(Mention("country", "NE", 0, 4, form="derived"),)),),),
    ),
)  # fmt: skip
NOTES = (
    Note(1, "Zie Mali.", Element("p[3]"), notes=(NoteMarker(2, 3),), mentions=(Mention("country", "ML", 4, 4),), repairs=(Repair(0, 3, "Zle", "editorial"),)),
    Note(2, "", None, number_in_source=False, text_in_source=False),
)  # fmt: skip
NOTA = Document(
    Transcript(Seed("seeds/nota.html", b"x"), "x", "html"), FACTS, BLOCKS, NOTES,
    furniture=(Furniture(Lines(8, 9), "- 2 -", "page-number"),), defects=(Defect(Lines(7, 7), "kree-", "line-end-hyphen", "kreeg"),),
)  # fmt: skip


def nota() -> Entry:
    """The document on a site."""
    return build_index([NOTA]).entries[0]


def block(name: str) -> dict[str, Any]:
    """The data of one of its blocks."""
    (one,) = [data for data in document_data(NOTA, nota())["blocks"] if data["id"] == name]
    return dict(one)


def test_a_document_tells_what_is_known_of_it() -> None:
    data = document_data(NOTA, nota())
    assert {name: value for name, value in data.items() if name not in {"blocks", "footnotes", "furniture", "defects"}} == {
        "version": 2, "id": "nota", "seed": "nota.html", "format": "html",
        "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        "title": "Nota over kades", "number": "COM(2015) 240", "celex": "52015DC0240", "institution": "Commissie", "kind": "mededeling",
        "date": "2015-11-04", "language": "nl", "url": "documenten/nota/", "provenance": {"title": "source", "date": "editorial"},
    }  # fmt: skip
    assert data["furniture"] == [
        {"lines": [8, 9], "place": {"kind": "lines", "first": 8, "last": 9}, "text": "- 2 -", "kind": "page-number"}
    ]
    assert data["defects"] == [
        {
            "lines": [7, 7],
            "place": {"kind": "lines", "first": 7, "last": 7},
            "text": "kree-",
            "kind": "line-end-hyphen",
            "repaired": "kreeg",
        }
    ]


def test_without_a_site_and_a_description_nothing_is_told_that_needs_them() -> None:
    data = document_data(NOTA, None)
    assert {name for name, value in data.items() if value is None} == {"number", "celex", "institution", "kind", "date", "url"}
    assert {part["url"] for part in (*data["blocks"], *data["footnotes"])} == {None}
    described = document_data(replace(NOTA, meta=replace(FACTS, described=True)), None)
    assert {name for name, value in described.items() if value is None} == {"url"}
    assert document_json(NOTA).startswith('{\n "version": 2,\n "id": "nota",\n')
    assert "Gedaan ► één" in document_json(replace(NOTA, blocks=(replace(BLOCKS[1], text="Gedaan ► één"),)))


def test_a_heading_tells_its_level_and_number() -> None:
    assert block("s-1") == {
        "id": "s-1", "type": "heading", "text": "KADES", "level": 1, "number": "1", "label": "1.", "section": "", "lines": [1, 1],
        "place": {"kind": "lines", "first": 1, "last": 1}, "url": "documenten/nota/1-kades/", "emphasis": [], "notes": [], "repairs": [], "mentions": [],
    }  # fmt: skip


def test_a_paragraph_tells_its_role_changes_notes_repairs_and_mentions() -> None:
    assert block("p-1-1") == {
        "id": "p-1-1", "type": "paragraph", "text": "Mali kreeg in 2014 geld.", "role": "recital", "changes": [{"text": "►M3", "offset": 5}],
        "section": "1", "lines": [2, 3], "place": {"kind": "lines", "first": 2, "last": 3}, "url": "documenten/nota/1-kades/#p-1-1",
        "emphasis": [[0, 4], [5, 10]], "notes": [{"number": 1, "offset": 4}],
        "repairs": [{"offset": 5, "length": 5, "source": "kree-\ng", "kind": "line-end-hyphen"}],
        "mentions": [
            {"kind": "country", "id": "ML", "offset": 0, "length": 4, "form": "name"},
            {"kind": "date", "id": "2014", "offset": 14, "length": 4, "form": "name", "inferred": True, "role": "event"},
        ],
    }  # fmt: skip


def test_an_item_tells_its_list_and_a_place_on_paper_its_page_and_box() -> None:
    item = block("i-1")
    assert item["list"] == {"kind": "lettered", "depth": 2, "marker": "a)"}
    assert (item["lines"], item["place"]) == (None, {"kind": "page", "page": 2, "box": [1.5, 2.0, 3.0, 4.5]})
    assert not {"role", "changes", "caption", "rows", "level"} & item.keys()


def test_a_table_tells_its_caption_rows_and_cells() -> None:
    table = block("t-1")
    assert [place["page"] for place in table["place"]] == [2, 3]
    assert (table["caption"], table["header_rows"]) == ("De kades", 1)
    assert table["rows"] == [
        [
            {
                "id": "t-1-0", "text": "Jaar", "across": 2, "down": 3, "notes": [{"number": 2, "offset": 4}],
                "mentions": [{"kind": "country", "id": "NE", "offset": 0, "length": 4, "form": "derived"}],
            }
        ]
    ]  # fmt: skip
    bare = document_data(replace(NOTA, blocks=(replace(BLOCKS[3], caption=None),)), None)["blocks"][0]
    assert bare["caption"] is None


def test_a_footnote_tells_where_it_stands_and_what_the_source_has_of_it() -> None:
    first, second = document_data(NOTA, nota())["footnotes"]
    assert first == {
        "number": 1, "text": "Zie Mali.", "lines": None, "place": {"kind": "element", "path": "p[3]"}, "number_in_source": True, "text_in_source": True,
        "notes": [{"number": 2, "offset": 3}], "repairs": [{"offset": 0, "length": 3, "source": "Zle", "kind": "editorial"}],
        "mentions": [{"kind": "country", "id": "ML", "offset": 4, "length": 4, "form": "name"}], "url": "documenten/nota/1-kades/#fn:1",
    }  # fmt: skip
    assert (second["place"], second["lines"], second["number_in_source"], second["text_in_source"]) == (None, None, False, False)


# As Markdown.


def item(text: str, marker: str = "", depth: int = 1, kind: Any = "bullet") -> Block:
    return Block(f"i-{text}", "list_item", text, Lines(1, 1), list=ListPlace(kind, depth, marker))


def paragraph(text: str, **more: Any) -> Block:
    return Block(f"p-{text[:3]}", "paragraph", text, Lines(1, 1), **more)


@pytest.mark.parametrize(
    ("one", "written"),
    [
        (Block("s", "heading", "KADES", Lines(1, 1), level=2, label="1.1."), "## 1.1. KADES\n"),
        (Block("s", "heading", "KADES", Lines(1, 1), level=9), "###### KADES\n"),
        (Block("s", "heading", "KADES", Lines(1, 1)), "# KADES\n"),
        (Block("q", "quote", "Kijk [hier]", Lines(1, 1)), "> Kijk \\[hier\\]\n"),
        (paragraph("4. Een kade"), "4\\. Een kade\n"),
        (Block("q", "quote", "- Een kade", Lines(1, 1)), "> \\- Een kade\n"),
        (item("1. kade", "–"), "- 1\\. kade\n"),
        (item("kade", "–"), "- kade\n"),
        (item("kade", "a)", 3, "lettered"), "        - a) kade\n"),
        (item("kade", "", 2, "numbered"), "    - kade\n"),
        (paragraph("Een\\twee `drie` *vier* _vijf_ <b>#6"), "Een\\\\twee \\`drie\\` \\*vier\\* \\_vijf\\_ \\<b\\>\\#6\n"),
        (paragraph("Een noot.", notes=(NoteMarker(12, 9), NoteMarker(3, 3))), "Een[^3] noot.[^12]\n"),
        (paragraph("*a* *b*", notes=(NoteMarker(1, 3),)), "\\*a\\*[^1] \\*b\\*\n"),
    ],
)
def test_each_kind_of_block_is_what_it_is_in_markdown(one: Block, written: str) -> None:
    assert blocks_markdown((one,), ()) == written


def test_items_stand_close_together_and_everything_else_apart() -> None:
    made = blocks_markdown((paragraph("een"), item("twee"), item("drie"), paragraph("vier"), paragraph("vijf"), item("zes")), ())
    assert made == "een\n\n- twee\n- drie\n\nvier\n\nvijf\n\n- zes\n"


def test_footnotes_stand_at_the_end_and_one_that_the_source_lost_says_so() -> None:
    made = document_markdown(replace(NOTA, blocks=BLOCKS[1:2]))
    assert made == "Mali[^1] kreeg in 2014 geld.\n\n[^1]: Zie Mali.\n[^2]: *(tekst ontbreekt in de bron)*\n"
    assert blocks_markdown((), (Note(1, "<Zie>", None),)) == "\n[^1]: \\<Zie\\>\n"
    assert blocks_markdown((), (Note(1, "1. Zie", None),)) == "\n[^1]: 1\\. Zie\n"


def cell(text: str, across: int = 1, notes: tuple[NoteMarker, ...] = ()) -> Cell:
    return Cell("c", text, Lines(1, 1), "t", across=across, notes=notes)


@pytest.mark.parametrize(
    ("heads", "caption", "written"),
    [
        (1, "De *kades*", "*De \\*kades\\**\n\n| Jaar | Kades | Kades |\n| --- | --- | --- |\n| 2015 | a\\|b | drie[^1] |\n"),
        (0, "", "|  |  |  |\n| --- | --- | --- |\n| Jaar | Kades | Kades |\n| 2015 | a\\|b | drie[^1] |\n"),
    ],
)
def test_a_table_has_pipes_a_head_and_as_many_columns_in_each_row(heads: int, caption: str, written: str) -> None:
    rows = ((cell("Jaar"), cell("Kades", 2)), (cell("2015"), cell("a|b"), cell("drie", notes=(NoteMarker(1, 4),))))
    table = Block("t", "table", "x", Lines(1, 1), rows=rows, header_rows=heads, caption=cell(caption) if caption else None)
    made = blocks_markdown((table,), ())
    assert made == written
    assert "table_open" in [token.type for token in MarkdownIt().enable("table").parse(made)]
