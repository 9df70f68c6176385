"""Tests of the room generator/search."""
