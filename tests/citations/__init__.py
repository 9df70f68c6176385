"""Tests of the room generator/citations."""
