"""What our own documents say that acronyms stand for: the list made by hand."""

from __future__ import annotations

import pytest

from generator.language.acronyms import declared
from tests import own
from tests.support import ROOT

pytestmark = pytest.mark.dossier

EXPECTED = [line.split("\t") for line in (ROOT / "tests/expectations/expansions.tsv").read_text(encoding="utf-8").splitlines()]


def test_our_documents_explain_what_a_reader_found_and_nothing_else() -> None:
    documents = own.dossier().documents
    found = {(document.meta.id, item.acronym, item.expansion) for document in documents for item in declared(document)}
    assert found == {(document, acronym, words) for document, acronym, words, _ in EXPECTED}
