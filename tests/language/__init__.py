"""Tests of the room generator/language."""
