"""The index while it is filled: numbers in bytes, weights, spellings, and what is filed under what."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.posted import ABOUT, KIN, NAME, PART, WORD, Index, PostedRecord
from generator.search.postings import MOST, Postings, put
from tests.search.decoding import numbers, read


@pytest.mark.parametrize(
    ("number", "content"),
    [(0, b"\x00"), (1, b"\x01"), (127, b"\x7f"), (128, b"\x80\x01"), (300, b"\xac\x02"), (16_383, b"\xff\x7f"), (16_384, b"\x80\x80\x01")],
)
def test_a_number_takes_seven_bits_a_byte_the_lowest_first(number: int, content: bytes) -> None:
    made = bytearray(b"x")
    put(made, number)
    assert made == b"x" + content


@given(st.lists(st.integers(0, 1 << 40), max_size=9))
def test_numbers_are_read_as_they_were_put(given_: list[int]) -> None:
    made = bytearray()
    for number in given_:
        put(made, number)
    assert list(numbers(made)) == given_


def test_postings_say_how_many_records_they_have_and_which_is_the_last() -> None:
    made = Postings("kade")
    assert (made.span, made.count, made.last) == (1, 0, -1)
    made.add(0, 5, [2])
    made.add(7, MOST, [0, 3, 200])
    assert (made.count, made.last) == (2, 7)
    assert (bytes(made.records), bytes(made.places)) == (bytes([1, 10, 7, 127, 3]), bytes([2, 0, 3, 197, 1]))
    assert read(made) == [(0, 5, (2,)), (7, MOST, (0, 3, 200))]


@pytest.mark.parametrize(
    ("length", "boost", "times", "weight"),
    [(1, 1, 1, 14), (1, 1, 2, 20), (2, 1, 1, 9), (0.6, 1, 1, 18), (1, 1.5, 1, 21), (1, 1.5, 90, 47), (1, 9, 90, 63), (90, 0.3, 1, 1)],
)
def test_a_word_weighs_by_how_often_it_stands_in_how_long_a_text_of_what_kind(length: float, boost: float, times: int, weight: int) -> None:
    assert PostedRecord(0, length, boost).weight(times) == weight


def test_a_form_is_spelled_as_it_is_most_often_and_of_two_the_first_in_order() -> None:
    index = Index(spelled={"idee": Counter({"idée": 3, "ìdee": 1}), "reunie": Counter({"reünie": 2, "reúnie": 2})})
    assert [index.spelling(form) for form in ("idee", "reunie", "kade")] == ["idée", "reúnie", "kade"]


def test_the_closest_relation_of_a_form_to_a_key_holds() -> None:
    assert WORD < PART < NAME < KIN < ABOUT
    index = Index()
    for relation in (KIN, PART, ABOUT):
        index.file("kade", ("kades", 1), relation)
    index.file("kade", ("kademuur", 1), PART)
    index.file("muur", ("kademuur", 1), WORD)
    assert index.filed == {"kade": {("kades", 1): PART, ("kademuur", 1): PART}, "muur": {("kademuur", 1): WORD}}


def test_the_postings_of_a_form_are_made_once() -> None:
    index = Index()
    first = index.posted(("oude kade", 2))
    assert (first.surface, first.span) == ("oude kade", 2)
    assert index.posted(("oude kade", 2)) is first
    assert index.posted(("oude kade", 1)) is not first


def test_a_form_of_one_key_only_is_posted_once_a_record_under_that_key_and_spelled_without_it() -> None:
    index = Index()
    for record, places in ((3, [1, 4]), (3, [9]), (5, [0])):
        index.post_apart("@7", ("kade", 1), PostedRecord(record, 1, 1), places, NAME)
    index.post_apart("#number", ("kade", 1), PostedRecord(5, 1, 1), [0])
    (own,) = index.filed["@7"]
    (other,) = index.filed["#number"]
    assert own != other
    assert (index.filed["@7"][own], index.filed["#number"][other]) == (NAME, WORD)
    assert index.forms[own].surface == "kade"
    assert read(index.forms[own]) == [(3, 20, (1, 4)), (5, 14, (0,))]
    assert read(index.forms[other]) == [(5, 14, (0,))]
