"""Tests of the search index, and how well the search answers."""
